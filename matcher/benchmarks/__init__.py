"""Measured comparisons: ratios against a named baseline in the same run, never seconds alone."""
