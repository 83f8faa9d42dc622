"""How hard a text is to read, by formulas that are named wherever a number is shown."""
