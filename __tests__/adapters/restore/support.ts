import { chmod, chown, lstat, mkdir, readFile, readlink, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { readAllLive } from '../../../src/adapters/restore/live.ts';
import { diskOperations, type FileOperations } from '../../../src/adapters/restore/operations.ts';
import { examine } from '../../../src/adapters/restore/refuse.ts';
import { restoreSteps } from '../../../src/adapters/restore/steps.ts';
import type { Store } from '../../../src/adapters/store/files.ts';
import { createObjectWriter } from '../../../src/adapters/store/objects.ts';
import { createStore } from '../../../src/adapters/store/store.ts';
import { ok } from '../../../src/model/problem.ts';
import { planRestore, type Wanted } from '../../../src/restore/plan.ts';
import { restore } from '../../../src/restore.ts';
import { createDirectory } from '../../helpers/repository.ts';

export const SNAPSHOT = '01KAZZZZZZZZZZZZZZZZZZZZZZ';
const BEFORE = '01KB0000000000000000000000';
const BACKUP = async () => ok(BEFORE);

/** What besides the files is asked for, and how the host is. */
type More = { absent?: string[]; files?: FileOperations; inPlace?: boolean; mounts?: string[] };

export type Host = Awaited<ReturnType<typeof createHost>>;

/** A scratch root with a store beside it. Locations are those on a host: `/etc/auth/a.yml`. */
export async function createHost() {
  const { dir, dispose } = await createDirectory();
  const root = join(dir, 'root');
  await mkdir(root);
  const store = await opened(join(dir, 'store'));
  const place = (path: string) => join(root, path);
  const host = {
    root,
    store,
    place,
    dispose,
    async write(path: string, text: string, mode = 0o644) {
      await mkdir(dirname(place(path)), { recursive: true });
      await writeFile(place(path), text);
      await chmod(place(path), mode);
    },
    async link(path: string, target: string) {
      await mkdir(dirname(place(path)), { recursive: true });
      await symlink(target, place(path));
    },
    own: (path: string, uid: number, gid: number) => chown(place(path), uid, gid),
    text: (path: string) => readFile(place(path), 'utf8').catch(() => undefined),
    /** Keeps what stands at these locations in the store, as a snapshot would. */
    async keep(...paths: string[]): Promise<Wanted[]> {
      const writer = createObjectWriter(store);
      const kept: Wanted[] = [];
      for (const path of paths) {
        const stat = await lstat(place(path));
        const { uid, gid, mode } = stat;
        const link = stat.isSymbolicLink() ? await readlink(place(path)) : undefined;
        const bytes = link === undefined ? await readFile(place(path)) : Buffer.from(link);
        const sha256 = await writer.save(bytes);
        const common = { path, sha256, size: bytes.length, mode: mode & 0o7777, uid, gid };
        kept.push(link === undefined ? common : { ...common, link });
      }
      await writer.flush();
      return kept;
    },
    examined(wanted: readonly Wanted[], more: More = {}) {
      const { absent = [], files = diskOperations, inPlace = false, mounts = [] } = more;
      const paths = wanted.map(({ path }) => path);
      const live = readAllLive(files, root, paths, absent);
      const isThere = (path: string) => diskOperations.lstat(place(path))?.isDirectory() === true;
      const plan = planRestore({ wanted, absent }, live, isThere);
      return examine(plan, live, { files, root, mounts: new Set(mounts.map(place)), inPlace });
    },
    steps: (files: FileOperations = diskOperations) => restoreSteps(store, files, BACKUP),
    async restore(wanted: readonly Wanted[], more: More = {}) {
      const { plan, problems } = host.examined(wanted, more);
      if (problems.length > 0) return { ok: false as const, touched: false, problems };
      return restore(plan, { snapshots: [SNAPSHOT], root }, host.steps(more.files));
    },
  };
  return host;
}

async function opened(directory: string): Promise<Store> {
  const store = await createStore(directory);
  if (!store.ok) throw new Error(store.problem.message);
  return store.value;
}
