import path from 'node:path';
import { simpleGit } from 'simple-git';

/**
 * Who works here, as git's settings say for a folder: `user.name`. It is whatever the machine's owner wrote there;
 * null where nobody wrote anything, or git is not there.
 */
export async function gitUser(folder: string): Promise<string | null> {
  try {
    const git = simpleGit({ baseDir: path.resolve(folder) }).env({
      PATH: process.env.PATH ?? '',
      HOME: process.env.HOME ?? '',
      LC_ALL: 'C.UTF-8',
    });
    const { value } = await git.getConfig('user.name');
    return value === null || value.trim() === '' ? null : value.trim();
  } catch {
    // Also where git is not installed: whoever needs the name says so.
    return null;
  }
}
