import {
  type Change,
  type ChangeInput,
  type CommitFate,
  type Module,
  type Note,
  type NoteInput,
  NoteSchema,
  type Recovery,
  type ReleaseInput,
} from '../../records/index.ts';
import type { Dossier, Written } from '../dossier.ts';
import { change } from './change.ts';
import { API, COMMITS, LEAD, objectId, VERSION, WEB } from './constants.ts';
import { dossier, note, recovery } from './dossier.ts';
import { POLICY, policy } from './policy.ts';
import { fate, module, release } from './release.ts';

/** A change of the lead module by its number, with another message where a test gives one. */
export function changeOf(number: number, more: Partial<ChangeInput> = {}, body?: string): Written<Change> {
  const record = change(`${LEAD}-${number}`, more);
  return { ...record, body: body ?? record.body };
}

/** The row of a change's landing commit. */
export function fateOf({ data }: Written<Change>, more: Partial<CommitFate> = {}): CommitFate {
  return fate(data.id, { commit: data.landing, ...more });
}

/** A note with a bullet for each change, or with a body of its own. */
export function noteOf(
  changes: readonly Written<Change>[],
  more: Partial<NoteInput> = {},
  body?: string,
): Written<Note> & { bulletIds: string[] } {
  const entries = changes.map(({ data: { id, pullRequest, kind } }) => ({
    id,
    module: LEAD,
    pullRequest,
    kind,
  }));
  const bullets = changes.map(({ data }) => `- The light stays on for longer than an hour. {#${data.id}}\n`);
  const before = note();
  return {
    path: before.path,
    data: NoteSchema.parse({ ...before.data, entries, ...more }),
    body: body ?? `## Fixed\n\n${bullets.join('')}`,
    bulletIds: changes.map(({ data }) => data.id),
  };
}

/** A release whose only moved module is the lead, with so many commits. */
export function leadRelease(commits: number, more: Partial<ReleaseInput> = {}): ReturnType<typeof release> {
  const lead = module(LEAD, COMMITS.release, commits);
  const modules = [lead, module(API, COMMITS.api, 0), module(WEB, COMMITS.web, 0)];
  return release({ modules, sum: lead.sum, ...more });
}

/** A dossier of these changes only, all of the lead module and all published. */
export function dossierOf(changes: readonly Written<Change>[], more: Partial<Dossier> = {}): Dossier {
  return dossier({
    changes,
    fates: changes.map((record) => fateOf(record)),
    note: noteOf(changes),
    opening: null,
    release: leadRelease(changes.length),
    ...more,
  });
}

/** A dossier of one fix, by pull request 12. */
export function oneChange(more: Partial<Dossier> = {}): Dossier {
  return dossierOf([changeOf(12)], more);
}

/** A recovery plan with another body or other facts. */
export function recoveryOf(more: Partial<Recovery>, body: string): Written<Recovery> {
  const before = recovery();
  return { ...before, data: { ...before.data, ...more }, body };
}

/** The fixtures' policy with something else said of the lead module. */
export function leadPolicy(
  more: { [Field in keyof Module]?: Module[Field] | undefined },
): ReturnType<typeof policy> {
  const modules = POLICY.modules.map((each) => (each.id === LEAD ? { ...each, ...more } : each));
  return policy({ modules: modules as Module[] });
}

/** A commit with a name of two digits, as a reason tells it. */
export function toldCommit(pair: string): string {
  return objectId(pair).slice(0, 12);
}

/** The tag that the release has, for tests that change something of it. */
export const TAG = {
  name: `v${VERSION}`,
  kind: 'annotated',
  object: objectId('d0'),
  commit: COMMITS.release,
} as const;
