import { type Document, isMap, isPair, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { Fault } from '../../../../src/records/index.ts';
import { reportText } from '../json/json-text.ts';
import type { ReportFile } from '../parsed-report.ts';

/** Far more than any chart describes itself with. */
const LARGEST = 1024 * 1024;

const TextSchema = z.string().default('');

const DependenciesSchema = z
  // An empty field is "" here.
  .preprocess(
    (list) => (list === '' ? [] : list),
    z.array(z.object({ name: z.string().min(1), version: TextSchema, repository: TextSchema })).optional(),
  );

/** `Chart.yaml` of Helm (helm.sh, "Charts"), as far as it is read. Old charts have no "apiVersion". */
export const ChartYamlSchema = z.object({
  apiVersion: z
    .enum(['v1', 'v2'], { error: ({ input }) => `apiVersion ${input} is neither v1 nor v2` })
    .default('v1'),
  name: z.string().min(1),
  version: z.string().min(1),
  appVersion: TextSchema,
  dependencies: DependenciesSchema,
});
export type ChartYaml = z.infer<typeof ChartYamlSchema>;

/** `Chart.lock`, `requirements.lock` and `requirements.yaml`: lists of dependencies. */
export const RequirementsSchema = z.object({ dependencies: DependenciesSchema });
export type Requirement = NonNullable<z.infer<typeof RequirementsSchema>['dependencies']>[number];

/**
 * Reads YAML 1.2 with every value as the text that stands there: as a number, the version 1.10 would be 1.1 and the
 * commit 0123456 would lose a digit. Throws a Fault with file, line and field.
 */
export function readChartYaml<Schema extends z.ZodType>(file: ReportFile, schema: Schema): z.infer<Schema> {
  if (file.bytes.length > LARGEST)
    throw new Fault(`has ${file.bytes.length} bytes: this is no chart's description`, {
      place: { file: file.name },
    });
  const lines = new LineCounter();
  const document = documentOf(reportText(file), lines, file.name);
  const parsed = schema.safeParse(plainValue(document, file.name));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const field = issue?.path ?? [];
  throw new Fault(issue?.message ?? 'not as expected', {
    place: { file: file.name, line: lines.linePos(offsetOf(document, field)).line, field: field.join('.') },
  });
}

function documentOf(text: string, lineCounter: LineCounter, file: string): Document {
  let document: Document;
  try {
    document = parseDocument(text, { version: '1.2', schema: 'failsafe', uniqueKeys: true, lineCounter });
  } catch (cause) {
    // Its parser calls itself for each level.
    throw new Fault('the YAML nests too deep', { place: { file }, cause });
  }
  const broken = document.errors[0];
  if (broken === undefined) return document;
  const what = broken.message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '') ?? 'it is broken';
  throw new Fault(`not YAML: ${what}`, { place: { file, line: broken.linePos?.[0].line ?? 1 } });
}

function plainValue(document: Document, file: string): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch (cause) {
    throw new Fault('the YAML has too many aliases', { place: { file, line: 1 }, cause });
  }
}

/** Where a field stands; where it is missing, what should hold it. */
function offsetOf({ contents }: Document, field: readonly PropertyKey[]): number {
  let node: unknown = contents;
  let offset = 0;
  for (const key of field) {
    const pair = isMap(node)
      ? node.items.find((item) => isScalar(item.key) && item.key.value === key)
      : undefined;
    const item = isSeq(node) ? node.items[Number(key)] : undefined;
    const next = pair?.key ?? item;
    if (!hasRange(next)) return offset;
    offset = next.range[0];
    node = isPair(pair) ? pair.value : item;
  }
  return offset;
}

function hasRange(node: unknown): node is { range: [number, number, number] } {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range);
}
