import { formatById } from '../../documents/formats/index.ts';
import { isObject } from '../../model/json.ts';
import type { Path } from '../../model/path.ts';
import { ok, type Result, refuse } from '../../model/problem.ts';
import { readPolicy } from '../../policy/read.ts';
import { type Block, blockText } from './block.ts';

/**
 * The text of a policy with a block pasted at the end of its lists; everything else stays as it is, comments included.
 * Problem: `policy-not-pasted` where a list is written in one line, or what would be wrong with the new text.
 */
export async function pasteInto(text: string, block: Block, path: Path): Promise<Result<string>> {
  let pasted = text;
  for (const part of [
    { critical: block.critical, environments: [] },
    { critical: [], environments: block.environments },
  ]) {
    const [head, ...lines] = blockText(part).trimEnd().split('\n');
    if (lines.length === 0) continue;
    const next = await atListEnd(pasted, head!.slice(0, -1), lines);
    if (next === undefined) return refuse(notPasted(path, head!));
    pasted = next;
  }
  const read = await readPolicy(pasted, path, { kind: 'file', path });
  return read.ok ? ok(pasted) : read;
}

async function atListEnd(text: string, name: string, lines: readonly string[]): Promise<string | undefined> {
  const parsed = (await formatById('yaml')!.load())(text);
  const root = parsed.ok ? parsed.values[0] : undefined;
  if (!parsed.ok || (root !== undefined && !isObject(root))) return undefined;
  const end = /\r?\n/.exec(text)?.[0] ?? '\n';
  const whole = text === '' || text.endsWith('\n') ? text : `${text}${end}`;
  const list = root?.[name];
  if (list === undefined) return [`${whole}${name}:`, ...lines, ''].join(end);
  const all = whole.split('\n');
  const own = parsed.place(`/${name}`, 0, 'key');
  const first = parsed.place(`/${name}/0`, 0, 'value');
  if (!Array.isArray(list) || own === undefined || first === undefined || first.line === own.line)
    return undefined;
  const dash = all[first.line - 1]!.indexOf('-');
  if (dash === -1 || dash > first.column - 1) return undefined;
  const keys = Object.keys(root!).flatMap((key) => parsed.place(`/${key}`, 0, 'key')?.line ?? []);
  const next = Math.min(all.length, ...keys.filter((line) => line > own.line));
  // Comments and empty lines before the next key belong to it.
  let last = next - 1;
  while (last > first.line && /^\s*(#.*)?$/.test(all[last - 1]!)) last -= 1;
  const indented = lines.map((line) => ' '.repeat(dash) + line.slice(2) + end.slice(0, -1));
  return all.toSpliced(last, 0, ...indented).join('\n');
}

function notPasted(path: Path, list: string) {
  return {
    code: 'policy-not-pasted',
    message: `The list ${list} of the policy is not written with one entry per line, so nothing was added to it.`,
    hint: 'Paste the proposals by hand.',
    path,
  };
}
