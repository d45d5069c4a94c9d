"""From a barrier to a sketch of a trial that departs from a rule, on the ground the law gives."""

from framtid.consequences.parameters import references
from framtid.debate.draft import Draft, DraftPart
from framtid.debate.markup import Block, Run, blocks
from framtid.debate.need import TRIED, near
from framtid.language import Language
from framtid.language.in_a_row import in_a_row
from framtid.pathways.causes_told import causes_answer
from framtid.pathways.projects import projects
from framtid.pathways.projects_told import described
from framtid.places import Place
from framtid.stories import prose
from framtid.stories.path_report import TITLE

GROUND = ("forsoksloven", "forsok-regelverk", "forsok-2024", "ks-forsok-grenser", "ks-forsok")
"""What the legal ground is known from, in ``data/sources.yml``."""


def _quoted(text: str) -> list[Block]:
    """Return what a reader wrote, a block for each line, never read as Markdown."""
    return [Block("paragraph", (Run(line),)) for line in text.split("\n") if line.strip()]


def sketch(name: str, place: Place, language: Language, rule: str = "", hinders: str = "") -> Draft:
    """Write the sketch of a trial.

    Args:
        name: which barrier; empty for one that is not on the map.
        place: where.
        language: whose words.
        rule: the rule, as a reader wrote it; told as it stands and never read as Markdown.
        hinders: what stands in the way, in the same manner.

    """
    answer = causes_answer(place.code, language.code)
    met = [(each, one) for each, one in projects().items() if name in one.meets]
    barrier = next((each for each in answer.nodes if each.id == name), None)
    values = {
        "inside": language.inside(place),
        "barrier": barrier,
        "removers": in_a_row(barrier.removes) if barrier else "",
        "ruled": bool(rule),
        "told": bool(hinders),
        "hindered": [
            each.text for each in answer.links if each.start == name and each.sign == "less"
        ],
        "projects": [described(*each, language) for each in met[:TRIED]],
        "sources": [references()[each] for each in GROUND],
        **near(place),
    }
    written = prose.read(language.prose("trial"))
    told = {part: written.fill(part, language, **values) for part in written.parts}
    title, lead = told.pop(TITLE)
    said = {"hemmer": _quoted(hinders), "regel": _quoted(rule)}
    parts = (
        DraftPart(part, head, (*said.get(part, ()), *blocks(text)))
        for part, (head, text) in told.items()
    )
    return Draft(language.say("trials.page.mark"), title, lead, tuple(parts))
