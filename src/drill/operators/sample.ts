import { madeUpSample } from '../edits/sample.ts';
import type { Operator } from './operator.ts';

/** An installer puts the sample in place again; where none is at hand, one is made up, as a vendor's would look. */
export const sample: Operator = {
  id: 'sample',
  title: 'reset to the sample',
  group: 'file',
  async apply(scene, random) {
    const text = scene.sample ?? (await madeUpSample(scene, random));
    return text === undefined || text === scene.text ? [] : [{ head: new Map([[scene.path, text]]) }];
  },
};
