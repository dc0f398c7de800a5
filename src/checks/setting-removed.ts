import type { Document } from '../documents/document.ts';
import { count } from '../model/text.ts';
import type { Check } from './check.ts';
import { spansBetween } from './spans.ts';
import { list, putBack, serviceOf } from './words.ts';

/** Names that are listed; the others are counted. */
const MOST_NAMED = 10;

export const settingRemoved: Check = {
  id: 'setting-removed',
  severity: 'notice',
  uncritical: 'off',
  summary: 'A setting of a text file or of a template is gone',
  help: 'Files without a parser here (nginx, Apache, HAProxy, and others) and templates have no keys to compare. Their lines begin with the name of a setting all the same: `ssl_certificate …;`, `ServerName …`, `LOG_LEVEL = …`, `replicas: {{ … }}`. Listed are names that no line begins with any more; a setting that only changes, or that stands twice and goes once, is not.',
  configure:
    'There is no option. Name the format in the policy where there is one (`format: ini`), and protect keys there.',
  run({ before, after, change, difference }) {
    if (difference !== undefined || change.status === 'removed') return [];
    const [then, now] = [settingsOf(before), settingsOf(after)];
    if (then === undefined || now === undefined) return [];
    const gone = [...then].filter(([name]) => !now.has(name));
    const [first] = gone;
    if (first === undefined) return [];
    const keys = gone.slice(0, MOST_NAMED).map(([name]) => name);
    return [{ place: { line: first[1], column: 1 }, side: 'before', args: { keys, total: gone.length } }];
  },
  message: (finding, base) => ({
    what: `${finding.path} loses ${count(Number(finding.args.total), 'setting')}: ${list(Array.isArray(finding.args.keys) ? finding.args.keys : [], Number(finding.args.total))}.`,
    why: `${serviceOf(finding.service)} uses a built-in default for what is not set.`,
    fix: `Check that ${Number(finding.args.total) === 1 ? 'it is' : 'each of them is'} no longer needed, or put the old file back: ${putBack(base, finding.path)}.`,
  }),
};

/** `name value`, `name = value`, `name: value`, `<Name …>`; 2 to 60 characters, with a letter. */
const SETTING = /^(?:[-+]\s+)?(<?["']?(?=[^\s]*[A-Za-z])[\w.$@%/-]{2,60})["']?(?=\s|[:=;>{]|$)/;

/** The names with which the lines of a text begin, and the first line (1-based) of each. */
function settingsOf(document: Document | undefined): Map<string, number> | undefined {
  const text = document?.kind === 'text' || isTemplate(document) ? document?.text : undefined;
  if (text === undefined) return undefined;
  const names = new Map<string, number>();
  for (const [index, raw] of text.split('\n').entries()) {
    const line = withoutDirections(raw).trim();
    if (line === '' || /^(#|\/\/|;|--|<\/|<!)/.test(line)) continue;
    const name = SETTING.exec(line)?.[1]?.replace(/["']/g, '');
    if (name !== undefined && !names.has(name)) names.set(name, index + 1);
  }
  return names;
}

function isTemplate(document: Document | undefined): boolean {
  return document?.kind === 'opaque' && document.reason === 'template';
}

/** A line without `{% … %}` and `{# … #}`; what is not closed stays. */
function withoutDirections(line: string): string {
  if (!line.includes('{%') && !line.includes('{#')) return line;
  const left: string[] = [];
  let from = 0;
  for (const [start, end] of spansBetween(line, DIRECTIONS)) {
    left.push(line.slice(from, start));
    from = end;
  }
  return left.join('') + line.slice(from);
}

const DIRECTIONS = [
  ['{%', '%}'],
  ['{#', '#}'],
] as const;
