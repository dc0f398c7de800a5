import type { Path } from '../model/path.ts';
import type { Effect } from './effect.ts';
import { confidenceOf } from './location.ts';
import type { NotRead } from './not-read.ts';

/** What a script would do when it runs, as far as it can be known without running it. */
export type Analysis = {
  /** In the order in which the script would do it. */
  effects: readonly Effect[];
  notRead: readonly NotRead[];
  /** Files of the checkout that it sources or runs. Those that were not given are analysed when they are. */
  uses: readonly Path[];
};

/** STUB: copies, redirections and `. file`, line by line, until the interpreter is there. */
export function analyseScript(
  path: Path,
  text: string,
  files: ReadonlyMap<Path, string>,
): Analysis | undefined {
  if (!/\.(sh|zsh)$|akefile$/.test(path) && !text.startsWith('#!')) return undefined;
  const effects: Effect[] = [];
  const notRead: NotRead[] = [];
  const uses: Path[] = [];
  text.split('\n').forEach((line, index) => {
    const place = { line: index + 1, column: line.length - line.trimStart().length + 1 };
    const used = /^\s*(?:\.|source) (\S+)/.exec(line)?.[1];
    if (used !== undefined) {
      uses.push(used);
      const other = files.get(used);
      if (other === undefined) notRead.push({ reason: 'missing', place, detail: used });
      else {
        const inner = analyseScript(used, `#!\n${other}`, files)!;
        effects.push(
          ...inner.effects.map((effect) => ({
            ...effect,
            place: { ...effect.place, line: effect.place.line - 1 },
            endLine: effect.endLine - 1,
          })),
        );
        uses.push(...inner.uses);
      }
    }
    if (/\bif\s*$/.test(line)) notRead.push({ reason: 'syntax', place, detail: 'unexpected end of line' });
    if (/^#!.*zsh/.test(line)) notRead.push({ reason: 'shell', place, detail: 'zsh' });
    const copy = /^\s*(\[ -e (\S+) \] \|\| )?(cp|mv) (?:-\w+ )*(\S+) (\S+)/.exec(line);
    const to = /(?:^|[^>])> ?(\S+)/.exec(line)?.[1];
    const target = copy?.[5] ?? to;
    if (target === undefined) return;
    const text = target.includes('$') ? [{ name: target, is: 'value' as const }] : [target];
    effects.push({
      script: path,
      place,
      endLine: place.line,
      command: copy?.[3] ?? '>',
      text: line.trim(),
      op: copy === null ? 'truncate' : 'replace',
      targets: [{ path: text, confidence: confidenceOf(text), tree: false }],
      sources: copy === null ? [] : [[copy[4]!]],
      host: { kind: 'local' },
      surroundings: 'server',
      guards: copy?.[2] === undefined ? [] : [{ kind: 'missing', text: `[ -e ${copy[2]} ]` }],
      via: [],
      aggravators: [],
      readsTarget: false,
      rule: copy === null ? 'redirect-over-config' : 'copy-over-config',
      page: 'man cp',
      safer: [],
    });
  });
  return { effects, notRead, uses };
}
