import { spelledOut } from '../../markdown/harmless.ts';
import type { Dossier } from '../../verdict/dossier.ts';
import { type ShippingModule, shippingOf } from '../../verdict/shipping.ts';
import { SUMMARY_WORDS } from '../compare-texts.ts';
import type { SummaryLine } from './release-summary.ts';

/** As many characters of a digest and of a commit as tell them apart. */
const DIGEST = 19;
const COMMIT = 12;

/** What ships: versions, commits and images of the modules, and the parts that others build. */
export function artifactLines(dossier: Dossier): SummaryLine[] {
  const modules = [...shippingOf(dossier).modules.values()];
  return [...modules.flatMap(moduleLines), ...partLines(dossier)];
}

function moduleLines({ id, version, commits, images }: ShippingModule): SummaryLine[] {
  const digests = images.map((group) => [...group].sort()[0]?.slice(0, DIGEST) ?? '');
  const [commit] = commits;
  return [
    ...lineOf(SUMMARY_WORDS.version(id), version),
    ...lineOf(SUMMARY_WORDS.commit(id), commit?.slice(0, COMMIT) ?? null),
    ...lineOf(SUMMARY_WORDS.image(id), digests.length === 0 ? null : digests.sort().join(', ')),
  ];
}

function partLines({ release }: Dossier): SummaryLine[] {
  return (release?.data.parts ?? []).flatMap(({ name, alias, version }) =>
    lineOf(SUMMARY_WORDS.part(spelledOut(alias ?? name)), version),
  );
}

function lineOf(name: string, text: string | null): SummaryLine[] {
  return text === null ? [] : [{ name, text: spelledOut(text) }];
}
