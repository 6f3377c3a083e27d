import type { Dossier } from '../dossier.ts';
import type { Verdict } from '../verdict.ts';
import { releaseSubjects } from './release-subjects.ts';
import {
  type ExportSource,
  OWN,
  policyOf,
  type ResourceDescriptor,
  type Statement,
  statementOf,
  timestamp,
  UNPUBLISHED,
} from './statement.ts';

/** Predicate type of a SLSA Verification Summary Attestation (https://slsa.dev/spec/v1.1/verification_summary). */
export const VSA_TYPE = 'https://slsa.dev/verification_summary/v1';

/** Extension field: the verdict in our own words, with each control. VSA knows no third word beside its two. */
export const VERDICT_FIELD = `${OWN}/verdict/v0.1`;

/** How each control came out, without the records that it leads to: those may be nobody else's to see. */
export interface VerdictExtension {
  verdict: Verdict['verdict'];
  controls: { id: string; result: string; reasons: string[] }[];
}

/** The predicate's fields, as the specification names them. */
export interface VerificationSummary {
  verifier: { id: string };
  timeVerified: string;
  resourceUri: string;
  policy: ResourceDescriptor;
  inputAttestations?: ResourceDescriptor[];
  verificationResult: 'PASSED' | 'FAILED';
  verifiedLevels: string[];
  [VERDICT_FIELD]: VerdictExtension;
}

/**
 * The verdict on a release as a SLSA Verification Summary Attestation v1. What is unproven has not passed. No SLSA level
 * is claimed, for none is verified. `inputs` are all statements that were exported with it, or none. Null where the
 * release names neither a commit nor a digest.
 */
export function verdictStatement(
  dossier: Dossier,
  verdict: Verdict,
  source: ExportSource = UNPUBLISHED,
  inputs: readonly ResourceDescriptor[] = [],
): Statement<VerificationSummary> | null {
  const passed = verdict.verdict === 'blessed';
  return statementOf(releaseSubjects(dossier), VSA_TYPE, {
    verifier: { id: source.verifier },
    timeVerified: timestamp(dossier.now),
    resourceUri: packageUri(dossier),
    policy: policyOf(dossier, source),
    ...(inputs.length > 0 && { inputAttestations: [...inputs] }),
    verificationResult: passed ? 'PASSED' : 'FAILED',
    verifiedLevels: passed ? [] : ['FAILED'],
    [VERDICT_FIELD]: extension(verdict),
  });
}

/** A Package URL of the generic type: a release is no package of a registry. */
function packageUri({ product, version }: Dossier): string {
  return `pkg:generic/${encodeURIComponent(product)}@${encodeURIComponent(version)}`;
}

function extension({ verdict, controls }: Verdict): VerdictExtension {
  return {
    verdict,
    controls: controls.map(({ id, result, reasons }) => ({
      id,
      result,
      reasons: reasons.map(({ text }) => text),
    })),
  };
}
