import os
from collections.abc import Callable, Iterator
from functools import cache

import pytest

from tests.pull.office.desk import Desk, is_here
from tests.pull.office.edits import Edit, built

_MISSING = (
    "LibreOffice that Python can speak to is missing: install libreoffice-writer and "
    "python3-uno"
)

Work = Callable[..., bytes]
"""From a sheet and some of its edits to its Word file, `tracked` or not."""


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """Return the office that all tests share."""
    if not is_here():
        missing = pytest.fail if os.environ.get("CI") == "true" else pytest.skip
        missing(_MISSING)
    desk = Desk(tmp_path_factory.mktemp("office"))
    yield desk
    desk.close()


@pytest.fixture(scope="session")
def worked(desk: Desk) -> Work:
    """Return a function that gives a sheet's Word file after edits.

    Tracked edits are made in the copy for review, which asks for it itself.
    """

    @cache
    def work(sheet: str, *edits: Edit, tracked: bool) -> bytes:
        acts = [each.act for each in edits]
        data, was_tracked = desk.edit(built(sheet, is_review=tracked), acts)
        assert was_tracked is tracked
        return data

    return work
