"""``/vei``: a place's path told back as a page of prose, and the same as plain text."""

from starlette.requests import Request

from framtid import addresses
from framtid.api.oembed import shared
from framtid.documents.hands import picture
from framtid.documents.serving import way_of, write
from framtid.embed.oembed import Shared
from framtid.pathways import descriptions
from framtid.pathways.codec import Decoded, Side, decode, encode, encode_comparison
from framtid.pathways.outlook import outlook_of
from framtid.pathways.pathway import AS_IT_IS, Pathway, named
from framtid.places import Place
from framtid.statistics.snapshot import per_edition
from framtid.stories.path_report import tell_path
from framtid.web.current_language import reader_language
from framtid.web.packed import Packed, pack

TEXT = addresses.TOLD + ".txt"


def _other(pathway: Pathway) -> Pathway:
    """Return what to compare with first: as today, or the light path for what is as today."""
    return named()["lys-vei"] if pathway.is_default else AS_IT_IS


@per_edition(maxsize=256)
def told_html(place: Place, decoded: Decoded, becomes: Shared | None) -> Packed:
    """Write the page; ``becomes`` is what a link to it becomes elsewhere."""
    language, code = reader_language(), place.code
    outlook, other = outlook_of(code, pathway=decoded.pathway), _other(decoded.pathway)
    way, page = encode(decoded.pathway), tell_path(outlook, language)
    sides = encode_comparison(Side(decoded.pathway), Side(other))
    return write(
        "told.html",
        title=page.title,
        description=page.description,
        code=code,
        note=language.say(f"pathways.link.{decoded.note}") if decoded.note else None,
        sections=page.sections,
        picture=picture(outlook),
        way=way,
        text=addresses.page(TEXT, code, way),
        embed=f"{addresses.page(addresses.EMBEDDING, code, way)}&{addresses.VIEW}=path_hands",
        compare=addresses.page(addresses.COMPARE, code, sides),
        other=descriptions.path(other, code, language).title,
        paths=descriptions.all_paths(code, language),
        inside=language.inside(place),
        shared=becomes,
    )


@per_edition(maxsize=64)
def told_text(place: Place, decoded: Decoded) -> Packed:
    """Write the same as text to paste into a letter."""
    page = tell_path(outlook_of(place.code, pathway=decoded.pathway), reader_language())
    return pack(page.plain.encode(), "text/plain; charset=utf-8")


def told(request: Request, place: Place) -> Packed:
    """Answer with the path in the address."""
    return told_html(place, decode(way_of(request)), shared(request))


def told_plainly(request: Request, place: Place) -> Packed:
    """Answer with the same as text."""
    return told_text(place, decode(way_of(request)))
