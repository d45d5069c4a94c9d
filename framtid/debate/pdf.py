"""A briefing, and a page per side, as tagged PDFs: PDF/UA-1, in the fonts of our figures."""

import io
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec

from framtid.debate.briefing import Briefing
from framtid.debate.sides import BothSides
from framtid.language import Language
from framtid.pathways.outlook import Outlook
from framtid.pathways.own_told import marked
from framtid.pathways.passages import quoted_in
from framtid.statistics.snapshot import snapshot
from framtid.views.drawing import draw, fonts
from framtid.views.registry import views

TEMPLATES = Path(__file__).with_name("templates")
PICTURE = "path_hands"
BOX = "\u25a1"
UNSEEN = re.compile(r'the text `"(.+?)"` could not be displayed')
QUOTED = re.compile(r"\\u\{([0-9a-f]+)\}")
SIZE = (640.0, 215.0)
"""Pixels of the picture across a page."""
PLAN_YEARS = (1, 2, 3, 4)
"""The years of an økonomiplan: the next four; then 2035 and the last are shown too."""


def typeset(template: Path, told: object, language: Language) -> bytes:
    """Return a PDF/UA-1 of a template and what it tells; the same input gives the same bytes.

    Args:
        template: the file, which reads ``told``.
        told: all that is written.
        language: that it is written in; what is quoted in another is ``foreign`` there.

    """
    given = msgspec.to_builtins(told)
    given["foreign"] = list(quoted_in(given, language.code).items())
    return _set(template, msgspec.json.encode(given).decode())


def _set(template: Path, told: str, tries: int = 2) -> bytes:
    """Set a page, with a box for each sign that no font of ours draws.

    Somebody may write an emoji, and PDF/UA takes no page with a sign that cannot be seen.
    """
    import typst  # noqa: PLC0415 - heavy, only here

    try:
        content: bytes = typst.compile(
            template,
            ignore_system_fonts=True,
            font_paths=[fonts.FOLDER],
            sys_inputs={"told": told},
            pdf_standards="ua-1",
            timestamp=datetime.fromisoformat(snapshot().catalogue.updated).replace(tzinfo=UTC),
        )
    except typst.TypstError as error:
        unseen = {*map(ord, "".join(map(_letters, UNSEEN.findall(error.diagnostic))))} - {ord(BOX)}
        if not (unseen and tries):
            raise
        return _set(template, told.translate(dict.fromkeys(unseen, BOX)), tries - 1)
    return content


def _letters(quoted: str) -> str:
    """Return signs as they are, from how the typesetter quotes them."""
    return QUOTED.sub(lambda found: chr(int(found[1], 16)), quoted)


def common(language: Language) -> dict[str, Any]:
    """Return what every template is told: the language it is in, and by whom it is made."""
    tongue, _, region = language.say("site.locale").partition("_")
    return {"lang": tongue, "region": region, "author": language.say("site.name")}


def qr_code(address: str, language: Language) -> dict[str, str] | None:
    """Return a QR code as SVG with its alternative; None where the address is not whole."""
    if not address.startswith("http"):
        return None
    import segno  # noqa: PLC0415 - only here

    file = io.BytesIO()
    segno.make(address, error="m").save(file, kind="svg", border=0, dark="#1F2A33", xmldecl=False)
    return {
        "svg": file.getvalue().decode(),
        "alt": language.say("debate.brief.code", address=address),
    }


def _picture(outlook: Outlook, language: Language) -> dict[str, str]:
    """Return the hands along the path, in the fonts that go with the file."""
    view = views()[PICTURE].make(outlook, language)
    svg = draw(view.figure, *SIZE)
    for name, own in fonts.OWN.items():
        svg = svg.replace(name, own)
    return {"svg": svg, "alt": view.frames[-1].alt, "caption": f"{view.title}. {view.subtitle}"}


def plan_rows(brief: Briefing, language: Language) -> list[list[str]]:
    """Return the rows of the plan that a briefing has room for: the next four years, then fewer."""
    rows = brief.plan.rows
    shown = (row for at, row in enumerate(rows, 1) if at in PLAN_YEARS or row[0] % 5 == 0)
    return [[str(int(row[0])), *map(language.numbers.exact, row[1:])] for row in shown]


def brief_pdf(brief: Briefing, outlook: Outlook, language: Language) -> bytes:
    """Return a briefing as a PDF of two to four pages."""
    say = language.entry("debate.brief")
    about = {"name": brief.name, "path": brief.path, "inside": language.inside(outlook.place)}
    return typeset(
        TEMPLATES / "brief.typ",
        common(language)
        | {
            "brief": brief,
            "say": say,
            "special": language.say("debate.brief.headings.special", **about),
            "footer": marked(
                language.say("debate.brief.footer", edition=brief.edition, **about),
                outlook.setting.own,
                language,
            ),
            "turns_on": language.say(
                "debate.brief.turns_on",
                path=brief.objections.path,
                question=brief.objections.question,
            ),
            "plan": plan_rows(brief, language),
            "picture": _picture(outlook, language),
            "code": qr_code(brief.address, language),
        },
        language,
    )


def rostrum_pdf(both: BothSides, outlook: Outlook, language: Language, address: str) -> bytes:
    """Return a page for each side as a PDF, in type that can be read from a rostrum."""
    say = language.entry("debate.sides")
    foot = {"edition": snapshot().edition, "address": address}
    name = language.name(outlook.place)
    return typeset(
        TEMPLATES / "rostrum.typ",
        common(language)
        | {
            "told": both,
            "title": language.say("debate.brief.title", name=name),
            "kicker": language.say("debate.sides.kicker", name=name),
            "foot": marked(
                language.say("debate.sides.foot", **foot), outlook.setting.own, language
            ),
            "question": say["question"],
            "answer": say["answer"],
        },
        language,
    )
