"""How English spells names: patterns that the other recognisers share."""

UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĴĶĹĻĽĿŁŃŅŇŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽȘȚ"

CAPITALIZED = rf"[{UPPER}][\w’'-]*"
"""A word with a capital."""

PERSON = (
    rf"(?:[{UPPER}]\.|{CAPITALIZED})"
    rf"(?:\s(?:[{UPPER}]\.|{CAPITALIZED}|(?:bin|bint|da|de|del|den|der|di|do|dos|du|el|la"
    rf"|le|ter|van|von|y)(?=\s))){{1,5}}"
)
"""A person's name of two to six words, initials and particles."""

PROPER = (
    rf"{CAPITALIZED}(?:\s(?:{CAPITALIZED}|(?:and|of|the|de|du|la|for)(?=\s[\w{UPPER}]))"
    rf"){{0,7}}"
)
"""The name of a country, a place or a body."""
