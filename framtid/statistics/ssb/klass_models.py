"""What every answer from Klass, SSB's register of classifications, must hold."""

from typing import Annotated

from pydantic import Field, StrictStr

from framtid.statistics.ssb.models import Code, Name, Pages, Part


class KlassCode(Part):
    """A code in a classification."""

    code: Code
    name: Name


class KlassCodes(Part):
    """``/classifications/{id}/codesAt``."""

    codes: Annotated[tuple[KlassCode, ...], Field(min_length=1)]


class KlassChange(Part):
    """A code that was given up for another; either may be missing."""

    old: StrictStr | None = Field(alias="oldCode")
    new: StrictStr | None = Field(alias="newCode")


class KlassChanges(Part):
    """``/classifications/{id}/changes``."""

    changes: tuple[KlassChange, ...] = Field(alias="codeChanges")


class _Address(Part):
    href: Annotated[StrictStr, Field(pattern=r"/[0-9]{1,9}$")]


class _Links(Part):
    own: _Address = Field(alias="self")


class Classification(Part):
    """A classification that a search found."""

    name: Name
    links: _Links = Field(alias="_links")

    @property
    def number(self) -> int:
        """Its number in Klass."""
        return int(self.links.own.href.rsplit("/", 1)[-1])


class _Embedded(Part):
    results: tuple[Classification, ...] = Field((), alias="searchResults")


class Classifications(Part):
    """``/classifications/search``: one page."""

    embedded: _Embedded = Field(_Embedded.model_validate({}), alias="_embedded")
    page: Pages


class Correspondence(Part):
    """Two codes that belong together."""

    source_code: Code = Field(alias="sourceCode")
    source_name: Name = Field(alias="sourceName")
    target_code: Code = Field(alias="targetCode")
    target_name: Name = Field(alias="targetName")


class Correspondences(Part):
    """``/classifications/{id}/correspondsAt``."""

    items: tuple[Correspondence, ...] = Field(alias="correspondenceItems")
