"""Files in reports/: the newest under plain names, what was there before in `earlier/`."""

from __future__ import annotations

from datetime import datetime, timezone
from pathlib import Path

from places import REPORTS


def leave_in_reports(name: str, content: bytes, folder: Path = REPORTS) -> Path:
    """Writes the file at once; one of other content is kept under the time it was written at."""
    folder.mkdir(exist_ok=True)
    file = folder / name
    if file.is_file():
        if file.read_bytes() == content:
            return file
        _keep(file)
    unfinished = folder / f"{name}.unfinished"
    unfinished.write_bytes(content)
    return unfinished.replace(file)


def _keep(file: Path) -> None:
    written = datetime.fromtimestamp(file.stat().st_mtime, timezone.utc)
    earlier = file.parent / "earlier"
    earlier.mkdir(exist_ok=True)
    file.replace(earlier / f"{file.stem}-{written:%Y%m%dT%H%M%S}{file.suffix}")
