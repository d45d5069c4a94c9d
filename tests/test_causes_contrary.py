"""No node of the causal map says a direction that a place's own figure goes against."""

import re
from html import unescape

import pytest
from starlette.testclient import TestClient

from framtid.embed.frame.net import read_net
from framtid.embed.pictures.net import net_picture
from framtid.language import language_of
from framtid.pathways.causes import Measure, causal_map
from framtid.pathways.causes_chain import heaviest
from framtid.pathways.causes_measured import measured
from framtid.pathways.causes_told import causes_answer, said, title
from framtid.pathways.outlook import outlook_of
from framtid.places import places
from framtid.views.causes_drawing import MOST_LINES, SIZE, WORDS, title_lines
from framtid.views.drawing.fonts import SANS, Face, width

CONTRARY = {"nb": "– ikke her", "nn": "– ikkje her", "en": "– not here"}
PLACES = tuple(places().by_code)


def _says(measure: Measure, figure: float) -> float:
    """Return a signed figure as a reader sees it, read back from the words."""
    told = said(measure, figure, language_of("en")).replace("−", "-").replace(",", "")
    found = re.search(r"[-+]?[\d.]+", told.replace("\xa0", ""))
    assert found, told
    return float(found[0])


def test_no_node_says_a_direction_that_its_own_figure_goes_against() -> None:
    chart = causal_map()
    against = dict.fromkeys(chart.nodes, 0)
    for code in PLACES:
        for name, figure in measured(outlook_of(code)).items():
            measure = chart.nodes[name].measure
            assert measure
            if measure.against != "zero":
                continue
            value = _says(measure, figure.place)
            holds = value > 0 if measure.heavier == "up" else value < 0
            assert figure.contrary is not holds, (code, name, value)
            assert holds or figure.weight <= 0, (code, name)
            against[name] += not holds
    assert against["folketall"] > 100, "the test must meet both kinds"


def test_no_chain_that_is_felt_goes_by_what_does_not_hold() -> None:
    for code in PLACES:
        figures = measured(outlook_of(code))
        for name in heaviest(figures, causal_map()).leads:
            assert name not in figures or not figures[name].contrary, (code, name)


@pytest.mark.parametrize("spoken", CONTRARY)
def test_a_title_says_so_in_every_form(client: TestClient, spoken: str) -> None:
    answer = causes_answer("5601", spoken)
    contrary = {each.id for each in answer.nodes if each.figure and each.figure.contrary}
    assert {"folketall", "barn", "aktive"} <= contrary
    for each in answer.nodes:
        assert each.title.endswith(CONTRARY[spoken]) is (each.id in contrary)
    page = unescape(client.get(f"/sammenheng?sted=5601&lang={spoken}").text)
    frame = unescape(client.get(f"/embed/net/5601?lang={spoken}").text)
    table = client.get(f"/api/v1/causes/nodes/5601.csv?lang={spoken}").text
    picture = net_picture(read_net("5601", {"lang": spoken}))
    for name in contrary:
        told = title(name, language_of(spoken), contrary=True)
        for form in (page, frame, table):
            assert told in form
    for form in (page, frame, picture):
        assert form.count(">×</text>") == len(contrary)


@pytest.mark.parametrize("spoken", CONTRARY)
def test_titles_that_do_not_hold_have_room_in_their_boxes(spoken: str) -> None:
    language = language_of(spoken)
    every = [each for code in PLACES for each in measured(outlook_of(code)).items()]
    for name in {name for name, figure in every if figure.contrary}:
        lines = title_lines(title(name, language, contrary=True))
        assert len(lines) <= MOST_LINES, lines
        assert all(width(line, Face(SANS), SIZE) <= WORDS for line in lines), lines
