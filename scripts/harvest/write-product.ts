import { fenced } from '../../src/markdown/change-body.ts';
import { type AuditEvent, Fault, type Product, type Release } from '../../src/records/index.ts';
import { importedPast, importedVersions } from '../imports/imported-past.ts';
import type { DatedVersion } from '../imports/lineage.ts';
import type { Progress } from '../report.ts';
import { currentText } from '../store/current-text.ts';
import { replaceFields } from '../store/front-matter-edit.ts';
import { ledgerPaths } from '../store/paths.ts';
import type { LedgerReader, StoredPolicy } from '../store/read.ts';
import type { Transaction } from '../store/transaction.ts';
import { markdownFile, type Yaml } from '../store/yaml-lines.ts';
import type { Account } from './account.ts';
import { type AcrossReleases, compareReleases } from './across-releases.ts';
import { changeRecord } from './change-record.ts';
import { Contributions } from './contributions.ts';
import { type FeatureFacts, featureFacts } from './entry-features.ts';
import { giveBack } from './give-back.ts';
import { amendLateFacts } from './late-facts.ts';
import type { ModuleHistory } from './module-history.ts';
import { draftNote, type NoteFacts } from './note-draft.ts';
import { inNoteOrder, type OfferedEntry, offeredEntries } from './note-entries.ts';
import { partEntries } from './part-entries.ts';
import { type HarvestedRelease, ownRepositories, type ProductHistory } from './product-history.ts';
import { releaseRecord } from './release-record.ts';
import type { Wording } from './worded-entries.ts';
import { wordingFor } from './wording.ts';

/** What a harvest did, for its report. */
export interface HarvestResult {
  product: string;
  releases: number;
  changes: number;
  commits: number;
  unresolved: number;
  filesWritten: number;
  ignoredTags: string[];
  /** What the repositories could not tell. */
  warnings: string[];
  /** What an auditor must see: moved and missing tags, ambiguous versions, conflicts with a person's edits. */
  events: { version: string; event: AuditEvent }[];
}

/** Which releases are written. */
export interface WantedReleases {
  /** One version; null for all. */
  only: string | null;
  /** Beside the one, those that the ledger holds already. */
  recorded: boolean;
}

/** Writes the records of all releases, or of some, into a transaction. `now` is when the harvest is made. */
export function writeProduct(
  history: ProductHistory,
  { only, recorded }: WantedReleases,
  stored: StoredPolicy,
  reader: LedgerReader,
  transaction: Transaction,
  progress: Progress,
  now: string,
): HarvestResult {
  const across = compareReleases(history);
  history.sincePrerelease.clear();
  const giveBackAgain = giveBack();
  const writer = new ReleaseWriter(history, across, stored, reader, transaction);
  const isWanted = (version: string): boolean =>
    only === null || version === only || (recorded && isRecorded(reader, history.policy.product, version));
  const wanted = history.releases.filter(({ point }) => isWanted(point.version));
  for (const [index, release] of wanted.entries()) {
    progress.step(`Writing ${history.policy.product}`, index + 1, wanted.length);
    writer.write(release);
    // Its part of memory is free for the next ones: a large history has hundreds of thousands of changes.
    release.account = WRITTEN;
    giveBackAgain();
  }
  if (only === null || recorded) writer.noteMissingTags();
  progress.end();
  const warnings = [
    ...amendLateFacts(transaction, reader.content, history.policy.product, now),
    ...history.repositories.flatMap((repository) => repository.warnings),
    ...openLinksToPrivate(history, reader.product(history.policy.product)),
  ];
  return { ...writer.result, filesWritten: transaction.written, ignoredTags: history.ignoredTags, warnings };
}

/** A release that is open was planned, and its note is still to be written. */
function isRecorded(reader: LedgerReader, product: string, version: string): boolean {
  return reader.releaseText(product, version) !== null;
}

/** A link that customers cannot follow, to a repository whose name they should not learn. */
function openLinksToPrivate({ repositories, policy }: ProductHistory, product: Product | null): string[] {
  return repositories
    .filter(({ platform }) => platform?.isPrivate === true)
    .flatMap(({ modules, platform }) =>
      modules
        .filter(({ id }) => product?.modules.some((open) => open.id === id && open.repository !== undefined))
        .map(
          ({ id }) =>
            `products/${policy.product}.md links module ${id} to ${platform?.facts.repository}, which is private on GitHub: take "repository" out there.`,
        ),
    );
}

const WRITTEN: Account = { changes: [], takingBack: [], fates: () => [] };

class ReleaseWriter {
  private readonly history: ProductHistory;
  private readonly across: AcrossReleases;
  private readonly stored: StoredPolicy;
  private readonly reader: LedgerReader;
  private readonly transaction: Transaction;
  private readonly paths: ReturnType<typeof ledgerPaths>;
  private readonly product: Product | null;
  private readonly wording: Wording;
  private readonly contributions: Contributions;
  /** By module. */
  private readonly histories: ReadonlyMap<string, ModuleHistory>;
  /** Versions from before this tool; null until they are asked for. */
  private imported: DatedVersion[] | null = null;
  readonly result: Omit<HarvestResult, 'filesWritten' | 'ignoredTags' | 'warnings'>;

  constructor(
    history: ProductHistory,
    across: AcrossReleases,
    stored: StoredPolicy,
    reader: LedgerReader,
    transaction: Transaction,
  ) {
    this.history = history;
    this.across = across;
    this.stored = stored;
    this.reader = reader;
    this.transaction = transaction;
    this.paths = ledgerPaths(history.policy.product);
    this.product = reader.product(history.policy.product);
    this.wording = wordingFor(reader, history.policy, ownRepositories(history));
    this.histories = new Map(
      history.repositories.flatMap(({ modules, history: own }) =>
        modules.map(({ id }) => [id, own] as const),
      ),
    );
    this.contributions = new Contributions(ownRepositories(history).length > 0 ? history.releases : []);
    this.result = {
      product: history.policy.product,
      releases: 0,
      changes: 0,
      commits: 0,
      unresolved: 0,
      events: [],
    };
  }

  write(release: HarvestedRelease): void {
    const { version } = release.point;
    const existing = this.reader.release(this.history.policy.product, version);
    this.writeChanges(release);
    this.writePlatformRelease(release);
    const conflicts = this.writeNote(release);
    const events = [
      ...tagEvents(release, existing),
      ...release.point.events,
      ...conflicts.map(conflictEvent),
    ];
    const context = { history: this.history, across: this.across, policyDigest: this.stored.digest, events };
    const record = releaseRecord(release, context);
    this.transaction.writeUnlessSealed(this.paths.release(version), record.text);
    this.result.releases += 1;
    this.result.commits += record.sum.commits;
    this.result.unresolved += record.sum.unresolved;
    this.result.events.push(...events.map((event) => ({ version, event })));
  }

  private writeChanges(release: HarvestedRelease): void {
    const { version } = release.point;
    const stale = new Set(this.reader.changeIds(this.history.policy.product, version));
    for (const change of release.account.changes) {
      if (this.across.recordedIn(release, change) !== null) continue;
      const history = this.histories.get(change.module);
      if (history === undefined) throw new Error(`module ${change.module} has no repository`);
      const first = this.contributions.isFirst(change);
      const text = changeRecord(change, this.history.policy.product, version, history, first);
      this.transaction.writeUnlessSealed(this.paths.change(version, change.id), text);
      stale.delete(change.id);
      this.result.changes += 1;
    }
    for (const id of stale) this.transaction.remove(this.paths.change(version, id));
  }

  private writeNote(release: HarvestedRelease): string[] {
    const { version } = release.point;
    const existing = this.reader.note(this.history.policy.product, version);
    const draft = draftNote(
      { ...this.noteFacts(release), ...this.namedContributors(release) },
      this.offered(release),
      existing,
    );
    // One of an older format that says the same stays as it is.
    if (draft.text !== existing?.text) this.transaction.write(this.paths.note(version), draft.text);
    return draft.conflicts;
  }

  private noteFacts(release: HarvestedRelease): NoteFacts {
    const { point } = release;
    const previous = release.previous?.version ?? null;
    const descendsFrom = this.pastOf(release);
    return {
      product: this.history.policy.product,
      version: point.version,
      date: point.date,
      prerelease: point.prerelease,
      previous,
      ...(descendsFrom.join() !== (previous ?? '') && { descendsFrom }),
      ...(release.folds.length > 0 && { folds: release.folds.map(({ version }) => version) }),
      ...(release.foldedInto !== null && { foldedInto: release.foldedInto.version }),
    };
  }

  /** By history; for a release without a past, what was imported of it. */
  private pastOf(release: HarvestedRelease): string[] {
    const told = this.across.descendsFrom(release);
    if (told.length > 0 || release.previous !== null) return told;
    // On the first harvest those that it finds itself have no dossier yet.
    const own = new Set(this.history.releases.map(({ point }) => point.version));
    this.imported ??= importedVersions(this.reader, this.history.policy.product).filter(
      ({ version }) => !own.has(version),
    );
    const past = importedPast(release.point, this.imported);
    return past === null ? [] : [past];
  }

  /** Entries of changes, then those of third-party parts that no change tells of. */
  private offered(release: HarvestedRelease): OfferedEntry[] {
    const { across, history, product, wording } = this;
    return inNoteOrder([
      ...offeredEntries(release, across, wording, this.featuresIn(release)),
      ...partEntries(release, history, product, wording),
    ]);
  }

  private featuresIn({ point, account }: HarvestedRelease): FeatureFacts {
    const { reader, history } = this;
    return featureFacts(reader, history.policy, this.product, point, account.changes);
  }

  /** Only a product whose page allows it names people. */
  private namedContributors(release: HarvestedRelease): Pick<NoteFacts, 'contributors'> {
    const contributors = this.product?.contributors === true ? this.contributions.contributors(release) : [];
    return contributors.length > 0 ? { contributors } : {};
  }

  /** The release as the platform published it, under the lead module's tag. */
  private writePlatformRelease({ point }: HarvestedRelease): void {
    const { product } = this.history.policy;
    const facts = this.history.repositories[0]?.platform?.facts;
    const published = facts?.release(point.tag.name, product, point.version);
    if (published === undefined) return;
    const text = markdownFile(
      published.record,
      published.description === '' ? '' : fenced(published.description),
    );
    this.transaction.writeUnlessSealed(this.paths.platformRelease(point.version), text);
  }

  /** A release whose tag is gone keeps its records; the loss is said in them. */
  noteMissingTags(): void {
    const { product } = this.history.policy;
    const present = new Set(this.history.releases.map(({ point }) => point.version));
    for (const version of this.reader.versions(product))
      if (!present.has(version)) this.noteMissingTag(version);
  }

  private noteMissingTag(version: string): void {
    const { product } = this.history.policy;
    const [release, written] = [
      this.reader.release(product, version),
      this.reader.releaseText(product, version),
    ];
    if (release === null || written === null) return;
    const text = currentText(written, 'release', this.paths.release(version));
    const event: AuditEvent = {
      kind: 'tag-missing',
      text: `tag ${release.tag.name} is not in the repository any more`,
    };
    const others = (release.events ?? []).filter(({ kind }) => kind !== 'tag-missing');
    const head = /^---\n[\s\S]*?\n---\n/.exec(text)?.[0] ?? '';
    const edited = replaceFields(head, release as unknown as { [key: string]: Yaml }, {
      events: [...others, event],
    });
    this.transaction.writeUnlessSealed(this.paths.release(version), edited + text.slice(head.length));
    this.result.events.push({ version, event });
  }
}

/** A tag that leads elsewhere than at the last harvest; what earlier harvests noticed stays. */
function tagEvents({ point }: HarvestedRelease, existing: Release | null): AuditEvent[] {
  const earlier = (existing?.events ?? []).filter(({ kind }) => kind === 'tag-moved');
  if (existing === null || existing.tag.object === point.tag.object) return earlier;
  const [from, to] = [existing.tag, point.tag];
  const text =
    from.name === to.name
      ? `tag ${to.name} was moved from ${from.object} (commit ${from.commit}) to ${to.object} (commit ${to.commit})`
      : `the release was tag ${from.name} (${from.object}) and is now tag ${to.name} (${to.object})`;
  return [...earlier, { kind: 'tag-moved', text }];
}

function conflictEvent(text: string): AuditEvent {
  return { kind: 'note-conflict', text };
}

/** Throws a Fault where a release asked for is not there, naming the nearest ones. */
export function requireRelease(history: ProductHistory, version: string): HarvestedRelease {
  const wanted = version.replace(/^v(?=\d)/, '');
  const found = history.releases.find(
    ({ point }) =>
      point.version === version ||
      point.tag.name === version ||
      point.aliases.includes(version) ||
      point.version === wanted,
  );
  if (found !== undefined) return found;
  const known = history.releases.map(({ point }) => point.version);
  throw new Fault(`${history.policy.product} has no release "${version}"`, {
    hint: `The newest are ${known.slice(-5).reverse().join(', ')}.`,
  });
}
