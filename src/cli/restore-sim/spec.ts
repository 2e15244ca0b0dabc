/** What `cr-restore-sim` takes; apart from the command itself, so that `--help` loads nothing else. */
import { containerOption } from '../container-option.ts';
import { type CommandSpec, commonOptions } from '../options.ts';
import { remoteNote } from '../remote-note.ts';

export const restoreSimSpec: CommandSpec = {
  name: 'cr-restore-sim',
  summary: 'rehearse a restore: what would come of it, and why it would fail',
  usage: [
    'cr-restore-sim [OPTIONS] IMAGE',
    'cr-restore-sim [--with "OPTIONS"] [--engine NAME] [--on HOST] [--root DIR] IMAGE',
    'cr-restore-sim --plan [--format sh] [OPTIONS] IMAGE',
    'cr-restore-sim --for-real IMAGE',
    'cr-restore-sim explain [OPTIONS] LOG [IMAGE]',
    'cr-restore-sim replay [OPTIONS] TRACE…',
    'cr-restore-sim --capture-host [HOST.json]',
    'cr-restore-sim --list',
  ],
  words: {
    explain:
      'say what the lines of a log of CRIU mean, of a restore or a dump, and which record of the image they are about',
    replay: 'hold recordings of a real kernel against the simulated one',
  },
  options: {
    kernel: {
      value: 'PROFILE',
      help:
        'the kernel that restores, see --list; openvz-… runs at HZ 1000 unless /hz250 or /hz100 follows, ' +
        'linux-… on a machine like that of the image unless /aarch64 or another follows. ' +
        'Default: that of --on, else for cpt the OpenVZ line of the image at its own HZ, else the newest',
    },
    on: {
      value: 'HOST',
      help: 'what is there already: a file of --capture-host, or this-host',
    },
    with: {
      value: 'OPTIONS',
      help: 'options that criu restore gets, as one word: --with "--tcp-established --root /ctr"; of Podman its own, too',
    },
    engine: {
      value: 'NAME',
      help: 'runc, crun, podman, cri-o, containerd, docker or lxc: what it passes to CRIU and does by itself',
    },
    root: {
      value: 'DIR',
      help:
        'the tree of files that the restore will see: paths, sizes, modes and build-ids are compared with it. ' +
        'With an engine that of the image: what an archive adds and removes is put over it',
    },
    into: {
      value: 'WHERE',
      choices: ['new', 'host'],
      help:
        'put the tree into namespaces of its own (new) or into those of the host. ' +
        'Default: new for a tree with a process 1, unless HOST leaves number 1 free',
    },
    'capture-host': { help: 'write down what is on this machine, for --on' },
    plan: { help: 'print the ordered steps that a restorer has to take; try nothing' },
    format: {
      value: 'FORM',
      choices: ['text', 'sh'],
      help: 'the plan as text, or as a script that carries it out',
    },
    'for-real': {
      help: 'carry the plan out in throw-away namespaces of this kernel, and compare with the image (root, perl)',
    },
    trace: { help: 'show every step of the rehearsal with its result' },
    'typed-ids': { help: 'with next_id files: use the typed words (PID, IPC_SEM_ID …) that were proposed' },
    list: { help: 'list the kernels with their ways to ask for ids' },
    force: { short: 'f', help: 'replace HOST.json if it exists' },
    ...containerOption,
    ...commonOptions,
  },
  examples: [
    ['cr-restore-sim old.img', 'would the kernel line that wrote it restore it?'],
    ['cr-restore-sim --kernel openvz-2.6.32 new.img', 'would a 2.6.32 OpenVZ kernel restore it?'],
    ['cr-restore-sim --kernel linux-6.18 --plan old.img', 'what a restorer on a current kernel has to do'],
    [
      'cr-restore-sim --with "--tcp-established" --on this-host --root /ctr image/',
      'will it restore here, with these options? If not, why?',
    ],
    ['sh capture-host.sh > host.json', 'the facts of a host without Node, for --on host.json'],
    ['cr-restore-sim --on this-host --into host tree.img', 'are its pids and IPC keys free here?'],
    ['cr-restore-sim explain restore.log image/', 'why did it fail, and which record of the image is it?'],
    ['cr-restore-sim replay traces/', 'does the simulated kernel answer as the recorded one did?'],
  ],
  notes: [
    'IMAGE is an image file, a directory of CRIU images, an archive of either, or a document that cr-convert wrote; "-" is standard input. A TRACE may be a directory of .jsonl files.',
    'Exit code 0: it would restore. 1: the restore would fail, crash or hang; a plan has gaps; a trace diverges. With --with, --engine, --on or --root, 0 is a plain yes: no condition is open that could stop it; what it may lose is listed.',
    'A fact that is not in HOST leaves its condition open; capture-host.sh has to run as whoever would restore, in the same sandbox.',
    remoteNote,
  ],
};
