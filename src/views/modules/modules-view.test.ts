import { describe, expect, test } from 'vitest';
import { deployed, moment, timelineOf } from '../../history/delivery/testing/deployments.ts';
import { EnvironmentSchema, type Policy, PolicySchema } from '../../records/index.ts';
import { MODULES } from '../module-texts.ts';
import { modulesView } from './modules-view.ts';
import type { EnvironmentRecord } from './running-environments.ts';

type Needs = { module: string; atLeast?: string; since?: string }[];

/** A policy of modules and what they need. */
function policy(modules: Record<string, Needs>): Policy {
  return PolicySchema.parse({
    schema: 1,
    product: 'lantern',
    modules: Object.entries(modules).map(([id, dependsOn]) => ({
      ...{ id, repository: `../${id}.git`, tags: ['v{version}', '{version}'] },
      ...(dependsOn.length > 0 && { dependsOn }),
    })),
  });
}

const LANTERN = policy({
  web: [{ module: 'api' }, { module: 'api', atLeast: '0.36.0', since: '0.23.1' }],
  api: [],
  agent: [{ module: 'api' }, { module: 'web' }],
});

function running(version: string, production = true): EnvironmentRecord {
  return {
    environment: EnvironmentSchema.parse({ id: 'live', name: 'Live', production }),
    timeline: timelineOf(deployed(version, '2026-03-02T10:00')),
  };
}

function view(of: Policy, environments: EnvironmentRecord[] = []) {
  return modulesView({ policy: of, environments, now: moment('2026-03-03T10:00') });
}

describe('the order of modules', () => {
  test('is told step by step, with each requirement in words', () => {
    const { lead, steps } = view(LANTERN);
    expect(lead).toBe(MODULES.ordered(3, 3));
    expect(steps.map(({ modules }) => modules.map(({ id }) => id))).toEqual([['api'], ['web'], ['agent']]);
    expect(steps.flatMap(({ modules }) => modules.map(({ sentences }) => sentences))).toEqual([
      ['It needs no other module.', 'Needed by web, agent.'],
      ['web needs api.', 'web needs api 0.36.0 or later from 0.23.1 on.', 'Needed by agent.'],
      ['agent needs api.', 'agent needs web.'],
    ]);
  });

  test('is none for one module, and for modules that need nothing', () => {
    expect(view(policy({ api: [] }))).toMatchObject({ lead: MODULES.one, graph: null, steps: [] });
    expect(view(policy({ api: [], web: [] }))).toMatchObject({ lead: MODULES.apart(2), graph: null });
  });
});

describe('the drawing', () => {
  test('has an arrow for each module that another needs, once', () => {
    const { graph, legend } = view(LANTERN, [running('1.2')]);
    expect(graph?.arrows).toHaveLength(3);
    expect(graph?.steps.map(({ text }) => text)).toEqual(['Step 1', 'Step 2', 'Step 3']);
    expect(graph?.boxes.map(({ module, detail }) => [module, detail])).toEqual([
      ...[
        ['api', '1.2'],
        ['web', '1.2'],
        ['agent', null],
      ],
    ]);
    expect(legend).toContain(MODULES.runs('Live'));
  });

  test('keeps boxes apart, and arrows out of the boxes that they pass', () => {
    const { graph } = view(LANTERN);
    const [api, web, agent] = graph?.boxes ?? [];
    if (api === undefined || web === undefined || agent === undefined) throw new Error('three boxes');
    expect(web.x).toBeGreaterThan(api.x + api.width);
    expect(agent.x).toBeGreaterThan(web.x + web.width);
    const long = graph?.arrows.find((path) => path.includes('H'));
    const [, height = '0'] = /(\S+)H/.exec(long ?? '') ?? [];
    const isAbove = Number(height) < web.y;
    expect(isAbove || Number(height) > web.y + web.height).toBe(true);
  });

  test('has room for long names', () => {
    const id = 'a-module-whose-name-is-longer-than-those-of-others';
    const { graph, isWide } = view(policy({ api: [], [id]: [{ module: 'api' }] }));
    expect(graph?.boxes[1]?.width).toBeGreaterThan(id.length * 8);
    expect(isWide).toBe(true);
  });
});

describe('what runs', () => {
  test('stands in a table, by environment', () => {
    const table = view(LANTERN, [running('1.2')]).running;
    expect(table?.columns.map(({ text }) => text)).toEqual(['Module', 'Live']);
    expect(table?.rows.map(([, cell]) => cell?.[0])).toEqual([
      ...[
        { is: 'text', text: '1.2' },
        { is: 'text', text: '1.2' },
        { is: 'text', text: '–' },
      ],
    ]);
    expect(view(LANTERN).running).toBeNull();
  });

  test('is loud where it lacks something that it needs', () => {
    expect(view(LANTERN, [running('0.30.0')]).unmet).toEqual([
      'In Live, web 0.30.0 needs api 0.36.0 or later, and 0.30.0 is there.',
    ]);
    expect(view(LANTERN, [running('0.36.0')]).unmet).toEqual([]);
  });
});
