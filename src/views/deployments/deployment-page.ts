import type { DeploymentEvent } from '../../history/deployments/timeline.ts';
import type { Environment, Policy } from '../../records/index.ts';
import { isBlessedOnly } from '../../records/process.ts';
import type { Dossier } from '../../verdict/dossier.ts';
import { shippingOf } from '../../verdict/shipping.ts';
import { DEPLOYMENT } from '../deployment-texts.ts';
import type { FactView } from '../fact-view.ts';
import type { MarkView } from '../mark-view.ts';
import type { EvidenceLinks } from '../stages/attempt-view.ts';
import type { LineList } from '../stages/measured-block.ts';
import type { TableView } from '../table-view.ts';
import type { ArgumentView } from '../votes/vote-view.ts';
import { type ChecksView, checkViews } from './check-views.ts';
import { deployedModules } from './deployed-modules.ts';
import type { DeploymentAround } from './deployment-around.ts';
import { rolloutTable } from './deployment-facts.ts';
import { DEPLOYMENT_MARKS } from './deployment-marks.ts';
import { type JudgementView, judgementView } from './judgement-view.ts';
import { proseView } from './prose-view.ts';
import type { RollbackView } from './rollback-view.ts';
import { type FileLinks, type SourcesView, sourcesView } from './source-table.ts';
import { type VotesThen, votesThen } from './votes-then.ts';

/** Everything that a deployment's page is made of. */
export interface DeploymentSources {
  event: DeploymentEvent;
  environment: Environment;
  policy: Policy;
  around: DeploymentAround;
  /** Of the release that was deployed; null where the ledger has none. */
  dossier: Dossier | null;
  /** Of the release that a rollback took away. */
  taken: Dossier | null;
  evidence: EvidenceLinks;
  files: FileLinks;
}

/** A deployment as auditors see it. */
export interface DeploymentPage extends Pick<DeploymentAround, 'order' | 'snapshot'> {
  title: string;
  mark: MarkView;
  /** How it went, and what came before and after it. */
  facts: FactView[];
  /** What somebody wrote: for a rollback, why. */
  said: ArgumentView;
  isPart: boolean;
  rollout: TableView | null;
  modules: { table: TableView; further: LineList[] };
  sources: SourcesView;
  /** Null where the ledger has no dossier of the release. */
  judgement: JudgementView | null;
  /** Nothing had to be blessed here. */
  anyMayRun: boolean;
  checks: ChecksView;
  rollback: (RollbackView & { votes: VotesThen | null }) | null;
  path: string;
}

/** A deployment with everything that is known of it, then and now. */
export function deploymentPage(from: DeploymentSources): DeploymentPage {
  const { event, environment, around, dossier, taken, evidence, files } = from;
  const { data, body, path } = event.record;
  const { timeZone } = from.policy;
  const { rollback, before, next, order, snapshot } = around;
  return {
    title: DEPLOYMENT.title(data.kind, data.version),
    mark: DEPLOYMENT_MARKS[data.kind][data.outcome],
    facts: around.facts,
    said: proseView(body),
    isPart: data.part === true,
    rollout: rolloutTable(data, timeZone),
    modules: deployedModules(event.record, before, dossier && shippingOf(dossier)),
    sources: sourcesView(data, timeZone, files),
    judgement: dossier && judgementView(data, dossier),
    anyMayRun: !isBlessedOnly(environment),
    ...{ order, snapshot },
    checks: checkViews(event, next, dossier?.stages ?? [], timeZone, evidence),
    rollback: rollback && { ...rollback, votes: taken && votesThen(taken, data.at) },
    path,
  };
}
