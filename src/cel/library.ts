import type { ASTNode, Environment } from '@marcbachmann/cel-js';
import type { RE2JS } from 're2js';

/** What others have written: the parser of CEL, and regular expressions in linear time. */
export type Library = { parser: Environment; RE2JS: typeof RE2JS };

export type Syntax = ASTNode;

/** Larger expressions than any that a person writes are not evaluated. */
const LIMITS = {
  maxAstNodes: 5_000,
  maxDepth: 100,
  maxListElements: 1_000,
  maxMapEntries: 1_000,
  maxCallArguments: 32,
};

/** Loads the libraries on first use: a run without rules does not pay for them. */
export async function loadLibrary(): Promise<Library> {
  const [{ default: cel }, re2] = await Promise.all([import('@marcbachmann/cel-js'), import('re2js')]);
  return { parser: new cel.Environment({ enableOptionalTypes: true, limits: LIMITS }), RE2JS: re2.RE2JS };
}
