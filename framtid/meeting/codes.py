"""Codes that are typed, secrets that are not, and what is kept of them: never more than a hash."""

import hashlib
import secrets
from base64 import urlsafe_b64encode

LETTERS = "23456789BCDFGHJKLMNPQRSTVWXZ"
"""Twenty-eight that are not mistaken for each other, without vowels, so that no code is a word."""
LENGTH = 8
"""Letters of a code: 28⁸, 378 thousand million codes, 38.5 bits; see ``docs/rooms.md``."""
SECRET_BYTES = 18
"""Of a facilitator's secret: 144 bits."""


def new_code() -> str:
    """Return a room's code, any of them."""
    return "".join(secrets.choice(LETTERS) for _ in range(LENGTH))


def new_secret() -> str:
    """Return a facilitator's secret, 24 letters that may stand in an address."""
    return secrets.token_urlsafe(SECRET_BYTES)


def derived_code(key: str, number: int) -> str:
    """Return the code that a key opens a room with, the next ones where others have the first."""
    bits = int.from_bytes(hashlib.sha256(f"code\0{number}\0{key}".encode()).digest())
    return "".join(LETTERS[bits // len(LETTERS) ** at % len(LETTERS)] for at in range(LENGTH))


def derived_secret(key: str) -> str:
    """Return the secret of a room that a key opens, as many bits as one that is drawn."""
    told = hashlib.sha256(f"secret\0{key}".encode()).digest()[:SECRET_BYTES]
    return urlsafe_b64encode(told).decode()


def read_code(typed: str) -> str:
    """Return a code as it is kept, however it is typed: ``"k7d2 pm4x"`` is ``"K7D2PM4X"``."""
    return "".join(letter for letter in typed.upper()[:40] if letter in LETTERS)


def hashed(*parts: str) -> str:
    """Return what is kept of a code, a secret or a voter's token: 32 letters of SHA-256."""
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:32]


def same(hash_kept: str, secret: str) -> bool:
    """Whether a secret is the one that a hash was made of; takes as long whatever differs."""
    return secrets.compare_digest(hash_kept, hashed(secret))
