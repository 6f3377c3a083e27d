import { mkdtempSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { useWorkspace } from '../testing/workspace.ts';
import type { Finding } from './finding.ts';
import { canBeTyped } from './testing/can-be-typed.ts';
import { checkLedger } from './testing/check-ledger.ts';
import { POLICY_CASES } from './testing/policy-cases.ts';
import { RECORD_CASES } from './testing/record-cases.ts';
import { SOUND } from './testing/sound-ledger.ts';
import { type Tree, writeTree } from './testing/tree.ts';

const space = useWorkspace();

async function findings(changed: Tree): Promise<Finding[]> {
  const content = path.join(mkdtempSync(path.join(space.root, 'case-')), 'content');
  writeTree(content, { ...SOUND, ...changed });
  return checkLedger(content);
}

test('a ledger in which nothing is amiss has no finding but its repository that is not there', async () => {
  expect((await findings({})).map(({ id }) => id)).toEqual(['repository-missing']);
});

describe.each([...POLICY_CASES, ...RECORD_CASES])('$id: $says', ({ id, severity, says, line, ...trees }) => {
  test('is found, and what mends it can be typed', async () => {
    const found = (await findings(trees.with)).filter((each) => each.id === id);
    const meant = found.find((each) => each.says.includes(says));
    expect(found.map((each) => each.says)).toEqual(expect.arrayContaining([expect.stringContaining(says)]));
    if (severity !== undefined) expect(meant?.severity).toBe(severity);
    if (line !== undefined) expect(meant?.place?.line).toBe(line);
    for (const { mend } of found) await canBeTyped(mend);
  });

  test('is not found where it is not so', async () => {
    expect((await findings(trees.without ?? {})).filter((each) => each.id === id)).toEqual([]);
  });
});
