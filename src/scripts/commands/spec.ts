import type { Aggravator, Host, Op } from '../effect.ts';
import type { Text } from '../text.ts';
import type { Argument, Safer } from './command.ts';
import type { Options, OptionTable } from './options.ts';

/** The rules that speak of one kind of command on a configuration file. */
export const COMMAND_RULES = [
  'redirect-over-config',
  'copy-over-config',
  'move-over-config',
  'install-over-config',
  'symlink-over-config',
  'download-over-config',
  'remote-copy-over-config',
  'tree-mirror-delete',
  'extract-over-live-tree',
  'git-discard-on-server',
  'env-replace-all',
  'kv-replace-all',
  'k8s-config-replace',
  'helm-values-reset',
  'param-overwrite',
  'inplace-edit-no-backup',
  'remove-config',
  'infrastructure-apply',
] as const;

export type CommandRule = (typeof COMMAND_RULES)[number];

/** The words of an invocation, told apart. `operands` come after the command's `own` words (`replace` of kubectl). */
export type Call = Options & {
  command: string;
  args: readonly Argument[];
  own: readonly Argument[];
  /** What it finds on its standard input, as far as that is known: alternatives. */
  input: readonly Text[];
};

/** One place that is written. `texts` are alternatives; the rest takes the place of what the write's record says. */
export type Spot = {
  texts: readonly Text[];
  is?: 'path' | 'name';
  host?: Host;
  tree?: boolean;
  op?: Op;
  rule?: CommandRule;
  sources?: readonly Text[];
};

/** A question to a call, or the options (one of them is enough) that answer it with yes. */
export type Condition = string | ((call: Call) => boolean);

/** One way in which a command writes; a command may have several. */
export type WriteSpec = {
  op: Op;
  rule: CommandRule;
  /** Every place is a write of its own. */
  spots: (call: Call) => readonly Spot[];
  sources?: (call: Call) => readonly Text[];
  /** The write happens when this holds, and `unless` does not. */
  when?: Condition;
  unless?: Condition;
  /** Everything below the place may be written. */
  tree?: true | Condition;
  /** Options with which an existing file is left alone, or what does so in this call. */
  missing?: string | ((call: Call) => string | undefined);
  /** Options with which the old file is kept, or what does so in this call. */
  backup?: string | ((call: Call) => string | undefined);
  safer: readonly Safer[];
  /** Whether the safer forms that are edits fit this call; without it they do. */
  fits?: (call: Call) => boolean;
  aggravators?: (call: Call) => readonly Aggravator[];
};

/** A command of the table. */
export type CommandSpec = {
  /** The command's words, without options: `cp`, `kubectl replace`. */
  names: readonly string[];
  /** What it writes, for people: `the last operand`. */
  about: string;
  /** The manual page that says so. */
  page: string;
  options?: OptionTable;
  /** Options with which nothing is written: `--dry-run`. */
  idle?: string;
  writes: readonly WriteSpec[];
  /** Files whose content it reads. Those of `sources` need not be said again. */
  reads?: (call: Call) => readonly Text[];
  /** What it prints that another command of the table would read: alternatives. */
  prints?: (call: Call) => readonly Text[];
};
