#!/usr/bin/env bash
# Checks and packs the extension, and drives it in a real VS Code, which is shown by Chromium without a window.
#
#     editors/vscode/test.sh              all tests
#     editors/vscode/test.sh 'quick fix'  those whose name holds the words
#     editors/vscode/test.sh --pictures   takes the pictures of the README anew instead (needs pngquant)
#
# VS Code is fetched once into a cache folder. MASTHEAD_PATH names the program to test; without it the release build
# of this repository is made and used. VSIX names a packed extension to test as it is; without it one is packed.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
version=4.100.3
cache=${XDG_CACHE_HOME:-$HOME/.cache}/masthead-tests
export VSCODE_CLIENT=$cache/vscode-$version

skip() {
  echo "VS Code: skipped: $*"
  exit 0
}

# What should be to be had here and is not: no test ran, so this is no success.
fail() {
  echo "VS Code: its tests could not run: $*" >&2
  exit 1
}

# What is needed besides npm's packages, as commands and as Debian's packages.
node=$(node --version 2>/dev/null || true)
if [ -z "$node" ] || ! command -v npm >/dev/null; then
  skip "no Node here, which runs it."
fi
# This VS Code is built for one Node alone.
case $node in
  v20.*) ;;
  *) skip "it needs Node 20, and here is $node." ;;
esac
missing=()
for pair in chromium:chromium rg:ripgrep make:make g++:g++ python3:python3; do
  command -v "${pair%%:*}" >/dev/null || missing+=("${pair##*:}")
done
if [ ${#missing[@]} -gt 0 ]; then
  if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
    skip "this needs ${missing[*]}, which only root can install."
  fi
  echo "Installing ${missing[*]} …"
  install=(apt-get install -y --no-install-recommends "${missing[@]}" fonts-dejavu-core)
  { "${install[@]}" || { apt-get update && "${install[@]}"; }; } >/dev/null 2>&1 || fail "${missing[*]} cannot be installed."
fi
if [ ! -e "$VSCODE_CLIENT/ready" ]; then
  echo "Fetching and building VS Code for the tests, once: 450 MB in $VSCODE_CLIENT …"
  bash "$here/test/install.sh" "$VSCODE_CLIENT" "$version" || fail "npm cannot fetch VS Code, or it cannot be built."
fi

if [ -z "${MASTHEAD_PATH:-}" ]; then
  cargo build --release --quiet --manifest-path "$root/Cargo.toml"
  MASTHEAD_PATH=${CARGO_TARGET_DIR:-$root/target}/release/masthead
fi
MASTHEAD_PATH=$(realpath "$MASTHEAD_PATH")
export MASTHEAD_PATH
[ -z "${VSIX:-}" ] || VSIX=$(realpath "$VSIX")

cd "$here"
if [ ! node_modules/.package-lock.json -nt package-lock.json ]; then
  npm ci --ignore-scripts --silent || fail "npm cannot fetch what builds the extension."
fi
npm run --silent check
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export TMPDIR=$work PICTURES=$cache/pictures
if [ -z "${VSIX:-}" ]; then
  export VSIX=$work/masthead.vsix
  node build.mjs --package "$MASTHEAD_PATH" "$VSIX" >"$work/package.log" 2>&1 || { cat "$work/package.log"; exit 1; }
fi
mkdir -p "$PICTURES"

if [ "${1:-}" = --pictures ]; then
  node test/pictures.mjs
  exit
fi
# One VS Code at a time. A tenth of the time is usual: what takes longer hangs.
node --test --test-concurrency=1 --test-timeout=900000 --test-reporter=spec ${1:+--test-name-pattern="$1"} test/*.test.mjs
echo "VS Code: all tests passed."
