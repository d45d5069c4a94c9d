"""The data sets we publish and those we pass on, in DCAT-AP-NO, as JSON-LD."""

from typing import Any

from framtid import addresses
from framtid.language import language_of
from framtid.language.tables import described
from framtid.language.texts import OF_PAGES
from framtid.statistics.catalogue import Entry
from framtid.statistics.snapshot import snapshot
from framtid.tables.datasets import FORMATS, LICENCES, OPENAPI, OURS, Dataset, datasets, file

EU = "http://publications.europa.eu/resource/authority"
EU_LICENCES = {
    "CC BY 4.0": f"{EU}/licence/CC_BY_4_0",
    "NLOD 2.0": f"{EU}/licence/NLOD_2_0",
}
"""What the EU's list calls them, as DCAT-AP-NO wants it; it has no name for CC BY 3.0 IGO."""
PUBLIC = f"{EU}/access-right/PUBLIC"
CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "odrs": "http://schema.theodi.org/odrs#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


def _said(key: str) -> list[dict[str, str]]:
    """Return a text in every language."""
    return [
        {"@language": code, "@value": " ".join(language_of(code).say(key).split())}
        for code in OF_PAGES
    ]


def _same(text: str, language: str = "nb") -> list[dict[str, str]]:
    return [{"@language": language, "@value": text}]


def _ref(address: str) -> dict[str, str]:
    return {"@id": address}


def _licence(name: str) -> dict[str, Any]:
    """Return a licence of the EU's list, as the profile demands, or a statement of rights."""
    if name in EU_LICENCES:
        return {"dct:license": _ref(EU_LICENCES[name])}
    told = {"@type": "odrs:RightsStatement", "odrs:copyrightStatement": _ref(LICENCES[name])}
    return {"dct:rights": told}


def _format(kind: str) -> dict[str, str]:
    return _ref(f"{EU}/file-type/{FORMATS[kind][0]}")


def _address(site: str, name: str) -> str:
    """Return a data set's address, which is its name too."""
    return f"{site}{addresses.DATA}#{name}"


def _distribution(site: str, kind: str, path: str, licence: str) -> dict[str, Any]:
    return {
        "@type": "dcat:Distribution",
        "dcat:accessURL": _ref(site + path),
        "dcat:downloadURL": _ref(site + path),
        "dct:format": _format(kind),
        "dcat:mediaType": _ref(f"https://www.w3.org/ns/iana/media-types/{FORMATS[kind][1]}"),
        **_licence(licence),
    }


def _dataset(site: str, name: str, **told: Any) -> dict[str, Any]:  # noqa: ANN401
    """Return what every data set has: who, whom to ask, how open, and when it is from."""
    address = _address(site, name)
    return {
        "@id": address,
        "@type": "dcat:Dataset",
        "dct:identifier": address,
        "dct:publisher": _publisher(site),
        "dcat:contactPoint": _contact(site),
        "dct:accessRights": _ref(PUBLIC),
        **_common(),
        "dcat:version": snapshot().edition,
        **told,
    }


def _common() -> dict[str, Any]:
    """Return when, of where and in which languages, of a data set and of the whole catalogue."""
    return {
        "dct:modified": _day(snapshot().catalogue.updated),
        "dct:spatial": _ref(f"{EU}/country/NOR"),
        "dct:language": [_ref(f"{EU}/language/{code}") for code in ("NOB", "NNO", "ENG")],
    }


def _day(date: str) -> dict[str, str]:
    return {"@type": "xsd:date", "@value": date}


def _period(years: str) -> dict[str, Any]:
    """Return the years of a table, "2006–2026" or "2026", as days."""
    first, _, last = years.partition("–")
    return {
        "@type": "dct:PeriodOfTime",
        "dcat:startDate": _day(f"{first}-01-01"),
        "dcat:endDate": _day(f"{last or first}-12-31"),
    }


def _publisher(site: str) -> dict[str, Any]:
    return {
        "@id": f"{site}/#publisher",
        "@type": "foaf:Agent",
        "foaf:name": _said("datasets.publisher"),
    }


def _contact(site: str) -> dict[str, Any]:
    return {
        "@id": f"{site}/#contact",
        "@type": "vcard:Organization",
        "vcard:fn": _said("datasets.publisher"),
        "vcard:hasURL": _ref(site + addresses.ACCESSIBILITY),
    }


def _theme(name: str) -> dict[str, str]:
    return _ref(f"{EU}/data-theme/{name}")


def _own(site: str, name: str, dataset: Dataset) -> dict[str, Any]:
    return _dataset(
        site,
        name,
        **{
            "dct:title": _said(f"datasets.list.{name}.title"),
            "dct:description": _said(f"datasets.list.{name}.text"),
            "dcat:keyword": _said(f"datasets.list.{name}.keyword"),
            "dcat:theme": _theme(dataset.theme),
            "dcat:landingPage": _ref(site + addresses.DATA),
            "dcat:distribution": [
                _distribution(site, kind, file(path), OURS) for kind, path in dataset.files.items()
            ],
        },
    )


def _official(site: str, name: str, entry: Entry) -> dict[str, Any]:
    """Return a table that we pass on, with who published it and under which licence."""
    words = {code: described(name, language_of(code)) for code in OF_PAGES}
    titles = [{"@language": code, "@value": told.title} for code, told in words.items()]
    about = _same(f"{entry.source.publisher}: {entry.source.title}")
    return _dataset(
        site,
        f"table-{name}",
        **{
            "dct:title": titles,
            "dct:description": about,
            "dct:source": _ref(entry.source.link),
            "dct:temporal": _period(entry.years),
            "dcat:theme": _theme("SOCI"),
            "dcat:landingPage": _ref(site + addresses.FIGURES),
            "dcat:distribution": [
                _distribution(site, "csv", file(f"/tables/{name}.csv"), entry.source.licence)
            ],
        },
    )


def _service(site: str) -> dict[str, Any]:
    """Return the API, which serves our own data sets."""
    return {
        "@id": site + OPENAPI,
        "@type": "dcat:DataService",
        "dct:title": _said("datasets.page.tools.openapi"),
        "dct:publisher": _publisher(site),
        "dcat:contactPoint": _contact(site),
        "dct:accessRights": _ref(PUBLIC),
        **_licence(OURS),
        "dct:format": [_format(kind) for kind in FORMATS],
        "dcat:theme": _theme("GOVE"),
        "dcat:endpointURL": _ref(site + addresses.API),
        "dcat:endpointDescription": _ref(site + OPENAPI),
        "dcat:servesDataset": [_ref(_address(site, name)) for name in datasets()],
    }


def catalog(site: str) -> dict[str, Any]:
    """Return the whole catalogue as JSON-LD, with addresses on a site."""
    official = snapshot().catalogue.entries
    return {
        "@context": CONTEXT,
        "@id": f"{site}{addresses.DATA}",
        "@type": "dcat:Catalog",
        "dct:title": _said("datasets.page.catalog"),
        "dct:description": _said("datasets.page.description"),
        "dct:identifier": f"{site}{addresses.DATA}",
        "dct:publisher": _publisher(site),
        "dcat:contactPoint": _contact(site),
        **_common(),
        **_licence(OURS),
        "foaf:homepage": _ref(site + addresses.DATA),
        "dcat:themeTaxonomy": _ref(f"{EU}/data-theme"),
        "dcat:dataset": [
            *(_own(site, name, each) for name, each in datasets().items()),
            *(_official(site, name, each) for name, each in official.items()),
        ],
        "dcat:service": _service(site),
    }
