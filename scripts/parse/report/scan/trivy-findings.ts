import type { Vulnerability } from '../../../../src/records/index.ts';
import { known, oneLine, severityOf } from '../report-values.ts';
import type { TrivyResult } from './trivy-schema.ts';

/** Whatever one result of Trivy found: vulnerabilities, failed checks of configuration, secrets and licences. */
export function findingsOf(result: TrivyResult): Vulnerability[] {
  return [...vulnerabilities(result), ...misconfigurations(result), ...secrets(result), ...licences(result)];
}

function vulnerabilities({ Target, Vulnerabilities }: TrivyResult): Vulnerability[] {
  return Vulnerabilities.map((found) => ({
    ...finding(found.VulnerabilityID, found.Severity, found.PkgName ?? Target),
    ...known({ version: found.InstalledVersion, fixedIn: found.FixedVersion }),
  }));
}

function misconfigurations({ Target, Misconfigurations }: TrivyResult): Vulnerability[] {
  return Misconfigurations.filter(isFailure).map(({ ID, Severity }) => finding(ID, Severity, Target));
}

/** A check without a status is an old report's failure. */
export function isFailure({ Status }: TrivyResult['Misconfigurations'][number]): boolean {
  return Status === undefined || Status === 'FAIL';
}

function secrets({ Target, Secrets }: TrivyResult): Vulnerability[] {
  return Secrets.map(({ RuleID, Severity }) => finding(RuleID, Severity, Target));
}

function licences({ Target, Licenses }: TrivyResult): Vulnerability[] {
  return Licenses.map(({ Name, Severity, PkgName, FilePath }) =>
    finding(Name, Severity, PkgName ?? FilePath ?? Target),
  );
}

function finding(id: string, severity: string | undefined, place: string): Vulnerability {
  return { id: oneLine(id) || '(no id)', severity: severityOf(severity), in: oneLine(place) || '(no name)' };
}
