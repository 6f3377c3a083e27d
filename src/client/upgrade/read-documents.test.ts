import { afterEach, expect, test, vi } from 'vitest';
import { lineageReleases } from '../../notes/lineage.ts';
import { history } from '../../notes/upgrade/testing/releases.ts';
import { documentReader } from './read-documents.ts';

const RELEASES = history(
  ...Array.from({ length: 20 }, (_, at): Parameters<typeof history>[number] => {
    const date = `${2024 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-03T00:00:00Z`;
    return [`1.${at}.0`, [], { date }];
  }),
);
const MONTHS = /^\/months\/(\d{4}-\d{2})\.json$/;

afterEach(() => {
  vi.unstubAllGlobals();
});

/** Answers as the site does; what is asked for is kept. */
function serve(broken: ReadonlySet<string> = new Set()): { asked: string[]; most: () => number } {
  const asked: string[] = [];
  let [open, most] = [0, 0];
  vi.stubGlobal('fetch', async (address: string, { signal }: { signal: AbortSignal }) => {
    asked.push(address);
    open += 1;
    most = Math.max(most, open);
    await new Promise((done) => setTimeout(done, 2));
    open -= 1;
    signal.throwIfAborted();
    const month = MONTHS.exec(address)?.[1];
    const releases = RELEASES.filter(({ date }) => date.slice(0, 7) === month);
    const json = month === undefined ? { releases: lineageReleases(RELEASES) } : { releases };
    return { ok: !broken.has(address), status: 404, json: async () => json };
  });
  return { asked, most: () => most };
}

const ADDRESSES = { releases: '/releases.json', months: '/months/' };

test('reads the months of the wanted versions once, eight at a time, and tells how far it is', async () => {
  const { asked, most } = serve();
  const reader = documentReader(ADDRESSES);
  const { signal } = new AbortController();
  const versions = RELEASES.slice(3).map(({ version }) => version);
  const progress: string[] = [];
  const read = await reader.notes(versions, signal, (done, all) => progress.push(`${done}/${all}`));
  expect(new Set(read.map(({ version }) => version))).toEqual(new Set(versions));
  expect([progress[0], progress.at(-1), most()]).toEqual(['0/17', '17/17', 8]);
  await reader.notes([...versions, '1.0.0'], signal, () => undefined);
  expect(asked.length).toBe(1 + 17 + 1);
  expect(await reader.notes(['9.9'], signal, () => undefined)).toEqual([]);
});

test('a file that fails is an error, and is read again the next time', async () => {
  const broken = new Set(['/months/2024-02.json']);
  serve(broken);
  const reader = documentReader(ADDRESSES);
  const { signal } = new AbortController();
  await expect(reader.notes(['1.1.0', '1.2.0'], signal, () => undefined)).rejects.toThrow(
    '2024-02.json: 404',
  );
  broken.clear();
  expect(await reader.notes(['1.1.0', '1.2.0'], signal, () => undefined)).toHaveLength(2);
});

test('who gives up gets nothing', async () => {
  serve();
  const controller = new AbortController();
  const reading = documentReader(ADDRESSES).notes(['1.1.0'], controller.signal, () => undefined);
  controller.abort();
  await expect(reading).rejects.toThrow();
});
