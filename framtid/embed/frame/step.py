"""A step of a kind as one finished page to be put inside another: a guess, a day, a front page."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from urllib.parse import quote, urlencode

from framtid import addresses
from framtid.embed import links
from framtid.embed.frame.page import page
from framtid.embed.frame.render import state_of
from framtid.embed.frame.sizes import pictures
from framtid.embed.look.site_colors import tokens
from framtid.embed.look.style import PLAIN, Style, read_style
from framtid.embed.request import PREFIX, read_language, read_pathway, wished_language
from framtid.language import language_of
from framtid.language.sources import cite
from framtid.pathways.codec import encode
from framtid.pathways.pathway import Pathway
from framtid.places import places
from framtid.stories.kinds import Example, Guess
from framtid.stories.one_step import one_step

SHEET = Path(__file__).with_name("step.css")


@dataclass(frozen=True, slots=True)
class AskedStep:
    """One frame of a step: which, of which story, for which place, and how."""

    story: str
    step: str
    code: str
    language: str
    pathway: Pathway | None = None
    style: Style = PLAIN

    @property
    def address(self) -> str:
        """Its address on our host."""
        told = {
            "lang": "" if self.language == wished_language({}) else self.language,
            "path": encode(self.pathway) if self.pathway else "",
            **self.style.query,
        }
        query = urlencode({name: value for name, value in told.items() if value})
        where = f"{PREFIX}{quote(self.story)}/{quote(self.step)}/{self.code}"
        return f"{where}?{query}" if query else where


def read_step(story: str, step: str, code: str, query: Mapping[str, str]) -> AskedStep:
    """Return what is asked for; raise as ``read`` does of a view's frame."""
    pathway = read_pathway(query) if query.get("path") else None
    return AskedStep(story, step, code, read_language(query), pathway, read_style(query))


def _outside(html: str) -> str:
    """Let links of the site's own lead out of the frame, to our host."""
    return html.replace('href="/', f'target="_blank" rel="noopener" href="{addresses.host()}/')


def step_frame(asked: AskedStep) -> str:
    """Return the page, of the edition in force; raise FramtidError where there is no such step."""
    language = language_of(asked.language)
    told = one_step(asked.story, asked.step, asked.code, asked.language, asked.pathway)
    # An example has its own sources, and no figure beside it here.
    of = () if isinstance(told.more, Example) else told.view.sources
    shown = state_of(told.view, told.frame)
    drawn = pictures(shown.figure) if isinstance(told.more, Guess) else ()
    place = places().get(asked.code)
    path = encode(asked.pathway) if asked.pathway else None
    onward = addresses.story(asked.story, asked.code, path)
    more = f"{addresses.host()}{onward}#{asked.step}"
    return page(
        "step.html",
        language,
        asked.style,
        drawn,
        place=language.plain(place),
        alt=shown.alt,
        heading=told.heading,
        prose=_outside(told.html),
        step=SimpleNamespace(heading=told.heading, more=told.more),
        told=SimpleNamespace(
            drawings=told.drawings,
            place=SimpleNamespace(inside=language.inside(place)),
            labels=SimpleNamespace(source=language.say("reader.source")),
        ),
        on_paper=False,
        say_kind=lambda key, **values: language.say(f"kinds.{key}", **values),
        exact=lambda value: language.fill("{{ v|exact }}", v=value),
        own_sheet=tokens(asked.style.theme) + SHEET.read_text("utf-8").replace("\n", ""),
        sources=[links.source(cite(source, language)) for source in of],
        more=more,
        chart=f"{asked.story}/{asked.step}/{asked.code}",
    )
