import { expect } from 'vitest';
import { Fault } from '../../../src/records/index.ts';
import type { ReportFile, ReportReader } from './parsed-report.ts';

/** A report's file of a text, or of a value as JSON. */
export function fileOf(content: unknown, name = 'report.json'): ReportFile {
  const text = typeof content === 'string' ? content : JSON.stringify(content, null, 2);
  return { name, bytes: new TextEncoder().encode(text) };
}

/** The Fault that something throws; anything else fails the test. */
export function faultOf(action: () => unknown): Fault {
  try {
    action();
  } catch (cause) {
    if (cause instanceof Fault) return cause;
    throw cause;
  }
  throw new Error('nothing was thrown');
}

/** Cuts a file at every byte: its reader throws a Fault each time, and telling its format never throws. */
export function expectEveryCutRefused(reader: ReportReader, { name, bytes }: ReportFile): void {
  for (let length = 0; length < bytes.length; length += 1) {
    const cut = { name, bytes: bytes.subarray(0, length) };
    expect(typeof reader.recognises(cut)).toBe('boolean');
    faultOf(() => reader.parse(cut));
  }
}
