import type { Moment } from './clock.ts';
import { type Person, signature } from './people.ts';

/** Text gets the line end that git adds; bytes stay as they are. */
export type Message = string | Uint8Array;

/** What a commit object holds. */
export interface CommitFields {
  tree: string;
  parents: readonly string[];
  author: Person;
  authorDate: Moment;
  committer: Person;
  commitDate: Moment;
  /** The name of the message's encoding where it is not UTF-8. */
  encoding?: string | undefined;
  message: Message;
}

/** What a tag object holds. */
export interface TagFields {
  object: string;
  type: string;
  name: string;
  tagger: Person;
  date: Moment;
  message: Message;
}

/** The bytes of a commit object. */
export function encodeCommit(fields: CommitFields): Buffer {
  const head = [
    `tree ${fields.tree}`,
    ...fields.parents.map((parent) => `parent ${parent}`),
    `author ${signedAt(fields.author, fields.authorDate)}`,
    `committer ${signedAt(fields.committer, fields.commitDate)}`,
    ...(fields.encoding === undefined ? [] : [`encoding ${fields.encoding}`]),
  ];
  return withMessage(head, fields.message);
}

/** The bytes of a tag object. */
export function encodeTag(fields: TagFields): Buffer {
  const head = [
    `object ${fields.object}`,
    `type ${fields.type}`,
    `tag ${fields.name}`,
    `tagger ${signedAt(fields.tagger, fields.date)}`,
  ];
  return withMessage(head, fields.message);
}

function signedAt(person: Person, { seconds, zone }: Moment): string {
  return `${signature(person)} ${seconds} ${zone}`;
}

function withMessage(head: string[], message: Message): Buffer {
  return Buffer.concat([Buffer.from(`${head.join('\n')}\n\n`), messageBytes(message)]);
}

/** The bytes of a message. */
export function messageBytes(message: Message): Buffer {
  if (typeof message !== 'string') return Buffer.from(message);
  return Buffer.from(message === '' || message.endsWith('\n') ? message : `${message}\n`);
}

/** A message as text; bytes that are not UTF-8 become replacement characters. */
export function messageText(message: Message): string {
  return messageBytes(message).toString('utf8');
}
