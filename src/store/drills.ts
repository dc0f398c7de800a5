import type { Result } from '../model/problem.ts';
import { count, flag, listOf, moment, orNull, record, text, ulid } from './fields.ts';
import { seal, unsealAs } from './seal.ts';

/** A trial restore of what is known good. It is added and never changed. */
export type StoredDrill = {
  /** ULID. */
  id: string;
  /** The clock, `2026-01-31T12:00:00.000Z`. */
  at: string;
  host: string;
  snapshots: string[];
  /** The service that alone was asked for. */
  onlyService: string | null;
  files: number;
  bytes: number;
  /** Milliseconds from the first look into the store until every file had been compared. */
  ms: number;
  /** Files whose content was not that of the snapshot, and what kept it from being put there. */
  faults: string[];
  /** What the services' `check` said; `fault` is a phrase. */
  checks: { service: string; ms: number; fault: string | null }[];
  ok: boolean;
};

const shape = record({
  id: ulid,
  at: moment,
  host: text,
  snapshots: listOf(ulid),
  onlyService: orNull(text),
  files: count,
  bytes: count,
  ms: count,
  faults: listOf(text),
  checks: listOf(record({ service: text, ms: count, fault: orNull(text) })),
  ok: flag,
});

export function writeDrill(drill: StoredDrill): Uint8Array {
  return seal(drill);
}

/** Problems: `damaged`, `drill-invalid`. */
export function readDrill(bytes: Uint8Array): Result<StoredDrill> {
  return unsealAs(bytes, shape, 'drill', 'drill');
}
