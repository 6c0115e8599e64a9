"""Chinese print puts no nought before a month or a day."""

MONTH_DAY_FORMAT = "n月j日"
