/**
 * The segments of a `fieldPath` as Kubernetes takes it: `.spec.containers`, `['a.b'].c`, `["a"]`; empty for
 * `''`, `undefined` when it is not one. Items of lists cannot be named.
 */
export function parseFieldPath(path: string): string[] | undefined {
  const segments: string[] = [];
  let rest = path;
  while (rest !== '') {
    const found = /^(?:\.([^.[\]'"\s]+)|\[(?:'([^'\]]+)'|"([^"\]]+)")\])/.exec(rest);
    if (found === null) return undefined;
    segments.push((found[1] ?? found[2] ?? found[3])!);
    rest = rest.slice(found[0].length);
  }
  return segments;
}
