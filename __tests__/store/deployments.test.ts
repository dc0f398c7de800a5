import { describe, expect, test } from '@jest/globals';
import {
  type Deployment,
  holdOn,
  neededBy,
  OUTCOMES,
  outdated,
  readDeployment,
  STAGES,
  writeDeployment,
} from '../../src/store/deployments.ts';
import { seal } from '../../src/store/seal.ts';
import { sampleDeployment, sampleId } from './samples.ts';

const COMMIT = 'a'.repeat(40);

describe('the record', () => {
  test('is read as it was written, whatever its stage and outcome', () => {
    for (const stage of STAGES) {
      for (const outcome of [null, ...OUTCOMES]) {
        const deployment = sampleDeployment({ stage, outcome });
        expect(readDeployment(writeDeployment(deployment))).toEqual({ ok: true, value: deployment });
      }
    }
  });

  test.each<[string, object]>([
    ['a version', { version: 2 }],
    ['an id', { id: 'x' }],
    ['a stage', { stage: 'paused' }],
    ['a root', { root: '../etc' }],
    ['a snapshot', { before: 'latest' }],
    ['a process', { process: { pid: -1, started: null, boot: '', namespace: '' } }],
    ['a service', { services: [{ name: 'auth', probes: [{}] }] }],
    ['services', { services: [7] }],
    ['a finding', { findings: [{ code: 'x', severity: 'fatal', path: null, service: null, args: {} }] }],
    ['a field', { extra: true }],
  ])('is refused with %s of another kind', (_, odd) => {
    const bytes = seal({ ...sampleDeployment(), ...odd });
    expect(readDeployment(bytes)).toMatchObject({ ok: false, problem: { code: 'deployment-invalid' } });
  });

  test('is damaged when a bit of it is another one', () => {
    const bytes = Buffer.from(writeDeployment(sampleDeployment()));
    bytes[40]! ^= 1;
    expect(readDeployment(bytes)).toMatchObject({ ok: false, problem: { code: 'damaged' } });
  });
});

describe('a hold', () => {
  const held = (id: number, more: Partial<Deployment> = {}) =>
    sampleDeployment({ id: sampleId(id), commit: COMMIT, environment: 'production', held: true, ...more });

  test('is that of the newest deployment of this commit to this environment which nobody has lifted', () => {
    const lifted = { at: '2026-01-31T12:00:00.000Z', reason: 'mended' };
    const all = [
      held(1),
      held(2),
      held(3, { lifted }),
      held(4, { environment: null }),
      held(5, { held: false }),
    ];
    expect(holdOn(all, 'production', COMMIT)?.id).toBe(sampleId(2));
    expect(holdOn(all, null, COMMIT)?.id).toBe(sampleId(4));
    expect(holdOn(all, 'canary', COMMIT)).toBeUndefined();
    expect(holdOn(all, 'production', 'b'.repeat(40))).toBeUndefined();
    expect(holdOn([held(1, { commit: null })], 'production', null)).toBeUndefined();
  });

  test('keeps its record when older ones go', () => {
    const many = Array.from({ length: 120 }, (_, index) => held(index, { held: index === 3 }));
    const going = outdated(many);
    expect(going).toHaveLength(19);
    expect(going).not.toContain(sampleId(3));
    expect(outdated([...many.slice(0, 50), held(500, { stage: 'running' })])).toEqual([]);
  });
});

test('an unfinished deployment needs its snapshots', () => {
  const [before, made] = [sampleId(7), sampleId(8)];
  const running = sampleDeployment({ stage: 'running', before, made });
  expect([...neededBy([running, sampleDeployment({ before: sampleId(9) })])]).toEqual([before, made]);
});
