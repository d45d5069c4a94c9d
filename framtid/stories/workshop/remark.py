"""A remark on a story: what is wrong or might be better, and where it stands."""

from dataclasses import dataclass, field
from typing import Literal

from framtid.language import Language, on_one_line

Kind = Literal["fault", "advice"]


@dataclass(frozen=True)
class Remark:
    """One thing that an author should know; said in the words of ``workshop.yml``."""

    kind: Kind
    """A fault has to be mended; an advice is for the author to judge."""
    key: str
    """Which remark: its words stand under ``workshop.remarks``."""
    file: str
    step: str = ""
    line: int = 0
    """Where the step begins in the file; 0 where it is of no line."""
    values: dict[str, object] = field(default_factory=dict)

    def said(self, language: Language) -> str:
        """Return the remark on a line, after where it is."""
        where = language.say(
            "workshop.where", file=self.file, line=self.line or None, step=self.step or None
        )
        text = language.say(f"workshop.remarks.{self.key}", **self.values)
        return on_one_line(f"{where}: {text}")
