/** Packet filters of a network namespace: what the dumping tool said of them, line by line. */
import { utf8Text } from '../../byte-text.ts';
import type { ByteRange, PacketFilter } from '../../model/checkpoint.ts';
import type { ByteSource } from '../../parse/bytes/byte-source.ts';
import { bytesText } from '../words.ts';

interface FilterRow {
  readonly at: number;
  /** Which tool lists it: iptables, ip6tables, nftables. */
  readonly tool: string;
  /** Null where the text is not one rule a line. */
  readonly rules: number | null;
  readonly bytes: bigint;
  readonly hasDumpLock: boolean;
  readonly lines: readonly string[];
}

const tools = { inet: 'iptables', inet6: 'ip6tables', all: 'nftables' } as const;

export const filterRow = (
  { at, family, rules, text, hasDumpLock }: PacketFilter,
  source: ByteSource,
): FilterRow => ({
  at,
  tool: tools[family],
  rules: rules ?? null,
  bytes: BigInt(text.length),
  hasDumpLock: hasDumpLock === true,
  lines: linesOf(source, text),
});

/** Longer texts are looked into with other tools. */
const filterBytesMax = 1 << 20;

function linesOf(source: ByteSource, { offset, length }: ByteRange): readonly string[] {
  const bytes = source.view(offset, Math.min(length, filterBytesMax));
  const [text = ''] = utf8Text(bytes).split('\0', 1);
  return text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'));
}

/** A filter that holds nothing but what CRIU put there for the dump is none. */
export function filtersText(
  filters: readonly Pick<FilterRow, 'rules' | 'hasDumpLock' | 'bytes' | 'tool'>[],
): string {
  const own = filters.filter(({ rules, hasDumpLock }) => rules !== 0 || !hasDumpLock);
  if (own.length === 0) return 'no packet filter';
  const bytes = own.reduce((all, one) => all + one.bytes, 0n);
  return `packet filter ${bytesText(bytes)} (${[...new Set(own.map(({ tool }) => tool))].join(', ')})`;
}
