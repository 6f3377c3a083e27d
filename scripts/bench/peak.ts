import { writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

// Preloaded into a measured process: tells its peak memory (KB) and its processors' time (microseconds) when it ends.
const file = process.env['LEDGER_PEAK_FILE'];
if (file !== undefined && isMainThread)
  process.on('exit', () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
    writeFileSync(file, `${maxRSS} ${userCPUTime + systemCPUTime}`);
  });
