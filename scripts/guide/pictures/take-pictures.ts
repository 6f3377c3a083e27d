import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Browser, Locator } from 'playwright-core';
import sharp, { type Sharp } from 'sharp';
import { Fault } from '../../../src/records/index.ts';
import { launchBrowser } from '../../browser/browser.ts';
import { SAMPLE_NOW } from '../../demo/sample-day.ts';
import { listen, staticServer } from '../../site/static-server.ts';
import { linedJson } from '../lined-json.ts';
import { onPicture, PICTURES, type TakenPicture, THEMES, type Theme, wordsOf } from './taken-pictures.ts';
import { WANTED_PICTURES } from './wanted-pictures.ts';

const BUILD = path.resolve(import.meta.dirname, '../../build.ts');
/** What a picture shows of something longer. */
const HEIGHT = 560;

/** Builds the sample's internal edition as of its day, and takes every picture of the guide anew. */
export async function takePictures(content: string): Promise<TakenPicture[]> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'ledger-guide-'));
  try {
    build(content, folder);
    const taken = await takeAll(folder);
    await writeFile(path.join(PICTURES, 'pictures.json'), linedJson(taken));
    return taken;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function build(content: string, folder: string): void {
  const options = ['--edition', 'internal', '--content', content, '--out', folder];
  const env = { ...process.env, NODE_ENV: 'production', LEDGER_NOW: SAMPLE_NOW };
  const { status } = spawnSync(process.execPath, [BUILD, ...options], { stdio: 'inherit', env });
  if (status !== 0) throw new Fault('the internal edition could not be built: no picture was taken');
}

async function takeAll(folder: string): Promise<TakenPicture[]> {
  const server = await staticServer(folder);
  const browser = await launchBrowser();
  try {
    const origin = await listen(server, 0, '127.0.0.1');
    return await takeEach(browser, origin);
  } finally {
    await browser.close();
    server.close();
  }
}

async function takeEach(browser: Browser, origin: string): Promise<TakenPicture[]> {
  const taken: TakenPicture[] = [];
  for (const wanted of WANTED_PICTURES)
    for (const theme of THEMES) {
      const picture = await onPicture(
        browser,
        origin,
        wanted,
        (part) => take(part, wanted.name, theme),
        theme,
      );
      if (theme === 'light') taken.push(picture);
    }
  return taken;
}

/** Room around what is shown of a page, in the page's own colour. */
const MARGIN = { top: 12, bottom: 12, left: 16, right: 16 };

async function take(part: Locator, name: string, theme: Theme): Promise<TakenPicture> {
  const shot = sharp(await part.screenshot({ animations: 'disabled' }));
  const { width, height } = await shot.metadata();
  const shown = Math.min(height, HEIGHT);
  const framed = await shot
    .extract({ left: 0, top: 0, width, height: shown })
    .extend({ ...MARGIN, background: await paperOf(shot, width) })
    .png()
    .toBuffer();
  const file = path.join(PICTURES, `${name}.${theme}.png`);
  await sharp(framed).png({ palette: true, colours: 48, effort: 10 }).toFile(file);
  return {
    name,
    width: width + MARGIN.left + MARGIN.right,
    height: shown + MARGIN.top + MARGIN.bottom,
    words: await wordsOf(part),
  };
}

/** The colour in the upper right corner: nothing is written there. */
async function paperOf(shot: Sharp, width: number): Promise<string> {
  const corner = shot.clone().extract({ left: width - 2, top: 4, width: 1, height: 1 });
  const [red = 0, green = 0, blue = 0] = await corner.raw().toBuffer();
  return `rgb(${red}, ${green}, ${blue})`;
}
