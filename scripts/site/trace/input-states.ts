import { lstatSync, readdirSync, readFileSync, readlinkSync, type Stats, statSync } from 'node:fs';
import path from 'node:path';
import { digestOf } from './digest.ts';
import { type InputState, isInput } from './trace.ts';

/** What inputs are now. */
export interface InputStates {
  /** The state of an input, which is looked at once. */
  of(id: string): InputState;
  /** Notes that an input is about to be read. */
  touch(id: string): void;
  /** All inputs that were touched, with what they are. One that was changed meanwhile is like no other. */
  settled(): Map<string, InputState>;
  /** Takes over what another process saw. */
  learn(found: ReadonlyMap<string, InputState>): void;
}

/** File systems tell times in ticks: what was changed within the last ones may be changed again unseen. */
const TICKS_MS = 50;
const MISSING = 'missing';
const CHANGED = 'changed';

/** `before` are the states of the build before: what looks the same on disk is not read again. */
export function inputStates(
  content: string,
  moment: string,
  before: ReadonlyMap<string, InputState>,
): InputStates {
  const started = Date.now();
  const states = new Map<string, InputState>();
  const touched = new Map<string, string>();

  function signOf(id: string): string {
    const [kind, place] = partsOf(id);
    if (kind === 'moment') return '';
    return signs(kind, path.join(content, place), started);
  }

  function look(id: string, sign: string): InputState {
    const known = before.get(id);
    if (sign !== '' && known?.sign === sign && known.digest !== CHANGED) return known;
    const [kind, place] = partsOf(id);
    if (kind === 'moment') return { digest: moment, sign: '' };
    return { digest: digests(kind, path.join(content, place)), sign };
  }

  return {
    of(id) {
      const known = states.get(id) ?? look(id, signOf(id));
      states.set(id, known);
      return known;
    },
    touch(id) {
      if (!touched.has(id) && !states.has(id)) touched.set(id, signOf(id));
    },
    settled() {
      for (const [id, sign] of touched) {
        if (states.has(id)) continue;
        const state = look(id, sign);
        const isSame = partsOf(id)[0] === 'moment' || signOf(id) === sign;
        states.set(id, isSame ? state : { digest: CHANGED, sign: '' });
      }
      return states;
    },
    learn(found) {
      for (const [id, state] of found) if (!states.has(id)) states.set(id, state);
    },
  };
}

function partsOf(id: string): [kind: string, place: string] {
  if (!isInput(id)) throw new Error(`${id} is no input`);
  const at = id.indexOf(' ');
  return [id.slice(1, at), id.slice(at + 1)];
}

/** What tells on disk whether an input may have changed. Empty where it is too fresh to be told. */
function signs(kind: string, place: string, started: number): string {
  // Reading names is as quick as looking at the folder.
  if (kind === 'names') return digests(kind, place);
  const lines: string[] = [];
  const isOld = kind === 'tree' ? addTree(place, '', lines, started) : addFile(place, lines, started);
  if (!isOld) return '';
  return kind === 'tree' ? digestOf(lines.join('\n')) : lines.join('');
}

function addTree(folder: string, below: string, lines: string[], started: number): boolean {
  let isOld = true;
  for (const entry of entriesOf(folder)) {
    const [place, name] = [`${folder}/${entry.name}`, `${below}${entry.name}`];
    lines.push(name);
    const isFine = entry.isDirectory()
      ? addTree(place, `${name}/`, lines, started)
      : addFile(place, lines, started);
    isOld &&= isFine;
  }
  return isOld;
}

function addFile(place: string, lines: string[], started: number): boolean {
  const own = lstatSync(place, { throwIfNoEntry: false });
  lines.push(own === undefined ? MISSING : signOfStats(own));
  if (own === undefined) return true;
  if (!own.isSymbolicLink()) return isOlder(own, started);
  const target = statSync(place, { throwIfNoEntry: false });
  lines.push(target === undefined ? MISSING : signOfStats(target));
  return isOlder(own, started) && (target === undefined || isOlder(target, started));
}

function signOfStats({ size, mtimeMs, ctimeMs, ino, mode }: Stats): string {
  return `${size} ${mtimeMs} ${ctimeMs} ${ino} ${mode}`;
}

function isOlder({ mtimeMs, ctimeMs }: Stats, started: number): boolean {
  return Math.max(mtimeMs, ctimeMs) < started - TICKS_MS;
}

/** What an input is: the same digest, the same pages. */
function digests(kind: string, place: string): string {
  if (kind === 'names') return digestOfNames(place);
  if (kind === 'file') return digestOfFile(place);
  const lines: string[] = [];
  digestTree(place, '', lines);
  return digestOf(lines.join('\n'));
}

function digestOfNames(place: string): string {
  try {
    const own = lstatSync(place);
    return digestOf(
      `${own.isSymbolicLink() ? readlinkSync(place) : ''}\n${readdirSync(place).sort().join('\n')}`,
    );
  } catch {
    return MISSING;
  }
}

function digestOfFile(place: string): string {
  const own = lstatSync(place, { throwIfNoEntry: false });
  if (own === undefined) return MISSING;
  const way = own.isSymbolicLink() ? `link ${readlinkSync(place)} ` : '';
  try {
    return way + digestOf(readFileSync(place));
  } catch {
    // A folder, or a link that leads nowhere.
    return `${way}no file`;
  }
}

function digestTree(folder: string, below: string, lines: string[]): void {
  for (const entry of entriesOf(folder)) {
    const [place, name] = [`${folder}/${entry.name}`, `${below}${entry.name}`];
    if (entry.isDirectory()) digestTree(place, `${name}/`, lines);
    else lines.push(name, digestOfFile(place));
  }
}

function entriesOf(folder: string): { name: string; isDirectory(): boolean }[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return [];
  }
}
