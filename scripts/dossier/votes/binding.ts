import { type NamedBuilds, namesNothing } from '../../parse/slack/named-builds.ts';
import type { VotedModule } from './voted-release.ts';

/** What a vote is bound to. */
export interface Binding {
  commit?: string;
  digest?: string;
}

/**
 * What a vote is bound to, by the builds that its message names, or where that names none, the call that it answers.
 * A vote that names something else is on something else: what its call names does not mend it.
 */
export function bindingOf(target: VotedModule | null, own: NamedBuilds, called: NamedBuilds | null): Binding {
  if (namesNothing(own)) return called === null ? {} : calledBinding(target, called);
  const commit = commitOf(own, target);
  const digest = digestOf(own, target);
  return { ...(commit !== null && { commit }), ...(digest !== null && { digest }) };
}

/** A call names the image beside the commit, for whoever reads it; an answer of one word is on the commit. */
function calledBinding(target: VotedModule | null, called: NamedBuilds): Binding {
  const commit = commitOf(called, target);
  const digest = commit === null ? digestOf(called, target) : null;
  return { ...(commit !== null && { commit }), ...(digest !== null && { digest }) };
}

/** Of several commits, as a call lists them, the module's own; else the only one, whatever it is of. */
function commitOf({ commits, strange }: NamedBuilds, target: VotedModule | null): string | null {
  const own = target?.commits.find((commit) => commits.includes(commit));
  if (own !== undefined) return own;
  return commits.length + strange.length === 1 ? (commits[0] ?? null) : null;
}

function digestOf({ digests }: NamedBuilds, target: VotedModule | null): string | null {
  if (target?.digest != null && digests.includes(target.digest)) return target.digest;
  return digests.length === 1 ? (digests[0] ?? null) : null;
}
