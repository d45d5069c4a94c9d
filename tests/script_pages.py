"""The Streamlit script run for a page, without a browser."""

from pathlib import Path

from streamlit.testing.v1 import AppTest

MAIN = Path(__file__).parents[1] / "framtid" / "site" / "script" / "main.py"


def opened(page: str | None = None, **query: str) -> AppTest:
    """Run a page for a query; it must not fail."""
    app = AppTest.from_file(str(MAIN), default_timeout=60)
    for key, value in query.items():
        app.query_params[key] = value
    if page:
        app.switch_page(f"../../../pages/{page}")
    app.run()
    assert not app.exception
    return app


def html(app: AppTest) -> str:
    """Return all HTML a page has written."""
    return "".join(element.proto.body for element in app.get("html"))
