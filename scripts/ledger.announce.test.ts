import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Answer, answerOf } from './testing/answer.ts';
import type { TestLedger } from './testing/test-ledger.ts';
import { useWorkspace } from './testing/workspace.ts';
import { type AnnounceOptions, announce } from './verbs/announce.ts';
import { RepositoryBuilder } from './world/index.ts';

const space = useWorkspace();

let ledger: TestLedger;

beforeAll(async () => {
  const repo = new RepositoryBuilder();
  repo.commit({ message: 'feat: start (#1)' });
  repo.tag('v1.0.0', repo.tip(), { date: '2026-01-05T09:00:00Z' });
  repo.commit({ message: 'feat: add lists (#2)' });
  repo.commit({ message: 'fix: mend what @somebody saw in #7 (#3)' });
  repo.tag('v1.1.0', repo.tip(), { date: '2026-02-01T09:00:00Z' });
  repo.commit({ message: 'fix: mend more (#4)' });
  repo.tag('v1.2.0', repo.tip(), { date: '2026-03-01T09:00:00Z' });
  ledger = await space.harvested('announce', repo);
});

/** The verb in this process. */
function announced(options: Partial<AnnounceOptions>, json = false): Promise<Answer> {
  const { content, product } = ledger;
  const site = options.site ?? 'https://releases.example.org/';
  return answerOf(
    (console) => announce({ content, product, format: 'markdown', site, ...options }, console),
    {
      json,
    },
  );
}

/** The real command, without an address of the site from outside. */
function command(...args: string[]): Promise<Answer> {
  return ledger.command(['announce', '--product', 'core', ...args], { environment: { LEDGER_SITE: '' } });
}

describe('ledger announce', () => {
  test('prints markdown where no format is named, and nothing else on standard output', async () => {
    const answer = await command('--release', '1.1.0', '--site', 'https://releases.example.org/');
    expect(answer).toMatchObject({ code: 0, said: '' });
    expect(answer.printed).toMatch(/^# core 1\.1\.0\n/i);
    expect(answer.printed).toContain('Changes since [1.0.0](https://releases.example.org/core/1.0.0/)');
    expect(answer.printed).toContain('- Add lists');
    expect(answer.printed.endsWith('\n')).toBe(true);
  });

  test('takes a tag’s name', async () => {
    const { printed } = await announced({ release: 'v1.1.0', format: 'github' });
    expect(printed).toContain('@&#8203;somebody');
    expect(printed).toContain('#&#8203;7');
  });

  test('prints a message for Slack and the document of the API as JSON', async () => {
    const slack = JSON.parse((await announced({ release: '1.1.0', format: 'slack' })).printed);
    expect(slack.blocks[0]).toMatchObject({ type: 'header' });
    const json = JSON.parse((await announced({ release: '1.1.0', format: 'json' })).printed);
    expect(json).toMatchObject({ product: 'core', version: '1.1.0', previous: '1.0.0' });
  });

  test('says that it does not know the site’s address, and takes it from site.md', async () => {
    const unknown = await command('--release', '1.1.0');
    expect(unknown.said).toContain('--site ADDRESS');
    expect(unknown.printed).not.toContain('](');
    ledger.edit('site.md', () => '---\nschema: 1\naddress: https://notes.example.org\n---\n');
    const known = await command('--release', '1.1.0');
    expect(known).toMatchObject({ code: 0, said: '' });
    expect(known.printed).toContain('https://notes.example.org/core/1.1.0/');
  });

  test('a changelog is of all releases, or of those that one holds', async () => {
    const versions = (text: string) => [...text.matchAll(/^## \[(.+?)\]/gm)].map(([, version]) => version);
    const whole = await announced({ format: 'changelog' });
    expect(versions(whole.printed)).toEqual(['1.2.0', '1.1.0', '1.0.0']);
    const earlier = await announced({ format: 'changelog', release: '1.1.0' });
    expect(versions(earlier.printed)).toEqual(['1.1.0', '1.0.0']);
  });

  test('writes a file in the place of another, says so, and leaves nothing beside it', async () => {
    const folder = path.join(ledger.folder, 'out');
    mkdirSync(folder);
    const file = path.join(folder, 'mail.html');
    writeFileSync(file, 'before');
    const answer = await announced({ release: '1.1.0', format: 'html', out: file });
    expect(answer).toMatchObject({ code: 0, printed: '' });
    expect(answer.said).toContain(`Wrote ${file}`);
    expect(readFileSync(file, 'utf8')).toContain('</html>');
    expect(readdirSync(folder)).toEqual(['mail.html']);
  });

  test('leaves what is there where it cannot write', async () => {
    const folder = path.join(ledger.folder, 'taken');
    mkdirSync(path.join(folder, 'mail.html'), { recursive: true });
    const out = path.join(folder, 'mail.html');
    const answer = await announced({ release: '1.1.0', format: 'html', out });
    expect(answer.code).toBe(2);
    expect(readdirSync(folder)).toEqual(['mail.html']);
  });

  test('with --json tells what it made', async () => {
    const made = JSON.parse((await announced({ release: '1.1.0', format: 'github' }, true)).printed);
    expect(made).toMatchObject({ product: 'core', version: '1.1.0', format: 'github', following: 0 });
    expect(made.text).toContain('Add lists');
  });

  test('refuses a format that there is none of', async () => {
    const answer = await command('--release', '1.1.0', '--format', 'pdf');
    expect(answer).toMatchObject({ code: 2, printed: '' });
    expect(answer.said).toContain('Allowed choices are markdown, github, html, slack, changelog, json');
  });

  test.each<[Partial<AnnounceOptions>, RegExp]>([
    [{ release: '9.9.9' }, /no note of core "9\.9\.9"[\s\S]*newest are 1\.2\.0, 1\.1\.0, 1\.0\.0/],
    [{ format: 'html' }, /of one release[\s\S]*--release VERSION/],
    [{ release: '1.1.0', product: 'other' }, /no product "other"/],
    [{ release: '1.1.0', site: 'example.org' }, /--site example\.org/],
    [{ release: '1.1.0', site: 'https://example.org/path' }, /without a path/],
    [{ release: '1.1.0', out: 'none/such.md' }, /none\/such\.md: it cannot be written/],
  ])('refuses %j', async (options, message) => {
    const answer = await announced(options);
    expect(answer).toMatchObject({ code: 2, printed: '' });
    expect(answer.said).toMatch(message);
  });

  test('needs no internal records, and changes nothing in the ledger', async () => {
    const before = ledger.state();
    expect((await announced({ release: '1.2.0' })).code).toBe(0);
    expect(ledger.state()).toEqual(before);
    const internal = path.join(ledger.content, 'ledger');
    renameSync(internal, `${internal}-away`);
    const answer = await announced({ release: '1.2.0' });
    renameSync(`${internal}-away`, internal);
    expect(answer).toMatchObject({ code: 0, said: '' });
  });
});
