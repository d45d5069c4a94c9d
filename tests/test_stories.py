"""Every story can be told for every kind of place, and nothing in its folder is left over."""

import re
import struct
from dataclasses import replace
from html import unescape
from typing import Any

import pytest
from starlette.testclient import TestClient

from framtid.answers import as_data
from framtid.consequences.evidence import evidence
from framtid.embed.pictures.card import card
from framtid.embed.request import Asked
from framtid.errors import UnknownPlaceError, UnknownStoryError
from framtid.language import language_of
from framtid.language.texts import LANGUAGES
from framtid.pathways.codec import decode
from framtid.pathways.outlook import outlook_of
from framtid.pathways.rounding import told as told_figure
from framtid.places import places
from framtid.projection import base_year
from framtid.stories import gallery, read_aloud, stories, tell
from framtid.stories.document import Document
from framtid.stories.next_steps import neighbour
from framtid.stories.place_facts import Facts
from framtid.stories.prose import plain
from framtid.stories.workshop.parts import listed
from framtid.stories.workshop.told import slips, too_exact
from framtid.views.registry import build_view
from framtid.views.young_people import shared
from tests.left_over import OTHERS, left
from tests.schemas import check_schema
from tests.shares import SHARES, share

CODES = ("0", "ba-5", "46", "0301", "1151", "1580", "3201", "3209", "5610", "5614")


def check(told: dict[str, Any]) -> None:
    check_schema(told, Document)
    ids = [step["id"] for step in told["steps"]]
    assert len(ids) == len(set(ids))
    for step in told["steps"]:
        frames = told["views"][step["view"]]["frames"]
        assert step["frame"] in frames
        text = re.sub(r"<[^>]+>", "", step["html"])
        assert "{" not in text + step["heading"]
        assert "  " not in text
        assert step["heading"] == step["heading"].strip()


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("story", list(stories()))
def test_a_story_is_told_whole(story: str, code: str) -> None:
    check(as_data(tell(story, code)))


@pytest.mark.parametrize("code", CODES)
def test_the_gallery_is_a_document_too(code: str) -> None:
    check(as_data(gallery(code)))


@pytest.mark.parametrize("spoken", LANGUAGES)
@pytest.mark.parametrize("story", list(stories()))
def test_prose_and_steps_match(story: str, spoken: str) -> None:
    found = stories()[story]
    assert set(found.prose(spoken).parts) == listed(found)


def _sentences(step: dict[str, Any]) -> str:
    return f"{step['heading']} " + re.sub(r"<[^>]+>", "", step["html"])


@pytest.mark.parametrize("number", SHARES)
def test_every_municipality_is_told_in_whole_sentences(number: int) -> None:
    """Every story of a place in turn, so that what it comes to there is computed once."""
    for place in share(number):
        for story in stories():
            for heading, html in read_aloud(story, place.code).values():
                told = _sentences({"heading": heading, "html": html})
                assert slips(told) == [], (story, told)


def test_no_municipality_is_told_of_a_need_that_does_not_outgrow_the_hands() -> None:
    for place in places().municipalities:
        facts = Facts(outlook_of(place.code))
        assert facts.need_growth > facts.people(2040, 20, 66) / facts.people(2026, 20, 66) - 1
        assert facts.more(80) > 0


@pytest.mark.parametrize("code", ["0301", "1151", "1580", "3201", "5610", "5614"])
def test_text_and_figure_count_the_same_hundred(code: str) -> None:
    told = as_data(tell("2040", code))
    steps = {step["id"]: step for step in told["steps"]}
    for step, of in (("hundre-norge", "0"), ("hundre-2040", code)):
        title = told["views"][f"hundred/{of}"]["frames"]["2040"]["title"]
        counted = re.search(r"og (\d+) har fylt 67", title)
        assert counted
        assert f" {counted[1]} av de" in _sentences(steps[step])


def test_the_second_act_is_honest_where_a_municipality_stands_alone() -> None:
    alone = {step["id"]: _sentences(step) for step in as_data(tell("2040", "1151"))["steps"]}
    shared = {step["id"]: _sentences(step) for step in as_data(tell("2040", "1580"))["steps"]}
    assert "for seg selv" in alone["arbeidsmarkedet"]
    assert "pendler mellom" in shared["arbeidsmarkedet"]
    assert "fylket" in alone["arbeidsmarkedet"]


def test_the_main_story_has_four_acts_and_a_question() -> None:
    told = as_data(tell("2040", "5610"))
    assert len(told["acts"]) == 4
    assert 16 <= len(told["steps"]) <= 20
    assert [step["ask"] for step in told["steps"]].count("place") == 1


def test_the_readers_place_is_there_from_the_first_screen_and_the_nation_is_one() -> None:
    for code in CODES:
        told = as_data(tell("2040", code))
        first = told["steps"][0]
        assert first["ask"] == "place"
        assert told["place"]["inside"].lower() in _sentences(first).lower()
        shown = [step["view"] for step in told["steps"][:3]]
        assert shown == ["lifespan/0", "hundred/0", "over80/0"]


def test_a_growing_place_is_not_told_that_it_shrinks() -> None:
    for place in places().municipalities[::10]:
        text, _ = read_aloud("2040", place.code)["vaktene"]
        future = next(f for f in build_view("workers", place.code).frames if f.id == "future")
        workers = future.title
        fewer = workers.removeprefix("Trolig ").lower().startswith("færre")
        assert ("hendene blir færre" in text) == fewer


def test_unknown_names_are_told() -> None:
    with pytest.raises(UnknownStoryError):
        as_data(tell("finnes-ikke", "0"))
    with pytest.raises(UnknownPlaceError):
        as_data(tell("2040", "9999"))


def test_every_fact_from_elsewhere_has_a_source_and_says_something() -> None:
    assert set(language_of().entry("facts")) == set(evidence())
    for name, fact in evidence().items():
        assert language_of().say(f"facts.{name}", value=fact.value).endswith(".")
        assert fact.sources
        assert all(source.link.startswith("http") for source in fact.sources)


def test_the_prose_takes_the_numbers_of_facts_from_the_data() -> None:
    files = [story.folder / "nb.md" for story in stories().values()]
    prose = "\n".join(file.read_text(encoding="utf-8") for file in files)
    valued = {name for name, fact in evidence().items() if fact.value is not None}
    assert valued == set(re.findall(r"known\.(\w+)", prose))


def test_sources_go_by_names_that_people_know() -> None:
    told = as_data(gallery("4601"))
    labels = {source["label"] for view in told["views"].values() for source in view["sources"]}
    assert {"SSB tabell 07459", "Grønt hefte 2026"} <= labels
    assert not any(re.fullmatch(r"[a-z0-9-]+", label) for label in labels)


@pytest.mark.parametrize(
    ("code", "addresses"),
    [
        ("0", ["/veivalg?sted=0", "/kommune", "/fortellinger?sted=0", "/om"]),
        ("46", ["/veivalg?sted=46", "/kommune?sted=46", "/fortellinger?sted=46", "/om"]),
        (
            "1151",
            [
                "/veivalg?sted=1151",
                "/spill?sted=1151",
                "/kommune?sted=1151",
                "/historie?sted=1149",
                "/fortellinger?sted=1151",
                "/om",
            ],
        ),
        (
            "1580",
            [
                "/veivalg?sted=1580",
                "/spill?sted=1580",
                "/kommune?sted=1580",
                "/historie?sted=1508",
                "/kommune?sted=ba-79",
                "/fortellinger?sted=1580",
                "/om",
            ],
        ),
    ],
)
def test_the_last_step_leads_on(code: str, addresses: list[str]) -> None:
    told = as_data(tell("2040", code))
    assert told["steps"][-1]["ask"] == "onward"
    assert [way["address"] for way in told["onward"]] == addresses


def test_a_place_of_another_reading_of_the_same_figures_is_the_same_place() -> None:
    utsira = replace(places().get("1151"))
    assert neighbour(utsira) == neighbour(places().get("1151")) != utsira


def test_every_municipality_has_a_neighbour_of_its_own_market_or_county() -> None:
    for place in places().municipalities:
        beside = neighbour(place)
        assert beside is not None
        assert beside is not place
        assert beside.region == place.region or beside.county == place.county


@pytest.mark.parametrize("code", CODES)
def test_no_two_figures_of_min_kommune_have_the_same_heading(code: str) -> None:
    headings = [step["heading"] for step in as_data(gallery(code, "nb"))["steps"]]
    assert len(set(headings)) == len(headings)


@pytest.mark.parametrize("code", CODES)
def test_a_national_rate_of_shifts_says_that_it_is_national(code: str) -> None:
    """Unfilled posts are known for the country alone, so every place has the same today."""
    document = as_data(tell("2040", code))
    step = next(each for each in document["steps"] if each["id"] == "vaktene")
    assert ("I hele landet finnes det i dag folk til" in _sentences(step)) == (code != "0")
    frame = next(each for each in build_view("roster", code).frames if each.id == "now")
    for told in (frame.title, frame.alt):
        assert ("med landets andel tomme stillinger" in told) == (code != "0")
    rates = [
        at("gap", base_year()) / at("hands_needed", base_year())
        for at in (outlook_of(each).consequences.at for each in ("0", code))
    ]
    assert rates[0] == pytest.approx(rates[1])


TRANSLATED = [
    (story.id, spoken)
    for story in stories().values()
    for spoken in OTHERS
    if (story.folder / f"{spoken}.md").exists()
]


@pytest.mark.parametrize(("story", "spoken"), TRANSLATED)
def test_a_story_is_told_in_whole_sentences_of_its_own_language(story: str, spoken: str) -> None:
    offered = (None, *(decode(name) for name in stories()[story].paths))
    for code in CODES:
        for decoded in offered if code in {"0", "1151"} else offered[:1]:
            for heading, html in read_aloud(story, code, spoken, decoded).values():
                told = _sentences({"heading": heading, "html": html})
                assert slips(told) == [], told
                assert left(spoken, told) == [], told


@pytest.mark.parametrize("story", ["hender", "utenfor"])
def test_a_story_begins_alike_whatever_the_place_and_ends_with_who_begins(story: str) -> None:
    told = {code: as_data(tell(story, code)) for code in ("0", "1151", "3209", "46")}
    steps = told["1151"]["steps"]
    assert [step["ask"] for step in steps if step["ask"]] == ["place", "path", "levers", "onward"]
    assert 10 <= len(steps) <= 14
    asked = next(at for at, step in enumerate(steps) if step["ask"] == "place")
    heads = [
        [(step["heading"], step["html"]) for step in each["steps"][:asked]]
        for each in told.values()
    ]
    assert all(head == heads[0] for head in heads)
    assert told["1151"]["choice"]["levers"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Det er om lag 15\u00a0007 unge.", ["om lag 15\u00a0007"]),
        ("That makes about 15,007 people.", ["about 15,007"]),
        ("Det er om lag 15\u00a0000 unge, 14\u00a0321 av dem her.", []),
        ("Om lag 87 kom, og om lag 2,5 prosent.", []),
    ],
)
def test_what_is_called_rough_is_rounded(text: str, found: list[str]) -> None:
    assert too_exact(text) == found


@pytest.mark.parametrize("spoken", LANGUAGES)
def test_young_people_outside_are_told_roughly_in_every_place(spoken: str) -> None:
    rough = 0
    for place in places().by_code.values():
        ((heading, html),) = read_aloud("utenfor", place.code, spoken, only=["hos-oss"]).values()
        told = plain(_sentences({"heading": heading, "html": html}))
        assert too_exact(told) == [], (place.code, told)
        rough += bool(re.search(r"(om lag|about) \d{3}", told))
    assert rough > 100


@pytest.mark.parametrize("spoken", LANGUAGES)
@pytest.mark.parametrize("code", ["03", "0301", "1151", "5610", "ba-5", "46"])
def test_the_hundred_on_the_board_are_of_the_area_that_the_text_names(
    code: str, spoken: str
) -> None:
    area = language_of(spoken).inside(shared(outlook_of(code)).around)
    ((heading, html),) = read_aloud("utenfor", code, spoken, only=["for-stort"]).values()
    assert area.lower() in _sentences({"heading": heading, "html": html}).lower()


UTENFOR = {
    "hvor": "young_map",
    "hos-oss": "youth",
    "de-unge": "young",
    "laereplassen": "of_hundred",
    "en-voksen": "of_hundred",
    "mange-kommer-inn": "of_hundred",
    "prisen": "price",
    "for-stort": "young",
    "velg": "youth",
    "amina": "youth",
    "hvem-ringer": "youth",
}
"""What the steps of a story on young people show: nothing of the old, of all ages or of grades."""
HENDER = {"hele-stillinger": "of_hundred", "friske-dager": "of_hundred", "menn": "of_hundred"}


@pytest.mark.parametrize("way", [None, "alle-med"])
def test_a_story_on_the_young_shows_the_young_to_its_end(way: str | None) -> None:
    told = as_data(tell("utenfor", "0301", "nb", decode(way) if way else None))
    steps = {step["id"]: step for step in told["steps"]}
    assert {name: steps[name]["view"].split("/")[0] for name in UTENFOR} == UTENFOR
    last = steps["hvem-ringer"]
    title = told["views"][last["view"]]["frames"][last["frame"]]["title"]
    count = re.match(r"\w+", title)
    assert count
    assert f"er {count[0].lower()} utenfor i 2040" in _sentences(last)
    assert all("/views/youth/" in each["address"] for each in told["pictures"])


@pytest.mark.parametrize(("story", "views"), [("utenfor", UTENFOR), ("hender", HENDER)])
def test_a_share_of_a_hundred_is_the_figure_of_its_step(story: str, views: dict[str, str]) -> None:
    for spoken in LANGUAGES:
        told = as_data(tell(story, "1577", spoken))
        for step in told["steps"]:
            if views.get(step["id"]) == "of_hundred":
                title = told["views"][step["view"]]["frames"][step["frame"]]["title"]
                said = _sentences(step)
                counts = [each for each in re.findall(r"\d+", title) if each != "8"]
                assert all(each in said for each in counts), (title, said)


@pytest.mark.parametrize("name", list(stories()))
def test_no_two_steps_before_the_choice_show_the_same_picture(name: str) -> None:
    """A choice may return to its picture; what leads up to it shows something of its own."""
    for code in ("0", "ba-5", "0301", "5610", "1151"):
        told = as_data(tell(name, code))
        last = told["acts"][-1]["id"]
        shown = [(one["view"], one["frame"]) for one in told["steps"] if one["act"] != last]
        assert len(set(shown)) == len(shown), (code, sorted(shown))


SMALL = re.compile(r"\b(?:én|to|tre|fire|fem|seks|sju|åtte|ni) unge\b")


def test_few_young_people_outside_are_not_counted_in_a_small_place() -> None:
    for place in places().municipalities:
        if told_figure(outlook_of(place.code), "outside", base_year())["now"] < 10:
            read = read_aloud("utenfor", place.code)
            here, amina = (
                _sentences({"heading": heading, "html": html})
                for heading, html in (read["hos-oss"], read["amina"])
            )
            assert "bare noen få" in here
            assert not SMALL.search(here + amina)


@pytest.mark.parametrize("path", [None, "lys-vei"])
def test_the_reader_s_own_2040_is_a_picture_in_every_form(client: TestClient, path: str) -> None:
    told = as_data(tell("2040", "5610", "nb", decode(path) if path else None))
    sizes = set()
    for each in told["pictures"]:
        assert ("path=lys-vei" in each["address"]) == (path is not None)
        picture = client.get(each["address"])
        assert picture.headers["content-type"] == "image/png"
        sizes.add(struct.unpack(">II", picture.content[16:24]))
    assert {(1080, 1080), (1080, 1350), (1080, 1920)} < sizes


@pytest.mark.parametrize("spoken", LANGUAGES)
@pytest.mark.parametrize("form", ["square", "portrait", "tall"])
def test_a_picture_to_share_asks_and_says_where_the_story_is(form: str, spoken: str) -> None:
    asked = Asked("roster", "1577", spoken, decode("2-he2hj3").pathway)
    picture = unescape(card(asked, f"shared-{form}", "https://framtid.example"))
    assert language_of(spoken).say("embed.ask") in picture
    assert "framtid.example/historie?sted=1577&vei=2-he2hj3" in picture
    assert "historie" not in card(asked, f"shared-{form}"), "nobody says what our host is called"
    assert "historie" not in card(asked, form, "https://framtid.example")
    shared = tell("2040", "1577", spoken).pictures
    assert f"form=shared-{form}" in str(shared)


@pytest.mark.parametrize("spoken", ["nb", "nn", "en"])
def test_moves_are_told_of_the_region_they_are_counted_in(spoken: str) -> None:
    language = language_of(spoken)
    for place in places().municipalities[::24]:
        region = outlook_of(place.code).region.place
        there = region if len(region.members) > 1 else place
        told = read_aloud("2040", place.code, spoken)["flytting"][1]
        assert language.inside(there).lower() in unescape(told).lower(), (place.code, told)
