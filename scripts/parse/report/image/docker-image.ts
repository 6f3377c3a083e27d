import { z } from 'zod';
import type { Image } from '../../../../src/records/index.ts';
import type { JsonReport } from '../json/json.ts';
import { readJsonList } from '../json/json-list.ts';
import { type Outline, outlineOf } from '../json/json-outline.ts';
import type { ParsedReport, ReportFile, ReportReader } from '../parsed-report.ts';
import {
  commitsOf,
  digestOf,
  digestsOf,
  instantOfText,
  known,
  listOf,
  OptionalTextSchema,
} from '../report-values.ts';

const LabelsSchema = z.record(z.string(), z.string().nullable()).nullish();

/**
 * An image of `docker image inspect` (Docker Engine API, ImageInspect), `podman image inspect` (the same; its
 * "Digest" stands there before any push) or `skopeo inspect` (the registry's digest, no id), as far as it is read.
 */
const InspectedSchema = z.object({
  Id: OptionalTextSchema,
  Digest: OptionalTextSchema,
  RepoDigests: listOf(z.string()),
  RepoTags: listOf(z.string()),
  Created: OptionalTextSchema,
  Size: z.int().nonnegative().nullish(),
  Labels: LabelsSchema,
  Config: z.object({ Labels: LabelsSchema }).nullish(),
});
type Inspected = z.infer<typeof InspectedSchema>;

/** One image as its builder or registry describes it. Several in one file are refused: a stage pushes one. */
export const dockerImageReader: ReportReader = {
  format: 'docker-image',
  recognises: isInspection,
  parse: (file) => reportOf(onlyImage(readJsonList(file, InspectedSchema))),
};

function isInspection(file: ReportFile): boolean {
  const outline = outlineOf(file);
  return outline !== undefined && (isEngine(outline, '[].') || isEngine(outline, '') || isSkopeo(outline));
}

/** A container has an id too, but neither layers nor digests of a registry. */
function isEngine(outline: Outline, prefix: string): boolean {
  const ofImages = ['RepoDigests', 'RepoTags', 'RootFS'].some((name) => outline.has(prefix + name));
  return outline.has(`${prefix}Id`) && ofImages && !outline.has(`${prefix}State`);
}

function isSkopeo(outline: Outline): boolean {
  return ['Digest', 'RepoTags', 'Layers', 'Architecture'].every((name) => outline.has(name));
}

function onlyImage({ data, fault }: JsonReport<Inspected[]>): Inspected {
  const [image, ...others] = data;
  if (image === undefined)
    throw fault('the list of images is empty', [], 'The image was not found: inspect it by its digest.');
  if (others.length > 0)
    throw fault(`describes ${data.length} images, not one`, [1], 'Give one file for each image.');
  if (digestOf(image.Id ?? image.Digest) === undefined)
    throw fault('the image has no SHA-256 id or digest', [0, image.Id === undefined ? 'Digest' : 'Id']);
  return image;
}

function reportOf(inspected: Inspected): ParsedReport {
  const image = imageOf(inspected);
  return {
    format: 'docker-image',
    commits: commitsOf([image.revision]),
    digests: image.digests,
    measured: { image },
    failures: [],
    doubts: doubtsOf(inspected, image),
  };
}

/** For an image that is not in a registry skopeo makes up a digest; it then lists no tags of the registry. */
function doubtsOf({ Id, RepoTags }: Inspected, { digests }: Image): string[] {
  const madeUp = Id === undefined && RepoTags.length === 0;
  return [
    ...(digests.length === 0 ? ['the image was not pushed: it has no digest of a registry'] : []),
    ...(madeUp ? ['the digest may not be that of a registry: inspect it by docker://, with its tags'] : []),
  ];
}

/** Podman writes digests for images that were never pushed too, by the name "localhost/…". */
function isPushed(reference: string): boolean {
  return !reference.startsWith('localhost/');
}

function imageOf({ Id, Digest, RepoDigests, Created, Size, Labels, Config }: Inspected): Image {
  const own = Id === undefined ? digestOf(Digest) : undefined;
  return {
    digests: own === undefined ? digestsOf(RepoDigests.filter(isPushed)) : [own],
    ...known({
      id: digestOf(Id),
      size: Size ?? undefined,
      createdAt: instantOfText(Created),
      revision: revisionOf(Config?.Labels) ?? revisionOf(Labels),
    }),
  };
}

function revisionOf(labels: z.infer<typeof LabelsSchema>): string | undefined {
  return labels?.['org.opencontainers.image.revision'] || undefined;
}
