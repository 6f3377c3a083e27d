import { SCHEMA_VERSION } from '../../../src/records/index.ts';
import { hostOf } from '../../parse/github/address.ts';
import { gitHubUrl } from '../../sources/github/address.ts';
import type { PlannedModule, PlannedProduct } from '../plan.ts';
import { comment, value } from './yaml-lines.ts';

/** A product's page for everybody. */
export function productText({ name, summary, website, modules, parts, publicLinks }: PlannedProduct): string {
  const site = website === null ? '' : `# Where it lives on the web.\nwebsite: ${value(website)}\n`;
  const others = parts.map((chart) => `  - chart: ${value(chart)}\n    name: ${value(chart)}\n`);
  const partsText =
    others.length === 0
      ? ''
      : `# Parts that others build, by the names that customers know.\nparts:\n${others.join('')}`;
  return `---
schema: ${SCHEMA_VERSION}
# The name for customers.
name: ${value(name)}
# One sentence: what it is.
summary: ${value(summary)}
${site}# The parts of the product as customers know them, in the order in which they are shown.
modules:
${modules.map((module) => moduleText(module, modules.length === 1 ? name : module.id, publicLinks)).join('')}${partsText}# Names the contributors of each release by their handles on its page.
contributors: false
---
`;
}

function moduleText({ id, github }: PlannedModule, name: string, publicLinks: boolean): string {
  const address = `https://${hostOf(gitHubUrl())}/${github ?? 'OWNER/NAME'}`;
  const link =
    publicLinks && github !== null
      ? `    # Links to pull requests are made from it.\n    repository: ${value(address)}\n`
      : comment('Only where everybody may read it; links to pull requests are made from it:', '    ') +
        `    # repository: ${address}\n`;
  return `  - id: ${value(id)}\n    name: ${value(name)}\n${link}`;
}

/** What the public edition says of itself. */
export interface PlannedSite {
  name: string;
  lead: string;
  address: string | null;
}

/** The file that names the site. */
export function siteText({ name, lead, address }: PlannedSite): string {
  const place =
    address === null ? '# address: https://releases.example.org\n' : `address: ${value(address)}\n`;
  return `---
schema: ${SCHEMA_VERSION}
# The site's name.
name: ${value(name)}
# One sentence under it.
lead: ${value(lead)}
# Where the public edition is served, without a path. Feeds, announcements and previews need it.
${place}---
`;
}
