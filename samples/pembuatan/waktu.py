"""Working time and dates, counted independently of tertib.

Only what the samples need: the ordinary hours of 2024 (outside Ramadan) and the
days off of June to August 2024. It walks minute stretches day by day on purpose:
slow, short and easy to check by hand, because it is the oracle of a test.
"""

from datetime import date, datetime, time, timedelta

# Perpres 21/2023: 7.5 hours a day net; the break stands where the office puts it.
MON_THU = ((time(7, 30), time(12, 0)), (time(13, 0), time(16, 0)))
FRIDAY = ((time(7, 30), time(11, 30)), (time(13, 0), time(16, 30)))
DAYS_OFF = {
    date(2024, 6, 1),   # Hari Lahir Pancasila
    date(2024, 6, 17),  # Idul Adha
    date(2024, 6, 18),  # cuti bersama Idul Adha
    date(2024, 7, 7),   # Tahun Baru Islam (a Sunday)
}
DAY_NAMES = ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"]
MONTHS = ["Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli",
          "Agustus", "September", "Oktober", "November", "Desember"]


def at(text):
    """'03/06 09.15' (day/month hour.minute of 2024) as a datetime."""
    day, clock = text.split()
    d, m = (int(part) for part in day.split("/"))
    hh, mm = (int(part) for part in clock.split("."))
    return datetime(2024, m, d, hh, mm)


def on(text):
    """'03/06' as a date of 2024."""
    d, m = (int(part) for part in text.split("/"))
    return date(2024, m, d)


def stretches(day):
    """The stretches of working time of one day."""
    if day.weekday() >= 5 or day in DAYS_OFF:
        return []
    hours = FRIDAY if day.weekday() == 4 else MON_THU
    return [(datetime.combine(day, a), datetime.combine(day, b)) for a, b in hours]


def working_seconds(start, end):
    """Working time between two moments, in seconds."""
    total, day = 0, start.date()
    while day <= end.date():
        for a, b in stretches(day):
            total += max(0, int((min(b, end) - max(a, start)).total_seconds()))
        day += timedelta(days=1)
    return total


def inside(moment):
    """Whether a moment lies in working time; the edges are inside."""
    return any(a <= moment <= b for a, b in stretches(moment.date()))


def step_seconds(start, end):
    """What one interval counts: by the clock where it lies on one day wholly
    outside working hours, in working time otherwise."""
    counted = working_seconds(start, end)
    touches = any(start <= b and end >= a for a, b in stretches(start.date()))
    if start.date() == end.date() and counted == 0 and not touches:
        return int((end - start).total_seconds())
    return counted


def next_slot(earliest, minutes):
    """The first moment from `earliest` at which `minutes` fit into one stretch."""
    day = earliest.date()
    while True:
        for a, b in stretches(day):
            begin = max(a, earliest)
            if begin + timedelta(minutes=minutes) <= b:
                return begin
        day += timedelta(days=1)


def _no_second_reading(day):
    # A numeric text date with a day up to 12 could be read month first (D15).
    return day.day > 12 or day.day == day.month


def date_text(day, style):
    """A date as people type it; `style` picks one of their ways."""
    month = MONTHS[day.month - 1]
    long = f"{day.day} {month} {day.year}"
    ways = [
        long,
        f"{DAY_NAMES[day.weekday()]}, {long}",
        f"{day.day} {month.upper()} {day.year}",
        f"{day.day:02}/{day.month:02}/{day.year}" if _no_second_reading(day) else long,
        f"{day.day}/{day.month}/{day.year}" if _no_second_reading(day) else long,
    ]
    return ways[style % len(ways)]


def moment_text(moment, style):
    """A date with its time as people type it."""
    long = f"{moment.day} {MONTHS[moment.month - 1]} {moment.year}"
    dot, colon = f"{moment:%H.%M}", f"{moment.hour}:{moment:%M}"
    numeric = _no_second_reading(moment)
    ways = [
        f"{long} pukul {dot}",
        f"{DAY_NAMES[moment.weekday()]}, {long} pukul {dot}",
        f"{moment.day}/{moment.month}/{moment.year} {dot} WIB" if numeric else f"{long} {dot} WIB",
        f"{long} {colon}",
        f"{moment:%d/%m/%Y} {dot}" if numeric else f"{long} pkl. {dot}",
    ]
    return ways[style % len(ways)]
