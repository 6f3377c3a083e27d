import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

const WIDE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 100"><path d="M0 0"/></svg>';
const LOGO = 'logo:\n  light: site/logo.svg';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ledger-brand-'));
  vi.stubEnv('LEDGER_CONTENT', path.join(folder, 'content'));
  vi.resetModules();
  mkdirSync(path.join(folder, 'content/site'), { recursive: true });
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

function write(file: string, bytes: string | Uint8Array): void {
  writeFileSync(path.join(folder, 'content', file), bytes);
}

function say(fields: string): void {
  write('site.md', `---\nschema: 1\n${fields}\n---\n`);
}

function pixels(width: number, height: number, who = 'Ada Brook'): Promise<Buffer> {
  const channels = 4 as const;
  const create = { width, height, channels, background: '#ff7a00' };
  return sharp({ create })
    .withExif({ IFD0: { Artist: who } })
    .png()
    .toBuffer();
}

const brand = () => import('./brand.ts');

async function refusalOf(work: () => unknown): Promise<string> {
  try {
    await work();
  } catch (error) {
    const { Fault } = await import('../records/fault.ts');
    if (error instanceof Fault) return error.describe();
    throw error;
  }
  return '';
}

test('a ledger that says nothing has no look of its own', async () => {
  const { brandFiles, hasColours, hasIcon, ownIcon, siteLogo } = await brand();
  expect([siteLogo(), hasColours(), hasIcon(), await ownIcon(32), brandFiles()]).toEqual([
    ...[null, false, false, null, []],
  ]);
});

test('a logo has its own shape, and the room of a header', async () => {
  write('site/logo.svg', WIDE);
  write('site/dark.png', await pixels(1000, 100));
  say(`${LOGO}\n  dark: site/dark.png\n  named: true`);
  const { brandFile, brandFiles, siteLogo } = await brand();
  expect(siteLogo()).toEqual({
    ...{ light: { address: '/brand/logo.svg', width: 128, height: 32 }, named: true },
    dark: { address: '/brand/logo-dark.png', width: 200, height: 20 },
  });
  expect(brandFiles()).toEqual(['logo.svg', 'logo-dark.png']);
  const { type, bytes } = await brandFile('logo-dark.png');
  expect(type).toBe('image/png');
  expect(await sharp(bytes).metadata()).toMatchObject({ width: 600, height: 60 });
});

test('pictures lose what programs write into them, and pixels that nobody sees', async () => {
  write('site/icon.png', await pixels(600, 600));
  write('site/logo.png', await pixels(600, 600));
  say('logo: { light: site/logo.png }\nicon: site/icon.png');
  const { brandFile, ownIcon } = await brand();
  for (const bytes of [(await brandFile('logo.png')).bytes, (await ownIcon(192)) ?? new Uint8Array()]) {
    expect(Buffer.from(bytes).includes('Ada')).toBe(false);
    expect(await sharp(bytes).metadata()).not.toHaveProperty('exif');
  }
  expect((await sharp((await brandFile('logo.png')).bytes).metadata()).height).toBe(96);
  expect((await sharp((await ownIcon(180, true)) ?? new Uint8Array()).metadata()).hasAlpha).toBe(false);
});

test('colours are for screens, in both themes, and the dark one follows from the light one', async () => {
  say('colours: { light: "#a84300" }');
  const { brandFile } = await brand();
  const sheet = Buffer.from((await brandFile('colours.css')).bytes).toString();
  expect(sheet.match(/@media screen/g)).toHaveLength(2);
  const accents = [...sheet.matchAll(/--accent: (#[0-9a-f]{6});/g)].map(([, colour]) => colour);
  const { worstContrast } = await import('../records/accent.ts');
  expect(accents).toEqual(['#a84300', expect.any(String)]);
  expect(worstContrast(accents[1] ?? '', 'dark').ratio).toBeGreaterThan(7);
});

describe('refused is', () => {
  test('a file that is not there', async () => {
    say(LOGO);
    const { siteLogo } = await brand();
    expect(await refusalOf(siteLogo)).toMatch(
      /content\/site\.md: logo\.light: there is no .*site\/logo\.svg\n/,
    );
  });

  test('a link, and a folder that is one', async () => {
    writeFileSync(path.join(folder, 'secret.svg'), WIDE);
    symlinkSync('../../secret.svg', path.join(folder, 'content/site/logo.svg'));
    say(LOGO);
    const { siteLogo } = await brand();
    expect(await refusalOf(siteLogo)).toMatch(/site\/logo\.svg: .*no link/);

    rmSync(path.join(folder, 'content/site'), { recursive: true });
    mkdirSync(path.join(folder, 'elsewhere'));
    writeFileSync(path.join(folder, 'elsewhere/logo.svg'), WIDE);
    symlinkSync('../elsewhere', path.join(folder, 'content/site'));
    vi.resetModules();
    const { siteLogo: again } = await brand();
    expect(await refusalOf(again)).toMatch(/site\/logo\.svg: .*no link/);
  });

  test('a drawing that runs something, with its line', async () => {
    write('site/logo.svg', WIDE.replace('<path', '\n<script/><path'));
    say(LOGO);
    const { siteLogo } = await brand();
    expect(await refusalOf(siteLogo)).toMatch(/site\/logo\.svg:2: the drawing has <script>/);
  });

  test('a drawing that is too large for every page', async () => {
    write('site/logo.svg', WIDE.replace('M0 0', 'M0 0'.repeat(10_000)));
    say(LOGO);
    const { siteLogo } = await brand();
    expect(await refusalOf(siteLogo)).toMatch(/has 40 KB, and may have 24/);
  });

  test('a shape that nobody could make out', async () => {
    write('site/logo.svg', WIDE.replace('400 100', '4000 100'));
    say(LOGO);
    const { siteLogo } = await brand();
    expect(await refusalOf(siteLogo)).toMatch(/logo\.light: the logo is 4000 × 100 large/);
  });

  test('a picture that is none, or another than its name says', async () => {
    write('site/logo.png', 'nothing');
    say('logo: { light: site/logo.png }');
    const { siteLogo } = await brand();
    expect(await refusalOf(siteLogo)).toMatch(/site\/logo\.png: the picture cannot be read/);
    write('site/logo.png', WIDE);
    vi.resetModules();
    const { siteLogo: again } = await brand();
    expect(await refusalOf(again)).toMatch(/the picture is svg, and is called png/);
  });

  test.each([
    [600, 500],
    [256, 256],
  ])('an icon of %d × %d', async (width, height) => {
    write('site/icon.png', await pixels(width, height));
    say('icon: site/icon.png');
    const { ownIcon } = await brand();
    expect(await refusalOf(() => ownIcon(32))).toMatch(/icon: the icon is .*\n.*square of 512 pixels/);
  });
});

describe('words below the front matter', () => {
  test('are for who edits the file', async () => {
    write('site.md', '---\nschema: 1\n---\nCall Ada before you edit this.\n');
    const { siteIntroduction } = await import('./site.ts');
    expect(siteIntroduction()).toBeNull();
  });

  test('are for readers where it is said', async () => {
    write('site.md', '---\nschema: 1\nintroduction: true\n---\nWe ship **daily**.\n');
    const { siteIntroduction } = await import('./site.ts');
    expect(siteIntroduction()).toContain('We ship **daily**.');
  });
});
