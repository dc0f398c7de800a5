import type { SchemaVerdict } from '../checks/context.ts';
import type { ParsedDocument } from '../documents/document.ts';
import type { Problem } from '../model/problem.ts';
import type { Judgement } from '../schemas/judgement.ts';
import type { Schemas } from '../schemas/schemas.ts';
import { type SchemaSource, sourceName } from '../schemas/source.ts';
import type { Proposed } from './proposed.ts';
import type { Versions } from './read.ts';
import type { Selected } from './select.ts';

/** What the schemas of one file say; `unjudged` are reasons for which they say nothing. */
export type Judged = { verdicts: SchemaVerdict[]; unjudged: Problem[] };

type Request = { index: number; source: SchemaSource; document: ParsedDocument };

/**
 * Judges the after versions, and the before versions of those that are invalid: old violations are no news.
 * Where the change edits the schema, the after version is judged by the new schema, too.
 */
export async function judgeVersions(
  schemas: Schemas,
  selected: readonly Selected[],
  versions: readonly Versions[],
  proposed: Proposed,
): Promise<Judged[]> {
  const judged: Judged[] = selected.map(() => ({ verdicts: [], unjudged: [] }));
  const requests: Request[] = [];
  for (const [index, { selection }] of selected.entries()) {
    const document = versions[index]!.after;
    if (document?.kind !== 'parsed') continue;
    for (const source of selection.schemas) {
      const prepared = await schemas.prepare(source);
      if (prepared.ok) requests.push({ index, source, document: withValue(document) });
      else if (prepared.problem.code === 'schema-missing') {
        judged[index]!.verdicts.push({ schema: sourceName(source), missing: prepared.problem });
      } else judged[index]!.unjudged.push(prepared.problem);
    }
  }
  const after = await schemas.judge(requests);
  const before = await judgeBefore(schemas, requests, after, versions);
  const later = await judgeProposed(proposed, requests);
  for (const [at, { index, source }] of requests.entries()) {
    const judgement = after[at]!;
    const next = later.get(at);
    for (const each of [judgement, next])
      if (each?.kind === 'inconclusive') judged[index]!.unjudged.push(each.problem);
    judged[index]!.verdicts.push({
      schema: sourceName(source),
      before: before[at],
      after: judgement,
      ...(next === undefined ? {} : { proposed: next }),
    });
  }
  return judged;
}

/** What the edited schemas say, by the index of the request. */
async function judgeProposed(
  proposed: Proposed,
  requests: readonly Request[],
): Promise<Map<number, Judgement>> {
  const asked = [...requests.entries()].filter(([, { source }]) => proposed.judges(source));
  if (asked.length === 0) return new Map();
  const judgements = await proposed.schemas.judge(asked.map(([, request]) => request));
  return new Map(asked.map(([at], index) => [at, judgements[index]!]));
}

/** A file without any value is what its readers make of it: nothing in YAML, no keys elsewhere. */
export function withValue(document: ParsedDocument): ParsedDocument {
  if (document.values.length > 0) return document;
  return { ...document, values: [document.format === 'yaml' ? null : {}] };
}

async function judgeBefore(
  schemas: Schemas,
  requests: readonly Request[],
  after: readonly Judgement[],
  versions: readonly Versions[],
): Promise<(Judgement | undefined)[]> {
  const results: (Judgement | undefined)[] = requests.map(() => undefined);
  const again = requests.flatMap(({ index, source }, at) => {
    const document = versions[index]!.before;
    return after[at]!.kind === 'invalid' && document?.kind === 'parsed'
      ? [{ at, source, document: withValue(document) }]
      : [];
  });
  const judgements = again.length === 0 ? [] : await schemas.judge(again);
  for (const [next, { at }] of again.entries()) results[at] = judgements[next];
  return results;
}
