import { spelledOut } from '../../markdown/harmless.ts';
import { renderBlocks } from '../../markdown/render.ts';
import type { ArgumentView } from '../votes/vote-view.ts';

/** Characters of a text that is set as it reads: a long one could fill the page. */
const LONG = 3000;
/** Characters of a first line in a table. */
const LINE = 140;

/** What somebody wrote into a record, set as it reads where that does not fill the page. */
export function proseView(body: string): ArgumentView {
  const text = body.trim();
  if (text === '') return { is: 'none' };
  return text.length > LONG
    ? { is: 'text', text: spelledOut(text) }
    : { is: 'html', html: renderBlocks(text, { level: 3 }) };
}

/** The first paragraph of what somebody wrote, cut where it is long; null where they wrote nothing. */
export function firstLine(body: string): string | null {
  const [paragraph = ''] = body.trim().split(/\r?\n[^\S\n]*\r?\n/, 1);
  const line = paragraph.replace(/\s+/g, ' ');
  if (line === '') return null;
  return spelledOut(line.length > LINE ? `${line.slice(0, LINE - 1).trimEnd()}…` : line);
}
