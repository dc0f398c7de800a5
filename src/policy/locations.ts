import type { Path } from '../model/path.ts';
import { ok, type Problem, type Result, refuse } from '../model/problem.ts';
import type { Entry, Snapshot } from '../snapshots/snapshot.ts';
import type { Policy } from './policy.ts';
import { readPolicy } from './read.ts';

/** Where a repository may keep its policy. One of them, not several. */
export const policyPaths: readonly Path[] = [
  '.github/holdfast.yml',
  '.github/holdfast.yaml',
  'holdfast.yml',
  'holdfast.yaml',
];

/**
 * The policy of a snapshot (always the before side); `undefined` when it has none.
 * @param named where somebody says that it stands: then it has to be there.
 */
export async function findPolicy(before: Snapshot, named?: Path): Promise<Result<Policy | undefined>> {
  const text = await findPolicyText(before, named === undefined ? policyPaths : [named]);
  if (text.ok && text.value === undefined && named !== undefined) return refuse(notThere(named));
  if (!text.ok || text.value === undefined) return text as Result<undefined>;
  return readPolicy(text.value.text, text.value.path, { kind: 'base', path: text.value.path });
}

/** The text of a snapshot's policy file, unread: for commands that also show where rules stand in it. */
export async function findPolicyText(
  before: Snapshot,
  paths: readonly Path[] = policyPaths,
): Promise<Result<{ path: Path; text: string } | undefined>> {
  const present: Entry[] = [];
  for (const path of paths) {
    const entry = await before.entry(path);
    if (!entry.ok) return entry;
    if (entry.value !== undefined) present.push(entry.value);
  }
  const [entry, second] = present;
  if (entry === undefined) return ok(undefined);
  if (second !== undefined) return refuse(ambiguous(entry.path, second.path));
  if (entry.mode !== 'file' && entry.mode !== 'executable') return refuse(notAFile(entry));
  for await (const blob of before.read([entry])) {
    if ('refused' in blob) return refuse(unreadable(entry.path, blob.refused));
    const text = decode(blob.bytes);
    return text === undefined ? refuse(wrongEncoding(entry.path)) : ok({ path: entry.path, text });
  }
  return refuse(unreadable(entry.path, 'missing'));
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function ambiguous(first: Path, second: Path): Problem {
  return {
    code: 'policy-ambiguous',
    message: `Two policies are present: ${first} and ${second}.`,
    hint: `Keep ${first} and remove the other, so that everybody knows which one holds.`,
    path: second,
  };
}

function notThere(path: Path): Problem {
  return {
    code: 'policy-missing',
    message: `The base has no policy ${path}.`,
    hint: 'The policy is read from the base commit: land it first, in a pull request of its own, or correct the path.',
    path,
  };
}

function notAFile(entry: Entry): Problem {
  return {
    code: 'policy-not-a-file',
    message: `The policy ${entry.path} is a ${entry.mode}, and links are never followed.`,
    hint: 'Commit the policy itself as a regular file under this name.',
    path: entry.path,
  };
}

function unreadable(path: Path, why: 'missing' | 'too-large' | 'unreadable'): Problem {
  const reasons = {
    missing: 'its content is missing from this clone',
    'too-large': 'it is too large',
    unreadable: 'its content cannot be read',
  };
  return {
    code: 'policy-unreadable',
    message: `The policy ${path} cannot be read: ${reasons[why]}.`,
    hint:
      why === 'missing'
        ? 'Fetch the base commit completely (`git fetch --depth=1 origin <base>`), then run again.'
        : 'Commit a policy of ordinary size under this name.',
    path,
  };
}

function wrongEncoding(path: Path): Problem {
  return {
    code: 'policy-encoding',
    message: `The policy ${path} is not UTF-8.`,
    hint: 'Save it as UTF-8 and commit it again.',
    path,
  };
}
