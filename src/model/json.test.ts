/** JSON of every real image against the published schemas. */
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { fileSource } from '../parse/bytes/file-source.ts';
import { allImages } from '../test-support/images.ts';
import { checkpointFromCpt } from './from-cpt/checkpoint-from-cpt.ts';
import { ipcJson } from './ipc.ts';
import { checkpointJson } from './json.ts';
import { psJson } from './ps.ts';

const ajv = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true });
const schema = (name: string) =>
  ajv.compile(
    JSON.parse(readFileSync(new URL(`../../formats/${name}.schema.json`, import.meta.url), 'utf8')),
  );
const validators = { checkpoint: schema('checkpoint'), ps: schema('ps'), ipc: schema('ipc') };

describe.each(allImages)('$name', ({ path }) => {
  const source = fileSource(path);
  const checkpoint = checkpointFromCpt(source, () => {});
  const documents = {
    checkpoint: checkpointJson(checkpoint),
    ps: psJson(checkpoint),
    ipc: ipcJson(checkpoint, source),
  };

  test.each(['checkpoint', 'ps', 'ipc'] as const)('%s', (name) => {
    const validate = validators[name];
    validate(documents[name]);
    expect(validate.errors ?? []).toEqual([]);
    expect(JSON.parse(JSON.stringify(documents[name]))).toEqual(documents[name]);
  });
});
