"""A step of a kind as one finished page to be put inside another: a guess, a day, a front page."""

from pathlib import Path
from types import SimpleNamespace

from framtid import addresses
from framtid.embed import links
from framtid.embed.frame.page import page
from framtid.embed.frame.render import dated, state_of
from framtid.embed.frame.sizes import pictures
from framtid.embed.look.site_colors import tokens
from framtid.embed.request_step import AskedStep
from framtid.language import language_of
from framtid.language.sources import cite
from framtid.pathways.codec import encode
from framtid.places import places
from framtid.stories.kinds import Example, Guess
from framtid.stories.one_step import one_step

SHEET = Path(__file__).with_name("step.css")


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
        dated=dated(asked.edition, language),
        more=more,
        discovery=links.discovery(asked.address),
        chart=f"{asked.story}/{asked.step}/{asked.code}",
    )
