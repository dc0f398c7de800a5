/** A JSON Schema draft that Holdfast judges by. */
export type Draft = 4 | 6 | 7 | 2019 | 2020;

/** What a keyword's value has to be. Shapes with schemas inside are walked. */
export type Shape =
  | 'schema'
  | 'schemas'
  | 'schema-map'
  | 'definitions'
  | 'schema-or-schemas'
  | 'dependencies'
  | 'number'
  | 'positive-number'
  | 'count'
  | 'boolean'
  | 'string'
  | 'strings'
  | 'strings-map'
  | 'pattern'
  | 'type'
  | 'values'
  | 'any';

type Keyword = { shape: Shape; from?: Draft; until?: Draft };

/**
 * Every keyword with a meaning, by draft. Sources: the meta-schemas of draft-04, -06, -07, 2019-09 and
 * 2020-12 at json-schema.org. A keyword with two entries changed its shape between drafts.
 */
const KEYWORDS: Readonly<Record<string, readonly Keyword[]>> = {
  $schema: [{ shape: 'string' }],
  id: [{ shape: 'string', until: 4 }],
  $id: [{ shape: 'string', from: 6 }],
  $anchor: [{ shape: 'string', from: 2019 }],
  $ref: [{ shape: 'string' }],
  $recursiveRef: [{ shape: 'string', from: 2019, until: 2019 }],
  $recursiveAnchor: [{ shape: 'boolean', from: 2019, until: 2019 }],
  $dynamicRef: [{ shape: 'string', from: 2020 }],
  $dynamicAnchor: [{ shape: 'string', from: 2020 }],
  $vocabulary: [{ shape: 'any', from: 2019 }],
  $defs: [{ shape: 'definitions' }],
  definitions: [{ shape: 'definitions' }],
  type: [{ shape: 'type' }],
  enum: [{ shape: 'values' }],
  const: [{ shape: 'any', from: 6 }],
  multipleOf: [{ shape: 'positive-number' }],
  maximum: [{ shape: 'number' }],
  minimum: [{ shape: 'number' }],
  exclusiveMaximum: [
    { shape: 'boolean', until: 4 },
    { shape: 'number', from: 6 },
  ],
  exclusiveMinimum: [
    { shape: 'boolean', until: 4 },
    { shape: 'number', from: 6 },
  ],
  maxLength: [{ shape: 'count' }],
  minLength: [{ shape: 'count' }],
  pattern: [{ shape: 'pattern' }],
  format: [{ shape: 'string' }],
  maxItems: [{ shape: 'count' }],
  minItems: [{ shape: 'count' }],
  uniqueItems: [{ shape: 'boolean' }],
  maxContains: [{ shape: 'count', from: 2019 }],
  minContains: [{ shape: 'count', from: 2019 }],
  maxProperties: [{ shape: 'count' }],
  minProperties: [{ shape: 'count' }],
  required: [{ shape: 'strings' }],
  dependentRequired: [{ shape: 'strings-map', from: 2019 }],
  prefixItems: [{ shape: 'schemas', from: 2020 }],
  items: [
    { shape: 'schema-or-schemas', until: 2019 },
    { shape: 'schema', from: 2020 },
  ],
  additionalItems: [{ shape: 'schema', until: 2019 }],
  contains: [{ shape: 'schema', from: 6 }],
  properties: [{ shape: 'schema-map' }],
  patternProperties: [{ shape: 'schema-map' }],
  additionalProperties: [{ shape: 'schema' }],
  propertyNames: [{ shape: 'schema', from: 6 }],
  dependencies: [{ shape: 'dependencies' }],
  dependentSchemas: [{ shape: 'schema-map', from: 2019 }],
  unevaluatedItems: [{ shape: 'schema', from: 2019 }],
  unevaluatedProperties: [{ shape: 'schema', from: 2019 }],
  allOf: [{ shape: 'schemas' }],
  anyOf: [{ shape: 'schemas' }],
  oneOf: [{ shape: 'schemas' }],
  not: [{ shape: 'schema' }],
  if: [{ shape: 'schema', from: 7 }],
  // biome-ignore lint/suspicious/noThenProperty: the keyword's name
  then: [{ shape: 'schema', from: 7 }],
  else: [{ shape: 'schema', from: 7 }],
};

/** The shape that a keyword's value must have in this draft; `undefined` when the draft does not know it. */
export function shapeOf(keyword: string, draft: Draft): Shape | undefined {
  if (!Object.hasOwn(KEYWORDS, keyword)) return undefined;
  const entry = KEYWORDS[keyword]!.find(
    ({ from, until }) => draft >= (from ?? 4) && draft <= (until ?? 2020),
  );
  return entry?.shape;
}

/** The drafts that know a keyword which another draft does not. */
export function draftsWith(keyword: string): Draft[] {
  return ([4, 6, 7, 2019, 2020] as const).filter((draft) => shapeOf(keyword, draft) !== undefined);
}

export function keywordNames(draft: Draft): string[] {
  return Object.keys(KEYWORDS).filter((name) => shapeOf(name, draft) !== undefined);
}

/**
 * Keywords that describe and judge nothing, accepted in every draft.
 * Sources: the drafts' metadata and content vocabularies; the JSON Schema extensions of Visual Studio Code
 * (code.visualstudio.com/docs/languages/json, vscode-json-languageservice `JSONSchema`) and IntelliJ
 * (jetbrains.com/help/idea/json.html); json-schema-to-typescript; jsonschema2pojo; JSON Hyper-Schema; OpenAPI 3
 * schema objects; Taplo; and the keywords that SchemaStore allows for many of its schemas.
 */
const ANNOTATIONS: ReadonlySet<string> = new Set([
  // metadata and content vocabularies; `id` and `$id` outside their drafts name nothing
  '$comment',
  '$id',
  'contentEncoding',
  'contentMediaType',
  'contentSchema',
  'default',
  'deprecated',
  'description',
  'examples',
  'id',
  'readOnly',
  'title',
  'writeOnly',
  // Visual Studio Code
  'allowComments',
  'allowTrailingCommas',
  'defaultSnippets',
  'deprecationMessage',
  'doNotSuggest',
  'enumDescriptions',
  'enumDetails',
  'enumItemLabels',
  'enumSortTexts',
  'errorMessage',
  'markdownDeprecationMessage',
  'markdownDescription',
  'markdownEnumDescriptions',
  'order',
  'patternErrorMessage',
  'scope',
  'suggestSortText',
  // json-schema-to-typescript
  'tsEnumNames',
  'tsType',
  // OpenAPI 3 and its generators; `nullable` changes what is allowed and is not one of them
  'discriminator',
  'example',
  'externalDocs',
  'xml',
  // form generators
  'enumNames',
  'options',
  'propertyOrder',
  // jsonschema2pojo
  'existingJavaType',
  'javaEnumNames',
  'javaInterfaces',
  'javaName',
  'javaType',
  // JSON Hyper-Schema
  'links',
  // taplo
  'docs',
]);

export function isAnnotation(keyword: string): boolean {
  return ANNOTATIONS.has(keyword) || /^x-/i.test(keyword) || keyword.startsWith('//');
}

export function annotationNames(): string[] {
  return [...ANNOTATIONS];
}
