import { Fault, leadOf, type Policy, VersionSchema } from '../../../src/records/index.ts';
import { versionOfTag } from '../../parse/tag-patterns.ts';

/** The version that a person means by "1.4.0", "v1.4.0" or a tag's name. Throws a Fault for what is no version. */
export function versionNamed(wanted: string, policy: Policy): string {
  const candidates = [wanted, versionOfTag(wanted, leadOf(policy).tags), wanted.replace(/^v(?=\d)/, '')];
  const found = candidates.find((candidate) => VersionSchema.safeParse(candidate).success);
  if (found != null) return found;
  throw new Fault(`"${wanted}" is no version`, { hint: 'Write one such as 1.9.0 or 1.9.0-RC1.' });
}
