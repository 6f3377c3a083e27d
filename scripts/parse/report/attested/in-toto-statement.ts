import { z } from 'zod';
import { Fault } from '../../../../src/records/index.ts';
import type { JsonReport } from '../json/json.ts';
import { readJson } from '../json/json.ts';
import { beginningOf } from '../json/json-text.ts';
import type { ReportFile } from '../parsed-report.ts';
import { listOf } from '../report-values.ts';

/** The predicate's name; a later version may change what its fields mean. */
export const TEST_RESULT = 'https://in-toto.io/attestation/test-result/v0.1';

const SubjectSchema = z.looseObject({
  name: z.string().optional(),
  digest: z.record(z.string(), z.string()),
});

/** in-toto Statement v1 (or v0.1, which has the same fields) with a test result. Unknown fields are allowed to stand. */
const StatementSchema = z.looseObject({
  _type: z.string().regex(/^https:\/\/in-toto\.io\/Statement\/v(?:1|0\.1)$/, 'expected an in-toto statement'),
  subject: z.array(SubjectSchema).min(1, 'the statement has no subject'),
  predicateType: z.literal(TEST_RESULT),
  predicate: z.looseObject({
    result: z.enum(['PASSED', 'WARNED', 'FAILED']),
    passedTests: listOf(z.string()),
    warnedTests: listOf(z.string()),
    failedTests: listOf(z.string()),
  }),
});
export type Statement = z.infer<typeof StatementSchema>;

const EnvelopeSchema = z.looseObject({
  payloadType: z.literal('application/vnd.in-toto+json'),
  payload: z.string().regex(/^[\w+/-]+={0,2}$/, 'expected base64'),
  signatures: z.array(z.unknown()),
});

/** Sigstore's bundles hold the envelope in a field. */
const BundleSchema = z.looseObject({ dsseEnvelope: EnvelopeSchema });

const PAYLOAD = /"payload"\s*:\s*"([^"]*)/;

/** The beginning of the statement, taken out of its envelope where it has one. */
export function beginningOfStatement(file: ReportFile): string {
  const text = beginningOf(file, 1024 * 1024);
  const payload = PAYLOAD.exec(text)?.[1];
  return payload === undefined ? text : Buffer.from(payload.replaceAll('\\', ''), 'base64').toString('utf8');
}

/**
 * A statement as it stands, or out of a DSSE envelope. The envelope's signatures are not checked here: whoever filed
 * the report vouches for it.
 */
export function readStatement(file: ReportFile): JsonReport<Statement> {
  const text = beginningOf(file, 1024 * 1024);
  if (!PAYLOAD.test(text)) return readJson(file, StatementSchema);
  const { payload } = /"dsseEnvelope"\s*:/.test(text)
    ? readJson(file, BundleSchema).data.dsseEnvelope
    : readJson(file, EnvelopeSchema).data;
  return readPayload(file, payload);
}

/** Line and field of a fault are of the payload: the envelope holds it in one line. */
function readPayload(file: ReportFile, payload: string): JsonReport<Statement> {
  const name = `${file.name} (payload)`;
  if (payload.replace(/=+$/, '').length % 4 === 1)
    throw new Fault('the payload is cut off: it is no whole base64', {
      place: { file: file.name, field: 'payload' },
    });
  return readJson({ name, bytes: Buffer.from(payload, 'base64') }, StatementSchema);
}
