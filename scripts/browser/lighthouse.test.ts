import { type AddressInfo, createServer, type Server } from 'node:net';
import lighthouse from 'lighthouse';
import { expect, test } from 'vitest';
import { useBuiltSite } from './built-site.ts';

const MINUTES = 60_000;
/** What each category has to reach, of 1. The others do not depend on how busy the machine is. */
const WANTED = { performance: 0.95, accessibility: 1, 'best-practices': 1, seo: 1 };
/** Tries for a figure that depends on the machine. */
const TRIES = 3;

const port = await freePort();
const site = useBuiltSite({
  edition: 'public',
  browserArguments: [`--remote-debugging-port=${port}`],
});

test.each([
  ['home', '/'],
  ['a product', '/openebs/'],
  ['a release', '/openebs/1.12.0/'],
  ['upgrading', '/openebs/upgrade/'],
])(
  'Lighthouse finds nothing on the page of %s',
  async (_name, page) => {
    expect(await bestOf(page)).toEqual({ scores: WANTED, failed: [] });
  },
  4 * MINUTES,
);

interface Report {
  scores: Record<string, number>;
  /** Audits that found something, in the categories that are not reached. */
  failed: string[];
}

/** The report of the first try that reaches everything, else of the last one; scores above the wanted count as it. */
async function bestOf(page: string): Promise<Report> {
  let report: Report = { scores: {}, failed: [] };
  for (let tried = 0; tried < TRIES; tried += 1) {
    report = await reportOf(page);
    if (report.failed.length === 0) return report;
  }
  return report;
}

async function reportOf(page: string): Promise<Report> {
  const result = await lighthouse(site.origin + page, {
    port,
    output: 'json',
    logLevel: 'error',
    onlyCategories: Object.keys(WANTED),
  });
  const { categories = {}, audits = {} } = result?.lhr ?? {};
  const wanted = Object.entries(WANTED);
  const missed = wanted.filter(([id, score]) => (categories[id]?.score ?? 0) < score).map(([id]) => id);
  const references = missed.flatMap((id) => categories[id]?.auditRefs ?? []);
  const failed = references.filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1);
  return {
    scores: Object.fromEntries(
      wanted.map(([id, score]) => [id, Math.min(score, categories[id]?.score ?? 0)]),
    ),
    failed: failed.map(({ id }) => `${id}: ${audits[id]?.displayValue ?? audits[id]?.title}`),
  };
}

async function freePort(): Promise<number> {
  const socket: Server = createServer();
  await new Promise<void>((resolve) => socket.listen(0, '127.0.0.1', resolve));
  const { port: free } = socket.address() as AddressInfo;
  await new Promise((resolve) => socket.close(resolve));
  return free;
}
