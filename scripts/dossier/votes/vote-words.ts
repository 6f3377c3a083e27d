import type { Vote } from '../../../src/records/index.ts';

const SAID: Record<Vote['decision'], string> = {
  go: 'GO',
  'no-go': 'NO-GO',
  veto: 'VETO',
  abstain: 'ABSTAIN',
};

/** "dana-ito, qa: NO-GO at 2026-02-03T10:00:00+00:00 in #production". */
export function saidText({ person, role, module, decision, castAt, source }: Vote): string {
  const seat = module === undefined ? role : `${role} of ${module}`;
  return `${person}, ${seat}: ${SAID[decision]} at ${castAt} ${placeText(source)}`;
}

/** "on commit 9f2c1ab…", or that it binds nothing. */
export function boundText({ commit, digest }: Vote): string {
  const on = [
    ...(commit === undefined ? [] : [`commit ${commit.slice(0, 12)}`]),
    ...(digest === undefined ? [] : [`digest ${digest.slice(0, 19)}`]),
  ];
  return on.length === 0 ? 'bound to nothing' : `on ${on.join(' and ')}`;
}

function placeText(source: Vote['source']): string {
  if (source.kind === 'slack') return `in #${source.channel}`;
  return source.kind === 'github-review' ? `in ${source.url}` : `by command, as ${source.ranBy}`;
}
