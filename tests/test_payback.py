"""A path that gives hands is not told as one that gives kroner: in every municipality."""

import io
import re

import numpy as np
import pypdf
import pytest
from starlette.testclient import TestClient

from framtid.debate.briefing import briefing
from framtid.debate.draft import draft
from framtid.debate.pdf import brief_pdf
from framtid.folders import TEXTS
from framtid.horizon import HORIZON
from framtid.language import language_of
from framtid.pathways.balance import sentences
from framtid.pathways.codec import decode, encode
from framtid.pathways.economic_plan import economic_plan
from framtid.pathways.outlook import Outlook, outlook_of
from framtid.pathways.pathway import AS_IT_IS, Pathway, named, path
from framtid.pathways.payback import kind, payback
from framtid.pathways.recounts import note, on_paper, recounts
from framtid.pathways.switches import Switches
from framtid.pathways.whole_sum import ROUNDED, repaid_later, say_later
from framtid.places import places
from framtid.projection import ALTERNATIVES
from framtid.stories import read_aloud, stories
from framtid.stories.fork import fork
from framtid.stories.path_report import tell_path
from framtid.stories.plan_told import tell_plan
from framtid.views.registry import build_view

NB = language_of("nb")
LIGHT = path("lys-vei")
PROMISES = re.compile(
    r"sparer (?:oss|dere) penger|lønner seg alltid|gir mer penger|tjener (?:vi|dere) på"
    r"|save (?:us|you) money|pays for itself|sparer pengar"
)
"""Words that would promise kroner whatever the place."""


def _dearer(outlook: Outlook) -> float:
    at = (each.consequences.at for each in (outlook, outlook.official))
    mine, official = (each("balance_per_inhabitant", HORIZON) for each in at)
    return mine - official


def test_the_light_path_is_told_by_its_kroner_in_every_municipality() -> None:
    kinds: dict[str, int] = {}
    for place in places().municipalities:
        outlook = outlook_of(place.code, pathway=LIGHT)
        plan, said, short = (
            economic_plan(outlook),
            payback(outlook, NB),
            payback(outlook, NB, "short"),
        )
        spent, worse = np.cumsum(plan.columns["choices"])[-1], _dearer(outlook)
        if spent < -0.5 and worse <= -10:
            assert "dårligere enn i dagens kurs" in said, place.code
            assert "mer enn dagens kurs også i 2040" in short, place.code
        elif spent < -0.5:
            assert "ikke tjent inn" in said, place.code
            assert ("bedre enn" in said) == (worse >= 10), place.code
            assert "ikke tjent inn i 2040" in short, place.code
        else:
            assert f"tjent inn i {plan.repaid}" in said, place.code
            assert f"tjent inn i {plan.repaid}" in short, place.code
        kinds[kind(outlook)] = kinds.get(kind(outlook), 0) + 1
    assert kinds.keys() >= {"dearer", "owed", "repaid"}


@pytest.mark.parametrize("code", ["0301", "5044", "5610"])
def test_it_is_said_at_the_fork_in_the_story_on_veivalg_and_on_the_told_path(code: str) -> None:
    outlook = outlook_of(code, pathway=LIGHT)
    long, short = payback(outlook, NB), payback(outlook, NB, "short")
    offered = fork(stories()["2040"], outlook_of(code), None, NB).paths
    assert [short in each.text for each in offered] == [each.tone == "light" for each in offered]
    assert long in sentences(outlook, NB)
    assert long in tell_path(outlook, NB).plain
    along = read_aloud("2040", code, "nb", decode("lys-vei"))["pengene"][1]
    assert long in along.replace("&nbsp;", "\u00a0")
    unchosen = read_aloud("2040", code)["pengene"][1]
    assert long.replace("Denne veien", "Den lyse veien") in unchosen


@pytest.mark.parametrize("spoken", ["nb", "nn", "en"])
def test_the_figure_of_kroner_names_the_course_where_the_light_path_is_dearer(spoken: str) -> None:
    course = {"nb": "i dagens kurs", "nn": "med dagens kurs", "en": "on today’s course"}[spoken]
    for code, dearer in (("0301", True), ("5610", False)):
        frame = next(f for f in build_view("roads", code, spoken).frames if f.id == "kroner")
        assert (course in frame.title) == dearer == (_dearer(outlook_of(code, pathway=LIGHT)) < 0)


def test_every_named_path_is_told_and_nothing_is_where_nothing_is_chosen() -> None:
    for code in ("0301", "5610", "1151"):
        assert payback(outlook_of(code), NB) == ""
        for pathway in named().values():
            said = payback(outlook_of(code, pathway=pathway), NB)
            assert bool(said) == (pathway != AS_IT_IS)
            assert not re.search(r"  | [.,]|−|-\d|\bnan\b", said), said


def test_no_prose_promises_kroner() -> None:
    for file in [*stories()["2040"].folder.glob("*.md"), *TEXTS.rglob("*.yml")]:
        found = PROMISES.search(file.read_text(encoding="utf-8"))
        assert not found, (file, found)


def test_a_link_says_when_figures_were_worked_out_anew_and_an_old_one_that_it_is_old(
    client: TestClient,
) -> None:
    answer, known = "/api/v1/choice/5610.json?path=", encode(Pathway.of({"heltid": 2}))
    for code in ("1-heltid2", "", "lys-vei", known):
        earlier = code.startswith("1-")
        told = note(NB, earlier=earlier)
        assert re.match(r"Nye beregninger fra \d{1,2}\. \w+ \d{4}: ", told["text"])
        for page in ("vei", "debatt") if code else ("vei",):
            written = client.get(f"/{page}?sted=5610&vei={code}").text
            assert written.count(told["text"]) == 1, (page, code)
            assert f'href="{told["address"]}"' in written, (page, code)
        assert client.get(answer + code).json()["recount"] == (told if earlier else None)
    labels = client.get("/api/v1/choices/5610.json").json()["labels"]
    assert labels["sim_recount_text"] == note(NB, earlier=False)["text"]
    about = client.get("/om").text
    assert all(NB.say(f"recounts.{each.id}").split(".")[0] in about for each in recounts())


@pytest.mark.parametrize("lang", ["nb", "nn", "en"])
def test_every_paper_and_story_of_a_path_says_when_figures_were_worked_out_anew(
    client: TestClient, lang: str
) -> None:
    language, code = language_of(lang), encode(Pathway.of({"heltid": 2}))
    for page in ("historie", "lysbilder", "utskrift"):
        for way in ("lys-vei", code, "1-heltid2"):
            # Readings are led to by the story, with today's code of the path.
            said = note(language, earlier=page == "historie" and way.startswith("1-"))
            address = f"/{page}?sted=1151&lang={lang}&vei={way}"
            assert said["text"] in client.get(address).text, address
        plain = client.get(f"/{page}?sted=1151&lang={lang}").text
        assert note(language, earlier=False)["text"] not in plain
    printed, outlook = on_paper(language), outlook_of("1151", pathway=LIGHT)
    assert recounts()[0].date.strftime("%Y") in printed
    assert not re.search("før|from before|viser andre|show other", printed), "it is made today"
    assert draft(outlook, language, Switches()).plain.count(printed) == 1
    file = brief_pdf(briefing(outlook, language, Switches()), outlook, language)
    pages = pypdf.PdfReader(io.BytesIO(file)).pages
    assert printed in " ".join("".join(each.extract_text() for each in pages).split())
    asked = f"/mote/protokoll.txt?sted=1151&lang={lang}&svar="
    assert client.get(asked).text.count(printed) == 1


def test_who_changes_what_figures_come_to_says_when() -> None:
    newest, *earlier = recounts()
    assert [each.date for each in earlier] == sorted((e.date for e in earlier), reverse=True)
    for code, held in newest.holds.items():
        at = outlook_of(code, pathway=LIGHT).consequences.at
        now = [at(name, HORIZON) for name in ("gap", "balance_per_inhabitant")]
        assert now == pytest.approx(held, abs=0.05), (code, "write an entry in data/recounts.yml")


@pytest.mark.parametrize("spoken", ["nb", "nn", "en"])
def test_the_whole_sum_is_told_beside_kroner_per_inhabitant(spoken: str) -> None:
    language, told = language_of(spoken), 0
    for place in places().municipalities[::25]:
        outlook = outlook_of(place.code, pathway=LIGHT)
        plan, series = economic_plan(outlook), outlook.consequences.series
        by_hand = sum(
            float(series["balance_choices"][at] * series["people"][at])
            for at in range(1, HORIZON - outlook.base_year + 1)
        )
        after = plan.at("accumulated", HORIZON)
        if plan.repaid or after >= -0.5 or by_hand >= 0:
            continue
        told += 1
        sum_ = f"{language.numbers.about(-by_hand)} kroner"
        assert sum_ in tell_plan(outlook, language).answer
        assert sum_ in payback(outlook, language)
        assert sum_ in build_view("path_plan", place.code, spoken, LIGHT).title
    assert told


def test_what_is_owed_in_2040_is_told_with_the_year_it_comes_back_or_that_it_does_not() -> None:
    seen = set()
    for place in places().municipalities[::25]:
        outlook = outlook_of(place.code, pathway=LIGHT)
        summed = np.cumsum(outlook.consequences.series["balance_choices"][1:])
        years = range(outlook.base_year + 1, outlook.base_year + 1 + len(summed))
        said, owed = say_later(outlook, NB), dict(zip(years, summed < -0.5, strict=True))
        assert bool(said) == owed[HORIZON], place.code
        if not said:
            continue
        paid = [year for year in years if not any(owed[each] for each in years if each >= year)]
        assert (f"tjent inn rundt {paid[0]}" if paid else "heller ikke tjent inn") in said, (
            place.code
        )
        assert "usikkert" in said or not paid
        margins = [
            run[year - outlook.base_year - 1]
            for each in ALTERNATIVES
            if (year := repaid_later(outlook.under(each)))
            for run in [np.cumsum(outlook.under(each).consequences.series["balance_choices"][1:])]
        ]
        assert "i alle SSBs" not in said or "ikke i alle" in said or min(margins) >= ROUNDED
        seen.add(bool(paid))
    assert seen == {True, False}
    let_down = outlook_of("5056", pathway=Pathway.of({"hjemme": -1}))
    assert say_later(let_down, NB) == ""
