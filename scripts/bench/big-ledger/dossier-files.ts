import { SCHEMA_VERSION, type VoteInput, type WaiverSchema } from '../../../src/records/index.ts';
import { markdownFile } from '../../store/yaml-lines.ts';
import { instant } from './invented.ts';
import { moduleCommit, type PlannedRelease, personFor } from './planned-release.ts';
import { type LedgerFile, reportFiles } from './report-files.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** What people and pipelines filed for a release, by the path below its dossier. */
export function dossierFiles(release: PlannedRelease): LedgerFile[] {
  return [
    ...voteFiles(release),
    ...reportFiles(release),
    ...(release.place % 10 === 3 ? [waiverFile(release)] : []),
    ...(release.place % 25 === 7 ? [openingFile(release)] : []),
    ...(release.place % 3 === 0 ? [] : [recoveryFile(release)]),
  ];
}

/** A lead for each module, SRE and QA; every seventh release goes without QA's. */
function voteFiles(release: PlannedRelease): LedgerFile[] {
  const leads = release.modules.map(({ id }, index) => voteFile(release, 'module-lead', index, id));
  const qa = release.place % 7 === 0 ? [] : [voteFile(release, 'qa', 3)];
  return [...leads, voteFile(release, 'sre', 2), ...qa];
}

function voteFile(release: PlannedRelease, role: string, shift: number, module?: string): LedgerFile {
  const { product, version, modules, at } = release;
  const person = personFor(release, shift);
  const about = modules.find(({ id }) => id === module) ?? modules[0];
  const fields: VoteInput = {
    schema: SCHEMA_VERSION,
    product,
    version,
    role,
    ...(module !== undefined && { module }),
    person,
    account: { on: 'github', id: person },
    decision: 'go',
    castAt: instant(at - HOUR),
    ...(about !== undefined && { commit: moduleCommit(about) }),
    source: {
      kind: 'github-review',
      url: `https://git.example.org/plants/${product}/pull/${release.place + 1}`,
    },
  };
  const name = [role, module, person].filter((part) => part !== undefined).join('-');
  return {
    path: `votes/${name}.md`,
    text: markdownFile(fields, '```text\nGO. Looked at every change.\n```\n'),
  };
}

function waiverFile(release: PlannedRelease): LedgerFile {
  const { product, version, at } = release;
  const fields: Record<keyof (typeof WaiverSchema)['shape'], string | number> = {
    schema: SCHEMA_VERSION,
    product,
    version,
    control: 'recovery-plan',
    by: personFor(release, 4),
    at: instant(at - HOUR),
    until: instant(at + 90 * DAY),
  };
  return {
    path: 'waivers/recovery-plan.md',
    text: markdownFile(fields, 'The plan of the last release holds.\n'),
  };
}

function openingFile(release: PlannedRelease): LedgerFile {
  const { product, version, at, place } = release;
  const declared = instant(at - 2 * HOUR);
  const person = personFor(release, 2);
  const emergency = { incident: `INC-${place}`, declaredBy: person, declaredAt: declared };
  const fields = {
    schema: SCHEMA_VERSION,
    product,
    version,
    openedAt: declared,
    openedBy: person,
    emergency,
  };
  return { path: 'opening.md', text: markdownFile(fields, 'Customers lost connections.\n') };
}

function recoveryFile(release: PlannedRelease): LedgerFile {
  const { product, version, previous } = release;
  const fields = { schema: SCHEMA_VERSION, product, version, onCall: [personFor(release, 1)] };
  const body = `## Plan\n\n1. Put ${previous ?? 'nothing'} back.\n\n## On call\n\n${personFor(release, 1)}\n`;
  return { path: 'recovery.md', text: markdownFile(fields, body) };
}
