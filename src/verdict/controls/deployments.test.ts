import { describe, expect, test } from 'vitest';
import type { DeploymentInput, PolicyInput } from '../../records/index.ts';
import type { Dossier } from '../dossier.ts';
import {
  API,
  allReports,
  allVotes,
  at,
  DEPLOYED,
  DIGESTS,
  deployment,
  dossier,
  ENVIRONMENTS,
  LEAD,
  NOW,
  POLICY,
  policy,
  report,
  WEB,
} from '../testing/index.ts';
import { judge } from '../verdict.ts';
import { blessedOnly } from './blessed-only.ts';
import { deployOrder } from './deploy-order.ts';

function deployed(deployments: Partial<DeploymentInput>[], more: Partial<Dossier> = {}): Dossier {
  return dossier({
    policy: policy({ environments: ENVIRONMENTS }),
    deployments: deployments.map(deployment),
    ...more,
  });
}

function textsOf(control: typeof blessedOnly, subject: Dossier): string {
  return control
    .examine(subject)
    .reasons.map(({ text }) => text)
    .join('\n');
}

describe.each([blessedOnly, deployOrder])('$id without a deployment that matters', (control) => {
  test.each([
    ['nothing', [], 'no deployment of 1.4.0 is recorded'],
    [
      'staging only',
      [{ environment: 'staging' }],
      '1.4.0 was deployed only where other releases may run as well',
    ],
    ['another release', [{ version: '1.3.2' }], 'no deployment of 1.4.0 is recorded'],
  ])('%s: unproven, and the blessing stands', (_, deployments, text) => {
    const subject = deployed(deployments);
    expect(control.examine(subject).result).toBe('unproven');
    expect(textsOf(control, subject)).toContain(text);
    expect(judge(subject).verdict).toBe('blessed');
  });
});

describe('only what is blessed runs', () => {
  test('images that were tested, of a release that was blessed by then', () => {
    const subject = deployed([{}]);
    expect(blessedOnly.examine(subject)).toMatchObject({ result: 'pass' });
    expect(textsOf(blessedOnly, subject)).toContain(
      'production since 2026-02-03T11:45:00+00:00: was blessed by then',
    );
    expect(judge(subject).verdict).toBe('blessed');
  });

  test('a deployment before the votes fails, though it is blessed as known now', () => {
    const subject = deployed([{ at: at('09:00') }]);
    expect(blessedOnly.examine(subject).result).toBe('fail');
    expect(textsOf(blessedOnly, subject)).toMatch(
      /was not blessed when it was deployed \(.*approvals was unproven.*\); as known now it would be/,
    );
    expect(judge(subject).verdict).toBe('not-blessed');
  });

  test('reports that were filed afterwards do not count', () => {
    const late = allReports().map((each) => ({ ...each, data: { ...each.data, filedAt: at('12:00') } }));
    expect(blessedOnly.examine(deployed([{}], { stages: late })).result).toBe('fail');
  });

  test('a vote that was edited afterwards had not been then', () => {
    const votes = allVotes().map((each) => ({ ...each, data: { ...each.data, editedAt: at('13:00') } }));
    const subject = deployed([{}], { votes });
    expect(textsOf(blessedOnly, subject)).toContain('was blessed by then');
    expect(judge(subject).verdict).not.toBe('blessed');
  });

  test('a release that was withdrawn afterwards was blessed when it was deployed, and again is not', () => {
    const base = dossier();
    const note = base.note && {
      ...base.note,
      data: { ...base.note.data, withdrawn: { reason: 'The light went out.', at: at('13:00') } },
    };
    expect(blessedOnly.examine(deployed([{}], { note })).result).toBe('pass');
    expect(textsOf(blessedOnly, deployed([{ at: at('14:00') }], { note }))).toContain('notes-ready failed');
  });

  test.each([
    [
      'another image',
      [{ ...DEPLOYED[0], digest: DIGESTS.other }, DEPLOYED[1]],
      'fail',
      'is not the image that was tested',
    ],
    [
      'no image',
      [{ id: LEAD, version: '1.4.0' }, DEPLOYED[1]],
      'unproven',
      `which image of ${LEAD} runs is not recorded`,
    ],
    [
      'another version',
      [DEPLOYED[0], { id: API, version: '1.3.9' }],
      'fail',
      `runs ${API} 1.3.9, and the release holds`,
    ],
    [
      'a stranger',
      [...DEPLOYED, { id: 'mirror', version: '1.0.0' }],
      'fail',
      'which is no module of the release',
    ],
  ])('%s', (_, modules, result, text) => {
    const subject = deployed([{ modules: modules as DeploymentInput['modules'] }]);
    expect(blessedOnly.examine(subject).result).toBe(result);
    expect(textsOf(blessedOnly, subject)).toContain(text);
  });

  test('an image that no report names proves nothing', () => {
    const stages = [report('integration', null)];
    expect(textsOf(blessedOnly, deployed([{}], { stages }))).toContain('and no report names an image of');
  });

  test('an environment that the policy has forgotten is held to the rule', () => {
    const subject = deployed([{ environment: 'old-production', at: at('09:00') }]);
    expect(blessedOnly.examine(subject).result).toBe('fail');
  });
});

describe('what depends on something else comes after it', () => {
  const modules = (needs: NonNullable<PolicyInput['modules'][number]['dependsOn']>) =>
    POLICY.modules.map((module) => (module.id === WEB ? { ...module, dependsOn: needs } : module));
  const ordered = (
    needs: Parameters<typeof modules>[0],
    deployments: Partial<DeploymentInput>[],
  ): Dossier => ({
    ...deployed(deployments),
    policy: policy({ environments: ENVIRONMENTS, modules: modules(needs) }),
  });

  test('nothing depends on anything', () => {
    expect(textsOf(deployOrder, deployed([{}]))).toContain('no module depends on another');
  });

  test('what it needs is there', () => {
    expect(deployOrder.examine(ordered([{ module: API, atLeast: '1.4.0' }], [{}])).result).toBe('pass');
  });

  test('what it needs is not there', () => {
    const subject = ordered([{ module: API, atLeast: '1.5.0' }], [{}]);
    expect(deployOrder.examine(subject).result).toBe('fail');
    expect(textsOf(deployOrder, subject)).toContain(`${WEB} 1.3.1 needs ${API} 1.5.0 or later`);
  });

  test('part by part, in the order of the dependencies', () => {
    const part = (id: string, time: string): Partial<DeploymentInput> => ({
      part: true,
      at: at(time),
      modules: DEPLOYED.filter((module) => module.id === id),
    });
    const before = {
      version: '1.3.2',
      at: at('08:00'),
      modules: [
        { id: API, version: '1.3.0' },
        { id: WEB, version: '1.3.0' },
      ],
    };
    const needs = [{ module: API }];
    expect(deployOrder.examine(ordered(needs, [before, part(API, '11:45'), part(WEB, '11:50')])).result).toBe(
      'pass',
    );
    expect(deployOrder.examine(ordered(needs, [before, part(WEB, '11:45'), part(API, '11:50')])).result).toBe(
      'fail',
    );
  });
});

test('the dossier of a release is judged at its own moment', () => {
  expect(judge(deployed([{}], { now: NOW })).controls.map(({ id }) => id)).toContain('deploy-order');
});
