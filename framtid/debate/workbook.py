"""An økonomiplan as a spreadsheet that counts by itself: change an assumption, and see.

Years run across. Four sheets lean on each other: the plan is quantities times prices, levers are
phased in by the years they are told, and the model's own balance stands below for comparison.
"""

import io
from datetime import datetime

from framtid.debate.quantities import ROWS, Quantities, quantities
from framtid.debate.spreadsheet import FIRST, TOP, Paper, blank
from framtid.language import Language
from framtid.pathways import descriptions
from framtid.pathways.economic_plan import PARTS, economic_plan
from framtid.pathways.levers import LOWEST, levers
from framtid.pathways.outlook import Outlook
from framtid.pathways.own_told import say_own
from framtid.pathways.pathway import Choice
from framtid.statistics.snapshot import snapshot
from framtid.stories.path_workbook import about_lines, result_sheet
from framtid.stories.plan_told import tell_plan
from framtid.tables.on_paper import on_paper, told_in_two
from framtid.tables.xlsx import LONGEST_NAME

SUMMED = ("balance", "choices", "accumulated", "model", "changed")
"""The rows of the plan below its parts."""
INPUTS = ("begins", "years", "starting", "running")
"""What is assumed of each lever, in columns from ``FIRST`` on."""

FINE = 10
"""A quantity that is never larger than this is shown with four decimals, others with one."""
HEAD = 62
"""Points that the heads of what is assumed of levers take: four lines."""


class Written:
    """Where everything stands, so that formulas find it."""

    def __init__(self, outlook: Outlook, language: Language, paper: Paper) -> None:
        self.outlook, self.language, self.paper = outlook, language, paper
        self.known: Quantities = quantities(outlook)
        self.choices = outlook.pathway.choices
        self.first_lever = TOP + len(self.known.prices) + 3
        """The row of the first lever among the assumptions."""

    def say(self, key: str) -> str:
        """Return one of the workbook's texts."""
        return self.language.say(f"debate.workbook.{key}")

    def price(self, name: str) -> str:
        """Return the cell of a price."""
        return self.paper.cell("assumptions", TOP + list(self.known.prices).index(name), FIRST)

    def quantity(self, name: str, at: int) -> str:
        """Return the cell of a quantity in a year."""
        return self.paper.cell("quantities", TOP + ROWS.index(name), FIRST + at, fixed=False)

    def levers(self, column: int) -> str:
        """Return what is assumed of every lever in a column, to be multiplied with phases."""
        first = self.first_lever
        return self.paper.column("assumptions", first, first + len(self.choices) - 1, column)

    def phases(self, block: int, at: int) -> str:
        """Return the phases of every lever in a year: 0 for running, 1 for setting up."""
        first = TOP + block * (len(self.choices) + 2)
        last, column = first + len(self.choices) - 1, FIRST + at
        return self.paper.column("phases", first, last, column, fixed=False)

    def assumptions(self) -> None:
        """Write prices, and what each lever costs and when it works: all of it may be changed."""
        paper, sheet = self.paper, self.paper.sheets["assumptions"]
        paper.heads("assumptions", [self.say(f"heads.{n}") for n in ("what", "unit", "value")])
        for row, (name, value) in enumerate(self.known.prices.items(), TOP):
            sheet.write(row, 0, self.say(f"prices.{name}"), paper.forms["label"])
            share = name in {"rise", "fall"}
            sheet.write(row, 1, self.say("heads.share" if share else "heads.kroner"))
            sheet.write(row, FIRST, value, paper.forms["share" if share else "input"])
        heads = ("lever", "chosen", *INPUTS)
        labels = [self.say(f"heads.{name}") for name in heads]
        if self.choices:
            sheet.write(self.first_lever - 2, 0, self.say("moved"), paper.forms["words"])
        sheet.set_row(self.first_lever - 1, HEAD)
        sheet.write_row(self.first_lever - 1, 0, labels, paper.forms["head"])
        for row, choice in enumerate(self.choices, self.first_lever):
            known, level = levers()[choice.lever], choice.level - LOWEST
            sheet.write(row, 0, self.language.say(f"levers.{choice.lever}.title"))
            sheet.write(row, 1, descriptions.chosen(choice, self.language), paper.forms["label"])
            values = (choice.begins, known.years, known.starting[level], known.running[level])
            for column, value in enumerate(values, FIRST):
                sheet.write(row, column, value, paper.forms["year" if column < 4 else "input"])

    def quantities(self) -> None:
        """Write what the model counts, which no formula changes."""
        paper, sheet = self.paper, self.paper.sheets["quantities"]
        paper.heads("quantities", [self.say("heads.what"), "", *self.known.years])
        for row, (name, values) in enumerate(self.known.rows.items(), TOP):
            sheet.write(row, 0, self.say(f"rows.{name}"), paper.forms["label"])
            fine = float(abs(values).max()) < FINE
            sheet.write_row(row, FIRST, values.tolist(), paper.forms["given" if fine else "amount"])

    def phased(self) -> None:
        """Write how much of each lever is in place each year, and the years it is being set up."""
        paper, sheet = self.paper, self.paper.sheets["phases"]
        for block, name in enumerate(("running", "starting")):
            top = TOP + block * (len(self.choices) + 2)
            heads = (self.say(f"heads.phase_{name}"), "", *self.known.years)
            sheet.write_row(top - 1, 0, heads, paper.forms["head"])
            for row, choice in enumerate(self.choices):
                sheet.write(top + row, 0, self.language.say(f"levers.{choice.lever}.title"))
                setting_up = name == "starting"
                form = paper.forms["whole" if setting_up else "given"]
                for at in range(len(self.known.years)):
                    formula = self._phase(row, at, setting_up=setting_up)
                    value = self._phased(choice, at, setting_up=setting_up)
                    sheet.write_formula(top + row, FIRST + at, formula, form, value)

    def _phased(self, choice: Choice, at: int, *, setting_up: bool) -> float:
        """Return what the formula of ``_phase`` gives, for readers that do not reckon."""
        year, years = self.known.years[at], levers()[choice.lever].years
        if setting_up:
            return float(choice.begins <= year < choice.begins + years)
        if choice.level < 0:
            return float(year >= choice.begins)
        return max(0.0, min(1.0, (year - choice.begins + 1) / years))

    def _phase(self, row: int, at: int, *, setting_up: bool) -> str:
        year = self.paper.cell("phases", TOP - 1, FIRST + at, fixed=False)
        begins, years = (
            self.paper.cell("assumptions", self.first_lever + row, FIRST + column)
            for column in (0, 1)
        )
        if setting_up:
            return f"=IF(AND({year}>={begins},{year}<{begins}+{years}),1,0)"
        if self.choices[row].level < 0:
            return f"=IF({year}>={begins},1,0)"
        return f"=MAX(0,MIN(1,({year}-{begins}+1)/{years}))"

    def part(self, name: str, at: int) -> str:
        """Return the formula of a part of the plan in a year, kroner per inhabitant."""
        price = self.price

        def q(what: str) -> str:
            return self.quantity(what, at)

        many = bool(self.choices)
        set_up = f"SUMPRODUCT({self.levers(FIRST + 2)},{self.phases(1, at)})" if many else "0"
        run = f"SUMPRODUCT({self.levers(FIRST + 3)},{self.phases(0, at)})" if many else "0"
        follows = f"IF({q('nation')}>1,{price('rise')},{price('fall')})"
        spared = (
            f"{q('freed')}*{price('man_year')}+{q('rested')}*{price('absence')}"
            f"+{q('shared')}+{q('young')}*{price('assistance')}"
        )
        spent = f"{q('young')}*{price('follow_up')}+{q('settled')}*{price('settled_cost')}"
        more = f"{q('work')}*{price('tax')}+{q('settled')}*{price('settled_grant')}"
        state = f"{price('income')}*({q('nation')}^{follows}-{q('nation')})+{q('apart')}"
        return {
            "state": f"={state}",
            "place": f"={q('place')}",
            "starting": f"=-({set_up}+{q('room')}*{price('room')}/{q('people')})",
            "running": f"=-({run}+({spent})/{q('people')})",
            "savings": f"=({spared})/{q('people')}",
            "more_income": f"=({more})/{q('people')}",
            "people": f"={q('population')}",
        }[name]

    def plan(self) -> None:
        """Write the plan: every part a formula, the sums below, and the model's own balance."""
        paper, sheet = self.paper, self.paper.sheets["plan"]
        paper.heads("plan", [self.say("heads.what"), self.say("heads.unit"), *self.known.years])
        made = economic_plan(self.outlook).columns
        for row, name in enumerate((*PARTS, *SUMMED), TOP):
            own = name in {"model", "changed"}
            label = self.say(f"rows.{name}") if own else self._column(name)
            sheet.write(row, 0, label, paper.forms["label"])
            sheet.write(row, 1, self.say("heads.each"))
            for at in range(len(self.known.years)):
                column = FIRST + at
                if name == "model":
                    value = float(made["balance"][at])
                    sheet.write_number(row, column, value, paper.forms["whole"])
                    continue
                formula = self.part(name, at) if name in PARTS else self._sum(name, column)
                value = 0.0 if name == "changed" else float(made[name][at])
                form = paper.forms["whole" if name in PARTS else "sum"]
                sheet.write_formula(row, column, formula, form, value)

        for below, said in enumerate(say_own(self.outlook.setting.own, self.language), 1):
            sheet.write(TOP + len((*PARTS, *SUMMED)) + below, 0, said)

    def _column(self, name: str) -> str:
        return self.language.say(f"documents.plan.columns.{name}")

    def _sum(self, name: str, column: int) -> str:
        cell = self.paper.cell
        rows = {each: row for row, each in enumerate((*PARTS, *SUMMED), TOP)}

        def here(what: str, back: int = 0) -> str:
            return cell("plan", rows[what], column - back, fixed=False).partition("!")[2]

        if name == "accumulated":
            before = f"{here(name, 1)}+" if column > FIRST else ""
            return f"={before}{here('choices')}"
        return {
            "balance": f"=SUM({here('state')}:{here('people')})",
            "choices": f"=SUM({here('starting')}:{here('people')})",
            "changed": f"={here('balance')}-{here('model')}",
        }[name]


def workbook(outlook: Outlook, language: Language) -> bytes:
    """Return the workbook of a place along a pathway, under the switches of the outlook."""
    import xlsxwriter  # noqa: PLC0415 - heavy, only here

    content = io.BytesIO()
    book = xlsxwriter.Workbook(content, {"in_memory": True, "strings_to_formulas": False})
    book.set_properties({"created": datetime.fromisoformat(snapshot().catalogue.updated)})
    paper = blank(book, language)
    written = Written(outlook, language, paper)
    for write in (written.plan, written.assumptions, written.phased, written.quantities):
        write()
    result = result_sheet(outlook, language)
    page = book.add_worksheet(result.name[:LONGEST_NAME])
    page.write_row(0, 0, result.header, paper.forms["head"])
    for line, row in enumerate(result.rows, start=1):
        page.write_row(line, 0, row)
    page.freeze_panes(1, 0)
    page.set_column(0, 0, 8)
    page.set_column(1, 1, 42)
    page.set_column(2, 2, 24)
    page.set_column(3, 4, 14, paper.forms["any"])
    on_paper(page, 0)
    origin = book.add_worksheet(language.say("explore.origin")[:LONGEST_NAME])
    on_paper(origin, 0)
    lines = (written.say("note"), written.say("fixed"))
    for line, text in enumerate(lines):
        origin.write(line, 0, text, paper.forms["words"])
    told = about_lines(outlook, tell_plan(outlook, language), language)
    told_in_two(origin, told, len(lines) + 1, paper.forms["label"])
    book.close()
    return content.getvalue()
