import { spelledOut } from '../../markdown/harmless.ts';
import type { Seal } from '../../records/index.ts';
import type { Verdict } from '../../verdict/verdict.ts';
import {
  codePart,
  type FactPart,
  type FactView,
  factsOf,
  idPart,
  linkPart,
  textPart,
  timePart,
} from '../fact-view.ts';
import { sealPath } from '../paths.ts';
import { SEAL, SEAL_KINDS_IN_WORDS } from '../seal-texts.ts';
import { momentOf } from '../time-view.ts';
import { CONTROL_NAMES, RESULT_MARKS, VERDICT_MARKS } from '../verdict-texts.ts';
import { recordAddress } from './record-address.ts';
import type { StoredSeal } from './stored-seal.ts';

/** Characters of a digest that are shown: "sha256:" and twelve more. */
export const DIGEST_LENGTH = 19;

/** What a seal is held against. */
export interface Today {
  timeZone: string;
  /** Null where nothing is judged, as for deployments. */
  verdict: Verdict | null;
  /** Digest of the policy; null where there is none. */
  policy: string | null;
  /** Digest of the public note; null where there is none. */
  note: string | null;
}

/** A seal, fact by fact. */
export function sealFacts({ seal, digest, place }: StoredSeal, today: Today): FactView[] {
  const words = SEAL.facts;
  const number =
    seal.sequence === place ? SEAL.numberWords(place) : `${seal.sequence} ${SEAL.wrongNumber(place)}`;
  return factsOf(
    [words.at, timePart(momentOf(seal.sealedAt, today.timeZone))],
    [words.by, textPart(spelledOut(seal.sealedBy))],
    [words.kind, textPart(SEAL_KINDS_IN_WORDS[seal.kind])],
    [words.number, [linkPart(number, sealPath(place))]],
    [words.digest, idPart(digest, DIGEST_LENGTH)],
    [words.previous, seal.previous === null ? textPart(SEAL.first) : idPart(seal.previous, DIGEST_LENGTH)],
    [words.files, textPart(seal.files.length.toLocaleString('en-GB'))],
    [words.root, codePart(seal.root)],
    [words.verdict, seal.verdict && { is: 'mark', mark: VERDICT_MARKS[seal.verdict.verdict] }],
    [words.now, seal.verdict && verdictNow(seal.verdict, today.verdict)],
    [words.policy, policyParts(seal, today.policy)],
    [words.note, noteParts(seal.note, today.note)],
  );
}

function verdictNow(then: NonNullable<Seal['verdict']>, now: Verdict | null): FactPart[] {
  if (now === null) return [textPart(SEAL.verdictUnknown)];
  const moved = movedControls(then.controls, now);
  return [
    { is: 'mark', mark: VERDICT_MARKS[now.verdict] },
    textPart(moved.length === 0 ? SEAL.verdictSame : `${moved.join('; ')}.`),
  ];
}

/** Controls that came out otherwise, and those that only one of the two knows. */
function movedControls(then: NonNullable<Seal['verdict']>['controls'], now: Verdict): string[] {
  const results = (from: readonly { id: string; result: string }[]) =>
    new Map(from.map(({ id, result }) => [id, result]));
  const [before, after] = [results(then), results(now.controls)];
  const ids = [...new Set([...then, ...now.controls].map(({ id }) => id))];
  return ids
    .filter((id) => before.get(id) !== after.get(id))
    .map((id) => SEAL.control(CONTROL_NAMES[id], resultWord(before.get(id)), resultWord(after.get(id))));
}

function resultWord(result: string | undefined): string {
  if (result === 'pass' || result === 'fail' || result === 'unproven' || result === 'waived')
    return RESULT_MARKS[result].text;
  return SEAL.notThere;
}

function policyParts({ policy, files }: Seal, today: string | null): FactPart[] {
  const file = files.find(({ digest }) => digest === policy)?.path;
  const address = file === undefined ? null : recordAddress(file);
  return [
    idPart(policy, DIGEST_LENGTH),
    textPart(policy === today ? SEAL.policyToday : SEAL.policyOther),
    ...(address === null ? [] : [linkPart(SEAL.policyFile, address)]),
  ];
}

function noteParts(note: Seal['note'], today: string | null): FactPart[] | undefined {
  if (note === undefined) return undefined;
  if (note === null) return [textPart(SEAL.noNote)];
  return [idPart(note, DIGEST_LENGTH), textPart(note === today ? SEAL.noteSame : SEAL.noteOther)];
}
