import type { Dossier } from '../../verdict/dossier.ts';
import { deploymentHref } from '../deployments/deployment-links.ts';
import {
  auditProductPath,
  changePath,
  deploymentPath,
  dossierPartPath,
  dossierPath,
  releasePath,
} from '../paths.ts';
import { anchorOf } from '../record-anchor.ts';
import { attemptHref } from '../stages/stage-names.ts';

/** Leads from a record's path to the place on the pages where it is shown; null where it is shown nowhere. */
export type RecordLinks = (record: string | null) => string | null;

/** The links of one dossier. */
export function recordLinks(dossier: Dossier): RecordLinks {
  const reports = new Map(dossier.stages.map((report) => [report.path, report]));
  return (record) => {
    const report = reports.get(record ?? '');
    return report === undefined ? recordPlace(record) : reportHref(report, dossier);
  };
}

/** A check after a deployment stands on that deployment's page; any other report on its stage's. */
function reportHref(report: Dossier['stages'][number], { deployments }: Dossier): string | null {
  const { environment, version, ranAt } = report.data;
  if (environment === undefined) return attemptHref(report);
  const before = deployments
    .filter(({ data }) => data.environment === environment && data.version === version && data.at <= ranAt)
    .toSorted((a, b) => (a.data.at < b.data.at ? -1 : 1))
    .at(-1);
  return before === undefined ? null : `${deploymentHref(before)}#${anchorOf('attempt', report.path)}`;
}

const RECORD = /^ledger\/([^/]+)\/(?:policy|releases\/([^/]+)\/(?:([a-z]+)\/)?([^/]+))\.md$/;
const DEPLOYMENT = /^ledger\/([^/]+)\/deployments\/([^/]+)\/([^/]+)\.md$/;
const NOTE = /^notes\/([^/]+)\/([^/]+)\.md$/;

/** Where a record is shown that no dossier is needed to find; null for none, and for one that is shown nowhere. */
export function recordPlace(record: string | null): string | null {
  if (record === null) return null;
  const [note, ofProduct = '', noted = ''] = NOTE.exec(record) ?? [];
  if (note !== undefined) return releasePath(ofProduct, noted);
  const [deployed, by = '', environment = '', at = ''] = DEPLOYMENT.exec(record) ?? [];
  return deployed === undefined ? placeInLedger(record) : deploymentPath(by, environment, at);
}

function placeInLedger(record: string): string | null {
  const [known, product = '', version, folder, name = ''] = RECORD.exec(record) ?? [];
  if (known === undefined) return null;
  if (version === undefined) return `${auditProductPath(product)}#policy`;
  return folder === undefined
    ? placeOfFile(product, version, name)
    : placeInFolder(product, version, folder, name);
}

function placeOfFile(product: string, version: string, name: string): string | null {
  const preparation = dossierPartPath(product, version, 'preparation');
  if (name === 'release') return `${dossierPath(product, version)}#facts`;
  if (name === 'platform-release') return `${dossierPath(product, version)}#platform`;
  return name === 'opening' || name === 'recovery' ? `${preparation}#${name}` : null;
}

function placeInFolder(product: string, version: string, folder: string, name: string): string | null {
  if (folder === 'changes') return changePath(product, version, name);
  if (folder === 'votes') return `${dossierPartPath(product, version, 'votes')}#${anchorOf('vote', name)}`;
  if (folder === 'checklists')
    return `${dossierPartPath(product, version, 'preparation')}#${anchorOf('checklist', name)}`;
  if (folder === 'waivers')
    return `${dossierPartPath(product, version, 'verdict')}#${anchorOf('waiver', name)}`;
  return null;
}
