import type { Decision } from '../verdict/decision.ts';

/** The side after of a decision, as a part of a file's name: the start of a commit, or `live-web1`. */
export function headName({ head }: Decision): string {
  return head.replace(/[^\w.-]+/g, '-').slice(0, 12);
}
