import type { PolicyContext } from '../../facts/policy-context.ts';
import { edit, type Finding } from '../../finding.ts';
import { policyPlace } from '../../policy-place.ts';

/** Whether the policy names the channel that votes were read from. */
export function slackChannel({ product, policy }: PolicyContext): Finding[] {
  if (policy.data.voting.slackChannel !== undefined) return [];
  const channels = product.releases.flatMap(({ votes }) =>
    votes.flatMap(({ data: { source } }) => (source.kind === 'slack' ? [source.channel] : [])),
  );
  const [channel] = channels;
  if (channel === undefined) return [];
  return [
    {
      id: 'no-slack-channel',
      severity: 'gap',
      product: product.id,
      says: `${channels.length === 1 ? '1 vote was' : `${channels.length} votes were`} given in Slack, and the policy names no channel: no further ones are read.`,
      place: policyPlace(policy, 'voting'),
      mend: edit(`Write into the policy: voting: { slackChannel: ${JSON.stringify(channel)} }`),
    },
  ];
}
