/** Files that a check by hand needs: the name that they have there, and the one under which the site serves them. */
export const HAND_FILES = {
  proof: { name: 'verify-seal.sh', served: 'verify-seal.sh.txt' },
  root: { name: 'dossier-root.sh', served: 'dossier-root.sh.txt' },
  list: { name: 'seals.txt', served: 'seals.txt' },
} as const;
