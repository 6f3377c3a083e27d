import type { FactView } from '../fact-view.ts';
import { idPart, textPart } from '../fact-view.ts';
import type { MarkView } from '../mark-view.ts';
import { SEAL } from '../seal-texts.ts';
import { columnsOf, type TableView } from '../table-view.ts';
import { type CheckView, checkView } from './check-data.ts';
import { filePart, type OddFilesView, oddFilesView } from './odd-files.ts';
import { recordAddress } from './record-address.ts';
import { DIGEST_LENGTH, sealFacts, type Today } from './seal-facts.ts';
import { sealState } from './seal-state.ts';
import type { CheckedSeal } from './stored-seal.ts';

/** Rows of a page, below 2,500 DOM nodes. */
const FILES = 200;

/** One seal, file by file. */
export interface SealPage {
  state: MarkView;
  facts: FactView[];
  odd: OddFilesView;
  files: TableView;
  moreFiles: number;
  /** Where its JSON is served; null for a name that is no plain address. */
  json: string | null;
  check: CheckView;
}

/** A seal as auditors see it. */
export function sealPage(checked: CheckedSeal, today: Today): SealPage {
  const { files } = checked.seal;
  return {
    state: sealState([checked]),
    facts: sealFacts(checked, today),
    odd: oddFilesView([checked]),
    files: filesTable(checked),
    moreFiles: Math.max(0, files.length - FILES),
    json: recordAddress(checked.file),
    check: checkView([checked]),
  };
}

/** Only what the site serves has a link. */
function filesTable({ seal, odd, unserved }: CheckedSeal): TableView {
  const gone = odd.flatMap(({ path, state }) => (state.is === 'gone' ? [path] : []));
  const without = new Set([...unserved, ...gone]);
  const { file, digest, size } = SEAL.filesColumns;
  return {
    caption: SEAL.filesCaption,
    columns: columnsOf([file, digest], [size]),
    rows: seal.files.slice(0, FILES).map((each) => {
      const part = filePart(each.path);
      const name = part.is === 'link' && without.has(each.path) ? textPart(part.text) : part;
      return [[name], [idPart(each.digest, DIGEST_LENGTH)], [textPart(each.size.toLocaleString('en-GB'))]];
    }),
  };
}
