"""Numbers as a Norwegian newspaper writes them."""

from math import floor, log10

NBSP = "\u00a0"
MINUS = "\u2212"
WORDS = (
    "null",
    "én",
    "to",
    "tre",
    "fire",
    "fem",
    "seks",
    "sju",
    "åtte",
    "ni",
    "ti",
    "elleve",
    "tolv",
)


def decimal(value: float, decimals: int = 1) -> str:
    """Return 2,7 for 2.74; thousands are parted by a no-break space."""
    written = f"{abs(value):,.{decimals}f}".replace(",", NBSP).replace(".", ",")
    negative = value < 0 and any(digit in written for digit in "123456789")
    return (MINUS if negative else "") + written


def exact(value: float) -> str:
    """Return 5 627 400."""
    return decimal(value, 0)


def rounded(value: float) -> float:
    """Round a count the way people say it: two digits, three from ten thousand on."""
    size = abs(value)
    if size < 100:
        return float(round(value))
    digits = 3 if size >= 10_000 else 2
    step = 10 ** (floor(log10(size)) - digits + 1)
    return float(round(value / step) * step)


def spoken(value: float) -> float:
    """Return a count as it is told: to the last person below a thousand, rounded above."""
    return float(round(value)) if abs(value) < 1000 else rounded(value)


def _written(near: float) -> str:
    """Write a whole number: to twelve in words, from a million on in millions."""
    if 0 <= near < len(WORDS):
        return WORDS[int(near)]
    if abs(near) >= 1_000_000:
        return f"{decimal(near / 1_000_000, 2).rstrip('0').rstrip(',')} millioner"
    return exact(near)


def about(value: float) -> str:
    """Return a count rounded as people say it: 1 234 is 1 200, 236 is 240; small ones in words."""
    return _written(rounded(value))


def count(value: float) -> str:
    """Return how many people there are: "tre", 236, 1 200."""
    return _written(spoken(value))


def start(text: str) -> str:
    """Return a text with a capital first letter, as a sentence starts: "På Utsira"."""
    return text[:1].upper() + text[1:]


def percent(value: float) -> str:
    """Return "34 prosent" for 0.34."""
    return f"{exact(round(value * 100))} prosent"


def signed(value: float, decimals: int = 0) -> str:
    """Return +34 or −12."""
    return ("+" if value > 0 else "") + decimal(value, decimals)


def one_in(share: float) -> str:
    """Return "nær 1 av 4" for 0.24: the closest plain fraction and which side it is on."""
    if share <= 0:
        return "ingen"
    if share > 0.6:
        return f"{round(share * 10)} av 10"
    of = max(2, round(1 / share))
    near = 1 / of
    if abs(share / near - 1) < 0.03:
        return f"1 av {of}"
    return f"nær 1 av {of}" if share < near else f"mer enn 1 av {of}"


FILTERS = {
    "exact": exact,
    "about": about,
    "count": count,
    "decimal": decimal,
    "percent": percent,
    "signed": signed,
    "one_in": one_in,
    "start": start,
}
