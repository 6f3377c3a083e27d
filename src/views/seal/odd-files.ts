import { spelledOut } from '../../markdown/harmless.ts';
import { type FactPart, idPart, linkPart, markPart, textPart } from '../fact-view.ts';
import { SEAL } from '../seal-texts.ts';
import { type CellView, columnsOf, type TableView } from '../table-view.ts';
import { recordAddress } from './record-address.ts';
import { DIGEST_LENGTH } from './seal-facts.ts';
import type { CheckedSeal, OddFile } from './stored-seal.ts';

/** Rows on a page that has much else to show. */
const ROOM = 20;

const MARKS: Record<OddFile['state']['is'], FactPart> = {
  gone: markPart('danger', '✗', SEAL.states.gone),
  changed: markPart('danger', '✗', SEAL.states.changed),
  redacted: markPart('caution', '▲', SEAL.states.redacted),
};

/** Sealed files that are not as they were sealed. */
export interface OddFilesView {
  /** Null where there are none. */
  table: TableView | null;
  further: number;
}

/** Those of all seals, alarms first. */
export function oddFilesView(seals: readonly CheckedSeal[]): OddFilesView {
  const odd = seals.flatMap((seal) => seal.odd);
  const ordered = [...odd.filter(isAlarm), ...odd.filter((each) => !isAlarm(each))];
  if (ordered.length === 0) return { table: null, further: 0 };
  const { file, state, now } = SEAL.oddColumns;
  return {
    table: {
      caption: SEAL.odd,
      columns: columnsOf([file, state, now]),
      rows: ordered.slice(0, ROOM).map(rowOf),
    },
    further: Math.max(0, ordered.length - ROOM),
  };
}

/** True for what a redaction does not explain. */
export function isAlarm({ state }: OddFile): boolean {
  return state.is !== 'redacted';
}

/** A file of the ledger, with the way to its raw bytes where the site serves them. */
export function filePart(file: string): FactPart {
  const address = recordAddress(file);
  return address === null ? textPart(spelledOut(file)) : linkPart(file, address);
}

function rowOf({ path, state }: OddFile): CellView[] {
  const digest = state.is === 'gone' ? textPart('–') : idPart(state.digest, DIGEST_LENGTH);
  return [[state.is === 'gone' ? textPart(spelledOut(path)) : filePart(path)], [MARKS[state.is]], [digest]];
}
