import { constants, gunzipSync } from 'node:zlib';
import { Fault } from '../../../../src/records/index.ts';
import type { ReportFile } from '../parsed-report.ts';
import { type ArchivedFile, readTar } from './tar.ts';

/** As much as Helm itself unpacks at most. */
const LARGEST_CHART = 100 * 1024 * 1024;
const BEGINNING = 64 * 1024;

/** What a packaged chart says of itself, and of the charts that lie within it. */
export interface PackagedChart {
  chart: ReportFile;
  lock?: ReportFile;
  requirements?: ReportFile;
  /** The `Chart.yaml` of every chart in its folder `charts`. */
  bundled: ReportFile[];
}

/** Whether a file begins as a gzip file does (RFC 1952). */
export function isGzip({ bytes }: ReportFile): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/** Whether a file is a gzip archive that begins like a packaged chart: with a folder that holds a chart's files. */
export function beginsLikeChart(file: ReportFile): boolean {
  const { bytes } = file;
  if (!isGzip(file)) return false;
  try {
    const options = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: LARGEST_CHART };
    const head = gunzipSync(bytes.subarray(0, BEGINNING), options);
    const name = /^[^\0]*/.exec(new TextDecoder('latin1').decode(head.subarray(0, 100)))?.[0] ?? '';
    const isTar = new TextDecoder('latin1').decode(head.subarray(257, 262)) === 'ustar';
    return (
      isTar &&
      (/(^|\/)(?:Chart\.yaml|values\.yaml|templates\/.*)$/.test(name) ||
        /\/Chart\.yaml\0/.test(head.toString('latin1')))
    );
  } catch {
    return false;
  }
}

/** Unpacks a chart in memory. Throws a Fault for an archive that is cut off, too large, or holds no chart or several. */
export function unpackChart(file: ReportFile): PackagedChart {
  const files = readTar(unzipped(file), file.name);
  const roots = files.filter(({ path }) => /^[^/]+\/Chart\.yaml$/.test(path));
  const [root, ...others] = roots;
  if (root === undefined) throw notOne(file, 'no chart', 'Package one with `helm package`.');
  if (others.length > 0) throw notOne(file, `${roots.length} charts`, 'Give one archive for each chart.');
  const folder = root.path.slice(0, -'Chart.yaml'.length);
  const named = (name: string) =>
    files.filter(({ path }) => path === folder + name).map((found) => within(file, found));
  const [lock] = [...named('Chart.lock'), ...named('requirements.lock')];
  const [requirements] = named('requirements.yaml');
  return {
    chart: within(file, root),
    ...(lock !== undefined && { lock }),
    ...(requirements !== undefined && { requirements }),
    bundled: files.filter(({ path }) => isBundled(path, folder)).map((found) => within(file, found)),
  };
}

function isBundled(path: string, folder: string): boolean {
  return (
    path.startsWith(`${folder}charts/`) && /^[^/]+\/Chart\.yaml$/.test(path.slice(`${folder}charts/`.length))
  );
}

function unzipped({ bytes, name }: ReportFile): Uint8Array {
  try {
    return gunzipSync(bytes, { maxOutputLength: LARGEST_CHART });
  } catch (cause) {
    const tooLarge = cause instanceof RangeError;
    const what = tooLarge
      ? `the archive has more than ${LARGEST_CHART} bytes when it is unpacked`
      : 'the archive is damaged or cut off: it cannot be unpacked';
    throw new Fault(what, { place: { file: name }, cause });
  }
}

function within(archive: ReportFile, { path, bytes }: ArchivedFile): ReportFile {
  return { name: `${archive.name}!${path}`, bytes };
}

function notOne({ name }: ReportFile, what: string, hint: string): Fault {
  return new Fault(`the archive holds ${what}`, { place: { file: name }, hint });
}
