import type { SealKind } from '../records/seal.ts';
import { counted } from './texts.ts';

/** What is wrong with the chain, found when the pages were made. */
export const SEAL_FINDINGS = {
  brokenLine: (line: number) =>
    `line ${line} is no seal’s: two branches that both sealed cannot be merged line by line`,
  gone: 'the seal is listed and gone',
  unlisted: 'the seal is in no list: a fork, or the list was cut off',
  otherDigest: (now: string, listed: string) => `the seal has ${now}, and the list ${listed}`,
  unreadable: 'the file is no seal',
  unsound: 'its files do not lead to its root, or one of them lies outside of its folder',
  fileGone: 'it was sealed and is gone',
  changed: (now: string, because: string | null) =>
    `it is not what was sealed: its bytes have ${now} now${because === null ? '' : `, and ${because}`}`,
} as const;

/** Kinds of seals in words. */
export const SEAL_KINDS_IN_WORDS: Record<SealKind, string> = {
  release: 'dossier',
  amendment: 'added to a sealed dossier',
  deployments: 'deployments',
};

/** Words about the seals of one release, and of a single one. */
export const SEAL = {
  title: 'Seal',
  notSealed:
    'Not sealed: nothing fixes these records yet, so that any of them could be another one tomorrow and no page would show it.',
  notSealedYet: 'Not sealed yet: a release is sealed once it is tagged and every commit is accounted for.',
  unreadable: (files: string) => `This should be a seal and is none: ${files}.`,
  sound: (files: number) =>
    `Sealed: ${files === 1 ? 'its one file is' : `all ${files} files are`} as sealed.`,
  redacted: (files: number, redacted: number) =>
    `Sealed: of ${counted(files, 'file')}, ${(files - redacted).toLocaleString('en-GB')} ${files - redacted === 1 ? 'is' : 'are'} as sealed; from ${redacted.toLocaleString('en-GB')} personal data was taken out, as sealed redactions say.`,
  unlisted: 'Alarm: this seal is not the one that the list of seals names.',
  broken: (odd: number) =>
    odd === 0
      ? 'Alarm: the files of this seal do not lead to its root.'
      : `Alarm: ${counted(odd, 'file is', 'files are')} not what was sealed.`,
  facts: {
    at: 'Sealed',
    by: 'By',
    number: 'Number in the chain',
    previous: 'Seal before it',
    kind: 'Of',
    digest: 'Digest of the seal',
    files: 'Files',
    root: 'Root of their tree',
    verdict: 'Verdict then',
    now: 'Verdict now',
    policy: 'Policy then',
    note: 'Customers’ note then',
  },
  numberWords: (place: number) => `${place}, counted from 0`,
  wrongNumber: (place: number) => `and stands at place ${place}`,
  verdictSame: 'the same, control by control',
  verdictUnknown: 'nothing is judged now',
  control: (name: string, then: string, now: string) => `${name} ${then} then and ${now} now`,
  notThere: 'not judged',
  policyToday: 'which is the policy of today',
  policyOther: 'which is not the policy of today',
  policyFile: 'read it as it was sealed',
  noNote: 'there was none',
  noteSame: 'which is the note of today',
  noteOther: 'which was edited since',
  first: 'none: it is the first one',
  odd: 'Not as sealed',
  oddColumns: { file: 'File', state: 'State', now: 'Digest now' },
  states: { gone: 'gone', changed: 'changed', redacted: 'redacted' },
  oddMore: (count: number) => `${counted(count, 'more file')}: ledger verify names all of them.`,
  unsealed: 'Added since and in no seal',
  unsealedMore: (count: number) => `and ${counted(count, 'more file')}`,
  noneUnsealed: 'Nothing was added to the dossier since the last seal.',
  since: 'Sealed since',
  sinceCaption: 'Later seals of this dossier',
  whole: 'This seal, file by file',
  toChain: 'The whole chain, what is found in it, and what it does not prove',
  page: (place: number) => `Seal ${place}`,
  dossier: 'The dossier',
  environments: 'Environments',
  filesTitle: 'What it fixes',
  filesCaption: 'Files of this seal',
  filesColumns: { file: 'File', digest: 'SHA-256', size: 'Bytes' },
  filesMore: (count: number) => `${counted(count, 'more file')} in the list for sha256sum.`,
  json: 'The seal as JSON',
} as const;

/** Words about what was said after a seal. */
export const AMENDMENTS = {
  title: 'Amendments',
  by: (person: string) => `${person} amended this`,
  notSealed: 'in no seal yet',
  harvest: 'A harvest found it otherwise',
  caption: 'What it corrects',
  columns: { record: 'Record', field: 'Field', value: 'Should have said' },
  text: 'its text',
  noValue: 'see below',
  adds: 'Adds',
  noReason: 'The amendment gives no reason.',
  reason: 'What the amendment says',
  more: (count: number) => `${counted(count, 'more amendment')} in`,
  moreCorrections: (count: number) => `${counted(count, 'more correction')} in the record.`,
  redactions: 'Redactions',
  redactionsCaption: 'Personal data that was taken out of sealed records',
  redactionColumns: { at: 'When', by: 'By', record: 'Record', field: 'Field', why: 'Why' },
  anywhere: 'wherever it stood',
} as const;

/** Words around the check in the browser, and of that by hand. */
export const SEAL_CHECK = {
  title: 'Check it yourself',
  button: 'Check in this browser',
  lead: 'The check fetches the raw records and the seal from this site, hashes them here, and builds their root anew. It asks no other server.',
  limit:
    'It does not prove that this site serves what the ledger holds, nor that the text of a page is what its record says: it hashes records, not pages. Whoever can rewrite records and seals together can serve a site that agrees with itself; only a checkpoint that somebody else keeps shows that.',
  byHand: (files: number) => `Check by hand, without JavaScript: ${counted(files, 'line')} for sha256sum`,
  ofSeal: (place: number) => `Lines of seal ${place}`,
  download: (place: number) => `The lines of seal ${place} as a file`,
  script: 'In the folder content; the script that computes the root, which must be the one above, is',
} as const;

/** What the check in the browser says; its script has them from here. */
export const SEAL_RESULTS = {
  working: 'Checking …',
  failed: (why: string) => `✗ The check could not be done: ${why}.`,
  noCrypto: 'this browser hashes only on pages that come over https, or from this machine',
  sealFine: (place: number) => `✓ Seal ${place} has the digest that this page names.`,
  sealOther: (place: number) => `✗ Seal ${place} is not the one that this page names: its bytes have`,
  sealGone: (place: number) => `✗ Seal ${place} cannot be fetched, or is none.`,
  filesFine: (fine: number) => `✓ ${counted(fine, 'file is', 'files are')} as sealed, byte for byte.`,
  filesOdd: (odd: number, all: number) =>
    `✗ ${odd.toLocaleString('en-GB')} of ${counted(all, 'file is', 'files are')} not as sealed.`,
  unchecked: (count: number) =>
    `? ${counted(count, 'file is', 'files are')} not on this site, and ${count === 1 ? 'was' : 'were'} not hashed: its line in the tree is the seal’s own.`,
  redacted: (count: number) =>
    `▲ ${counted(count, 'file')} with redactions: what is left is what the page was made from; its line in the tree is the seal’s own.`,
  rootFine: '✓ The records lead to the sealed root',
  rootOther: '✗ The records lead to another root than the seal’s:',
  noRoot: '✗ Without those files no root can be built.',
  same: '✓',
  differs: '✗',
  states: {
    'as-sealed': 'as sealed',
    changed: 'not as sealed: its bytes have',
    gone: 'not found on this site',
    redacted: 'redacted, as the page was made',
    unchecked: 'not on this site',
    'other-page': 'as sealed, but the pages were made from',
  },
  results: 'Every file that was checked',
  furtherFine: (count: number) => `and ${counted(count, 'more file')} as sealed`,
} as const;

/** Words of the line that tells what a page was made from. */
export const RECORD_PROOF = {
  gone: 'the record is gone',
  sealed: (place: number) => `sealed, number ${place}`,
  notAsSealed: 'not as sealed',
} as const;

/** Words of the page about the whole chain. */
export const VERIFICATION = {
  title: 'Verification',
  lead: 'Every seal in its order, what was found when these pages were made, and how to find it yourself.',
  none: 'Nothing is sealed yet. Until then nothing here shows that a record was changed.',
  state: 'State of the chain',
  foundAt: 'Every byte that is sealed was hashed when these pages were made.',
  questions: { order: 'The chain', list: 'The list of seals', files: 'Sealed files', releases: 'Releases' },
  orderFine: (count: number) =>
    count === 1
      ? 'in order: one seal, number 0'
      : `in order: ${counted(count, 'seal')}, without gap and without fork`,
  orderWrong: (count: number) => `not in order: ${counted(count, 'finding')}`,
  listFine: 'every listed seal is there, with the listed digest, and no other one besides',
  listWrong: (count: number) => counted(count, 'finding'),
  filesFine: (count: number, redacted: number) =>
    redacted === 0
      ? `all ${counted(count, 'file')} as sealed`
      : `${counted(count, 'file')} as sealed, ${redacted} of them redacted since`,
  filesWrong: (count: number) => counted(count, 'finding'),
  releases: (sealed: number, all: number) =>
    `${sealed.toLocaleString('en-GB')} of ${counted(all, 'release')} ${sealed === 1 ? 'is' : 'are'} sealed`,
  size: 'Seals',
  root: 'Root of the log',
  rootWords: 'as the third line of a checkpoint of that size has it',
  findings: 'What is wrong',
  more: (count: number) => `${counted(count, 'more finding')}: ledger verify tells all of them.`,
  chain: 'Every seal',
  pages: 'Pages of seals',
  columns: {
    number: 'Number',
    what: 'Of',
    at: 'Sealed',
    by: 'By',
    digest: 'Digest',
    files: 'Files',
    kind: 'Kind',
  },
  noSeal: 'no seal',
  gone: 'gone',
  link: 'The chain of seals and how to verify it',
  checkpoint: {
    title: 'The checkpoint',
    text: [
      'A checkpoint is a short signed text: the name of the log, how many seals it had, and their root. It is a C2SP signed note, which other tools read too.',
      'Keep each one where nobody who writes this ledger can write: with the auditor, in a mailbox of another company, in a system that keeps what it gets, on paper. Then a chain that was shortened or rewritten no longer agrees with it.',
      'This site keeps none, for a checkpoint that lies beside the ledger would be rewritten with it. Hold yours against the numbers above: the same size must have the same root; for an earlier size, ledger verify computes it.',
    ],
    sign: 'Whoever holds the key',
    verify: 'Whoever holds the checkpoint and the public key',
  },
  byHand: {
    title: 'Check by hand',
    lead: 'With a copy of the ledger. Nothing of this needs the network.',
    steps: [
      { name: 'Every seal is the one of the list', tool: 'coreutils' },
      {
        name: 'Every file is as its seal has it, and the files lead to its root',
        tool: 'coreutils, jq, openssl',
      },
      {
        name: 'A seal leads to a signed checkpoint; the proof comes from ledger prove',
        tool: 'bash, openssl ≥ 3',
      },
      {
        name: 'All of it, with the tags and whoever committed the votes',
        tool: 'this project’s command line',
      },
    ],
    scripts: 'Read them before you run them; they are short:',
    proofScript: 'proves that a seal is in the log of a checkpoint',
    rootScript: 'computes the root of a seal’s files',
    list: 'the list of seals',
  },
  limits: {
    title: 'What this does not prove',
    texts: [
      'A chain inside one repository proves nothing against somebody who can rewrite all of it. Records, seals, list and these pages can be made anew together, and agree. Only a checkpoint that somebody else holds shows it.',
      'A seal says that nothing was changed since it was made. It does not say that what was written was true, nor that it was all: what was never recorded is in no seal. For that there are the population and its reconciliation.',
      'The time of a seal is the clock of whoever sealed. A checkpoint shows only that the seal is older than the day on which somebody else received it.',
      'Who sealed, and who cast a vote by command, is what whoever committed wrote, unless the git server checks who pushes.',
      'The check in the browser runs a script of this site over files of this site. It shows that the raw records are the sealed ones, and that the pages say to be made from them. It does not show that the site is the ledger: for that, check a copy of the ledger by hand.',
      'Beside each record’s path stands the digest of the bytes that the page was made from. That the page says what they say is shown by nothing but reading the raw record, one click away: a page could have been changed after it was made.',
      'A redacted file can be shown to be as sealed but for the hidden pieces; what stood in those is shown only by whoever kept the value.',
    ],
  },
} as const;
