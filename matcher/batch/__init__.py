"""Everybody matched with everything that is stored, part after part, on one machine or on many."""
