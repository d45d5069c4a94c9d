"""A lever's sheet as one page to print: a tagged PDF, set with fonts that come with Typst."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from framtid.documents.serving import tell
from framtid.language import Language
from framtid.places import Place
from framtid.statistics.snapshot import snapshot
from framtid.web.packed import Packed, pack

TEMPLATE = Path(__file__).with_name("templates") / "lever.typ"


def lever_pdf(sheet: dict[str, Any], place: Place, language: Language) -> Packed:
    """Set a sheet, as ``framtid.documents.levers`` tells it, and pack it as a file to save."""
    import typst  # noqa: PLC0415 - heavy, only here

    told = sheet | {
        "language": language.code,
        "place": language.name(place),
        "columns": {
            name: tell(f"lever.levels.{name}") for name in ("level", "hands", "kroner", "people")
        },
        "certainty_heading": tell("certainty"),
        "source_heading": tell("lever.source"),
        "levels_heading": tell("lever.levels.heading"),
        "footer": tell("lever.printed", name=language.name(place), edition=snapshot().edition),
    }
    content = typst.compile(
        TEMPLATE.read_bytes(),
        ignore_system_fonts=True,
        sys_inputs={"sheet": json.dumps(told, ensure_ascii=False)},
        pdf_standards="ua-1",
        timestamp=datetime.fromisoformat(snapshot().catalogue.updated).replace(tzinfo=UTC),
    )
    return replace(pack(content, "application/pdf"), file=f"framtid-{sheet['id']}-{place.code}.pdf")
