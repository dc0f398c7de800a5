import { ok, refuse } from '../../src/model/problem.ts';
import { type Gathered, gather } from '../../src/schemas/gather.ts';
import type { Loosened } from '../../src/schemas/loosened.ts';
import { weakened } from '../../src/schemas/weakened.ts';
import { at } from './support.ts';

/** Gathers the first of these schema files, and what it refers to among the others. */
export async function gathered(files: Record<string, unknown>): Promise<Gathered> {
  const result = await gather(at(Object.keys(files)[0]!), async (source) => {
    const name = source.kind === 'path' ? source.path : source.url;
    const file = files[name];
    if (file === undefined) return refuse({ code: 'schema-missing', message: `no ${name}`, hint: '' });
    return ok({ name, text: typeof file === 'string' ? file : JSON.stringify(file) });
  });
  if (!result.ok) throw new Error(result.problem.message);
  return result.value;
}

export async function weakenedBetween(before: unknown, after: unknown): Promise<Loosened[]> {
  const result = weakened(await gathered({ 's.json': before }), await gathered({ 's.json': after }));
  if (!result.ok) throw new Error(result.problem.message);
  return result.value;
}
