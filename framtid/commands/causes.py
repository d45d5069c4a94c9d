"""``python -m framtid causes``: the causal map of a place, as a table of one of its parts."""

from typing import Annotated

import typer

from framtid.commands.debate import Spoken
from framtid.commands.outlook import Code
from framtid.commands.writers import Plain, write
from framtid.errors import UnknownOptionError
from framtid.language import language_of
from framtid.language.current import speaking
from framtid.language.texts import DEFAULT, OF_PAGES
from framtid.pathways.causes_rows import Part, columns, rows
from framtid.pathways.causes_told import causes_answer
from framtid.places import places


def causes(
    code: Code,
    links: Annotated[bool, typer.Option("--links", help="The links, and not the nodes.")] = False,
    chains: Annotated[bool, typer.Option("--chains", help="What leads where in the end.")] = False,
    lang: Spoken = DEFAULT,
    form: Annotated[Plain, typer.Option("--format", help="How to write it.")] = Plain.CSV,
) -> None:
    """Print what leads to what in a place, beside the nation, with sources and certainty."""
    if lang not in OF_PAGES:
        raise UnknownOptionError("lang", lang, OF_PAGES)
    language = language_of(lang)
    part: Part = "chains" if chains else "links" if links else "nodes"
    head = columns(part, language)
    with speaking(lang):
        told = rows(causes_answer(places().get(code).code, lang), part, language)
    write([dict(zip(head, each, strict=True)) for each in told], form)
