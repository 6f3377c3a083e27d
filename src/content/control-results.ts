// How controls came out on every release. Only the internal edition's routes import this file.
import type { ControlId } from '../records/index.ts';
import {
  type ControlException,
  controlExceptions,
  EXCEPTIONS_PER_PAGE,
} from '../views/controls/control-exceptions.ts';
import { MATRIX_ROWS } from '../views/controls/control-matrix.ts';
import { exceptionPages } from '../views/exceptions/exception-pages.ts';
import type { ExceptionRow } from '../views/exceptions/exception-row.ts';
import { byUrgency, exceptionRows } from '../views/exceptions/exception-rows.ts';
import { type ListPage, type PageNumber, settledPages } from '../views/paging/settled-pages.ts';
import { judgedAt } from './moment.ts';
import { once } from './once.ts';
import { listOfPages, pageReader } from './page-reader.ts';
import { readEnvironments } from './product-environments.ts';
import { readProduct } from './products.ts';
import { readProductPages } from './sources.ts';
import { readAnswerable, readStandings } from './trail.ts';

/** Releases of a product on which a control did not pass, the newest first. */
export function readControlExceptions(product: string, control: ControlId): ControlException[] {
  return listOfPages((page) => readControlPage(product, control, page));
}

/** The matrix of a product's controls as pages of releases. */
export const readOutcomePages = once('outcome pages', (product) =>
  settledPages(readStandings(product), MATRIX_ROWS),
);

/** One of them. */
export const readOutcomePage = pageReader('outcome page', readOutcomePages);

/** The numbers of the pages of a control's exceptions. */
export function controlPageNumbers(product: string, control: ControlId): number[] {
  return controlPage.numbers(`${product} ${control}`);
}

/** One of these pages. */
export function readControlPage(
  product: string,
  control: ControlId,
  page: PageNumber,
): ListPage<ControlException[]> {
  return controlPage(`${product} ${control}`, page);
}

const controlPages = once('control pages', (key) => {
  const [product = '', control = ''] = key.split(' ');
  return settledPages(controlExceptions(control as ControlId, readAnswerable(product)), EXCEPTIONS_PER_PAGE);
});

const controlPage = pageReader('control page', controlPages);

/** What somebody has to answer for, over all products, the most urgent first. */
export function readExceptions(): ExceptionRow[] {
  return exceptions('');
}

/** The numbers of their pages: the oldest of what is over is on the one with number 1. */
export function exceptionPageNumbers(): number[] {
  return exceptionPage.numbers('');
}

/** One of their pages. */
export function readExceptionPage(page: PageNumber): ListPage<ExceptionRow[]> {
  return exceptionPage('', page);
}

const pagesOfExceptions = once('exception pages', () => exceptionPages(readExceptions()));

const exceptionPage = pageReader('exception page', pagesOfExceptions);

const exceptions = once('exceptions', () => byUrgency(readProductPages().map(({ id }) => exceptionsOf(id))));

/** Where another product got a release, its own stay as they are. */
const exceptionsOf = once(
  'exceptions of a product',
  (id): ExceptionRow[] =>
    exceptionRows(
      { name: readProduct(id).product.name, outcomes: readAnswerable(id), running: runningVersions(id) },
      judgedAt(),
    ),
  { kept: true },
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
