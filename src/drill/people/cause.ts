import { isObject, type Json } from '../../model/json.ts';
import type { Path } from '../../model/path.ts';
import { ok, type Result, refuse } from '../../model/problem.ts';
import { differenceLines } from '../../reports/keys.ts';
import { plural } from '../../reports/messages.ts';
import { type Field, like, listOf, optional, record, text } from '../../store/fields.ts';
import type { Trial } from '../drilled.ts';
import { proposalText, seenAs, titleOf } from '../reports/words.ts';

/** One file as it is after the error; `before` and `after` are hex SHA-256 and base64. */
export type CauseFile = { path: Path; before: string; after: string };

/** What went wrong in a drill for people, as it is sealed in the issue. Values of sensitive keys are in `files` only. */
export type Cause = {
  version: 1;
  /** The full id of the commit that is well, and of which `files` differ. */
  commit: string;
  path: Path;
  service?: string;
  /** What was done, for people: `key deleted`. */
  title: string;
  /** What the check said of it: `not seen`, `stopped by key-removed`. */
  seen: string;
  /** The first differences, masked: `- rate_limit.logins_per_minute: 30`. */
  differences: string[];
  /** The rule that would have stopped it: where it belongs, then its lines. */
  rule?: string[];
  files: CauseFile[];
};

const MOST_DIFFERENCES = 5;

/** @param files all that the error changes, that of the trial among them. */
export function causeOf(trial: Trial, commit: string, files: readonly CauseFile[]): Cause {
  const { path, service, change, proposals, stopped, checks } = trial;
  const { lines, more, noun } = change
    ? differenceLines(change, MOST_DIFFERENCES)
    : { lines: [], more: 0, noun: 'key' };
  const [proposal] = proposals;
  const rule = proposal && proposalText(proposal);
  return {
    version: 1,
    commit,
    path,
    ...(service !== undefined && { service }),
    title: titleOf(trial),
    seen: stopped ? `stopped by ${checks.join(', ')}` : seenAs(trial),
    differences: [
      ...lines.map(({ sign, text: line }) => `${sign} ${line}`),
      ...(more > 0 ? [`… and ${plural(more, `more ${noun}`)}`] : []),
    ],
    ...(rule && { rule: [`${rule.where}:`, ...rule.lines] }),
    files: [...files],
  };
}

/** Paths that stay below the directory they are written to. */
const relativePath: Field = (value) =>
  typeof value === 'string' && value !== '' && !/^\/|(^|\/)(\.git|\.{0,2})(\/|$)/i.test(value)
    ? undefined
    : 'is no path inside a repository';

/** A list of one at least. */
function some(list: Field): Field {
  return (value) => (Array.isArray(value) && value.length === 0 ? 'is empty' : list(value));
}

const shape = record({
  version: (value) => (value === 1 ? undefined : 'is another one than 1'),
  commit: like(/^[0-9a-f]{40}([0-9a-f]{24})?$/, 'commit'),
  path: relativePath,
  service: optional(text),
  title: text,
  seen: text,
  differences: listOf(text),
  rule: optional(some(listOf(text))),
  files: some(
    listOf(
      record({
        path: relativePath,
        before: like(/^[0-9a-f]{64}$/, 'SHA-256'),
        after: like(/^[A-Za-z0-9+/]*={0,2}$/, 'base64'),
      }),
    ),
  ),
});

export function writeCause(cause: Cause): string {
  return JSON.stringify(cause);
}

/** Problem: `cause-invalid`. */
export function readCause(json: string): Result<Cause> {
  let value: Json | undefined;
  try {
    value = JSON.parse(json);
  } catch {
    value = undefined;
  }
  const fault = isObject(value) ? shape(value) : 'it is no JSON object';
  if (fault === undefined) return ok(value as unknown as Cause);
  return refuse({
    code: 'cause-invalid',
    message: `The sealed cause is not one that this version of Holdfast reads: ${fault}.`,
    hint: 'Open it with the version of Holdfast that opened the issue.',
  });
}
