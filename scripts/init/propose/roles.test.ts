import { describe, expect, test } from 'vitest';
import type { ModuleDraft, PlannedRole } from '../plan.ts';
import { factsOf, type ShownRepository } from '../testing.ts';
import { proposeRoles } from './roles.ts';

function draft(shown: ShownRepository, path: string | null = null): ModuleDraft {
  const facts = factsOf(shown);
  return { id: path ?? facts.name, facts, path, patterns: null, ofParts: [], because: '' };
}

function handles(roles: readonly PlannedRole[], id = 'module-lead'): string[] {
  return roles.find((role) => role.id === id)?.people.map(({ handle }) => handle) ?? [];
}

describe('roles are proposed', () => {
  test('with the owners of everything, and never with an address', () => {
    const texts = { '.github/CODEOWNERS': '* @ada @ben ada@example.org\n/docs @cleo\n' };
    const roles = proposeRoles([draft({ texts })]);
    expect(roles).toMatchObject([{ id: 'module-lead', because: '.github/CODEOWNERS names @ada and @ben' }]);
    expect(handles(roles)).toEqual(['ada', 'ben']);
  });

  test('with each folder’s own owners for a module of a repository', () => {
    const texts = { CODEOWNERS: '* @ada\n/portal/ @ben\n' };
    const [lead] = proposeRoles([draft({ texts }), draft({ texts }, 'portal')]);
    expect(lead?.people).toEqual([
      { handle: 'ada', modules: ['core'] },
      { handle: 'ben', modules: ['portal'] },
    ]);
  });

  test('with approvers of OWNERS, through their aliases', () => {
    const texts = {
      OWNERS: 'approvers:\n  - leads\n  - dana\nreviewers:\n  - ben\n',
      OWNERS_ALIASES: 'aliases:\n  leads: [ada]\n  sig-qa: [cleo]\n',
    };
    const roles = proposeRoles([draft({ texts })]);
    expect(handles(roles)).toEqual(['ada', 'dana']);
    expect(handles(roles, 'qa')).toEqual(['cleo']);
    expect(roles.at(-1)?.because).toBe('OWNERS_ALIASES has sig-qa');
  });

  test('with teams whose members nobody knows, as roles without people', () => {
    const roles = proposeRoles([draft({ texts: { CODEOWNERS: '* @ada\n/deploy @acme/sre\n' } })]);
    expect(roles.map(({ id, people }) => [id, people.length])).toEqual([
      ['module-lead', 1],
      ['sre', 0],
    ]);
  });

  test('without people where no file names any, and says so', () => {
    expect(proposeRoles([draft({})])).toEqual([
      {
        id: 'module-lead',
        people: [],
        because: 'somebody answers for each module, and no file names who does',
      },
    ]);
  });

  test('without the handles of another platform, or the organisation itself', () => {
    expect(handles(proposeRoles([draft({ elsewhere: true, texts: { CODEOWNERS: '* @ada' } })]))).toEqual([]);
    const texts = {
      'MAINTAINERS.md': 'All of [Acme](https://github.com/acme/)\n- [Ada](https://github.com/ada)\n',
    };
    expect(handles(proposeRoles([draft({ github: 'acme/core', texts })]))).toEqual(['ada']);
  });

  test('with twenty people at most, each once whatever the case', () => {
    const many = Array.from({ length: 30 }, (_, index) => `@p${index}`).join(' ');
    const roles = proposeRoles([draft({ texts: { CODEOWNERS: `* @Ada @ada ${many}` } })]);
    expect(handles(roles)).toHaveLength(20);
    expect(roles[0]?.because).toContain('CODEOWNERS (its first 20 of 31)');
  });
});
