/**
 * The longest fixed part of each kind in any known layout, computed from the generated layout table: no
 * length is written by hand here.
 */

import { objectHeaderBytes } from '../../../parse/cpt/record.ts';
import { cptLayouts } from '../../../parse/generated/cpt-layouts.ts';
import { type CptKind, cptKinds } from '../../../parse/generated/cpt-records.ts';
import { integerBytes, type LayoutField } from '../../../parse/layout.ts';

/** Lists whose length depends on the layout: most of what any layout has (net_conntrack). */
const variableMax = 16;

function fieldBytes({ type, repeat }: LayoutField): number {
  const one =
    typeof type !== 'object' ? integerBytes[type] : 'bytes' in type ? type.bytes : layoutBytes(type.struct);
  return one * (repeat === undefined ? 1 : repeat === 'variable' ? variableMax : repeat);
}

const layoutBytes = (name: string): number =>
  (cptLayouts[name]?.fields ?? []).reduce((sum, field) => sum + fieldBytes(field), 0);

const roundUp = (bytes: number) => Math.ceil(bytes / 8) * 8;

export const headerBytesMax = Object.fromEntries(
  (Object.keys(cptKinds) as CptKind[]).map((kind) => {
    const { layout } = cptKinds[kind];
    return [
      kind,
      layout === undefined ? objectHeaderBytes : roundUp(objectHeaderBytes + layoutBytes(layout)),
    ];
  }),
) as { readonly [K in CptKind]: number };
