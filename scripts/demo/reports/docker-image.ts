import { numberOf } from './fingerprints.ts';
import { imageIdOf, referenceOf, repositoryOf, type SampleImage } from './image.ts';
import { zulu } from './moments.ts';
import { jsonReport, type ReportText } from './report-file.ts';

/** `docker image inspect` of an image that was pushed. */
export function dockerImage(image: SampleImage): ReportText {
  return jsonReport('image.json', [
    {
      Id: imageIdOf(image),
      RepoTags: [`${repositoryOf(image)}:${image.version}`],
      RepoDigests: [referenceOf(image)],
      Created: zulu(image.builtAt),
      Config: { Labels: { 'org.opencontainers.image.revision': image.commit } },
      Architecture: 'amd64',
      Os: 'linux',
      Size: 41_000_000 + numberOf(9_000_000, image.module, image.commit),
    },
  ]);
}
