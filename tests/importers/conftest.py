"""The corpus of texts, imported and built once for all tests."""

import pytest

from tests.importers.corpus import MISSING, texts
from tests.importers.importing import Imported, import_and_build


@pytest.fixture(scope="session")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> list[Imported]:
    """Return every text of the corpus, imported and built."""
    found = texts()
    if not found:
        pytest.skip(MISSING)
    folder = tmp_path_factory.mktemp("corpus")
    return [import_and_build(text, folder) for text in found]


@pytest.fixture(scope="session")
def state(corpus: list[Imported]) -> list[Imported]:
    """Return the fact sheets and guides of the State Department among them."""
    return [each for each in corpus if each.text.expected.group == "state"]
