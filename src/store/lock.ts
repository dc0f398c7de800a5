import { count, flag, moment, orNull, record, text } from './fields.ts';
import { seal, unseal } from './seal.ts';

/** Who holds the store. A process is told apart by more than its id, which another one gets after its end. */
export type LockHolder = {
  pid: number;
  /** When the process started, in the kernel's ticks since boot; `null` where the system does not say. */
  started: string | null;
  /** Of this start of the machine. */
  boot: string;
  /** The namespace in which `pid` is meant: a container has its own. */
  namespace: string;
  /** What it does, for people. */
  command: string;
  at: string;
  /** It has ended in order. */
  released: boolean;
};

/** What is done while a deployment runs, or is finished by a later run; whoever else holds the store does neither. */
export const DEPLOYING = {
  deploy: 'holdfast deploy',
  resume: 'holdfast resume',
  restore: 'holdfast restore --resume',
} as const;

const shape = record({
  pid: count,
  started: orNull(text),
  boot: text,
  namespace: text,
  command: text,
  at: moment,
  released: flag,
});

export function writeLock(holder: LockHolder): Uint8Array {
  return seal(holder);
}

/** `undefined` for a lock that is damaged, as the machine's sudden end may leave it. */
export function readLock(bytes: Uint8Array): LockHolder | undefined {
  const opened = unseal(bytes);
  return opened.ok && shape(opened.value) === undefined ? (opened.value as unknown as LockHolder) : undefined;
}

/** What the system says now about a process id: when that process started, or that there is none. */
export type Observed = {
  boot: string;
  namespace: string;
  /** `undefined`: no process has this id. `null`: one has, and nobody knows since when. */
  started: string | null | undefined;
  /** Milliseconds since the holder last gave a sign of life. */
  silence: number;
};

/** A holder gives a sign of life this often, and from another namespace it counts as gone after this silence. */
export const SIGN_OF_LIFE_MS = 10_000;
const LONGEST_SILENCE_MS = 120_000;

/** Whether the store may be taken over. Only a holder in another namespace has to be judged by its silence. */
export function isStale(holder: LockHolder, now: Observed): boolean {
  if (holder.released || holder.boot !== now.boot) return true;
  if (holder.namespace !== now.namespace) return Math.abs(now.silence) > LONGEST_SILENCE_MS;
  if (now.started === undefined) return true;
  return holder.started !== null && now.started !== null && holder.started !== now.started;
}
