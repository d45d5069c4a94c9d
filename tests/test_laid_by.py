"""Large arrays that lie in a file: the same values, never written to, gone when nobody has them."""

import gc
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from framtid.projection.flows import flows
from framtid.statistics import laid_by as laid
from framtid.statistics.laid_by import laid_by, put_down


@pytest.mark.parametrize("kind", [np.float32, np.float64, np.int16])
def test_the_values_are_the_same_before_and_after_they_are_let_go_of(kind: type) -> None:
    values: Any = np.random.default_rng(2040).integers(0, 999, (5, 7, 2, 3)).astype(kind)
    read = laid_by(values)
    for _ in range(2):
        np.testing.assert_array_equal(read, values)
        assert read.dtype == values.dtype
        put_down()
    with pytest.raises(ValueError, match="read-only"):
        read[0] = 0


def test_what_nobody_has_is_closed() -> None:
    before = len(laid._OPEN)
    read = laid_by(np.ones((3, 4, 5)))
    assert len(laid._OPEN) == before + 1
    del read
    gc.collect()
    assert len(laid._OPEN) == before


def test_where_no_file_can_be_written_they_stay(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "nothing"))
    values = np.ones((3, 4, 5))
    assert laid_by(values) is values


def test_a_municipality_lies_together() -> None:
    one = flows().arriving[:, 7]
    assert one.flags.c_contiguous
    assert one.base is not None
