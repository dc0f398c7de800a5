import type { Path } from '../model/path.ts';
import type { Policy, Selection } from './policy.ts';

/** A live location that the policy names. `path`: the file of the checkout that belongs there, where they are mapped. */
export type Live = { selection: Selection; path?: Path };

/** A directory below which critical files are. `live`: on hosts; otherwise in the checkout, `''` being its root. */
export type Root = { directory: string; live: boolean; selection: Selection };

/** Gives what the policy says about a location on a host: `/etc/auth/a.yml`, `vault:secret/auth`, `s3://bucket/a`. */
export function createLiveSelector(_policy: Policy): (location: string) => Live | undefined {
  return () => undefined;
}

/** The directories that the globs of critical rules begin with, for what is done to a whole tree. */
export function criticalRoots(_policy: Policy): Root[] {
  return [];
}
