"""The municipalities that are like one: as JSON, and on the map."""

from starlette.requests import Request

from framtid.api.endpoint import Endpoint, chosen
from framtid.consequences.similar import BY, choices
from framtid.embed.frame.sizes import with_legend
from framtid.embed.look.themes import sheet
from framtid.language.current import reader_language, spoken
from framtid.pathways.similar_told import similar_answer
from framtid.places import places
from framtid.statistics.keeping import kept
from framtid.views.drawing import draw, fonts
from framtid.views.similar_map import similar_frame
from framtid.web.packed import Packed, pack, to_json

SIZES = {"wide": (560, 620), "narrow": (340, 460)}
"""Pixels of the map: across, and up."""


@kept(256, by=spoken)
def similar_json(code: str, by: str) -> Packed:
    """Return the municipalities that are like one, and who of them ages faster and slower."""
    return to_json(similar_answer(places().get(code), by or None, spoken()))


@kept(128, by=spoken)
def similar_svg(code: str, by: str, size: str) -> Packed:
    """Return the map of the municipalities that are like one in what is chosen."""
    frame = similar_frame(places().get(code), by or choices()[0], reader_language())
    svg = draw(with_legend(frame.figure), *SIZES[size], alt=frame.alt)
    opening, rest = svg.split(">", maxsplit=1)
    style = f"<style>{sheet(svg, 'auto', '')}{fonts.numerals()}</style>"
    return pack(f"{opening}>{style}{rest}".encode(), "image/svg+xml")


def _asked(request: Request) -> tuple[str, str]:
    return request.path_params["code"], chosen(request, BY, choices())


ANSWERS = {
    "/similar/{code}.json": Endpoint(lambda request: similar_json(*_asked(request)), (BY,)),
    "/similar/{code}.svg": Endpoint(
        lambda request: similar_svg(
            *_asked(request), chosen(request, "size", tuple(SIZES)) or "wide"
        ),
        (BY, "size"),
    ),
}
