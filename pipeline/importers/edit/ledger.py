"""What editing did to a manuscript: conclusions drawn, stretches left out."""

from dataclasses import dataclass, field

from pipeline.importers.leaves import stretches
from pipeline.importers.manuscript import Guess, LeftOut, Passage, Reason, Stretch


@dataclass(slots=True)
class Ledger:
    """Gathers the account while the stages of editing run."""

    left_out: list[LeftOut] = field(default_factory=list)
    guesses: list[Guess] = field(default_factory=list)

    def leave(self, passage: Passage, reason: Reason) -> None:
        """Account for a whole passage that the sheet does not hold."""
        for stretch in stretches(passage):
            self.cut(stretch, reason)

    def cut(self, stretch: Stretch, reason: Reason, instead: str = "") -> None:
        """Account for a stretch, and for what the sheet prints in its place."""
        if stretch.end > stretch.start:
            self.left_out.append(LeftOut(stretch, reason, instead))

    def guess(self, what: str, value: str, where: Stretch, confidence: float) -> None:
        """Record a conclusion."""
        self.guesses.append(Guess(what, value, where, confidence))


def outermost(left_out: list[LeftOut]) -> tuple[LeftOut, ...]:
    """Return accounts by place, without those that lie inside another."""
    kept: list[LeftOut] = []
    end = -1
    # Of two for one stretch the later one is the last word on it.
    latest = list({one.stretch: one for one in left_out}.values())
    for one in sorted(latest, key=lambda one: (one.stretch.start, -one.stretch.end)):
        if one.stretch.end > end:
            kept.append(one)
            end = one.stretch.end
    return tuple(kept)
