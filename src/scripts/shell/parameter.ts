import { escapeExpression } from '../../model/expression.ts';
import { nameOf, parentOf } from '../location.ts';
import { joined, knownEnd, knownStart, literalOf, shown, type Text, withoutStart } from '../text.ts';
import type { ParameterExpansionPart, Word } from './parse.ts';
import { combined, distinctTexts, type Run } from './state.ts';
import { assign, isSet, variable } from './variables.ts';

/** `${NAME…}`: what it may be. What is not known exactly becomes an unknown with the name of the whole expansion. */
export function parameterTexts(
  run: Run,
  part: ParameterExpansionPart,
  expand: (word: Word) => readonly Text[],
): readonly Text[] {
  const { parameter: name, prefix, index, operation } = part;
  const unknown: readonly Text[] = [[{ name: part.text.slice(2, -1), is: 'value' }]];
  if (prefix === '#') return unknown;
  if (prefix === '!') return indirect(run, part) ?? unknown;
  const value = variable(run, name);
  const texts =
    index === undefined ? (value.items?.[0]?.values ?? value.texts) : (item(run, part) ?? unknown);
  if (operation === undefined) return texts;
  switch (operation.type) {
    case 'Default':
      return withDefault(run, name, texts, operation.operator, () => expand(operation.operand));
    case 'Remove': {
      const patterns = expand(operation.operand);
      return combined(
        [texts, patterns],
        ([text = [], pattern = []]) => removed(text, operation.operator, pattern) ?? unknown[0]!,
      );
    }
    case 'Replace': {
      const [from, to] = [expand(operation.pattern), expand(operation.replacement)];
      return combined(
        [texts, from, to],
        ([text = [], pattern = [], put = []]) =>
          replaced(text, operation.operator, pattern, put) ?? unknown[0]!,
      );
    }
    case 'CaseModification':
      return texts.map((text) => changedCase(text, operation.operator) ?? unknown[0]!);
    case 'Slice': {
      const [from, length] = [operation.offset, operation.length].map((word) =>
        word === undefined ? undefined : Number(word.value),
      );
      return texts.map((text) => sliced(text, from!, length) ?? unknown[0]!);
    }
    default:
      return unknown;
  }
}

function item(run: Run, { parameter, index }: ParameterExpansionPart): readonly Text[] | undefined {
  const { items, texts } = variable(run, parameter);
  const at = Number(index!.value);
  if (items === undefined) return at === 0 ? texts : undefined;
  return Number.isInteger(at) ? items.at(at)?.values : undefined;
}

function indirect(run: Run, { parameter, operation }: ParameterExpansionPart): readonly Text[] | undefined {
  const names = variable(run, parameter).texts.map(literalOf);
  if (operation !== undefined || names.some((name) => name === undefined)) return undefined;
  return distinctTexts(names.flatMap((name) => variable(run, name!).texts));
}

function withDefault(
  run: Run,
  name: string,
  texts: readonly Text[],
  operator: string,
  operand: () => readonly Text[],
): readonly Text[] {
  const colon = operator.startsWith(':');
  const set = texts.filter((text) => !colon || literalOf(text) !== '');
  const surely =
    isSet(run, name) && set.length === texts.length && texts.every((text) => literalOf(text) !== undefined);
  switch (operator.replace(':', '')) {
    case '+':
      return surely ? operand() : distinctTexts([...operand(), []]);
    case '?':
      return set.map(checked);
    default: {
      if (surely) return texts;
      const values = distinctTexts([...operand(), ...set.map(checked)]);
      if (operator.endsWith('=')) assign(run, name, { texts: values });
      return values;
    }
  }
}

function checked(text: Text): Text {
  return text.map((part) => (typeof part === 'string' ? part : { ...part, checked: true }));
}

/** `%`, `%%`, `#` and `##`, where text and pattern are known well enough. */
function removed(text: Text, operator: string, pattern: Text): Text | undefined {
  const glob = shown(pattern);
  if (operator === '##' && glob === '*/') return nameOf(text);
  if (operator === '%' && glob === '/*') return shown(text).includes('/') ? parentOf(text) : text;
  const literal = literalOf(text);
  const expression = expressionOf(pattern, operator === '##' || operator === '%%');
  if (expression === undefined) return undefined;
  if (literal !== undefined) return [cut(literal, operator, expression)];
  const plain = literalOf(pattern);
  if (plain === undefined) return undefined;
  if (operator.startsWith('#'))
    return knownStart(text).startsWith(plain) ? withoutStart(text, plain.length) : undefined;
  if (!knownEnd(text).endsWith(plain)) return undefined;
  return joined(text.slice(0, -1), [knownEnd(text).slice(0, -plain.length || undefined)]);
}

function cut(text: string, operator: string, expression: string): string {
  if (operator.startsWith('#')) return text.replace(new RegExp(`^(?:${expression})`, 's'), '');
  const pattern = new RegExp(`^(?:${expression})$`, 's');
  const starts = Array.from({ length: text.length + 1 }, (_, index) => index);
  const start = (operator === '%' ? starts.reverse() : starts).find((at) => pattern.test(text.slice(at)));
  return start === undefined ? text : text.slice(0, start);
}

function replaced(text: Text, operator: string, pattern: Text, put: Text): Text | undefined {
  const [literal, by] = [literalOf(text), literalOf(put)];
  const expression = expressionOf(pattern, true);
  if (literal === undefined || by === undefined || expression === undefined) return undefined;
  const anchored =
    operator === '/#' ? `^(?:${expression})` : operator === '/%' ? `(?:${expression})$` : expression;
  return [literal.replace(new RegExp(anchored, operator === '//' ? 'gs' : 's'), () => by)];
}

/** A shell pattern as a regular expression: only literals, `*` and `?`, whose matching takes bounded time. */
function expressionOf(pattern: Text, greedy: boolean): string | undefined {
  let expression = '';
  let stars = 0;
  for (const part of pattern) {
    if (typeof part === 'string') expression += escapeExpression(part);
    else if (part.is !== 'glob' || !/^[*?]+$/.test(part.name)) return undefined;
    else if (part.name === '?') expression += '.';
    else {
      stars += 1;
      expression += greedy ? '.*' : '.*?';
    }
  }
  return stars > 3 || expression === '' ? undefined : expression;
}

function changedCase(text: Text, operator: string): Text | undefined {
  const literal = literalOf(text);
  if (literal === undefined) return undefined;
  const change = (part: string) => (operator.startsWith('^') ? part.toUpperCase() : part.toLowerCase());
  return [operator.length === 2 ? change(literal) : change(literal.slice(0, 1)) + literal.slice(1)];
}

function sliced(text: Text, from: number, length: number | undefined): Text | undefined {
  const literal = literalOf(text);
  if (literal === undefined || !Number.isInteger(from) || from < 0) return undefined;
  if (length === undefined) return [literal.slice(from)];
  return Number.isInteger(length) && length >= 0 ? [literal.slice(from, from + length)] : undefined;
}
