"""Files for a debate: a briefing, a page per side, slides, a workbook and drafts."""

from dataclasses import replace

from starlette.requests import Request

from framtid.api.endpoint import Endpoint
from framtid.api.pathways import ALONG, read_pathway
from framtid.debate.files import FILES, Asked, DebateFile
from framtid.language.current import reader_language, spoken
from framtid.pathways.pathway import Pathway
from framtid.pathways.switches import Switches
from framtid.places import places
from framtid.statistics.keeping import kept
from framtid.web.host import host
from framtid.web.packed import Packed, pack


@kept(32, by=spoken)
def debate_file(name: str, code: str, switches: Switches, pathway: Pathway, base: str) -> Packed:
    """Return a file of ``FILES`` about a place along a pathway."""
    made, asked = FILES[name], Asked(code, pathway, switches, reader_language(), base)
    return replace(pack(made.make(asked), made.media_type), file=made.called(asked))


def _endpoint(made: DebateFile) -> Endpoint:
    def answer(request: Request) -> Packed:
        code = places().get(request.path_params["code"]).code
        switches, pathway = Switches.read_for(code, request.query_params), read_pathway(request)
        return debate_file(made.id, code, switches, pathway, host(request))

    return Endpoint(answer, ALONG, dear=True)


ANSWERS: dict[str, Endpoint] = {
    f"/{each.name}/{{code}}.{each.ending}": _endpoint(each) for each in FILES.values()
}
