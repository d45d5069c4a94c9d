"""Own figures: the same as ours changes nothing, a code reads back, and nothing hostile is used."""

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pypdf
import pytest
from pptx import Presentation
from starlette.testclient import TestClient
from typer.testing import CliRunner

from framtid.__main__ import app
from framtid.consequences.own_applied import CHANGES, differing
from framtid.consequences.own_figures import (
    LONGEST,
    NOTHING,
    OwnFigures,
    OwnFiguresError,
    own_rows,
    read_own,
)
from framtid.consequences.parameters import parameters
from framtid.consequences.setting import USUAL, Setting
from framtid.debate.files import FILES, Asked
from framtid.documents.own_reading import number, own_csv, read_file, read_typed, typed_of
from framtid.horizon import HORIZON, MIDWAY
from framtid.language import language_of
from framtid.language.texts import LANGUAGES, OF_PAGES
from framtid.pathways.codec import decode
from framtid.pathways.homes_told import BUILT, PLANNED
from framtid.pathways.outlook import Outlook, outlook_of
from framtid.pathways.own_effects import own_effects
from framtid.pathways.own_told import official_of, say_own
from framtid.pathways.pathway import named
from framtid.pathways.rounding import told
from framtid.pathways.switches import Switches
from framtid.places import Place, places
from framtid.stories.path_report import tell_path
from framtid.views.registry import build_view

HERE = "3209"
CODE = "1-3209-om900.5sf8.3ip250hb1500ndm1200"
NB = language_of("nb")
LIGHT = named()["lys-vei"]
EVERY = dict(own_rows().items())
TRIED = ("0301", "3209", "5610", "1151", "4645", "1856")
HOSTILE = (
    *("1", "1-", "1-3209", "1-3209-", "1--om9", "x", "2-3209-om900", "01-3209-", "1-3209-om"),
    *("1-3209-om900om901", "1-3209-zz9", "1-3209-om-9", "1-3209-om9e9", "1-3209-om9,5"),
    *("1-9999-om900", "1-46-om900", "1-0-om900", "1-3209-om0", "1-3209-sf99", "1-3209-om99999999"),
    *("1-3209-om" + "9" * 200, "1-3209-om٣", "1-3209-om900\n", "<script>", "1-3209-om1.234"),
    *("1-3209-omm900", "1-3209-ndm60001", "../../etc", "1-3209-om900 ", "%00", "1-3209-nan"),
)


def along(own: OwnFigures, code: str = HERE) -> Outlook:
    return outlook_of(code, pathway=LIGHT, setting=Setting(own=own))


def same(one: Outlook, other: Outlook) -> bool:
    series, beside = one.consequences.series, other.consequences.series
    return all(np.array_equal(series[name], beside[name]) for name in series)


def municipality(code: str = HERE) -> Place:
    return places().get(code)


def test_every_figure_has_a_use_and_words_in_every_language() -> None:
    replacing = {name for name, row in EVERY.items() if not row.beside}
    assert set(CHANGES) == replacing == set(official_of(municipality()))
    assert set(EVERY) - replacing == {PLANNED, BUILT}
    assert len({row.code for row in EVERY.values()}) == len(EVERY)
    for spoken in OF_PAGES:
        language = language_of(spoken)
        for name, row in EVERY.items():
            for part in ("title", "short", "text"):
                assert language.say(f"own_figures.rows.{name}.{part}")
            assert language.say(f"own_figures.units.{row.unit}.name")


@pytest.mark.parametrize("code", TRIED)
def test_own_figures_that_are_ours_give_the_same_to_the_last_digit(code: str) -> None:
    ours = official_of(municipality(code))
    told = {name: round(value, EVERY[name].decimals) for name, value in ours.items()}
    own = OwnFigures.of(code, {name: told[name] for name in told if EVERY[name].within(told[name])})
    assert len(own.values) >= 4
    assert same(along(own, code), along(NOTHING, code))
    assert same(along(own, code).official, along(NOTHING, code).official)


def test_every_official_figure_is_one_that_may_be_put_in() -> None:
    refused = {
        (place.code, name)
        for place in places().municipalities
        for name, value in official_of(place).items()
        if not EVERY[name].within(round(value, EVERY[name].decimals))
    }
    assert not refused


@pytest.mark.parametrize(
    ("name", "indicator"),
    [
        ("care_man_years", "care_man_years"),
        ("care_places", "care_places"),
        ("net_result", "balance_per_inhabitant"),
    ],
)
def test_a_figure_is_where_it_should_be_in_the_base_year(name: str, indicator: str) -> None:
    for code in TRIED:
        value = 1.25 * official_of(municipality(code))[name] + (700 if name == "net_result" else 0)
        own = OwnFigures.of(code, {name: value})
        here = outlook_of(code, setting=Setting(own=own))
        given = dict(own.values)[name]
        assert here.consequences.at(indicator, here.base_year) == pytest.approx(given, rel=1e-9)


def test_users_at_home_and_in_institutions_make_the_users() -> None:
    here = along(OwnFigures.of(HERE, {"home_users": 1500, "care_places": 210})).official
    assert here.consequences.at("care_users", here.base_year) == pytest.approx(1500 + 210 / 1.05)


def test_a_figure_changes_what_follows_from_it_and_no_more() -> None:
    usual = along(NOTHING).consequences.series
    result = along(OwnFigures.of(HERE, {"net_result": -1200})).consequences.series
    untouched = set(usual) - {"income", "balance", "balance_per_inhabitant", "balance_place"}
    for name in untouched - {"balance_choices"}:
        assert np.array_equal(usual[name], result[name]), name
    assert np.allclose(usual["balance_choices"], result["balance_choices"], atol=1e-6)
    shift = result["balance_per_inhabitant"] - usual["balance_per_inhabitant"]
    assert np.allclose(shift, -1200)


def test_sick_leave_changes_what_less_of_it_gives_and_not_today() -> None:
    absence, usual = along(OwnFigures.of(HERE, {"sick_leave": 16.0})), along(NOTHING)
    line, before = (each.official.consequences.series["gap"] for each in (absence, usual))
    assert np.array_equal(line, before)
    hands = [each.consequences.at("hands_at_hand", each.last_year) for each in (absence, usual)]
    assert hands[0] > hands[1]


@pytest.mark.parametrize("spoken", OF_PAGES)
def test_planned_homes_are_told_as_a_span_and_change_no_figure(spoken: str) -> None:
    language, persons = language_of(spoken), parameters("homes")["people_per_home"].number
    for code in TRIED:
        base = outlook_of(code)
        years, people = MIDWAY - base.base_year, base.at(MIDWAY).sum()
        for planned, built in ((80, 30), (3, 40), (7, 7)):
            own = OwnFigures.of(code, {PLANNED: planned, BUILT: built})
            assert same(along(own, code), along(NOTHING, code))
            [said] = say_own(own, language)
            most = abs(planned - built) * years * persons
            about = language.numbers.filters["about"]
            assert (about(most) in said) == (about(people) in said) == (planned != built)
            assert (f"{language.numbers.filters['decimal'](persons, 1)}" in said) == bool(most)
        for alone in (PLANNED, BUILT):
            [said] = say_own(OwnFigures.of(code, {alone: 12}), language)
            assert "12" in said
            assert about(people) not in said
    subtitle = build_view("path_hands", HERE, spoken, LIGHT, Switches().with_own(own)).subtitle
    assert language.say("own_figures.mark.figure") not in subtitle


def test_homes_are_asked_about_and_written_in_the_template(client: TestClient) -> None:
    asked = {"sted": "5610", "fylt": "1", PLANNED: "300", BUILT: "5"}
    page = client.get("/egne-tall", params=asked).text
    assert "Du skrev 300 boliger i året." in page
    assert "for hver tusen innbyggere. Stemmer det?" in page
    led = client.get("/egne-tall", params={**asked, PLANNED: "20"})
    assert led.headers["location"].startswith("/egne-tall?sted=5610&own=1-5610-pb20fb5")
    page = client.get("/egne-tall", params={"sted": "5610", "own": "1-5610-pb20fb5"}).text
    assert page.count("Det endrer ingen av tallene våre.") == 2
    assert "planen er 20 nye boliger i året fram til 2030, mot 5 i året før." in page
    paper = Asked("5610", LIGHT, Switches().with_own(read_own("1-5610-pb20fb5")), NB)
    brief = pypdf.PdfReader(io.BytesIO(FILES["brief.pdf"].make(paper))).pages
    assert any(
        "planen er 20 nye boliger" in " ".join(each.extract_text().split()) for each in brief
    )
    assert "planen er 20 nye boliger" in FILES["draft.txt"].make(paper).decode()
    told = client.get("/vei", params={"sted": "5610", "vei": "lys-vei", "own": "1-5610-pb20fb5"})
    assert "planen er 20 nye boliger" in told.text


def test_own_figures_are_of_no_other_place() -> None:
    own = Setting(own=read_own(CODE))
    assert outlook_of("3205", setting=own) is outlook_of("3205")
    assert along(read_own(CODE)).nation is outlook_of("0")
    assert along(read_own(CODE)).region.setting == USUAL
    assert not same(along(read_own(CODE)), along(NOTHING))


def some(draw: np.random.Generator) -> Iterator[OwnFigures]:
    codes = [place.code for place in places().municipalities]
    while True:
        names = draw.permutation(sorted(EVERY))[: draw.integers(1, len(EVERY) + 1)].tolist()
        yield OwnFigures.of(
            str(draw.choice(codes)),
            {name: float(draw.uniform(EVERY[name].lowest, EVERY[name].highest)) for name in names},
        )


def test_a_code_reads_back_and_so_does_a_file() -> None:
    made = some(np.random.default_rng(2040))
    for spoken in OF_PAGES * 60:
        own, language = next(made), language_of(spoken)
        assert read_own(own.code) == own
        assert len(own.code) <= LONGEST
        assert Switches.read(Switches().with_own(own).query) == Switches().with_own(own)
        place = places().get(own.place)
        assert read_file(place, own_csv(place, own, language), language, sure=True).own == own
        assert read_typed(place, typed_of(own, language), language, sure=True).own == own


@pytest.mark.parametrize("code", HOSTILE)
def test_a_hostile_code_is_answered_with_a_clear_message(code: str, client: TestClient) -> None:
    if code.strip() != code and "900" in code:
        assert read_own(code) == read_own(code.strip())
        return
    with pytest.raises(OwnFiguresError) as wrong:
        read_own(code)
    for spoken in OF_PAGES:
        assert language_of(spoken).say(f"errors.{wrong.value.key}", **wrong.value.values)
    answer = client.get(f"/api/v1/outlook/{HERE}.json", params={"own": code})
    assert answer.status_code == 400
    assert answer.json()["error"] == "own_figures"


def test_figures_of_another_place_are_refused_by_the_api_and_told_of_on_a_page(
    client: TestClient,
) -> None:
    answer = client.get("/api/v1/outlook/3205.json", params={"own": CODE})
    assert (answer.status_code, answer.json()["error"]) == (400, "own_figures")
    page = client.get("/vei", params={"sted": "3205", "own": CODE}).text
    assert "gjelder Ullensaker. Her bruker vi offisielle tall." in page
    assert "gne tall for Ullensaker" not in page


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("900", 900), ("900,5", 900.5), ("900.5", 900.5), ("1 088,2", 1088.2), ("−1 200", -1200),
        ("1\u00a0088", 1088), ("1.234.567", 1234567), ("1.234,5", 1234.5), ("8,3 %", 8.3),
        ("1.234", None), ("", None), ("ni", None), ("9e9", None), ("nan", None), ("1,2,3", None),
        ("0x10", None), ("1 2", None), ("٣", None), ("=1+1", None), ("inf", None),
    ],
)  # fmt: skip
def test_numbers_are_read_as_they_are_written(text: str, value: float | None) -> None:
    assert number(text) == value


def test_nothing_typed_is_lost_when_something_is_wrong(client: TestClient) -> None:
    typed = {"care_man_years": "900,5", "sick_leave": "mye", "care_places": "900", "net_result": ""}
    asked = {"sted": HERE, "vei": "2-he2", "state": "wholly", "fylt": "1", **typed}
    page = client.get("/egne-tall", params=asked)
    assert page.status_code == 200
    for text in ("900,5", "mye", "900", "2-he2", "wholly"):
        assert f'value="{text}"' in page.text
    assert "«mye» kan vi ikke lese som ett tall" in page.text
    assert "Du skrev 900 plasser. Ellers bruker vi 220 plasser. Stemmer det?" in page.text
    asked["sick_leave"] = "8,3"
    assert 'name="stemmer"' in client.get("/egne-tall", params=asked).text
    led = client.get("/egne-tall", params={**asked, "stemmer": "1"})
    assert led.status_code == 303
    assert "own=1-3209-om900.5sf8.3ip900" in led.headers["location"]
    assert "vei=2-he2" in led.headers["location"]


def test_a_file_is_read_or_told_what_is_wrong_with(client: TestClient) -> None:
    def send(content: bytes) -> tuple[int, str, str]:
        answer = client.post(
            "/egne-tall", params={"sted": HERE}, files={"fil": ("tall.csv", content)}
        )
        return answer.status_code, answer.headers.get("location", ""), answer.text

    template = client.get("/egne-tall.csv", params={"sted": HERE, "own": CODE}).content
    assert send(template)[:2] == (303, f"/egne-tall?sted=3209&own={CODE}#bruk")
    assert send(b"rad,verdi\nsick_leave,8.3\n")[0] == 303
    in_tabs = template.decode("utf-8-sig").replace(";", "\t").encode("utf-16")
    assert send(in_tabs)[1] == send(template)[1], "what Excel calls Unicode text"
    empty = client.get("/egne-tall.csv", params={"sted": HERE}).content
    wrong = {
        b"rad;enhet;verdi\nsick_leave;kroner;9\n": "Enheten «kroner»",
        b"rad;verdi\nfravaer;9\n": "en rad som heter «fravaer»",
        b"sted;rad;verdi\n0301;sick_leave;9\n": "gjelder kommune 0301",
        b"rad;verdi\nsick_leave;9\nsick_leave;8\n": "to ganger",
        b"rad;verdi\nsick_leave;60\n": "kan ikke stemme",
        b"hei": "Vi finner ikke kolonnene",
        b"rad;verdi\n" + b"sick_leave;9\n" * 70: "for stor",
        b"x" * 30_000: "for stor",
        b"\0\0rad;verdi": "Vi finner ikke kolonnene",
        b'rad;verdi\n"<script>alert(1)</script>";9\n': "&lt;script&gt;",
        b" ": "Det kom ingen fil",
        empty: "ingen tall i kolonnen «verdi»",
    }
    for content, said in wrong.items():
        status, _, page = send(content)
        assert status == 200, content[:40]
        assert said in page, content[:40]
        assert "<script>alert" not in page


def test_a_form_of_another_site_is_not_read(client: TestClient) -> None:
    answer = client.post(
        "/egne-tall",
        params={"sted": HERE},
        files={"fil": ("tall.csv", b"rad;verdi\nsick_leave;9\n")},
        headers={"sec-fetch-site": "cross-site"},
    )
    assert answer.status_code == 200


@pytest.mark.parametrize("spoken", OF_PAGES)
def test_every_page_and_answer_marks_own_figures(client: TestClient, spoken: str) -> None:
    mark = language_of(spoken).say("own_figures.mark.short")
    asked = {"own": CODE, "lang": spoken}
    for page in ("/vei", "/debatt", "/veivalg", "/egne-tall"):
        text = client.get(page, params={"sted": HERE, "vei": "lys-vei", **asked}).text.casefold()
        assert mark in text, page
        assert CODE in text, page
    choice = client.get(f"/api/v1/choice/{HERE}.json", params={"path": "lys-vei", **asked}).json()
    assert choice["switches"] == {"own": CODE}
    assert any(mark in each.casefold() for each in choice["assumed"])
    assert mark in choice["picture"]["subtitle"].casefold()
    outlook = client.get(f"/api/v1/outlook/{HERE}.json", params=asked).json()
    assert outlook["own"] == CODE
    assert mark in outlook["own_said"].casefold()
    frame = client.get(f"/embed/path_hands/{HERE}", params=asked).text
    assert mark in frame.casefold()


@pytest.mark.parametrize("spoken", LANGUAGES)
def test_man_years_that_are_put_in_are_not_said_to_be_uncounted(spoken: str) -> None:
    """The briefing said so of all man-years, beside the figures of the municipality."""
    language, plain = language_of(spoken), "Man-years and" if spoken == "en" else "Årsverk og"
    ours = tell_path(outlook_of(HERE, pathway=LIGHT), language).plain
    own = OwnFigures.of(HERE, {"care_man_years": 900.5})
    theirs = tell_path(outlook_of(HERE, pathway=LIGHT, setting=Setting(own=own)), language).plain
    assert f"{plain} kroner" in ours
    assert f"{plain} kroner" not in theirs


def test_every_file_for_the_rostrum_marks_own_figures() -> None:
    switches = Switches().with_own(read_own(CODE))
    asked = Asked(HERE, LIGHT, switches, NB, "https://2040.example.no")
    for name in ("brief.pdf", "rostrum.pdf"):
        pages = pypdf.PdfReader(io.BytesIO(FILES[name].make(asked))).pages
        assert all("egne tall" in page.extract_text().casefold() for page in pages), name
    slides = Presentation(io.BytesIO(FILES["slides.pptx"].make(asked))).slides
    marked = [
        any(shape.has_text_frame and "egne tall" in shape.text_frame.text for shape in slide.shapes)
        for slide in slides
    ]
    assert all(marked)
    with zipfile.ZipFile(io.BytesIO(FILES["workbook.xlsx"].make(asked))) as book:
        assert "Egne tall for Ullensaker" in book.read("xl/sharedStrings.xml").decode()
    assert "Egne tall for Ullensaker" in FILES["draft.txt"].make(asked).decode()
    assert CODE in FILES["brief.pdf"].called(asked)


def test_a_file_without_own_figures_has_no_mark() -> None:
    asked = Asked(HERE, LIGHT, Switches(), NB)
    assert "egne tall" not in FILES["draft.txt"].make(asked).decode().casefold()


def test_the_command_reads_a_file(tmp_path: Path) -> None:
    file = tmp_path / "egne.csv"
    file.write_bytes(own_csv(municipality(), read_own(CODE), NB))
    run = CliRunner().invoke(
        app, ["outlook", HERE, "--path", "lys-vei", "--own", str(file), "--format", "json"]
    )
    assert run.exit_code == 0, run.output
    assert f'"own":"{CODE}"' in run.stdout
    file.write_text("rad;verdi\nsick_leave;mye\n")
    run = CliRunner().invoke(app, ["outlook", HERE, "--own", str(file)])
    assert run.exit_code != 0
    assert "mye" in run.output


def test_figures_that_are_ours_are_not_counted_as_changes() -> None:
    here = along(NOTHING)
    ours = official_of(municipality())
    own = OwnFigures.of(HERE, {"sick_leave": ours["sick_leave"], "care_places": 250})
    assert differing(own, here.local, here.at(here.base_year)) == {"care_places": 250}
    assert decode("lys-vei").pathway == LIGHT


def test_a_command_asks_before_it_uses_a_figure_far_from_the_official(tmp_path: Path) -> None:
    file, out = tmp_path / "own.csv", tmp_path / "draft.txt"
    file.write_text("rad;verdi\ncare_man_years;9000\n", "utf-8")
    asked = ["draft", "3209", "--text", "--own", str(file), "--out", str(out)]
    run = CliRunner().invoke(app, asked)
    assert isinstance(run.exception, OwnFiguresError)
    assert "--sure" in run.stderr
    assert not out.exists()
    assert CliRunner().invoke(app, [*asked, "--sure"]).exit_code == 0
    assert "9\u00a0000" in out.read_text("utf-8")


EFFECTS = {"care_man_years": 205, "sick_leave": 12, "care_places": 80, "home_users": 300}


@pytest.mark.parametrize("tongue", LANGUAGES)
def test_each_own_figure_says_what_it_changes_and_why(tongue: str) -> None:
    """Before and after are the figures that the pages tell with and without it."""
    language, way = language_of(tongue), decode("2-he2te2me3hj3fr2").pathway
    own = OwnFigures.of("5056", {**EFFECTS, "net_result": 1500})
    said = own_effects(Switches().with_own(own), way, language)
    assert len(said) == len(own.replacing)
    for (name, value), sentence in zip(own.replacing, said, strict=True):
        alone = Switches().with_own(OwnFigures.of("5056", {name: value})).outlook("5056", way)
        usual = Switches().outlook("5056", way)
        for end in ("official", "path"):
            before, after = (told(each, "gap", HORIZON)[end] for each in (usual, alone))
            pair = [language.numbers.digits(each) for each in (before, after)]
            assert (before == after) or all(f" {each} " in sentence for each in pair), sentence
        because = language.say(f"own_figures.effects.because.{name}")
        assert because in sentence


def test_the_page_tells_what_an_own_figure_changes(client: TestClient) -> None:
    page = client.get("/egne-tall?sted=5056&own=1-5056-om205&vei=2-he2te2me3hj3fr2").text
    assert "fra 54 til 59 årsverk" in page
    assert "fra −900 til −250 kroner" in page
    assert "Dette endrer" not in client.get("/egne-tall?sted=5056").text
