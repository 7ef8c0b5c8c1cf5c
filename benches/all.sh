#!/usr/bin/env bash
# Runs all benchmarks on the program as it is shipped and prints their tables as Markdown, for benches/RESULTS.md.
# Run it alone on a quiet machine. `benches/peers.sh` installs what Masthead is compared with.
set -euo pipefail
cd "$(dirname "$0")/.."
./dist.sh >&2
export MASTHEAD=${CARGO_TARGET_DIR:-$PWD/target}/dist/masthead
printf '`benches/all.sh`, at commit %s.\n' "$(git rev-parse --short HEAD)"
cargo bench --quiet --bench lsp -- all
printf '\n### Parts of the engine\n\n`cargo bench --bench parts`, one thread.\n\n```text\n'
cargo bench --quiet --bench parts
echo '```'
