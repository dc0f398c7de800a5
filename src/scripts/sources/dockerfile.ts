import {
  type Arg,
  DockerfileParser,
  type Env,
  type From,
  type Instruction,
  type Onbuild,
} from 'dockerfile-ast';
import { baseName, type Path } from '../../model/path.ts';
import { lineStarts, placeFinder } from '../../model/place.ts';
import { locate } from '../location.ts';
import type { Text } from '../text.ts';
import type { Extracted } from '../unit.ts';
import { readCopies } from './dockerfile-copy.ts';
import { readCommands } from './dockerfile-run.ts';
import { argumentsOf, expand, type Reading, type Stage, wordsOfList } from './dockerfile-stage.ts';
import { nothing } from './found.ts';
import { type Source, unknown } from './source.ts';
import { fillIn } from './stand-ins.ts';
import { isTemplate, templateHoles } from './template-tags.ts';

const NAME = /^(?:Dockerfile|Containerfile)(?:[.-][\w.-]+)?$|\.(?:dockerfile|containerfile)$/i;
/** `Dockerfile.md` and the like are about one. */
const ABOUT = /\.(?:md|txt|rst|dockerignore|py|js|ts|go|rb|sh|ya?ml|json)$/i;
const WINDOWS = /windows|nanoserver|servercore/i;

/** The commands of an image's build, and what it copies over configuration. */
export const dockerfile: Source = {
  mayBe: (path) => NAME.test(baseName(path)) && !ABOUT.test(path),
  is: (path) => dockerfile.mayBe(path),
  extract,
};

function extract(path: Path, original: string): Extracted {
  const found = nothing();
  const template = isTemplate(path) ? templateHoles(path, original) : { source: original, holes: [] };
  const { source: text, filledIn } = fillIn(template.source, template.holes);
  const parsed = DockerfileParser.parse(text);
  const starts = lineStarts(text);
  const reading: Reading = {
    script: path,
    text,
    original: template.source,
    escape: parsed.getEscapeCharacter(),
    place: placeFinder(text),
    lineStart: (line) => starts[line] ?? text.length,
    found,
  };
  const stages = new Map<string, Stage>();
  const outside = new Map<string, Text>();
  let stage = newStage(filledIn);
  for (const instruction of parsed.getInstructions()) {
    const keyword = instruction.getKeyword();
    if (keyword !== 'FROM') readers.get(keyword)?.(reading, stage, instruction, outside);
    else stage = beginStage(instruction as From, { stages, outside, filledIn, before: stage.variables });
  }
  return found;
}

function newStage(variables: ReadonlyMap<string, Text>): Stage {
  return { directory: ['/'], variables: new Map(variables), shell: ['/bin/sh', '-c'], windows: false };
}

type Outside = {
  stages: Map<string, Stage>;
  /** The `ARG`s before the first stage, which a stage has to name to have them. */
  outside: Map<string, Text>;
  before: ReadonlyMap<string, Text>;
  filledIn: ReadonlyMap<string, Text>;
};

/** A stage that is built on another one begins where that one ends. */
function beginStage(from: From, { stages, outside, before, filledIn }: Outside): Stage {
  if (stages.size === 0) for (const [name, value] of before) outside.set(name, value);
  const image = from.getImage() ?? '';
  const base = stages.get(image.toLowerCase());
  const platform = from.getPlatformFlag()?.getValue() ?? '';
  const stage: Stage =
    base === undefined
      ? { ...newStage(filledIn), windows: WINDOWS.test(image) || WINDOWS.test(platform) }
      : { ...base, variables: new Map(base.variables) };
  stages.set((from.getBuildStage() ?? String(stages.size)).toLowerCase(), stage);
  return stage;
}

type Reader = (
  reading: Reading,
  stage: Stage,
  instruction: Instruction,
  outside: ReadonlyMap<string, Text>,
) => void;

/** What each instruction does; of the others nothing is asked. */
const readers: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['ARG', (_, stage, instruction, outside) => setArgument(stage, instruction as Arg, outside)],
  ['ENV', (_, stage, instruction) => setVariables(stage, instruction as Env)],
  ['WORKDIR', setDirectory],
  ['SHELL', setShell],
  ['RUN', readCommands],
  ['CMD', readCommands],
  ['ENTRYPOINT', readCommands],
  ['COPY', readCopies],
  ['ADD', readCopies],
  ['ONBUILD', readTrigger],
]);

function readTrigger(
  reading: Reading,
  stage: Stage,
  instruction: Instruction,
  outside: ReadonlyMap<string, Text>,
): void {
  const trigger = (instruction as Onbuild).getTriggerInstruction();
  if (trigger === null || trigger.getKeyword() === 'ONBUILD') return;
  readers.get(trigger.getKeyword())?.(reading, stage, trigger, outside);
}

function setDirectory(reading: Reading, stage: Stage, instruction: Instruction): void {
  const path = (argumentsOf(reading, instruction)?.text ?? '').replace(/^(["'])(.*)\1$/, '$2');
  stage.directory = locate(stage.directory, expand(path, stage.variables));
}

function setShell(reading: Reading, stage: Stage, instruction: Instruction): void {
  stage.shell = wordsOfList(argumentsOf(reading, instruction)?.text ?? '') ?? stage.shell;
  stage.windows = false;
}

/** Without a default, the value is the one of an `ARG` before the first stage, or whatever the build is given. */
function setArgument(stage: Stage, instruction: Arg, outside: ReadonlyMap<string, Text>): void {
  const property = instruction.getProperty();
  if (property === null) return;
  const name = property.getName();
  const value = property.getValue();
  if (stage.variables.has(name) && value === null) return;
  stage.variables.set(
    name,
    value === null ? (outside.get(name) ?? [unknown(name)]) : expand(value, stage.variables),
  );
}

function setVariables(stage: Stage, instruction: Env): void {
  const before = new Map(stage.variables);
  for (const property of instruction.getProperties()) {
    stage.variables.set(property.getName(), expand(property.getValue() ?? '', before));
  }
}
