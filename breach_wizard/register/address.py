"""Where a register is: a file, or a server of PostgreSQL. What its address holds of a password is never shown."""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final
from urllib.parse import unquote

from breach_wizard.errors import InputError
from breach_wizard.patterns import pattern

SCHEME: Final = pattern(r"[A-Za-z][\w+.-]+://")
"""How an address begins; one letter alone is a drive of Windows."""

WHOLE: Final = (
    r"postgres(?:ql)?://(?:(?P<user>[^:@/?]*)(?::(?P<password>[^:@/?]*))?@)?"
    r"(?P<hosts>(?:\[[^\]@/?]*\]|[^:@/?,\[]*)(?::\d*)?(?:,(?:\[[^\]@/?]*\]|[^:@/?,\[]*)(?::\d*)?)*)"
    r"(?:/(?P<register>[^@/?]*))?(?:\?(?P<more>\w+=[^@?&=]*(?:&\w+=[^@?&=]*)*)?)?"
)
"""An address as libpq reads it, where it is sure what is a password: "@" stands once, no "/" or "?" in a password."""

SECRETS: Final = ("password", "sslpassword", "oauth_client_secret", "scram_client_key", "scram_server_key")
"""What libpq takes beside a password that nobody else may know."""
REFUSED: Final = (
    "The address of the register can't be read. Write it like postgresql://user@host/register, signs such as @, / or : "
    "in a part of it as %40, %2F or %3A, and the password in ~/.pgpass or a service file."
)


class Server:
    """A register on a server.

    Attributes:
        address: as libpq takes it; it may hold a password, so that it is shown nowhere.
    """

    def __init__(self, address: str) -> None:
        self.address = address
        self._read = re.fullmatch(WHOLE, address)

    def checked(self) -> str:
        """Return the address.

        Raises:
            InputError: it is none, or nobody can be sure what of it is a password.
        """
        if self._read is None:
            raise InputError(REFUSED)
        return self.address

    def __str__(self) -> str:
        """The register and its host, as a user knows them: "breaches on db.example.org"."""
        if self._read is None:
            return "on a server"
        more = dict(self._more())
        name = self._part("register") or more.get("dbname") or os.environ.get("PGDATABASE", "")
        hosts = [one for part in self._part("hosts").split(",") if (one := re.sub(r":\d*$", "", part).strip("[]"))]
        host = ", ".join(hosts) or more.get("host") or more.get("hostaddr", "")
        service = more.get("service") or os.environ.get("PGSERVICE", "")
        if not host and service:
            where = f"the service {service}"
        else:
            host = host or os.environ.get("PGHOST", "")
            where = "a server on this computer" if not host or host.startswith("/") else host
        told = f"{name} on {where}" if name else f"on {where}"
        return "".join(sign if sign.isprintable() else "?" for sign in told)

    def __repr__(self) -> str:
        return f"Server({self.shown!r})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Server) and other.address == self.address

    def __hash__(self) -> int:
        return hash(self.address)

    @property
    def has_password(self) -> bool:
        """May a password stand in it?"""
        return self._read is None or bool(self._read["password"]) or any(name in SECRETS for name, _ in self._more())

    @property
    def shown(self) -> str:
        """The address without what may be a password."""
        if self._read is None:
            return "postgresql://..."
        text = re.sub(r"(//[^:@/?]*):[^:@/?]*@", r"\1:...@", self.address)
        return re.sub(rf"\b({'|'.join(SECRETS)})=[^&]*", r"\1=...", text)

    def _part(self, name: str) -> str:
        return unquote(self._read[name] or "") if self._read is not None else ""

    def _more(self) -> Iterator[tuple[str, str]]:
        text = (self._read["more"] or "") if self._read is not None else ""
        for one in filter(None, text.split("&")):
            name, _, value = one.partition("=")
            yield name, unquote(value)


Address = Path | Server


def is_address(name: str) -> bool:
    """Does the name of a register begin as an address does, and not as that of a file?"""
    return SCHEME.match(name) is not None
