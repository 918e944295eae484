"""The plan as plain data: the forms that print it, and who gets which of its tasks."""
