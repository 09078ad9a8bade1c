"""The calendar of an organisation: on which days people work, and where their clocks are."""
