import { ok } from '../../model/problem.ts';
import type { VerifyOptions } from '../../verify/options.ts';
import { diskOperations, type FileOperations } from '../restore/operations.ts';
import { liveBlob } from '../restore/sides.ts';
import { collectLive } from '../store/collect.ts';
import { type Fs, nodeFs } from '../store/fs.ts';
import { digestsOnly } from './digests.ts';

/** This machine. `root`: the directory that stands in the place of `/`; `''` is the machine itself. */
export function localHost(
  root: string,
  name: string,
  fs: Fs = nodeFs,
  files: FileOperations = diskOperations,
): VerifyOptions['live'] {
  return {
    id: `live:${root === '' ? name : root}`,
    collect: async (scope) => ok(await collectLive(fs, root, scope, digestsOnly())),
    async *read(entries) {
      for (const entry of entries) yield liveBlob(files, root, entry);
    },
  };
}
