import { compareKeys } from '../diff/keys.ts';
import { countLeaves } from '../diff/leaves.ts';
import { retainedLines } from '../diff/lines.ts';
import { type Document, textOf } from '../documents/document.ts';
import type { Check, Report } from './check.ts';
import type { Sibling } from './context.ts';
import { THRESHOLDS } from './thresholds.ts';
import { count, percent, putBack, serviceOf } from './words.ts';

export const replacedBySibling: Check = {
  id: 'replaced-by-sibling',
  wholeFile: true,
  severity: 'error',
  uncritical: 'warning',
  folds: [
    'file-replaced',
    'file-renamed',
    'key-removed',
    'key-retyped',
    'key-frozen',
    'key-changed',
    'value-forbidden',
    'schema-violation',
    'mass-comment',
  ],
  summary: 'A file becomes (nearly) the same file of another environment',
  help: "The policy's `environments` says which files are the same file per environment. The finding is that this one was different from the other environment's, and now is (nearly) equal to it: at least 90% alike now and less than 80% before, or nearly all of the differences gone. This is the accident that started the project: a deployment script wrote staging's file over production's. The result is valid, complete, and wrong, and no other check sees it when both files have the same keys.",
  configure:
    'Declare the family: `environments: [config/auth/{environment}.yml]`. Two files that differ in fewer than three values may become equal without a finding: promoting a version is ordinary work.',
  run({ change, before, after, context }) {
    if (before === undefined || after === undefined || change.after === undefined) return [];
    const reports = context
      .siblings()
      .flatMap((sibling) => becameLike(sibling, before, after, change.after?.id));
    return reports
      .sort((left, right) => Number(right.args.alike) - Number(left.args.alike))
      .slice(0, 1)
      .map((report) => ({ ...report, args: { ...report.args, environment: context.environment() ?? '' } }));
  },
  message(finding, base) {
    const { sibling, alike, alikeBefore, differences, siblingEnvironment, environment } = finding.args;
    const equal = alike === 1 ? `exactly ${String(sibling)}` : `${percent(Number(alike))} ${String(sibling)}`;
    return {
      what: `${finding.path} is now ${equal}; before, ${percent(Number(alikeBefore))} of it was the same (${count(Number(differences), 'difference')}).`,
      why: `${serviceOf(finding.service)} would run in ${String(environment)} with the configuration of ${String(siblingEnvironment)}. It is valid, so nothing else stops it.`,
      fix: `Put ${String(environment)}'s file back: ${putBack(base, finding.path)}. Then correct the command that copied ${String(sibling)} over it.`,
    };
  },
};

function becameLike(
  sibling: Sibling,
  before: Document,
  after: Document,
  afterId: string | undefined,
): Report[] {
  const then = likeness(before, sibling.document);
  const now = sibling.id === afterId ? { alike: 1, differences: 0 } : likeness(after, sibling.document);
  if (then === undefined || now === undefined || now.alike <= then.alike) return [];
  if (then.differences < THRESHOLDS.siblingLeastDifferences) return [];
  const byShare = now.alike >= THRESHOLDS.siblingNow && then.alike < THRESHOLDS.siblingThen;
  const byDifferences = now.differences <= then.differences * (1 - THRESHOLDS.siblingNow);
  if (!byShare && !byDifferences) return [];
  return [
    {
      place: { line: 1, column: 1 },
      args: {
        sibling: sibling.path,
        siblingEnvironment: sibling.environment,
        alike: floor(now.alike),
        alikeBefore: floor(then.alike),
        differences: then.differences,
        content: afterId?.slice(0, 12) ?? '',
      },
    },
  ];
}

type Likeness = { alike: number; differences: number };

/** Dice's coefficient over leaf values, or over lines where there are no keys. */
function likeness(one: Document, other: Document): Likeness | undefined {
  if (one.kind === 'parsed' && other.kind === 'parsed') {
    const { values, changes } = compareKeys(one, other);
    const total = values.before + other.values.reduce<number>((sum, value) => sum + countLeaves(value), 0);
    return total === 0 ? undefined : { alike: (2 * values.kept) / total, differences: changes.length };
  }
  const [left, right] = [textOf(one), textOf(other)];
  if (left === undefined || right === undefined) return undefined;
  const [there, back] = [retainedLines(left, right), retainedLines(right, left)];
  const total = there.before + back.before;
  if (total < THRESHOLDS.leastLines * 2) return undefined;
  const differences = Math.max(there.before - there.kept, back.before - back.kept);
  return { alike: (there.kept + back.kept) / total, differences };
}

/** Rounded down, so that only equal files are "exactly" each other. */
function floor(share: number): number {
  return Math.floor(share * 1000) / 1000;
}
