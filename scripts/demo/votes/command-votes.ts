import { commandVote, type GivenVote } from '../../dossier/votes/command-vote.ts';
import { fileVotes } from '../../dossier/votes/file-votes.ts';
import { voteBody } from '../../dossier/votes/found-vote.ts';
import { readVotedRelease } from '../../dossier/votes/voted-release.ts';
import { LedgerReader } from '../../store/read.ts';
import { writeAllOrNothing } from '../../store/transaction.ts';

interface CommandVote extends GivenVote {
  product: string;
  version: string;
  at: string;
  /** The name that git had on the machine. */
  ranBy: string;
  because: string;
}

const VOTES: readonly CommandVote[] = [
  {
    product: 'litmus',
    version: '1.6',
    at: '2026-04-20T13:40:00+00:00',
    ranBy: 'Priya Shah',
    role: 'sre',
    decision: 'go',
    because: 'Branch, tag and notes are prepared. Passwords of 1.5 are kept for a month.',
  },
  {
    product: 'director',
    version: '1.25.0',
    at: '2026-09-21T10:25:00+00:00',
    ranBy: 'Elena Costa',
    role: 'management',
    decision: 'go',
    because: 'Quiet hours were promised for this week.',
  },
  {
    product: 'director',
    version: '1.26.2',
    at: '2026-09-25T10:05:00+00:00',
    ranBy: 'Tomasz Zielinski',
    role: 'sre',
    decision: 'go',
    because: 'Deployed to pre-production twice, 283 ms under load, plan and notes are ready.',
  },
];

/** Casts votes as `ledger vote` does, on machines whose git knows their owners. */
export function castCommandVotes(content: string): void {
  for (const { product, version, at, ranBy, because, ...given } of VOTES) {
    const voted = readVotedRelease(new LedgerReader(content), product, version);
    const vote = commandVote(given, ranBy, at, voted);
    const found = { vote, body: voteBody(because), later: '', evidence: new Map<string, string>() };
    writeAllOrNothing(content, (transaction) => fileVotes(transaction, content, voted, [found]));
  }
}
