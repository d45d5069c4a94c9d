"""Why a gap may widen where more people come: said beside the figures, in a sentence or two."""

from framtid.horizon import HORIZON
from framtid.language import Language, on_one_line
from framtid.pathways.applying import of_people
from framtid.pathways.outlook import Outlook
from framtid.pathways.rounding import told


def why_wider(outlook: Outlook, language: Language) -> str:
    """Return why hands or kroner are shorter where a pathway brings people; empty elsewhere."""
    if of_people(outlook.pathway).is_default:
        return ""
    people, gap, balance = (
        told(outlook, name, HORIZON)["difference"]
        for name in ("people", "gap", "balance_per_inhabitant")
    )
    if people <= 0 or (gap <= 0 <= balance):
        return ""
    said = language.say("pathways.more_people", hands=gap > 0, kroner=balance < 0)
    return on_one_line(said)
