import { environmentKind } from '../policy/environments.ts';

/** One word of a value that names an environment, where it stands, and the kind that it names. */
export type EnvironmentWord = { kind: string; start: number; end: number };

/** Words of identifiers: letters with the digits behind them, cut where camelCase begins a new one. */
const WORD = /[A-Z]?[a-z]+|[A-Z]+(?![a-z])/g;
/** `non-prod` and `pre_prod` are no production. */
const NOT_PRODUCTION = /(?:non|not|pre)[-_.]?$/i;

/** Text in which a word of an environment means something else. */
const MEANS_ELSE =
  /\/dev\/(?:null|zero|random|urandom|shm|std\w+|fd|tty\w*|sd\w+|xvd\w+|nvme\w+|vd\w+|mapper|disk|kvm|fuse|net)\b|\/usr\/local\b|cluster\.local\b|\.local(?=$|[:/])|\blocalhost\b|letsencrypt\/live\b|\.(?:dev|test|live|demo)(?=$|[:/])|\bdevelop(?:ment)?\.(?:txt|md)\b|\/(?:test|tests|testing)\//gi;

/**
 * The words of a value that name environments: `db.staging.internal`, `orders-prod-01`, `acme_test`. None for
 * prose, scripts and embedded documents: only what can be a host, a URL, a path, a name or a connection string.
 * @param names further environments, as the policy's families name them; none of them is a word of the dictionary.
 */
export function environmentWords(text: string, names: readonly string[] = []): EnvironmentWord[] {
  if (!isIdentifier(text)) return [];
  const clean = text.replace(MEANS_ELSE, (found) => '\0'.repeat(found.length));
  const declared = names.flatMap((name) => placesOf(name, clean));
  const words = [...clean.matchAll(WORD)].flatMap((match) => {
    const [word] = match;
    const kind = environmentKind(word);
    if (kind === undefined) return [];
    const end = match.index + word.length;
    const negation =
      kind === 'production' ? NOT_PRODUCTION.exec(clean.slice(0, match.index))?.[0] : undefined;
    return negation === undefined
      ? [{ kind, start: match.index, end }]
      : [{ kind: 'preproduction', start: match.index - negation.length, end }];
  });
  return [...declared, ...words].sort((left, right) => left.start - right.start);
}

/** Where a name that is no dictionary's word stands between separators: `eu-west-1` in `db.eu-west-1.acme.net`. */
function placesOf(name: string, text: string): EnvironmentWord[] {
  const found: EnvironmentWord[] = [];
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + name.length)) {
    const end = at + name.length;
    const whole = !/[A-Za-z0-9]/.test(text[at - 1] ?? '') && !/[A-Za-z0-9]/.test(text[end] ?? '');
    if (whole) found.push({ kind: name, start: at, end });
  }
  return found;
}

const LONGEST = 300;

function isIdentifier(text: string): boolean {
  if (text.length > LONGEST || text.includes('\n')) return false;
  return !/\s/.test(text) || /^\s*[\w ]+=[^;]*;/.test(text) || /^[\w.-]+=\S+(?:\s+[\w.-]+=\S+)*$/.test(text);
}

/** The value with every environment's word taken out, and the separator beside it: equal for `a-prod` and `a-stg`, and for `a`. */
export function withoutEnvironment(text: string, names: readonly string[] = []): string {
  let rest = text;
  for (const { start, end } of environmentWords(text, names).toReversed()) {
    const cut = rest.slice(0, start);
    const behind = rest.slice(end).replace(/^\d+/, '');
    rest = /[-_.]$/.test(cut) ? `${cut.slice(0, -1)}${behind}` : `${cut}${behind.replace(/^[-_.]/, '')}`;
  }
  return rest;
}
