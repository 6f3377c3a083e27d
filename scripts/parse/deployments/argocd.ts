import type { ReportFile } from '../report/parsed-report.ts';
import { instantOfText } from '../report/report-values.ts';
import type { ArgoDeployment } from './argocd-deployment.ts';
import { operationEntry, partialSync, saysRollback } from './argocd-operation.ts';
import { type ApplicationFields, ApplicationsSchema, type HistoryFields } from './argocd-schema.ts';
import { sourcesOf } from './argocd-source.ts';
import { readStructured } from './structured-file.ts';

/** An application of Argo CD with what it keeps of its history, the earliest first. */
export interface ArgoApplication {
  name: string;
  deployments: ArgoDeployment[];
  /** Images that run now, as "registry.example/api:1.2.3" or with "@sha256:…". */
  images: string[];
  /** A sync that deployed nothing or not everything, for the report; null where the last one was whole. */
  partial: string | null;
}

const HINT = 'Write the file with: kubectl get application NAME -o json, or: argocd app get NAME -o json';

/**
 * Reads applications of Argo CD (v1alpha1) as kubectl and argocd write them, in JSON or YAML, one or a list. Its history
 * has only syncs that were whole and succeeded; the last operation tells of one that failed or still runs. Throws a Fault
 * with file, line and field for anything else.
 */
export function parseApplications(file: ReportFile): ArgoApplication[] {
  return readStructured(file, ApplicationsSchema, HINT).map(applicationOf);
}

function applicationOf(fields: ApplicationFields): ArgoApplication {
  const { metadata, status, spec } = fields;
  const history = [...(status?.history ?? [])].sort((a, b) => a.id - b.id).map(entryOf);
  const operation = status?.operationState ?? null;
  const open = operation === null ? null : operationEntry(operation, history, spec ?? null);
  const deployments = open === null ? history : [...history, open];
  const last = deployments.at(-1);
  if (last !== undefined && operation !== null) last.isRollback = saysRollback(operation, last, deployments);
  if (last !== undefined) last.isCurrent = last !== open;
  return {
    name: metadata.name,
    deployments,
    images: status?.summary?.images ?? [],
    partial: operation === null ? null : partialSync(operation),
  };
}

function entryOf(fields: HistoryFields): ArgoDeployment {
  const ended = instantOfText(fields.deployedAt) ?? null;
  const began = instantOfText(fields.deployStartedAt) ?? ended;
  return {
    id: fields.id,
    at: began,
    finishedAt: ended !== null && began !== null && ended < began ? began : ended,
    outcome: 'succeeded',
    sources: sourcesOf(fields),
    username: fields.initiatedBy?.username ?? null,
    isRollback: false,
    isCurrent: false,
    words: '',
  };
}
