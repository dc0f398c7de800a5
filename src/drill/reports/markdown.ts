import { markdownCode, markdownFence, markdownText } from '../../reports/escape.ts';
import { differenceLines } from '../../reports/keys.ts';
import { plural, shortId } from '../../reports/messages.ts';
import { type Drilled, STRUCTURAL, survivorsOf, type Trial } from '../drilled.ts';
import { cellText, matrixOf } from './matrix.ts';
import { headlines, pasteText, proposalText, scopeOf, seenAs, titleOf, withoutProposal } from './words.ts';

const MOST_SHOWN = 100;
const MOST_DIFFERENCES = 3;

/** The drill for a job summary or an issue: what would pass comes first. */
export function drillMarkdown(drilled: Drilled): string {
  const sections = [
    '# Holdfast drill',
    `${markdownCode(shortId(drilled.commit))} under ${markdownCode(drilled.policy)}: ${markdownText(scopeOf(drilled))}`,
    ...headlines(drilled).map(markdownText),
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
  return `${sections.join('\n\n')}\n`;
}

function survivors(drilled: Drilled, groups: readonly Trial['group'][], title: string): string[] {
  const all = survivorsOf(drilled, groups);
  if (all.length === 0) return [];
  const more = all.length - MOST_SHOWN;
  return [
    `## ${title}: ${all.length}`,
    ...all.slice(0, MOST_SHOWN).flatMap(survivor),
    ...(more > 0 ? [`… and ${plural(more, 'more error')}; \`--format json\` lists them all.`] : []),
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

function paste(drilled: Drilled, groups: readonly Trial['group'][], title: string): string[] {
  const text = pasteText(drilled, groups);
  return text === '' ? [] : [`## ${title}`, markdownFence(text.trimEnd().split('\n'), 'yaml')];
}

function matrix(drilled: Drilled, groups: readonly Trial['group'][], title: string): string[] {
  const { services, rows } = matrixOf(drilled.trials, groups);
  if (rows.length === 0) return [];
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    `## ${title}`,
    'Each cell: error/warning/notice/missed; `-` where there was nothing to spoil.',
    [
      line(['', ...services.map(markdownText)]),
      line(['---', ...services.map(() => '---')]),
      ...rows.map(({ operator, cells }) => line([markdownText(operator.title), ...cells.map(cellText)])),
    ].join('\n'),
  ];
}

function notDrilled({ notDrilled: files }: Drilled): string[] {
  if (files.length === 0) return [];
  const more = files.length - MOST_SHOWN;
  return [
    '## Not drilled',
    [
      ...files
        .slice(0, MOST_SHOWN)
        .map(({ path, reason }) => `- ${markdownCode(path)}: ${markdownText(reason)}`),
      ...(more > 0 ? [`- … and ${plural(more, 'more file')}`] : []),
    ].join('\n'),
  ];
}
