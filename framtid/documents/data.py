"""``/data``: the data sets with licence, edition, citation, and where programs begin."""

from typing import Any

from starlette.requests import Request

from framtid import addresses
from framtid.documents.serving import placed, write
from framtid.language import on_one_line
from framtid.language.current import reader_language, spoken
from framtid.language.dates import day
from framtid.places import Place, places
from framtid.statistics.keeping import kept
from framtid.statistics.snapshot import snapshot
from framtid.tables.datasets import DCAT, OPENAPI, datasets, file, found_data
from framtid.web.host import host
from framtid.web.packed import Packed

EXAMPLE = "5610"
"""The place whose files are shown where the address names none."""


def _bibtex(title: str, year: str, address: str) -> str:
    return "\n".join(
        (
            "@misc{framtid2040,",
            "  title = {2040 begynner nå: " + title + "},",
            "  year = {" + year + "},",
            "  version = {" + snapshot().edition + "},",
            "  url = {" + address + "},",
            "}",
        )
    )


def _files(name: str, place: Place, labelled: str, say: Any) -> list[tuple[str, str]]:  # noqa: ANN401
    """Return what the files of a data set are called, and where they are."""
    short = reader_language().plain(place)
    return [
        (
            say(labelled if "{code}" in path else "whole", kind=kind.upper(), place=short),
            addresses.in_language(file(path, place.code)),
        )
        for kind, path in datasets()[name].files.items()
    ]


@kept(32, by=spoken)
def data_html(site: str, code: str) -> Packed:
    """Write the page of a place, or of an example; with addresses on a site whose name is known."""
    place, labelled = places().get(code or EXAMPLE), "for_place" if code else "example"
    language, edition = reader_language(), snapshot()
    year = edition.catalogue.updated[:4]

    def say(key: str, **values: object) -> str:
        return on_one_line(language.say(f"datasets.page.{key}", **values))

    title = say("catalog")
    return write(
        "data.html",
        title=say("title"),
        description=say("description"),
        text=say,
        sets=[
            {
                "id": name,
                "title": language.say(f"datasets.list.{name}.title"),
                "text": on_one_line(language.say(f"datasets.list.{name}.text")),
                "files": _files(name, place, labelled, say),
            }
            for name in datasets()
        ],
        code=code or None,
        how=say("how", place=language.plain(place), code=place.code, example=not code),
        edition=edition.edition,
        frozen=addresses.view_file("carers", f"{place.code}@{edition.edition}", "csv", {}),
        date=day(edition.catalogue.updated, language),
        cited=say("cite.text", year=year, title=title, edition=edition.edition),
        bibtex=_bibtex(title, year, site + addresses.DATA),
        found=found_data(site, language) if site else "",
        tools={
            "openapi": addresses.in_language(OPENAPI),
            "dcat": addresses.in_language(DCAT),
            "figures": addresses.page(addresses.FIGURES),
        },
    )


def _data(request: Request, place: Place) -> Packed:
    """Answer with the page; an address that names no place has an example."""
    code = place.code if request.query_params.get(addresses.PLACE) else ""
    return data_html(host(request), code)


def _chosen(_request: Request, code: str) -> str:
    return addresses.page(addresses.DATA, code)


ANSWER = placed(_data, _chosen)
