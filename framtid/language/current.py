"""Which language is spoken, for one page or one answer."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from framtid.language.texts import DEFAULT, OF_PAGES, Language, language_of

_current: ContextVar[str] = ContextVar("language", default=DEFAULT)


def spoken() -> str:
    """Return the code of the language that is spoken."""
    return _current.get()


def reader_language() -> Language:
    """Return the language that is spoken."""
    return language_of(spoken())


@contextmanager
def speaking(code: str | None) -> Iterator[str]:
    """Speak a language inside the block; bokmål where the pages are in no such language."""
    token = _current.set(code if code in OF_PAGES else DEFAULT)
    try:
        yield spoken()
    finally:
        _current.reset(token)
