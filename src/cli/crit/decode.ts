/** Image file to JSON or text: decode, show, info. Opens nothing. */
import { type Diagnostic, formatDiagnostic } from '../../diagnostic.ts';
import { notAnImage } from '../../open/not-an-image.ts';
import type { ByteSink } from '../../parse/bytes/byte-sink.ts';
import { openOutput } from '../../parse/bytes/output/file-output.ts';
import { writeCritJson } from '../../parse/criu/crit-text.ts';
import { type DecodedFile, decodeFile } from '../../parse/criu/decode-file.ts';
import { identifyFile } from '../../parse/criu/image-types.ts';
import { critMagicOf } from '../../parse/criu/to-crit-json.ts';
import { writeFileJson } from '../../parse/criu/to-json.ts';
import { indented } from '../../parse/json/indented.ts';
import { exitCode } from '../exit-codes.ts';
import type { Arguments } from '../options.ts';
import { type Terminal, visible } from '../terminal.ts';
import type { NamedImage } from './named-image.ts';

interface Decoding extends DecodedFile {
  readonly diagnostics: Diagnostic[];
}

function decoding({ source, name }: Pick<NamedImage, 'source' | 'name'>): Decoding {
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic) => diagnostics.push(diagnostic);
  const file = decodeFile(source, name, report, { trustsMagic: true });
  return { ...file, diagnostics };
}

/** Problems of a damaged image may be as many as its records. */
const shownMax = 20;

/** Shows what was found, and says by the exit code whether something is wrong. */
export function conclude(diagnostics: readonly Diagnostic[], args: Arguments, terminal: Terminal): number {
  const isQuiet = args.flag('quiet');
  const shown = diagnostics.filter(
    ({ severity }) => severity === 'error' || (severity === 'warning' && !isQuiet),
  );
  for (const diagnostic of shown.slice(0, shownMax)) {
    terminal.err(`${visible(formatDiagnostic(diagnostic))}\n`);
  }
  if (shown.length > shownMax && !isQuiet) terminal.err(`and ${shown.length - shownMax} more\n`);
  return diagnostics.some(({ severity }) => severity === 'error') ? exitCode.findings : exitCode.ok;
}

/** The lossless form, or crit's. A damaged image has the first, but not the second. */
export function critDecode(args: Arguments, terminal: Terminal, image: NamedImage): number {
  if (!args.flag('refs') && identifyFile(image.name)?.type === 'PAGES') {
    terminal.err(
      `${visible(image.name)} is raw data, contents of memory without records; --refs names its bytes\n`,
    );
    return exitCode.findings;
  }
  refuseOther(image);
  // As crit does; nothing but a regular file is ever replaced.
  const output = openOutput(args.value('out') ?? '-', { force: true });
  try {
    const diagnostics = writeDocument(image, args, output.sink);
    if (!isLossless(args) && (args.value('out') ?? '-') === '-') output.sink.write(encoder.encode('\n'));
    const code = conclude(diagnostics, args, terminal);
    if (code !== exitCode.ok && !isLossless(args)) {
      terminal.err(critRefusal);
      return code;
    }
    output.commit();
    return code;
  } finally {
    output.discard();
  }
}

/** A form of our own; references into the image are part of no other. */
export const isLossless = (args: Arguments): boolean => args.flag('lossless') || args.flag('refs');

/** Neither its name nor its first words are those of an image: throws ImageError, with the name of what it is. */
function refuseOther({ source, name }: NamedImage): void {
  const { header } = decoding({ source, name });
  if (header.type === undefined && identifyFile(name) === undefined) throw notAnImage(source);
}

export const critRefusal =
  "nothing is written: crit's JSON cannot hold a damaged image; decode --lossless can\n";

/** The document in the form that the arguments ask for, and what was found on the way. */
export function writeDocument(
  image: Pick<NamedImage, 'source' | 'name'>,
  args: Arguments,
  sink: ByteSink,
): readonly Diagnostic[] {
  const { header, records, diagnostics } = decoding(image);
  const { source } = image;
  const { write, finish } = textWriter(sink);
  const pretty = args.flag('pretty');
  if (!isLossless(args)) {
    const report = (diagnostic: Diagnostic) => diagnostics.push(diagnostic);
    writeCritJson(header, records, write, { pretty, source, report });
  } else {
    writeFileJson(header, records, pretty ? indented(write) : write, { inline: !args.flag('refs'), source });
    if (pretty) write('\n');
  }
  finish();
  return diagnostics;
}

const encoder = new TextEncoder();

/** Small pieces of text are put together before they become bytes. */
const pieceLength = 64 * 1024;
/** Of UTF-8, for a character of a JavaScript string. */
const bytesPerCharacter = 3;

function textWriter(sink: ByteSink): { write(text: string): void; finish(): void } {
  let waiting = '';
  let bytes = new Uint8Array(2 * pieceLength * bytesPerCharacter);
  const finish = (): void => {
    if (waiting.length * bytesPerCharacter > bytes.length) {
      bytes = new Uint8Array(waiting.length * bytesPerCharacter);
    }
    sink.write(bytes.subarray(0, encoder.encodeInto(waiting, bytes).written));
    waiting = '';
  };
  const write = (text: string): void => {
    waiting += text;
    if (waiting.length >= pieceLength) finish();
  };
  return { write, finish };
}

/** crit's pretty form on the terminal. */
export function critShow(args: Arguments, terminal: Terminal, image: NamedImage): number {
  refuseOther(image);
  const { header, records, diagnostics } = decoding(image);
  const noPayload = args.flag('nopl');
  const report = (diagnostic: Diagnostic) => diagnostics.push(diagnostic);
  let text = '';
  const write = (piece: string): void => {
    text += piece;
    if (text.length < pieceLength) return;
    terminal.out(text);
    text = '';
  };
  writeCritJson(header, records(), write, { pretty: true, noPayload, source: image.source, report });
  terminal.out(`${text}\n`);
  return conclude(diagnostics, args, terminal);
}

export function critInfo(args: Arguments, terminal: Terminal, image: NamedImage): number {
  refuseOther(image);
  const { header, records, diagnostics } = decoding(image);
  let count = 0;
  let unreadableBytes = 0;
  for (const record of records()) {
    if (record.kind === 'message') count += 1;
    else if (record.reason === 'unreadable') unreadableBytes += record.data.length;
  }
  // crit does not count the head of a pagemap.
  const entries =
    header.type === 'PAGEMAP' || header.type === 'SHMEM_PAGEMAP' ? Math.max(0, count - 1) : count;
  if (!args.flag('json')) {
    terminal.out(`${JSON.stringify({ magic: critMagicOf(header), count: entries }, undefined, 4)}\n`);
    return conclude(diagnostics, args, terminal);
  }
  const { name, type = null, id, magics } = header;
  const facts = {
    schemaVersion: 1,
    file: name,
    type,
    ...(id !== undefined && { id }),
    magics: magics.map((magic) => `0x${magic.toString(16)}`),
    sizeBytes: image.source.size,
    count: entries,
    unreadableBytes,
  };
  terminal.out(`${JSON.stringify(facts, undefined, 2)}\n`);
  return conclude(diagnostics, args, terminal);
}
