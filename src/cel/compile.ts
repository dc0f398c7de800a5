import { count } from '../model/text.ts';
import { TYPE_NAMES } from './functions/convert.ts';
import { hasFunction, isFunctionName, NAMESPACES } from './functions/index.ts';
import { type Library, loadLibrary, type Syntax } from './library.ts';
import { bindingOf, macroOf, partsOf } from './macros.ts';
import { createRegex, type Regex } from './regex.ts';

/** An expression that is ready to be evaluated. */
export type Program = { text: string; syntax: Syntax; usesOldSelf: boolean };

/** What is wrong with an expression; `offset` counts characters from 0. */
export type Fault = { message: string; offset: number | undefined };

/** CEL, loaded. */
export type Cel = { regex: Regex; compile(text: string): { program: Program } | { fault: Fault } };

let loaded: Promise<Cel> | undefined;

/** Loads CEL once. Kubernetes' libraries are registered, and the variables `self` and `oldSelf`. */
export function loadCel(): Promise<Cel> {
  loaded ??= loadLibrary().then(createCel);
  return loaded;
}

const LONGEST_EXPRESSION = 20_000;

function createCel(library: Library): Cel {
  const regex = createRegex(library);
  return {
    regex,
    compile(text) {
      if (text.length > LONGEST_EXPRESSION)
        return fault(`it is longer than ${LONGEST_EXPRESSION} characters`, undefined);
      try {
        const syntax = library.parser.parse(text).ast;
        const names = new Set<string>();
        const wrong = check({ regex, names }, syntax, new Set(['self', 'oldSelf']));
        return wrong === undefined
          ? { program: { text, syntax, usesOldSelf: names.has('oldSelf') } }
          : { fault: wrong };
      } catch (error) {
        return fault(...told(error));
      }
    },
  };
}

function fault(message: string, offset: number | undefined): { fault: Fault } {
  return { fault: { message, offset } };
}

/** The parser's own words, without the picture that it draws below them. */
function told(error: unknown): [string, number | undefined] {
  if (error instanceof RangeError) return ['it is nested too deeply', undefined];
  const { summary, message, range } = error as {
    summary?: string;
    message: string;
    range?: { start: number };
  };
  return [summary ?? message, range?.start];
}

type Checking = { regex: Regex; names: Set<string> };

/** Names and functions that do not exist are told when the expression is read, not when a file is judged. */
function check(checking: Checking, node: Syntax, scope: ReadonlySet<string>): Fault | undefined {
  const own = checkNode(checking, node, scope);
  if (own !== undefined) return own;
  const binding = bindingOf(node);
  if (binding !== undefined)
    return (
      check(checking, binding.value, scope) ??
      check(checking, binding.body, new Set([...scope, binding.variable]))
    );
  const macro = macroOf(node);
  if (macro === undefined) return first(checking, partsToCheck(node, scope), scope);
  const inner = new Set([...scope, ...macro.variables]);
  return check(checking, macro.receiver, scope) ?? first(checking, macro.body, inner);
}

function first(checking: Checking, nodes: Syntax[], scope: ReadonlySet<string>): Fault | undefined {
  for (const node of nodes) {
    const wrong = check(checking, node, scope);
    if (wrong !== undefined) return wrong;
  }
  return undefined;
}

/** The receiver `sets` of `sets.contains(…)` is no value. */
function partsToCheck(node: Syntax, scope: ReadonlySet<string>): Syntax[] {
  const parts = partsOf(node);
  return namespaceOf(node, scope) === undefined ? parts : parts.slice(1);
}

/** The namespace in which a call looks for its function, unless a variable has taken the name. */
function namespaceOf(node: Syntax, scope: ReadonlySet<string>): string | undefined {
  if (node.op !== 'rcall') return undefined;
  const [, receiver] = node.args;
  if (receiver.op !== 'id' || scope.has(receiver.args)) return undefined;
  return NAMESPACES.has(receiver.args) ? receiver.args : undefined;
}

function checkNode(checking: Checking, node: Syntax, scope: ReadonlySet<string>): Fault | undefined {
  const wrong = (message: string): Fault => ({ message, offset: node.start });
  if (node.op === 'id') {
    if (scope.has(node.args)) checking.names.add(node.args);
    else if (!TYPE_NAMES.includes(node.args)) return wrong(`\`${node.args}\` is not known here`);
  }
  if (node.op === 'value' && !isLiteral(node.args)) return wrong('unsigned numbers are not supported');
  if (node.op === 'value' && typeof node.args === 'bigint' && node.args > 2n ** 63n)
    return wrong('the number has more than 64 bits');
  if (node.op === 'call') return checkCall(node.args[0], node.args[1], wrong) ?? pattern(checking, node);
  if (node.op !== 'rcall' || macroOf(node) !== undefined || bindingOf(node) !== undefined) return undefined;
  const [name, , args] = node.args;
  const space = namespaceOf(node, scope);
  const full = `${space ?? ''}.${name}`;
  if (hasFunction(`${full}/${args.length}`)) return pattern(checking, node);
  return wrong(unknown(full, args.length));
}

function checkCall(name: string, args: Syntax[], wrong: (message: string) => Fault): Fault | undefined {
  if (name === 'has') {
    const fits = args.length === 1 && (args[0]!.op === '.' || args[0]!.op === '.?');
    return fits ? undefined : wrong('`has` takes one field, such as `has(self.name)`');
  }
  return hasFunction(`${name}/${args.length}`) ? undefined : wrong(unknown(name, args.length));
}

function unknown(name: string, given: number): string {
  return isFunctionName(name)
    ? `\`${name.replace(/^\./, '')}\` is not called with ${count(given, 'argument')}`
    : `the function \`${name.replace(/^\./, '')}\` is not known`;
}

const PATTERNS = new Set(['matches', 'find', 'findAll']);

/** A pattern that is written out is tried at once. */
function pattern({ regex }: Checking, node: Syntax & { op: 'call' | 'rcall' }): Fault | undefined {
  const written = node.op === 'call' ? node.args[1][1] : node.args[2][0];
  if (!PATTERNS.has(node.args[0]) || written?.op !== 'value' || typeof written.args !== 'string')
    return undefined;
  const wrong = regex.fault(written.args);
  return wrong === undefined
    ? undefined
    : { message: `the regular expression is not one of RE2: ${wrong}`, offset: written.start };
}

function isLiteral(value: unknown): boolean {
  return value === null || typeof value !== 'object' || value instanceof Uint8Array;
}
