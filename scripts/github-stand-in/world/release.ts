/** A release as the platform publishes it. */
export interface Release {
  /** Its tag. */
  tag: string;
  /** Default: the tag; null for a release without a title. */
  name?: string | null;
  /** Default: "". */
  body?: string;
  /** A login; null for an account that is gone. Default: "release-manager". */
  author?: string | null;
  /** Default: `publishedAt`, else the beginning of 2025. */
  createdAt?: string;
  /** Null for a draft. Default: `createdAt`, and null for drafts. */
  publishedAt?: string | null;
  /** Default: false. */
  draft?: boolean;
  /** Default: false. */
  prerelease?: boolean;
  /** Default: whether it is the newest that is neither a draft nor a prerelease. */
  latest?: boolean;
  /** Default: none. */
  assets?: Asset[];
  /** The commit that the tag leads to; null where the tag is gone. Default: null. */
  tagCommit?: string | null;
}

/** A file of a release. */
export interface Asset {
  name: string;
  /** In bytes. Default: 1024. */
  size?: number;
  /** As "sha256:…". Answered only where the schema was extended, see `ASSET_DIGESTS`. Default: null. */
  digest?: string;
  /** Default: "application/octet-stream". */
  contentType?: string;
}
