import { oneOf } from '../random.ts';
import { ofFile } from './operator.ts';

/** Another service's file with the same ending: valid, and wrong. */
export const sameKind = ofFile('same-kind', 'other file of the same kind', ({ alike }, random) =>
  oneOf(alike, random),
);
