import { cp, mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { subfolders } from '../store/folders.ts';
import { buildInto, filesBelow, temporaryFolder, testContent } from './built-editions.ts';
import { CANARY, plantCanaries } from './canaries.ts';
import { writeSchemaCanaries } from './schema-canaries.ts';

const MINUTES = 60_000;

let folder = '';
let content = '';
let before: Map<string, string>;
let picture = '';

beforeAll(async () => {
  folder = await temporaryFolder();
  content = path.join(folder, 'content');
  await cp(testContent(), content, { recursive: true });
  await plantPicture(path.join(content, 'notes'));
  before = await bytesOf(await buildInto(folder, 'public', content, 'before'));
}, 3 * MINUTES);

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

test(
  'no canary of the ledger shows up in the public edition',
  async () => {
    expect(await plantCanaries(path.join(content, 'ledger'))).toBeGreaterThan(50);
    const [product = ''] = subfolders(path.join(content, 'ledger'));
    const release = path.join(content, 'ledger', product, 'releases/9.9.9');
    expect(await writeSchemaCanaries(release)).toBeGreaterThan(300);
    const after = await bytesOf(await buildInto(folder, 'public', content, 'canaries'));
    const found = [...after].filter(
      ([file, bytes]) => file.includes(CANARY) || unpacked(bytes).includes(CANARY),
    );
    expect(found.map(([file]) => file)).toEqual([]);
    expect(differences(before, after)).toEqual([]);
  },
  3 * MINUTES,
);

test('a picture beside a note comes without what its camera wrote into it', async () => {
  const planted = await readFile(path.join(content, 'notes', ...picture.split('/')), 'latin1');
  expect(planted).toContain(CANARY);
  const [served] = [...before]
    .filter(([file]) => file.endsWith('/images/camera.jpg'))
    .map(([, bytes]) => bytes);
  expect(served?.length).toBeGreaterThan(100);
  expect(served).not.toContain(CANARY);
});

test(
  'the public edition is the same to the byte without the ledger',
  async () => {
    await rm(path.join(content, 'ledger'), { recursive: true });
    const after = await bytesOf(await buildInto(folder, 'public', content, 'without'));
    expect(after.size).toBeGreaterThan(5);
    expect(differences(before, after)).toEqual([]);
  },
  3 * MINUTES,
);

/** A photograph beside the first note, with a canary in its metadata. */
async function plantPicture(notes: string): Promise<void> {
  const [product = ''] = subfolders(notes);
  const [note = ''] = (await filesBelow(path.join(notes, product))).filter((file) =>
    /^[^/]+\.md$/.test(file),
  );
  picture = `${product}/${note.replace(/\.md$/, '')}/camera.jpg`;
  const place = path.join(notes, picture);
  await mkdir(path.dirname(place), { recursive: true });
  const size = { width: 40, height: 20, channels: 3 as const, background: '#1f4b8e' };
  await sharp({ create: size })
    .withExif({ IFD0: { Copyright: CANARY } })
    .jpeg()
    .toFile(place);
}

/** The search index is compressed. */
function unpacked(bytes: string): string {
  return bytes.startsWith('\x1f\x8b') ? gunzipSync(Buffer.from(bytes, 'latin1')).toString('latin1') : bytes;
}

/** Every byte of a folder, as Latin-1 so that nothing is lost. */
async function bytesOf(built: string): Promise<Map<string, string>> {
  const files = await filesBelow(built);
  return new Map(
    await Promise.all(
      files.map(async (file) => [file, await readFile(path.join(built, file), 'latin1')] as const),
    ),
  );
}

function differences(left: Map<string, string>, right: Map<string, string>): string[] {
  const files = new Set([...left.keys(), ...right.keys()]);
  return [...files].filter((file) => left.get(file) !== right.get(file));
}
