"""The data sets we publish and those we pass on, in DCAT-AP-NO and as schema.org has them."""

import json
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import msgspec

from framtid import addresses
from framtid.answers import Text
from framtid.folders import PARAMETERS
from framtid.language import Language, language_of
from framtid.language.tables import described
from framtid.language.texts import OF_PAGES
from framtid.parameter_files import read_as
from framtid.statistics.catalogue import Entry
from framtid.statistics.snapshot import snapshot

FILE = PARAMETERS / "datasets.yml"
CODE = "0"
"""The place that stands for any in an address."""
LICENCES = {
    "CC BY 4.0": "https://creativecommons.org/licenses/by/4.0/",
    "CC BY 3.0 IGO": "https://creativecommons.org/licenses/by/3.0/igo/",
    "NLOD 2.0": "https://data.norge.no/nlod/no/2.0",
}
OURS = "CC BY 4.0"
EU = "http://publications.europa.eu/resource/authority"
EU_LICENCES = {
    "CC BY 4.0": f"{EU}/licence/CC_BY_4_0",
    "NLOD 2.0": f"{EU}/licence/NLOD_2_0",
}
"""What the EU's list calls them, as DCAT-AP-NO wants it; it has no name for CC BY 3.0 IGO."""
FORMATS = {"csv": ("CSV", "text/csv"), "json": ("JSON", "application/json")}
"""The EU's name of each kind of file, and IANA's."""
OPENAPI, DCAT = f"{addresses.API}/openapi.json", f"{addresses.API}/dcat.jsonld"
CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


class Dataset(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A data set of ours; its words stand at ``datasets.list.<id>``."""

    theme: Text
    files: dict[str, str]


@lru_cache(maxsize=1)
def datasets() -> Mapping[str, Dataset]:
    """Return every data set of ours by id."""
    return read_as(FILE, dict[str, Dataset])


def file(path: str, code: str = CODE) -> str:
    """Return where a file is, of a place."""
    return addresses.API + path.replace("{code}", code)


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


def _licence(name: str) -> dict[str, str]:
    return _ref(EU_LICENCES.get(name) or LICENCES[name])


def _distribution(site: str, kind: str, path: str, licence: str) -> dict[str, Any]:
    return {
        "@type": "dcat:Distribution",
        "dcat:accessURL": _ref(site + path),
        "dcat:downloadURL": _ref(site + path),
        "dct:format": _ref(f"{EU}/file-type/{FORMATS[kind][0]}"),
        "dcat:mediaType": _ref(f"https://www.w3.org/ns/iana/media-types/{FORMATS[kind][1]}"),
        "dct:license": _licence(licence),
    }


def _dataset(site: str, name: str, **told: Any) -> dict[str, Any]:  # noqa: ANN401
    """Return what every data set has: who, whom to ask, how open, and when it is from."""
    address = f"{site}{addresses.DATA}#{name}"
    day = {"@type": "xsd:date", "@value": snapshot().catalogue.updated}
    return {
        "@id": address,
        "@type": "dcat:Dataset",
        "dct:identifier": address,
        "dct:publisher": _publisher(site),
        "dcat:contactPoint": _contact(site),
        "dct:accessRights": _ref(f"{EU}/access-right/PUBLIC"),
        "dct:modified": day,
        "dct:spatial": _ref(f"{EU}/country/NOR"),
        "dct:language": [_ref(f"{EU}/language/{code}") for code in ("NOB", "NNO", "ENG")],
        "dcat:version": snapshot().edition,
        **told,
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
            "dcat:theme": _theme("SOCI"),
            "dcat:distribution": [
                _distribution(site, "csv", file(f"/tables/{name}.csv"), entry.source.licence)
            ],
        },
    )


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
        "dct:license": _licence(OURS),
        "dcat:dataset": [
            *(_own(site, name, each) for name, each in datasets().items()),
            *(_official(site, name, each) for name, each in official.items()),
        ],
        "dcat:service": {
            "@id": site + OPENAPI,
            "@type": "dcat:DataService",
            "dct:title": _said("datasets.page.tools.openapi"),
            "dct:publisher": _publisher(site),
            "dcat:contactPoint": _contact(site),
            "dcat:endpointURL": _ref(site + addresses.API),
            "dcat:endpointDescription": _ref(site + OPENAPI),
        },
    }


def found_data(site: str, language: Language) -> str:
    """Return the catalogue as search engines read it: schema.org as JSON-LD, safe within a page."""
    told = {
        "@context": "https://schema.org",
        "@type": "DataCatalog",
        "name": language.say("datasets.page.catalog"),
        "url": site + addresses.DATA,
        "inLanguage": language.code,
        "dataset": [
            {
                "@type": "Dataset",
                "name": language.say(f"datasets.list.{name}.title"),
                "description": language.say(f"datasets.list.{name}.text"),
                "keywords": language.say(f"datasets.list.{name}.keyword"),
                "identifier": f"{site}{addresses.DATA}#{name}",
                "url": f"{site}{addresses.DATA}#{name}",
                "license": LICENCES[OURS],
                "version": snapshot().edition,
                "dateModified": snapshot().catalogue.updated,
                "isAccessibleForFree": True,
                "spatialCoverage": {"@type": "Country", "name": "Norge"},
                "creator": {"@type": "Organization", "name": language.say("datasets.publisher")},
                "distribution": [
                    {
                        "@type": "DataDownload",
                        "encodingFormat": FORMATS[kind][1],
                        "contentUrl": site + file(path),
                    }
                    for kind, path in each.files.items()
                ],
            }
            for name, each in datasets().items()
        ],
    }
    return json.dumps(told, ensure_ascii=False).replace("</", "<\\/")
