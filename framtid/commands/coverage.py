"""``python -m framtid coverage``: how often the truth fell within the bands."""

from typing import Annotated

import numpy as np
import typer

from framtid.commands.writers import Plain, Row, write


def coverage(
    average: Annotated[bool, typer.Option("--average", help="Average over the bases.")] = False,
    form: Annotated[Plain, typer.Option("--format", help="How to write it.")] = Plain.TABLE,
) -> None:
    """Draw bands from years gone by and count how many municipalities fell within them.

    The spreads were chosen on bases up to 2016; the later ones are held out.
    """
    from framtid.projection.evaluation.coverage import coverage as covered  # noqa: PLC0415 - compiles

    rows: list[Row] = [
        {
            "years": found.horizon,
            "held out": "yes" if found.held_out else "no",
            "ages": found.group,
            "base": found.base,
            "places": found.places,
            **{f"within {level} %": round(share, 1) for level, share in found.within.items()},
        }
        for found in covered()
    ]
    write(_averaged(rows) if average else rows, form)


def _averaged(rows: list[Row]) -> list[Row]:
    kept: dict[tuple[int, str, str], list[Row]] = {}
    for row in rows:
        of = "total" if row["ages"] == "all" else "age groups"
        key = (int(str(row["years"])), str(row["held out"]), of)
        kept.setdefault(key, []).append(row)
    return [
        {"years": years, "held out": held_out, "of": of, "n": len(found)}
        | {
            measure: round(float(np.mean([float(str(row[measure])) for row in found])), 1)
            for measure in found[0]
            if measure.startswith("within")
        }
        for (years, held_out, of), found in sorted(kept.items())
    ]
