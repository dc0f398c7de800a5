import type { Problem } from '../model/problem.ts';
import type { Catalog, Flaw, Node } from './catalog.ts';

/** Unknown keywords that only hold schemas for references (`components`) are in order. */
export function flawsOf(catalog: Catalog, reached: Set<Node>, targets: Node[]): Flaw[] {
  return catalog.flaws.filter((flaw) => {
    if (flaw.node !== undefined && !reached.has(flaw.node)) return false;
    const holds = ({ file, pointer }: Node) => file === flaw.file && pointer.startsWith(`${flaw.pointer}/`);
    return flaw.code !== 'schema-keyword' || !targets.some(holds);
  });
}

/** The first flaw as a problem, with its place in the schema. */
export function flawProblem(flaws: Flaw[]): Problem {
  const flaw = flaws[0]!;
  const { name } = flaw.file;
  const more = flaws.length > 1 ? ` (${flaws.length - 1} more)` : '';
  const place = flaw.file.place(flaw.pointer, flaw.part);
  return {
    code: flaw.code,
    message: `The schema ${name} has a mistake at ${flaw.pointer === '' ? 'its top' : flaw.pointer}: ${flaw.message}${more}`,
    hint: flaw.hint,
    path: name,
    ...(place === undefined ? {} : { place }),
  };
}
