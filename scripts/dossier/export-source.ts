import { Fault } from '../../src/records/index.ts';
import { type ExportSource, OWN } from '../../src/verdict/export/statement.ts';

/** Where statements come from, as a person says it on the command line. */
export interface SourceOptions {
  /** Who judges, as a URI. */
  verifier?: string;
  /** Where the ledger's content folder can be found, as a URI. */
  ledger?: string;
}

/** Names for consumers to trust and to find. Throws a Fault for a text that is no URI. */
export function exportSource({
  verifier = `${OWN}/verifier`,
  ledger = `${OWN}/content`,
}: SourceOptions): ExportSource {
  for (const uri of [verifier, ledger])
    if (!URL.canParse(uri))
      throw new Fault(`"${uri}" is no URI`, {
        hint: 'Write one such as https://example.org/release-ledger.',
      });
  const content = ledger.replace(/\/+$/, '');
  return { verifier, content, statements: `${content}/attestations` };
}
