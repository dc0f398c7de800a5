// biome-ignore-all lint/suspicious/noExplicitAny: a JSON document of 13 MB without types.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import type { Answer, Call } from './answer.ts';

type Operation = { id: string; pointer: string; spec: any };

let loaded: Promise<any> | undefined;

/** GitHub's own description, read once per process: 13 MB, about 0.2 s. */
async function description(): Promise<any> {
  loaded ??= (async () => {
    const main = createRequire(import.meta.url).resolve('@octokit/openapi');
    return JSON.parse(await readFile(main.replace(/index\.js$/, 'generated/api.github.com.json'), 'utf8'));
  })();
  return loaded;
}

const compiled = new Map<string, ValidateFunction>();
let ajv: Ajv | undefined;

/** A check of calls and answers that notes what breaks the description: unknown paths, parameters, members, types. */
export function openApi(violations: string[]) {
  return async (call: Call, path: string, answer: Answer): Promise<void> => {
    const document = await description();
    const note = (what: string) => violations.push(`${call.method} ${path}: ${what}`);
    const operation = find(document, call.method, path);
    if (operation === undefined) return void note('there is no such operation');
    const { spec, pointer } = operation;
    if (answer.status < 400) checkRequest(document, call, spec, pointer, note);
    const content =
      spec.responses[answer.status]?.content ?? resolve(document, spec.responses[answer.status])?.content;
    if (spec.responses[answer.status] === undefined && answer.status < 400) {
      note(`status ${answer.status} is not described`);
    }
    if (content?.['application/json'] && answer.status < 400 && !Buffer.isBuffer(answer.body)) {
      const at = `${pointer}/responses/${answer.status}/content/application~1json/schema`;
      const problem = validate(document, at, answer.body);
      if (problem) note(`answer ${answer.status}: ${problem}`);
    }
  };
}

function checkRequest(
  document: any,
  call: Call,
  spec: any,
  pointer: string,
  note: (what: string) => void,
): void {
  const parameters: any[] = (spec.parameters ?? []).map((one: any) => resolve(document, one));
  const known = new Set(parameters.filter((one) => one.in === 'query').map((one) => one.name));
  for (const name of call.query.keys()) if (!known.has(name)) note(`no query parameter ${name}`);
  for (const { name, in: where, schema } of parameters) {
    const value = where === 'query' ? call.query.get(name) : null;
    if (value === null) continue;
    if (schema.type === 'integer' && !/^\d+$/.test(value)) note(`${name} is no integer: ${value}`);
    if (schema.enum && !schema.enum.includes(value)) note(`${name} may not be ${value}`);
  }
  const schema = spec.requestBody?.content?.['application/json']?.schema;
  if (call.body === undefined) return;
  if (schema === undefined) return void note('takes no body');
  const problem = validate(document, `${pointer}/requestBody/content/application~1json/schema`, call.body);
  if (problem) note(`request: ${problem}`);
  const names = Object.keys(resolve(document, schema).properties ?? {});
  if (names.length > 0 && !Array.isArray(call.body)) {
    for (const name of Object.keys(call.body)) if (!names.includes(name)) note(`request: no member ${name}`);
    const items = schema.properties?.comments?.items?.properties;
    for (const item of items ? (call.body.comments ?? []) : []) {
      for (const name of Object.keys(item)) if (!(name in items)) note(`request: no member comments.${name}`);
    }
  }
}

/** The operation whose template has most words in common; a last parameter may hold slashes, as `ref` does. */
function find(document: any, method: string, path: string): Operation | undefined {
  const parts = path.split('/');
  let best: { literals: number; template: string } | undefined;
  for (const template of Object.keys(document.paths)) {
    if (document.paths[template][method.toLowerCase()] === undefined) continue;
    const wanted = template.split('/');
    const slashes = parts.length > wanted.length && /^\{(ref|path|basehead|branch)\}$/.test(wanted.at(-1)!);
    if (parts.length !== wanted.length && !slashes) continue;
    if (!wanted.every((part, index) => part.startsWith('{') || part === parts[index])) continue;
    const literals = wanted.filter((part) => !part.startsWith('{')).length + (slashes ? 0 : 0.5);
    if (best === undefined || literals > best.literals) best = { literals, template };
  }
  if (best === undefined) return undefined;
  const name = method.toLowerCase();
  const pointer = `/paths/${best.template.replaceAll('/', '~1')}/${name}`;
  return { id: `${method} ${best.template}`, pointer, spec: document.paths[best.template][name] };
}

function resolve(document: any, value: any): any {
  if (typeof value?.$ref !== 'string') return value;
  return value.$ref
    .slice(2)
    .split('/')
    .reduce((at: any, name: string) => at[name], document);
}

function validate(document: any, pointer: string, value: unknown): string | undefined {
  if (!compiled.has(pointer)) compiled.set(pointer, compile(document, pointer));
  const check = compiled.get(pointer)!;
  if (check(value)) return undefined;
  return check
    .errors!.slice(0, 3)
    .map(({ instancePath, message }) => `${instancePath} ${message}`)
    .join('; ');
}

/** Only the parts that one schema reaches are compiled; OpenAPI's `nullable` stands beside `$ref` and `enum` too. */
function compile(document: any, pointer: string): ValidateFunction {
  ajv ??= (addFormats as any)(
    new Ajv({
      strict: false,
      validateFormats: true,
      allErrors: false,
      logger: false,
      formats: { repo: true },
    }),
  ) as Ajv;
  const names = pointer
    .slice(1)
    .split('/')
    .map((name) => name.replaceAll('~1', '/'));
  const schema = names.reduce((at, name) => (at?.$ref ? resolve(document, at) : at)[name], document);
  const defs: Record<string, any> = {};
  const convert = (node: any): any => {
    if (Array.isArray(node)) return node.map(convert);
    if (typeof node !== 'object' || node === null) return node;
    if (typeof node.$ref === 'string') {
      const name = node.$ref.split('/').at(-1);
      if (!(name in defs)) {
        defs[name] = true;
        defs[name] = convert(resolve(document, node));
      }
      return { $ref: `#/$defs/${name}` };
    }
    const { nullable, example, examples, discriminator, ...rest } = node;
    const converted = Object.fromEntries(
      Object.entries(rest).map(([key, one]) => [key, key === 'enum' ? one : convert(one)]),
    );
    return nullable === true ? { anyOf: [{ type: 'null' }, converted] } : converted;
  };
  const root = convert(schema);
  return ajv.compile({ $defs: defs, ...root });
}

/** What breaks GitHub's description of a webhook's payload, such as `pull-request-synchronize`; or nothing. */
export async function webhookViolation(webhook: string, payload: unknown): Promise<string | undefined> {
  const document = await description();
  if (document['x-webhooks'][webhook] === undefined) return `there is no webhook ${webhook}`;
  return validate(
    document,
    `/x-webhooks/${webhook}/post/requestBody/content/application~1json/schema`,
    payload,
  );
}
