import { describe, expect, test } from 'vitest';
import {
  API,
  allReports,
  allVotes,
  at,
  COMMITS,
  checklist,
  DIGESTS,
  dossier,
  EMERGENCY,
  note,
  opening,
  POLICY,
  policy,
  rosterEntry,
  vote,
  waiver,
} from '../../../src/verdict/testing/index.ts';
import { callText } from './call-text.ts';

/** The morning of the release, nobody has voted. */
const MORNING = at('05:00');

function part(text: string, title: string): string {
  const found = text.split('\n\n').find((paragraph) => paragraph.startsWith(title));
  if (found === undefined) throw new Error(`no paragraph "${title}" in\n${text}`);
  return found;
}

function morning(more: Parameters<typeof dossier>[0] = {}): string {
  return callText(dossier({ votes: [], now: MORNING, ...more }));
}

describe('what is in it', () => {
  test('the entries of the note by section, their marks taken off', () => {
    const body =
      '## Added\n\n- **More** `light` {#lantern-11}\n\n## Fixed\n\n- One {#lantern-api-21}\n- Two {#lantern-api-22}\n';
    const told = part(morning({ note: { ...note(), body } }), 'What is in it');
    expect(told).toContain('3 entries (1 added, 2 fixed)');
    expect(told).toContain('      More light (lantern-11)');
  });

  test('a long section is shortened', () => {
    const bullets = Array.from({ length: 30 }, (_, index) => `- Entry ${index}\n`).join('');
    const told = part(morning({ note: { ...note(), body: `## Fixed\n\n${bullets}` } }), 'What is in it');
    expect(told).toContain('Entry 5');
    expect(told).not.toContain('Entry 6');
    expect(told).toContain('and 24 more');
  });

  test('before there is a tag, what was approved', () => {
    const told = morning({ release: null, note: null, changes: [], fates: [] });
    expect(part(told, 'What is to be in it')).toContain('3 approved changes\n  - lantern-11');
  });

  test('where nobody knows yet, that', () => {
    const { scope: _, ...data } = opening().data;
    const told = morning({ release: null, note: null, fates: [], opening: { ...opening(), data } });
    expect(told).toContain('What is in it: nobody wrote it yet');
  });
});

describe('what the controls say', () => {
  test('those that fail come first, with reasons; those that pass are counted', () => {
    const waivers = [waiver('freeze')];
    const told = part(
      morning({ checklists: [checklist('sre', '- [ ] The dashboards are open\n')], waivers }),
      'What the gates',
    );
    expect(told).toMatch(/not blessed \(1 fail, 2 unproven, \d+ pass\)/);
    expect(told).toContain('✗ checklists: fail\n      sre: not ticked: "The dashboards are open"');
    expect(told.indexOf('✗')).toBeLessThan(told.indexOf('?'));
    expect(told).not.toContain('blessed-only');
  });

  test('who answers for what is waived is named', () => {
    const told = morning({ recovery: null, waivers: [waiver('recovery-plan', { at: at('04:00') })] });
    expect(told).toContain('○ recovery-plan: waived\n      waived by emil-novak');
    expect(told).not.toContain('- recovery plan');
  });
});

describe('who still owes what', () => {
  test('people who hold the roles on that day are named', () => {
    const told = part(morning(), 'Who still owes what');
    expect(told).toContain('GO of Module lead for lantern: asha-rao');
    expect(told).toContain('GO of Module lead for lantern-api: bo-lind');
    expect(told).toContain('GO of QA: dana-ito');
    expect(told).not.toContain('fen-wu');
  });

  test('whoever is not in office on that day is not asked', () => {
    const people = (POLICY.roster ?? []).filter(({ person }) => person !== 'dana-ito');
    const roster = [
      ...people,
      rosterEntry('dana-ito', [{ role: 'qa', from: '2025-01-01', until: '2026-02-02' }]),
      rosterEntry('ivo-marek', [{ role: 'qa', from: '2026-02-03' }]),
    ];
    expect(morning({ policy: policy({ roster }) })).toContain('GO of QA: ivo-marek\n');
    expect(morning({ policy: policy({ roster: [...people, rosterEntry('dana-ito')] }) })).toContain(
      'GO of QA\n      nobody else of the roster is QA on 2026-02-03',
    );
  });

  test('votes that are there are not asked for; one that does not count is, and says why', () => {
    const votes = [...allVotes().slice(0, 4), vote('management', 'emil-novak', { commit: COMMITS.other })];
    const told = part(callText(dossier({ votes, now: at('10:15') })), 'Who still owes what');
    expect(told).toBe('Who still owes what\n  - GO of Management: emil-novak (their GO is stale)');
    const against = [...allVotes().slice(0, 4), vote('management', 'emil-novak', { decision: 'no-go' })];
    expect(callText(dossier({ votes: against, now: at('10:15') }))).toContain('emil-novak (said NO-GO)');
  });

  test('stages by module, checklists and the plan', () => {
    const stages = allReports().filter(({ data }) => data.module !== API || data.stage === 'build');
    const told = part(morning({ stages, checklists: [], recovery: null }), 'Who still owes what');
    expect(told).toContain(
      'stages of lantern-api\n      3a Unit tests and coverage\n      3b Static analysis of the container\n      4 Push image',
    );
    expect(told).not.toContain('stages of lantern\n');
    expect(told).toContain(
      'checklist of SRE: 2 items not ticked: cyra-osei\n      The release branch is cut',
    );
    expect(told).toContain('recovery plan\n      nobody wrote a recovery plan for 1.4.0');
  });

  test('when all is there, nobody is asked for anything', () => {
    expect(callText(dossier({ now: at('10:15') }))).toContain('Nobody owes anything more');
  });
});

describe('what is voted on', () => {
  test('commits and digests in full', () => {
    const told = part(morning(), 'Vote on');
    for (const word of [COMMITS.release, COMMITS.api, DIGESTS.lead, DIGESTS.api])
      expect(told).toContain(word);
    expect(told).toContain('lantern 1.4.0, for votes on the whole release');
    expect(told).not.toContain(COMMITS.web);
  });

  test('a commit that nobody named is asked for', () => {
    const told = part(morning({ release: null, stages: [] }), 'Vote on');
    expect(told).toContain('its commit is not known yet');
  });
});

describe('the times', () => {
  test.each([
    ['Asia/Kolkata', 'Decision at 16:00, release at 17:00 on Tue 2026-02-03 (Asia/Kolkata).'],
    ['America/New_York', 'Decision at 16:00, release at 17:00 on Tue 2026-02-03 (America/New_York).'],
  ])('are those of the product: %s', (timeZone, line) => {
    const due = timeZone === 'Asia/Kolkata' ? at('11:30') : at('22:00');
    const told = morning({ policy: policy({ timeZone }), release: null, opening: opening({ due }) });
    expect(told).toContain(`GO / NO-GO: lantern 1.4.0\n\n${line}\n`);
  });

  test('after the decision it is said that it is too late', () => {
    expect(morning({ now: at('10:31') })).toContain('The time to vote is over');
  });

  test('an emergency says so', () => {
    const told = morning({ opening: opening({ emergency: EMERGENCY }), now: at('13:00') });
    expect(told).toMatch(/^EMERGENCY, GO \/ NO-GO: lantern 1\.4\.0\n\nFor INC-77, declared by cyra-osei\./);
    expect(told).toContain('they may come until Thu 2026-02-05 17:00 (Asia/Kolkata)');
  });

  test('without a day or a cadence there is still a request', () => {
    const { due: _, ...data } = opening().data;
    const undated = { release: null, opening: { ...opening(), data } };
    expect(morning(undated)).toContain(
      'The day is not set yet; decision at 16:00, release at 17:00 (Asia/Kolkata).',
    );
    expect(morning({ ...undated, policy: policy({ cadence: {} }) })).toContain('no time is set');
  });
});

test('it is said how to answer', () => {
  const told = part(morning(), 'How to answer');
  expect(told).toContain('Reply in this thread: "GO because …" or "NO-GO because …".');
  expect(told).toContain('"GO as Management because …", "GO for lantern-api because …"');
});

test('a title cannot call the channel', () => {
  const body = '## Fixed\n\n- Wake @channel and <!here>\n  now {#lantern-11}\n';
  expect(morning({ note: { ...note(), body } })).not.toMatch(/@channel|<!here/);
});
