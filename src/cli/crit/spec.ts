/** What `cr-crit` takes; apart from the command itself, so that `--help` loads nothing else. */
import { containerOption } from '../container-option.ts';
import { type CommandSpec, commonOptions } from '../options.ts';
import { remoteNote } from '../remote-note.ts';

export const critSpec: CommandSpec = {
  name: 'cr-crit',
  summary: 'look into CRIU images and edit them, with the verbs of crit',
  usage: [
    'cr-crit decode [-i IMAGE] [-o JSON] [--pretty] [--lossless]',
    'cr-crit decode DIR -o OUTDIR',
    'cr-crit encode [-i JSON] [-o IMAGE]',
    'cr-crit show [--nopl] IMAGE',
    'cr-crit info IMAGE',
    'cr-crit set IMAGE PATH=VALUE… [-o IMAGE]',
    'cr-crit compress|decompress DIR [--in-place]',
    'cr-crit x DIR ps|fds|mems|rss|sk',
  ],
  words: {
    decode: 'an image to JSON',
    encode: 'JSON to an image',
    show: 'an image to read',
    info: 'what kind of image it is, and how many entries it has',
    set: 'change fields of an image',
    compress: 'pages of a directory compressed, as in the development branch of 2026',
    decompress: 'compressed pages of a directory made plain',
    x: 'what a directory or archive holds: ps, fds, mems, rss, sk',
  },
  options: {
    in: { short: 'i', value: 'FILE', help: 'what to read (default: standard input)' },
    out: { short: 'o', value: 'FILE', help: 'where to write (default: standard output)' },
    pretty: { help: 'decode: on several lines, with hexadecimal numbers and names of flags, as crit' },
    lossless: {
      help: "decode: JSON of our own that loses nothing, of damaged images as well; crit's loses some, and it is said what",
    },
    refs: {
      help: 'decode: the lossless form with payloads as references into IMAGE; encode then needs --image',
    },
    image: { value: 'IMAGE', help: 'encode: the image that references of the JSON point into' },
    name: {
      value: 'NAME',
      help: 'the file name that tells the type, where the path does not: core-1.img for standard input',
    },
    'in-place': { help: 'compress, decompress: without keeping the old files as NAME.bak' },
    nopl: { help: 'show: the size of payloads instead of their bytes' },
    force: { short: 'f', help: 'replace the output if it exists' },
    ...containerOption,
    ...commonOptions,
    json: { help: 'info, x: as JSON of our own' },
  },
  aliases: { input: 'in', output: 'out' },
  abbreviates: true,
  examples: [
    ['cr-crit show core-1.img', "crit's pretty form, to read"],
    ['cr-crit decode -i core-1.img -o core-1.json', 'exactly what "crit decode" prints'],
    ['cr-crit encode -i core-1.json -o core-1.img', 'and back, byte for byte where nothing was edited'],
    ['cr-crit decode --lossless -i core-1.img', 'every byte of it, to edit'],
    [
      'cr-crit set core-1.img tc.comm=sh',
      'change a field in place; entries[3].pid=7 for another than the first entry',
    ],
    ['cr-crit decode dump -o dump.json', 'all images of a directory or archive, a JSON file for each'],
    ['cr-crit x checkpoint.tar.zst ps', 'the process tree in a Podman archive, which is not unpacked'],
    ['cr-crit show checkpoint.tar.zst pstree.img', 'one image in an archive'],
  ],
  notes: [
    'What crit takes, this takes, and answers alike; the exit code is 1 where crit cannot hold the image. encode takes the JSON of crit and go-crit and the lossless form, and finds out which it is.',
    'IMAGE may be a directory or archive, followed by the name of a file in it. Results appear whole or not at all; a regular file is replaced, as crit does. set writes IMAGE anew, unless -o names another.',
    remoteNote,
  ],
};
