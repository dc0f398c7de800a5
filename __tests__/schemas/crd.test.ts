import { expect, test } from '@jest/globals';
import type { Judgement } from '../../src/schemas/judgement.ts';
import { at, parse, problemOf, schemasOf } from './support.ts';

const SPEC = `
          type: object
          required: [size, mode]
          properties:
            size: { type: integer, minimum: 1, exclusiveMinimum: true }
            mode: { type: string, default: safe }
            note: { type: string, nullable: true }
            port: { x-kubernetes-int-or-string: true }
            wait: { type: string, format: duration }
            kind: { type: string, format: acme-kind }
            tags: { type: array, x-kubernetes-list-type: set, items: { type: string } }
            free: { type: object, x-kubernetes-preserve-unknown-fields: true }`;

const crd = (more = '') => `
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: caches.acme.example }
spec:
  group: acme.example
  names: { kind: Cache, plural: caches }
  scope: Namespaced
  versions:
  - name: v1
    served: true
    storage: true
    schema:
      openAPIV3Schema:
        type: object
        properties:
         spec: ${SPEC}
  - name: v1beta1
    served: true
    storage: false
    schema: { openAPIV3Schema: { type: object, properties: { spec: { type: object, required: [memory] } } } }
  - name: v1alpha1
    served: false
    storage: false
    schema: { openAPIV3Schema: { type: object } }
${more}`;

async function judge(
  document: object,
  files: Record<string, string> = { 'cache.yaml': crd() },
): Promise<Judgement> {
  const [name] = Object.keys(files);
  const after = await parse(JSON.stringify(document));
  return (await schemasOf(files).judge([{ source: at(name!), document: after }]))[0]!;
}

const cache = (spec: object, version = 'v1', kind = 'Cache') => ({
  apiVersion: `acme.example/${version}`,
  kind,
  metadata: { name: 'x' },
  spec,
});

/** `key keyword`, in order. */
async function wrong(document: object): Promise<string[]> {
  const judgement = await judge(document);
  if (judgement.kind === 'inconclusive') throw new Error(judgement.problem.message);
  return judgement.kind === 'valid'
    ? []
    : judgement.violations.map(({ key, keyword }) => `${key} ${keyword}`);
}

test('a document is judged by the version that it names', async () => {
  expect(await wrong(cache({ size: 2 }))).toEqual([]);
  expect(await wrong(cache({ size: 2 }, 'v1beta1'))).toEqual(['/spec required']);
  expect(await wrong(cache({ memory: 1 }, 'v1beta1'))).toEqual([]);
});

test('another kind, an unserved or unknown version, or none is told', async () => {
  expect(await wrong(cache({}, 'v1alpha1'))).toEqual(['/apiVersion enum']);
  expect(await wrong(cache({ size: 2 }, 'v2'))).toEqual(['/apiVersion enum']);
  expect(await wrong(cache({ size: 2 }, 'v1', 'Cash'))).toEqual(['/kind const']);
  expect(await wrong({ spec: { size: 2 } })).toEqual([' required', ' required']);
});

test("Kubernetes' own keywords count as in a cluster", async () => {
  expect(await wrong(cache({ size: 1 }))).toEqual(['/spec/size exclusiveMinimum']);
  expect(
    await wrong(cache({ size: 2, note: null, port: '80%', wait: '1h30m', kind: 'any', free: { x: 1 } })),
  ).toEqual([]);
  expect(await wrong(cache({ size: 2, port: 8080, mode: 'fast', tags: ['a', 'b'] }))).toEqual([]);
  expect(await wrong(cache({ size: 2, port: true }))).toEqual(['/spec/port type']);
  expect(await wrong(cache({ size: 2, tags: ['a', 'a'] }))).toEqual(['/spec/tags/1 uniqueItems']);
  expect(await wrong(cache({ size: '2' }))).toEqual(['/spec/size type']);
});

test('JSON is as good as YAML, and places lead into the definition', async () => {
  const { default: yaml } = await import('yaml');
  const json = JSON.stringify(yaml.parse(crd()));
  expect(await judge(cache({ size: 0 }), { 'cache.json': json })).toMatchObject({
    kind: 'invalid',
    violations: [
      { schemaKey: expect.stringContaining('/spec/versions/0/schema/openAPIV3Schema/properties/spec') },
    ],
  });
});

test('rules of each version stand for themselves', async () => {
  const text = crd().replace(
    'required: [memory]',
    'required: [memory], x-kubernetes-validations: [{rule: "self.memory >= oldSelf.memory"}]',
  );
  const schemas = schemasOf({ 'cache.yaml': text });
  const rules = async (version: string, now: number, then: number) => {
    const [after, before] = await Promise.all(
      [now, then].map((memory) => parse(JSON.stringify(cache({ memory, size: 2 }, version)))),
    );
    const judged = await schemas.judgeRules({
      source: at('cache.yaml'),
      before,
      after: after!,
      mask: (json) => json,
    });
    return judged.violations.map(({ key }) => key);
  };
  expect(await rules('v1beta1', 1, 2)).toEqual(['/spec']);
  expect(await rules('v1', 1, 2)).toEqual([]);
});

test('what is wrong with a definition is told with its place', async () => {
  const misspelt = crd().replace('minimum: 1', 'minimun: 1');
  expect(await problemOf({ 'c.yaml': misspelt }, 'c.yaml')).toMatchObject({
    code: 'schema-keyword',
    place: { line: 21 },
  });
  const old = crd().replace('apiextensions.k8s.io/v1', 'apiextensions.k8s.io/v1beta1');
  expect(await problemOf({ 'c.yaml': old }, 'c.yaml')).toMatchObject({ code: 'schema-keyword' });
  const rule = crd().replace(
    'type: integer',
    'type: integer, x-kubernetes-validations: [{rule: "sefl > 1"}]',
  );
  expect(await problemOf({ 'c.yaml': rule }, 'c.yaml')).toMatchObject({
    code: 'schema-rule',
    place: { line: 21 },
  });
});

test('a definition without versions fits nothing', async () => {
  const bare = {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    spec: { group: 'g', names: { kind: 'K' } },
  };
  const judgement = await judge({ apiVersion: 'g/v1', kind: 'K' }, { 'c.json': JSON.stringify(bare) });
  expect(judgement.kind).not.toBe('valid');
});
