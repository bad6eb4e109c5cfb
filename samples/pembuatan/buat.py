"""Makes samples/kantor and samples/kantor-bermasalah anew:

    pip install openpyxl==3.1.5      (and LibreOffice Calc, `soffice`)
    python3 samples/pembuatan/buat.py

The same input gives the same bytes: no clock and no random number goes in. The two
hand-written tertib.toml files are left as they are.
"""

import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

sys.dont_write_bytecode = True
HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

import bermasalah  # noqa: E402
import kantor  # noqa: E402

# These are saved once more by LibreOffice: its files differ from openpyxl's (shared
# strings, styles, cached values of formulas).
BY_LIBREOFFICE = {
    "kantor": ["data/2024-07/Kendali Juli.xlsx", "data/Kendali tambahan.xlsx"],
    "kantor-bermasalah": [bermasalah.LATE_LIST],
}
STAMP = "2024-08-01T01:00:00Z"


def save_by_libreoffice(path):
    with tempfile.TemporaryDirectory() as out:
        subprocess.run(
            ["soffice", "--headless", f"-env:UserInstallation=file://{out}/profile", "--convert-to",
             "xlsx:Calc MS Excel 2007 XML", "--outdir", out, str(path)],
            check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        shutil.copyfile(Path(out) / path.name, path)


def settle(path):
    """Takes the moment of saving out of a workbook; its sheets stay as written."""
    with zipfile.ZipFile(path) as book:
        parts = [(name, book.read(name)) for name in book.namelist()]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        for name, body in parts:
            if name == "docProps/core.xml":
                body = re.sub(rb">\d{4}-\d\d-\d\dT[\d:.]+Z?<", b">" + STAMP.encode() + b"<", body)
            entry = zipfile.ZipInfo(name, (2024, 8, 1, 8, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            book.writestr(entry, body)


def main():
    for name, maker in (("kantor", kantor), ("kantor-bermasalah", bermasalah)):
        folder = HERE.parent / name
        for made in ("data", "bukti-dukung"):
            shutil.rmtree(folder / made, ignore_errors=True)
            (folder / made).mkdir(parents=True)
        for path in maker.make(folder):
            if path in BY_LIBREOFFICE[name]:
                save_by_libreoffice(folder / path)
            settle(folder / path)
    bermasalah.spoil(HERE.parent / "kantor-bermasalah")


if __name__ == "__main__":
    main()
