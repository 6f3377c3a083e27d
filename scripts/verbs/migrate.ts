import { planMigration } from '../migrate/plan-migration.ts';
import { sayMigration } from '../migrate/told-migration.ts';
import { recover, writeAllOrNothing } from '../store/transaction.ts';
import type { Console } from './console.ts';

/** What `ledger migrate` is asked for. */
export interface MigrateOptions {
  content: string;
  /** Say what would be written, and write nothing. */
  dryRun?: boolean;
}

/**
 * Brings every record that is in no seal to the newest format, all of them or none. Returns the exit code: 1 where
 * that was only asked about, and something is to be done.
 */
export async function migrate({ content, dryRun = false }: MigrateOptions, out: Console): Promise<number> {
  // 1. See what has to be written; a record that cannot be read stops all of it.
  recover(content);
  const plan = planMigration(content, out.progress);
  // 2. Write all of it, or nothing.
  if (!dryRun && plan.files.length > 0)
    writeAllOrNothing(content, (transaction) => {
      for (const [index, { file, text }] of plan.files.entries()) {
        out.progress.step('Writing', index + 1, plan.files.length);
        transaction.write(file, text);
      }
    });
  out.progress.end();
  sayMigration(plan, dryRun, out);
  return dryRun && plan.files.length > 0 ? 1 : 0;
}
