import { createHash } from 'node:crypto';
import { ok, type Problem, type Result, refuse } from '../model/problem.ts';
import type { Catalog } from './catalog.ts';
import { underDeadline } from './deadline.ts';
import { createEngine, type Validate } from './engine.ts';
import type { Traits } from './finish.ts';
import { type Gathered, gather } from './gather.ts';
import type { LoadSchema } from './load.ts';
import { type BesideRef, type Normal, normalise } from './normalise.ts';
import { type SchemaSource, sourceName } from './source.ts';
import { readRules, type SchemaRules } from './validations.ts';

/** One way to read a schema. `first` stops at the first error. Both are compiled when they are first used. */
export type Reading = { normal: Normal; all: () => Validate; first: () => Validate };

/**
 * A schema that is ready to judge. `standard` is there when rules stand beside a `$ref` in a draft that ignores
 * them: `main` applies them, as the author meant it and editors do; a document that only breaks these rules is
 * in doubt.
 */
export type Prepared = {
  name: string;
  catalog: Catalog;
  main: Reading;
  standard?: Reading;
  /** What `x-kubernetes-validations` demands. */
  rules?: SchemaRules;
};

/** Compiled schemas of this process by the hash of their texts: a later run need not compile them again. */
const compiled = new Map<string, Prepared>();
const MOST_KEPT = 100;

/** How long a schema may take to compile. */
const DEADLINE_MS = 10_000;

/** Loads, checks and compiles a schema. */
export async function prepare(source: SchemaSource, load: LoadSchema): Promise<Result<Prepared>> {
  const name = sourceName(source);
  try {
    const gathered = await gather(source, load);
    if (!gathered.ok) return gathered;
    const hash = createHash('sha256').update(JSON.stringify(gathered.value.texts)).digest('hex');
    const known = compiled.get(hash);
    if (known !== undefined) return ok(known);
    const rules = await readRules(gathered.value);
    if (!rules.ok) return rules;
    const main = await read(gathered.value, 'apply');
    const { traits } = main.normal;
    if (traits.unsupported !== undefined) return refuse(unsupported(name, traits.unsupported));
    if (!underDeadline(DEADLINE_MS, main.all).done) return refuse(tooSlow(name));
    const prepared: Prepared = { name, catalog: gathered.value.catalog, main };
    if (rules.value !== undefined) prepared.rules = rules.value;
    if (traits.besideRef) prepared.standard = await read(gathered.value, 'ignore');
    if (compiled.size >= MOST_KEPT) compiled.clear();
    compiled.set(hash, prepared);
    return ok(prepared);
  } catch (error) {
    return refuse(unusable(name, error));
  }
}

async function read(gathered: Gathered, beside: BesideRef): Promise<Reading> {
  const normal = normalise(gathered, beside);
  const compile = await createEngine(normal);
  return { normal, all: once(() => compile(true)), first: once(() => compile(false)) };
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function unsupported(name: string, { node, keyword, why }: NonNullable<Traits['unsupported']>): Problem {
  const place = node.file.place(`${node.pointer}/${keyword}`, 'key');
  return {
    code: 'schema-unsupported',
    message: `The schema ${name} uses ${why}, which the validator is known to judge wrongly.`,
    hint: 'Write the rule without this combination, or validate these files elsewhere.',
    path: node.file.name,
    ...(place === undefined ? {} : { place }),
  };
}

function tooSlow(name: string): Problem {
  return {
    code: 'schema-deadline',
    message: `The schema ${name} could not be compiled within ${DEADLINE_MS} ms.`,
    hint: 'Make the schema smaller, or split it.',
    path: name,
  };
}

/** The problem of a schema on which something threw: it is nested too deeply, or the validator refuses it. */
export function unusable(name: string, error: unknown): Problem {
  const deep = error instanceof RangeError;
  return {
    code: 'schema-unusable',
    message: deep
      ? `The schema ${name} cannot be compiled: it is nested too deeply, or refers to itself without end.`
      : `The schema ${name} cannot be compiled: ${error instanceof Error ? error.message : String(error)}`,
    hint: 'Nothing can be judged by it until it is corrected on the base branch.',
    path: name,
  };
}
