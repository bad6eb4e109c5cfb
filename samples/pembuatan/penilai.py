"""A second opinion on each request: rules of the contract, sections 3 to 5, over the
rows of the sample, as far as the sample uses them. The author's own expectation
stands beside each request; `kantor.py` demands that both agree.
"""

from collections import Counter
from datetime import timedelta

from waktu import inside, step_seconds, working_seconds

TARGET = {1: 15, 2: 15, 3: 30, 4: 30, 5: 180, 6: 15, 7: 15, 8: 15}
LIMIT = 450 * 60
TEAM_ROLE = {2: "ketua_tim", 3: "anggota_tim", 4: "anggota_tim", 5: "anggota_tim",
             6: "anggota_tim", 7: "anggota_tim", 8: "ketua_tim"}
BREACHES = {"L01", "L02", "L03", "L04", "W01", "P01", "P02", "P04", "K01"}
LEVEL = {"D13": "info", "D14": "info", "D15": "info", "W03": "info", "W04": "info"}


def level(code):
    if code in LEVEL:
        return LEVEL[code]
    return "ketidaksesuaian" if code in BREACHES else "peringatan"


def judge(request, staff, per, attached):
    """Codes, status, round and counted seconds of one request."""
    found = Counter()
    rows = sorted((s for s in request.signoffs if s.end), key=lambda s: s.order())
    round_no, returned, refused = 1, False, False
    steps = {}  # (round, step) -> rows
    for row in rows:
        if returned and not refused:
            assert row.step <= 3, "no L04 in this sample"
            round_no, returned = round_no + 1, False
        steps.setdefault((round_no, row.step), []).append(row)
        row.round = round_no
        if row.step == 3:
            if row.decision is None:
                found["L05"] += 1
            elif row.decision in ("T", "X"):
                returned, refused = True, row.decision == "X"
                if not (row.reason or row.note):
                    found["L06"] += 1

    total, unknown = 0, False
    for (number, step), group in steps.items():
        seconds, judged = _time(number, step, group, steps, found)
        if seconds is None:
            unknown = True
        else:
            total += seconds
            if judged > TARGET[step] * 60:
                found["W01"] += 1
        for row in group:
            if row.has_hour() and not inside(row.end):
                found["W03"] += 1
            if row.paraf_column and not row.paraf:
                found["P04"] += 1
            code = _identity(row, request, staff)
            if code:
                found[code] += 1
    for number in range(1, round_no + 1):
        signed = {step for (r, step) in steps if r == number}
        lacking = {s for s in range(2, max(signed, default=1)) if s not in signed}
        if 1 not in signed and not request.has_letter(number):
            lacking.add(1)
        found["L01"] += len(lacking)
        if not request.has_letter(number):
            found["K01"] += 1
    if total > 315 * 60:
        found["W02"] += 1
    if _burst(rows):
        found["P05"] += 1

    last = max((step for (r, step) in steps if r == round_no), default=1)
    if request.cancelled and request.cancelled <= per.date():
        status = "dibatalkan"
    elif refused:
        status = "ditolak"
    elif returned:
        status = "dikembalikan"
    elif last == 8:
        status = "selesai"
    else:
        status = "dalam_proses"
        since = max(row.end for row in rows)
        planned = [s.planned for s in request.signoffs if s.planned and s.step == last + 1]
        since = max([since, *planned])
        if since <= per and working_seconds(since, per) > LIMIT + TARGET[last + 1] * 60:
            found["W06"] += 1
    if status == "selesai" and not attached:
        found["K02"] += 1
    return +found, status, round_no, None if unknown else total


def _time(number, step, group, steps, found):
    """Counted seconds of a step (None: not known), and the wait before it."""
    lower = [s for (r, s) in steps if r == number and s < step]
    before = max((row for row in steps[(number, max(lower))]), key=lambda r: r.end) if lower else None
    since = before.end if before and before.has_hour() else None
    if step == 2 and group[0].received_by_team:
        since = group[0].received_by_team
    parts = len({row.part for row in group}) == len(group)
    if len(group) > 1 and not parts:
        found["L03"] += len(group) - 1
    first = min(group, key=lambda row: row.begin or row.end)
    if any(not row.has_hour() for row in group):
        found["W07"] += 1
        return None, None
    if any(row.begin is None for row in group):
        found["W04"] += 1
        if since is None or working_seconds(since, first.end) > TARGET[step] * 60:
            found["W07"] += 1
        return None, None
    if since and first.begin < since:
        found["L02"] += 1
    if since and working_seconds(since, first.begin) > LIMIT:
        found["W05"] += 1
    if len(group) > 1 and not parts:  # done twice: both count
        each = [step_seconds(row.begin, row.end) for row in group]
        return sum(each), max(each)
    union, reached = 0, None
    for row in sorted(group, key=lambda row: row.begin):
        begin = row.begin if reached is None else max(row.begin, reached)
        if begin < row.end:
            union += step_seconds(begin, row.end)
        reached = row.end if reached is None else max(reached, row.end)
    return union, union


def _identity(row, request, staff):
    if row.step == 1 or (row.step == 6 and row.actor is request.applicant):
        return None if row.actor is request.applicant else "P03"
    if row.actor is request.applicant:
        return "P02"
    roles = [(role, a, b) for person, role, a, b in staff if person is row.actor]
    if not roles:
        return "P03"
    day = row.end.date()
    held = {role for role, a, b in roles if (a is None or a <= day) and (b is None or day <= b)}
    return None if TEAM_ROLE[row.step] in held else "P01"


def _burst(rows):
    timed = [row for row in rows if row.has_hour()]
    for row in timed:
        near = [r for r in timed if r.actor is row.actor
                and timedelta(0) <= r.end - row.end <= timedelta(seconds=60)]
        if len(near) >= 3:
            return True
    return False


def verdicts(codes, status):
    """`sesuai_sop` and `tepat_waktu` from the codes; no kesalahan in this sample."""
    if any(code in BREACHES for code in codes):
        kept = False
    elif status == "dalam_proses" or "W07" in codes or "L05" in codes:
        kept = None
    else:
        kept = True
    if "W01" in codes:
        on_time = False
    else:
        on_time = True if status == "selesai" and "W07" not in codes else None
    return kept, on_time
