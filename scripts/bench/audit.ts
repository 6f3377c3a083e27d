import path from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../browser/browser.ts';
import { visit } from '../browser/visit.ts';
import { listen, staticServer } from '../site/static-server.ts';
import { auditPages, populationPage } from './audit/audit-pages.ts';
import { type FilterFigure, measureFilter } from './audit/measure-filter.ts';
import type { LedgerShape } from './big-ledger/shape.ts';
import { writeBigLedger } from './big-ledger.ts';
import { measure, type Run } from './measure.ts';

/** What a page weighs at this size. */
export interface PageFigure {
  page: string;
  nodes: number;
  /** Compressed, the scripts among them. */
  kilobytes: number;
  scriptKilobytes: number;
  /** What axe and the console say of it, and widths at which it scrolls sideways. */
  faults: string[];
}

/** What an auditor meets in a ledger that has so many production changes in a year. */
export interface AuditFigures {
  releases: number;
  changes: number;
  /** Whole processes: the internal edition, and the population as CSV. */
  processes: (Run & { name: string })[];
  pages: PageFigure[];
  filter: FilterFigure;
}

/** Two years of releases, one of them with a fifth of a year's changes. */
function shapeOf(rows: number): LedgerShape {
  const changes = 10;
  return {
    products: 3,
    releases: Math.max(6, Math.ceil((2 * rows) / changes)),
    changes,
    widest: Math.max(changes, Math.ceil(rows / 5)),
    reports: 5,
    years: 2,
    until: '2026-09-25T11:30:00+00:00',
  };
}

const NOW = '2026-09-25T20:00:00Z';

/** Builds the internal edition of a ledger with so many production changes in its last year, and reads it in a browser. */
export async function measureAudit(rows: number, work: string): Promise<AuditFigures> {
  const [content, out] = [path.join(work, 'content'), path.join(work, 'internal')];
  const { releases, changes } = writeBigLedger(content, shapeOf(rows));
  const processes = await measureProcesses(content, out, work);
  const server = await staticServer(out);
  const origin = await listen(server, 0, '127.0.0.1');
  const browser = await launchBrowser();
  try {
    const pages = await measurePages(browser, origin, out);
    const filter = await measureFilter(browser, `${origin}${populationPage()}`);
    return { releases, changes, processes, pages, filter };
  } finally {
    await browser.close();
    server.close();
  }
}

async function measureProcesses(
  content: string,
  out: string,
  work: string,
): Promise<AuditFigures['processes']> {
  const environment = {
    LEDGER_NOW: NOW,
    NODE_ENV: 'production',
    LEDGER_CACHE: path.join(work, 'cache'),
  };
  const build = ['scripts/build.ts', '--edition', 'internal', '--content', content, '--out', out];
  const period = ['--from', '2025-09-26', '--to', '2026-09-25', '--csv'];
  const population = ['scripts/start.mjs', '--content', content, 'population', ...period];
  const contenders = [
    { name: 'internal edition', command: [process.execPath, ...build], environment },
    { name: 'ledger population --csv', command: [process.execPath, ...population], environment },
  ];
  const figures: AuditFigures['processes'] = [];
  for (const contender of contenders) figures.push({ name: contender.name, ...(await measure(contender)) });
  return figures;
}

async function measurePages(browser: Browser, origin: string, out: string): Promise<PageFigure[]> {
  const figures: PageFigure[] = [];
  for (const page of auditPages(out)) {
    const { nodes, bytes, scriptBytes, errors, faults, overflows } = await visit(browser, origin, page);
    const wide = overflows.map((width) => `scrolls sideways at ${width} pixels`);
    figures.push({
      page,
      nodes,
      kilobytes: bytes / 1024,
      scriptKilobytes: scriptBytes / 1024,
      faults: [...errors, ...faults, ...wide],
    });
  }
  return figures;
}
