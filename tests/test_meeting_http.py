"""Rooms over HTTP: a whole meeting, what is refused, and the stream that every screen follows."""

import asyncio
import json
import re
from collections.abc import AsyncIterator, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from html import unescape
from threading import Event
from typing import Any, TypeVar
from urllib.parse import parse_qs, urlsplit

import pytest
from starlette.testclient import TestClient

from framtid.addresses import ROOMS
from framtid.api import rooms_events
from framtid.api.rooms import told_state
from framtid.api.rooms_events import Hub
from framtid.api.rooms_sent import LARGEST
from framtid.meeting.ballots import Ballot, vote
from framtid.meeting.rooms import Opened
from framtid.meeting.sitting import sitting, suggested
from framtid.web import room_limits as limits
from framtid.web import stopping
from framtid.web.live_rooms import rooms
from framtid.web.turns import Shares
from tests.meeting_rooms import AGENDA, ASK, REVEAL

R = TypeVar("R")
VOTER = "abcdefghijklmnop"
WISH = {"place": "5610", "length": 60, "dilemmas": []}


@pytest.fixture(autouse=True)
def generous(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the tests, which all ask from one address, ask as often as they like."""
    for name in ("OPENED", "BALLOTS", "WRONG"):
        monkeypatch.setattr(limits, name, Shares(10**6, 1.0, lambda: 0.0))


@pytest.fixture
def opened(client: TestClient) -> Iterator[Opened]:
    """Open a room; it is deleted after the test."""
    told = client.post(ROOMS, json=WISH).json()
    yield Opened(**told)
    client.delete(f"{ROOMS}/{told['code']}", headers=leading(told["secret"]))


def run(work: Coroutine[Any, Any, R]) -> R:
    """Run it in a thread of its own: in this one, a browser's loop may be running."""
    with ThreadPoolExecutor(1) as apart:
        return apart.submit(asyncio.run, work).result()


def leading(secret: str) -> dict[str, str]:
    return {"authorization": f"Bearer {secret}"}


def test_a_whole_meeting(client: TestClient, opened: Opened) -> None:
    room, lead = f"{ROOMS}/{opened.code}", leading(opened.secret)
    (first, *_) = suggested("5610", 3)
    steps = sitting("5610", 60).agenda
    ask = next(at for at, step in enumerate(steps) if step.id == first)
    ballots, sent = f"{room}/ballots/{first}", {"voter": VOTER, "answer": "yes", "turn": 1}

    assert client.get(room).json()["at"] == 0
    assert client.put(ballots, json=sent).status_code == 409
    assert client.put(f"{room}/session", json={"at": ask, "turn": 1}).status_code == 403
    moved = client.put(f"{room}/session", json={"at": ask, "turn": 1}, headers=lead)
    assert moved.json() | {"expires": 0} == {
        **{"at": ask, "turn": 1, "asked": first, "answered": 0, "tallies": {}, "expires": 0},
        **{"council": "", "game": "", "spread": None, "joined": 0, "way": "", "hands": {}},
    }
    for _ in range(2):
        assert client.put(ballots, json=sent).json() == {}
    assert client.get(room).json()["answered"] == 1
    assert client.get(room).json()["tallies"] == {}
    shown = client.put(f"{room}/session", json={"at": ask + 1, "turn": 2}, headers=lead).json()
    assert shown["tallies"] == {first: {"yes": 1, "no": 0, "blank": 0, "groups": {}}}
    assert client.put(ballots, json=sent | {"answer": "no", "turn": 2}).status_code == 409

    fresh = client.post(f"{room}/secret", headers=lead).json()["secret"]
    assert client.delete(room, headers=lead).status_code == 403
    assert client.delete(room, headers=leading(fresh)).status_code == 200
    assert client.get(room).status_code == 404


def test_four_councils_are_decided_by_the_majority_to_the_end(client: TestClient) -> None:
    """All cases of all councils, as wall and phones send them; the protocol tells each."""
    length, names = 120, suggested("5610", 4)
    opened = client.post(ROOMS, json={"place": "5610", "length": length, "dilemmas": names}).json()
    room, lead = f"{ROOMS}/{opened['code']}", leading(opened["secret"])
    at = next(
        at for at, step in enumerate(sitting("5610", length).agenda) if step.kind == "councils"
    )
    where: dict[str, Any] = {"at": at, "turn": 1, "revealed": []}
    address, decided = "/spill?sted=5610&spill=1-418", list[tuple[str, str]]()
    while 'data-part="finale"' not in (page := client.get(address).text):
        game = parse_qs(urlsplit(address).query)["spill"][0]
        if case := re.search(r'data-case="([^"]+)" data-number="(\d)"', page):
            council = f"{case[2]}.{case[1]}"
            stands = ("yes", "yes", "no") if len(decided) % 2 else ("yes", "no", "no")
            where |= {"turn": where["turn"] + 1, "council": council, "game": game}
            client.put(f"{room}/session", json=where, headers=lead)
            for number, stand in enumerate(stands * 2):  # each of three phones taps twice
                sent = {"voter": f"{VOTER}{number % 3}", "answer": stand, "turn": 1}
                assert client.put(f"{room}/ballots/{council}", json=sent).status_code == 200
            where |= {"turn": where["turn"] + 1, "revealed": [*where["revealed"], council]}
            shown = client.put(f"{room}/session", json=where, headers=lead).json()["tallies"]
            tally = shown[council]
            assert (tally["yes"], tally["no"]) == (stands.count("yes"), stands.count("no"))
            wished = tally["yes"] > tally["no"] and "data-favoured" in page
            link = r'href="([^"]+)" data-step data-' + ("favoured" if wished else "refused")
            decided.append((case[1], "ja" if wished else "nei"))
        else:
            link = r'class="ft-button" href="([^"]+)" data-step'
        (found, *_) = re.findall(link, page)
        address = unescape(found)
    assert len(decided) == 12
    assert {said for _, said in decided} == {"ja", "nei"}
    game = parse_qs(urlsplit(address).query)["spill"][0]
    told = client.get(f"/mote/protokoll.txt?sted=5610&lengde={length}&spill={game}").text
    _, _, councils = told.partition("HVA KOMMUNESTYRENE I SPILLET BESTEMTE")
    assert re.findall(r"– .*: (ja|nei)", councils, re.IGNORECASE) == [
        said.capitalize() for _, said in decided
    ]
    assert client.delete(room, headers=lead).status_code == 200


def test_what_is_written_is_the_facilitators_to_read_and_to_hide(
    client: TestClient, opened: Opened
) -> None:
    room, lead = f"{ROOMS}/{opened.code}", leading(opened.secret)
    said = {"key": VOTER, "step": "lobby", "text": "<script>alert(1)</script>"}
    assert [client.post(f"{room}/comments", json=said).status_code for _ in "12"] == [201, 201]
    assert client.get(f"{room}/comments").status_code == 403
    (told,) = client.get(f"{room}/comments", headers=lead).json()["comments"]
    address = f"{room}/comments/{told['id']}"
    assert client.put(address, json={"hidden": True}).status_code == 403
    assert client.put(address, json={"hidden": True}, headers=lead).status_code == 200
    (told,) = client.get(f"{room}/comments", headers=lead).json()["comments"]
    assert told["hidden"]
    assert told["text"] == said["text"], "escaped by who shows it"


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        (b"{", "application/json", 400),
        (b"\xff\xfe", "application/json", 400),
        (b"{}", "application/json", 400),
        (b'{"voter":"short","answer":"yes","turn":1}', "application/json", 400),
        (b'{"voter":"%s","answer":"yes","turn":-1}' % VOTER.encode(), "application/json", 400),
        (
            b'{"voter":"%s","answer":"yes","turn":1,"name":"Kari"}' % VOTER.encode(),
            "application/json",
            400,
        ),
        (b'{"voter":"%s","answer":"yes","turn":1}' % VOTER.encode(), "text/plain", 400),
        (b" " * (LARGEST + 1), "application/json", 400),
        (b'{"voter":"%s","answer":"both","turn":1}' % VOTER.encode(), "application/json", 400),
        (b'{"voter":"%s","answer":"yes","turn":1}' % VOTER.encode(), "application/json", 409),
    ],
)
def test_what_cannot_be_read_is_refused_and_says_so(
    client: TestClient, opened: Opened, body: bytes, kind: str, status: int
) -> None:
    address = f"{ROOMS}/{opened.code}/ballots/tillit"
    answer = client.put(address, content=body, headers={"content-type": kind})
    assert answer.status_code == status
    assert answer.json()["message"]
    assert "access-control-allow-origin" not in answer.headers
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    "wish",
    [
        WISH | {"place": "0"},
        WISH | {"place": "46"},
        WISH | {"place": "9999"},
        WISH | {"length": 61},
        WISH | {"dilemmas": ["nothing"]},
        WISH | {"length": 20, "dilemmas": ["tillit", "seniorer", "helestillinger"]},
    ],
)
def test_a_room_for_what_there_is_none_of_is_not_opened(
    client: TestClient, wish: dict[str, object]
) -> None:
    assert client.post(ROOMS, json=wish).status_code in {400, 404}


def test_who_guesses_codes_is_soon_told_of_none(
    client: TestClient,
    opened: Opened,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setattr(limits, "WRONG", Shares(3, 10.0, lambda: 0.0))
    told = [client.get(f"{ROOMS}/{code}").status_code for code in ("A", "BBBBBB", "''--", "CCCCCC")]
    assert told == [404, 404, 404, 429]
    assert client.get(f"{ROOMS}/{opened.code}").status_code == 429, "not even of one that is"
    assert client.get(f"/rom/{opened.code}").status_code == 429
    assert "429" in caplog.text
    assert opened.code not in caplog.text, "the log lets nobody in"


def test_who_opens_many_rooms_is_told_to_wait(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "OPENED", Shares(1, 300.0, lambda: 0.0))
    assert [client.post(ROOMS, json=WISH).status_code for _ in "12"] == [201, 429]


def test_every_screen_is_sent_what_changes_and_that_the_room_is_gone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(rooms_events, "PAUSE", 0.01)
    kept = rooms()
    opened = kept.open("5610", 60, AGENDA)
    asked: list[str] = []

    def told(code: str) -> bytes:
        asked.append(code)
        return told_state(kept, code)

    async def follow(stream) -> list[dict[str, object]]:
        heard = []
        async for part in stream:
            if part.startswith(b"data: "):
                heard.append(json.loads(part.removeprefix(b"data: ")))
            if part == rooms_events.GONE:
                return heard
        return heard

    async def meeting() -> list[list[dict[str, object]]]:
        hub = Hub(kept, told)
        screens = [asyncio.create_task(follow(hub.stream(opened.code))) for _ in range(20)]
        for change in (
            lambda: kept.move(opened.code, opened.secret, ASK, 1, []),
            lambda: vote(kept, opened.code, Ballot("a", "tillit", "yes")),
            lambda: kept.move(opened.code, opened.secret, REVEAL, 2, []),
            lambda: kept.close(opened.code, opened.secret),
        ):
            await asyncio.sleep(0.8)
            await asyncio.to_thread(change)
        return await asyncio.wait_for(asyncio.gather(*screens), 20)

    heard = run(meeting())
    assert all(each == heard[0] for each in heard)
    assert [state["at"] for state in heard[0]] == [0, ASK, ASK, REVEAL]
    assert [state["answered"] for state in heard[0]] == [0, 0, 1, 0]
    assert [bool(state["tallies"]) for state in heard[0]] == [False, False, False, True]
    assert len(asked) <= 10, "read once for all, and not once for each"


def test_a_stream_ends_when_the_server_is_asked_to_stop(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = rooms()
    opened = kept.open("5610", 60, AGENDA)
    monkeypatch.setattr(stopping, "_heard", Event())
    passed_on: list[int] = []

    async def follow() -> list[bytes]:
        hub = Hub(kept, lambda code: told_state(kept, code))
        screen = asyncio.create_task(_all(hub.stream(opened.code)))
        await asyncio.sleep(0.8)
        stopping._stop(lambda number, _frame: passed_on.append(number), 15, None)
        return await asyncio.wait_for(screen, 10)

    assert run(follow())[1].startswith(b"data: ")
    assert passed_on == [15], "who heard of it before us does so still"
    assert not stopping._listeners


async def _all(stream: AsyncIterator[bytes]) -> list[bytes]:
    return [part async for part in stream]
