"""A path's whole result as a spreadsheet: figures, økonomiplan, levers, and where it is from."""

from collections.abc import Iterator
from datetime import datetime

from framtid.consequences.model import INDICATORS
from framtid.language import Language
from framtid.pathways import answer, descriptions
from framtid.pathways.called import called
from framtid.pathways.levers import lever
from framtid.pathways.outlook import Outlook
from framtid.pathways.own_told import say_own
from framtid.statistics.snapshot import snapshot
from framtid.stories.plan_told import ToldPlan, tell_plan
from framtid.tables.xlsx import ANY, Sheet, xlsx_file


def result_sheet(outlook: Outlook, language: Language) -> Sheet:
    """Return every indicator by year along the path and the official line."""
    words = descriptions.indicators(outlook.place, language)
    keys = ("year", "name", "unit", "path", "official")
    return Sheet(
        language.say("documents.plan.sheets.result"),
        [language.say(f"documents.plan.result.{key}") for key in keys],
        [
            (
                row["year"],
                (found := words[str(row["indicator"])]).title,
                found.unit_label,
                row["path"],
                row["official"],
            )
            for row in answer.rows(outlook)
        ],
        (None, None, None, ANY, ANY),
    )


def _plan(told: ToldPlan, language: Language) -> Sheet:
    decimals = (None, *(0 for _ in told.labels[1:]))
    return Sheet(language.say("documents.plan.sheets.plan"), told.labels, told.rows, decimals)


def _chosen(outlook: Outlook, told: ToldPlan, language: Language) -> Iterator[tuple[object, ...]]:
    """Yield every lever that is not as today, then what is assumed of the world around."""
    for choice in outlook.pathway.choices:
        about = descriptions.lever(lever(choice.lever), language)
        source = f"{about.source.publisher}: {about.source.title}, {about.source.link}"
        words = descriptions.chosen(choice, language)
        yield about.title, words, choice.begins, choice.settled, about.certainty_label, source
    for sentence in told.assumed:
        yield language.say("documents.plan.levers.assumed"), sentence


def about_lines(outlook: Outlook, told: ToldPlan, language: Language) -> Iterator[tuple[str, str]]:
    """Yield what the file is, what it says, and the sources of every figure, each once."""
    path = descriptions.path(outlook.pathway, outlook.place.code, language)
    yield language.plain(outlook.place), called(outlook.pathway, outlook.place.code, language)
    yield "", path.code
    for sentence in say_own(outlook.setting.own, language):
        yield language.say("own_figures.mark.short"), sentence
    yield "", told.answer
    yield "", told.spread
    yield "", told.unit
    yield "", snapshot().edition
    words = descriptions.indicators(outlook.place, language)
    sources = {each.id: each for name in INDICATORS for each in words[name].sources}
    for source in sources.values():
        yield source.title, f"{source.publisher}, {source.year}, {source.link}"


def path_xlsx(outlook: Outlook, language: Language) -> bytes:
    """Return the workbook of a place along a pathway, under the switches of the outlook."""
    told = tell_plan(outlook, language)
    heads = ("title", "words", "first", "last", "certainty", "source")
    levers = Sheet(
        language.say("documents.plan.sheets.levers"),
        [language.say(f"documents.plan.levers.{key}") for key in heads],
        _chosen(outlook, told, language),
    )
    sheets = [result_sheet(outlook, language), _plan(told, language), levers]
    created = datetime.fromisoformat(snapshot().catalogue.updated)
    origin = language.say("explore.origin")
    return xlsx_file(sheets, origin, about_lines(outlook, told, language), created)
