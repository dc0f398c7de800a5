import type { Sibling } from '../checks/context.ts';
import type { Document } from '../documents/document.ts';
import type { Path } from '../model/path.ts';
import { ok, type Result } from '../model/problem.ts';
import { environmentFamilies } from '../policy/families.ts';
import type { Policy } from '../policy/policy.ts';
import type { Entry, Snapshot } from '../snapshots/snapshot.ts';
import { readBlobs, toDocument } from './read.ts';
import type { Selected } from './select.ts';

/** The same files of other environments, as the before side has them. */
export type Families = {
  environment(path: Path): string | undefined;
  /** Reads the siblings of these changes, so that `siblings` can answer for them. */
  load(selected: readonly Selected[]): Promise<void>;
  siblings(path: Path): Sibling[];
};

const NONE: Families = { environment: () => undefined, load: async () => {}, siblings: () => [] };

/** Looks the whole before side through only when the policy names families and one of their files changed. */
export async function openFamilies(
  before: Snapshot,
  policy: Policy,
  selected: readonly Selected[],
): Promise<Result<Families>> {
  const known = environmentFamilies(policy.environments, []);
  if (!selected.some(({ change }) => known.get(change.path) !== undefined)) return ok(NONE);
  const listed = await before.entries();
  if (!listed.ok) return listed;
  const entries = new Map(listed.value.map((entry) => [entry.path, entry]));
  const families = environmentFamilies(policy.environments, [...entries.keys()]);
  const documents = new Map<Path, Document>();
  const siblingEntries = (path: Path): { entry: Entry; environment: string }[] =>
    (families.get(path)?.others ?? []).flatMap(({ path: other, environment }) => {
      const entry = entries.get(other);
      return entry === undefined ? [] : [{ entry, environment }];
    });
  return ok({
    environment: (path) => families.get(path)?.environment,
    async load(group) {
      const wanted = group.filter(({ change }) => change.before !== undefined && change.after !== undefined);
      const missing = new Map<Path, { entry: Entry; like: Selected }>();
      for (const like of wanted) {
        for (const { entry } of siblingEntries(like.change.path)) {
          if (!documents.has(entry.path)) missing.set(entry.path, { entry, like });
        }
      }
      const order = [...missing.values()];
      const blobs = await readBlobs(
        before,
        order.map(({ entry }) => entry),
      );
      for (const [index, { entry, like }] of order.entries()) {
        documents.set(entry.path, await toDocument(entry, blobs[index]!, like.selection.format));
      }
    },
    siblings: (path) =>
      siblingEntries(path).flatMap(({ entry, environment }) => {
        const document = documents.get(entry.path);
        return document === undefined ? [] : [{ path: entry.path, environment, id: entry.id, document }];
      }),
  });
}
