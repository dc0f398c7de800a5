import { isWatchedByDefault } from '../../policy/defaults.ts';
import { isLive } from '../../policy/globs.ts';
import { segmentsOf } from '../location.ts';
import { knownStart, literalOf, shown } from '../text.ts';
import { namesBackup } from './gates.ts';
import type { ScriptSubject } from './rule.ts';

const NOT_LIVE_START = /^\/(tmp|var\/tmp|dev|proc|sys|run|var\/(log|cache|lib\/apt|lib\/dpkg))(\/|$)/;
/** What tools make, or keep for themselves. */
const NOT_LIVE_DIRECTORY = new Set([
  ...'dist build target out output node_modules .cache cache caches .next .nuxt coverage logs log tmp temp'.split(
    ' ',
  ),
  ...'.tmp .temp artifacts artefacts reports results vendor .terraform .venv __pycache__ _site public'.split(
    ' ',
  ),
  ...'releases downloads .work work generated'.split(' '),
]);
/** Below `/etc`, but kept by packages and the system. */
const OF_THE_SYSTEM =
  /^\/etc\/(apt|alternatives|ssl|pki|localtime$|timezone$|mtab$|ld\.so|yum\.repos|systemd\/system|init\.d|rc\d?|resolv\.conf$|hostname$|skel|bash_completion|profile$|environment$|shells$|passwd$|group$|motd$|issue)|-(enabled|available)\/|\.wants\//;

const DOTENV = /^\.env(\.[\w.-]+)?$/;
const PLAIN_CONFIGURATION = /\.(conf|cnf|cfg|ini|properties|env|toml)$/i;
/** JSON and YAML are also what commands print: the name has to say that it is configuration. */
const CONFIGURATION_WORD =
  /(^|[._-])(config|configuration|settings|appsettings|values|application|compose|production|prod|daemon|secrets?|credentials)([._-]|$)/i;
const CONFIGURATION_DIRECTORY = new Set([
  'etc',
  'conf',
  'config',
  'configs',
  'configuration',
  '.config',
  'settings',
]);

/**
 * Whether a target is a configuration file that somebody would miss, although nobody declared it: it is in the
 * checkout, below `/etc`, or its name and directory say so.
 */
export function isConfiguration({ target, files }: ScriptSubject): boolean {
  if (target.confidence === 'low' || target.tree) return false;
  const start = knownStart(target.path);
  const names = segmentsOf(target.path).map(shown);
  const name = names.at(-1)!;
  const directories = names.slice(0, -1);
  if (NOT_LIVE_START.test(start) || (isLive(start) && !start.startsWith('/'))) return false;
  if (directories.some((each) => NOT_LIVE_DIRECTORY.has(each.toLowerCase())) || OF_THE_SYSTEM.test(start))
    return false;
  if (target.path.some((part) => typeof part !== 'string' && part.is === 'temporary') || namesBackup(name))
    return false;
  if (/\.(log|pid|lock|tmp|temp|new|out|swp|example|sample|dist|template|tpl)$/i.test(name)) return false;
  if (start.startsWith('/etc/')) return true;
  if (!isWatchedByDefault(name)) return false;
  const literal = literalOf(target.path);
  if (DOTENV.test(name)) return true;
  const inConfiguration = directories.some((each) => CONFIGURATION_DIRECTORY.has(each.toLowerCase()));
  if (literal !== undefined && files.has(literal))
    return isWatchedByDefault(literal) && (inConfiguration || CONFIGURATION_WORD.test(name));
  // A relative file that is not in the checkout is one that the script makes for itself.
  if (literal !== undefined && !literal.startsWith('/')) return false;
  return inConfiguration || PLAIN_CONFIGURATION.test(name) || CONFIGURATION_WORD.test(name);
}

/** Whether a tree is one in which something live stands: on another host, or below these directories. */
export function isLiveTree({ target, effect }: ScriptSubject): boolean {
  if (target.confidence === 'low' || effect.host.kind === 'container') return false;
  const start = knownStart(target.path);
  if (NOT_LIVE_START.test(start)) return false;
  if (segmentsOf(target.path).some((each) => NOT_LIVE_DIRECTORY.has(shown(each).toLowerCase()))) return false;
  return effect.host.kind !== 'local' || /^\/(etc|srv|var\/www|usr\/local\/etc)(\/|$)/.test(start);
}
