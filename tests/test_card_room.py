"""A picture leaves its figure room whatever its words are, and says whose it is and may be used."""

import re

import pytest

from framtid.embed.pictures.card import FORMATS, card
from framtid.embed.request import read
from framtid.language.texts import LANGUAGES
from framtid.places import places
from framtid.views.registry import views

LEAST = 0.35
"""The share of a picture's height that a figure has at least."""
TAG = re.compile(r"<[^>]+>")
BOX = re.compile(r'<svg x="[\d.]+" y="([\d.]+)" width="[\d.]+" height="(-?[\d.]+)"')


@pytest.mark.parametrize("spoken", LANGUAGES)
@pytest.mark.parametrize("name", views())
def test_every_figure_has_room_in_a_wide_picture(name: str, spoken: str) -> None:
    for code in ("5601", "0"):
        if places().get(code).level not in views()[name].levels:
            continue
        drawn = card(read(name, code, {"lang": spoken}), "wide")
        found = BOX.search(drawn)
        assert found
        assert float(found[2]) >= LEAST * FORMATS["wide"].height
        assert "CC\N{NO-BREAK SPACE}BY\N{NO-BREAK SPACE}4.0" in drawn, "whole, on one line"


@pytest.mark.parametrize("spoken", LANGUAGES)
def test_a_picture_has_the_address_of_the_site_where_it_is_known(
    monkeypatch: pytest.MonkeyPatch, spoken: str
) -> None:
    monkeypatch.setenv("FRAMTID_ADDRESS", "https://2040.example")
    drawn = TAG.sub(" ", card(read("carers", "5601", {"lang": spoken}), "wide"))
    assert "2040.example" in drawn


def test_the_name_of_today_is_not_cut_at_the_edge_of_the_plot() -> None:
    view_drawn = card(read("carers", "5601", {"lang": "nb"}), "wide")
    before = view_drawn[: view_drawn.index(">i dag")]
    opened = re.findall(r"<(/?)svg([^>]*)>", before)
    inside: list[str] = []
    for end, attributes in opened:
        if end:
            inside.pop()
        elif not attributes.endswith("/"):
            inside.append(attributes)
    assert 'overflow="hidden"' not in inside[-1]
