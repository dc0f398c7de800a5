import { describe, expect, test } from '@jest/globals';
import { sarifReport } from '../../src/reports/sarif.ts';
import { described } from '../../src/verdict/catalog.ts';
import type { Decision } from '../../src/verdict/decision.ts';
import { decision, finding, HOSTILE, hostile, huge, incident, inconclusive } from './samples.ts';

const run = (value: Decision) => {
  const log = JSON.parse(sarifReport(value, { color: false }));
  expect([log.version, log.runs.length]).toEqual(['2.1.0', 1]);
  return log.runs[0];
};

describe('the SARIF report', () => {
  test('has a rule per check, and results that point into them', () => {
    const { tool, results, columnKind } = run(incident);
    expect(tool.driver.rules.map((rule: { id: string }) => rule.id)).toEqual(described.map(({ id }) => id));
    for (const rule of tool.driver.rules) {
      expect(rule.name).toMatch(/^[A-Z][A-Za-z0-9]+$/);
      expect(rule.shortDescription.text).not.toBe('');
      expect(rule.help.markdown).not.toBe('');
    }
    expect(columnKind).toBe('utf16CodeUnits');
    for (const [index, result] of results.entries()) {
      expect(tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId);
      expect(result.partialFingerprints).toEqual({ 'holdfast/v1': incident.findings[index]!.fingerprint });
    }
    expect(results.map((result: { level: string }) => result.level)).toEqual(['error', 'error', 'warning']);
    expect(results[1].locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: 'deploy/values/auth.yaml', uriBaseId: '%SRCROOT%' },
      region: { startLine: 14, startColumn: 3 },
    });
  });

  test('a line of the old file is no region, a notice is a note', () => {
    const old = finding(
      'key-removed',
      'a.yml',
      { pattern: 'a' },
      { severity: 'notice', line: 3, side: 'before' },
    );
    const [result] = run(decision({ findings: [old] })).results;
    expect(result.level).toBe('note');
    expect(result.locations[0].physicalLocation.region).toBeUndefined();
  });

  test('paths are relative URIs, byte for byte, and messages have no links', () => {
    const { results } = run(hostile);
    const uris: string[] = results.map(
      (result: { locations: { physicalLocation: { artifactLocation: { uri: string } } }[] }) =>
        result.locations[0]!.physicalLocation.artifactLocation.uri,
    );
    expect(uris).toContain('config/%FF%80.yml');
    for (const uri of uris) expect(uri).toMatch(/^(?:[A-Za-z0-9._~/-]|%[0-9A-F]{2})+$/);
    expect(uris.map(decode)).toContain(HOSTILE.newline);
    for (const { message } of results) expect(message.text).not.toContain('](');
  });

  test('what was not looked at is a notification, and the run did not succeed', () => {
    const [invocation] = run(inconclusive).invocations;
    expect(invocation.executionSuccessful).toBe(false);
    expect(
      invocation.toolExecutionNotifications.map((item: { level: string; descriptor: { id: string } }) => [
        item.level,
        item.descriptor.id,
      ]),
    ).toEqual([
      ['error', 'too-large'],
      ['note', 'template'],
    ]);
    expect(run(incident).invocations[0]).toEqual({
      executionSuccessful: true,
      toolExecutionNotifications: [],
    });
  });

  test('5,000 results at most, the worst ones, and the rest is counted', () => {
    const { results, invocations } = run(huge);
    expect(results).toHaveLength(5_000);
    expect(results[0].level).toBe('error');
    const [note] = invocations[0].toolExecutionNotifications;
    expect(note.descriptor.id).toBe('results-left-out');
    expect(note.message.text).toMatch(/^200 /);
  });
});

function decode(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
