"""A lever's sheet as one page to print: a tagged PDF, set with fonts that come with Typst."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from framtid.debate.pdf import typeset
from framtid.documents.serving import tell
from framtid.language import Language
from framtid.places import Place
from framtid.statistics.snapshot import snapshot
from framtid.web.packed import Packed, pack

TEMPLATE = Path(__file__).with_name("templates") / "lever.typ"


def lever_pdf(sheet: dict[str, Any], place: Place, language: Language) -> Packed:
    """Set a sheet, as ``framtid.documents.levers`` tells it, and pack it as a file to save."""
    told = sheet | {
        "language": language.code,
        "place": language.name(place),
        "columns": {
            name: tell(f"lever.levels.{name}") for name in ("level", "hands", "kroner", "people")
        },
        "certainty_heading": tell("certainty"),
        "levels_heading": tell("lever.levels.heading"),
        "footer": tell("lever.printed", name=language.name(place), edition=snapshot().edition),
    }
    content = typeset(TEMPLATE, told, language)
    return replace(pack(content, "application/pdf"), file=f"framtid-{sheet['id']}-{place.code}.pdf")
