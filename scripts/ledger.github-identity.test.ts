import { describe, expect, test } from 'vitest';
import { checkConservation } from './testing/check-conservation.ts';
import { Hosted } from './testing/hosted.ts';
import { type HostedLedger, useHosted } from './testing/hosted-ledger.ts';
import { changedFiles } from './testing/snapshot.ts';
import { RepositoryBuilder } from './world/index.ts';

const space = useHosted();

/** Harvested offline, then edited by a person, then online. */
async function laterOnline(
  name: string,
  project: Hosted,
  edit: (note: string) => string = (note) => note,
): Promise<HostedLedger> {
  const ledger = await space.hosted(name, project);
  await ledger.offline();
  ledger.editNote('1.1.0', edit);
  await ledger.online();
  return ledger;
}

describe('an id that was given before the platform was asked stays', () => {
  test('for a commit without a number, and so does what a person wrote', async () => {
    const project = new Hosted();
    const landed = project.repo.commit({ message: 'Mend the thing' });
    project.describe({ number: 12, title: 'Mend the thing for good' }, [], landed);
    project.repo.tag('v1.1.0');
    const id = `core-${landed.id.slice(0, 12)}`;
    const ledger = await laterOnline('plain', project, (note) =>
      note.replace('Mend the thing', 'Mended, says a person'),
    );
    expect(await ledger.entries('1.1.0')).toMatchObject([
      { id, pullRequest: 12, title: 'Mended, says a person' },
    ]);
    expect(ledger.change('1.1.0', id)).toMatchObject({ pullRequest: 12, title: 'Mend the thing for good' });
    expect(ledger.release('1.1.0')).not.toHaveProperty('events');
    await checkConservation(ledger);
  });

  test('for a number that turns out to be an issue', async () => {
    const project = new Hosted(undefined, { issues: [{ number: 7, title: 'Broken' }] });
    project.repo.commit({ message: 'Mend it (#7)' });
    project.repo.tag('v1.1.0');
    const ledger = await laterOnline('issue', project);
    expect(await ledger.entries('1.1.0')).toMatchObject([{ id: 'core-7', pullRequest: null }]);
    expect(ledger.change('1.1.0', 'core-7')).toMatchObject({ pullRequest: null, issues: [7] });
  });

  test('for a number that was another pull request’s all along', async () => {
    const project = new Hosted();
    const landed = project.repo.commit({ message: 'Mend it (#7)' });
    project.repository.issues = [{ number: 7, title: 'Broken' }];
    project.describe({ number: 12, title: 'Mend it' }, [], landed);
    project.repo.tag('v1.1.0');
    const ledger = await laterOnline('other-number', project);
    expect(await ledger.entries('1.1.0')).toMatchObject([{ id: 'core-7', pullRequest: 12 }]);
  });

  test('for a copy that only its own description tells', async () => {
    const project = new Hosted();
    const { repo } = project;
    repo.branch('release');
    project.squash({ number: 12, title: 'Keep the size' });
    repo.tag('v1.1.0');
    const copy = repo.commit({ on: 'release', message: 'Keep the size in 1.0 (#15)' });
    project.describe(
      { number: 15, title: 'Keep the size in 1.0', body: 'Backport of #12', baseBranch: 'release' },
      [],
      copy,
    );
    repo.tag('v1.0.1', copy);
    const ledger = await laterOnline('copy', project);
    expect(await ledger.ids('1.0.1')).toEqual(['core-15']);
    expect(await ledger.ids('1.1.0')).toEqual(['core-12']);
    expect(ledger.change('1.0.1', 'core-15')).toMatchObject({ pullRequest: 12, method: 'backport' });
    expect(ledger.release('1.0.1')).not.toHaveProperty('events');
    await checkConservation(ledger);
  });

  test('for the first of two commits that name one issue; the other becomes a change of its own', async () => {
    const project = new Hosted(undefined, { issues: [{ number: 7, title: 'Broken' }] });
    project.repo.commit({ message: 'Mend one half (#7)' });
    const second = project.repo.commit({ message: 'Mend the other half (#7)' });
    project.repo.tag('v1.1.0');
    const ledger = await laterOnline('two-halves', project);
    expect(await ledger.ids('1.1.0')).toEqual([`core-${second.id.slice(0, 12)}`, 'core-7'].sort());
    await checkConservation(ledger);
  });

  test('for the first of several commits that become one change; nothing is written over', async () => {
    const project = new Hosted();
    const last = project.rebase({ number: 12, title: 'In two steps', messages: ['Step one', 'Step two'] });
    project.repo.tag('v1.1.0');
    const [one, two] = [last.parents[0]?.id, last.id].map((id) => `core-${id?.slice(0, 12)}`);
    const ledger = await laterOnline('rebased', project, (note) =>
      note.replace('Step two', 'A person’s second step'),
    );
    const kept = (await ledger.entries('1.1.0')).map(({ id, title }) => [id, title]);
    expect(kept).toEqual([
      [one, 'Step one'],
      [two, 'A person’s second step'],
    ]);
    expect(ledger.release('1.1.0').events).toMatchObject([{ kind: 'note-conflict' }]);
    await checkConservation(ledger);
  });

  test('in every further release, online and offline', async () => {
    const project = new Hosted();
    const landed = project.repo.commit({ message: 'Mend the thing' });
    project.describe({ number: 12, title: 'Mend the thing' }, [], landed);
    project.repo.tag('v1.1.0');
    const ledger = await laterOnline('further', project);
    const before = ledger.state();
    await ledger.offline();
    expect(changedFiles(before, ledger.state())).toEqual([]);
    project.repo.branch('release', landed);
    const copy = project.repo.cherryPick(landed, { on: 'release', withTrailer: true });
    project.repo.tag('v1.1.1', copy);
    await ledger.online();
    const id = `core-${landed.id.slice(0, 12)}`;
    expect(await ledger.ids('1.1.0')).toEqual([id]);
  });

  test('as a number that only the platform adds to a squash', async () => {
    const project = new Hosted();
    project.squash({ number: 12, title: 'Once' });
    project.repo.tag('v1.1.0');
    const ledger = await laterOnline('same', project);
    expect(await ledger.ids('1.1.0')).toEqual(['core-12']);
  });
});

describe('a person’s edits', () => {
  test('keep an entry out that was taken out, of a change with two', async () => {
    const project = new Hosted();
    project.squash({ number: 12, title: 'Two', body: '```release-note\n- The first\n- The second\n```' });
    project.repo.tag('v1.1.0');
    const ledger = await space.online('removed', project);
    ledger.editNote('1.1.0', (note) =>
      note.replace(/- The second.*\n/, '').replace('The first', 'First of all'),
    );
    const edited = ledger.noteText('1.1.0');
    await ledger.online();
    await ledger.offline();
    expect(ledger.noteText('1.1.0')).toBe(edited);
    expect((await ledger.entries('1.1.0')).map(({ id, title }) => [id, title])).toEqual([
      ['core-12', 'First of all'],
    ]);
    expect(ledger.release('1.1.0')).not.toHaveProperty('events');
  });

  test('stay where the description is changed later; further bullets are offered', async () => {
    const project = new Hosted();
    project.squash({ number: 12, title: 'Two', body: '```release-note\n- The first\n```' });
    project.repo.tag('v1.1.0');
    const ledger = await space.online('rewritten', project);
    ledger.editNote('1.1.0', (note) => note.replace('The first', 'A person’s'));
    const [pull] = project.repository.pulls as object[];
    Object.assign(pull as object, {
      body: '```release-note\n- Another\n- One more\n```',
      bodyEditedAt: '2026-03-01T00:00:00Z',
    });
    await ledger.online();
    expect((await ledger.entries('1.1.0')).map(({ id, title }) => [id, title])).toEqual([
      ['core-12', 'A person’s'],
      ['core-12.2', 'One more'],
    ]);
  });
});

describe('several repositories', () => {
  const modules = `  - id: core
    repository: ../core.git
    github: acme/core
    tags: ["v{version}"]
  - id: agent
    repository: ../agent.git
    github: acme/agent
    tags: ["v{version}"]`;

  test('of one product keep their numbers apart, and the private one stays unlinked', async () => {
    const project = new Hosted();
    const agent = new Hosted(new RepositoryBuilder({ start: '2026-01-02T00:00:00Z' }), {
      name: 'agent',
      isPrivate: true,
    });
    project.world.repositories.push(agent.repository);
    const body = '```release-note\nSee #3 and https://github.com/acme/agent/pull/3\n```';
    agent.repo.commit({ message: 'Begin' });
    agent.repo.tag('v1.0.0');
    for (const each of [project, agent]) {
      each.squash({ number: 12, title: `In ${each.repository.name}`, body });
      each.repo.tag('v1.1.0');
    }
    const ledger = await space.hosted('product', project, { modules });
    await agent.repo.write(`${ledger.folder}/agent.git`);
    ledger.edit(
      'products/core.md',
      () =>
        `---\nschema: 1\nname: Core\nmodules:\n  - id: core\n    name: Core\n    repository: https://github.com/acme/core\n  - id: agent\n    name: Agent\n---\n`,
    );
    const asked = await ledger.asked(() => ledger.online());
    expect(asked.filter((name) => name === 'Overview')).toHaveLength(2);
    expect(await ledger.ids('1.1.0')).toEqual(['agent-12', 'core-12']);
    expect(ledger.change('1.1.0', 'agent-12')?.pullRequests).toMatchObject([{ repository: 'acme/agent' }]);
    expect(ledger.noteText('1.1.0')).not.toMatch(/[<(]https:\/\/github\.com\/acme\/agent/);
    const before = ledger.state();
    await ledger.offline();
    expect(changedFiles(before, ledger.state())).toEqual([]);
    expect(await ledger.asked(() => ledger.online())).toEqual(['Overview', 'Overview']);
  });

  test('two clones of one repository are one to the platform', async () => {
    const project = new Hosted();
    project.squash({ number: 12, title: 'Shared' });
    project.repo.tag('v1.1.0');
    const ledger = await space.hosted('clones', project, {
      modules: modules.replace('acme/agent', 'Acme/Core'),
    });
    await project.repo.write(`${ledger.folder}/agent.git`);
    const asked = await ledger.asked(() => ledger.online());
    expect(asked).toEqual(['Overview', 'PullRequestsOfCommits', 'PullRequests']);
    expect(await ledger.ids('1.1.0')).toEqual(['agent-12', 'core-12']);
  });

  test('several modules in one repository are looked at once', async () => {
    const project = new Hosted();
    for (const [number, folder] of [
      [12, 'ui'],
      [13, 'api'],
    ] as const) {
      const landed = project.repo.commit({ message: 'Unnamed', folder });
      project.describe({ number, title: `In ${folder}` }, [], landed);
    }
    project.repo.tag('v1.1.0');
    const inside = (id: string) =>
      `  - id: ${id}\n    repository: ../core.git\n    github: acme/core\n    path: ${id}\n    tags: ["v{version}"]\n`;
    const ledger = await space.online('modules', project, {
      modules: `${inside('ui')}${inside('api')}`.trimEnd(),
    });
    expect(await ledger.ids('1.1.0')).toEqual(['api-13', 'ui-12']);
    expect(ledger.github.calls).toHaveLength(3);
    const before = ledger.state();
    await ledger.offline();
    expect(changedFiles(before, ledger.state())).toEqual([]);
  });
});

test('a renamed repository keeps its ids, and its records say the new name', async () => {
  const project = new Hosted();
  project.squash({ number: 12, title: 'Once' });
  project.repo.tag('v1.1.0');
  const ledger = await space.online('renamed', project);
  const note = ledger.noteText('1.1.0');
  Object.assign(project.repository, { owner: 'umbrella', name: 'heart', formerNames: ['acme/core'] });
  await ledger.online();
  expect(ledger.change('1.1.0', 'core-12')?.pullRequests).toMatchObject([
    { repository: 'umbrella/heart', number: 12 },
  ]);
  expect(ledger.noteText('1.1.0')).toBe(note);
  expect((await ledger.online()).said).toContain('nothing new');
});
