import { countLeaves } from '../diff/leaves.ts';
import type { Document } from '../documents/document.ts';
import { textOf } from '../documents/document.ts';
import { isEmpty } from '../model/json.ts';
import type { Check, Report } from './check.ts';
import { OF_OTHER_CONTENT } from './consequences.ts';
import { THRESHOLDS } from './thresholds.ts';
import { percent, putBack, serviceOf } from './words.ts';

export const fileEmptied: Check = {
  id: 'file-emptied',
  wholeFile: true,
  severity: 'error',
  uncritical: 'error',
  folds: ['file-replaced', 'replaced-by-sibling', 'syntax-error', 'brackets-unbalanced', ...OF_OTHER_CONTENT],
  summary: 'A file loses (nearly) all of its content',
  help: 'The file is empty, holds white space only, has no key left (all of it commented out, or a bare `{}`), or keeps a tenth of its size or less. Empty files come from scripts that truncate before they write, from failed templates and from full disks; a bot of a public project has committed zero bytes over its configuration, and more than once. An empty YAML file is valid.',
  configure:
    'There is no option. A file that is meant to be empty should be deleted and taken out of the policy.',
  run({ change, before, after }) {
    const [then, now] = [textOf(before), textOf(after)];
    if (change.status === 'removed' || then === undefined || now === undefined) return [];
    if (now.length * 2 > then.length && now.trim() !== '' && !hasNoKey(after)) return [];
    const sizes = { before: solid(then), after: solid(now) };
    if (sizes.before === 0) return [];
    const report = (how: string): Report[] => [{ place: { line: 1, column: 1 }, args: { how, ...sizes } }];
    if (sizes.after === 0) return report('empty');
    if (hasKeys(before) && hasNoKey(after)) return report('no-keys');
    const shrunk = sizes.after <= sizes.before * THRESHOLDS.emptiedShare;
    return shrunk && sizes.before >= THRESHOLDS.emptiedLeast ? report('shrunk') : [];
  },
  message: (finding, base) => ({
    what: WHAT[String(finding.args.how)]!(
      finding.path,
      Number(finding.args.after) / Number(finding.args.before),
    ),
    why: `${serviceOf(finding.service)} starts with built-in defaults or not at all, and an empty file often counts as valid.`,
    fix: `Put it back: ${putBack(base, finding.path)}. Then look at what wrote it: a redirect that truncates first, or a template that failed.`,
  }),
};

const WHAT: Record<string, (path: string, share: number) => string> = {
  empty: (path) => `${path} is empty now.`,
  'no-keys': (path) => `${path} has no key left: all of it is commented out or reset.`,
  shrunk: (path, share) => `${path} keeps ${percent(share)} of its size.`,
};

/** Characters that are not white space. */
function solid(text: string): number {
  return text.replace(/\s+/g, '').length;
}

function hasKeys(document: Document | undefined): boolean {
  return (
    document?.kind === 'parsed' &&
    document.values.some((value) => !isEmpty(value) && typeof value === 'object' && countLeaves(value) > 0)
  );
}

function hasNoKey(document: Document | undefined): boolean {
  return document?.kind === 'parsed' && document.values.every(isEmpty);
}
