/** A stretch of a shell source in which words are not read as elsewhere; `end` is behind it. */
type Stretch = { kind: 'single' | 'heredoc' | 'comment'; start: number; end: number };

type Scan = {
  source: string;
  at: number;
  /** What is open: `"` a double quote, `(` a substitution or a group. */
  open: string[];
  heredocs: { delimiter: string; tabs: boolean }[];
  found: Stretch[];
};

const HEREDOC = /<<(-?)[ \t]*(?:'([^'\n]*)'|"([^"\n]*)"|\\?([\w.+-]+))/y;
/** Longer than any expression in real files: keeps a scan linear. */
const LONGEST_ARITHMETIC = 500;

/**
 * Tells single quotes, heredocs and comments of a shell source apart from the rest, without parsing it: what is filled
 * in before the shell reads the source may make it invalid. `holes` are skipped whole, in ascending order.
 * @returns a function that gives the kind at an offset, and `undefined` in code and double quotes.
 */
export function quotingIn(
  source: string,
  holes: readonly { start: number; end: number }[],
): (offset: number) => Stretch['kind'] | undefined {
  const scan: Scan = { source, at: 0, open: [], heredocs: [], found: [] };
  let hole = 0;
  while (scan.at < source.length) {
    while (hole < holes.length && holes[hole]!.end <= scan.at) hole += 1;
    const next = holes[hole];
    if (next !== undefined && next.start <= scan.at) scan.at = next.end;
    else step(scan, nextQuote(source, holes, hole));
  }
  return (offset) => kindAt(scan.found, offset);
}

function kindAt(found: readonly Stretch[], offset: number): Stretch['kind'] | undefined {
  let low = 0;
  let high = found.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (found[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  const stretch = found[low];
  return stretch !== undefined && stretch.start <= offset ? stretch.kind : undefined;
}

/** The closing single quote after an offset; one inside of a hole closes nothing. */
function nextQuote(source: string, holes: readonly { start: number; end: number }[], from: number) {
  return (offset: number): number => {
    let index = from;
    for (let at = source.indexOf("'", offset); at !== -1; at = source.indexOf("'", at + 1)) {
      while (index < holes.length && holes[index]!.end <= at) index += 1;
      const hole = holes[index];
      if (hole === undefined || at < hole.start) return at;
      at = hole.end - 1;
    }
    return source.length;
  };
}

function step(scan: Scan, closing: (offset: number) => number): void {
  const character = scan.source[scan.at]!;
  const quoted = scan.open.at(-1) === '"';
  if (character === '\\') scan.at += 2;
  else if (character === '"') toggle(scan, quoted);
  else if (character === '$' && scan.source[scan.at + 1] === '(') openSubstitution(scan);
  else if (quoted) scan.at += 1;
  else if (character === "'") skipTo(scan, 'single', closing(scan.at + 1) + 1);
  else if (character === '#' && beginsWord(scan)) skipTo(scan, 'comment', lineEnd(scan));
  else if (character === '\n') readHeredocs(scan);
  else if (character === '<') readRedirection(scan);
  else if (character === ')') {
    if (scan.open.at(-1) === '(') scan.open.pop();
    scan.at += 1;
  } else if (character === '(') openSubstitution(scan);
  else scan.at += 1;
}

function toggle(scan: Scan, quoted: boolean): void {
  if (quoted) scan.open.pop();
  else scan.open.push('"');
  scan.at += 1;
}

/** `((1 << 2))` holds no heredoc. */
function openSubstitution(scan: Scan): void {
  const start = scan.at + (scan.source[scan.at] === '$' ? 1 : 0);
  if (scan.source.startsWith('((', start)) {
    const length = scan.source.slice(start, start + LONGEST_ARITHMETIC).indexOf('))');
    if (length !== -1) {
      scan.at = start + length + 2;
      return;
    }
  }
  scan.open.push('(');
  scan.at = start + 1;
}

function skipTo(scan: Scan, kind: Stretch['kind'], end: number): void {
  scan.found.push({ kind, start: scan.at, end });
  scan.at = end;
}

function beginsWord({ source, at }: Scan): boolean {
  return at === 0 || /[\s;&|()`]/.test(source[at - 1]!);
}

function lineEnd({ source, at }: Scan): number {
  const end = source.indexOf('\n', at);
  return end === -1 ? source.length : end;
}

function readRedirection(scan: Scan): void {
  if (scan.source.startsWith('<<<', scan.at)) {
    scan.at += 3;
    return;
  }
  HEREDOC.lastIndex = scan.at;
  const match = HEREDOC.exec(scan.source);
  if (match === null) {
    scan.at += 1;
    return;
  }
  const [whole, dash, single, double, bare] = match;
  scan.heredocs.push({ delimiter: single ?? double ?? bare ?? '', tabs: dash === '-' });
  scan.at += whole.length;
}

function readHeredocs(scan: Scan): void {
  scan.at += 1;
  for (const { delimiter, tabs } of scan.heredocs) {
    const start = scan.at;
    while (scan.at < scan.source.length) {
      const end = lineEnd(scan);
      const line = scan.source.slice(scan.at, end);
      scan.at = Math.min(end + 1, scan.source.length);
      if ((tabs ? line.replace(/^\t+/, '') : line) === delimiter) break;
    }
    if (scan.at > start) scan.found.push({ kind: 'heredoc', start, end: scan.at });
  }
  scan.heredocs = [];
}
