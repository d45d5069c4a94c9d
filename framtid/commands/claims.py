"""``python -m framtid claims``: every claim of every view, counted and held to its words."""

from collections import Counter
from typing import Annotated

import typer

from framtid.commands.writers import Plain, Row, write


def claims(
    every: Annotated[int, typer.Option("--every", help="Take each so many places.")] = 1,
    form: Annotated[Plain, typer.Option("--format", help="How to write it.")] = Plain.TABLE,
) -> None:
    """Count claims by kind over places, views and languages; end with 1 where one is at fault.

    A fault is a direction that the told figures deny, ends that are turned, or a count beyond
    its whole.
    """
    from framtid.language.texts import LANGUAGES, language_of  # noqa: PLC0415 - the views are heavy
    from framtid.places import places  # noqa: PLC0415 - as above
    from framtid.views.claims import fault  # noqa: PLC0415 - as above
    from framtid.views.claims_said import said  # noqa: PLC0415 - as above
    from framtid.views.registry import build_view, views  # noqa: PLC0415 - as above

    count: Counter[str] = Counter()
    faults: Counter[str] = Counter()
    for code in [*places().by_code][::every]:
        level = places().get(code).level
        for name in (each.id for each in views().values() if level in each.levels):
            for claim in build_view(name, code).claims:
                kind = type(claim).__name__
                count[kind] += 1
                wrong = fault(claim) or not all(said(claim, language_of(s)) for s in LANGUAGES)
                faults[kind] += int(wrong)
    rows: list[Row] = [
        {"kind": kind, "claims": number, "languages": len(LANGUAGES), "faults": faults[kind]}
        for kind, number in sorted(count.items())
    ]
    write(rows, form)
    if faults.total():
        raise typer.Exit(1)
