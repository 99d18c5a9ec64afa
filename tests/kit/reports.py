"""The report of each story, as Markdown, kept to be read aloud; run as a module it writes them anew.

python -m tests.kit.reports
"""

import tempfile
from pathlib import Path

from tests.kit.stories import STORIES
from tests.kit.told import scripted

REPORTS = Path(__file__).parents[1] / "data" / "reports"


def kept(name: str) -> Path:
    """Return where the report of a story is kept."""
    return REPORTS / f"{name}.md"


def main() -> None:
    """Write the reports."""
    REPORTS.mkdir(exist_ok=True)
    for name in STORIES:
        with tempfile.TemporaryDirectory() as folder:
            kept(name).write_bytes(scripted(name, Path(folder))[0])


if __name__ == "__main__":
    main()
