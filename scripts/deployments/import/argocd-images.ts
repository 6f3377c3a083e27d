import type { Policy } from '../../../src/records/index.ts';
import { digestOf } from '../../parse/report/report-values.ts';

/** A reference to an image, taken apart. */
export interface Image {
  /** The last part of its name. */
  name: string;
  tag: string | null;
  /** "sha256:…". */
  digest: string | null;
}

/** Reads "registry.example:5000/team/api:1.2.3@sha256:…", and Kustomize's "api=registry.example/api:1.2.3". */
export function parseImage(text: string): Image {
  const reference = text.slice(text.indexOf('=') + 1);
  const [place = '', digest] = reference.split('@');
  const last = lastName(place);
  const colon = last.indexOf(':');
  return {
    name: colon < 0 ? last : last.slice(0, colon),
    tag: colon < 0 ? null : last.slice(colon + 1),
    digest: digestOf(digest) ?? null,
  };
}

/**
 * Digests of the images that run, by the module that an image is called like. A module with two digests at once is left
 * out: one of them is on its way out, and nothing says which.
 */
export function imageDigests(images: readonly string[], { modules }: Policy): Map<string, string> {
  const parsed = images.map(parseImage);
  return new Map(
    modules.flatMap(({ id, github }) => {
      const names = [id, ...(github === undefined ? [] : [lastName(github)])];
      const own = parsed.filter(({ name, digest }) => names.includes(name) && digest !== null);
      const digests = new Set(own.map(({ digest }) => digest ?? ''));
      const [digest] = digests;
      return digest === undefined || digests.size > 1 ? [] : [[id, digest] as const];
    }),
  );
}

/** What stands behind the last "/". */
export function lastName(place: string): string {
  return place.split('/').at(-1) ?? place;
}
