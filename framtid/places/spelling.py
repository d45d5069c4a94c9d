"""What people and registers write for a place, taken apart: a name, a code, what it lies in."""

import re
import unicodedata
from dataclasses import dataclass

LONGEST_QUERY = 60
LETTERS = str.maketrans({"æ": "ae", "ø": "o", "đ": "d", "ŋ": "n", "ŧ": "t"})
"""Letters that Unicode does not take apart."""
KINDS = (
    "kommune",
    "komm",
    "herad",
    "municipality",
    "fylkeskommune",
    "fylke",
    "county",
    "suohkan",
    "gielda",
    "tjielte",
    "komuuni",
    "fylkkasuohkan",
    "fylkkagielda",
    "fylkasuohkan",
    "fylhkentjielte",
    "fylkki",
    "fylkinkomuuni",
    "bydel",
    "bydelen",
    "region",
    "regionen",
)
"""Words after a name that say what kind of place it is, folded."""
YEARS = re.compile(r"\(\s*(?:\d{4})?\s*[-–]\s*(?:\d{4})?\s*\)")
"""The years that SSB puts behind a place that is no more: "(2020-2023)", "(-2019)"."""
CODE = re.compile(
    r'^="?(\d{3,4})"?$|^(?:k[-_ ]?)?(\d{4})$|^(\d{3})$|^no[-_ ]?(\d{4}|\d{2})$', re.IGNORECASE
)
"""A code alone: as a formula of Excel, with SSB's mark or ISO's, or without its leading zero."""
CODE_WITH_NAME = re.compile(
    r"^(?:k[-_ ]?)?(?P<first>\d{1,4})[\s,:–-]+(?P<after>\D+)$"
    r"|^(?P<before>\D+?)[\s(,]+(?:k[-_ ]?)?(?P<last>\d{2,4})\)?$",
    re.IGNORECASE,
)
INSIDE = re.compile(
    r"^(?P<name>.+?)(?:\s*\((?P<round>[^()]+)\)|\s+i\s+(?P<i>.+)|,\s*(?P<comma>.+))$"
)


APART = re.compile(r"\s+[-–]\s+|\s*/\s*")
"""What stands between a place's names in several languages."""
EACH = re.compile(r"\s+(?:[-–&]|og|and)\s+|\s*[/,]\s*", re.IGNORECASE)
"""What stands between names where none is of them all together."""


def fold(text: str) -> str:
    """Reduce text to plain lower-case letters, digits and single spaces."""
    plain = unicodedata.normalize("NFKD", text).casefold().translate(LETTERS)
    kept = "".join(
        letter if letter.isalnum() else " " for letter in plain if not unicodedata.combining(letter)
    )
    return re.sub("oe+", "o", re.sub("aa+", "a", " ".join(kept.split())))


def bare(text: str) -> str:
    """Return a name folded, without the word for what kind of place it is."""
    name = fold(text)
    for kind in KINDS:
        name = name.removesuffix(f" {kind}").removeprefix(f"{kind} ")
    return name


def shortened(name: str, whole: str) -> bool:
    """Whether each word of a name begins the same of a whole one, both folded: "m og r"."""
    words, full = name.split(), whole.split()
    return len(words) == len(full) and all(map(str.startswith, full, words))


@dataclass(frozen=True, slots=True)
class Asked:
    """What is looked for.

    Attributes:
        name: all that was written, folded, without years and kinds.
        code: the code in it, of two digits or four; empty where there is none.
        own: the name beside a code, or before what it lies in, folded; else empty.
        inside: what it lies in, folded.
        parts: its names in several languages, folded, where more than one was written.

    """

    name: str
    code: str = ""
    own: str = ""
    inside: str = ""
    parts: tuple[str, ...] = ()


def _whole(code: str) -> str:
    """Return a code with the zero that a spreadsheet took: a county's has two digits."""
    return code.zfill(2 if len(code) < 3 else 4)


def asked(query: str) -> Asked:
    """Take apart what was written."""
    typed = " ".join(YEARS.sub(" ", query[:LONGEST_QUERY]).split())
    if match := CODE.match(typed):
        return Asked(bare(typed), _whole(next(filter(None, match.groups()))))
    if match := CODE_WITH_NAME.match(typed):
        own = bare(match["after"] or match["before"])
        return Asked(bare(typed), _whole(match["first"] or match["last"]), own)
    if match := INSIDE.match(typed):
        inside = next(filter(None, (match["round"], match["i"], match["comma"])))
        return Asked(bare(typed), own=bare(match["name"]), inside=bare(inside))
    parts = tuple(filter(None, map(bare, APART.split(typed))))
    if len(parts) > 1:
        return Asked(bare(typed), parts=parts)
    return Asked(bare(typed))


def each(query: str) -> tuple[str, ...]:
    """Return names that were written in a row, folded: "Asker og Bærum"."""
    return tuple(filter(None, map(bare, EACH.split(query[:LONGEST_QUERY]))))
