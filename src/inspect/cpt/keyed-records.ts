/** The records of one image by what they are: keys such as `MM/mm of 2/vma 414000`. Pages have none. */
import type { ByteSource } from '../../parse/bytes/byte-source.ts';
import type { Image } from '../image.ts';
import { identifier } from './identity.ts';
import { type CptIndex, emptyCptIndex, type RecordKind } from './kinds.ts';
import { RecordReader } from './record-reader.ts';
import { walkImage } from './walk.ts';

export interface KeyedRecords {
  readonly source: ByteSource;
  readonly index: CptIndex;
  readonly reader: RecordReader;
  /** Record numbers, in file order. */
  readonly byKey: ReadonlyMap<string, number>;
  /** Keys by position. */
  readonly keyAt: ReadonlyMap<number, string>;
}

/** Page blocks are compared by their contents, and there may be millions. */
const pageKinds: ReadonlySet<RecordKind> = new Set([
  'pages',
  'copypages',
  'remappages',
  'lazypages',
  'iterpages',
  'iteryoungpages',
]);

/** One level of open records: their key, and how many of a name were met in it. */
interface Level {
  readonly key: string;
  readonly met: Map<string, number>;
}

/** Yields now and then, so that others get their turn. */
export function* keyRecords({ source, checkpoint }: Image): Generator<void, KeyedRecords> {
  const index = emptyCptIndex();
  for (const chunk of walkImage(source, () => {})) {
    index.append(chunk);
    yield;
  }
  index.complete();
  const reader = new RecordReader(source, index);
  const identify = identifier(checkpoint);
  const byKey = new Map<string, number>();
  const keyAt = new Map<number, string>();
  const levels: Level[] = [{ key: '', met: new Map() }];
  for (let number = 0; number < index.length; number++) {
    if (number % 4096 === 0) yield;
    const kind = index.kind(number);
    if (pageKinds.has(kind)) continue;
    const depth = index.depth(number);
    const above = levels[depth] as Level;
    const name = nameOf(kind, identify(reader.record(number)));
    const met = (above.met.get(name) ?? 0) + 1;
    above.met.set(name, met);
    const key = `${above.key === '' ? '' : `${above.key}/`}${name}${met === 1 ? '' : ` #${met}`}`;
    levels[depth + 1] = { key, met: new Map() };
    byKey.set(key, number);
    keyAt.set(index.offset(number), key);
  }
  return { source, index, reader, byKey, keyAt };
}

function nameOf(kind: RecordKind, identity: string | undefined): string {
  if (kind === 'section') return identity ?? kind;
  return identity === undefined ? kind : `${kind} ${identity}`;
}
