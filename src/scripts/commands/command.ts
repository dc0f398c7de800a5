import type { Aggravator, Host, Op } from '../effect.ts';
import type { Text } from '../text.ts';

/** One word after a command's name. `values`: what it may be, one to four texts; `pos` and `end` in the source. */
export type Argument = { values: readonly Text[]; pos: number; end: number };

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

/**
 * How the same command is made safe. All but `advice` are edits of the command's own source, so that the result can be
 * shown and suggested. In texts, `{target}` is the target as the script writes it.
 */
export type Safer =
  /** Put these words after the command's name. */
  | { kind: 'insert'; words: string }
  /** Put another word in the place of one: `put` by `patch`. */
  | { kind: 'swap'; from: string; to: string }
  /** Put a command before this one, joined with `&&`: `cp -a {target} {target}.bak`. */
  | { kind: 'before'; command: string }
  /** Write beside the target, then move: for redirections and commands that print. */
  | { kind: 'temporary' }
  /** Run only when the target does not exist: `[ -e {target} ] || …`. */
  | { kind: 'unless-exists' }
  /** Words only, where no edit of one command is enough. */
  | { kind: 'advice'; text: string };

/** What a known command does with its arguments. */
export type Reading = { command: string; page: string; writes: readonly Write[]; reads: readonly Text[] };
