import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** A revision as `helm history -o json` prints it. */
interface Revision {
  revision: number;
  updated: string;
  status: 'superseded' | 'deployed' | 'failed';
  chart: string;
  app_version: string;
  description: string;
}

/** Helm's clock is that of whoever runs it: a few seconds off. */
function revision(number: number, time: string, version: string, description = 'Upgrade complete'): Revision {
  const status = description.includes('failed') ? 'failed' : 'superseded';
  return {
    revision: number,
    updated: `2026-09-${time}`,
    status: number === 40 ? 'deployed' : status,
    chart: `director-${version}`,
    app_version: version,
    description,
  };
}

/** The ten revisions that Helm keeps. What was before them is gone. */
const HELM_HISTORY: readonly Revision[] = [
  revision(31, '10T17:04:11.402913+05:30', '1.22.1'),
  revision(32, '11T17:03:42.118204+05:30', '1.22.2'),
  revision(33, '14T17:05:20.730015+05:30', '1.23.0'),
  revision(34, '15T17:02:57.281448+05:30', '1.23.1'),
  revision(35, '21T17:05:14.090321+05:30', '1.25.0'),
  revision(
    36,
    '22T17:03:18.661270+05:30',
    '1.25.1',
    'Upgrade "director" failed: pre-upgrade hooks failed: timed out waiting for the condition',
  ),
  revision(37, '22T17:17:06.300118+05:30', '1.25.1'),
  revision(38, '24T17:04:22.917554+05:30', '1.26.1'),
  revision(39, '24T18:01:09.555102+05:30', '1.25.1', 'Rollback to 37'),
  revision(40, '25T17:06:31.004417+05:30', '1.26.2'),
];

const CHARTS = { repoURL: 'https://charts.example.org', chart: 'litmus' };

/** One sync of the preview, as Argo CD remembers it. */
function sync(id: number, at: string, version: string, username: string): object {
  return {
    id,
    revision: version,
    source: { ...CHARTS, targetRevision: version },
    deployStartedAt: `${at}:05Z`,
    deployedAt: `${at}:48Z`,
    initiatedBy: { username },
  };
}

/** What the preview's application remembers: the syncs before its seventh are gone. */
const ARGO_APPLICATION = {
  apiVersion: 'argoproj.io/v1alpha1',
  kind: 'Application',
  metadata: { name: 'litmus-preview', namespace: 'argocd' },
  spec: { source: { ...CHARTS, targetRevision: '1.6' } },
  status: {
    history: [
      sync(7, '2026-01-20T05:31', '1.3', 'diego'),
      sync(8, '2026-02-12T06:02', '1.4-rc1', 'diego'),
      sync(9, '2026-02-17T05:20', '1.4', 'lin'),
      sync(10, '2026-03-16T16:40', '1.5', 'diego'),
      sync(11, '2026-04-21T05:15', '1.6', 'priya-s'),
    ],
  },
};

/** Files as Helm and Argo CD give them. */
export interface ToldFiles {
  helm: string;
  argocd: string;
}

/** Writes what the clusters of the sample remember. */
export async function writeToldFiles(folder: string): Promise<ToldFiles> {
  await mkdir(folder, { recursive: true });
  const files = {
    helm: path.join(folder, 'director.json'),
    argocd: path.join(folder, 'litmus-preview.json'),
  };
  await writeFile(files.helm, `${JSON.stringify(HELM_HISTORY)}\n`);
  await writeFile(files.argocd, `${JSON.stringify(ARGO_APPLICATION, null, 2)}\n`);
  return files;
}
