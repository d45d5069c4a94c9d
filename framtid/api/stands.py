"""Statements to take a stand on, and where one's stands lead, as JSON."""

from starlette.requests import Request

from framtid import addresses
from framtid.api.endpoint import Endpoint
from framtid.language.current import spoken
from framtid.pathways.stands import LONGEST
from framtid.pathways.stands_told import stands_answer
from framtid.pathways.switches import NAMES, Switches
from framtid.places import places
from framtid.statistics.keeping import kept
from framtid.web.packed import Packed, to_json


@kept(128, by=spoken)
def stands_json(code: str, stands: str, switches: Switches) -> Packed:
    """Return the statements of a place, and what the stands of a code lead to."""
    return to_json(stands_answer(code, stands, spoken(), switches))


def _answer(request: Request) -> Packed:
    code = places().get(request.path_params["code"]).code
    switches = Switches.read_for(code, request.query_params)
    return stands_json(code, request.query_params.get(addresses.STAND, "")[: LONGEST + 1], switches)


ANSWERS = {"/stands/{code}.json": Endpoint(_answer, (addresses.STAND, *NAMES))}
