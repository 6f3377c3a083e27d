import { SCHEMA_VERSION } from '../../../src/records/index.ts';
import { markdownFile } from '../../store/yaml-lines.ts';

/** Nobody of a roster: the control "recovery-plan" says that somebody has to be named. */
const NOBODY_YET = 'TODO';

/** What stands under each heading until somebody writes there. Comments are no words: the control takes them for nothing. */
const SECTIONS = [
  {
    heading: 'Plan',
    guide:
      'How the previous release is put back, step by step, and who decides it. Where something cannot be taken back, set "irreversible: true" above and say which backup is restored.',
  },
  {
    heading: 'Special provisions',
    guide:
      'What is other than usual: migrations, flags, order. Name stateful parts such as Kafka here and as "stateful" above. "None." is an answer.',
  },
  {
    heading: 'On call',
    guide: 'Who is called and how. People of the roster or roles go into "onCall" above.',
  },
] as const;

/** A recovery plan that is not filled in. */
export function newRecovery(product: string, version: string): string {
  const body = SECTIONS.map(({ heading, guide }) => `## ${heading}\n\n<!-- ${guide} -->\n`).join('\n');
  return markdownFile({ schema: SCHEMA_VERSION, product, version, onCall: [NOBODY_YET] }, body);
}
