import type { KeyChange } from './difference.ts';

/** The changes at one place of a tree of keys, or at and below it. */
type Seen = { removed: boolean; documents: Set<number> };
type Node = { here: Seen; within: Seen; children: Map<string, Node> };

/**
 * Asks whether a change touches any of these: the same key, or one above or below, as far as that can be told
 * without doubt. The cost of an answer is the depth of the key, however many they are.
 */
export function touching(changes: readonly KeyChange[]): (change: KeyChange) => boolean {
  const root = emptyNode();
  for (const change of changes) {
    let node = root;
    note(node.within, change);
    for (const segment of settled(change.segments)) {
      const next = node.children.get(segment) ?? emptyNode();
      node.children.set(segment, next);
      node = next;
      note(node.within, change);
    }
    note(node.here, change);
  }
  return (change) => {
    let node: Node | undefined = root;
    for (const segment of settled(change.segments)) {
      if (matches(node.here, change)) return true;
      node = node.children.get(segment);
      if (node === undefined) return false;
    }
    return matches(node.within, change);
  };
}

function emptyNode(): Node {
  const seen = (): Seen => ({ removed: false, documents: new Set() });
  return { here: seen(), within: seen(), children: new Map() };
}

function note(seen: Seen, { kind, document }: KeyChange): void {
  if (kind === 'removed') seen.removed = true;
  else seen.documents.add(document);
}

/** The places of what is removed are those of another version: its document is not compared. */
function matches({ removed, documents }: Seen, { kind, document }: KeyChange): boolean {
  return removed || (kind === 'removed' ? documents.size > 0 : documents.has(document));
}

/** Items without an identity are known by their place, which moves: only the list is the same one. */
function settled(segments: readonly string[]): readonly string[] {
  const index = segments.findIndex((segment) => /^\d+$/.test(segment));
  return index === -1 ? segments : segments.slice(0, index);
}
