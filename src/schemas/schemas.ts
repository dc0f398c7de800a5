import type { ParsedDocument } from '../documents/document.ts';
import { addTo } from '../model/lists.ts';
import { ok, type Problem, type Result } from '../model/problem.ts';
import { underDeadline } from './deadline.ts';
import { judgeDocument } from './judge.ts';
import { judgeRules, type Mask, type RuleJudgement } from './judge-rules.ts';
import type { Judgement } from './judgement.ts';
import type { LoadSchema } from './load.ts';
import { type Prepared, prepare } from './prepare.ts';
import type { SchemaSource } from './source.ts';

export type JudgeRequest = { source: SchemaSource; document: ParsedDocument };

export type Schemas = {
  /** Loads (with the files it refers to), checks and compiles a schema. Done once per source. */
  prepare(source: SchemaSource): Promise<Result<void>>;
  /**
   * Judges documents, in their order. Every YAML document of a file is judged; a file without any value
   * (empty, or comments only) breaks no schema: that it is empty is said elsewhere. A schema that cannot be
   * prepared makes its documents `inconclusive`, with the schema's problem.
   */
  judge(requests: readonly JudgeRequest[]): Promise<Judgement[]>;
  /** Judges a file by the rules inside its schema. Nothing is said by a schema without rules, or an unusable one. */
  judgeRules(request: RuleRequest): Promise<RuleJudgement>;
};

/** `mask` takes out of a document what messages may not show. */
export type RuleRequest = {
  source: SchemaSource;
  before: ParsedDocument | undefined;
  after: ParsedDocument;
  mask: Mask;
  /** There is a before side, and its keys cannot be read. */
  unreadable?: boolean;
};

export type SchemasOptions = {
  /** How long one document, or a batch of documents of one schema, may take; default 2,000. */
  deadlineMs?: number;
  /** Longest text of a document that is judged, in UTF-16 code units; default 8 MiB. */
  maxDocumentBytes?: number;
};

export function createSchemas(load: LoadSchema, options: SchemasOptions = {}): Schemas {
  const deadlineMs = options.deadlineMs ?? 2_000;
  const maxLength = options.maxDocumentBytes ?? 8 * 1024 * 1024;
  const known = new Map<string, Promise<Result<Prepared>>>();
  const prepared = (source: SchemaSource) => {
    const key = JSON.stringify(
      source.kind === 'path' ? source.path : [source.url, source.sha256?.toLowerCase()],
    );
    const before = known.get(key);
    if (before !== undefined) return before;
    const now = prepare(source, load);
    known.set(key, now);
    return now;
  };
  return {
    async prepare(source) {
      const result = await prepared(source);
      return result.ok ? ok(undefined) : result;
    },
    async judge(requests) {
      const judgements: Judgement[] = new Array(requests.length);
      const groups = new Map<Prepared, number[]>();
      for (const [index, { source, document }] of requests.entries()) {
        const schema = await prepared(source);
        if (!schema.ok) judgements[index] = { kind: 'inconclusive', problem: schema.problem };
        else if (document.text.length > maxLength) judgements[index] = tooLarge(schema.value, maxLength);
        else addTo(groups, schema.value, index);
      }
      for (const [schema, indexes] of groups) {
        const documents = indexes.map((index) => requests[index]!.document);
        for (const [at, judgement] of judgeBatch(schema, documents, deadlineMs).entries())
          judgements[indexes[at]!] = judgement;
      }
      return judgements;
    },
    async judgeRules({ source, before, after, mask, unreadable = false }) {
      const schema = await prepared(source);
      if (!schema.ok || schema.value.rules === undefined || after.text.length > maxLength) return NOTHING;
      const { rules, name } = schema.value;
      if (unreadable && rules.usesOldSelf) return { violations: [], problems: [withoutOld(name)] };
      const judged = underDeadline(deadlineMs, () => judgeRules(rules, name, before, after, mask));
      return judged.done
        ? judged.value
        : { violations: [], problems: [overDeadline(schema.value, deadlineMs)] };
    },
  };
}

/** Too large a document, and a schema that cannot be used, are told by `judge`. */
const NOTHING: RuleJudgement = { violations: [], problems: [] };

/** A document that takes the time of others is found by judging it alone. */
const SHORTEST_SHARE_MS = 50;

/**
 * Judges documents under one deadline. When it strikes, the document at which it struck is judged alone, under
 * a deadline of its own; only if that strikes too is it the guilty one. Every guilty document halves the
 * deadline of the later ones, so that a thousand of them cannot take a thousand deadlines.
 */
function judgeBatch(schema: Prepared, documents: ParsedDocument[], deadlineMs: number): Judgement[] {
  const judgements: Judgement[] = [];
  let share = deadlineMs;
  while (judgements.length < documents.length) {
    const batch = underDeadline(share, () => {
      while (judgements.length < documents.length)
        judgements.push(judgeDocument(schema, documents[judgements.length]!));
    });
    // The deadline may strike between the last document and the end of the batch.
    if (batch.done || judgements.length === documents.length) break;
    const suspect = documents[judgements.length]!;
    const alone = underDeadline(share, () => judgeDocument(schema, suspect));
    judgements.push(
      alone.done ? alone.value : { kind: 'inconclusive', problem: overDeadline(schema, share) },
    );
    if (!alone.done) share = Math.max(SHORTEST_SHARE_MS, share / 2);
  }
  return judgements;
}

function withoutOld(name: string): Problem {
  return {
    code: 'rule-unjudged',
    message: `${name} has rules that compare with the old value, and the version before the change cannot be read by key.`,
    hint: 'Have the repaired file reviewed, and acknowledged by somebody whom the policy names.',
  };
}

function overDeadline(schema: Prepared, deadlineMs: number): Problem {
  return {
    code: 'schema-deadline',
    message: `Judging the file by ${schema.name} took longer than ${Math.round(deadlineMs)} ms and was stopped.`,
    hint: 'Look for a regular expression in the schema that backtracks (such as `(a+)+`), or split the file.',
  };
}

function tooLarge(schema: Prepared, maxLength: number): Judgement {
  return {
    kind: 'inconclusive',
    problem: {
      code: 'schema-too-large',
      message: `The file is too large to be judged by ${schema.name}: more than ${Math.floor(maxLength / 1024)} KiB.`,
      hint: 'Split the file.',
    },
  };
}
