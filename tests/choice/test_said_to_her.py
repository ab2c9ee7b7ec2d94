"""What she is told before the options, what worry says, two lists of signs, words that hurt (AMB-119 to AMB-139)."""

import re

import pytest

from miskraam_cli.interview.state import Answer, NonAnswer
from miskraam_cli.language import Words
from miskraam_cli.renderers import text
from tests.choice.choice_walks import CHOICE, IN, choice, summary
from tests.every_text import texts
from tests.flat_text import flat

HURTS = re.compile(  # AMB-133
    r"haalt de zwangerschap weg|removes the pregnancy|hoort bij de natuur|part of nature|geen landelijke organisatie"
    r"|no national organisation",
    re.IGNORECASE,
)


def page(words: Words, /, **other: Answer) -> str:
    return flat(text.render(summary(choice(**other), words), words))


@pytest.mark.parametrize("language", IN)
def test_what_it_is_and_that_she_could_not_prevent_it_stand_before_the_options(language: str) -> None:
    """AMB-139; and once."""
    words = IN[language]
    shown = page(words)
    options = shown.index(words("compare.title"))
    for name in ("what_happens", "cannot_be_saved", "guilt"):
        said = flat(CHOICE.statements[name].text.in_language(language))
        assert shown.count(said) == 1
        assert shown.index(said) < options, name
    asked = [str(question.id) for question in CHOICE.questions]
    assert asked.index("read_first") < asked.index("read_waiting")


@pytest.mark.parametrize("language", IN)
def test_worry_speaks_of_worry_alone(language: str) -> None:
    """AMB-129."""
    made = summary(choice(signs_now=("worried",)), IN[language])
    (worried,) = (finding for finding in made.findings if finding.outcome == "holds" and finding.alarming)
    said = " ".join(one.text for one in worried.says)
    assert worried.id == "worried_now"
    assert not re.search(r"bloed|koorts|pijn|bleed|fever|pain", said, re.IGNORECASE)


@pytest.mark.parametrize("language", IN)
@pytest.mark.parametrize("confirmed", ["scan", "no_scan", "no", NonAnswer.UNKNOWN])
def test_another_curettage_is_spoken_of_only_after_a_scan(confirmed: Answer, language: str) -> None:
    """AMB-119: without a scan the list names signs alone."""
    made = summary(choice(confirmed=confirmed), IN[language])
    (signs,) = (finding for finding in made.findings if finding.lists_signs)
    cited = {fact for said in signs.says for fact in said.facts}
    assert ("S2-WARN-5" in cited) is (confirmed == "scan")
    assert {"S2-WARN-2", "S2-WARN-3", "S2-WARN-4", "S2-WARN-6"} <= cited
    everything = {fact for finding in made.findings for said in finding.says for fact in said.facts}
    assert ("S2-WARN-5" in everything) is (confirmed == "scan")


@pytest.mark.parametrize("language", IN)
def test_much_blood_for_long_is_a_sign_too(language: str) -> None:
    """AMB-118."""
    said = CHOICE.by_id["signs_now"].option("bleeding").text.in_language(language)
    both = {"nl": ("lang", "ruime menstruatie"), "en": ("long time", "heavy period")}[language]
    assert all(part in said for part in both)


@pytest.mark.parametrize("language", IN)
def test_who_has_no_appointment_is_told_to_call_in_the_daytime(language: str) -> None:
    """AMB-131."""
    said = {"nl": "nog geen afspraak? Bel dan overdag", "en": "in the daytime"}[language]
    assert said in page(IN[language])


@pytest.mark.parametrize("hospital", ["lumc", "other"])
def test_nothing_of_the_aid_itself_reaches_who_has_no_scan(hospital: str) -> None:
    """AMB-139."""
    made = summary(choice(hospital=hospital, confirmed="no"))
    assert "about_aid" not in {finding.id for finding in made.findings}
    assert made.compare is None


def test_no_text_has_the_words_that_hurt() -> None:
    """AMB-133."""
    spoken = [part for found in texts(CHOICE) for part in (found.nl, found.en)]
    assert len(spoken) > 200
    assert [part for part in spoken if HURTS.search(part)] == []
    assert HURTS.search("De gynaecoloog haalt de zwangerschap weg.")
