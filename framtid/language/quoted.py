"""What is quoted as it was written, such as a title, in a page of another language."""

NORWEGIAN = frozenset(("nb", "nn"))
"""The languages in which a title in either form of Norwegian needs no mark."""


def foreign(own: str, language: str) -> str | None:
    """Return the language to mark what is quoted with, None where it is the reader's.

    Args:
        own: the language it is written in, as a tag of BCP 47; ``no`` is either form of Norwegian.
        language: the code of the language it stands in.

    """
    return None if own == language or (own == "no" and language in NORWEGIAN) else own
