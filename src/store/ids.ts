import { ok, type Result, refuse } from '../model/problem.ts';

/** Crockford's base 32, as a ULID has it: no I, L, O, U. */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 26;
const RANDOM_BITS = 80n;
const SHORTEST = 4;

/**
 * A new ULID (https://github.com/ulid/spec): 48 bits of time, 80 of chance, in an order that is that of their making.
 * @param now milliseconds since 1970.
 * @param random at least ten bytes.
 * @param last the newest id so far: the new one follows it, also when the clock has gone backwards.
 */
export function nextId(now: number, random: Uint8Array, last?: string): string {
  const chance = random.subarray(0, 10).reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  const fresh = (BigInt(now) << RANDOM_BITS) | chance;
  if (last === undefined) return encode(fresh);
  const before = decode(last);
  return encode(before >> RANDOM_BITS >= BigInt(now) ? before + 1n : fresh);
}

export function isId(text: string): boolean {
  return /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/.test(text);
}

function encode(value: bigint): string {
  let text = '';
  for (let rest = value; text.length < LENGTH; rest >>= 5n) text = DIGITS[Number(rest & 31n)] + text;
  return text;
}

function decode(id: string): bigint {
  return [...id].reduce((sum, digit) => (sum << 5n) | BigInt(DIGITS.indexOf(digit)), 0n);
}

/**
 * The id that a person means: `latest`, a whole one, or an unambiguous beginning or end of one, in any case.
 * Problems: `snapshot-unknown`, `snapshot-ambiguous`.
 */
export function findId(ids: readonly string[], given: string): Result<string> {
  const text = given.toUpperCase();
  const newest = [...ids].sort().at(-1);
  if (text === 'LATEST' && newest !== undefined) return ok(newest);
  const found = text.length < SHORTEST ? [] : ids.filter((id) => id.startsWith(text) || id.endsWith(text));
  if (found.length === 1) return ok(found[0]!);
  const several = found.length > 1;
  return refuse({
    code: several ? 'snapshot-ambiguous' : 'snapshot-unknown',
    message: several
      ? `${given} stands for ${found.length} snapshots: ${found.slice(0, 3).join(', ')}${found.length > 3 ? ' …' : ''}.`
      : `The store has no snapshot ${given}.`,
    hint: several
      ? 'Give more of the id; ids that were made at the same time differ at their ends.'
      : `holdfast backup list shows the ids; at least ${SHORTEST} characters of the beginning or the end are needed, or \`latest\`.`,
  });
}
