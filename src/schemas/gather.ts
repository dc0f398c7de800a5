import { isObject } from '../model/json.ts';
import { child } from '../model/pointer.ts';
import { ok, type Problem, type Result, refuse } from '../model/problem.ts';
import { type Catalog, emptyCatalog, keyOf, type Node, type Reference, type SchemaFile } from './catalog.ts';
import { flawProblem, flawsOf } from './complain.ts';
import { definitionOf, withJsonSchemas } from './crd.ts';
import { DEFAULT_DRAFT } from './dialects.ts';
import { find } from './find.ts';
import { type Draft, shapeOf } from './keywords.ts';
import type { LoadSchema } from './load.ts';
import { leavesRoot, localSource, uriOf } from './local.ts';
import { metaSchema } from './meta.ts';
import { parseSchema } from './parse.ts';
import { type SchemaSource, sourceName } from './source.ts';
import { resolveUri, splitUri } from './uri.ts';
import { subschemas, walk } from './walk.ts';

/** A schema with everything that it refers to; `targets` gives the end of every reference. */
export type Gathered = {
  root: Node;
  reached: Set<Node>;
  catalog: Catalog;
  targets: Map<Reference, Node>;
  texts: string[];
  /** For a CustomResourceDefinition: the schema of each `apiVersion`. */
  versions?: ReadonlyMap<string, Node>;
};

/** One schema may bring in this many files; more is a mistake or an attack. */
const MOST_FILES = 200;

/** Loads a schema and, as far as references lead, the files beside it. */
export async function gather(source: SchemaSource, load: LoadSchema): Promise<Result<Gathered>> {
  const gathering: Gathering = { load, catalog: emptyCatalog(), targets: new Map(), texts: [] };
  const file = await open(gathering, source, uriOf(source), DEFAULT_DRAFT);
  if (!file.ok) return file;
  const { catalog, targets, texts } = gathering;
  const resource = definitionOf(file.value);
  if (resource !== undefined) walk(catalog, resource.file, '', resource.file.value, resource.file.uri, 7);
  const root = catalog.nodes.get(keyOf(resource?.file ?? file.value, ''));
  if (root === undefined) return refuse(flawProblem(catalog.flaws));
  const reached = await reach(gathering, root);
  if (!reached.ok) return reached;
  const flaws = flawsOf(catalog, reached.value, [...targets.values()]);
  if (flaws.length > 0) return refuse(flawProblem(flaws));
  const versions =
    resource && new Map(resource.versions.map(([name, key]) => [name, catalog.nodes.get(key)!]));
  return ok({ root, reached: reached.value, catalog, targets, texts, ...(versions && { versions }) });
}

/** Every schema that can take part in a judgement. What nobody refers to is neither followed nor criticised. */
async function reach(gathering: Gathering, root: Node): Promise<Result<Set<Node>>> {
  const { catalog, targets } = gathering;
  const reached = new Set<Node>([root]);
  for (const node of reached) {
    for (const reference of catalog.references.get(node) ?? []) {
      const target = await follow(gathering, reference);
      if (!target.ok) return target;
      targets.set(reference, target.value);
      reached.add(target.value);
      if (reference.keyword === '$ref') continue;
      for (const anchors of catalog.dynamic.values())
        for (const anchor of anchors.values()) reached.add(anchor);
    }
    for (const [keyword, value] of Object.entries(isObject(node.schema) ? node.schema : {})) {
      const shape = shapeOf(keyword, node.draft);
      if (shape === undefined || shape === 'definitions') continue;
      for (const [pointer] of subschemas(shape, child(node.pointer, keyword), value)) {
        const inner = catalog.nodes.get(keyOf(node.file, pointer));
        if (inner !== undefined) reached.add(inner);
      }
    }
  }
  return ok(reached);
}

type Gathering = {
  load: LoadSchema;
  catalog: Catalog;
  targets: Map<Reference, Node>;
  texts: string[];
};

async function open(
  gathering: Gathering,
  source: SchemaSource,
  uri: string,
  draft: Draft,
): Promise<Result<SchemaFile>> {
  if (gathering.texts.length >= MOST_FILES) {
    return refuse({
      code: 'schema-refused',
      message: `The schema needs more than ${MOST_FILES} files; ${sourceName(source)} is one too many.`,
      hint: 'Bundle the schema into fewer files.',
    });
  }
  const loaded = await gathering.load(source);
  if (!loaded.ok) return loaded;
  const parsed = await parseSchema(source, uri, loaded.value, draft);
  const file = parsed.ok ? ok(withJsonSchemas(parsed.value)) : parsed;
  if (!file.ok) return file;
  gathering.texts.push(uri, loaded.value.text);
  walk(gathering.catalog, file.value, '', file.value.value, uri, file.value.draft);
  return file;
}

async function follow(gathering: Gathering, reference: Reference): Promise<Result<Node>> {
  const { node, ref } = reference;
  const uri = resolveUri(node.base, ref);
  if (uri === undefined) return refuse(unresolved(reference, `\`${ref}\` is not a URI reference`));
  if (leavesRoot(node.base, ref)) {
    return refuse(unresolved(reference, `\`${ref}\` leads out of the repository`));
  }
  const { document, fragment } = splitUri(uri);
  const { catalog } = gathering;
  if (!catalog.resources.has(document)) {
    const brought = await bring(gathering, reference, document);
    if (!brought.ok) return brought;
  }
  const target = find(catalog, document, fragment);
  return target === undefined ? refuse(unresolved(reference, `\`${ref}\` leads to nothing`)) : ok(target);
}

/** Loads the file that holds a resource and registers it under the URI that was asked for. */
async function bring(gathering: Gathering, reference: Reference, document: string): Promise<Result<true>> {
  const { node } = reference;
  const { catalog } = gathering;
  const meta = await metaSchema(document);
  if (meta !== undefined) {
    walk(catalog, meta, '', meta.value, document, meta.draft);
    return ok(true);
  }
  const local = localSource(catalog, node.file, document);
  let missing: Problem | undefined;
  if (local !== undefined) {
    const file = await open(gathering, local, uriOf(local), node.draft);
    if (file.ok) {
      alias(catalog, file.value, document);
      return ok(true);
    }
    if (file.problem.code !== 'schema-missing') return file;
    missing = file.problem;
  }
  if (document.startsWith('https:')) {
    const source: SchemaSource = { kind: 'url', url: document };
    const file = await open(gathering, source, document, node.draft);
    if (file.ok || missing === undefined) return file.ok ? ok(true) : refuse(at(reference, file.problem));
  }
  if (missing !== undefined) return refuse(at(reference, { ...missing, code: 'schema-ref' }));
  return refuse(
    unresolved(reference, `\`${reference.ref}\` is neither a file of the repository nor an https URL`),
  );
}

function alias(catalog: Catalog, file: SchemaFile, document: string): void {
  const root = catalog.nodes.get(keyOf(file, ''));
  if (root !== undefined && !catalog.resources.has(document)) catalog.resources.set(document, root);
}

function unresolved(reference: Reference, why: string): Problem {
  return at(reference, {
    code: 'schema-ref',
    message: `A reference of the schema ${reference.node.file.name} cannot be followed: ${why}.`,
    hint: 'Correct the reference. Relative ones are read beside the schema in the base commit; https ones need a host listed in `schema-hosts`.',
  });
}

function at(reference: Reference, problem: Problem): Problem {
  const { file, pointer } = reference.node;
  const place = file.place(child(pointer, reference.keyword), 'value');
  return { ...problem, path: file.name, ...(place === undefined ? {} : { place }) };
}
