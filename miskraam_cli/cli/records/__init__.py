"""`miskraam records` and `miskraam setup`, and keeping a record at the end of a run."""
