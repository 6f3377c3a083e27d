import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { LedgerReader } from '../../store/read.ts';
import type { Console } from '../../verbs/console.ts';
import { stage } from '../../verbs/stage.ts';
import { minutesAfter } from '../reports/moments.ts';
import { testResult } from '../reports/test-result.ts';

const CHECKS = ['pods are ready', 'sign in', 'save a schedule', 'agents report', 'alerts arrive'];

/** What QA looked at after deployments to production. */
const AFTER = [
  { product: 'director', release: '1.25.0', at: '2026-09-21T12:15:00+00:00', failed: [] },
  { product: 'director', release: '1.25.1', at: '2026-09-22T12:05:00+00:00', failed: [] },
  { product: 'director', release: '1.26.1', at: '2026-09-24T12:10:00+00:00', failed: ['agents report'] },
  { product: 'director', release: '1.25.1', at: '2026-09-24T12:50:00+00:00', failed: [] },
  { product: 'director', release: '1.26.2', at: '2026-09-25T12:15:00+00:00', failed: [] },
] as const;

/** Files the checks that followed deployments. */
export async function checkDeployments(content: string, folder: string, out: Console): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [index, { product, release, at, failed }] of AFTER.entries()) {
    const commit = new LedgerReader(content).release(product, release)?.tag.commit ?? '';
    const passed = CHECKS.filter((check) => !(failed as readonly string[]).includes(check));
    const report = testResult(`${product} in production, check ${index + 1}`, commit, passed, failed);
    const file = path.join(folder, `${index + 1}-${report.name}`);
    await writeFile(file, report.text);
    const place = { content, product, release, stage: 'sanity', environment: 'production' };
    await stage({ ...place, commit, at, by: 'sana-qureshi', files: [file], now: minutesAfter(at, 2) }, out);
  }
}
