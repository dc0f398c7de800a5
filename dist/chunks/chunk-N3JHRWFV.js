import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/snapshots/history.ts
var MOST_COMMITS = 2e3;
var MOST_VERSIONS = 50;
var MOST_MESSAGES = 500;
function onlyTouching(past) {
  const touching = new Set([...past.versions.values()].flatMap((all) => all.map(({ commit }) => commit)));
  const order = [...touching].sort((one, other) => one - other);
  const places = new Map(order.map((commit, index) => [commit, index]));
  const versions = [...past.versions].map(([path, all]) => [
    path,
    all.map((version) => ({ ...version, commit: places.get(version.commit) }))
  ]);
  const commits = order.map((index) => past.commits[index]);
  return { ...past, commits, versions: new Map(versions) };
}

export {
  MOST_COMMITS,
  MOST_VERSIONS,
  MOST_MESSAGES,
  onlyTouching
};
