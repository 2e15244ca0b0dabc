/** What `cr-validate` takes; apart from the command itself, so that `--help` loads nothing else. */
import { containerOption } from '../container-option.ts';
import { type CommandSpec, commonOptions } from '../options.ts';
import { remoteNote } from '../remote-note.ts';

export const validateSpec: CommandSpec = {
  name: 'cr-validate',
  summary: 'judge checkpoint images: structure, limits, references, meaning, and whether they restore',
  usage: [
    'cr-validate [OPTIONS] IMAGE|ARCHIVE|DIRECTORY…',
    'cr-validate --init',
    'cr-validate --rules',
    'cr-validate --explain CODE',
  ],
  options: {
    format: {
      value: 'FORMAT',
      choices: ['text', 'json', 'sarif', 'junit', 'github'],
      help: 'of the report (default text); --json is short for --format json',
    },
    init: { help: 'write a configuration file to start from into the working directory' },
    rules: { help: 'list all codes with severity and meaning' },
    explain: { value: 'CODE', help: 'what a code means, why a restore fails, and how to mend it' },
    ignore: { value: 'CODE', multiple: true, help: 'do not report a code; may be repeated' },
    strict: { help: 'warnings count as errors' },
    kernel: {
      value: 'KERNEL',
      help: 'rehearse the restore on this kernel: openvz-2.6.18, openvz-2.6.32, openvz-2.6.18/hz250, linux-6.18 …; default: the line that wrote the image, at its HZ; CRIU on linux-6.18 for its images, whatever OpenVZ kernel is named',
    },
    on: {
      value: 'HOST',
      help: 'rehearse it on a host where something is already: a file of cr-restore-sim --capture-host, or this-host',
    },
    'no-sim': { help: 'do not rehearse the restore' },
    layer: {
      value: 'LAYER',
      multiple: true,
      help: 'only these: framing, schema, references, semantics, restore, trust, policy; may be repeated',
    },
    'fail-on': {
      value: 'SEVERITY',
      choices: ['error', 'warning'],
      help: 'what exit code 1 stands for (default error)',
    },
    trust: {
      value: 'MODE',
      choices: ['strict', 'warn', 'off'],
      help: 'what an archive would do to the host, and with which rights: as errors, as warnings (default for archives), or not at all; --layer trust is strict',
    },
    spec: {
      value: 'FILE',
      multiple: true,
      help: 'what the container was to have: an OCI runtime spec (config.json), or a Kubernetes pod or container, as JSON or YAML',
    },
    config: {
      value: 'FILE',
      help: 'settings and policies (default: cr-validate.config.json here or in a directory above, up to that of the repository)',
    },
    'no-config': { help: 'use no configuration file' },
    baseline: { value: 'FILE', help: 'do not report the findings in this file; fail on new ones only' },
    'write-baseline': { value: 'FILE', help: 'write the findings to this file, and succeed' },
    manifest: {
      value: 'FILE',
      help: 'compare every member with the digests in this file: was the image altered after it was written?',
    },
    'write-manifest': {
      value: 'FILE',
      help: 'write the SHA-256 of every member to this file, to be signed by a tool of yours; judges nothing',
    },
    force: {
      short: 'f',
      help: 'replace the file of --write-baseline, --write-manifest or --init if it exists',
    },
    jobs: {
      short: 'j',
      value: 'N',
      help: 'images judged at the same time (default: 1 for small images, else 2)',
    },
    ...containerOption,
    ...commonOptions,
  },
  examples: [
    ['cr-validate old.img', 'one image, for people'],
    [
      'cr-validate --format sarif dumps/ > cr-validate.sarif',
      'all images below a directory, for code scanning',
    ],
    ['cr-validate --kernel openvz-2.6.32 old.img', 'would that kernel restore it?'],
    ['cr-validate checkpoint.tar.zst', 'would CRIU restore what Podman exported?'],
    ['cr-validate --baseline known.json dumps/', 'fail on findings that are not known yet'],
    [
      'cr-validate --layer trust --spec pod.yaml checkpoint.tar',
      "does a stranger's archive ask for more than the pod? (gate before a restore)",
    ],
    ['cr-validate --explain unopened-file', 'what a code means'],
    ['cr-validate oci://registry.example/team/app:checkpoint', 'of an image in a registry'],
  ],
  notes: [
    'In directories, files that start like an image and directories of CRIU images are judged, archives too; all else is passed over. "-" is standard input.',
    'Archives of CRIU images (tar, gzip, zstd) are judged where they are named, every image in them.',
    'Exit code 1: at least one error is reported (under --strict, or a warning).',
    remoteNote,
  ],
};
