import type { Json } from '../../model/json.ts';
import { commentJson } from '../../reports/escape.ts';
import { count, like, listOf, oneOf, record, text } from '../../store/fields.ts';
import { type Said, type Times, WORDS } from './times.ts';

/** The first line of the comment that tells the times. */
export const RESULT_MARKER = '<!-- holdfast-drill-times -->';

const LINE = /^<!-- holdfast-drill-said (\[.*\]) -->$/;

const shape = listOf(
  record({
    word: oneOf(WORDS),
    id: count,
    by: text,
    at: like(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/, 'time'),
    ms: count,
    text,
  }),
);

/** The line of that comment which keeps what counts: rights and texts may change, and the times may not. */
export function recordLine({ detected, restored }: Times): string {
  const said = [detected, restored].filter((one) => one !== undefined);
  return `<!-- holdfast-drill-said ${commentJson(said)} -->`;
}

/** What a comment with times keeps; nothing when it is none, or not one that this version has written. */
export function recordedIn(body: string): Said[] {
  const [first, second = ''] = body.split(/\r?\n/, 2);
  const [, json] = first === RESULT_MARKER ? (LINE.exec(second) ?? []) : [];
  if (json === undefined) return [];
  try {
    const value: Json = JSON.parse(json);
    return shape(value) === undefined ? (value as unknown as Said[]) : [];
  } catch {
    return [];
  }
}
