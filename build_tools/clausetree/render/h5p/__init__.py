"""A procedure as an H5P Branching Scenario: as much of it as that can say, and a list of the rest."""
