#!/usr/bin/env bash
# Puts the static release and what an administrator needs beside it into dist/: make dist.
set -euo pipefail
binary=$1
cd "$(dirname "$0")/.."
version=$(sed -n 's/^version = "\(.*\)"/\1/p' Cargo.toml | head -n 1)
folder="dist/tessera-$version-x86_64-linux"
rm -rf "$folder" && mkdir -p "$folder"
cp "$binary" "$folder/tessera"
cp packaging/tessera.service packaging/tessera.toml packaging/INSTALL.md packaging/INSTALL.zh.md "$folder/"
(cd "$folder" && sha256sum -- * > SHA256SUMS)
tar --sort=name --owner=0 --group=0 --numeric-owner --mtime='2026-01-01' -C dist -czf "$folder.tar.gz" "$(basename "$folder")"
echo "$folder.tar.gz"
