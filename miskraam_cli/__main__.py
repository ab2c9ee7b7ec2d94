"""`python -m miskraam_cli` is the same program as `miskraam`."""

from miskraam_cli.cli.main import main

main()
