"""Weights fitted to a programme's own outcomes, calibrated, and written as a model folder."""
