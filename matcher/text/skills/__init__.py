"""Skills in free text: those it names or shows, and those it is about."""
