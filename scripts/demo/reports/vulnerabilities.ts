/** A vulnerability that scanners of the sample find. Ids are made up: years to come, numbers that nobody gives. */
export interface SampleVulnerability {
  id: string;
  severity: 'CRITICAL' | 'HIGH' | 'MEDIUM' | 'LOW';
  package: string;
  version: string;
  fixedIn?: string;
}

const KNOWN: readonly SampleVulnerability[] = [
  { id: 'CVE-2026-90101', severity: 'CRITICAL', package: 'libxml2', version: '2.11.7', fixedIn: '2.11.9' },
  { id: 'CVE-2026-90107', severity: 'HIGH', package: 'openssl', version: '3.1.4', fixedIn: '3.1.6' },
  { id: 'CVE-2026-90112', severity: 'HIGH', package: 'curl', version: '8.5.0', fixedIn: '8.9.1' },
  {
    id: 'CVE-2026-90118',
    severity: 'HIGH',
    package: 'golang.org/x/net',
    version: '0.33.0',
    fixedIn: '0.38.0',
  },
  { id: 'CVE-2026-90123', severity: 'MEDIUM', package: 'busybox', version: '1.36.1' },
  { id: 'CVE-2026-90129', severity: 'MEDIUM', package: 'zlib', version: '1.3.0', fixedIn: '1.3.1' },
  { id: 'CVE-2026-90134', severity: 'MEDIUM', package: 'vite', version: '5.4.14', fixedIn: '5.4.15' },
  { id: 'CVE-2026-90140', severity: 'LOW', package: 'tzdata', version: '2025b' },
  { id: 'CVE-2026-90146', severity: 'LOW', package: 'ncurses', version: '6.4' },
];

/** Vulnerabilities by the last three digits of their ids, as "101 118 140". */
export function vulnerabilities(digits: string): SampleVulnerability[] {
  const wanted = digits.split(' ').filter((part) => part !== '');
  return wanted.map((part) => {
    const found = KNOWN.find(({ id }) => id.endsWith(part));
    if (found === undefined) throw new Error(`the sample knows no vulnerability …${part}`);
    return found;
  });
}
