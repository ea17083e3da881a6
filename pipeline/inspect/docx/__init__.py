"""A finished Word file of any maker judged by rules, without knowing its source.

Guards come first: what is no sound Word file ends with one finding. No network, no
DTD, no program of the file is ever touched.
"""

from pipeline.diagnostics import Diagnostic
from pipeline.inspect.docx.archive import RefusedFileError
from pipeline.inspect.docx.package import read_package

__all__ = ["inspect"]


def inspect(data: bytes) -> tuple[Diagnostic, ...]:
    """Return everything wrong or doubtful in the file, by the order of the rules."""
    # Loaded when asked for: a build uses a few of the rules, and starts sooner.
    from pipeline.inspect.docx.rulebook import RULES
    from pipeline.inspect.docx.wordfile import read_word_file

    try:
        file = read_word_file(read_package(data))
    except RefusedFileError as refused:
        return (refused.finding,)
    return tuple(found for rule in RULES.values() for found in rule(file))
