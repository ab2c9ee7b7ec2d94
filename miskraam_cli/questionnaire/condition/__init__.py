"""Conditions: a subset of Python's expressions with three outcomes, true, false and unknown."""
