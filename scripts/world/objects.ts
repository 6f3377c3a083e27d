import { createHash } from 'node:crypto';

/** The four kinds of git objects. */
export type ObjectType = 'blob' | 'tree' | 'commit' | 'tag';

/** An object of a repository: what a tag can point at. */
export interface ObjectHandle {
  readonly id: string;
  readonly type: ObjectType;
}

/** An object with its bytes, without git's header. */
export interface GitObject extends ObjectHandle {
  readonly body: Buffer;
}

/** Makes an object and its SHA-1 id (gitformat-loose: "<type> <size>\0<body>"). */
export function makeObject(type: ObjectType, body: Buffer): GitObject {
  const hash = createHash('sha1').update(`${type} ${body.length}\0`).update(body);
  return { id: hash.digest('hex'), type, body };
}

/** All objects of a repository in the order in which they were made, each once. */
export class ObjectStore {
  private readonly byId = new Map<string, GitObject>();

  get size(): number {
    return this.byId.size;
  }

  add(type: ObjectType, body: Buffer): GitObject {
    const made = makeObject(type, body);
    const known = this.byId.get(made.id);
    if (known !== undefined) return known;
    this.byId.set(made.id, made);
    return made;
  }

  /** The objects that were added after the first `count`. */
  *after(count: number): Generator<GitObject> {
    let index = 0;
    for (const object of this.byId.values()) {
      if (index >= count) yield object;
      index += 1;
    }
  }
}
