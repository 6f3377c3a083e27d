import {
  type Checklist,
  ChecklistSchema,
  NoteSchema,
  type Recovery,
  RecoverySchema,
  type Waiver,
  WaiverSchema,
} from '../../records/index.ts';
import type { Dossier, JudgedNote, Written } from '../dossier.ts';
import { change } from './change.ts';
import {
  API,
  at,
  digestOf,
  FOLDER,
  LEAD,
  NOW,
  PREVIOUS,
  PRODUCT,
  RELEASED_AT,
  VERSION,
} from './constants.ts';
import { policy } from './policy.ts';
import { fate, opening, release } from './release.ts';
import { allReports } from './report.ts';
import { allVotes } from './vote.ts';

const CHANGES = [`${LEAD}-11`, `${API}-21`, `${API}-22`] as const;

/**
 * A dossier of a blessed release, which was not deployed yet. A test gives the parts that it is about:
 * `dossier({ votes: [] })`.
 */
export function dossier(more: Partial<Dossier> = {}): Dossier {
  return {
    product: PRODUCT,
    version: VERSION,
    policy: policy(),
    policyDigest: digestOf('90'),
    release: release(),
    fates: CHANGES.map((id) => fate(id)),
    opening: opening(),
    note: note(),
    changes: CHANGES.map((id) => change(id)),
    votes: allVotes(),
    stages: allReports(),
    checklists: [checklist('sre')],
    recovery: recovery(),
    waivers: [],
    deployments: [],
    earlier: [PREVIOUS, '1.3.1', '1.3.0'],
    now: NOW,
    ...more,
  };
}

/** A note that tells of every change. */
export function note(): JudgedNote {
  const entries = CHANGES.map((id) => ({
    id,
    module: id.replace(/-\d+$/, ''),
    pullRequest: Number(id.replace(/^.*-/, '')),
    kind: 'fix',
  }));
  const data = NoteSchema.parse({
    schema: 1,
    product: PRODUCT,
    version: VERSION,
    date: RELEASED_AT,
    prerelease: false,
    previous: PREVIOUS,
    entries,
  });
  const bullets = CHANGES.map((id) => `- The light stays on for longer than an hour. (${id})\n`);
  const body = `## Fixed\n\n${bullets.join('')}`;
  return { path: `notes/${PRODUCT}/${VERSION}.md`, data, bulletIds: [...CHANGES], body };
}

/** A role's list with every box ticked. */
export function checklist(role: string, body?: string): Written<Checklist> {
  const data = ChecklistSchema.parse({ schema: 1, product: PRODUCT, version: VERSION, role });
  const ticked = '- [x] The release branch is cut\n- [x] The dashboards are open\n';
  return { path: `${FOLDER}/checklists/${role}.md`, data, body: body ?? ticked };
}

/** A plan with all of its sections. */
export function recovery(): Written<Recovery> {
  const data = RecoverySchema.parse({ schema: 1, product: PRODUCT, version: VERSION, onCall: ['cyra-osei'] });
  const body = [
    '## Plan\n\nPut 1.3.2 back with `helm rollback lantern`.\n',
    '## Special provisions\n\nNone.\n',
    '## On call\n\nCyra Osei, by the pager.\n',
  ].join('\n');
  return { path: `${FOLDER}/recovery.md`, data, body };
}

/** Management answers for a control until the evening. */
export function waiver(control: Waiver['control'], more: Partial<Waiver> = {}): Written<Waiver> {
  const data = WaiverSchema.parse({
    schema: 1,
    product: PRODUCT,
    version: VERSION,
    control,
    by: 'emil-novak',
    at: at('10:00'),
    until: at('18:00', '2026-02-04'),
    ...more,
  });
  return { path: `${FOLDER}/waivers/${control}.md`, data, body: 'The scanner was down.\n' };
}
