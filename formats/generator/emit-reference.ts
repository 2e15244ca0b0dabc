/**
 * The formats for readers, `docs/formats/`: every CPT and linux-cr layout with offsets, every CRIU image and message with the
 * release that brought it. From the specs, so that they cannot differ from what the readers do.
 */
import { imageHeaderPrefixBytes, objectHeaderBytes } from '../../src/parse/cpt/record.ts';
import { imageTypes } from '../../src/parse/criu/image-types.ts';
import { readProtoFiles } from '../criu/generate-descriptors.ts';
import type { ProtoEnum, ProtoField } from '../criu/parse-proto.ts';
import type { LinuxCrSpec } from './linux-cr/spec.ts';
import type { CptSpec, SpecEnumValue, SpecField, SpecType } from './spec.ts';

const madeFrom = (specs: string) => `<!-- Made by "npm run generate" from ${specs}. Do not edit. -->\n`;
const cell = (text: string | undefined) => (text ?? '').replaceAll('|', '\\|').replace(/\s+/g, ' ').trim();
const row = (...cells: readonly string[]) => `| ${cells.join(' | ')} |`;
const code = (text: string | undefined) => (text === undefined || text === '' ? '' : `\`${text}\``);

type Types = ReadonlyMap<string, SpecType>;

export function emitCptReference(spec: CptSpec): string {
  const objects = new Map(
    spec.objects.flatMap((object) => (object.fixed ? [[object.fixed, object] as const] : [])),
  );
  const parts = [...spec.types.values()].sort(byName).map((type) => {
    const object = objects.get(type.name);
    const base = type.name === 'image_header' ? imageHeaderPrefixBytes : object ? objectHeaderBytes : 0;
    const where =
      object === undefined
        ? ''
        : `Object ${object.number} (0x${object.number.toString(16)}), followed by ${object.content}. `;
    return typePart(spec.types, type, base, where);
  });
  return `${madeFrom('formats/cpt/*.ksy')}
# OpenVZ CPT, byte by byte

An image is a header, sections, and a trailer; a section is a header and objects; an object is a header of ${objectHeaderBytes} bytes (length to the
next one as u64, type u32, header length u16, content u16), its fields, and what it contains. Numbers are little-endian.
Offsets count from the start of the object, or, of structures inside of others, from their own. **The header length decides
which fields an object has**: fields marked "longer" are absent in the shorter headers of older kernels, not zero.
Which kernel writes which length: \`cr-convert --list\`, and \`cr-inspect IMAGE record REF\` for one object.

${parts.join('\n')}
${enumParts(spec.enums)}`;
}

export function emitLinuxCrReference(spec: LinuxCrSpec): string {
  const parts = [...spec.types.values()].sort(byName).map((type) => typePart(spec.types, type, 0, '', false));
  const kinds = spec.kinds.map(({ kind, forms }) =>
    row(
      code(kind),
      forms
        .map(
          ({ since, type, hasTail }) =>
            `${since}: ${type?.name ?? 'header only'}${hasTail ? ' and bytes' : ''}`,
        )
        .join('<br>'),
    ),
  );
  return `${madeFrom('formats/linux-cr/*.ksy')}
# linux-cr, byte by byte

A stream of records, each with a header of its length and type. Layouts are named by the day of the patch set that changed them.
Offsets count from the end of the header of the record.

| record | layouts, newest first |
| --- | --- |
${kinds.join('\n')}

${parts.join('\n')}
${enumParts(spec.enums)}`;
}

const byName = (left: { readonly name: string }, right: { readonly name: string }) =>
  left.name < right.name ? -1 : 1;

/** `isTrailing`: fields that may be absent stand at the end, so that those before them lie where they lie. */
function typePart(types: Types, type: SpecType, base: number, where: string, isTrailing = true): string {
  let offset: number | undefined = base;
  const rows = type.fields.map((field) => {
    const size = sizeOf(types, field);
    const at = offset === undefined ? '…' : `0x${offset.toString(16)}`;
    const isFixed = size !== undefined && (isTrailing || !field.optional);
    offset = offset === undefined || !isFixed ? undefined : offset + size;
    const note = [
      field.doc,
      field.enumName && `Values: [${field.enumName}](#${field.enumName}).`,
      field.unit && `Unit: ${field.unit}.`,
    ];
    return row(
      at,
      typeText(field),
      code(field.name),
      code(field.kernelName),
      field.optional ? (isTrailing ? 'longer' : 'not in all') : '',
      cell(note.filter(Boolean).join(' ')),
    );
  });
  return `## ${type.name}

${where}${cell(type.doc)}

| offset | type | field | in the kernel | | meaning |
| --- | --- | --- | --- | --- | --- |
${rows.join('\n')}
`;
}

function typeText({ type, repeat }: SpecField): string {
  const one =
    type.kind === 'integer'
      ? `${type.signed ? 's' : 'u'}${8 * type.bytes}`
      : type.kind === 'bytes'
        ? `${type.size} bytes`
        : `[${type.name}](#${type.name})`;
  return repeat === undefined ? one : `${one} × ${repeat === 'variable' ? 'n' : repeat}`;
}

/** In bytes, of the longest form; undefined where it depends on the header. */
function sizeOf(types: Types, { type, repeat }: SpecField): number | undefined {
  if (repeat === 'variable') return undefined;
  const one =
    type.kind === 'integer' ? type.bytes : type.kind === 'bytes' ? type.size : structSize(types, type.name);
  return one === undefined ? undefined : one * (repeat ?? 1);
}

function structSize(types: Types, name: string): number | undefined {
  const sizes = types.get(name)?.fields.map((field) => sizeOf(types, field));
  return sizes?.every((size) => size !== undefined) ? sizes.reduce((sum, size) => sum + size, 0) : undefined;
}

function enumParts(enums: ReadonlyMap<string, readonly SpecEnumValue[]>): string {
  const parts = [...enums]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([name, values]) => {
      const rows = values.map(({ value, id, kernelName, doc }) =>
        row(String(value), code(id), code(kernelName), cell(doc)),
      );
      return `### ${name}\n\n| value | name | in the kernel | meaning |\n| --- | --- | --- | --- |\n${rows.join('\n')}\n`;
    });
  return `## Values\n\n${parts.join('\n')}`;
}

export function emitCriuReference(): string {
  const files = readProtoFiles();
  const images = Object.entries(imageTypes).map(([name, type]) => {
    const { file, magic, message, rest, payload, since, service } = type as {
      readonly file: string;
      readonly magic?: number;
      readonly message?: string;
      readonly rest?: string;
      readonly payload?: string;
      readonly since?: string;
      readonly service?: true;
    };
    const messages = [message, rest]
      .flatMap((each) => (each === undefined ? [] : `[${each}](#${each})`))
      .join(', then ');
    const hex = magic === undefined ? '' : code(`0x${magic.toString(16)}`);
    return row(
      name,
      code(service ? file : `${file}.img`),
      hex,
      messages || 'none',
      payload ?? '',
      since ?? '',
    );
  });
  const messages = files.flatMap((file) => file.messages).sort(byName);
  const enums = files.flatMap((file) => file.enums).sort(byName);
  const known = new Set([...messages, ...enums].map(({ name }) => name));
  const parts = messages.map((message) => {
    const own = message.enums.map((each) => enumPart(each));
    const rows = message.fields.map((field) => fieldRow(field, known));
    return `### ${message.name}\n\n${cell(message.comment)}\n\n| number | type | field | since | meaning |\n| --- | --- | --- | --- | --- |\n${rows.join('\n')}\n${own.join('')}`;
  });
  return `${madeFrom('formats/criu/proto/*.proto and src/parse/criu/image-types.ts')}
# CRIU images, field by field

An image file is one or two magic numbers (32 bits, little-endian; from CRIU 1.6 on a common one before that of the type), then
records: a length (32 bits) and a protobuf message; some are followed by a payload. "since" is the first release that writes it;
nothing there means 1.0 or older.

## Files

| type | file | magic | messages | payload | since |
| --- | --- | --- | --- | --- | --- |
${images.join('\n')}

## Messages

${parts.join('\n')}
## Enumerations

${enums.map(enumPart).join('\n')}`;
}

function fieldRow(
  { label, type, name, number, options, comment }: ProtoField,
  known: ReadonlySet<string>,
): string {
  const shown = known.has(type) ? `[${type}](#${type})` : type;
  const since = options['note.since'] ?? options['(note.since)'];
  return row(
    String(number),
    `${label} ${shown}`,
    code(name),
    since === undefined ? '' : String(since),
    cell(comment),
  );
}

function enumPart({ name, values }: ProtoEnum): string {
  const rows = values.map((value) =>
    row(
      String(value.number),
      code(value.name),
      String(value.options['note.value_since'] ?? value.options['(note.value_since)'] ?? ''),
    ),
  );
  return `### ${name}\n\n| value | name | since |\n| --- | --- | --- |\n${rows.join('\n')}\n`;
}
