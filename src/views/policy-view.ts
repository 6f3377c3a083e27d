import { spelledOut } from '../markdown/harmless.ts';
import type { Policy } from '../records/policy.ts';
import { isBlessedOnly } from '../records/process.ts';
import { type FactPart, type FactView, factsOf, markPart, textPart, timePart } from './fact-view.ts';
import { POLICY_WORDS } from './policy-texts.ts';
import { stageOf } from './stages/stage-names.ts';
import { columnsOf, type TableView } from './table-view.ts';
import { momentOf } from './time-view.ts';

/** How a policy has releases judged: when, by which stages, and what an emergency may do. */
export function judgingFacts({ cadence, stages, emergency }: Policy): FactView[] {
  const words = POLICY_WORDS;
  const rhythm = cadence.days === undefined ? words.asap : words.on(cadence.days.join(', '));
  const times = [
    ...(cadence.decision === undefined ? [] : [words.decision(cadence.decision)]),
    ...(cadence.release === undefined ? [] : [words.release(cadence.release)]),
  ];
  const needed = Object.entries(stages).map(([kind, list]): [string, FactPart] => [
    kind === 'default' ? words.stages : words.stagesOf(kind),
    textPart(namesOf(list)),
  ]);
  return factsOf([words.cadence, textPart([rhythm, ...times].join(', '))], ...needed, [
    words.emergency,
    textPart(words.emergencyMeans(emergency.votesWithin, namesOf(emergency.stages))),
  ]);
}

function namesOf(stages: readonly Parameters<typeof stageOf>[0][]): string {
  return stages.map((stage) => `${stageOf(stage).number} ${stageOf(stage).name}`).join(', ');
}

/** Roles, people, limits and freezes of a policy, as far as it has them. */
export function judgingTables(policy: Policy): TableView[] {
  const tables = [
    environmentsTable(policy),
    rolesTable(policy),
    peopleTable(policy),
    gatesTable(policy),
    freezesTable(policy),
  ];
  return tables.filter(({ rows }) => rows.length > 0);
}

function environmentsTable({ environments }: Policy): TableView {
  const { environment, customers, mayRun, toldBy } = POLICY_WORDS.columns;
  return {
    caption: POLICY_WORDS.environments,
    columns: columnsOf([environment, customers, mayRun, toldBy]),
    rows: environments.map((one) => [
      [textPart(one.name === undefined ? one.id : `${one.name} (${one.id})`)],
      [textPart(one.production ? POLICY_WORDS.yes : '–')],
      [textPart(isBlessedOnly(one) ? POLICY_WORDS.blessedOnly : POLICY_WORDS.anyRelease)],
      [textPart(sourcesOf(one).join(', ') || '–')],
    ]),
  };
}

function sourcesOf({ helm = [], argocd = [], github }: Policy['environments'][number]): string[] {
  return [
    ...helm.map(({ release, module }) => POLICY_WORDS.helm(spelledOut(release), module)),
    ...argocd.map(({ application, module }) => POLICY_WORDS.argocd(spelledOut(application), module)),
    ...(github === undefined ? [] : [POLICY_WORDS.github(spelledOut(github))]),
  ];
}

function rolesTable({ roles }: Policy): TableView {
  const { role, each, votes, veto, kinds } = POLICY_WORDS.columns;
  return {
    caption: POLICY_WORDS.roles,
    columns: columnsOf([role, each, votes, veto, kinds]),
    rows: roles.map((one) => [
      [textPart(one.name)],
      [textPart(POLICY_WORDS.each[one.each])],
      [textPart(String(one.votes))],
      [one.veto ? markPart('caution', '⊘', POLICY_WORDS.veto) : textPart('–')],
      [textPart(one.for.join(', '))],
    ]),
  };
}

function peopleTable({ roster }: Policy): TableView {
  const { person, holds, accounts } = POLICY_WORDS.columns;
  return {
    caption: POLICY_WORDS.people,
    columns: columnsOf([person, holds, accounts]),
    rows: roster.map((one) => [
      [textPart(one.person)],
      [
        textPart(
          one.roles
            .map((held) => POLICY_WORDS.held(held.role, held.module, held.from, held.until))
            .join('; ') || '–',
        ),
      ],
      [textPart(one.accounts.map(({ id, on }) => POLICY_WORDS.account(spelledOut(id), on)).join(', '))],
    ]),
  };
}

function gatesTable({ gates }: Policy): TableView {
  const { gate, stage, limit, module, guards, manager, because } = POLICY_WORDS.columns;
  return {
    caption: POLICY_WORDS.gates,
    columns: columnsOf([gate, stage, limit, module, guards, manager, because]),
    rows: gates.map((one) => [
      [textPart(one.id)],
      [textPart(stageOf(one.stage).name)],
      [textPart(`${one.metric} ${one.operator} ${one.limit}`)],
      [textPart(one.module ?? POLICY_WORDS.allModules)],
      [textPart(POLICY_WORDS.guards[one.guards](one.feature))],
      [textPart(one.manager ?? '–')],
      [textPart(spelledOut(one.because ?? '–'))],
    ]),
  };
}

function freezesTable({ freezes, timeZone }: Policy): TableView {
  const { from, until, because, except } = POLICY_WORDS.columns;
  return {
    caption: POLICY_WORDS.freezes,
    columns: columnsOf([from, until, because, except]),
    rows: freezes.map((one) => [
      [timePart(momentOf(one.from, timeZone))],
      [timePart(momentOf(one.until, timeZone))],
      [textPart(spelledOut(one.because))],
      [textPart(one.except.join(', '))],
    ]),
  };
}
