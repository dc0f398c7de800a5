/** A recorded human acceptance of exactly these findings. */
export type Acknowledgement = {
  /** A login, without `@`; for `accept`, where the policy came from. */
  by: string;
  /** When: ISO 8601; for `accept`, the day on which it expires. */
  at: string;
  how: 'review' | 'label' | 'accept';
  /** Of findings, and of what could not be judged (see `unjudgedFingerprint`). */
  fingerprints: string[];
  /** The policy's reason, for `accept`. */
  reason?: string;
};
