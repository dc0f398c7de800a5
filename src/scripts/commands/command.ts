import type { Aggravator, Host, Op } from '../effect.ts';
import type { Text } from '../text.ts';
import type { Safer } from './safer-form.ts';

export type { Safer } from './safer-form.ts';

/** One word after a command's name. `values`: what it may be, one to four texts; `pos` and `end` in the source. */
export type Argument = {
  values: readonly Text[];
  pos: number;
  end: number;
  /** An unquoted variable that may be empty, and then is no word at all: `$DRY_RUN cp a b`. */
  mayVanish?: true;
};

/** A command with its words, wrappers such as sudo taken away. `pos` and `end` are those of `name`. */
export type Invocation = { name: string; pos: number; end: number; args: readonly Argument[] };

/** One thing that an invocation writes. */
export type Write = {
  op: Op;
  /**
   * Alternatives, as the words say them. `path`: resolved against the directory of the moment; `name`: of something
   * that is no file (`vault:secret/auth`, `configmap:auth`).
   */
  targets: readonly Text[];
  is: 'path' | 'name';
  tree: boolean;
  /** Elsewhere than where the command runs: `scp x host:/etc`, `docker cp x c:/etc`, `aws s3 sync . s3://b`. */
  host?: Host;
  /** Files whose content gets there, as the words say them. */
  sources: readonly Text[];
  /** `cp -n`: never over an existing file. `cp --backup`: the old one is kept. The option as it is written. */
  keeps?: { kind: 'missing' | 'backup'; text: string };
  rule: string;
  safer: readonly Safer[];
  aggravators?: readonly Aggravator[];
};

/** What a known command does with its arguments. `prints`: what another command of the table would read of it. */
export type Reading = {
  command: string;
  page: string;
  writes: readonly Write[];
  reads: readonly Text[];
  prints?: readonly Text[];
};
