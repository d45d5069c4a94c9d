"""The language of a first visit: what the browser asks for, and never against what was chosen."""

import pytest
from starlette.testclient import TestClient

from framtid.web.first_visit import preferred

TYPED = {"sec-fetch-dest": "document", "sec-fetch-site": "none"}


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("", "nb"),
        ("nb-NO,nb;q=0.9,no;q=0.8,en;q=0.5", "nb"),
        ("nn-NO,nn;q=0.9,nb;q=0.8,en;q=0.5", "nn"),
        ("en-US,en;q=0.9", "en"),
        ("en-US,en;q=0.9,nb;q=0.8", "nb"),
        ("en-GB,nn;q=0.7,nb;q=0.3", "nn"),
        ("de-DE,de;q=0.9,en;q=0.8", "en"),
        ("sv-SE,sv;q=0.9,en;q=0.8", "nb"),
        ("en; q=0.5, nn; q=0.9", "nn"),
        ("nn;q=0, en", "en"),
        ("en;q=nan, nn", "nn"),
        ("fr", "nb"),
        ("*;q=0.1", "nb"),
        ("en;q=mye, nn;q=, ;;", "nn"),
        ("nn" * 5000, "nb"),
    ],
)
def test_the_browser_says_which_language_it_reads(header: str, language: str) -> None:
    assert preferred(header) == language


def test_a_first_visit_is_led_on_with_all_that_it_asked_for(client: TestClient) -> None:
    address = "/kommune?sted=5610&vei=lys-vei"
    answer = client.get(address, headers=TYPED | {"accept-language": "en-US,en"})
    assert answer.status_code == 302
    assert answer.headers["location"] == f"{address}&lang=en"
    assert answer.headers["cache-control"] == "no-store"
    assert "Accept-Language" in answer.headers["vary"]


@pytest.mark.parametrize(
    ("address", "head"),
    [
        ("/om?lang=nb", TYPED),
        ("/om", TYPED | {"sec-fetch-site": "same-origin"}),
        ("/om", {}),
        ("/om", TYPED | {"sec-fetch-dest": "iframe"}),
        ("/om", TYPED | {"accept-language": "nb-NO"}),
    ],
)
def test_who_has_chosen_or_is_here_already_stays(
    client: TestClient, address: str, head: dict[str, str]
) -> None:
    answer = client.get(address, headers={"accept-language": "en"} | head)
    assert answer.status_code == 200
    assert '<html lang="nb">' in answer.text
