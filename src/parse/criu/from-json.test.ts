/** Documents that are not ours are refused with the place. */
import { expect, test } from 'vitest';
import type { Diagnostic, ImageError } from '../../diagnostic.ts';
import { limits } from '../../limits.ts';
import { treeDirectory } from '../archive/image-directory.ts';
import { memorySource } from '../bytes/byte-source.ts';
import { fileFromJson } from './from-json.ts';
import { criuRecordForm } from './record-form.ts';

const file = { file: 'fs-1.img', type: 'FS', magics: ['0x54564319', '0x51403912'] };
const record = { kind: 'message', message: 'fs_entry', fields: {} };
const opaque = { kind: 'opaque', reason: 'raw', data: { offset: 0, length: 2 } };

test.each([
  ['$', 1],
  ['$.records', file],
  ['$.schemaVersion', { ...file, schemaVersion: 2, records: [] }],
  ['$.family', { ...file, family: null, records: [] }],
  ['$', { ...file, record: [], records: [] }],
  ['$.records[0]', { ...file, records: [{ ...record, payloads: [] }] }],
  ['$.records[0]', { ...file, records: [{ ...opaque, fields: {} }] }],
  ['$.records[0].payload[0]', { ...file, records: [{ ...record, payload: [{ name: 'data', pad: 8 }] }] }],
  [
    '$.records[0].payload[0].data',
    { ...file, records: [{ ...record, payload: [{ name: 'data', data: { base64: '', length: 7 } }] }] },
  ],
  ['$.type', { ...file, type: 'NONE', records: [] }],
  ['$.magics[0]', { ...file, magics: ['0x1ffffffff'], records: [] }],
  ['$.records[0].kind', { ...file, records: [{ kind: 'x' }] }],
  ['$.records[0].message', { ...file, records: [{ ...record, message: 'toString' }] }],
  ['$.records[0].fields', { ...file, records: [{ ...record, fields: null }] }],
  ['$.records[0].fields.cwd_id', { ...file, records: [{ ...record, fields: { cwd_id: '0x100000000' } }] }],
  ['$.records[0].fields.x', { ...file, records: [{ ...record, fields: { x: 1 } }] }],
  [
    '$.records[0].fields.$unknown[0].number',
    { ...file, records: [{ ...record, fields: { $unknown: [{}] } }] },
  ],
  [
    '$.records[0].fields.nodename',
    {
      ...file,
      records: [{ ...record, message: 'utsns_entry', fields: { nodename: 'a\ud800', domainname: 'x' } }],
    },
  ],
  ['$.records[0].raw', { ...file, records: [{ ...record, raw: 'YQ' }] }],
  ['$.records[0].reason', { ...file, records: [{ ...opaque, reason: 'x' }] }],
  ['$.records[0].data', { ...file, records: [opaque] }],
  [
    '$.records[0].payload[0].padding',
    { ...file, records: [{ ...record, payload: [{ name: 'data', padding: 8 }] }] },
  ],
])('%s', (path, json) => {
  try {
    fileFromJson(json as never, memorySource(new Uint8Array(1)));
    expect.fail('accepted');
  } catch (error) {
    expect((error as ImageError).diagnostic).toMatchObject({ code: 'criu-bad-json', at: { path } });
  }
});

test('integers may be decimal, hexadecimal or numbers', () => {
  const fields = [{ cwd_id: 31 }, { cwd_id: '31' }, { cwd_id: '0x1f' }];
  const { records } = fileFromJson({ ...file, records: fields.map((each) => ({ ...record, fields: each })) });
  expect(records.map((each) => each.kind === 'message' && each.fields['cwd_id'])).toEqual([31, 31, 31]);
});

test('a document of an image on top of an older one says what it does not hold', () => {
  const directory = treeDirectory('images', [{ path: 'parent', kind: 'link', size: 0, target: '../pre1' }]);
  const found: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic) => void found.push(diagnostic);
  const texts = [...criuRecordForm.write({ form: 'directory', directory }, { variant: 'criu-4.2', report })];
  expect(JSON.parse(texts.join('')).records).toEqual([{ kind: 'link', file: 'parent', target: '../pre1' }]);
  expect(found.map(({ code, message }) => [code, message.includes('../pre1')])).toEqual([
    ['criu-older-image-apart', true],
  ]);
});

test('a record that is longer than any that is held is taken, if it is plain', () => {
  const value = '"0x7f",\n       ';
  const count = Math.ceil(limits.jsonRecordBytes / value.length);
  const message = (name: string, fields: string) =>
    `{"kind":"message","offset":8,"length":6,"message":"${name}","fields":${fields}}`;
  const directoryOf = (more: string) => {
    const records = [
      '{"kind":"file","file":"irmap","magics":[]}',
      message('fs_entry', '{"cwd_id":1,"root_id":2,"umask":0}'),
      message('fh_entry', `{"bytes":1,"type":1,"handle":[${value.repeat(count)}"0x1"]${more}}`),
      '{"kind":"file","file":"other","magics":[]}',
    ];
    const text = `{"schemaVersion":1,"family":"criu","variant":"criu-4.2","records":[${records}]}`;
    const content = criuRecordForm.imageOf(memorySource(Buffer.from(text)), undefined, () => {});
    return content.form === 'directory' ? content.directory.list() : [];
  };
  // Two records with their sizes in front: three and two fields, and what the list has.
  const size = 4 + 6 + 4 + 4 + 2 * (count + 1);
  expect(directoryOf('')).toMatchObject([
    { name: 'irmap', size },
    { name: 'other', size: 0 },
  ]);
  expect(() => directoryOf(',"other":1')).toThrow(`more than the ${limits.jsonRecordBytes} of any record`);
});
