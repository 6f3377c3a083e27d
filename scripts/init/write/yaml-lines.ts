import { withoutAddresses, withoutControls } from '../../parse/message/text.ts';

const WIDTH = 112;

/** A value as YAML has it in one line: JSON is YAML. */
export function value(given: string | boolean | readonly string[]): string {
  if (typeof given === 'object') return `[${given.map((item) => value(item)).join(', ')}]`;
  return JSON.stringify(given);
}

/** A comment of as many lines as it needs. Words from a repository are no more than words here. */
export function comment(text: string, indent = ''): string {
  const words = withoutAddresses(withoutControls(text)).replace(/\s+/g, ' ').trim().split(' ');
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && `${indent}# ${last} ${word}`.length <= WIDTH)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.map((line) => `${indent}# ${line}\n`).join('');
}

/** "Proposed because …." behind what a field means. */
export function because(reason: string | undefined): string {
  return reason === undefined ? '' : ` Here because ${reason.replace(/\.$/, '')}.`;
}
