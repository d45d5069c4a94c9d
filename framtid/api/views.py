"""A view as a file of its own: table, spreadsheet, data and pictures, in any language and state."""

from collections.abc import Callable
from dataclasses import replace

from starlette.requests import Request

from framtid.api.downloads import FORM
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
from framtid.tables.csv import NORWEGIAN
from framtid.web.host import host
from framtid.web.packed import Packed, pack, to_json

SHOWN = {"png", "json"}
"""Kinds that a browser shows; the others are saved."""


def _picture(asked: Asked, form: str, host: str) -> str:
    return card(asked, form or next(iter(FORMATS)), host)


MAKERS: dict[str, Callable[[Asked, str, str], Packed]] = {
    "csv": lambda asked, form, _host: pack(
        files.csv(asked, norwegian=form == NORWEGIAN), "text/csv"
    ),
    "xlsx": lambda asked, _form, _host: pack(files.xlsx(asked), xlsx.MEDIA_TYPE),
    "json": lambda asked, _form, _host: to_json(files.data(asked)),
    "svg": lambda asked, form, host: pack(_picture(asked, form, host).encode(), "image/svg+xml"),
    "png": lambda asked, form, host: pack(PAINTING.png(_picture(asked, form, host)), "image/png"),
}
FORMS = {"csv": (NORWEGIAN,), "svg": tuple(FORMATS), "png": tuple(FORMATS)}
"""The forms that a kind of file comes in, beside its usual one."""
DEAR = {"png", "xlsx"}
"""Kinds that take long to make."""


@kept(1024, by=spoken)
def packed_file(asked: Asked, kind: str, form: str, host: str) -> Packed:
    """Return a view as a file of a kind of ``MAKERS``; ``host`` is ours, as it stands in it."""
    made = MAKERS[kind](asked, form, host)
    return made if kind in SHOWN else replace(made, file=f"{file_name(asked)}.{kind}")


def _answer(kind: str) -> Endpoint:
    def answer(request: Request) -> Packed:
        view, place = request.path_params["view"], request.path_params["place"]
        _, wanted = named(place)
        with pinned(edition(wanted) if wanted else None):
            asked = read(view, place, request.query_params)
            form = chosen(request, FORM, FORMS.get(kind, ()))
            asks = form in FORMATS and FORMATS[form].asks
            return packed_file(asked, kind, form, host(request) if asks else "")

    known = (*PARAMETERS, FORM) if kind in FORMS else PARAMETERS
    return Endpoint(answer, known, dear=kind in DEAR)


@kept(24, by=spoken)
def packed_press(code: str, spoken: str) -> Packed:
    """Return the press pack of a place."""
    made = pack(press.pack(code, spoken), "application/zip")
    return replace(made, file=f"{pack_name(code, spoken)}.zip")


def _press(request: Request) -> Packed:
    return packed_press(request.path_params["code"], wished_language(request.query_params))


ANSWERS = {
    **{f"/views/{{view}}/{{place}}.{kind}": _answer(kind) for kind in MAKERS},
    "/press/{code}.zip": Endpoint(_press, dear=True),
}
