import { Fault } from '../../../src/records/index.ts';
import { foreignLine } from '../../parse/github/values.ts';
import { gitUser } from '../../sources/git/user.ts';

/**
 * Who runs a command: the name that is given, else git's user for the ledger's folder. Build servers often have no git
 * user. Throws a Fault where nothing names anybody, or the name is an address.
 */
export async function ranBy(given: string | undefined, content: string): Promise<string> {
  if (given !== undefined) return givenName(given);
  const name = await gitUser(content);
  if (name !== null) return name;
  throw new Fault('git does not say who runs this', {
    hint: 'Write --ran-by NAME, or: git config --global user.name NAME',
  });
}

function givenName(given: string): string {
  const name = foreignLine(given);
  // Records hold no addresses: "Ada <ada@example.org>" keeps its name, an address alone has none.
  if (name !== '' && !/^\S+@\S+$/.test(given.trim())) return name;
  throw new Fault(`--ran-by ${JSON.stringify(given)} is no name`, {
    hint: 'Write the name of the person or of the build’s account, not an address.',
  });
}
