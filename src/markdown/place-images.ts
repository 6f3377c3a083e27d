import type { Image, Nodes, Root } from 'mdast';
import { harmless } from './harmless.ts';
import type { NoteImages } from './note-image.ts';

declare module 'mdast' {
  interface ImageData {
    /** The picture stands beside the note, and is served by the site. */
    placed?: true;
  }
}

/** Gives pictures that stand beside the note their address and size; all others become their description later. */
export function placeImages(tree: Root, images: NoteImages): void {
  visit(tree, images);
}

function visit(node: Nodes, images: NoteImages): void {
  if (node.type === 'image') place(node, images);
  if ('children' in node) for (const child of node.children) visit(child, images);
}

function place(node: Image, images: NoteImages): void {
  const image = images.get(node.url);
  if (image === undefined) return;
  node.url = image.address;
  node.alt = harmless(node.alt ?? '');
  node.title = null;
  const { width, height } = image;
  node.data = { placed: true, hProperties: { width, height, loading: 'lazy', decoding: 'async' } };
}
