import type { FormatId, SyntaxProblem } from '../documents/document.ts';
import type { Json } from '../model/json.ts';
import type { Pointer } from '../model/pointer.ts';

/** One key that differs. A subtree that came or went whole is one change, at its top. */
export type KeyChange = {
  kind: 'added' | 'removed' | 'changed' | 'retyped';
  /** Index of the YAML document: in the after side, or in the before side for `removed`. */
  document: number;
  /** Where it stands: a pointer into the after side, or into the before side for `removed`. */
  key: Pointer;
  /** The same place on the before side (absent for `added`). */
  beforeKey?: Pointer;
  beforeDocument?: number;
  /** The path for people, stable when list items move: `containers[name=api].image`. */
  name: string;
  /** The path as segments, list items by identity (`name=api`) or index; what key patterns are matched with. */
  segments: string[];
  before?: Json;
  after?: Json;
};

/** Shares are in 0..1, of the before side: how much of the old file is kept. Growth does not lower them. */
export type Retention = { before: number; kept: number; share: number };

/** A text that held a document, and promises to but does not. */
export type BrokenText = {
  name: string;
  segments: string[];
  /** Where it stands on the after side. */
  document: number;
  key: Pointer;
  format: FormatId;
  problem: SyntaxProblem;
};

/** The structural difference of two parsed documents. */
export type Difference = {
  changes: KeyChange[];
  /** Leaf key paths of the before side that still exist. */
  keys: Retention;
  /** Leaf key paths of the before side that still exist with the same value. */
  values: Retention;
  /** Names of the before side's top-level keys, and those that are gone. */
  topLevel: { before: number; gone: string[] };
  broken?: BrokenText[];
};
