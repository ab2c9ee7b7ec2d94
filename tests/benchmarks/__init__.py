"""Measures the installed program beside its peers: `python -m tests.benchmarks`. It measures, it does not judge."""
