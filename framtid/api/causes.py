"""The causal map of a place as data, as tables and as a picture."""

from collections.abc import Callable
from dataclasses import replace

from starlette.requests import Request

from framtid.api.downloads import FORM, WIDTH, to_csv, wished_form, wished_width
from framtid.api.endpoint import Endpoint
from framtid.embed.frame.net import NET, AskedNet, read_net
from framtid.embed.pictures.net import net_picture
from framtid.embed.pictures.painting import PAINTING
from framtid.embed.press.names import named_file
from framtid.embed.request import named
from framtid.language.current import reader_language, spoken
from framtid.pathways.causes_rows import PARTS, Part, columns, rows
from framtid.pathways.causes_told import causes_answer
from framtid.statistics.keeping import kept
from framtid.statistics.snapshot import edition, pinned
from framtid.web.packed import Packed, pack, to_json

THEME = "theme"
MAKERS: dict[str, Callable[[AskedNet, int], Packed]] = {
    "svg": lambda asked, _: pack(net_picture(asked).encode(), "image/svg+xml"),
    "png": lambda asked, width: pack(PAINTING.png(net_picture(asked), width), "image/png"),
}


@kept(128, by=spoken)
def causes_json(code: str) -> Packed:
    """Return every node with the place's figures, the links, the loops, and the chain it feels."""
    return to_json(causes_answer(code, spoken()))


@kept(128, by=spoken)
def causes_csv(code: str, part: Part, form: str) -> Packed:
    """Return the nodes or the links as a table, with a head in the reader's language."""
    language = reader_language()
    cells = rows(causes_answer(code, language.code), part, language)
    return to_csv(f"causes-{part}-{code}", columns(part, language), cells, form)


def _table(part: Part) -> Endpoint:
    return Endpoint(
        lambda request: causes_csv(request.path_params["code"], part, wished_form(request)),
        (FORM,),
    )


@kept(256, by=spoken)
def packed_net_file(asked: AskedNet, kind: str, width: int = 0) -> Packed:
    """Return the whole map as a file of a kind of ``MAKERS``; ``width`` is that of a PNG."""
    name = named_file(
        NET, asked.code, asked.language, asked.style.query.get(THEME, ""), asked.edition
    )
    made = MAKERS[kind](asked, width)
    return made if kind == "png" else replace(made, file=f"{name}.{kind}")


def _picture(kind: str) -> Endpoint:
    def answer(request: Request) -> Packed:
        place = request.path_params["place"]
        _, wanted = named(place)
        with pinned(edition(wanted) if wanted else None):
            return packed_net_file(
                read_net(place, request.query_params), kind, wished_width(request)
            )

    known = (THEME, WIDTH) if kind == "png" else (THEME,)
    return Endpoint(answer, known, dear=kind == "png")


ANSWERS = {
    "/causes/{code}.json": Endpoint(lambda request: causes_json(request.path_params["code"])),
    **{f"/causes/{part}/{{code}}.csv": _table(part) for part in PARTS},
    **{f"/causes/{{place}}.{kind}": _picture(kind) for kind in MAKERS},
}
