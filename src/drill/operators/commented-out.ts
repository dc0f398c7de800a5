import type { FormatId } from '../../documents/document.ts';
import { differsOnlyAt } from '../edits/leaves.ts';
import { atLeaves } from '../edits/spoil.ts';

/** The signs that begin a comment; JSON has none. */
const SIGNS: { readonly [format in FormatId]?: string } = {
  yaml: '# ',
  toml: '# ',
  dotenv: '# ',
  properties: '# ',
  hcl: '# ',
  ini: '; ',
  jsonc: '// ',
  json5: '// ',
};

/** A line was commented out for a trial, and committed. */
export const commentedOut = atLeaves(
  'commented-out',
  'commented out',
  'key',
  ({ keyAt }, lines, _, { format }) => {
    const sign = SIGNS[format];
    if (sign === undefined) return [];
    const line = lines[keyAt.line]!;
    const indent = line.length - line.trimStart().length;
    return [lines.with(keyAt.line, line.slice(0, indent) + sign + line.slice(indent)).join('\n')];
  },
  (before, after, leaf) => differsOnlyAt(before, after, leaf, {}),
);
