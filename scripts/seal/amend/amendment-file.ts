import { createHash } from 'node:crypto';
import { type Amendment, AmendmentSchema } from '../../../src/records/index.ts';
import { ledgerPaths } from '../../store/paths.ts';
import { markdownFile, type Yaml } from '../../store/yaml-lines.ts';

/** An amendment as it is written, and where. */
export interface PreparedAmendment {
  amendment: Amendment;
  file: string;
  text: string;
}

/**
 * Prepares an amendment. Its name comes from everything that it says but the time, so that saying the same again is the
 * same amendment.
 */
export function amendmentFile(amendment: Amendment, because: string): PreparedAmendment {
  const { at: _at, ...said } = amendment;
  const digest = createHash('sha256')
    .update(JSON.stringify([said, because]))
    .digest('hex');
  const who = amendment.by.replace(/[^A-Za-z0-9]+/g, '-').replace(/^-|-$/g, '');
  const folder = `${ledgerPaths(amendment.product).dossier(amendment.version)}/amendments`;
  return {
    amendment,
    file: `${folder}/${[who, digest.slice(0, 12)].filter((part) => part !== '').join('-')}.md`,
    text: markdownFile(
      AmendmentSchema.parse(amendment) as unknown as { [key: string]: Yaml },
      `${because}\n`,
    ),
  };
}
