"""The quiet theme of the slides: paper, ink, the place's blue, and room around everything."""

from copy import deepcopy
from typing import TYPE_CHECKING, Any

from framtid.views import style

if TYPE_CHECKING:
    from pptx.presentation import Presentation

EMU = 914_400
"""Of an inch, as PowerPoint measures."""
WIDTH, HEIGHT = 13.333, 7.5
"""Inches of a slide: 16:9."""
LEFT, ROOM = 0.7, 11.93
"""Where everything begins, and how wide it may be, in inches."""
TITLE = (LEFT, 0.45, ROOM, 1.05)
"""Left, top, width and height of a title, in inches."""
FOOT = 6.98
SERIF, SANS = "Georgia", "Calibri"
"""What every office program has that comes nearest to our own fonts."""
COLORS = {
    "dk1": style.INK,
    "lt1": style.PAPER,
    "dk2": style.MUTED,
    "lt2": style.GRID,
    "accent1": style.MINE,
    "accent2": style.LIGHT,
    "accent3": style.DARK,
    "accent4": style.OTHERS,
    "accent5": style.TINT,
    "accent6": style.LIGHT_FILL,
    "hlink": style.MINE,
    "folHlink": style.DARK,
}
LAYOUTS = {"Title Slide": 0, "Title Only": 1}
"""The layouts that are kept of the plain template."""
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def presentation() -> "Presentation":
    """Return an empty presentation in our theme, with the layouts of ``LAYOUTS`` alone."""
    from pptx import Presentation  # noqa: PLC0415 - heavy, only here

    made = Presentation()
    made.slide_width, made.slide_height = _emu(WIDTH), _emu(HEIGHT)
    for layout in list(made.slide_layouts):
        if layout.name not in LAYOUTS:
            made.slide_layouts.remove(layout)
    _colored(made)
    _typed(made.slide_master)
    for shapes in (made.slide_master.placeholders, *(each.placeholders for each in _layouts(made))):
        for shape in shapes:
            _placed(shape)
    return made


def _layouts(made: "Presentation") -> list[Any]:
    return list(made.slide_layouts)


def _emu(inches: float) -> Any:  # noqa: ANN401 - python-pptx's own length
    from pptx.util import Emu  # noqa: PLC0415 - heavy, only here

    return Emu(round(inches * EMU))


def _colored(made: "Presentation") -> None:
    """Give the theme our colours and fonts."""
    from lxml import etree  # noqa: PLC0415 - comes with python-pptx
    from pptx.opc.constants import RELATIONSHIP_TYPE  # noqa: PLC0415

    part: Any = made.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme = etree.fromstring(part.blob)
    theme.set("name", "2040")
    for name, color in COLORS.items():
        (slot,) = theme.iter(f"{DRAWING}{name}")
        for child in list(slot):
            slot.remove(child)
        etree.SubElement(slot, f"{DRAWING}srgbClr", val=color.lstrip("#"))
    for kind, face in (("majorFont", SERIF), ("minorFont", SANS)):
        (fonts,) = theme.iter(f"{DRAWING}{kind}")
        fonts.find(f"{DRAWING}latin").set("typeface", face)
    part._blob = etree.tostring(theme, xml_declaration=True, encoding="UTF-8", standalone=True)


def _typed(master: Any) -> None:  # noqa: ANN401 - python-pptx has few types
    """Set titles left, in serif, of a size that leaves room for two lines."""
    styles = master._element.find(".//{*}txStyles")
    level = styles.find("{*}titleStyle/{*}lvl1pPr")
    level.set("algn", "l")
    level.find("{*}defRPr").set("sz", "2800")
    level.find("{*}defRPr").set("b", "0")


def _placed(shape: Any) -> None:  # noqa: ANN401 - python-pptx has few types
    """Put a placeholder of the master or a layout where it belongs on a wide slide."""
    kind = str(shape.placeholder_format.type).split(" ", maxsplit=1)[0].rpartition(".")[2]
    boxes = {
        "TITLE": TITLE,
        "CENTER_TITLE": (LEFT, 1.9, ROOM, 1.5),
        "SUBTITLE": (LEFT, 3.5, ROOM, 1.8),
        "BODY": (LEFT, 1.9, ROOM, 4.8),
        "FOOTER": (LEFT, FOOT, 9.5, 0.3),
        "SLIDE_NUMBER": (LEFT + ROOM - 1.2, FOOT, 1.2, 0.3),
        "DATE": (LEFT + 9.6, FOOT, 1.0, 0.3),
    }
    shape.left, shape.top, shape.width, shape.height = map(_emu, boxes[kind])
    for level in shape._element.iter(f"{DRAWING}lvl1pPr"):
        level.set("algn", "r" if kind == "SLIDE_NUMBER" else "l")
    if kind in {"TITLE", "CENTER_TITLE"}:
        shape.text_frame.vertical_anchor = _anchor("BOTTOM" if "C" in kind[:1] else "TOP")


def _anchor(name: str) -> Any:  # noqa: ANN401 - python-pptx's own
    from pptx.enum.text import MSO_ANCHOR  # noqa: PLC0415

    return getattr(MSO_ANCHOR, name)


def footed(slide: Any, text: str) -> None:  # noqa: ANN401 - python-pptx has few types
    """Give a slide the layout's footer, with a text, and its number."""
    for shape in slide.slide_layout.placeholders:
        kind = str(shape.placeholder_format.type)
        if "FOOTER" in kind or "SLIDE_NUMBER" in kind:
            copy = deepcopy(shape._element)
            known = next(copy.iter("{*}cNvPr"))
            known.set("id", str(1 + max(each.shape_id for each in slide.shapes)))
            slide.shapes._spTree.append(copy)
            if "FOOTER" in kind:
                slide.shapes[-1].text_frame.text = text
