import { spelledOut } from '../../markdown/harmless.ts';
import type { Deployment } from '../../records/index.ts';
import { TRIGGER_WORDS } from './deployment-marks.ts';

/** What made somebody roll back: "a metric: 5xx 4.1 % against 1 %"; null where the record does not say. */
export function triggerText({ rollback }: Deployment): string | null {
  const trigger = rollback?.trigger;
  return trigger === undefined ? null : `${TRIGGER_WORDS[trigger.kind]}: ${spelledOut(trigger.what)}`;
}
