import type { Json } from '../model/json.ts';
import type { SchemaFile } from './catalog.ts';
import type { Draft } from './keywords.ts';

type Module = Promise<{ default: unknown }>;

/** The drafts' own meta-schemas, for schemas that refer to them; they come with ajv. */
const META_SCHEMAS: Readonly<Record<string, { draft: Draft; load: () => Module }>> = {
  'json-schema.org/draft-04/schema': {
    draft: 4,
    load: () => import('ajv-draft-04/dist/refs/json-schema-draft-04.json', { with: { type: 'json' } }),
  },
  'json-schema.org/draft-06/schema': {
    draft: 6,
    load: () => import('ajv/dist/refs/json-schema-draft-06.json', { with: { type: 'json' } }),
  },
  'json-schema.org/draft-07/schema': {
    draft: 7,
    load: () => import('ajv/dist/refs/json-schema-draft-07.json', { with: { type: 'json' } }),
  },
  'json-schema.org/draft/2019-09/schema': {
    draft: 2019,
    load: () => import('ajv/dist/refs/json-schema-2019-09/schema.json', { with: { type: 'json' } }),
  },
  'json-schema.org/draft/2019-09/meta/applicator': {
    draft: 2019,
    load: () => import('ajv/dist/refs/json-schema-2019-09/meta/applicator.json', { with: { type: 'json' } }),
  },
  'json-schema.org/draft/2019-09/meta/content': {
    draft: 2019,
    load: () => import('ajv/dist/refs/json-schema-2019-09/meta/content.json', { with: { type: 'json' } }),
  },
  'json-schema.org/draft/2019-09/meta/core': {
    draft: 2019,
    load: () => import('ajv/dist/refs/json-schema-2019-09/meta/core.json', { with: { type: 'json' } }),
  },
  'json-schema.org/draft/2019-09/meta/format': {
    draft: 2019,
    load: () => import('ajv/dist/refs/json-schema-2019-09/meta/format.json', { with: { type: 'json' } }),
  },
  'json-schema.org/draft/2019-09/meta/meta-data': {
    draft: 2019,
    load: () => import('ajv/dist/refs/json-schema-2019-09/meta/meta-data.json', { with: { type: 'json' } }),
  },
  'json-schema.org/draft/2019-09/meta/validation': {
    draft: 2019,
    load: () => import('ajv/dist/refs/json-schema-2019-09/meta/validation.json', { with: { type: 'json' } }),
  },
  'json-schema.org/draft/2020-12/schema': {
    draft: 2020,
    load: () => import('ajv/dist/refs/json-schema-2020-12/schema.json', { with: { type: 'json' } }),
  },
  'json-schema.org/draft/2020-12/meta/applicator': {
    draft: 2020,
    load: () => import('ajv/dist/refs/json-schema-2020-12/meta/applicator.json', { with: { type: 'json' } }),
  },
  'json-schema.org/draft/2020-12/meta/content': {
    draft: 2020,
    load: () => import('ajv/dist/refs/json-schema-2020-12/meta/content.json', { with: { type: 'json' } }),
  },
  'json-schema.org/draft/2020-12/meta/core': {
    draft: 2020,
    load: () => import('ajv/dist/refs/json-schema-2020-12/meta/core.json', { with: { type: 'json' } }),
  },
  'json-schema.org/draft/2020-12/meta/format-annotation': {
    draft: 2020,
    load: () =>
      import('ajv/dist/refs/json-schema-2020-12/meta/format-annotation.json', { with: { type: 'json' } }),
  },
  'json-schema.org/draft/2020-12/meta/meta-data': {
    draft: 2020,
    load: () => import('ajv/dist/refs/json-schema-2020-12/meta/meta-data.json', { with: { type: 'json' } }),
  },
  'json-schema.org/draft/2020-12/meta/unevaluated': {
    draft: 2020,
    load: () => import('ajv/dist/refs/json-schema-2020-12/meta/unevaluated.json', { with: { type: 'json' } }),
  },
  'json-schema.org/draft/2020-12/meta/validation': {
    draft: 2020,
    load: () => import('ajv/dist/refs/json-schema-2020-12/meta/validation.json', { with: { type: 'json' } }),
  },
};

/** The meta-schema with this URI, if it is one of a supported draft. */
export async function metaSchema(uri: string): Promise<SchemaFile | undefined> {
  const name = uri.replace(/^https?:\/\//, '');
  if (!Object.hasOwn(META_SCHEMAS, name)) return undefined;
  const { draft, load } = META_SCHEMAS[name]!;
  const value = (await load()).default as Json;
  return { source: { kind: 'url', url: uri }, name: uri, uri, draft, value, place: () => undefined };
}
