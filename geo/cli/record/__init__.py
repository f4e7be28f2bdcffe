"""Commands for those who keep the record: check, add, build."""
