/** What `cr-convert` takes; apart from the command itself, so that `--help` loads nothing else. */
import { containerOption } from '../container-option.ts';
import { type CommandSpec, commonOptions } from '../options.ts';
import { remoteNote } from '../remote-note.ts';

export const convertSpec: CommandSpec = {
  name: 'cr-convert',
  summary: 'convert checkpoint images between kernel versions',
  usage: ['cr-convert [OPTIONS] INPUT OUTPUT', 'cr-convert --plan [OPTIONS] INPUT', 'cr-convert --list'],
  options: {
    to: {
      value: 'VARIANT',
      help: 'target: cpt-2.6.18, 2.6.32, 0x302, cpt-2.6.32/042stab113.5, criu, criu-3.19, json, core; default: from the name of OUTPUT, else the newest variant that a kernel restores; of a JSON document what it says it is',
    },
    from: { value: 'VARIANT', help: 'what INPUT is, when it should not be detected' },
    list: { help: 'list the variants with their evidence, the kernels that restore them, and the steps' },
    plan: { help: 'say what each hop would change in this image; write nothing' },
    strict: { help: 'a loss is an error' },
    allow: {
      value: 'LOSS',
      multiple: true,
      help: 'permit a loss that is refused otherwise: detach-traced, missing-pages, drop-files; between CRIU releases missing-pages, drop-files, drop-newer; may be repeated',
    },
    'start-time': {
      value: 'UNIT',
      choices: ['jiffies', 'timespec'],
      help: 'unit of the start times in INPUT, when it should not be detected',
    },
    hz: {
      value: 'HZ',
      help: 'tick rate of the target kernel; everything in jiffies is rescaled (default: that of INPUT)',
    },
    'end-futex-waits': {
      help: 'wake tasks inside a futex wait at the restore: for another kernel line, where their libraries may wake in another form',
    },
    'inline-payload': {
      help: 'with --to json: put all payloads into the JSON instead of referring to INPUT',
    },
    'check-root': {
      value: 'DIR',
      help: 'with --to criu: compare a container root with what the image needs; write nothing',
    },
    'restore-on': {
      value: 'MACHINE',
      choices: ['this', 'any'],
      help: 'with --to criu: keep capabilities and limits within what this machine gives (default), or keep all, which a restoring CRIU must have',
    },
    'no-injected-code': { help: 'with --to criu: leave out repairs that put code into a process' },
    flatten: { help: 'CRIU images: make one self-contained image of an incremental chain' },
    pid: {
      value: 'PID',
      multiple: true,
      help: 'with --to core: this process only; may be repeated. With one, OUTPUT `-` is the core file itself, else an archive',
    },
    root: {
      value: 'DIR',
      help: 'with --to core: fill memory that only mapped files hold from below DIR',
    },
    compress: {
      value: 'UNIT',
      bare: 'block',
      choices: ['page', 'block'],
      help: "CRIU images: compress pages as CRIU's development branch of 2026 does, which no release reads: --compress (blocks of 256 KiB) or --compress=page",
    },
    decompress: {
      help: 'CRIU images: make plain pages of compressed ones, as every conversion to a release does',
    },
    delta: {
      value: 'BASE',
      help: 'CRIU images: make OUTPUT an incremental image on top of the whole image in the directory BASE',
    },
    'no-verify': { help: 'do not read the result back and check it' },
    force: { short: 'f', help: 'replace OUTPUT if it exists' },
    ...containerOption,
    ...commonOptions,
  },
  examples: [
    ['cr-convert old.img new.img', 'to the newest variant of the same family'],
    ['cr-convert --to 2.6.18 --plan old.img', 'what a conversion to 2.6.18 would change and lose'],
    [
      'cr-convert old.img old.json && cr-convert old.json again.img',
      'the editable JSON form, and back, byte for byte',
    ],
    ['cr-convert --to criu old.img newdir/', 'from OpenVZ to CRIU, with a restore.sh'],
    ['cr-convert --to core dump/ cores/', 'a core file for each process, for gdb: cores/core.PID'],
    ['zcat old.img.gz | cr-convert --to 0x303 - - > new.img', 'in a pipe'],
  ],
  notes: [
    'OUTPUT appears whole or not at all. "-" is standard input or output. Named .tar, .tar.gz or .tar.zst, it is an archive. An archive that is made of the archive of an engine keeps what the engine has beside the images. With --to core it is a directory of core.PID, or one file if it is called core, core.N or NAME.core.',
    remoteNote,
  ],
};

/** Options that say what is made of the pages of CRIU images. */
export const pageWords = ['flatten', 'compress', 'decompress', 'delta'] as const;
