"""What each own figure changes by itself: hands and kroner of 2040 before and after, and why."""

from collections.abc import Iterator

from framtid.consequences.own_figures import NOTHING, OwnFigures
from framtid.horizon import HORIZON
from framtid.language import Language, on_one_line
from framtid.language.numbers import Told, rounded
from framtid.pathways.economic_plan import economic_plan
from framtid.pathways.outlook import Outlook
from framtid.pathways.pathway import Pathway
from framtid.pathways.rounding import told
from framtid.pathways.switches import Switches

MEASURED = {"hands": "gap", "kroner": "balance_per_inhabitant"}
Measures = dict[str, Told]


def _measures(outlook: Outlook) -> Measures:
    """Return hands that are missing and the balance of the course and the path, told as on pages.

    Of the path also what the choices have given by then beyond what they cost.
    """
    found: Measures = {}
    for key, indicator in MEASURED.items():
        figures = told(outlook, indicator, HORIZON)
        # Hands beyond what is needed are told as none missing.
        least = 0.0 if key == "hands" else float("-inf")
        found[f"{key}_course"] = Told(max(figures["official"], least))
        if not outlook.pathway.is_default:
            found[f"{key}_path"] = Told(max(figures["path"], least))
    if not outlook.pathway.is_default:
        found["sum_path"] = Told(rounded(economic_plan(outlook).at("accumulated", HORIZON)))
    return found


def _changed(before: Measures, after: Measures, language: Language) -> Iterator[str]:
    for name, value in after.items():
        if value != before[name]:
            texts = {"before": before[name], "after": value, "year": HORIZON}
            yield on_one_line(language.say(f"own_figures.effects.{name}", **texts))


def own_effects(switches: Switches, pathway: Pathway, language: Language) -> list[str]:
    """Return a sentence for each own figure that replaces one of ours: what it changes, and why."""
    own = switches.setting.own
    if not own.replacing:
        return []

    def measured(figures: OwnFigures) -> Measures:
        return _measures(switches.with_own(figures).outlook(own.place, pathway))

    before = measured(NOTHING)
    return [
        on_one_line(
            language.say(
                "own_figures.effects.text",
                title=language.say(f"own_figures.rows.{name}.short"),
                each=list(_changed(before, measured(alone), language)),
                because=language.say(f"own_figures.effects.because.{name}"),
                year=HORIZON,
            )
        )
        for name, value in own.replacing
        for alone in [OwnFigures.of(own.place, {name: value})]
    ]
