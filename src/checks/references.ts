import type { ParsedDocument } from '../documents/document.ts';
import { escapeExpression } from '../model/expression.ts';
import { isObject, type Json } from '../model/json.ts';
import { child, type Pointer } from '../model/pointer.ts';
import type { LostName } from './lost-names.ts';

/** Jinja, Helm and GitHub; shell, Terraform and Spring; BOSH and Concourse. */
const EXPRESSION = /\{\{.*?\}\}|\{%.*?%\}|\$\{.*?\}|\(\(.*?\)\)/gs;

/** True when a text refers to a name inside an expression, or as a variable of Terraform or Helm. */
function refersInExpression(text: string, name: string): boolean {
  const word = new RegExp(`(?<![\\w-])${escapeExpression(name)}(?![\\w-])`);
  if (new RegExp(`\\b(?:var|local|Values(?:\\.\\w+)*)\\.${escapeExpression(name)}(?![\\w-])`).test(text))
    return true;
  return (text.match(EXPRESSION) ?? []).some((expression) => word.test(expression));
}

/** A value of the document that still refers to a lost name. */
export type OwnReference = { pointer: Pointer; document: number };

/**
 * The first value that refers to a name which the document no longer defines: in an expression, or, for an item
 * of a list, by being its name. `undefined` too when another key or item of the same kind still has the name.
 */
export function ownReference(after: ParsedDocument, lost: LostName): OwnReference | undefined {
  let found: OwnReference | undefined;
  let defined = false;
  const visit = (value: Json, document: number, pointer: Pointer, list: string | undefined): void => {
    if (typeof value === 'string') {
      const refers = value.includes(lost.name) && refersTo(value, lost);
      if (refers) found ??= { pointer, document };
    } else if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) visit(item, document, child(pointer, index), list);
    } else if (isObject(value)) {
      for (const key of Object.keys(value)) {
        const named = lost.item && list === lost.list && value[key] === lost.name;
        if (named || key === lost.name) defined = true;
        visit(value[key]!, document, child(pointer, key), key);
      }
    }
  };
  for (const [document, value] of after.values.entries()) visit(value, document, '', undefined);
  return defined ? undefined : found;
}

function refersTo(value: string, lost: LostName): boolean {
  return value === lost.name ? lost.item : refersInExpression(value, lost.name);
}

/** A text that still refers to a name: 1-based line. `defines`: it has a key or an item of this name itself. */
export type Mention = { line: number } | 'defines' | undefined;

/** What a file, read as text whatever its format, has to do with a lost name. */
export function mentionIn(text: string, { name, item }: Pick<LostName, 'name' | 'item'>): Mention {
  if (!text.includes(name)) return undefined;
  const word = escapeExpression(name);
  const key = new RegExp(`^\\s*(?:-\\s+)?(?:export\\s+|variable\\s+)?["']?${word}["']?\\s*[:={]`, 'm');
  if (key.test(text)) return 'defines';
  const named = new RegExp(
    `^\\s*(?:-\\s+)?["']?(?:name|id|key)["']?\\s*[:=]\\s*["']?${word}["']?,?\\s*(?:#.*)?$`,
    'm',
  );
  if (item && named.test(text)) return 'defines';
  const whole = new RegExp(`(?:[:[,]\\s*|-\\s+)["']?${word}["']?\\s*[\\],]?\\s*(?:#.*)?$`);
  const lines = text.split('\n');
  const at = lines.findIndex(
    (line) => line.includes(name) && (refersInExpression(line, name) || (item && whole.test(line))),
  );
  return at === -1 ? undefined : { line: at + 1 };
}
