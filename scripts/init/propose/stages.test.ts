import { describe, expect, test } from 'vitest';
import { factsOf } from '../testing.ts';
import { proposeStages } from './stages.ts';

function stagesOf(texts: Record<string, string>): string[] {
  return proposeStages([factsOf({ texts })]).value;
}

describe('stages are proposed', () => {
  test('by what the pipelines of GitHub do, in the order of stages', () => {
    const texts = {
      '.github/workflows/b.yml':
        'steps:\n  - run: helm package charts/core\n  - uses: aquasecurity/trivy-action@v1\n',
      '.github/workflows/a.yml':
        'steps:\n  - run: go test ./...\n  - run: docker build .\n  - run: docker push x\n',
    };
    expect(proposeStages([factsOf({ texts })])).toEqual({
      value: ['clone', 'build', 'unit-tests', 'image-scan', 'push', 'chart'],
      because:
        'pipelines show build: "docker build" in .github/workflows/a.yml, unit-tests: "go test" in .github/workflows/a.yml, image-scan: "trivy-action" in .github/workflows/b.yml, push: "docker push" in .github/workflows/a.yml and chart: "helm package" in .github/workflows/b.yml',
    });
  });

  test.each([
    ['.travis.yml', 'script:\n  - npm test\n', ['clone', 'unit-tests']],
    ['Jenkinsfile', "stage('x') { sh 'mvn -B verify' }", ['clone', 'build', 'unit-tests']],
    ['.gitlab-ci.yml', 'e2e:\n  script: kind create cluster\n', ['clone', 'integration']],
    ['.github/workflows/d.yml', 'run: argocd app sync core\n', ['clone', 'deploy']],
    ['.github/workflows/d.yml', 'run: k6 run load.js\n', ['clone', 'load']],
    ['.github/workflows/d.yml', 'run: helm lint charts\n', ['clone', 'validation']],
    ['.github/workflows/d.yml', 'run: echo sanity check\n', ['clone', 'sanity']],
  ])('%s: %j shows %j', (file, text, stages) => {
    expect(stagesOf({ [file]: text })).toEqual(stages);
  });

  test('by a Makefile and scripts only where a pipeline calls them', () => {
    const called = { '.travis.yml': 'script: make all && ./ci/run.sh', Makefile: 'all:\n\tgo test ./...\n' };
    expect(stagesOf({ ...called, 'ci/run.sh': 'docker push x' })).toContain('push');
    expect(stagesOf(called)).toContain('unit-tests');
    expect(stagesOf({ '.travis.yml': 'script: true', Makefile: 'all:\n\tgo test ./...\n' })).toEqual([
      'clone',
    ]);
  });

  test('not by what is commented out, and not by an install into a cluster for trial', () => {
    expect(stagesOf({ '.travis.yml': 'script:\n  # - docker push x\n' })).toEqual(['clone']);
    const trial = 'uses: helm/kind-action@v1\nrun: helm upgrade --install core .\n';
    expect(stagesOf({ '.github/workflows/t.yml': trial })).not.toContain('deploy');
  });

  test('never without a pipeline', () => {
    expect(proposeStages([factsOf({ texts: { Makefile: 'go test' } })])).toEqual({
      value: [],
      because: 'no file of a build server was found',
    });
  });
});
