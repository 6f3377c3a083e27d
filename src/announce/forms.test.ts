import { describe, expect, test } from 'vitest';
import type { NoteSource } from '../views/release-view.ts';
import { announcerOf } from './announcement.ts';
import { announced, changelogOf, RELEASE_FORMS, type ReleaseForm } from './forms.ts';
import { invented, sourceOf, written } from './testing/invented.ts';

const SITE = { address: 'https://releases.example.org' };

function formOf(form: ReleaseForm, note: NoteSource, site: { address: string | null } = SITE): string {
  const tell = announcerOf(sourceOf(note, written('1.0.1', '## Fixed\n\n- Speed {#core-9}')), site);
  return announced(form, tell(note), site).text;
}

const NOTE: NoteSource = {
  ...written(
    '1.1.0',
    `It is faster, as [measured][1].

[1]: https://example.org/speed

## Fixed

- Closes #12 of acme/core#7, thanks to @somebody: see \`@kept #13\` and <b>bold</b> {#core-1}

## Action required

- Change your **dashboards**, see [here][1] {#core-2}

  They read numbers now.

## Known issues

- Pools forget. Workaround: restart them. {#known-1}
`,
  ),
  note: invented('1.1.0', [], {
    previous: '1.0.1',
    known: [{ id: 'known-1', fixedIn: ['1.2.0'] }],
    entries: [
      { id: 'core-1', module: 'core', pullRequest: 12, kind: 'fix', alsoIn: ['1.0.1'] },
      { id: 'core-2', module: 'core', pullRequest: null, kind: 'feat', breaking: true, maturity: 'beta' },
    ],
  }),
};

test('markdown reads alone: by urgency, with marks and facts, each link an address', () => {
  expect(formOf('markdown', NOTE)).toBe(`# Core 1.1.0

Released on 3 February 2026 · Changes since [1.0.1](https://releases.example.org/core/1.0.1/) · [Read this on the site](https://releases.example.org/core/1.1.0/)

It is faster, as [measured](https://example.org/speed).

## Action required

- **Breaking, Beta:** Change your **dashboards**, see [here](https://example.org/speed)

  They read numbers now.

## Fixed

- Closes #12 of acme/core#7, thanks to @somebody: see \`@kept #13\` and \\<b>bold\\</b> ([#12](https://git.example.org/example/core/pull/12), also in [1.0.1](https://releases.example.org/core/1.0.1/))

## Known issues

- Pools forget.

  **Workaround:** restart them.

  Fixed in 1.2.0
`);
});

test('on GitHub nobody of the words is told or pointed at', () => {
  const text = formOf('github', NOTE);
  expect(text).toContain(
    'Closes #&#8203;12 of acme/core#&#8203;7, thanks to @&#8203;somebody: see `@kept #13`',
  );
  expect(text).toContain('([#12](https://git.example.org/example/core/pull/12)');
  expect(text.startsWith('Released on')).toBe(true);
});

test('a mail has its subject as title, and search engines do not keep it', () => {
  const text = formOf('html', NOTE);
  expect(text).toContain('<title>Core 1.1.0 is released</title>');
  expect(text).toContain('<meta name="robots" content="noindex, nofollow">');
  expect(text).toContain('&#x3C;b>bold&#x3C;/b>');
});

test('Slack is told what must be done in full, and of the rest the first lines', () => {
  const text = formOf('slack', NOTE);
  const blocks = (JSON.parse(text) as { blocks: { text: { text: string } }[] }).blocks;
  const words = blocks.map((block) => block.text.text);
  expect(words[0]).toBe('Core 1.1.0');
  expect(words).toContainEqual(
    '*Action required*\n• *Breaking, Beta:* Change your *dashboards*, see <https://example.org/speed|here>\n    They read numbers now. <https://releases.example.org/core/1.1.0/#core-2|#>',
  );
  expect(words.at(-1)).toBe('<https://releases.example.org/core/1.1.0/|Read all of the notes>');
});

test('where no blocks are shown, Slack tells how many there are of each kind', () => {
  const body = (bullets: string): string =>
    ['Action required', 'Upgrade notes', 'Highlights', 'Added', 'Known issues', 'Dependencies', 'Own Words']
      .map((heading) => `## ${heading}\n\n${bullets}\n`)
      .join('\n');
  const told = (bullets: string): string =>
    (JSON.parse(formOf('slack', written('1.1.0', body(bullets)))) as { text: string }).text;
  expect(told('- One')).toBe(
    'Core 1.1.0: 1 action required, 1 upgrade note, 1 highlight, 1 added, 1 known issue, 1 dependency, 1 own words: https://releases.example.org/core/1.1.0/',
  );
  expect(told('- One\n- Two')).toContain('2 upgrade notes, 2 highlights, 2 added, 2 known issues, 2 depend');
});

test('entries that nobody is told of in a channel are counted', () => {
  const text = formOf('slack', written('1.1.0', '## Maintenance\n\n- Move tests {#core-1}'));
  expect(text).toContain('1 more entry follows in the notes.');
  expect(text).not.toContain('Move tests');
});

test('JSON is the document of the API', () => {
  expect(JSON.parse(formOf('json', NOTE))).toMatchObject({
    $schema: 'https://releases.example.org/api/v1/schemas/release.schema.json',
    product: 'core',
    version: '1.1.0',
    entries: [{ id: 'core-1' }, { id: 'core-2' }],
  });
});

describe.each(RELEASE_FORMS)('as %s', (form) => {
  test('a withdrawn release is loud', () => {
    const note = written('1.1.0', '## Fixed\n\n- Speed {#core-1}', {
      withdrawn: { reason: 'It loses data & more.', use: '1.0.1', at: '2026-02-05T10:00:00+00:00' },
    });
    const text = formOf(form, note);
    expect(text).toMatch(/withdrawn/i);
    expect(text).toMatch(/It loses data (?:&|&amp;|&#x26;|\\&) more\./);
    expect(text).toContain('1.0.1');
    if (form !== 'json') expect(text).toContain('Do not use this release.');
    if (form === 'html') expect(text).toContain('<title>Withdrawn: Core 1.1.0</title>');
  });

  test.skipIf(form === 'json')('nothing leads to a site whose address is not known', () => {
    const text = formOf(form, NOTE, { address: null });
    expect(text).not.toMatch(/releases\.example\.org|\]\(\/|href="\/|<\/core/);
    expect(text).toContain('https://git.example.org/example/core/pull/12');
  });
});

describe('a changelog', () => {
  const notes = [
    written('2.0.0-rc1', '## Added\n\n- Trees {#core-6}', { prerelease: true }),
    written('1.2.0', '## Dependencies\n\n- Bump x {#core-4}\n\n## Changed\n\n- Words {#core-5}', {
      withdrawn: { reason: 'It loses data.' },
      date: '2026-04-01T10:00:00+00:00',
    }),
    NOTE,
    written('1.1.0-rc1', '## Fixed\n\n- Speed {#core-1}', { prerelease: true, foldedInto: '1.1.0' }),
  ];
  const text = (site: { address: string | null }): string =>
    [...changelogOf('Core', notes, announcerOf(sourceOf(...notes), site))].join('');

  test('keeps to the form: versions with dates, [YANKED], links at the end; folded prereleases are told of once', () => {
    const lines = text(SITE).split('\n');
    expect(lines[0]).toBe('# Changelog');
    expect(lines.filter((line) => /^##? /.test(line)).slice(1)).toEqual([
      '## [2.0.0-rc1] - 2026-02-03',
      '## [1.2.0] - 2026-04-01 [YANKED]',
      '## [1.1.0] - 2026-02-03',
    ]);
    expect(lines.slice(-4)).toEqual([
      '[2.0.0-rc1]: https://releases.example.org/core/2.0.0-rc1/',
      '[1.2.0]: https://releases.example.org/core/1.2.0/',
      '[1.1.0]: https://releases.example.org/core/1.1.0/',
      '',
    ]);
    expect(text(SITE)).toContain('It loses data.');
    expect(text(SITE)).not.toContain('Unreleased');
  });

  test('sections are in Keep a Changelog’s order, what must be done before them', () => {
    const headings = text(SITE)
      .split('\n')
      .filter((line) => line.startsWith('### '));
    expect(headings).toEqual([
      '### Added',
      '### Changed',
      '### Action required',
      '### Fixed',
      '### Known issues',
    ]);
    expect(text(SITE)).toMatch(/### Changed\n\n- Words .*\n- Bump x/);
  });

  test('has no links to a site whose address is not known', () => {
    expect(text({ address: null })).not.toContain(']: ');
  });
});
