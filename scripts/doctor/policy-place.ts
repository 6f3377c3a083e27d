import { isMap, isPair, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Place } from '../../src/records/index.ts';
import type { FiledPolicy } from './facts/product-facts.ts';

/** Where a field of a policy stands: its line, or that of the nearest field above it that is there. */
export function policyPlace({ file, text }: FiledPolicy, ...field: (string | number)[]): Place {
  const [, open = '', yaml = ''] = /^(\uFEFF?---\r?\n)([\s\S]*?\r?\n)---[ \t]*(?:\r?\n|$)/.exec(text) ?? [];
  const lines = new LineCounter();
  const document = parseDocument(yaml, { version: '1.2', schema: 'core', lineCounter: lines });
  const line = open === '' ? 1 : lines.linePos(offsetOf(document.contents, field)).line + 1;
  return { file, line, field: field.join('.') };
}

type Node = { range?: readonly [number, ...number[]] | null } | null | undefined;

function offsetOf(contents: unknown, field: readonly (string | number)[]): number {
  let [node, offset] = [contents, 0];
  for (const key of field) {
    const next = isMap(node)
      ? node.items.find((pair) => isPair(pair) && String(pair.key) === String(key))
      : isSeq(node)
        ? node.items[Number(key)]
        : undefined;
    if (next === undefined) return offset;
    offset = ((isPair(next) ? next.key : next) as Node)?.range?.[0] ?? offset;
    node = isPair(next) ? next.value : next;
  }
  return offset;
}
