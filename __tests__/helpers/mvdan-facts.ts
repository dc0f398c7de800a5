import { createRequire } from 'node:module';
import { type Fact, sorted } from './shell-facts.ts';

/** The package has no types. */
const { syntax } = createRequire(import.meta.url)('mvdan-sh');

/** A node of mvdan-sh: Go's fields behind getters, positions in bytes. https://pkg.go.dev/mvdan.cc/sh/v3/syntax */
// biome-ignore lint/suspicious/noExplicitAny: the package has no types
type Node = any;

/** The facts of the same source as mvdan-sh reads it; `undefined` when it refuses. */
export function mvdanFacts(source: string): Fact[] | undefined {
  const offset = offsets(source);
  let file: Node;
  try {
    file = syntax.NewParser(syntax.Variant(syntax.LangBash)).Parse(source, 'script.sh');
  } catch {
    return undefined;
  }
  const facts: Fact[] = [];
  const start = (node: Node) => offset(node.Pos());
  const text = (node: Node) => source.slice(start(node), offset(node.End()));
  const tell = (at: number, kind: string, ...of: (string | number | undefined)[]) => {
    facts.push({ at, kind, of: of.join(' ') });
  };
  /** The operator that stands at a place of the source. */
  const operator = (position: Node) =>
    /^(<<<|<<-|&>>|<<|>>|<>|<&|>&|>\||&>|\|\||&&|\|&|[<>|])/.exec(source.slice(offset(position)))?.[0];
  const elseIfs = new Set<number>();
  const delimiters = new Set<number>();
  syntax.Walk(file, (node: Node) => {
    if (!node) return true;
    const kind: string = syntax.NodeType(node);
    const at = start(node);
    switch (kind) {
      case 'CmdSubst':
        // unbash reads escaped backticks in a text of their own, with other positions.
        tell(at, 'CommandExpansion');
        return !(node.Backquotes && text(node).includes('\\'));
      case 'CallExpr':
        tell(at, 'command', node.Assigns.length, ...node.Args.map(text));
        break;
      case 'DeclClause':
        tell(at, 'command', 0, node.Variant.Value, ...node.Args.map(text));
        break;
      case 'LetClause':
        tell(at, 'command', 0, 'let', ...node.Exprs.map(text));
        break;
      case 'Assign':
        // `export A` and `declare -x` are words.
        if (!node.Naked)
          tell(at, 'assignment', node.Name.Value, node.Append ? '+=' : '=', node.Index ? '[]' : '');
        break;
      case 'Redirect':
        if (node.Hdoc) for (const part of node.Word.Parts) delimiters.add(start(part));
        tell(
          offset(node.OpPos),
          'redirection',
          node.N ? text(node.N) : '',
          operator(node.OpPos),
          text(node.Word),
        );
        break;
      case 'BinaryCmd':
        tell(start(node.Y), 'operator', operator(node.OpPos));
        break;
      case 'Stmt':
        if (node.Background) tell(at, 'background');
        if (node.Negated) tell(at, '!');
        break;
      case 'TimeClause':
        tell(at, 'time');
        break;
      case 'FuncDecl':
        tell(at, 'function', node.Name.Value);
        break;
      case 'IfClause':
        if (!elseIfs.has(at)) tellIf(node);
        break;
      case 'ForClause':
        if (syntax.NodeType(node.Loop) === 'CStyleLoop') tell(at, 'ArithmeticFor');
        else {
          const { Name, Items, InPos } = node.Loop;
          const count = InPos.IsValid() ? Items.length : 'arguments';
          tell(at, node.Select ? 'select' : 'for', Name.Value, count);
        }
        break;
      case 'WhileClause':
        tell(at, node.Until ? 'until' : 'while', node.Do.length);
        break;
      case 'CaseClause':
        tell(at, 'case', text(node.Word), ...node.Items.map((item: Node) => item.Patterns.length));
        break;
      case 'Subshell':
        tell(at, 'Subshell', node.Stmts.length);
        break;
      case 'Block':
        tell(at, 'BraceGroup', node.Stmts.length);
        break;
      case 'ParamExp':
        tell(at, 'parameter', node.Param.Value);
        break;
      default:
        if (kind in SAME && !delimiters.has(at)) tell(at, SAME[kind]!);
    }
    return true;
  });
  return sorted(facts);

  function tellIf(node: Node): void {
    let count = 0;
    let rest = node.Else;
    // `elif` is an `if` in the place of `else`; `else` is one without a condition.
    for (; rest && rest.Cond.length > 0; rest = rest.Else) {
      elseIfs.add(start(rest));
      count += 1;
    }
    if (rest) elseIfs.add(start(rest));
    tell(start(node), 'if', count, rest ? 'else' : '');
  }
}

const SAME: Record<string, string> = {
  TestClause: 'TestCommand',
  ArithmCmd: 'ArithmeticCommand',
  CoprocClause: 'Coproc',
  ProcSubst: 'ProcessSubstitution',
  ArithmExp: 'ArithmeticExpansion',
  SglQuoted: 'SingleQuoted',
  DblQuoted: 'DoubleQuoted',
};

/** From a position in bytes of UTF-8 to one in UTF-16 units. */
function offsets(source: string): (position: { Offset(): number }) => number {
  if (/^[\0-\x7f]*$/.test(source)) return (position) => position.Offset();
  const units: number[] = [];
  let unit = 0;
  for (const character of source) {
    for (let byte = Buffer.byteLength(character); byte > 0; byte--) units.push(unit);
    unit += character.length;
  }
  units.push(unit);
  return (position) => units[position.Offset()]!;
}
