"""A view as a file of its own: table, spreadsheet, data and pictures, in any language and state."""

from collections.abc import Callable
from dataclasses import replace

from starlette.requests import Request

from framtid.api.downloads import FORM, WIDTH, wished_width
from framtid.api.endpoint import Endpoint, chosen
from framtid.embed.pictures.card import FORMATS, card
from framtid.embed.pictures.painting import PAINTING
from framtid.embed.press import files
from framtid.embed.press import pack as press
from framtid.embed.press.names import file_name, pack_name
from framtid.embed.request import PARAMETERS, Asked, named, read, wished_language
from framtid.language.current import spoken
from framtid.statistics.keeping import kept
from framtid.statistics.snapshot import edition, pinned
from framtid.tables import xlsx
from framtid.tables.csv import NORWEGIAN, ending
from framtid.web.host import host
from framtid.web.packed import Packed, pack, to_json

SHOWN = {"png", "json"}
"""Kinds that a browser shows; the others are saved."""


def _picture(asked: Asked, form: str, host: str) -> str:
    return card(asked, form or next(iter(FORMATS)), host)


MAKERS: dict[str, Callable[[Asked, str, str, int], Packed]] = {
    "csv": lambda asked, form, *_: pack(files.csv(asked, norwegian=form == NORWEGIAN), "text/csv"),
    "xlsx": lambda asked, _, ours, __: pack(files.xlsx(asked, ours), xlsx.MEDIA_TYPE),
    "json": lambda asked, _, ours, __: to_json(files.data(asked, ours)),
    "svg": lambda asked, form, ours, _: pack(_picture(asked, form, ours).encode(), "image/svg+xml"),
    "png": lambda asked, form, ours, width: pack(
        PAINTING.png(_picture(asked, form, ours), width), "image/png"
    ),
}
FORMS = {"csv": (NORWEGIAN,), "svg": tuple(FORMATS), "png": tuple(FORMATS)}
"""The forms that a kind of file comes in, beside its usual one."""
CITED = {"xlsx", "json"}
"""Kinds that say how they are cited, with our address."""
DEAR = {"png", "xlsx"}
"""Kinds that take long to make."""


@kept(1024, by=spoken)
def packed_file(asked: Asked, kind: str, form: str, ours: str = "", width: int = 0) -> Packed:
    """Return a view as a file of a kind of ``MAKERS``; ``ours`` is our host as it was met."""
    made = MAKERS[kind](asked, form, ours, width)
    if kind in SHOWN:
        return made
    end = ending(form) if kind == "csv" else f".{kind}"
    return replace(made, file=f"{file_name(asked)}{end}")


def _answer(kind: str) -> Endpoint:
    def answer(request: Request) -> Packed:
        view, place = request.path_params["view"], request.path_params["place"]
        _, wanted = named(place)
        with pinned(edition(wanted) if wanted else None):
            asked = read(view, place, request.query_params)
            form = chosen(request, FORM, FORMS.get(kind, ()))
            cited = kind in CITED or (form in FORMATS and FORMATS[form].asks)
            ours = host(request) if cited else ""
            return packed_file(asked, kind, form, ours, wished_width(request))

    known = (*PARAMETERS, FORM) if kind in FORMS else PARAMETERS
    known = (*known, WIDTH) if kind == "png" else known
    return Endpoint(answer, known, dear=kind in DEAR)


@kept(24, by=spoken)
def packed_press(code: str, spoken: str, ours: str = "") -> Packed:
    """Return the press pack of a place; ``ours`` is our host as it was met."""
    made = pack(press.pack(code, spoken, ours), "application/zip")
    return replace(made, file=f"{pack_name(code, spoken)}.zip")


def _press(request: Request) -> Packed:
    return packed_press(
        request.path_params["code"], wished_language(request.query_params), host(request)
    )


ANSWERS = {
    **{f"/views/{{view}}/{{place}}.{kind}": _answer(kind) for kind in MAKERS},
    "/press/{code}.zip": Endpoint(_press, dear=True),
}
