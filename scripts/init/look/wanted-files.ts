/** So many files of one kind are read at most: a proposal needs no more. */
const MOST = 60;

const PIPELINES = [
  /^\.github\/workflows\/[^/]+\.ya?ml$/,
  /^\.travis\.ya?ml$/,
  /^\.gitlab-ci\.ya?ml$/,
  /^(?:.*\/)?Jenkinsfile[^/]*$/,
  /^\.circleci\/config\.ya?ml$/,
  /^azure-pipelines[^/]*\.ya?ml$/,
  /^\.drone\.ya?ml$/,
  /^\.cirrus\.ya?ml$/,
  /^cloudbuild\.ya?ml$/,
  /^\.tekton\/[^/]+\.ya?ml$/,
  /^appveyor\.yml$/,
  /^\.?zuul(?:\.d\/[^/]+)?\.ya?ml$/,
];
const PEOPLE = [
  /^(?:\.github\/|docs\/|\.gitlab\/)?CODEOWNERS$/,
  /^(?:[^/]+\/){0,3}OWNERS$/,
  /^OWNERS_ALIASES$/,
  /^(?:\.github\/|docs\/)?MAINTAINERS(?:\.(?:md|txt|rst))?$/i,
];
const ABOUT = [/^README(?:\.md)?$/i, /^(?:[^/]+\/){0,2}package\.json$/, /^Makefile$/];
/** Charts in these folders are tried out, not shipped. */
const NOT_SHIPPED =
  /(?:^|\/)(?:tests?|testdata|test-fixtures|fixtures|examples?|samples?|demos?|docs?|vendor|third_party|node_modules|e2e)\//i;

/** A file that tells a build server what to do. */
export function isPipeline(path: string): boolean {
  return PIPELINES.some((form) => form.test(path));
}

/** A Helm chart that is shipped: neither a test's, nor one inside of another. */
export function isShippedChart(path: string, files: ReadonlySet<string>): boolean {
  if (!/(?:^|\/)Chart\.yaml$/.test(path) || NOT_SHIPPED.test(path)) return false;
  const outer = /^(.*?)\/?charts\/[^/]+\/Chart\.yaml$/.exec(path)?.[1];
  return outer === undefined || !files.has(outer === '' ? 'Chart.yaml' : `${outer}/Chart.yaml`);
}

/** Of all files of a repository those that tell of pipelines, charts and people. */
export function wantedFiles(files: readonly string[]): string[] {
  const all = new Set(files);
  const shallowFirst = files.toSorted((a, b) => depthOf(a) - depthOf(b) || (a < b ? -1 : 1));
  const charts = shallowFirst.filter((file) => isShippedChart(file, all)).slice(0, MOST);
  const some = (forms: readonly RegExp[]) =>
    shallowFirst.filter((file) => forms.some((form) => form.test(file))).slice(0, MOST);
  return [
    ...some(PIPELINES),
    ...some(PEOPLE),
    ...some(ABOUT),
    ...charts,
    ...charts.flatMap(besideChart),
  ].filter((file) => all.has(file));
}

/** Files of a chart of Helm 2. */
function besideChart(chart: string): string[] {
  return [chart.replace(/Chart\.yaml$/, 'requirements.yaml')];
}

/** Scripts that pipelines name: what they do is done by the pipeline. */
export function namedScripts(files: readonly string[], texts: readonly string[]): string[] {
  const all = texts.join('\n');
  const scripts = files.filter((file) => /\.(?:sh|bash|mk)$/.test(file) && !NOT_SHIPPED.test(file));
  return scripts.filter((file) => all.includes(file)).slice(0, MOST);
}

function depthOf(path: string): number {
  return path.split('/').length;
}
