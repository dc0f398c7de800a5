import { isBuiltin } from 'node:module';
import { posix } from 'node:path';
import { parseSync } from '@swc/core';

/** What the rules need to know of one source file; `path` starts with `src/`. */
export type SourceModule = {
  path: string;
  lines: number;
  /** Every specifier that is imported or re-exported, types and `import()` included. */
  imports: string[];
  /** Names taken out of a lazily imported package: `{ parse } of yaml`. */
  lazyNames: string[];
  /** Uses of the clock, the process, the console, the network or chance: `process`, `new Date`, … */
  impure: string[];
};

/** Stages of the core in their order; stages of one line are equals and may not import each other. */
const STAGES = [
  ['model'],
  ['refs', 'snapshots'],
  ['documents'],
  ['diff'],
  ['cel'],
  ['schemas'],
  ['policy'],
  ['changes'],
  ['store', 'services'],
  ['findings'],
  ['checks'],
  ['subjects'],
  ['scripts'],
  ['verdict'],
  ['reports'],
  ['doctor'],
  ['restore'],
  ['verify'],
  ['deploy', 'watch', 'blame', 'bisect', 'drill'],
];

/** Only these talk to the world. Each may import the core, and these others. */
const OUTSIDE: Record<string, string[]> = {
  adapters: [],
  actions: ['adapters', 'cli', 'pipeline'],
  cli: ['adapters', 'pipeline'],
};

/** What the core may import from Node: nothing that reads the clock, files, the network or the process. */
const PURE_NODE_MODULES = new Set(['node:crypto', 'node:vm', 'node:util', 'node:url', 'node:path']);

const IMPURE_GLOBALS = new Set([
  'process',
  'console',
  'fetch',
  'performance',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'globalThis',
  'global',
  'require',
  'WebSocket',
]);

/** swc marks an identifier that no declaration of the file binds with this context. */
const UNBOUND = 1;

/** About 200 lines, as `CONTRIBUTING.md` says; more means two subjects. */
export const MOST_LINES = 220;

export function readModule(path: string, source: string): SourceModule {
  const module: SourceModule = {
    path,
    lines: source.split('\n').length - 1,
    imports: [],
    lazyNames: [],
    impure: [],
  };
  visit(parseSync(source, { syntax: 'typescript', target: 'es2022' }), module);
  return module;
}

type Node = Record<string, unknown> & { type?: string };

function visit(node: unknown, module: SourceModule): void {
  if (Array.isArray(node)) {
    for (const item of node) visit(item, module);
  } else if (typeof node === 'object' && node !== null) {
    inspect(node as Node, module);
    for (const value of Object.values(node)) visit(value, module);
  }
}

function inspect(node: Node, module: SourceModule): void {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
    case 'ExportNamedDeclaration':
      if (node.source) module.imports.push(literal(node.source));
      break;
    case 'TsImportType':
      module.imports.push(literal(node.argument));
      break;
    case 'CallExpression':
      if ((node.callee as Node).type === 'Import') {
        module.imports.push(literal((node.arguments as { expression: unknown }[])[0]?.expression));
      } else if (globalName(node.callee) === 'Date') {
        module.impure.push('Date()');
      }
      break;
    case 'VariableDeclarator':
      module.lazyNames.push(...lazyNames(node));
      break;
    case 'NewExpression':
      if (globalName(node.callee) === 'Date') module.impure.push('new Date');
      break;
    case 'MemberExpression': {
      const member = `${globalName(node.object)}.${(node.property as Node).value}`;
      if (member === 'Date.now' || member === 'Math.random') module.impure.push(member);
      break;
    }
    case 'Identifier': {
      const name = globalName(node);
      if (name !== undefined && IMPURE_GLOBALS.has(name)) module.impure.push(name);
    }
  }
}

/** For `const { a, default: b } = await import('package')`: `{ a } of package`. */
function lazyNames({ id, init }: Node): string[] {
  const pattern = id as Node & { properties: { key: Node }[] };
  const call =
    (init as Node | null)?.type === 'AwaitExpression' ? ((init as Node).argument as Node) : undefined;
  if (pattern.type !== 'ObjectPattern' || (call?.callee as Node | undefined)?.type !== 'Import') return [];
  const specifier = literal((call!.arguments as { expression: unknown }[])[0]?.expression);
  if (packageOf(specifier) === undefined) return [];
  const names = pattern.properties.map(({ key }) => String(key.value));
  return names.filter((name) => name !== 'default').map((name) => `{ ${name} } of ${specifier}`);
}

function globalName(node: unknown): string | undefined {
  const { type, ctxt, value } = node as Node;
  return type === 'Identifier' && ctxt === UNBOUND ? String(value) : undefined;
}

function literal(node: unknown): string {
  const { type, value } = (node ?? {}) as Node;
  return type === 'StringLiteral' ? String(value) : '(computed)';
}

/** Everything that breaks the house's rules, one line each: `src/diff/keys.ts imports src/checks/check.ts: …`. */
export function violations(modules: readonly SourceModule[]): string[] {
  return [...modules.flatMap(ownViolations), ...cycles(modules)];
}

function ownViolations(module: SourceModule): string[] {
  const { path } = module;
  const place = stageOf(path);
  if (place === undefined) return [`${path} is in no stage: add its directory to STAGES`];
  const found: string[] = [];
  if (module.lines > MOST_LINES) found.push(`${path} has ${module.lines} lines, more than ${MOST_LINES}`);
  const core = !(place in OUTSIDE);
  if (core) for (const use of new Set(module.impure)) found.push(`${path} uses ${use}: only adapters may`);
  for (const names of module.lazyNames) {
    // A CommonJS package that is imported lazily has `default` only in the bundle, though Node and jest give more.
    found.push(`${path} takes ${names}: lazily, a package gives \`default\` only`);
  }
  for (const specifier of module.imports) {
    if (specifier === '(computed)') found.push(`${path} imports a computed name`);
    else if (!specifier.startsWith('.')) {
      if (core && !pureImport(specifier)) found.push(`${path} imports ${specifier}: only adapters may`);
    } else {
      const target = resolve(path, specifier);
      if (!mayImport(place, stageOf(target))) found.push(`${path} imports ${target}: a later stage`);
    }
  }
  return found;
}

function pureImport(specifier: string): boolean {
  if (isBuiltin(specifier)) return PURE_NODE_MODULES.has(specifier);
  return !specifier.startsWith('@actions/') && !specifier.startsWith('@octokit/');
}

/** The stage's name; `pipeline` for `src/check.ts` and its like; `data` for what lies outside src. */
function stageOf(path: string): string | undefined {
  const [top, name, ...below] = path.split('/');
  if (top !== 'src') return path.endsWith('.json') ? 'data' : undefined;
  if (below.length === 0) return 'pipeline';
  return name! in OUTSIDE || STAGES.some((equals) => equals.includes(name!)) ? name : undefined;
}

function mayImport(from: string, to: string | undefined): boolean {
  if (to === undefined) return false;
  if (from === to || to === 'data') return true;
  const rank = STAGES.findIndex((equals) => equals.includes(to));
  if (from in OUTSIDE) return rank !== -1 || OUTSIDE[from]!.includes(to);
  if (from === 'pipeline') return rank !== -1;
  return rank !== -1 && rank < STAGES.findIndex((equals) => equals.includes(from));
}

/** Modules whose code runs what a policy says: commands and probes of services. */
const RUNNERS = /^src\/adapters\/(processes|probes)\//;

/** How these modules reach one that runs commands of a policy, one line each; types count, too. */
export function waysToRunners(modules: readonly SourceModule[], entries: readonly string[]): string[] {
  const byPath = new Map(modules.map((module) => [module.path, module]));
  const from = new Map<string, string | undefined>(entries.map((entry) => [entry, undefined]));
  const found: string[] = [];
  for (const path of from.keys()) {
    if (RUNNERS.test(path)) {
      const way: string[] = [];
      for (let at: string | undefined = path; at !== undefined; at = from.get(at)) way.unshift(at);
      found.push(way.join(' -> '));
      continue;
    }
    for (const specifier of byPath.get(path)?.imports ?? []) {
      const target = resolve(path, specifier);
      if (specifier.startsWith('.') && !from.has(target)) from.set(target, path);
    }
  }
  return found;
}

function resolve(from: string, specifier: string): string {
  return posix.join(posix.dirname(from), specifier);
}

function cycles(modules: readonly SourceModule[]): string[] {
  const graph = new Map(
    modules.map(({ path, imports }) => [
      path,
      imports.filter((name) => name.startsWith('.')).map((name) => resolve(path, name)),
    ]),
  );
  const found: string[] = [];
  const done = new Set<string>();
  const walk = (path: string, trail: string[]) => {
    if (trail.includes(path))
      found.push(`cycle: ${[...trail.slice(trail.indexOf(path)), path].join(' -> ')}`);
    if (done.has(path) || trail.includes(path)) return;
    for (const next of graph.get(path) ?? []) walk(next, [...trail, path]);
    done.add(path);
  };
  for (const path of graph.keys()) walk(path, []);
  return found;
}

/** The package that a specifier names, or `undefined` for a file or one of Node's own modules. */
export function packageOf(specifier: string): string | undefined {
  if (specifier.startsWith('.') || isBuiltin(specifier)) return undefined;
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
}
