"""The two acts of the README where there is no make: see the book, and test it.

python -m scripts serve [ADDRESS]
python -m scripts test
"""

import sys

from scripts import tasks

if len(sys.argv) < 2 or sys.argv[1] not in tasks.NAMES:
    sys.exit(f"{(__doc__ or '').strip()}\n\nOne check alone: {', '.join(tasks.COMMANDS)}.")
sys.exit(tasks.perform(*sys.argv[1:]))
