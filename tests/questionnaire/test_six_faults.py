"""Six different faults in one file are six problems: none hides another, and none brings more along."""

from tests.tiny_questionnaires import problems

SIX = """\
sections:
  - id: only
    title: {nl: Alles, en: All}
    questions:
      - id: fever
        type: boolean
        warnign: true
        text: {nl: Heeft u koorts?, en: Do you have a fever?}
        label: {nl: Koorts, en: Fever}
        addition: a test
      - id: pain
        type: boolean
        text: {nl: Heeft u pijn?}
        label: {nl: Pijn, en: Pain}
        addition: a test
      - id: age
        type: integer
        range: [50, 10]
        text: {nl: Hoe oud bent u?, en: How old are you?}
        label: {nl: Leeftijd, en: Age}
        addition: a test
findings:
  - {id: hot, level: call, if_unknown: self, when: fevr or pain, say: hello}
  - {id: old, level: know, when: age > 40, say: helo}
  - {id: alarm, level: now, when: fever, say: hello}
"""


def test_six_faults_are_six_problems() -> None:
    found = problems(SIX)
    assert {(problem.code, str(problem.place)) for problem in found} == {
        ("Q011", "test.yaml:10:9"),
        ("Q016", "test.yaml:16:15"),
        ("Q203", "test.yaml:19:9"),
        ("Q104", "test.yaml:26:52"),
        ("Q022", "test.yaml:27:49"),
        ("Q211", "test.yaml:28:5"),
    }
    assert len(found) == 6


def test_a_fault_in_every_file_is_reported_in_that_file() -> None:
    found = problems(
        SIX.replace("warnign", "warning"),
        questions="questions: none\n",
        statements="worry: worry\nactions: []\nleaflets: []\nstatements: []\nstatement: []\n",
        contacts="hours: {}\n",
        facts="nothing\n",
    )
    assert {problem.place.file for problem in found} == {
        "test.yaml",
        "questions.yaml",
        "statements.yaml",
        "contacts.yaml",
        "facts.tsv",
    }
