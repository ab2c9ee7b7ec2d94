"""Questionnaires for miscarriage care in the terminal: what to do now, and whom to call."""

__version__ = "0.1.0"
