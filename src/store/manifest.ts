/** An encrypted content, as it lies in the store: under the SHA-256 of these bytes. */
export type Stored = { sha256: string; size: number };

/** What one file was, and where its content is. */
export type SavedFile = {
  /**
   * Absolute on a host, without the prefix of a scratch root (`/etc/auth/keys.yml`); from the root of the checkout for
   * a file of a commit that the policy puts nowhere. Not UTF-8: see `model/path.ts`.
   */
  path: string;
  /** Lower-case hex of the content; of the target's text for a link. */
  sha256: string;
  service: string | null;
  /** Bytes. */
  size: number;
  /** Permission bits, `0o7777` at most. */
  mode: number;
  /** Absent for a file of a commit, which has no owner. */
  uid: number | null;
  gid: number | null;
  /** `2026-01-31T12:00:00.000Z`; absent for a file of a commit. */
  mtime: string | null;
  /** The target of a symbolic link, which is never followed. Its content is here, not among the objects. */
  link: string | null;
  /** The policy hides values of this file. */
  sensitive: boolean;
  /** Its content is encrypted; without this it lies there as it is. With the same digest twice, see `isBlind`. */
  stored?: Stored;
};

/**
 * Whether the digest is that of the encrypted content, because that of the plain one would let anybody try short secrets
 * against it. What the file was is known only to whoever can decrypt it.
 */
export function isBlind({ sha256, stored }: Pick<SavedFile, 'sha256' | 'stored'>): boolean {
  return stored?.sha256 === sha256;
}

/** The name of the object that holds a content. */
export function objectOf({ sha256, stored }: Pick<SavedFile, 'sha256' | 'stored'>): string {
  return stored?.sha256 ?? sha256;
}

/** A directory above a saved file. */
export type SavedDirectory = { path: string; mode: number; uid: number; gid: number };

/** A file that the policy expects at a place where nothing was. */
export type AbsentFile = { path: string; service: string | null };

/** A critical file that could not be saved. `reason` is one of `UNSAVED`'s. */
export type UnsavedFile = { path: string; service: string | null; reason: UnsavedReason; detail: string };

/** Why a file could not be saved, as people read it. */
export const UNSAVED = {
  unreadable: 'it cannot be read',
  changing: 'it changed each time while it was read',
  'not-a-file': 'it is neither a file nor a link',
  directory: 'a directory stands in place of the file',
  'behind-link': 'a symbolic link stands in place of a directory above it',
  'too-large': 'it is too large to be read from a commit',
  submodule: 'it is a submodule',
} as const;

export type UnsavedReason = keyof typeof UNSAVED;

/** What a snapshot holds. All lists are sorted by path, and no path is in two of them. */
export type Collected = {
  files: SavedFile[];
  absent: AbsentFile[];
  /** Not empty: the snapshot is incomplete, and these files are as unknown as if they had not been looked at. */
  unsaved: UnsavedFile[];
  /** Those above the files; absent for files of a commit, and in snapshots of older versions. */
  directories?: SavedDirectory[];
};

/** A critical rule as it stood when the snapshot was made: what it selects and `files` lacks was not there. */
export type ScopeRule = {
  files: string[];
  live: string[];
  service: string | null;
  /** Key patterns, as in the policy; absent in snapshots of older versions, which did not say. */
  sensitive?: string[];
  identity?: Record<string, string>;
};

/** A snapshot in the store. */
export type Manifest = Collected & {
  /** ULID; later snapshots have greater ones. */
  id: string;
  /** The newest snapshot when this one was made; it may be pruned by now. */
  parent: string | null;
  /** The clock when it was made, `2026-01-31T12:00:00.000Z`. */
  at: string;
  environment: string | null;
  host: string;
  /** The full id of the commit: of the files for a snapshot of a commit, else of the policy. */
  commit: string | null;
  deploymentId: string | null;
  reason: string | null;
  source: 'live' | 'commit';
  /** Only files of this service were looked at. */
  onlyService: string | null;
  scope: ScopeRule[];
  /** The age recipients for which contents of this snapshot were encrypted, sorted; absent when none were named. */
  recipients?: string[];
};

/** Every service of which a snapshot holds or misses files; `null` stands for files without a service. */
export function servicesOf({ files, absent, unsaved }: Manifest): Set<string | null> {
  return new Set([...files, ...absent, ...unsaved].map(({ service }) => service));
}
