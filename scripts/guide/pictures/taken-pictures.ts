import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Locator } from 'playwright-core';
import { z } from 'zod';
import { WANTED_PICTURES, type WantedPicture } from './wanted-pictures.ts';

/** Where the guide's pictures are. */
export const PICTURES = path.resolve(import.meta.dirname, '../../../src/guide/pictures');

/** The windows in which they are taken: the second for tables that have many columns. */
const [WINDOW, WIDE_WINDOW] = [
  { width: 1024, height: 560 },
  { width: 1400, height: 560 },
];

/** The themes in which each is taken. */
export const THEMES = ['light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const TakenSchema = z.array(
  z.strictObject({
    name: z.string(),
    width: z.int().positive(),
    height: z.int().positive(),
    /** The SHA-256 of the words that the picture is of. */
    words: z.string(),
  }),
);

/** What is known of a picture that was taken. */
export type TakenPicture = z.infer<typeof TakenSchema>[number];

/** The pictures that were taken, as the file beside them tells. */
export function takenPictures(): TakenPicture[] {
  return TakenSchema.parse(JSON.parse(readFileSync(path.join(PICTURES, 'pictures.json'), 'utf8')));
}

/** Opens the page of a picture, without scripts, and hands over what the picture is of. */
export async function onPicture<Result>(
  browser: Browser,
  origin: string,
  { address, of, isWide }: WantedPicture,
  look: (part: Locator) => Promise<Result>,
  theme: Theme = 'light',
): Promise<Result> {
  const context = await browser.newContext({
    viewport: isWide ? WIDE_WINDOW : WINDOW,
    colorScheme: theme,
    javaScriptEnabled: false,
  });
  try {
    const page = await context.newPage();
    await page.goto(origin + address, { waitUntil: 'load' });
    return await look(page.locator(of).first());
  } finally {
    await context.close();
  }
}

/** A digest of the words that a part of a page holds. */
export async function wordsOf(part: Locator): Promise<string> {
  const words = (await part.textContent()) ?? '';
  return createHash('sha256').update(words.replace(/\s+/g, ' ').trim()).digest('hex');
}

/** Names of pictures whose page says something else by now, or that were never taken. */
export async function stalePictures(browser: Browser, origin: string): Promise<string[]> {
  const taken = new Map(takenPictures().map(({ name, words }) => [name, words]));
  const stale: string[] = [];
  for (const wanted of WANTED_PICTURES) {
    const words = await onPicture(browser, origin, wanted, wordsOf);
    if (taken.get(wanted.name) !== words) stale.push(wanted.name);
  }
  return stale;
}
