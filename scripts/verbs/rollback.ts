import { Fault, type Policy } from '../../src/records/index.ts';
import { deploymentCourse, type GivenDeployment } from '../deployments/command/given-deployment.ts';
import { givenModules, withGiven } from '../deployments/command/given-modules.ts';
import {
  type Before,
  before,
  type GivenRollback,
  givenRollback,
} from '../deployments/command/given-rollback.ts';
import { publicNote } from '../deployments/command/public-note.ts';
import { releaseModules } from '../deployments/command/release-modules.ts';
import { type FiledDeployment, fileDeployments } from '../deployments/file-deployments.ts';
import type { ObservedDeployment } from '../deployments/observed.ts';
import { verdictTeller } from '../deployments/verdict-now.ts';
import type { PreparedFile } from '../dossier/opening/open-release.ts';
import { ranBy } from '../dossier/votes/ran-by.ts';
import { readDeployments } from '../store/deployment-records.ts';
import { LedgerReader } from '../store/read.ts';
import type { Console } from './console.ts';
import { deployedVersion, doubtsOf, needed } from './deploy.ts';
import { momentOf } from './moment.ts';

/** What `ledger rollback` is asked for. */
export interface RollbackOptions extends GivenDeployment, GivenRollback {
  content: string;
  /** The release that was put back. */
  release: string;
  because: string;
  /** Why, for customers. */
  publicReason?: string;
  /** What customers should use instead. */
  use?: string;
  ranBy?: string;
  /** The moment of filing; the clock's where it is not given. */
  now?: string;
}

/**
 * Records that an earlier release was put back, and tells customers where they are concerned: both or nothing. Returns
 * the exit code.
 */
export async function rollback(options: RollbackOptions, out: Console): Promise<number> {
  const now = momentOf(options.now);
  const { content, product, environment } = options;
  const reader = new LedgerReader(content);
  const { policy } = reader.knownPolicy(product);
  if (options.because.trim() === '')
    throw new Fault('--because says nothing', { hint: 'Write why it was rolled back.' });
  const course = deploymentCourse(options, policy, await ranBy(options.ranBy, content), now);
  const then = before(
    readDeployments(content, product, environment),
    course.source.at,
    policy.deploymentTolerance,
  );
  const seen = observed(options, course, then, reader, now);
  const note = publicNote(options, seen, reader);
  const verdictOf = verdictTeller(reader, product, now);
  const filing = { content, product, now, verdictOf, toleranceMinutes: policy.deploymentTolerance };
  const [filed] = fileDeployments([seen], filing, (transaction) => {
    if (note !== null) transaction.write(note.file, note.text);
  });
  return report(filed as FiledDeployment, note, policy, out, options.publicReason !== undefined);
}

function observed(
  options: RollbackOptions,
  course: ReturnType<typeof deploymentCourse>,
  then: Before,
  reader: LedgerReader,
  now: string,
): ObservedDeployment {
  const { policy } = reader.knownPolicy(options.product);
  const version = deployedVersion(reader, options, options.release);
  const from = options.from === undefined ? then.from : deployedVersion(reader, options, options.from);
  if (from === version)
    throw new Fault(`${version} is what ran in ${options.environment} before: nothing was rolled back`, {
      hint: 'Write --from VERSION where another one was taken away.',
    });
  return {
    ...course,
    kind: 'rollback',
    version,
    ...modulesOf(options, version, then, reader),
    rollback: givenRollback(options, from, policy, now),
  };
}

/** What was put back is what ran here before, image by image, unless somebody says otherwise. */
function modulesOf(
  { product, module = [], part }: RollbackOptions,
  version: string,
  then: Before,
  reader: LedgerReader,
): Pick<ObservedDeployment, 'modules' | 'part'> {
  const given = givenModules(module, reader.knownPolicy(product).policy);
  if (part === true) return { modules: needed(given, 'Say which: --module ID=VERSION.'), part };
  const recorded = releaseModules(reader, product, version);
  const hint = `No record names the modules of ${version}: --module ID=VERSION.`;
  return { modules: needed(withGiven(then.ranAs(version) ?? recorded, given), hint) };
}

function report(
  { data, path, was }: FiledDeployment,
  note: PreparedFile | null,
  policy: Policy,
  out: Console,
  isForCustomers: boolean,
): number {
  if (out.json) out.result({ ...data, path, was, note: note?.file ?? null });
  const from = data.rollback?.from ?? 'an unknown release';
  out.say(
    `${data.product} in ${data.environment}: ${from} → ${data.version}, ${data.outcome} at ${data.at} [${path}]`,
  );
  if (was === 'known') out.say('  It was recorded already; nothing was written.');
  if (note !== null) out.say(`  Customers read that ${from} was withdrawn [${note.file}].`);
  if (note === null && isForCustomers)
    out.say(`  ${from} has no note or says so already: customers were told nothing new.`);
  for (const doubt of doubtsOf(data, policy)) out.say(`  ${doubt}`);
  return 0;
}
