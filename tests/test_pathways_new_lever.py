"""A lever is an entry and a file of words: a twelfth one opens everywhere, and forty fit a code."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import islice, product
from pathlib import Path
from string import ascii_lowercase
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framtid.folders import PARAMETERS, TEXTS
from framtid.pathways import codec, levers, pathway
from framtid.pathways.codec import LONGEST, Decoded, decode, encode
from framtid.pathways.levers import LEVELS, Lever
from framtid.pathways.pathway import Pathway, starts

ENTRY = """
drone:
  code: dr
  group: care
  decides: [council]
  phase_in: { start: 2029, years: 5 }
  unit: share_of_home_care
  range: [0, 0.04]
  certainty: judgement
  source: kl-velfaerdsteknologi
  effects: [{ what: technology, values: [-0.01, 0, 0.01, 0.02, 0.04] }]
  costs: { running: [0, 0, 50, 100, 200] }
  aims: { care_man_years: down, gap: down }
"""
WORDS = """
title: Varer i lufta
short: Medisiner og varer kommer gjennom lufta.
promise: Mindre kjøring gir mer tid hos folk.
value: "{{ (100 * value)|exact }} av 100 årsverk hjemme"
levels: [Mer kjøring enn i dag, Som i dag, En prøve, Til de som bor langt unna, Til alle]
sheet:
  what: Varer fraktes gjennom lufta.
  tried: Noen sykehus har prøvd.
  demands: Det krever en plass å lande.
  decides: Kommunestyret.
  unknown: Vi vet ikke hva folk vil synes.
"""
VISIT = """
import json
from starlette.applications import Starlette
from starlette.testclient import TestClient
from framtid.pathways.codec import decode, encode
from framtid.pathways.levers import levers
from framtid.pathways.outlook import outlook_of
from framtid.pathways.pathway import Pathway
from framtid.site.program import MIDDLEWARE
from framtid.site.routes import routes

chosen = Pathway.of({"drone": 3, "heltid": 2}, {"drone": 2031})
outlook = outlook_of("3201", pathway=Pathway.of({"drone": 3}))
with TestClient(Starlette(routes=routes(), middleware=list(MIDDLEWARE))) as client:
    sheet = client.get("/spak/drone?sted=3201")
    print(json.dumps({
        "levers": list(levers()),
        "code": encode(chosen),
        "again": decode(encode(chosen)).pathway == chosen,
        "gap": outlook.consequences.at("gap", 2040) - outlook.official.consequences.at("gap", 2040),
        "sheet": [sheet.status_code, sheet.text],
        "list": client.get("/spaker?sted=3201").text,
        "told": client.get("/vei.txt?sted=3201&vei=2-dr331").text,
        "choices": client.get("/api/v1/choices/3201.json").json()["levers"],
        "choice": client.get("/api/v1/choice/3201.json?path=2-dr331").json(),
        "ways": client.get("/api/v1/ways/3201.json?goal=balanse").status_code,
    }))
"""


@pytest.fixture(scope="module")
def visit(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Add a lever in folders of its own, and open the site on them in a process of its own."""
    folder = tmp_path_factory.mktemp("twelfth")
    data, texts = folder / "data", folder / "texts"
    shutil.copytree(PARAMETERS, data, ignore=shutil.ignore_patterns("snapshot"))
    shutil.copytree(TEXTS, texts, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    with (data / "levers.yml").open("a", encoding="utf-8") as file:
        file.write(ENTRY)
    (texts / "nb" / "levers" / "drone.yml").write_text(WORDS, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", VISIT],
        env=os.environ | {"FRAMTID_PARAMETERS": str(data), "FRAMTID_TEXTS": str(texts)},
        cwd=Path(__file__).parents[1],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    answers: dict[str, Any] = json.loads(done.stdout)
    return answers


def test_a_twelfth_lever_is_listed_and_has_a_code(visit: dict[str, Any]) -> None:
    assert visit["levers"] == [*levers.levers(), "drone"]
    assert visit["code"] == "2-he2dr331"
    assert visit["again"] is True


def test_a_twelfth_lever_moves_the_outlook(visit: dict[str, Any]) -> None:
    assert visit["gap"] < -1


def test_a_twelfth_lever_has_its_sheet_and_stands_in_the_list(visit: dict[str, Any]) -> None:
    status, page = visit["sheet"]
    assert status == 200
    assert "Varer i lufta" in page
    assert "Varer i lufta" in visit["list"]
    assert "Til alle, fra 2031" in visit["told"]


def test_a_twelfth_lever_can_be_chosen_on_veivalg(visit: dict[str, Any]) -> None:
    shown = visit["choices"][-1]
    assert (shown["id"], shown["title"]) == ("drone", "Varer i lufta")
    assert [level["part"] for level in shown["levels"]] == ["drm", "", "dr1", "dr2", "dr3"]
    assert visit["choice"]["path"]["code"] == "2-dr331"
    assert visit["choice"]["path"]["starts"] == {"drone": 2031}
    assert visit["choice"]["levers"]["drone"] == 3
    assert visit["ways"] == 200


@pytest.fixture(scope="module")
def many() -> Iterator[Mapping[str, Lever]]:
    """Let there be forty levers for a while, each with two letters of its own."""
    one = levers.lever("heltid")
    pairs = ("".join(pair) for pair in islice(product(ascii_lowercase, repeat=2), 40))
    made = {f"spak{code}": replace(one, id=f"spak{code}", code=code) for code in pairs}
    with pytest.MonkeyPatch.context() as patch:
        for module in (levers, codec, pathway):
            patch.setattr(module, "levers", lambda: made)
        yield made


@settings(max_examples=200)
@given(
    st.lists(st.sampled_from(LEVELS), min_size=40, max_size=40),
    st.lists(st.none() | st.sampled_from(starts()), min_size=40, max_size=40),
)
def test_any_forty_levers_fit_a_code(
    many: Mapping[str, Lever], at: list[int], years: list[int | None]
) -> None:
    levels = dict(zip(many, at, strict=True))
    chosen = Pathway.of(levels, dict(zip(many, years, strict=True)))
    assert len(encode(Pathway.of(levels))) <= 130
    assert len(encode(chosen)) <= LONGEST
    assert decode(encode(chosen)) == Decoded(chosen)


def test_the_longest_code_of_forty_levers_fits(many: Mapping[str, Lever]) -> None:
    longest = encode(Pathway.of(dict.fromkeys(many, 3), dict.fromkeys(many, 2039)))
    assert len(longest) == 2 + 40 * 5 <= LONGEST
