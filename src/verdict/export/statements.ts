import type { Dossier } from '../dossier.ts';
import type { Verdict } from '../verdict.ts';
import { attestationOf, type ExportSource, type Statement } from './statement.ts';
import { testResult } from './test-result.ts';
import { voteStatement } from './vote.ts';
import { verdictStatement } from './vsa.ts';

/** A statement and the file that it is written to, from the folder of the export on. */
export interface ExportedStatement {
  file: string;
  statement: Statement<unknown>;
}

/** All statements of a release. */
export interface ExportedRelease {
  /** Of reports and votes, by the paths of their records. */
  evidence: ExportedStatement[];
  /** The verdict, which names each of the above by its digest; null where the release names nothing that could be meant. */
  summary: ExportedStatement | null;
  /** Records that bind nothing, because they name neither commit nor digest. */
  unbound: string[];
}

/** Makes all statements of a release. Pure: the same dossier gives the same bytes. */
export function exportRelease(dossier: Dossier, verdict: Verdict, source: ExportSource): ExportedRelease {
  const made = [
    ...dossier.stages.map((report) => ({
      path: report.path,
      statement: testResult(report, dossier, source),
    })),
    ...dossier.votes.map((vote) => ({ path: vote.path, statement: voteStatement(vote, dossier, source) })),
  ].sort((a, b) => (a.path < b.path ? -1 : 1));
  const evidence = made.flatMap(({ path, statement }) =>
    statement === null ? [] : [{ file: fileOf(path), statement }],
  );
  return {
    evidence,
    summary: summaryOf(evidence, dossier, verdict, source),
    unbound: made.filter(({ statement }) => statement === null).map(({ path }) => path),
  };
}

function summaryOf(
  evidence: readonly ExportedStatement[],
  dossier: Dossier,
  verdict: Verdict,
  source: ExportSource,
): ExportedStatement | null {
  const inputs = evidence.map(({ file, statement }) =>
    attestationOf(`${source.statements}/${file}`, statement),
  );
  const statement = verdictStatement(dossier, verdict, source, inputs);
  return statement === null ? null : { file: 'verification-summary.intoto.json', statement };
}

/** "stages/3a-unit-tests.intoto.json": as in the dossier, which has one folder for each kind of record. */
function fileOf(path: string): string {
  return `${path.split('/').slice(-2).join('/').replace(/\.md$/, '')}.intoto.json`;
}
