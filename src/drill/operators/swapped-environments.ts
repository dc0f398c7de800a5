import type { Operator } from './operator.ts';

/** The files of two environments change places. */
export const swappedEnvironments: Operator = {
  id: 'swapped-environments',
  title: 'swapped environments',
  group: 'file',
  async apply({ path, text, environments: [sibling] }) {
    if (sibling === undefined || sibling.text === text) return [];
    return [
      {
        head: new Map([
          [path, sibling.text],
          [sibling.path, text],
        ]),
      },
    ];
  },
};
