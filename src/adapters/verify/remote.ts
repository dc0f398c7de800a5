import { setTimeout as pause } from 'node:timers/promises';
import { decodePath } from '../../model/path.ts';
import { ok, type Result, refuse } from '../../model/problem.ts';
import type { Blob, Entry } from '../../snapshots/snapshot.ts';
import type { Collected, SavedFile, UnsavedReason } from '../../store/manifest.ts';
import type { LiveScope } from '../../store/scope.ts';
import { sha256 } from '../../store/seal.ts';
import type { VerifyOptions } from '../../verify/options.ts';
import { LARGEST } from '../restore/sides.ts';
import { findLive } from '../store/walk.ts';
import {
  argumentOf,
  digestsOf,
  kindAt,
  LINK,
  REGULAR,
  remoteLister,
  type State,
  statesOf,
} from './remote-files.ts';
import { openSession, type Session, SessionError, type SshCommand } from './session.ts';
import { toolMissing } from './ssh-problems.ts';

/** How a host is reached. `ssh`: the user's own command, a text for `/bin/sh`; `timeout`: seconds. */
export type RemoteOptions = {
  host?: string | undefined;
  ssh?: string | undefined;
  timeout?: string | undefined;
};

export type RemoteHost = { name: string; live: VerifyOptions['live']; close(): Promise<void> };

const PATIENCE_S = 600;
const ATTEMPTS = 3;
const PAUSE_MS = 200;

/** Without a command of the user's own nobody is asked for anything: there may be nobody. */
const DEFAULTS = ['-T', '-o', 'BatchMode=yes', '-o', 'ConnectTimeout=20'];

/** Connects, and sees that the host has what is needed. */
export async function openRemote({ host, ssh, timeout }: RemoteOptions): Promise<Result<RemoteHost>> {
  const target = host === undefined ? [] : [host];
  const command: SshCommand =
    ssh === undefined
      ? { program: 'ssh', args: [...DEFAULTS, ...target] }
      : { program: '/bin/sh', args: ['-c', `${ssh} "$@"`, 'ssh', ...target] };
  return answered(async () => {
    const session = await openSession(command, Number(timeout ?? PATIENCE_S) * 1000);
    const [hash, state, name] = [await session.record(), await session.record(), await session.record()];
    const missing = hash.length === 0 ? 'sha256sum, shasum or openssl' : state.length === 0 ? 'stat' : '';
    if (missing !== '') {
      await session.close();
      return refuse(toolMissing(missing));
    }
    return ok(hostOf(session, name.toString('utf8'), host));
  });
}

function hostOf(session: Session, name: string, host: string | undefined): RemoteHost {
  let lost: SessionError | undefined;
  const sizes = new Map<string, number>();
  return {
    name,
    live: {
      id: `live:${host ?? name}`,
      collect: (scope) =>
        answered(async () => {
          const collected = await collect(session, scope);
          for (const { path, size } of collected.files) sizes.set(path, size);
          return ok(collected);
        }),
      async *read(entries) {
        for (const entry of entries) {
          const size = sizes.get(entry.path) ?? 0;
          if (size > LARGEST) {
            yield { id: entry.id, refused: 'too-large', size };
            continue;
          }
          try {
            if (lost !== undefined) throw lost;
            yield await contentOf(session, entry);
          } catch (error) {
            if (!(error instanceof SessionError)) throw error;
            lost = error;
            yield { id: entry.id, refused: 'unreadable' };
          }
        }
      },
    },
    close: () => session.close(),
  };
}

async function answered<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof SessionError)) throw error;
    return refuse(error.problem);
  }
}

async function collect(session: Session, scope: LiveScope): Promise<Collected> {
  const { found, absent, unsaved } = await findLive(remoteLister(session), '', scope);
  const collected: Collected = { files: [], absent, unsaved };
  let left = found;
  for (let attempt = 1; left.length > 0; attempt++) {
    if (attempt > 1) await pause(PAUSE_MS * attempt);
    const before = await statesOf(session, left);
    const regular = left.filter((path) => before.get(path)?.type === REGULAR);
    const { digests, states } = await digestsOf(session, regular, (path) => before.get(path)!.size);
    const changed: string[] = [];
    for (const path of left) {
      const [then, now] = [before.get(path), states.get(path)];
      const kept = { path, service: scope.at(path)!.service };
      const lose = (reason: UnsavedReason, detail = '') =>
        collected.unsaved.push({ ...kept, reason, detail });
      const { sensitive } = scope.at(path)!;
      if (then?.type === LINK) {
        const target = await targetOf(session, path);
        if (target === undefined && attempt < ATTEMPTS) changed.push(path);
        else if (target === undefined) lose('changing');
        else
          collected.files.push({ ...kept, sensitive, ...fileOf(then, sha256(target), decodePath(target)) });
      } else if (then?.type !== REGULAR || then.rest !== now?.rest) {
        if ((await kindAt(session, path)) === 'n') {
          if (scope.expected.has(path)) collected.absent.push(kept);
        } else if (attempt < ATTEMPTS) changed.push(path);
        else lose(then === undefined ? 'unreadable' : 'changing');
      } else if (digests.has(path)) {
        collected.files.push({ ...kept, sensitive, ...fileOf(then, digests.get(path)!, null) });
      } else lose('unreadable');
    }
    left = attempt < ATTEMPTS ? changed : [];
  }
  return collected;
}

function fileOf(
  state: State,
  digest: string,
  link: string | null,
): Omit<SavedFile, 'path' | 'service' | 'sensitive'> {
  const { mode, uid, gid, size, mtime } = state;
  return { sha256: digest, size, mode, uid, gid, mtime: new Date(mtime * 1000).toISOString(), link };
}

/** `readlink` ends what it prints with a line break, and a target may end with one of its own. */
async function targetOf(session: Session, path: string): Promise<Buffer | undefined> {
  session.send(`R ${argumentOf(path)}\n`);
  const record = await session.record();
  return record.at(-1) === 10 ? Buffer.from(record.subarray(0, -1)) : undefined;
}

async function contentOf(session: Session, { path, id, mode }: Entry): Promise<Blob> {
  if (mode === 'symlink') {
    const target = await targetOf(session, path);
    return target === undefined ? { id, refused: 'missing' } : { id, bytes: target };
  }
  session.send(`C ${argumentOf(path)}\n`);
  const bytes = await session.content();
  const code = (await session.record()).toString('latin1');
  if (bytes.length > LARGEST) return { id, refused: 'too-large', size: bytes.length };
  return code === '0' ? { id, bytes: Uint8Array.from(bytes) } : { id, refused: 'unreadable' };
}
