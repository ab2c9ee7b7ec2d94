# ruff: noqa: TID253  # a test may import what it tests
"""One private method of questionary is leaned on. If it goes, this says so before any prompt does."""

import inspect
from importlib.metadata import requires, version

from questionary.prompts.common import InquirerControl


def test_the_private_method_is_there_with_the_arguments_we_give() -> None:
    assert list(inspect.signature(InquirerControl._init_choices).parameters)[:3] == [
        "self",
        "choices",
        "pointed_at",
    ]


def test_the_minor_version_of_questionary_is_pinned() -> None:
    assert version("questionary").startswith("2.1.")
    pins = [line for line in requires("miskraam") or () if line.startswith("questionary")]
    assert pins == ["questionary~=2.1.1"]
