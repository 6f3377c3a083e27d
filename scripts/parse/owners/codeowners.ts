/** A rule of a CODEOWNERS file: a pattern of paths, and who owns what matches it. */
export interface OwnerRule {
  pattern: string;
  /** Handles without "@": "ada", or "acme/qa" for a team. E-mail addresses are left out. */
  owners: string[];
}

/** Reads a CODEOWNERS file of GitHub or GitLab. The last rule that matches a path counts. */
export function parseCodeowners(text: string): OwnerRule[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const words = line.replace(/(?:^|\s)#.*$/, '').trim();
    // GitLab's sections: "[Docs]", "^[Optional][2]".
    if (words === '' || /^\^?\[/.test(words)) return [];
    const [pattern = '', ...owners] = words.split(/\s+/);
    return [{ pattern, owners: owners.flatMap((owner) => handleOf(owner) ?? []) }];
  });
}

function handleOf(owner: string): string | null {
  return /^@([A-Za-z0-9][\w.-]*(?:\/[\w.-]+)?)$/.exec(owner)?.[1] ?? null;
}

/** The owners of everything, or of a folder. The last rule that covers it as a whole counts. */
export function ownersOf(rules: readonly OwnerRule[], folder: string | null): string[] {
  const rule = rules.findLast(({ pattern }) => covers(pattern, folder));
  return rule?.owners ?? [];
}

function covers(pattern: string, folder: string | null): boolean {
  const place = pattern.replace(/^\/|\/?\**$/g, '');
  if (place === '') return true;
  return folder !== null && (folder === place || folder.startsWith(`${place}/`));
}
