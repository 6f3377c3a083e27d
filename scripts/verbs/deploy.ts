import { Fault, isBlessedOnly, type Migration, type Policy, VersionSchema } from '../../src/records/index.ts';
import { deploymentCourse, type GivenDeployment } from '../deployments/command/given-deployment.ts';
import { givenModules, withGiven } from '../deployments/command/given-modules.ts';
import { knownEnvironment } from '../deployments/command/known-environment.ts';
import { releaseModules } from '../deployments/command/release-modules.ts';
import { type FiledDeployment, fileDeployments } from '../deployments/file-deployments.ts';
import type { ObservedDeployment } from '../deployments/observed.ts';
import { verdictTeller } from '../deployments/verdict-now.ts';
import { readTime } from '../dossier/opening/product-time.ts';
import { ranBy } from '../dossier/votes/ran-by.ts';
import { LedgerReader } from '../store/read.ts';
import { resolveVersion } from '../store/versions.ts';
import type { Console } from './console.ts';
import { momentOf } from './moment.ts';

/** What `ledger deploy` is asked for. */
export interface DeployOptions extends GivenDeployment {
  content: string;
  release: string;
  /** The name of the cluster or instance that a new one took the place of. */
  migratedFrom?: string;
  migratedTo?: string;
  /** Until when the old one stays. */
  keptUntil?: string;
  ranBy?: string;
  /** The moment of filing; the clock's where it is not given. */
  now?: string;
}

/** Records that a release was deployed, or moved to an environment that was spawned anew. Returns the exit code. */
export async function deploy(options: DeployOptions, out: Console): Promise<number> {
  const now = momentOf(options.now);
  const reader = new LedgerReader(options.content);
  const { policy } = reader.knownPolicy(options.product);
  const course = deploymentCourse(options, policy, await ranBy(options.ranBy, options.content), now);
  const version = deployedVersion(reader, options, options.release);
  const seen = {
    ...course,
    version,
    ...kindOf(options, policy, now),
    ...modulesOf(reader, options, version),
  };
  const tell = verdictTeller(reader, options.product, now);
  const filing = { content: options.content, product: options.product, now, verdictOf: tell };
  const [filed] = fileDeployments([seen], { ...filing, toleranceMinutes: policy.deploymentTolerance });
  return report(filed as FiledDeployment, policy, out);
}

/** The version that is meant; one that the ledger does not know has to say its modules itself. */
export function deployedVersion(
  reader: LedgerReader,
  { product, module = [] }: GivenDeployment,
  wanted: string,
): string {
  const known = reader.versions(product).includes(wanted);
  const isOwn = !known && module.length > 0 && VersionSchema.safeParse(wanted).success;
  return isOwn ? wanted : resolveVersion(reader, product, wanted);
}

function modulesOf(
  reader: LedgerReader,
  { product, module = [], part }: DeployOptions,
  version: string,
): Pick<ObservedDeployment, 'modules' | 'part'> {
  const given = givenModules(module, reader.knownPolicy(product).policy);
  if (part === true) return { modules: needed(given, 'Say which: --module ID=VERSION.'), part };
  const known = releaseModules(reader, product, version);
  return {
    modules: needed(
      withGiven(known, given),
      `No record names the modules of ${version}: --module ID=VERSION.`,
    ),
  };
}

/** Throws a Fault where nothing says what was deployed. */
export function needed<Item>(modules: Item[], hint: string): Item[] {
  if (modules.length > 0) return modules;
  throw new Fault('nothing says which modules were deployed', { hint });
}

function kindOf(
  { migratedFrom, migratedTo, keptUntil }: DeployOptions,
  policy: Policy,
  now: string,
): Pick<ObservedDeployment, 'kind' | 'migration'> {
  if (migratedFrom === undefined && migratedTo === undefined && keptUntil === undefined)
    return { kind: 'deploy' };
  if (!migratedFrom?.trim() || !migratedTo?.trim())
    throw new Fault('an environment that was spawned anew has the name of the old one and of the new one', {
      hint: 'Write --migrated-from NAME --migrated-to NAME.',
    });
  const until = { option: '--kept-until', timeZone: policy.timeZone, now, timeOfDay: '00:00' };
  const migration: Migration = {
    from: migratedFrom.trim(),
    to: migratedTo.trim(),
    ...(keptUntil !== undefined && { keptUntil: readTime(keptUntil, until) }),
  };
  return { kind: 'migrate', migration };
}

function report({ data, path, was }: FiledDeployment, policy: Policy, out: Console): number {
  if (out.json) out.result({ ...data, path, was });
  out.say(`${data.product} ${data.version} in ${data.environment}: ${data.outcome} at ${data.at} [${path}]`);
  if (was === 'known') out.say('  It was recorded already; nothing was written.');
  for (const doubt of doubtsOf(data, policy)) out.say(`  ${doubt}`);
  return 0;
}

/** What the control will ask about this deployment. */
export function doubtsOf(
  { version, environment, verdictThen, modules }: FiledDeployment['data'],
  policy: Policy,
): string[] {
  if (!isBlessedOnly(knownEnvironment(environment, policy))) return [];
  const unnamed = modules.filter(({ digest }) => digest === undefined).map(({ id }) => id);
  const isBlessed = verdictThen?.verdict === 'blessed';
  return [
    ...(isBlessed ? [] : [`${version} is not blessed, and only what is blessed may run in ${environment}.`]),
    ...(unnamed.length > 0
      ? [`Nothing says which image runs of ${unnamed.join(', ')}: --module ID=VERSION@DIGEST.`]
      : []),
  ];
}
