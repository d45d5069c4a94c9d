"""The municipalities that are like one, as JSON."""

from starlette.requests import Request

from framtid.api.endpoint import Endpoint, chosen
from framtid.consequences.similar import BY, choices
from framtid.language.current import spoken
from framtid.pathways.similar_told import similar_answer
from framtid.places import places
from framtid.statistics.keeping import kept
from framtid.web.packed import Packed, to_json


@kept(256, by=spoken)
def similar_json(code: str, by: str) -> Packed:
    """Return the municipalities that are like one, and who of them ages faster and slower."""
    return to_json(similar_answer(places().get(code), by or None, spoken()))


def _answer(request: Request) -> Packed:
    return similar_json(request.path_params["code"], chosen(request, BY, choices()))


ANSWERS = {"/similar/{code}.json": Endpoint(_answer, (BY,))}
