import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

const PRODUCT = `---
schema: 1
name: 'Core & <Co> "quoted" </script>'
summary: Keeps 100 % of <things>.
contributors: true
modules:
  - id: core
    name: Core
    repository: https://git.example.org/core/
  - id: ui
    name: Interface
features:
  - id: pools
    name: Pools
compatibility:
  - id: kubernetes
    name: Kubernetes
---

Words with <b>HTML</b>.
`;

const EMPTY_PRODUCT = '---\nschema: 1\nname: 版本\nmodules:\n  - id: new\n    name: New\n---\n';

/** A first release whose page has several parts. */
function longNote(): string {
  const ids = Array.from({ length: 700 }, (_, at) => `core-${at + 100}`);
  const entries = ids.map((id) => `  - id: ${id}\n    module: core\n    pullRequest: null\n    kind: fix`);
  const bullets = ids.map((id) => `- Mends ${id} {#${id}}`);
  return note('0.9.0', {
    previous: 'null',
    entries: entries.join('\n'),
    body: `## Fixed\n\n${bullets.join('\n')}`,
  });
}

const CANDIDATE = note('1.0.0-RC1', {
  previous: '"0.9.0"',
  more: 'foldedInto: 1.0.0+build.5',
  prerelease: true,
});

const WHOLE = note('1.0.0+build.5', {
  previous: '"0.9.0"',
  more: `descendsFrom: ["1.0.0-RC1"]
folds: ["1.0.0-RC1"]
features:
  pools: beta
compatibility:
  kubernetes: 1.30 – 1.33
contributors:
  - login: ayo
    first: true
known:
  - id: known-1
    module: core
    since: 0.9.0
    found: "2026-02-05"
    fixedBy: core-5
updates:
  - at: "2026-03-01T00:00:00+00:00"
    text: A <word> was wrong.`,
  entries: `  - id: core-1
    module: core
    pullRequest: 1
    kind: feat
    breaking: true
    feature: pools
    maturity: alpha
  - id: core-1.2
    module: ui
    pullRequest: 1
    kind: other
  - id: core-2
    module: core
    pullRequest: 2
    kind: security
    security:
      severity: critical
      since: 0.9.0
  - id: core-3
    module: core
    pullRequest: 3
    kind: feat
    removalIn: 2.0.0
  - id: core-4
    module: core
    pullRequest: null
    kind: fix
    alsoIn: ["0.9.0"]
    withdrawnIn: 1.0.1`,
  body: `Words before all, with a [link](https://example.org/?a=1&b=2).

## Action required

- Do \`this\` & that first {#core-1}

## Security

- Closes CVE-2026-12345 and GHSA-ab12-cd34-ef56 {#core-2}

## Added

- Interface of pools {#core-1.2}

## Deprecated

- The old way {#core-3}

## Fixed

- Two <i>things</i> at once {#core-4}

## Known issues

- Pools are slow {#known-1}

  Workaround: wait.

## Dependencies

- Bump x from 1.0 to 1.2
`,
});

const BACK = note('1.0.1', {
  previous: '"1.0.0+build.5"',
  more: 'withdrawn:\n  reason: Loses data.\n  use: 1.0.0+build.5',
  entries: '  - id: core-5\n    module: core\n    pullRequest: 5\n    kind: fix\n    removes: core-3',
  body: '## Removed\n\n- The old way {#core-5}\n',
});

function note(
  version: string,
  given: { previous: string; more?: string; entries?: string; body?: string; prerelease?: boolean },
): string {
  const { previous, more, entries, body = '', prerelease = false } = given;
  const lines = [
    ...['---', 'schema: 1', 'product: core', `version: "${version}"`, 'date: "2026-02-03T10:30:00+00:00"'],
    ...[`prerelease: ${prerelease}`, `previous: ${previous}`, ...(more === undefined ? [] : [more])],
    ...[entries === undefined ? 'entries: []' : `entries:\n${entries}`, '---', '', body],
  ];
  return lines.join('\n');
}

/** Writes a small ledger that says everything that notes may say, without an address of its site. */
export async function writeOddContent(folder: string): Promise<void> {
  const notes = {
    '0.9.0': longNote(),
    '1.0.0-RC1': CANDIDATE,
    '1.0.0+build.5': WHOLE,
    '1.0.1': BACK,
  };
  await mkdir(path.join(folder, 'products'), { recursive: true });
  await mkdir(path.join(folder, 'notes', 'core'), { recursive: true });
  await writeFile(path.join(folder, 'products', 'core.md'), PRODUCT);
  await writeFile(path.join(folder, 'products', 'new.md'), EMPTY_PRODUCT);
  for (const [version, text] of Object.entries(notes))
    await writeFile(path.join(folder, 'notes', 'core', `${version}.md`), text);
}
