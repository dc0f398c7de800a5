import { describe, expect, test } from '@jest/globals';
import { defaultPolicy } from '../../src/policy/defaults.ts';
import { addInputs, policyFromInputs } from '../../src/policy/inputs.ts';

const SHA = 'B'.repeat(64);
const none = { protect: [], freeze: [], sensitive: [], identity: {} };

test('inputs become a policy', () => {
  const inputs = {
    criticalFiles: [' config/** ', '', '!config/*.md'],
    schemas: ['config/*.yml=./schemas/a.json', `a\\=b.yml = https://example.com/s?v=1 sha256=${SHA}`],
  };
  expect(policyFromInputs(inputs)).toEqual({
    ok: true,
    value: {
      origin: { kind: 'inputs' },
      critical: [{ ...none, id: 'inputs.critical-files', files: ['config/**', '!config/*.md'] }],
      schemas: [
        {
          ...none,
          id: 'inputs.schemas[0]',
          files: ['config/*.yml'],
          schema: { kind: 'path', path: 'schemas/a.json' },
        },
        {
          ...none,
          id: 'inputs.schemas[1]',
          files: ['a\\=b.yml'],
          schema: { kind: 'url', url: 'https://example.com/s?v=1', sha256: SHA.toLowerCase() },
        },
      ],
      environments: [],
      schemaHosts: [],
    },
  });
});

test('inputs are added to the rules of a policy, whose hosts hold for them too', () => {
  const own = { ...none, id: 'critical[0]', files: ['a'] };
  const policy = { ...defaultPolicy(), critical: [own], schemaHosts: ['example.com'], warnOnly: true };
  const added = addInputs(policy, { criticalFiles: ['b'], schemas: ['c=https://example.com/s'] });
  expect(added).toMatchObject({
    ok: true,
    value: { warnOnly: true, critical: [own, { files: ['b'] }], schemas: [{ files: ['c'] }] },
  });
  expect(policy.critical).toEqual([own]);
});

describe('faulty inputs are refused', () => {
  test.each<[string[], string[], string]>([
    [[], [], 'policy-empty'],
    [['', ' '], [''], 'policy-empty'],
    [['/etc/x'], [], 'policy-glob'],
    [['!a'], [], 'policy-glob'],
    [[], ['a.yml'], 'policy-schema'],
    [[], ['=s.json'], 'policy-schema'],
    [[], ['a='], 'policy-schema'],
    [[], ['a= sha256=12'], 'policy-schema'],
    [[], ['!a=s.json'], 'policy-glob'],
    [[], ['a=s.json sha256=12'], 'policy-schema'],
    [[], [`a=s.json sha256=${SHA}`], 'policy-schema'],
    [[], ['a=https://example.com/s'], 'policy-schema'],
    [[], ['a=http://example.com/s'], 'policy-schema'],
    [[], ['a=file:///etc/passwd'], 'policy-schema'],
    [[], ['a=https://u:p@example.com/s'], 'policy-schema'],
  ])('%j %j: %s', (criticalFiles, schemas, code) => {
    expect(policyFromInputs({ criticalFiles, schemas })).toMatchObject({ ok: false, problem: { code } });
  });
});
