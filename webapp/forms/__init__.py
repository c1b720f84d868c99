"""Forms: what a person types is read by the same readers as the cells of a spreadsheet."""
