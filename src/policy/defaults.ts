import { baseName, type Path } from '../model/path.ts';
import type { Policy } from './policy.ts';

/** Without a policy file and inputs: nothing is declared critical, common configuration files are watched. */
export function defaultPolicy(): Policy {
  return { origin: { kind: 'defaults' }, critical: [], schemas: [], environments: [], schemaHosts: [] };
}

const EXTENSIONS = new Set(
  'yml yaml json jsonc json5 toml ini cfg conf cnf properties env plist hcl tf tfvars'.split(' '),
);
const NAMES = new Set([
  ...'dockerfile containerfile caddyfile procfile .editorconfig .gitconfig .htaccess'.split(' '),
  ...'web.config app.config pom.xml logback.xml log4j2.xml'.split(' '),
]);

/** Directories that hold what other people wrote, what tools made, or what only tests and readers look at. */
const OTHER_DIRECTORIES = new Set([
  ...'node_modules bower_components vendor third_party third-party site-packages .venv .git .yarn'.split(' '),
  ...'.pnpm-store .terraform generated __generated__ .generated'.split(' '),
  ...'tests __tests__ testdata test-data test_data fixture fixtures __fixtures__ mocks __mocks__'.split(' '),
  ...'snapshots __snapshots__ spec specs e2e cypress'.split(' '),
  ...'locale locales i18n l10n lang langs languages translations'.split(' '),
]);
const LOCK_NAME = /[.-]lock\.(json|ya?ml|toml|hcl)$|^npm-shrinkwrap\.json$/;
const GENERATED_NAME = /\.(min|generated|gen)\.[a-z0-9]+$/;

/**
 * Whether the defaults watch a path: a configuration format, outside of vendored, generated, test and
 * translation directories, and not a lock file. Nobody declared it critical,
 * so that only the sharpest signals are errors there.
 */
export function isWatchedByDefault(path: Path): boolean {
  const name = baseName(path).toLowerCase();
  return hasConfigurationName(name) && !isOtherName(name) && !isAside(path);
}

/** Below a directory of what other people wrote, what tools made, or what only tests and readers look at. */
export function isAside(path: Path): boolean {
  return path.split('/').slice(0, -1).some(isOtherDirectory);
}

function hasConfigurationName(name: string): boolean {
  if (NAMES.has(name) || name === '.env' || name.startsWith('.env.') || name.startsWith('dockerfile.'))
    return true;
  return EXTENSIONS.has(name.slice(name.lastIndexOf('.') + 1)) && name.includes('.');
}

function isOtherName(name: string): boolean {
  return LOCK_NAME.test(name) || GENERATED_NAME.test(name);
}

/** `test` is often the name of an environment: only the root's and a source tree's `test` hold tests. */
function isOtherDirectory(part: string, index: number, parts: readonly string[]): boolean {
  const name = part.toLowerCase();
  if (name === 'test') return index === 0 || parts[index - 1] === 'src';
  return OTHER_DIRECTORIES.has(name);
}
