"""Bygg inn, as a page: choices to the left, and below them the frame and what to copy."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from urllib.parse import urlsplit

import streamlit as st

from framtid import addresses
from framtid.addresses import FRAME_LANGUAGE, PATH, VIEW
from framtid.embed.frame.heights import recommended
from framtid.embed.frame.render import built
from framtid.embed.look.style import FONTS, THEMES
from framtid.embed.pictures.painting import PRINT
from framtid.embed.press.sentences import citation, sentences
from framtid.embed.request_step import AskedStep
from framtid.embed.snippet import iframe, scripted, step_scripted
from framtid.language import language_of
from framtid.language.current import reader_language
from framtid.language.dates import day
from framtid.language.texts import LANGUAGES
from framtid.pathways.called import called
from framtid.pathways.codec import decode
from framtid.places import places
from framtid.site.fragments import show, written
from framtid.site.pages.embedding_choice import FROZEN, Choice, choice, file, fitting, paths
from framtid.statistics.snapshot import snapshot
from framtid.stories.one_step import steps_of_kinds
from framtid.views.registry import views
from framtid.web.current_language import say

PHONE, WIDE = 375, 680
"""Pixels of the two previews."""
FIRST = ("nb", "nn", "en")
"""The languages that stand first, in that order."""


def _say(key: str, **values: object) -> str:
    return reader_language().say(f"embedding.{key}", **values)


def _select(
    key: str, options: Sequence[str], chosen: str, told: Callable[[str], str], label: str = ""
) -> str:
    found = st.selectbox(
        _say(label or key),
        options,
        options.index(chosen) if chosen in options else 0,
        format_func=told,
        placeholder=_say("placeholder"),
        key=f"ft-embed-{key}",
    )
    return found or options[0]


def _path_name(path: str, code: str) -> str:
    return called(decode(path).pathway, code, reader_language()) if path else _say("paths_none")


def _view_name(view: str) -> str:
    """Return what a view is called in the list; one along a path says that it is."""
    name = reader_language().say(f"views.{view}.name")
    return _say("along", name=name) if views()[view].along else name


def lists(chosen: Choice) -> dict[str, tuple[str, dict[str, str], str]]:
    """Return the lists of the page by their parameters, for where no script runs.

    Each is its label, its options by value and the one that is chosen; the place has its own.
    """
    date = day(snapshot().catalogue.updated, reader_language())
    follows = {"": _say("following.follow"), "1": _say("following.frozen", date=date)}
    along = {path: _path_name(path, chosen.code) for path in paths(chosen.path)}
    return {
        VIEW: (_say("view"), {one: _view_name(one) for one in fitting(chosen.code)}, chosen.view),
        **({PATH: (_say("path"), along, chosen.path)} if views()[chosen.view].along else {}),
        FRAME_LANGUAGE: (
            _say("language"),
            {one: _language_name(one) for one in _languages()},
            chosen.language,
        ),
        "theme": (_say("theme"), {one: _say(f"themes.{one}") for one in THEMES}, chosen.theme),
        "font": (_say("font"), {one: _say(f"fonts.{one}") for one in FONTS}, chosen.font),
        FROZEN: (_say("follows"), follows, "1" if chosen.frozen else ""),
    }


def _languages() -> list[str]:
    return [*FIRST, *(one for one in LANGUAGES if one not in FIRST)]


def _language_name(code: str) -> str:
    return language_of(code).own_name


def _choices(before: Choice) -> Choice:
    """Write the choices and return what is chosen."""
    words, known = reader_language(), places().by_code
    with st.container(key="ft-choose"):
        left, right = st.columns(2)
        with left:
            code = _select("place", list(known), before.code, lambda one: words.plain(known[one]))
        with right:
            names = fitting(code)
            view = _select("view", names, before.view, _view_name)
        path = before.path
        if views()[view].along:
            named = partial(_path_name, code=code)
            path = _select("path", paths(before.path), before.path, named)
        first, second, third, fourth = st.columns(4)
        with first:
            language = _select("language", _languages(), before.language, _language_name)
        with second:
            theme = _select("theme", THEMES, before.theme, lambda one: _say(f"themes.{one}"))
        with third:
            font = _select("font", FONTS, before.font, lambda one: _say(f"fonts.{one}"))
        with fourth:
            date = day(snapshot().catalogue.updated, reader_language())
            follows = _select(
                "follows",
                ("follow", "frozen"),
                "frozen" if before.frozen else "follow",
                lambda one: _say(f"following.{one}", date=date),
            )
        accent = ""
        if st.checkbox(_say("own_accent"), bool(before.accent), key="ft-embed-own"):
            usual = f"#{before.accent or '0B5C7A'}"
            accent = st.color_picker(_say("accent"), usual, key="ft-embed-accent").lstrip("#")
    frozen = follows == "frozen"
    return Choice(code, view, language, path, theme, font, accent.upper(), frozen, before.switches)


def _host() -> str:
    met = urlsplit(st.context.url or "")
    return addresses.host() or f"{met.scheme}://{met.netloc}"


def _preview(chosen: Choice) -> None:
    asked = chosen.asked
    view = built(asked)
    show("embedding_part.html", heading=_say("preview"), lead="")
    with st.container(key="ft-previews"):
        narrow, wide = st.columns([PHONE, WIDE])
        for column, width, name in ((narrow, PHONE, "phone"), (wide, WIDE, "wide")):
            with column:
                st.caption(_say(name))
                st.iframe(asked.address, width=width, height=recommended(view), alt=_say(name))


def _snippets(chosen: Choice, host: str) -> str:
    asked = chosen.asked
    height = recommended(built(asked))
    return written(
        "embedding_texts.html",
        heading=_say("copy"),
        lead=f"{_say('privacy')} {_say('frozen_note')}" if chosen.frozen else _say("privacy"),
        text=reader_language().entry("embedding"),
        said=False,
        texts=[
            (_say("iframe"), iframe(asked, host), _say("iframe_note", height=height), ""),
            (_say("script"), scripted(asked, host), _say("script_note"), ""),
            (_say("oembed"), host + asked.address, "", ""),
        ],
    )


def _steps(chosen: Choice, host: str) -> str:
    """Return the lines of the story's steps of kinds: a guess, a day, a front page."""
    told, name = language_of(chosen.language), addresses.DEFAULT_STORY
    pathway = decode(chosen.path).pathway if chosen.path else None
    texts, style, edition = [], chosen.asked.style, chosen.asked.edition
    for step in steps_of_kinds(name, chosen.code):
        if step.kind:
            asked = AskedStep(name, step.id, chosen.code, told.code, pathway, style, edition)
            line = step_scripted(asked, told.say(f"kinds.names.{step.kind}"), step.kind, host)
            texts.append((reader_language().say(f"kinds.names.{step.kind}"), line, "", ""))
    return written(
        "embedding_texts.html",
        heading=_say("steps"),
        lead=_say("steps_note"),
        text=reader_language().entry("embedding"),
        said=False,
        texts=texts,
    )


def _files(chosen: Choice) -> str:
    asked = chosen.asked
    pictures = {
        "wide": file(asked, "png", "wide"),
        "square": file(asked, "png", "square"),
        "print": file(asked, "png", width=str(PRINT)),
        "svg": file(asked, "svg"),
    }
    tables = {
        "excel": file(asked, "csv", "no"),
        "csv": file(asked, "csv"),
        "xlsx": file(asked, "xlsx"),
        "json": file(asked, "json"),
    }
    text = reader_language().entry("embedding")
    name = reader_language().name(places().get(asked.code))
    return written(
        "embedding_files.html",
        text=text,
        groups={"pictures": pictures, "tables": tables},
        press=addresses.press(asked.code, asked.language),
        press_name=_say("press", name=name),
    )


def _words(chosen: Choice, host: str) -> str:
    asked = chosen.asked
    said = [
        (_language_name(one).capitalize(), sentences(replace(asked, language=one)), "", one)
        for one in _languages()
    ]
    return written(
        "embedding_texts.html",
        heading=_say("sentences"),
        lead=_say("sentences_note"),
        text=reader_language().entry("embedding"),
        said=True,
        texts=[*said, (_say("citation"), citation(asked, host), "", asked.language)],
    )


def embedding() -> None:
    """Write the page; what is chosen goes into the address."""
    st.set_page_config(page_title=say("pages.embedding.title"))
    show("explore_head.html", text=reader_language().entry("embedding"))
    chosen = _choices(choice(st.query_params.to_dict()))
    if chosen.query != st.query_params.to_dict():
        st.query_params.from_dict(chosen.query)
    _preview(chosen)
    st.html(taken_along(chosen, _host()))


def taken_along(chosen: Choice, host: str) -> str:
    """Return what is copied and saved of the frame that is chosen."""
    return _snippets(chosen, host) + _files(chosen) + _words(chosen, host) + _steps(chosen, host)
