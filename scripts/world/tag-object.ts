import { momentOf } from './clock.ts';
import { encodeTag, messageBytes } from './encode.ts';
import type { History } from './history.ts';
import type { ObjectHandle } from './objects.ts';
import type { TagOptions } from './options.ts';
import { personOf } from './people.ts';

/** Looks like a signature and verifies with no key. */
const SIGNATURE =
  '-----BEGIN PGP SIGNATURE-----\n\niHUEABYKAB0WIQTinvented\n=wxyz\n-----END PGP SIGNATURE-----\n';

/** Makes a tag object; its time is the clock's where none is given. */
export function tagObject(
  name: string,
  target: ObjectHandle,
  options: TagOptions,
  history: History,
): ObjectHandle {
  const text = messageBytes(options.message ?? name);
  const message = options.signed ? Buffer.concat([text, Buffer.from(SIGNATURE)]) : text;
  const tagger = personOf(options.tagger ?? history.author);
  const date = options.date === undefined ? history.clock.tick() : momentOf(options.date);
  return history.store.add(
    'tag',
    encodeTag({ object: target.id, type: target.type, name, tagger, date, message }),
  );
}
