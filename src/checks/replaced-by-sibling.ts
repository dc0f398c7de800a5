import { countChanges } from '../diff/keys.ts';
import { countLeaves } from '../diff/leaves.ts';
import { compareLines } from '../diff/lines.ts';
import { type Document, textOf } from '../documents/document.ts';
import type { Args, Finding } from '../findings/finding.ts';
import { count } from '../model/text.ts';
import type { Check, Report } from './check.ts';
import { OF_OTHER_CONTENT } from './consequences.ts';
import type { Sibling } from './context.ts';
import { THRESHOLDS } from './thresholds.ts';
import { percent, putBack, serviceOf } from './words.ts';

export const replacedBySibling: Check = {
  id: 'replaced-by-sibling',
  wholeFile: true,
  severity: 'error',
  uncritical: 'warning',
  folds: ['file-replaced', 'file-renamed', ...OF_OTHER_CONTENT],
  summary: "A file becomes (nearly) another file: another environment's, a sample, another service's",
  help: "This file was different from the other one, and now is (nearly) equal to it: at least 90% alike now and less than 80% before, or nearly all of the differences gone. The other file is the same file of another environment (by the policy's `environments`, or by its path), a sample (`app.yml.example`, `app.dist.yml`), its peer (the same file of another service, region or cluster), or any file of the base with exactly this content. Two files that are swapped are two findings, and each names the other. This is the accident that started the project: a deployment script wrote staging's file over production's. The result is valid, complete, and wrong, and no other check sees it when both files have the same keys.",
  configure:
    "Declare the family where the paths do not tell it: `environments: ['config/auth/{environment}.yml']`. Two files that differ in fewer than three values may become equal without a finding: promoting a version is ordinary work.",
  run({ before, after, change, context }) {
    if (before === undefined || after === undefined || change.after === undefined) return [];
    const found = context
      .siblings()
      .flatMap((sibling) => becameLike(sibling, before, after, change.after!.id));
    const alike = ({ args }: Report) => Number(args.alike);
    const [closest] = found.sort((left, right) => alike(right) - alike(left));
    const environment = context.environment();
    if (closest === undefined) return [];
    return [environment === undefined ? closest : { ...closest, args: { ...closest.args, environment } }];
  },
  message(finding, base) {
    const { sibling, alike, alikeBefore, differences, swapped } = finding.args;
    const equal = alike === 1 ? `exactly ${String(sibling)}` : `${percent(Number(alike))} ${String(sibling)}`;
    const before = `before, ${percent(Number(alikeBefore))} of it was the same (${count(Number(differences), 'difference')})`;
    const exchanged = swapped === true ? ` The two files are swapped.` : '';
    return {
      what: `${finding.path} is now ${equal}; ${before}.${exchanged}`,
      why: `${serviceOf(finding.service)} would run ${whose(finding)}. It is valid, so nothing else stops it.`,
      fix: `Put the old file back: ${putBack(base, finding.path)}. Then correct the command or the merge that brought the content of ${String(sibling)} here.`,
    };
  },
};

function whose({ args }: Finding): string {
  const { relation, environment, sibling, siblingEnvironment } = args;
  if (siblingEnvironment !== undefined) {
    const here = environment === undefined ? '' : ` in ${String(environment)}`;
    return `${here.trimStart()}${here === '' ? '' : ' '}with the configuration of ${String(siblingEnvironment)}`;
  }
  if (relation === 'sample') return 'with the values of a sample';
  return `with what belongs to ${String(sibling)}`;
}

function becameLike(sibling: Sibling, before: Document, after: Document, afterId: string): Report[] {
  const then = likeness(before, sibling.document);
  const now = sibling.id === afterId ? { alike: 1, differences: 0 } : likeness(after, sibling.document);
  if (then === undefined || now === undefined || now.alike <= then.alike) return [];
  if (then.differences < THRESHOLDS.siblingLeastDifferences) return [];
  const byShare = now.alike >= THRESHOLDS.siblingNow && then.alike < THRESHOLDS.siblingThen;
  const byDifferences = now.differences <= then.differences * (1 - THRESHOLDS.siblingNow);
  if (!byShare && !byDifferences) return [];
  const args: Args = {
    sibling: sibling.path,
    relation: sibling.relation,
    alike: floor(now.alike),
    alikeBefore: floor(then.alike),
    differences: then.differences,
    content: afterId.slice(0, 12),
  };
  if (sibling.environment !== undefined) args.siblingEnvironment = sibling.environment;
  if (sibling.swapped) args.swapped = true;
  return [{ place: { line: 1, column: 1 }, args }];
}

type Likeness = { alike: number; differences: number };

/** Dice's coefficient over leaf values, or over lines where there are no keys. */
function likeness(one: Document, other: Document): Likeness | undefined {
  if (one.kind === 'parsed' && other.kind === 'parsed') {
    const { values, changes } = countChanges(one, other);
    const total = values.before + other.values.reduce<number>((sum, value) => sum + countLeaves(value), 0);
    return total === 0 ? undefined : { alike: (2 * values.kept) / total, differences: changes };
  }
  const [left, right] = [textOf(one), textOf(other)];
  if (left === undefined || right === undefined) return undefined;
  const { kept, before, after } = compareLines(left, right);
  const total = before + after;
  if (total < THRESHOLDS.leastLines * 2) return undefined;
  return { alike: (2 * kept) / total, differences: Math.max(before, after) - kept };
}

/** Rounded down, so that only equal files are "exactly" each other. */
function floor(share: number): number {
  return Math.floor(share * 1000) / 1000;
}
