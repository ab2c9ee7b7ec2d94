"""A tiny questionnaire with each kind of thing that a book holds, about no illness, and its book."""

from datetime import datetime

from miskraam_cli.language import EveryLanguage
from miskraam_cli.library.interface import texts_of_book
from miskraam_cli.questionnaire.coverage import Ruling
from miskraam_cli.questionnaire.model import Questionnaire
from miskraam_cli.summary.book.build import book, chapter
from miskraam_cli.summary.book.model import Book
from tests.tiny_questionnaires import NOON, questionnaire

SAY = EveryLanguage(texts_of_book())
RULINGS = (Ruling("AMB-01", "the river counts as a road", ""), Ruling("AMB-02", "nobody cites this", ""))

CRITERIA = """
sets:
  - id: trip
    criteria:
      - id: old
        label: {nl: oud genoeg, en: old enough}
        met_when: age >= 18
        not_met_when: age < 18
        say: hello
"""

LOOK = """\
      - id: look
        type: note
        text: {nl: Kijk eerst naar de boot., en: First look at the boat.}
        shows: boat
        addition: a test
"""

BODY = """
opening: welcome
criteria: [trip]
compare:
  when: far
  order: hello
  matters: lots
  options: [{id: boat, title: {nl: Boot, en: Boat}}, {id: foot, title: {nl: Lopend, en: On foot}}]
  rows: [{id: cost, title: {nl: Wat het kost, en: What it costs}, cells: {boat: ticket, foot: silent}}]
  values: [{question: weight, cells: {boat: ticket, foot: silent}}]
sections:
  - id: first
    title: {nl: Eerst, en: First}
    questions:
      - id: wet
        type: boolean
        warning: true
        text: {nl: "Bent u nat?", en: "Are you wet?"}
        label: {nl: of u nat bent, en: whether you are wet}
        short: {nl: nat, en: wet}
        because: {nl: u nat bent, en: you are wet}
        help: {nl: Ook uw voeten tellen., en: Your feet count too.}
        may: [unknown]
        facts: [T-A-1]
        rulings: [AMB-01]
      - id: shoe
        type: choice
        text: {nl: "Welke schoenen draagt u?", en: "Which shoes do you wear?"}
        label: {nl: uw schoenen, en: your shoes}
        choices:
          - {id: boot, text: {nl: Laarzen, en: Boots}, because: {nl: u laarzen draagt, en: you wear boots}}
          - {id: clog, text: {nl: Klompen, en: Clogs}, short: {nl: hout, en: wood}}
          - {id: bare, text: {nl: Geen, en: None}, pauses: {nl: Vraag om sokken., en: Ask for socks.}}
        enable_when: wet == true
        addition: nobody else asks it
      - id: gear
        type: choices
        text: {nl: "Wat neemt u mee?", en: "What do you take along?"}
        label: {nl: uw spullen, en: your things}
        choices:
          - {id: rope, text: {nl: Touw, en: Rope}}
          - {id: tent, text: {nl: Tent, en: Tent}}
          - {id: nothing, text: {nl: Niets, en: Nothing}, exclusive: true}
        addition: a test
  - id: second
    title: {nl: Daarna, en: Then}
    questions:
      - id: age
        type: integer
        range: [1, 99]
        example: 40
        text: {nl: "Hoe oud bent u?", en: "How old are you?"}
        label: {nl: uw leeftijd, en: your age}
        doubt:
          when: age > 90
          text: {nl: "U typte {age}. Klopt dit?", en: "You typed {age}. Is this right?"}
        may: [unknown, declined]
        addition: a test
      - id: heat
        type: decimal
        unit: Cel
        places: 1
        range: [10.5, 40]
        text: {nl: "Hoe warm is het?", en: "How warm is it?"}
        label: {nl: de warmte, en: the heat}
        addition: a test
      - id: left
        type: date
        text: {nl: "Wanneer vertrok u?", en: "When did you leave?"}
        label: {nl: uw vertrek, en: your departure}
        addition: a test
      - id: weight
        type: choice
        text: {nl: "Telt de prijs?", en: "Does the price matter?"}
        label: {nl: de prijs, en: the price}
        choices: [{id: lots, text: {nl: Ja, en: "Yes"}}, {id: little, text: {nl: Nee, en: "No"}}]
        addition: a test
LOOK      - id: open
        type: boolean
        hidden: true
        text: {nl: "Vaart de boot?", en: "Does the boat sail?"}
        label: {nl: of de boot vaart, en: whether the boat sails}
        addition: a test
      - id: wish
        type: text
        text: {nl: "Wat wilt u nog kwijt?", en: "What else?"}
        label: {nl: uw wens, en: your wish}
        addition: a test
calculated:
  days: today - left
  far: age > 60 or heat >= 30.5
  double: age * 2
terms:
  days: {nl: dagen onderweg, en: days on the way}
  far: {nl: een zware tocht, en: a hard trip}
  trip: {nl: eisen voor de tocht, en: demands of the trip}
findings:
  - id: soaked
    level: now
    short: {nl: doornat, en: soaked}
    when: wet == true and shoe in ('clog', 'bare')
    if_unknown: perhaps_wet
    say: [dry, counted]
    rulings: [AMB-01]
  - {id: perhaps_wet, level: call, short: {nl: misschien nat, en: perhaps wet}, say: dry}
  - {id: tired, level: discuss, when: far and maybe(days > 3), say: rest}
  - {id: loaded, level: know, audience: clinician, when: "true", say: note_load}
statements:
  - {id: welcome, text: {nl: Welkom op reis., en: Welcome on the trip.}, facts: [T-A-1]}
  - id: dry
    text: {nl: Droog u eerst af., en: Dry yourself first.}
    kiosk: {nl: Vraag een handdoek., en: Ask for a towel.}
    facts: [T-A-1]
    figure: {icons: [[2, 5]]}
    reassuring: true
    approved: {by: A. Jansen, on: 2026-11-02}
  - id: counted
    text: {nl: "U bent {age} en {days} dagen weg.", en: "You are {age} and {days} days away."}
    addition: counted by us
  - {id: rest, text: {nl: Rust wat uit. Er is tijd., en: Rest a little. There is time.}, facts: [T-A-1]}
  - {id: ticket, text: {nl: Een kaartje., en: A ticket.}, facts: [T-A-1]}
  - id: note_load
    text: {nl: Zij draagt veel., en: She carries much.}
    note: N-07
    basis: {nl: een weegschaal, en: a pair of scales}
""".replace("LOOK", LOOK)


def trip(*edits: tuple[str, str]) -> Questionnaire:
    """The tiny questionnaire, with these edits in its text; one that finds nothing fails the test."""
    text = BODY
    for old, new in edits:
        assert old in text, old
        text = text.replace(old, new, 1)
    return questionnaire(text, criteria=CRITERIA)


def book_of(*found: Questionnaire, made: datetime = NOON) -> Book:
    """The book of these questionnaires."""
    return book([chapter(one, SAY) for one in found], found, RULINGS, SAY, made)
