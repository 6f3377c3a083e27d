import type { Stretch } from './compose-body.ts';
import { headingsIn } from './headings.ts';
import { underHeadings } from './unheaded-list.ts';

const BULLET = /^\s{0,3}[-*+] /;

/** A version's reStructuredText as stretches under headings. Its words stay as they are written. */
export function rstStretches(text: string): Stretch[] {
  const lines = text.split('\n');
  const headings = headingsIn(lines, 'rst');
  const before = lines.slice(0, headings[0]?.start ?? lines.length);
  return [
    unheaded(before),
    ...headings.map(({ depth, text: words, end }, index) => {
      const own = withoutLabels(lines.slice(end, headings[index + 1]?.start ?? lines.length));
      return {
        heading: { depth, text: words },
        text: own.join('\n'),
        hasBullets: own.some((line) => BULLET.test(line)),
      };
    }),
  ];
}

function unheaded(lines: readonly string[]): Stretch {
  const own = withoutLabels(lines);
  const at = own.findIndex((line) => BULLET.test(line));
  if (at < 0) return { heading: null, text: own.join('\n'), hasBullets: false };
  const words = [own.slice(0, at).join('\n').trim(), underHeadings(bulletsOf(own.slice(at)))];
  return { heading: null, text: words.filter((part) => part !== '').join('\n\n'), hasBullets: true };
}

/** Lines up to the next mark at the margin are a bullet's. */
function bulletsOf(lines: readonly string[]): string[] {
  const margin = /^\s*/.exec(lines[0] ?? '')?.[0].length ?? 0;
  const bullets: string[][] = [];
  for (const line of lines) {
    if (BULLET.test(line) && /^\s*/.exec(line)?.[0].length === margin) bullets.push([]);
    bullets.at(-1)?.push(line.slice(Math.min(margin, line.length - line.trimStart().length)));
  }
  return bullets.map((bullet) => bullet.join('\n').trimEnd());
}

/** ".. _name:" is a place to link to, and says nothing. */
function withoutLabels(lines: readonly string[]): string[] {
  return lines.filter((line) => !/^\.\. _[^:]+:\s*$/.test(line));
}
