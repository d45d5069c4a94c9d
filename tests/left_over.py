"""Words of bokmål that are left over in a text of another language."""

import re

from framtid.places import places

OTHERS = ("en", "nn")
FOREIGN = {
    "nn": r"ikke|fra|hvor|hver|hvis|hvem|hvordan|flere|noen|bare|mer|mennesker|innbyggere|kommuner"
    r"|kommer|vei|veien|dere|deres|gjøre|være|vert|vart|vorte|den høye|over (?:67|80) år"
    r"|jeg|hva|hvilken|hvilket|noe|mye|uten|sammen|selv|hele|bedre|dårligere|høyere|lavere"
    r"|årene|dagene|tall|tallet|tallene|penger|steder|sted|skole|skolen|tjenester|hjemme|hjelpen"
    r"|velg|velger|trenger|trengs|mangler|koster|gjør|spaker|spakene|veier|regner|regnet|finnes",
    "en": r"og|av|innbyggere|år|årsverk|barn|menn|kvinner|kommune|kommuner|i dag|til|fra|ikke|SSBs",
}
"""Words that give bokmål away."""
NAMES = re.compile(
    "|".join(
        re.escape(name)
        for name in sorted(
            {
                *(one for place in places().by_code.values() for one in (place.label, place.short)),
                *(former.name for former in places().former.values() if former.name),
            },
            key=len,
            reverse=True,
        )
    )
)


def left(spoken: str, text: str) -> list[str]:
    """Return the words of a text that are bokmål, names of places aside."""
    plain = NAMES.sub("§", text)
    return re.findall(rf"(?<![\w-])(?:{FOREIGN[spoken]})(?![\w-])", plain, re.IGNORECASE)
