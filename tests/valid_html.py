"""``python -m tests.valid_html``: every page, in every language, against HTML's own rules.

html-validate comes with npm. What ``.htmlvalidate.json`` turns off is a matter of taste (end tags
that the standard lets one leave out, titles longer than a search engine shows), is right where it
stands (a group of boxes shares its name, our combobox is no select), or is told by axe, who sees
which of two menus is shown.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from starlette.applications import Starlette
from starlette.testclient import TestClient

from framtid.language.texts import OF_PAGES
from framtid.site.program import MIDDLEWARE
from framtid.site.routes import routes
from tests.test_accessible_browser import PATHS

ROOT = Path(__file__).parents[1]
VALIDATOR = ROOT / "node_modules" / ".bin" / "html-validate"
MORE = ("/embed/carers/5610", "/rom?kode=ABCD", "/kommune?sted=46", "/standpunkt?sted=5610")


def write(folder: Path) -> int:
    """Write every page into a folder; return how many there are."""
    client = TestClient(Starlette(routes=routes(), middleware=MIDDLEWARE))
    addresses = (*PATHS, *MORE)
    for number, address in enumerate(addresses):
        for code in OF_PAGES:
            page = client.get(f"{address}{'&' if '?' in address else '?'}lang={code}").text
            name = "".join(sign if sign.isalnum() else "-" for sign in address)
            (folder / f"{number:02}{name}.{code}.html").write_text(page, "utf-8")
    return len(addresses) * len(OF_PAGES)


def main(validator: str = str(VALIDATOR)) -> int:
    """Validate them all; return what the validator returns, 0 where nothing is amiss."""
    with tempfile.TemporaryDirectory() as folder:
        count = write(Path(folder))
        rules = ("--config", str(ROOT / ".htmlvalidate.json"))
        found = subprocess.run([validator, *rules, folder], check=False)
    sys.stdout.write(f"{count} pages, {'valid' if found.returncode == 0 else 'not all valid'}\n")
    return found.returncode


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
