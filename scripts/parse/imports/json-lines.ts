import { Fault } from '../../../src/records/index.ts';

/** A value of a list, and the line on which it begins, counted from 1. */
export interface RecordLine {
  value: unknown;
  line: number;
}

/**
 * The objects of a JSON text: one alone, a list, lists of lists, or several such one behind the other, as paging
 * programs write them. Throws a Fault with file and line for what is no JSON.
 */
export function recordLines(text: string, file: string): RecordLine[] {
  const found: RecordLine[] = [];
  let [line, start, depth, inText, counted] = [1, -1, 0, false, 0];
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at];
    if (inText) {
      if (letter === '\\') at += 1;
      else if (letter === '"') inText = false;
    } else if (letter === '"') inText = true;
    else if (letter === '{') {
      if (depth === 0) start = at;
      depth += 1;
    } else if (letter === '}') {
      depth -= 1;
      if (depth < 0) throw broken(file, lineAt(text, at), 'a "}" that closes nothing');
      if (depth === 0) {
        line += newlines(text, counted, start);
        counted = start;
        found.push({ value: parsed(text.slice(start, at + 1), file, line), line });
      }
    } else if (depth === 0 && !/[\s[\],\uFEFF]/.test(letter ?? ''))
      throw broken(file, lineAt(text, at), `"${letter}" where a release was expected`);
  }
  if (depth > 0 || inText) throw broken(file, lineAt(text, start), 'it is cut off');
  return found;
}

function parsed(text: string, file: string, line: number): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw broken(file, line, cause instanceof Error ? cause.message : String(cause));
  }
}

function newlines(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

function lineAt(text: string, at: number): number {
  return newlines(text, 0, Math.max(at, 0)) + 1;
}

function broken(file: string, line: number, what: string): Fault {
  return new Fault(`it is no JSON: ${what}`, {
    place: { file, line },
    hint: 'Export the releases again: gh api --paginate repos/OWNER/NAME/releases > releases.json',
  });
}
