import type { PackedRelease } from '../packed-release.ts';
import { changeSection, deploymentSection } from './fact-sections.ts';
import { controlSection, stageSection, verdictBox, voteSection } from './judged-sections.ts';
import { type Markup, markup } from './markup.ts';
import { sealSection } from './seal-section.ts';
import { STYLE } from './style.ts';

/** One release on one page, to be read or printed: no script, and nothing from outside. */
export function releasePage(release: PackedRelease): string {
  const title = `${release.product} ${release.version}`;
  const page = markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title>
<style>${{ html: STYLE }}</style>
</head>
<body>
<main>
<h1>${title}</h1>
${head(release)}
${verdictBox(release)}
${controlSection(release)}${voteSection(release)}${stageSection(release)}${changeSection(release)}${deploymentSection(release)}${sealSection(release)}</main>
</body>
</html>
`;
  return page.html;
}

function head({ dossier, judgedAt }: PackedRelease): Markup {
  const tag = dossier.release?.data.tag;
  return markup`<dl>
<dt>Tag</dt><dd>${tag === undefined ? 'none yet' : `${tag.name} (${tag.kind}, object ${tag.object})`}</dd>
<dt>Commit</dt><dd>${tag?.commit ?? 'not known'}</dd>
<dt>Judged as of</dt><dd>${judgedAt}</dd>
<dt>By policy</dt><dd>${dossier.policyDigest}</dd>
</dl>`;
}
