import { EVENT_ID, type Event, getScalarValue, SCALAR_STYLE } from 'js-yaml';
import { type Json, type JsonObject, setOwn } from '../../model/json.ts';
import type { Parsed } from './format.ts';
import { duplicatesOf, lossyIn, placer } from './spots.ts';
import { guard, Stop } from './stop.ts';
import { type Aliases, type Anchor, merge, readAlias, refuseDeep } from './yaml-aliases.ts';
import { isLossyPlain, keyText, resolvePlain, tagOf } from './yaml-scalars.ts';
import { readEvents } from './yaml-source.ts';
import { surveyYaml } from './yaml-survey.ts';

type Build = Aliases & {
  events: Event[];
  next: number;
  /** Keys that are no simple scalars, by the index of their event. */
  keyNames: Map<number, string>;
  /** Something was seen whose pointer has to be found by a survey. */
  repeated: boolean;
  lossy: boolean;
};

/**
 * YAML 1.2 (core schema) with merge keys, every document of the stream. A custom tag becomes an object of
 * one member (`!Ref x` is `{"!Ref": "x"}`), a timestamp stays a string, a number that is not finite stays
 * its text. Of repeated keys the last one counts, as in nearly every consumer.
 */
export function parse(text: string): Parsed {
  return guard(text, () => parseStream(text));
}

function parseStream(text: string): Parsed {
  const { source, events, original } = readEvents(text);
  const build: Build = {
    source,
    events,
    original,
    next: 0,
    anchors: new Map(),
    keyNames: new Map(),
    size: 0,
    aliased: 0,
    repeated: false,
    lossy: false,
  };
  const values: Json[] = [];
  while (build.next < build.events.length) {
    build.next += 1;
    build.anchors.clear();
    values.push(buildNode(build));
    build.next += 1;
  }
  if (build.aliased > 0) for (const value of values) refuseDeep(value, 0);
  const { keyNames } = build;
  const place = placer(text, () => surveyYaml(text, keyNames).spots, original);
  if (!build.repeated && !build.lossy) return { ok: true, values, duplicates: [], lossy: [], place };
  const survey = surveyYaml(text, keyNames);
  return {
    ok: true,
    values,
    duplicates: duplicatesOf(text, survey.repeats, original),
    lossy: lossyIn(survey.spots),
    place,
  };
}

function buildNode(build: Build): Json {
  const event = build.events[build.next++]!;
  if (event.type === EVENT_ID.ALIAS) return readAlias(build, event.anchorStart, event.anchorEnd);
  if (event.type !== EVENT_ID.SCALAR && event.type !== EVENT_ID.SEQUENCE && event.type !== EVENT_ID.MAPPING) {
    throw new Stop('parser-failure', 'unexpected end of the event stream', 0);
  }
  const before = build.size++;
  let anchor: Anchor | undefined;
  if (event.anchorStart !== -1) {
    anchor = { value: null, size: 0, open: true };
    build.anchors.set(build.source.slice(event.anchorStart, event.anchorEnd), anchor);
  }
  let value: Json;
  if (event.type === EVENT_ID.SCALAR) {
    const source = getScalarValue(build.source, event);
    const plain = event.style === SCALAR_STYLE.PLAIN;
    value = plain && event.tagStart === -1 ? buildPlain(build, source) : source;
    if (event.tagStart !== -1) value = applyTag(build, event.tagStart, event.tagEnd, source, plain);
  } else {
    value = event.type === EVENT_ID.SEQUENCE ? buildSequence(build) : buildMapping(build);
    if (event.tagStart !== -1) value = wrap(tagOf(build.source.slice(event.tagStart, event.tagEnd)), value);
  }
  if (anchor !== undefined) {
    anchor.value = value;
    anchor.size = build.size - before;
    anchor.open = false;
  }
  return value;
}

function buildPlain(build: Build, source: string): Json {
  if (!build.lossy && isLossyPlain(source)) build.lossy = true;
  return resolvePlain(source);
}

function applyTag(build: Build, start: number, end: number, source: string, plain: boolean): Json {
  const tag = tagOf(build.source.slice(start, end));
  if (tag === undefined) return source;
  if (typeof tag === 'string') return wrap(tag, plain ? buildPlain(build, source) : source);
  const value = buildPlain(build, source);
  return tag.fits(value) ? value : wrap(tag.name, source);
}

function wrap(tag: ReturnType<typeof tagOf>, value: Json): Json {
  if (typeof tag !== 'string') return value;
  const wrapped: JsonObject = {};
  setOwn(wrapped, tag, value);
  return wrapped;
}

function buildSequence(build: Build): Json[] {
  const items: Json[] = [];
  while (build.events[build.next]!.type !== EVENT_ID.POP) items.push(buildNode(build));
  build.next += 1;
  return items;
}

function buildMapping(build: Build): JsonObject {
  const object: JsonObject = {};
  let merged: Set<string> | undefined;
  for (;;) {
    const event = build.events[build.next]!;
    if (event.type === EVENT_ID.POP) break;
    let key: string;
    if (event.type === EVENT_ID.SCALAR && event.tagStart === -1 && event.anchorStart === -1) {
      build.next += 1;
      const source = getScalarValue(build.source, event);
      const plain = event.style === SCALAR_STYLE.PLAIN;
      if (plain && source === '<<') {
        merged ??= new Set();
        if (!merge(build, object, merged, buildNode(build))) repeatOrSet(build, object, merged, '<<', null);
        continue;
      }
      key = plain ? keyText(source) : source;
    } else {
      key = complexKey(build, event);
    }
    repeatOrSet(build, object, merged, key, buildNode(build));
  }
  build.next += 1;
  return object;
}

function repeatOrSet(
  build: Build,
  object: JsonObject,
  merged: Set<string> | undefined,
  key: string,
  value: Json,
): void {
  if (Object.hasOwn(object, key) && !merged?.delete(key)) build.repeated = true;
  setOwn(object, key, value);
}

/** `{{ name }}` reads as a mapping with a mapping as key: nobody means that, and most parsers refuse it. */
function complexKey(build: Build, event: Event): string {
  if (event.type === EVENT_ID.MAPPING && build.source.startsWith('{{', event.start - 1)) {
    throw new Stop(
      'complex-key',
      'a mapping stands where a key is expected',
      build.original(event.start - 1),
    );
  }
  const index = build.next;
  const key = buildNode(build);
  const name = typeof key === 'string' ? key : JSON.stringify(key);
  build.keyNames.set(index, name);
  return name;
}
