"""The tables of the stand-in, made of an edition of the figures so that both tell the same.

What the committed edition lacks is made up in the right shape; nothing of it is a real figure.
"""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from framtid.statistics.snapshot import DATA, Snapshot, read_snapshot
from tests.ssb.server import Classification, Municipality, StandIn
from tests.ssb.tables import CONTENTS, TIME, CodeList, Dimension, Table

AGES = [f"{age:03d}" for age in range(105)] + ["105+"]
ALTERNATIVES = {
    "Personer": "Hovedalternativet (MMMM)",
    "Personer1": "Lav nasjonal vekst (LLML)",
    "Personer2": "Høy nasjonal vekst (HHMH)",
}
KOSTRA = "KOKkommuneregion0000"
FIRST = 2006
PROJECTED = 2026
REGIONS = 999
"""Klass has no such division under any number that we know of."""

Floats = NDArray[np.float64]


def years(first: int, last: int) -> Dimension:
    """Return the dimension of time."""
    return Dimension(TIME, "år", {str(year): str(year) for year in range(first, last + 1)})


def sexes(both: str | None = None) -> Dimension:
    """Return men and women, with a code for both where a table has one."""
    labels = {both: "Begge kjønn"} if both else {}
    labels |= {"1": "Menn", "2": "Kvinner"}
    return Dimension("Kjonn", "kjønn", labels, eliminated=True)


def contents(unit: str, labels: dict[str, str]) -> Dimension:
    """Return what is counted, all in one unit."""
    return Dimension(CONTENTS, "statistikkvariabel", labels, units=dict.fromkeys(labels, unit))


def regions(names: dict[str, str], lists: Iterable[CodeList], key: str = "Region") -> Dimension:
    """Return the nation and the municipalities, with the code lists a table offers."""
    return Dimension(key, "region", names, codelists=tuple(lists))


class Country:
    """A small SSB that says what an edition of the figures says."""

    def __init__(self, figures: Snapshot | None = None) -> None:
        self.figures = figures or read_snapshot(DATA)
        rows = self.figures.table("municipalities").to_pylist()
        self.names = {row["code"]: row["name"].replace(" – ", " - ") for row in rows}
        self.counties = {
            row["code"]: row["name"] for row in self.figures.table("counties").to_pylist()
        }
        self.counties = {
            code: name
            for code, name in self.counties.items()
            if any(one.startswith(code) for one in self.names)
        }
        self.codes = list(self.names)
        table = self.figures.table("population_municipality")
        self.last = int(table.column_names[-1][1:])
        wide = [table[f"y{year}"].to_numpy() for year in range(FIRST, self.last + 1)]
        self.people = np.stack(wide, -1).astype(float).reshape(len(self.codes), 2, 106, -1)

    def stand_in(self) -> StandIn:
        """Return a server with every table a refresh asks for."""
        tables = (
            self.population(),
            self.life_table(),
            self.projection(),
            self.changes(),
            self.moves(),
            self.indicator("12134", "Frie inntekter per innbygger (kr)", "KOSAG110000", "kr", 75e3),
            self.indicator(
                "12292",
                "Årsverk i brukerrettet tjeneste",
                "KOSaarsverkbruke0000",
                "årsverk",
                0.026,
                per_head=True,
            ),
            self.youth(),
            self.income(),
        )
        rows = self.figures.table("municipalities").to_pylist()
        regions = {
            row["code"].removeprefix("ba-").zfill(3): row["name"].replace(" – ", " - ")
            for row in self.figures.table("regions").to_pylist()
        }
        return StandIn(
            {table.id: table for table in tables},
            [
                Municipality(row["code"], self.names[row["code"]], row["region"][3:].zfill(3))
                for row in rows
            ],
            classifications=[Classification(REGIONS, "Bo- og arbeidsmarkedsregioner", regions)],
        )

    def _summed(self, name: str, mark: str) -> CodeList:
        """Return the code list of today's municipalities, marked as SSB marks sums."""
        return CodeList(
            name,
            {f"{mark}{code}": text for code, text in self.names.items()},
            {f"{mark}{code}": (code,) for code in self.codes},
        )

    def _whole(self, name: str = "vs_Landet") -> CodeList:
        return CodeList(name, {"0": "Hele landet"})

    def _own(self, name: str) -> CodeList:
        return CodeList(name, dict(self.names))

    def population(self) -> Table:
        """07459, with the nation from 1986 and the municipalities from 2006."""
        nation = self.figures.table("population_nation")
        span = range(1986, self.last + 1)
        values = np.full((len(self.codes) + 1, 2, 106, 1, len(span)), np.nan)
        whole = np.stack([nation[f"y{year}"].to_numpy() for year in span], -1)
        values[0, :, :, 0] = whole.reshape(2, 106, -1)
        values[1:, :, :, 0, FIRST - 1986 :] = self.people
        for row in self.figures.table("population_estimated").to_pylist():
            if "est" in row["reason"][:3]:
                at = self.codes.index(row["municipality"]) + 1
                values[at, :, :, 0, row["year"] - 1986] = np.nan
        return Table(
            "07459",
            "Befolkning, etter region, kjønn, alder, statistikkvariabel og år",
            (
                regions(
                    {"0": "Hele landet"} | self.names,
                    (self._whole(), self._summed("agg_KommSummer", "K-")),
                ),
                sexes(),
                Dimension("Alder", "alder", {age: f"{age} år" for age in AGES}, eliminated=True),
                contents("personer", {"Personer1": "Personer"}),
                years(1986, self.last),
            ),
            values,
            next_update="2027-02-24T07:00:00Z",
        )

    def life_table(self) -> Table:
        """07902, probabilities per thousand."""
        table = self.figures.table("life_table").to_pandas()
        cube = table.pivot_table(index=["sex", "age"], columns="year", values="q")
        ages = [f"{age:03d}" for age in range(106)] + ["106+"]
        return Table(
            "07902",
            "Dødelighetstabeller, etter kjønn, alder, statistikkvariabel og år",
            (
                sexes(),
                Dimension("AlderX", "alder x", {age: f"{age} år" for age in ages}),
                contents("promille", {"Dodssannsynlighet": "Dødssannsynlighet (promille)"}),
                years(int(table["year"].min()), int(table["year"].max())),
            ),
            (cube.to_numpy() * 1000).reshape(2, 107, 1, -1),
            updated="2025-03-01T07:00:00Z",
            decimals=6,
        )

    def projection(self) -> Table:
        """14746: the nation as published; the municipalities as they are today, drawn out."""
        table = self.figures.table("projection_nation").to_pandas()
        table = table[table["edition"] == PROJECTED]
        starts = np.sort(table["first_age"].unique())
        shape = self.people[..., -1].sum(0)
        group = np.searchsorted(starts, np.arange(106), side="right") - 1
        within = shape / np.add.reduceat(shape.sum(0), starts)[group]
        span = range(int(table["year"].min()), int(table["year"].max()) + 1)
        nation = np.zeros((2, 106, 3, len(span)))
        for number, name in enumerate(("MMMM", "LLML", "HHMH")):
            people = table[table["alternative"] == name].pivot(
                index="first_age", columns="year", values="population"
            )
            nation[:, :, number] = within[..., None] * people.to_numpy()[group]
        nation = _rounded(nation, starts)
        local = self.people[..., -1, None, None] * (nation / nation[..., :1, :1])[None]
        counties = np.stack(
            [
                local[[at for at, c in enumerate(self.codes) if c[:2] == code]].sum(0)
                for code in self.counties
            ]
        )
        names = {"0": "Hele landet"} | self.counties | self.names
        return Table(
            "14746",
            "Framskrevet folkemengde 1. januar, etter region, kjønn, alder, innhold og år",
            (
                regions(
                    names,
                    (
                        self._whole(),
                        CodeList("vs_FylkerFram2024", dict(self.counties)),
                        self._own("vs_KommunFram2024Agg"),
                    ),
                ),
                sexes(),
                Dimension("Alder", "alder", {age: f"{age} år" for age in AGES}, eliminated=True),
                contents("personer", ALTERNATIVES),
                years(span[0], span[-1]),
            ),
            np.concatenate([nation[None], counties, local.round()]),
            updated="2026-06-12T06:00:00Z",
            title="Framskrevet folkemengde kommuner, fylker og hele landet, 9 alternativer (K) "
            f"{span[0]} - {span[-1]}",
        )

    def changes(self) -> Table:
        """06913: births as the children aged 0 a year later; the rest is made up."""
        births = self.people[:, :, 0, 1:].sum(1)
        people = self.people.sum((1, 2))[:, :-1]
        rest = np.stack([people * rate for rate in (0.008, 0.061, 0.057)], 1)
        local = np.concatenate([births[:, None], rest], 1).round()
        nation = local.sum(0, keepdims=True)
        nation[:, 2:] = (people.sum(0) * np.array([0.011, 0.006])[:, None]).round()
        # The year that has begun has nothing yet; SSB writes zeros.
        values = np.pad(np.concatenate([nation, local]), ((0, 0), (0, 0), (0, 1)))
        labels = {
            "Levende": "Levendefødte i alt",
            "Dode": "Døde i alt",
            "Innflyttinger": "Innflyttinger",
            "Utflyttinger": "Utflyttinger",
        }
        names = {"0": "Hele landet"} | self.names
        return Table(
            "06913",
            "Befolkning og endringer, etter region, statistikkvariabel og år",
            (
                regions(names, (self._whole(), self._summed("agg_KommSummerHist", "K_"))),
                contents("personer", labels),
                years(FIRST, self.last),
            ),
            values,
            title="Endringer i kommuner, fylker og hele landets befolkning (K) 1951 - 2026",
        )

    def moves(self) -> Table:
        """09588: made up, apart from who there is to move."""
        people = self.people.sum((1, 2))[:, :-1]
        rates = {
            "Innflytting": 0.05,
            "Utflytting": 0.051,
            "Innvandring": 0.011,
            "Utvandring": 0.006,
        }
        return Table(
            "09588",
            "Innenlandske flyttinger, etter region, statistikkvariabel og år",
            (
                regions(self.names, (self._summed("agg_KommSummer", "K-"),)),
                contents("personer", {name: name for name in rates}),
                years(FIRST, self.last - 1),
            ),
            np.stack([people * rate for rate in rates.values()], 1).round(),
        )

    def indicator(
        self,
        table: str,
        label: str,
        code: str,
        unit: str,
        level: float,
        *,
        per_head: bool = False,
    ) -> Table:
        """Return a KOSTRA table of one indicator, made up, without Utsira."""
        people = self.people[..., -1].sum((1, 2))
        spread = 1 + 0.1 * np.sin(np.arange(len(self.codes)))
        own = level * spread * (people if per_head else 1)
        whole = own.sum() if per_head else level
        values = np.concatenate([[whole], own])[:, None, None] * np.array([0.95, 1.0])
        values[1 + self.codes.index("1151"), 0, 0] = np.nan
        return Table(
            table,
            f"{label}, etter region og år",
            (
                regions({"EAK": "Landet"} | self.names, (), KOSTRA),
                contents(unit, {code: label}),
                years(self.last - 2, self.last - 1),
            ),
            values,
            updated="2026-03-16T07:00:00Z",
            gap=":",
            decimals=1,
        )

    def youth(self) -> Table:
        """13556: made up, and small places hidden."""
        values = 10 + 3 * np.cos(np.arange(len(self.codes) + 1.0))
        values[1:][self.people[..., -1].sum((1, 2)) < 500] = np.nan
        states = {"NEET": "Utenfor arbeid, utdanning og tiltak"}
        names = {"0": "Hele landet"} | self.names
        return Table(
            "13556",
            "Hovedsakelig arbeidsstyrkestatus, etter region, alder, kjønn og år",
            (
                regions(names, (CodeList("agg_KommGjeldende", dict(names)),)),
                Dimension(
                    "HovArbStyrkStatus",
                    "prioritert arbeidsstyrkestatus",
                    states,
                    codelists=(CodeList("vs_ArbStatus2018niva4", states),),
                ),
                Dimension("Alder", "alder", {"15-29": "15-29 år"}),
                sexes("0"),
                contents("prosent", {"BosatteProsent": "Bosatte (prosent)"}),
                years(self.last - 1, self.last - 1),
            ),
            np.repeat(values, 3).reshape(-1, 1, 1, 3, 1, 1),
            gap=":",
            decimals=1,
        )

    def income(self) -> Table:
        """06944: made up."""
        values = 600_000 + 1000 * np.arange(len(self.codes) + 1.0)
        return Table(
            "06944",
            "Inntekt for husholdninger, etter region, husholdningstype og år",
            (
                regions({"0": "Hele landet"} | self.names, ()),
                Dimension("HusholdType", "husholdningstype", {"0000": "Alle husholdninger"}),
                contents("kr", {"InntSkatt": "Inntekt etter skatt, median (kr)"}),
                years(self.last - 2, self.last - 1),
            ),
            values[:, None, None, None] * np.array([0.96, 1.0]),
        )


def _rounded(people: Floats, starts: NDArray[np.int64]) -> Floats:
    """Round to whole persons so that every age group keeps its sum; (sex, age, …)."""
    whole = people.round()
    stops = [*starts[1:], people.shape[1]]
    for first, stop in zip(starts, stops, strict=True):
        lacking = people[:, first:stop].sum((0, 1)) - whole[:, first:stop].sum((0, 1))
        whole[0, first] += lacking.round()
    return whole
