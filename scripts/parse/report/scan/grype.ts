import { z } from 'zod';
import type { Image, Vulnerability } from '../../../../src/records/index.ts';
import { readJson } from '../json/json.ts';
import { outlineOf } from '../json/json-outline.ts';
import type { ParsedReport, ReportFile, ReportReader } from '../parsed-report.ts';
import {
  commitsOf,
  digestOf,
  digestsOf,
  instantOfText,
  known,
  listOf,
  OptionalTextSchema,
  oneLine,
  severityOf,
} from '../report-values.ts';

const MatchSchema = z.object({
  vulnerability: z.object({
    id: z.string().min(1),
    severity: OptionalTextSchema,
    fix: z.object({ versions: listOf(z.string()) }).nullish(),
  }),
  artifact: z.object({ name: z.string().min(1), version: OptionalTextSchema }),
});

const DatabaseStateSchema = z.object({
  built: OptionalTextSchema,
  valid: z.boolean().optional(),
  error: z.unknown().optional(),
});

/** Grype's JSON document (anchore/grype, grype/presenter/models/document.go), as far as it is read. */
const GrypeSchema = z.object({
  matches: listOf(MatchSchema),
  ignoredMatches: listOf(z.unknown()),
  alertsByPackage: listOf(z.object({ alerts: listOf(z.object({ message: OptionalTextSchema })) })),
  source: z.object({ type: OptionalTextSchema, target: z.unknown().optional() }).nullish(),
  descriptor: z.object({
    name: OptionalTextSchema,
    version: OptionalTextSchema,
    timestamp: OptionalTextSchema,
    /** Up to schema 5 the state itself, from schema 6 on below "status". */
    db: DatabaseStateSchema.extend({ status: DatabaseStateSchema.nullish() }).nullish(),
  }),
});
type GrypeDocument = z.infer<typeof GrypeSchema>;

const ImageTargetSchema = z.object({
  imageID: OptionalTextSchema,
  manifestDigest: OptionalTextSchema,
  repoDigests: listOf(z.string()),
  imageSize: z.int().nonnegative().optional(),
  labels: z.record(z.string(), z.string()).nullish(),
});

/** Grype's JSON (`grype -o json`). Findings are measured, not judged: what may be is a policy's. */
export const grypeReader: ReportReader = {
  format: 'grype',
  recognises: isGrype,
  parse: (file) => reportOf(readJson(file, GrypeSchema).data),
};

/** Its matches come first and may be long: one of them is enough. */
function isGrype(file: ReportFile): boolean {
  const outline = outlineOf(file);
  if (outline?.source('matches') !== '[' && outline?.source('matches') !== 'null') return false;
  return (
    outline.has('descriptor.name') ||
    (outline.has('matches[].vulnerability') && outline.has('matches[].artifact'))
  );
}

function reportOf(document: GrypeDocument): ParsedReport {
  const { descriptor, matches, ignoredMatches, source } = document;
  const image = source?.type === 'image' ? imageOf(source.target) : undefined;
  const version = descriptor.version?.startsWith('[') === true ? undefined : descriptor.version;
  return {
    format: 'grype',
    tool: ['grype', version].filter((part) => part !== undefined).join(' '),
    ...known({ ranAt: instantOfText(descriptor.timestamp) }),
    commits: commitsOf([image?.revision]),
    digests: image?.digests ?? [],
    measured: {
      vulnerabilities: matches.map(vulnerabilityOf),
      ...known({ databaseAt: instantOfText(stateOf(document)?.built), image }),
      figures: { suppressed: ignoredMatches.length },
    },
    failures: [],
    doubts: doubtsOf(document),
  };
}

function vulnerabilityOf({ vulnerability, artifact }: z.infer<typeof MatchSchema>): Vulnerability {
  const fixedIn = vulnerability.fix?.versions.join(', ');
  return {
    id: oneLine(vulnerability.id) || '(no id)',
    severity: severityOf(vulnerability.severity),
    in: oneLine(artifact.name) || '(no name)',
    ...known({ version: artifact.version, fixedIn: fixedIn === '' ? undefined : fixedIn }),
  };
}

/** A registry's digests where there are some; the manifest's of an image that was never pushed is Grype's own. */
function imageOf(target: unknown): Image | undefined {
  const parsed = ImageTargetSchema.safeParse(target);
  if (!parsed.success) return undefined;
  const { imageID, manifestDigest, repoDigests, imageSize, labels } = parsed.data;
  const pushed = digestsOf(repoDigests);
  const manifest = digestOf(manifestDigest);
  return {
    digests: pushed.length > 0 || manifest === undefined ? pushed : [manifest],
    ...known({
      id: digestOf(imageID),
      size: imageSize,
      revision: labels?.['org.opencontainers.image.revision'],
    }),
  };
}

function stateOf({ descriptor }: GrypeDocument): z.infer<typeof DatabaseStateSchema> | undefined {
  return descriptor.db?.status ?? descriptor.db ?? undefined;
}

function doubtsOf(document: GrypeDocument): string[] {
  const state = stateOf(document);
  const broken = state?.valid === false || (typeof state?.error === 'string' && state.error !== '');
  const alerts = document.alertsByPackage.filter(({ alerts: list }) => list.length > 0);
  const { source } = document;
  const unknown = source == null || source.type === undefined || source.type === 'unknown';
  return [
    ...(unknown ? ['the report does not say what was scanned'] : []),
    ...(instantOfText(state?.built) === undefined
      ? ['the date of the vulnerability database is not known']
      : []),
    ...(broken ? ['the vulnerability database was not valid'] : []),
    ...(alerts.length > 0 ? [`${alerts.length} packages could not be judged: ${alertOf(alerts)}`] : []),
  ];
}

function alertOf(packages: GrypeDocument['alertsByPackage']): string {
  return oneLine(packages[0]?.alerts[0]?.message ?? 'the report does not say why');
}
