import type { Safer } from './command.ts';
import { named } from './places.ts';
import type { CommandRule, WriteSpec } from './spec.ts';

/** Keep a copy beside the target. */
export const COPY_FIRST: readonly Safer[] = [{ kind: 'before', command: 'cp -a {target} {target}.bak' }];

/** Write beside the target and move, or keep a copy. */
export const WRITE_BESIDE: readonly Safer[] = [{ kind: 'temporary' }, ...COPY_FIRST];

/** An edit in place, of which nothing is kept unless the record says so. */
export const inPlace = (
  spots: WriteSpec['spots'],
  more: Partial<Omit<WriteSpec, 'op' | 'rule' | 'spots'>> = {},
): WriteSpec => ({ op: 'edit', rule: 'inplace-edit-no-backup', spots, safer: COPY_FIRST, ...more });

/** New content for a file, which is empty while it is written. */
export const anew = (spots: WriteSpec['spots'], more: Partial<Omit<WriteSpec, 'spots'>> = {}): WriteSpec => ({
  op: 'truncate',
  rule: 'redirect-over-config',
  spots,
  safer: WRITE_BESIDE,
  ...more,
});

/** Files that go. */
export const removal = (
  spots: WriteSpec['spots'],
  more: Partial<Omit<WriteSpec, 'spots'>> = {},
): WriteSpec => ({ op: 'delete', rule: 'remove-config', spots, safer: COPY_FIRST, ...more });

/** What a service keeps under a name: `vault:secret/auth`. */
export const kept = (
  tool: string,
  rule: CommandRule,
  spots: WriteSpec['spots'],
  more: Partial<Omit<WriteSpec, 'rule' | 'spots'>> & { prefix?: string } = {},
): WriteSpec => {
  const { prefix = `${tool}:`, ...rest } = more;
  return { op: 'state', rule, spots: named(tool, prefix, spots), safer: [], ...rest };
};

export const advice = (text: string): Safer => ({ kind: 'advice', text });
