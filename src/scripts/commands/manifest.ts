import { shown, type Text } from '../text.ts';

/** A resource of a Kubernetes manifest, with unknown parts as `<NAME>`. */
export type Resource = { kind: string; name: string; namespace?: string };

/** The resources of a manifest in YAML, as far as it is known. Keys in flow style are not looked at. */
export function resourcesIn(text: Text): Resource[] {
  return shown(text)
    .split(/^---.*$/m)
    .flatMap((document) => {
      const lines = document.split('\n');
      const kind = valueIn(lines, 'kind', '');
      const start = lines.findIndex((line) => /^metadata:\s*$/.test(line));
      const after = start === -1 ? [] : lines.slice(start + 1);
      const end = after.findIndex((line) => /^\S/.test(line));
      const metadata = end === -1 ? after : after.slice(0, end);
      const indent = /^ +/.exec(metadata.find((line) => line.trim() !== '') ?? '')?.[0];
      const name = indent && valueIn(metadata, 'name', indent);
      const namespace = indent && valueIn(metadata, 'namespace', indent);
      return kind && name ? [{ kind, name, ...(namespace && { namespace }) }] : [];
    });
}

function valueIn(lines: readonly string[], key: string, indent: string): string | undefined {
  const start = `${indent}${key}:`;
  const line = lines.find((each) => each.startsWith(start));
  return /^\s*["']?([^\s"'#]+)/.exec(line?.slice(start.length) ?? '')?.[1];
}

/** What `kubectl create … --dry-run -o yaml` prints of itself. */
export function manifestOf(kind: string, name: Text, namespace: Text | undefined): Text {
  const where = namespace === undefined ? [] : ['\n  namespace: ', ...namespace];
  return [`kind: ${kind}\nmetadata:\n  name: `, ...name, ...where, '\n'];
}
