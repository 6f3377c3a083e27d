import { parse } from 'yaml';
import { z } from 'zod';

const NamesSchema = z.preprocess((value) => value ?? [], z.array(z.string()));
const OwnersSchema = z.object({
  approvers: NamesSchema.default([]),
  filters: z.record(z.string(), z.object({ approvers: NamesSchema.default([]) })).optional(),
});
const AliasesSchema = z.object({ aliases: z.record(z.string(), NamesSchema).default({}) });

/** Who may approve by an OWNERS file of Prow: handles and names of aliases. Nobody where it is no such file. */
export function approversIn(text: string): string[] {
  const owners = OwnersSchema.safeParse(yamlOf(text));
  if (!owners.success) return [];
  const { approvers, filters } = owners.data;
  return approvers.length > 0 ? approvers : (filters?.['.*']?.approvers ?? []);
}

/** The people behind each alias of an OWNERS_ALIASES file. */
export function aliasesIn(text: string): Map<string, string[]> {
  const read = AliasesSchema.safeParse(yamlOf(text));
  return new Map(Object.entries(read.success ? read.data.aliases : {}));
}

function yamlOf(text: string): unknown {
  try {
    return parse(text, { logLevel: 'error' });
  } catch {
    return null;
  }
}
