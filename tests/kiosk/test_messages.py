"""What passes between a patient's process and the supervisor: known words only, whole, in order, in both directions."""

import socket
import threading
from collections.abc import Iterator

import pytest

from miskraam_cli.kiosk.messages import (
    FromPatient,
    FromSupervisor,
    MessagePipe,
    SignalState,
    ToSupervisor,
)

Ends = tuple[socket.socket, socket.socket]


@pytest.fixture
def ends() -> Iterator[Ends]:
    """The two ends of a pipe."""
    ours, theirs = socket.socketpair()
    with ours, theirs:
        yield ours, theirs


@pytest.mark.parametrize(
    ("sent", "read"),
    [
        (b"started \n", [("started", "")]),
        (b"started\nalarm\n", [("started", ""), ("alarm", "")]),
        (b"koorts sinds gisteren\nalarm\n", [("alarm", "")]),
        (b"ALARM\nalar\n\n \nalarmx\n", []),
        (b"crashed ValueError\n", [("crashed", "ValueError")]),
        (b"crashed koorts sinds gisteren\n", [("crashed", "")]),
        (b"\xff\xfe\nsaid \n", [("said", "")]),
        (b"test_worked\nsignal_fails\n", []),
    ],
)
def test_only_words_that_this_end_knows_are_read(
    ends: Ends, sent: bytes, read: list[tuple[str, str]]
) -> None:
    ends[1].sendall(sent)
    assert MessagePipe(ends[0], FromPatient).read() == read


def test_a_word_that_comes_in_pieces_is_read_once_it_is_whole(ends: Ends) -> None:
    pipe = MessagePipe(ends[0], FromPatient)
    read = []
    for piece in (b"al", b"arm", b" \nsa", b"id\n"):
        ends[1].sendall(piece)
        read.append([word for word, _ in pipe.read()])
    assert read == [[], [], ["alarm"], ["said"]]


def test_nothing_is_read_where_nothing_comes_in_time_and_a_closed_end_is_seen(ends: Ends) -> None:
    pipe = MessagePipe(ends[0], FromPatient)
    assert (pipe.read(0.01), pipe.is_open) == ([], True)
    ends[1].close()
    assert (pipe.read(), pipe.is_open) == ([], False)


@pytest.mark.parametrize("works", [True, False])
def test_a_test_of_the_signal_waits_for_its_outcome_and_misses_no_other_news(ends: Ends, works: bool) -> None:
    supervisor = MessagePipe(ends[0], FromPatient)
    patient = ToSupervisor(ends[1], SignalState(last_test="not"), wrong_pins=0)
    found: list[bool] = []
    waiting = threading.Thread(target=lambda: found.append(patient.test_signal()))
    waiting.start()
    assert supervisor.read(5) == [("test", "")]
    supervisor.write(FromSupervisor.SIGNAL_FAILS)
    supervisor.write(FromSupervisor.TEST_WORKED if works else FromSupervisor.TEST_FAILED)
    supervisor.write(FromSupervisor.SECOND_CALLED)
    waiting.join(5)
    assert found == [works]
    state = patient.ask_signal()
    assert (state.fails, state.second_called) == (True, True)
    assert state.last_test == ("works" if works else "fails")
