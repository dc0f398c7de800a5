import { hostname } from 'node:os';
import type { Decrypt } from '../../adapters/age/age.ts';
import { type OpenSnapshot, openCommit } from '../../adapters/git/open-snapshot.ts';
import { choosePolicy } from '../../adapters/policy.ts';
import { rootDirectory } from '../../adapters/restore/prepare.ts';
import { schemaLoader } from '../../adapters/schemas.ts';
import { plainDigests, type Sealed } from '../../adapters/store/contents.ts';
import type { Store } from '../../adapters/store/files.ts';
import { commitPart, storedContents } from '../../adapters/verify/good.ts';
import { localHost } from '../../adapters/verify/local.ts';
import { openRemote } from '../../adapters/verify/remote.ts';
import type { Against } from '../../changes/drift.ts';
import { ok, type Problem, type Result, refuse } from '../../model/problem.ts';
import type { Policy } from '../../policy/policy.ts';
import type { Part } from '../../restore/choose.ts';
import type { VerifyOptions } from '../../verify/options.ts';
import { existingStore } from '../backup/options.ts';
import { chosenDecrypt } from '../encryption.ts';
import type { Surroundings } from '../io.ts';
import { chosenPolicy } from '../judging.ts';
import { chooseParts } from '../restore/parts.ts';
import type { Arguments } from './arguments.ts';

/** All that a verification needs, opened; `close` must be called. `policy`: for acknowledgements. */
export type Request = { options: VerifyOptions; policy: Policy; close(): Promise<void> };

/** The host: its name, by which snapshots are found, and what can be asked of it. */
type Host = { name: string; live: VerifyOptions['live']; close(): Promise<void> };

type Good = Pick<VerifyOptions, 'against' | 'parts' | 'sealed' | 'good'>;

/** Opens the policy, the store and the host, in this order: the host is asked last. */
export async function openRequest(args: Arguments, io: Surroundings): Promise<Result<Request>> {
  const opened = await openCommit(args.commit, args['git-dir'], false, io.cwd);
  if (!opened.ok) return opened;
  const request = await requestFrom(opened.value, args, io);
  if (!request.ok) await opened.value.close();
  return request;
}

async function requestFrom(
  opened: OpenSnapshot,
  args: Arguments,
  io: Surroundings,
): Promise<Result<Request>> {
  const policy = await choosePolicy(opened.snapshot, chosenPolicy(args), io.cwd);
  if (!policy.ok) return policy;
  const store = args.commit === undefined ? await existingStore(args, io) : undefined;
  if (store?.ok === false) return store;
  const host = await openHost(args, io);
  if (!host.ok) return host;
  const good =
    store === undefined
      ? await goodCommit(opened, policy.value)
      : await goodSnapshots(store.value, args, host.value.name, io);
  if (!good.ok) {
    await host.value.close();
    return good;
  }
  const { failOn, warnOnly, critical, schemaHosts } = policy.value;
  const options: VerifyOptions = {
    ...good.value,
    live: host.value.live,
    policy: critical.length === 0 ? undefined : policy.value,
    limits: { ...(failOn && { failOn }), ...(warnOnly === undefined ? {} : { warnOnly }) },
    asked: { services: args.service ?? [], paths: args.path ?? [] },
    schemas: schemaLoader(opened.snapshot, { hosts: schemaHosts }),
  };
  const close = async () => {
    await host.value.close();
    await opened.close();
  };
  return ok({ options, policy: policy.value, close });
}

async function openHost(args: Arguments, io: Surroundings): Promise<Result<Host>> {
  if (args.host !== undefined || args.ssh !== undefined) return openRemote(args);
  const root = await rootDirectory(args.root, io.cwd);
  if (!root.ok) return root;
  const name = hostname();
  return ok({ name, live: localHost(root.value, name), close: async () => {} });
}

async function goodSnapshots(
  store: Store,
  args: Arguments,
  host: string,
  io: Surroundings,
): Promise<Result<Good>> {
  const { snapshot, service: services = [], environment } = args;
  const decrypt = await chosenDecrypt(args, io);
  if (!decrypt.ok) return decrypt;
  const chosen = await chooseParts(store, snapshot, { services, environment }, host);
  if (!chosen.ok) return chosen;
  const { parts, sealed } = await plainParts(store, chosen.value, decrypt.value);
  const ids = parts.map(({ manifest }) => manifest.id);
  const against: Against =
    snapshot === undefined
      ? { kind: 'known-good', ...(environment === undefined ? {} : { environment }) }
      : { kind: 'snapshot', id: ids[0]! };
  const good = { id: ids.join('+'), read: storedContents(store, parts, decrypt.value) };
  return ok({ against, parts, sealed, good });
}

/** Those of an exported store tell what a file was in plain only to whoever can decrypt it. */
async function plainParts(
  store: Store,
  parts: readonly Part[],
  decrypt: Decrypt | undefined,
): Promise<{ parts: Part[]; sealed: Sealed }> {
  const plain: Part[] = [];
  const sealed = new Map<string, Problem>();
  for (const part of parts) {
    const known = await plainDigests(store, part.manifest.files, decrypt);
    plain.push({ ...part, manifest: { ...part.manifest, files: known.files } });
    for (const [object, why] of known.sealed) sealed.set(object, why);
  }
  return { parts: plain, sealed };
}

async function goodCommit({ snapshot }: OpenSnapshot, policy: Policy): Promise<Result<Good>> {
  if (policy.critical.length === 0) return refuse(nothingCritical());
  const commit = await commitPart(snapshot, policy);
  if (!commit.ok) return commit;
  const parts: Part[] = [commit.value.part];
  const good = { id: snapshot.id, read: commit.value.read };
  return ok({ against: { kind: 'commit', id: snapshot.id }, parts, sealed: new Map(), good });
}

function nothingCritical() {
  return {
    code: 'nothing-critical',
    message: 'No policy says which files are critical, and where they are on hosts.',
    hint: 'holdfast init writes one; --policy FILE names one.',
  };
}
