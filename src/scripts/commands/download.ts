import { joined, literalOf, type Text } from '../text.ts';
import { advice, WRITE_BESIDE } from './forms.ts';
import { hasOption, optionValue } from './options.ts';
import { below, HERE, lastName, ofOption, operands, spot } from './places.ts';
import type { Call, CommandSpec, Spot } from './spec.ts';

const CURL_VALUES =
  '-E --cert -K --config --connect-timeout --connect-to -C --continue-at -b --cookie -c --cookie-jar -d --data --data-ascii --data-binary --data-raw --data-urlencode -D --dump-header -F --form --form-string -H --header --interface --key --key-type --limit-rate --max-filesize --max-redirs -m --max-time --netrc-file --noproxy -o --output --output-dir --oauth2-bearer --pass --pinnedpubkey --proto --proto-redir --proxy -x --proxy-user -U --proxy-header -Q --quote -r --range -e --referer -X --request --resolve --retry --retry-delay --retry-max-time --cacert --capath --ciphers -y --speed-time -Y --speed-limit --stderr -z --time-cond --tls-max --trace --trace-ascii -T --upload-file --url --unix-socket -u --user -A --user-agent -w --write-out --aws-sigv4 --json --create-file-mode --etag-save --etag-compare --happy-eyeballs-timeout-ms --parallel-max --dns-servers --doh-url --socks5 --socks5-hostname';

const WGET_VALUES =
  '-O --output-document -P --directory-prefix -o --output-file -a --append-output -e --execute -i --input-file -B --base -t --tries --timeout -T --dns-timeout --connect-timeout --read-timeout -w --wait --waitretry -Q --quota --limit-rate --user --password --header -U --user-agent --referer --post-data --post-file --method --body-data --body-file --load-cookies --save-cookies --ca-certificate --ca-directory --certificate --private-key --http-user --http-password --proxy-user --proxy-password --progress --retry-on-http-error -A --accept -R --reject -D --domains -I --include-directories -X --exclude-directories -l --level --cut-dirs --secure-protocol';

/** The name under which a URL's content is kept: what stands behind its last slash, for curl without the query. */
function nameInUrl(url: Text, query: boolean): Text {
  const end = query
    ? -1
    : url.findIndex((part) => (typeof part === 'string' ? /[?#]/.test(part) : part.name === '?'));
  const last = url[end];
  const cut = typeof last === 'string' ? [last.replace(/[?#].*$/, '')] : [];
  return lastName(joined(end === -1 ? url : [...url.slice(0, end), ...cut]));
}

const inDirectory = (directory: Text, urls: readonly Spot[], query = false): Spot[] =>
  urls.map(({ texts }) => ({ texts: texts.map((url) => below(directory, nameInUrl(url, query))) }));

/** `--output-dir` of curl and `-P` of wget. */
const directoryOf = (call: Call, names: string): Text => optionValue(call, names)?.values[0] ?? HERE;

/** `-o FILE` as often as it is given, and the names in the URLs for `-O`. */
function curled(call: Call): Spot[] {
  const directory = directoryOf(call, '--output-dir');
  const named = call.options.flatMap(({ name, value }) =>
    value && /^(-o|--output)$/.test(name)
      ? [{ texts: value.values.map((path) => below(directory, path)) }]
      : [],
  );
  const remote = hasOption(call, '-O --remote-name --remote-name-all');
  return remote ? [...named, ...inDirectory(directory, urlsOf(call))] : named;
}

const urlsOf = (call: Call): Spot[] => [
  ...operands()(call),
  ...call.options.flatMap(({ name, value }) => (name === '--url' && value ? [spot(value)] : [])),
];

const wgetNames = (call: Call): Spot[] =>
  inDirectory(directoryOf(call, '-P --directory-prefix'), operands()(call), true);

const recursive = (call: Call): boolean => hasOption(call, '-r --recursive -m --mirror -p --page-requisites');

/** Downloads. */
export const downloadCommands: readonly CommandSpec[] = [
  {
    names: ['curl'],
    about: 'the files of -o, or with -O the names in the URLs',
    page: 'https://curl.se/docs/manpage.html',
    options: { values: CURL_VALUES },
    writes: [
      {
        op: 'truncate',
        rule: 'download-over-config',
        spots: curled,
        missing: '--no-clobber',
        safer: WRITE_BESIDE,
        fits: (call) => !hasOption(call, '--output-dir -O --remote-name --remote-name-all'),
        aggravators: (call) =>
          hasOption(call, '-f --fail --fail-with-body') ? [] : (['download-unchecked'] as const),
      },
      {
        op: 'truncate',
        rule: 'download-over-config',
        spots: (call) => [
          ...ofOption('-D --dump-header')(call),
          ...ofOption('-c --cookie-jar')(call),
          ...ofOption('--trace --trace-ascii')(call),
        ],
        safer: WRITE_BESIDE,
      },
    ],
  },
  {
    names: ['wget'],
    about: 'the file of -O; otherwise the names in the URLs, only when there is no such file yet',
    page: 'https://www.gnu.org/software/wget/manual/html_node/Download-Options.html',
    // -nc, -nv, -nd are words of two letters: the second one is the value.
    options: { values: WGET_VALUES, attached: '-n' },
    idle: '--spider --help --version',
    writes: [
      {
        op: 'truncate',
        rule: 'download-over-config',
        spots: ofOption('-O --output-document'),
        missing: '--no-clobber -n=c',
        safer: WRITE_BESIDE,
      },
      {
        op: 'replace',
        rule: 'download-over-config',
        spots: wgetNames,
        unless: (call) => hasOption(call, '-O --output-document') || recursive(call),
        missing: (call) => (hasOption(call, '-N --timestamping') ? undefined : 'wget without -O and -N'),
        safer: [advice('Give the file a name with -O beside it, then move it there.')],
      },
      {
        op: 'replace-tree',
        rule: 'download-over-config',
        spots: (call) => [{ texts: [directoryOf(call, '-P --directory-prefix')], tree: true }],
        when: recursive,
        missing: '--no-clobber -n=c',
        safer: [{ kind: 'advice', text: 'Download into an empty directory, then move what is right.' }],
      },
    ],
  },
  {
    names: ['aria2c'],
    about: 'the file of -o in the directory of -d; with --allow-overwrite also when it exists',
    page: 'https://aria2.github.io/manual/en/html/aria2c.html',
    options: { values: '-o --out -d --dir -i --input-file -l --log -j -x -s -k -t -m --header --checksum' },
    writes: [
      {
        op: 'replace',
        rule: 'download-over-config',
        spots: (call) =>
          ofOption('-o --out')(call).map(({ texts }) => ({
            texts: texts.map((path) => below(directoryOf(call, '-d --dir'), path)),
          })),
        missing: (call) =>
          optionValue(call, '--allow-overwrite')?.values.some((text) => literalOf(text) === 'true')
            ? undefined
            : 'aria2c without --allow-overwrite=true',
        safer: WRITE_BESIDE,
        fits: (call) => !hasOption(call, '-d --dir'),
      },
    ],
  },
];
