"""A real server of PostgreSQL in a folder of its own, where there are its programs; it ends with the process."""

import atexit
import functools
import itertools
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Any

import psycopg

from breach_wizard.register.address import Server as Address

PATIENCE = 60.0
"""Seconds until a server that does not start counts as one that never will."""


@functools.cache
def programs() -> Path | None:
    """Return the folder of the server's programs, the newest where there are several; None where there is none."""
    found = [*Path("/usr/lib/postgresql").glob("*/bin/initdb")]
    found.sort(key=lambda path: float(path.parts[-3]))
    on_path = shutil.which("initdb")
    found += [Path(on_path).resolve()] if on_path else []
    return found[-1].parent if found else None


WHY_NOT = "" if programs() else "needs PostgreSQL: the Debian package postgresql"


def _somebody() -> dict[str, Any]:
    """As whom it is started: it refuses to run as root."""
    if os.geteuid() != 0:
        return {}
    known = {one.pw_name: one for one in pwd.getpwall()}
    found = known.get("postgres") or known["nobody"]
    return {"user": found.pw_uid, "group": found.pw_gid, "extra_groups": []}


class Server:
    """A server that listens in its own folder only, to everybody who is there; nothing in it outlives the folder."""

    def __init__(self) -> None:
        where = programs()
        assert where is not None
        self.programs = where
        self.folder = Path(
            tempfile.mkdtemp(prefix="breach-wizard-", dir="/tmp")
        )  # a socket's name is short, and others may look in
        self.data = self.folder / "data"
        self._as = _somebody()
        if self._as:
            os.chown(self.folder, self._as["user"], self._as["group"])
        made = [
            str(where / "initdb"),
            "-D",
            str(self.data),
            "-U",
            "owner",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--locale=C.UTF-8",
            "-N",
        ]
        subprocess.run(made, check=True, stdout=subprocess.DEVNULL, cwd="/", **self._as)
        self._schemas = itertools.count(1)
        self.start()

    def start(self) -> None:
        """Start it, and wait until it answers."""
        settings = {"listen_addresses": "", "unix_socket_directories": self.folder, "fsync": "off"}
        settings |= {"shared_buffers": "32MB", "max_connections": "40", "autovacuum": "off"}
        options = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
        with (self.folder / "log").open("ab") as log:
            self._process = subprocess.Popen(
                [str(self.programs / "postgres"), "-D", str(self.data), *options],
                stdout=log,
                stderr=log,
                cwd="/",
                **self._as,
            )
        deadline = time.monotonic() + PATIENCE
        while True:
            try:
                psycopg.connect(self.url()).close()
            except psycopg.OperationalError:
                assert self._process.poll() is None, (self.folder / "log").read_text()
                assert time.monotonic() < deadline, (self.folder / "log").read_text()
            else:
                return

    def stop(self, how: int = signal.SIGQUIT) -> None:
        """Stop it: at once, as a power cut does, or as the signal says."""
        if self._process.poll() is None:
            self._process.send_signal(how)
            self._process.wait()

    def remove(self) -> None:
        """Stop it, and take its folder away."""
        self.stop()
        shutil.rmtree(self.folder)

    def url(self, user: str = "owner", database: str = "postgres", schema: str = "") -> str:
        """Return an address of a database on it, or of one schema in that."""
        options = f"&options=-csearch_path%3D{schema}" if schema else ""
        return f"postgresql://{user}@/{database}?host={self.folder}{options}"

    def fresh(self) -> Address:
        """Return the address of an empty register: a schema of its own."""
        name = f"register_{next(self._schemas)}"
        with psycopg.connect(self.url(), autocommit=True) as connection:
            connection.execute(f"create schema {name}")
        return Address(self.url(schema=name))

    def database(self, name: str) -> Address:
        """Return the address of an empty database of that name."""
        with psycopg.connect(self.url(), autocommit=True) as connection:
            connection.execute(f"drop database if exists {name} with (force)")
            connection.execute(f"create database {name}")
        return Address(self.url(database=name))


@functools.cache
def shared() -> Server:
    """Return the server that the tests of this process share; those that stop one start their own."""
    found = Server()
    atexit.register(found.remove)
    return found
