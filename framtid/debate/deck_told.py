"""What a slide says of its chart: the words of the chart as it is drawn there, and its figures.

A view's own words tell of shades, bands and curves that a chart to be edited does not have.
"""

from dataclasses import dataclass

from framtid.debate.deck_parts import ChartData, Series
from framtid.horizon import HORIZON
from framtid.language import Language, on_one_line
from framtid.pathways.outlook import Outlook
from framtid.views.claims import Alternatives, Claim, Spread
from framtid.views.claims_said import paragraph
from framtid.views.model import View


@dataclass(frozen=True)
class ToldChart:
    """A chart in words."""

    measure: str
    """What is measured, how sure it is, and whether the axis is cut; stands above the chart."""
    alt: str
    """What is drawn, and what the figures are."""


def _names(series: tuple[Series, ...]) -> str:
    return "; ".join(each.name for each in series)


def _drawn(content: ChartData, language: Language) -> str:
    """Return which lines or bars there are, and along what."""
    rows = zip(content.categories, content.series[0].values, strict=True)
    bars = [f"{name}: {language.numbers.exact(float(value or 0))}" for name, value in rows]
    return language.say(
        f"debate.deck.drawn.{content.kind}",
        first=content.categories[0],
        last=content.categories[-1],
        whole=_names(tuple(each for each in content.series if not each.faint)),
        faint=_names(tuple(each for each in content.series if each.faint)),
        bars="; ".join(bars),
    )


def _measure(name: str, outlook: Outlook, language: Language) -> str:
    place, region = outlook.place, outlook.region.place
    return language.say(
        f"debate.deck.measures.{name}",
        state=language.say(f"state.{outlook.setting.state}"),
        region=language.name(region) if region != place and len(region.members) > 1 else "",
        alone=len(place.members) == 1,
        first=outlook.base_year + 1,
        horizon=HORIZON,
    )


def told_chart(
    name: str, view: View, content: ChartData, outlook: Outlook, language: Language
) -> ToldChart:
    """Return a chart in words.

    Args:
        name: the view's.
        view: what is shown.
        content: the chart that is made of it.
        outlook: of whom.
        language: whose words.

    """
    # Where there is a band of our own, there is no room for SSB's alternatives above the chart.
    sure: list[Claim] = [each for each in view.claims if isinstance(each, Spread)]
    sure = sure or [each for each in view.claims if isinstance(each, Alternatives)]
    parts = [_measure(name, outlook, language)]
    if content.lowest:
        parts.append(language.say("figures.cut"))
    if outlook.setting.own.replacing:
        parts.append(language.say("own_figures.mark.figure"))
    above = ". ".join(parts) + "."
    return ToldChart(
        on_one_line(f"{above} {paragraph(sure, language)}"),
        on_one_line(f"{_drawn(content, language)} {paragraph(view.claims, language)}"),
    )
