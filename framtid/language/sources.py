"""What sources are called where a reader meets them."""

from dataclasses import dataclass

from framtid.language.texts import Language
from framtid.statistics.catalogue import Source


@dataclass(frozen=True, slots=True)
class Cited:
    """A source in a reader's words."""

    label: str
    """Short, for a line under a figure: "SSB tabell 07459"."""
    title: str
    """What the table or the publication holds."""
    publisher: str
    link: str
    """Where a reader finds it; what we computed ourselves is told of on our own pages."""
    here: str
    """The label on our own pages, where nobody needs to be told who we are."""


def cite(source: Source, language: Language) -> Cited:
    """Return what a source is called; the title is the publisher's own unless ours says more."""
    own = language.entry("sources.known").get(source.id, {})
    label = own.get("label")
    if label is None:
        form = "table" if source.id.isdigit() else "other"
        label = language.say(f"sources.{form}", id=source.id, title=source.title)
    title = own.get("title") or language.entry("sources.own").get(source.title, source.title)
    publisher = language.entry("sources.publishers").get(source.publisher, source.publisher)
    return Cited(label, title, publisher, own.get("link", source.link), own.get("here", label))
