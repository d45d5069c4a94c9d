"""Does the sum add up? How much of what is missing a pathway makes up for, in plain words."""

from dataclasses import replace
from typing import Literal

from framtid.consequences.effort import a_year
from framtid.consequences.setting import State
from framtid.horizon import HORIZON
from framtid.language import Language
from framtid.language.numbers import Told
from framtid.pathways import applying
from framtid.pathways.adding_up import apart, sentence
from framtid.pathways.answers import Meter, MeterScale, TeamEffort, Verdict
from framtid.pathways.more_people import why_wider
from framtid.pathways.outlook import Outlook
from framtid.pathways.payback import payback
from framtid.pathways.rounding import told

NEARLY, SOME, FARTHER = 0.75, 0.15, -0.02
"""Shares of the official line's shortage that are made up for, from which each word is used."""
LEAST_EFFORT = 0.0005
"""A yearly gain below this is told as none: half a tenth of a per cent."""
Scale = Literal["hands", "kroner"]
SCALES: dict[Scale, tuple[str, int]] = {
    "hands": ("gap", 1),
    "kroner": ("balance_per_inhabitant", -1),
}
"""What is measured, and the sign that turns it into a shortage."""


def balance_if(outlook: Outlook, state: State, year: int) -> float:
    """Return the balance per inhabitant of a year if the State follows another line.

    Free income is as many times what it is, and all else stays; a test counts it all anew.
    """
    at, national = outlook.consequences.at, applying.national(outlook.alternative)
    index = year - outlook.base_year
    now, then = (
        float(setting.followed(national[: index + 1])[-1])
        for setting in (outlook.setting, replace(outlook.setting, state=state))
    )
    given = (at("income", year) - at("more_income", year)) / at("people", year)
    return at("balance_per_inhabitant", year) + given * (then / now - 1)


def closed(official: float, path: float) -> float:
    """Return the share of the official line's shortage that is made up for; below 0 it is larger.

    Where the official line lacks nothing, all is made up for, or one as much again is missing.
    """
    if path <= 0:
        return 1.0
    return 1 - path / official if official > 0 else -1.0


def verdict(share: float) -> Verdict:
    """Return the word for a share that is made up for."""
    if share >= 1:
        return "enough"
    if share >= NEARLY:
        return "nearly"
    if share >= SOME:
        return "some"
    return "little" if share >= FARTHER else "farther"


def _scale(outlook: Outlook, name: Scale, language: Language) -> MeterScale:
    indicator, sign = SCALES[name]
    figures = told(outlook, indicator, HORIZON)
    path, official = Told(sign * figures["path"]), sign * figures["official"]
    share = closed(official, path)
    found = verdict(share)
    return MeterScale(
        id=name,
        closed=round(share, 3),
        verdict=found,
        title=language.say(f"pathways.meter.{name}.title"),
        word=language.say(f"pathways.meter.words.{found}"),
        text=language.say(f"pathways.meter.{name}.text", path=path),
        unit=language.say(f"pathways.meter.{name}.unit", path=path),
    )


def effort(outlook: Outlook, language: Language) -> TeamEffort | None:
    """Return how much more is got out of each hour, and what anyone has achieved of it.

    None where it is too little to tell.
    """
    share = outlook.consequences.at("effort", HORIZON)
    yearly = a_year(share, HORIZON)
    if abs(yearly) < LEAST_EFFORT:
        return None
    text = language.say("pathways.effort.text", a_year=yearly, year=HORIZON)
    anchor = language.say("pathways.effort.anchor") if yearly > 0 else ""
    return TeamEffort(share=round(share, 4), a_year=round(yearly, 5), text=text, anchor=anchor)


def meter(outlook: Outlook, language: Language) -> Meter:
    """Return whether hands and kroner suffice in 2040, each with a word and a sentence."""
    scales = [_scale(outlook, name, language) for name in SCALES]
    enough = [each.id for each in scales if each.verdict == "enough"]
    whole: Literal["both", "hands", "kroner", "neither"]
    whole = "both" if len(enough) == len(scales) else enough[0] if enough else "neither"
    return Meter(
        year=HORIZON,
        verdict=whole,
        text=language.say(f"pathways.meter.whole.{whole}"),
        scales=scales,
        effort=effort(outlook, language),
    )


def sentences(outlook: Outlook, language: Language) -> list[str]:
    """Return the difference a pathway makes in words; along the official line, what is missing."""
    if outlook.pathway.is_default:
        gap = told(outlook, "gap", HORIZON)["path"]
        kroner = -told(outlook, "balance_per_inhabitant", HORIZON)["path"]
        start = language.say("pathways.start", gap=gap, kroner=kroner, year=HORIZON)
        return [start.strip(), language.say("pathways.start_hint")]
    names = ("gap", "balance_per_inhabitant", "carers")
    said = [sentence(outlook, name, language) for name in names]
    said += [
        apart(outlook, language, names),
        why_wider(outlook, language),
        payback(outlook, language),
    ]
    asked = effort(outlook, language)
    if asked:
        said.append(f"{asked.text} {asked.anchor}".strip())
    return [each for each in said if each]
