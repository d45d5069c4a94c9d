"""Frames in pages that do more than show them: sandbox, theme, isolation, a late script."""

import httpx2
import pytest
from playwright.sync_api import Page

from framtid.embed.request import read
from framtid.embed.snippet import iframe
from tests.newspaper import Host, fits, framed, host, newspaper

__all__ = ["host", "newspaper"]
pytestmark = pytest.mark.browser
WORDPRESS = """<script>
function begin() {
  addEventListener("message", ({ data, source }) => {
    for (const frame of document.querySelectorAll(`iframe[data-secret="${data?.secret}"]`)) {
      if (frame.contentWindow !== source) continue;
      if (data.message === "height") frame.height = Math.min(1000, Math.max(200, data.value));
      const ours = data.message === "link" && new URL(data.value).host === new URL(frame.src).host;
      if (ours && document.activeElement === frame) top.location.href = data.value;
    }
  });
  for (const frame of document.querySelectorAll("iframe")) {
    if (!frame.dataset.secret) {
      frame.dataset.secret = "q1w2e3r4";
      frame.src += "#?secret=q1w2e3r4";
    }
    frame.contentWindow.postMessage({ message: "ready", secret: frame.dataset.secret }, "*");
  }
}
</script>"""
"""How WordPress speaks with a frame, in as few words as it takes: it begins when it is told to."""
HIGH = "document.querySelector('iframe').clientHeight > 400"


@pytest.mark.parametrize("address", ["pupils/1824", "2040/dagen/1824", "net/1824"])
@pytest.mark.parametrize("when", ["at once", "late", "late, and its secret too"])
def test_wordpress_hears_the_height_and_follows_a_link_to_us(
    newspaper: Page, site: str, host: Host, when: str, address: str
) -> None:
    known = "" if "secret" in when else "#?secret=a1b2c3d4"
    given = 'data-secret="a1b2c3d4" ' if known else ""
    frame = (
        f'<iframe sandbox="allow-scripts" {given}src="{site}/embed/{address}{known}" '
        'width="600" height="200" frameborder="0"></iframe>'
    )
    newspaper.goto(
        host.put(frame + WORDPRESS + ("" if "late" in when else "<script>begin()</script>"))
    )
    ours = framed(newspaper)
    if "late" in when:
        newspaper.evaluate("begin()")
    newspaper.wait_for_function(HIGH)
    if address == "pupils/1824":
        fits(ours)
    links = ours.locator(f"a[href^='{site}/'], a[href^='/']")
    links.last.click()
    newspaper.wait_for_url(f"{site}/**")


@pytest.mark.parametrize("way", ["plain", "oembed"])
def test_a_theme_that_makes_every_frame_low_does_not_reach_ours(
    newspaper: Page, site: str, host: Host, way: str
) -> None:
    html = iframe(read("pupils", "1824", {}), site)
    if way == "oembed":
        query = {"url": f"{site}/embed/pupils/1824"}
        html = httpx2.get(f"{site}/oembed", params=query).json()["html"]
    theme = "width:680px}iframe,img{height:auto;max-width:100%"
    newspaper.goto(host.put(html, style=theme))
    frame = framed(newspaper)
    assert newspaper.evaluate(HIGH)
    fits(frame)


def test_a_page_that_is_isolated_may_show_frames_and_pictures(
    newspaper: Page, site: str, host: Host
) -> None:
    alone = {
        "cross-origin-embedder-policy": "require-corp",
        "cross-origin-opener-policy": "same-origin",
    }
    html = iframe(read("pupils", "1824", {}), site)
    picture = f'<img src="{site}/api/v1/views/pupils/1824.png" alt="">'
    newspaper.goto(
        host.put(html + picture + f'<script src="{site}/embed.js"></script>', headers=alone)
    )
    fits(framed(newspaper))
    assert newspaper.evaluate("crossOriginIsolated")
    assert newspaper.evaluate("window.framtidFrames")
    newspaper.wait_for_function("document.querySelector('img').naturalWidth === 1200")


def test_our_script_asks_for_the_height_when_it_comes_late(
    newspaper: Page, site: str, host: Host
) -> None:
    low = (
        f'<iframe src="{site}/embed/roads/1824" title="x" style="width:100%;height:200px"></iframe>'
    )
    newspaper.goto(host.put(low))
    frame = framed(newspaper)
    frame.wait_for_load_state()
    newspaper.add_script_tag(url=f"{site}/embed.js")
    newspaper.wait_for_function(HIGH)
    fits(frame)
