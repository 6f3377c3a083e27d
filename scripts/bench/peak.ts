import { writeFileSync } from 'node:fs';

// Preloaded into a measured process: tells its peak memory (KB) when it ends.
const file = process.env['LEDGER_PEAK_FILE'];
if (file !== undefined) process.on('exit', () => writeFileSync(file, String(process.resourceUsage().maxRSS)));
