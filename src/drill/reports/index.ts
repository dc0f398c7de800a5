import type { Drilled } from '../drilled.ts';
import { drillJson } from './json.ts';
import { drillMarkdown } from './markdown.ts';
import { drillTerminal, type TerminalOptions } from './terminal.ts';

/** Every report of a drill, by the name that people type. */
export const drillReports: {
  readonly [format: string]: (drilled: Drilled, options: TerminalOptions) => string;
} = { terminal: drillTerminal, json: drillJson, markdown: drillMarkdown };
