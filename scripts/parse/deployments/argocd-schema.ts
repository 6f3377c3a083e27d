import { z } from 'zod';
import { listOf } from '../report/report-values.ts';
import { FlagSchema, NamedSchema, TextSchema, WholeNumberSchema } from './structured-values.ts';

const ParameterSchema = z.object({ name: TextSchema, value: TextSchema });

/** Where an application's files come from (argoproj/argo-cd, pkg/apis/application/v1alpha1/types.go). */
const SourceSchema = z.object({
  repoURL: NamedSchema,
  path: NamedSchema,
  chart: NamedSchema,
  ref: NamedSchema,
  targetRevision: NamedSchema,
  helm: z.object({ parameters: listOf(ParameterSchema) }).nullish(),
  kustomize: z.object({ images: listOf(z.string()) }).nullish(),
});
export type SourceFields = z.infer<typeof SourceSchema>;

const InitiatorSchema = z.object({ username: NamedSchema, automated: FlagSchema }).nullish();

/** What was put in place: one source, or several with a revision each. */
const PLACED = {
  revision: NamedSchema,
  revisions: listOf(TextSchema),
  source: SourceSchema.nullish(),
  sources: listOf(SourceSchema),
};
export type PlacedFields = z.infer<z.ZodObject<typeof PLACED>>;

const HistorySchema = z.object({
  ...PLACED,
  id: WholeNumberSchema.default(0),
  deployedAt: TextSchema,
  deployStartedAt: TextSchema,
  initiatedBy: InitiatorSchema,
});
export type HistoryFields = z.infer<typeof HistorySchema>;

const OperationSchema = z.object({
  phase: z.enum(['Running', 'Terminating', 'Failed', 'Error', 'Succeeded']),
  startedAt: TextSchema,
  finishedAt: TextSchema,
  message: TextSchema,
  syncResult: z.object(PLACED).nullish(),
  operation: z
    .object({
      initiatedBy: InitiatorSchema,
      sync: z
        .object({
          ...PLACED,
          dryRun: FlagSchema,
          resources: listOf(z.unknown()),
          syncStrategy: z.object({ apply: z.unknown(), hook: z.unknown() }).partial().nullish(),
        })
        .nullish(),
    })
    .nullish(),
});
export type OperationFields = z.infer<typeof OperationSchema>;

/** kubernetes.io, "Object Names and IDs": what goes into records and lines is as plain as that. */
const OBJECT_NAME = /^(?=.{1,253}$)[a-z0-9](?:[-a-z0-9.]*[a-z0-9])?$/;

const ApplicationSchema = z.object({
  /** `argocd app get` leaves it out. */
  kind: z.literal('Application', 'this is no Application of Argo CD').optional(),
  metadata: z.object({ name: z.string().regex(OBJECT_NAME, 'expected a name that Kubernetes takes') }),
  spec: z.object({ source: SourceSchema.nullish(), sources: listOf(SourceSchema) }).nullish(),
  status: z
    .object({
      history: listOf(HistorySchema),
      operationState: OperationSchema.nullish(),
      summary: z.object({ images: listOf(z.string()) }).nullish(),
    })
    .nullish(),
});
export type ApplicationFields = z.infer<typeof ApplicationSchema>;

const ListSchema = z.object({ items: z.array(ApplicationSchema) }).transform(({ items }) => items);
const OneSchema = ApplicationSchema.transform((application) => [application]);
const ManySchema = z.array(ApplicationSchema);

/** One application, the list that kubectl gives, or the bare list that `argocd app list` gives. */
export const ApplicationsSchema = z.unknown().transform((value, context) => {
  const parsed = formOf(value).safeParse(value);
  if (parsed.success) return parsed.data;
  for (const { path, message } of parsed.error.issues) context.addIssue({ code: 'custom', path, message });
  return z.NEVER;
});

function formOf(value: unknown): typeof ListSchema | typeof OneSchema | typeof ManySchema {
  if (Array.isArray(value)) return ManySchema;
  return typeof value === 'object' && value !== null && 'items' in value ? ListSchema : OneSchema;
}
