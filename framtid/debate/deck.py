"""Slides for a debate: 10 to 14, native charts that can be edited, notes to speak from."""

import io
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import Any

from framtid.debate import deck_parts as parts
from framtid.debate.briefing import Briefing
from framtid.debate.deck_theme import DRAWING, LAYOUTS, LEFT, ROOM, footed, presentation
from framtid.debate.deck_told import told_chart
from framtid.debate.deck_views import PATH, SITUATION, Shown, chart_of
from framtid.debate.plain_zip import plain_zip
from framtid.debate.quoted_runs import divided
from framtid.language import Language
from framtid.language.sources import cite
from framtid.pathways.outlook import Outlook
from framtid.pathways.own_told import marked
from framtid.statistics.snapshot import snapshot
from framtid.views import style
from framtid.views.registry import views


class Deck:
    """The slides as they are made, one after the other."""

    def __init__(self, brief: Briefing, outlook: Outlook, language: Language) -> None:
        self.brief, self.outlook, self.language = brief, outlook, language
        self.made = presentation()
        self.tongue = language.say("site.locale").replace("_", "-")
        foot = self.say("deck.foot", name=brief.name, path=brief.path)
        self.foot = marked(foot, outlook.setting.own, language)

    def say(self, key: str, **values: object) -> str:
        """Return one of the debate's texts."""
        return self.language.say(f"debate.{key}", **values)

    def slide(
        self,
        title: str,
        notes: Sequence[str],
        fill: Callable[[Any], object],
        layout: str = "Title Only",
    ) -> None:
        """Add a slide: its title, what fills it, the foot and the notes."""
        slide = self.made.slides.add_slide(self.made.slide_layouts[LAYOUTS[layout]])
        slide.shapes.title.text = title
        fill(slide)
        footed(slide, self.foot)
        slide.notes_slide.notes_text_frame.text = "\n\n".join(filter(None, notes))
        for part in (slide, slide.notes_slide):
            self._spoken(part._element)

    def _spoken(self, element: Any) -> None:  # noqa: ANN401 - python-pptx has few types
        """Say in which language every run is, for those who hear it read aloud."""
        for field in element.iter(f"{DRAWING}fld"):
            field.get_or_add_rPr().set("lang", self.tongue)
        code = self.language.code
        divided(element, f"{DRAWING}r", code, lambda run, own: run.set("lang", own or self.tongue))

    def opening(self) -> None:
        """Say what it is about, which path, and of when the figures are."""
        dated = self.say("deck.dated", edition=self.brief.edition)

        def fill(slide: Any) -> None:  # noqa: ANN401 - python-pptx has few types
            slide.placeholders[1].text = "\n".join((self.brief.chosen.heading, dated))
            parts.sized(slide.shapes.title, 44)

        self.slide(self.brief.title, (self.brief.lead, self.brief.address), fill, "Title Slide")

    def figures(self) -> None:
        """Show the five figures as a table, each with between what it may be."""
        title = self.say("brief.headings.figures")
        rows = [tuple(self.say(f"deck.{name}") for name in ("figure", "means", "sure"))]
        rows += [(each.value, each.label, each.reach) for each in self.brief.figures]
        notes = [f"{value} {label}. {sure}".strip() for value, label, sure in rows[1:]]
        box = (LEFT, 1.6, ROOM, 3.6)
        fill = partial(
            parts.table, box=box, rows=rows, widths=(1, 3, 4), size=16, alt=(title, title)
        )
        self.slide(title, [*notes, *self.brief.special], fill)

    def view(self, shown: Shown) -> None:
        """Show a view: its finding, what is measured, a chart, and the sources."""
        maker = views()[shown.view]
        if self.outlook.place.level not in maker.levels:
            return
        view = maker.make(self.outlook if maker.along else self.outlook.official, self.language)
        sources = ", ".join(cite(each, self.language).label for each in view.sources)
        line = self.say("deck.sources", sources=sources)

        content = chart_of(view, shown)
        told = told_chart(shown.view, view, content, self.outlook, self.language)

        def fill(slide: Any) -> None:  # noqa: ANN401 - python-pptx has few types
            box = (LEFT, 1.5, ROOM, 0.72)
            parts.write(slide, box, [told.measure], size=14, color=style.MUTED)
            parts.chart(slide, content, view.table.caption, told.alt)

        paid = self.brief.plan.answer if shown.view == "path_plan" else ""
        self.slide(view.title, (told.alt, paid, view.action, line), fill)

    def levers(self) -> None:
        """Show what is chosen, and who has to decide it."""
        say = partial(self.say, "brief.levers.caption")
        heads = tuple(self.say(f"brief.levers.{name}") for name in ("title", "decides", "first"))
        rows = [heads]
        rows += [
            (f"{each.title}: {each.words}", each.decides, str(each.first))
            for each in self.brief.levers
        ]
        notes = [f"{each.title}: {each.demands}" for each in self.brief.levers]
        height = min(parts.BODY[3] + 0.3, 0.42 * len(rows))
        box = (LEFT, 1.75, ROOM, height)
        fill = partial(
            parts.table, box=box, rows=rows, widths=(7, 3.6, 0.8), size=13, alt=(say(), say())
        )
        self.slide(self.brief.chosen.heading, [*self.brief.chosen.plain, *notes], fill)

    def uncertain(self) -> None:
        """Show what is uncertain of people, health and money; the rest is in the notes."""
        told = self.brief.uncertain.plain
        fill = partial(parts.write, box=(LEFT, 1.75, ROOM, 5.0), paragraphs=told[:3], size=18)
        self.slide(self.say("brief.headings.uncertain"), told, fill)

    def objections(self) -> None:
        """Show the best of both sides beside each other, in as much room."""
        dilemma, half = self.brief.objections, (ROOM - 0.6) / 2
        sides = (
            (LEFT, self.say("brief.against"), dilemma.against, style.DARK),
            (LEFT + half + 0.6, self.say("brief.favour"), dilemma.favour, style.LIGHT),
        )

        def fill(slide: Any) -> None:  # noqa: ANN401 - python-pptx has few types
            for left, heading, text, color in sides:
                parts.write(slide, (left, 1.85, half, 0.55), [heading], lead=1, color=color)
                parts.write(slide, (left, 2.4, half, 4.2), [text], size=20)

        price = f"{self.say('brief.price')}: {dilemma.price}"
        asked = self.say("brief.turns_on", path=dilemma.path, question=dilemma.question)
        said = (f"{heading}: {text}" for _, heading, text, _ in sides)
        self.slide(dilemma.question, (asked, *said, price), fill)

    def questions(self) -> None:
        """Show the five questions."""
        asked = [f"{at}. {each}" for at, each in enumerate(self.brief.questions, 1)]
        fill = partial(parts.write, box=(LEFT, 1.75, ROOM, 5.0), paragraphs=asked, size=18)
        self.slide(self.say("brief.headings.questions"), asked, fill)

    def closing(self, code: bytes | None) -> None:
        """Show where the figures are from and where the live page is."""
        address, live = self.brief.address, self.say("brief.live")
        told = (" · ".join(self.brief.sources), self.brief.recount)

        def fill(slide: Any) -> None:  # noqa: ANN401 - python-pptx has few types
            width = ROOM - 3.0 if code else ROOM
            parts.write(slide, (LEFT, 1.7, width, 4.4), told, size=12)
            parts.write(slide, (LEFT, 6.2, width, 0.7), [live, address], size=12, lead=1)
            if code:
                box = parts.inches((LEFT + ROOM - 2.5, 1.7, 2.5, 2.5))
                picture = slide.shapes.add_picture(io.BytesIO(code), *box)
                parts.described(picture, live, self.say("brief.code", address=address))

        self.slide(self.say("brief.headings.sources"), (*told, address), fill)

    def all(self, code: bytes | None) -> None:
        """Make every slide that this place and this path have something to say on."""
        moved = bool(self.brief.levers)
        self.opening()
        self.figures()
        for shown in SITUATION:
            self.view(shown)
        if moved:
            self.levers()
        for shown in PATH:
            if moved or not shown.moved:
                self.view(shown)
        for make in (self.uncertain, self.objections, self.questions):
            make()
        self.closing(code)


def _qr_code(address: str) -> bytes | None:
    if not address.startswith("http"):
        return None
    import segno  # noqa: PLC0415 - only here

    file = io.BytesIO()
    segno.make(address, error="m").save(file, kind="png", scale=8, border=2)
    return file.getvalue()


def deck(brief: Briefing, outlook: Outlook, language: Language) -> bytes:
    """Return the slides of a briefing; the same input gives the same bytes."""
    slides = Deck(brief, outlook, language)
    slides.all(_qr_code(brief.address))
    about = slides.made.core_properties
    about.title, about.author = f"{brief.title} – {brief.path}", language.say("site.name")
    about.language = slides.tongue
    about.created = about.modified = datetime.fromisoformat(snapshot().catalogue.updated)
    about.last_modified_by = about.author
    file = io.BytesIO()
    slides.made.save(file)
    return plain_zip(file.getvalue())
