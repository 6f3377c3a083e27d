import { digestOf } from './fingerprints.ts';

/** An image of the sample, by what it was built of. */
export interface SampleImage {
  module: string;
  version: string;
  commit: string;
  /** When it was built, as records write it. */
  builtAt: string;
}

/** What the registry calls it. */
export function manifestOf({ module, commit }: SampleImage): string {
  return digestOf('manifest', module, commit);
}

/** What its builder calls it. */
export function imageIdOf({ module, commit }: SampleImage): string {
  return digestOf('image', module, commit);
}

/** Its name in the registry, without tag and digest. */
export function repositoryOf({ module }: Pick<SampleImage, 'module'>): string {
  return `registry.example.org/${module}`;
}

/** Its name by digest, which never means another image. */
export function referenceOf(image: SampleImage): string {
  return `${repositoryOf(image)}@${manifestOf(image)}`;
}
