import type { Path } from '../model/path.ts';
import type { Place } from '../model/place.ts';
import type { Safer } from './commands/safer-form.ts';
import type { Confidence } from './location.ts';
import type { Text } from './text.ts';

/**
 * What a command does to its target. `truncate` and `replace` give new content, `edit` changes it in place, the
 * `-tree` operations and `extract` do so below a directory (`mirror-tree` also deletes what the source has not),
 * `discard` takes local changes back to a commit, and `state` changes what a service keeps (a ConfigMap, a secret).
 */
export type Op =
  | 'truncate'
  | 'append'
  | 'replace'
  | 'edit'
  | 'delete'
  | 'replace-tree'
  | 'mirror-tree'
  | 'extract'
  | 'discard'
  | 'state';

/** Where the target is. `name`: of the ssh host, container, bucket or service, as far as it is known. */
export type Host = { kind: 'local' | 'ssh' | 'container' | 'bucket' | 'service'; name?: string };

/**
 * Where a command runs. `server`: on a machine that keeps what is written. `ephemeral`: on a runner, in an image
 * that is being built or a container that starts, where nothing live is written.
 */
export type Surroundings = 'server' | 'ephemeral';

/**
 * One place that may be written.
 * - `path`: resolved with {@link locate}, or the name of something that is no file: `vault:secret/auth`.
 * - `tree`: everything below it may be written.
 */
export type Target = { path: Text; confidence: Confidence; tree: boolean };

/**
 * Something that has to hold before the command runs.
 * - `missing`: the file at `path` does not exist yet (`[ -f x ] || cp …`, `cp -n`).
 * - `exists`: it does.
 * - `asked`: a person has said yes.
 * - `condition`: anything else; `text` is the source of the condition.
 */
export type Guard = { kind: 'missing' | 'exists' | 'asked' | 'condition'; path?: Text; text: string };

/** What makes a write worse; named in messages, never a finding of its own. */
export type Aggravator = 'no-errexit' | 'no-pipefail' | 'unchecked-cd' | 'not-atomic' | 'download-unchecked';

/** One thing that a script would do to files or to a service when it runs. */
export type Effect = {
  /** The file that holds the command, and where the command begins; 1-based. */
  script: Path;
  place: Place;
  /** The line on which the command ends. */
  endLine: number;
  /** The command's name: `cp`, `>`, `kubectl replace`. */
  command: string;
  /** The command as it is written, without its heredoc. */
  text: string;
  op: Op;
  /** What may be written: one place, or up to eight where a variable may have several values. Never empty. */
  targets: readonly Target[];
  /** What is written there, as far as it is a file: resolved like `path`. */
  sources: readonly Text[];
  host: Host;
  surroundings: Surroundings;
  guards: readonly Guard[];
  /** The line on which the same script has copied the target away before, or the option that does so. */
  backup?: { line: number; text: string };
  /** What stands between the script and the command, outermost first: `deploy()`, `ssh web1`, `bash -c`. */
  via: readonly string[];
  aggravators: readonly Aggravator[];
  /** The file is read by the pipeline that truncates it. */
  readsTarget: boolean;
  /** For content that the script makes itself (heredoc, echo, envsubst). */
  content?: Content;
  /** The rule that speaks of such a command on a configuration file: `copy-over-config`. */
  rule: string;
  /** Only a place that the policy declares critical makes it a finding. */
  declaredOnly?: true;
  /** The manual page that says so. */
  page: string;
  safer: readonly Safer[];
};

/** Content that a script makes. */
export type Content = {
  /** Variables in it that the script never sets and for which there is no default: empty when they are unset. */
  unset: readonly string[];
  /** The literal beginning of the content, at most 4,000 characters. */
  text: string;
  /** `envsubst` without a list of variables replaces every `$name` in its input. */
  unrestricted: boolean;
};
