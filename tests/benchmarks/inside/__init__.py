"""Scripts that are run inside the temporary environment, on the installed program."""
