#!/usr/bin/env bash
# ralph-malph 5.1.0. Expected: a record store whose statements go into a file (RALPH_RUNSERVER_BACKEND=fs) keeps each of them.
# Seen: it keeps the first. The next is answered 500: the file is there already, and may not be written over.
# Also: its server imports `requests`, which none of its extras asks for.
# Hurts: whoever tries a course against it sees "initialized" arrive and "completed" refused, and looks for the fault there.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3.13 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check "ralph-malph[lrs]==5.1.0" requests==2.34.2
cd "$work"
mkdir kept
"$work/venv/bin/python" - <<'PY'
import json
import os

import bcrypt
from importlib.metadata import version

secret = bcrypt.hashpw(b"secret", bcrypt.gensalt(4)).decode()
agent = {"mbox": "mailto:system@example.org"}
with open("auth.json", "w") as file:
    json.dump([{"username": "learner", "hash": secret, "scopes": ["all"], "agent": agent}], file)
os.environ["RALPH_AUTH_FILE"] = "auth.json"
os.environ["RALPH_RUNSERVER_BACKEND"] = "fs"
os.environ["RALPH_BACKENDS__LRS__FS__DEFAULT_DIRECTORY_PATH"] = "kept"

from fastapi.testclient import TestClient
from ralph.api import app

client = TestClient(app, raise_server_exceptions=False)
answered = []
for number in (1, 2):
    key = f"00000000-0000-4000-8000-00000000000{number}"
    statement = {
        "id": key,
        "actor": agent,
        "verb": {"id": "http://adlnet.gov/expapi/verbs/completed"},
        "object": {"id": "https://example.org/course"},
    }
    told = client.put("/xAPI/statements", params={"statementId": key}, json=statement, auth=("learner", "secret"))
    answered.append(told.status_code)
print("ralph-malph", version("ralph-malph"), "answers", *answered)
assert answered == [204, 500]
PY
