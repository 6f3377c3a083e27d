import { spelledOut } from '../../markdown/harmless.ts';
import type { StageReport } from '../../records/stage-report.ts';
import { codePart, type FactPart, factsOf, markPart, textPart, timePart } from '../fact-view.ts';
import { SAME_MARKS, STAGE_WORDS } from '../stage-texts.ts';
import { momentOf } from '../time-view.ts';
import { changeText, sizeText } from './amounts.ts';
import { block, type MeasuredBlock } from './measured-block.ts';
import type { EarlierScan } from './scan-block.ts';

/** The image that was built: its names, its size beside the previous one's, and what it says it was built of. */
export function imageBlock(
  { measured, commit }: StageReport,
  before: EarlierScan | null,
  timeZone: string,
): MeasuredBlock[] {
  const { image } = measured;
  if (image === undefined) return [];
  const words = STAGE_WORDS.image;
  const past = before?.report.measured.image?.size;
  return [
    block('image', words.title, {
      facts: factsOf(
        [words.digests, image.digests.map(codePart)],
        [words.id, image.id === undefined ? undefined : codePart(image.id)],
        [words.size, image.size === undefined ? undefined : sizeParts(image.size, past, before?.version)],
        [
          words.createdAt,
          image.createdAt === undefined ? undefined : timePart(momentOf(image.createdAt, timeZone)),
        ],
        [words.revision, image.revision === undefined ? undefined : revisionParts(image.revision, commit)],
      ),
    }),
  ];
}

function sizeParts(size: number, past: number | undefined, version: string | undefined): FactPart[] {
  const text = textPart(sizeText(size));
  if (past === undefined || version === undefined) return [text];
  const difference = size - past;
  const sign = changeText(Math.sign(difference)).slice(0, 1);
  const change = difference === 0 ? '±0' : `${sign}${sizeText(Math.abs(difference))}`;
  return [text, textPart(`(${STAGE_WORDS.image.change(change, version)})`)];
}

/** An image may name a tag instead of a commit: then nothing can be compared. */
function revisionParts(revision: string, commit: string | undefined): FactPart[] {
  const isCommit = /^[0-9a-f]{7,64}$/i.test(revision) && commit !== undefined;
  const same = isCommit && commit.startsWith(revision.toLowerCase());
  const { kind, mark, text } = SAME_MARKS[isCommit ? (same ? 'same' : 'other') : 'unknown'];
  return [codePart(spelledOut(revision)), markPart(kind, mark, text)];
}
