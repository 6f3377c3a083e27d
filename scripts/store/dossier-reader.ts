import fs from 'node:fs';
import path from 'node:path';
import type { z } from 'zod';
import { type MarkdownRecord, readMarkdown } from '../../src/markdown/front-matter.ts';
import {
  type Checklist,
  ChecklistSchema,
  Fault,
  type Opening,
  OpeningSchema,
  type Recovery,
  RecoverySchema,
  type StageReport,
  StageReportSchema,
  type Vote,
  VoteSchema,
  type Waiver,
  WaiverSchema,
} from '../../src/records/index.ts';
import { fileNames, markdownNames } from './folders.ts';
import { type DossierPart, ledgerPaths } from './paths.ts';
import { readIfThere } from './transaction.ts';

/** A record with its body and its place in the content folder. */
export interface StoredRecord<Data> extends MarkdownRecord<Data> {
  path: string;
}

/** Reads what people and pipelines filed for one release. Opens files of that release only. */
export class DossierReader {
  private readonly content: string;
  private readonly version: string;
  private readonly paths: ReturnType<typeof ledgerPaths>;

  constructor(content: string, product: string, version: string) {
    this.content = content;
    this.version = version;
    this.paths = ledgerPaths(product);
  }

  /** The release as somebody opened it, before its tag. */
  opening(): StoredRecord<Opening> | null {
    return this.one(this.paths.opening(this.version), OpeningSchema);
  }

  recovery(): StoredRecord<Recovery> | null {
    return this.one(this.paths.recovery(this.version), RecoverySchema);
  }

  /** Every attempt at every stage, by file name; only those with certain names where not all are wanted. */
  stageReports(isWanted: (name: string) => boolean = () => true): StoredRecord<StageReport>[] {
    return this.all('stages', StageReportSchema, isWanted);
  }

  votes(): StoredRecord<Vote>[] {
    return this.all('votes', VoteSchema);
  }

  checklists(): StoredRecord<Checklist>[] {
    return this.all('checklists', ChecklistSchema);
  }

  waivers(): StoredRecord<Waiver>[] {
    return this.all('waivers', WaiverSchema);
  }

  /** The bytes of a file of evidence. Throws a Fault where it is gone. */
  evidence(file: string): Buffer {
    const place = path.join(this.content, this.paths.evidence(this.version, file));
    try {
      return fs.readFileSync(place);
    } catch (cause) {
      throw new Fault('the evidence is not there any more', { place: { file: place }, cause });
    }
  }

  /** Names of the files of evidence. */
  evidenceFiles(): string[] {
    return fileNames(path.join(this.content, this.paths.evidence(this.version, '')));
  }

  private all<Schema extends z.ZodType>(
    part: DossierPart,
    schema: Schema,
    isWanted: (name: string) => boolean = () => true,
  ): StoredRecord<z.infer<Schema>>[] {
    const folder = this.paths.part(this.version, part);
    const names = markdownNames(path.join(this.content, folder)).filter(isWanted);
    return names.flatMap((name) => this.one(`${folder}/${name}.md`, schema) ?? []);
  }

  private one<Schema extends z.ZodType>(file: string, schema: Schema): StoredRecord<z.infer<Schema>> | null {
    const place = path.join(this.content, file);
    const text = readIfThere(place);
    return text === null ? null : { ...readMarkdown(text, schema, place), path: file };
  }
}
