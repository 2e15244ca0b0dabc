/**
 * Reads the linux-cr `.ksy` files into a plain model: record kinds, and which layouts of which days give each its fields.
 */
import {
  loadKsy,
  localName,
  readEnum,
  readType,
  type SpecEnumValue,
  type SpecType,
  type Yaml,
} from '../spec.ts';

export const linuxCrSpecNames = ['linux_cr_common', 'linux_cr_records', 'linux_cr_old'] as const;

/** The first layout of the second framing; what lies before has the first. */
export const firstNewLayout = 20090101;

/** What gives a kind its fields from a layout on; undefined when the header is all there is. */
export interface LinuxCrForm {
  readonly since: number;
  readonly type: SpecType | undefined;
  /** Bytes follow the fields in the same record. */
  readonly hasTail: boolean;
}

export interface LinuxCrKind {
  readonly kind: string;
  /** Newest first. */
  readonly forms: readonly LinuxCrForm[];
}

export interface LinuxCrSpec {
  readonly types: ReadonlyMap<string, SpecType>;
  readonly enums: ReadonlyMap<string, readonly SpecEnumValue[]>;
  readonly kinds: readonly LinuxCrKind[];
  /** Layout → what → kind → stored number. */
  readonly numbers: {
    readonly [What in NumberedThing]: ReadonlyMap<number, ReadonlyMap<string, number>>;
  };
}

type NumberedThing = 'record' | 'object' | 'arch';

/** Records of which every layout says that they are a bare header. */
const bareKinds: ReadonlySet<string> = new Set(['container', 'mnt_ns', 'error']);

export function readLinuxCrSpec(directory: string): LinuxCrSpec {
  const [common, records, old] = linuxCrSpecNames.map((name) => loadKsy(directory, name));
  const image = loadKsy(directory, 'linux_cr_image');
  const types = new Map<string, SpecType>();
  for (const [module, ksy] of [
    ['LinuxCrRecords', records],
    ['LinuxCrOld', old],
  ] as const) {
    for (const [name, body] of Object.entries<Yaml>(ksy.types)) {
      if (isChoice(body)) continue;
      types.set(name, readType(`${module}.${pascal(name)}`, name, body));
    }
  }
  const enums = new Map(
    Object.entries<Yaml>(common.enums).map(([name, values]) => [name, readEnum(values)] as const),
  );
  const cases = casesOf(image.types.record);
  const oldCases = casesOf(image.types.old_record);
  const kinds = (enums.get('record_kind') ?? []).map(({ id }): LinuxCrKind => {
    const newer = formsOf(id, cases.get(id), records, types);
    const older = oldCases.get(id);
    const first = older === undefined ? [] : [{ since: 0, type: types.get(older), hasTail: false }];
    return { kind: id, forms: [...newer, ...first] };
  });
  const layouts = (enums.get('layout') ?? []).map(({ value }) => value);
  const numbersOf = (what: NumberedThing) => storedNumbers(common, enums, what, layouts);
  return {
    types,
    enums,
    kinds,
    numbers: { record: numbersOf('record'), object: numbersOf('object'), arch: numbersOf('arch') },
  };
}

const isChoice = (body: Yaml): boolean => typeof body.seq?.[0]?.type === 'object';

/** `switch-on` cases of a record's body as kind → name of the type. */
function casesOf(record: Yaml): ReadonlyMap<string, string> {
  const body = record.seq.find((field: Yaml) => field.id === 'body');
  return new Map(
    Object.entries<string>(body.type.cases).map(([kind, type]) => [
      localName(kind),
      localName(type.replace(/\(.*$/, '')),
    ]),
  );
}

function formsOf(
  kind: string,
  name: string | undefined,
  records: Yaml,
  types: ReadonlyMap<string, SpecType>,
): LinuxCrForm[] {
  if (name === undefined) return [{ since: firstNewLayout, type: undefined, hasTail: !bareKinds.has(kind) }];
  const body = records.types[name];
  const form = (since: number, type: string): LinuxCrForm => ({
    since,
    type: types.get(type),
    hasTail: records.types[type].seq.some((field: Yaml) => field['size-eos'] === true),
  });
  if (!isChoice(body)) return [form(firstNewLayout, name)];
  const { 'switch-on': expression, cases } = body.seq[0].type;
  // "layout >= 20110416 ? 3 : layout >= 20100222 ? 2 : 1"
  const parts: string[] = expression.split(' : ');
  return parts.map((part) => {
    const [condition, number] = part.includes('?') ? part.split(' ? ') : [undefined, part];
    const since =
      condition === undefined ? firstNewLayout : Number(/^layout >= (\d{8})$/.exec(condition)?.[1]);
    const type = cases[Number(number)];
    if (Number.isNaN(since) || type === undefined) throw new Error(`${name}: cannot read ${expression}`);
    return form(since, type.replace(/\(.*$/, ''));
  });
}

/** Numbers as stored, found by trying each with the expression of the spec. */
function storedNumbers(
  common: Yaml,
  enums: ReadonlyMap<string, readonly SpecEnumValue[]>,
  what: NumberedThing,
  layouts: readonly number[],
): Map<number, Map<string, number>> {
  const values = enums.get(what === 'arch' ? 'arch' : `${what}_kind`) ?? [];
  return new Map(
    layouts.map((layout) => {
      const type =
        common.types[what === 'record' && layout < firstNewLayout ? 'old_record_number' : `${what}_number`];
      const canonical = evaluator(type.instances.kind.value);
      const found = new Map<string, number>();
      for (let number = 0; number < 10_000; number++) {
        const value = canonical(layout, number);
        const known = values.find((candidate) => candidate.value === value);
        const exists =
          known !== undefined && (known.since ?? 0) <= layout && layout < (known.before ?? Infinity);
        if (exists && !found.has(known.id)) found.set(known.id, number);
      }
      return [layout, found] as const;
    }),
  );
}

/** Comparisons and `? :` of the Kaitai expression language are those of JavaScript; `and` and `or` are not. */
function evaluator(expression: string): (layout: number, number: number) => number {
  const script = expression.replaceAll(/\band\b/g, '&&').replaceAll(/\bor\b/g, '||');
  if (!/^[\w\s?:<>=&|()+-]+$/.test(script)) throw new Error(`cannot read ${expression}`);
  return new Function('layout', 'number', `return ${script.trim()}`) as (
    layout: number,
    number: number,
  ) => number;
}

const pascal = (id: string) => `_${id}`.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
