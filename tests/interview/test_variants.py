"""A question that reads otherwise by an answer before it: asked, said back, looked at and given as a reason alike."""

import pytest

from miskraam_cli.interview.prompt import Answered, Jump
from tests.interview.simulated_people import (
    CALM,
    FOLLOW_UP,
    Person,
    pick,
    scripted,
    summary_of,
    typed,
    walked,
)
from tests.questionnaire_lines import asked, body, options
from tests.tiny_questionnaires import EN, NL, questionnaire

VARIANTS = """variants: [
  {when: care == 'tablets', text: {nl: Welke dag de tabletten?, en: A}, label: {nl: tabletten, en: A},
   because: {nl: "de tabletten op {answer} waren", en: A}},
  {when: "care in ('tablets', 'surgery')", text: {nl: Welke dag de ingreep?, en: A}}]"""
TINY = questionnaire(
    body(
        [
            asked("care", "choice", f"{options('waiting', 'tablets', 'surgery')}, may: [unknown]"),
            asked("day", "integer", f'range: [1, 31], because: {{nl: "dag {{answer}}", en: A}}, {VARIANTS}'),
            asked("b"),
        ],
        ["id: late, level: call, if_unknown: self, when: day > 20"],
    )
)


@pytest.mark.parametrize(
    ("care", "text", "label", "because"),
    [
        ("tablets", "Welke dag de tabletten?", "tabletten", "de tabletten op 25 waren"),
        ("surgery", "Welke dag de ingreep?", "day", "dag 25"),
        ("waiting", "day", "day", "dag 25"),
        ("unknown", "day", "day", "dag 25"),
    ],
)
def test_the_first_variant_that_holds_is_said_and_its_own_words_where_none_is_known_to(
    care: str, text: str, label: str, because: str
) -> None:
    presenter, ended = scripted(pick(care), typed("25"), Jump(), questionnaire=TINY)
    _, day, _, review = presenter.prompts
    assert (day.id, day.text) == ("day", text)
    assert f"{label}: 25" in [part.text for notice in presenter.notices for part in notice.paragraphs]
    assert f"{label.capitalize()}: 25" in [option.label for option in review.options]
    (late,) = summary_of(ended).findings
    assert [reason.text for reason in late.because] == [because]
    assert ended.interview.answers["day"] == 25, "it is one question, whatever its words"


def test_another_answer_before_it_brings_other_words_to_the_same_answer() -> None:
    presenter, ended = scripted(
        pick("waiting"), typed("25"), Jump(), pick("care"), pick("tablets"), Jump(), questionnaire=TINY
    )
    before, after = ([option.label for option in presenter.prompts[at].options] for at in (3, -1))
    assert "Day: 25" in before
    assert "Tabletten: 25" in after
    assert ended.interview.answers["day"] == 25


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize(
    ("treatment", "named", "other"),
    [
        ("curettage", {"nl": "curettage", "en": "curettage"}, {"nl": "miskraam", "en": "miscarriage"}),
        ("waiting", {"nl": "miskraam", "en": "miscarriage"}, {"nl": "curettage", "en": "curettage"}),
        ("misoprostol", {"nl": "miskraam", "en": "miscarriage"}, {"nl": "curettage", "en": "curettage"}),
    ],
)
def test_her_day_is_named_by_what_she_chose(
    treatment: str, named: dict[str, str], other: dict[str, str], language: str
) -> None:
    answers: dict[str, Answered] = {**CALM, "treatment": pick(treatment)}
    person = Person(answers)
    walked(person, FOLLOW_UP, {"nl": NL, "en": EN}[language])
    (day,) = [prompt for prompt in person.prompts if prompt.id == "loss_date" and prompt.kind == "typed"]
    (line,) = [
        part.text for notice in person.notices for part in notice.paragraphs if part.text.endswith(" 2026")
    ]
    for said in (day.text, line):
        assert named[language] in said
        assert other[language] not in said
