import { readMarkdown } from '../../../src/markdown/front-matter.ts';
import { type Opening, OpeningSchema, SCHEMA_VERSION } from '../../../src/records/index.ts';
import { replaceFields } from '../../store/front-matter-edit.ts';
import { markdownFile, type Yaml } from '../../store/yaml-lines.ts';
import type { OpenedModule } from './named-modules.ts';

/** What somebody opens a release with. Absent fields say nothing. */
export interface OpeningWanted {
  product: string;
  version: string;
  by: string;
  now: string;
  modules: readonly OpenedModule[];
  scope: readonly string[];
  due?: string | undefined;
  promotion?: number | undefined;
  /** The incident for which it is an emergency. */
  incident?: string | undefined;
  because?: string | undefined;
}

/** Fields of front matter, of which undefined ones are not there. */
type Fields = { readonly [key: string]: Yaml | undefined };

/** A new opening. */
export function newOpening(wanted: OpeningWanted): string {
  const { product, version, by, now, because = '' } = wanted;
  const opened = { schema: SCHEMA_VERSION, product, version, openedAt: now, openedBy: by } as const;
  return markdownFile({ ...opened, ...namedFields(wanted, null) }, because === '' ? '' : `${because}\n`);
}

/** The opening with what is named; everything else keeps its bytes. */
export function updatedOpening(text: string, wanted: OpeningWanted, file: string): string {
  const { data, body } = readMarkdown(text, OpeningSchema, file);
  const head = text.slice(0, text.length - body.length);
  const fields = namedFields(wanted, data);
  const edited = replaceFields(head, data as Fields, { ...fields, ...listedAnew(fields, wanted, data) });
  return withReason(edited, body, wanted.because);
}

/** Only what the options name, joined to what is there. */
function namedFields(wanted: OpeningWanted, existing: Opening | null): Fields {
  const { due, promotion, scope, modules, incident } = wanted;
  return {
    ...(due !== undefined && { due }),
    ...(modules.length > 0 && { modules: joinedModules(existing?.modules ?? [], modules) }),
    ...(promotion !== undefined && { promotion }),
    ...(scope.length > 0 && { scope: [...new Set([...(existing?.scope ?? []), ...scope])] }),
    ...(incident !== undefined && { emergency: declaration(incident, wanted, existing) }),
  };
}

/** A digest is of the commit that it was named with: another commit takes it away. */
function joinedModules(existing: readonly OpenedModule[], named: readonly OpenedModule[]): OpenedModule[] {
  const joined = new Map(existing.map((module) => [module.id, module]));
  for (const module of named) {
    const before = joined.get(module.id);
    joined.set(module.id, before?.commit === module.commit ? { ...before, ...module } : module);
  }
  return [...joined.values()];
}

/** An incident that was declared stays declared when it was. */
function declaration(incident: string, { by, now }: OpeningWanted, existing: Opening | null) {
  const before = existing?.emergency;
  return before?.incident === incident ? before : { incident, declaredBy: by, declaredAt: now };
}

/** A list that was changed is of whoever changed it, and of then: one made after the tag approves nothing. */
function listedAnew({ scope }: Fields, { by, now }: OpeningWanted, existing: Opening): Fields {
  const isChanged = scope !== undefined && JSON.stringify(scope) !== JSON.stringify(existing.scope);
  return isChanged ? { openedAt: now, openedBy: by } : {};
}

function withReason(head: string, body: string, because = ''): string {
  if (because === '' || body.includes(because)) return `${head}${body}`;
  const lineEnd = head.includes('\r\n') ? '\r\n' : '\n';
  if (body.trim() === '') return `${head.trimEnd()}${lineEnd}${lineEnd}${because}${lineEnd}`;
  const ended = body.endsWith('\n') ? body : `${body}${lineEnd}`;
  return `${head}${ended}${lineEnd}${because}${lineEnd}`;
}
