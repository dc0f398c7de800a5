import { ok, type Result, refuse } from '../../model/problem.ts';
import { IDENTITY_OPTIONS } from '../encryption.ts';
import { parsed, usage } from '../judging.ts';

const OPTIONS = {
  ...IDENTITY_OPTIONS,
  since: { type: 'string' },
  until: { type: 'string' },
  symptom: { type: 'string' },
  'symptom-file': { type: 'string' },
  most: { type: 'string' },
  environment: { type: 'string' },
  store: { type: 'string' },
  'git-dir': { type: 'string' },
  policy: { type: 'string' },
  'critical-files': { type: 'string', multiple: true },
  format: { type: 'string' },
  html: { type: 'string' },
  debug: { type: 'boolean' },
} as const;

const MOST = 5;

export type BlameArguments = {
  service?: string;
  since: string;
  until: string;
  symptom?: string;
  symptomFile?: string;
  most: number;
  environment?: string;
  store?: string;
  identity?: string[];
  gitDir?: string;
  policy?: string;
  criticalFiles: string[];
  json: boolean;
  html?: string;
};

export function readBlameArguments(argv: string[]): Result<BlameArguments> {
  const read = parsed({ args: argv, options: OPTIONS, allowPositionals: true });
  if (!read.ok) return read;
  const { values: args, positionals } = read.value;
  const [service, second] = positionals;
  const { symptom, most = String(MOST), format = 'terminal' } = args;
  const file = args['symptom-file'];
  if (second !== undefined) return refuse(usage('blame looks at one service.', 'Name one, or none for all.'));
  if (symptom !== undefined && file !== undefined)
    return refuse(usage('A symptom is a text or a file.', 'Give --symptom or --symptom-file.'));
  if (!/^[1-9]\d{0,3}$/.test(most))
    return refuse(usage(`--most is ${JSON.stringify(most)}.`, 'Give a number of candidates, such as 5.'));
  if (format !== 'terminal' && format !== 'json')
    return refuse(usage(`There is no format ${JSON.stringify(format)}.`, 'Formats: terminal, json.'));
  return ok({
    since: args.since ?? 'last-good',
    until: args.until ?? 'HEAD',
    most: Number(most),
    criticalFiles: args['critical-files'] ?? [],
    json: format === 'json',
    ...(args.html !== undefined && { html: args.html }),
    ...(service !== undefined && { service }),
    ...(symptom !== undefined && { symptom }),
    ...(file !== undefined && { symptomFile: file }),
    ...(args.environment !== undefined && { environment: args.environment }),
    ...(args.store !== undefined && { store: args.store }),
    ...(args.identity !== undefined && { identity: args.identity }),
    ...(args['git-dir'] !== undefined && { gitDir: args['git-dir'] }),
    ...(args.policy !== undefined && { policy: args.policy }),
    ...(args.html !== undefined && { html: args.html }),
  });
}
