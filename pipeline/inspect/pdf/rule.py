"""What a rule is: a function from a read file to what breaks it, under its ids.

A rule's docstring says what the standard demands; the table of rules is made of them.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from pipeline.inspect.pdf.opening import File


class Break(NamedTuple):
    """One place where a rule is broken: in plain words, with page and object."""

    message: str
    page: int | None = None
    """1-based; None where the whole file is meant."""
    number: int | None = None
    """The number of the object in the file; None where it has none."""


Check = Callable[[File], Iterator[Break]]

# The clauses of ISO 19005-2 that not all levels of conformance ask for.
ONLY_2 = ("A2:6.6.4-2", "A2:6.8-5")
"""What ISO 19005-3 does not demand like ISO 19005-2."""
LEVELS = {"6.7": "a", "6.2.11.7.3": "a", "6.2.11.7.2": "au"}


@dataclass(frozen=True, slots=True)
class Rule:
    """A check with its ids: `UA1:7.1-3` and its like in the other standards."""

    ids: tuple[str, ...]
    check: Check
    levels: str = "abu"
    """The levels of PDF/A that ask for it."""

    @property
    def demand(self) -> str:
        """What the standard demands."""
        return " ".join((self.check.__doc__ or "").split())

    @cache  # noqa: B019 - the rules are made once and stay
    def id_in(self, standard: str) -> str | None:
        """Return the rule's id in a standard such as `ua1` or `2a`, if it is there."""
        family = standard.upper() if standard.startswith("ua") else f"A{standard[0]}"
        for each in self._ids_with_part_3():
            if each.startswith(f"{family}:") and self._is_asked(each, standard):
                return each
        return None

    def _ids_with_part_3(self) -> tuple[str, ...]:
        """Return the ids, also those of ISO 19005-3, which repeats ISO 19005-2."""
        shared = (each for each in self.ids if each[:3] == "A2:" and each not in ONLY_2)
        return (*self.ids, *(f"A3:{each[3:]}" for each in shared))

    def _is_asked(self, label: str, standard: str) -> bool:
        if standard.startswith("ua"):
            return True
        clause = label.partition(":")[2].rpartition("-")[0]
        asked = self.levels
        for start, levels in LEVELS.items():
            if f"{clause}.".startswith(f"{start}."):
                asked = levels
        return standard[1] in asked


RULES: list[Rule] = []
"""Every rule, in the order in which the modules of rules were imported."""


def rule(*ids: str, levels: str = "abu") -> Callable[[Check], Check]:
    """Enter a function into the table of rules under its ids."""

    def enter(check: Check) -> Check:
        RULES.append(Rule(ids, check, levels))
        return check

    return enter
