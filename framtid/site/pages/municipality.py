"""The top of Min kommune: the place's name and its headline figures."""

import streamlit as st

from framtid.horizon import HORIZON
from framtid.language.current import reader_language
from framtid.pathways.outlook import outlook_of
from framtid.places import Level, Place, places
from framtid.places.tongues import written_form
from framtid.projection.evaluation.ssb_editions import edition_of
from framtid.site.fragments import written
from framtid.site.pages.key_figures import key_figures
from framtid.site.shell import heading
from framtid.sitemap import pages

NORWEGIAN = ("nb", "nn")


def headline(place: Place) -> None:
    """Write the place's name, key figures and ways on."""
    title, _description = heading(pages()["municipality"], place)
    st.set_page_config(page_title=title)
    st.html(headline_html(place))


def headline_html(place: Place) -> str:
    """Return the place's name, key figures and ways on."""
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
    )


def _offered(place: Place, spoken: str) -> str | None:
    """Return the form of Norwegian that the place uses, to one who reads another."""
    form = written_form(place)
    return form if form != spoken and spoken in NORWEGIAN else None
