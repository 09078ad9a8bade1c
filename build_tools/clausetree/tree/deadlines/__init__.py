"""Until when there is time: periods, the days on which people work, and counting by these."""
