"""``python -m framtid choose``: how what the projection assumes was chosen."""

import numpy as np
import typer

from framtid.commands.writers import Plain, Row, write
from framtid.parameter_files import read_yaml
from framtid.projection.evaluation.backtest import CHOSEN_UNTIL
from framtid.projection.evaluation.choice import (
    Trial,
    beyond,
    chosen,
    half_lives,
    least,
    pool_weights,
)
from framtid.projection.mortality import life_tables, pace
from framtid.projection.parameters import FILE
from framtid.statistics.snapshot import snapshot

app = typer.Typer(help="Show how the projection's parameters were chosen.", no_args_is_help=True)


def _tried(name: str, found: list[Trial]) -> None:
    best = least(found)
    rows: list[Row] = []
    for trial in found:
        worse, noise = beyond(trial, best)
        rows.append(
            {
                name: trial.value,
                "mean error %": round(float(trial.error.mean()), 3),
                "bias by centrality %": round(float(trial.bias.mean()), 3),
                "worse than the best by": round(worse, 3),
                "standard error": round(noise, 3),
            }
        )
    write(rows, Plain.TABLE)
    typer.echo(
        f"Outcomes up to {CHOSEN_UNTIL}. The least within a standard error of the best: "
        f"{chosen(found).value:g}"
    )


@app.command()
def pool() -> None:
    """Try every weight of the pool on what had come true by 2018, with the nation's true path."""
    _tried("weight", pool_weights())


@app.command("half-life")
def half_life() -> None:
    """Try half-lives of a transition's weight in the same way."""
    _tried("years", half_lives())


@app.command()
def mortality() -> None:
    """Fit the yearly fall in the chance of dying to SSB's life expectancy."""
    aim = read_yaml(FILE)["mortality"]["life_expectancy"]
    known, q = life_tables(snapshot())
    falls = [
        pace(of, aim["year"] - known[-1], years)
        for of, years in zip(q[-1], aim["years"], strict=True)
    ]
    typer.echo(
        f"From the table of {known[-1]} to {aim['years']} years in {aim['year']}: "
        f"{np.round(falls, 4).tolist()}"
    )
