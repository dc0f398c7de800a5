import { ok, type Result, refuse } from '../model/problem.ts';
import { type Field, moment, oneOf, orNull, record, text } from './fields.ts';
import { isId } from './ids.ts';
import { seal, unseal } from './seal.ts';

/** What somebody, or a deployment's probes, said about a snapshot. It is added and never changed. */
export type StoredVerdict = {
  /** ULID of the verdict itself. */
  id: string;
  snapshot: string;
  verdict: 'good' | 'bad';
  /** The clock, `2026-01-31T12:00:00.000Z`. */
  at: string;
  /** Who said it: `person`, or `probes` of a deployment. */
  by: 'person' | 'probes';
  reason: string | null;
};

const id: Field = (value) => (typeof value === 'string' && isId(value) ? undefined : 'is no ULID');
const shape = record({
  id,
  snapshot: id,
  verdict: oneOf(['good', 'bad']),
  at: moment,
  by: oneOf(['person', 'probes']),
  reason: orNull(text),
});

export function writeVerdict({ id, snapshot, verdict, at, by, reason }: StoredVerdict): Uint8Array {
  return seal({ id, snapshot, verdict, at, by, reason });
}

/** Problems: `damaged`, `verdict-invalid`. */
export function readVerdict(bytes: Uint8Array): Result<StoredVerdict> {
  const opened = unseal(bytes);
  if (!opened.ok) return opened;
  const fault = shape(opened.value);
  if (fault === undefined) return ok(opened.value as unknown as StoredVerdict);
  return refuse({
    code: 'verdict-invalid',
    message: `The verdict is not one that this version of Holdfast reads: ${fault}.`,
    hint: 'holdfast backup check lists everything that is damaged.',
  });
}

/** What holds for each snapshot: its newest verdict. */
export function newestVerdicts(verdicts: readonly StoredVerdict[]): Map<string, StoredVerdict> {
  const sorted = [...verdicts].sort((left, right) => (left.id < right.id ? -1 : 1));
  return new Map(sorted.map((verdict) => [verdict.snapshot, verdict]));
}
