"""Findings: what holds, what is unknown and where that leads, in which order, and when it may surface."""

from miskraam_cli.interview.findings import Result, alerts, evaluate
from miskraam_cli.interview.state import Interview, NonAnswer
from tests.questionnaire_lines import asked, body
from tests.tiny_questionnaires import interview, questionnaire

UNKNOWN = NonAnswer.UNKNOWN
MAY = "may: [unknown]"
A, B, C = (asked(name, more=MAY) for name in "abc")
TARGET = "id: ask, level: call"

Shown = list[tuple[str, str]]


def shown(results: tuple[Result, ...]) -> Shown:
    return [(str(result.finding.id), result.outcome) for result in results]


def small(*findings: str, **answers: object) -> Interview:
    made = questionnaire(body([A, B, C], findings))
    return interview(
        made, {name: value for name, value in answers.items() if isinstance(value, bool | NonAnswer)}
    )


def test_an_unknown_leads_to_the_finding_that_the_author_names() -> None:
    rule = "id: alarm, level: now, when: a == true, if_unknown: ask"
    assert shown(evaluate(small(rule, TARGET, a=True))) == [("alarm", "holds")]
    assert shown(evaluate(small(rule, TARGET, a=False))) == []
    assert shown(evaluate(small(rule, TARGET, a=UNKNOWN))) == [("ask", "unknown")]
    assert shown(evaluate(small(rule, TARGET))) == [("ask", "unknown")], "not put is not no"


def test_an_unknown_may_lead_to_the_finding_itself() -> None:
    rule = "id: alarm, level: call, when: a == true, if_unknown: self"
    assert shown(evaluate(small(rule, a=UNKNOWN))) == [("alarm", "unknown")]


def test_with_a_ruling_an_unknown_may_lead_nowhere() -> None:
    rule = "id: alarm, level: call, when: a == true, if_unknown: none, rulings: [AMB-105]"
    assert shown(evaluate(small(rule, a=UNKNOWN))) == []
    assert shown(evaluate(small(rule, a=True))) == [("alarm", "holds")]


def test_several_unknowns_are_one_finding_that_names_them_all() -> None:
    found = small(
        "id: one, level: call, when: a == true, if_unknown: ask",
        "id: two, level: now, when: b == true, if_unknown: ask",
        "id: three, level: call, when: c == true, if_unknown: ask",
        TARGET,
        a=UNKNOWN,
        b=UNKNOWN,
        c=False,
    )
    (merged,) = evaluate(found)
    assert shown((merged,)) == [("ask", "unknown")]
    assert [str(source.id) for source in merged.sources] == ["one", "two"]
    assert merged.because == ("a", "b")


def test_a_target_that_holds_by_itself_is_not_repeated_as_unknown() -> None:
    found = small(
        "id: other, level: call, when: a == true, if_unknown: own",
        "id: own, level: call, when: b == true, if_unknown: self",
        a=UNKNOWN,
        b=True,
    )
    assert shown(evaluate(found)) == [("own", "holds")]


def test_order_is_level_then_holds_before_unknown_then_the_file() -> None:
    found = small(
        "id: know_first, level: know, when: a == true",
        "id: discuss_first, level: discuss, when: a == true",
        "id: call_unknown, level: call, when: b == true, if_unknown: self",
        "id: call_second, level: call, when: a == true, if_unknown: self",
        "id: call_third, level: call, when: a == true, if_unknown: self",
        "id: now_unknown, level: now, when: b == true, if_unknown: self",
        "id: now_last, level: now, when: a == true, if_unknown: self",
        a=True,
        b=UNKNOWN,
    )
    assert shown(evaluate(found)) == [
        ("now_last", "holds"),
        ("now_unknown", "unknown"),
        ("call_second", "holds"),
        ("call_third", "holds"),
        ("call_unknown", "unknown"),
        ("discuss_first", "holds"),
        ("know_first", "holds"),
    ]


def test_an_answer_off_the_path_leaves_a_finding_unknown_and_never_false() -> None:
    guarded = questionnaire(
        body(
            [A, asked("b", more="enable_when: a == true, warning: true, may: [unknown]")],
            ["id: alarm, level: call, when: b == true, if_unknown: ask", TARGET],
        )
    )
    assert shown(evaluate(interview(guarded, a=False, b=False))) == [("ask", "unknown")]
    assert shown(evaluate(interview(guarded, a=True, b=False))) == []


BOTH = "id: both, level: call, when: a == true and b == true, if_unknown: ask"
EITHER = "id: either, level: call, when: a == true or b == true, if_unknown: ask"


def test_in_mid_walk_nothing_unknown_surfaces_before_all_it_reads_has_been_put() -> None:
    assert shown(alerts(small(BOTH, TARGET))) == []
    assert shown(alerts(small(BOTH, TARGET, a=UNKNOWN))) == []
    assert shown(alerts(small(BOTH, TARGET, a=UNKNOWN, b=True))) == [("ask", "unknown")]
    assert shown(alerts(small(BOTH, TARGET, a=UNKNOWN, b=False))) == []


def test_in_mid_walk_what_holds_surfaces_at_once() -> None:
    assert shown(alerts(small(EITHER, TARGET, a=True))) == [("either", "holds")]


def test_in_mid_walk_what_is_off_the_path_counts_as_put() -> None:
    guarded = questionnaire(
        body([A, asked("b", more="enable_when: a == true, may: [unknown]")], [
            "id: alarm, level: call, when: b == true, if_unknown: ask", TARGET])
    )  # fmt: skip
    assert shown(alerts(interview(guarded))) == [], "b may still be asked"
    assert shown(alerts(interview(guarded, a=True))) == []
    assert shown(alerts(interview(guarded, a=False))) == [("ask", "unknown")]


def test_only_now_and_call_surface_in_mid_walk() -> None:
    found = small(
        "id: soft, level: discuss, when: a == true",
        "id: softer, level: know, when: a == true",
        a=True,
    )
    assert shown(alerts(found)) == []
    assert shown(evaluate(found)) == [("soft", "holds"), ("softer", "holds")]


MAYBE = "id: alarm, level: now, when: a == true and maybe(b == true), if_unknown: ask"


def test_in_mid_walk_maybe_waits_until_its_question_has_been_put() -> None:
    assert shown(alerts(small(MAYBE, TARGET, a=True))) == []
    assert shown(alerts(small(MAYBE, TARGET, a=True, b=UNKNOWN))) == [("alarm", "holds")]
    assert shown(alerts(small(MAYBE, TARGET, a=True, b=True))) == [("alarm", "holds")]
    assert shown(alerts(small(MAYBE, TARGET, a=True, b=False))) == []


def test_at_the_end_maybe_takes_what_was_never_put_as_a_possible_yes() -> None:
    assert shown(evaluate(small(MAYBE, TARGET, a=True))) == [("alarm", "holds")]


def test_in_mid_walk_maybe_waits_through_a_calculated_value_too() -> None:
    made = questionnaire(
        body(
            [A, B],
            ["id: alarm, level: now, when: a == true and maybe(perhaps), if_unknown: ask", TARGET],
            ["perhaps: b == true"],
        )
    )
    assert shown(alerts(interview(made, a=True))) == []
    assert shown(alerts(interview(made, a=True, b=UNKNOWN))) == [("alarm", "holds")]
    assert shown(evaluate(interview(made, a=True))) == [("alarm", "holds")]


def test_a_finding_says_which_answers_decided_it() -> None:
    (either,) = evaluate(small(EITHER, TARGET, a=False, b=True))
    assert either.because == ("b",)
