// npm runs this once all is installed. Plain JavaScript, and never a failure: where code cannot be joined, as where this is
// installed without the Node.js that it brings, the command line runs from its sources.
import path from 'node:path';

try {
  const { joinLedger } = await import('./join-ledger.ts');
  await joinLedger(path.resolve(import.meta.dirname, '../..'));
} catch (error) {
  const [what] = String(error instanceof Error ? error.message : error).split('\n');
  console.error(`ledger: the code stays as it is, and starts more slowly than it could: ${what}`);
}
