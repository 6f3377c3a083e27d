import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';

/** A page or document of a built edition that another generator shall write the like of. */
export interface BuiltFile {
  /** Its address, from the root of the site on: "/core/1.2.0/" or "/feed.xml". */
  address: string;
  bytes: number;
}

/** What a built public edition is made of, apart from what is drawn, styled, run or searched. */
export interface BuiltEdition {
  pages: BuiltFile[];
  /** Feeds, changelogs and JSON that are not of one release alone. */
  documents: BuiltFile[];
}

/** What every release has besides its page, written by the release's own templates. */
const OF_A_RELEASE =
  /(?:\/(?:email\.html|notes\.md|github\.md|slack\.json)|^\/api\/v1\/[^/]+\/releases\/[^/]+\.json)$/;
const DOCUMENT = /\.(?:json|xml|md)$/;

/** Reads which pages and documents a built public edition has, and how large they are; sorted by address. */
export function readBuiltEdition(out: string): BuiltEdition {
  const files = readdirSync(out, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => builtFile(out, path.join(entry.parentPath, entry.name)))
    .filter(({ address }) => !address.startsWith('/pagefind/') && !OF_A_RELEASE.test(address))
    .sort((a, b) => (a.address < b.address ? -1 : 1));
  return {
    pages: files.filter(({ address }) => address.endsWith('/') || address.endsWith('.html')),
    documents: files.filter(({ address }) => DOCUMENT.test(address)),
  };
}

function builtFile(out: string, file: string): BuiltFile {
  const address = `/${path.relative(out, file).split(path.sep).join('/')}`;
  return { address: address.replace(/\/index\.html$/, '/'), bytes: statSync(file).size };
}
