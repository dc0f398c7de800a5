import { hostname } from 'node:os';
import { collectLive } from '../../adapters/store/collect.ts';
import type { Store } from '../../adapters/store/files.ts';
import { createObjectWriter, type Encryption } from '../../adapters/store/objects.ts';
import { guarded } from '../../adapters/store/problems.ts';
import { addSnapshot, storedIds } from '../../adapters/store/snapshots.ts';
import { newId } from '../../adapters/store/store.ts';
import { type BackupOptions, backup } from '../../backup.ts';
import { ok, type Result, refuse } from '../../model/problem.ts';
import { escapeGlob } from '../../policy/globs.ts';
import type { Policy, Rule } from '../../policy/policy.ts';
import { type Part, scopeOf } from '../../restore/choose.ts';
import type { Journal } from '../../restore/journal.ts';
import { isSilent } from '../../restore/selections.ts';
import type { RestoreSteps } from '../../restore/steps.ts';
import type { Manifest } from '../../store/manifest.ts';

/**
 * Keeps what the rules select on the host, so that a restore can be undone; refuses when a place would not be in it.
 * With `encryption` sensitive files, or all, are encrypted.
 */
export function keeper(
  store: Store,
  root: string,
  rules: Policy,
  reason: string,
  environment: string | null = null,
  encryption?: Encryption,
): RestoreSteps['backup'] {
  return async (paths) => {
    const about = { host: hostname(), environment, commit: null, deploymentId: null, reason };
    const kept = await keepLive(store, root, { policy: rules, paths: [], about }, encryption);
    if (!kept.ok) return kept.problem.code === 'nothing-to-save' && paths.length === 0 ? ok(null) : kept;
    const { id, files } = kept.value;
    const held = new Set(files.map(({ path }) => path));
    const lost = paths.find((path) => !held.has(path));
    return lost === undefined ? ok(id) : refuse(notKept(lost));
  };
}

/** Keeps what the policy selects on the host as a snapshot. The caller holds the lock. */
export async function keepLive(
  store: Store,
  root: string,
  wanted: Pick<BackupOptions, 'policy' | 'paths' | 'about' | 'empty'>,
  encryption?: Encryption,
): Promise<Result<Manifest>> {
  const objects = createObjectWriter(store, encryption);
  const about = { ...wanted.about, ...(encryption && { recipients: [...encryption.recipients] }) };
  const kept = await guarded(store.directory, () =>
    backup({
      ...wanted,
      about,
      source: 'live',
      open: async () =>
        ok({
          collect: async (_, scope) => ok(await collectLive(store.fs, root, scope, objects)),
          next: () => nextOf(store),
          async add(manifest) {
            await objects.flush();
            return addSnapshot(store, manifest);
          },
        }),
    }),
  );
  return kept.ok ? ok(kept.value.manifest) : kept;
}

/** The id and the moment of a new snapshot, and the newest one before it. */
export async function nextOf(store: Store): Promise<Pick<Manifest, 'id' | 'at' | 'parent'>> {
  const ids = await storedIds(store, 'snapshots');
  return { id: newId(ids), at: new Date().toISOString(), parent: ids.at(-1) ?? null };
}

/** The rules of all snapshots that are put back: what they select is kept before. */
export function rulesOfParts(parts: readonly Part[]): Policy {
  const scopes = parts.map((part) => {
    const scope = scopeOf(part.manifest);
    const hides = isSilent(part) && part.manifest.files.some(({ sensitive }) => sensitive);
    return hides ? { ...scope, critical: scope.critical.map(hidden) } : scope;
  });
  return { ...scopes[0]!, critical: scopes.flatMap(({ critical }) => critical) };
}

/** The places of a journal alone: the snapshots that it is of may be gone. What is removed may be of any kind. */
export function rulesOfJournal({ writes, removes }: Journal): Policy {
  const open = writes.filter(({ sensitive }) => !sensitive).map(({ path }) => path);
  const closed = [...writes.filter(({ sensitive }) => sensitive).map(({ path }) => path), ...removes];
  const ruleOf = (paths: string[]): Rule[] => {
    const rule = { protect: [], freeze: [], sensitive: [], identity: {} };
    return paths.length === 0 ? [] : [{ id: 'critical[0]', files: paths.map(escapeGlob), ...rule }];
  };
  return {
    origin: { kind: 'inputs' },
    critical: [...ruleOf(open), ...ruleOf(closed).map((rule) => hidden({ ...rule, id: 'critical[1]' }))],
    schemas: [],
    environments: [],
    schemaHosts: [],
  };
}

function hidden(rule: Rule): Rule {
  return { ...rule, sensitive: ['**'] };
}

function notKept(path: string) {
  return {
    code: 'not-kept',
    message: 'What stands there now could not be kept in the store, and would be lost.',
    hint: 'Nothing was touched. See whether it can be read, and what changes it; then restore again.',
    path,
  };
}
