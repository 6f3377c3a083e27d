import { spelledOut } from '../../markdown/harmless.ts';
import type { Amendment } from '../../records/index.ts';
import type { Written } from '../../verdict/dossier.ts';
import { proseView } from '../deployments/prose-view.ts';
import { codePart, type FactPart, textPart, timePart } from '../fact-view.ts';
import { AMENDMENTS } from '../seal-texts.ts';
import { type CellView, columnsOf, type TableView } from '../table-view.ts';
import { momentOf, type TimeView } from '../time-view.ts';
import type { ArgumentView } from '../votes/vote-view.ts';
import { filePart } from './odd-files.ts';
import type { ReleaseSeals, StoredRedaction } from './stored-seal.ts';

/** Amendments whole on a dossier, and corrections of each. */
const ROOM = 5;
/** A harvest that finds a whole release otherwise corrects many records. */
const CORRECTIONS = 10;
const HARVEST = 'harvest';

/** What somebody said after a seal. */
export interface AmendmentView {
  heading: string;
  at: TimeView;
  /** The place of the seal that fixes it; null where none does yet. */
  place: number | null;
  corrects: TableView | null;
  moreCorrections: number;
  adds: FactPart[][];
  said: ArgumentView;
  path: string;
}

/** Amendments of a release, the last ones first. */
export interface AmendmentsView {
  shown: AmendmentView[];
  further: number;
}

/** What was said since a release was sealed. */
export function amendmentsView({ amendments, seals }: ReleaseSeals, timeZone: string): AmendmentsView {
  const places = new Map(seals.flatMap(({ place, seal }) => seal.files.map(({ path }) => [path, place])));
  const ordered = [...amendments].sort((a, b) => (a.data.at < b.data.at ? 1 : -1));
  return {
    shown: ordered.slice(0, ROOM).map((each) => amendmentView(each, places.get(each.path) ?? null, timeZone)),
    further: Math.max(0, ordered.length - ROOM),
  };
}

function amendmentView(
  { data, body, path }: Written<Amendment>,
  place: number | null,
  timeZone: string,
): AmendmentView {
  const { corrects = [], adds = [] } = data;
  return {
    heading: data.by === HARVEST ? AMENDMENTS.harvest : AMENDMENTS.by(spelledOut(data.by)),
    at: momentOf(data.at, timeZone),
    place,
    corrects: corrects.length === 0 ? null : correctionTable(corrects.slice(0, CORRECTIONS)),
    moreCorrections: Math.max(0, corrects.length - CORRECTIONS),
    adds: adds.slice(0, CORRECTIONS).map((file) => [filePart(file)]),
    said: proseView(body),
    path,
  };
}

function correctionTable(corrects: NonNullable<Amendment['corrects']>): TableView {
  const { record, field, value } = AMENDMENTS.columns;
  return {
    caption: AMENDMENTS.caption,
    columns: columnsOf([record, field, value]),
    rows: corrects.map(rowOf),
  };
}

function rowOf({ path, field, value }: NonNullable<Amendment['corrects']>[number]): CellView[] {
  return [
    [filePart(path)],
    [field === undefined ? textPart(AMENDMENTS.text) : codePart(spelledOut(field))],
    [textPart(value === undefined ? AMENDMENTS.noValue : spelledOut(value))],
  ];
}

/** What was taken out of sealed records, the last first; null where nothing was. */
export function redactionTable(redactions: readonly StoredRedaction[], timeZone: string): TableView | null {
  if (redactions.length === 0) return null;
  const { at, by, record, field, why } = AMENDMENTS.redactionColumns;
  return {
    caption: AMENDMENTS.redactionsCaption,
    columns: columnsOf([at, by, record, field, why]),
    rows: redactions
      .toReversed()
      .slice(0, CORRECTIONS)
      .map(({ data }) => [
        [timePart(momentOf(data.at, timeZone))],
        [textPart(spelledOut(data.by))],
        [filePart(data.path)],
        [data.field === undefined ? textPart(AMENDMENTS.anywhere) : codePart(spelledOut(data.field))],
        [textPart(spelledOut(data.because))],
      ]),
  };
}
