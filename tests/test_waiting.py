"""The price of waiting: the same done later never leaves more hands, or says why it may."""

import re

import pytest
from starlette.testclient import TestClient
from typer.testing import CliRunner

from framtid.__main__ import app as commands
from framtid.debate.questions import questions
from framtid.debate.sides import both_sides
from framtid.horizon import HORIZON
from framtid.language import language_of
from framtid.language.texts import LANGUAGES
from framtid.pathways.applying import shared
from framtid.pathways.codec import decode, encode
from framtid.pathways.outlook import outlook_of
from framtid.pathways.pathway import AS_IT_IS, WAITS, Pathway, named, path
from framtid.pathways.rounding import told
from framtid.pathways.switches import AS_USUAL
from framtid.pathways.waiting import beginnings, reason, unfilled, waiting
from framtid.pathways.waiting_told import say_waiting, waiting_answer
from framtid.places import places
from framtid.stories.path_report import tell_path
from framtid.views.registry import build_view

SOME = [place.code for place in places().municipalities[::40]]
ALONE = {
    "flytt-hit": Pathway.of({"flytt": 3, "bosetting": 1}),
    "mork-vei": Pathway.of({"heltid": -1, "mestring": -1, "unge": -1}),
}
"""In place of named paths that move people everywhere, which take a hundred times as long."""
NUMBER = re.compile(r"-?\d(?:[\d.]*\d)?")
MOVED = {name: each for name, each in named().items() if not each.is_default} | ALONE


def test_a_path_put_off_begins_so_many_years_later_and_says_so_in_its_code() -> None:
    for pathway in named().values():
        for years in WAITS:
            later = pathway.later(years)
            assert later.levels == pathway.levels
            begins = zip(pathway.choices, later.choices, strict=True)
            assert all(after.begins - before.begins == years for before, after in begins)
            assert decode(encode(later)).pathway == later
    assert AS_IT_IS.later(4) == AS_IT_IS


def test_what_would_begin_after_the_horizon_is_left_out() -> None:
    late = Pathway.of({"heltid": 2, "unge": 1}, {"heltid": HORIZON - 3})
    assert late.later(4).levels == (("unge", 1),)
    assert late.later(3).choice("heltid").begins == HORIZON


def test_who_chooses_is_the_same_however_long_one_waits() -> None:
    for pathway in named().values():
        assert all(shared(pathway.later(years)) for years in WAITS)
    assert not shared(path("lys-vei").later(3))
    own = Pathway.of({"flytt": 1})
    assert not any(shared(own.later(years)) for years in (0, *WAITS))


@pytest.mark.parametrize("name", MOVED)
def test_later_never_leaves_more_hands_or_the_reason_is_told(name: str) -> None:
    worse = 0
    for code in SOME:
        outlook = outlook_of(code, pathway=MOVED[name])
        now, *later = beginnings(outlook)
        fewer = [each for each in later if each.unfilled < now.unfilled or each.gap < now.gap]
        assert not fewer or reason(outlook) in {"weaker", "people"}, code
        worse += all(each.unfilled > now.unfilled for each in later)
    if name == "lys-vei":
        assert worse == len(SOME), "the light path helps hands everywhere, so waiting costs them"
    if name == "mork-vei":
        assert not worse, "what is let down helps hands today, so that waiting leaves more"


def test_only_levers_that_move_people_or_are_let_down_have_a_reason() -> None:
    assert reason(outlook_of("3201", pathway=path("alle-med"))) is None
    assert reason(outlook_of("3201", pathway=MOVED["flytt-hit"])) == "people"
    assert reason(outlook_of("3201", pathway=MOVED["mork-vei"])) == "weaker"
    assert reason(outlook_of("3201", pathway=Pathway.of({"flytt": 1, "unge": -1}))) == "weaker"


def test_a_year_with_hands_to_spare_helps_no_other_year() -> None:
    outlook = outlook_of("1151", pathway=path("lys-vei"))
    gaps = [outlook.consequences.at("gap", year) for year in range(outlook.base_year + 1, 2041)]
    assert unfilled(outlook) == pytest.approx(sum(max(gap, 0) for gap in gaps))


@pytest.mark.parametrize("code", ["0", "3201", "5610", "1151", "ba-5"])
@pytest.mark.parametrize("name", MOVED)
def test_figures_are_told_as_other_pages_tell_them_and_add_up(code: str, name: str) -> None:
    outlook = outlook_of(code, pathway=MOVED[name])
    price = waiting(outlook)
    now = price.begun[0]
    for what, indicator in (("gap", "gap"), ("kroner", "balance_per_inhabitant")):
        assert getattr(now, what) == told(outlook, indicator, HORIZON)["path"]
    for at, raw in enumerate(beginnings(outlook)):
        shown, off = price.begun[at], 0.011 * abs(price.begun[0].unfilled) + 0.6
        assert abs(shown.unfilled - raw.unfilled) <= max(off, 0.05 * abs(raw.unfilled))
        more = price.more("unfilled", at)
        assert now.unfilled + more == pytest.approx(shown.unfilled)


@pytest.mark.parametrize("spoken", LANGUAGES)
@pytest.mark.parametrize("name", ["mork-vei", "flytt-hit", "alle-med", "som-i-dag"])
@pytest.mark.parametrize("code", ["3201", "1151"])
def test_view_and_words_tell_the_same_figures(code: str, name: str, spoken: str) -> None:
    pathway = MOVED.get(name, AS_IT_IS)
    language, outlook = language_of(spoken), outlook_of(code, pathway=pathway)
    view = build_view("path_waiting", code, spoken, pathway)
    price, said = waiting(outlook), say_waiting(waiting(outlook), language)
    rows = {str(row[0]): row for row in view.table.rows}
    assert len(rows) == (1 if outlook.pathway.is_default else 4)
    assert dict(zip(view.figure["data"][0]["y"], view.figure["data"][0]["x"], strict=True)) == {
        head: row[1] for head, row in rows.items()
    }
    more = price.more("unfilled", 2)
    written = language.fill("{{ v|exact }}", v=abs(more))
    if more and not outlook.pathway.is_default:
        assert written in said.hands
        assert language.fill("{{ v|count }}", v=abs(more)) in view.title
    assert language.fill("{{ v|exact }}", v=price.course) in said.hands
    section = {part.id: part for part in tell_path(outlook, language).sections}["vente"]
    assert section.heading == said.title


def test_where_waiting_looks_cheaper_it_is_said_and_so_is_what_it_costs() -> None:
    nb = language_of("nb")
    dear = say_waiting(waiting(outlook_of("3201", pathway=path("lys-vei"))), nb)
    assert "billigere" in dear.kroner
    assert "Det som mangler imens, er hendene." in dear.kroner
    paying = say_waiting(waiting(outlook_of("1151", pathway=path("lys-vei"))), nb)
    assert "billigere" not in paying.kroner
    weaker = say_waiting(waiting(outlook_of("3201", pathway=MOVED["mork-vei"])), nb)
    assert "svekker det som virker i dag" in weaker.hands
    mixed = Pathway.of({"heltid": 2, "teknologi": 2, "bosetting": -1})
    said = say_waiting(waiting(outlook_of("1824", pathway=mixed)), nb)
    assert "svekkes" not in said.kroner, "what costs is what is built, not the one that is let down"


def test_a_path_that_begins_bit_by_bit_is_not_told_to_begin_at_once() -> None:
    usual = Pathway.of({"heltid": 2, "hjemme": 2})
    late = Pathway.of({"heltid": 2, "unge": 1}, {"heltid": 2036})
    for pathway, bit_by_bit in ((usual, False), (usual.later(4), False), (late, True)):
        said = say_waiting(waiting(outlook_of("3201", pathway=pathway)), language_of("nb"))
        assert ("som vedtatt" in said.hands) is bit_by_bit


def test_answer_and_command_tell_what_the_model_says(client: TestClient) -> None:
    got = client.get("/api/v1/waiting/3201.json?path=lys-vei").json()
    price = waiting(outlook_of("3201", pathway=path("lys-vei")))
    assert [each["unfilled"] for each in got["begun"]] == [b.unfilled for b in price.begun]
    assert [each["wait"] for each in got["begun"]] == [0, *WAITS]
    assert all(decode(each["path"]).note is None for each in got["begun"])
    assert got["fewer_because"] == "people"
    assert client.get("/api/v1/waiting/9999.json").status_code == 404
    ran = CliRunner().invoke(commands, ["wait", "3201", "--path", "lys-vei", "--format", "csv"])
    assert ran.exit_code == 0
    assert re.search(r"^8,2035,", ran.stdout, re.MULTILINE)


def test_the_path_told_back_has_its_price_of_waiting(client: TestClient) -> None:
    page = client.get("/vei?sted=3201&vei=lys-vei").text
    answer = waiting_answer("3201", AS_USUAL, decode("lys-vei"))
    assert 'id="vente"' in page
    assert answer.text.title in page.replace("&nbsp;", "\u00a0")


IN_SUM = {"nb": "i sum til", "nn": "i sum til", "en": "in total by"}
"""What tells man-years gone without over many years from jobs that are missing in one."""


@pytest.mark.parametrize("spoken", LANGUAGES)
@pytest.mark.parametrize("code", SOME)
def test_the_price_is_told_as_a_sum_over_years_with_the_two_figures_that_make_it(
    code: str, spoken: str
) -> None:
    outlook, language = outlook_of(code, pathway=path("lys-vei")), language_of(spoken)
    price, numbers = waiting(outlook), language.numbers
    now, late, apart = price.begun[0].unfilled, price.begun[2].unfilled, price.more("unfilled", 2)
    assert round(late - now, 5) == apart > 0
    ends = [numbers.decimal(each, each.decimals) for each in (now, late)]
    point = next(
        each for each in both_sides(outlook, language).sides[0].points if ends[1] in each.text
    )
    asked = (each for each in questions(outlook, language) if ends[1] in each)
    titles = (
        say_waiting(price, language).title,
        build_view("path_waiting", code, spoken, path("lys-vei")).title,
        point.heading,
        *asked,
    )
    assert all(IN_SUM[spoken] in title for title in titles), titles
    for text in (point.text, say_waiting(price, language).hands):
        assert all(end in text for end in ends), text


def ends(said: str) -> tuple[float, float]:
    """Return the outermost of a range as it stands at the end of a subtitle."""
    figures = NUMBER.findall(said.translate({0xA0: None, ord("−"): "-", ord(","): "."}))
    return float(figures[-2 if " til " in said.rpartition(" år ")[2] else -1]), float(figures[-1])


@pytest.mark.parametrize("name", ["lys-vei", "mork-vei"])
def test_what_waiting_costs_lies_within_its_own_range(name: str) -> None:
    for code in ("0", "46", "3209", "1824", *SOME):
        outlook = outlook_of(code, pathway=path(name))
        low, high = ends(build_view("path_waiting", code, "nb", path(name)).subtitle)
        assert low <= float(waiting(outlook).more("unfilled", 2)) <= high, (code, name)


@pytest.mark.parametrize(("spoken", "course"), [("nb", "kurs"), ("nn", "kurs"), ("en", "path")])
def test_the_bar_of_todays_course_is_named_in_full(spoken: str, course: str) -> None:
    """A slide had a bar that was called «today’s»."""
    view = build_view("path_waiting", "1824", spoken, decode("2-he2").pathway)
    assert str(view.table.rows[-1][0]).endswith(course)
