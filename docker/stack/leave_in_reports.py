"""Files in reports/: the newest under plain names, what was there before in `earlier/`."""

from __future__ import annotations

import itertools
import shutil
from datetime import datetime, timezone
from pathlib import Path

from places import REPORTS


def leave_in_reports(name: str, content: bytes, folder: Path = REPORTS) -> Path:
    """Under the plain name is always a whole file; one of other content is kept under the time it was written at."""
    folder.mkdir(exist_ok=True)
    file = folder / name
    if file.is_file() and file.read_bytes() == content:
        return file
    unfinished = folder / f"{name}.unfinished"
    unfinished.write_bytes(content)
    if file.is_file():
        _keep(file)
    return unfinished.replace(file)


def written_at(file: Path) -> datetime:
    return datetime.fromtimestamp(file.stat().st_mtime, timezone.utc)


def _keep(file: Path) -> None:
    """Gives the file a second name, so that the plain one is there until the next file takes it."""
    earlier = file.parent / "earlier"
    earlier.mkdir(exist_ok=True)
    stem = f"{file.stem}-{written_at(file):%Y%m%dT%H%M%S}"
    for number in itertools.count(1):
        kept = earlier / f"{stem}{'' if number == 1 else f'-{number}'}{file.suffix}"
        try:
            kept.hardlink_to(file)
            return
        except FileExistsError:
            # After a kill at this point it is kept already.
            if kept.samefile(file):
                return
        except OSError:
            # A file system without hard links.
            shutil.copy2(file, kept)
            return
