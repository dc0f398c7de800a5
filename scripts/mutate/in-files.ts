import type { Path } from '../../src/model/path.ts';
import { environmentKind } from '../../src/policy/environments.ts';
import { inValues } from './in-values.ts';
import { leavesOf } from './leaves.ts';
import {
  type Edits,
  type Mutant,
  type Operator,
  parse,
  type Random,
  type Scene,
  shuffled,
} from './operator.ts';

/** Errors that damage a file as a whole, or put another one in its place. */
export const inFiles: readonly Operator[] = [
  file('truncated', 'truncated', ({ text, path }, random) => {
    const kept = Math.floor(text.length * (0.3 + 0.4 * random()));
    return text.trim().length < 20 ? undefined : { head: edit(path, text.slice(0, kept)) };
  }),
  file('other-file', 'other file of the same kind', ({ path, elsewhere, text }, random) => {
    const other = elsewhere[Math.floor(random() * elsewhere.length)];
    return other === undefined || other === text ? undefined : { head: edit(path, other) };
  }),
  {
    id: 'sample',
    title: 'sample',
    kind: 'file',
    async apply({ path, around, text }, random) {
      const name = SAMPLES.map((ending) => `${path}${ending}`).find((one) => around.has(one));
      if (name !== undefined) return [{ head: edit(path, around.get(name)!) }];
      const sample = await sampleOf({ path, text }, random);
      if (sample === undefined) return [];
      return [{ base: edit(`${path}${SAMPLES[0]}`, sample), head: edit(path, sample) }];
    },
  },
  file('other-environment', "another environment's file", ({ path, around, text }) => {
    const [sibling] = siblingsOf(path, around);
    return sibling === undefined || sibling[1] === text ? undefined : { head: edit(path, sibling[1]) };
  }),
  file('swapped-environments', 'swapped environments', ({ path, around, text }) => {
    const [sibling] = siblingsOf(path, around);
    if (sibling === undefined || sibling[1] === text) return undefined;
    return {
      head: new Map([
        [path, sibling[1]],
        [sibling[0], text],
      ]),
    };
  }),
  {
    id: 'stale',
    title: 'stale (as it was two commits earlier)',
    kind: 'file',
    async apply(scene, random) {
      const previous = await older(scene, random);
      const oldest = previous && (await older({ path: scene.path, text: previous }, random));
      if (oldest === undefined || oldest === scene.text) return [];
      const [first, second] = [edit(scene.path, oldest), edit(scene.path, previous!)];
      return [{ earlier: [first, second], head: first }];
    },
  },
  file('merge-markers', 'merge markers', ({ path, text }, random) => {
    const lines = text.split('\n');
    if (lines.length < 3) return undefined;
    const at = Math.floor(random() * (lines.length - 1));
    const ours = lines[at]!;
    const conflict = ['<<<<<<< HEAD', ours, '=======', `${ours}0`, '>>>>>>> release'];
    return { head: edit(path, lines.toSpliced(at, 1, ...conflict).join('\n')) };
  }),
  {
    id: 'duplicate-key',
    title: 'duplicate key',
    kind: 'file',
    async apply({ path, document, text }, random, most) {
      if (document.kind !== 'parsed') return [];
      const found: Mutant[] = [];
      for (const { keyAt } of shuffled(leavesOf(document), random)) {
        if (found.length === most) break;
        const lines = text.split('\n');
        const line = lines[keyAt.line]!;
        // A second member of a JSON object needs a comma between the two.
        for (const first of [line, `${line},`]) {
          const twice = lines.toSpliced(keyAt.line, 1, first, line).join('\n');
          const after = await parse(path, twice);
          if (after.kind !== 'parsed' || after.duplicates.length !== document.duplicates.length + 1) continue;
          found.push({ head: edit(path, twice) });
          break;
        }
      }
      return found;
    },
  },
  file('utf-16', 'UTF-16', ({ path, text }) =>
    text.trim() === '' ? undefined : { head: edit(path, Buffer.from(`\ufeff${text}`, 'utf16le')) },
  ),
];

/** A change that means nothing: what the check says of it would be said of every other one, too. */
export const control: Operator = {
  ...file('control', 'none: an empty line at the end', ({ path, text }) => ({
    head: edit(path, `${text}\n`),
  })),
  kind: 'control',
};

const SAMPLES = ['.example', '.sample', '.dist', '.default'];

function file(
  id: string,
  title: string,
  make: (scene: Scene, random: Random) => Mutant | undefined,
): Operator {
  return {
    id,
    title,
    kind: 'file',
    async apply(scene, random) {
      const mutant = make(scene, random);
      return mutant === undefined ? [] : [mutant];
    },
  };
}

function edit(path: Path, content: string | Uint8Array): Edits {
  return new Map([[path, content]]);
}

/** The same file of other environments, by the words in its path. */
export function siblingsOf(path: Path, around: ReadonlyMap<Path, string>): [Path, string][] {
  const family = familyOf(path);
  return family.includes('*') ? [...around].filter(([other]) => familyOf(other) === family) : [];
}

/** The path with every word that names an environment replaced by `*`. */
export function familyOf(path: Path): string {
  return path
    .split(/([/._-])/)
    .map((word) => (environmentKind(word) === undefined ? word : '*'))
    .join('');
}

/** What a project ships beside the real file: the same keys, and placeholders for most texts. */
async function sampleOf(
  { path, text }: { path: Path; text: string },
  random: Random,
): Promise<string | undefined> {
  const document = await parse(path, text);
  if (document.kind !== 'parsed') return undefined;
  const lines = text.split('\n');
  const texts = leavesOf(document).filter(({ value }) => typeof value === 'string' && value.length > 2);
  if (texts.length < 2) return undefined;
  for (const { value, valueAt: at } of texts) {
    const line = lines[at.line]!;
    const start = line.indexOf(String(value), at.column);
    const word = PLACEHOLDERS[Math.floor(random() * PLACEHOLDERS.length)]!;
    if (start !== -1) lines[at.line] = line.slice(0, start) + word + line.slice(start + String(value).length);
  }
  const sample = lines.join('\n');
  return sample !== text && (await parse(path, sample)).kind === 'parsed' ? sample : undefined;
}

const PLACEHOLDERS = ['changeme', 'your-value-here', 'example', 'localhost'];

/** An earlier version: other values, one of its keys not there yet; of text without keys, two of its lines. */
async function older(
  { path, text }: { path: Path; text: string },
  random: Random,
): Promise<string | undefined> {
  const steps = ['value-typo', 'value-typo', 'key-deleted'].map(
    (id) => inValues.find((one) => one.id === id)!,
  );
  let now = text;
  for (const step of steps) {
    const scene = { path, text: now, document: await parse(path, now), around: new Map(), elsewhere: [] };
    const [mutant] = await step.apply(scene, random, 1);
    const next = mutant?.head.get(path);
    if (typeof next === 'string') now = next;
  }
  if (now !== text) return now;
  const lines = text.split('\n');
  if (lines.length < 6) return undefined;
  const at = Math.floor(random() * (lines.length - 2));
  return lines.toSpliced(at, 2).join('\n');
}
