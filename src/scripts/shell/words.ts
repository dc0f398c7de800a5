import type { Argument } from '../commands/command.ts';
import { joined, joinedAll, joinedBy, literalOf, splitAt, type Text } from '../text.ts';
import { bracesOf } from './braces.ts';
import { note } from './notes.ts';
import { parameterTexts } from './parameter.ts';
import {
  forEachChild,
  type ParameterExpansionPart,
  type SyntaxNode,
  type Word,
  type WordPart,
} from './parse.ts';
import { combined, type Run } from './state.ts';
import { substituted } from './substitute.ts';
import { itemsOf, variable } from './variables.ts';

/** Fields that one word may become. */
const MOST_FIELDS = 200;

/** The fields that a word becomes, as the shell splits it: `"$@"` and arrays become several, an empty `$X` none. */
export function expandWord(run: Run, word: Word): Argument[] {
  const at = { pos: word.pos, end: word.end };
  const braces = bracesOf(word);
  if (braces !== undefined)
    return firstFields(run, braces, word).flatMap((one) =>
      expandPlain(run, one).map((field) => ({ ...field, ...at })),
    );
  return expandPlain(run, word);
}

/** A word whose braces are opened. */
function expandPlain(run: Run, word: Word): Argument[] {
  const at = { pos: word.pos, end: word.end };
  const { parts } = word;
  if (parts === undefined) return [{ values: [tilde(word.value, word.text)], ...at }];
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) {
    const list =
      listOf(run, only) ??
      (only.type === 'DoubleQuoted' && only.parts.length === 1 ? listOf(run, only.parts[0]!) : undefined);
    if (list !== undefined) return firstFields(run, list, word).map((field) => ({ ...field, ...at }));
  }
  const values = textsOf(run, parts, word.text);
  if (!parts.some(isUnquotedExpansion)) return [{ values, ...at }];
  const mayVanish = values.some((text) => fieldsOf(text).length === 0);
  return firstFields(run, splitFields(values), word).map((texts) => ({
    values: texts,
    ...at,
    ...(mayVanish && { mayVanish: true as const }),
  }));
}

/** What is beyond the limit is told. */
function firstFields<Field>(run: Run, fields: readonly Field[], { pos }: Word): readonly Field[] {
  if (fields.length > MOST_FIELDS)
    note(run, 'limit', pos, `a word that becomes more than ${MOST_FIELDS} words`);
  return fields.slice(0, MOST_FIELDS);
}

/** What a word may be as one text: no splitting, as in assignments and redirections. */
export function expandText(run: Run, word: Word): readonly Text[] {
  if (word.parts === undefined) return [tilde(word.value, word.text)];
  return textsOf(run, word.parts, word.text);
}

/** What parts of a word, or of a heredoc, may be together. */
export function textsOf(run: Run, parts: readonly WordPart[], source = ''): readonly Text[] {
  const texts = combined(
    parts.map((part) => partTexts(run, part)),
    joinedAll,
  );
  return source.startsWith('~/') ? texts.map((text) => tilde(literalOf(text) ?? text, source)) : texts;
}

/** `"$@"`, `$*`, `"${files[@]}"`: several fields. */
function listOf(run: Run, part: WordPart): readonly Argument[] | undefined {
  const at = { pos: part.pos, end: part.end };
  if (part.type === 'SimpleExpansion' && /^\$[@*]$/.test(part.text)) {
    const value = variable(run, part.text.slice(1));
    return value.items === undefined ? undefined : itemsOf(value, at);
  }
  if (part.type !== 'ParameterExpansion' || part.prefix !== undefined) return undefined;
  const all = part.parameter === '@' || (part.index !== undefined && /^[@*]$/.test(part.index.text));
  if (!all) return undefined;
  const value = variable(run, part.parameter);
  if (value.items === undefined) return undefined;
  return part.operation === undefined ? value.items : modifiedItems(run, part, value.items);
}

/** `"${files[@]/%/.yml}"`: the operation on every item; a slice of the list is not followed. */
function modifiedItems(
  run: Run,
  part: ParameterExpansionPart,
  items: readonly Argument[],
): readonly Argument[] | undefined {
  const { operation } = part;
  if (operation?.type === 'Slice') {
    const [from, length] = [Number(operation.offset.value), Number(operation.length?.value ?? Number.NaN)];
    if (!Number.isInteger(from) || from < 0) return undefined;
    const start = part.parameter === '@' ? Math.max(0, from - 1) : from;
    return items.slice(start, Number.isNaN(length) ? undefined : start + length);
  }
  return items.map((item) => {
    const inner: Run = {
      ...run,
      state: {
        ...run.state,
        variables: { own: new Map([[part.parameter, { texts: item.values }]]), parent: run.state.variables },
      },
    };
    return {
      ...item,
      values: parameterTexts(inner, { ...part, index: undefined }, (word) => expandText(run, word)),
    };
  });
}

function partTexts(run: Run, part: WordPart): readonly Text[] {
  switch (part.type) {
    case 'Literal':
    case 'SingleQuoted':
    case 'AnsiCQuoted':
      return [part.value === '' ? [] : [part.value]];
    case 'DoubleQuoted':
    case 'LocaleString':
      return textsOf(run, part.parts);
    case 'Glob':
    case 'ExtendedGlob':
      return [[{ name: part.text, is: 'glob' }]];
    case 'SimpleExpansion': {
      const value = variable(run, part.text.slice(1));
      if (/^\$[@*]$/.test(part.text) && value.items !== undefined) return inOneText(value.items);
      return value.items?.[0]?.values ?? value.texts;
    }
    case 'ParameterExpansion':
      return parameterTexts(run, part, (word) => expandText(run, word));
    case 'CommandExpansion':
      return substituted(run, part);
    case 'ProcessSubstitution':
      substituted(run, part);
      return [[{ name: part.text, is: 'value' }]];
    case 'ArithmeticExpansion':
      runWithin(run, part);
      return [[{ name: part.text, is: 'value' }]];
    default:
      return [[{ name: part.text, is: 'value' }]];
  }
}

/** Commands inside of arithmetic: only what they do counts. */
function runWithin(run: Run, node: SyntaxNode): void {
  forEachChild(node, (child) => {
    if (child.type === 'CommandExpansion' || child.type === 'ArithmeticCommandExpansion') {
      substituted(run, child);
    } else {
      runWithin(run, child);
    }
  });
}

/** `command=$@`: all of them, with blanks between. */
function inOneText(items: readonly Argument[]): readonly Text[] {
  return combined(
    items.map(({ values }) => values),
    (texts) => joinedBy(' ', texts),
  );
}

function isUnquotedExpansion(part: WordPart): boolean {
  return (
    part.type === 'SimpleExpansion' || part.type === 'ParameterExpansion' || part.type === 'CommandExpansion'
  );
}

/** Splits at blanks, as the shell does with what an unquoted expansion gives; alternatives of one field side by side. */
function splitFields(values: readonly Text[]): Text[][] {
  const lists = values.map(fieldsOf).filter((fields) => fields.length > 0);
  const length = Math.max(0, ...lists.map((fields) => fields.length));
  return Array.from({ length: Math.min(length, MOST_FIELDS + 1) }, (_, index) =>
    lists.flatMap((fields) => (fields[index] === undefined ? [] : [fields[index]])),
  );
}

function fieldsOf(text: Text): Text[] {
  return splitAt(text, /[ \t\n]+/).filter((field) => field.length > 0);
}

/** `~/x` begins with the home directory. */
function tilde(value: string | Text, source: string): Text {
  const text: Text = typeof value === 'string' ? [value] : value;
  if (!/^~(\/|$)/.test(source) || typeof text[0] !== 'string') return joined(text);
  return joined([{ name: 'HOME', is: 'value' }, text[0].slice(1)], text.slice(1));
}
