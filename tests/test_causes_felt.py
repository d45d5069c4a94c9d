"""What is felt most, told in three steps everywhere: what it means, why, what dampens it."""

from html import unescape

import pytest
from starlette.testclient import TestClient

from framtid.documents.causes_felt import felt
from framtid.language import language_of, on_one_line
from framtid.pathways.causes import causal_map
from framtid.pathways.causes_told import causes_answer, chain_weight

PLACES = ("0", "ba-5", "0301", "5610", "3209", "1151", "1824", "5056", "1580", "5044")


@pytest.mark.parametrize("spoken", ["nb", "nn", "en"])
@pytest.mark.parametrize("code", PLACES)
def test_what_is_felt_most_says_what_why_and_what_helps(
    client: TestClient, code: str, spoken: str
) -> None:
    answer, language = causes_answer(code, spoken), language_of(spoken)
    told, nodes = felt(answer, language), {each.id: each for each in answer.nodes}
    kinds = [nodes[each].kind for each in (told.leads[0], told.area, told.barrier)]
    assert kinds == ["development", "area", "barrier"]
    page = unescape(client.get(f"/sammenheng?sted={code}&lang={spoken}").text)
    section = page.partition('id="kjede"')[2].partition("</section>")[0]
    heads = [
        on_one_line(language.say(f"causes.page.chain.{key}", inside=answer.place.inside))
        for key in ("means", "why", "dampens")
    ]
    places = [section.index(f"<h3>{head}</h3>") for head in heads]
    assert places == sorted(places)
    parts = [*answer.chain.leads, told.why, answer.chain.helps, answer.chain.hinders]
    assert all(part in section for part in parts)
    for each in told.leads[:2]:
        figure = nodes[each].figure
        assert figure
        assert figure.place_said in section
        assert nodes[each].title in told.why
    assert all(lever.title in section for lever in nodes[told.area].levers)


def test_why_it_is_chosen_is_true_of_every_place() -> None:
    said = {}
    for code in PLACES:
        answer = causes_answer(code)
        weights = {each.id: each.figure.weight for each in answer.nodes if each.figure}
        first, second = answer.chain.nodes[:2]
        most = max(
            weights[a] + weights[b]
            for (a, b), link in causal_map().pairs
            if link.sign == "more"
            and {a, b} <= weights.keys()
            and [causal_map().nodes[each].kind for each in (a, b)] == ["development", "challenge"]
        )
        assert weights[first] + weights[second] == most
        kind = chain_weight(answer)
        said[kind] = code
        if kind != "nation":
            assert kind == ("heavy" if most > 0 else "same" if most == 0 else "light")
    assert {"nation", "heavy", "same"} <= said.keys()
