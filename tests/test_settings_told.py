"""No kroner without their setting and range, no nation's rate without its name: as rendered."""

import re
from dataclasses import replace

import pytest

from framtid.consequences.local import local
from framtid.consequences.model import INDICATORS
from framtid.consequences.setting import STATES, Setting
from framtid.horizon import HORIZON
from framtid.language import language_of
from framtid.language.texts import LANGUAGES
from framtid.pathways.balance import balance_if
from framtid.pathways.codec import decode
from framtid.pathways.outlook import outlook_of
from framtid.pathways.pathway import path
from framtid.pathways.switches import Switches
from framtid.places import places
from framtid.stories import read_aloud
from framtid.stories.path_facts import PathFacts
from framtid.stories.path_report import tell_path
from framtid.stories.plan_told import tell_plan
from framtid.stories.prose import plain
from framtid.views.registry import build_view, views
from tests.story_parts import further

NB = language_of("nb")
CODES = ("0", "46", "ba-5", "0301", "3209", "5610", "1151")
KRONER = re.compile(r"\d[\d\s\u00a0]* kroner|kroner (?:mangler|manglar|short)")
OTHERS = {"price"}
"""Views of kroner that a report has worked out, in which the State is set to nothing."""
WAYS = (None, "lys-vei", "mork-vei", "2-un3")
RATE = {"nb": "med landets andel", "nn": "med andelen i landet", "en": "at the country’s rate"}
VACANT = {
    "nb": "med landets andel tomme stillinger",
    "nn": "med andelen tomme stillingar i landet",
    "en": "at the country’s rate of vacancies",
}


@pytest.mark.parametrize("spoken", LANGUAGES)
def test_every_figure_with_kroner_in_its_headline_says_what_the_state_pays_for(spoken: str) -> None:
    language, shown = language_of(spoken), set()
    for code in CODES:
        for name, maker in views().items():
            if places().get(code).level not in maker.levels or name in OTHERS:
                continue
            pathway = path("lys-vei") if maker.along else path("som-i-dag")
            view = build_view(name, code, spoken, pathway)
            if any(KRONER.search(frame.title) for frame in view.frames):
                assert language.say("state.history") in view.subtitle, (name, code)
                shown.add(name)
    assert {"path_kroner", "roads"} <= shown


@pytest.mark.parametrize("state", STATES)
def test_what_is_said_of_the_state_is_what_is_set(state: str) -> None:
    switches = Switches(setting=Setting.of(state))
    for name in ("path_kroner", "path_plan"):
        view = build_view(name, "5610", "nb", path("lys-vei"), switches)
        assert NB.say(f"state.{state}") in view.subtitle
    outlook = outlook_of("5610", pathway=path("lys-vei"), setting=switches.setting)
    money = next(part for part in tell_path(outlook, NB).plain.split("\n") if "Pengene." in part)
    facts = PathFacts(outlook, NB)
    for other in STATES:
        told = NB.fill("{{ v|about }}", v=abs(facts.kroner_if(other)))
        assert (told in money) == (other != state), (other, money)
    assert ("regner vi med at den følger med sju tideler" in money) == (state == "history")
    assert NB.say(f"switches.state.settings.{state}.text") in tell_plan(outlook, NB).assumed


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("code", CODES)
def test_a_step_with_kroner_tells_its_setting_and_the_step_of_money_its_range(
    code: str, way: str | None
) -> None:
    told = read_aloud("2040", code, "nb", decode(way) if way else None)
    steps = {name: plain(f"{heading}. {html}") for name, (heading, html) in told.items()}
    for name, text in steps.items():
        if KRONER.search(text):
            assert "sju tideler" in text, (name, text)
    outlook = outlook_of(code, pathway=decode(way).pathway if way else path("som-i-dag"))
    facts = PathFacts(outlook, NB)
    for state in ("nothing", "wholly"):
        left = facts.kroner_if(state)
        some = abs(left) >= 10
        written = NB.fill("{{ v|exact }}", v=abs(left)) if some else "er regnskapet i balanse"
        assert written in steps["pengene"].replace("&nbsp;", "\u00a0"), (state, written)


@pytest.mark.parametrize("spoken", LANGUAGES)
def test_the_young_outside_are_said_to_be_counted_by_the_countrys_rate(spoken: str) -> None:
    for code in CODES:
        borrowed = not INDICATORS["outside"].own(local(places().get(code)))
        frame = next(f for f in build_view("roads", code, spoken).frames if f.id == "outside")
        first, second = frame.alt.split(". ", 1)
        for sentence in (frame.title, first):
            assert (RATE[spoken] in sentence) == borrowed, (code, sentence)
        assert second
        assert borrowed == (code != "0")


@pytest.mark.parametrize("spoken", LANGUAGES)
def test_posts_that_stand_vacant_today_are_said_to_be_the_countrys_rate(spoken: str) -> None:
    for code in CODES:
        frames = {frame.id: frame.alt for frame in build_view("roads", code, spoken).frames}
        hands = build_view("path_hands", code, spoken, path("lys-vei")).frames[0].alt
        for alt in (frames["course"], frames["gap"], hands):
            assert (VACANT[spoken] in alt) == (code != "0"), (code, alt)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("code", CODES)
def test_prose_says_in_the_sentence_that_a_rate_is_the_nations(code: str, way: str | None) -> None:
    note = read_aloud("2040", code, "nb", decode(way) if way else None, only=["dagen"])["dagen"][1]
    parts = plain("\n\n".join((note, *further(code, way).values())))
    amina = [each for each in re.split(r"(?<=[.])\s", parts) if "utenfor jobb" in each]
    assert len(amina) >= 2
    assert all(("landets andel" in each) == (code != "0") for each in amina), amina
    report = tell_path(
        outlook_of(code, pathway=decode(way).pathway if way else path("lys-vei")), NB
    )
    for part in report.plain.split("\n"):
        if "I dag regner vi med at" in part or "så å si alle stillinger" in part:
            assert ("i landet" in part) == (code != "0"), part
        if "av hver hundre som er i jobb i 2040" in part:
            assert ("landets andel i jobb" in part) == (code != "0"), part


def test_a_rate_of_ones_own_is_not_called_the_nations() -> None:
    here = local(places().get("5610"))
    own = replace(here, outside=replace(here.outside, basis="own"))
    assert INDICATORS["outside"].own(own)
    assert not INDICATORS["outside"].own(here)


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("name", ["som-i-dag", "lys-vei", "mork-vei"])
def test_another_line_of_the_state_is_what_counting_all_anew_gives(code: str, name: str) -> None:
    outlook = outlook_of(code, pathway=path(name))
    for state in STATES:
        setting = replace(outlook.setting, state=state)
        anew = outlook_of(code, pathway=path(name), setting=setting).consequences
        expected = anew.at("balance_per_inhabitant", HORIZON)
        assert balance_if(outlook, state, HORIZON) == pytest.approx(expected, abs=1e-6)
