import type { Account } from '../../github-stand-in/index.ts';

/** Accounts that are nobody's own; everybody else is a user. */
export const ACCOUNTS: Record<string, Account> = {
  'approve-robot': { kind: 'bot' },
  'backport-robot': { kind: 'bot' },
  bors: { kind: 'bot' },
  dependabot: { kind: 'bot' },
  'director-ci': { kind: 'bot' },
  'director-release': { kind: 'bot' },
  'pick-robot': { kind: 'bot' },
  litmuschaos: { kind: 'organization' },
  // Came with reviews from the tracker that was used before.
  'imported-hanna': { kind: 'mannequin' },
};
