import { compareVersions } from '../history/version-order.ts';
import { type NoteBody, parseNoteBody } from '../markdown/note-body.ts';
import type { NoteImages } from '../markdown/note-image.ts';
import { Fault } from '../records/fault.ts';
import { type Note, NoteSchema } from '../records/note.ts';
import { type VersionView, versionView } from '../views/timeline-view.ts';
import { readBody, readRecord, recordPath, recordsIn, shown } from './files.ts';
import { readNoteImages } from './note-images.ts';
import { once } from './once.ts';
import { type VersionList, versionList } from './version-list.ts';

/** A release note: what machines know, and its text taken apart. Each is read when it is asked for. */
export interface NoteRecord {
  version: string;
  readonly note: Note;
  readonly body: NoteBody;
  /** Pictures that stand beside it. */
  readonly images: NoteImages;
  readonly inList: VersionView;
  /** Its path from the content folder on. */
  path: string;
}

/** Versions that have notes, the newest first. */
export const notedVersions: VersionList = versionList('noted versions', (product) =>
  recordsIn('notes', product).sort((a, b) => compareVersions(b, a)),
);

/** A product's notes, the newest version first. */
export const readNotes: (product: string) => NoteRecord[] = once('notes', (product) =>
  notedVersions(product).map((version) => records(`${product}/${version}`)),
);

/** A version's note; undefined where there is none. */
export function findNote(product: string, version: string): NoteRecord | undefined {
  return notedVersions.has(product, version) ? records(`${product}/${version}`) : undefined;
}

const records = once('note record', (key): NoteRecord => {
  const [product, version] = partsOf(key);
  return {
    version,
    path: recordPath('notes', product, version),
    get note() {
      return facts(key);
    },
    get body() {
      return bodies(key);
    },
    get images() {
      return readNoteImages(product, version);
    },
    get inList() {
      return views(key);
    },
  };
});

/** Throws a Fault for a note that is not what its name says. */
const facts = once(
  'note',
  (key): Note => {
    const [product, version] = partsOf(key);
    const { data } = readRecord(NoteSchema, 'notes', product, version);
    const file = shown('notes', product, version);
    if (data.product !== product) throw unlike(file, 'product', product);
    if (data.version !== version) throw unlike(file, 'version', version);
    return data;
  },
  { kept: true },
);

/** Lists of all versions read no note for a line of each. */
const views = once(
  'version in lists',
  (key): VersionView => versionView(partsOf(key)[0], { note: facts(key), body: bodies(key) }),
  { kept: true },
);

/** Texts are large: those of some notes are held at once. */
const bodies = once(
  'note body',
  (key): NoteBody => parseNoteBody(readBody('note', 'notes', ...partsOf(key))),
  {
    kept: true,
    room: 512,
  },
);

function partsOf(key: string): [product: string, version: string] {
  const [product = '', version = ''] = key.split('/');
  return [product, version];
}

function unlike(file: string, field: string, wanted: string): Fault {
  return new Fault(`expected "${wanted}", as the file's path says`, { place: { file, field } });
}
