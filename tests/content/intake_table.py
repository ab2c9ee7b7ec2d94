"""The intake by its tables: the path, the signs, and the findings from `discuss` up. Nothing of the program.

Written from the tables of the content's design (1B, 2B) and section F of the rulings, not from the YAML. The verdict
on the PREMI study is that of the oracle of `tests/premi`.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import get_args

from tests.content.three_values import (
    ITSELF,
    Found,
    Her,
    Row,
    Said,
    Truth,
    above,
    at_least,
    either,
    every,
    found,
    maybe,
    opposite,
)
from tests.premi.premi_oracle import Cause, Verdict, Woman, verdict

SIGNS = ("fainting", "bleeding", "pain", "fever", "worried")


def asked(answers: Mapping[str, Said], today: date) -> Her:
    """A woman at the end of her path."""
    her = Her(answers, today)
    her.is_asked("hospital", "signs_now", "pregnant")
    not_pregnant = maybe(her.says("pregnant", False))
    her.is_asked("weeks", when=her.says("pregnant", True))
    her.is_asked("age", "miscarriages", "other_losses", "children", "diagnoses", "tests_done")
    her.is_asked("antiphospholipid_result", when=her.ticks("tests_done", "antiphospholipid"))
    her.is_asked("cause", "family")
    her.is_asked("child_congenital", when=maybe(above(her.number("children"), 0)))
    her.is_asked("partner")
    her.is_asked("partner_family", "partner_support", when=her.says("partner", "yes"))
    her.is_asked("height_cm", "weight_kg", "smoking", "alcohol")
    her.is_asked("pregnancy_wish", when=not_pregnant)
    her.is_asked("folic_acid", when=not_pregnant and maybe(opposite(her.says("pregnancy_wish", "no"))))
    her.is_asked("unprescribed", "test_wish")
    her.is_asked("chromosome_plan", when=maybe(chromosome_reason(her)))
    her.is_asked("feelings", "talk", "figures")
    her.is_asked("premi_wish", when=maybe(recurrent(her)))
    her.is_asked("speaks", when=her.says("premi_wish", "yes"))
    her.is_asked(
        "unexplained",
        when=every(
            her.says("premi_wish", "yes"),
            her.says("cause", "found"),
            maybe(at_least(her.number("miscarriages"), 3)),
        ),
    )
    her.is_asked("pregnancies", "question")
    her.is_asked("premi_open")  # of the clinic, not of her (AMB-98)
    return her


def recurrent(her: Her) -> Truth:
    """Two or more."""
    return at_least(her.number("miscarriages"), 2)


def perhaps_pregnant(her: Her) -> bool:
    """Pregnant, or not known."""
    return maybe(her.says("pregnant", True))


def antiphospholipid(her: Her) -> Truth:
    """`aps`: diagnosed, or antibodies raised twice (S1-APS-3)."""
    tested = her.ticks("tests_done", "antiphospholipid")
    twice = every(tested, her.says("antiphospholipid_result", "raised_twice"))
    return either(her.ticks("diagnoses", "antiphospholipid"), twice)


def chromosome_reason(her: Her) -> Truth:
    """A child or a family; of a partner whom she says nothing about it is not known (AMB-32, AMB-122)."""
    children = maybe(above(her.number("children"), 0))
    return either(
        every(children, her.says("child_congenital", True)),
        her.ticks("family", "congenital"),
        her.ticks("family", "losses"),
        her.ticks("partner_family", "congenital"),
        her.ticks("partner_family", "losses"),
        her.ticks("partner_family", "child_congenital"),
    )


def chromosome_known(her: Her) -> Truth:
    """An abnormality in one of them."""
    return either(her.ticks("diagnoses", "chromosome"), her.ticks("partner_family", "chromosome"))


def premi(her: Her) -> Verdict:
    """The verdict on the study, from what she said here."""
    causes: dict[str, Cause] = {cause.replace("-", "_"): cause for cause in get_args(Cause)}
    languages = [name for name in ("nl", "en", "little", "other") if her.ticks("speaks", name)]
    woman = Woman(
        age=_whole(her, "age"),
        miscarriages=_whole(her, "miscarriages"),
        cause=next((cause for name, cause in causes.items() if her.says("cause", name)), None),
        unexplained=_whole(her, "unexplained"),
        pregnant=her.says("pregnant", True),
        weeks=_whole(her, "weeks"),
        speaks=frozenset(languages) or None,
    )
    return verdict(woman)


def _whole(her: Her, name: str) -> int | None:
    number = her.number(name)
    return None if number is None else int(number)


def signs(her: Her) -> Mapping[str, Truth]:
    """The warning signs of the leaflet: present, absent or unknown."""
    return {name: her.ticks("signs_now", name) for name in SIGNS}


def findings(answers: Mapping[str, Said], today: date) -> frozenset[Found]:
    """What the table finds for these answers."""
    return found(rows(asked(answers, today)))


def reasons_to_call(answers: Mapping[str, Said], today: date) -> frozenset[str]:
    """Why she should read call or now, by her signs and not by a finding; of antiphospholipids, by the table."""
    her = asked(answers, today)
    reasons = {name for name, present in signs(her).items() if present}
    reasons |= {f"{name} unknown" for name, present in signs(her).items() if present is None}
    calls = {finding.id for finding in found(rows(her)) if finding.level == "call"}
    return frozenset(reasons | calls & {"aps_pregnant", "aps_pregnant_unknown"})


def rows(her: Her) -> Iterator[Row]:
    """The table, from now to discuss, with the two below that lead to one of these where they are unknown."""
    yield from _with_a_number(her)
    yield from _loss_and_tests(her)
    yield from _chromosomes(her)
    yield from _body_and_wishes(her)


def _with_a_number(her: Her) -> Iterator[Row]:
    sign = signs(her)
    perhaps = perhaps_pregnant(her)
    awaited = every(
        her.ticks("tests_done", "antiphospholipid"),
        her.says("antiphospholipid_result", "waiting", "raised_once"),
    )
    complaint = either(sign["bleeding"], sign["pain"], sign["fever"])
    yield Row("sign_unknown", "call", False)
    yield Row("aps_pregnant_unknown", "call", False)
    yield Row("fainting_now", "now", sign["fainting"], "sign_unknown")
    yield Row("pain_pregnant", "now", every(sign["pain"], perhaps), "sign_unknown")
    yield Row("signs_call", "call", complaint, "sign_unknown")
    yield Row("worried_now", "call", sign["worried"], "sign_unknown")
    yield Row("aps_pregnant", "call", every(antiphospholipid(her), perhaps), "aps_pregnant_unknown")
    yield Row("aps_awaited_pregnant", "arrange", every(awaited, perhaps), "aps_pregnant_unknown")
    yield Row("talk_today", "arrange", her.says("talk", "today"))


def _loss_and_tests(her: Her) -> Iterator[Row]:
    aps, again = antiphospholipid(her), recurrent(her)
    once = every(
        her.ticks("tests_done", "antiphospholipid"), her.says("antiphospholipid_result", "raised_once")
    )
    sugar = every(
        either(her.ticks("diagnoses", "diabetes"), her.ticks("family", "diabetes")),
        maybe(opposite(her.ticks("tests_done", "sugar"))),
        maybe(opposite(her.ticks("diagnoses", "diabetes"))),
    )
    inherited = her.ticks("diagnoses", "inherited_clotting")
    clotting = every(
        either(her.ticks("diagnoses", "clot"), inherited, her.ticks("family", "clots")),
        maybe(opposite(her.ticks("tests_done", "clotting"))),
        maybe(opposite(inherited)),
    )
    yield Row("repeat_if_raised", "discuss", False)
    yield Row("list_for_clinician", "discuss", False)
    yield Row("aps_if", "discuss", False)
    # Nobody is told that she is pregnant who did not say so.
    yield Row("perhaps_pregnant_tell", "discuss", False)
    yield Row("pregnant_tell", "discuss", her.says("pregnant", True), "perhaps_pregnant_tell")
    yield Row("fewer_than_two", "discuss", opposite(again))
    yield Row("tests_usual", "discuss", every(again, maybe(opposite(her.says("test_wish", "no")))))
    # Each test is spoken of by itself (AMB-121).
    wants = every(again, maybe(opposite(her.says("test_wish", "no"))))
    untested = maybe(opposite(her.ticks("tests_done", "antiphospholipid")))
    unsaid = maybe(opposite(her.ticks("diagnoses", "antiphospholipid")))
    yield Row("antiphospholipid_test", "discuss", every(wants, untested, unsaid))
    yield Row("thyroid_test", "discuss", every(wants, maybe(opposite(her.ticks("tests_done", "thyroid")))))
    yield Row("repeat_12_weeks", "discuss", once, "repeat_if_raised")
    yield Row("sugar_test", "discuss", sugar, "list_for_clinician")
    yield Row("clotting_known", "discuss", inherited)
    yield Row("clotting_test", "discuss", clotting, "list_for_clinician")
    yield Row("aps_treatment", "discuss", every(aps, again), "aps_if")
    yield Row("aps_when_pregnant", "discuss", every(aps, her.says("pregnant", False)))
    yield Row("medicines_unexplained", "know", every(again, opposite(aps)), "aps_if")
    yield Row("thyroid", "discuss", _diagnosed(her, "thyroid", "thyroid_antibodies"))
    yield Row("diabetes", "discuss", _diagnosed(her, "diabetes"))
    yield Row("uterus", "discuss", _diagnosed(her, "uterus"))


def _diagnosed(her: Her, *names: str) -> Truth:
    return either(*(her.ticks("diagnoses", name) for name in names))


def _chromosomes(her: Her) -> Iterator[Row]:
    reason, known = chromosome_reason(her), chromosome_known(her)
    offer = every(reason, maybe(opposite(her.ticks("tests_done", "chromosomes"))), maybe(opposite(known)))
    planned = every(maybe(reason), her.says("chromosome_plan", "planned"), her.says("pregnant", False))
    considering = every(
        maybe(reason), her.says("chromosome_plan", "considering"), maybe(her.says("pregnant", False))
    )
    yield Row("chromosome_offer", "discuss", offer, "list_for_clinician")
    yield Row("chromosome_wait", "discuss", planned, "chromosome_wait_if")
    yield Row("chromosome_wait_if", "discuss", considering)
    yield Row("chromosome_known", "discuss", known)


def _body_and_wishes(her: Her) -> Iterator[Row]:
    perhaps, pregnant = perhaps_pregnant(her), her.says("pregnant", True)
    drinks = her.says("alcohol", "little", "more")
    wish = every(her.says("premi_wish", "yes"), maybe(her.says("premi_open", True)))  # AMB-98
    yield Row("bmi_high", "discuss", every(_heavy(her), opposite(pregnant)))
    yield Row("bmi_high_pregnant", "discuss", every(_heavy(her), perhaps))
    yield Row("bmi_low", "discuss", _light(her))
    yield Row("alcohol_pregnant", "discuss", every(drinks, perhaps))
    yield Row("unprescribed", "discuss", her.says("unprescribed", True), ITSELF)
    yield Row("talk_later", "discuss", her.says("talk", "later"))
    yield Row("premi_meets", "discuss", every(wish, premi(her) == "meets"))
    yield Row("premi_cannot_tell", "discuss", every(wish, premi(her) == "cannot-tell"))


def _heavy(her: Her) -> Truth:
    """A BMI over 30, itself not included (S1-BMI-1, AMB-08), without a division."""
    height, weight = her.number("height_cm"), her.number("weight_kg")
    return None if height is None or weight is None else weight * 10_000 > 30 * height * height


def _light(her: Her) -> Truth:
    """A BMI below 18.5, itself not included (S1-BMI-2, AMB-08)."""
    height, weight = her.number("height_cm"), her.number("weight_kg")
    return None if height is None or weight is None else weight * 20_000 < 37 * height * height
