"""Sets the berita acara of a folder of records with the PyPI package typst.

    python3 benches/berita_acara.py FOLDER

The straightforward way: fonts and template are read once, then one document a record,
PDF/A-3a and PDF/UA-1, to a file.
"""

import pathlib
import sys

import typst

here = pathlib.Path(__file__).resolve().parent
folder = pathlib.Path(sys.argv[1]).resolve()
out = folder.parent / "python"
out.mkdir(exist_ok=True)

compiler = typst.Compiler(
    str(here / "berita_acara.typ"),
    root="/",
    font_paths=[str(here.parent / "templates" / "fonts")],
    ignore_system_fonts=True,
)
for record in sorted(folder.glob("*.json")):
    pdf = compiler.compile(
        format="pdf",
        sys_inputs={"data": str(record)},
        pdf_standards=["a-3a", "ua-1"],
    )
    (out / (record.stem + ".pdf")).write_bytes(pdf)
