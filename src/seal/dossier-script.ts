/**
 * A shell script that computes the root of a dossier from the lines of `sha256sum` on its standard input, sorted as
 * `dossierLines` says, and prints it as seals have it: "sha256:" and hex digits. It needs bash, coreutils and openssl.
 */
export const DOSSIER_SCRIPT = `#!/usr/bin/env bash
# Computes the root of a sealed dossier (RFC 6962 §2.1).
# usage: sha256sum <files, sorted by LC_ALL=C> | bash dossier-root.sh
set -euo pipefail
export LC_ALL=C
sha256() { openssl dgst -sha256 -binary | base64; }
node() { { printf '\\001'; printf '%s' "$1" | base64 -d; printf '%s' "$2" | base64 -d; } | sha256; }
level=()
while IFS= read -r line; do level+=("$(printf '\\0%s\\n' "$line" | sha256)"); done
[ \${#level[@]} -gt 0 ] || level=("$(printf '' | sha256)")
while [ \${#level[@]} -gt 1 ]; do
  above=()
  for ((left = 0; left + 1 < \${#level[@]}; left += 2)); do
    above+=("$(node "\${level[left]}" "\${level[left + 1]}")")
  done
  [ $((\${#level[@]} % 2)) = 0 ] || above+=("\${level[left]}")
  level=("\${above[@]}")
done
printf 'sha256:%s\\n' "$(printf '%s' "\${level[0]}" | base64 -d | od -An -v -tx1 | tr -d ' \\n')"
`;
