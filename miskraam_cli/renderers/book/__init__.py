"""Draws the book that a clinic signs."""
