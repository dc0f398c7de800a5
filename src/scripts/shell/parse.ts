import { type ParsedScript, parse } from 'unbash';

export type {
  Assignment,
  Case,
  Command,
  CommandNode,
  Elif,
  For,
  Function as FunctionNode,
  HereDoc,
  ParameterExpansionPart,
  ParsedScript,
  PipelineNode,
  Redirection,
  Statement,
  SyntaxNode,
  TestExpression,
  Word,
  WordPart,
} from 'unbash';
export { forEachChild } from 'unbash';

/**
 * Parses shell source as bash does. It never throws: what is not valid is left out of the tree and told in `errors`,
 * and the rest is there. Offsets are UTF-16 units of `source`.
 */
export function parseShell(source: string): ParsedScript {
  try {
    return parse(source);
  } catch (error) {
    // The parser recovers by itself; what it throws all the same (a stack that overflows) is an error at the start.
    const message = `the parser gave up (${(error as Error).message})`;
    return {
      type: 'Script',
      pos: 0,
      end: 0,
      shebang: undefined,
      commands: [],
      errors: [{ message, pos: 0 }],
    };
  }
}
