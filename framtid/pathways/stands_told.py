"""The dilemmas of a place as statements to take a stand on, and what one's stands lead to."""

from collections.abc import Iterable

from framtid.answers import Id, Model, Text
from framtid.consequences.model import INDICATORS
from framtid.horizon import HORIZON
from framtid.language import Language, language_of, on_one_line
from framtid.pathways import descriptions
from framtid.pathways.answers import Meter
from framtid.pathways.balance import meter, sentences
from framtid.pathways.codec import encode
from framtid.pathways.described import Publication
from framtid.pathways.dilemmas import Dilemma, DilemmaText, dilemmas, fitting, in_words
from framtid.pathways.levers import lever
from framtid.pathways.outlook import Outlook
from framtid.pathways.pathway import AS_IT_IS
from framtid.pathways.rounding import told
from framtid.pathways.stands import Collision, Note, Stands, decode
from framtid.pathways.switches import AS_USUAL, Switches
from framtid.statistics.snapshot import snapshot


class Follows(Model, frozen=True):
    """What an answer does to a lever."""

    lever: Id
    title: Text
    words: Text
    """The level in the lever's own words."""


class Statement(Model, frozen=True):
    """A statement to agree with or not, with both sides and what the figures say."""

    id: Id
    code: Id
    """Its two letters in the code of one's stands."""
    statement: Text
    words: DilemmaText
    decides: tuple[str, ...]
    figures: tuple[str, ...]
    """How it is here, and what a yes changes."""
    yes: tuple[Follows, ...]
    no: tuple[Follows, ...]
    source: Publication
    certainty: Text
    stand: bool | None
    """True where one agrees, null where no stand is taken."""


class Taken(Model, frozen=True):
    """A dilemma that a stand is taken on."""

    id: Id
    title: Text


class Clash(Model, frozen=True):
    """Stands that do not go together, and why."""

    stands: tuple[Taken, ...]
    text: Text


class Result(Model, frozen=True):
    """What one's stands lead to."""

    sentences: tuple[str, ...]
    meter: Meter
    follows: tuple[Follows, ...]
    collisions: tuple[Clash, ...]
    """That of the kroner is the last."""


class StandsAnswer(Model, frozen=True):
    """A place's dilemmas as statements, and where one's stands lead: the answer of ``stands``."""

    edition: str
    language: str
    place: Id
    stands: str
    """Code of the stands: a version, then two letters and j (yes) or n (no) for each."""
    note: Note | None
    """Why the code did not give all that it asked for; null where it did."""
    path: str
    """Code of the pathway that the stands give."""
    statements: list[Statement]
    result: Result


def _say(language: Language, key: str, /, **values: object) -> str:
    return on_one_line(language.say(f"stands.{key}", **values))


def _follows(levels: dict[str, int], language: Language) -> tuple[Follows, ...]:
    return tuple(
        Follows(name, title, descriptions.chosen(choice, language))
        for name, level in levels.items()
        for title in [language.say(f"levers.{name}.title")]
        for choice in [AS_IT_IS.moved({name: level}).choice(name)]
    )


def _asked(found: Dilemma) -> str:
    """Return the indicator that a question is about: its own condition's, or its first lever's."""
    for each in found.fits:
        return each.indicator
    return next(iter(lever(next(iter(found.if_yes))).aims))


def _figures(found: Dilemma, outlook: Outlook, language: Language) -> tuple[str, ...]:
    """Return how it is here today and in 2040, and what a yes changes by itself."""
    name = _asked(found)
    # As finely as on the rest of the page, where the path of one's stands is told beside it.
    official, unit = told(outlook, name, HORIZON), INDICATORS[name].unit
    ends = [_say(language, f"units.{unit}", v=official[end]).strip() for end in ("now", "official")]
    here = _say(
        language,
        "figures.here",
        title=language.say(f"consequences.{name}.title"),
        now=ends[0],
        then=ends[1],
    )
    yes = outlook.official.along(found.answered(AS_IT_IS, yes=True))
    changes = {
        key: told(yes, indicator, HORIZON)["difference"]
        for key, indicator in {"gap": "gap", "kroner": "balance_per_inhabitant"}.items()
    }
    return here, _say(language, "figures.yes", **changes)


def statement(name: str, outlook: Outlook, stands: Stands, language: Language) -> Statement:
    """Return a dilemma as a statement, for a place."""
    found = dilemmas()[name]
    return Statement(
        id=name,
        code=found.code,
        statement=_say(language, f"statements.{name}"),
        words=in_words(name, language),
        decides=tuple(language.say(f"pathways.decides.{who}") for who in found.decides),
        figures=_figures(found, outlook, language),
        yes=_follows(found.if_yes, language),
        no=_follows(found.if_no, language),
        source=descriptions.source(found.reference),
        certainty=language.say(f"pathways.certainty.{found.certainty}"),
        stand=stands.on(name),
    )


def statements(outlook: Outlook, stands: Stands, language: Language) -> list[Statement]:
    """Return those that a place meets, and those that a stand is taken on already.

    Args:
        outlook: the place's along the path of the stands.
        stands: those that are taken.
        language: to write in.

    """
    met = fitting(outlook.official)
    return [
        statement(name, outlook, stands, language)
        for name in dilemmas()
        if name in met or stands.on(name) is not None
    ]


def _titled(names: Iterable[str], language: Language) -> tuple[Taken, ...]:
    return tuple(Taken(name, in_words(name, language).title) for name in names)


def _collision(found: Collision, language: Language) -> Clash:
    stands = _titled(found.dilemmas, language)
    if found.kind == "together":
        why = language.say(f"pathways.warnings.{found.warning}", **dict(found.values or {}))
        return Clash(stands, on_one_line(why))
    title = language.say(f"levers.{found.lever}.title")
    return Clash(stands, _say(language, f"collisions.{found.kind}", lever=title))


def _money(stands: Stands, outlook: Outlook, language: Language) -> Clash | None:
    """Return that the kroner do not suffice, and which stands cost most; None where they do."""
    kroner = told(outlook, "balance_per_inhabitant", HORIZON)
    dear = stands.dearest(outlook, HORIZON)
    if kroner["path"] >= 0 or kroner["difference"] >= 0 or not dear:
        return None
    more, short = abs(kroner["difference"]), abs(kroner["path"])
    moving = {name for levels in stands.levels.values() for name in levels}
    number = {"alone": len(moving) == 1, "one": len(dear) == 1}
    text = _say(language, "collisions.money", more=more, short=short, **number)
    return Clash(_titled((name for name, _ in dear), language), text)


def result(stands: Stands, outlook: Outlook, language: Language) -> Result:
    """Return what stands lead to; ``outlook`` is the place's along their pathway."""
    collisions = [_collision(each, language) for each in stands.collisions]
    money = _money(stands, outlook, language)
    return Result(
        sentences=tuple(sentences(outlook, language)),
        meter=meter(outlook, language),
        follows=_follows(dict(outlook.pathway.levels), language),
        collisions=(*collisions, *([money] if money else [])),
    )


def stands_answer(
    code: str, stands: str, spoken: str = "nb", switches: Switches = AS_USUAL
) -> StandsAnswer:
    """Return a place's statements and what the stands of a code lead to; a broken code is none.

    Args:
        code: the place.
        stands: code of the stands.
        spoken: language code.
        switches: what is assumed.

    Raises:
        UnknownPlaceError: no place has that code.

    """
    language, (taken, note) = language_of(spoken), decode(stands)
    outlook = switches.outlook(code, taken.pathway)
    return StandsAnswer(
        edition=snapshot().edition,
        language=language.code,
        place=code,
        stands=taken.code,
        note=note,
        path=encode(taken.pathway),
        statements=statements(outlook, taken, language),
        result=result(taken, outlook, language),
    )
