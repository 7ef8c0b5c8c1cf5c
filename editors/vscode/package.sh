#!/usr/bin/env bash
# Packs the extension together with the program as it is given out, for the platform that this runs on.
#
#     editors/vscode/package.sh [FILE.vsix]
#     VSIX=FILE.vsix editors/vscode/test.sh     drives that very file in a real VS Code
#
# The program is built once more for it, which takes several minutes: small and fast rather than soon.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
dist=${CARGO_TARGET_DIR:-$root/target}/dist

"$root/dist.sh" >&2
file=$(realpath "${1:-$dist/masthead-$(node -p 'process.platform + "-" + process.arch').vsix}")
cd "$here"
[ node_modules/.package-lock.json -nt package-lock.json ] || npm ci --ignore-scripts --silent
node build.mjs --package "$dist/masthead" "$file"
