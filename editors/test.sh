#!/usr/bin/env bash
# Runs the tests of all plugins in real editors. What they need is fetched once into a cache folder; a suite that
# cannot run here says why in a line. MASTHEAD_PATH names the program to test; without it the release build of this
# repository is made and used.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/.." && pwd)

if [ -z "${MASTHEAD_PATH:-}" ]; then
  cargo build --release --quiet --manifest-path "$root/Cargo.toml"
  export MASTHEAD_PATH=${CARGO_TARGET_DIR:-$root/target}/release/masthead
fi
for suite in "$here"/*/test.sh; do
  printf '\n$ editors/%s/test.sh\n' "$(basename "$(dirname "$suite")")"
  bash "$suite"
done
