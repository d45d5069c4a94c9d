"""Pictures are drawn by a process of their own, which may die without taking anybody along."""

import os
import re
import signal
from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from framtid.embed.frame.net import AskedNet
from framtid.embed.pictures.card import card
from framtid.embed.pictures.net import net_picture
from framtid.embed.pictures.painting import PRINT, Painting
from framtid.embed.request import read
from framtid.language import language_of, on_one_line
from framtid.language.texts import OF_PAGES
from framtid.places import Level
from framtid.views.registry import build_view, views

PNG = b"\x89PNG"
SCENES = {"hundred", "desks", "homes", "roster", "youth", "young", "of_hundred", "span", "price"}
"""Views of small figures."""


@pytest.fixture
def painting() -> Iterator[Painting]:
    started = Painting()
    yield started
    started.stop()


@pytest.fixture(scope="module")
def svg() -> str:
    return card(read("carers", "5610", {}))


def test_a_process_that_dies_is_replaced_and_draws_the_same(painting: Painting, svg: str) -> None:
    first = painting.png(svg)
    assert first.startswith(PNG)
    assert painting.process
    os.kill(painting.process.pid, signal.SIGKILL)
    assert painting.png(svg) == first


def test_what_is_no_picture_is_refused_and_the_next_one_is_drawn(
    painting: Painting, svg: str
) -> None:
    with pytest.raises(ValueError, match="cannot be drawn"):
        painting.png("<svg>")
    assert painting.png(svg).startswith(PNG)


@pytest.mark.parametrize("spoken", OF_PAGES)
@pytest.mark.parametrize("name", sorted(SCENES))
def test_small_figures_have_half_of_a_wide_card(name: str, spoken: str) -> None:
    for code in ("0",) if name in {"of_hundred", "price"} else ("0301", "1151"):
        made = card(read(name, code, {"lang": spoken}))
        box = re.search(r'<svg x="(\d+)" y="\d+" width="(\d+)" height="(\d+)"', made)
        assert box
        assert int(box[1]) >= 600
        assert int(box[2]) >= 500
        assert int(box[3]) >= 400


def test_every_scene_is_among_those_that_are_tried() -> None:
    found = set()
    for name, maker in views().items():
        if not maker.along and Level.MUNICIPALITY in maker.levels:
            meta = build_view(name, "5610").frames[0].figure["layout"].get("meta", {})
            found |= {name} if {"scene", "people"} & meta.keys() else set()
    assert found <= SCENES


@pytest.mark.parametrize("address", ["/views/carers/5610.png?", "/causes/5610.png?"])
def test_a_picture_for_print_has_one_width_and_no_other(client: TestClient, address: str) -> None:
    made = client.get(f"/api/v1{address}width={PRINT}")
    usual = client.get(f"/api/v1{address}")
    assert (_across(made.content), _across(usual.content)) == (PRINT, 1200)
    for wrong in ("2401", "99999", "-1", "1e9"):
        assert client.get(f"/api/v1{address}width={wrong}").status_code == 400


def _across(png: bytes) -> int:
    return int.from_bytes(png[16:20], "big")


@pytest.mark.parametrize("spoken", OF_PAGES)
def test_every_picture_says_its_licence_and_our_address(
    monkeypatch: pytest.MonkeyPatch, spoken: str
) -> None:
    monkeypatch.setenv("FRAMTID_ADDRESS", "https://example.no")
    language = language_of(spoken)
    wanted = on_one_line(language.say("embed.credit", address="example.no"))
    for made in (
        card(read("carers", "5610", {"lang": spoken})),
        net_picture(AskedNet("5610", spoken)),
        net_picture(AskedNet("0", spoken)),
    ):
        told = " ".join(re.findall(r"<text[^>]*>([^<]*)</text>", made)).replace("\xa0", " ")
        assert wanted.replace("\xa0", " ") in told
