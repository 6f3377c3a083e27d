// What people and pipelines filed for a release. Only the internal edition's routes import this file.
import type { z } from 'zod';
import {
  type Checklist,
  ChecklistSchema,
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
} from '../records/index.ts';
import type { Written } from '../verdict/dossier.ts';
import { readRecord, recordPath, recordsIn } from './files.ts';
import { lately } from './once.ts';

/** The records of one release beside its harvest. */
export interface FiledRecords {
  opening: Written<Opening> | null;
  votes: Written<Vote>[];
  checklists: Written<Checklist>[];
  recovery: Written<Recovery> | null;
  waivers: Written<Waiver>[];
}

/** Reads what was filed for a release. Throws a Fault for a record that is not as its schema says. */
export function readFiled(product: string, version: string): FiledRecords {
  const folder = folderOf(product, version);
  const there = recordsIn(...folder);
  const one = <Schema extends z.ZodType>(schema: Schema, name: string): Written<z.infer<Schema>> | null =>
    there.includes(name) ? readOne(schema, ...folder, name) : null;
  return {
    opening: one(OpeningSchema, 'opening'),
    votes: readAll(VoteSchema, ...folder, 'votes'),
    checklists: readAll(ChecklistSchema, ...folder, 'checklists'),
    recovery: one(RecoverySchema, 'recovery'),
    waivers: readAll(WaiverSchema, ...folder, 'waivers'),
  };
}

/** Every attempt at every stage, by file name. The last ones are kept: each stage has a page of its own. */
export function readStages(product: string, version: string): Written<StageReport>[] {
  return lastStages(`${product}/${version}`);
}

/** How many reports a release has, without reading them. */
export function countStages(product: string, version: string): number {
  return recordsIn(...folderOf(product, version), 'stages').length;
}

const lastStages = lately('stages', (key) => {
  const [product = '', version = ''] = key.split('/');
  return readAll(StageReportSchema, ...folderOf(product, version), 'stages');
});

function folderOf(product: string, version: string): string[] {
  return ['ledger', product, 'releases', version];
}

function readAll<Schema extends z.ZodType>(schema: Schema, ...folder: string[]): Written<z.infer<Schema>>[] {
  return recordsIn(...folder).map((name) => readOne(schema, ...folder, name));
}

function readOne<Schema extends z.ZodType>(schema: Schema, ...parts: string[]): Written<z.infer<Schema>> {
  return { ...readRecord(schema, ...parts), path: recordPath(...parts) };
}
