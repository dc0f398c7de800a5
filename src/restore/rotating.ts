import type { Location, Plan } from './plan.ts';

/**
 * The part of a plan that may be carried out without a person: what rotates is left as it stands.
 * @param rotates see `rotatingFiles`
 */
export function withoutRotating(
  plan: Plan,
  rotates: (location: Location) => boolean,
): { plan: Plan; rotating: Location[] } {
  const stays = (path: Location) => !rotates(path);
  const writes = plan.writes.filter(({ path }) => stays(path));
  const needed = (directory: Location) => writes.some(({ path }) => path.startsWith(`${directory}/`));
  return {
    plan: {
      writes,
      removes: plan.removes.filter(stays),
      unchanged: plan.unchanged,
      directories: plan.directories.filter(({ path }) => needed(path)),
    },
    rotating: [...plan.writes.map(({ path }) => path), ...plan.removes].filter(rotates).sort(),
  };
}
