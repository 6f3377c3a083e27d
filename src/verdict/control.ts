import type { ControlId } from '../records/index.ts';
import type { Dossier } from './dossier.ts';

/** Why a control came out as it did: a sentence, and the record that shows it. */
export interface Reason {
  text: string;
  /** Path from the content folder; null where no record is what is missing. */
  record: string | null;
}

/** What a control says of a dossier. Unproven is not pass: what cannot be shown is not held. */
export interface Finding {
  result: 'pass' | 'fail' | 'unproven';
  reasons: Reason[];
}

/** A named rule. */
export interface Control {
  id: ControlId;
  /** The rule, in one sentence that an auditor can hold the release against. */
  sentence: string;
  /** Clauses of outside frameworks that it serves: SOC 2, ISO 27001, PCI DSS. */
  clauses: readonly string[];
  /**
   * It judges what happens after the blessing: what was deployed, and in which order. As long as nothing is, it is
   * unproven without withholding the blessing, for only what is blessed may be deployed.
   */
  comesAfter?: true;
  examine(dossier: Dossier): Finding;
}

/** A control holds. */
export function pass(...reasons: Reason[]): Finding {
  return { result: 'pass', reasons };
}

/** A control does not hold, or nothing shows that it does: failures count before doubts. */
export function finding(
  failures: readonly Reason[],
  doubts: readonly Reason[],
  passed: readonly Reason[],
): Finding {
  if (failures.length > 0) return { result: 'fail', reasons: [...failures, ...doubts] };
  if (doubts.length > 0) return { result: 'unproven', reasons: [...doubts] };
  return { result: 'pass', reasons: [...passed] };
}
