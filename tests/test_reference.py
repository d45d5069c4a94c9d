"""The reference says what the code says, so nobody looks up what is not so."""

from pathlib import Path

import typer

from framtid.__main__ import app
from framtid.commands.reference import FILE, reference
from framtid.pathways.levers import levers
from framtid.sitemap import pages

VERBS = typer.main.get_group(app)


def test_the_reference_is_as_the_code_is() -> None:
    assert FILE.read_text("utf-8") == reference(VERBS), "run `python -m framtid reference write`"


def test_it_names_every_page_lever_and_verb() -> None:
    text = reference(VERBS)
    for name in (*(page.address for page in pages().values()), *levers()):
        assert f"`{name}`" in text
    verbs = {module.stem for module in Path(FILE.parents[1], "framtid/commands").glob("*.py")}
    for verb in verbs & {"project", "compare", "accuracy", "statistics", "schema", "bands"}:
        assert f"python -m framtid {verb}" in text
