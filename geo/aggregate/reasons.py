"""Why a row is in no district, as words and as codes."""

from __future__ import annotations

#: Why a row is in no district, by its code; the first that holds is the one.
REASONS = (
    "",
    "broken_row",  # too few or too many cells
    "no_day",
    "bad_day",  # none, or not of 1970 to 2049
    "day_order",  # day and month can't be told apart
    "solar_hijri_day",  # a year of 1300 to 1450, and the calendar was not said to be that
    "not_solar_hijri_day",  # another year, and it was
    "serial_day",  # a day's number in a spreadsheet, and that was not said
    "no_coordinate",
    "not_a_number",
    "not_finite",  # NaN or infinite
    "out_of_range",
    "bad_precision",  # not a value of the publisher's list
    "country_only",  # no finer place than the country is known
    "province_only",
    "outside",  # a good point outside every district
)
CODE = {name: code for code, name in enumerate(REASONS)}
WITHOUT_DAY = ("broken_row", "no_day", "bad_day", "day_order", "solar_hijri_day", "not_solar_hijri_day", "serial_day")
BAD = (*WITHOUT_DAY, "no_coordinate", "not_a_number", "not_finite", "out_of_range", "bad_precision")
