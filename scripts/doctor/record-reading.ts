import { formOfFile, type Seal, type Site } from '../../src/records/index.ts';
import type { Progress } from '../report.ts';
import type { LedgerFiles } from '../store/ledger-files.ts';
import { textDigest } from '../store/sealed-files.ts';
import { misplaced } from './checks/records/misplaced.ts';
import { older } from './checks/records/older.ts';
import { sitePage } from './checks/records/site-page.ts';
import { productOf } from './checks/records/strays.ts';
import { newer, unreadable } from './checks/records/unreadable.ts';
import { type NewestRecord, newerOf } from './facts/newest-record.ts';
import type { ProductFacts } from './facts/product-facts.ts';
import { readProduct } from './facts/read-product.ts';
import { type FoundRecord, readRecord, type UnreadRecord } from './facts/read-record.ts';
import { unsealedOf } from './facts/unsealed-files.ts';
import type { Finding } from './finding.ts';

/** Reads the records of a ledger one product after the other, and keeps of them only what is told at the end. */
export class RecordReading {
  newest: NewestRecord | null = null;
  count = 0;
  seals = 0;
  private readonly content: string;
  private readonly files: readonly string[];
  private readonly byProduct: ReadonlyMap<string | null, string[]>;
  private readonly total: number;
  private readonly progress: Progress;
  private readonly wrong: Finding[] = [];
  private readonly failed: UnreadRecord[] = [];
  /** Records of older formats, with the digests of notes. */
  private readonly old = new Map<string, string | null>();
  private readonly sealedNotes = new Set<string>();

  constructor(content: string, { files }: LedgerFiles, progress: Progress) {
    this.content = content;
    this.files = files;
    this.byProduct = Map.groupBy(files, productOf);
    this.total = files.filter((file) => formOfFile(file) !== null).length;
    this.progress = progress;
  }

  /** Every record of a product. */
  product(id: string): ProductFacts {
    const { facts, failed } = readProduct(this.content, id, this.byProduct.get(id) ?? [], (record) =>
      this.note(record),
    );
    this.failed.push(...failed);
    return facts;
  }

  /** Findings on the site's own page. */
  site(): Finding[] {
    const isThere = this.files.includes('site.md');
    if (!isThere && this.total === 0) return [];
    const form = formOfFile('site.md');
    const record = isThere && form !== null ? readRecord(this.content, 'site.md', form) : null;
    if (record?.is === 'read') this.note(record);
    else if (record !== null) this.failed.push(record);
    const site = record?.is === 'read' ? (record.data as Site) : null;
    return sitePage({ site, isThere, pictures: this.files.filter((file) => file.startsWith('site/')) });
  }

  /** Findings on records as such, once all of them are read. */
  findings(): Finding[] {
    const broken = this.failed.flatMap((each) => unreadable(this.content, productOf(each.file), each));
    return [...broken, ...newer(this.failed), ...this.wrong, ...older(this.writtenAnew())];
  }

  /** What "ledger migrate" would write: what is sealed stays as it is, and so does a note that is as its seal names it. */
  private writtenAnew(): string[] {
    const free = [...this.old].filter(([, digest]) => digest === null || !this.sealedNotes.has(digest));
    return unsealedOf(
      this.content,
      free.map(([file]) => file),
    );
  }

  private note(record: FoundRecord): void {
    const { kind, file, data, text } = record;
    this.count += 1;
    this.progress.step('Reading records', this.count, this.total);
    if (kind === 'seal') this.noteSeal(data as Seal);
    if (record.older) this.old.set(file, kind === 'note' ? textDigest(text) : null);
    this.newest = newerOf(this.newest, file, data);
    this.wrong.push(...misplaced(record));
  }

  private noteSeal({ note }: Seal): void {
    this.seals += 1;
    if (note != null) this.sealedNotes.add(note);
  }
}
