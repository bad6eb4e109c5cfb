"""Draws a sheet the way an office does: kop, title, head, table, notes, signature.

openpyxl only. Returns where each row and column went, so that the expectation can
name cells without anyone counting them by eye.
"""

from datetime import date, datetime, time

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter

THIN = Side(style="thin", color="808080")
BOX = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)
CENTRE = Alignment(horizontal="center", vertical="center", wrap_text=True)
LEFT = Alignment(horizontal="left", vertical="center", wrap_text=True)


class Column:
    """One column: its head as the office spells it, the key its value has in a
    row, its width, and the merged head that may stand above it."""

    def __init__(self, head, key, width, group=None, centre=False):
        self.head, self.key, self.width = head, key, width
        self.group, self.centre = group, centre


class Sheet:
    """What was drawn and where it stands."""

    def __init__(self, name, columns):
        self.name, self.columns, self.row_of, self.head_row = name, columns, [], 0

    def cell(self, index, key):
        """Address of the cell of the index-th row in the column `key`."""
        return f"{self.letter(key)}{self.row_of[index]}"

    def letter(self, key):
        at = [column.key for column in self.columns].index(key)
        return get_column_letter(at + 1)


def draw(ws, titles, columns, rows, *, font="Calibri", fill="D9E1F2", blank_after=(),
         total=None, notes=(), signature=(), numbered=False, first_row=1,
         moment_format="dd/mm/yyyy hh:mm", date_format="dd/mm/yyyy"):
    """Fills `ws`. A row is a dict of key to value; a str goes in as text, a date,
    datetime or time as a true Excel one. `None` in `rows` is a blank row."""
    sheet = Sheet(ws.title, columns)
    last = get_column_letter(len(columns))
    row = first_row
    for size, title in titles:
        if title:
            ws.merge_cells(f"A{row}:{last}{row}")
            ws.cell(row, 1, title).font = Font(name=font, size=size, bold=True)
            ws.cell(row, 1).alignment = Alignment(horizontal="center")
        row += 1

    grouped = any(column.group for column in columns)
    sheet.head_row = row
    _head(ws, row, columns, grouped, font, fill)
    row += 2 if grouped else 1
    if numbered:
        for at in range(len(columns)):
            cell = ws.cell(row, at + 1, f"({at + 1})")
            cell.font, cell.alignment, cell.border = Font(name=font, size=8, italic=True), CENTRE, BOX
        row += 1
    ws.freeze_panes = ws.cell(row, 3)

    for index, values in enumerate(rows):
        for at, column in enumerate(columns):
            cell = ws.cell(row, at + 1)
            _write(cell, values.get(column.key), column, font, moment_format, date_format)
        lines = max(_lines(values.get(column.key), column.width) for column in columns)
        ws.row_dimensions[row].height = 3 + 12.5 * lines
        sheet.row_of.append(row)
        row += 1
        if index in blank_after:
            for at in range(len(columns)):
                ws.cell(row, at + 1).border = BOX
            row += 1

    if total:
        words, value, span = total
        ws.merge_cells(start_row=row, start_column=1, end_row=row, end_column=span)
        ws.cell(row, 1, words).alignment = Alignment(horizontal="right")
        ws.cell(row, span + 1, value).alignment = CENTRE
        for at in range(len(columns)):
            ws.cell(row, at + 1).border = BOX
            ws.cell(row, at + 1).font = Font(name=font, size=10, bold=True)
            ws.cell(row, at + 1).fill = PatternFill("solid", fgColor="F2F2F2")
        row += 1

    row += 1
    for note in notes:
        ws.cell(row, 1, note).font = Font(name=font, size=9, italic=True)
        row += 1
    row += 1 if notes else 0
    for line in signature:
        ws.cell(row, max(1, len(columns) - 3), line).font = Font(name=font, size=10)
        row += 1

    for at, column in enumerate(columns):
        ws.column_dimensions[get_column_letter(at + 1)].width = column.width
    ws.page_setup.orientation, ws.page_setup.paperSize = "landscape", 9
    ws.page_setup.fitToWidth, ws.page_setup.fitToHeight = 1, 0
    ws.sheet_properties.pageSetUpPr.fitToPage = True
    ws.print_title_rows = f"{sheet.head_row}:{sheet.head_row + (1 if grouped else 0)}"
    return sheet


def _head(ws, row, columns, grouped, font, fill):
    at = 0
    while at < len(columns):
        column = columns[at]
        span = 1
        if column.group:
            while at + span < len(columns) and columns[at + span].group == column.group:
                span += 1
            ws.cell(row, at + 1, column.group)
            for k in range(span):
                ws.cell(row + 1, at + 1 + k, columns[at + k].head)
            if span > 1:
                ws.merge_cells(start_row=row, start_column=at + 1, end_row=row, end_column=at + span)
        else:
            ws.cell(row, at + 1, column.head)
            if grouped:
                ws.merge_cells(start_row=row, start_column=at + 1, end_row=row + 1, end_column=at + 1)
        at += span
    for r in range(row, row + (2 if grouped else 1)):
        for c in range(1, len(columns) + 1):
            cell = ws.cell(r, c)
            cell.font = Font(name=font, size=10, bold=True)
            cell.fill = PatternFill("solid", fgColor=fill)
            cell.border, cell.alignment = BOX, CENTRE
        ws.row_dimensions[r].height = 22 if grouped else 30


def _lines(value, width):
    # Roughly how many lines a wrapped text takes; dates take one.
    return -(-len(value) * 10 // int(width * 10)) if isinstance(value, str) and value else 1


def _write(cell, value, column, font, moment_format, date_format):
    cell.font, cell.border = Font(name=font, size=10), BOX
    cell.alignment = CENTRE if column.centre else LEFT
    if value is None:
        if column.key.startswith("nip"):
            cell.number_format = "@"
        return
    cell.value = value
    if isinstance(value, datetime):
        cell.number_format = moment_format
    elif isinstance(value, date):
        cell.number_format = date_format
    elif isinstance(value, time):
        cell.number_format = "hh:mm"
    elif isinstance(value, str) and column.key.startswith("nip"):
        # Text, as the office types it: format Teks, some with a leading apostrophe.
        cell.number_format = "@"
        cell.quotePrefix = " " not in value
