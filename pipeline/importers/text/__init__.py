"""Plain text to manuscripts: what each line is, told by form, place and company.

decode -> lines -> gather into units -> headings, notes, depths -> passages
"""

from pipeline.importers.text.importer import TextImporter

__all__ = ["TextImporter"]
