"""What four councils came to in two sentences, a last front page, and what is passed on of it."""

from dataclasses import dataclass

from framtid import addresses
from framtid.documents.councils_parts import say
from framtid.embed.pictures.card import FORMATS
from framtid.horizon import HORIZON
from framtid.language import Language, on_one_line
from framtid.language.current import reader_language
from framtid.language.numbers import Told
from framtid.pathways.councils_code import encode
from framtid.pathways.councils_game import Play
from framtid.pathways.councils_refused import foregone, refused
from framtid.pathways.rounding import told
from framtid.pathways.waiting import Waiting, waiting
from framtid.statistics.snapshot import snapshot
from framtid.stories.councils_paper import BORN, VOICES, Paper, Voice
from framtid.stories.councils_years import whole

ADDRESS, FORM = f"{addresses.COUNCILS}/bilde.png", "form"
"""Where a game is a picture, and the query parameter of the form it comes in."""
FORMS = ("square", "portrait", "wide")
"""The forms a game is shared in, the one that is shown on the page first."""


@dataclass(frozen=True)
class Ending:
    """What was decided did, and what waiting or letting lie cost; that is empty without a price."""

    did: str
    waited: str


@dataclass(frozen=True)
class Picture:
    """A picture to save: its address, what it is called, and its size in pixels."""

    address: str
    name: str
    width: int
    height: int


def _apart(here: Play) -> Told:
    """Return the man-years missing in 2040 more (or fewer) than along today's course."""
    return whole(told(here.years, "gap", HORIZON)["difference"])


def _begun(here: Play) -> bool:
    return any(each.started for each in here.councils)


def ending(here: Play, price: Waiting | None = None) -> Ending:
    """Return what a game came to; ``price`` where the price of waiting is known already."""
    moved = not here.pathway.is_default
    did = say("finale.did", moved=moved, apart=_apart(here))
    if not (moved and _begun(here)):
        return Ending(did, _let_lie(here))
    two = (price or waiting(here.years)).more("unfilled", 2)
    return Ending(did, say("finale.waited", two=two) if two > 0 else "")


def _let_lie(here: Play) -> str:
    """Return the price of a game that began nothing, where what lay there would have helped."""
    let = refused(here)
    unfilled = foregone(here, let.pathway).unfilled if let.met else 0
    if unfilled >= 0:
        return ""
    return f"{say('finale.lying.title', begun=False, unfilled=unfilled)}."


def last_paper(here: Play, language: Language) -> Paper:
    """Return the front page of 2040: of all four councils, where earlier ones were of one term."""
    years = here.years
    now, then = (whole(told(years, "gap", year)["path"]) for year in (HORIZON, years.base_year))
    values: dict[str, object] = {"now": now, "before": then, "apart": _apart(here)}
    values |= {"inside": language.inside(years.place), "base": years.base_year}
    values |= {"year": HORIZON, "then": years.base_year}
    return Paper(
        language.say("councils.paper.name"),
        language.say("councils.paper.last", year=HORIZON),
        say("finale.headline", **values),
        on_one_line(language.say("councils.paper.lead", **values)),
        (),
    )


def last_voices(here: Play, language: Language) -> list[Voice]:
    """Return what the three say when all four councils have had their term."""
    apart = _apart(here)
    now = whole(told(here.years, "gap", HORIZON)["path"])
    return [
        Voice(
            language.say(f"councils.voices.who.{name}", age=HORIZON - BORN.get(name, HORIZON)),
            say(f"finale.voices.{name}", apart=apart, enough=now <= 0),
        )
        for name in VOICES
    ]


def picture_address(code: str, game: str, form: str) -> str:
    """Return the address of a game as a picture, in a form such as "square"."""
    asked = {addresses.GAME: game, FORM: form, "v": snapshot().edition}
    return addresses.page(ADDRESS, code, **asked)


def pictures(here: Play) -> list[Picture]:
    """Return the pictures of a game that its last page offers, the one it shows first."""
    game, language = encode(here.game), reader_language()
    return [
        Picture(
            picture_address(here.code, game, form),
            language.say(f"onward.pictures.{form}"),
            FORMATS[form].width,
            FORMATS[form].height,
        )
        for form in FORMS
    ]
