import picomatch from 'picomatch';
import { baseName, type Path } from '../../model/path.ts';
import type { FormatId } from '../document.ts';
import type { Format } from './format.ts';

/** Every format with keys. Order is precedence: the first format with a matching glob wins. */
export const formats: readonly Format[] = [
  {
    id: 'jsonc',
    name: 'JSON with comments',
    files: [
      '**/*.jsonc',
      '**/tsconfig*.json',
      '**/jsconfig*.json',
      '**/.vscode/*.json',
      '**/devcontainer.json',
      '**/.devcontainer.json',
      '**/.eslintrc',
      '**/.eslintrc.json',
      '**/.babelrc',
      '**/.babelrc.json',
      '**/.jshintrc',
      '**/.jslintrc',
      '**/.swcrc',
      '**/api-extractor*.json',
      '**/tslint.json',
      '**/language-configuration.json',
      '**/*.code-workspace',
      '**/*.code-snippets',
      '**/*.hujson',
    ],
    load: async () => (await import('./jsonc.ts')).parse,
  },
  {
    id: 'json',
    name: 'JSON',
    files: [
      '**/*.json',
      '**/*.webmanifest',
      '**/*.avsc',
      '**/*.tfstate',
      '**/composer.lock',
      '**/Pipfile.lock',
      '**/flake.lock',
      '**/.arcconfig',
      '**/.bowerrc',
      '**/.watchmanconfig',
    ],
    load: async () => (await import('./json.ts')).parse,
  },
  {
    id: 'json5',
    name: 'JSON5',
    files: ['**/*.json5'],
    load: async () => (await import('./json5.ts')).parse,
  },
  {
    id: 'yaml',
    name: 'YAML',
    files: [
      '**/*.yml',
      '**/*.yaml',
      '**/*.eyaml',
      '**/*.cff',
      '**/.clang-format',
      '**/.clang-tidy',
      '**/.clangd',
      '**/.yamllint',
      '**/.prettierrc',
      '**/.stylelintrc',
      '**/.markdownlintrc',
      '**/.gemrc',
      '**/.kube/config',
    ],
    load: async () => (await import('./yaml.ts')).parse,
  },
  {
    id: 'toml',
    name: 'TOML',
    files: [
      '**/*.toml',
      '**/Cargo.lock',
      '**/poetry.lock',
      '**/uv.lock',
      '**/pdm.lock',
      '**/Gopkg.lock',
      '**/Pipfile',
    ],
    load: async () => (await import('./toml.ts')).parse,
  },
  {
    id: 'plist',
    name: 'property list',
    files: ['**/*.plist', '**/*.entitlements', '**/*.xcprivacy'],
    load: async () => (await import('./plist.ts')).parse,
  },
  {
    id: 'xml',
    name: 'XML',
    files: [
      '**/*.xml',
      '**/*.xsd',
      '**/*.wsdl',
      '**/web.config',
      '**/app.config',
      '**/nuget.config',
      '**/packages.config',
      '**/*.exe.config',
      '**/*.dll.config',
      '**/*.csproj',
      '**/*.fsproj',
      '**/*.vbproj',
      '**/Directory.*.props',
      '**/*.targets',
      '**/*.nuspec',
      '**/*.resx',
      '**/*.xmp',
      '**/*.pubxml',
    ],
    load: async () => (await import('./xml.ts')).parse,
  },
  {
    id: 'hcl',
    name: 'HCL',
    files: [
      '**/*.tf',
      '**/*.tofu',
      '**/*.tfvars',
      '**/*.hcl',
      '**/*.nomad',
      '**/*.tfbackend',
      '**/.terraformrc',
    ],
    load: async () => (await import('./hcl.ts')).parse,
  },
  {
    id: 'properties',
    name: 'Java properties',
    files: ['**/*.properties'],
    load: async () => (await import('./properties.ts')).parse,
  },
  {
    id: 'ini',
    name: 'INI',
    files: [
      '**/*.ini',
      '**/setup.cfg',
      '**/ansible.cfg',
      '**/mypy.cfg',
      '**/.editorconfig',
      '**/.gitconfig',
      '**/.gitmodules',
      '**/.npmrc',
      '**/.yarnrc',
      '**/.flake8',
      '**/.pylintrc',
      '**/pylintrc',
      '**/.coveragerc',
      '**/.pypirc',
      '**/.hgrc',
      '**/pip.conf',
      '**/*.cnf',
      '**/*.repo',
      '**/*.desktop',
      '**/*.service',
      '**/*.socket',
      '**/*.timer',
      '**/*.mount',
      '**/*.automount',
      '**/*.target',
      '**/*.slice',
      '**/*.swap',
      '**/*.network',
      '**/*.netdev',
      '**/*.nspawn',
    ],
    load: async () => (await import('./ini.ts')).parse,
  },
  {
    id: 'dotenv',
    name: 'dotenv',
    files: ['**/.env', '**/*.env', '**/.env.*'],
    load: async () => (await import('./dotenv.ts')).parse,
  },
];

type Lookup = {
  extensions: ReadonlyMap<string, number>;
  names: ReadonlyMap<string, number>;
  /** Globs that are neither, by the extension that they end with (`''`: any). */
  globs: ReadonlyMap<string, { rank: number; matches: (path: string) => boolean }[]>;
};

let lookup: Lookup | undefined;

/** The format that a path's name promises; `undefined` when only the content can tell. */
export function formatOf(path: Path): Format | undefined {
  lookup ??= compile();
  const name = baseName(path).toLowerCase();
  const extension = extensionOf(name);
  let best = Math.min(lookup.names.get(name) ?? Infinity, lookup.extensions.get(extension) ?? Infinity);
  for (const bucket of extension === '' ? [''] : [extension, '']) {
    for (const glob of lookup.globs.get(bucket) ?? []) {
      if (glob.rank < best && glob.matches(path)) best = glob.rank;
    }
  }
  return formats[best];
}

export function formatById(id: FormatId): Format | undefined {
  return formats.find((format) => format.id === id);
}

function compile(): Lookup {
  const extensions = new Map<string, number>();
  const names = new Map<string, number>();
  const globs = new Map<string, { rank: number; matches: (path: string) => boolean }[]>();
  formats.forEach((format, rank) => {
    for (const glob of format.files) {
      const last = glob.slice('**/'.length);
      const plain = !/[*?[\]{}()!/]/.test(last.replace(/^\*/, ''));
      if (plain && last.startsWith('*.')) {
        if (!extensions.has(last.slice(1))) extensions.set(last.slice(1), rank);
      } else if (plain && !last.startsWith('*')) {
        if (!names.has(last.toLowerCase())) names.set(last.toLowerCase(), rank);
      } else {
        const ending =
          /\*(\.\w+)$/.exec(last)?.[1] ?? (last.includes('*') ? '' : extensionOf(baseName(last)));
        const bucket = globs.get(ending) ?? [];
        bucket.push({ rank, matches: picomatch(glob, { dot: true, nocase: true }) });
        globs.set(ending, bucket);
      }
    }
  });
  return { extensions, names, globs };
}

/** `.json` of `a.b.json`; `.env` of `.env`. */
function extensionOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot === -1 ? '' : name.slice(dot);
}
