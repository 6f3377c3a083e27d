import { gzipSync } from 'node:zlib';
import { pack } from 'tar-stream';
import type { ReportFile } from '../parsed-report.ts';

/** A file or a link of an archive. */
export interface Entry {
  name: string;
  text?: string;
  type?: 'file' | 'symlink';
}

/** A tar archive of some files. */
export async function tarOf(entries: readonly Entry[]): Promise<Buffer> {
  const archive = pack();
  for (const { name, text = '', type = 'file' } of entries)
    archive.entry(type === 'symlink' ? { name, type, linkname: '/etc/passwd' } : { name }, text);
  archive.finalize();
  const chunks: Buffer[] = [];
  for await (const chunk of archive) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks);
}

/** Files packed as `helm package` does. */
export async function packaged(entries: readonly Entry[], name = 'api-1.10.0.tgz'): Promise<ReportFile> {
  return { name, bytes: new Uint8Array(gzipSync(await tarOf(entries))) };
}
