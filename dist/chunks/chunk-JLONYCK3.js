import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/adapters/store/parallel.ts
async function inParallel(items, width, work) {
  const results = new Array(items.length);
  const errors = [];
  let next = 0;
  const run = async () => {
    while (next < items.length && errors.length === 0) {
      const index = next++;
      try {
        results[index] = await work(items[index]);
      } catch (error) {
        errors.push(error);
      }
    }
  };
  await Promise.all(Array.from({ length: width }, run));
  if (errors.length > 0) throw errors[0];
  return results;
}

export {
  inParallel
};
