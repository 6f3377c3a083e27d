import { hash } from 'node:crypto';
import { signOfFile } from './file-signs.ts';
import type { Seen } from './memory.ts';
import { monthFile, readMonth } from './read-edition.ts';

/** What is known of a month's document without parsing it. */
export interface MonthFacts {
  month: string;
  bytes: number;
  digest: string;
  /** Versions that repeat a release of this month. */
  foldedInto: string[];
}

/** Looks at documents of months, and reads those that do not look as they did. */
export interface SeenMonths {
  of(product: string, month: string): MonthFacts;
  /** All that was looked at and can be told again by how it looks. */
  all: Record<string, Seen<MonthFacts>>;
}

/** Documents of an edition. */
export function seenMonths(edition: string, before: Readonly<Record<string, Seen<MonthFacts>>>): SeenMonths {
  const all: Record<string, Seen<MonthFacts>> = {};
  return {
    of(product, month) {
      const name = `${product}/${month}`;
      // Before it is read: what is written meanwhile looks otherwise the next time.
      const sign = signOfFile(monthFile(edition, product, month));
      const known = before[name];
      const facts =
        sign !== null && known?.sign === sign
          ? known.facts
          : factsOf(month, readMonth(edition, product, month));
      if (sign !== null) all[name] = { sign, facts };
      return facts;
    },
    all,
  };
}

function factsOf(month: string, document: Buffer): MonthFacts {
  // Inside of a text its quotes would have a backslash before them: this is a field and nothing else.
  const fields = document.toString('latin1').matchAll(/"foldedInto":\s*"([^"\\]+)"/g);
  return {
    month,
    bytes: document.length,
    digest: hash('sha256', document),
    foldedInto: [...fields].map(([, version = '']) => version),
  };
}
