"""The rules for Word files, by what they are about; `rulebook` puts them in order."""
