"""Pictures of the program for the README, drawn from what it shows; `python -m tests.pictures` draws them anew."""
