import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';

/** A ledger that is edited, and one from which its records can be taken again. */
export interface EditedLedger {
  content: string;
  /** The same ledger with everything that it may ever have. */
  pool: string;
  /** The moment of the next build. */
  now: number;
}

/** What somebody does to a ledger; `pick` chooses among what is there. Says what was done. */
export type Edit = (ledger: EditedLedger, pick: number) => string;

const HOUR = 3_600_000;
const DOT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** Everything that happens to a ledger between two builds. */
export const EDITS: Readonly<Record<string, Edit>> = {
  removeRelease: (ledger, pick) => {
    const note = chosen(filesOf(ledger.content, /^notes\/.*\.md$/), pick);
    for (const place of placesOfRelease(ledger.content, note)) remove(ledger.content, place);
    return note;
  },
  addRelease: (ledger, pick) => {
    const missing = filesOf(ledger.pool, /^notes\/.*\.md$/).filter(
      (file) => !existsSync(path.join(ledger.content, file)),
    );
    const note = chosen(missing, pick);
    for (const place of placesOfRelease(ledger.pool, note)) take(ledger, place);
    return note;
  },
  editNoteWords: replaced(/^notes\/.*\.md$/, /Show|Keep|Shown|Kept/, (word) =>
    word === 'Show' ? 'Shown' : 'Keep',
  ),
  editNoteHead: replaced(/^notes\/.*\.md$/, /kind: (?:fix|perf)/, (kind) =>
    kind === 'kind: fix' ? 'kind: perf' : 'kind: fix',
  ),
  movePrerelease: replaced(/^notes\/.*\.md$/, /prerelease: (?:true|false)/, (now) =>
    now.endsWith('true') ? 'prerelease: false' : 'prerelease: true',
  ),
  moveDate: replaced(/^notes\/.*\.md$/, /T\d\d:/, (hour) => (hour === 'T05:' ? 'T06:' : 'T05:')),
  withdraw: replaced(/^notes\/.*\.md$/, /prerelease: .*\n(?:withdrawn:\n.*\n)?/, (lines) =>
    lines.includes('withdrawn')
      ? 'prerelease: false\n'
      : `${lines}withdrawn:\n  reason: "It loses writes."\n`,
  ),
  addImage: (ledger, pick) => {
    const note = chosen(filesOf(ledger.content, /^notes\/[^/]+\/[^/]+\.md$/), pick);
    const folder = note.replace(/\.md$/, '');
    write(ledger.content, `${folder}/dot.png`, DOT);
    const version = path.basename(folder);
    write(ledger.content, note, `${read(ledger.content, note)}\n![A dot](${version}/dot.png)\n`);
    return folder;
  },
  removeImage: removing(/^notes\/.*\.png$/),
  removeVote: removing(/\/votes\//),
  editVote: replaced(/\/votes\//, /decision: (?:no-)?go/, (now) =>
    now.endsWith('no-go') ? 'decision: go' : 'decision: no-go',
  ),
  addVote: bringing(/\/votes\//),
  removeReport: removing(/\/stages\//),
  editReport: replaced(/\/stages\//, /result: \w+/, (now) =>
    now.endsWith('passed') ? 'result: failed' : 'result: passed',
  ),
  addReport: bringing(/\/stages\//),
  removeChange: removing(/\/changes\//),
  editChange: replaced(/\/changes\//, /title: .*/, () => 'title: Told in other words'),
  moveLanding: replaced(/\/changes\//, /landedAt: "[^T]+T\d\d/, (at) =>
    at.endsWith('T01') ? `${at.slice(0, -2)}02` : `${at.slice(0, -2)}01`,
  ),
  addChange: bringing(/\/changes\//),
  removeWaiver: removing(/\/waivers\//),
  editWaiver: replaced(/\/waivers\//, /until: "\d{4}/, (until) =>
    until.endsWith('2026') ? 'until: "2027' : 'until: "2026',
  ),
  removeDeployment: removing(/\/deployments\/production\/[^/]+\.md$/),
  addDeployment: bringing(/\/deployments\/production\/[^/]+\.md$/),
  editDeployment: replaced(/\/deployments\/production\/[^/]+\.md$/, /outcome: \w+/, (now) =>
    now.endsWith('failed') ? 'outcome: succeeded' : 'outcome: failed',
  ),
  rollBack: (ledger, pick) => {
    const file = chosen(filesOf(ledger.content, /\/deployments\/production\/[^/]+\.md$/), pick);
    const text = read(ledger.content, file)
      .replace('kind: deploy\n', 'kind: rollback\n')
      .replace(/\n---\n(?:.|\n)*$/, `\n${ROLLBACK}---\nToo many requests failed.\n`);
    const later = file.replace(/T\d{6}Z/, 'T235900Z');
    write(ledger.content, later, text.replace(/^((?:at|finishedAt): "[^T]+)T[\d:]+/gm, '$1T23:59:00'));
    return later;
  },
  moveZone: replaced(/^ledger\/[^/]+\/policy\.md$/, /timeZone: .*/, (zone) =>
    zone.endsWith('UTC') ? 'timeZone: Asia/Kolkata' : 'timeZone: UTC',
  ),
  addEnvironment: replaced(
    /^ledger\/[^/]+\/policy\.md$/,
    /environments:\n(?: {2}- id: staging\n.*\n)?/,
    (lines) =>
      lines.includes('staging') ? 'environments:\n' : `${lines}  - id: staging\n    name: Staging\n`,
  ),
  renameRole: replaced(/^ledger\/[^/]+\/policy\.md$/, /name: Q\w+/, (name) =>
    name.endsWith('QA') ? 'name: Quality' : 'name: QA',
  ),
  removeGate: replaced(/^ledger\/[^/]+\/policy\.md$/, /limit: \d/, (limit) =>
    limit.endsWith('0') ? 'limit: 1' : 'limit: 0',
  ),
  renameProduct: replaced(/^products\//, /name: \w+/, (name) =>
    name.endsWith('Plant') ? 'name: Flower' : 'name: Plant',
  ),
  removeProduct: (ledger, pick) => {
    const product = path.basename(chosen(filesOf(ledger.content, /^products\//), pick), '.md');
    for (const place of placesOfProduct(product)) remove(ledger.content, place);
    return product;
  },
  addProduct: (ledger, pick) => {
    const missing = filesOf(ledger.pool, /^products\//).filter(
      (file) => !existsSync(path.join(ledger.content, file)),
    );
    const product = path.basename(chosen(missing, pick), '.md');
    for (const place of placesOfProduct(product)) take(ledger, place);
    return product;
  },
  openRelease: (ledger, pick) => {
    const product = path.basename(chosen(filesOf(ledger.content, /^products\//), pick), '.md');
    const at = new Date(ledger.now - (pick % 50) * HOUR).toISOString().replace(/\.\d+Z/, '+00:00');
    const file = `ledger/${product}/releases/1.9.${pick % 2}/opening.md`;
    write(
      ledger.content,
      file,
      `---\nschema: 1\nproduct: ${product}\nversion: "1.9.${pick % 2}"\nopenedAt: "${at}"\nopenedBy: ada-brook\n---\nWhat for.\n`,
    );
    return file;
  },
  closeRelease: removing(/\/opening\.md$/),
  editSite: (ledger, pick) => {
    if (pick % 4 === 0) remove(ledger.content, 'site.md');
    else
      write(ledger.content, 'site.md', `---\nschema: 1\nname: Plants ${pick % 3}\nlead: All of them.\n---\n`);
    return 'site.md';
  },
  editColours: (ledger, pick) =>
    saySite(ledger, 'colours', [null, '{ light: "#a84300" }', '{ light: "#6b1e7a" }'][pick % 3] ?? null),
  editLinks: (ledger, pick) => {
    const title = `Imprint ${pick % 2}`;
    const links = `{ header: [{ title: Docs, address: /aster/ }], footer: [{ title: ${title}, address: /find/ }] }`;
    return saySite(ledger, 'links', pick % 3 === 0 ? null : links);
  },
  editTexts: (ledger, pick) => {
    const word = ['home', 'news', 'feeds', 'footer', 'internal', 'internalNote'][pick % 6] ?? '';
    return saySite(ledger, 'texts', pick % 4 === 0 ? null : `{ ${word}: Word ${pick % 3} }`);
  },
  editLogo: (ledger, pick) => {
    const width = 30 + 10 * (pick % 2);
    const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} 10"><path d="M${pick % 3} 0"/></svg>\n`;
    write(ledger.content, 'site/logo.svg', drawing);
    return saySite(ledger, 'logo', pick % 5 === 0 ? null : '{ light: site/logo.svg }');
  },
  introduce: (ledger, pick) => saySite(ledger, 'introduction', pick % 2 === 0 ? null : 'true'),
  removeSeal: removing(/seal(?:-\d+)?\.json$/),
  addSeal: bringing(/seal(?:-\d+)?\.json$/),
  shortenSeals: replaced(/seals\.txt$/, /.*\n$/, () => ''),
  restoreSeals: (ledger) => take(ledger, 'ledger/seals.txt'),
  removeEvidence: removing(/\/evidence\//),
  addEvidence: bringing(/\/evidence\//),
  touchFile: (ledger, pick) => {
    const file = chosen(filesOf(ledger.content, /./), pick);
    utimesSync(path.join(ledger.content, file), new Date(), new Date());
    return file;
  },
  replaceBySame: (ledger, pick) => {
    const file = chosen(filesOf(ledger.content, /./), pick);
    const place = path.join(ledger.content, file);
    writeFileSync(`${place}.new`, readFileSync(place));
    renameSync(`${place}.new`, place);
    return file;
  },
  addEmptyFolder: (ledger, pick) => {
    const dossier = path.dirname(chosen(filesOf(ledger.content, /\/release\.md$/), pick));
    const folder = ['recordings', 'amendments', 'redactions', 'waivers', 'checklists'][pick % 5] ?? '';
    mkdirSync(path.join(ledger.content, dossier, folder), { recursive: true });
    return `${dossier}/${folder}`;
  },
  waitHours: (ledger, pick) => {
    ledger.now += (1 + (pick % 40)) * HOUR;
    return moment(ledger);
  },
  waitMonths: (ledger, pick) => {
    ledger.now += (20 + (pick % 200)) * 24 * HOUR;
    return moment(ledger);
  },
};

const ROLLBACK = `rollback:
  from: "1.1.0"
  decidedBy: ada-brook
  trigger:
    kind: metric
    what: "errors: 4 %"
`;

/** The moment of the next build, as RFC 3339. */
export function moment({ now }: EditedLedger): string {
  return new Date(now).toISOString();
}

function replaced(files: RegExp, what: RegExp, by: (found: string) => string): Edit {
  return ({ content }, pick) => {
    const file = chosen(filesOf(content, files), pick);
    write(content, file, read(content, file).replace(what, by));
    return file;
  };
}

function removing(files: RegExp): Edit {
  return ({ content }, pick) => {
    const file = chosen(filesOf(content, files), pick);
    remove(content, file);
    return file;
  };
}

function bringing(files: RegExp): Edit {
  return (ledger, pick) => {
    const there = filesOf(ledger.pool, files);
    const missing = there.filter((file) => !existsSync(path.join(ledger.content, file)));
    return take(ledger, chosen(missing.length > 0 ? missing : there, pick));
  };
}

/** Says one thing in `site.md`, or no longer says it; everything else stays. */
function saySite({ content }: EditedLedger, field: string, value: string | null): string {
  const before = existsSync(path.join(content, 'site.md'))
    ? read(content, 'site.md')
    : '---\nschema: 1\n---\nWords below.\n';
  const others = before.replace(new RegExp(`^${field}: .*\n`, 'm'), '');
  const line = value === null ? '' : `${field}: ${value}\n`;
  write(
    content,
    'site.md',
    others.replace(/^---\nschema: 1\n/, (head) => `${head}${line}`),
  );
  return `site.md: ${line === '' ? `no ${field}` : line.trim()}`;
}

/** Thrown where a ledger has nothing that could be edited so. */
export class NothingThere extends Error {}

function chosen(among: readonly string[], pick: number): string {
  const one = among[pick % Math.max(1, among.length)];
  if (one === undefined) throw new NothingThere();
  return one;
}

function filesOf(folder: string, wanted: RegExp): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .filter((file) => wanted.test(file))
    .sort();
}

function placesOfRelease(folder: string, note: string): string[] {
  const [, product = ''] = note.split('/');
  const version = path.basename(note, '.md');
  return [
    note,
    note.replace(/\.md$/, ''),
    `ledger/${product}/releases/${version}`,
    ...filesOf(folder, /./).filter(
      (file) => file.startsWith(`ledger/${product}/deployments/`) && file.endsWith(`-${version}.md`),
    ),
  ];
}

function placesOfProduct(product: string): string[] {
  return [`products/${product}.md`, `notes/${product}`, `ledger/${product}`];
}

function take({ content, pool }: EditedLedger, place: string): string {
  if (existsSync(path.join(pool, place)))
    cpSync(path.join(pool, place), path.join(content, place), { recursive: true });
  return place;
}

function remove(content: string, place: string): void {
  rmSync(path.join(content, place), { recursive: true, force: true });
}

function read(content: string, file: string): string {
  return readFileSync(path.join(content, file), 'utf8');
}

function write(content: string, file: string, bytes: string | Uint8Array): void {
  mkdirSync(path.dirname(path.join(content, file)), { recursive: true });
  writeFileSync(path.join(content, file), bytes);
}
