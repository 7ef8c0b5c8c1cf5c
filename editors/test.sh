#!/usr/bin/env bash
# Runs the tests of all plugins in real editors, against one release build of this repository. What they need is
# fetched once into a cache folder; a suite that cannot run here says why in a line.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/.." && pwd)

cargo build --release --quiet --manifest-path "$root/Cargo.toml"
export MASTHEAD_PATH=${CARGO_TARGET_DIR:-$root/target}/release/masthead
for suite in "$here"/*/test.sh; do
  printf '\n$ editors/%s/test.sh\n' "$(basename "$(dirname "$suite")")"
  bash "$suite"
done
