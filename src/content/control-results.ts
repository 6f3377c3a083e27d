// How controls came out on every release. Only the internal edition's routes import this file.
import type { ControlId } from '../records/index.ts';
import { type ControlException, controlExceptions } from '../views/controls/control-exceptions.ts';
import type { ReleaseOutcome } from '../views/controls/release-outcome.ts';
import type { ExceptionRow } from '../views/exceptions/exception-row.ts';
import { exceptionRows } from '../views/exceptions/exception-rows.ts';
import { judgedAt } from './moment.ts';
import { once } from './once.ts';
import { readEnvironments } from './product-environments.ts';
import { readProductPages } from './sources.ts';
import { readTrail } from './trail.ts';

/** Every judged release of a product, the newest first. */
export const readOutcomes: (product: string) => ReleaseOutcome[] = once((product) =>
  readTrail(product).map(({ outcome }) => outcome),
);

/** Releases of a product on which a control did not pass, the newest first. */
export function readControlExceptions(product: string, control: ControlId): ControlException[] {
  return controlExceptions(control, readOutcomes(product));
}

/** What somebody has to answer for, over all products, the most urgent first. */
export function readExceptions(): ExceptionRow[] {
  return exceptions('');
}

const exceptions = once(() =>
  exceptionRows(
    readProductPages().map(({ id, product }) => ({
      name: product.name,
      outcomes: readOutcomes(id),
      running: runningVersions(id),
    })),
    judgedAt(),
  ),
);

/** Releases that run in production now, in any part. */
function runningVersions(product: string): Set<string> {
  const environments = readEnvironments(product)?.environments ?? [];
  return new Set(
    environments
      .filter(({ environment }) => environment.production)
      .flatMap(({ running }) => [...running.modules.values()].map(({ event }) => event.record.data.version)),
  );
}
