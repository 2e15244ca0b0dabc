/** Register objects of a task, packed in the order of `registerNames`. */
import type { AnyObject } from '../../parse/cpt/record.ts';
import type { Registers } from '../checkpoint.ts';
import { registerNames } from '../registers.ts';
import { type Collectors, type Context, parentOf, type RegisterPool } from './context.ts';

const kinds = { x86_regs: 'i386', x86_64_regs: 'x86_64', ia64_regs: 'ia64' } as const;
type RegistersKind = keyof typeof kinds;

/** Values of many tasks share one buffer: a buffer each would be larger than what is in it. */
const pooledTasks = 256;

/** Fields of the record in order; arrays such as debugreg are spread. */
export function packRegisters(
  pool: RegisterPool,
  layout: Registers['layout'],
  fields: object,
): BigUint64Array {
  const count = registerNames[layout].length;
  if (pool.used + count > pool.buffer.length) {
    pool.buffer = new BigUint64Array(count * pooledTasks);
    pool.used = 0;
  }
  const values = pool.buffer.subarray(pool.used, pool.used + count);
  pool.used += count;
  let index = 0;
  for (const value of Object.values(fields) as readonly (number | bigint | readonly (number | bigint)[])[]) {
    if (typeof value !== 'object') values[index++] = BigInt(value);
    else for (const element of value) values[index++] = BigInt(element);
  }
  return values;
}

type RegistersRecord = AnyObject & { readonly kind: RegistersKind };

function collectRegisters(context: Context, record: RegistersRecord): void {
  const task = parentOf(context, record, 'task');
  if (!task) return;
  const layout = kinds[record.kind];
  task.registers = {
    at: record.offset,
    layout,
    values: packRegisters(context.registers, layout, record.fields),
  };
}

export const registerCollectors = {
  x86_regs: collectRegisters,
  x86_64_regs: collectRegisters,
  ia64_regs: collectRegisters,
} satisfies Collectors;
