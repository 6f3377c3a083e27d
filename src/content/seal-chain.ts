// The chain of seals with everything that it fixes. Only the internal edition's routes import this file.
import { toBase64 } from '../seal/base64.ts';
import { logFindings } from '../seal/log-findings.ts';
import { leafHash, treeHash } from '../seal/merkle.ts';
import { hashed } from '../seal/node-sha256.ts';
import { type LinkedSeal, linkedSeal } from '../seal/seal-link.ts';
import type { ListPage, PageNumber } from '../views/paging/settled-pages.ts';
import type { Chain, ChainFinding, ChainSeal } from '../views/seal/chain.ts';
import { chainPages } from '../views/seal/chain-table.ts';
import type { CheckedSeal, OddFile } from '../views/seal/stored-seal.ts';
import { SEAL_FINDINGS } from '../views/seal-texts.ts';
import { once } from './once.ts';
import { pageReader } from './page-reader.ts';
import { plainBytes } from './plain-file.ts';
import { checkedSeals } from './sealed-files.ts';
import { chainFiles, parseSeal, readSealList, SEAL_LIST, sealableFolders, sealFiles } from './seals.ts';

/** The chain, every byte of it held against its seals. Each file is read once. */
export const readChain: () => Chain = (() => {
  const chain = once('chain', (_key) => checkChain());
  return () => chain('');
})();

/** The numbers of the pages of its seals, the last one first. */
export function sealPageNumbers(): number[] {
  return onePage.numbers('');
}

/** One of these pages. */
export function readSealPage(page: PageNumber): ListPage<ChainSeal[]> {
  return onePage('', page);
}

const sealPages = once('seal pages', () => chainPages(readChain().seals));

const onePage = pageReader('chain page', sealPages);

/** A seal as the log has it. One at a time is in memory: there may be many, and each may be long. */
interface LogEntry {
  seal: ChainSeal;
  linked: LinkedSeal | null;
  leaf: Uint8Array | null;
}

function checkChain(): Chain {
  const entries = chainFiles().map(logEntry);
  const folders = sealableFolders().map((folder) => ({ folder, seals: checkedSeals(folder) }));
  const checked = folders.flatMap(({ seals }) => seals).sort((a, b) => a.place - b.place);
  const releases = folders.filter(({ folder }) => folder.includes('/releases/'));
  return {
    seals: entries.map(({ seal }) => seal),
    order: logFindings(entries.flatMap(({ linked }) => linked ?? [])),
    list: listFindings(entries),
    files: checked.flatMap(fileFindings),
    counts: countsOf(checked),
    root: toBase64(hashed(treeHash(entries.flatMap(({ leaf }) => leaf ?? [])))),
    releases: {
      sealed: releases.filter(({ folder }) => sealFiles(folder).length > 0).length,
      all: releases.length,
    },
  };
}

function logEntry(file: string, place: number): LogEntry {
  const bytes = plainBytes(file);
  if (bytes === null) return { seal: { place, file, digest: null, is: null }, linked: null, leaf: null };
  const linked = hashed(linkedSeal({ file, bytes }));
  const read = parseSeal(file, bytes);
  const seal = { place, file, digest: linked.digest, is: read && inShort(read.seal) };
  return { seal, linked, leaf: hashed(leafHash(bytes)) };
}

function inShort({ kind, product, version, sequence, sealedAt, sealedBy, files }: CheckedSeal['seal']) {
  return {
    ...{ kind, product, sequence, sealedAt, sealedBy, files: files.length },
    ...(version !== undefined && { version }),
  };
}

function listFindings(entries: readonly LogEntry[]): ChainFinding[] {
  const { listed, broken } = readSealList();
  const digests = new Map(listed.map(({ file, digest }) => [file, digest]));
  return [
    ...broken.map((line) => ({ text: SEAL_FINDINGS.brokenLine(line), file: SEAL_LIST })),
    ...entries.flatMap(({ seal: { file, digest, is } }) => {
      const wanted = digests.get(file);
      if (digest === null) return [{ text: SEAL_FINDINGS.gone, file }];
      if (wanted === undefined) return [{ text: SEAL_FINDINGS.unlisted, file }];
      if (wanted !== digest) return [{ text: SEAL_FINDINGS.otherDigest(digest, wanted), file }];
      return is === null ? [{ text: SEAL_FINDINGS.unreadable, file }] : [];
    }),
  ];
}

function fileFindings({ file, odd, isSound }: CheckedSeal): ChainFinding[] {
  return [
    ...(isSound ? [] : [{ text: SEAL_FINDINGS.unsound, file }]),
    ...odd.flatMap(({ path, state }) => {
      if (state.is === 'redacted') return [];
      return [{ text: state.is === 'gone' ? SEAL_FINDINGS.fileGone : changed(state), file: path }];
    }),
  ];
}

function changed(state: Extract<OddFile['state'], { is: 'changed' }>): string {
  return SEAL_FINDINGS.changed(state.digest, state.because);
}

function countsOf(checked: readonly CheckedSeal[]): Chain['counts'] {
  const redacted = checked.flatMap(({ odd }) => odd).filter(({ state }) => state.is === 'redacted');
  return {
    files: checked.reduce((sum, { seal }) => sum + seal.files.length, 0),
    redacted: redacted.length,
  };
}
