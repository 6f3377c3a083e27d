import type { FoundRecord } from '../../facts/read-record.ts';
import { edit, type Finding } from '../../finding.ts';

/** A record that says another product, version or environment than the folder in which it stands. */
export function misplaced({ file, data }: FoundRecord): Finding[] {
  const said = data as Record<string, unknown>;
  const wrong = placesOf(file).find(([field, here]) => said[field] !== undefined && said[field] !== here);
  if (wrong === undefined) return [];
  const [field, here] = wrong;
  return [
    {
      id: 'record-misplaced',
      severity: 'broken',
      product: file.split('/')[1] ?? null,
      says: `The record says that its ${field} is ${JSON.stringify(said[field])}, and it stands where ${JSON.stringify(here)} is told of.`,
      place: { file, field },
      mend: edit(`Move the file to where it belongs, or mend "${field}" where nothing has sealed it.`),
    },
  ];
}

/** What a path says of the record that stands there. */
function placesOf(file: string): [field: string, here: string][] {
  const [, noted = '', note = ''] = /^notes\/([^/]+)\/([^/]+)\.md$/.exec(file) ?? [];
  if (note !== '')
    return [
      ['product', noted],
      ['version', note],
    ];
  const [, product = '', part = '', name = ''] =
    /^ledger\/([^/]+)\/(?:policy\.md|(releases|deployments)\/([^/]+))/.exec(file) ?? [];
  if (part === 'releases')
    return [
      ['product', product],
      ['version', name],
    ];
  if (part === 'deployments' && !/\.json$/.test(file))
    return [
      ['product', product],
      ['environment', name],
    ];
  return product === '' ? [] : [['product', product]];
}
