"""Foreign documents to draft sheets, with an account of everything concluded.

read (by entry point) -> Manuscript -> edit -> FactSheet -> unload -> Draft
"""
