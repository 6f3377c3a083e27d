/**
 * A shell script that proves a seal from three things: the seal's file, its proof (`formatInclusionFile`) and the key in
 * its text form. It needs bash, coreutils and openssl ≥ 3, no network and nothing of ours. It prints "PROVED: …" and
 * ends with 0, else "NOT PROVED: …" and 1.
 *
 * Formats: c2sp.org/tlog-proof, tlog-checkpoint and signed-note, all v1; the walk is RFC 9162 §2.1.3.2. The proof file
 * is put together again from what was read and must come out the same, so no byte of it goes unread.
 */
export const VERIFY_SCRIPT = `#!/usr/bin/env bash
# Proves offline that a seal is in the log of a signed checkpoint.
# usage: bash verify-seal.sh <seal> <proof> '<verifier key>' ['<origin of the log>']
set -euo pipefail
export LC_ALL=C
fail() { printf 'NOT PROVED: %s\\n' "$1" >&2; exit 1; }
[ $# -ge 3 ] && [ -f "$1" ] && [ -f "$2" ] || fail 'give a seal, its proof, and the verifier key'
seal=$1 proof=$2 vkey=$3 origin=\${4:-\${3%%+*}}
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT
sha256() { openssl dgst -sha256 -binary; }
hex() { od -An -v -tx1 | tr -d ' \\n'; }
decode() { # base64, file, bytes: only as the bytes are really written
  printf '%s' "$1" | base64 -d > "$2" 2> /dev/null && [ "$(base64 -w 0 "$2")" = "$1" ] || return 1
  [ -z "\${3:-}" ] || [ "$(wc -c < "$2")" -eq "$3" ]
}
node() { { printf '\\001'; printf '%s' "$1" | base64 -d; printf '%s' "$2" | base64 -d; } | sha256 | base64; }

# 1. The key: name, id, and base64 of a type byte (1, Ed25519) and 32 bytes.
name=\${vkey%%+*} id=\${vkey#*+} && key=\${id#*+} id=\${id%%+*}
decode "$key" "$work/key" 33 || fail 'the key is not whole'
[ "$({ printf '%s\\n' "$name"; cat "$work/key"; } | sha256 | head -c 4 | hex)" = "$id" ] || fail 'the key has a wrong id'
[ "$(head -c 1 "$work/key" | hex)" = 01 ] || fail 'the key is not of Ed25519'
{ printf '\\x30\\x2a\\x30\\x05\\x06\\x03\\x2b\\x65\\x70\\x03\\x21\\x00'; tail -c 32 "$work/key"; } > "$work/key.der"

# 2. The proof: a head, the index, the path; an empty line; the checkpoint: text, an empty line, signatures.
line='' extra='' index='' path=() log='' size='' root='' text='' signatures=()
{
  read -r head && read -r line
  if [[ $line == 'extra '* ]]; then extra=$line$'\\n' && read -r line; fi
  index=\${line#index }
  while IFS= read -r line && [ -n "$line" ]; do path+=("$line"); done
  IFS= read -r log && IFS= read -r size && IFS= read -r root && text=$log$'\\n'$size$'\\n'$root$'\\n'
  while IFS= read -r line && [ -n "$line" ]; do text+=$line$'\\n'; done
  while IFS= read -r line; do signatures+=("$line"); done
} < "$proof" || true
{
  printf 'c2sp.org/tlog-proof@v1\\n%sindex %s\\n' "$extra" "$index"
  for line in "\${path[@]}"; do printf '%s\\n' "$line"; done
  printf '\\n%s\\n' "$text"
  for line in "\${signatures[@]}"; do printf '%s\\n' "$line"; done
} > "$work/again"
[ "$(sha256 < "$work/again" | hex)" = "$(sha256 < "$proof" | hex)" ] || fail 'the proof is not in its form'
for number in "$index" "$size"; do
  [[ $number =~ ^(0|[1-9][0-9]{0,14})$ ]] || fail 'index or size is no number'
done
for hash in "$root" "\${path[@]}"; do decode "$hash" "$work/hash" 32 || fail 'a hash is not base64 of 32 bytes'; done

# 3. The signature: every line of this key must be right, and there must be one. Lines of other keys say nothing.
[ "$log" = "$origin" ] || fail "the checkpoint is of another log: $log"
printf '%s' "$text" > "$work/text"
signed=no
for line in "\${signatures[@]}"; do
  [[ $line == "— "*" "* ]] || fail 'there is a line that is no signature'
  [[ $line == "— $name "* ]] || continue
  decode "\${line#"— $name "}" "$work/line" || fail 'a signature is not base64'
  [ "$(head -c 4 "$work/line" | hex)" = "$id" ] || continue
  tail -c +5 "$work/line" > "$work/signature"
  openssl pkeyutl -verify -pubin -keyform DER -inkey "$work/key.der" -rawin -in "$work/text" \\
    -sigfile "$work/signature" > /dev/null 2>&1 || fail 'the signature is wrong'
  signed=yes
done
[ $signed = yes ] || fail "no line is signed by $name with the key $id"

# 4. From the seal to the root.
[ "$index" -lt "$size" ] || fail 'the log is shorter than the index'
hash=$({ printf '\\0'; cat "$seal"; } | sha256 | base64)
at=$index last=$((size - 1))
for sibling in "\${path[@]}"; do
  [ $last -gt 0 ] || fail 'the path is too long'
  if [ $((at % 2)) = 1 ] || [ $at = $last ]; then
    hash=$(node "$sibling" "$hash")
    while [ $((at % 2)) = 0 ] && [ $at != 0 ]; do at=$((at / 2)) last=$((last / 2)); done
  else
    hash=$(node "$hash" "$sibling")
  fi
  at=$((at / 2)) last=$((last / 2))
done
[ $last = 0 ] && [ "$hash" = "$root" ] || fail 'the seal is not in this log, or was changed'
printf 'PROVED: this seal is entry %s of %s in the log %s\\n' "$index" "$size" "$log"
`;
