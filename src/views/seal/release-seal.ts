import { spelledOut } from '../../markdown/harmless.ts';
import type { FactPart, FactView } from '../fact-view.ts';
import type { MarkView } from '../mark-view.ts';
import { SEAL } from '../seal-texts.ts';
import type { TableView } from '../table-view.ts';
import { type AmendmentsView, amendmentsView, redactionTable } from './amendment-view.ts';
import { chainTable } from './chain-table.ts';
import { type CheckView, checkView } from './check-data.ts';
import { filePart, type OddFilesView, oddFilesView } from './odd-files.ts';
import { sealFacts, type Today } from './seal-facts.ts';
import { sealState } from './seal-state.ts';
import type { CheckedSeal, ReleaseSeals } from './stored-seal.ts';

/** Names of files on a dossier, which has much else to show. */
const FILES = 10;
/** Later seals of one dossier. */
const SEALS = 20;

/** What is sealed of a release, as auditors see it. */
export interface ReleaseSealView {
  state: MarkView;
  facts: FactView[];
  odd: OddFilesView;
  /** Later seals; null where there are none. */
  since: TableView | null;
  /** Files that are in no seal. */
  unsealed: FactPart[];
  moreUnsealed: number;
  amendments: AmendmentsView;
  redactions: TableView | null;
  check: CheckView;
  /** Files that should be seals and are none, in a sentence; null where there are none. */
  unreadable: string | null;
}

/** What is sealed of a release; null where nothing is. */
export function releaseSealView(seals: ReleaseSeals, today: Today): ReleaseSealView | null {
  const [first, ...later] = seals.seals;
  if (first === undefined) return null;
  const shown = seals.unsealed.slice(0, FILES);
  return {
    state: sealState(seals.seals),
    facts: sealFacts(first, today),
    odd: oddFilesView(seals.seals),
    since: later.length === 0 ? null : sinceTable(later, today.timeZone),
    unsealed: shown.map(unservedPart),
    moreUnsealed: seals.unsealed.length - shown.length,
    amendments: amendmentsView(seals, today.timeZone),
    redactions: redactionTable(seals.redactions, today.timeZone),
    check: checkView(seals.seals),
    unreadable: unreadableWords(seals),
  };
}

/** A sentence about files that should be seals and are none. */
export function unreadableWords({ unreadable }: ReleaseSeals): string | null {
  return unreadable.length === 0 ? null : SEAL.unreadable(spelledOut(unreadable.join(', ')));
}

/** Only what is sealed is served. */
function unservedPart(file: string): FactPart {
  const part = filePart(file);
  return part.is === 'link' ? { is: 'code', text: part.text } : part;
}

function sinceTable(later: readonly CheckedSeal[], timeZone: string): TableView {
  const rows = later.slice(0, SEALS).map(({ place, file, digest, seal }) => ({
    ...{ place, file, digest },
    is: { ...seal, files: seal.files.length },
  }));
  return chainTable(rows, SEAL.sinceCaption, () => timeZone);
}
