// A thread that checks its share of the seals.
import { parentPort, workerData } from 'node:worker_threads';
import { checkShare, type SealShare } from './check-seals.ts';

const { content, seals } = workerData as SealShare;
// Buffers arrive as plain arrays of bytes.
const own = seals.map(({ file, bytes }) => ({
  file,
  bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length),
}));
parentPort?.postMessage(checkShare({ content, seals: own }, () => undefined));
