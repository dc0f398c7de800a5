import { oneOf } from '../random.ts';
import { ofFile } from './operator.ts';

/** A file of another kind overwrites it: a wrong name in a copy command. */
export const otherFile = ofFile('other-file', 'other file', ({ others }, random) => oneOf(others, random));
