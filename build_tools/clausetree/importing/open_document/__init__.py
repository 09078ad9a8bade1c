"""The format of LibreOffice (OpenDocument): its lists, fields and tracked changes, put into words."""
