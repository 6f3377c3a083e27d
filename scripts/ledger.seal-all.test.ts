import fs from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { ledgerPaths } from './store/paths.ts';
import { answerOf } from './testing/answer.ts';
import { useWorkspace } from './testing/workspace.ts';
import { type SealAllOptions, sealAll } from './verbs/seal-all.ts';
import { verify } from './verbs/verify.ts';

const SAMPLE = path.resolve(import.meta.dirname, '../content');
const NOW = '2026-09-28T10:00:00+00:00';
const DOSSIER = ledgerPaths('director').dossier('1.26.2');

interface Told {
  product: string;
  sealed: string[];
  open: { version: string; verdict: string; unresolved: number }[];
}

const space = useWorkspace();
let content = '';

/** The sample's product that is blessed most often, as if nothing of it had ever been sealed. */
beforeAll(() => {
  content = path.join(space.root, 'content');
  for (const place of ['ledger/director', 'notes/director', 'products/director.md'])
    fs.cpSync(path.join(SAMPLE, place), path.join(content, place), { recursive: true });
  for (const name of fs.readdirSync(content, { recursive: true, encoding: 'utf8' }))
    if (/\/seal(?:-\d+)?\.json$/.test(name)) fs.rmSync(path.join(content, name));
});

async function sealed(options: Partial<SealAllOptions> = {}): Promise<Told> {
  const given = { content, ranBy: 'release-bot', now: NOW, ...options };
  const answer = await answerOf((console) => sealAll(given, console), { json: true });
  expect(answer.code, answer.said).toBe(0);
  return (JSON.parse(answer.printed) as Told[])[0] as Told;
}

// One story, told in order.
describe('all that may be sealed', () => {
  test('is what is blessed, and the deployments; everything else stays open', async () => {
    const { sealed: files, open } = await sealed();
    expect(files).toContain(`${DOSSIER}/seal.json`);
    expect(files.at(-1)).toBe('ledger/director/deployments/seal-1.json');
    expect(open.length).toBeGreaterThan(3);
    expect(open.filter(({ verdict }) => verdict === 'blessed')).toEqual([]);
    for (const { version } of open)
      expect(files).not.toContain(`${ledgerPaths('director').dossier(version)}/seal.json`);
    const all = fs
      .readdirSync(path.join(content, 'ledger/director/releases'))
      .filter((version) => fs.existsSync(path.join(content, ledgerPaths('director').release(version))));
    expect(files.length - 1 + open.length).toBe(all.length);
  });

  test('is nothing the next time', async () => {
    expect((await sealed()).sealed).toEqual([]);
  });

  test('is what was added to a sealed release, whatever its verdict is by now', async () => {
    fs.writeFileSync(path.join(content, DOSSIER, 'evidence-later.md'), 'Later.\n');
    const later = { now: '2027-09-28T10:00:00+00:00' };
    expect((await sealed(later)).sealed).toEqual([`${DOSSIER}/seal-2.json`]);
  });

  test('is every release where it is asked for, in a chain that is sound', async () => {
    const { sealed: files, open } = await sealed({ unblessed: true });
    expect(files.length).toBeGreaterThan(3);
    expect(open.filter(({ unresolved }) => unresolved === 0)).toEqual([]);
    const answer = await answerOf((console) => verify({ content }, console));
    expect(answer.printed).not.toMatch(/chain|gap|fork|is not what was sealed/);
  });

  test('is nothing over an alarm', async () => {
    fs.appendFileSync(path.join(content, DOSSIER, 'release.md'), 'More.\n');
    const answer = await answerOf((console) => sealAll({ content, ranBy: 'release-bot', now: NOW }, console));
    expect(answer.code).toBe(2);
    expect(answer.said).toContain('is not what was sealed');
  });
});
