/** A module's tag as its record has it. */
export interface WrittenTag {
  /** The module's id. */
  id: string;
  name: string;
  object: string;
}

const FRONT_MATTER = /^---\n([\s\S]*?\n)---\n/;
const ID = /^([a-z0-9-]+)\n/;
const TAG = /\n {4}tag:\n {6}name: ([^\s"']+)\n {6}kind: [a-z]+\n {6}object: "([0-9a-f]+)"\n/;
const NO_TAG = /\n {4}tag: null\n/;

/**
 * The modules' tags in the text of a `release.md`, as the harvest writes it: a hundred times faster than parsing all of
 * its YAML. Null where the text has any other form, and has to be parsed.
 */
export function writtenTags(record: string): WrittenTag[] | null {
  const [, head = ''] = FRONT_MATTER.exec(record) ?? [];
  const modules = head.split(/\nmodules:(?=\n)/);
  if (modules.length !== 2) return null;
  const tags = (modules[1] ?? '')
    .split(/\n {2}- id: /)
    .slice(1)
    .map(tagOf);
  return tags.length === 0 || tags.includes(null) ? null : tags.flatMap((tag) => tag ?? []);
}

/** Empty for a module without a tag. */
function tagOf(module: string): WrittenTag[] | null {
  const [, id] = ID.exec(module) ?? [];
  const [, name, object] = TAG.exec(module) ?? [];
  if (id === undefined) return null;
  if (name !== undefined && object !== undefined) return [{ id, name, object }];
  return NO_TAG.test(module) ? [] : null;
}
