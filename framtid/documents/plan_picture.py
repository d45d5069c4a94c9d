"""The picture of a path's økonomiplan in a document: the view *path_plan*, wide and narrow."""

from framtid.documents.hands import NARROW, WIDE, Picture
from framtid.language.current import reader_language
from framtid.pathways.outlook import Outlook
from framtid.views.drawing import draw
from framtid.views.registry import views


def plan_picture(outlook: Outlook) -> Picture | None:
    """Return what the choices cost and give; None where nothing is chosen. Its table is apart."""
    if outlook.pathway.is_default:
        return None
    view = views()["path_plan"].make(outlook, reader_language())
    drawn = {"wide": draw(view.figure, *WIDE), "narrow": draw(view.figure, *NARROW, widest=0.25)}
    return Picture(view.title, view.frames[-1].alt, view.subtitle, drawn, ())
