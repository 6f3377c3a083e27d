import { minutesAfter, zulu } from './moments.ts';
import { jsonReport, type ReportText } from './report-file.ts';

/** `kubeconform -output json -summary -verbose` over manifests by file name; those of `invalid` do not fit. */
export function kubeconform(manifests: readonly string[], invalid: readonly string[] = []): ReportText {
  const resources = manifests.map((filename) => ({
    filename,
    kind: 'Deployment',
    name: filename.replace(/^.*\/|\.yaml$/g, ''),
    version: 'apps/v1',
    status: invalid.includes(filename) ? 'statusInvalid' : 'statusValid',
  }));
  const bad = resources.filter(({ status }) => status === 'statusInvalid').length;
  const summary = { valid: resources.length - bad, invalid: bad, errors: 0, skipped: 0 };
  return jsonReport('kubeconform.json', { resources, summary });
}

/** What Ansible's JSON callback prints of one play on one host. */
export function ansible(play: string, tasks: readonly string[], at: string): ReportText {
  const host = 'preprod-1';
  const duration = { start: zulu(at), end: zulu(minutesAfter(at, tasks.length)) };
  return jsonReport('ansible.json', {
    custom_stats: {},
    global_custom_stats: { path: 'cluster' },
    plays: [
      {
        play: { name: play, duration },
        tasks: tasks.map((name) => ({
          task: { name },
          hosts: { [host]: { action: 'k8s_info', changed: false } },
        })),
      },
    ],
    stats: {
      [host]: {
        ok: tasks.length,
        changed: 0,
        failures: 0,
        unreachable: 0,
        rescued: 0,
        ignored: 0,
        skipped: 0,
      },
    },
  });
}
