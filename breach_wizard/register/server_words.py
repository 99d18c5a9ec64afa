"""What a server of PostgreSQL says that went wrong, and what the user is told: its own words may hold secrets."""

from typing import Final

import psycopg

from breach_wizard.patterns import pattern

NAMES: Final = pattern(r"\"[^\"]*\"|'[^']*'")

UNREACHED: Final = "can't be reached. Look whether you are on its network, and try again"
NOT_REACHED: Final = (
    ("password", "does not let you in with this password, or without one. See to its line in ~/.pgpass"),
    ("authentication failed", "does not let you in. Ask whoever runs the server"),
    ("pg_hba.conf", "does not let you in from here, or not in this way. Ask whoever runs the server"),
    ("permission denied for database", "does not let you in. Ask whoever runs the server"),
    ("role ", "does not know your database user. Ask whoever runs the server"),
    ("database ", "is not on that server. Look at the name in its address, or ask whoever runs the server"),
    ("definition of service", "is named by a service that no service file has. Look at its name in the address"),
    ("certificate", "can't be reached safely: the server's certificate is not as the address asks for it"),
    ("ssl", "can't be reached safely: the server does not speak TLS as the address asks for it"),
    ("starting up", "is only starting. Try again in a minute"),
    ("shutting down", "is being stopped. Try again later"),
    ("too many", "has too many users at this moment. Try again in a minute"),
    ("remaining connection slots", "has too many users at this moment. Try again in a minute"),
    ("invalid", "has an address that libpq does not understand. Look at its parts after the ?"),
)
"""Signs of what libpq says where nobody could be let in, the first that is there counting."""

LOST: Final = "was lost: its server went away. Nothing of the last step was kept. Try again"
UNSURE: Final = "went away in the middle of a change. Whether it was kept is not known: look before you do it again"
SKIPPED: Final = (
    "no longer holds it, but its server's own files may: your database user does not own the tables. Whoever does must "
    "give the server this command: vacuum full"
)
STATES: Final = {
    "42501": "does not allow this to your database user. Ask whoever administers it",
    "25006": "can only be read: this server is a copy of another, or set so. Ask whoever runs it",
    "53100": "can't be written to: its server's disk is full. Tell whoever runs it. Nothing in it has changed",
    "53200": "can't be used: its server is out of memory. Try again in a minute",
    "55P03": "is being written to by another program. Try again in a minute",
    "57014": "was too slow for its server, which gave up. Try again",
    "40P01": "was busy. Nothing was changed. Try again",
    "22P05": "can't hold a sign of this text, as its database is not set to UTF-8. Tell whoever administers it",
    "22021": "can't hold a sign of this text. Take it out, and try again",
    "42P07": "has a table of another program's where one of its own is to be. Name a database, or a schema, of its own",
    "XX001": "is damaged. Nothing was changed. Tell whoever runs its server",
    "XX002": "is damaged. Nothing was changed. Tell whoever runs its server",
}
"""By the code that the server gives."""


def why_not_reached(error: psycopg.Error) -> str:
    """Return why nobody could be let in, to stand after the name of the register."""
    said = NAMES.sub("", str(error).lower())  # a host may be called as you like
    return next((told for sign, told in NOT_REACHED if sign in said), UNREACHED)


def why(error: psycopg.Error) -> str:
    """Return why something could not be done, to stand after the name of the register."""
    if isinstance(error, psycopg.OperationalError) and (error.sqlstate or "57P01").startswith(("57P", "08")):
        return LOST
    return STATES.get(error.sqlstate or "", "can't be used. Try again")
