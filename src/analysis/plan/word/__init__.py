"""Edits made in Word: what the program printed, what people changed, which cells that changes."""
