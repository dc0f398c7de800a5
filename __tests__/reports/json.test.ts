import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Arg } from '../../src/findings/finding.ts';
import { encodePath } from '../../src/model/path.ts';
import { jsonReport } from '../../src/reports/json.ts';
import { actionOutputs } from '../../src/reports/outputs.ts';
import { decision, finding, HOSTILE, hostile, incident, samples } from './samples.ts';

type Schema = { [keyword: string]: Schema | Schema[] | string | boolean | undefined };

const schema: Schema = JSON.parse(
  readFileSync(new URL('../../decision.schema.json', import.meta.url), 'utf8'),
);
const valid = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema);

const render = (value: Parameters<typeof jsonReport>[0]) => jsonReport(value, { color: false });

describe('the JSON report', () => {
  test.each(Object.keys(samples))('of %s follows the published schema, and loses nothing', (name) => {
    const published = JSON.parse(render(samples[name]!));
    valid(published);
    expect(valid.errors).toBeNull();
    expect(published).toEqual(samples[name]);
  });

  test('the example in the documentation follows the schema', () => {
    const page = readFileSync(new URL('../../docs/decision.md', import.meta.url), 'utf8');
    valid(JSON.parse(/```json\n([\s\S]*?)```/.exec(page)![1]!));
    expect(valid.errors).toBeNull();
  });

  test('the schema is closed and described', () => {
    const open: string[] = [];
    visit(schema, '#', (part, at) => {
      if (part.properties !== undefined && part.additionalProperties !== false) open.push(at);
    });
    expect(open).toEqual([]);
    for (const path of [
      '',
      '/counts',
      '/findings/0',
      '/findings/0/excerpt',
      '/changes/0',
      '/changes/0/keys/0',
    ]) {
      const wrong = JSON.parse(render(incident));
      const target = path
        .split('/')
        .slice(1)
        .reduce((value, key) => value[key], wrong);
      target.surprise = 1;
      expect([path, valid(wrong)]).toEqual([path, false]);
    }
    const undescribed = Object.entries(schema.properties as Schema).filter(
      ([name, member]) => (member as Schema).description === undefined && name !== 'counts',
    );
    expect(undescribed).toEqual([]);
  });

  test('does not depend on the order in which members and arguments were set', () => {
    const reversed = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(reversed);
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([key, member]) => [key, reversed(member)]),
      );
    };
    expect(render(reversed(incident) as typeof incident)).toBe(render(incident));
    expect(render(incident)).toMatch(/^\{\n {2}"version": 1,\n {2}"verdict": "fail",\n {2}"base"/);
  });

  test('is ASCII wherever text could mislead, and gives the bytes of a path back', () => {
    const text = render(hostile);
    expect(text).toContain('\\udcff\\udc80');
    expect(text).toContain('\\u202egnp');
    const bytes = JSON.parse(text).changes.map((change: { path: string }) => [...encodePath(change.path)]);
    expect(bytes).toContainEqual([...Buffer.from('config/'), 0xff, 0x80, ...Buffer.from('.yml')]);
  });
});

describe('the outputs of the Action', () => {
  test('are numbers and a list of the files that are no longer what they were', () => {
    expect(actionOutputs(incident)).toEqual({
      verdict: 'fail',
      errors: '2',
      warnings: '1',
      replaced: '["config/auth/production.yml"]',
      'replaced-count': '1',
    });
    const folding = finding('syntax-error', 'a.yml', {}, { folded: [finding('file-replaced', 'a.yml', {})] });
    expect(actionOutputs(decision({ findings: [folding, folding] })).replaced).toBe('["a.yml"]');
  });

  test('stay small and valid, and tell how many files there were', () => {
    const findings = Array.from({ length: 3_000 }, (_, index) =>
      finding('file-removed', `${HOSTILE.bytes}/${'é'.repeat(60)}/${index}`, { content: '' satisfies Arg }),
    );
    const outputs = actionOutputs(decision({ findings }));
    const paths: string[] = JSON.parse(outputs.replaced!);
    expect(Buffer.byteLength(outputs.replaced!)).toBeLessThanOrEqual(100_000);
    expect(paths.length).toBeGreaterThan(400);
    expect(paths).toEqual(findings.slice(0, paths.length).map((found) => found.path));
    expect(outputs['replaced-count']).toBe('3000');
  });
});

function visit(part: Schema, at: string, visitor: (part: Schema, at: string) => void): void {
  visitor(part, at);
  for (const [key, member] of Object.entries(part)) {
    if (typeof member === 'object' && member !== null && !Array.isArray(member)) {
      visit(member, `${at}/${key}`, visitor);
    }
  }
}
