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
