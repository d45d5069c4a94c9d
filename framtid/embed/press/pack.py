"""The press pack of a place: key figures as pictures and tables, and a page of facts, in a zip."""

import io
import zipfile
from collections.abc import Iterator
from datetime import date

from framtid import addresses
from framtid.embed.frame.net import NET, AskedNet
from framtid.embed.frame.page import templates
from framtid.embed.frame.render import built
from framtid.embed.pictures.card import card
from framtid.embed.pictures.net import net_picture
from framtid.embed.pictures.painting import PAINTING
from framtid.embed.press.files import csv
from framtid.embed.press.names import pack_name
from framtid.embed.press.sentences import plain
from framtid.embed.request import Asked, read
from framtid.language import Language, language_of
from framtid.language.dates import day
from framtid.language.sources import cite
from framtid.pathways.outlook import outlook_of
from framtid.places import Place, places
from framtid.statistics.snapshot import snapshot
from framtid.stories.among_similar import told_among
from framtid.stories.news import told
from framtid.views.drawing import draw

KEY = ("carers", "over80", "pyramid", "pupils", "workers", "uncertainty", "hands")
"""The views that a story about a place's future most often needs."""
TOLD = tuple(name for name in KEY if name != "pyramid")
"""Those that have a sentence with figures of their own."""
CHAIN = "causes"
"""The view whose table holds what is counted of the causal map."""
DRAWN = ("pyramid", "carers")
SIZE = (330, 230)
READABLE = 0o100644
"""A plain file that all on the machine may read, as zip says it for Unix."""


def _asked(code: str, language: Language) -> dict[str, Asked]:
    return {name: read(name, code, {"lang": language.code}) for name in KEY}


def _beside(place: Place, language: Language) -> tuple[str, ...]:
    """Return what may be said where nothing is news: how a place lies beside its like."""
    nothing = language.say("news.none", inside=language.inside(place))
    return told_among(outlook_of(place.code), language) or (nothing,)


def fact_sheet(code: str, language: Language, host: str = "") -> str:
    """Return one printable page: what is news, sentences that hold for this place, two figures."""
    place, asked = places().get(code), _asked(code, language)
    found = told(code, language)
    made = {name: built(each) for name, each in asked.items()}
    sources = {
        cited.label: addresses.absolute(cited.link)
        for view in made.values()
        for source in view.sources
        for cited in [cite(source, language)]
    }
    return (
        templates()
        .get_template("fact_sheet.html")
        .render(
            language=language.code,
            say=lambda key, **values: language.say(f"press.{key}", **values),
            name=language.plain(place),
            inside=language.inside(place),
            news=found or _beside(place, language),
            found=bool(found),
            facts=[(made[name].title, plain(asked[name])) for name in TOLD],
            figures=[
                (made[name].title, made[name].frames[-1].alt, draw(made[name].figure, *SIZE))
                for name in DRAWN
            ],
            sources=sources,
            date=day(snapshot().catalogue.updated, language),
            edition=snapshot().edition,
            address=(addresses.host() or host) + addresses.page(addresses.MUNICIPALITY, code),
        )
    )


def _text(code: str, language: Language, host: str = "") -> str:
    """Return the same sentences as plain text, to paste from."""
    place, asked = places().get(code), _asked(code, language)
    heading = language.say("press.title", name=language.plain(place))
    found = told(code, language) or _beside(place, language)
    facts = [plain(asked[name]) for name in TOLD]
    parts = (
        [heading, language.say("press.news"), *found],
        [language.say("press.facts", inside=language.inside(place)), *facts],
        [language.say("article.ours"), language.say("press.free"), language.say("press.print")],
        [
            language.say("embed.dated", date=day(snapshot().catalogue.updated, language)),
            (addresses.host() or host) + addresses.page(addresses.MUNICIPALITY, code),
        ],
    )
    return "\n\n".join("\n".join(part) for part in parts) + "\n"


def _files(code: str, language: Language, host: str) -> Iterator[tuple[str, bytes]]:
    sheet = language.say("press.file")
    yield f"{sheet}.html", fact_sheet(code, language, host).encode()
    yield f"{sheet}.txt", _text(code, language, host).encode("utf-8-sig")
    for name, asked in _asked(code, language).items():
        picture = card(asked)
        yield f"{name}.svg", picture.encode()
        yield f"{name}.png", PAINTING.png(picture)
        yield f"{name}-square.png", PAINTING.png(card(asked, "square"))
        yield f"{name}.csv", csv(asked, norwegian=language.numbers.comma)
    yield from _net(code, language)


def _net(code: str, language: Language) -> Iterator[tuple[str, bytes]]:
    """Yield the whole causal map, and what is counted of it."""
    picture = net_picture(AskedNet(code, language.code))
    yield f"{NET}.svg", picture.encode()
    yield f"{NET}.png", PAINTING.png(picture)
    yield (
        f"{NET}.csv",
        csv(read(CHAIN, code, {"lang": language.code}), norwegian=language.numbers.comma),
    )


def pack(code: str, spoken: str, host: str = "") -> bytes:
    """Return the pack as a zip: the same bytes for the same figures; raise UnknownPlaceError."""
    place, language, content = places().get(code), language_of(spoken), io.BytesIO()
    made = date.fromisoformat(snapshot().catalogue.updated)
    folder = pack_name(place.code, language.code)
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, file in _files(place.code, language, host):
            told = zipfile.ZipInfo(f"{folder}/{name}", (made.year, made.month, made.day, 0, 0, 0))
            told.compress_type = zipfile.ZIP_DEFLATED
            told.external_attr = READABLE << 16
            archive.writestr(told, file)
    return content.getvalue()
