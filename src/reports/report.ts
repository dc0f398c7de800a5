import type { Decision } from '../verdict/decision.ts';

/**
 * `color`: ANSI colours (the caller respects NO_COLOR and terminals). `width`: columns of the terminal.
 * `docsUrl`: where the documentation stands; a check's page is `<docsUrl>/checks/<id>.md`.
 * `limit`: the longest Markdown in bytes of UTF-8 (so never more characters than that either).
 */
export type ReportOptions = { color: boolean; width?: number; docsUrl?: string; limit?: number };

/** Makes text or data of a decision. It decides nothing, and it never throws for what a finding holds. */
export type Report = (decision: Decision, options: ReportOptions) => string;

/** What `--format` and the Action's inputs accept. */
export type FormatName = 'terminal' | 'json' | 'sarif' | 'markdown' | 'github';
