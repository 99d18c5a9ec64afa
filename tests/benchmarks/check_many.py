"""Times ``check`` over 2,000 reports: files a second, and the most memory that it took.

Run it with the Python of an environment that holds an installed wheel.
"""

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

DATA = Path(__file__).parents[1] / "data"
COUNTS = (200, 2_000)


def main() -> None:
    """Print a line for each number of files: were memory to grow with them, it would show between the two."""
    ours, form = ((DATA / name).read_text() for name in ("ofsted-2017.md", "official-form-2017.txt"))
    command = [str(Path(sys.executable).parent / "breach-wizard"), "check"]
    for count in COUNTS:
        with tempfile.TemporaryDirectory() as folder:
            for number in range(count):
                text = form if number % 4 == 0 else ours
                Path(folder, f"{number}.md").write_text(text.replace("Ofsted", f"Body {number}"))
            begun = time.perf_counter()
            subprocess.run([*command, folder], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
            took = time.perf_counter() - begun
        most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        print(f"{count} files: {count / took:.0f} files a second, {most:.0f} MiB at most")


if __name__ == "__main__":
    main()
