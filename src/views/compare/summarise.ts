import { isPrerelease } from '../../history/version-order.ts';
import { spelledOut } from '../../markdown/harmless.ts';
import { broughtChanges } from '../../verdict/brought-changes.ts';
import type { Dossier } from '../../verdict/dossier.ts';
import type { Verdict } from '../../verdict/verdict.ts';
import { SUMMARY_WORDS } from '../compare-texts.ts';
import { changePath, dossierPath } from '../paths.ts';
import { standingOf } from '../verdict/standing.ts';
import { CONTROL_NAMES, RESULT_MARKS, VERDICT_MARKS } from '../verdict-texts.ts';
import { type VoteRow, voteMatrix } from '../votes/vote-matrix.ts';
import { artifactLines } from './artifact-lines.ts';
import { metricLines } from './metric-lines.ts';
import type { ReleaseSummary, SummaryChange, SummaryLine } from './release-summary.ts';

/** A release in short, but for what it took back of others: their notes tell that. */
export function summarise(dossier: Dossier, verdict: Verdict): Omit<ReleaseSummary, 'takesBack'> {
  const { product, version } = dossier;
  const { mark, text } = VERDICT_MARKS[verdict.verdict];
  return {
    product,
    version,
    href: dossierPath(product, version),
    verdict: `${mark} ${text}`,
    previous: previousOf(dossier),
    changes: changesOf(dossier),
    parts: {
      controls: controlLines(verdict),
      votes: voteMatrix(dossier).map(voteLine),
      metrics: metricLines(dossier),
      artifacts: artifactLines(dossier),
    },
  };
}

/** Before there is a tag, the newest final release before it is what it will come after. */
function previousOf({ release, earlier }: Dossier): string | null {
  if (release !== null) return release.data.previous;
  return earlier.find((version) => !isPrerelease(version)) ?? null;
}

function changesOf(dossier: Dossier): SummaryChange[] {
  return broughtChanges(dossier).map(({ id, record }) => ({
    id,
    title: record === null ? '' : spelledOut(record.data.title),
    href:
      record === null
        ? dossierPath(dossier.product, dossier.version)
        : changePath(dossier.product, record.data.version, id),
  }));
}

function controlLines({ controls }: Verdict): SummaryLine[] {
  return controls.map((examined) => {
    const { mark, text } = RESULT_MARKS[standingOf(examined)];
    return { name: CONTROL_NAMES[examined.id], text: `${mark} ${text}` };
  });
}

function voteLine({ role, module, votes }: VoteRow): SummaryLine {
  const said = votes.map(({ person, decision, state }) => `${person} ${decision.text} (${state.text})`);
  const text = said.length === 0 ? SUMMARY_WORDS.noVotes : said.join(', ');
  return { name: SUMMARY_WORDS.role(role, module), text };
}
