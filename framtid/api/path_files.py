"""A place along a path as files: the whole result, and the økonomiplan."""

from starlette.requests import Request

from framtid.api.downloads import FORM, download, to_csv, wished_form
from framtid.api.endpoint import Endpoint
from framtid.api.pathways import ALONG, read_pathway
from framtid.language.current import reader_language, spoken
from framtid.pathways.codec import encode
from framtid.pathways.economic_plan import COLUMNS, economic_plan
from framtid.pathways.pathway import Pathway
from framtid.pathways.switches import Switches
from framtid.statistics.keeping import kept
from framtid.stories.path_workbook import path_xlsx
from framtid.stories.plan_told import labels
from framtid.tables import csv, xlsx
from framtid.web.packed import Packed


def _name(kind: str, code: str, switches: Switches, pathway: Pathway) -> str:
    return "-".join((kind, code, *switches.query.values(), encode(pathway)))


@kept(64, by=spoken)
def plan_csv(code: str, switches: Switches, pathway: Pathway, form: str) -> Packed:
    """Return the økonomiplan by year, whole kroner per inhabitant."""
    rows = economic_plan(switches.outlook(code, pathway)).rows()
    heads = labels(reader_language()) if form == csv.NORWEGIAN else ("year", *COLUMNS)
    return to_csv(_name("plan", code, switches, pathway), heads, rows, form)


@kept(16, by=spoken)
def outlook_xlsx(code: str, switches: Switches, pathway: Pathway) -> Packed:
    """Return the whole result as a spreadsheet."""
    content = path_xlsx(switches.outlook(code, pathway), reader_language())
    name = f"{_name('outlook', code, switches, pathway)}.xlsx"
    return download(content, xlsx.MEDIA_TYPE, name)


def _asked(request: Request) -> tuple[str, Switches, Pathway]:
    """Return what a file is asked of; raise as ``Switches.read`` and ``read_pathway`` do."""
    code = request.path_params["code"]
    return code, Switches.read_for(code, request.query_params), read_pathway(request)


ANSWERS: dict[str, Endpoint] = {
    "/outlook/{code}.xlsx": Endpoint(
        lambda request: outlook_xlsx(*_asked(request)), ALONG, dear=True
    ),
    "/plan/{code}.csv": Endpoint(
        lambda request: plan_csv(*_asked(request), wished_form(request)), (*ALONG, FORM)
    ),
}
