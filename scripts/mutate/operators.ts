import { control, inFiles } from './in-files.ts';
import { inValues } from './in-values.ts';
import type { Operator } from './operator.ts';

/** Every operator, in the order of the table. */
export const operators: readonly Operator[] = [control, ...inFiles, ...inValues];
