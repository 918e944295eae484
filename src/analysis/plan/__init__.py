"""The plan as plain data and the forms that print it."""
