"""How long files and functions are: the median and the largest, of the program and of its tests (`poe sizes`)."""

import ast
import sys
from pathlib import Path
from statistics import median
from typing import NamedTuple

ROOT = Path(__file__).parents[1]


class Size(NamedTuple):
    """Lines of one file or function, and how to find it."""

    lines: int
    name: str


def main() -> None:
    """Print two lines each for the program and the tests."""
    for room in ("miskraam_cli", "tests"):
        files = sorted(file for file in (ROOT / room).rglob("*.py") if file.stat().st_size)
        sys.stdout.write(_line(f"{room}, files", [_file_size(file) for file in files]))
        sys.stdout.write(
            _line(f"{room}, functions", [size for file in files for size in _function_sizes(file)])
        )


def _line(what: str, sizes: list[Size]) -> str:
    largest = max(sizes)
    middle = median(size.lines for size in sizes)
    return f"{what:<24}{len(sizes):>6}   median {middle:>5g}   largest {largest.lines:>4}  {largest.name}\n"


def _file_size(file: Path) -> Size:
    return Size(len(file.read_text(encoding="utf-8").splitlines()), str(file.relative_to(ROOT)))


def _function_sizes(file: Path) -> list[Size]:
    """From `def` to the last line of each function; decorators do not count."""
    return [
        Size(
            (node.end_lineno or node.lineno) - node.lineno + 1,
            f"{file.relative_to(ROOT)}:{node.lineno} {node.name}",
        )
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]


if __name__ == "__main__":
    main()
