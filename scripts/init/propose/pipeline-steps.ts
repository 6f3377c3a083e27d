import type { Stage } from '../../../src/records/index.ts';

/** What shows in a pipeline's file that it has a stage, for each that can be told from it. */
export const STEPS: readonly { stage: Stage; shown: readonly RegExp[] }[] = [
  {
    stage: 'build',
    shown: [
      /\bdocker(?:x)? (?:buildx )?build\b|\bbuildx (?:build|bake)\b|docker\/(?:build-push|bake)-action|\bpodman build\b|\bbuildah b|kaniko|\bko (?:build|publish)\b/,
      /\bgoreleaser\b/,
      /\bgo build\b|\b(?:npm|pnpm|yarn)(?: run)? build\b|\bmvn\b[^\n]*\b(?:package|install|verify|deploy)\b|\bgradlew? [^\n]*\b(?:build|assemble)\b|\bcargo build\b|\bdotnet (?:build|publish)\b|\bpython3? (?:-m build|setup\.py (?:sdist|bdist))|\bpoetry build\b|\bhatch build\b|build-and-inspect-python-package/,
      /\bmake [^\n]*\b(?:build|all|images?|docker[\w.-]*|release|binar(?:y|ies))\b/,
    ],
  },
  {
    stage: 'unit-tests',
    shown: [
      /\bgo test\b|\bgotestsum\b|\bginkgo\b/,
      /\b(?:npm|pnpm|yarn)(?: run)? (?:t|test|unit|coverage)[\w:.-]*\b|\b(?:npx |pnpm |yarn )?(?:vitest|jest|mocha)\b/,
      /\bpytest\b|\btox\b|\bnox\b|\bunittest\b|\bstestr\b/,
      /\bmvn\b[^\n]*\b(?:test|verify|install|deploy)\b|\bgradlew? [^\n]*\b(?:test|check|build)\b|\bcargo (?:test|nextest)\b|\bdotnet test\b|\brspec\b|\brake (?:test|spec)\b|\bctest\b|\bbazel test\b/,
      /\bmake [^\n]*\b(?:unit[\w.-]*|tests?|check|cover(?:age)?)\b/,
      /codecov\/codecov-action|\bcodecov\b/,
    ],
  },
  {
    stage: 'image-scan',
    shown: [
      /trivy-action|\btrivy(?: -\S+)* (?:image|i|fs|filesystem|rootfs|repo|config|client)\b|\bgrype\b|anchore\/scan-action|\bsnyk (?:container|test|monitor)\b|snyk\/actions|\bclair\b|\bdocker scout\b|\bdockle\b|container-scan/i,
    ],
  },
  {
    stage: 'push',
    shown: [
      /\bdocker push\b|^\s*push:\s*(?:true|\$\{\{)|\bpodman push\b|\bskopeo copy\b|\bcrane (?:push|copy)\b/m,
      /\b(?:npm|pnpm|yarn)(?: run)? (?:-r )?publish\b|changesets\/action|\btwine upload\b|gh-action-pypi-publish|\bcargo publish\b|\bgem push\b|\bdotnet nuget push\b|\bmvn\b[^\n]*\bdeploy\b/,
      /\bgoreleaser\b/,
      /\bmake [^\n]*\b(?:push|publish)[\w.-]*/,
    ],
  },
  {
    stage: 'chart',
    shown: [/chart-releaser|\bcr (?:upload|package)\b|\bhelm (?:package|push)\b|chartmuseum|publish-charts/],
  },
  {
    stage: 'deploy',
    shown: [
      /\bargocd app (?:sync|set)\b|\bkubectl (?:set image|rollout)\b|\bflux reconcile\b|\bhelm(?:file)? (?:upgrade|sync|apply)\b/,
      /\baws (?:ecs|eks|lambda) (?:update|deploy)|\bgcloud (?:run|app) deploy\b|\bserverless deploy\b/,
    ],
  },
  {
    stage: 'integration',
    shown: [
      /helm\/kind-action|\bkind create cluster\b|\bminikube start\b|\bk3d cluster create\b|\bk3s\b/,
      /\be2e\b|\bintegration[-_ ]?tests?\b|\bfunctional[-_ ]?tests?\b|\bbdd\b|\bcypress\b|\bplaywright\b|\bsystem[-_ ]tests?\b|\bintegration\b/i,
    ],
  },
  {
    stage: 'load',
    shown: [
      /\bk6 run\b|grafana\/(?:setup-)?k6|\bjmeter\b|\blocust\b|\bgatling\b|\bvegeta\b|\bload[-_ ]tests?\b/i,
    ],
  },
  { stage: 'sanity', shown: [/\b(?:sanity|smoke)[-_ ]?(?:tests?|checks?)?\b/i] },
  {
    stage: 'validation',
    shown: [
      /\bhelm lint\b|chart-testing-action|\bct lint\b|\bkubeconform\b|\bkubeval\b|\bconftest\b|\bansible-lint\b|\bkube-linter\b/,
    ],
  },
];
