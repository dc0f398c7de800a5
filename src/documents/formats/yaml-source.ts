import { EVENT_ID, type Event, parseEvents, SCALAR_STYLE, YAMLException } from 'js-yaml';
import { MAX_DEPTH, Stop, tooDeep } from './stop.ts';

/** The events of a text. Their offsets are in `source`; `original` turns one into an offset of the text. */
export type YamlSource = { source: string; events: Event[]; original(offset: number): number };

const WIDTH = 32;
const PADDING = ' '.repeat(WIDTH);
const MOST_ATTEMPTS = 200;
/** Characters that may be read again because of paddings: keeps a hostile file from being read 200 times. */
const MOST_REREAD = 20_000_000;
const MOST_CLOSERS = 20_000;

/**
 * Reads the events of a YAML stream. The specification wants a `]`, a `}` or the next line of a quoted text to
 * be indented deeper than its key, and js-yaml 5 insists; libyaml, go-yaml and PyYAML do not, and real files
 * rely on that. Blanks at the start of such a line mean nothing, so it is padded until it is accepted.
 */
export function readEvents(text: string): YamlSource {
  const padded = padWhereNeeded(text, true);
  return padded === undefined || touchesBlockScalar(padded) ? padWhereNeeded(text, false)! : padded;
}

type Padded = YamlSource & { closers: readonly number[] };

/**
 * With `ahead`, one complaint pads all later lines that begin with a closing bracket, so that a file with
 * hundreds of them is read twice and not hundreds of times; `undefined` when the text has a problem then.
 */
function padWhereNeeded(text: string, ahead: boolean): Padded | undefined {
  let paddings: number[] = [];
  let closers: number[] = [];
  for (let attempt = 0; ; attempt++) {
    const source = pad(text, paddings);
    const original = unpad(paddings);
    try {
      return { source, events: parseEvents(source, { maxDepth: MAX_DEPTH + 1 }), original, closers };
    } catch (error) {
      if (!(error instanceof YAMLException)) throw error;
      const offset = original(error.mark?.position ?? 0);
      const affordable = attempt < MOST_ATTEMPTS && attempt * text.length < MOST_REREAD;
      if (error.reason !== 'deficient indentation' || !affordable) {
        if (ahead && attempt > 0) return undefined;
        throw stopOf(error, offset);
      }
      const line = text.lastIndexOf('\n', offset - 1) + 1;
      if (ahead && attempt === 0) closers = closingLines(text, line + 1);
      paddings = [...paddings, line, ...(attempt === 0 ? closers : [])].sort((left, right) => left - right);
    }
  }
}

function stopOf(error: YAMLException, offset: number): Stop {
  return error.reason.startsWith('nesting exceeded')
    ? tooDeep(offset)
    : new Stop('syntax', error.reason, offset);
}

function closingLines(text: string, from: number): number[] {
  const lines: number[] = [];
  const closing = /^ *[\]}]/gm;
  closing.lastIndex = from;
  for (let found = closing.exec(text); found !== null; found = closing.exec(text)) {
    if (lines.push(found.index) === MOST_CLOSERS) break;
  }
  return lines;
}

/** In a block scalar blanks do mean something: a line that was padded ahead must not stand in one. */
function touchesBlockScalar({ events, closers, original }: Padded): boolean {
  if (closers.length === 0) return false;
  let next = 0;
  for (const event of events) {
    if (event.type !== EVENT_ID.SCALAR) continue;
    if (event.style !== SCALAR_STYLE.LITERAL_BLOCK && event.style !== SCALAR_STYLE.FOLDED_BLOCK) continue;
    const start = original(event.valueStart);
    const end = original(event.valueEnd);
    while (next < closers.length && closers[next]! < start) next += 1;
    if (next < closers.length && closers[next]! < end) return true;
  }
  return false;
}

/** `paddings`: offsets of line starts in ascending order; one that stands twice gets twice the width. */
function pad(text: string, paddings: readonly number[]): string {
  if (paddings.length === 0) return text;
  const ends = [...paddings.slice(1), text.length];
  const parts = paddings.map((offset, index) => PADDING + text.slice(offset, ends[index]));
  return text.slice(0, paddings[0]) + parts.join('');
}

function unpad(paddings: readonly number[]): (offset: number) => number {
  return (offset) => {
    let low = 0;
    let high = paddings.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (paddings[middle]! + middle * WIDTH <= offset) low = middle + 1;
      else high = middle;
    }
    return low === 0 ? offset : Math.max(paddings[low - 1]!, offset - low * WIDTH);
  };
}
