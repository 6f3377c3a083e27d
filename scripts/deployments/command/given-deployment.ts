import {
  type Deployment,
  type DeploymentOutcome,
  Fault,
  type Policy,
  WebAddressSchema,
} from '../../../src/records/index.ts';
import { readTime } from '../../dossier/opening/product-time.ts';
import { personOrName } from '../../dossier/opening/who.ts';
import type { ObservedDeployment } from '../observed.ts';
import { knownEnvironment } from './known-environment.ts';
import { rolloutSteps } from './rollout-steps.ts';

/** What `ledger deploy` and `ledger rollback` are given alike. */
export interface GivenDeployment {
  product: string;
  environment: string;
  /** `ID=VERSION[@DIGEST][#REVISION]`. */
  module?: string[];
  /** Only the modules that are given changed. */
  part?: boolean;
  at?: string;
  finished?: string;
  outcome?: DeploymentOutcome;
  /** `WEIGHT@TIME`. */
  step?: string[];
  by?: string;
  url?: string;
  because?: string;
}

/** Who deployed, when and how it went, whatever was deployed. */
export type DeploymentCourse = Pick<
  ObservedDeployment,
  'product' | 'environment' | 'by' | 'rollout' | 'url' | 'source' | 'body'
>;

/** Reads the course of a deployment. `ranBy` is who the machine says runs this. Throws Faults that say what to write. */
export function deploymentCourse(
  given: GivenDeployment,
  policy: Policy,
  ranBy: string,
  now: string,
): DeploymentCourse {
  const timeOf = timeReader(policy, now);
  knownEnvironment(given.environment, policy);
  const steps = rolloutSteps(given.step ?? [], (text) => timeOf('--step', text));
  return {
    product: given.product,
    environment: given.environment,
    by: deployer(given.by ?? ranBy, policy),
    ...(steps.length > 0 && { rollout: steps }),
    ...(given.url !== undefined && { url: webAddress('--url', given.url) }),
    source: { kind: 'command', ...told(given, timeOf, now), ranBy },
    body: given.because?.trim() ?? '',
  };
}

/** Reads a time that happened: on the product's clock or with its offset, and not still to come. */
export function timeReader(policy: Policy, now: string): (option: string, text: string) => string {
  return (option, text) => {
    const time = readTime(text, { option, timeZone: policy.timeZone, now });
    if (time <= now) return time;
    throw new Fault(`${option} ${text} is still to come`, { hint: 'Records say what happened.' });
  };
}

/** An address of the web. Throws a Fault for any other. */
export function webAddress(option: string, text: string): string {
  if (WebAddressSchema.safeParse(text).success) return text;
  throw new Fault(`${option} ${text}: expected an address that begins with https://`);
}

function told(
  { at, finished, outcome = 'succeeded' }: GivenDeployment,
  timeOf: (option: string, text: string) => string,
  now: string,
): Pick<Deployment, 'at' | 'finishedAt' | 'outcome'> {
  const began = at === undefined ? now : timeOf('--at', at);
  if (finished === undefined) return { at: began, outcome };
  const finishedAt = timeOf('--finished', finished);
  if (outcome === 'running')
    throw new Fault('--finished says that it ended, and --outcome that it is running', {
      hint: 'Leave one of them out.',
    });
  if (finishedAt < began)
    throw new Fault(`--finished ${finished} is before ${began}, when it began`, {
      hint: 'Write --at as well.',
    });
  return { at: began, finishedAt, outcome };
}

/** Accounts of builds deploy as well: a name that the roster does not know is kept as it is. */
function deployer(name: string, policy: Policy): string {
  const wanted = name.trim().replace(/^@/, '');
  if (wanted === '' || /^\S+@\S+\.\S+$/.test(wanted))
    throw new Fault(`--by ${JSON.stringify(name)} is no name`, {
      hint: 'Write the name of a person or an account.',
    });
  return personOrName(policy, wanted);
}
