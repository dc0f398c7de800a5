import { type AndOr, forEachChild, type Pipeline, type Redirection, type SyntaxNode } from 'unbash';

/** One node of a shell's tree as two parsers can agree on it: where it begins (UTF-16), its kind and what is in it. */
export type Fact = { at: number; kind: string; of: string };

/** The facts of a tree of unbash, in the order of the source, and what the parser complained about. */
export function factsOf(script: SyntaxNode, source: string): { facts: Fact[]; errors: string[] } {
  const facts: Fact[] = [];
  const errors: string[] = [];
  const tell = (at: number, kind: string, ...of: (string | number | undefined)[]) => {
    facts.push({ at, kind, of: of.join(' ') });
  };
  const text = (node: { pos: number; end: number } | undefined) => source.slice(node?.pos, node?.end);
  const visit = (node: SyntaxNode): void => {
    // Positions in a script between backticks that are escaped count in another text.
    if (node.type === 'Script' && node.source !== undefined) return;
    if (node.type === 'Script') errors.push(...(node.errors ?? []).map(({ message }) => message));
    tellOf(node, tell, text);
    // What `alias` is given looks like assignments, and is words.
    const isAlias = node.type === 'Command' && node.name?.value === 'alias';
    forEachChild(node, (child) =>
      isAlias && child.type === 'Assignment' ? forEachChild(child.value, visit) : visit(child),
    );
  };
  visit(script);
  return { facts: sorted(facts), errors };
}

/** By place, then by kind: the order in which a tree is walked does not matter. */
export function sorted(facts: Fact[]): Fact[] {
  const key = ({ at, kind, of }: Fact) => `${String(at).padStart(9)} ${kind} ${of}`;
  return facts.sort((one, other) => (key(one) < key(other) ? -1 : 1));
}

type Tell = (at: number, kind: string, ...of: (string | number | undefined)[]) => void;
type TextOf = (node: { pos: number; end: number } | undefined) => string;

function tellOf(node: SyntaxNode, tell: Tell, text: TextOf): void {
  if (node.type in PLAIN) tell(node.pos, PLAIN[node.type]!);
  switch (node.type) {
    case 'Command': {
      const assignments = node.prefix.filter((part) => part.type === 'Assignment');
      const first = assignments[0] ?? node.name;
      const words = [node.name, ...node.args].filter((word) => word !== undefined);
      if (first !== undefined) tell(first.pos, 'command', assignments.length, ...words.map(text));
      break;
    }
    case 'Assignment':
      tell(node.pos, 'assignment', node.name, node.append ? '+=' : '=', node.index ? '[]' : '');
      break;
    case 'Redirect':
    case 'HereString':
    case 'HereDoc':
      tellRedirection(node, tell, text);
      break;
    case 'Pipeline':
      for (const { pos, type } of node.prefixes) tell(pos, type === 'Negation' ? '!' : 'time');
      tellOperators(node, tell);
      break;
    case 'AndOr':
      tellOperators(node, tell);
      break;
    case 'Statement':
      if (node.background) tell(node.pos, 'background');
      break;
    case 'Function':
      tell(node.pos, 'function', text(node.name));
      break;
    case 'If':
      tell(node.pos, 'if', node.elif.length, node.else === undefined ? '' : 'else');
      break;
    case 'For':
    case 'Select':
      tell(node.pos, node.type.toLowerCase(), text(node.name), node.wordlist?.length ?? 'arguments');
      break;
    case 'While':
      tell(node.pos, node.kind, node.body.commands.length);
      break;
    case 'Case':
      tell(node.pos, 'case', text(node.word), ...node.items.map(({ pattern }) => pattern.length));
      break;
    case 'Subshell':
    case 'BraceGroup':
      tell(node.pos, node.type, node.body.commands.length);
      break;
    case 'SimpleExpansion':
      tell(node.pos, 'parameter', text(node).slice(1));
      break;
    case 'ParameterExpansion':
      tell(node.pos, 'parameter', node.parameter);
  }
}

/** Kinds of which only the place is compared, by the name that both sides give them. */
const PLAIN: Record<string, string> = {
  ArithmeticFor: 'ArithmeticFor',
  TestCommand: 'TestCommand',
  ArithmeticCommand: 'ArithmeticCommand',
  Coproc: 'Coproc',
  CommandExpansion: 'CommandExpansion',
  ProcessSubstitution: 'ProcessSubstitution',
  ArithmeticExpansion: 'ArithmeticExpansion',
  SingleQuoted: 'SingleQuoted',
  AnsiCQuoted: 'SingleQuoted',
  DoubleQuoted: 'DoubleQuoted',
  LocaleString: 'DoubleQuoted',
};

function tellOperators({ operators, commands }: Pipeline | AndOr, tell: Tell): void {
  for (const [index, operator] of operators.entries()) tell(commands[index + 1]!.pos, 'operator', operator);
}

function tellRedirection(node: Redirection, tell: Tell, text: TextOf): void {
  const target = node.type === 'HereDoc' ? node.delimiter : node.target;
  const descriptor = node.descriptor === undefined ? '' : text(node.descriptor);
  tell(node.descriptor?.end ?? node.pos, 'redirection', descriptor, node.operator, text(target));
}
