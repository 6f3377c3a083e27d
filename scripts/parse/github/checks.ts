import type { Check } from '../../../src/records/index.ts';
import type { ContextAnswer, PullRequestAnswer } from '../../sources/github/answers.ts';
import { withoutAddresses } from '../message/text.ts';
import { foreignLine, platformInstant, present, worded } from './values.ts';

/** The checks of a pull request's last commit, by name. */
export function checksOf(answer: PullRequestAnswer): Check[] {
  const rollup = answer.head.nodes[0]?.commit.statusCheckRollup ?? null;
  const checks = present(rollup?.contexts ?? null).map(checkOf);
  return checks.sort((a, b) => compare(a.name, b.name) || compare(a.at ?? '', b.at ?? ''));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function checkOf(context: ContextAnswer): Check {
  return context.__typename === 'CheckRun'
    ? {
        name: foreignLine(context.name) || 'unknown',
        by: context.checkSuite.app?.slug ?? null,
        conclusion: worded(context.conclusion ?? 'PENDING') as Check['conclusion'],
        ...(context.completedAt !== null && { at: platformInstant(context.completedAt) }),
        ...addressOf(context.detailsUrl),
      }
    : {
        name: foreignLine(context.context) || 'unknown',
        by: context.creator?.login ?? null,
        conclusion: statusConclusion(context.state),
        at: platformInstant(context.createdAt),
        ...addressOf(context.targetUrl),
      };
}

/** A commit status in the words of checks. */
function statusConclusion(state: string): Check['conclusion'] {
  return state === 'EXPECTED' ? 'pending' : (worded(state) as Check['conclusion']);
}

/** Whoever reports a check may write anything for an address: only what is one is kept, spelt without disguise. */
function addressOf(url: string | null): { url?: string } {
  if (url === null || !/^https?:\/\/[^\s/]/i.test(url) || !URL.canParse(url)) return {};
  const { href } = new URL(url);
  return withoutAddresses(href) === href ? { url: href } : {};
}
