"""A questionnaire for the installed program in a terminal: real words, long ones too, and accents."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from tests.pseudo_terminal import Terminal, terminal
from tests.tiny_questionnaires import write_questionnaire

FAINT = "Bent u één keer of vaker flauwgevallen?"
SIGNS = "Wat heeft u gemerkt?"
DEGREES = "Hoe hoog was uw temperatuur?"
WISH = "Wat wilt u nog vragen?"
LONG = (
    "Dit is een lange vraag met veel woorden. Zo stelt een arts haar aan het einde van een gesprek."
    " Op een klein scherm past zij niet op een regel. Ook twee of drie regels zijn daar niet genoeg."
    " Elk woord hoort toch ergens te staan. Het begin ook, en het einde ook. Heeft u alles gelezen?"
)
END = "Dit was de laatste vraag"

BODY = f"""
sections:
  - id: only
    title: {{nl: Uw klachten, en: Your complaints}}
    questions:
      - id: faint
        type: choice
        text: {{nl: "{FAINT}", en: "Did you faint once or more often?"}}
        label: {{nl: flauwvallen, en: fainting}}
        help: {{nl: Daarom vragen we dit als eerste., en: That is why we ask this first.}}
        choices:
          - {{id: once, text: {{nl: "Ja, één keer, misschien doordat ik veel bloed verloor", en: "Yes, once, perhaps because I lost blood"}}}}
          - {{id: often, text: {{nl: "Ja, vaker", en: "Yes, more often"}}}}
          - {{id: "no", text: {{nl: Nee, en: "No"}}}}
        may: [unknown]
        addition: a test
      - id: signs
        type: choices
        text: {{nl: "{SIGNS}", en: "What did you notice?"}}
        label: {{nl: klachten, en: complaints}}
        choices:
          - {{id: pain, text: {{nl: Pijn, en: Pain}}}}
          - {{id: blood, text: {{nl: Bloedverlies, en: Blood loss}}}}
          - {{id: none, exclusive: true, text: {{nl: Geen van deze, en: None of these}}}}
        addition: a test
      - id: degrees
        type: decimal
        unit: Cel
        places: 1
        range: [34, 43]
        text: {{nl: "{DEGREES}", en: "How high was your temperature?"}}
        label: {{nl: uw temperatuur, en: your temperature}}
        may: [unknown]
        addition: a test
      - id: wish
        type: text
        text: {{nl: "{WISH}", en: "What else would you like to ask?"}}
        label: {{nl: uw vraag, en: your question}}
        may: [declined]
        addition: a test
      - id: read
        type: boolean
        text: {{nl: "{LONG}", en: "This is a long question."}}
        label: {{nl: lezen, en: reading}}
        addition: a test
findings: []
"""  # noqa: E501


@contextmanager
def complaints_asked(
    folder: Path, *more: str, columns: int = 80, rows: int = 24, environment: Mapping[str, str] | None = None
) -> Iterator[Terminal]:
    """The installed program, asking this questionnaire from a folder that is not the checkout."""
    file = write_questionnaire(BODY, folder)
    arguments = ("run", file, *more)
    with terminal(*arguments, folder=folder, columns=columns, rows=rows, **(environment or {})) as shown:
        yield shown
