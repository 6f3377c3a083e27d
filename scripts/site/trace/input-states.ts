import { lstatSync, readdirSync, readFileSync, readlinkSync, statSync } from 'node:fs';
import path from 'node:path';
import { isOlder, signOfStats } from '../file-sign.ts';
import { digestOf } from './digest.ts';
import { CHANGED, type InputState, isInput } from './trace.ts';

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

const MISSING = 'missing';
const FICKLE: InputState = { digest: CHANGED, sign: '' };

/** `before` are the states of the build before: what looks the same on disk is not read again. */
export function inputStates(
  content: string,
  moment: string,
  before: ReadonlyMap<string, InputState>,
): InputStates {
  const started = Date.now();
  const states = new Map<string, InputState>();
  const touched = new Map<string, InputState>();

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

  /** What is too fresh to be told by its sign has to be read before anybody else reads it. */
  function aboutToBeRead(id: string): InputState {
    const sign = signOf(id);
    return sign === '' ? look(id, sign) : { digest: '', sign };
  }

  function stillAs(id: string, seen: InputState): InputState {
    if (partsOf(id)[0] === 'moment') return look(id, '');
    if (states.get(id)?.digest === CHANGED) return FICKLE;
    const sign = signOf(id);
    if (seen.sign !== '') return sign === seen.sign ? (states.get(id) ?? look(id, sign)) : FICKLE;
    const now = look(id, '');
    return now.digest === seen.digest ? now : FICKLE;
  }

  return {
    of(id) {
      const known = states.get(id) ?? look(id, signOf(id));
      states.set(id, known);
      return known;
    },
    touch(id) {
      if (!touched.has(id)) touched.set(id, states.get(id) ?? aboutToBeRead(id));
    },
    settled() {
      for (const [id, seen] of touched) states.set(id, stillAs(id, seen));
      return states;
    },
    learn(found) {
      for (const [id, state] of found) states.set(id, sameOf(states.get(id), state));
    },
  };
}

/** What two have seen of an input. */
export function sameOf(one: InputState | undefined, other: InputState): InputState {
  return one === undefined || one.digest === other.digest ? other : FICKLE;
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
  const lines = kind === 'tree' ? [wayTo(place)] : [];
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

/** What an input is: the same digest, the same pages. */
function digests(kind: string, place: string): string {
  if (kind === 'names') return digestOfNames(place);
  if (kind === 'file') return digestOfFile(place);
  const lines = [wayTo(place)];
  digestTree(place, '', lines);
  return digestOf(lines.join('\n'));
}

function digestOfNames(place: string): string {
  try {
    return digestOf(`${wayTo(place)}\n${readdirSync(place).sort().join('\n')}`);
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

/** Where a link leads to; empty for what is none. */
function wayTo(place: string): string {
  const own = lstatSync(place, { throwIfNoEntry: false });
  if (own === undefined) return MISSING;
  return own.isSymbolicLink() ? readlinkSync(place) : '';
}

function digestTree(folder: string, below: string, lines: string[]): void {
  for (const entry of entriesOf(folder)) {
    const [place, name] = [`${folder}/${entry.name}`, `${below}${entry.name}`];
    if (!entry.isDirectory()) lines.push(name, digestOfFile(place));
    else {
      // An empty folder is none that is missing.
      lines.push(`${name}/`);
      digestTree(place, `${name}/`, lines);
    }
  }
}

function entriesOf(folder: string): { name: string; isDirectory(): boolean }[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return [];
  }
}
