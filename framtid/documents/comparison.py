"""``/sammenlign``: two paths for one place, or two places, side by side."""

from dataclasses import replace
from typing import Any

from starlette.requests import Request

from framtid import addresses
from framtid.documents.hands import pictures
from framtid.documents.pair import NAMES, Name, Pair
from framtid.documents.serving import placed, switches_of, tell, way_of, write
from framtid.language import Language
from framtid.language.current import reader_language, spoken
from framtid.pathways import descriptions, recounts
from framtid.pathways.adding_up import rounded_apart
from framtid.pathways.codec import encode, encode_comparison
from framtid.pathways.comparison import Compared, compare
from framtid.pathways.pathway import named
from framtid.pathways.switches import told
from framtid.places import Place, places
from framtid.statistics.keeping import kept
from framtid.web.packed import Packed

SIDE = "side"
"""The query parameter that says for which side a search is."""


def _figure(each: Compared, pair: Pair, language: Language) -> dict[str, str]:
    """Return a figure's name, its two values and the difference in words."""
    key = f"comparison.figures.{each.indicator}"
    first, second = pair.said("phrase", language)
    return {
        "label": tell(f"{key}.label"),
        "one": tell(f"{key}.value", v=each.one),
        "other": tell(f"{key}.value", v=each.other),
        "words": tell(
            f"{key}.words",
            one=each.one,
            other=each.other,
            difference=each.difference,
            apart=rounded_apart([(each.one, each.other, each.difference)], language),
            share_one=each.share_one,
            share_other=each.share_other,
            first=first,
            second=second,
            one_place=pair.one_place,
        ),
    }


def _figures(pair: Pair, language: Language) -> list[dict[str, str]]:
    """Return all figures; of two places also how many of each hundred hands are missing."""
    compared = compare(*pair.outlooks)
    told = [_figure(each, pair, language) for each in compared]
    if pair.one_place:
        return told
    key, gap = "comparison.figures.missing", compared[0]
    shares = {"one": gap.share_one, "other": gap.share_other}
    missing = {side: tell(f"{key}.value", v=value) for side, value in shares.items()}
    return [told[0], missing | {"label": tell(f"{key}.label"), "words": ""}, *told[1:]]


def _differing(pair: Pair, language: Language) -> list[dict[str, str]]:
    """Return the levers that stand at different levels, with the words of both."""
    one, other = (side.pathway for side in pair.sides)
    found = []
    for name, choices in one.changes(other).items():
        here, there = (descriptions.chosen(choice, language) for choice in choices)
        title = language.say(f"levers.{name}.title")
        found.append({"id": name, "title": title, "one": here, "other": there})
    return found


def _choices(pair: Pair, name: Name, language: Language) -> dict[str, Any]:
    """Return where a side leads to, and what may stand in its place."""
    side = pair.sides[NAMES.index(name)]
    code, way = side.place or "", encode(side.pathway)
    paths = [
        (
            language.say(f"pathways.paths.{known}.title"),
            pair.moved(name, replace(side, pathway=pathway)).address,
        )
        for known, pathway in named().items()
        if pathway != side.pathway
    ]
    return {
        "id": name,
        "code": code,
        "way": way,
        "read": addresses.page(addresses.TOLD, code, way, **pair.switches.query),
        "change": addresses.page(addresses.CHOICE, code, way, **pair.switches.query),
        "paths": paths,
        "elsewhere": pair.elsewhere(name, "{code}"),
    }


def _notes(pair: Pair, here: Place, language: Language) -> list[str]:
    wrong = [language.say(f"pathways.link.{note}") for note in pair.notes]
    name = language.name(here)
    lost = [tell("comparison.note.place", code=code, name=name) for code in pair.unknown]
    return wrong + lost


@kept(256, by=spoken)
def comparison_html(pair: Pair, here: Place) -> Packed:
    """Write the page."""
    language = reader_language()
    one, other = names = pair.said("name", language)
    inside, same = language.inside(pair.outlooks[0].place), pair.one_place and pair.one_path
    said = {"one": one, "other": other, "inside": inside}
    return write(
        "comparison.html",
        title=tell(f"comparison.title.{'same' if same else pair.kind}", **said),
        description=tell(f"comparison.description.{pair.kind}", **said),
        kind="ft-broad",
        code=pair.sides[0].place,
        notes=_notes(pair, here, language),
        same=same,
        names=names,
        figures=_figures(pair, language),
        pictures=pictures(*pair.outlooks),
        levers=_differing(pair, language),
        choices=[_choices(pair, name, language) for name in NAMES],
        swap=pair.swapped.address,
        way=_way(pair),
        side_field=SIDE,
        switches=pair.switches.query,
        assumed=told(pair.switches, language),
        of_places=not pair.one_place,
        recount=recounts.note(language, earlier=False),
    )


def _way(pair: Pair) -> str:
    """Return the code of both sides with their places, for a form to send along."""
    return encode_comparison(*pair.sides)


def comparison(request: Request, place: Place) -> Packed:
    """Answer with the sides in the address."""
    return comparison_html(Pair.read(way_of(request), place, switches_of(request)), place)


def chosen(request: Request, code: str) -> str:
    """Return the address with a found place on the side that was asked for."""
    name: Name = "one" if request.query_params.get(SIDE) == "one" else "other"
    pair = Pair.read(way_of(request), places().nation, switches_of(request))
    return pair.elsewhere(name, code)


ANSWER = placed(comparison, chosen)
