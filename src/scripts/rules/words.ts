import { list } from '../../checks/words.ts';
import type { Finding } from '../../findings/finding.ts';

const AGGRAVATORS: { readonly [name: string]: string } = {
  'no-errexit': 'nothing stops the script when an earlier command fails',
  'no-pipefail': 'a command that fails in the pipeline goes unnoticed',
  'unchecked-cd': 'an earlier `cd` is not checked, and without it this runs in another directory',
  'not-atomic': 'whoever reads the file meanwhile, or after an interruption, gets a part of it',
  'download-unchecked': 'an error page of the server is saved like the file (curl without --fail)',
};

const VERBS: { readonly [op: string]: string } = {
  truncate: 'overwrites',
  replace: 'replaces',
  append: 'appends to',
  edit: 'edits',
  delete: 'removes',
  'replace-tree': 'writes files into',
  'mirror-tree': 'mirrors its source to',
  extract: 'extracts an archive into',
  discard: 'takes back local changes in',
  state: 'replaces what is kept in',
};

/** `deploy.sh replaces /etc/app.yml on web1 in line 12: cp a.yml /etc/app.yml`. */
export function deed(finding: Finding, verb = VERBS[String(finding.args.op)] ?? 'writes'): string {
  const { target, command } = finding.args;
  return `${finding.path} ${verb} ${place(String(target))}${namedService(finding)}${onHost(finding)} in line ${finding.line}: ${quoted(String(command))}.`;
}

function place(target: string): string {
  return target === '' ? 'the root of the checkout' : target;
}

/** A command on one line, set apart; the backticks of the shell stay its own. */
function quoted(command: string): string {
  const line = command.replace(/\s*\\?\n\s*/g, ' ');
  return line.includes('`') ? line : `\`${line}\``;
}

function namedService({ service, args }: Finding): string {
  return service === undefined || args.declaredBy === undefined
    ? ''
    : `, which the service ${service} reads,`;
}

function onHost({ args }: Finding): string {
  const { host, hostName } = args;
  if (host === 'ssh') return hostName === undefined ? ' on another host' : ` on ${hostName}`;
  if (host === 'container')
    return hostName === undefined ? ' in a container' : ` in the container ${hostName}`;
  return '';
}

/** `. Worse: nothing stops the script …`. */
export function worse({ args }: Finding): string {
  const named = Array.isArray(args.aggravators) ? args.aggravators : [];
  const phrases = named.flatMap((name) => AGGRAVATORS[String(name)] ?? []);
  return phrases.length === 0 ? '' : ` Worse: ${phrases.join('; ')}.`;
}

/** Why it is no more than a notice. */
export function milder({ args, severity }: Finding): string {
  const { gate, gateText, gateLine, suppressed, confidence } = args;
  if (suppressed !== undefined) return ` It is suppressed in the script: ${suppressed}.`;
  switch (gate) {
    case 'guarded':
      return ` Only a notice: it runs only when ${quoted(String(gateText))} lets it.`;
    case 'backup':
      return ` Only a notice: the old content is kept (${quoted(String(gateText))}${gateLine === undefined ? '' : `, line ${gateLine}`}).`;
    case 'ephemeral':
      return ' Only a notice: it runs on a runner or in an image, where nothing live is written.';
    case 'aside':
      return ' Only a notice: by its name or a condition, this is for tests, developers or generated files.';
    case 'copy':
      return ' Only a notice: by its name, the target is a backup itself.';
    case 'drop-in':
      return ' Only a notice: it is a file of its own in a directory for additions.';
    case 'template':
      return ' Only a notice: the command is a template, and what it becomes is not known.';
    case 'own':
      return ' Only a notice: it is the very file that the policy wants there.';
    default:
      return severity === 'notice' && confidence === 'low'
        ? ' Only a notice: the name of the target is known at run time only.'
        : '';
  }
}

/** How a target that is not fully known comes to be critical. */
export function likely({ args }: Finding): string {
  const { how, files, total, target } = args;
  const named = Array.isArray(files) ? files : [];
  if (named.length === 0 || (named.length === 1 && named[0] === target)) return '';
  if (how === 'exact') return ` On the host, that is ${list(named, Number(total ?? named.length), 3)}.`;
  if (how === 'tree') return ` It holds ${list(named, Number(total ?? named.length), 3)}.`;
  return how === 'suffix'
    ? ` By the end of its path that is ${list(named, Number(total ?? named.length), 3)}.`
    : ` Among what that may be: ${list(named, Number(total ?? named.length), 3)}.`;
}

/** The same command made safe, or what to do instead. */
export function instead(finding: Finding, otherwise: string): string {
  const { safer, advice } = finding.args;
  if (typeof safer === 'string') return `Write instead: ${quoted(safer)}.`;
  return typeof advice === 'string' ? advice : otherwise;
}
