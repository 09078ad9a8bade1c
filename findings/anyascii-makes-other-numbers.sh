#!/usr/bin/env bash
# anyascii 0.3.3. Expected: what is written in ASCII is at least not something else: "2½" is 2 1/2, "≠" is "!=".
# Seen: signs are put in one by one, without room around them: "2½ days" becomes "21/2 days", "10² m" becomes
# "102 m", "clause 1①" becomes "clause 11"; "≠" becomes "=", its opposite, as "→" becomes ">".
# Hurts: anchors, file names and search keys made of these words name another number; two clauses get one name.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3.13 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check anyascii==0.3.3
"$work/venv/bin/python" - <<'PY'
from importlib.metadata import version

from anyascii import anyascii

expected = {
    "2½ days": "21/2 days",
    "10² m": "102 m",
    "note 1①": "note 11",
    "buyer ≠ payer": "buyer = payer",
    "A → B": "A > B",
}
print("anyascii", version("anyascii"))
for words, seen in expected.items():
    print(f"{words} -> {anyascii(words)}")
    assert anyascii(words) == seen
PY
