import type { Policy, Role } from '../../records/index.ts';

/** People who may speak for a role on a day: for a module, or for the whole release where that is null. */
export function roleHolders(
  { roster }: Pick<Policy, 'roster'>,
  role: Role['id'],
  module: string | null,
  day: string,
): string[] {
  return roster
    .filter(({ roles }) =>
      roles.some(
        (held) =>
          held.role === role &&
          (held.module === undefined || held.module === module) &&
          held.from <= day &&
          (held.until === undefined || day <= held.until),
      ),
    )
    .map(({ person }) => person);
}
