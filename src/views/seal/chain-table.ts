import { spelledOut } from '../../markdown/harmless.ts';
import { type FactPart, idPart, linkPart, markPart, textPart, timePart } from '../fact-view.ts';
import { type ListPages, settledPages } from '../paging/settled-pages.ts';
import { dossierPath, environmentsPath, sealPath } from '../paths.ts';
import { SEAL_KINDS_IN_WORDS, VERIFICATION } from '../seal-texts.ts';
import { type CellView, columnsOf, type TableView } from '../table-view.ts';
import { momentOf } from '../time-view.ts';
import type { ChainSeal } from './chain.ts';
import { DIGEST_LENGTH } from './seal-facts.ts';

/** Rows that fill a page: twice as many, with the state of the chain, stay below 2,500 DOM nodes. */
const SEALS_PER_PAGE = 50;

/** The seals of a chain as pages, the last seal first. */
export function chainPages(seals: readonly ChainSeal[]): ListPages<ChainSeal[]> {
  return settledPages(seals.toReversed(), SEALS_PER_PAGE);
}

/** The time zone of a product; null for one that the ledger does not know. */
export type ZoneOf = (product: string) => string | null;

/** Seals as a table. */
export function chainTable(seals: readonly ChainSeal[], caption: string, zoneOf: ZoneOf): TableView {
  const { number, what, kind, at, by, digest, files } = VERIFICATION.columns;
  return {
    caption,
    columns: columnsOf([number, what, kind, at, by, digest], [files]),
    rows: seals.map((seal) => rowOf(seal, zoneOf)),
  };
}

function rowOf({ place, file, digest, is }: ChainSeal, zoneOf: ZoneOf): CellView[] {
  const id = digest === null ? markPart('danger', '✗', VERIFICATION.gone) : idPart(digest, DIGEST_LENGTH);
  if (is === null)
    return [
      [textPart(String(place))],
      [textPart(spelledOut(file)), markPart('danger', '✗', VERIFICATION.noSeal)],
      ...[[], [], []],
      [id],
      [],
    ];
  const zone = zoneOf(is.product);
  return [
    numberOf(place, is.sequence),
    [whatOf(is, zone !== null)],
    [textPart(SEAL_KINDS_IN_WORDS[is.kind])],
    [timePart(momentOf(is.sealedAt, zone ?? 'UTC'))],
    [textPart(spelledOut(is.sealedBy))],
    [id],
    [textPart(is.files.toLocaleString('en-GB'))],
  ];
}

/** What it calls itself, where that is not its place. */
function numberOf(place: number, sequence: number): CellView {
  const link = linkPart(String(sequence), sealPath(place));
  return sequence === place ? [link] : [link, markPart('danger', '✗', `≠ ${place}`)];
}

function whatOf({ product, version }: NonNullable<ChainSeal['is']>, isKnown: boolean): FactPart {
  if (!isKnown) return textPart([product, version ?? ''].join(' '));
  return version === undefined
    ? linkPart(product, environmentsPath(product))
    : linkPart(`${product} ${version}`, dossierPath(product, version));
}
