import { Fault, type Place } from '../records/fault.ts';

/** Who types a command, when, and how it ends. */
export interface CommandPlace {
  /** Git's user. */
  as: string;
  /** The product's clock: "15:40". */
  at: string;
  /** The code that it exits with. */
  exit: number;
  /** False where the block says itself who types it or when. */
  isUsual: boolean;
}

/** What the line above a block says that it is. */
type Fence = (CommandPlace & { kind: 'command' }) | { kind: 'file'; file: string } | { kind: 'answer' };

const WORD = /(\w+)=(?:"([^"]*)"|(\S+))/g;

/**
 * ```` ```sh as="Sana Qureshi" at=15:40 exit=1 ```` is typed, ```` ```text ```` is what it answers, and any other language with
 * `file=PATH` is a file to be written. Throws a Fault for everything else.
 */
export function readFence(
  lang: string,
  meta: string,
  usual: Pick<CommandPlace, 'as' | 'at'>,
  place: Place,
): Fence {
  const words = new Map(
    [...meta.matchAll(WORD)].map(([, name = '', quoted, plain]) => [name, quoted ?? plain ?? '']),
  );
  const unknown = [...words.keys()].filter((name) => !/^(?:as|at|exit|file)$/.test(name));
  if (unknown.length > 0 || meta.replace(WORD, '').trim() !== '')
    throw new Fault(`a block cannot say ${meta}`, { place, hint: 'It can say as, at, exit or file.' });
  const file = words.get('file');
  if (lang === 'sh')
    return {
      kind: 'command',
      as: words.get('as') ?? usual.as,
      at: words.get('at') ?? usual.at,
      exit: Number(words.get('exit') ?? 0),
      isUsual: !words.has('as') && !words.has('at'),
    };
  if (file !== undefined) return { kind: 'file', file };
  if (lang === 'text') return { kind: 'answer' };
  throw new Fault(`a block in "${lang}" is neither typed nor written`, {
    place,
    hint: 'Use ```sh for what is typed, ```text for its answer, and file=PATH for a file.',
  });
}
