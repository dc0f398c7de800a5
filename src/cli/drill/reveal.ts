import type { parseArgs } from 'node:util';
import { openText } from '../../adapters/age/sealed-text.ts';
import { breakCopy } from '../../adapters/break-copy.ts';
import { readDrillIssue } from '../../adapters/github/drills.ts';
import { type Cause, readCause } from '../../drill/people/cause.ts';
import { sealedIn } from '../../drill/people/issue.ts';
import { revealReports } from '../../drill/people/revealed.ts';
import { ok, type Result, refuse } from '../../model/problem.ts';
import { plainLine } from '../../reports/escape.ts';
import { chosenDecrypt, IDENTITY_OPTIONS, textOfFile } from '../encryption.ts';
import { chosenGitHub } from '../github.ts';
import type { CliIo } from '../io.ts';
import { parsed, usage } from '../judging.ts';
import { problemText } from '../problem.ts';

const OPTIONS = {
  ...IDENTITY_OPTIONS,
  repository: { type: 'string' },
  file: { type: 'string' },
  into: { type: 'string' },
  format: { type: 'string' },
  debug: { type: 'boolean' },
} as const;

type Arguments = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values'] & { issue?: number };

/** `holdfast drill reveal`: tells the sealed cause of a drill, or makes it in a copy and tells nothing. 0, or 2. */
export async function runReveal(argv: string[], io: CliIo): Promise<number> {
  const args = readArguments(argv);
  const told = args.ok ? await reveal(args.value, io) : args;
  if (!told.ok) {
    io.stderr(problemText(told.problem, io));
    return 2;
  }
  io.stdout(told.value);
  return 0;
}

function readArguments(argv: string[]): Result<Arguments> {
  const read = parsed(
    { args: argv, options: OPTIONS, allowPositionals: true },
    'See holdfast drill reveal --help.',
  );
  if (!read.ok) return read;
  const { values, positionals } = read.value;
  const [given, ...more] = positionals;
  const { file, into, format = 'terminal' } = values;
  if (!Object.hasOwn(revealReports, format)) {
    const known = Object.keys(revealReports).join(', ');
    return refuse(usage(`There is no format ${JSON.stringify(format)} of a cause.`, `Formats: ${known}.`));
  }
  if (into === '') return refuse(usage('--into names no directory.', 'Give the one that the copy is in.'));
  if (more.length > 0 || (given === undefined) === (file === undefined)) {
    return refuse(
      usage('One sealed cause is needed.', 'Give the number of the issue, or --file FILE with its text.'),
    );
  }
  if (given === undefined) return ok(values);
  const number = /^#?(\d{1,9})$/.exec(given)?.[1];
  if (number !== undefined) return ok({ ...values, issue: Number(number) });
  return refuse(usage(`${JSON.stringify(given)} is no number of an issue.`, 'Such as 12.'));
}

async function reveal(args: Arguments, io: CliIo): Promise<Result<string>> {
  const decrypt = await chosenDecrypt(args, io);
  if (!decrypt.ok) return decrypt;
  if (decrypt.value === undefined) {
    return refuse(
      usage('The cause is sealed.', 'Give the identity of somebody it was sealed for: --identity FILE.'),
    );
  }
  const body =
    args.issue === undefined ? await textOfFile(args.file!, io) : await bodyOf(args.issue, args, io);
  if (!body.ok) return body;
  const sealed = sealedIn(body.value);
  if (sealed === undefined) {
    return refuse({
      code: 'nothing-sealed',
      message: 'There is no sealed cause in it, or not all of one.',
      hint: 'Take the whole text of the issue that the drill has opened.',
    });
  }
  const json = await openText(sealed, decrypt.value);
  if (!json.ok) return json;
  const cause = readCause(json.value);
  return cause.ok ? tell(cause.value, args, io) : cause;
}

async function tell(
  cause: Cause,
  { into, format = 'terminal' }: Arguments,
  io: CliIo,
): Promise<Result<string>> {
  if (into === undefined) return ok(revealReports[format]!(cause));
  const broken = await breakCopy(cause.files, into, io.cwd);
  if (!broken.ok) return broken;
  const lines = [
    `Something below ${into} is wrong now, against ${cause.commit.slice(0, 10)}.`,
    'The same command without --into tells what.',
  ];
  return ok(`${lines.map(plainLine).join('\n')}\n`);
}

async function bodyOf(issue: number, { repository }: Arguments, io: CliIo): Promise<Result<string>> {
  const github = chosenGitHub(repository, io);
  if (!github.ok) return github;
  const found = await readDrillIssue(github.value, issue);
  if (!found.ok) return found;
  if (found.value !== undefined) return ok(found.value.body);
  return refuse({
    code: 'no-drill',
    message: `The issue ${issue} of ${github.value.owner}/${github.value.repo} is none that a drill has opened.`,
    hint: 'One counts that has the label holdfast-drill, and that an App or the account of the token has written. Save the text of another one, and give it with --file.',
  });
}
