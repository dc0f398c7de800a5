import type { Path } from '../../model/path.ts';
import type { Effect, Guard, Target } from '../effect.ts';
import { nameOf, segmentsOf } from '../location.ts';
import { literalOf, sameText, shown } from '../text.ts';
import type { Critical, Touched } from '../touched.ts';

/**
 * Why a write is harmless, or unlikely to reach what is live. With these, critical places are a notice and others
 * nothing.
 * - `guarded`: only where the target does not exist yet, or when a person has said yes.
 * - `backup`: the old content is kept.
 * - `ephemeral`: on a runner, in an image that is built, or in a container that starts.
 * - `aside`: the script is one for tests, examples or developers, or it generates files.
 * - `copy`: the target is itself a backup, by its name.
 * - `drop-in`: a file of its own in a `*.d` directory.
 * - `template`: the command is a template, filled in before it runs.
 * - `own`: it is the file of the checkout that the policy wants there.
 */
export type Gate =
  | { kind: 'guarded' | 'backup'; text: string; line?: number }
  | { kind: 'ephemeral' | 'aside' | 'copy' | 'drop-in' | 'template' | 'own' };

export function gatesOf(
  effect: Effect,
  target: Target,
  touched: readonly Touched[],
  roots: Critical['roots'],
): Gate[] {
  const gates: Gate[] = [];
  const guard = effect.guards.find((each) => isGuard(each, target));
  if (guard !== undefined) gates.push({ kind: 'guarded', text: guard.text });
  if (effect.backup !== undefined) gates.push({ kind: 'backup', ...effect.backup });
  if (isEphemeral(effect)) gates.push({ kind: 'ephemeral' });
  if (isAside(effect.script) || effect.guards.some(isForDevelopers)) gates.push({ kind: 'aside' });
  if (isBackupName(target)) gates.push({ kind: 'copy' });
  if (isDropIn(target) && !isDeclaredDropIn(touched, roots)) gates.push({ kind: 'drop-in' });
  if (isTemplate(effect)) gates.push({ kind: 'template' });
  if (touched.length > 0 && touched.every(({ own }) => own)) gates.push({ kind: 'own' });
  return gates;
}

/** `cp -n` has no path: it is about its own target. */
function isGuard({ kind, path }: Guard, target: Target): boolean {
  if (kind === 'asked') return true;
  return kind === 'missing' && (path === undefined || sameText(path, target.path));
}

/** What is written to another host or to a service is live, wherever the command runs. */
function isEphemeral({ host, surroundings, script }: Effect): boolean {
  if (host.kind !== 'local' && host.kind !== 'container') return false;
  return surroundings === 'ephemeral' || (host.kind === 'local' && CONTAINER_SCRIPT.test(script));
}

/** Scripts that start containers or build them; one that is only kept beside a Dockerfile may well deploy. */
const CONTAINER_SCRIPT =
  /(^|\/)(\.?devcontainer|rootfs|docker-entrypoint\.d)\/|(^|\/)[^/]*(entry-?point|docker-(init|start|run|setup))[^/]*$|(^|\/)(docker|containers?)\/([^/]+\/)*(init|start|run|build|setup|install|boot|cmd)[^/]*$/i;

const ASIDE = new Set([
  ...'test tests testing testdata spec specs e2e example examples sample samples demo demos fixture fixtures'.split(
    ' ',
  ),
  ...'dev devel develop development local sandbox mock mocks bench benchmark benchmarks playground'.split(
    ' ',
  ),
  ...'generate generates generated generator generators gen codegen scaffold vagrant tutorial tutorials'.split(
    ' ',
  ),
]);

function isAside(script: Path): boolean {
  return script
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .some((word) => ASIDE.has(word));
}

/** `[ "$ENV" = development ]`. A condition that has also other ways to hold, or is turned round, is none. */
function isForDevelopers({ kind, text }: Guard): boolean {
  return (
    kind === 'condition' &&
    /=\s*["']?(dev|devel|development|local|test|testing)["']?(\s|\]|$)/i.test(text) &&
    !/^not |!|\|\||\s-o\s/.test(text)
  );
}

const BACKUP_NAME = /(\.(bak|backup|old|orig|save|saved|prev|previous)([._-]?[\w-]*)?|~|[._-](backup|bak))$/i;

function isBackupName({ path }: Target): boolean {
  const names = segmentsOf(path).map(shown);
  return BACKUP_NAME.test(names.at(-1)!) || names.some((name) => /^\.?(backups?|bak)$/i.test(name));
}

/** Whether a text is the name of a backup: `app.yml.bak`, `backup/app.yml`. */
export function namesBackup(text: string): boolean {
  return text.split('/').some((name) => BACKUP_NAME.test(name) || /^\.?(backups?|bak)$/i.test(name));
}

function isDropIn({ path }: Target): boolean {
  return segmentsOf(path)
    .slice(0, -1)
    .some((segment) => literalOf(segment)?.endsWith('.d') ?? false);
}

/** The policy names the file or such a directory itself. */
function isDeclaredDropIn(touched: readonly Touched[], roots: Critical['roots']): boolean {
  if (touched.some(({ path }) => path !== undefined)) return true;
  return touched.length > 0 && roots.some(({ directory }) => /\.d(\/|$)/.test(directory));
}

const TEMPLATE_NAME = /\.(j2|jinja2?|tpl|tmpl|erb|template|mustache|hbs)$/i;
/** Not `${{ … }}`, and not Go's `{{.Name}}`, which tools take as a format. */
const TEMPLATE_TEXT = /\{%|<%|(?<!\$)\{\{-?\s*[\w$(]/;
const FORMAT_OPTION = /(--?(format|template|go-template|jsonpath)\b|-o\s*(go-)?template|-f\s*['"]?\{\{)/;

function isTemplate({ script, text }: Effect): boolean {
  return TEMPLATE_NAME.test(script) || (TEMPLATE_TEXT.test(text) && !FORMAT_OPTION.test(text));
}

export function nameOfTarget({ path }: Target): string {
  return shown(nameOf(path));
}
