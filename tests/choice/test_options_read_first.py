"""The three options are read before the first value; Enter goes on, back goes back; in both languages."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from miskraam_cli.interview.prompt import Answered, Back, Continue, Notice, Prompt, Stop
from miskraam_cli.questionnaire.ids import Id
from tests.choice.choice_walks import CHOICE, IN, OPTIONS, SILENT, VALUES, table
from tests.interview.simulated_people import pick, typed, walked
from tests.pseudo_terminal import BACK, ENTER, STOP, terminal

ANSWERS: Mapping[str, Answered] = {
    "hospital": pick("lumc"),
    "signs_now": pick("none"),
    "confirmed": pick("scan"),
    "weeks_at_loss": typed("9"),
    **dict.fromkeys(VALUES, pick("more")),
    "leaning": pick("waiting"),
    "wait_limit": pick("yes"),
    "ready": pick("decide"),
    "question": typed("Hoelang?"),
}


@dataclass
class Reader:
    """Answers by question id, reads notes; goes back at the notes and questions named, once each."""

    answers: Mapping[str, Answered] = field(default_factory=lambda: ANSWERS)
    back_at: tuple[str, ...] = ()
    seen: list[str] = field(default_factory=list)
    notes: list[Notice] = field(default_factory=list)
    done: set[str] = field(default_factory=set)

    def ask(self, prompt: Prompt) -> Answered | Back | Stop:
        self.seen.append(prompt.id)
        if prompt.id in self.back_at and prompt.id not in self.done:
            self.done.add(prompt.id)
            return Back()
        return self.answers.get(prompt.id, Stop())

    def show(self, notice: Notice) -> Continue | Back | Stop:
        shown = [option for option in OPTIONS if len(notice.paragraphs) > 5 and is_note(notice, option)]
        if not shown:
            return Continue()
        self.seen.append(shown[0])
        self.notes.append(notice)
        if shown[0] in self.back_at and shown[0] not in self.done:
            self.done.add(shown[0])
            return Back()
        return Continue()


def is_note(notice: Notice, option: str) -> bool:
    (question,) = (question for question in CHOICE.questions if question.shows == option)
    return notice.paragraphs[0].text in (question.text.nl, question.text.en)


@pytest.mark.parametrize("language", IN)
def test_three_notes_before_the_first_value_and_each_once(language: str) -> None:
    reader = Reader()
    ended = walked(reader, CHOICE, IN[language])
    assert ended.how == "done"
    first = reader.seen.index(VALUES[0])
    assert reader.seen[first - 4 : first] == ["weeks_at_loss", *OPTIONS]
    assert [name for name in reader.seen if name in OPTIONS] == list(OPTIONS)


@pytest.mark.parametrize("language", IN)
def test_a_note_has_every_row_of_its_option_in_the_same_order(language: str) -> None:
    reader = Reader()
    walked(reader, CHOICE, IN[language])
    titles = [row.title.in_language(language) for row in table().rows]
    for option, notice in zip(OPTIONS, reader.notes, strict=True):
        assert notice.kind == "pause"
        assert notice.can_go_back
        assert [part.label for part in notice.paragraphs[1:]] == titles
        for row, part in zip(table().rows, notice.paragraphs[1:], strict=True):
            name = row.cells[Id(option)]
            silent = name == "silent"
            said = SILENT[language] if silent else CHOICE.statements[name].text.in_language(language)
            assert part.text == said
            assert part.style == "plain"


@pytest.mark.parametrize(
    ("back_at", "seen"),
    [
        (("curettage",), ["weeks_at_loss", "waiting", "curettage", "waiting", "curettage", "misoprostol"]),
        (("waiting",), ["weeks_at_loss", "waiting", "weeks_at_loss", "waiting", "curettage", "misoprostol"]),
        (
            (VALUES[0],),
            ["weeks_at_loss", "waiting", "curettage", "misoprostol", VALUES[0], "misoprostol"],
        ),
    ],
)
def test_back_goes_to_what_stood_before(back_at: tuple[str, ...], seen: list[str]) -> None:
    reader = Reader(back_at=back_at)
    assert walked(reader, CHOICE).how == "done"
    start = reader.seen.index("weeks_at_loss")
    assert reader.seen[start : start + len(seen) + 1] == [*seen, VALUES[0]]


@pytest.mark.parametrize("confirmed", ["no", "no_scan", "unknown"])
def test_without_a_scan_nothing_of_the_choice_is_shown(confirmed: str) -> None:
    reader = Reader({**ANSWERS, "confirmed": pick(confirmed)})
    assert walked(reader, CHOICE).how == "done"
    assert reader.notes == []
    assert not set(reader.seen) & {*VALUES, "leaning", "ready"}


def test_at_sixteen_weeks_nothing_of_the_choice_is_shown() -> None:
    reader = Reader({**ANSWERS, "weeks_at_loss": typed("16")})
    assert walked(reader, CHOICE).how == "done"
    assert reader.notes == []


# What only the note of one option says, near its end, so that it stands on a small screen too.
ASKED = {
    "nl": ("klachten?", "met een echo?", "Hoeveel weken was u zwanger?", "zo natuurlijk mogelijk gaat"),
    "en": ("symptoms now?", "by a scan?", "How many weeks pregnant were you?", "as naturally as possible"),
}
NONE_OF_THESE = "6"


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (50, 20)])
@pytest.mark.parametrize("language", IN)
def test_at_a_terminal_enter_goes_on_and_shift_tab_goes_back(
    tmp_path: Path, language: str, columns: int, rows: int
) -> None:
    signs, confirmed, weeks, value = ASKED[language]
    run = ("choice", "--lang", language, "--hospital", "lumc")
    with terminal(*run, folder=tmp_path, columns=columns, rows=rows) as person:
        person.answer(signs, NONE_OF_THESE, ENTER)
        person.answer(confirmed, "1", ENTER)
        person.answer(weeks, "9", ENTER)
        titles = [
            question.text.in_language(language) for question in CHOICE.questions if question.shows is not None
        ]
        for shown in (*titles, value):
            person.turn_pages_to(shown)
        person.answer(value, BACK)
        person.wait_for_question(titles[2])
        person.press(BACK)
        person.wait_for_question(titles[1])
        person.press(STOP)
        assert person.end() == 4
        for question in CHOICE.questions:
            if question.shows:
                assert question.text.in_language(language) in person.everything
