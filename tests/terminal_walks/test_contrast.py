"""High contrast, on request: nothing dim, nothing coloured, the weight kept."""

import re

import pytest

from miskraam_cli.renderers import terminal
from miskraam_cli.terminal.theme import Theme
from tests.building import NL
from tests.content.walks import quiet, summary

DIM_OR_COLOUR = re.compile(r"\x1b\[(?:\d+;)*(?:2|3[0-7]|9[0-7])m")


def test_a_page_in_high_contrast_is_neither_dim_nor_coloured() -> None:
    page = summary(quiet())
    assert DIM_OR_COLOUR.search(terminal.render(page, NL))
    plain = terminal.render(page, NL, colour=False, dim=False)
    assert not DIM_OR_COLOUR.search(plain)


@pytest.mark.parametrize("style", ["plain", "strong", "quiet", "alarm"])
def test_a_prompt_in_high_contrast_is_neither_dim_nor_coloured(style: str) -> None:
    assert not DIM_OR_COLOUR.search(Theme(contrast=True).paint("Bel vandaag", style))
    assert "\x1b[1m" in Theme(contrast=True).paint("Bel vandaag", "alarm"), "weight is kept"
