import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseDocument, type YAMLMap, type YAMLSeq } from 'yaml';
import { fixtureSteps } from '../../scripts/fixture.ts';
import { openAll } from '../../src/diff/embedded.ts';
import { embeddedReader } from '../../src/documents/embedded.ts';
import { readDocument } from '../../src/documents/read.ts';
import type { Finding } from '../../src/findings/finding.ts';
import { isObject, type Json } from '../../src/model/json.ts';
import { globMatcher } from '../../src/policy/globs.ts';
import { htmlReport } from '../../src/reports/html/index.ts';
import { reports } from '../../src/reports/index.ts';
import type { Decision } from '../../src/verdict/decision.ts';
import { checkFixture } from '../helpers/fixtures.ts';

const ROOT = join(import.meta.dirname, '../fixtures/checks');
const SOURCE = join(import.meta.dirname, '../../src');
/** Characters of a part of a secret; shorter ones stand in every text. */
const PART = 4;

/** A key of a file, by its last name, and a value of it. */
type Leaf = { key: string; value: string };
/** `values` are those of files that a rule of the policy selects; `rest` is all that everybody may read. */
type Fixture = {
  name: string;
  directory: string;
  policy: string;
  values: Leaf[];
  words: string[];
  rest: string[];
};

const names = readdirSync(ROOT)
  .flatMap((check) => readdirSync(join(ROOT, check)).map((name) => join(check, name)))
  .filter((name) => existsSync(join(ROOT, name, 'policy.yml')))
  .filter((name) => rulesOf(readFileSync(join(ROOT, name, 'policy.yml'), 'utf8')).length > 0);

const fixtures = new Map<string, Fixture>();
beforeAll(async () => {
  // One after the other: a parser that is imported twice at the same time is not found.
  for (const name of names) fixtures.set(name, await readFixture(name));
});

async function readFixture(name: string): Promise<Fixture> {
  const directory = join(ROOT, name);
  const policy = readFileSync(join(directory, 'policy.yml'), 'utf8');
  const fixture: Fixture = { name, directory, policy, values: [], words: [], rest: [policy] };
  const isSelected = globMatcher(
    rulesOf(policy).flatMap((rule) => [(rule.toJSON() as { files: string | string[] }).files].flat()),
  );
  for (const step of await fixtureSteps(directory)) {
    fixture.rest.push(step.message);
    for (const path of filesIn(step.directory)) {
      fixture.rest.push(path);
      const bytes = readFileSync(join(step.directory, path));
      if (isSelected(path)) await addFile(fixture, path, bytes);
      else fixture.rest.push(bytes.toString('latin1'));
    }
  }
  return fixture;
}

async function addFile(fixture: Fixture, path: string, bytes: Buffer): Promise<void> {
  const document = await readDocument({ path, mode: 'file' }, { id: '', bytes });
  if (document.kind === 'parsed') {
    const opened = await openAll(document, embeddedReader(), () => false);
    for (const value of opened.values) addLeaves(fixture, value, '');
  } else if ('text' in document && document.text !== undefined) {
    for (const line of document.text.split('\n')) {
      const [first = '', ...others] = line.trim().split(/\s+/);
      fixture.rest.push(first);
      fixture.words.push(...others);
    }
  }
}

function addLeaves(fixture: Fixture, value: Json, key: string): void {
  if (Array.isArray(value)) for (const item of value) addLeaves(fixture, item, key);
  else if (isObject(value)) {
    fixture.rest.push(...Object.keys(value), Object.keys(value).join('.'));
    // The documents of a stream are told apart by what Kubernetes calls them.
    const { kind, metadata } = value;
    if (isObject(metadata)) fixture.rest.push([kind, metadata.namespace, metadata.name].join('/'));
    for (const name of Object.keys(value)) addLeaves(fixture, value[name]!, name);
  } else if (typeof value === 'string' || typeof value === 'number') {
    fixture.values.push({ key, value: String(value) });
  }
}

function filesIn(directory: string, below = ''): string[] {
  return readdirSync(join(directory, below), { withFileTypes: true }).flatMap((entry) => {
    const path = join(below, entry.name);
    return entry.isDirectory() ? filesIn(directory, path) : entry.isFile() ? [path] : [];
  });
}

function rulesOf(policy: string): YAMLMap[] {
  const rules = parseDocument(policy).get('critical') as YAMLSeq<YAMLMap> | undefined;
  return rules?.items ?? [];
}

/** The fixture's policy, in which every rule hides these keys. */
function hiding(policy: string, patterns: string[]): string {
  const document = parseDocument(policy);
  const rules = document.get('critical') as YAMLSeq<YAMLMap>;
  for (const rule of rules.items) rule.set('sensitive', document.createNode(patterns));
  return String(document);
}

function partsOf(texts: Iterable<string>, parts = new Set<string>()): Set<string> {
  for (const text of texts)
    for (let at = 0; at + PART <= text.length; at++) {
      const part = text.slice(at, at + PART);
      if (/^[\w-]+$/.test(part)) parts.add(part);
    }
  return parts;
}

/** Words of Holdfast itself in a decision, and digests: they say nothing about a value. */
const OWN = new Set(
  'failOn check severity status rule format fingerprint base head content policy how kind doubt code relation keyword reason hint schemaKey expected actual side'.split(
    ' ',
  ),
);

/** Every text of a decision that may come from a file, and every number that is a value. */
function toldIn(value: unknown, name = '', found: string[] = []): string[] {
  if (typeof value === 'string' || (typeof value === 'number' && /^(before|after|value)$/.test(name)))
    found.push(String(value));
  else if (Array.isArray(value)) for (const item of value) toldIn(item, name, found);
  else if (typeof value === 'object' && value !== null)
    for (const [key, item] of Object.entries(value))
      if (!OWN.has(key) || typeof item === 'object') toldIn(item, key, found);
  return found;
}

/** Lines that every report has. */
const alike = new Set<string>();

/** All that leaves, without digests, and without what leaves of any decision. */
function everyReport(decision: Decision): string {
  if (alike.size === 0) {
    const nothing = { ...decision, findings: [], changes: [], notLookedAt: [] };
    for (const line of linesOf(nothing)) alike.add(line);
  }
  const lines = linesOf(decision).filter((line) => !alike.has(line));
  return lines.join('\n').replace(/\b[0-9a-f]{8,64}\b/g, '');
}

function linesOf(decision: Decision): string[] {
  const all = Object.values(reports).map((report) => report(decision, { color: false }));
  return [...all, htmlReport(decision)].flatMap((text) => text.split('\n'));
}

/** The words of the reports and of the checks. */
const WORDS = partsOf(
  ['checks', 'reports', 'findings', 'verdict', 'scripts/rules'].flatMap((stage) =>
    filesIn(join(SOURCE, stage)).map((file) => readFileSync(join(SOURCE, stage, file), 'utf8')),
  ),
);

/** The parts of secrets that a decision, or a report of it, tells; each with the text that tells it. */
function leaksIn(decision: Decision, secrets: readonly string[], rest: readonly string[]): string[] {
  const open = partsOf(rest);
  const closed = [...partsOf(secrets)].filter((part) => !open.has(part));
  const [told, shown] = [toldIn(decision).join('\n'), everyReport(decision)];
  return closed.flatMap((part) => {
    const at = told.indexOf(part);
    if (at !== -1) return [`${part} in ${told.slice(told.lastIndexOf('\n', at) + 1).split('\n', 1)}`];
    return !WORDS.has(part) && shown.includes(part) ? [`${part} in a report`] : [];
  });
}

/** A finding's fingerprint, and those of its consequences. */
function marksOf({ fingerprint, folded = [] }: Finding): string[] {
  return [fingerprint, ...folded.flatMap(marksOf)];
}

describe('no part of a hidden value leaves', () => {
  test.each(names)('all hidden: %s', async (name) => {
    const { directory, policy, values, words, rest } = fixtures.get(name)!;
    const decision = await checkFixture(directory, hiding(policy, ['**']));
    const secrets = [...values.map(({ value }) => value), ...words];
    expect(leaksIn(decision, secrets, rest)).toEqual([]);
    const marks = decision.findings.flatMap(marksOf);
    expect(marks.filter((mark, index) => marks.indexOf(mark) < index)).toEqual([]);
  });

  test('one key hidden', async () => {
    const picks = [...fixtures.values()].flatMap((fixture) =>
      [...new Set(fixture.values.map(({ key }) => key))]
        .filter((key) => /^[\w-]{2,}$/.test(key))
        .map((key) => ({ fixture, key })),
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...picks), async ({ fixture, key }) => {
        const { directory, policy, values, rest } = fixture;
        const decision = await checkFixture(directory, hiding(policy, [`**.${key}`]));
        const secrets = new Set(values.filter((leaf) => leaf.key === key).map(({ value }) => value));
        const others = values.map(({ value }) => value).filter((value) => !secrets.has(value));
        expect(leaksIn(decision, [...secrets], [...rest, ...others])).toEqual([]);
      }),
      { seed: 20261128, numRuns: 60, endOnFailure: true },
    );
  }, 120_000);
});
