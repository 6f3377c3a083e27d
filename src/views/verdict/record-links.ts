import type { Dossier } from '../../verdict/dossier.ts';
import { auditProductPath, changePath, dossierPartPath, dossierPath, releasePath } from '../paths.ts';
import { anchorOf } from '../record-anchor.ts';
import { attemptHref } from '../stages/stage-names.ts';

/** Leads from a record's path to the place on the pages where it is shown; null where it is shown nowhere. */
export type RecordLinks = (record: string | null) => string | null;

/** The links of one dossier. */
export function recordLinks(dossier: Dossier): RecordLinks {
  const reports = new Map(dossier.stages.map((report) => [report.path, report]));
  return (record) => {
    if (record === null) return null;
    const report = reports.get(record);
    return report === undefined ? placeOf(record) : attemptHref(report);
  };
}

const RECORD = /^ledger\/([^/]+)\/(?:policy|releases\/([^/]+)\/(?:([a-z]+)\/)?([^/]+))\.md$/;
const NOTE = /^notes\/([^/]+)\/([^/]+)\.md$/;

function placeOf(record: string): string | null {
  const note = NOTE.exec(record);
  if (note !== null) return releasePath(note[1] ?? '', note[2] ?? '');
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
