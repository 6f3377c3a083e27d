import type ts from 'typescript';
import { z } from 'zod';
import type { RecordField, RecordKind, RecordReference } from '../../../src/guide/reference.ts';
import { Fault } from '../../../src/records/index.ts';
import { type Declarations, docOf, readDeclarations, spelledObjects } from './doc-comments.ts';
import { unwrapped, wordsOf } from './schema-forms.ts';

/** The modules of records: schemas by the names under which they are exported. */
type Exported = Readonly<Record<string, unknown>>;

interface Walk {
  declarations: Declarations;
  names: ReadonlyMap<unknown, string>;
}

/** A doc comment that begins with a file's place is of a kind of files; the files are named before the colon. */
const OF_FILES = /^(`content\/[^:]*?)(?::|\. )\s*(.*)$/;

/**
 * Tells every kind of record field by field: what may stand there comes from the schemas, what it means from their doc
 * comments in `folder`.
 */
export function recordReference(exported: Exported, folder: string): RecordReference {
  const declarations = readDeclarations(folder);
  const names = new Map(Object.entries(exported).map(([name, schema]) => [schema, name]));
  const kinds = Object.entries(exported).flatMap(([name, schema]) => {
    const [, file, text = ''] = OF_FILES.exec(docOf(declarations.get(name))) ?? [];
    if (file === undefined || !(schema instanceof z.ZodType)) return [];
    return [kindOf(name, schema, file, text, { declarations, names })];
  });
  if (kinds.length === 0)
    throw new Fault('no schema tells where its files lie', {
      hint: 'Begin its doc comment with the path, as `content/site.md`: …',
    });
  return { kinds: kinds.sort((a, b) => (a.file < b.file ? -1 : 1)) };
}

function kindOf(name: string, schema: z.ZodType, file: string, text: string, walk: Walk): RecordKind {
  const words = name
    .replace(/Schema$/, '')
    .replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .toLowerCase();
  return {
    id: words.replaceAll(' ', '-'),
    name: words.charAt(0).toUpperCase() + words.slice(1),
    file: file.replaceAll('`', ''),
    text: sentence(text),
    fields: fieldsIn(schema, walk.declarations.get(name), '', walk),
  };
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The fields of all objects in a schema, with those below them. `node` is where it is spelled out. */
function fieldsIn(
  schema: z.core.$ZodType,
  node: ts.Node | undefined,
  prefix: string,
  walk: Walk,
): RecordField[] {
  const own = declared(schema, walk) ?? node;
  const { schema: inner } = unwrapped(schema);
  const spelled = declared(inner, walk) ?? own;
  if (inner instanceof z.ZodArray) return fieldsIn(inner.def.element, spelled, `${prefix}[]`, walk);
  if (inner instanceof z.ZodRecord) return fieldsIn(inner.def.valueType, spelled, `${prefix}<>`, walk);
  if (inner instanceof z.ZodUnion) return fieldsOfUnion(inner, spelled, prefix, walk);
  if (!(inner instanceof z.ZodObject)) return [];
  return fieldsOfObject(inner, spelledObjects(spelled, walk.declarations)[0], prefix, walk);
}

function declared(schema: z.core.$ZodType, { declarations, names }: Walk): ts.Node | undefined {
  return declarations.get(names.get(schema) ?? '');
}

/** Forms of one record: a field that several have is told once. */
function fieldsOfUnion(
  { def }: z.ZodUnion,
  node: ts.Node | undefined,
  prefix: string,
  walk: Walk,
): RecordField[] {
  const spelled = spelledObjects(node, walk.declarations);
  const fields = def.options.flatMap((option, index) => {
    const known = declared(option, walk);
    const { schema } = unwrapped(option);
    if (!(schema instanceof z.ZodObject)) return [];
    const own = known === undefined ? spelled[index] : spelledObjects(known, walk.declarations)[0];
    return fieldsOfObject(schema, own, prefix, walk);
  });
  return [...Map.groupBy(fields, ({ path }) => path).values()].map((same) =>
    joined(same, def.options.length),
  );
}

function joined(same: readonly RecordField[], forms: number): RecordField {
  const [first] = same;
  if (first === undefined) throw new Error('a group of nothing');
  return {
    ...first,
    type: [...new Set(same.map(({ type }) => type))].join(', '),
    needed: same.length === forms && same.every(({ needed }) => needed),
    text: same.find(({ text }) => text !== '')?.text ?? '',
  };
}

function fieldsOfObject(
  { def }: z.ZodObject,
  spelled: ReadonlyMap<string, ts.PropertyAssignment> | undefined,
  prefix: string,
  walk: Walk,
): RecordField[] {
  return Object.entries(def.shape).flatMap(([name, schema]) => {
    const property = spelled?.get(name);
    const path = prefix === '' ? name : `${prefix}.${name}`;
    const { needed, default: taken } = unwrapped(schema);
    const field: RecordField = {
      path,
      type: wordsOf(schema),
      needed,
      ...(taken !== undefined && { default: taken }),
      text: docOf(property) || docOfForm(schema, walk),
    };
    return [field, ...fieldsIn(schema, property?.initializer, path, walk)];
  });
}

/** What a form that has a name says of itself; of a plain value the words of its type say it all. */
function docOfForm(schema: z.core.$ZodType, walk: Walk): string {
  const { schema: inner } = unwrapped(schema);
  if (inner instanceof z.ZodArray) return docOfForm(inner.def.element, walk);
  const isPlain = !(
    inner instanceof z.ZodObject ||
    inner instanceof z.ZodUnion ||
    inner instanceof z.ZodEnum
  );
  return isPlain ? '' : docOf(declared(inner, walk));
}
