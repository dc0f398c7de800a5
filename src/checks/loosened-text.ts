import { joinName } from '../diff/keys.ts';
import type { Arg, Args } from '../findings/finding.ts';
import type { Loosened, Step } from '../schemas/loosened.ts';
import { list, value } from './words.ts';

/** The key for people: `database.port`, `keys[*].id`, `labels.*`. */
export function stepsName(steps: readonly Step[]): string {
  return steps.reduce((name: string, step) => {
    if (step === 'items') return `${name}[*]`;
    if (step === 'other-keys') return name === '' ? '*' : `${name}.*`;
    if (step === 'names') return `${name}{names}`;
    if ('index' in step) return `${name}[${step.index}]`;
    return 'key' in step ? joinName(name, step.key) : `${name}{${step.pattern}}`;
  }, '');
}

/** The keys on the way, for the question whether a value is sensitive. */
export function stepsKeys(steps: readonly Step[]): string[] {
  return steps.map((step) => {
    if (typeof step === 'string') return step === 'items' ? '0' : '*';
    if ('key' in step) return step.key;
    return 'index' in step ? String(step.index) : step.pattern;
  });
}

const some = (arg: Arg | undefined): Arg[] => (Array.isArray(arg) ? arg : arg === undefined ? [] : [arg]);
const values = (arg: Arg | undefined) => list(some(arg).map(value), some(arg).length, 6);
const words = (arg: Arg | undefined) => some(arg).map(String).join(' or ');

/** One line about what became looser, from the finding's arguments. */
export function loosenedText({ what, key, keyword, before, after }: Args): string {
  const name = key === '' ? 'the document' : String(key);
  const had = before === undefined ? String(keyword) : `${String(keyword)} ${value(before)}`;
  const text: Record<Loosened['what'], () => string> = {
    unchecked: () => `${name} is no longer checked`,
    opened: () => openedText(String(key), String(keyword)),
    'key-allowed': () => `${name} is a new key`,
    'type-widened': () =>
      `${name} may be ${some(after).length === 0 ? 'of any type' : `of the type ${words(after)}`}, was ${words(before)}`,
    'values-widened': () => `${name} may also be ${values(after)}`,
    'values-removed': () => `${name} may have other values than ${values(before)}`,
    'required-dropped': () =>
      `${name} may lack ${values(before)}${after === undefined ? '' : ` beside ${value(after)}`}`,
    'bound-moved': () =>
      before === after
        ? `${name} may be equal to ${value(before)} (${String(keyword)})`
        : `${name}: ${String(keyword)} ${value(before)} -> ${value(after)}`,
    'bound-removed': () => `${name} no longer has ${had}`,
    'keyword-removed': () => `${name} no longer has ${had}`,
    'keyword-changed': () =>
      before === undefined
        ? `${name}: \`${String(keyword)}\` is another one, which may be looser`
        : `${name}: ${had} -> ${value(after)}, which may be looser`,
    'branch-added': () =>
      `${name} has one more form (${String(keyword)})${after === undefined ? '' : `: ${value(after)}`}`,
    'not-narrowed': () => `${name}: \`not\` forbids less`,
    'rule-removed': () => `${name} no longer has the rule ${value(before)}`,
    'rule-changed': () => `${name}: the rule ${value(before)} is now ${value(after)}, which may be looser`,
  };
  return text[what as Loosened['what']]();
}

function openedText(key: string, keyword: string): string {
  const [, parent, rest] = /^(.*?)\.?(\*|\[\*\])$/.exec(key) ?? [];
  if (rest === undefined) return `${key === '' ? 'the document' : key} may be anything, which was forbidden`;
  const where = parent === '' ? 'the document' : parent;
  return `${where} may have other ${rest === '*' ? 'keys' : 'items'} (${keyword})`;
}
