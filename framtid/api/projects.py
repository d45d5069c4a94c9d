"""Innovation projects as JSON and CSV, of a place, an area and a stage."""

from starlette.requests import Request

from framtid import addresses
from framtid.api.downloads import FORM, to_csv, wished_form
from framtid.api.endpoint import Endpoint
from framtid.api.endpoint import chosen as wished
from framtid.language.current import reader_language, spoken
from framtid.pathways.causes import causal_map
from framtid.pathways.projects import STAGES, chosen
from framtid.pathways.projects_told import DescribedProject, Projects, described, row
from framtid.places import places
from framtid.statistics.keeping import kept
from framtid.web.packed import Packed, to_json

AREA, STAGE = "area", "stage"


def _projects(code: str, area: str, stage: str) -> list[DescribedProject]:
    place = places().get(code) if code else places().nation
    language = reader_language()
    return [described(*each, language) for each in chosen(place, area, stage).items()]


@kept(64, by=spoken)
def projects_json(code: str, area: str, stage: str) -> Packed:
    """Return the projects as data."""
    return to_json(Projects(_projects(code, area, stage)))


@kept(64, by=spoken)
def projects_csv(code: str, area: str, stage: str, form: str) -> Packed:
    """Return a row for every project, with a head in the reader's language."""
    rows = map(row, _projects(code, area, stage))
    columns = reader_language().entry("projects.page.columns")
    return to_csv("-".join(filter(None, ("projects", code, area, stage))), columns, rows, form)


def _asked(request: Request) -> tuple[str, str, str]:
    areas = [name for name, node in causal_map().nodes.items() if node.kind == "area"]
    return (
        request.query_params.get(addresses.PLACE, ""),
        wished(request, AREA, areas),
        wished(request, STAGE, STAGES),
    )


ASKED = (addresses.PLACE, AREA, STAGE)
ANSWERS = {
    "/projects.json": Endpoint(lambda request: projects_json(*_asked(request)), ASKED),
    "/projects.csv": Endpoint(
        lambda request: projects_csv(*_asked(request), wished_form(request)), (*ASKED, FORM)
    ),
}
