import type { Result } from '../../../model/problem.ts';
import { openAlertmanager } from './alertmanager.ts';
import { openIssue } from './github-issue.ts';
import type { Sink, SinkOptions } from './sink.ts';
import { openWebhook } from './webhook.ts';

/** Every sink besides the log: the option that asks for it, and the variable that does the same unseen by `ps`. */
export const sinks: readonly {
  option: 'webhook' | 'alertmanager' | 'github-issue';
  variable: string;
  open(options: SinkOptions): Result<Sink>;
}[] = [
  { option: 'webhook', variable: 'HOLDFAST_WEBHOOK', open: openWebhook },
  { option: 'alertmanager', variable: 'HOLDFAST_ALERTMANAGER', open: openAlertmanager },
  { option: 'github-issue', variable: 'HOLDFAST_GITHUB_ISSUE', open: openIssue },
];
