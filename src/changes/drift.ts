/** What stands at a place of a host. `other`: a pipe, a socket or a device. */
export type LiveKind = 'nothing' | 'file' | 'link' | 'directory' | 'other';

/** What the live files are held against. `id`: of the snapshot, or the full one of the commit. */
export type Against =
  | { kind: 'known-good'; environment?: string }
  | { kind: 'snapshot'; id: string }
  | { kind: 'commit'; id: string };

/** How a place of a host differs from what belongs there. */
export type Drift = {
  against: Against;
  good: LiveKind;
  live: LiveKind;
  /** Both are files, or both are links, and the bytes or the targets differ. */
  content: boolean;
  /** The file has no bytes any more. */
  emptied: boolean;
  /** Permission bits, where they differ. */
  mode?: { good: number; live: number };
  /** `uid:gid`, where they differ. */
  owner?: { good: string; live: string };
  /** Of what stands there: lower-case hex, of the target's text for a link. */
  sha256?: string;
  /** The policy says that it is replaced now and then, as credentials are. */
  rotating: boolean;
};

/** Only what is in it differs, and it is not gone: all that rotation does. */
export function isOnlyContent({ good, live, content, emptied, mode, owner }: Drift): boolean {
  return content && !emptied && good === live && mode === undefined && owner === undefined;
}
