import { imageIdOf, referenceOf, repositoryOf, type SampleImage } from './image.ts';
import { minutesAfter, zulu } from './moments.ts';
import { jsonReport, type ReportText } from './report-file.ts';
import type { SampleVulnerability } from './vulnerabilities.ts';

const VERSION = '0.68.1';

/** `trivy image --format json`: it does not say how old the scanner's database was. */
export function trivy(image: SampleImage, found: readonly SampleVulnerability[], at: string): ReportText {
  return jsonReport('trivy.json', {
    SchemaVersion: 2,
    Trivy: { Version: VERSION },
    CreatedAt: zulu(at),
    ArtifactName: `${repositoryOf(image)}:${image.version}`,
    ArtifactType: 'container_image',
    Metadata: {
      OS: { Family: 'alpine', Name: '3.22.1' },
      ImageID: imageIdOf(image),
      RepoDigests: [referenceOf(image)],
      ImageConfig: {
        created: zulu(image.builtAt),
        config: { Labels: { 'org.opencontainers.image.revision': image.commit } },
      },
    },
    Results: [
      { Target: `${image.module} (alpine 3.22.1)`, Class: 'os-pkgs', Vulnerabilities: found.map(row) },
      { Target: 'usr/bin/server', Class: 'lang-pkgs' },
    ],
  });
}

/** `trivy version --format json`, which says what the scan does not. */
export function trivyVersion(databaseAt: string): ReportText {
  const UpdatedAt = zulu(databaseAt);
  const NextUpdate = zulu(minutesAfter(databaseAt, 24 * 60));
  return jsonReport('trivy-version.json', {
    Version: VERSION,
    VulnerabilityDB: { Version: 2, UpdatedAt, NextUpdate },
  });
}

function row({ id, severity, package: name, version, fixedIn }: SampleVulnerability): object {
  const fixed = fixedIn === undefined ? {} : { FixedVersion: fixedIn };
  return { VulnerabilityID: id, PkgName: name, InstalledVersion: version, ...fixed, Severity: severity };
}
