"""How a figure fits its box: one table for the drawing here, the frames' style and the front end.

``python -m framtid schema write`` writes it for the front end; the frames' style sheet is filled
with it when it is read.
"""

from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Fitting:
    """Sizes in pixels, and shares of a width."""

    narrow: int = 600
    """Below this a box is narrow, and its margins shrink; its letters do not."""
    widest_margin: float = 0.24
    """The share of a narrow box that a margin may take."""
    least_margin: int = 84
    """What a margin may take however narrow the box is: letters do not shrink."""
    dot: float = 0.66
    """The share of its place that a dot of a square fills."""
    padding: int = 14
    """Between a frame's edge and what stands in it, on each side."""
    title_least: int = 19
    title_most: int = 26
    title_share: float = 0.035
    """Of a frame's width, what its title grows with, from ``title_start`` on."""
    title_start: int = 8

    def title(self, width: int) -> float:
        """Return the size of a frame's title, as its style sheet has it."""
        grown = self.title_share * width + self.title_start
        return min(float(self.title_most), max(float(self.title_least), grown))

    def style(self, sheet: str) -> str:
        """Return a style sheet with the sizes in the place of their names, ``$padding``."""
        title = f"{100 * self.title_share:g}vw + {self.title_start}px"
        title = f"clamp({self.title_least}px,{title},{self.title_most}px)"
        return sheet.replace("$padding", f"{self.padding}px").replace("$title", title)

    def script(self) -> str:
        """Return the table as a module of the front end."""
        lines = (
            f"export const {name.upper()} = {value:g};" for name, value in asdict(self).items()
        )
        return "\n".join(("// Written by `python -m framtid schema write`.", *lines)) + "\n"


FITTING = Fitting()
