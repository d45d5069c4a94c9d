"""Words of direction, equality, rank and size: made from data, or read and listed with why."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from framtid.consequences.evidence import evidence
from framtid.folders import TEXTS
from framtid.horizon import HORIZON
from framtid.language.numbers import Told
from framtid.language.texts import LANGUAGES, language_of
from framtid.pathways.levers import levers
from framtid.pathways.outlook import municipalities, outlook_of
from framtid.pathways.pathway import Pathway
from framtid.pathways.vitals import vitals
from framtid.places import places
from framtid.projection.uncertainty.bands import bands
from framtid.stories import stories
from framtid.views.registry import build_view

WORDS = {
    "nb": r"flere|flest|færre|færrest|øker|økte|økt|vokser|synker|faller|falt|går (?:opp|ned)"
    r"|mer enn|mindre enn|mest|minst|størst\w*|minste|høyest\w*|lavest\w*|dobbelt\w*|doblet"
    r"|halvparten|om lag lik\w*|like mange|like stor|nesten alle|de fleste|ingen av|alle",
    "nn": r"fleire|flest|færre|færrast|aukar|veks|søkk|fell|går (?:opp|ned)|meir enn|mindre enn"
    r"|mest|minst|størst\w*|høgst\w*|lågast\w*|dobbel\w*|halvparten|om lag lik\w*|like mange"
    r"|dei fleste|alle",
    "en": r"more|most|fewer|fewest|less|least|rises?|falls?|grows?|shrinks?|increases?|decreases?"
    r"|largest|smallest|highest|lowest|twice|double|half|about the same|as many|nearly all|all of",
}
"""Words that say which way, how alike, of what rank or how large."""
ROOMS = ("views", "claims", "news", "pathways", "article", "spread", "simulator", "reader", "path")
"""Texts that tell of places, paths and figures; sheets of levers have ``test_lever_sheets``."""
DRAWN = "says what is drawn, or heads a column"
ASKED = "a goal or a word of a control: what is asked for, no fact"
ADVICE = "advice: no figure of a place"
TRY = "«more» of English: try once more"
MODEL = "how the model counts; docs/method.md"
SPANS = [
    f"views.roads.columns.{what}_{way}_{end}"
    for what in ("gap", "kroner", "outside", "places")
    for way in ("dark", "light")
    for end in ("low", "high")
]
READ = {
    **dict.fromkeys(SPANS, DRAWN),
    "views.neighbours.caption": "the rule itself; language/trends.py",
    "views.neighbours.ways.grows": "of the trend, row by row",
    "views.neighbours.ways.same": "of the trend, row by row",
    "views.neighbours.ways.shrinks": "of the trend, row by row",
    "reader.failed": TRY,
    "simulator.sim_failed": TRY,
    "simulator.sim_move_failed": TRY,
    "simulator.sim_at_most": ASKED,
    "views.causes.name": "which chain is felt most is computed; test_causes",
    "simulator.sim_ceiling": ASKED,
    "simulator.sim_ceiling_below": ASKED,
    "simulator.sim_not_closed": "said where the gap is larger; meter.js",
    "pathways.paths.alle-med.text": "the levers that are raised",
    "pathways.warnings.full_and_well": MODEL,
    "pathways.warnings.capped": MODEL,
    "simulator.sim_own_text": ASKED,
    "simulator.sim_at_least": ASKED,
    "pathways.assumptions.healthier": MODEL,
    "pathways.assumptions.trend": MODEL,
    "pathways.paths.lys-vei.text": MODEL,
    "pathways.counted.together": MODEL,
    "pathways.counted.alone": MODEL,
    "pathways.effort.anchor": "the trend of care, 0.7 per cent a year; below",
    "pathways.meter.whole.both": ASKED,
    "pathways.goals.steg.text": ASKED,
    "pathways.goals.omsorg.title": ASKED,
    "pathways.goals.omsorg.text": ASKED,
    "pathways.goals.skole.text": ASKED,
    "pathways.goals.baereevne.text": ASKED,
    "pathways.rest.other": "said where the goal is not reached; tests/test_pathways_rest.py",
    "pathways.warnings.seniors_twice": ADVICE,
    "pathways.warnings.volunteers_work": ADVICE,
    "pathways.warnings.homes_without_tools": ADVICE,
    "pathways.warnings.homes_without_training": ADVICE,
    "pathways.warnings.settle_and_outside": ADVICE,
    "pathways.warnings.too_much": ADVICE,
    "pathways.warnings.zero_sum": "tests/test_pathways.py, moves give the nation no one",
    "views.map.caption": DRAWN,
    "views.map.classes.5": DRAWN,
    "views.young_map.caption": DRAWN,
    "views.young_map.action": ADVICE,
    "views.young_map.frames.2040.alt": DRAWN,
    "views.strip.caption": DRAWN,
    "views.span.columns.high": DRAWN,
    "views.span.columns.high_figures": DRAWN,
    "views.span.columns.low": DRAWN,
    "views.span.columns.low_figures": DRAWN,
    "views.span.frames.2040.alt": DRAWN,
    "views.span.name": DRAWN,
    "views.span.subtitle": DRAWN,
    "views.path_plan.frames.all.alt": DRAWN,
    "views.path_pyramid.columns.men_low": DRAWN,
    "views.path_pyramid.columns.men_high": DRAWN,
    "views.path_pyramid.columns.women_low": DRAWN,
    "views.path_pyramid.columns.women_high": DRAWN,
    "views.path_hands.columns.low": DRAWN,
    "views.path_hands.columns.high": DRAWN,
    "views.path_hands.action": "the levers that close most; below",
    "views.accuracy.action": "the mean error of five years is half of it; docs/method.md",
    "views.accuracy.frames.all.alt": "errors grow with the years; tests/test_accuracy_told.py",
    "views.workers.action": ADVICE,
    "views.kindergarten.action": ADVICE,
    "views.homes.action": "«more» and «grow old» of English; no figure",
    "views.over80.action": "«more» and «grow old» of English; no figure",
    "views.carers.action": "«grow old» of English; no figure",
}
"""What stands in a text as it is, by key, and why it may."""
PROSE = {
    "Jo mørkere kommunen er, jo færre hender er det for hver eldre.": DRAWN,
    "De andre er yngre enn det, og alle trengs.": "the median, said before it",
    "Vi regner som om alle kommuner går den samme veien.": "how named paths are counted",
    "Jobben betyr gjerne mest for hvor folk slår seg ned.": "facts; Distriktssenteret",
    "Søylene viser hvem som får flere i arbeidsfør alder fram til 2040, og hvem som får færre."
    "": DRAWN,
    "En leilighet uten trapper, nær butikken, kan bety flere år hjemme.": ADVICE,
    "Tallet er usikkert, for de fleste av barna er ikke født.": "ages 6–15 in 2040; below",
    "I flere av SSBs framtider er det dobbelt så mange i 2060.": "facts.health_man_years",
    "Men jobben kan gjøre at færre blir syke.": ADVICE,
    "I Mandal fikk de ansatte mer tillit og tettere oppfølging, og fraværet falt mer enn i lignende"
    " kommuner.": "facts.sick_leave_mandal",
    "Året etter var nær halvparten i jobb eller utdanning.": "facts.young_back",
    "Staten og den unge går glipp av mest.": "facts.young_disability_cost",
    "Jo mørkere kommunen er på kartet, jo færre blir de unge der fram til 2040.": DRAWN,
    "Men flere av dem kan bli hjemmehjelpen, læreren eller hun som kjører brøytebilen, hvis noen"
    " lærer dem det.": ADVICE,
    "Om lag halvparten fikk jobben først og en fast veileder ved siden av.":
    "facts.supported_people: 50 of 96",
    "NAVs største forsøk med tettere oppfølging ga ingen forskjell som varte.":
    "facts.follow_up_fades",
    "Nå er hun lærling i barnehagen, og de minste løper når hun kommer.": "fiction, and says so",
    "Kommunestyret kan be om tre svar: Hvem har ansvaret for den som faller ut?": ADVICE,
    "Hun søkte flere steder.": "fiction, and said to be",
    "Derfor mangler det færre hender hvis det skjer senere.": "in a branch on the data",
    "Dette må flere være med på:": "heads a list from the data",
    "Det hviler på at alle er med: de som bestemmer, og de som skal gjøre jobben.": ADVICE,
}  # fmt: skip
"""Sentences of prose without a figure in them, and why they may stand."""


def _texts(node: object, key: str) -> Iterator[tuple[str, str]]:
    if isinstance(node, str):
        yield key, node
    elif isinstance(node, list):
        for at, below in enumerate(node):
            yield from _texts(below, f"{key}.{at}")
    elif isinstance(node, dict):
        for name, below in node.items():
            yield from _texts(below, f"{key}.{name}")


def _bare(text: str, spoken: str) -> Iterator[str]:
    """Yield sentences with such a word and no figure or condition from the data in them."""
    for sentence in re.split(r"(?<=[.!?])\s", re.sub(r"\s+", " ", text)):
        made = "{{" in sentence or "{%" in sentence or "%}" in sentence
        if not made and re.search(rf"\b(?:{WORDS[spoken]})\b", sentence):
            yield sentence


def _rooms(spoken: str) -> Iterator[tuple[str, Path]]:
    folder = TEXTS / spoken
    for file in sorted(folder.rglob("*.yml")):
        room = ".".join(file.relative_to(folder).with_suffix("").parts)
        if room.split(".")[0] in ROOMS:
            yield room, file


def _said(spoken: str) -> Iterator[tuple[str, str]]:
    """Yield sentences of the texts of places, paths and figures that state something by key."""
    for room, file in _rooms(spoken):
        for key, text in _texts(yaml.safe_load(file.read_text(encoding="utf-8")), room):
            yield from ((key, sentence) for sentence in _bare(text, spoken))


@pytest.mark.parametrize("spoken", LANGUAGES)
def test_texts_of_figures_say_which_way_from_the_data(spoken: str) -> None:
    assert [(key, sentence) for key, sentence in _said(spoken) if key not in READ] == []


COUNTED = {
    "over80": "future",
    "workers": "future",
    "pupils": "future",
    "kindergarten": "future",
    "desks": "2040",
    "homes": "2040",
}
"""Views whose heading holds a count of 2040 against today's, and the state that does."""


@pytest.mark.parametrize("spoken", LANGUAGES)
def test_a_heading_that_claims_no_direction_tells_both_figures(spoken: str) -> None:
    """219 and 205 may differ by chance, and are still no «about as many»."""
    language = language_of(spoken)
    words = language.entry("numbers.nearly")
    for before, after in ((219, 205), (205, 219), (1000, 990), (24, 24)):
        near = words[
            "same"
            if after > 0.98 * before and before >= 0.98 * after
            else "more"
            if after > before
            else "fewer"
        ]
        for name, state in COUNTED.items():
            values = {"before": before, "after": Told(after), "trend": "same", "within": True}
            said = language.say(f"views.{name}.frames.{state}.title", **values).strip()
            assert near in said.lower(), said
            figures = (language.numbers.exact(figure) for figure in {before, after})
            assert all(figure in said for figure in figures), said


CHANGED = {"nb": "flere|færre", "nn": "fleire|færre", "en": "more|fewer"}
LIKELY = {"nb": "trolig", "nn": "truleg", "en": "probably"}


@pytest.mark.parametrize("spoken", LANGUAGES)
def test_a_heading_is_no_surer_of_the_way_than_its_band(spoken: str) -> None:
    """Where as many as today are among eight futures in ten, more or fewer is likely at most."""
    met = set()
    measures = {"pupils": "6-15", "workers": "20-66", "desks": "6-15"}
    for place in (places().nation, *places().municipalities[::40]):
        outlook = outlook_of(place.code)
        for name, measure in measures.items():
            title = build_view(name, place.code, spoken).title
            low, high = bands(place.code).interval(measure, HORIZON)
            now = outlook.people(outlook.base_year, *map(int, measure.split("-")))
            if re.search(rf"\b(?:{CHANGED[spoken]})\b", title, re.IGNORECASE):
                within = bool(low <= now <= high)
                assert (LIKELY[spoken] in title.lower()) == within, (place.code, title)
                met.add(within)
    assert met == {True, False}


ALIKE = {
    "nb": r"om lag (?:like mange|det samme|som i dag)|står stille",
    "nn": r"om lag (?:like mange|det same|som i dag)|står stille",
    "en": r"about (?:as many|the same|as today)|stands? still",
}
"""What is said of figures that are alike: texts have it from ``nearly``, or are listed."""
ALIKE_READ = {
    "views.neighbours.caption",  # the rule itself
    "views.neighbours.frames.all.title",  # asks the trend
    "views.neighbours.ways.same",  # of the trend
    "numbers.nearly.same",
    "claims.kinds.change.same",
    "claims.kinds.comparison.same",
    "claims.kinds.single.need",
    "site.municipality.change.same",
    "views.hands.frames.need.title",
    "similar.title",
    "similar.pace.same",
    "views.similar_map.frames.all.alt",
    "councils.decided.effect",
    "councils.finale.lying.text",
}


@pytest.mark.parametrize("spoken", LANGUAGES)
def test_who_says_that_figures_are_alike_asks_how_near_they_are(spoken: str) -> None:
    found = {
        key
        for room in ("numbers", "claims", "site", "similar", "councils", "news", "views")
        for key, text in _texts(language_of(spoken).entry(room), room)
        if re.search(ALIKE[spoken], text, re.IGNORECASE)
    }
    assert found <= ALIKE_READ, found - ALIKE_READ


def test_what_is_no_longer_said_is_not_listed() -> None:
    assert set(READ) == {key for spoken in LANGUAGES for key, _ in _said(spoken)}


def test_prose_says_which_way_from_the_data() -> None:
    files = [*(each.folder / "nb.md" for each in stories().values()), TEXTS / "nb/path_report.md"]
    met = set()
    for file in files:
        for line in file.read_text(encoding="utf-8").split("\n"):
            for sentence in _bare(line.strip(), "nb"):
                plain = re.sub(r"^#+ | \{#[\w-]+\}$", "", sentence)
                assert plain in PROSE, plain
                met.add(plain)
    assert met == set(PROSE)


def test_what_the_prose_says_of_the_nation_is_so() -> None:
    nation = outlook_of("0")
    carers = [nation.carers(year) for year in (2006, 2026, 2040)]
    assert carers == sorted(carers, reverse=True)
    rate = vitals().fertility
    assert rate[max(rate)] < max(rate.values())
    born = sum(nation.at(2040)[:, age].sum() for age in range(6, 16) if 2040 - age >= 2026)
    assert born > 0.5 * nation.people(2040, 6, 15)
    assert nation.people(2040, 67) > nation.people(2026, 67)
    assert {"over80_alone", "cooperation"} <= set(evidence())


def test_the_map_is_darkest_where_there_are_fewest() -> None:
    assert (municipalities().carers(2040) < 2).sum() > (municipalities().carers(2026) < 2).sum()


def test_full_positions_and_lower_absence_close_most_of_the_gap_of_nearly_every_place() -> None:
    for place in places().municipalities[::24]:
        course = outlook_of(place.code).consequences.at("gap", 2040)
        closed = {
            name: course
            - outlook_of(place.code, pathway=Pathway.of({name: 3})).consequences.at("gap", 2040)
            for name in levers()
        }
        best = sorted(closed, key=closed.__getitem__, reverse=True)
        assert {"heltid", "naervaer"} <= set(best[:3]), (place.code, best)
