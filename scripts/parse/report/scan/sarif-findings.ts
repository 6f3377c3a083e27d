import type { Severity, Vulnerability } from '../../../../src/records/index.ts';
import { oneLine } from '../report-values.ts';
import type { SarifLevel, SarifResult, SarifRule, SarifRun } from './sarif-schema.ts';

/** What became of a result: a finding, or why it is none (SARIF 2.1.0 §3.27.9, §3.27.23, §3.27.24). */
export type ResultFate = 'finding' | 'suppressed' | 'absent' | 'other';

/** Only failures are findings; suppressed ones and those of an earlier run that are gone are none. */
export function fateOf({ kind, suppressions, baselineState }: SarifResult): ResultFate {
  if (kind !== undefined && kind !== 'fail') return 'other';
  if (baselineState === 'absent') return 'absent';
  const accepted = suppressions.every(({ status }) => status === undefined || status === 'accepted');
  return suppressions.length > 0 && accepted ? 'suppressed' : 'finding';
}

/** A result as a finding, its severity by the rule's "security-severity", else by its level. */
export function findingOf(result: SarifResult, run: SarifRun): Vulnerability {
  const rule = ruleOf(result, run);
  const id = result.ruleId ?? result.rule?.id ?? rule?.id ?? '(no rule)';
  const score = scoreOf(result.properties) ?? scoreOf(rule?.properties);
  const severity = score === undefined ? severityOfLevel(levelOf(result, rule)) : severityOfScore(score);
  return { id: oneLine(id) || '(no rule)', severity, in: oneLine(placeOf(result, run)) || '(no place)' };
}

/** A result's own level counts before its rule's; "warning" where neither says (§3.27.10). */
export function levelOf(result: SarifResult, rule: SarifRule | undefined): SarifLevel {
  return result.level ?? rule?.defaultConfiguration?.level ?? 'warning';
}

function ruleOf(result: SarifResult, run: SarifRun): SarifRule | undefined {
  const { rules } = componentOf(result, run);
  const index = result.rule?.index ?? result.ruleIndex ?? -1;
  const id = result.ruleId ?? result.rule?.id;
  const guid = result.rule?.guid;
  return rules[index] ?? byGuid(rules, guid) ?? byId(rules, id);
}

function byGuid(rules: readonly SarifRule[], guid: string | undefined): SarifRule | undefined {
  return guid === undefined ? undefined : rules.find((rule) => rule.guid === guid);
}

/** "CA1000/inner" is told by the rule "CA1000" where no rule has the whole id (§3.52.4). */
function byId(rules: readonly SarifRule[], id: string | undefined): SarifRule | undefined {
  if (id === undefined) return undefined;
  const slash = id.lastIndexOf('/');
  return rules.find((rule) => rule.id === id) ?? (slash < 0 ? undefined : byId(rules, id.slice(0, slash)));
}

/** Rules may be an extension's: a query pack's, a plugin's. */
function componentOf({ rule }: SarifResult, { tool }: SarifRun): SarifRun['tool']['driver'] {
  const reference = rule?.toolComponent;
  const extensions = tool.extensions;
  const named = extensions.find(
    ({ name, guid }) =>
      (reference?.guid !== undefined && guid === reference.guid) ||
      (reference?.name !== undefined && name === reference.name),
  );
  return extensions[reference?.index ?? -1] ?? named ?? tool.driver;
}

function placeOf(result: SarifResult, run: SarifRun): string {
  const location = result.locations[0];
  const artifact = location?.physicalLocation?.artifactLocation;
  const logical = location?.logicalLocations[0];
  const indexed = run.artifacts[artifact?.index ?? -1]?.location?.uri;
  return artifact?.uri ?? indexed ?? logical?.fullyQualifiedName ?? logical?.name ?? '';
}

function scoreOf(properties: SarifResult['properties']): number | undefined {
  const score = properties?.['security-severity'];
  const number = score == null || score === '' ? Number.NaN : Number(score);
  return number >= 0 && number <= 10 ? number : undefined;
}

/** The bands of CVSS 3: 9.0 and more is critical, 7.0 high, 4.0 medium, more than 0 low. */
function severityOfScore(score: number): Severity {
  if (score >= 9) return 'critical';
  if (score >= 7) return 'high';
  if (score >= 4) return 'medium';
  return score > 0 ? 'low' : 'negligible';
}

const SEVERITY_BY_LEVEL: Record<SarifLevel, Severity> = {
  error: 'high',
  warning: 'medium',
  note: 'low',
  none: 'negligible',
};

function severityOfLevel(level: SarifLevel): Severity {
  return SEVERITY_BY_LEVEL[level];
}
