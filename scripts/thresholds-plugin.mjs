import { readFile } from 'node:fs/promises';

/** Thresholds that a run uses in place of those in force: a JSON object, as `npm run tune` gives it. */
export const VARIABLE = 'HOLDFAST_THRESHOLDS';

const DECLARATION = 'export const THRESHOLDS = ';

/**
 * An esbuild plugin for scripts: the bundle's `src/checks/thresholds.ts` takes the values of `HOLDFAST_THRESHOLDS`
 * over its own when it runs. The sources stay as they are, and what is published is built without it.
 */
export function replaceableThresholds() {
  return {
    name: 'replaceable-thresholds',
    setup(build) {
      build.onLoad({ filter: /[\\/]src[\\/]checks[\\/]thresholds\.ts$/ }, async ({ path }) => {
        const source = await readFile(path, 'utf8');
        if (!source.includes(DECLARATION)) throw new Error(`${path} does not declare THRESHOLDS`);
        return { contents: `${source.replace(DECLARATION, 'const IN_FORCE = ')}\n${REPLACED}`, loader: 'ts' };
      });
    },
  };
}

const REPLACED = `
const OTHERS: Record<string, unknown> = JSON.parse(process.env.${VARIABLE} ?? '{}');
for (const [name, value] of Object.entries(OTHERS)) {
  if (!Object.hasOwn(IN_FORCE, name)) throw new Error('There is no threshold ' + name);
  if (typeof value !== 'number') throw new Error('The threshold ' + name + ' is not a number');
}
export const THRESHOLDS = { ...IN_FORCE, ...OTHERS };
`;
