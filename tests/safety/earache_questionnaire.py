"""A questionnaire about another illness, with its own shared files: written to a folder, run as it stands."""

from pathlib import Path

EAR = """
id: earache
version: 1.0.0
title: {nl: Oorontsteking, en: Ear infection}
sections:
  - id: ear
    title: {nl: Uw oor, en: Your ear}
    questions:
      - id: discharge
        type: boolean
        warning: true
        text: {nl: Loopt er vocht uit het oor?, en: Is fluid running from the ear?}
        label: {nl: vocht uit het oor, en: fluid from the ear}
        because: {nl: er vocht uit het oor loopt, en: fluid runs from the ear}
        may: [unknown]
        facts: [E1-EAR-1]
      - id: days
        type: integer
        range: [0, 60]
        warning: true
        text: {nl: Hoeveel dagen heeft u pijn?, en: For how many days have you had pain?}
        label: {nl: hoe lang u pijn heeft, en: how long you have had pain}
        may: [unknown]
        facts: [E1-EAR-2]
findings:
  - {id: running_ear, level: call, when: discharge == true, if_unknown: not_sure, say: running_ear}
  - {id: long_pain, level: now, when: days > 3, if_unknown: not_sure, say: long_pain}
  - {id: not_sure, level: call, say: not_sure}
statements:
  - id: running_ear
    text: {nl: Er loopt vocht uit uw oor. Bel vandaag., en: Fluid runs from your ear. Call today.}
    facts: [E1-EAR-1]
  - id: long_pain
    text: {nl: "U heeft al {days} dagen pijn.", en: "You have had pain for {days} days."}
    facts: [E1-EAR-2]
"""

STATEMENTS = """
leaflets: [{id: E1, title: {nl: Uw oren, en: Your ears}}]
worry: worry
actions:
  - {level: now, home: act, late: act, kiosk: act, workstation: act}
  - {level: call, home: act, late: act, kiosk: act, workstation: act}
statements:
  - {id: act, text: {nl: Bel de huisarts., en: Call the doctor.}, facts: [E1-EAR-1]}
  - {id: worry, text: {nl: Ongerust? Bel gerust de huisarts., en: Worried? Do call the doctor.}, facts: [E1-EAR-1]}
  - {id: not_sure, text: {nl: Weet u het niet? Bel dan., en: Not sure? Then call.}, facts: [E1-EAR-2]}
"""

CONTACTS = """
hours: {days: [mon, tue, wed, thu, fri, sat], opens: "07:30", closes: "18:00"}
holidays: [2026-12-25]
hospitals: [{id: ear_house, name: Het Oorhuis}]
contacts:
  - id: ear_day
    kind: hospital
    hospital: ear_house
    hours: day
    name: {nl: "Het Oorhuis, overdag", en: "The Ear House, daytime"}
    number: "+31201234567"
    display: 020 123 45 67
    facts: [E1-TEL-1]
"""

FACTS = """id\tseed\theading\tfact_en\tmodule\tprio\tline
E1-EAR-1\tE1\tOren\tFluid from the ear: call\tEAR\tA\t1
E1-EAR-2\tE1\tOren\tPain for more than three days: call\tEAR\tA\t2
E1-TEL-1\tE1\tBellen\tEar House 020 1234567\tEAR\tA\t3
"""


def earache(folder: Path) -> Path:
    """The questionnaire with its common folder beside it."""
    common = folder / "common"
    common.mkdir()
    (common / "questions.yaml").write_text("questions: []\n", encoding="utf-8")
    (common / "statements.yaml").write_text(STATEMENTS, encoding="utf-8")
    (common / "contacts.yaml").write_text(CONTACTS, encoding="utf-8")
    (common / "facts.tsv").write_text(FACTS, encoding="utf-8")
    file = folder / "earache.yaml"
    file.write_text(EAR, encoding="utf-8")
    return file
