import { SCHEMA_VERSION } from '../../../src/records/index.ts';
import type { PlannedModule, PlannedProduct } from '../plan.ts';
import { toldIgnored } from '../propose/tags.ts';
import { rolesText, rosterText } from './roster.ts';
import { writtenPath } from './written-path.ts';
import { because, comment, value } from './yaml-lines.ts';

/** A policy with a sentence on each of its fields, so that a person can change it by hand. */
export function policyText(product: PlannedProduct, content: string): string {
  const { because: why } = product;
  return `---
schema: ${SCHEMA_VERSION}
product: ${value(product.id)}
${comment('The zone in which times are shown and days are counted. Records are in UTC.')}timeZone: ${value(product.timeZone)}
${comment(`How versions count: "semver", or "major-minor" (1.1 is a major release, 1.2.1 a fix).${because(why['versioning'])}`)}versioning: ${product.versioning}
${comment(`The module whose tags are the product's releases.${because(why['lead'])}`)}lead: ${value(product.lead)}
${comment('What is released together, each part with a history of its own.')}modules:
${product.modules.map((module) => moduleText(module, content)).join('')}${branchesText(product)}${NOTES}${stagesText(product)}${rolesText(product)}${rosterText(product)}${LATER}---

How ${product.name} is harvested and judged. This file was proposed from what the repositories show: read it, and change
what is not true. The next harvest and the next verdict follow it.
`;
}

function moduleText(module: PlannedModule, content: string): string {
  const { because: why } = module;
  const ignored = toldIgnored(module.ignored);
  return [
    `  - id: ${value(module.id)}\n`,
    comment(
      'The local clone, absolute or relative to the content folder, or an address that is fetched.',
      '    ',
    ),
    `    repository: ${value(module.address ?? writtenPath(module.folder, content))}\n`,
    optional('github', module.github, 'Where pull requests, reviews and checks are asked for.'),
    optional('path', module.path, `The folder that belongs to the module.${because(why.id)}`),
    optional('branch', module.branch, `The branch that releases are cut from.${because(why.branch)}`),
    optional('staging', module.staging, `The branch that is promoted to it.${because(why.staging)}`),
    comment(`Tag patterns, the newest first.${because(why.tags)}`, '    '),
    `    tags: ${value(module.tags)}\n`,
    ...(ignored === null ? [] : [comment(ignored, '    ')]),
    optional(
      'chart',
      module.chart,
      `The folder of the Helm chart that names the parts.${because(why.chart)}`,
    ),
  ].join('');
}

function optional(field: string, given: string | null, meaning: string): string {
  return given === null ? '' : `${comment(meaning, '    ')}    ${field}: ${value(given)}\n`;
}

function branchesText({ releaseBranches, annotatedTags, because: why }: PlannedProduct): string {
  const branches = comment(
    `Branches that releases are cut from besides the modules' own, with {version}, {major} and {minor}.${releaseBranches.length === 0 ? '' : because(why['releaseBranches'])}`,
  );
  const tags = comment(`Release tags have to be tag objects with a message.${because(why['annotatedTags'])}`);
  const list =
    releaseBranches.length === 0
      ? '# releaseBranches: ["release-{major}.{minor}"]\n'
      : `releaseBranches: ${value(releaseBranches)}\n`;
  return `${branches}${list}${tags}annotatedTags: ${annotatedTags}\n`;
}

const NOTES = `# Where a change of a Conventional Commits type stands in the note, on top of the usual sections:
# sections: { perf: fixed }
# Where a change with a label stands, on top of the usual ones:
# labels: { performance: changed }
# What stays out of the notes, each rule with the reason that auditors read. A rule looks at a change's type
# ("kind"), at the first line of its message ("subject", a regular expression), at a label, or at several of them.
exclude:
  - subject: '^(?:chore\\(release\\):|(?:chore: )?[Rr]elease(?:d|s)?:? (?:version )?(?:\\S+@)?v?\\d+\\.\\d+|[Bb]ump version (?:to|from)\\b|v?\\d+\\.\\d+\\.\\d+(?:-[\\w.]+)?$)'
    reason: prepares the release itself and changes nothing in the product
`;

function stagesText({ stages, because: why }: PlannedProduct): string {
  const meaning =
    'Stages that every release has to report (ledger stage); a release without a report is unproven. Kinds of releases may have lists of their own: major, minor, patch, prerelease, emergency.';
  const head = comment(`${meaning}${because(why['stages'])}`);
  const example =
    '# stages: { default: [clone, build, unit-tests, push], prerelease: [build, unit-tests] }\n';
  return stages.length === 0 ? `${head}${example}` : `${head}stages:\n  default: [${stages.join(', ')}]\n`;
}

const LATER = `# Limits that a release must keep, by figures of its stage reports, each with the person who answers for it:
# gates:
#   - { id: coverage, stage: unit-tests, metric: coverage.lines, operator: ">=", limit: 70, because: lower hid faults }
# Where it runs, in the order in which a release passes; only blessed releases may run in production:
# environments:
#   - { id: staging, name: Staging }
#   - { id: production, name: Production, production: true }
# When it is released: as soon as possible, where nothing else is said.
# cadence: { rhythm: days, days: [mon, tue, wed, thu, fri], decision: "16:00", release: "17:00" }
# Items of each role's checklist, as "ledger open" writes them:
# checklists:
#   qa: [The load test is reported]
# Times in which nothing is released, in UTC:
# freezes:
#   - { from: "2026-12-18T12:00:00+00:00", until: "2027-01-04T06:00:00+00:00", because: half of the team is away }
# Where votes are read besides reviews and the command:
# voting: { slackChannel: production }
`;
