#!/usr/bin/env bash
# Installs a real VS Code into the folder that is given: code-server, VS Code's server build, which a browser shows.
# It comes from npm. Scripts of packages are off, since some download from elsewhere: the native modules are built
# here with npm's own node-gyp, and ripgrep is the system's.
set -euo pipefail
client=$1 version=$2
rm -rf "$client"
mkdir -p "$client"
cd "$client"
log=$client/install.log
trap 'echo "VS Code could not be installed; the log is $log" >&2' ERR

echo '{ "private": true }' >package.json
npm install --ignore-scripts --no-audit --no-fund "code-server@$version" >"$log" 2>&1
server=$client/node_modules/code-server
vscode=$server/lib/vscode
for folder in "$vscode" "$vscode/extensions"; do
  (cd "$folder" && npm install --ignore-scripts --no-audit --no-fund --omit=dev) >>"$log" 2>&1
done

# Without headers beside Node, node-gyp would download them.
gyp=$(npm root -g 2>>"$log")/npm/node_modules/node-gyp/bin/node-gyp.js
prefix=$(dirname "$(dirname "$(readlink -f "$(command -v node)")")")
build() {
  if [ -f "$1/binding.gyp" ]; then
    (cd "$1" && node "$gyp" rebuild --nodedir="$prefix") >>"$log" 2>&1
  fi
}
# argon2 takes its place and version on the command line.
for folder in "$client" "$server"; do
  if [ -f "$folder/node_modules/argon2/binding.gyp" ]; then
    (cd "$folder/node_modules/argon2" && node "$gyp" rebuild --nodedir="$prefix" --module_name=argon2 \
      --module_path="$PWD/lib/binding/napi-v3" --napi_build_version=3 --napi_version=9) >>"$log" 2>&1
  fi
done
# What VS Code starts with. Others, as for terminals on Windows or Kerberos proxies, are loaded when they are needed.
for module in node-pty @vscode/spdlog native-watchdog @parcel/watcher; do
  build "$vscode/node_modules/$module"
done
for folder in "$vscode" "$server" "$client"; do
  if [ -d "$folder/node_modules/@vscode/ripgrep" ]; then
    mkdir -p "$folder/node_modules/@vscode/ripgrep/bin"
    ln -sf "$(command -v rg)" "$folder/node_modules/@vscode/ripgrep/bin/rg"
  fi
done
ln -sfn node_modules "$vscode/node_modules.asar"
touch "$client/ready"
