/** How often a terminal is told: more often nobody can read. */
const EVERY_MS = 100;

/** Tells on a terminal what is under way, in one line that goes away at the end. Elsewhere nothing is told. */
export function showProgress(edition: string): (text: string) => void {
  if (!process.stderr.isTTY) return () => {};
  let told = 0;
  process.once('exit', () => {
    if (told > 0) process.stderr.write('\r\u001b[K');
  });
  return (text) => {
    if (Date.now() - told < EVERY_MS) return;
    told = Date.now();
    process.stderr.write(`\r\u001b[K${edition}: ${text}`);
  };
}
