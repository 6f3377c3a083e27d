import { Fault } from '../../src/records/index.ts';
import { checkUp, type Diagnosis } from '../doctor/check-up.ts';
import { machineFacts } from '../doctor/facts/machine.ts';
import { countFindings, diagnosisText, mendText, openable, worstFirst } from '../doctor/told-diagnosis.ts';
import { gitHubUrl } from '../sources/github/address.ts';
import type { Console } from './console.ts';
import { momentOf } from './moment.ts';

/** What `ledger doctor` is asked for. */
export interface DoctorOptions {
  content: string;
  product?: string;
  /** Ask nobody on the network. */
  offline?: boolean;
  /** Gaps and hints count as well. */
  strict?: boolean;
  /** When it is, as RFC 3339 in UTC. */
  now?: string;
}

/** Says what is amiss, each with what mends it. Returns the exit code: 1 where something is broken. */
export async function doctor(options: DoctorOptions, out: Console): Promise<number> {
  const { content, product = null, offline = false, strict = false, now } = options;
  const platform = { url: gitHubUrl(), token: (process.env['GITHUB_TOKEN'] ?? '').trim(), fetch };
  const diagnosis = await checkUp({
    ...{ content, product, now: momentOf(now), machine: await machineFacts() },
    ...{ platform: offline ? null : platform, progress: out.progress },
  });
  if (product !== null && diagnosis.products.length === 0) throw unknownProduct(product, content);
  if (out.json) out.result(toldAsJson(diagnosis, content));
  else out.print(diagnosisText(diagnosis, content));
  const { broken } = countFindings(diagnosis.findings);
  return broken > 0 || (strict && diagnosis.findings.length > 0) ? 1 : 0;
}

function unknownProduct(product: string, content: string): Fault {
  return new Fault(`there is no product "${product}" in ${content}`, {
    hint: 'All of them are looked at without --product.',
  });
}

function toldAsJson({ findings, products, records }: Diagnosis, content: string) {
  return {
    products,
    records,
    counts: countFindings(findings),
    findings: worstFirst(findings).map(({ place, mend, ...finding }) => ({
      ...finding,
      place: place === undefined ? null : { ...place, file: openable(place.file, content) },
      mend: { kind: mend.kind, text: mendText(mend, content) },
    })),
  };
}
