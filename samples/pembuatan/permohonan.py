"""Requests and sign-offs of the samples, before any workbook exists."""

from datetime import datetime, time, timedelta

from waktu import at, next_slot, on

# Minutes that the steps 2 to 8 took, and that passed before each, by turns.
TOOK = [(8, 20, 15, 150, 10, 10, 5), (10, 25, 20, 165, 12, 12, 8), (5, 18, 25, 120, 15, 10, 5),
        (12, 30, 30, 180, 10, 15, 10), (7, 22, 18, 135, 8, 9, 6)]
AFTER = [(35, 20, 25, 45, 10, 20, 30), (50, 40, 15, 80, 5, 35, 15), (20, 65, 30, 30, 15, 60, 45),
         (95, 15, 55, 60, 10, 25, 20)]


class SignOff:
    def __init__(self, step, actor, begin, end, *, decision=None, reason=None, note=None,
                 paraf=True, part=None, book=None, style=None, planned=None, whole_day=False,
                 spelled=None, zone=None, twin=False):
        self.step, self.actor, self.begin, self.end = step, actor, begin, end
        self.decision, self.reason, self.note, self.paraf = decision, reason, note, paraf
        self.part, self.book, self.style, self.planned = part, book, style, planned
        self.whole_day, self.spelled, self.zone, self.twin = whole_day, spelled, zone, twin
        self.paraf_column, self.received_by_team, self.round = True, None, 1

    def has_hour(self):
        return not self.whole_day

    def when(self):
        """When the row was entered, as far as a row tells."""
        return self.end or self.begin or self.planned

    def order(self):
        """Time order; the samples keep rows of days without an hour in place."""
        return self.end


class Request:
    """One request. `expect` is what the author expects tertib to find."""

    def __init__(self, number, applicant, received, accesses, *, expect=None, status="selesai",
                 kind="baru", book=None, note=None, letter=True, attach=True, recipients=(),
                 received_by_team=None, cancelled=None, cancel_reason=None, letters=(), letter_text=None,
                 applicant_nip=None, written_kind=None, purpose=None):
        self.number, self.applicant, self.received = number, applicant, on(received)
        self.accesses, self.expect, self.status, self.kind = accesses, expect or {}, status, kind
        self.book, self.note, self.letter, self.attach = book, note, letter, attach
        self.recipients, self.cancel_reason = recipients, cancel_reason
        self.received_by_team = at(received_by_team) if received_by_team else None
        self.cancelled = on(cancelled) if cancelled else None
        self.letters = letters          # (received, note) of the rounds from 2
        self.letter_text = letter_text  # the letter's date exactly as typed
        self.applicant_nip = applicant_nip or applicant.nip
        self.written_kind, self.purpose = written_kind, purpose
        self.signoffs = []

    def has_letter(self, number):
        return self.letter if number == 1 else number - 2 < len(self.letters)

    def sign(self, step, actor, span, **more):
        """`span` is 'dd/mm hh.mm-hh.mm', 'dd/mm hh.mm-dd/mm hh.mm', or with an
        empty side: '-dd/mm hh.mm' no start, 'dd/mm hh.mm-' in progress."""
        left, right = span.split("-")
        begin = at(left) if left else None
        if not right:
            end = None
        elif " " in right:
            end = at(right)
        else:
            hh, mm = right.split(".")
            end = datetime.combine(begin.date(), time(int(hh), int(mm)))
        if more.get("planned"):  # not begun: the moment is that of the plan
            more["planned"], begin = begin, None
        self.signoffs.append(SignOff(step, actor, begin, end, **more))
        return self

    def flow(self, start, head, member, pattern, steps=range(2, 9), decision="Y"):
        """Signs `steps` without a fault, one after the other from `start`."""
        moment = at(start)
        took, after = TOOK[pattern % len(TOOK)], AFTER[pattern % len(AFTER)]
        for step in steps:
            minutes = took[step - 2]
            begin = next_slot(moment + timedelta(minutes=after[step - 2]), minutes)
            end = begin + timedelta(minutes=minutes)
            self.signoffs.append(SignOff(step, head if step in (2, 8) else member, begin, end,
                                         decision=decision if step == 3 else None))
            moment = end
        return self

    def change(self, step, **more):
        """Changes the one sign-off of `step`."""
        for row in self.signoffs:
            if row.step == step:
                for key, value in more.items():
                    setattr(row, key, value)
        return self
