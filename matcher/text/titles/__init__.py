"""Job titles: placed among occupations, compared, and linked."""
