import type { ProductFacts } from '../../facts/product-facts.ts';
import { edit, type Finding } from '../../finding.ts';
import { policyPlace } from '../../policy-place.ts';

/** Votes of people whom the roster does not know: they count for nobody. */
export function voters({ id, policy, releases }: ProductFacts): Finding[] {
  if (policy === null) return [];
  const known = new Set(policy.data.roster.map(({ person }) => person));
  const votes = releases.flatMap((release) => release.votes).filter(({ data }) => !known.has(data.person));
  return [...Map.groupBy(votes, ({ data }) => data.person)].map(([person, cast]) => {
    const [first] = cast;
    const account =
      first === undefined
        ? ''
        : `{ on: ${first.data.account.on}, id: ${JSON.stringify(first.data.account.id)} }`;
    return {
      id: 'voter-unknown',
      severity: 'gap',
      product: id,
      says: `${cast.length === 1 ? 'A vote' : `${cast.length.toLocaleString('en')} votes`} of ${person}, whom the roster does not know, count${cast.length === 1 ? 's' : ''} for nobody.`,
      place: first === undefined ? policyPlace(policy, 'roster') : { file: first.file, field: 'person' },
      mend: edit(`Write into "roster", under "accounts" of the person or of a new one: - ${account}`),
    };
  });
}
