import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { z } from 'zod';
import { readMarkdown } from '../../../src/markdown/front-matter.ts';
import {
  AmendmentSchema,
  ChangeSchema,
  ChecklistSchema,
  DeploymentSchema,
  NoteSchema,
  OpeningSchema,
  PolicySchema,
  ProductSchema,
  RecoverySchema,
  ReleaseSchema,
  StageReportSchema,
  VoteSchema,
  WaiverSchema,
} from '../../../src/records/index.ts';
import { parseApplications } from '../../parse/deployments/argocd.ts';
import { parseHelmHistory } from '../../parse/deployments/helm-history.ts';
import { readTar } from '../../parse/report/chart/tar.ts';
import { READERS, readReport } from '../../parse/report/readers.ts';
import { parseDay } from '../../parse/slack/day.ts';
import { parseConversations, parseUsers } from '../../parse/slack/lists.ts';
import type { FuzzedParser } from './fuzz.ts';

/** The ledger that lies beside the sources: it has a file of every kind. */
const SAMPLE = fileURLToPath(new URL('../../../content', import.meta.url));
/** Larger ones take long, and show nothing more. */
const LARGEST = 4000;

const DAY = JSON.stringify([
  { type: 'message', ts: '1770112800.000100', user: 'U012QA', text: 'GO for 1.12.0', client_msg_id: 'a' },
  {
    ...{ type: 'message', subtype: 'bot_message', ts: '1770112900.000200', bot_id: 'B1', username: 'bot' },
    ...{ text: '', thread_ts: '1770112800.000100', edited: { user: 'U012QA', ts: '1770113000.000000' } },
    attachments: [{ text: 'a', fallback: 'b' }],
    blocks: [{ type: 'section', text: { type: 'mrkdwn', text: 'x' } }],
  },
]);
const USERS = JSON.stringify([
  {
    id: 'U012QA',
    name: 'qa',
    deleted: false,
    is_bot: false,
    profile: { real_name: 'Dana Ito', display_name: 'dana' },
  },
]);
const CHANNELS = JSON.stringify([{ id: 'C1', name: 'production', is_archived: false, members: ['U012QA'] }]);
const HELM = JSON.stringify([
  {
    revision: 1,
    updated: '2026-02-03T10:00:00.5Z',
    status: 'superseded',
    chart: 'core-1.1.0',
    app_version: '1.1.0',
    description: 'Install complete',
  },
  {
    revision: 2,
    updated: '2026-02-04T10:00:00.5Z',
    status: 'deployed',
    chart: 'core-1.0.0',
    app_version: '1.0.0',
    description: 'Rollback to 1',
  },
]);
const ARGO = JSON.stringify({
  ...{
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: { name: 'core', namespace: 'argocd' },
  },
  spec: { source: { repoURL: 'https://charts.example.org', chart: 'core', targetRevision: '1.2.0' } },
  status: {
    history: [
      {
        id: 1,
        revision: '1.1.0',
        source: { repoURL: 'https://charts.example.org', chart: 'core' },
        deployedAt: '2026-03-02T10:01:30Z',
      },
    ],
    operationState: {
      phase: 'Succeeded',
      startedAt: '2026-03-02T10:00:00Z',
      operation: { sync: { revision: '1.1.0' } },
    },
    summary: { images: ['example.org/core:1.1.0@sha256:5c'] },
  },
});

/** What reads files of other tools, and the ledger's own records. */
export function fileParsers(): FuzzedParser[] {
  return [
    ...reportParsers(),
    ...recordParsers(),
    ofFile('Slack: days', [DAY], parseDay),
    ofFile('Slack: users', [USERS], parseUsers),
    ofFile('Slack: channels', [CHANNELS], parseConversations),
    ofFile('helm history', [HELM, 'REVISION\tUPDATED\n'], parseHelmHistory),
    ofFile('Argo CD', [ARGO], parseApplications),
    { name: 'archives', samples: [tarSample()], parse: (bytes) => readTar(bytes, 'a.tar') },
  ];
}

function ofFile(
  name: string,
  samples: readonly string[],
  parse: (file: { name: string; bytes: Uint8Array }) => unknown,
): FuzzedParser {
  const bytes = samples.map((sample) => Buffer.from(sample));
  return { name, samples: bytes, parse: (given) => parse({ name: 'given.json', bytes: given }) };
}

/** For each format the smallest reports of the sample ledger that it recognises. */
function reportParsers(): FuzzedParser[] {
  const evidence = smallFiles(/\/evidence\//);
  const charts = [{ file: 'chart.tgz', bytes: new Uint8Array(gzipSync(tarSample())) }];
  return READERS.map((reader) => {
    const known = [...evidence, ...charts].filter(({ file, bytes }) =>
      reader.recognises({ name: file, bytes }),
    );
    const samples = known.slice(0, 3).map(({ bytes }) => bytes);
    return {
      name: `reports: ${reader.format}`,
      samples:
        samples.length > 0
          ? samples
          : [Buffer.from('{"Version": "0.68.1", "VulnerabilityDB": {"UpdatedAt": "2026-02-03T06:00:00Z"}}')],
      parse: (bytes) => readReport({ name: 'report', bytes }),
    };
  });
}

function recordParsers(): FuzzedParser[] {
  const kinds: [string, RegExp, z.ZodType][] = [
    ['policies', /\/policy\.md$/, PolicySchema],
    ['products', /^products\//, ProductSchema],
    ['notes', /^notes\//, NoteSchema],
    ['releases', /\/release\.md$/, ReleaseSchema],
    ['changes', /\/changes\//, ChangeSchema],
    ['votes', /\/votes\//, VoteSchema],
    ['stage reports', /\/stages\//, StageReportSchema],
    ['openings', /\/opening\.md$/, OpeningSchema],
    ['recoveries', /\/recovery\.md$/, RecoverySchema],
    ['checklists', /\/checklists\//, ChecklistSchema],
    ['waivers', /\/waivers\//, WaiverSchema],
    ['deployments', /\/deployments\/.*\.md$/, DeploymentSchema],
    ['amendments', /\/amendments\//, AmendmentSchema],
  ];
  return kinds.map(([kind, pattern, schema]) => {
    const found = smallFiles(pattern).slice(0, 3);
    return {
      name: `records: ${kind}`,
      samples: [
        ...found.map(({ bytes }) => bytes),
        Buffer.from('---\nschema: 1\nproduct: core\n---\nText.\n'),
      ],
      parse: (bytes) => readMarkdown(Buffer.from(bytes).toString('utf8'), schema, 'record.md'),
    };
  });
}

/** Files of the sample ledger that are small, the smallest first. */
function smallFiles(pattern: RegExp): { file: string; bytes: Uint8Array }[] {
  const names = readdirSync(SAMPLE, { recursive: true, encoding: 'utf8' }).filter((name) =>
    pattern.test(name),
  );
  const sized = names.map((name) => ({ name, size: statSync(path.join(SAMPLE, name)).size }));
  return sized
    .filter(({ name, size }) => size < LARGEST && /\.[a-z]+$/.test(name))
    .sort((a, b) => a.size - b.size || (a.name < b.name ? -1 : 1))
    .slice(0, 300)
    .map(({ name }) => ({ file: name, bytes: readFileSync(path.join(SAMPLE, name)) }));
}

/** An archive of one small chart, by the format of POSIX. */
function tarSample(): Uint8Array {
  const text = Buffer.from('apiVersion: v2\nname: core\nversion: 1.2.0\n');
  const head = Buffer.alloc(512);
  head.write('core/Chart.yaml', 0);
  head.write('0000644\x000000000\x000000000\0', 100);
  head.write(`${text.length.toString(8).padStart(11, '0')}\x0000000000000\0        0`, 124);
  head.write('ustar\x0000', 257);
  const sum = head.reduce((total, byte) => total + byte, 0);
  head.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return Buffer.concat([head, text, Buffer.alloc(512 - text.length), Buffer.alloc(1024)]);
}
