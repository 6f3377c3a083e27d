import { DOSSIER_SCRIPT } from '../../src/seal/dossier-script.ts';
import { VERIFY_SCRIPT } from '../../src/seal/verify-script.ts';

/**
 * The script of a pack: bash, coreutils (GNU) and openssl ≥ 3, no network and nothing of ours. It reads seals and
 * redactions line by line in the only form in which the ledger writes them; what it skips changes no digest that it
 * compares, since every seal is hashed whole.
 */
export const VERIFY_PACK = `#!/usr/bin/env bash
# Checks this pack offline, with bash, coreutils and openssl.
# usage: bash verify.sh ['<public key>' ['<name of the log>']]
# Ends with 0 and "IN ORDER", or with 1 and "NOT IN ORDER" and the reason.
set -euo pipefail
export LC_ALL=C
shopt -s globstar dotglob nullglob
fail() { printf 'NOT IN ORDER: %s\\n' "$1" >&2; exit 1; }
cd "$(dirname "$0")"
key=\${1:-} origin=\${2:-\${key%%+*}}

root_script=$(cat << 'END OF SCRIPT'
${DOSSIER_SCRIPT}END OF SCRIPT
)
prove_script=$(cat << 'END OF SCRIPT'
${VERIFY_SCRIPT}END OF SCRIPT
)

# 1. The files: each is as SHA256SUMS says, and there is no other.
declare -A sum=()
while IFS= read -r line; do
  [[ $line =~ ^([0-9a-f]{64})'  '([^/].*)$ ]] || fail 'SHA256SUMS has a line that is none'
  [ -z "\${sum["\${BASH_REMATCH[2]}"]:-}" ] || fail "SHA256SUMS has \${BASH_REMATCH[2]} twice"
  sum["\${BASH_REMATCH[2]}"]=\${BASH_REMATCH[1]}
done < SHA256SUMS || fail 'SHA256SUMS cannot be read'
[ "$(tail -c 1 SHA256SUMS | od -An -tx1 | tr -d ' ')" = 0a ] || fail 'SHA256SUMS is cut off'
sha256sum --check --strict --quiet SHA256SUMS > /dev/null 2>&1 || fail "files are not as SHA256SUMS says: sha256sum -c SHA256SUMS"
for file in **; do
  [ ! -L "$file" ] || fail "$file is a link"
  [ -d "$file" ] || [ "$file" = SHA256SUMS ] || [ -n "\${sum["$file"]:-}" ] || fail "$file is not in SHA256SUMS"
done
printf '%s files are as SHA256SUMS says, and there are no others.\\n' "\${#sum[@]}"

# 2. The seals: in the chain at their place, after the seal that they name, with the root of their files.
declare -A whole=() sealed=() found=()
while read -r name folder; do whole["$folder"]=$name; done < releases.txt
at=0 before=null seals=0 here=0 elsewhere=0 differ=()
check_seal() { # path of a seal in the chain, its digest
  local seal=records/$1 folder=\${1%/*} line path='' digest='' size='' lines='' pieces='' sequence='' previous='' root='' seen=()
  [ "\${sum["$seal"]}" = "$2" ] || fail "$1 is not the seal of the chain"
  while IFS= read -r line; do
    if [[ $line =~ ^'  "sequence": '([0-9]+),$ ]]; then sequence=\${BASH_REMATCH[1]}
    elif [[ $line =~ ^'  "previous": '(null|'"sha256:'[0-9a-f]{64}'"'),$ ]]; then previous=\${BASH_REMATCH[1]}
    elif [[ $line =~ ^'  "root": "'(sha256:[0-9a-f]{64})'"'$ ]]; then root=\${BASH_REMATCH[1]}
    elif [[ $line =~ ^'      "path": "'(.+)'",'$ ]]; then path=\${BASH_REMATCH[1]//\\\\\\"/\\"} pieces=''
    elif [[ $line =~ ^'      "digest": "sha256:'([0-9a-f]{64})'",'$ ]]; then digest=\${BASH_REMATCH[1]}
    elif [[ $line =~ ^'      "pieces": "'(sha256:[0-9a-f]{64})'"'$ ]]; then pieces=\${BASH_REMATCH[1]}
    elif [[ $line =~ ^'    }',?$ && -n $path ]]; then
      lines+="$digest  $path"$'\\n' && seen+=("$path" "$digest" "$pieces") && path=''
    fi
  done < "$seal"
  [ "$sequence" = "$at" ] || fail "$1 says that it is number $sequence of the chain, and is $at"
  [ "\${previous//\\"/}" = "$before" ] || fail "$1 does not name the seal before it"
  [ "$(printf '%s' "$lines" | "$BASH" -c "$root_script")" = "$root" ] || fail "$1 has another root than its files"
  for ((i = 0; i < \${#seen[@]}; i += 3)); do
    path=\${seen[i]} digest=\${seen[i + 1]} pieces=\${seen[i + 2]}
    sealed["$path"]=$digest
    if [ -z "\${sum["records/$path"]:-}" ]; then
      [ -z "\${whole["$folder"]:-}" ] || fail "$path was sealed and is not in this pack"
      elsewhere=$((elsewhere + 1))
    elif [ "\${sum["records/$path"]}" = "$digest" ]; then here=$((here + 1))
    else differ+=("$path" "$digest" "$pieces"); fi
  done
  seals=$((seals + 1)) found["$folder"]=yes
  if [ -n "$key" ]; then
    [ -f "proofs/$1.tlog-proof" ] || fail "there is no proof of $1 in this pack"
    said=$("$BASH" -c "$prove_script" prove "$seal" "proofs/$1.tlog-proof" "$key" "$origin" 2>&1) || fail "$1: $said"
    [[ $said == *" is entry $sequence of "* ]] || fail "the proof of $1 is of another place in the log"
    printf '%s: %s\\n' "$1" "$said"
  fi
}
declare -A chained=()
if [ -f records/ledger/seals.txt ]; then
  while IFS= read -r line; do
    [[ $line =~ ^([0-9a-f]{64})'  '(ledger/.+\\.json)$ ]] || fail 'the list of seals has a line that is none'
    digest=\${BASH_REMATCH[1]} path=\${BASH_REMATCH[2]} chained["\${BASH_REMATCH[2]}"]=yes
    [ -z "\${sum["records/$path"]:-}" ] || check_seal "$path" "$digest"
    before=sha256:$digest at=$((at + 1))
  done < records/ledger/seals.txt
fi
for file in records/ledger/**/seal*.json; do
  [[ ! $file =~ /seal(-[0-9]+)?\\.json$ ]] || [ -n "\${chained["\${file#records/}"]:-}" ] || fail "$file is in no chain"
done
printf '%s seals are in their place of the chain, each with the root of its files.\\n' "$seals"

# 3. Redacted files: every piece that is not hidden is as it was sealed.
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT
bytes() { dd if="$1" iflag=skip_bytes,count_bytes skip="$2" count="$3" bs=65536 status=none; }
pieces_of() { split -l 1 --filter='split -b 256 --filter=sha256sum'; }
redacted() { # path, sealed digest, digest of pieces
  local file=records/$1 dossier=\${1%"/\${1#ledger/*/releases/*/}"} now="sha256:$2" n=1 line end=0 size
  local record path from='' is_sealed='' after='' marks=() starts=() lengths=() ends=() hidden=()
  for ((n = 1; ; n += 1)); do
    record=$dossier/redactions/$n.json
    [ -n "\${sum["records/$record"]:-}" ] || break
    local of='' was='' left='' mark='' cut=() long=() upto=() digests=()
    while IFS= read -r line; do
      if [[ $line =~ ^'  "path": "'(.+)'",'$ ]]; then of=\${BASH_REMATCH[1]//\\\\\\"/\\"}
      elif [[ $line =~ ^'  "sealed": "sha256:'([0-9a-f]{64})'",'$ ]]; then is_sealed=\${BASH_REMATCH[1]}
      elif [[ $line =~ ^'  "before": "'(sha256:[0-9a-f]{64})'",'$ ]]; then was=\${BASH_REMATCH[1]}
      elif [[ $line =~ ^'  "after": "'(sha256:[0-9a-f]{64})'",'$ ]]; then left=\${BASH_REMATCH[1]}
      elif [[ $line =~ ^'  "commitment": "sha256:'([0-9a-f]{64})'",'$ ]]; then mark=\${BASH_REMATCH[1]}
      elif [[ $line =~ ^'      "at": '([0-9]{1,12}),$ ]]; then cut+=("\${BASH_REMATCH[1]}") upto+=("\${#digests[@]}")
      elif [[ $line =~ ^'      "length": '([0-9]{1,12}),$ ]]; then long+=("\${BASH_REMATCH[1]}")
      elif [[ $line =~ ^'        "sha256:'([0-9a-f]{64})'"',?$ ]]; then digests+=("\${BASH_REMATCH[1]}")
      fi
    done < "records/$record"
    [ "$of" = "$1" ] || continue
    [ "\${sealed["$record"]:-}" = "\${sum["records/$record"]}" ] || fail "$record is in no seal"
    [ "$is_sealed" = "$2" ] && [ "$was" = "$now" ] || fail "the redactions of $1 do not lead on from what was sealed"
    now=$left marks+=("$mark") starts=("\${cut[@]}") lengths=("\${long[@]}") ends=("\${upto[@]:1}" "\${#digests[@]}") hidden=("\${digests[@]}")
    after=$record
  done
  [ -n "$after" ] && [ "$now" = "sha256:\${sum["$file"]}" ] || fail "$1 is not what was sealed"
  if [ -z "$3" ]; then printf '%s is redacted: only %s vouches for the rest of it.\\n' "$1" "$after"; return; fi
  size=$(wc -c < "$file") from=0 line=0
  : > "$work/pieces"
  for ((n = 0; n < \${#starts[@]}; n += 1)); do
    [ "\${starts[n]}" -ge "$end" ] && [ $((starts[n] + lengths[n])) -le "$size" ] || fail "$after hides what is not there"
    bytes "$file" "$end" $((starts[n] - end)) | pieces_of >> "$work/pieces"
    for ((; line < ends[n]; line += 1)); do printf '%s  -\\n' "\${hidden[line]}" >> "$work/pieces"; done
    from=no
    for mark in "\${marks[@]}"; do
      [[ $(bytes "$file" "\${starts[n]}" "\${lengths[n]}" | tr -d '\\0') != *"redacted-sha256-$mark"* ]] || from=yes
    done
    [ $from = yes ] || fail "$after hides bytes in which nothing was redacted"
    end=$((starts[n] + lengths[n]))
  done
  bytes "$file" "$end" $((size - end)) | pieces_of >> "$work/pieces"
  line=$(sha256sum < "$work/pieces")
  [ "sha256:\${line%% *}" = "$3" ] || fail "more of $1 was changed than $after says"
  printf '%s is redacted: every byte that %s does not hide is as it was sealed.\\n' "$1" "$after"
}
for ((n_file = 0; n_file < \${#differ[@]}; n_file += 3)); do
  redacted "\${differ[n_file]}" "\${differ[n_file + 1]}" "\${differ[n_file + 2]}"
done
printf '%s sealed files are as they were sealed; %s more are fixed by these seals and are not of these releases.\\n' "$((here + \${#differ[@]} / 3))" "$elsewhere"

# 4. What is not shown.
for folder in "\${!whole[@]}"; do
  if [ -z "\${found["$folder"]:-}" ]; then
    printf 'NOT SEALED: %s. Nothing shows that its records were not changed.\\n' "\${whole["$folder"]}"
    continue
  fi
  for file in "records/$folder"/**; do
    [ -d "$file" ] || [ -n "\${sealed["\${file#records/}"]:-}" ] || [[ $file =~ /seal(-[0-9]+)?\\.json$ ]] ||
      printf 'In no seal yet: %s\\n' "\${file#records/}"
  done
done
if [ -z "$key" ]; then
  printf 'NOT PROVED: no public key was given. All this shows that the pack agrees with itself, not who made it.\\n'
fi
printf 'IN ORDER\\n'
`;
