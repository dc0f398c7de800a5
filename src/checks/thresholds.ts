/**
 * The figures that decide, in one place. They come from a study of 205 documented configuration accidents and
 * 724 ordinary changes; `npm run eval` measures them again on any set of cases.
 */
export const THRESHOLDS = {
  /** Non-blank characters kept, at or below which a file counts as emptied: 4.7% of accidents, 0 of 560 ordinary changes. */
  emptiedShare: 0.1,
  /** A file shorter than this many non-blank characters is not judged by its size. */
  emptiedLeast: 40,
  /** Leaf keys that a file must have before its retention says anything. */
  leastKeys: 4,
  /** The same for non-blank lines. */
  leastLines: 5,
  /** Share of the old leaf keys kept, below which a file is replaced. */
  keysReplaced: 0.3,
  /** Below this share of keys a file is probably replaced; it is certain when `linesDoubtful` agrees. */
  keysDoubtful: 0.5,
  linesDoubtful: 0.5,
  /** Share of the old lines kept, below which a file without comparable keys is replaced. */
  linesReplaced: 0.4,
  /** Share of the old leaf values that stand below other keys now, from which on the file is restructured, not replaced. */
  movedShare: 0.65,
  /** A file of at least so many leaf keys is replaced for certain when this share of its values, and no more, is left. */
  largeKeys: 30,
  valuesReplaced: 0.35,
  /** Share of the old leaf values kept, below which a file with all its keys has probably another's content. */
  valuesDoubtful: 0.3,
  /** Leaf values that a file must have for `valuesDoubtful`. */
  leastValues: 8,
  /**
   * Share of the old lines that are commented out: at 15%, 4.0% of accidents and 0 of 560 ordinary changes; down
   * to 5%, still 0 of 246 ordinary changes.
   */
  commentedShare: 0.1,
  commentedDoubtful: 0.05,
  commentedLeast: 5,
  /** A file became another one: at least this alike now … */
  siblingNow: 0.9,
  /** … and less than this alike before. */
  siblingThen: 0.8,
  /** Values in which two environments must have differed before their becoming equal is an accident. */
  siblingLeastDifferences: 3,
  /**
   * Share of a file's lines that changed, below which it is not compared with its peers: to get from `siblingThen`
   * to `siblingNow`, a tenth of its values has to change, and half of its lines may be comments.
   */
  peerChanged: 0.05,
  /** Keys that lose their value at once, from which on it is no cleaning up: 2 of 5 wrong-environment accidents, 0 of 278 ordinary changes (at most 2 keys). */
  emptiedKeys: 5,
  /** Lines of a document inside of a value that is emptied: no ordinary change of 278 did it. */
  emptiedLines: 10,
  /**
   * Keys at which another environment has one part in place of ours before it counts as that environment's own: no
   * ordinary change of 278 takes such a part, at one key or at more.
   */
  tokenKeys: 2,
  /** The same for an error: a promotion of one address may well concern two keys. */
  tokenKeysSure: 3,
  /** Entries besides the one that lost a key, of which nearly all keep it. */
  itemLeastNeighbours: 3,
  itemShare: 0.75,
  /** How far above the key its entry is looked for. */
  itemDepth: 3,
  /** Characters of a name that is worth looking for: in its own file, and in the files around it. */
  referenceShortest: 4,
  referenceShortestNear: 6,
  /** More names than these lost at once: the file is another one. */
  referenceMostNames: 50,
  /** Characters of a key that can be misspelt, and letters that may differ: 0 of 290 ordinary changes; with three letters, 3. */
  misspeltShortest: 4,
  misspeltMost: 2,
  /**
   * A stale branch: this many files, or this share of the changed ones, go back to one moment … Measured on 28
   * repositories' changes, half of them (364 ordinary ones, 108 accidents): one ordinary change takes 22 files
   * back, to just before one single commit; accidents of a stale branch undo 3 commits or more.
   */
  staleFiles: 3,
  staleShare: 0.5,
  /** … and this many commits are undone, by files together or by one alone: 0 of 278 ordinary changes. */
  staleCommits: 2,
  /** Values that are removed without a word: four more of 81 accidents, and six more of 246 ordinary changes. */
  unannouncedValues: 4,
} as const;
