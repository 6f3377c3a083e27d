import { sortByVersion } from '../../../../src/history/version-order.ts';
import type { ProductFacts } from '../../facts/product-facts.ts';
import { type Finding, verb } from '../../finding.ts';
import { listed } from '../../listed.ts';

/** Votes and reports of a release come within days of it. */
const DAYS = 30;
const DAY = 86_400_000;

/** Releases that run where customers are for long, and whose records may still be changed. */
export function unsealed({ id, policy, releases, deployments }: ProductFacts, now: string): Finding[] {
  if (policy === null) return [];
  const guarded = policy.data.environments.filter(({ production, blessedOnly }) => blessedOnly ?? production);
  const early = new Date(Date.parse(now) - DAYS * DAY).toISOString();
  const ran = new Set(
    deployments
      .filter(
        ({ data }) => data.outcome === 'succeeded' && guarded.some((each) => each.id === data.environment),
      )
      .filter(({ data }) => data.at < early)
      .map(({ data }) => data.version),
  );
  const open = releases.filter(
    ({ version, release, sealed }) => ran.has(version) && release !== null && !sealed,
  );
  const versions = sortByVersion(open, ({ version }) => version).map(({ version }) => version);
  const [first] = versions;
  if (first === undefined) return [];
  const many = versions.length > 1;
  return [
    {
      id: 'release-unsealed',
      severity: 'hint',
      product: id,
      says: `${listed(versions)} ${many ? 'were' : 'was'} deployed more than ${DAYS} days ago, and ${many ? 'are' : 'is'} not sealed: what is recorded may still be changed unnoticed.`,
      place: { file: `ledger/${id}/releases/${first}` },
      mend: verb(
        'seal',
        ...(many ? ['--all', '--unblessed', '--product', id] : ['--product', id, '--release', first]),
      ),
    },
  ];
}
