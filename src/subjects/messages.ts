import type { SnapshotPair } from '../snapshots/snapshot.ts';

/** The messages of the change's commits, asked for once; none where there are no commits or they cannot be had. */
export type Messages = () => Promise<readonly string[]>;

export function openMessages({ history }: SnapshotPair): Messages {
  let asked: Promise<readonly string[]> | undefined;
  const ask = async (): Promise<readonly string[]> => {
    const messages = await history?.messages();
    return messages?.ok === true ? messages.value : [];
  };
  return () => {
    asked ??= ask();
    return asked;
  };
}
