import type { z } from 'zod';
import { formOfFile } from '../../../src/records/index.ts';

/** The schema of a record in a dossier, by where it stands; null for evidence and for what is no markdown. */
export function recordSchema(file: string): z.ZodType | null {
  return file.endsWith('.md') ? (formOfFile(file)?.schema ?? null) : null;
}
