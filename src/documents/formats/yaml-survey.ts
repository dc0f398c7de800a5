import { EVENT_ID, type Event, getScalarValue, SCALAR_STYLE } from 'js-yaml';
import { child, type Pointer } from '../../model/pointer.ts';
import type { Repeat, Spot } from './spots.ts';
import { isLossyPlain, keyText, tagOf } from './yaml-scalars.ts';
import { readEvents } from './yaml-source.ts';

type Survey = {
  source: string;
  events: Event[];
  next: number;
  anchors: Map<string, Spot>;
  keyNames: ReadonlyMap<number, string>;
  document: number;
  repeats: Repeat[];
};

/**
 * Where everything stands in a text that `yaml.ts` has read without a problem. Made only when a place, a
 * repeated key or a lossy number is asked for. `keyNames` names keys that are no simple scalars, by event. Behind an alias, values stand where the anchor has them.
 */
export function surveyYaml(
  text: string,
  keyNames: ReadonlyMap<number, string>,
): { spots: Spot[]; repeats: Repeat[] } {
  const { source, events } = readEvents(text);
  const survey: Survey = { source, events, next: 0, anchors: new Map(), keyNames, document: 0, repeats: [] };
  const spots: Spot[] = [];
  while (survey.next < events.length) {
    survey.next += 1;
    survey.anchors.clear();
    spots.push(surveyNode(survey, '', 0));
    survey.document += 1;
    survey.next += 1;
  }
  return { spots, repeats: survey.repeats };
}

/** `fallback` is where an empty value stands: right after its key. */
function surveyNode(survey: Survey, pointer: Pointer, fallback: number): Spot {
  const event = survey.events[survey.next++]!;
  if (event.type === EVENT_ID.ALIAS) {
    const target = survey.anchors.get(survey.source.slice(event.anchorStart, event.anchorEnd));
    return { ...target, key: event.anchorStart - 1, value: event.anchorStart - 1 };
  }
  if (event.type !== EVENT_ID.SCALAR && event.type !== EVENT_ID.SEQUENCE && event.type !== EVENT_ID.MAPPING) {
    return spotAt(fallback);
  }
  const spot = spotAt(offsetOf(survey.source, event, fallback));
  const tag = event.tagStart === -1 ? undefined : tagOf(survey.source.slice(event.tagStart, event.tagEnd));
  if (event.anchorStart !== -1)
    survey.anchors.set(survey.source.slice(event.anchorStart, event.anchorEnd), spot);
  const wrapped = typeof tag === 'string';
  const inner = wrapped ? spotAt(spot.value) : spot;
  const place = wrapped ? child(pointer, tag) : pointer;
  if (event.type === EVENT_ID.SCALAR) {
    const source = getScalarValue(survey.source, event);
    const resolves = event.style === SCALAR_STYLE.PLAIN && (event.tagStart === -1 || tag !== undefined);
    if (resolves && isLossyPlain(source)) inner.token = source;
  } else if (event.type === EVENT_ID.SEQUENCE) {
    inner.children = surveySequence(survey, place, spot.value);
    inner.list = true;
  } else {
    inner.children = surveyMapping(survey, place);
  }
  if (wrapped) spot.children = new Map([[tag, inner]]);
  return spot;
}

function spotAt(offset: number): Spot {
  return { key: offset, value: offset };
}

function offsetOf(text: string, event: Event, fallback: number): number {
  if ('tagStart' in event && event.tagStart !== -1) return event.tagStart;
  if ('start' in event) return event.start;
  if ('valueStart' in event && event.valueStart !== -1) {
    const quoted = event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED;
    if (quoted) return event.valueStart - 1;
    if (event.style === SCALAR_STYLE.PLAIN) return event.valueStart;
    return blockHeader(text, event.valueStart);
  }
  return 'anchorStart' in event && event.anchorStart !== -1 ? event.anchorStart - 1 : fallback;
}

/** A block scalar stands where its `|` or `>` is: the last one on the line before its first line. */
function blockHeader(text: string, start: number): number {
  const line = text.lastIndexOf('\n', start - 2) + 1;
  const match = /^(.*?[|>])[-+0-9]*[ \t]*(?:#.*)?\r?$/.exec(text.slice(line, Math.max(line, start - 1)));
  return match === null ? start : line + match[1]!.length - 1;
}

function surveySequence(survey: Survey, pointer: Pointer, offset: number): Map<string, Spot> {
  const items = new Map<string, Spot>();
  while (survey.events[survey.next]!.type !== EVENT_ID.POP) {
    items.set(String(items.size), surveyNode(survey, child(pointer, items.size), offset));
  }
  survey.next += 1;
  return items;
}

function surveyMapping(survey: Survey, pointer: Pointer): Map<string, Spot> {
  const members = new Map<string, Spot>();
  const merged = new Set<string>();
  for (;;) {
    const event = survey.events[survey.next]!;
    if (event.type === EVENT_ID.POP) break;
    const key = surveyKey(survey);
    const value = surveyNode(survey, key.merge ? pointer : child(pointer, key.name), key.end);
    if (key.merge && mergeSpots(members, merged, value)) continue;
    const first = members.get(key.name);
    if (first !== undefined && !merged.delete(key.name)) {
      const repeat = { document: survey.document, key: child(pointer, key.name), offset: key.offset };
      survey.repeats.push({ ...repeat, first: first.key });
    }
    members.set(key.name, { ...value, key: key.offset });
  }
  survey.next += 1;
  return members;
}

type Key = { name: string; offset: number; end: number; merge: boolean };

function surveyKey(survey: Survey): Key {
  const index = survey.next;
  const event = survey.events[index]!;
  if (event.type === EVENT_ID.SCALAR && event.tagStart === -1 && event.anchorStart === -1) {
    survey.next += 1;
    const source = getScalarValue(survey.source, event);
    const plain = event.style === SCALAR_STYLE.PLAIN;
    const offset = offsetOf(survey.source, event, 0);
    const end = event.valueEnd === -1 ? offset : event.valueEnd;
    return { name: plain ? keyText(source) : source, offset, end, merge: plain && source === '<<' };
  }
  const { value } = surveyNode(survey, '', 0);
  return { name: survey.keyNames.get(index) ?? '', offset: value, end: value, merge: false };
}

/** A merge source is one mapping or a list of them; false when it is neither. */
function mergeSpots(members: Map<string, Spot>, merged: Set<string>, value: Spot): boolean {
  if (value.children === undefined) return false;
  const sources = value.list ? [...value.children.values()] : [value];
  for (const source of sources) {
    for (const [name, spot] of source.children ?? []) {
      if (members.has(name)) continue;
      members.set(name, spot);
      merged.add(name);
    }
  }
  return true;
}
