"""What a municipality's own figures change of what it is known to be like, and no more.

Each takes the place of one official figure of the base year; what follows from it is the model's.
A figure that is the official one, as finely as it is told, changes nothing at all.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace

from framtid.consequences import care
from framtid.consequences.figure import Figure
from framtid.consequences.local import Local
from framtid.consequences.own_figures import OwnFigures, own_rows
from framtid.consequences.parameters import parameters
from framtid.projection.history import Floats


def official_figures(place: Local, people: Floats) -> dict[str, float]:
    """Return the official figures that own ones replace, by the names of ``own_rows``.

    Args:
        place: what it is known to be like.
        people: its people in the base year, (sex, age).

    """
    home, residents = care.users(people[None], place)
    return {
        "care_man_years": float(care.man_years(people[None], place).usual[0]),
        "sick_leave": 100 * place.absence,
        "care_places": float(care.places_needed(residents)[0]),
        "home_users": float(home[0]),
        "net_result": place.result,
    }


def _man_years(place: Local, value: float, _people: Floats) -> Local:
    level = Figure(value / (care.per_inhabitant() * place.people), "own")
    return replace(place, need={**place.need, "care": level})


def _used(service: str, users: float, people: Floats) -> Figure:
    """Return the share of those of 80 and more who use a service, when so many use it in all."""
    shape, old = parameters("care")[service].by_age, people[:, care.VERY_OLD :].sum(0)
    level = users / (people.sum(0) @ shape)
    return Figure(float(level * (shape[care.VERY_OLD :] @ old) / old.sum()), "own")


def _places(place: Local, value: float, people: Floats) -> Local:
    residents = value / parameters("care")["places_per_resident"].number
    return replace(place, institution_use=_used("institution_use", residents, people))


def _home(place: Local, value: float, people: Floats) -> Local:
    return replace(place, home_use=_used("home_use", value, people))


def _absence(place: Local, value: float, _people: Floats) -> Local:
    return replace(place, absence=value / 100)


def _result(place: Local, value: float, _people: Floats) -> Local:
    return replace(place, result=value)


CHANGES: Mapping[str, Callable[[Local, float, Floats], Local]] = {
    "care_man_years": _man_years,
    "sick_leave": _absence,
    "care_places": _places,
    "home_users": _home,
    "net_result": _result,
}
"""How each figure that replaces one of ours is used, by the names of ``own_rows``."""


def differing(own: OwnFigures, place: Local, people: Floats) -> dict[str, float]:
    """Return those of the own figures that are not the official ones, as finely as told."""
    official, rows = official_figures(place, people), own_rows()
    return {
        name: value
        for name, value in own.replacing
        if round(official[name], rows[name].decimals) + 0.0 != value
    }


def with_own(own: OwnFigures, place: Local, people: Floats) -> Local:
    """Return what a place is like when its own figures are used; arguments as above."""
    changed = place
    if own.values:
        for name, value in differing(own, place, people).items():
            changed = CHANGES[name](changed, value, people)
    return changed
