import { type Policy, SCHEMA_VERSION } from '../../src/records/index.ts';

/** The page of a product that has none yet, without which nobody would see its notes. */
export function startingPage(product: string, policy: Policy | null): string {
  const modules = policy?.modules.map(({ id }) => id) ?? [product];
  const list = modules
    .map((id) => `  - id: ${JSON.stringify(id)}\n    name: ${JSON.stringify(id)}\n`)
    .join('');
  return `---
schema: ${SCHEMA_VERSION}
# The name for customers.
name: ${JSON.stringify(product)}
# One sentence: what it is.
summary: ""
modules:
${list}---
`;
}
