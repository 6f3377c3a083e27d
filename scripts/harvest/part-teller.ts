import { hasMoved, isSameVersion } from '../../src/history/part-move.ts';
import { leadOf, type Policy, type ReleasePart } from '../../src/records/index.ts';
import type { ReleasedChange } from './account.ts';
import type { LoadedRepository } from './load.ts';
import { partEntryId } from './part-entry-id.ts';

/** The entry that tells of a part's move: a change's, else its own. Only the history that holds the chart is asked. */
export function partTeller(
  part: ReleasePart,
  changes: readonly ReleasedChange[],
  { modules, history }: LoadedRepository,
  policy: Policy,
): Pick<ReleasePart, 'entry'> {
  if (!hasMoved(part)) return {};
  const own = changes.filter(
    ({ module, fate }) => fate.became === 'published' && modules.some(({ id }) => id === module),
  );
  const teller = own.find(({ text, takesBack }) => {
    const undone = takesBack.map((landed) => history.text(landed).dependency);
    return bumpsTo(part, text.dependency) || undone.some((bump) => bumpsFrom(part, bump));
  });
  return { entry: teller?.id ?? partEntryId(leadOf(policy).id, part) };
}

type Bump = ReleasedChange['text']['dependency'];

function bumpsTo(part: ReleasePart, bump: Bump | undefined): boolean {
  return bump != null && names(bump.name, part) && isSameVersion(bump.to, part.version ?? '');
}

/** Taking a bump back brings the version that it came from. */
function bumpsFrom(part: ReleasePart, bump: Bump | undefined): boolean {
  return bump?.from != null && names(bump.name, part) && isSameVersion(bump.from, part.version ?? '');
}

/** Bots write "redis", "charts/redis" and "redis in /charts/suite". */
function names(bumped: string, { name, alias }: ReleasePart): boolean {
  const bare = bumped
    .replace(/ in .*$/, '')
    .split('/')
    .at(-1)
    ?.toLowerCase();
  return bare === name.toLowerCase() || bare === alias?.toLowerCase();
}
