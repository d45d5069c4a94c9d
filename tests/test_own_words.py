"""What we say ourselves is not gainsaid by what we say beside it."""

import re
from itertools import product

from framtid.folders import PARAMETERS
from framtid.language.texts import LANGUAGES
from framtid.parameter_files import read_yaml
from framtid.pathways.codec import decode, encode
from framtid.pathways.conflicts import warnings
from framtid.pathways.outlook import outlook_of
from framtid.pathways.pathway import Pathway, named
from framtid.places import places
from framtid.stories import tell
from framtid.stories.document import to_json

AS_ALWAYS = {"nb": "alltid har gjort", "nn": "alltid har gjort", "en": "always done"}


def test_a_paper_of_2040_quotes_nobody_who_did_as_always_where_something_was_chosen() -> None:
    for spoken, words in AS_ALWAYS.items():
        for name in ("frivillig", "unge", "flytt"):
            decoded = decode(encode(Pathway.of({name: 3})))
            told = to_json(tell("2040", "1824", spoken, decoded)).decode()
            assert words not in told, (spoken, name)
        course = to_json(tell("2040", "1824", spoken, decode("som-i-dag"))).decode()
        assert words in course, spoken
    assert set(AS_ALWAYS) == set(LANGUAGES)


def test_no_named_path_is_said_to_give_little_by_those_who_named_it() -> None:
    for place, pathway in product(places().municipalities[::15], named().values()):
        found = warnings(outlook_of(place.code, pathway=pathway))
        assert not [each for each in found if each.kind == "weak"], (place.code, pathway)


def test_no_source_is_told_with_its_publisher_twice() -> None:
    for name, source in read_yaml(PARAMETERS / "sources.yml").items():
        publisher = re.escape(str(source["publisher"]))
        assert not re.search(rf"\({publisher}\b", source["title"]), name
