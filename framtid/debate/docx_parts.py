"""What python-docx leaves undone about a document: paper, numbers of pages, and links."""

from typing import Any

from framtid.views import style

PAPER = (210, 297)
"""A4 in millimetres."""
MARGIN = 25


def on_a4(made: Any) -> None:  # noqa: ANN401 - python-docx has few types
    """Set a document on A4, with room at the foot's right edge for the number of the page."""
    from docx.enum.text import WD_TAB_ALIGNMENT  # noqa: PLC0415 - heavy, only where files are made
    from docx.shared import Mm  # noqa: PLC0415

    for section in made.sections:
        section.page_width, section.page_height = map(Mm, PAPER)
        section.left_margin = section.right_margin = Mm(MARGIN)
        section.top_margin = section.bottom_margin = Mm(MARGIN)
    for name in ("Header", "Footer"):
        tabs = made.styles[name].paragraph_format.tab_stops
        tabs.clear_all()
        tabs.add_tab_stop(Mm(PAPER[0] - 2 * MARGIN), WD_TAB_ALIGNMENT.RIGHT)


def numbered(paragraph: Any) -> None:  # noqa: ANN401
    """End a paragraph with the number of the page, and of how many."""
    for name, after in (("PAGE", " / "), ("NUMPAGES", "")):
        field = _part(paragraph, "fldSimple", instr=name)
        run = paragraph.add_run("1")
        field.append(run._element)
        paragraph._p.append(field)
        if after:
            paragraph.add_run(after)


def leading(paragraph: Any, run: Any, address: str) -> None:  # noqa: ANN401
    """Let a run of a paragraph lead to an address, and look as if it does."""
    from docx.opc.constants import RELATIONSHIP_TYPE  # noqa: PLC0415 - heavy, only here
    from docx.oxml.ns import qn  # noqa: PLC0415
    from docx.shared import RGBColor  # noqa: PLC0415

    run.font.color.rgb = RGBColor.from_string(style.MINE.lstrip("#"))
    run.font.underline = True
    link = _part(paragraph, "hyperlink")
    link.set(qn("r:id"), paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, True))
    run._element.addprevious(link)
    link.append(run._element)


def _part(paragraph: Any, name: str, **attributes: str) -> Any:  # noqa: ANN401
    from docx.oxml.ns import qn  # noqa: PLC0415 - heavy, only here

    made = {qn(f"w:{key}"): value for key, value in attributes.items()}
    return paragraph._p.makeelement(qn(f"w:{name}"), made)
