import type { Path } from '../model/path.ts';
import type { Entry } from '../snapshots/snapshot.ts';

/**
 * One path, before and after.
 *
 * A rename is two changes: the old path is `removed` (with `to`), the new path is `renamed` (with `from`,
 * and `before` is the old path's entry, so that the content is compared across the rename).
 * `retyped`: file, executable, symlink or submodule became another of these.
 */
export type Change = {
  path: Path;
  status: 'added' | 'removed' | 'modified' | 'renamed' | 'retyped';
  before?: Entry;
  after?: Entry;
  from?: Path;
  to?: Path;
};
