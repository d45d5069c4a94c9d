"""Where levels and the difference told beside them do not add up, it is said; else it is not."""

from collections.abc import Iterable, Iterator

import pytest

from framtid.debate.draft import draft
from framtid.debate.motion import motion
from framtid.debate.sides import both_sides
from framtid.language import language_of
from framtid.meeting.ends import end_of
from framtid.pathways.adding_up import add_up, every, rounded_apart
from framtid.pathways.balance import sentences
from framtid.pathways.comparison import compare
from framtid.pathways.levers import LEVELS, levers
from framtid.pathways.outlook import Outlook, outlook_of
from framtid.pathways.pathway import Pathway, named
from framtid.pathways.rounding import TOLD, YEARS, told
from framtid.pathways.switches import AS_USUAL
from framtid.places import places
from framtid.stories.path_report import tell_path
from framtid.views.registry import build_view

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
