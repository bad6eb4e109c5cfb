"""What tertib should find in samples/kantor, written before tertib has seen it.

The author's expectation beside each request must agree with the second opinion of
`penilai.py`; where they differ, nothing is written.
"""

import json
import re
from collections import Counter
from datetime import datetime

import penilai
from data_kantor import STAFF

PER = datetime(2024, 8, 1, 8, 0)  # as in kantor/tertib.toml


def natural(number):
    """Key of the natural order: runs of digits compare as numbers."""
    return [(0, int(part), "") if part.isdigit() else (1, 0, part.lower()) for part in re.split(r"(\d+)", number) if part]


def write(path, everything):
    by_level, status = Counter(), Counter()
    alone = {"D13": 2, "D14": 1}
    items, doubts = [], []
    for request in everything:
        for row in request.signoffs:
            row.received_by_team = request.received_by_team if request.received_by_team else None
        outside = request.kind != "baru"
        found, state, rounds, seconds = penilai.judge(request, STAFF, PER, request.attach)
        if outside:
            found = Counter()
        hand = Counter(request.expect)
        by_rule = Counter({c: n for c, n in hand.items() if c not in ("D05", "D10", "D15", "D16")})
        if found != by_rule or state != request.status:
            doubts.append(f"{request.number}: rules say {dict(found)} {state}, author {dict(hand)} {request.status}")
        kept, on_time = (None, None) if outside else penilai.verdicts(hand, state)
        item = {"nomor": request.number, "jenis": request.kind, "status": state, "putaran": rounds,
                "sesuai_sop": kept, "tepat_waktu": on_time, "detik_kerja": seconds, "temuan": dict(sorted(hand.items()))}
        if outside:
            del item["detik_kerja"]  # the contract does not say; not asserted
        items.append(item)
        status["permohonan"] += 1
        if outside:
            status["di_luar_sop"] += 1
        else:
            status[state] += 1
            status["sesuai_sop"] += kept is True
            status["tepat_waktu"] += on_time is True
        for code, count in hand.items():
            by_level[penilai.level(code)] += count
    if doubts:
        raise SystemExit("\n".join(doubts))
    for code, count in alone.items():
        by_level[penilai.level(code)] += count
    names = ["permohonan", "selesai", "dalam_proses", "dikembalikan", "ditolak", "dibatalkan", "perlu_perbaikan",
             "di_luar_sop", "sesuai_sop", "tepat_waktu"]
    summary = {name: status[name] for name in names}
    summary["temuan"] = {name: by_level[name] for name in ("kesalahan", "ketidaksesuaian", "peringatan", "info")}
    result = {"per": "2024-08-01T08:00:00+07:00", "ringkasan": summary, "tanpa_permohonan": alone,
              "permohonan": sorted(items, key=lambda item: natural(item["nomor"]))}
    path.write_text(json.dumps(result, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
