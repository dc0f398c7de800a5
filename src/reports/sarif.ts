import type { Described } from '../checks/check.ts';
import type { Finding, NotLookedAt, Severity } from '../findings/finding.ts';
import { encodePath, type Path } from '../model/path.ts';
import { described, rankOf } from '../verdict/catalog.ts';
import { visible, visibleJson } from './escape.ts';
import { headline } from './headline.ts';
import { describe, grouped, plural, titleOf, whatInFile } from './messages.ts';
import type { Report } from './report.ts';

/** GitHub takes 25,000 results, and shows the first 5,000. */
const MOST_RESULTS = 5_000;

const LEVELS: { readonly [severity in Severity]: string } = {
  error: 'error',
  warning: 'warning',
  notice: 'note',
};

/** SARIF 2.1.0 (OASIS) for code scanning and for editors. One run; the results are the findings, worst first. */
export const sarifReport: Report = (decision, { docsUrl }) => {
  const shown = decision.findings.slice(0, MOST_RESULTS);
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Holdfast',
            ...(docsUrl === undefined ? {} : { informationUri: docsUrl }),
            rules: described.map((each) => rule(each, docsUrl)),
          },
        },
        invocations: [
          {
            executionSuccessful: decision.verdict !== 'inconclusive',
            toolExecutionNotifications: [
              ...decision.notLookedAt.map(notification),
              ...leftOut(decision.findings.length - shown.length),
            ],
          },
        ],
        originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The root of the repository.' } } },
        columnKind: 'utf16CodeUnits',
        results: shown.map((finding) => result(finding, decision.base)),
        properties: {
          verdict: decision.verdict,
          headline: headline(decision),
          base: decision.base,
          head: decision.head,
          policy: decision.policy,
        },
      },
    ],
  };
  return `${visibleJson(JSON.stringify(log, undefined, 2))}\n`;
};

function rule(check: Described, docsUrl: string | undefined): object {
  const help = `${check.help}\n\n${check.configure}`;
  return {
    id: check.id,
    name: titleOf(check.id).replace(/ (\w)/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: check.summary },
    fullDescription: { text: check.summary },
    help: { text: help, markdown: help },
    ...(docsUrl === undefined ? {} : { helpUri: `${docsUrl}/checks/${check.id}.md` }),
    defaultConfiguration: { level: LEVELS[check.severity] },
    properties: { tags: ['configuration'] },
  };
}

function result(finding: Finding, base: string): object {
  const { what, why, fix } = describe(finding, base);
  const index = rankOf(finding.check);
  return {
    ruleId: finding.check,
    ...(index === described.length ? {} : { ruleIndex: index }),
    level: LEVELS[finding.severity],
    message: { text: messageText([what, why, fix].join(' ')) },
    locations: [
      {
        physicalLocation: { artifactLocation: artifact(finding.path), ...region(finding) },
        ...(finding.key === undefined
          ? {}
          : { logicalLocations: [{ fullyQualifiedName: finding.key, kind: 'member' }] }),
      },
    ],
    partialFingerprints: { 'holdfast/v1': finding.fingerprint },
    properties: {
      ...(finding.service === undefined ? {} : { service: finding.service }),
      ...(finding.side === undefined ? {} : { side: finding.side }),
      consequences: (finding.folded ?? []).map((folded) => whatInFile(folded, base)),
    },
  };
}

/** A line of the old file is no line of the file that readers of the result have before them. */
function region({ line, column, side }: Pick<Finding, 'line' | 'column' | 'side'>): object {
  if (line === undefined || side === 'before') return {};
  return { region: { startLine: line, ...(column === undefined ? {} : { startColumn: column }) } };
}

function notification(item: NotLookedAt): object {
  return {
    descriptor: { id: item.reason },
    level: item.blocks ? 'error' : 'note',
    message: { text: messageText(`${item.path}: ${item.detail} ${item.hint}`) },
    locations: [{ physicalLocation: { artifactLocation: artifact(item.path), ...region(item) } }],
  };
}

function leftOut(count: number): object[] {
  if (count <= 0) return [];
  const text = `${plural(count, 'more finding')} left out: code scanning shows ${grouped(MOST_RESULTS)} of them. The JSON report has all.`;
  return [{ descriptor: { id: 'results-left-out' }, level: 'warning', message: { text } }];
}

/** A URI, relative but for places of a host, with every byte escaped that is not unreserved (RFC 3986). */
function artifact(path: Path): object {
  let uri = '';
  for (const byte of encodePath(path)) {
    const character = String.fromCharCode(byte);
    uri += /[A-Za-z0-9._~/-]/.test(character)
      ? character
      : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }
  return path.startsWith('/') ? { uri: `file://${uri}` } : { uri, uriBaseId: '%SRCROOT%' };
}

/** `[text](1)` in a message would be a link to a location (SARIF 2.1.0, 3.11.6). */
function messageText(text: string): string {
  return visible(text).replaceAll('](', '] (');
}
