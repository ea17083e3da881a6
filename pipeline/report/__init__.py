"""What was made, told to programs and to people.

`sheet` makes a report while a sheet is built, `folder` looks at all reports afterwards,
`page` shows what it saw as one HTML file.
"""
