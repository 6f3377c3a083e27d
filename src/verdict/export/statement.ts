import { createHash } from 'node:crypto';

/** Digests of one thing by algorithm, in lower-case hex: in-toto DigestSet v1.1. */
export type DigestSet = Readonly<Record<string, string>>;

/** A thing that a statement speaks of: in-toto ResourceDescriptor v1. */
export interface ResourceDescriptor {
  name?: string;
  uri?: string;
  digest?: DigestSet;
  mediaType?: string;
}

/** What a statement is about: it has to have a digest. */
export interface Subject extends ResourceDescriptor {
  digest: DigestSet;
}

/** An in-toto Statement v1 (https://in-toto.io/Statement/v1). */
export interface Statement<Predicate> {
  _type: 'https://in-toto.io/Statement/v1';
  subject: Subject[];
  predicateType: string;
  predicate: Predicate;
}

/** Where statements come from: the same for all of one export. */
export interface ExportSource {
  /** Who judged, as a URI that consumers are told to trust. */
  verifier: string;
  /** Where the content folder can be found, as a URI without a slash at its end. */
  content: string;
  /** Where the statements are put, in the same form. */
  statements: string;
}

/** The domain ".example" is reserved (RFC 2606): nobody can own what is named under it, and it leads nowhere. */
const DOMAIN = 'https://release-ledger.example';

/** Start of the names of what is our own in exported statements. */
export const OWN = `${DOMAIN}/attestations`;

/** Where nobody says where records and statements are published. */
export const UNPUBLISHED: ExportSource = {
  verifier: `${DOMAIN}/verifier`,
  content: `${DOMAIN}/content`,
  statements: `${DOMAIN}/statements`,
};

/** Makes a statement; null where nothing names what it is about, for such a statement binds nothing. */
export function statementOf<Predicate>(
  subject: readonly Subject[],
  predicateType: string,
  predicate: Predicate,
): Statement<Predicate> | null {
  if (subject.length === 0) return null;
  return { _type: 'https://in-toto.io/Statement/v1', subject: [...subject], predicateType, predicate };
}

/** What a commit and a digest name, whichever of them is there. */
export function subjectsOf(name: string, commit: string | undefined, digest: string | undefined): Subject[] {
  return [
    ...(commit === undefined ? [] : [{ name, digest: { gitCommit: commit } }]),
    ...(digest === undefined ? [] : [{ name: `${name}@${digest}`, digest: digestSet(digest) }]),
  ];
}

/** "sha256:…" as a DigestSet. */
export function digestSet(digest: string): DigestSet {
  const [algorithm = '', hex = ''] = digest.split(':');
  return { [algorithm]: hex };
}

/** A record of the content folder. */
export function recordUri({ content }: ExportSource, path: string): string {
  return `${content}/${path.split('/').map(encodeURIComponent).join('/')}`;
}

/** The policy that was judged by, pinned by its digest: it may be another one tomorrow. */
export function policyOf(
  { policy, policyDigest }: { policy: { path: string }; policyDigest: string },
  source: ExportSource,
): ResourceDescriptor {
  return { name: 'policy', uri: recordUri(source, policy.path), digest: digestSet(policyDigest) };
}

/** A record's time as in-toto writes it: RFC 3339 in UTC, with "Z". */
export function timestamp(instant: string): string {
  return instant.replace(/\+00:00$/, 'Z');
}

/** The bytes of a statement: JSON with an end of line. Fields come in the order in which they are made. */
export function statementText(statement: Statement<unknown>): string {
  return `${JSON.stringify(statement, null, 2)}\n`;
}

/** Points to an exported statement by the digest of its bytes. */
export function attestationOf(uri: string, statement: Statement<unknown>): ResourceDescriptor {
  const hex = createHash('sha256').update(statementText(statement)).digest('hex');
  return { uri, digest: { sha256: hex }, mediaType: 'application/vnd.in-toto+json' };
}
