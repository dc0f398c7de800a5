import { baseName, type Path } from '../model/path.ts';
import { isWatchedByDefault } from './defaults.ts';
import { environmentKind, environmentKinds } from './environments.ts';

/** Directories that hold configuration of what runs, of whatever service. */
const CONTAINERS = new Set([
  ...'config configs conf conf.d cfg configuration settings etc values inventory inventories'.split(' '),
  ...'deploy deployment deployments k8s kubernetes kube manifests helm charts chart kustomize overlays'.split(
    ' ',
  ),
  ...'base bases cluster clusters argocd gitops flux terraform infra infrastructure iac ops operations'.split(
    ' ',
  ),
  ...'ansible group_vars host_vars environments environment envs env'.split(' '),
]);
/** Directories whose name is itself that of a service. */
const SERVICES = new Set(
  'auth sso identity oauth nginx apache apache2 haproxy envoy traefik caddy keycloak vault consul'.split(' '),
);
/** Directories that say nothing about the service. */
const COMMON = new Set(
  'src main internal pkg lib plugins resources apps app services service packages components common shared default defaults files roles vars all'.split(
    ' ',
  ),
);
/** Directories of readers, developers and tools; Helm's templates are not configuration yet. */
const ASIDE = new Set([
  ...'doc docs documentation example examples sample samples tutorial tutorials demos quickstart'.split(' '),
  ...'getting-started ci benchmark benchmarks hack tools dist build website dashboards'.split(' '),
  ...'templates template crds crd schemas schema'.split(' '),
]);
const NAMES =
  /^(values([.-].*)?\.ya?ml|application([.-].*)?\.(ya?ml|properties)|appsettings(\..*)?\.json|(docker-)?compose([.-].*)?\.ya?ml|[^.].*\.conf|haproxy\.cfg|caddyfile|web\.config|\.env\.(production|prod)|.*\.tfvars|.*\.tfvars\.json)$/i;
/** Words in the name of a directory that say the same; `test` alone may be an environment. */
const ASIDE_WORDS =
  /[._-](tests?|e2e)$|^(tests?|e2e)[._-]|(^|[._-])(examples?|samples?|stubs?|mocks?)([._-]|$)/;
/** Files that tools read while people develop, not what runs in production. */
const TOOL_NAMES =
  /^(package|composer|tsconfig.*|jsconfig.*|renovate|lerna|nx|turbo|tslint|jest.*|babel.*|angular|project|cypress|bower|now|vercel)\.json$|\.schema\.(json|ya?ml)$|^(schema|chart|requirements|mkdocs|codecov|renovate|skaffold|kind-config.*|pyproject|cargo|tilt.*|ruff|poetry)\.(json|ya?ml|toml)$|[._-](test|spec|example|sample|template|dist|schema)([._-]|$)|^(swagger|openapi)/i;

/** A configuration file of the repository, other than those of tools, tests, examples and documentation. */
export function isOwnConfiguration(path: Path): boolean {
  const name = baseName(path);
  if (!isWatchedByDefault(path) || TOOL_NAMES.test(name)) return false;
  if (name.startsWith('.') && !NAMES.test(name)) return false;
  if (/^(docker|container|proc)file/i.test(name)) return false;
  return !directoriesOf(path).some(
    (part) => ASIDE.has(part) || ASIDE_WORDS.test(part) || part.startsWith('.'),
  );
}

/** One that production seems to read: by its directory or its name, and of no other environment. */
export function isCriticalCandidate(path: Path): boolean {
  if (!isOwnConfiguration(path)) return false;
  const kinds = environmentKinds(path);
  if (kinds.some((kind) => kind !== 'production')) return false;
  if (kinds.length > 0 || NAMES.test(baseName(path))) return true;
  return directoriesOf(path).some((part) => CONTAINERS.has(part) || SERVICES.has(part));
}

/** `us-east-1`, `europe-west4-a`: a place, no service. */
const REGION = /^[a-z]+(-[a-z]+)+-?\d+(-?[a-z])?$/;

/** Where a service's configuration stands (`''`: the root), and the service's name when the path tells it. */
export function serviceDirectory(path: Path): { directory: Path; service?: string } {
  const parts = path.split('/').slice(0, -1);
  const names = parts.map((part) => part.toLowerCase());
  const speaks = (name: string) =>
    /[\p{L}\p{N}]/u.test(name) &&
    !REGION.test(name) &&
    !CONTAINERS.has(name) &&
    !COMMON.has(name) &&
    environmentKind(name) === undefined;
  const upTo = (index: number) => parts.slice(0, index + 1).join('/');
  const container = names.findIndex((name) => CONTAINERS.has(name));
  const before = names.slice(0, container === -1 ? names.length : container).findLastIndex(speaks);
  if (before !== -1)
    return { directory: upTo(container === -1 ? before : container), service: parts[before]! };
  const after = names.findIndex((name, index) => index > container && speaks(name));
  if (after !== -1) return { directory: upTo(after), service: parts[after]! };
  return { directory: upTo(container) };
}

function directoriesOf(path: Path): string[] {
  return path.toLowerCase().split('/').slice(0, -1);
}
