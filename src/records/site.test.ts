import { describe, expect, test } from 'vitest';
import { SiteSchema } from './site.ts';

function issuesOf(fields: object): string[] {
  const { error } = SiteSchema.safeParse({ schema: 1, ...fields });
  return (error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`);
}

test('a site may say nothing, and all', () => {
  expect(issuesOf({})).toEqual([]);
  expect(
    issuesOf({
      ...{
        name: 'Releases',
        lead: 'What changed.',
        address: 'https://releases.example.org',
        introduction: true,
      },
      ...{ logo: { light: 'site/logo.svg', dark: 'site/logo-dark.png', named: true }, icon: 'site/icon.png' },
      colours: { light: '#A84300', dark: '#ffa366' },
      links: {
        header: [{ title: 'Documentation', address: 'https://docs.example.org/' }],
        footer: [{ title: 'Imprint', address: '/imprint/' }],
      },
      texts: {
        home: 'Shipped',
        news: 'New',
        feeds: 'Ours',
        footer: 'Made.',
        internal: 'Log',
        internalNote: 'for us',
      },
    }),
  ).toEqual([]);
});

describe('a colour', () => {
  test('that cannot be read is refused with its contrast and one that can', () => {
    expect(issuesOf({ colours: { light: '#ff7a00' } })).toEqual([
      'colours.light: #ff7a00 has a contrast of 2.25:1 against #fbebe7, and text on light pages needs 4.5:1; the nearest that has it is "#ad5300"',
    ]);
    expect(issuesOf({ colours: { light: '#a84300', dark: '#a84300' } })[0]).toMatch(
      /^colours\.dark: #a84300 has .* dark pages needs 4\.5:1; the nearest that has it is "#[0-9a-f]{6}"$/,
    );
  });

  test.each(['#fff', 'orange', '#ff7a0g', 'a84300', '#a84300;}'])('is no %s', (light) => {
    expect(issuesOf({ colours: { light } })[0]).toMatch(
      /^colours\.light: expected a colour of six hex digits/,
    );
  });

  test('without quotes is told to be a comment', () => {
    expect(issuesOf({ colours: { light: null } })[0]).toMatch(/in quotes/);
  });

  test('is written small', () => {
    expect(SiteSchema.parse({ schema: 1, colours: { light: '#A84300' } }).colours?.light).toBe('#a84300');
  });
});

test.each([
  ...[
    '../logo.svg',
    '/site/logo.svg',
    'site/../x.svg',
    'site/a/b.svg',
    'logo.svg',
    'site/.svg',
    'site/.hidden.svg',
  ],
  ...[
    'site/logo.svg/..',
    'site/logo.gif',
    'https://example.org/logo.svg',
    'site\\logo.svg',
    'site/logo.svg\n',
  ],
])('the logo %j is no file of the folder', (light) => {
  expect(issuesOf({ logo: { light } })[0]).toMatch(/^logo\.light: expected a file of the folder "site"/);
});

test.each(['javascript:alert(1)', '//example.org', 'docs', 'ftp://example.org', '/a b', 'data:text/html,x'])(
  'a link does not lead to %j',
  (address) => {
    expect(issuesOf({ links: { header: [{ title: 'Docs', address }] } })[0]).toMatch(
      /^links\.header\.0\.address: expected an address/,
    );
  },
);

test('texts are those that are listed, a line each', () => {
  expect(issuesOf({ texts: { fixed: 'Mended' } })[0]).toMatch(/Unrecognized key/);
  expect(issuesOf({ texts: { home: ' ' } })).toHaveLength(1);
  expect(issuesOf({ texts: { home: 'a'.repeat(41) } })).toHaveLength(1);
  expect(issuesOf({ texts: { footer: 'one\ntwo' } })[0]).toMatch(/single line/);
});
