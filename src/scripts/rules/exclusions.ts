import { shellPattern } from '../../policy/globs.ts';
import type { Effect } from '../effect.ts';
import type { Touched } from '../touched.ts';

const EXCLUDE = /\s(?:--exclude|--filter)(?:=|\s+)(?:"([^"]*)"|'([^']*)'|(\S+))/g;
const GIT_EXCLUDE = /\s-e(?:\s+|=)?(?:"([^"]*)"|'([^']*)'|(\S+))/g;

/** Without what the command's own options leave alone: `rsync --delete --exclude=/config`, `git clean -e .env`. */
export function spared(touched: readonly Touched[], { text, op }: Effect): readonly Touched[] {
  const trees = ['mirror-tree', 'replace-tree', 'extract', 'delete', 'discard'];
  if (touched.length === 0 || !trees.includes(op)) return touched;
  const patterns = [...text.matchAll(EXCLUDE), ...(/\bgit\b/.test(text) ? text.matchAll(GIT_EXCLUDE) : [])]
    .map(([, double, single, plain]) => (double ?? single ?? plain)!.replace(/^(-|exclude|protect|P)\s+/, ''))
    .map((pattern) => pattern.replace(/^\/|\/(\*\*?)?$/g, ''))
    .filter((pattern) => pattern !== '');
  if (patterns.length === 0) return touched;
  return touched.filter(
    ({ inside }) => inside === undefined || !patterns.some((each) => covers(each, inside)),
  );
}

/** As rsync reads it: a pattern names a file, or a directory with all below it, at whatever depth. */
function covers(pattern: string, inside: string): boolean {
  const expression = shellPattern(pattern);
  const names = inside.split('/');
  return names.some((_, end) =>
    names.some(
      (_, start) => start <= end && (expression?.test(names.slice(start, end + 1).join('/')) ?? false),
    ),
  );
}
