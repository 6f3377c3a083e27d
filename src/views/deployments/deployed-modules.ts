import type { Running } from '../../history/deployments/running.ts';
import type { RecordedDeployment } from '../../history/deployments/timeline.ts';
import type { DeployedModule } from '../../records/index.ts';
import { deployedDigests } from '../../verdict/deployed-digests.ts';
import type { Shipping } from '../../verdict/shipping.ts';
import { DEPLOYMENT, ENVIRONMENT, ENVIRONMENTS } from '../deployment-texts.ts';
import { codePart, type FactPart, idPart, textPart } from '../fact-view.ts';
import { type LineList, listOf } from '../stages/measured-block.ts';
import { type CellView, columnsOf, type TableView } from '../table-view.ts';
import { IMAGE_MARKS } from './deployment-marks.ts';

/** Rows beside everything else of a deployment, below 2,500 DOM nodes. */
const ROOM = 20;

/** The modules of a deployment: what each was, which image it is, and whether that was tested. */
export function deployedModules(
  record: RecordedDeployment,
  before: Running,
  shipping: Shipping | null,
): { table: TableView; further: LineList[] } {
  const { module, version, before: was, digest, tested, chart, revision, commit } = DEPLOYMENT.moduleColumns;
  const { modules } = record.data;
  const lines = modules.slice(ROOM).map(moduleLine);
  return {
    table: {
      caption: DEPLOYMENT.modules,
      columns: columnsOf([module, version, was, tested, digest, chart, revision, commit]),
      rows: modules
        .slice(0, ROOM)
        .map((each) =>
          rowOf(each, before, { is: 'mark', mark: IMAGE_MARKS[testedAs(each, record, shipping)] }),
        ),
    },
    further: listOf(ENVIRONMENTS.further(lines.length), lines),
  };
}

function rowOf(module: DeployedModule, before: Running, tested: FactPart): CellView[] {
  const { id, version, digest, chart, revision, commit } = module;
  return [
    [textPart(id)],
    [textPart(version)],
    [textPart(beforeText(module, before))],
    [tested],
    [digest === undefined ? textPart(ENVIRONMENT.unknownImage) : codePart(digest)],
    [textPart(chart ?? '–')],
    [textPart(revision?.toString() ?? '–')],
    [commit === undefined ? textPart('–') : idPart(commit)],
  ];
}

/** "the same" only where the image is not known to be another one. */
function beforeText({ id, version, digest }: DeployedModule, { modules }: Running): string {
  const before = modules.get(id)?.module;
  if (before === undefined) return DEPLOYMENT.isNew;
  if (before.version !== version) return before.version;
  const other = digest !== undefined && before.digest !== undefined && digest !== before.digest;
  return other ? DEPLOYMENT.otherImage : DEPLOYMENT.same;
}

/** What the control on blessed images says of one module; those that did not move are judged with another release. */
function testedAs(
  module: DeployedModule,
  record: RecordedDeployment,
  shipping: Shipping | null,
): keyof typeof IMAGE_MARKS {
  if (shipping === null) return 'unknown';
  const alone = { ...record, data: { ...record.data, modules: [module] } };
  const found = deployedDigests(alone, shipping, '');
  const kinds = ['failures', 'doubts', 'passed'] as const;
  return kinds.find((kind) => found[kind].length > 0) ?? 'still';
}

function moduleLine({ id, version, digest = ENVIRONMENT.unknownImage }: DeployedModule): string {
  return [id, version, digest].join('  ');
}
