/** Beancounters: the resource accounting of OpenVZ, a part of the namespaces view. */
import type { Beancounter, BeancounterResource } from '../../model/checkpoint.ts';
import type { Table } from '../table.ts';

export interface BeancounterRow {
  readonly at: number;
  readonly uid: number;
  readonly resources: readonly BeancounterResource[];
}

/** Resources that were never used say nothing and are left out. */
export const beancounterRow = ({ at, uid, resources }: Beancounter): BeancounterRow => ({
  at,
  uid,
  resources: resources.filter(
    ({ current }) =>
      (current.held > 0n && !isUnset(current.held)) || current.maxheld > 0n || current.failcnt > 0n,
  ),
});

/** 2^64-1: what is held is only known to the kernel. */
const isUnset = (value: bigint): boolean => value === 0xffffffffffffffffn;

/** linux/beancounter.h: UB_MAXVALUE, on 64 and on 32 bits. */
const isUnlimited = (value: bigint): boolean => value >= 0x7fffffffn;
const limitText = (value: bigint): string => (isUnlimited(value) ? '∞' : String(value));

/** What is held, and how much may be. */
export const beancounterTable = ({ uid, resources }: BeancounterRow): Table => ({
  title: `Resources of beancounter ${uid}`,
  columns: ['RESOURCE', 'HELD', 'MAXHELD', 'BARRIER', 'LIMIT', 'FAILED'].map((title, index) => ({
    title,
    ...(index > 0 && { align: 'right' as const }),
  })),
  rows: resources.map(({ name, current, stored }) => {
    const limits = stored ?? current;
    return {
      tone: current.failcnt > 0n ? 'bad' : 'plain',
      cells: [
        name,
        isUnset(current.held) ? '—' : String(current.held),
        String(current.maxheld),
        limitText(limits.barrier),
        limitText(limits.limit),
        String(current.failcnt),
      ],
    };
  }),
  empty: 'nothing held',
});
