"""Seeds for the target: every workbook of tests/workbooks, the ending before its bytes;
packages also with nothing in them packed, so that a changed byte is a changed cell.

    python3 benih.py corpus/intake
"""

import io
import pathlib
import sys
import zipfile

ENDINGS = ["xlsx", "xlsb", "xls", "ods", "csv", "txt"]
root = pathlib.Path(__file__).parent.parent / "tests" / "workbooks"
out = pathlib.Path(sys.argv[1])
out.mkdir(parents=True, exist_ok=True)
for path in sorted(root.rglob("*")):
    ending = path.suffix.lstrip(".").lower()
    if path.is_file() and ending in ENDINGS:
        name = str(path.relative_to(root)).replace("/", "-")
        first, holds = bytes([ENDINGS.index(ending)]), path.read_bytes()
        (out / name).write_bytes(first + holds)
        if zipfile.is_zipfile(path):
            bare = io.BytesIO()
            with zipfile.ZipFile(path) as packed, zipfile.ZipFile(bare, "w") as package:
                for part in packed.namelist():
                    if "theme" not in part and "docProps" not in part and "Thumb" not in part:
                        package.writestr(part, packed.read(part))
            (out / f"polos-{name}").write_bytes(first + bare.getvalue())
