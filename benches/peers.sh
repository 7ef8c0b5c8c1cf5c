#!/usr/bin/env bash
# Installs the programs that the benchmarks compare Masthead with, once, below the cache folder: the language servers
# harper-ls and typos-lsp as Rust crates, spaCy and FlashText as Python packages. Building harper-ls takes long.
# MASTHEAD_PEERS names another folder; `cargo bench` looks there too.
set -euo pipefail
peers=${MASTHEAD_PEERS:-${XDG_CACHE_HOME:-$HOME/.cache}/masthead-tests/peers}
mkdir -p "$peers"

# install NAME VERSION
install() {
  if [ -x "$peers/bin/$1" ]; then
    echo "$1: is there"
  else
    nice cargo install --locked --root "$peers" --version "$2" "$1"
  fi
}

if [ -x "$peers/python/bin/python" ] && "$peers/python/bin/python" -c 'import spacy, flashtext' 2>/dev/null; then
  echo "spaCy and FlashText: are there"
else
  python3 -m venv "$peers/python"
  "$peers/python/bin/pip" install --quiet spacy==3.8.18 flashtext==2.7
fi
install typos-lsp 0.1.57
install harper-ls 3.0.0
