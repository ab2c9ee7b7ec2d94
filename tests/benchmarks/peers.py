"""The peers: pinned versions, and the least that can be written with each of them."""

PINNED = ("questionary==2.1.1", "copier==9.19.1", "InquirerPy==0.3.4", "simpleeval==1.0.8")
SURVEY_CORE = "survey-core@3.1.1"

_EMPTY = """
import typer

app = typer.Typer(pretty_exceptions_enable=False, rich_markup_mode=None)


@app.command()
def main() -> None:
    pass


app()
"""

_TABLE = """
import typer

app = typer.Typer(pretty_exceptions_enable=False, rich_markup_mode=None)


@app.command()
def main() -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table("name", "number")
    for row in range(10):
        table.add_row(f"name {row}", f"number {row}")
    Console(force_terminal=True, width=80).print(table)


app()
"""

_SELECT = """
import questionary

questionary.select("Which one?", choices=["first", "second", "third", "fourth"]).ask()
print("echoed", flush=True)
"""

_INQUIRER = """
from InquirerPy import inquirer

inquirer.select("Which one?", choices=["first", "second", "third", "fourth"]).execute()
"""

_LOOP = """
import sys

import questionary

for number in range(int(sys.argv[1])):
    questionary.select(f"Question {number}?", choices=[f"k{number}{letter}" for letter in "abc"]).ask()
"""

_COPIER = """
one:
  type: str
  help: Which one?
  choices: [first, second, third, fourth]
two:
  type: str
  help: Which other?
  choices: [first, second, third, fourth]
"""

_SURVEY = """
const { Model } = require("survey-core");
const [count, answers] = process.argv.slice(2).map(Number);
const elements = Array.from({ length: count }, (_, index) => ({
  type: "boolean",
  name: `q${index}`,
  ...(index % 10 === 9 ? { visibleIf: `{q${index - 1}} = true` } : {}),
}));
const survey = new Model({ elements });
survey.data = Object.fromEntries(elements.map((element) => [element.name, false]));
const times = [];
for (let index = 0; index < answers + 1; index++) {
  const start = performance.now();
  survey.setValue(`q${index * 10 + 8}`, true);
  times.push(performance.now() - start);
}
console.log(JSON.stringify(times.slice(1)));
"""

FILES = {
    "peer_empty.py": _EMPTY,
    "peer_table.py": _TABLE,
    "peer_select.py": _SELECT,
    "peer_inquirer.py": _INQUIRER,
    "peer_loop.py": _LOOP,
    "template/copier.yml": _COPIER,
    "peer_survey.cjs": _SURVEY,
}


def walk_for_copier(count: int) -> str:
    """A template of `count` questions, every tenth of them put only if the one before is answered yes."""
    lines = []
    for number in range(count):
        lines += [f"q{number}:", "  type: bool", f"  help: Question {number}?", "  default: false"]
        lines += [f'  when: "{{{{ q{number - 1} }}}}"'] if number % 10 == 9 else []
    return "\n".join(lines) + "\n"
