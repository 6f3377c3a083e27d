import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { GuidePart } from '../../src/guide/guide-page.ts';
import { GUIDE_ORDER } from '../../src/guide/order.ts';
import { makeProgram } from '../program.ts';
import { guidePages } from './guide-files.ts';
import { takenPictures } from './pictures/taken-pictures.ts';
import { WANTED_PICTURES } from './pictures/wanted-pictures.ts';

const FOLDER = path.resolve(import.meta.dirname, '../../src/guide');
const PAGES = guidePages();

function parts(): (GuidePart & { page: string })[] {
  return PAGES.flatMap(({ id, sections }) =>
    sections.flatMap((section) => section.parts.map((part) => ({ ...part, page: id }))),
  );
}

/** The text of all prose, with what is written as code in it. */
function proseOf(node: unknown, type: string): string[] {
  if (typeof node !== 'object' || node === null) return [];
  const { type: own, value, url, children } = node as Record<string, unknown>;
  const told = own === type ? [String(value ?? url)] : [];
  return [...told, ...(Array.isArray(children) ? children.flatMap((child) => proseOf(child, type)) : [])];
}

function inProse(type: string): { page: string; found: string }[] {
  return parts().flatMap((part) =>
    part.kind === 'prose'
      ? part.nodes.flatMap((node) => proseOf(node, type)).map((found) => ({ page: part.page, found }))
      : [],
  );
}

test('every page of the guide is in its order, and there is no other', () => {
  const files = readdirSync(path.join(FOLDER, 'pages')).map((name) => name.replace(/\.md$/, ''));
  expect(files.sort()).toEqual([...GUIDE_ORDER].sort());
});

test('every page has commands, and shows what can go wrong', () => {
  for (const { id, sections } of PAGES) {
    expect(
      sections.some((section) => section.parts.some(({ kind }) => kind === 'command')),
      id,
    ).toBe(true);
    if (id !== 'upkeep') expect(sections.map(({ title }) => title).join(), id).toMatch(/wrong|not count/);
  }
});

test('verbs that are named in passing are there', () => {
  const verbs = makeProgram(async () => {}).commands.map((command) => command.name());
  const named = inProse('inlineCode').flatMap(
    ({ found }) => /^ledger (?:--\S+ )?([a-z-]+)/.exec(found)?.[1] ?? [],
  );
  expect(named.length).toBeGreaterThan(3);
  expect(named.filter((verb) => !verbs.includes(verb))).toEqual([]);
});

test('options that are named in passing are some verb’s', () => {
  const program = makeProgram(async () => {});
  const known = [program, ...program.commands].flatMap(({ options }) => options.map(({ long }) => long));
  const named = inProse('inlineCode').flatMap(({ found }) =>
    /^(?:ledger|--)/.test(found) ? [...found.matchAll(/(?<=^|\s)--[a-z-]+/g)].map(([option]) => option) : [],
  );
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((option) => option !== '--help' && !known.includes(option))).toEqual([]);
});

test('links lead to the guide’s own pages, to their sections, and to pages that every ledger has', () => {
  const sections = PAGES.flatMap(({ id, sections: own }) => [
    `${id}.md`,
    ...own.map(({ anchor }) => `${id}.md#${anchor}`),
  ]);
  const elsewhere =
    /^\/(?:audit\/(?:exceptions\/|population\/|sample\/|verification\/)?|guide\/records\/[a-z-]+\/)$/;
  const links = inProse('link');
  expect(links.length).toBeGreaterThan(10);
  expect(links.filter(({ found }) => !sections.includes(found) && !elsewhere.test(found))).toEqual([]);
});

test('pictures of the guide are the ones that are taken, each said in words', () => {
  const shown = parts().flatMap((part) => (part.kind === 'picture' ? [part] : []));
  const wanted = WANTED_PICTURES.map(({ name }) => name).sort();
  expect(shown.map(({ name }) => name).sort()).toEqual(wanted);
  expect(
    takenPictures()
      .map(({ name }) => name)
      .sort(),
  ).toEqual(wanted);
  for (const { alt, name } of shown) expect(alt.length, name).toBeGreaterThan(30);
  const files = readdirSync(path.join(FOLDER, 'pictures')).filter((name) => name.endsWith('.png'));
  expect(files.sort()).toEqual(wanted.flatMap((name) => [`${name}.dark.png`, `${name}.light.png`]).sort());
});
