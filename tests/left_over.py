"""Words of another language that are left over in a text."""

import re

from framtid.places import places

OTHERS = ("en", "nn")
ENGLISH = (
    r"the|and|with|that|this|which|you|your|are|was|have|from|there|where|when|who|how"
    r"|not|years|copy|show|choose|read|more|less|today|page"
)
FOREIGN = {
    "nb": rf"{ENGLISH}|ikkje|frå|kvar|kven|kva|korleis|kvifor|fleire|nokon|noko|berre|meir|eit|ein"
    r"|dei|dykk|dykkar|gjere|vere|skule|skulen|tenester|heime|saman|sjølv|sjølve|medan|sidan|korkje"
    r"|blei|kjem|treng|trengst|manglar|finst|reknar|kommunar|innbyggjarar"
    r"|stad|stader|kjelde|kjelder|tala",
    "nn": rf"{ENGLISH}"
    r"|ikke|fra|hvor|hver|hvis|hvem|hvordan|flere|noen|bare|mer|mennesker|innbyggere"
    r"|kommuner|kommer|vei|veien|dere|deres|gjøre|være|vert|vart|vorte|den høye|over (?:67|80) år"
    r"|jeg|hva|hvilken|hvilket|noe|mye|uten|sammen|selv|hele|bedre|dårligere|høyere|lavere"
    r"|årene|dagene|tall|tallet|tallene|penger|steder|sted|skole|skolen|tjenester|hjemme|hjelpen"
    r"|velg|velger|trenger|trengs|mangler|koster|gjør|spaker|spakene|veier|regner|regnet|finnes"
    r"|dem|hun|siden av|mens|allerede|oppgaver|muligheter|spørre|sier|vet|mulig|hverandre|annen"
    r"|annet|eneste|lenkje|lenkja|vedtatt",
    "en": r"og|av|innbyggere|år|årsverk|barn|menn|kvinner|kommune|kommunen|kommuner|kommunar|i dag"
    r"|til|fra|frå|ikke|ikkje|SSBs|det|som|med|er|et|ein|eit|eller|hvor|kvar|hvem|hva|kva|dere"
    r"|dykk|flere|fleire|noen|nokon|bare|berre|uten|utan|sammen|saman|vei|veg|veien|vegen|sted"
    r"|velg|skole|skule|hjemme|heime|tjenester|tenester|mennesker|mangler|manglar|kilde|kjelde"
    r"|kilder|kjelder|lenke|lenka|tallene|tala",
}
"""Words that give another of our languages away."""
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
    """Return the words of a text that are of another language, names of places aside."""
    plain = NAMES.sub("§", text)
    return re.findall(rf"(?<![\w-])(?:{FOREIGN[spoken]})(?![\w-])", plain, re.IGNORECASE)
