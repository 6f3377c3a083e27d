import { Fault, SlugSchema } from '../../src/records/index.ts';
import { listOf, listText, NONE, type Settle, whyKept } from './ask/question.ts';
import type { ModuleDraft, PlannedRole } from './plan.ts';
import { proposeRoles, USUAL_ROLES } from './propose/roles.ts';

/** The roles of a product, settled, and why these. */
export interface SettledRoles {
  roles: PlannedRole[];
  because: string | undefined;
}

/** Settles whose GO a release needs, and who holds each role. */
export async function settleRoles(
  subject: string,
  drafts: readonly ModuleDraft[],
  settle: Settle,
): Promise<SettledRoles> {
  const found = proposeRoles(drafts);
  const because = found.map((role) => role.because).join('; ');
  const usual = USUAL_ROLES.map(({ id }) => id);
  const answer = await settle({
    ...{ subject, field: 'role', says: 'Roles whose GO a release needs' },
    ...{ proposal: listText(found.map(({ id }) => id)), because },
    form: { kind: 'choices', options: [...new Set([...usual, ...found.map(({ id }) => id)])] },
  });
  const roles: PlannedRole[] = [];
  for (const { id, handles } of givenRoles(answer)) {
    const proposed = found.find((role) => role.id === id);
    roles.push(await settleHolders(subject, id, handles, proposed ?? null, settle));
  }
  return { roles, because: whyKept(answer, listText(found.map(({ id }) => id)), because) };
}

interface GivenRole {
  id: string;
  /** Null where nobody said who holds it. */
  handles: string[] | null;
}

/** Reads "qa=ada+ben, sre": roles, each with its people where they were said. */
function givenRoles(answer: string): GivenRole[] {
  return listOf(answer).map((text) => {
    const [id = '', people] = text.split('=');
    return { id, handles: people === undefined ? null : handlesIn(people) };
  });
}

async function settleHolders(
  subject: string,
  id: string,
  handles: string[] | null,
  proposed: PlannedRole | null,
  settle: Settle,
): Promise<PlannedRole> {
  if (handles !== null)
    return { id, people: handles.map((handle) => ({ handle, modules: null })), because: '--role says so' };
  const known = proposed?.people.map(({ handle }) => handle) ?? [];
  const because = proposed?.because ?? 'no file names who does';
  const answer = await settle({
    ...{ subject: `${subject}, ${id}`, field: 'people', says: 'Handles on GitHub of who holds the role' },
    ...{ proposal: listText(known), because },
    form: { kind: 'text', check: areHandles },
  });
  if (answer === listText(known)) return proposed ?? { id, people: [], because };
  const people = handlesIn(answer).map((handle) => ({ handle, modules: null }));
  return { id, people, because: 'it was answered' };
}

function handlesIn(text: string): string[] {
  const handles = listOf(text.replaceAll('+', ',')).map((handle) => handle.replace(/^@/, ''));
  return [...new Map(handles.map((handle) => [handle.toLowerCase(), handle])).values()];
}

function areHandles(text: string): string | null {
  const wrong = handlesIn(text).find((handle) => !/^[A-Za-z0-9][A-Za-z0-9-]{0,38}$/.test(handle));
  return wrong === undefined ? null : `"${wrong}" is no handle`;
}

/** What is wrong with a role as `--role` gives it; throws a Fault for it. */
export function requireRoles(given: readonly string[]): void {
  for (const text of given) {
    const [id = '', people] = text.split('=');
    const isId = id === NONE || SlugSchema.safeParse(id).success;
    const wrong = people === undefined ? null : areHandles(people);
    if (isId && wrong === null) continue;
    throw new Fault(`--role ${text}: ${wrong ?? `"${id}" is no role`}`, {
      hint: 'Write --role qa, or --role qa=ada+ben with handles on GitHub.',
    });
  }
}
