import type { KeyChange } from '../diff/difference.ts';
import type { Arg, Args, Severity } from '../findings/finding.ts';
import { count } from '../model/text.ts';
import type { PastCommit } from '../snapshots/history.ts';
import type { Check, Subject } from './check.ts';
import { OF_OTHER_CONTENT } from './consequences.ts';
import type { Context, WentBack } from './context.ts';
import { THRESHOLDS } from './thresholds.ts';
import { list, putBack, serviceOf } from './words.ts';

/** Commits that are named; the others are counted. */
const MOST_NAMED = 5;

export const staleRevert: Check = {
  id: 'stale-revert',
  severity: 'error',
  uncritical: 'off',
  folds: ['file-replaced', ...OF_OTHER_CONTENT],
  isCause: (finding) => finding.args.how !== 'keys',
  summary: 'Content goes back to an older version of itself, and no commit message says so',
  help: 'A branch that was started weeks ago, rebased wrongly, or merged with the conflicts resolved in its own favour takes back what others have done since. Each file alone looks like a small edit; all of it is valid. Holdfast compares the new content with the earlier versions on the base branch (the last 2,000 commits, merges as one) and names the commits that would be undone.\n\nError: several files of the change go back to one moment (at least three, or at least half of the changed configuration files), and that undoes two commits or more: a stale branch. Warning: the file, or keys of it whose old values come back, go back past two commits or more. Notice: the file becomes what it was just before, keys go back past a single commit, or only keys disappear that several recent commits had added. A single number or switch that goes back is never more than a notice.',
  configure:
    'Say in a commit message that something is taken back (revert, roll back, back out, undo, restore, downgrade): an announced revert is left alone. In a shallow clone the Action fetches up to 100 commits of history by itself; on the command line, and where that fails, the report says that history is missing.',
  run(subject) {
    const back = subject.context.wentBack();
    if (back === undefined) return [];
    const stale = isStale(back);
    const severity = stale ? 'error' : severityOf(back);
    if (severity === undefined) return [];
    const how = stale ? 'change' : back.whole ? 'file' : 'keys';
    return [{ severity, ...placeOf(subject, back.keys?.[0]), args: argsOf(how, subject, back) }];
  },
  message(finding, base) {
    const { how, to, keys, keysTotal, undone, undoneTotal, first } = finding.args;
    const { files, filesTotal, touched, allTotal } = finding.args;
    const others = Number(filesTotal) - 1;
    const whole = `${finding.path} goes back to its content of ${commit(to)}`;
    const what: Record<string, string> = {
      change: `${whole}, together with ${count(others, 'other file')} of ${Number(touched)} in this change (${list(Array.isArray(files) ? files : [], others, 3)}).`,
      again: `${whole}, as ${String(first)}${others > 1 ? ` and ${count(others - 1, 'other file')} do` : ' does'}.`,
      file: `${whole}.`,
      keys: `${count(Number(keysTotal), 'key')} of ${finding.path} ${Number(keysTotal) === 1 ? 'goes' : 'go'} back to the state of ${commit(to)}: ${list(Array.isArray(keys) ? keys : [], Number(keysTotal))}.`,
    };
    const commits = list(Array.isArray(undone) ? undone.map(commit) : [], Number(undoneTotal), MOST_NAMED);
    const why = `It undoes, for ${serviceOf(finding.service).replace(/^The/, 'the')}: ${commits}.`;
    const back = putBack(base, finding.path);
    const told = how === 'change' && first !== finding.path;
    if (told)
      return {
        what: what.again!,
        why,
        fix: `The cause is that of ${String(first)}. This file alone is put back by: ${back}.`,
      };
    const cause =
      how === 'change'
        ? `In all files, ${count(Number(allTotal), 'commit')} would be undone. A branch that has not seen them does this, or a merge that was resolved in its favour.`
        : 'No commit message of this change says that this is meant.';
    return {
      what: what[String(how)]!,
      why: `${why} ${cause}`,
      fix: `Rebase on the base branch, or merge it, and resolve the conflicts again. This file alone is put back by: ${back}. If it is meant, say so in a commit message, such as "Revert …".`,
    };
  },
};

/** Several files go back to one moment, and more than one commit is lost: nobody undoes two at once by hand. */
function isStale({ together }: WentBack): boolean {
  if (together === undefined || together.commits.length < THRESHOLDS.staleCommits) return false;
  const { files, touched } = together;
  if (files.length >= THRESHOLDS.staleFiles) return true;
  return files.length >= 2 && files.length >= touched * THRESHOLDS.staleShare;
}

function severityOf({ whole, keys, commits }: WentBack): Severity | undefined {
  const several = commits.length >= THRESHOLDS.staleCommits;
  if (whole) return several && (keys === undefined || isTelling(keys)) ? 'warning' : 'notice';
  const returning = keys?.some(({ kind }) => kind !== 'removed') === true;
  if (returning && several && isTelling(keys!)) return 'warning';
  return keys!.length >= 2 && (returning || several) ? 'notice' : undefined;
}

/** Numbers and switches go up and down in ordinary work: one of them alone may have any old value by chance. */
function isTelling(keys: readonly KeyChange[]): boolean {
  if (keys.length !== 1) return keys.length > 1;
  const [{ after, before }] = keys as [KeyChange];
  const value = after ?? before ?? null;
  return typeof value === 'string' ? value.length >= 3 : value !== null && typeof value === 'object';
}

function argsOf(how: string, { change, context }: Subject, { to, keys, commits, together }: WentBack): Args {
  const args: Args = {
    how,
    content: change.after?.id.slice(0, 12) ?? '',
    to: shown(to, context),
    undone: commits.slice(0, MOST_NAMED).map((one) => shown(one, context)),
    undoneTotal: commits.length,
  };
  if (keys !== undefined) {
    args.keys = keys.slice(0, 10).map(({ name }) => name);
    args.keysTotal = keys.length;
  }
  if (how !== 'change' || together === undefined) return args;
  const { files, first, touched } = together;
  Object.assign(args, { first, filesTotal: files.length, touched, allTotal: together.commits.length });
  if (first === change.path) args.files = files.filter((path) => path !== first).slice(0, 10);
  return args;
}

function shown({ id, day, subject }: PastCommit, context: Context): Arg {
  return { id: id.slice(0, 10), day, subject: context.show(subject, []) };
}

/** `1a2b3c4d5e (2026-03-01, "Raise the pool size")`. */
function commit(arg: Arg | undefined): string {
  if (typeof arg !== 'object' || arg === null || Array.isArray(arg)) return 'an older commit';
  return `${String(arg.id)} (${String(arg.day)}, ${JSON.stringify(arg.subject)})`;
}

function placeOf({ before, after }: Subject, key: KeyChange | undefined) {
  if (key === undefined) return {};
  if (key.kind !== 'removed') {
    return { place: after?.kind === 'parsed' ? after.place(key.key, key.document) : undefined };
  }
  const side = 'before' as const;
  return { place: before?.kind === 'parsed' ? before.place(key.key, key.document) : undefined, side };
}
