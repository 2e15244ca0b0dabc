/**
 * Makes `src/parse/generated/criu-descriptors.ts` from the `.proto` files: the descriptor set that the codec
 * reads, the marks that the descriptor set has no room for, and TypeScript types. It writes no file itself.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { create, toBinary } from '@bufbuild/protobuf';
import {
  type DescriptorProto,
  DescriptorProtoSchema,
  EnumDescriptorProtoSchema,
  EnumValueDescriptorProtoSchema,
  FieldDescriptorProto_Label,
  FieldDescriptorProto_Type,
  FieldDescriptorProtoSchema,
  type FileDescriptorProto,
  FileDescriptorProtoSchema,
  FileDescriptorSetSchema,
} from '@bufbuild/protobuf/wkt';
import {
  type ProtoEnum,
  type ProtoField,
  type ProtoFile,
  type ProtoMessage,
  parseProto,
} from './parse-proto.ts';

const protoFolder = new URL('./proto/', import.meta.url);

const scalars = {
  bool: 'BOOL',
  bytes: 'BYTES',
  fixed64: 'FIXED64',
  int32: 'INT32',
  int64: 'INT64',
  sint32: 'SINT32',
  sint64: 'SINT64',
  string: 'STRING',
  uint32: 'UINT32',
  uint64: 'UINT64',
} as const satisfies Record<string, keyof typeof FieldDescriptorProto_Type>;

const labels = { required: 'REQUIRED', optional: 'OPTIONAL', repeated: 'REPEATED' } as const;

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
  const set = create(FileDescriptorSetSchema, { file: files.map((file) => fileDescriptor(file, enums)) });
  const base64 = Buffer.from(toBinary(FileDescriptorSetSchema, set)).toString('base64');
  const messages = files.flatMap((file) => file.messages);
  return [
    '// Made by npm run generate from formats/criu/proto/*.proto. Do not edit.',
    '',
    '/** A google.protobuf.FileDescriptorSet, base64. */',
    'export const criuDescriptorSet =',
    `  '${base64}';`,
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

function fileDescriptor(file: ProtoFile, enums: ReadonlySet<string>): FileDescriptorProto {
  return create(FileDescriptorProtoSchema, {
    name: file.name,
    syntax: 'proto2',
    dependency: file.imports.filter((name) => name !== 'options.proto'),
    messageType: file.messages.map((message) => messageDescriptor(message, enums)),
    enumType: file.enums.map(enumDescriptor),
  });
}

function messageDescriptor(message: ProtoMessage, enums: ReadonlySet<string>): DescriptorProto {
  return create(DescriptorProtoSchema, {
    name: message.name,
    enumType: message.enums.map(enumDescriptor),
    reservedRange: message.reserved.map((start) => ({ start, end: start + 1 })),
    field: message.fields.map((field) => {
      const reference = referenceOf(message, field, enums);
      return create(FieldDescriptorProtoSchema, {
        name: field.name,
        number: field.number,
        label: FieldDescriptorProto_Label[labels[field.label]],
        type: FieldDescriptorProto_Type[reference?.kind ?? scalars[field.type as keyof typeof scalars]],
        ...(reference && { typeName: `.${reference.name}` }),
        ...('default' in field.options && { defaultValue: String(field.options['default']) }),
      });
    }),
  });
}

function referenceOf(message: ProtoMessage, field: ProtoField, enums: ReadonlySet<string>) {
  if (field.type in scalars) return undefined;
  const nested = `${message.name}.${field.type}`;
  if (enums.has(nested)) return { kind: 'ENUM', name: nested } as const;
  return { kind: enums.has(field.type) ? 'ENUM' : 'MESSAGE', name: field.type } as const;
}

function enumDescriptor(source: ProtoEnum) {
  return create(EnumDescriptorProtoSchema, {
    name: source.name,
    value: source.values.map((value) => create(EnumValueDescriptorProtoSchema, value)),
  });
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
  if (field.type in scalars) return field.type.endsWith('64') ? 'bigint' : 'number';
  const reference = referenceOf(message, field, enums);
  return reference?.kind === 'ENUM' ? 'number' : typeName(field.type);
}

/** `core_entry` becomes `CoreEntry`. */
function typeName(name: string): string {
  return name.replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
