/** Something that a verification found. */
export interface VerifyFinding {
  /** An alarm says that the ledger is not what was sealed; a notice says what could not be shown, or is not sealed yet. */
  is: 'alarm' | 'notice';
  text: string;
  /** From the content folder on; null where it is about no file. */
  file: string | null;
}

/** Makes an alarm. */
export function alarm(text: string, file: string | null): VerifyFinding {
  return { is: 'alarm', text, file };
}

/** Makes a notice. */
export function notice(text: string, file: string | null): VerifyFinding {
  return { is: 'notice', text, file };
}

const KINDS: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/\/changes\/([^/]+)\.md$/, 'change'],
  [/\/votes\/([^/]+)\.md$/, 'vote'],
  [/\/stages\/([^/]+)\.md$/, 'stage report'],
  [/\/evidence\/([^/]+)$/, 'evidence'],
  [/\/waivers\/([^/]+)\.md$/, 'waiver'],
  [/\/checklists\/([^/]+)\.md$/, 'checklist'],
  [/\/amendments\/([^/]+)\.md$/, 'amendment'],
  [/\/deployments\/[^/]+\/([^/]+)\.md$/, 'deployment'],
  [/\/releases\/([^/]+)\/release\.md$/, 'record of release'],
  [/\/(opening|recovery|platform-release)\.md$/, 'record'],
];

/** What a file of the ledger is: "vote qa-sana-qureshi". */
export function recordName(file: string): string {
  for (const [pattern, name] of KINDS) {
    const [, id] = pattern.exec(file) ?? [];
    if (id !== undefined) return `${name} ${id}`;
  }
  return 'file';
}
