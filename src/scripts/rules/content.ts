import { placeholderIn } from '../../checks/placeholders.ts';
import { list } from '../../checks/words.ts';
import { isSensitiveKey } from '../../findings/redact.ts';
import { nameOf } from '../location.ts';
import { shown } from '../text.ts';
import { nameOfTarget } from './gates.ts';
import { isConfiguration } from './places.ts';
import type { ScriptRule, ScriptSubject } from './rule.ts';
import { deed } from './words.ts';

/** Stops the script when the variable is not set. */
const CHECKED = `\`\${NAME:?}\``;
const SAMPLE = /(^|[._-])(example|sample|dist)s?([._-]|$)/i;

export const sampleOverLive: ScriptRule = {
  id: 'sample-over-live',
  severity: 'warning',
  critical: false,
  summary: 'A sample is written over a configuration file that may be in use',
  help: '`cp .env.example .env` is right on the first day and wrong on every other: it puts sample values over the real ones. Nearly every script that does so asks first whether the file is there; those that do not are reported.',
  configure: 'Ask first: `[ -f .env ] || cp .env.example .env`, or `cp -n`.',
  finds(subject) {
    if (!writesAnew(subject) || !isLiveFile(subject)) return undefined;
    const sample = subject.effect.sources
      .map((source) => shown(nameOf(source)))
      .find((name) => SAMPLE.test(name));
    return sample === undefined || SAMPLE.test(nameOfTarget(subject.target))
      ? undefined
      : { args: { sample } };
  },
  message: (finding) => ({
    what: `${deed(finding)} ${finding.args.sample} is a sample.`,
    why: 'When the file is there already, its values are lost for those of the sample.',
    fix: `Let it run only when the file is missing: \`[ -e ${finding.args.target} ] || …\`.`,
  }),
};

export const placeholderOverLive: ScriptRule = {
  id: 'placeholder-over-live',
  severity: 'warning',
  critical: false,
  summary: 'A script writes values that somebody still has to fill in over a configuration file',
  help: 'A heredoc or `echo` with `changeme`, `<your-key>` and the like, written to a configuration file without asking whether it is there.',
  configure: `Take the values from the environment (${CHECKED}), or write only where the file is missing.`,
  finds(subject) {
    if (!writesAnew(subject) || !isLiveFile(subject)) return undefined;
    const keys = (subject.effect.content?.text ?? '')
      .split('\n')
      .flatMap((line) => placeholderKey(line) ?? []);
    return keys.length === 0 ? undefined : { args: { keys: keys.slice(0, 5), keysTotal: keys.length } };
  },
  message: (finding) => ({
    what: `${deed(finding)} It writes placeholders for ${named(finding.args.keys, finding.args.keysTotal)}.`,
    why: 'What reads the file gets values that were never meant to be used, and real ones that stood there are lost.',
    fix: `Take them from the environment and stop when they are missing: \`\${${variable(finding.args.keys)}:?}\`.`,
  }),
};

export const unsetVariable: ScriptRule = {
  id: 'unset-var-in-generated-config',
  severity: 'warning',
  critical: false,
  summary: 'A generated configuration file gets empty values when a variable is not set',
  help: 'A heredoc or `echo` puts variables into a configuration file that the script neither sets nor checks. When one is missing in the environment, the file is written all the same, with nothing in its place.',
  configure: `Write ${CHECKED} in place of \`$NAME\`, or \`set -u\` at the top of the script.`,
  finds(subject) {
    const { unset = [] } = subject.effect.content ?? {};
    if (unset.length === 0 || !writesAnew(subject) || !isLiveFile(subject)) return undefined;
    return { args: { variables: unset.slice(0, 10), variablesTotal: unset.length } };
  },
  message: (finding) => ({
    what: `${deed(finding)} It puts ${named(finding.args.variables, finding.args.variablesTotal)} into it, which the script neither sets nor checks.`,
    why: 'Where one of them is not set, its place stays empty, and the script goes on as if nothing were wrong.',
    fix: `Stop when it is missing: write \`\${${variable(finding.args.variables)}:?}\`, or \`set -u\` before the command.`,
  }),
};

export const envsubstUnrestricted: ScriptRule = {
  id: 'envsubst-unrestricted',
  severity: 'warning',
  critical: false,
  summary: 'envsubst without a list replaces every $name in a configuration file',
  help: '`envsubst` without an argument replaces whatever looks like a variable, also `$host` or `$uri` of nginx, and puts nothing where a variable is not set.',
  configure: "Name the variables: `envsubst '$PORT $HOST'`.",
  finds: (subject) =>
    subject.effect.content?.unrestricted && writesAnew(subject) && isLiveFile(subject) ? {} : undefined,
  message: (finding) => ({
    what: deed(finding),
    why: 'Without a list, envsubst replaces everything that looks like a variable, and leaves nothing where one is not set.',
    fix: "Name the variables that are meant: `envsubst '$PORT $HOST'`.",
  }),
};

function writesAnew({ effect, made }: ScriptSubject): boolean {
  return !made && (effect.op === 'truncate' || effect.op === 'replace');
}

function isLiveFile(subject: ScriptSubject): boolean {
  return subject.touched.length > 0 || isConfiguration(subject);
}

/** The key of `key: value`, `KEY=value` or `"key": "value"` whose value is certainly a placeholder. */
function placeholderKey(line: string): string | undefined {
  const [, key, value] = /^\s*(?:export\s+)?["']?([\w.-]+)["']?\s*[:=]\s*(.+?)[\s,]*$/.exec(line) ?? [];
  if (key === undefined) return undefined;
  // What is known at run time only stands there as `<NAME>`.
  const bare = value!.replace(/^(["'])(.*)\1$/, '$2').replace(/<(\w+|\$[^<>]*)>/g, '');
  return placeholderIn(bare, isSensitiveKey([key]))?.certain ? key : undefined;
}

function named(names: unknown, total: unknown): string {
  return list(Array.isArray(names) ? names : [], Number(total));
}

/** As a shell may call it. */
function variable(names: unknown): string {
  const [first] = Array.isArray(names) ? names : [];
  return String(first ?? 'NAME')
    .replace(/\W/g, '_')
    .toUpperCase();
}
