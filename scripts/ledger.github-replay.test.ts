import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import type { Faults } from './github-stand-in/index.ts';
import { Hosted } from './testing/hosted.ts';
import { type HostedLedger, TOKEN, useHosted } from './testing/hosted-ledger.ts';
import { oddProject } from './testing/odd-project.ts';
import { changedFiles, snapshot } from './testing/snapshot.ts';

const space = useHosted();

async function recorded(
  name: string,
  project = oddProject(),
  faults: Faults = {},
): Promise<{ ledger: HostedLedger; file: string }> {
  const ledger = await space.hosted(name, project, { faults });
  const file = path.join(ledger.folder, 'answers.ndjson');
  await ledger.online({ record: file });
  return { ledger, file };
}

/** Lists the temporary folder, which is the ledger's own from here on: other tests use the machine's. */
function temporary(ledger: HostedLedger): string[] {
  const folder = path.join(ledger.folder, 'temporary');
  mkdirSync(folder, { recursive: true });
  vi.stubEnv('TMPDIR', folder);
  return readdirSync(folder);
}

test('a recording repeats the harvest twice over without a call', async () => {
  const { ledger, file } = await recorded('twice');
  const before = ledger.state();
  for (const _time of [1, 2]) {
    rmSync(ledger.file('notes'), { recursive: true });
    rmSync(ledger.file('ledger/core/releases'), { recursive: true });
    expect(await ledger.asked(() => ledger.online({ replay: file }))).toEqual([]);
    expect(changedFiles(before, ledger.state())).toEqual([]);
  }
});

test('a recording holds what went wrong, but neither the waiting nor the limits', async () => {
  const limit = { atCall: 2, retryAfterSeconds: 1, status: 200 as const };
  const { ledger, file } = await recorded('faults', oddProject(), {
    badGatewayAbove: 9,
    secondaryLimit: limit,
  });
  const statuses = readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => JSON.parse(line).status);
  expect(statuses).toContain(502);
  const before = ledger.state();
  expect((await ledger.online({ replay: file })).said).not.toContain('waiting');
  expect(changedFiles(before, ledger.state())).toEqual([]);
});

test('the hour’s limit is waited out and not kept', async () => {
  const primaryLimit = { afterCalls: 1, resetInSeconds: 1, type: 'RATE_LIMIT' as const };
  const { ledger, file } = await recorded('limit', oddProject(), { primaryLimit });
  expect(readFileSync(file, 'utf8')).not.toContain('rate limit');
  expect(await ledger.online({ replay: file })).toMatchObject({ code: 0 });
});

test('descriptions may speak of rate limits', async () => {
  const project = new Hosted();
  const body = 'You have exceeded a secondary rate limit. {"type":"RATE_LIMITED"} "type": "RATE_LIMIT"';
  project.squash({ number: 12, title: 'API rate limit exceeded', body });
  project.repo.commit({ message: 'Nobody has this number (#99)' });
  project.repo.tag('v1.1.0');
  const { ledger, file } = await recorded('speaks', project);
  const before = ledger.state();
  expect(ledger.change('1.1.0', 'core-12')?.pullRequests).toHaveLength(1);
  await ledger.online({ replay: file });
  expect(changedFiles(before, ledger.state())).toEqual([]);
});

test('a recording of other repositories, or of other commits, is refused and changes nothing', async () => {
  const { file } = await recorded('one');
  const project = new Hosted(undefined, { name: 'core' });
  project.repo.commit({ message: 'Something else' });
  project.repo.tag('v1.1.0');
  const other = await space.hosted('other', project);
  const before = other.state();
  expect(await other.tryOnline({ replay: file })).toMatchObject({
    code: 2,
    said: expect.stringContaining('does not hold all that this harvest asks for'),
  });
  expect(changedFiles(before, other.state())).toEqual([]);
});

test('a recording that is cut, damaged, empty or none is refused', async () => {
  const { ledger, file } = await recorded('cut');
  const text = readFileSync(file, 'utf8');
  const before = ledger.state();
  expect(temporary(ledger)).toEqual([]);
  for (const [bytes, said] of [
    [text.slice(0, text.length * 0.6), /does not hold all|no JSON/],
    [text.replace('{"request"', '{"request'), /damaged: this line is no JSON/],
    ['', /no recording/],
    ['[1]\n', /no recording/],
    ['null\n', /no recording/],
  ] as const) {
    writeFileSync(file, bytes);
    const answer = await ledger.tryOnline({ replay: file });
    expect(answer).toMatchObject({ code: 2, said: expect.stringMatching(said) });
  }
  rmSync(file);
  expect(await ledger.tryOnline({ replay: file })).toMatchObject({ code: 2 });
  expect(changedFiles(before, ledger.state())).toEqual([]);
  expect(temporary(ledger)).toEqual([]);
});

test('a harvest that fails leaves no recording', async () => {
  const ledger = await space.hosted('failed', oddProject(), {
    faults: { partialErrors: [{ number: 12, message: 'No access' }] },
  });
  expect(temporary(ledger)).toEqual([]);
  const file = path.join(ledger.folder, 'answers.ndjson');
  expect(await ledger.tryOnline({ record: file })).toMatchObject({ code: 2 });
  expect([existsSync(file), existsSync(`${file}.part`)]).toEqual([false, false]);
  expect(await ledger.tryOnline({ record: path.join(ledger.folder, 'no/such/folder') })).toMatchObject({
    code: 2,
    said: expect.stringContaining('cannot be written'),
  });
  expect(temporary(ledger)).toEqual([]);
});

test('an older recording that is replayed is news to the next harvest', async () => {
  const project = new Hosted();
  project.squash({ number: 12, title: 'Before' });
  project.repo.tag('v1.1.0');
  const { ledger, file } = await recorded('older', project);
  const [pull] = project.repository.pulls as { title: string; updatedAt?: string }[];
  Object.assign(pull as object, { labels: ['kind/bug'], updatedAt: '2026-01-01T00:00:00Z' });
  await ledger.online();
  const before = ledger.state();
  await ledger.online({ replay: file });
  expect(ledger.change('1.1.0', 'core-12')?.pullRequests?.[0]).not.toHaveProperty('labels');
  await ledger.online();
  expect(changedFiles(before, ledger.state())).toEqual([]);
});

test('the token is in no file and in no word', async () => {
  const ledger = await space.hosted('canary', oddProject(), { faults: { badGatewayAbove: 9 } });
  const file = path.join(ledger.folder, 'answers.ndjson');
  const said = [(await ledger.online({ record: file })).said, (await ledger.online()).said];
  ledger.github.faults = { partialErrors: [{ number: 12, message: 'No access' }] };
  rmSync(ledger.cache, { recursive: true });
  said.push((await ledger.tryOnline()).said);
  expect(said.join()).not.toContain(TOKEN);
  for (const [name, text] of snapshot(ledger.folder)) expect(text, name).not.toContain(TOKEN);
});
