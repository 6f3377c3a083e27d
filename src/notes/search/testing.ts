import type { PublicEntry, PublicIssue } from '../public-entry.ts';
import type { PublicRelease } from '../public-release.ts';
import { entry, issue, release } from '../testing/releases.ts';

/** A release of "lamp" for tests, with what matters to one of them. Its entries stand on its page. */
export function publicRelease(version: string, told: Partial<PublicRelease> = {}): PublicRelease {
  const address = `/lamp/${version}/`;
  const place = <Told extends { id: string | null }>(one: Told): Told => ({
    ...one,
    address: one.id === null ? address : `${address}#${one.id}`,
  });
  return release(version, {
    ...{ product: 'lamp', address, date: '2026-03-04T10:00:00+00:00' },
    ...told,
    entries: (told.entries ?? []).map(place),
    known: (told.known ?? []).map(place),
  });
}

/** An entry for tests. */
export function publicEntry(id: string | null, told: Partial<PublicEntry> = {}): PublicEntry {
  return entry(id, {
    ...{ section: 'fixed', heading: 'Fixed', kinds: ['fix'], markdown: '' },
    ...{ title: `Title of ${id}`, html: `<p>Words of ${id}</p>` },
    pullRequests: id === null ? [] : [{ number: Number(id.replace(/\D/g, '')), url: null }],
    ...told,
  });
}

/** A known issue for tests. */
export function publicIssue(id: string, told: Partial<PublicIssue> = {}): PublicIssue {
  return issue(id, {
    ...{ found: '2026-03-05', title: `Issue ${id}`, markdown: '', html: `<p>Issue ${id}</p>` },
    ...told,
  });
}
