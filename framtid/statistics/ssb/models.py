"""What every answer from Statistics Norway must hold before anything of it is used or kept."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal, TypeVar

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    Strict,
    StrictStr,
    TypeAdapter,
    ValidationError,
)

from framtid.statistics.ssb.answers import SsbError

Checked = TypeVar("Checked")
Name = Annotated[StrictStr, Field(min_length=1)]
Code = Annotated[StrictStr, Field(min_length=1, max_length=60)]
Id = Annotated[StrictStr, Field(pattern=r"^[A-Za-z0-9_]{1,40}$")]
"""A table or a code list; it becomes part of addresses and of folders."""
Moment = Annotated[StrictStr, Field(pattern=r"^\d{4}-\d\d-\d\d")]
Whole = Annotated[int, Strict(), Field(ge=0)]
Figure = Annotated[float, Strict(), Field(allow_inf_nan=False)]
MOST_PAGES = 100
FEWEST_CELLS = 1000
"""With fewer figures at a time a table would be asked for in thousands of questions."""


class Part(BaseModel):
    """A part of an answer; what we do not use of it is let be."""

    model_config = ConfigDict(frozen=True, extra="ignore", populate_by_name=True)


class Config(Part):
    """``/config``: what the server allows."""

    cells: Annotated[Whole, Field(ge=FEWEST_CELLS)] = Field(alias="maxDataCells")
    calls: Annotated[Whole, Field(ge=1, le=1_000_000)] = Field(alias="maxCallsPerTimeWindow")
    seconds: Annotated[Whole, Field(le=3600)] = Field(alias="timeWindow")


class TableInfo(Part):
    """``/tables/{id}``, or a table in an answer to a search."""

    id: Id
    label: Name
    updated: Moment | None = None
    """When its figures last changed; without it nobody can tell whether they are new."""
    first: StrictStr | None = Field(None, alias="firstPeriod")
    variables: tuple[StrictStr, ...] = Field((), alias="variableNames")
    discontinued: bool | None = None


class Pages(Part):
    """How many pages an answer has."""

    total: Annotated[Whole, Field(le=MOST_PAGES)] = Field(1, alias="totalPages")


class TablesFound(Part):
    """``/tables``: one page of an answer to a search."""

    tables: tuple[TableInfo, ...]
    page: Pages = Pages.model_validate({})


class _Value(Part):
    code: Code
    label: StrictStr


class CodeListAnswer(Part):
    """``/codeLists/{id}``."""

    values: Annotated[tuple[_Value, ...], Field(min_length=1)]


def _in_order(told: object) -> object:
    """Return codes with their positions; JSON-stat also lists them, and numbers text keys."""
    if isinstance(told, list):
        codes: dict[Any, int] = {}
        for position, code in enumerate(told):
            if not isinstance(code, str) or code in codes:
                raise ValueError("codes that are no text, or come twice")
            codes[code] = position
        return codes
    return told


class Unit(Part):
    """What a value is counted in."""

    base: StrictStr = ""


class Category(Part):
    """The codes of a dimension: their order, and how each is called."""

    index: Annotated[dict[Code, Whole], BeforeValidator(_in_order)] = {}
    label: dict[Code, StrictStr] = {}
    unit: dict[Code, Unit] = {}

    @property
    def codes(self) -> list[str]:
        """The codes in order; JSON-stat lets a single one stand without an index."""
        if not self.index and len(self.label) == 1:
            return list(self.label)
        return sorted(self.index, key=self.index.__getitem__)

    def labels(self) -> dict[str, str]:
        """Return how each code is called; itself where nothing else is said."""
        return {code: self.label.get(code, code) for code in self.codes}


class _CodeListLink(Part):
    id: StrictStr


class _Extension(Part):
    elimination: bool | None = None
    codelists: tuple[_CodeListLink, ...] = ()


class Dimension(Part):
    """One dimension of a table."""

    label: StrictStr = ""
    category: Category
    extension: _Extension = _Extension.model_validate({})


class _Px(Part):
    next_update: Moment | Literal[""] | None = Field(None, alias="nextUpdate")


class _About(Part):
    px: _Px = _Px.model_validate({})


class _Dataset(Part):
    version: Literal["2.0"]
    kind: Literal["dataset"] = Field(alias="class")
    id: Annotated[tuple[Name, ...], Field(min_length=1)]
    size: tuple[Whole, ...]
    dimension: dict[Name, Dimension]


class Metadata(_Dataset):
    """``/tables/{id}/metadata``: JSON-stat 2 without figures."""

    extension: _About = _About.model_validate({})


class Data(_Dataset):
    """``/tables/{id}/data``: JSON-stat 2 with its figures."""

    value: tuple[Figure | None, ...] | dict[StrictStr, Figure | None]
    status: StrictStr | tuple[StrictStr | None, ...] | dict[StrictStr, StrictStr | None] | None = (
        None
    )


def checked(kind: type[Checked], answer: object) -> Checked:
    """Return an answer as what it must be; SsbError says what of it is not so."""
    try:
        return TypeAdapter(kind).validate_python(answer)
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False, include_input=False)[0]
        where = ".".join(map(str, first["loc"]))[:60] or "the whole"
        named = f"; it says «{title}»" if (title := _title(answer)) else ""
        problem = f"the answer is not as it must be: {where}: {first['msg'][:80]}{named}"
        raise SsbError(problem) from error


def _title(answer: object) -> str:
    """Return what an error body that came as a good answer calls itself."""
    title = answer.get("title") if isinstance(answer, Mapping) else None
    return title[:80] if isinstance(title, str) else ""
