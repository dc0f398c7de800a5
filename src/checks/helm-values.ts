import { escapeExpression } from '../model/expression.ts';
import { baseName, directoryOf, type Path } from '../model/path.ts';
import type { Nearby } from './context.ts';

/**
 * Where a template of the same Helm chart still prints a value that its values file no longer gives. Only the
 * whole path counts (`.Values.a.b`), whatever else is called `b`; nothing when the chart's own `values.yaml` has
 * a default. https://helm.sh/docs/chart_template_guide/values_files/
 * @param segments the path of the key that is gone.
 */
export function helmReference(
  path: Path,
  segments: readonly string[],
  nearby: readonly Nearby[],
): { path: Path; line: number } | undefined {
  const directory = directoryOf(path);
  const below = directory === '' ? '' : `${directory}/`;
  if (!/^values([.-].*)?\.ya?ml$/i.test(baseName(path))) return undefined;
  if (segments.length === 0 || !segments.every((segment) => /^\w+$/.test(segment))) return undefined;
  const fallback = nearby.find((file) => file.path === `${below}values.yaml`);
  if (fallback !== undefined && new RegExp(`^["']?${segments[0]}["']?\\s*:`, 'm').test(fallback.text)) {
    return undefined;
  }
  const name = `.Values.${segments.join('.')}`;
  const printed = new RegExp(`${escapeExpression(name)}(?![\\w-])`);
  for (const file of nearby) {
    if (!file.path.startsWith(`${below}templates/`) || !file.text.includes(name)) continue;
    const line = file.text.split('\n').findIndex((each) => printed.test(each));
    if (line !== -1) return { path: file.path, line: line + 1 };
  }
  return undefined;
}
