"""Every page of the site, as ``data/pages.yml`` lists them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from framtid.folders import PARAMETERS
from framtid.parameter_files import read_yaml

FILE = PARAMETERS / "pages.yml"


@dataclass(frozen=True, slots=True)
class Page:
    """One page; the file explains each field, its words stand at ``site.pages.<name>``."""

    name: str
    address: str
    script: str | None = None
    menu: bool = False
    of_a_place: bool = False
    of_stories: bool = False
    component: str | None = None
    answer: str | None = None
    for_a_place: bool = False
    card: str | None = None
    placeless: bool = False

    def shows(self, *, place: bool) -> bool:
        """Whether its component stands on it, with a place in the address or without."""
        return self.component is not None and (place or not self.for_a_place)


@lru_cache(maxsize=1)
def pages() -> Mapping[str, Page]:
    """Return every page by name, in the order of the menu."""
    raw = read_yaml(FILE)
    return {name: Page(name, **entry) for name, entry in raw.items()}


def takes_place(path: str) -> bool:
    """Say whether an address of a page, or one below it, may name a place."""
    page = page_at("/" + path.split("/")[1])
    return page is None or not page.placeless


def page_at(address: str) -> Page | None:
    """Return the page at an address; None where there is none."""
    return next((page for page in pages().values() if page.address == address), None)
