import { outlineOf } from '../json/json-outline.ts';
import { beginningOf } from '../json/json-text.ts';
import type { ParsedReport, ReportFile, ReportReader } from '../parsed-report.ts';
import { ansibleReport } from './ansible-run.ts';
import { kubeconformReport } from './kubeconform.ts';

/**
 * What validates manifests and playbooks: the JSON callback of Ansible (`ansible.posix.json`), and kubeconform with
 * `-output json` (its `-output junit` is JUnit). The path that was taken, linter, kind or cluster, is given where the
 * report says it.
 */
export const playbookReader: ReportReader = { format: 'playbook', recognises, parse };

function recognises(file: ReportFile): boolean {
  return isAnsible(file) || isKubeconform(file);
}

function parse(file: ReportFile): ParsedReport {
  return isAnsible(file) ? ansibleReport(file) : kubeconformReport(file);
}

function isAnsible(file: ReportFile): boolean {
  const outline = outlineOf(file);
  if (outline === undefined || !outline.has('plays')) return false;
  return outline.has('plays[].play') || outline.has('plays[].tasks') || outline.has('stats');
}

/** Of a run that found nothing bad, without a summary, only an empty list is left. */
const ONLY_EMPTY_LIST = /^[\s\uFEFF]*\{\s*"resources"\s*:\s*\[\s*\]\s*\}\s*$/;

function isKubeconform(file: ReportFile): boolean {
  const outline = outlineOf(file);
  if (outline === undefined || !outline.has('resources')) return false;
  const status = outline.source('resources[].status');
  if (status !== undefined) return /^"(?:status[A-Z]\w*)?"/.test(status);
  return outline.has('summary.invalid') || ONLY_EMPTY_LIST.test(beginningOf(file, 1024));
}
