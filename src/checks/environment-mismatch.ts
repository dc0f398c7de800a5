import { textOf } from '../documents/document.ts';
import type { Args, Severity } from '../findings/finding.ts';
import { holdsHidden } from '../findings/redact.ts';
import type { Check, Subject } from './check.ts';
import type { Context } from './context.ts';
import {
  isVersion,
  kindsIn,
  type Naming,
  namesAnother,
  type Own,
  ownEnvironments,
} from './environment-names.ts';
import { distinguishingTokens, partsOf, type Token, tokenIn } from './environment-tokens.ts';
import { THRESHOLDS } from './thresholds.ts';
import { type ValueChange, valueChanges } from './value-changes.ts';
import { type Found, othersOf, reportTogether, shownOf } from './value-reports.ts';
import { fromTo, putBack, serviceOf, value } from './words.ts';

export const environmentMismatch: Check = {
  id: 'environment-mismatch',
  severity: 'error',
  uncritical: 'warning',
  foldsOfKey: ['value-doubtful'],
  summary: "A value names another environment than the file's own",
  help: "Production's file now names staging's host, database or account. All keys are there, nearly all lines are the same, and the schema is content; a test branch that was merged too early points a whole service at the test database. Two things are looked at, in values that are new with this change. First, words: the file belongs to an environment (by the policy's `environments` or by its path), its value named that one or none, and now names another: `db.prod.acme.net` becomes `db.staging.acme.net`, `orders` becomes `orders_test`. Error where the rest of the value stays, or the key or the value says that it is a host, a database, an account; warning for less. In a file of no environment, a value of production's that becomes another's is a warning. Second, what the other environments' files hold at the same keys: an account number or a UUID of theirs is a warning, and an error for two at once or while ours still stands in other keys; another part of theirs, such as a host without such a word, is a notice when it tells the two files apart at one key, a warning at two, and an error at three while ours still stands in other keys. Versions, tags and images may be promoted.",
  configure:
    "Declare the families where the paths do not tell them: `environments: ['config/auth/{environment}.yml']`. Pin the keys that say which system this is with `freeze`: then any other value is an error, whatever it names.",
  run(subject) {
    if (subject.change.after === undefined) return [];
    const changes = valueChanges(subject);
    if (changes.length === 0) return [];
    const own = ownEnvironments(subject);
    const named = changes.flatMap((change) => byName(change, own, subject));
    const known = new Set(named.map(({ change }) => change));
    const learned = byTokens(
      changes.filter((change) => !known.has(change)),
      subject,
    );
    return reportTogether([...named, ...learned], subject);
  },
  message(finding, base) {
    const { how, named, from, before, after, environment, sibling } = finding.args;
    const where = finding.key === undefined ? 'A value' : finding.key;
    const becomes =
      after === undefined
        ? 'changes'
        : before === undefined
          ? `is new: ${value(after)}`
          : `changes ${fromTo(before, after)}`;
    const other = named === undefined ? 'another environment' : String(named);
    const evidence =
      how === 'learned'
        ? `the value of ${String(sibling)}`
        : from === undefined
          ? `names ${other}`
          : `names ${other} instead of ${String(from)}`;
    const file = environment === undefined ? '' : `This is the file of ${String(environment)}. `;
    const system =
      how === 'learned' && named === sibling ? `the systems of ${String(sibling)}` : `a system of ${other}`;
    return {
      what: `${where} in ${finding.path} ${becomes}; that ${how === 'learned' ? 'is ' : ''}${evidence}.${othersOf(finding)}`,
      why: `${file}${serviceOf(finding.service)} would talk to ${system}; the file is still valid.`,
      fix: `Put the old value back: ${putBack(base, finding.path)}. If the value is right, let its owner acknowledge it.`,
    };
  },
};

function byName(change: ValueChange, own: Own, subject: Subject): Found[] {
  const naming = namesAnother(change.before, change.after, change.segments, own);
  if (naming === undefined) return [];
  const facts = { how: 'words', ...tellable(naming, change, own, subject), ...ownerOf(subject.context) };
  return [{ change, severity: naming.severity, facts }];
}

/** A name that stands in a hidden part of a value is a part of the secret: that there is one has to do. */
function tellable({ named, from }: Naming, change: ValueChange, own: Own, subject: Subject): Args {
  const isSeen = (name: string, side: 'before' | 'after') => {
    const shown = shownOf(change, side, subject);
    return !holdsHidden(shown) || (typeof shown === 'string' && kindsIn(shown, own).includes(name));
  };
  return {
    ...(isSeen(named, 'after') && { named }),
    ...(from !== undefined && isSeen(from, 'before') && { from }),
  };
}

function byTokens(changes: readonly ValueChange[], { before, after, context }: Subject): Found[] {
  if (before === undefined || changes.length === 0) return [];
  const known = changes.filter(({ before, segments }) => before !== undefined && !isVersion(segments));
  const parts = new Set(known.flatMap((change) => partsOf(change.after)));
  const tokens = distinguishingTokens(before, context.siblings(), (part) => parts.has(part));
  const remains = remainsIn(textOf(after) ?? '');
  const taken = known.flatMap((change) => {
    if (change.before === undefined) return [];
    const token = tokenIn(change.before, change.after, tokens);
    return token === undefined ? [] : [{ change, token }];
  });
  return taken.map(({ change, token }) => {
    const { path, environment } = token.sibling;
    const severity = severityOf(token, taken.length, remains(token));
    const facts = { how: 'learned', named: environment ?? path, sibling: path, ...ownerOf(context) };
    return { change, severity, facts };
  });
}

function ownerOf(context: Context): Args {
  const environment = context.environment();
  return environment === undefined ? {} : { environment };
}

/** Whether our own part still stands in a text; each token is looked for once. */
function remainsIn(text: string): (token: Token) => boolean {
  const known = new Map<Token, boolean>();
  return (token) => {
    const found = known.get(token) ?? text.includes(token.instead);
    known.set(token, found);
    return found;
  };
}

/** @param remains our own part still stands in other keys: this is no move of the whole file. */
function severityOf({ identity, keys }: Token, taken: number, remains: boolean): Severity {
  if (identity) return taken > 1 || remains ? 'error' : 'warning';
  if (keys >= THRESHOLDS.tokenKeysSure && remains) return 'error';
  return keys >= THRESHOLDS.tokenKeys ? 'warning' : 'notice';
}
