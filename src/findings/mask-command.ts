import { HIDDEN, isSensitiveKey, withoutSecrets } from './redact.ts';

/** `NAME=`, `--name=`, `--name `, `name: `: what may be followed by a secret. */
const NAME = /(?<![\w.$/-]|\$\{)(-{0,2}[A-Za-z_][\w.-]*)(["']?)(\s*[:=]\s*|\s+)/g;
/** Options of well-known clients whose value holds a password: `curl -u a:b`, `mysql -pSECRET`, `sshpass -p SECRET`. */
const USER_OPTION = /(\s(?:-u|--user|--proxy-user)[ =]?["']?[^\s:"']+:)[^\s"']+/g;
const SHORT_PASSWORD =
  /(\b(?:mysql|mysqldump|mysqladmin|mariadb|sshpass)\b[^|;&]*?\s-p ?)(?!\s|-)([^\s"']+|"[^"]*"|'[^']*')/g;
const AUTHORIZATION =
  /(\b(?:authorization|x-api-key|x-auth-token|private-token)\s*:\s*(?:\w+\s+)?)[^\s"']+/gi;

/** `[ "$TOKEN" = secret ]`. */
const COMPARISON = /(\$\{?(\w+)\}?["']?\s*[=!]?=\s+)("[^"]*"|'[^']*'|[^\s"';|&)]+)/g;

/** A shell command without the secrets in it: values of sensitive options, variables and headers are hidden. */
export function maskCommand(command: string): string {
  const plain = command
    .replace(USER_OPTION, `$1${HIDDEN}`)
    .replace(SHORT_PASSWORD, `$1${HIDDEN}`)
    .replace(AUTHORIZATION, `$1${HIDDEN}`)
    .replace(COMPARISON, (whole, start: string, name: string, value: string) =>
      isSensitiveKey([name]) && !isReference(value) ? `${start}${HIDDEN}` : whole,
    );
  let masked = '';
  let from = 0;
  for (const found of plain.matchAll(NAME)) {
    const [whole, name, closing, between] = found;
    if (found.index < from || !isSensitiveKey([name!.replace(/^-+/, '')])) continue;
    // A word and a blank is only a name when it is an option, or text in a quote.
    if (!/[:=]/.test(between!) && !name!.startsWith('-')) continue;
    const start = found.index + whole.length;
    const end =
      start + secretLength(plain.slice(start), closing === '' ? quoteAt(plain, found.index) : undefined);
    if (end === start || isReference(plain.slice(start, end))) continue;
    masked += plain.slice(from, start) + HIDDEN;
    from = end;
  }
  return withoutSecrets(masked + plain.slice(from));
}

/** The quote in which an offset of a shell's text stands. */
export function quoteAt(text: string, offset: number): string | undefined {
  let quote: string | undefined;
  for (let at = 0; at < offset; at++) {
    const character = text[at]!;
    if (character === '\\' && quote !== "'") at += 1;
    else if (quote === undefined && (character === '"' || character === "'")) quote = character;
    else if (character === quote) quote = undefined;
  }
  return quote;
}

/** Inside of a quote a secret ends with it; elsewhere it is one word. */
function secretLength(rest: string, quote: string | undefined): number {
  if (quote !== undefined) {
    const end = rest.search(quote === '"' ? /(?<!\\)"/ : /'/);
    return end === -1 ? rest.length : end;
  }
  return /^(?:"(?:\\.|[^"\\])*"?|'[^']*'?|\$\{\{[^}]*\}\}|\$\([^)]*\)?|\\.|[^\s"';|&<>()\\])*/s.exec(rest)![0]
    .length;
}

/** A variable, a file (`@key.pem`), an expression of a workflow, or what a command prints is not the secret itself. */
function isReference(value: string): boolean {
  const bare = value.replace(/^"(.*)"$/s, '$1');
  return (
    bare === '' || /^(@[\w./~-]+|\$\w+|\$\{\w+(:?[?+]?[^}]*)?\}|\$\{\{[^}]*\}\}|\$\([^)]*\))$/.test(bare)
  );
}
