import path from 'node:path';
import { readMarkdown } from '../../src/markdown/front-matter.ts';
import { Fault, SiteSchema } from '../../src/records/index.ts';
import { readIfThere } from '../store/transaction.ts';

/** The site's address without a slash behind it: --site, else LEDGER_SITE, else as site.md says; null where none does. */
export function givenSite({ content, site }: { content: string; site?: string }): string | null {
  const given = site ?? process.env['LEDGER_SITE'] ?? '';
  const address = given === '' ? recordedSite(content) : checked(given);
  return address === null ? null : address.replace(/\/+$/, '');
}

function checked(address: string): string {
  const parsed = SiteSchema.shape.address.safeParse(address);
  if (parsed.success && parsed.data !== undefined) return parsed.data;
  throw new Fault(`--site ${address}: ${parsed.error?.issues[0]?.message ?? 'expected an address'}`);
}

function recordedSite(content: string): string | null {
  const file = path.join(content, 'site.md');
  const text = readIfThere(file);
  return text === null ? null : (readMarkdown(text, SiteSchema, file).data.address ?? null);
}
