import { SCHEMA_VERSION, SiteSchema } from '../../src/records/index.ts';
import { NONE, type Settle, textOrNone } from './ask/question.ts';
import type { PlannedSite } from './write/public-text.ts';

/** Settles what the public edition says of itself; `names` are those of its products. */
export async function settleSite(names: string, settle: Settle): Promise<PlannedSite> {
  const subject = 'site';
  const name = await settle({
    ...{ subject, field: 'site-name', says: 'The name' },
    ...{ proposal: `Releases of ${names}`, because: 'these are its products' },
    form: { kind: 'text', check: (text) => (text.trim() === '' ? 'expected a name' : null) },
  });
  const lead = await settle({
    ...{ subject, field: 'site-lead', says: 'One sentence under the heading' },
    ...{ proposal: 'What changed, for whom, and what to do about it.', because: 'that is what notes tell' },
    form: { kind: 'text', check: (text) => (text.trim() === '' ? 'expected a sentence' : null) },
  });
  const address = await settle({
    ...{ subject, field: 'site-address', says: 'The address' },
    ...{ proposal: NONE, because: 'nothing in a repository tells; feeds and announcements need it later' },
    form: { kind: 'text', check: isSiteAddress },
  });
  return { name, lead, address: textOrNone(address) };
}

function isSiteAddress(text: string): string | null {
  const address = textOrNone(text);
  if (address === null || SiteSchema.safeParse({ schema: SCHEMA_VERSION, address }).success) return null;
  return 'expected an address without a path, such as "https://releases.example.org", or "none"';
}
