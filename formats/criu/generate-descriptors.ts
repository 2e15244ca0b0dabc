/**
 * Makes `src/parse/generated/criu-descriptors.ts` from the `.proto` files: the fields that the codec walks, the
 * marks on them, and TypeScript types. It writes no file itself.
 */
import { readdirSync, readFileSync } from 'node:fs';
import {
  type ProtoEnum,
  type ProtoField,
  type ProtoFile,
  type ProtoMessage,
  parseProto,
} from './parse-proto.ts';

const protoFolder = new URL('./proto/', import.meta.url);

const scalars: ReadonlySet<string> = new Set([
  'bool',
  'bytes',
  'fixed64',
  'int32',
  'int64',
  'sint32',
  'sint64',
  'string',
  'uint32',
  'uint64',
]);

/** Our `.proto` files, each after the files that it imports. */
export function readProtoFiles(): readonly ProtoFile[] {
  const files = new Map<string, ProtoFile>();
  for (const name of readdirSync(protoFolder).sort()) {
    if (!name.endsWith('.proto') || name === 'options.proto') continue;
    files.set(name, parseProto(name, readFileSync(new URL(name, protoFolder), 'utf8')));
  }
  const ordered = new Set<ProtoFile>();
  const visit = (name: string): void => {
    const file = files.get(name);
    if (file === undefined || ordered.has(file)) return;
    for (const imported of file.imports) visit(imported);
    ordered.add(file);
  };
  for (const name of files.keys()) visit(name);
  return [...ordered];
}

/** The text of the generated module. */
export function generateCriuDescriptors(): string {
  const files = readProtoFiles();
  const enums = enumNames(files);
  const messages = files.flatMap((file) => file.messages);
  return [
    '// Made by npm run generate from formats/criu/proto/*.proto. Do not edit.',
    '',
    '/** Label, type, name and number; the type is a scalar, `enum NAME` or `message NAME`. */',
    "export type CriuFieldRow = readonly ['required' | 'optional' | 'repeated', string, string, number];",
    '',
    'export const criuFields: Readonly<Record<string, readonly CriuFieldRow[]>> = {',
    ...messages.flatMap((message) => fieldLines(message, enums)),
    '};',
    '',
    '/** Names of the values of each enum. */',
    'export const criuEnums: Readonly<Record<string, Readonly<Record<string, number>>>> = {',
    ...files.flatMap(enumLines),
    '};',
    '',
    '/** The first release that knows a value, for enums that grew since 1.4: by name of the enum and number. */',
    'export const criuValuesSince: Readonly<Record<string, Readonly<Record<number, string>>>> = {',
    ...files.flatMap(valueSinceLines),
    '};',
    '',
    '/** Marks on fields, as `message.field`; messages carry only `since`. */',
    'export const criuNotes: Readonly<Record<string, CriuNote>> = {',
    ...messages.flatMap(noteLines),
    '};',
    '',
    'export interface CriuNote {',
    '  readonly hex?: true;',
    '  readonly ipadd?: true;',
    '  readonly flags?: string;',
    '  readonly dev?: true;',
    '  readonly odev?: true;',
    '  readonly dict?: string;',
    '  readonly conv?: string;',
    '  readonly since?: string;',
    '  readonly formerName?: string;',
    '  /** Enum that numbers the bits of the field. */',
    '  readonly bits?: string;',
    '  /** A list that is written as one piece. */',
    '  readonly packed?: true;',
    '}',
    '',
    '/** A field that the descriptors do not know: `bytes` are what followed its tag. */',
    'export interface CriuUnknownField {',
    '  readonly number: number;',
    '  readonly wireType: number;',
    '  readonly bytes: Uint8Array;',
    '}',
    '',
    ...messages.flatMap((message) => interfaceLines(message, enums)),
    '/** Every message by its protocol name. */',
    'export interface CriuMessages {',
    ...messages.map(({ name }) => `  readonly ${name}: ${typeName(name)};`),
    '}',
    '',
  ].join('\n');
}

function enumNames(files: readonly ProtoFile[]): ReadonlySet<string> {
  return new Set(
    files.flatMap((file) => [
      ...file.enums.map(({ name }) => name),
      ...file.messages.flatMap((message) => message.enums.map(({ name }) => `${message.name}.${name}`)),
    ]),
  );
}

function fieldLines(message: ProtoMessage, enums: ReadonlySet<string>): string[] {
  return [
    `  ${message.name}: [`,
    ...message.fields.map((field) => {
      const reference = referenceOf(message, field, enums);
      const type = reference ? `${reference.kind} ${reference.name}` : field.type;
      return `    ['${field.label}', '${type}', '${field.name}', ${field.number}],`;
    }),
    '  ],',
  ];
}

function enumLines(file: ProtoFile): string[] {
  const line = (name: string, { values }: ProtoEnum): string =>
    `  '${name}': { ${values.map((value) => `${value.name}: ${value.number}`).join(', ')} },`;
  return [
    ...file.enums.map((each) => line(each.name, each)),
    ...file.messages.flatMap((message) =>
      message.enums.map((each) => line(`${message.name}.${each.name}`, each)),
    ),
  ];
}

function valueSinceLines(file: ProtoFile): string[] {
  const line = (name: string, { values }: ProtoEnum): string[] => {
    const known = values.flatMap(({ number, options }) => {
      const since = options['note.value_since'];
      return since === undefined ? [] : [`${number}: '${since}'`];
    });
    return known.length === 0 ? [] : [`  '${name}': { ${known.join(', ')} },`];
  };
  return [
    ...file.enums.flatMap((each) => line(each.name, each)),
    ...file.messages.flatMap((message) =>
      message.enums.flatMap((each) => line(`${message.name}.${each.name}`, each)),
    ),
  ];
}

function referenceOf(message: ProtoMessage, field: ProtoField, enums: ReadonlySet<string>) {
  if (scalars.has(field.type)) return undefined;
  const nested = `${message.name}.${field.type}`;
  if (enums.has(nested)) return { kind: 'enum', name: nested } as const;
  return { kind: enums.has(field.type) ? 'enum' : 'message', name: field.type } as const;
}

function noteLines(message: ProtoMessage): string[] {
  const lines: string[] = [];
  const messageSince = message.options['note.message_since'];
  if (messageSince !== undefined) lines.push(`  ${message.name}: { since: '${messageSince}' },`);
  for (const field of message.fields) {
    const notes = Object.entries(field.options)
      .filter(([name]) => name.startsWith('note.'))
      .map(([name, value]) => {
        const key = name === 'note.former_name' ? 'formerName' : name.slice('note.'.length);
        return `${key}: ${typeof value === 'string' ? `'${value}'` : value}`;
      });
    if (field.options['packed'] === true) notes.push('packed: true');
    if (notes.length > 0) lines.push(`  '${message.name}.${field.name}': { ${notes.join(', ')} },`);
  }
  return lines;
}

function interfaceLines(message: ProtoMessage, enums: ReadonlySet<string>): string[] {
  const lines = message.comment === '' ? [] : [`/** ${message.comment} */`];
  lines.push(`export interface ${typeName(message.name)} {`);
  for (const field of message.fields) {
    const type = fieldType(message, field, enums);
    if (field.comment !== '') lines.push(`  /** ${field.comment} */`);
    lines.push(`  readonly ${field.name}?: ${field.label === 'repeated' ? `readonly ${type}[]` : type};`);
  }
  lines.push('  readonly $unknown?: readonly CriuUnknownField[];', '}', '');
  return lines;
}

function fieldType(message: ProtoMessage, field: ProtoField, enums: ReadonlySet<string>): string {
  if (field.type === 'bool') return 'boolean';
  if (field.type === 'bytes') return 'Uint8Array';
  // Linux names are bytes: what is not UTF-8 stays bytes.
  if (field.type === 'string')
    return field.label === 'repeated' ? '(string | Uint8Array)' : 'string | Uint8Array';
  if (scalars.has(field.type)) return field.type.endsWith('64') ? 'bigint' : 'number';
  const reference = referenceOf(message, field, enums);
  return reference?.kind === 'enum' ? 'number' : typeName(field.type);
}

/** `core_entry` becomes `CoreEntry`. */
function typeName(name: string): string {
  return name.replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
