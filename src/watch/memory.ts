import { isObject } from '../model/json.ts';
import { ok, type Result, refuse } from '../model/problem.ts';
import { count, type Field, listOf, moment, oneOf, orNull, record, text } from '../store/fields.ts';
import { seal, unseal } from '../store/seal.ts';
import { type Alert, KINDS } from './alert.ts';

/** What outlives the process: open alerts, and what each receiver has still to be told. */
export type Memory = {
  open: Alert[];
  queues: { [receiver: string]: { waiting: Alert[]; refused: Alert[] } };
};

const alerts = listOf(
  record({
    key: text,
    path: orNull(text),
    service: orNull(text),
    kind: oneOf(Object.keys(KINDS)),
    state: text,
    what: text,
    details: listOf(text),
    since: moment,
    changed: moment,
    told: listOf(text),
    until: orNull(moment),
  }),
);
const queue = record({ waiting: alerts, refused: alerts });
const queues: Field = (value) => {
  if (!isObject(value)) return 'is not an object';
  for (const one of Object.values(value)) {
    const fault = queue(one);
    if (fault !== undefined) return fault;
  }
  return undefined;
};
const shape = record({ version: count, open: alerts, queues });

export function writeMemory({ open, queues }: Memory): Uint8Array {
  return seal({ version: 1, open, queues });
}

/** Problem: `watch-state-damaged`. */
export function readMemory(bytes: Uint8Array): Result<Memory> {
  const opened = unseal(bytes);
  const fault = opened.ok ? shape(opened.value) : opened.problem.message;
  if (!opened.ok || fault !== undefined || opened.value.version !== 1) {
    return refuse({
      code: 'watch-state-damaged',
      message: `What the watch had remembered cannot be read: ${fault ?? 'it is of another version'}.`,
      hint: 'It begins anew: what is wrong now is told again; what was wrong and is right again is not.',
    });
  }
  const { open, queues } = opened.value as unknown as Memory;
  return ok({ open, queues });
}
