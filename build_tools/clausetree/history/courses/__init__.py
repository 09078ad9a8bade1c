"""The links of courses: found as tools write them, and held against what was published."""
