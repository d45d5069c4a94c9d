"""Drafts as a Word document: real headings and lists, the mark on top of every page."""

import io
from datetime import datetime
from itertools import zip_longest
from typing import Any

from framtid.debate.docx_parts import leading, numbered, on_a4
from framtid.debate.draft import Draft
from framtid.debate.markup import Block
from framtid.debate.plain_zip import plain_zip
from framtid.debate.quoted_runs import divided
from framtid.language import Language
from framtid.statistics.snapshot import snapshot
from framtid.views import style

STYLES = {"item": "List Bullet", "point": "List Number", "quote": "Quote", "heading": "Heading 2"}
"""What Word calls each kind of block; the rest are plain paragraphs."""
LISTED = {"item", "point"}
"""The kinds of which a list is made."""
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def draft_docx(drafts: Draft, language: Language) -> bytes:
    """Return drafts as a document to edit; the same input gives the same bytes."""
    from docx import Document  # noqa: PLC0415 - heavy, only here

    made = Document()
    _without_old_styles(made)
    _styled(made, language.say("site.locale").replace("_", "-"))
    on_a4(made)
    _footed(made, f"{language.say('site.name')} · {snapshot().edition}")
    made.sections[0].header.paragraphs[0].text = f"{drafts.mark.upper()} · {drafts.title}"
    made.add_heading(f"{drafts.mark}: {drafts.title}", 0)
    made.add_paragraph(drafts.lead)
    for part in drafts.parts:
        made.add_heading(part.heading, 1)
        for block, after in zip_longest(part.blocks, part.blocks[1:]):
            _written(made, block, leads=after is not None and after.kind in LISTED)
    holders: tuple[Any, ...] = (made, made.sections[0].header, made.sections[0].footer)
    for holder in holders:
        divided(holder._element, f"{WORD}r", language.code, _spoken)
    about = made.core_properties
    about.title, about.author = f"{drafts.mark}: {drafts.title}", language.say("site.name")
    about.created = about.modified = datetime.fromisoformat(snapshot().catalogue.updated)
    about.language, about.comments = language.say("site.locale").replace("_", "-"), drafts.lead
    about.content_status = drafts.mark
    file = io.BytesIO()
    made.save(file)
    return plain_zip(file.getvalue())


def _without_old_styles(made: Any) -> None:  # noqa: ANN401 - python-docx has few types
    """Leave out Word 2010's own copy of the styles: it is not as they are once we have set them."""
    for key, part in list(made.part.rels.items()):
        if part.reltype.endswith("/stylesWithEffects"):
            del made.part.rels[key]


def _footed(made: Any, said: str) -> None:  # noqa: ANN401 - python-docx has few types
    """Say on every page what it is from, and which page of how many it is."""
    foot = made.sections[0].footer.paragraphs[0]
    foot.text = f"{said}\t"
    numbered(foot)


def _written(made: Any, block: Block, *, leads: bool) -> None:  # noqa: ANN401 - few types
    """Write a block; what ``leads`` in a list stands on the same page as its first item."""
    paragraph = made.add_paragraph(style=STYLES.get(block.kind))
    for each in block.runs:
        run = paragraph.add_run(each.text)
        run.bold = each.strong or None
        if each.link:
            leading(paragraph, run, each.link)
    if block.plain.endswith(":") or (leads and block.kind not in LISTED):
        paragraph.paragraph_format.keep_with_next = True


def _spoken(properties: Any, tongue: str | None) -> None:  # noqa: ANN401 - python-docx has few types
    """Say the language of a run; the rest is in that of the styles."""
    if tongue:
        properties.append(properties.makeelement(f"{WORD}lang", {f"{WORD}val": tongue}))


def _styled(made: Any, tongue: str) -> None:  # noqa: ANN401 - python-docx has few types
    """Say the language, and set everything in plain fonts that every office program has."""
    from docx.shared import Pt, RGBColor  # noqa: PLC0415 - heavy, only here

    for lang in made.styles.element.iter(f"{WORD}lang"):
        lang.set(f"{WORD}val", tongue)
    ink = RGBColor.from_string(style.INK.lstrip("#"))
    sizes = {"Normal": 11.5, "Title": 24, "Heading 1": 16, "Heading 2": 13}
    for name, size in sizes.items():
        one = made.styles[name]
        one.font.name, one.font.size = "Calibri" if name == "Normal" else "Georgia", Pt(size)
        one.font.color.rgb = ink
        fonts = one.element.rPr.rFonts
        for theme in [key for key in fonts.attrib if "Theme" in key]:
            del fonts.attrib[theme]
