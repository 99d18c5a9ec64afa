"""A file's way to its name: whole on disk first, unnamed where the system can, so that a killed run leaves nothing."""

import contextlib
import errno
import os
import stat
import time
from pathlib import Path
from typing import Final

from breach_wizard.patterns import pattern

TEMPORARY: Final = ".breach-wizard-"
"""How the names of all our temporary files begin, those of earlier versions too."""

UNFINISHED: Final = f"{TEMPORARY}unfinished-"
"""How they begin today: what somebody finds should say what it is."""

STRAY: Final = pattern(r"\.breach-wizard-(?:unfinished-)?(?:before-(\d{1,11})-)?[^-]*\.tmp")
OLD_ENOUGH: Final = 60.0
"""In seconds. One that another window is writing at this moment is never as old."""


class Staged:
    """The whole content of a file, safe on disk and for its owner only, before it gets its name.

    Attributes:
        path: the name it is to get.
        is_placed: it has it; or may have it, where a signal stopped us at that moment.
    """

    def __init__(self, path: Path, data: bytes) -> None:
        """Write it.

        Args:
            path: where it is to stand; no link.
            data: the content.

        Raises:
            OSError: it can't be written.
        """
        self.path = path
        self.is_placed = False
        self._data = data
        self._handle: int | None = _unnamed(path.parent)
        self._name: Path | None = None
        if self._handle is None:
            self._write_named()
        else:
            try:
                _write(self._handle, data)
            except BaseException:
                self.drop()
                raise

    def place(self, *, overwrite: bool) -> None:
        """Give it its name.

        Args:
            overwrite: in place of a file that has it; else only if nobody has taken it meanwhile.

        Raises:
            OSError: that can't be done; what was there still is.
        """
        self.is_placed = True
        try:
            self._place(overwrite)
        except OSError:
            self.is_placed = False
            raise

    def _place(self, overwrite: bool) -> None:
        if self._handle is not None:
            try:
                _link(self._handle, self.path)
            except FileExistsError:
                if not overwrite:
                    raise
            except (OSError, NotImplementedError):  # no links here; a name beside it will do
                pass
            else:
                return
        name = self._name or self._name_it()
        if overwrite:
            name.replace(self.path)
        else:
            _put_new(name, self.path)
        self._name = None

    def drop(self) -> None:
        """Let it go, unless it has its name."""
        if self._handle is not None:
            with contextlib.suppress(OSError):
                os.close(self._handle)
            self._handle = None
        if self._name is not None:
            with contextlib.suppress(OSError):
                self._name.unlink(missing_ok=True)
            self._name = None

    def _name_it(self) -> Path:
        """Give an unnamed file a name beside its own: only a named one can replace another."""
        name = self.path.with_name(f"{UNFINISHED}{os.urandom(4).hex()}.tmp")
        try:
            _link(self._handle or 0, name)
        except (OSError, NotImplementedError):
            return self._write_named()
        self._name = name
        return name

    def _write_named(self) -> Path:
        import tempfile  # only where a file can't be without a name

        handle, name = tempfile.mkstemp(prefix=UNFINISHED, suffix=".tmp", dir=self.path.parent)  # made with mode 0600
        self._name = Path(name)
        try:
            _write(handle, self._data)
        except BaseException:
            self.drop()
            raise
        finally:
            os.close(handle)
        return self._name


def keep_aside(path: Path) -> Path:
    """Give a file a second name beside its own, from which it can be put back by renaming, and return that.

    Its name says when: as a second name, it has the age of the file.

    Raises:
        OSError: there is neither a link nor room for a copy; nothing has changed.
    """
    aside = path.with_name(f"{UNFINISHED}before-{int(time.time())}-{os.urandom(4).hex()}.tmp")
    try:
        os.link(path, aside)
    except (OSError, NotImplementedError, AttributeError):  # no links: a copy, made while the file stands
        import shutil
        import tempfile

        handle, name = tempfile.mkstemp(prefix=aside.stem.rpartition("-")[0] + "-", suffix=".tmp", dir=path.parent)
        aside = Path(name)
        try:
            _write(handle, path.read_bytes())
            shutil.copystat(path, aside)
        except BaseException:
            aside.unlink()
            raise
        finally:
            os.close(handle)
    return aside


def sweep(folder: Path, now: float | None = None) -> None:
    """Take away the temporary files that killed processes of this user left in a folder.

    Args:
        folder: where to look; one that can't be read is left alone.
        now: in seconds since 1970; None is the present.
    """
    with contextlib.suppress(OSError):
        for entry in os.scandir(folder):
            found = STRAY.fullmatch(entry.name)
            if found is None:
                continue
            with contextlib.suppress(OSError):
                known = entry.stat(follow_symlinks=False)
                since = float(found[1]) if found[1] else known.st_mtime
                mine = not hasattr(os, "getuid") or known.st_uid == os.getuid()
                old = (time.time() if now is None else now) - since > OLD_ENOUGH
                if mine and old and stat.S_ISREG(known.st_mode):
                    Path(entry.path).unlink()


def settle(folder: Path) -> None:
    """See the new names in a folder safe on disk, where the platform lets a folder be opened."""
    if hasattr(os, "O_DIRECTORY"):
        with contextlib.suppress(OSError):
            handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)


def _unnamed(folder: Path) -> int | None:
    """Open a file without a name, which the system takes away with the process; None where there are none."""
    if not hasattr(os, "O_TMPFILE"):
        return None
    try:
        return os.open(folder, os.O_TMPFILE | os.O_WRONLY | os.O_CLOEXEC, 0o600)
    except OSError:  # this file system has none; what else is wrong, a named one will tell
        return None


def _link(handle: int, path: Path) -> None:
    """Give an unnamed file a name that nobody has."""
    handles = os.open("/proc/self/fd", os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:  # without a folder's handle, Python takes a call of the system that doesn't follow the link
        os.link(str(handle), path, src_dir_fd=handles, follow_symlinks=True)
    finally:
        os.close(handles)


def _write(handle: int, data: bytes) -> None:
    with os.fdopen(handle, "wb", closefd=False) as file:
        file.write(data)
        file.flush()
        os.fsync(handle)


def _put_new(name: Path, path: Path) -> None:
    """Give the file its name only if nobody else has taken it meanwhile, where the file system can tell."""
    try:
        path.hardlink_to(name)
    except FileExistsError:
        raise
    except (OSError, NotImplementedError, AttributeError):  # a file system without links, or a platform
        if path.exists():
            raise FileExistsError(errno.EEXIST, "exists") from None
        name.replace(path)
    else:
        name.unlink()
