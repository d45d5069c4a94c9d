"""The top of Min kommune: the place's name and its headline figures."""

import streamlit as st

from framtid.consequences.similar import choices
from framtid.horizon import HORIZON
from framtid.language import on_one_line
from framtid.language.current import reader_language
from framtid.pathways.outlook import outlook_of
from framtid.pathways.similar_told import similar_answer
from framtid.places import Level, Place, places
from framtid.places.tongues import written_form
from framtid.projection import base_year
from framtid.projection.evaluation.ssb_editions import edition_of
from framtid.site.fragments import written
from framtid.site.pages.key_figures import key_figures
from framtid.site.shell import heading
from framtid.sitemap import pages
from framtid.views.similar_map import similar_frame

NORWEGIAN = ("nb", "nn")


def headline(place: Place, by: str = "") -> None:
    """Write the place's name, key figures, ways on, and those that are like it."""
    title, _description = heading(pages()["municipality"], place)
    st.set_page_config(page_title=title)
    st.html(headline_html(place, by))


def headline_html(place: Place, by: str = "") -> str:
    """Return the place's name, key figures, ways on, and those that are like it.

    Args:
        place: any place.
        by: what those that are like it are alike in, as the address has it.

    """
    language = reader_language()
    region = places().region_of(place) if place.level is Level.MUNICIPALITY else None
    return written(
        "municipality.html",
        place=place,
        name=language.name(place),
        offered=_offered(place, language.code),
        inside=language.inside(place),
        figures=key_figures(place.code),
        edition=edition_of(place),
        now=outlook_of(place.code).base_year,
        then=HORIZON,
        region=region if region and len(region.members) > 1 else None,
        region_name=language.name(region) if region else "",
        nation=places().nation,
    ) + (similar_html(place, by) if place.level is Level.MUNICIPALITY else "")


def similar_html(place: Place, by: str = "") -> str:
    """Return the section of those that are like a municipality, alike in what ``by`` says."""
    language = reader_language()
    answer = similar_answer(place, by if by in choices() else None, language.code)
    names = {"name": language.name(place), "inside": language.inside(place), "base": base_year()}

    def tell(key: str, /, **values: object) -> str:
        return on_one_line(language.say(f"similar.{key}", **names, **values))

    drawn = similar_frame(place, answer.by, language)
    return written("similar.html", place=place, answer=answer, tell=tell, map=drawn)


def _offered(place: Place, spoken: str) -> str | None:
    """Return the form of Norwegian that the place uses, to one who reads another."""
    form = written_form(place)
    return form if form != spoken and spoken in NORWEGIAN else None
