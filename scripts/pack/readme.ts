import type { PackedRelease } from './packed-release.ts';
import { nameOf } from './wanted-releases.ts';

const WORDS = { blessed: 'blessed', 'not-blessed': 'NOT blessed', unproven: 'not proven' } as const;

/** What an auditor reads first. `log` names the log that proofs are of; null for a pack without proofs. */
export function readmeText(releases: readonly PackedRelease[], log: string | null): string {
  return [
    'EVIDENCE PACK',
    '',
    'What is in it',
    '',
    ...releases.map(releaseLine),
    '',
    '  release-<product>-<version>.html  one page for each release, to be read or printed',
    '  verdict.json                      each verdict with its controls and reasons, and what was sealed of it',
    '  records/                          the records, byte for byte as the ledger has them',
    '  records/…/evidence/               raw evidence: reports and exports as they were filed, named by their SHA-256',
    '  records/…/seal.json               what fixes a release: the digest of each of its files; seal-2.json and so on',
    '                                    for what was added later (amendments, redactions)',
    '  records/ledger/seals.txt          the chain of all seals of the ledger, in its order',
    ...(log === null ? [] : ['  proofs/                           that each seal is in the signed log']),
    '  releases.txt                      which folders have to be here whole',
    '  SHA256SUMS                        the digest of every file',
    '  verify.sh                         checks all of this',
    '',
    'How to check it',
    '',
    '  You need bash, GNU coreutils and openssl 3, and no network.',
    '',
    ...howToCheck(log),
    '  The script ends with "IN ORDER", or with "NOT IN ORDER" and the reason. Read it before you run it: it is short.',
    '  Whoever could change this pack could change the script, too: take it from elsewhere if that matters to you.',
    '',
    'What it shows, and what it does not',
    '',
    ...SHOWN,
    '',
  ].join('\n');
}

function releaseLine(release: PackedRelease): string {
  const { verdict, judgedAt, seals } = release;
  const last = seals.at(-1);
  const sealed =
    last === undefined ? 'NOT SEALED' : `sealed by ${oneLine(last.seal.sealedBy)} at ${last.seal.sealedAt}`;
  return `  ${nameOf(release)}: ${WORDS[verdict.verdict]}, judged as of ${judgedAt}; ${sealed}`;
}

function howToCheck(log: string | null): string[] {
  if (log === null)
    return [
      '      bash verify.sh',
      '',
      '  This pack has no proofs: it was made without the key of the log. Ask for one that has them.',
    ];
  return [
    "      bash verify.sh '<public key>'",
    '',
    `  The key is that of the log ${oneLine(log)}. Get it from somebody whom you trust, never from whoever gave you this`,
    '  pack: it is not in here on purpose.',
  ];
}

const SHOWN = [
  '  1. The pack is whole: each file is as SHA256SUMS says, and none is missing or added. Whoever changes a pack can write',
  '     SHA256SUMS anew; what follows is what he cannot.',
  '  2. The records and the evidence are those that were sealed, and every sealed file of these releases is here. Each',
  '     seal stands in its place of the chain and names the seal before it.',
  '  3. With the key: whoever holds it signed a log that has these seals in these places. Keep a signed checkpoint of',
  '     your own, or compare with another holder: a signature alone does not show that there is no second log.',
  '  4. Not that what was recorded is true. For that, follow a value to its record and from there to its raw evidence.',
  '  5. Redacted files: "redacted-sha256-…" stands where personal data was taken out of a sealed file. Where the script',
  '     says that every other byte is as it was sealed, the seal itself shows it. Of the lines that held the data only',
  '     the redaction vouches; whoever redacted may hold a secret by which the rest can be shown to you.',
  '  6. Records that the script calls "in no seal yet" came later, and may still change.',
  '  7. The HTML pages and verdict.json were computed from these records when the pack was made, and no seal fixes them.',
  '     The verdict as it was sealed stands in the seals.',
];

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu, ' ');
}
