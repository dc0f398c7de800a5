import type { Json } from '../model/json.ts';
import { isBroken } from './placeholders.ts';

/** A value whose kind of change has rarely been meant. `undefined`: nothing to say. */
export type Doubt =
  | 'version-lowered'
  | 'debug-level'
  | 'image-source'
  | 'hash-length'
  | 'unbalanced'
  | 'requoted'
  | 'inverted';

type Rule = { doubt: Doubt; applies(before: string, after: string, key: string): boolean };

/** What is said of a value is what the first rule that applies says. */
const RULES: readonly Rule[] = [
  { doubt: 'unbalanced', applies: isOpenNow },
  { doubt: 'version-lowered', applies: isLowered },
  { doubt: 'hash-length', applies: isHashOfOtherLength },
  { doubt: 'image-source', applies: isOtherImage },
  { doubt: 'debug-level', applies: isDebugNow },
];

/** @param key the last segment of the value's path. */
export function doubtOf(before: Json, after: Json, key: string): Doubt | undefined {
  if (typeof before === 'boolean' && typeof after === 'boolean') return 'inverted';
  if (typeof before === 'string' && typeof after === 'string') {
    return RULES.find(({ applies }) => applies(before, after, key))?.doubt;
  }
  return isScalar(before) && isScalar(after) && String(before) === String(after) ? 'requoted' : undefined;
}

function isScalar(value: Json): boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}

const VERSION = /^(.*?)(\d+(?:\.\d+)+)(.*)$/s;
const VERSION_KEY = /version|release|revision|tag|image|chart/i;
const ADDRESS = /(^|[^\d.])(25[0-5]|2[0-4]\d|1?\d?\d)(\.(25[0-5]|2[0-4]\d|1?\d?\d)){3}(?![\d.])/;

/** `1.10.9` -> `1.10.8`: the same but for numbers, and the first that differs is lower. Ratios are no versions. */
function isLowered(before: string, after: string, key: string): boolean {
  if (before.length > 300 || after.length > 300 || ADDRESS.test(before)) return false;
  const [then, now] = [VERSION.exec(before), VERSION.exec(after)];
  if (then === null || now === null || then[1] !== now[1] || shape(then[3]!) !== shape(now[3]!)) return false;
  const [old, young] = [then[2]!.split('.').map(Number), now[2]!.split('.').map(Number)];
  if (old.length !== young.length) return false;
  if (old.length < 3 && !VERSION_KEY.test(key) && !/[:v=-]$/.test(then[1]!)) return false;
  const at = old.findIndex((number, index) => number !== young[index]);
  return at !== -1 && young[at]! < old[at]!;
}

function shape(text: string): string {
  return text.replace(/[0-9a-f]{7,}|\d+/g, '0');
}

const HASH = /^(?:(.*)[:@/=])?([0-9a-f]{7,64})$/;

/** A commit or a digest that is shorter or longer than the one before: a letter too few, or one too many. */
function isHashOfOtherLength(before: string, after: string): boolean {
  const [then, now] = [HASH.exec(before), HASH.exec(after)];
  if (then === null || now === null || then[1] !== now[1]) return false;
  const mixed = (hash: string) => /[a-f]/.test(hash) && /\d/.test(hash);
  return mixed(then[2]!) && mixed(now[2]!) && then[2]!.length !== now[2]!.length;
}

const IMAGE =
  /^(?=[^:]*[/:])([a-z0-9][\w.-]*(?::\d+(?=\/))?(?:\/[\w.-]+)*)(?::[\w.-]+)?(?:@sha256:[0-9a-f]+)?$/i;

/** `image`, `repository`: the same image, but from somewhere else, or another image. */
function isOtherImage(before: string, after: string, key: string): boolean {
  if (!/^(image|repository|image[-_]?name|docker[-_]?image)$/i.test(key)) return false;
  const [then, now] = [IMAGE.exec(before), IMAGE.exec(after)];
  return then !== null && now !== null && then[1] !== now[1];
}

/** A named level becomes the most talkative one; of a level in numbers nobody knows which end that is. */
function isDebugNow(before: string, after: string, key: string): boolean {
  const debug = /^(debug|trace|all|verbose)$/i;
  const level = /^(info|warn(ing)?|error|fatal|critical|notice|off|none)$/i;
  return /log|level|verbos/i.test(key) && level.test(before) && debug.test(after);
}

const PAIRS: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/** An expression that is cut off is a finding of `placeholder-value`. */
function isOpenNow(before: string, after: string): boolean {
  return isBalanced(before) && !isBalanced(after) && !isBroken(after);
}

/** True for a text without brackets, too. Texts of more than one line are documents of their own. */
function isBalanced(text: string): boolean {
  if (text.includes('\n') || text.length > 1000) return true;
  const open: string[] = [];
  for (const character of text) {
    if ('([{'.includes(character)) open.push(character);
    else if (character in PAIRS && open.pop() !== PAIRS[character]) return false;
  }
  return open.length === 0;
}
