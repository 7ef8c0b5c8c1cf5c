#!/usr/bin/env bash
# Builds the program as it is given out: small and fast, which takes several minutes. One commit and one compiler give the
# same bytes in whatever folder, and nothing in them tells of the machine that built them.
#
#     ./dist.sh [PROFILE]     prints where the program is
set -euo pipefail
root=$(cd "$(dirname "$0")" && pwd -P)
profile=${1:-dist}
crates=${CARGO_HOME:-$HOME/.cargo}/registry/src
target=${CARGO_TARGET_DIR:-$root/target}

# The compiler writes down where each piece of source stood. A registry's folder has a name of its own on each machine.
cargo fetch --locked --quiet --manifest-path "$root/Cargo.toml"
flags=("--remap-path-prefix=$root=." "--remap-path-prefix=$target=target")
# A function is copied into those that call it where it is a little smaller than usual: the program is to stay below 12 MB.
flags+=("-Cllvm-args=-inline-threshold=150")
for folder in "$crates"/*/; do
  flags+=("--remap-path-prefix=${folder%/}=crates")
done
CARGO_ENCODED_RUSTFLAGS=$(printf '%s\x1f' "${flags[@]}")
export CARGO_ENCODED_RUSTFLAGS=${CARGO_ENCODED_RUSTFLAGS%$'\x1f'}
cargo build --locked --profile "$profile" --manifest-path "$root/Cargo.toml"

program=$target/$profile/masthead
for path in "$root" "$target" "$crates"; do
  if LC_ALL=C grep -qaF "$path" "$program"; then
    echo "$program tells of $path" >&2
    exit 1
  fi
done
echo "$program"
