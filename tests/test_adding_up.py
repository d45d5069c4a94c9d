"""Where levels and the difference told beside them do not add up, it is said; else it is not."""

import re
from collections.abc import Iterable, Iterator

import pytest

from framtid.debate.draft import draft
from framtid.debate.motion import motion
from framtid.debate.sides import both_sides
from framtid.documents.hands import picture
from framtid.embed.press.sentences import plain
from framtid.embed.request import read
from framtid.folders import TEXTS
from framtid.language import language_of
from framtid.meeting.ends import end_of
from framtid.pathways.adding_up import add_up, every, rounded_apart
from framtid.pathways.balance import sentences
from framtid.pathways.codec import encode
from framtid.pathways.comparison import compare
from framtid.pathways.levers import LEVELS, levers
from framtid.pathways.outlook import Outlook, outlook_of
from framtid.pathways.pathway import Pathway, named
from framtid.pathways.rounding import TOLD, YEARS, alone, told
from framtid.pathways.switches import AS_USUAL
from framtid.places import places
from framtid.stories.path_report import tell_path
from framtid.views.registry import build_view, views

NB = language_of("nb")
NOTE = {code: language_of(code).say("pathways.rounded_apart") for code in ("nb", "nn", "en")}
PATHS = [*named().values()] + [
    Pathway.of({name: level}) for name in levers() for level in LEVELS if level
]
EVERY = sorted(places().by_code)
STEP = 4
"""Paths that are tried in each place; all of them are, in one place or the next."""
TWO = ("gap", "balance_per_inhabitant")
UTSIRA = "1151"


def dealt(codes: list[str], many: int = STEP) -> Iterator[tuple[str, Pathway]]:
    """Yield some paths for each place, others for the next."""
    for at, code in enumerate(codes):
        for number in range(many):
            yield code, PATHS[(at * many + number) % len(PATHS)]


def off(outlook: Outlook, indicators: Iterable[str], year: int = 2040) -> bool:
    """Return whether some told difference is another than that of the told levels."""
    found = (told(outlook, name, year) for name in indicators)
    return any(
        each["difference"] != 0 and abs(each["path"] - each["official"] - each["difference"]) > 1e-6
        for each in found
    )


def test_sentences_of_any_path_anywhere_say_where_they_do_not_add_up() -> None:
    said = {False: 0, True: 0}
    for code, pathway in dealt(EVERY):
        outlook = outlook_of(code, pathway=pathway)
        beside = off(outlook, (*TWO, "carers"))
        assert (NOTE["nb"] in sentences(outlook, NB)) is beside, (code, pathway)
        said[beside] += 1
    assert min(said.values()) > 100


def test_answers_and_what_a_meeting_ends_with_say_so_too() -> None:
    for code, pathway in dealt(EVERY[::40]):
        outlook = outlook_of(code, pathway=pathway)
        for indicator, years in every(outlook, NB).items():
            for year in YEARS:
                sentence = years[str(year)].sentence
                if isinstance(sentence, str):
                    assert (NOTE["nb"] in sentence) is off(outlook, [indicator], year)
        assert (NOTE["nb"] in end_of(code, pathway, NB).told) is off(outlook, (*TWO, "carers"))


@pytest.mark.parametrize("spoken", NOTE)
def test_a_path_told_back_says_so_in_each_year(spoken: str) -> None:
    parts = {"i-2030": (2030, TWO), "i-2040": (2040, (*TWO, "people"))}
    for code, pathway in [*dealt(EVERY[::60], 3), (UTSIRA, named()["lys-vei"])]:
        outlook = outlook_of(code, pathway=pathway)
        for section in tell_path(outlook, language_of(spoken)).sections:
            year, indicators = parts.get(section.id, (2040, ()))
            assert (NOTE[spoken] in section.text) is off(outlook, indicators, year), section


def test_both_sides_a_draft_and_a_picture_say_so() -> None:
    for code, pathway in [*dealt(EVERY[::60], 3), (UTSIRA, named()["lys-vei"])]:
        outlook = outlook_of(code, pathway=pathway)
        assert (NOTE["nb"] in both_sides(outlook, NB).reach) is off(motion(outlook), TWO)
        alt = build_view("path_pyramid", code, "nb", pathway).frames[0].alt
        assert (NOTE["nb"] in alt) is off(outlook, ["people"])
        written = " ".join(str(part) for part in draft(outlook, NB, AS_USUAL).parts[:1])
        lacking = told(motion(outlook), "gap", 2040)["official"] > 0
        assert (NOTE["nb"] in written) is (lacking and off(motion(outlook), ["gap"]))


def test_two_paths_side_by_side_say_so() -> None:
    for code, pathway in dealt(EVERY[::40]):
        for each in compare(outlook_of(code, pathway=pathway), outlook_of(code)):
            apart = each.difference and abs(abs(each.one - each.other) - abs(each.difference))
            said = rounded_apart([(each.one, each.other, each.difference)], NB)
            assert bool(said) is bool(apart > 1e-6)


@pytest.mark.parametrize("indicator", TOLD)
def test_some_figures_of_each_kind_add_up(indicator: str) -> None:
    figures = told(outlook_of(UTSIRA, pathway=named()["mork-vei"]), indicator, 2040)
    assert add_up(figures["path"], figures["official"], figures["path"] - figures["official"])
    assert not add_up(10.0, 7.0, 2.0)
    assert add_up(10.0, 9.0, 0.0)


def test_a_picture_of_hands_says_so_of_what_is_needed_at_hand_and_missing() -> None:
    said = {False: 0, True: 0}
    for code, pathway in dealt(EVERY[::4], 2):
        outlook = outlook_of(code, pathway=pathway)
        names = ("hands_needed", "hands_at_hand", "gap")
        needed, held, gap = (alone(each, outlook.consequences.at(each, 2040)) for each in names)
        shown = picture(outlook)
        assert all(NB.numbers.count(each) in shown.alt for each in (needed, held))
        apart = gap > 0 and needed - held != gap
        if not outlook.pathway.is_default and shown.subtitle.count("Prikket"):
            assert (NOTE["nb"].rstrip(".") in shown.subtitle) is apart, code
            said[apart] += 1
    assert min(said.values()) > 5


@pytest.mark.parametrize("spoken", NOTE)
def test_sentences_for_an_article_say_so_of_how_many_live_here(spoken: str) -> None:
    said = 0
    for code in EVERY:
        for way in ("lys-vei", "mork-vei"):
            outlook = outlook_of(code, pathway=named()[way])
            if apart := off(outlook, ["people"]):
                told_of = {"lang": spoken, "path": encode(outlook.pathway)}
                assert NOTE[spoken] in plain(read("path_pyramid", code, told_of))
            said += apart
    assert said > 3
    asked = read("path_pyramid", "3209", {"lang": spoken, "path": encode(named()["lys-vei"])})
    assert NOTE[spoken] not in plain(asked)


@pytest.mark.parametrize("spoken", NOTE)
def test_no_card_and_no_slide_tells_all_three_without_it(spoken: str) -> None:
    """What a figure says is a title, what is measured and what an action is: all of a card."""
    walked = 0
    for name in (name for name, made in views().items() if made.along):
        text = (TEXTS / spoken / "views" / f"{name}.yml").read_text("utf-8")
        parts = re.split(r"\n\s+alt:", text)
        told_in = [
            set(re.findall(r"difference|official|path", " ".join(re.findall(r"{{.*?}}", part))))
            for part in parts
        ]
        assert all(
            len(each) < 3 or "apart" in part for each, part in zip(told_in, parts, strict=True)
        )
        walked += len(parts)
    assert walked > 12
