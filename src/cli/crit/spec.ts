/** What `cr-crit` takes; apart from the command itself, so that `--help` loads nothing else. */
import { type CommandSpec, commonOptions } from '../options.ts';

export const critSpec: CommandSpec = {
  name: 'cr-crit',
  summary: 'look into CRIU images and edit them, with the verbs of crit',
  usage: [
    'cr-crit decode [-i IMAGE] [-o JSON] [--pretty] [--compat]',
    'cr-crit decode DIR -o OUTDIR',
    'cr-crit encode [-i JSON] [-o IMAGE]',
    'cr-crit show [--nopl] IMAGE',
    'cr-crit info IMAGE',
    'cr-crit x DIR ps|fds|mems|rss|sk',
  ],
  words: {
    decode: 'an image to JSON',
    encode: 'JSON to an image',
    show: 'an image to read',
    info: 'what kind of image it is, and how many entries it has',
    x: 'what a directory or archive holds: ps, fds, mems, rss, sk',
  },
  options: {
    in: { short: 'i', value: 'FILE', help: 'what to read (default: standard input)' },
    out: { short: 'o', value: 'FILE', help: 'where to write (default: standard output)' },
    pretty: {
      help: 'decode: on several lines; with --compat also hexadecimal numbers and names of flags, as crit',
    },
    compat: { help: "decode, info: crit's own JSON, field by field; it loses what crit loses, and says so" },
    refs: {
      help: 'decode: payloads as references into IMAGE instead of inline; encode then needs --image',
    },
    image: { value: 'IMAGE', help: 'encode: the image that references of the JSON point into' },
    name: {
      value: 'NAME',
      help: 'the file name that tells the type, where the path does not: core-1.img for standard input',
    },
    nopl: { help: 'show: the size of payloads instead of their bytes' },
    force: { short: 'f', help: 'replace the output if it exists' },
    ...commonOptions,
  },
  examples: [
    ['cr-crit show core-1.img', "crit's pretty form, to read"],
    ['cr-crit decode -i core-1.img -o core-1.json', 'the lossless form, to edit'],
    ['cr-crit encode -i core-1.json -o core-1.img', 'and back, byte for byte where nothing was edited'],
    ['cr-crit decode --compat -i core-1.img', 'exactly what "crit decode" prints'],
    ['cr-crit decode dump -o dump.json', 'all images of a directory or archive, a JSON file for each'],
    ['cr-crit x checkpoint.tar.zst ps', 'the process tree in a Podman archive, which is not unpacked'],
    ['cr-crit show checkpoint.tar.zst pstree.img', 'one image in an archive'],
  ],
  notes: [
    'encode takes the lossless form and the JSON of crit and go-crit, and finds out which it is.',
    'IMAGE may be a directory or archive, followed by the name of a file in it. Results appear whole or not at all.',
  ],
};
