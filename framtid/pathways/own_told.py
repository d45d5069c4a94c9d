"""Own figures in words: the mark that stands wherever they are used, beside the official ones."""

from framtid.consequences.local import local
from framtid.consequences.own_applied import official_figures
from framtid.consequences.own_figures import OwnFigures, own_rows
from framtid.language import Language
from framtid.language.texts import on_one_line
from framtid.pathways.homes_told import say_homes
from framtid.places import Place, places
from framtid.projection.history import history
from framtid.statistics.keeping import kept


@kept(maxsize=64)
def official_of(place: Place) -> dict[str, float]:
    """Return the official figures of a municipality that own ones replace, by their names."""
    return official_figures(local(place), history().population[-1, places().index[place.code]])


def people_of(place: Place) -> float:
    """Return how many live in a municipality in the base year."""
    return float(history().population[-1, places().index[place.code]].sum())


def value_said(name: str, value: float, language: Language) -> str:
    """Return a figure with its unit, as finely as it is told."""
    row = own_rows()[name]
    number = language.numbers.decimal(value, row.decimals)
    return on_one_line(language.say(f"own_figures.units.{row.unit}.said", number=number))


def marked(text: str, own: OwnFigures, language: Language) -> str:
    """Return a short text, such as a foot, with the mark of own figures where they are used."""
    return f"{text} · {language.say('own_figures.mark.short')}" if own.replacing else text


def say_own(own: OwnFigures, language: Language) -> list[str]:
    """Return the sentences that mark own figures: each beside the official, and what homes mean."""
    if not own.values:
        return []
    place, homes = places().get(own.place), say_homes(own, language)
    if not own.replacing:
        return homes
    official = official_of(place)
    each = [
        on_one_line(
            language.say(
                "own_figures.mark.each",
                title=language.say(f"own_figures.rows.{name}.short"),
                own=value_said(name, value, language),
                official=value_said(name, official[name], language),
            )
        )
        for name, value in own.replacing
    ]
    said = language.say("own_figures.mark.text", name=language.name(place), each=each)
    return [on_one_line(said), *homes]
