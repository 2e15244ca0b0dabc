#!/usr/bin/env node
/**
 * checkpointctl-cr: the commands as a plugin of checkpointctl, which looks for programs of such names in PATH:
 * `checkpointctl cr validate checkpoint.tar`. Its protocol: with --plugin-description print a line and exit with 42.
 */
import { didYouMean } from '../did-you-mean.ts';
import { convertSpec } from './convert/spec.ts';
import { critSpec } from './crit/spec.ts';
import { exitCode } from './exit-codes.ts';
import { inspectSpec } from './inspect/spec.ts';
import type { CommandSpec } from './options.ts';
import { restoreSimSpec } from './restore-sim/spec.ts';
import { guardErr, guardOut, type Main, runProcess } from './run.ts';
import { visible } from './terminal.ts';
import { validateSpec } from './validate/spec.ts';
import { versionText } from './version.ts';

interface Verb {
  readonly spec: CommandSpec;
  readonly help: string;
  load(): Promise<Main>;
}

const preflight: Verb = {
  spec: restoreSimSpec,
  help: 'say whether it restores, here or on a host, and with which options',
  load: async () => (await import('./restore-sim/command.ts')).crRestoreSim,
};

const verbs: Readonly<Record<string, Verb>> = {
  inspect: {
    spec: inspectSpec,
    help: 'look into a checkpoint: processes, files, sockets, memory, and what differs between two',
    load: async () => (await import('./inspect/command.ts')).crInspect,
  },
  validate: {
    spec: validateSpec,
    help: 'judge checkpoints: structure, meaning, whether they restore, what they would do to the host',
    load: async () => (await import('./validate/command.ts')).crValidate,
  },
  preflight,
  'restore-sim': preflight,
  convert: {
    spec: convertSpec,
    help: 'convert between kernel versions and families',
    load: async () => (await import('./convert/command.ts')).crConvert,
  },
  crit: {
    spec: critSpec,
    help: 'decode, edit and explore the images in it',
    load: async () => (await import('./crit/command.ts')).crCrit,
  },
};

/** The one of checkpointctl for "this plugin knows the question". */
const describes = 42;

const [word, ...argv] = process.argv.slice(2);
const verb = word !== undefined && Object.hasOwn(verbs, word) ? verbs[word] : undefined;
// A verb has guards of its own.
if (verb === undefined) {
  guardOut('checkpointctl cr');
  guardErr();
}
if (word === '--plugin-description') {
  process.stdout.write('Validate, rehearse, inspect and convert checkpoints (cr-tools)\n');
  process.exitCode = describes;
} else if (verb !== undefined) {
  const { spec, load } = verb;
  await runProcess(spec, async (args, terminal) => (await load())(args, terminal), argv);
} else if (word === undefined) {
  process.stderr.write(helpText());
  process.exitCode = exitCode.usage;
} else if (['--version', '-V'].includes(word)) {
  process.stdout.write(`checkpointctl-cr ${versionText()}\n`);
} else if (['--help', '-h', 'help'].includes(word)) {
  process.stdout.write(helpText());
} else {
  const known = Object.keys(verbs);
  const meant = didYouMean(word, known);
  process.stderr.write(
    `checkpointctl cr: there is no ${visible(JSON.stringify(word))}, but ${known.join(', ')}${meant}\n`,
  );
  process.exitCode = exitCode.usage;
}

function helpText(): string {
  const lines = Object.entries(verbs).map(([name, { help }]) => `  ${name.padEnd(12)} ${help}\n`);
  return `Usage: checkpointctl cr VERB [OPTIONS] ARCHIVE\n\n${lines.join('')}\nEach has --help.\n`;
}
