"""The book that a clinic signs: all that questionnaires ask, say and follow, and what changed since an earlier one."""
