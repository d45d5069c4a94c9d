"""The data sets we publish, and as schema.org has them."""

import json
from collections.abc import Mapping
from functools import lru_cache

import msgspec

from framtid import addresses
from framtid.answers import Text
from framtid.folders import PARAMETERS
from framtid.language import Language
from framtid.parameter_files import read_as
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
FORMATS = {"csv": ("CSV", "text/csv"), "json": ("JSON", "application/json")}
"""The EU's name of each kind of file, and IANA's."""
OPENAPI, DCAT = f"{addresses.API}/openapi.json", f"{addresses.API}/dcat.jsonld"


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
