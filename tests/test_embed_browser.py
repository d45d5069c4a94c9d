"""Frames inside other people's pages, each in the ways that newsrooms put them there."""

import io
import re
import zipfile
from pathlib import Path

import httpx2
import pytest
from playwright.sync_api import Browser, Page, expect

from framtid.embed.request import Asked, read
from framtid.embed.snippet import iframe, scripted
from framtid.places import places
from framtid.views.registry import views
from tests.axe import needs_axe, violations
from tests.conftest import Visit
from tests.newspaper import Host, fits, framed, host, newspaper

__all__ = ["host", "newspaper"]
pytestmark = pytest.mark.browser
PACKAGES = Path(__file__).parents[1] / "node_modules"
PYM = PACKAGES / "pym.js" / "dist" / "pym.v1.min.js"
RESIZER = PACKAGES / "iframe-resizer" / "js" / "iframeResizer.min.js"
WIDTHS = (320, 375, 680)
SIDE_COLUMN = 280
"""The narrowest that a frame is opened at; it is made wider as it stands."""
SEEN = "(drawings) => [drawings.length, document.documentElement.scrollWidth]"
STRICT = "default-src 'none'; style-src 'unsafe-inline'; frame-src {site}"
DATAWRAPPER = """<script>addEventListener("message", (event) => {
  const heights = event.data && event.data["datawrapper-height"];
  if (!heights) return;
  for (const frame of document.querySelectorAll("iframe"))
    if (frame.contentWindow === event.source)
      for (const id in heights) frame.style.height = heights[id] + "px";
});</script>"""


def asked(name: str = "carers", code: str = "5610", **query: str) -> Asked:
    return read(name, code, query)


def stripped(html: str) -> str:
    """Return what is left by a CMS that takes scripts out."""
    return re.sub(r"<script.*?</script>", "", html)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("way", ["plain", "stripped", "strict", "oembed", "dark"])
def test_a_frame_is_right_without_a_script_of_ours(
    newspaper: Page, site: str, host: Host, way: str, width: int
) -> None:
    newspaper.set_viewport_size({"width": width, "height": 900})
    match way:
        case "plain":
            address = host.put(iframe(asked(), site))
        case "stripped":
            address = host.put(stripped(scripted(asked(), site)))
        case "strict":
            address = host.put(iframe(asked(), site), policy=STRICT.format(site=site))
        case "oembed":
            query = {"url": f"{site}/kommune?sted=5610", "maxwidth": str(width)}
            address = host.put(httpx2.get(f"{site}/oembed", params=query).json()["html"])
        case _:
            address = host.put(iframe(asked(theme="dark"), site), style="background:#111")
    newspaper.goto(address)
    frame = framed(newspaper)
    fits(frame)
    if way == "dark":
        assert (
            frame.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(18, 25, 31)"
        )


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("way", ["ours", "datawrapper", "pym", "iframe-resizer"])
def test_a_frame_tells_its_height_in_the_hosts_own_dialect(
    newspaper: Page, site: str, host: Host, way: str, width: int
) -> None:
    newspaper.set_viewport_size({"width": width, "height": 900})
    source = site + asked("pupils").address
    match way:
        case "ours":
            body = scripted(asked("pupils"), site).replace(' height="', ' data-was="')
        case "datawrapper":
            body = f'{DATAWRAPPER}<iframe src="{source}" title="x" width="100%"></iframe>'
        case "pym":
            body = (
                f'<div id="p"></div><script>{PYM.read_text("utf-8")}</script>'
                f'<script>new pym.Parent("p", "{source}", {{}})</script>'
            )
        case _:
            body = (
                f'<iframe id="f" src="{source}" title="x" style="width:100%;border:0"></iframe>'
                f"<script>{RESIZER.read_text('utf-8')}</script>"
                '<script>iFrameResize({checkOrigin: false}, "#f")</script>'
            )
    newspaper.goto(host.put(body))
    frame = framed(newspaper)
    natural = f"{frame.evaluate('document.querySelector(`main`).dataset.chart')}"
    assert natural == "pupils/5610"
    newspaper.wait_for_function("document.querySelector('iframe').clientHeight > 350")
    fits(frame)
    before = newspaper.evaluate("document.querySelector('iframe').clientHeight")
    frame.locator("summary").click()
    newspaper.wait_for_function(
        "before => document.querySelector('iframe').clientHeight > before + 100", arg=before
    )


@needs_axe
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("name", ["carers", "map", "hundred", "neighbours", "uncertainty"])
def test_axe_finds_nothing_in_a_frame(browser: Browser, site: str, name: str, theme: str) -> None:
    context = browser.new_context(viewport={"width": 375, "height": 800}, bypass_csp=True)
    page = context.new_page()
    page.goto(f"{site}/embed/{name}/3201?theme={theme}")
    page.locator("summary").click()
    assert violations(page) == []
    context.close()


@pytest.mark.thorough
def test_every_view_fits_at_every_width(browser: Browser, site: str) -> None:
    context, faults = browser.new_context(), list[str]()
    page = context.new_page()
    for name, maker in views().items():
        code = next(c for c in ("5610", "ba-5", "0") if places().get(c).level in maker.levels)
        page.set_viewport_size({"width": SIDE_COLUMN, "height": 900})
        page.goto(f"{site}/embed/{name}/{code}")
        for width in (SIDE_COLUMN, 420, 560, 900):
            page.set_viewport_size({"width": width, "height": 900})
            drawn, wide = page.locator(".f > svg:visible").evaluate_all(SEEN)
            if drawn != 1 or wide > width:
                faults.append(f"{name} at {width}: {drawn} drawings, {wide} wide")
    context.close()
    assert faults == []


def test_trouble_is_said_in_the_frame(newspaper: Page, site: str, host: Host) -> None:
    newspaper.goto(host.put(f'<iframe src="{site}/embed/carers/9999" title="x"></iframe>'))
    said = newspaper.frame_locator("iframe").locator("main")
    assert "Vi finner ikke noe sted" in said.inner_text()


def test_the_rest_of_the_site_cannot_be_framed(newspaper: Page, site: str, host: Host) -> None:
    newspaper.goto(host.put(f'<iframe src="{site}/om" title="x"></iframe>'))
    newspaper.wait_for_timeout(0)
    shown = [frame.url for frame in newspaper.frames if frame.url.startswith(site + "/om")]
    content = newspaper.frames[-1].evaluate("document.body ? document.body.innerText : ''")
    assert not shown or "Om tallene" not in content


def test_bygg_inn_shows_the_frame_and_keeps_the_choice_in_the_address(phone: Visit) -> None:
    page = phone.open("/bygg-inn?sted=5610&figur=over80&theme=dark")
    page.frame_locator("iframe").first.locator("h1").wait_for()
    codes = page.locator(".ft-copied code").all_inner_texts()
    assert f'src="{phone.site}/embed/over80/5610?theme=dark"' in codes[0]
    assert "/embed.js" in codes[1]
    assert any("in Karasjok rises from 113" in code for code in codes)
    assert page.url.endswith("/bygg-inn?sted=5610&figur=over80&theme=dark")
    for width in phone.both():
        assert page.locator("[data-testid=stMain]").evaluate("main => main.scrollWidth") <= width
    frames = ("Unrecognized feature", "allow-scripts and allow-same-origin")
    assert [told for told in phone.problems if not any(known in told for known in frames)] == []


def test_the_press_pack_is_in_the_language_of_the_figure(desktop: Visit) -> None:
    page = desktop.open("/bygg-inn?sted=1824&figur=over80&lang=en")
    link = page.locator('a[href*="/api/v1/press/"]').get_attribute("href") or ""
    assert link.endswith("&lang=en")
    packed = zipfile.ZipFile(io.BytesIO(httpx2.get(desktop.site + link, timeout=60).content))
    (sheet,) = (name for name in packed.namelist() if name.endswith(".html"))
    assert '<html lang="en"' in packed.read(sheet).decode()


def test_one_click_copies_the_line_for_the_article(desktop: Visit) -> None:
    desktop.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = desktop.open("/bygg-inn?sted=1824&figur=over80")
    page.get_by_role("button", name="Kopier: Én linje, for alle publiseringssystemer").click()
    expect(page.get_by_role("status").filter(has_text="Kopiert")).to_have_count(1)
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith(f'<iframe src="{desktop.site}/embed/over80/1824" title="Vefsn: ')


@pytest.mark.parametrize("path", ["/kommune?sted=5610", "/historie?sted=5610#pyramiden"])
def test_every_view_leads_to_bygg_inn(desktop: Visit, path: str) -> None:
    page = desktop.open(path)
    link = page.locator("a", has_text="Bygg inn").first
    link.wait_for()
    assert re.fullmatch(r"/bygg-inn\?sted=[\w-]+&figur=\w+", link.get_attribute("href") or "")
