import { githubReport } from './github.ts';
import { jsonReport } from './json.ts';
import { markdownReport } from './markdown.ts';
import type { FormatName, Report } from './report.ts';
import { sarifReport } from './sarif.ts';
import { terminalReport } from './terminal.ts';

export type { FormatName, Report, ReportOptions } from './report.ts';

/** Every report, by the name that people type. */
export const reports: { readonly [id in FormatName]: Report } = {
  terminal: terminalReport,
  json: jsonReport,
  sarif: sarifReport,
  markdown: markdownReport,
  github: githubReport,
};
