import { escapeExpression } from '../model/expression.ts';
import { segmentsOf } from '../model/pointer.ts';

/**
 * Key patterns name keys in a document, as reports print them:
 *
 * - `issuer`, `database.host`: segments, separated by dots
 * - `containers[name=api].image`: the list item whose `name` is `api`; also `[0]`, and `containers.name=api.image`
 * - `*` stands for any characters within one segment, `**` for any number of segments, none included
 * - `annotations["a.b/c"]`: a quoted segment is literal
 * - `/annotations/a.b~1c`: a JSON Pointer (RFC 6901) is literal too
 *
 * @returns the parsed pattern, or what is wrong with it.
 */
export function parseKeyPattern(text: string): KeyPattern | KeyPatternFault {
  if (text.startsWith('/')) return parsePointer(text);
  const steps: Step[] = [];
  let at = 0;
  while (at < text.length || steps.length === 0) {
    const bracket = text[at] === '[';
    const end = bracket ? bracketEnd(text, at) : bareEnd(text, at);
    const segment = text.slice(bracket ? at + 1 : at, end);
    if (bracket && end === -1)
      return fault('has a bracket that is not closed', 'Close it: `items[name=api]`.');
    const step = bracket ? bracketStep(segment) : bareStep(segment, steps.length === 0);
    if ('fault' in step) return step;
    steps.push(step);
    at = bracket ? end + 1 : end;
    if (at === text.length) break;
    if (text[at] === '.') at += 1;
    else if (text[at] !== '[') return fault('has text after a bracket', 'Write a dot after `]`.');
    if (at === text.length) return fault('ends with a dot', 'Remove the last dot.');
  }
  return { text, steps, pointer: false };
}

/** One segment of a pattern; `many` stands for any number of segments. */
export type Step = { matches(segment: string): boolean; many: boolean };

export type KeyPattern = { text: string; steps: Step[]; pointer: boolean };
export type KeyPatternFault = { fault: string; hint: string };

function fault(text: string, hint: string): KeyPatternFault {
  return { fault: text, hint };
}

function parsePointer(text: string): KeyPattern | KeyPatternFault {
  if (/~(?![01])/.test(text)) {
    return fault(
      'has a `~` that is neither `~0` nor `~1`',
      'In a JSON Pointer, write `~0` for `~` and `~1` for `/`.',
    );
  }
  return { text, steps: segmentsOf(text).map(literal), pointer: true };
}

function literal(segment: string): Step {
  return { many: false, matches: (other) => other === segment };
}

function bareEnd(text: string, start: number): number {
  const found = text.slice(start).search(/[.[]/);
  return found === -1 ? text.length : start + found;
}

/** Identities may hold dots and brackets: a bracket ends where a dot, a bracket or the end follows. */
function bracketEnd(text: string, start: number): number {
  if (text[start + 1] === '"') {
    const quoted = /^\["(?:[^"\\]|\\.)*"(?=\])/.exec(text.slice(start));
    return quoted === null ? -1 : start + quoted[0].length;
  }
  const found = text.slice(start).search(/\](?=[.[]|$)/);
  return found === -1 ? -1 : start + found;
}

function bracketStep(inside: string): Step | KeyPatternFault {
  if (!inside.startsWith('"')) {
    return inside === '' ? fault('has an empty bracket', 'Write `[*]` for every item.') : segmentStep(inside);
  }
  try {
    return literal(String(JSON.parse(inside)));
  } catch {
    return fault('has a quoted key that is not closed', 'Quote it as in JSON: `["a.b"]`.');
  }
}

function bareStep(segment: string, first: boolean): Step | KeyPatternFault {
  if (segment === '') {
    return first
      ? fault('starts with a dot or is empty', 'Write the first key: `database.host`.')
      : fault('has two dots in a row', 'Write a key between them, or `*` for any key.');
  }
  if (first && segment === '$') {
    return fault('starts with `$`', 'Leave `$.` out: patterns start at the top of the document.');
  }
  if (segment.includes(':') && !segment.includes('=')) {
    return fault(
      'has a colon',
      'Leave the name of a YAML document out; quote a key with a colon: `["a:b"]`.',
    );
  }
  return segmentStep(segment);
}

function segmentStep(segment: string): Step {
  if (segment === '**') return { many: true, matches: () => true };
  if (!segment.includes('*')) return literal(segment);
  const source = segment.split(/\*+/).map(escapeExpression).join('.*');
  const expression = new RegExp(`^${source}$`, 's');
  return { many: false, matches: (other) => expression.test(other) };
}
