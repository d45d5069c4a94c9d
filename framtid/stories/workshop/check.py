"""A story held to its rules: what is wrong, what might be better, and how it reads."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from framtid.language import Language, language_of
from framtid.language.plain_words import avoided
from framtid.language.readability import Readability, measures, readability
from framtid.language.texts import LANGUAGES
from framtid.pathways.outlook import outlook_of
from framtid.pathways.pathway import named
from framtid.stories.path_facts import PathFacts
from framtid.stories.prose_values import prose_values
from framtid.stories.story import Story, story_of
from framtid.stories.workshop.parts import parts
from framtid.stories.workshop.placeholders import Types, placeholders
from framtid.stories.workshop.remark import Remark
from framtid.stories.workshop.told import Failed, Told, figures, slips, told, untold
from framtid.views.claims import fault
from framtid.views.claims_said import said

SAMPLE = ("0", "0301", "1151", "5610", "1580", "3209")
"""The country, a capital, the smallest place, one alone, one that shares, one that grows."""
SHORTEST_ALT = 40
"""Letters that a text alternative has more of."""


@dataclass(frozen=True)
class Report:
    """How a story reads in one language, over a sample of places."""

    language: str
    readings: int
    """How many times it was read: places times futures."""
    steps: dict[str, Readability]
    """Every step in the story's order, all readings of it together."""
    times: dict[str, int]
    """How many times each step was read: not every place has every step."""
    remarks: list[Remark]
    claims: int
    """How many claims of the figures were tried against their own numbers."""

    @property
    def whole(self) -> Readability:
        """The whole story, all readings of it together."""
        return sum(self.steps.values(), Readability(0, 0, 0))

    @property
    def faults(self) -> int:
        """How many remarks have to be mended."""
        return sum(remark.kind == "fault" for remark in self.remarks)


def types(language: Language) -> Types:
    """Return what each name of prose is: the class of a fact, or the names of a mapping."""
    values = prose_values(outlook_of("0"), None, language)
    plain = (str, int, float, type(None))
    kinds: dict[str, object] = {name: type(value) for name, value in values.items()}
    kinds |= {name: None for name, value in values.items() if isinstance(value, plain)}
    kinds |= {name: value for name, value in values.items() if isinstance(value, dict)}
    return kinds | {"chosen": PathFacts, "way": PathFacts}


def check(name: str, codes: Iterable[str] = SAMPLE) -> Iterator[Report]:
    """Yield a report for each language that a story has prose in.

    Args:
        name: the story's folder.
        codes: the places that it is read for, each without a choice and along each path on offer.

    Raises:
        UnknownStoryError: no story has that name.
        UnknownPlaceError: no place has one of the codes.

    """
    story = story_of(name)
    for spoken in LANGUAGES:
        if (story.folder / f"{spoken}.md").exists():
            yield _report(story, language_of(spoken), tuple(codes))


def _report(story: Story, language: Language, codes: tuple[str, ...]) -> Report:
    prose, file = story.prose(language.code), f"{language.code}.md"
    remarks = [
        *parts(story, prose, language),
        *placeholders(prose, types(language), language, file),
    ]
    if any(remark.kind == "fault" for remark in remarks):
        return Report(language.code, 0, {}, {}, remarks, 0)
    ways = (None, *(named()[path] for path in story.paths))
    read = [one for code in codes for way in ways for one in told(story, code, language, way)]
    good = [one for one in read if isinstance(one, Told)]
    times = Counter(one.step.id for one in good)
    steps = {
        step.id: _together(one for one in good if one.step is step)
        for step in story.steps
        if step.id in times
    }
    claims = sum(len(one.view.claims) for one in good)
    report = Report(language.code, len(codes) * len(ways), steps, dict(times), remarks, claims)
    lines = prose.lines
    remarks += _once(_failures(read, file, lines))
    remarks += _once(each for one in good for each in _of_told(one, language, file, lines))
    remarks += _once(_apart(good, file, lines))
    remarks += _heavy(report, file, lines)
    return report


def _together(read: Iterable[Told]) -> Readability:
    return sum((readability(one.plain) for one in read), Readability(0, 0, 0))


Lines = dict[str, int]


def _once(remarks: Iterable[Remark]) -> Iterator[Remark]:
    """Yield the first of the remarks that say the same about a step, whatever the place."""
    had = set()
    for remark in remarks:
        if (remark.key, remark.step) not in had:
            had.add((remark.key, remark.step))
            yield remark


def _failures(read: Iterable[Told | Failed], file: str, lines: Lines) -> Iterator[Remark]:
    for one in read:
        if isinstance(one, Failed):
            step = one.step.id
            values: dict[str, object] = {"code": one.code, "reason": one.reason}
            yield Remark("fault", "fails", file, step, lines.get(step, 0), values)


def _of_told(one: Told, language: Language, file: str, lines: Lines) -> Iterator[Remark]:
    """Yield what is wrong with a step as it is read in one place."""
    step, line = one.step.id, lines[one.step.id]
    for gap in slips(one.plain)[:1]:
        yield Remark("fault", "gap", file, step, line, {"code": one.code, "gap": gap})
    for phrase in [*avoided(one.plain, language)][:1]:
        yield Remark("advice", "avoid", file, step, line, {"phrase": " ".join(phrase.split())})
    if not one.heading or not one.text:
        yield Remark("fault", "empty", file, step, line, {"code": one.code})
    if one.finding == "":
        known = ", ".join(frame.id for frame in one.view.frames)
        values: dict[str, object] = {"view": one.view.id, "frame": one.frame, "known": known}
        yield Remark("fault", "frame", "story.yml", step, values=values)
    elif len(one.alternative) <= SHORTEST_ALT:
        yield Remark("fault", "alternative", "story.yml", step, values={"view": one.view.id})
    for claim in one.view.claims:
        if fault(claim) or not said(claim, language):
            values = {"view": one.view.id, "claim": said(claim, language), "code": one.code}
            yield Remark("fault", "claim", "story.yml", step, values=values)


def _apart(good: Iterable[Told], file: str, lines: Lines) -> Iterator[Remark]:
    """Yield each step whose text never, in any reading, tells a figure that its finding tells.

    A step that asks the reader something leaves the answer to the figure.
    """
    by_step: dict[str, list[Told]] = defaultdict(list)
    for one in good:
        if figures(one.finding) and not one.step.ask:
            by_step[one.step.id].append(one)
    for step, all_told in by_step.items():
        if all(untold(one) == figures(one.finding.split(", mot")[0]) for one in all_told):
            values: dict[str, object] = {"finding": all_told[0].finding}
            yield Remark("advice", "apart", file, step, lines[step], values)


def _heavy(report: Report, file: str, lines: Lines) -> Iterator[Remark]:
    """Yield each step that is hard to read, and the whole where it is."""
    limits = measures()["lix"]
    for step, read in report.steps.items():
        if read.lix > limits["step"]:
            values: dict[str, object] = {"lix": read.lix, "limit": limits["step"]}
            yield Remark("advice", "heavy", file, step, lines[step], values)
    if report.whole.lix > limits["whole"]:
        whole: dict[str, object] = {"lix": report.whole.lix, "limit": limits["whole"]}
        yield Remark("advice", "heavy", file, values=whole)
