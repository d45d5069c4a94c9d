"""The sentences and labels that figures stand in on finished pages, and what each figure is of."""

WAYS = {
    "paths": ("som-i-dag", "mork-vei", "lys-vei"),
    "hands_needed": "needed",
    "balance_per_inhabitant": "kroner",
}
"""The paths that are read along, and what answers call what pages tell of."""
FUTURES = r"\.? (?:\| )?I åtte av ti framtider: # til #"
COURSE = "@som-i-dag"
SENTENCES: tuple[tuple[str, ...], ...] = (
    # What there is today, and in the horizon year along today's course: cards, and five figures.
    (
        r"Innbyggere alle aldre \| 2026 # 2040 #(?: \| # (?:flere|færre))?",
        *("people now", f"people {COURSE}", "people more"),
    ),
    (
        r"Innbyggere alle aldre \| 2026 [^|]+ \| [^|]+ \| I åtte av ti framtider: # til #",
        *("people low", "people high"),
    ),
    (
        r"80 år og eldre [^|]+ \| 2026 # 2040 #(?: \| # (?:flere|færre))?",
        *("old now", "old", "old more"),
    ),
    (
        r"80 år og eldre [^|]+ \| 2026 [^|]+ \| [^|]+ \| I åtte av ti framtider: # til #",
        *("old low", "old high"),
    ),
    (r"Barn i skolealder 6–15 år \| 2026 # 2040 #", "pupils now", "pupils"),
    (r"Hender for hver eldre [^|]+ \| 2026 # 2040 #", "carers now", f"carers {COURSE}"),
    (
        r"# (?:\| )?innbyggere, mot # i dag" + FUTURES,
        *(f"people {COURSE}", "people now", "people low", "people high"),
    ),
    (
        r"# (?:\| )?er 80 år eller eldre, mot # i dag" + FUTURES,
        *("old", "old now", "old low", "old high"),
    ),
    (
        r"# (?:\| )?i arbeidsfør alder for hver som er 67 år eller eldre, mot # i dag" + FUTURES,
        *(f"carers {COURSE}", "carers now", "carers low", "carers high"),
    ),
    (
        r"# (?:\| )?årsverk mangler i omsorg, skole og barnehage, av # som trengs",
        *(f"gap {COURSE}", f"needed {COURSE}"),
    ),
    (
        r"Omsorg alene trenger # årsverk i 2040, mot # i dag\.",
        *("care", "care now"),
    ),
    (
        r"av # som trengs[^:]+I SSBs tre alternativer: # til #",
        *(f"needed {COURSE}", f"gap low {COURSE}", f"gap high {COURSE}"),
    ),
    (
        r"# (?:\| )?kroner per innbygger: [^:]+Gir den ikke mer: #\. Gir den alt: #",
        *(f"kroner {COURSE}", f"kroner nothing {COURSE}", f"kroner wholly {COURSE}"),
    ),
    (
        r"Hender for hver eldre \| [^|]+ \| # \| # \| [^|]+?\. # til # i åtte av ti framtider",
        *("carers now", f"carers {COURSE}", "carers low", "carers high"),
    ),
    # The story of a place.
    (r"det # INSIDE som er 80 år eller eldre\. I 2040 er det #", "old now", "old"),
    (r"# har fylt 80 år i 2040, mot # i dag (?:\| )?NAME ·", "old", "old now"),
    (r"Hjem til # som har fylt 80 år i 2040, mot # i dag (?:\| )?NAME ·", "old", "old now"),
    (r"# flere som har fylt 80", "old more"),
    (r"Det blir # flere på 80 år eller eldre", "old more @P"),
    (r"bor mellom # og # INSIDE i 2040", "people low", "people high"),
    (r"mellom # og # mennesker INSIDE i 2040", "people low", "people high"),
    (r"INSIDE i 2040\. Mellom # og # har fylt 80", "old low", "old high"),
    (r"Husene er tegnet, ikke talt\. I 2040: # til # personer", "old low", "old high"),
    (r"det # barn i skolealder INSIDE\. I 2040 blir det #", "pupils now", "pupils"),
    (
        r"i 2040: #, mot # i dag (?:\| )?NAME · (?:Barn i skolealder|Elevene)",
        *("pupils", "pupils now"),
    ),
    (r"Tallet på folk mellom 20 og 66 år går fra # til #", "workers now", "workers"),
    (r"arbeidsfør alder i 2040: #, mot # i dag (?:\| )?NAME ·", "workers", "workers now"),
    (r"INSIDE er det # for hver, mot # i dag", f"carers {COURSE}", "carers now"),
    # Along a path, and beside it.
    (r"Dere er # innbyggere, mot # i dag", "people @P", "people now"),
    (r"Det er # i arbeidsfør alder for hver som[^.]+\. I dag er det #", "carers @P", "carers now"),
    (r"I 2040 mangler # årsverk", "gap @P"),
    (r"Det mangler # årsverk, mot # årsverk i dagens kurs", "gap @P", f"gap {COURSE}"),
    (r"mangler det # årsverk i omsorg, skole og barnehage i 2040", f"gap {COURSE}"),
    (r"# årsverk mangler i 2040, mot # i dagens kurs", "gap @P", f"gap {COURSE}"),
    (r"Også på denne veien mangler # årsverk i 2040", "gap @P"),
    (
        r"# årsverk mangler i 2040 på den mørke veien, # på den lyse",
        *("gap @mork-vei", "gap @lys-vei"),
    ),
    (r"Dette er ikke løst: # årsverk og # kroner", "gap @P", "kroner @P"),
    (r"Da mangler det fra # til # årsverk i 2040", "gap low @P", "gap high @P"),
    (r"alternativer, der # til # mangler i 2040", "gap low @P", "gap high @P"),
    (r"Av hver hundre hender som trengs i[^,]+, skole og barnehage, er # der", "shifts @P"),
    (
        r"Fortsetter vi som i dag, har vi folk til # av hundre vakter i 2040 (?:\| )?NAME ·",
        f"shifts {COURSE}",
    ),
    (
        r"har vi folk til # av hundre vakter, mot # om vi fortsetter som i dag (?:\| )?NAME ·",
        *("shifts @P", f"shifts {COURSE}"),
    ),
    (
        r"Det mangler # kroner per innbygger\. (?:[^.|]+\. )?Alt er regnet i dagens kroner",
        "kroner @P",
    ),
    (r"Kroner: Det mangler # per innbygger, mot # i minus", "kroner @P", f"kroner {COURSE}"),
    (r"# kroner mangler per innbygger i 2040, mot # i dagens", "kroner @P", f"kroner {COURSE}"),
    (
        r"går da fra # kroner for lite til # kroner (?:til overs|for lite)",
        *("kroner low @P", "kroner high @P"),
    ),
    (
        r"kroner per innbygger i året[^|]*Båndet: SSBs tre alternativer, # til # i 2040",
        *("kroner low @P", "kroner high @P"),
    ),
    (r"Gir den ikke mer enn i dag, mangler det # kr", "kroner nothing @P"),
    (r"Følger den ikke med i det hele tatt, mangler det # kr", "kroner nothing @P"),
    (r"mangler det # kroner per innbygger hvis den ikke gir noe mer", "kroner nothing @P"),
)
"""A pattern (``#`` is a figure) and what each figure is of: today's, the course's, the path's."""
