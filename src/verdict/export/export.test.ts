import { expect, test } from 'vitest';
import { z } from 'zod';
import { recoveryPlan } from '../controls/recovery-plan.ts';
import { versionBump } from '../controls/version-bump.ts';
import {
  API,
  allReports,
  COMMITS,
  DIGESTS,
  digestOf,
  dossier,
  LEAD,
  report,
  vote,
} from '../testing/index.ts';
import { judge } from '../verdict.ts';
import { attestationOf, type ExportSource, OWN, statementText } from './statement.ts';
import { exportRelease } from './statements.ts';
import { STAGE_FIELD, testResult } from './test-result.ts';
import { VOTE_TYPE, voteStatement } from './vote.ts';
import { VERDICT_FIELD, verdictStatement } from './vsa.ts';

const SOURCE: ExportSource = {
  verifier: 'https://releases.example.org/verifier',
  content: 'git+https://git.example.org/ledger.git#content',
  statements: 'https://releases.example.org/lantern/1.4.0',
};

// The required fields, as the specifications word them; further fields are allowed where their names are URIs.
const TimestampSchema = z.iso.datetime({ offset: false });
const DigestSetSchema = z
  .partialRecord(z.enum(['sha256', 'gitCommit']), z.string().regex(/^[0-9a-f]{40,64}$/))
  .refine((digests) => Object.keys(digests).length > 0);
const ResourceSchema = z
  .strictObject({
    name: z.string().optional(),
    uri: z.url().optional(),
    digest: DigestSetSchema.optional(),
    mediaType: z.string().optional(),
  })
  .refine(({ uri, digest }) => uri !== undefined || digest !== undefined);
const statementSchema = <Predicate extends z.ZodType>(predicateType: string, predicate: Predicate) =>
  z.strictObject({
    _type: z.literal('https://in-toto.io/Statement/v1'),
    subject: z.array(ResourceSchema.refine(({ digest }) => digest !== undefined)).min(1),
    predicateType: z.literal(predicateType),
    predicate,
  });
const VsaSchema = statementSchema(
  'https://slsa.dev/verification_summary/v1',
  z.strictObject({
    verifier: z.strictObject({ id: z.url() }),
    timeVerified: TimestampSchema,
    resourceUri: z.string().regex(/^pkg:generic\/\S+@\S+$/),
    policy: ResourceSchema.refine(({ uri }) => uri !== undefined),
    inputAttestations: z.array(ResourceSchema.refine(({ digest }) => digest !== undefined)).optional(),
    verificationResult: z.enum(['PASSED', 'FAILED']),
    verifiedLevels: z.array(z.string().regex(/^(?!SLSA_)/)),
    [VERDICT_FIELD]: z.looseObject({
      verdict: z.string(),
      controls: z.array(z.looseObject({ id: z.string() })),
    }),
  }),
);
const TestResultSchema = statementSchema(
  'https://in-toto.io/attestation/test-result/v0.1',
  z.strictObject({
    result: z.enum(['PASSED', 'WARNED', 'FAILED']),
    configuration: z.array(ResourceSchema),
    url: z.url().optional(),
    passedTests: z.array(z.string()),
    warnedTests: z.array(z.string()),
    failedTests: z.array(z.string()),
    [STAGE_FIELD]: z.looseObject({ stage: z.string(), ranAt: TimestampSchema, record: z.url() }),
  }),
);
const VoteStatementSchema = statementSchema(
  VOTE_TYPE,
  z.looseObject({
    decision: z.enum(['go', 'no-go', 'veto', 'abstain']),
    role: z.string(),
    person: z.string(),
    castAt: TimestampSchema,
    argument: z.string(),
    record: z.url(),
    policy: ResourceSchema,
  }),
);

const POLICY = {
  name: 'policy',
  uri: `${SOURCE.content}/ledger/lantern/policy.md`,
  digest: { sha256: '90'.repeat(32) },
};

test('a blessed release is a passed summary of its commits and digests, and claims no level', () => {
  const judged = dossier();
  const verdict = judge(judged, [versionBump]);
  const statement = VsaSchema.parse(verdictStatement(judged, verdict, SOURCE));
  expect(statement.subject).toEqual([
    { name: 'lantern', digest: { gitCommit: COMMITS.release } },
    { name: `lantern@${DIGESTS.lead}`, digest: { sha256: 'a1'.repeat(32) } },
    { name: 'lantern-api', digest: { gitCommit: COMMITS.api } },
    { name: `lantern-api@${DIGESTS.api}`, digest: { sha256: 'b1'.repeat(32) } },
    { name: 'lantern-web', digest: { gitCommit: COMMITS.web } },
  ]);
  expect(statement.predicate).toMatchObject({
    verifier: { id: SOURCE.verifier },
    timeVerified: '2026-02-04T06:00:00Z',
    resourceUri: 'pkg:generic/lantern@1.4.0',
    policy: POLICY,
    verificationResult: 'PASSED',
    verifiedLevels: [],
    [VERDICT_FIELD]: { verdict: 'blessed', controls: [{ id: 'version-bump', result: 'pass' }] },
  });
});

test('what is unproven has not passed, and the third word is kept', () => {
  const judged = dossier({ recovery: null });
  const statement = VsaSchema.parse(verdictStatement(judged, judge(judged, [recoveryPlan]), SOURCE));
  expect(statement.predicate).toMatchObject({
    verificationResult: 'FAILED',
    verifiedLevels: ['FAILED'],
    [VERDICT_FIELD]: { verdict: 'unproven', controls: [{ id: 'recovery-plan', result: 'unproven' }] },
  });
});

test('a report is a test result of what it ran on, with the policy pinned', () => {
  const [passed] = allReports();
  const statement = TestResultSchema.parse(passed && testResult(passed, dossier(), SOURCE));
  expect(statement.subject).toEqual([
    { name: 'lantern', digest: { gitCommit: COMMITS.release } },
    { name: `lantern@${DIGESTS.lead}`, digest: { sha256: 'a1'.repeat(32) } },
  ]);
  expect(statement.predicate).toMatchObject({
    result: 'PASSED',
    configuration: [POLICY],
    [STAGE_FIELD]: { stage: 'build', module: 'lantern', ranAt: '2026-02-03T06:00:00Z' },
  });
});

test('steps and limits are tests by name; what does not say clearly has not passed', () => {
  const load = report('load', LEAD, {
    result: 'unproven',
    measured: {
      steps: [
        { name: 'ramp up', result: 'passed' },
        { name: 'soak', result: 'running' },
        { name: 'tear down', result: 'skipped' },
      ],
      thresholds: [
        { metric: 'latency', limit: 'p(95)<500', met: true },
        { metric: 'errors', limit: 'rate<0.01', met: null },
      ],
    },
  });
  expect(testResult(load, dossier(), SOURCE)?.predicate).toMatchObject({
    result: 'FAILED',
    passedTests: ['ramp up', 'latency p(95)<500'],
    failedTests: ['soak', 'errors rate<0.01'],
    [STAGE_FIELD]: { result: 'unproven' },
  });
});

test('a vote is a statement on what it is bound to, with its argument and the policy pinned', () => {
  const cast = vote('module-lead', 'bo-lind', { module: API, commit: COMMITS.api });
  const statement = VoteStatementSchema.parse(voteStatement(cast, dossier(), SOURCE));
  expect(statement).toMatchObject({
    subject: [{ name: 'lantern-api', digest: { gitCommit: COMMITS.api } }],
    predicate: {
      decision: 'go',
      argument: 'The numbers are good.',
      castAt: '2026-02-03T10:00:00Z',
      policy: POLICY,
    },
  });
  const digest = vote('qa', 'dana-ito', { commit: undefined, digest: digestOf('a1') });
  expect(voteStatement(digest, dossier(), SOURCE)?.subject).toEqual([
    { name: `lantern@${digestOf('a1')}`, digest: { sha256: 'a1'.repeat(32) } },
  ]);
});

test('all of a release: what binds nothing is named, and the summary pins all the rest', () => {
  const unbound = vote('sre', 'cyra-osei', { commit: undefined });
  const judged = dossier({ votes: [unbound, vote('qa', 'dana-ito')] });
  const exported = exportRelease(judged, judge(judged, [versionBump]), SOURCE);
  expect(exported.unbound).toEqual([unbound.path]);
  expect(exported.evidence).toHaveLength(judged.stages.length + 1);
  const summary = VsaSchema.parse(exported.summary?.statement);
  expect(summary.predicate.inputAttestations).toEqual(
    exported.evidence.map(({ file, statement }) => attestationOf(`${SOURCE.statements}/${file}`, statement)),
  );
});

test('the same dossier gives the same bytes, in whatever order its records were read', () => {
  const judged = dossier();
  const turned = { ...judged, stages: judged.stages.toReversed(), votes: judged.votes.toReversed() };
  const bytes = (one: typeof judged): string[] => {
    const { evidence, summary } = exportRelease(one, judge(one, [versionBump]), SOURCE);
    return [...evidence, summary].map((each) => (each === null ? '' : statementText(each.statement)));
  };
  expect(bytes(turned)).toEqual(bytes(judged));
});

test('a release that names nothing is no subject', () => {
  const judged = dossier({ release: null, opening: null, stages: [], votes: [] });
  expect(exportRelease(judged, judge(judged, [versionBump]), SOURCE).summary).toBeNull();
});

test('our own names are under a domain that nobody can own', () => {
  expect(new URL(OWN).hostname).toMatch(/\.example$/);
});
