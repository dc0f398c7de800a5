import { markdownCode, markdownFence, markdownText } from '../../reports/escape.ts';
import { type Block, fitBlocks } from '../../reports/fit.ts';
import { differenceLines } from '../../reports/keys.ts';
import { plural, shortId } from '../../reports/messages.ts';
import { type Drilled, STRUCTURAL, survivorsOf, type Trial } from '../drilled.ts';
import { cellText, matrixOf } from './matrix.ts';
import { headlines, pasteText, proposalText, scopeOf, seenAs, titleOf, withoutProposal } from './words.ts';

/** Bytes of UTF-8: below GitHub's 1 MiB for a job summary, which is lost as a whole when it is longer. */
const LIMIT = 1_000_000;
const MOST_SHOWN = 100;
const MOST_DIFFERENCES = 3;

/** The drill for a job summary or an issue: what would pass comes first, and nothing is shown in part. */
export function drillMarkdown(drilled: Drilled): string {
  const start = [
    '# Holdfast drill',
    `${markdownCode(shortId(drilled.commit))} under ${markdownCode(drilled.policy)}: ${markdownText(scopeOf(drilled))}`,
    ...headlines(drilled).map(markdownText),
  ];
  const blocks = [
    ...survivors(drilled, STRUCTURAL, 'Would pass'),
    ...paste(drilled, STRUCTURAL, 'To paste into the policy'),
    ...matrix(drilled, STRUCTURAL, 'Files and keys'),
    ...survivors(drilled, ['value'], 'Values that would pass'),
    ...paste(
      drilled,
      ['value'],
      'To paste where a value must not change unseen; each also stops changes that are meant',
    ),
    ...matrix(drilled, ['value'], 'Values'),
    ...notDrilled(drilled),
  ];
  return `${fitBlocks(start.join('\n\n'), blocks, LIMIT).trimEnd()}\n`;
}

/** Paragraphs that are shown together. */
function block(noun: string, ...parts: string[]): Block {
  return { text: parts.map((part) => `\n\n${part}`).join(''), noun, count: 1 };
}

function survivors(drilled: Drilled, groups: readonly Trial['group'][], title: string): Block[] {
  const all = survivorsOf(drilled, groups);
  if (all.length === 0) return [];
  const more = all.length - MOST_SHOWN;
  const [first, ...others] = all.slice(0, MOST_SHOWN);
  return [
    block('error', `## ${title}: ${all.length}`, ...survivor(first!)),
    ...others.map((trial) => block('error', ...survivor(trial))),
    ...(more > 0
      ? [
          {
            ...block('error', `… and ${plural(more, 'more error')}; \`--format json\` lists them all.`),
            count: more,
          },
        ]
      : []),
  ];
}

function survivor(trial: Trial): string[] {
  const { lines } = trial.change ? differenceLines(trial.change, MOST_DIFFERENCES) : { lines: [] };
  const place = lines.find(({ line }) => line !== undefined)?.line;
  const where = `${markdownCode(trial.path)}${place === undefined ? '' : `, line ${place}`}`;
  const difference = lines.map(({ sign, text }) => `${sign} ${text}`);
  return [
    `**${markdownText(titleOf(trial))}** in ${where}: ${markdownText(seenAs(trial))}.`,
    ...(difference.length === 0 ? [] : [markdownFence(difference, 'diff')]),
    ...(trial.proposals.length === 0
      ? [`Not stopped by a proposal: ${markdownText(withoutProposal(trial))}.`]
      : []),
    ...trial.proposals.flatMap((proposal, index) => {
      const { where: place, lines: text } = proposalText(proposal);
      const label = index === 0 ? 'Would have stopped it' : 'So would';
      return [
        `${label}, ${markdownText(place)}:`,
        markdownFence(text, proposal.kind === 'schema' ? 'json' : 'yaml'),
      ];
    }),
  ];
}

function paste(drilled: Drilled, groups: readonly Trial['group'][], title: string): Block[] {
  const text = pasteText(drilled, groups);
  if (text === '') return [];
  return [block('policy block', `## ${title}`, markdownFence(text.trimEnd().split('\n'), 'yaml'))];
}

function matrix(drilled: Drilled, groups: readonly Trial['group'][], title: string): Block[] {
  const { services, rows } = matrixOf(drilled.trials, groups);
  if (rows.length === 0) return [];
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    block(
      'table',
      `## ${title}`,
      'Each cell: error/warning/notice/missed; `-` where there was nothing to spoil.',
      [
        line(['', ...services.map(markdownText)]),
        line(['---', ...services.map(() => '---')]),
        ...rows.map(({ operator, cells }) => line([markdownText(operator.title), ...cells.map(cellText)])),
      ].join('\n'),
    ),
  ];
}

function notDrilled({ notDrilled: files }: Drilled): Block[] {
  if (files.length === 0) return [];
  const more = files.length - MOST_SHOWN;
  const lines = [
    ...files
      .slice(0, MOST_SHOWN)
      .map(({ path, reason }) => `- ${markdownCode(path)}: ${markdownText(reason)}`),
    ...(more > 0 ? [`- … and ${plural(more, 'more file')}`] : []),
  ];
  return [{ ...block('undrilled file', '## Not drilled', lines.join('\n')), count: files.length }];
}
