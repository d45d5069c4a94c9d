"""Runs of Word and PowerPoint files, each in one language."""

from collections.abc import Callable
from copy import deepcopy
from typing import Any

from framtid.pathways.passages import passages

REGIONS = {"no": "nb-NO", "en": "en-GB", "da": "da-DK"}
"""What an office program calls a language; those of the Sámi and the Kven are of Norway."""


def divided(
    element: Any,  # noqa: ANN401 - both libraries have few types
    run_tag: str,
    language: str,
    mark: Callable[[Any, str | None], object],
) -> None:
    """Give each passage of another language a run of its own, and say which language it is.

    Args:
        element: what holds the runs.
        run_tag: what a run is called there.
        language: the code of the language that the rest is in.
        mark: says the language of a run, given its properties; None is that of the rest.

    """
    for run in list(element.iter(run_tag)):
        for each in passages(run.text, language):
            piece = deepcopy(run)
            piece.text = each.text
            own = each.tongue and REGIONS.get(each.tongue, f"{each.tongue}-NO")
            mark(piece.get_or_add_rPr(), own)
            run.addprevious(piece)
        run.getparent().remove(run)
