import type { Path } from './model/path.ts';
import { ok, type Result, refuse } from './model/problem.ts';
import type { Policy } from './policy/policy.ts';
import type { Collected, Manifest } from './store/manifest.ts';
import { type LiveScope, liveScope, rulesOf, scopeRules } from './store/scope.ts';

/** What the caller brings: who asks, and the store with the files that are to be kept. */
export type BackupOptions = {
  policy: Policy;
  source: Manifest['source'];
  /** All files of the checkout that goes with the policy; none without one. */
  paths: readonly Path[];
  /** Only the files of this service. */
  service?: string | undefined;
  /** A snapshot of nothing is wanted too: what comes later does not belong there. */
  empty?: boolean;
  about: Pick<Manifest, 'host' | 'environment' | 'commit' | 'reason' | 'deploymentId' | 'recipients'>;
  /** Makes the store ready, when there is something to be kept. */
  open(): Promise<Result<BackupStore>>;
};

/** The store, and the files that are to be kept. */
export type BackupStore = {
  /** Keeps the contents, and says what was there. */
  collect(policy: Policy, scope: LiveScope): Promise<Result<Collected>>;
  /** The id and the moment of the new snapshot, and the newest one before it. */
  next(): Promise<Pick<Manifest, 'id' | 'at' | 'parent'>>;
  /** Adds the manifest when everything that it names is safe. */
  add(manifest: Manifest): Promise<Result<undefined>>;
};

/** `elsewhere`: what the policy names that could not be looked at, because it is no file of a host. */
export type Backup = { manifest: Manifest; elsewhere: string[] };

/** The backup: what is critical, kept as it is now, as a snapshot in the store. A problem means that none was made. */
export async function backup(options: BackupOptions): Promise<Result<Backup>> {
  if (options.policy.critical.length === 0) return refuse(nothingCritical());
  const policy = rulesOf(options.policy, options.service);
  if (!policy.ok) return policy;
  const scope = liveScope(policy.value, options.paths);
  if (options.source === 'live' && scope.starts.length === 0) return refuse(noPlaces());
  const store = await options.open();
  if (!store.ok) return store;
  const collected = await store.value.collect(policy.value, scope);
  if (!collected.ok) return collected;
  const { files, absent, unsaved, directories } = collected.value;
  if (files.length + absent.length + unsaved.length === 0 && !options.empty)
    return refuse(nothingThere(scope, options.source));
  const manifest: Manifest = {
    ...(await store.value.next()),
    ...options.about,
    source: options.source,
    onlyService: options.service ?? null,
    scope: scopeRules(policy.value),
    files,
    absent,
    unsaved,
    ...(directories && { directories }),
  };
  const added = await store.value.add(manifest);
  return added.ok ? ok({ manifest, elsewhere: options.source === 'live' ? scope.elsewhere : [] }) : added;
}

function nothingCritical() {
  return {
    code: 'nothing-critical',
    message: 'No policy says which files are critical.',
    hint: 'holdfast init writes one; --policy FILE names one.',
  };
}

function noPlaces() {
  return {
    code: 'no-live-places',
    message: 'The policy says of no critical file where it is on a host.',
    hint: 'Add `live:` to its rules, such as `live: /etc/auth`; or keep the files of a commit: --from-commit HEAD.',
  };
}

function nothingThere({ starts }: LiveScope, source: Manifest['source']) {
  return {
    code: 'nothing-to-save',
    message:
      source === 'live'
        ? `Nothing critical is there: neither ${starts.slice(0, 3).join(' nor ')}${starts.length > 3 ? ' …' : ''}.`
        : 'The commit has no critical file.',
    hint: 'Check --root, --service and the policy; holdfast explain PATH says what selects a file.',
  };
}
