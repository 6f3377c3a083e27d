import type { RecordedDeployment } from '../history/deployments/timeline.ts';
import type { DeployedModule } from '../records/index.ts';
import type { Reason } from './control.ts';
import { hasDigest, type Shipping, type ShippingModule } from './shipping.ts';

/** What a deployment's images say of the release that they are of. */
export interface DigestFindings {
  failures: Reason[];
  doubts: Reason[];
  passed: Reason[];
}

/**
 * Holds what was deployed against what was tested, image by image. Modules that did not move were tested with the
 * release that brought them, and are judged with it.
 */
export function deployedDigests(
  { data, path }: RecordedDeployment,
  { modules }: Shipping,
  place: string,
): DigestFindings {
  const findings: DigestFindings = { failures: [], doubts: [], passed: [] };
  for (const deployed of data.modules) {
    const ships = modules.get(deployed.id);
    if (ships !== undefined && !ships.moved) continue;
    const { is, text } = ships === undefined ? strange(deployed) : judged(deployed, ships);
    findings[is].push({ text: `${place}: ${text}`, record: path });
  }
  return findings;
}

interface Judged {
  is: keyof DigestFindings;
  text: string;
}

function strange({ id, version }: DeployedModule): Judged {
  return { is: 'failures', text: `runs ${id} ${version}, which is no module of the release` };
}

function judged({ id, version, digest }: DeployedModule, ships: ShippingModule): Judged {
  if (ships.version !== null && ships.version !== version)
    return { is: 'failures', text: `runs ${id} ${version}, and the release holds ${ships.version}` };
  if (digest === undefined) return { is: 'doubts', text: `which image of ${id} runs is not recorded` };
  const name = `${id} ${digest.slice(0, 19)}`;
  if (hasDigest(ships, digest)) return { is: 'passed', text: `runs ${name}, which was tested` };
  return ships.images.length === 0
    ? { is: 'doubts', text: `runs ${name}, and no report names an image of ${id}` }
    : { is: 'failures', text: `runs ${name}, which is not the image that was tested` };
}
