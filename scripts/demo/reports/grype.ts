import { imageIdOf, manifestOf, referenceOf, type SampleImage } from './image.ts';
import { zulu } from './moments.ts';
import { jsonReport, type ReportText } from './report-file.ts';
import type { SampleVulnerability } from './vulnerabilities.ts';

/** `grype -o json`: it says by itself when its database was built. */
export function grype(
  image: SampleImage,
  found: readonly SampleVulnerability[],
  at: string,
  databaseAt: string,
): ReportText {
  return jsonReport('grype.json', {
    matches: found.map(match),
    source: {
      type: 'image',
      target: {
        imageID: imageIdOf(image),
        manifestDigest: manifestOf(image),
        repoDigests: [referenceOf(image)],
        labels: { 'org.opencontainers.image.revision': image.commit },
      },
    },
    descriptor: {
      name: 'grype',
      version: '0.87.0',
      timestamp: zulu(at),
      db: { status: { built: zulu(databaseAt), valid: true } },
    },
  });
}

function match({ id, severity, package: name, version, fixedIn }: SampleVulnerability): object {
  const words = `${severity[0]}${severity.slice(1).toLowerCase()}`;
  const versions = fixedIn === undefined ? [] : [fixedIn];
  return { vulnerability: { id, severity: words, fix: { versions } }, artifact: { name, version } };
}
