"""The causal map of a place as data."""

from framtid.api.endpoint import Endpoint
from framtid.language.current import spoken
from framtid.pathways.causes_told import causes_answer
from framtid.statistics.keeping import kept
from framtid.web.packed import Packed, to_json


@kept(128, by=spoken)
def causes_json(code: str) -> Packed:
    """Return every node with the place's figures, the links, the loops, and the chain it feels."""
    return to_json(causes_answer(code, spoken()))


ANSWERS = {
    "/causes/{code}.json": Endpoint(lambda request: causes_json(request.path_params["code"]))
}
