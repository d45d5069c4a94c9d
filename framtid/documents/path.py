"""``/vei``: a place's path told back as a page of prose, and the same as plain text."""

from starlette.requests import Request

from framtid import addresses
from framtid.documents.hands import picture
from framtid.documents.link_card import shared
from framtid.documents.plan_picture import plan_picture
from framtid.documents.serving import own_note, switches_of, way_of, write
from framtid.embed.oembed import Shared
from framtid.language.current import reader_language, spoken
from framtid.pathways import descriptions, recounts
from framtid.pathways.codec import Decoded, Side, decode, encode, encode_comparison
from framtid.pathways.pathway import AS_IT_IS, Pathway, named
from framtid.pathways.switches import Switches
from framtid.places import Place
from framtid.statistics.keeping import kept
from framtid.stories.path_report import tell_path
from framtid.stories.plan_told import tell_plan
from framtid.web.host import host
from framtid.web.packed import Packed, pack

TEXT = addresses.TOLD + ".txt"


def _other(pathway: Pathway) -> Pathway:
    """Return what to compare with first: as today, or the light path for what is as today."""
    return named()["lys-vei"] if pathway.is_default else AS_IT_IS


@kept(256, by=spoken)
def told_html(
    place: Place, switches: Switches, decoded: Decoded, becomes: Shared | None, own: str = ""
) -> Packed:
    """Write the page.

    Args:
        place: whose.
        switches: what is assumed.
        decoded: the path.
        becomes: what a link to the page becomes elsewhere.
        own: why the own figures of the address are not used.

    """
    language, code = reader_language(), place.code
    outlook, other = switches.outlook(code, decoded.pathway), _other(decoded.pathway)
    way, page = encode(decoded.pathway), tell_path(outlook, language, switches)
    sides = encode_comparison(Side(decoded.pathway), Side(other))
    return write(
        "told.html",
        title=page.title,
        description=page.description,
        code=code,
        note=language.say(f"pathways.link.{decoded.note}") if decoded.note else own,
        recount=recounts.note(language, earlier=decoded.earlier),
        earlier=decoded.earlier,
        sections=page.sections,
        picture=picture(outlook),
        plan=tell_plan(outlook, language),
        plan_picture=plan_picture(outlook),
        plan_file=addresses.path_file("plan", code, "csv", way, **switches.query),
        workbook=addresses.path_file("outlook", code, "xlsx", way, **switches.query),
        way=way,
        switches=switches.query,
        text=addresses.page(TEXT, code, way, **switches.query),
        embed=addresses.page(
            addresses.EMBEDDING, code, way, **{addresses.VIEW: "path_hands"}, **switches.query
        ),
        compare=addresses.page(addresses.COMPARE, code, sides, **switches.query),
        other=descriptions.path(other, code, language).title,
        paths=descriptions.all_paths(code, language),
        inside=language.inside(place),
        shared=becomes,
    )


@kept(64, by=spoken)
def told_text(place: Place, switches: Switches, decoded: Decoded) -> Packed:
    """Write the same as text to paste into a letter."""
    outlook = switches.outlook(place.code, decoded.pathway)
    page = tell_path(outlook, reader_language(), switches)
    return pack(page.plain.encode(), "text/plain; charset=utf-8")


def told(request: Request, place: Place) -> Packed:
    """Answer with the path in the address."""
    becomes = shared(request.url.path, request.query_params, host(request))
    decoded = decode(way_of(request))
    return told_html(place, switches_of(request), decoded, becomes, own_note(request))


def told_plainly(request: Request, place: Place) -> Packed:
    """Answer with the same as text."""
    return told_text(place, switches_of(request), decode(way_of(request)))
