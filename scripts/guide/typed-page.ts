import type { GuidePage, GuidePart } from '../../src/guide/guide-page.ts';
import type { Playground } from './playground.ts';
import { missingLine } from './same-answer.ts';

/** A block of a page that did not do what the page says. */
export interface Astray {
  /** The line of the page's file. */
  line: number;
  why: string;
  /** All that was shown. */
  shown: string;
}

/** Types all of a page's commands and writes its files, in their order; stops at the first that goes another way. */
export async function typePage(
  { sections }: GuidePage,
  ground: Playground,
  tell: (part: GuidePart, shown: string) => void = () => {},
): Promise<Astray | null> {
  for (const part of sections.flatMap(({ parts }) => parts)) {
    if (part.kind === 'file') await ground.write(part.file, part.text);
    if (part.kind !== 'command') continue;
    const { code, shown } = await ground.type(part);
    tell(part, shown);
    const why = whyAstray(part, code, shown);
    if (why !== null) return { line: part.line, why, shown };
  }
  return null;
}

function whyAstray(
  { exit, answer }: GuidePart & { kind: 'command' },
  code: number,
  shown: string,
): string | null {
  if (code !== exit) return `it exits with ${code}, and the guide says ${exit}`;
  const missing = answer === null ? null : missingLine(answer, shown);
  return missing === null ? null : `the guide shows: ${missing}`;
}
