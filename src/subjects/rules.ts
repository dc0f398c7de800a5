import { applyRule, type Side } from '../cel/apply.ts';
import { type Cel, loadCel } from '../cel/compile.ts';
import { FILE_BUDGET, type Meter } from '../cel/meter.ts';
import { compileRule, type Rule } from '../cel/rule.ts';
import type { BrokenRule } from '../checks/context.ts';
import { hiddenBy } from '../checks/hidden.ts';
import { pairDocuments } from '../diff/stream.ts';
import type { ParsedDocument } from '../documents/document.ts';
import { maskedValue } from '../findings/show.ts';
import type { Problem } from '../model/problem.ts';
import type { Selection, ValueRule } from '../policy/policy.ts';
import { type Mask, sideOf, unjudgedRule } from '../schemas/judge-rules.ts';
import type { Schemas } from '../schemas/schemas.ts';
import { type SchemaSource, sourceName } from '../schemas/source.ts';
import { withValue } from './judge.ts';
import type { Versions } from './read.ts';
import { spotsOf } from './rule-spots.ts';
import type { Selected } from './select.ts';

/** What one file breaks of the rules that hold for it; `unjudged` are reasons for which some say nothing. */
export type Ruled = { broken: BrokenRule[]; unjudged: Problem[] };

/** Judges the after versions by the policy's rules and by those inside their schemas. */
export async function judgeRules(
  schemas: Schemas,
  selected: readonly Selected[],
  versions: readonly Versions[],
): Promise<Ruled[]> {
  const all: Ruled[] = [];
  for (const [index, { selection }] of selected.entries()) {
    const ruled: Ruled = { broken: [], unjudged: [] };
    all.push(ruled);
    const { before, after } = versions[index]!;
    if (after?.kind !== 'parsed' || selection.schemas.length + (selection.rules ?? []).length === 0) continue;
    const hides = hiddenBy(selection, before, after);
    const file: File = {
      before: before?.kind === 'parsed' ? withValue(before) : undefined,
      after: withValue(after),
      unreadable: before !== undefined && before.kind !== 'parsed',
      mask: (document) => maskedValue(document, [], hides),
    };
    for (const source of selection.schemas) await bySchema(schemas, source, file, ruled);
    if (selection.rules !== undefined) byPolicy(await loadCel(), selection, file, ruled);
  }
  return all;
}

/** `unreadable`: there is a before side, and its keys cannot be read. */
type File = { before: ParsedDocument | undefined; after: ParsedDocument; unreadable: boolean; mask: Mask };

async function bySchema(schemas: Schemas, source: SchemaSource, file: File, ruled: Ruled): Promise<void> {
  const { violations, problems } = await schemas.judgeRules({ source, ...file });
  ruled.unjudged.push(...problems);
  ruled.broken.push(
    ...violations.map((violation) => ({
      ...violation,
      source: { schema: sourceName(source) },
      severity: 'error' as const,
    })),
  );
}

/** Rules that the policy's reader has compiled without fault are compiled once more, and kept. */
const compiled = new WeakMap<ValueRule, Rule>();

function byPolicy(cel: Cel, selection: Selection, file: File, ruled: Ruled): void {
  const judging: Judging = { cel, budget: { left: FILE_BUDGET }, documents: documentsOf(file) };
  for (const rule of selection.rules ?? []) {
    const ready = compiled.get(rule) ?? compile(cel, rule);
    if (typeof ready === 'string') {
      ruled.unjudged.push(unjudgedRule(rule.id, rule.rule, '', ready));
      continue;
    }
    compiled.set(rule, ready);
    const { broken, wrong } = byRule(judging, selection.identity, rule, ready);
    ruled.broken.push(...broken);
    if (wrong !== undefined) ruled.unjudged.push(unjudgedRule(rule.id, rule.rule, wrong.place, wrong.why));
  }
}

/** What the rules of one file share: the budget, and the documents with what was made of them. */
type Judging = { cel: Cel; budget: Meter; documents: { index: number; now: Side; then: Side | undefined }[] };

function documentsOf({ before, after, mask }: File): Judging['documents'] {
  return pairDocuments(before?.values ?? [], after.values).flatMap((pair) => {
    if (pair.after === undefined) return [];
    const then = before && pair.before !== undefined ? sideOf(before, pair.before, mask) : undefined;
    return [{ index: pair.after, now: sideOf(after, pair.after, mask), then }];
  });
}

function compile(cel: Cel, rule: ValueRule): Rule | string {
  const made = compileRule(cel, rule);
  return 'rule' in made ? made.rule : made.fault.message;
}

/** `wrong` is the first place for which the rule could not be judged, if there is one. */
function byRule(
  { cel, budget, documents }: Judging,
  identity: Selection['identity'],
  { id, key, severity = 'error', reason }: ValueRule,
  rule: Rule,
): { broken: BrokenRule[]; wrong?: { place: string; why: string } } {
  const broken: BrokenRule[] = [];
  let wrong: { place: string; why: string } | undefined;
  for (const { index, now, then } of documents) {
    for (const spot of spotsOf(key, identity, now.document, then?.document)) {
      const self: Side = { ...now, pointer: spot.after };
      const oldSelf = then && spot.before !== undefined ? { ...then, pointer: spot.before } : undefined;
      const applied = applyRule(cel, rule, self, oldSelf, budget);
      if (applied.kind === 'unjudged') wrong ??= { place: spot.after, why: applied.why };
      if (applied.kind !== 'broken') continue;
      const { kind: _, ...found } = applied;
      const source = { policy: id };
      broken.push({
        ...found,
        source,
        rule: rule.text.rule,
        severity,
        document: index,
        ...(reason === undefined ? {} : { reason }),
      });
    }
  }
  return wrong === undefined ? { broken } : { broken, wrong };
}
