import { firstFenced } from '../../../src/markdown/change-body.ts';
import { CONTROLS } from '../../../src/verdict/controls.ts';
import type { Examined, Verdict } from '../../../src/verdict/verdict.ts';
import { judgeVotes } from '../../../src/verdict/vote-state.ts';
import type { PackedRelease } from '../packed-release.ts';
import { type Markup, markup } from './markup.ts';
import { code, recordLink, section, table } from './table.ts';

const WORDS: Record<Verdict['verdict'], string> = {
  blessed: '✓ Blessed',
  'not-blessed': '✗ Not blessed',
  unproven: '? Not proven',
};
const MARKS: Record<Examined['result'], string> = {
  fail: '✗ fail',
  unproven: '? unproven',
  waived: '○ waived',
  pass: '✓ pass',
};
/** What does not hold is read first. */
const ORDER: readonly Examined['result'][] = ['fail', 'unproven', 'waived', 'pass'];

/** The verdict in a sentence with its counts, and what was sealed where that is another one. */
export function verdictBox({ verdict, seals }: PackedRelease): Markup {
  const counts = ORDER.map((result) => [
    verdict.controls.filter((each) => each.result === result).length,
    result,
  ])
    .filter(([count]) => count !== 0)
    .map(([count, result]) => `${count} ${result}`);
  const sealed = seals.at(-1)?.seal.verdict?.verdict;
  const other =
    sealed === undefined || sealed === verdict.verdict ? '' : ` When it was sealed last: ${WORDS[sealed]}.`;
  return markup`<p class="verdict"><strong>${WORDS[verdict.verdict]}</strong>: ${counts.join(', ')}.${other}</p>\n`;
}

/** Every control with its rule and its reasons. */
export function controlSection({ verdict }: PackedRelease): Markup {
  const sentences = new Map<string, string>(CONTROLS.map(({ id, sentence }) => [id, sentence]));
  const sorted = ORDER.flatMap((result) => verdict.controls.filter((each) => each.result === result));
  const rows = sorted.map(({ id, result, reasons }) => [
    id,
    MARKS[result],
    sentences.get(id),
    reasons.map(
      ({ text, record }) =>
        markup`<div>${text}${record === null ? '' : [' [', recordLink(record), ']']}</div>`,
    ),
  ]);
  return section(
    'Controls',
    table(['Control', 'Result', 'Rule', 'Reasons'], rows),
    'No control was examined.',
  );
}

/** Every vote as it was cast, and whether it counts. */
export function voteSection({ dossier }: PackedRelease): Markup {
  const rows = judgeVotes(dossier).map(({ vote: { data, body, path }, person, module, state, because }) => [
    `${data.role}${module === null ? '' : ` of ${module}`}`,
    recordLink(path, person ?? data.person),
    data.decision,
    state === 'valid' ? '✓ counts' : `✗ ${state}: ${because}`,
    data.castAt,
    code(data.commit ?? data.digest),
    markup`<p class="said">${firstFenced(body) ?? body.trim()}</p>`,
  ]);
  const heads = ['Role', 'Person', 'Vote', 'Counts', 'Cast at', 'On', 'Argument'];
  return section('Votes', table(heads, rows), 'Nobody voted.');
}

/** Every attempt at every stage. */
export function stageSection({ dossier, product, version }: PackedRelease): Markup {
  const rows = dossier.stages.map(({ data, path }) => [
    recordLink(path, `${data.stage}${data.module === undefined ? '' : ` of ${data.module}`}`),
    `${data.attempt}${data.full ? '' : ' (a part only)'}`,
    [data.result, (data.reasons ?? []).map((reason) => markup`<div>${reason}</div>`)],
    data.ranAt,
    [code(data.commit), ' ', code(data.digest)],
    data.evidence.map(({ name, digest }) => markup`<div>${name} ${code(digest)}</div>`),
  ]);
  const heads = ['Stage', 'Attempt', 'Result', 'Ran at', 'On', 'Evidence'];
  return section('Stages', table(heads, rows), `No stage of ${product} ${version} was filed.`);
}
