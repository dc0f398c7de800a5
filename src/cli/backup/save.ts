import { realpath } from 'node:fs/promises';
import { hostname } from 'node:os';
import { relative, resolve, sep } from 'node:path';
import { type OpenSnapshot, openCommit } from '../../adapters/git/open-snapshot.ts';
import { choosePolicy } from '../../adapters/policy.ts';
import { collectCommit, collectLive } from '../../adapters/store/collect.ts';
import type { Store } from '../../adapters/store/files.ts';
import { nodeFs } from '../../adapters/store/fs.ts';
import { acquireLock, type Lock } from '../../adapters/store/lock.ts';
import { createObjectWriter, type Encryption } from '../../adapters/store/objects.ts';
import { guarded } from '../../adapters/store/problems.ts';
import { addSnapshot, recordPlace, storedIds } from '../../adapters/store/snapshots.ts';
import { createStore, newId } from '../../adapters/store/store.ts';
import { backup } from '../../backup.ts';
import type { Path } from '../../model/path.ts';
import { ok, type Result, refuse } from '../../model/problem.ts';
import type { Policy } from '../../policy/policy.ts';
import { backupJson, backupText } from '../../reports/snapshots.ts';
import { holdsCritical } from '../../store/scope.ts';
import { backupEncryption, RECIPIENT_OPTIONS } from '../encryption.ts';
import type { CliIo } from '../io.ts';
import { usage } from '../judging.ts';
import { oneService } from '../one-service.ts';
import { REPORT, writeReport } from '../report-file.ts';
import { type Answer, chosenStore, readStoreArguments, STORE_OPTIONS } from './options.ts';

const OPTIONS = {
  ...STORE_OPTIONS,
  root: { type: 'string' },
  'from-commit': { type: 'string' },
  'git-dir': { type: 'string' },
  policy: { type: 'string' },
  service: { type: 'string', multiple: true },
  environment: { type: 'string' },
  reason: { type: 'string' },
  ...RECIPIENT_OPTIONS,
  ...REPORT,
} as const;

type Arguments = Extract<
  ReturnType<typeof readStoreArguments<typeof OPTIONS>>,
  { ok: true }
>['value']['values'];

/** What the files and the policy come from. `root`: the directory that stands for `/`; `''` is the host itself. */
type Source = { opened: OpenSnapshot; policy: Policy; root: string; commit: string | null };

/** `holdfast backup`: saves the critical files as a snapshot. Exit 0, or 2 when not all could be saved. */
export async function runSave(argv: string[], io: CliIo): Promise<Result<Answer>> {
  const read = readStoreArguments(argv, OPTIONS);
  if (!read.ok) return read;
  const args = read.value.values;
  const service = oneService('backup', args.service);
  if (!service.ok) return service;
  const source = await openSource(args, io);
  if (!source.ok) return source;
  try {
    const directory = await chosenStore(args, io);
    if (holdsStore(source.value, directory)) return refuse(insideCritical(directory));
    const encryption = await backupEncryption(args, source.value.policy, io);
    if (!encryption.ok) return encryption;
    return await guarded(directory, () =>
      save(directory, source.value, { ...args, service: service.value }, encryption.value, io),
    );
  } finally {
    await source.value.opened.close();
  }
}

async function save(
  directory: string,
  source: Source,
  args: Omit<Arguments, 'service'> & { service: string | undefined },
  encryption: Encryption | undefined,
  io: CliIo,
): Promise<Result<Answer>> {
  const { opened, policy, root, commit } = source;
  const entries = await opened.snapshot.entries();
  if (!entries.ok) return entries;
  const store: Store = { directory, fs: nodeFs };
  const objects = createObjectWriter(store, encryption);
  const fromCommit = args['from-commit'] !== undefined;
  let lock: Lock | undefined;
  try {
    const done = await backup({
      policy,
      source: fromCommit ? 'commit' : 'live',
      paths: entries.value.map(({ path }) => path),
      service: args.service,
      about: {
        host: hostname(),
        environment: args.environment ?? null,
        commit,
        reason: args.reason ?? null,
        deploymentId: null,
        ...(encryption && { recipients: [...encryption.recipients] }),
      },
      async open() {
        const created = await createStore(directory);
        if (!created.ok) return created;
        const locked = await acquireLock(store, 'holdfast backup');
        if (!locked.ok) return locked;
        lock = locked.value;
        return ok({
          collect: async (wanted, scope) =>
            fromCommit
              ? collectCommit(opened.snapshot, wanted, objects)
              : ok(await collectLive(store.fs, root, scope, objects)),
          async next() {
            const ids = await storedIds(store, 'snapshots');
            return { id: newId(ids), at: new Date().toISOString(), parent: ids.at(-1) ?? null };
          },
          async add(manifest) {
            await objects.flush();
            return addSnapshot(store, manifest);
          },
        });
      },
    });
    if (!done.ok) return done;
    const { manifest, elsewhere } = done.value;
    const file = recordPlace(store, 'snapshots', manifest.id);
    const saved = { manifest, file, added: objects.added, elsewhere };
    await writeReport(args.report, backupJson(saved), io);
    const text = args.format === 'json' ? backupJson(saved) : backupText(saved);
    return ok({ text, code: manifest.unsaved.length === 0 ? 0 : 2 });
  } finally {
    await lock?.release();
  }
}

async function openSource(args: Arguments, io: CliIo): Promise<Result<Source>> {
  const fromCommit = args['from-commit'];
  if (fromCommit !== undefined && args.root !== undefined) {
    return refuse(
      usage('--root is for live files, and --from-commit for those of a commit.', 'Leave one out.'),
    );
  }
  const root = await realpath(resolve(io.cwd, args.root ?? '/')).catch(() => undefined);
  if (root === undefined) return refuse(usage(`--root ${args.root} is no directory.`, 'Check the path.'));
  const opened = await openSide(args, io.cwd);
  if (!opened.ok) return opened;
  const chosen = { file: args.policy, criticalFiles: [], schemas: [] };
  const policy = await choosePolicy(opened.value.snapshot, chosen, io.cwd);
  if (!policy.ok) {
    await opened.value.close();
    return policy;
  }
  const { id } = opened.value.snapshot;
  return ok({
    opened: opened.value,
    policy: policy.value,
    root: root === '/' ? '' : root,
    commit: id === '' ? null : id,
  });
}

/** The commit that has the policy. A host without a checkout has none, and a policy by its file only. */
export function openSide(
  args: Pick<Arguments, 'git-dir' | 'from-commit' | 'policy'>,
  cwd: string,
): Promise<Result<OpenSnapshot>> {
  return openCommit(args['from-commit'], args['git-dir'], args.policy === undefined, cwd);
}

/** Whether a store in this directory would be among what it keeps. */
export function holdsStore({ opened, policy, root }: Omit<Source, 'commit'>, directory: string): boolean {
  const below = pathBelow(root === '' ? '/' : root, directory);
  const place = below === undefined ? undefined : `/${below}`;
  const path = opened.root === undefined ? undefined : pathBelow(opened.root, directory);
  return holdsCritical(policy, place, path);
}

function pathBelow(top: string, directory: string): Path | undefined {
  const path = relative(top, directory);
  return path === '..' || path.startsWith(`..${sep}`) ? undefined : path.split(sep).join('/');
}

export function insideCritical(directory: string) {
  return {
    code: 'store-inside-critical',
    message: `The store ${directory} would be where critical files are.`,
    hint: 'What a deployment replaces cannot keep its own backup: name another place with --store DIR or HOLDFAST_STORE.',
  };
}
