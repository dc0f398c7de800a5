import type { Result } from '../model/problem.ts';
import { moment, oneOf, orNull, record, text, ulid } from './fields.ts';
import { seal, unsealAs } from './seal.ts';

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

const shape = record({
  id: ulid,
  snapshot: ulid,
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
  return unsealAs(bytes, shape, 'verdict', 'verdict');
}

/** What holds for each snapshot: its newest verdict. */
export function newestVerdicts(verdicts: readonly StoredVerdict[]): Map<string, StoredVerdict> {
  const sorted = [...verdicts].sort((left, right) => (left.id < right.id ? -1 : 1));
  return new Map(sorted.map((verdict) => [verdict.snapshot, verdict]));
}
