import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

const LICENCE_FILE = /^(licen[cs]e|copying|notice|copyright)/i;

/**
 * The licences of every package that has code in a bundle.
 *
 * @param {import('esbuild').Metafile} metafile
 * @param {string} root the directory that the metafile's paths start from
 * @returns {Promise<string>} sorted by package; the same on every machine
 */
export async function collectLicences(metafile, root) {
  const packages = await Promise.all(packageDirectories(metafile).map((folder) => describe(root, folder)));
  const unique = new Map(packages.map((one) => [`${one.name}@${one.version}`, one]));
  const sorted = [...unique].sort(([left], [right]) => (left < right ? -1 : 1));
  const sections = sorted.map(
    ([title, one]) => `${title}\nLicence: ${one.licence}\n\n${one.text || sameLicence(title, one, sorted)}\n`,
  );
  const rule = `${'-'.repeat(80)}\n\n`;
  return `The files in this directory contain code of these packages.\n\n${rule}${sections.join(`\n${rule}`)}`;
}

/** A package without a licence text is only acceptable when the licence's own text names no copyright holder. */
function sameLicence(title, { licence }, packages) {
  const other = packages.find(([, one]) => one.licence === licence && one.text !== '');
  if (licence !== 'Apache-2.0' || !other)
    throw new Error(`${title} ships no text of its licence, ${licence}`);
  return `The package ships no licence text. The text of ${licence} stands below ${other[0]}.`;
}

function packageDirectories(metafile) {
  const used = Object.values(metafile.outputs).flatMap(({ inputs }) =>
    Object.keys(inputs).filter((input) => inputs[input].bytesInOutput > 0),
  );
  const folders = used.flatMap((input) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input) ?? []);
  return [...new Set(folders)];
}

async function describe(root, folder) {
  const directory = path.join(root, folder);
  const { name, version, license } = JSON.parse(await readFile(path.join(directory, 'package.json'), 'utf8'));
  if (typeof license !== 'string') throw new Error(`${folder}/package.json names no licence`);
  const names = (await readdir(directory)).filter((file) => LICENCE_FILE.test(file)).sort();
  const texts = await Promise.all(names.map((file) => readFile(path.join(directory, file), 'utf8')));
  const text = texts.map((one) => one.replaceAll('\r\n', '\n').trim()).join('\n\n');
  return { name, version, licence: license, text };
}
