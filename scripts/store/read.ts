import { createHash } from 'node:crypto';
import path from 'node:path';
import type { z } from 'zod';
import { parseCommitTable } from '../../src/markdown/commit-table.ts';
import { type MarkdownRecord, readMarkdown } from '../../src/markdown/front-matter.ts';
import {
  type Change,
  ChangeSchema,
  type CommitFate,
  Fault,
  type Note,
  NoteSchema,
  type PlatformRelease,
  PlatformReleaseSchema,
  type Policy,
  PolicySchema,
  type Product,
  ProductSchema,
  type Release,
  ReleaseSchema,
} from '../../src/records/index.ts';
import { currentText } from './current-text.ts';
import { markdownNames, subfolders } from './folders.ts';
import { ledgerPaths } from './paths.ts';
import { readIfThere, recover } from './transaction.ts';

/**
 * A release's note: its front matter, and the whole text for changes that keep every other byte. One of an older format
 * is brought forward, its text too.
 */
export interface StoredNote extends MarkdownRecord<Note> {
  text: string;
  /** Its path in the content folder. */
  file: string;
}

/** A policy and the digest of its bytes, which every record made under it names. */
export interface StoredPolicy {
  policy: Policy;
  digest: string;
  text: string;
}

/** Reads a policy's text. Throws a Fault with file, line and field. */
export function parsePolicy(text: string, file: string): StoredPolicy {
  const { data } = readMarkdown(text, PolicySchema, file);
  return { policy: data, text, digest: `sha256:${createHash('sha256').update(text).digest('hex')}` };
}

/** Reads a ledger's records. Every fault names file, line and field. */
export class LedgerReader {
  readonly content: string;

  constructor(content: string) {
    recover(content);
    this.content = content;
  }

  /** Ids of the products that have a policy, sorted. */
  products(): string[] {
    return subfolders(path.join(this.content, 'ledger')).filter(
      (id) => this.text(ledgerPaths(id).policy) !== null,
    );
  }

  policy(product: string): StoredPolicy | null {
    const file = ledgerPaths(product).policy;
    const text = this.text(file);
    if (text === null) return null;
    const stored = parsePolicy(text, this.path(file));
    if (stored.policy.product !== product)
      throw new Fault(`the policy of ${product} says that it is of "${stored.policy.product}"`, {
        place: { file: this.path(file), field: 'product' },
      });
    return stored;
  }

  /** Throws a Fault with the products that there are where the product is unknown. */
  knownPolicy(product: string): StoredPolicy {
    const stored = this.policy(product);
    if (stored !== null) return stored;
    const others = this.products();
    throw new Fault(`there is no product "${product}" in ${this.content}`, {
      hint:
        others.length > 0
          ? `Known products: ${others.join(', ')}. A new one starts with: ledger harvest --product ${product} --repo PATH`
          : `Start with: ledger harvest --product ${product} --repo PATH`,
    });
  }

  product(product: string): Product | null {
    const file = ledgerPaths(product).product;
    const text = this.text(file);
    return text === null ? null : this.parse(text, ProductSchema, file).data;
  }

  note(product: string, version: string): StoredNote | null {
    const file = ledgerPaths(product).note(version);
    const text = this.text(file);
    if (text === null) return null;
    return { ...this.parse(text, NoteSchema, file), text: currentText(text, 'note', this.path(file)), file };
  }

  /** Ids of all entries that the product's notes have ever held. */
  entryIds(product: string): Set<string> {
    const notes = this.notedVersions(product).map((version) => this.note(product, version));
    return new Set(notes.flatMap((note) => note?.data.entries.map(({ id }) => id) ?? []));
  }

  /** Versions that have a note, in no order. */
  notedVersions(product: string): string[] {
    return markdownNames(path.join(this.content, ledgerPaths(product).notes));
  }

  /** Versions that have a dossier, in no order. */
  versions(product: string): string[] {
    return subfolders(path.join(this.content, ledgerPaths(product).releases));
  }

  release(product: string, version: string): Release | null {
    const file = ledgerPaths(product).release(version);
    const text = this.text(file);
    return text === null ? null : this.parse(text, ReleaseSchema, file).data;
  }

  /** The bytes of a release.md, for an edit that keeps the rest of them. */
  releaseText(product: string, version: string): string | null {
    return this.text(ledgerPaths(product).release(version));
  }

  /** A release with the fate of each of its commits. */
  account(product: string, version: string): { release: Release; fates: CommitFate[]; body: string } | null {
    const file = ledgerPaths(product).release(version);
    const text = this.text(file);
    if (text === null) return null;
    const { data, body } = this.parse(text, ReleaseSchema, file);
    const bodyLine = text.slice(0, text.length - body.length).split('\n').length;
    return { release: data, fates: parseCommitTable(body, this.path(file), bodyLine), body };
  }

  change(product: string, version: string, id: string): Change | null {
    return this.changeRecord(product, version, id)?.data ?? null;
  }

  /** A change with its body: the landing's message and the descriptions of its pull requests. */
  changeRecord(product: string, version: string, id: string): MarkdownRecord<Change> | null {
    const file = ledgerPaths(product).change(version, id);
    const text = this.text(file);
    return text === null ? null : this.parse(text, ChangeSchema, file);
  }

  /** A release as the platform published it; the body is its description, fenced. */
  platformRelease(product: string, version: string): MarkdownRecord<PlatformRelease> | null {
    const file = ledgerPaths(product).platformRelease(version);
    const text = this.text(file);
    return text === null ? null : this.parse(text, PlatformReleaseSchema, file);
  }

  /** Ids of the change records in a release's own dossier. */
  changeIds(product: string, version: string): string[] {
    return markdownNames(path.join(this.content, ledgerPaths(product).dossier(version), 'changes'));
  }

  private text(file: string): string | null {
    return readIfThere(path.join(this.content, file));
  }

  private path(file: string): string {
    return path.join(this.content, file);
  }

  private parse<Schema extends z.ZodType>(
    text: string,
    schema: Schema,
    file: string,
  ): MarkdownRecord<z.infer<Schema>> {
    return readMarkdown(text, schema, this.path(file));
  }
}
