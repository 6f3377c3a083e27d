import type { Command, Option } from 'commander';
import type { CommandReference, Verb, VerbOption } from '../../src/guide/reference.ts';
import { makeProgram } from '../program.ts';

/** Every verb of the command line, told by its own definition. */
export function commandReference(): CommandReference {
  const program = makeProgram(async () => {});
  const verbs = [...program.commands];
  return {
    groups: [...Map.groupBy(verbs, (verb) => verb.helpGroup())].map(([name, group]) => ({
      name: name.replace(/:$/, ''),
      verbs: group.map(verbOf),
    })),
    options: program.options.map(optionOf),
  };
}

function verbOf(command: Command): Verb {
  return {
    name: command.name(),
    summary: command.description(),
    usage: usageOf(command),
    arguments: command.registeredArguments.map((argument) => ({
      name: argumentWords(argument),
      description: argument.description,
    })),
    options: command.options.map(optionOf),
    text: textOf(command),
  };
}

/** The name with what has to be given; "…" stands for what else can be. */
function usageOf(command: Command): string {
  const needed = command.options.filter(({ mandatory }) => mandatory).map(usageOfOption);
  const given = command.registeredArguments.map(argumentWords);
  const more = command.options.length > needed.length ? ['…'] : [];
  return [command.name(), ...needed, ...more, ...given].join(' ');
}

function argumentWords(argument: Command['registeredArguments'][number]): string {
  return `<${argument.name()}${argument.variadic ? '...' : ''}>`;
}

function usageOfOption({ argChoices, flags, long }: Option): string {
  return argChoices === undefined ? flags : `${long} ${argChoices.join('|')}`;
}

function optionOf(option: Option): VerbOption {
  const { flags, description, mandatory, argChoices, defaultValue } = option;
  const isList = Array.isArray(defaultValue);
  const taken = isList || typeof defaultValue === 'boolean' ? undefined : defaultValue;
  return {
    flags,
    description: description.replace(/ \(repeatable\)$/, ''),
    needed: mandatory,
    repeatable: isList,
    ...(argChoices !== undefined && { choices: argChoices }),
    ...(taken !== undefined && { default: String(taken) }),
  };
}

/** What `--help` says below the options, without its examples: the guide's own are tried on the sample ledger. */
function textOf(command: Command): string {
  return helpBelow(command)
    .replace(/(?:^|\n)Examples?:\n[\s\S]*$/, '')
    .trim();
}

/** The examples of a verb's `--help`, a line each. */
export function examplesOf(command: Command): string[] {
  const examples = /(?:^|\n)Examples?:\n([\s\S]*)$/.exec(helpBelow(command))?.[1] ?? '';
  return examples
    .replaceAll('\\\n', '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function helpBelow(command: Command): string {
  const texts: string[] = [];
  command.configureOutput({ writeOut: (text) => texts.push(text) }).outputHelp();
  return texts.join('').slice(command.helpInformation().length);
}
