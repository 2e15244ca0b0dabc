/**
 * Memory areas and page blocks: bounds, order, and where the pages are. Page contents are never read. Cheap
 * for each block, since a large image is millions of them.
 */
import { recordPath } from '../../../parse/cpt/path.ts';
import type { AnyRecord, ObjectRecord } from '../../../parse/cpt/record.ts';
import { contentType, osArch } from '../../../parse/generated/cpt-records.ts';
import {
  fieldPlace,
  headerPlace,
  headPlace,
  hex,
  type RecordRuleContext,
  type RecordRuleMaker,
} from '../rule.ts';

const pageBytes = 4096n;
/** TASK_SIZE of x86-64; the vsyscall page of 32-bit tasks lies below 4 GiB. */
const taskSize64 = 0x800000000000n;
const taskSize32 = 0x100000000n;

export const areaRule: RecordRuleMaker = (context) => {
  const { report, header } = context;
  const limit = header.osArch === osArch.i386 ? taskSize32 : taskSize64;
  let end = 0n;
  return {
    on: {
      mm: () => {
        end = 0n;
      },
      vma: (area) => {
        const { start, end: areaEnd } = area.fields;
        if (start >= areaEnd || areaEnd > limit || start % pageBytes !== 0n || areaEnd % pageBytes !== 0n) {
          const message = `an area from ${hex(start)} to ${hex(areaEnd)} cannot be mapped (EINVAL or ENOMEM)`;
          report(
            'area-range',
            message,
            fieldPlace(area, start >= areaEnd || areaEnd > limit ? 'end' : 'start'),
          );
          return;
        }
        if (start < end) {
          const message = `an area from ${hex(start)} to ${hex(areaEnd)} after one that ends at ${hex(end)}`;
          report('area-order', message, fieldPlace(area, 'start'));
        }
        end = areaEnd;
      },
    },
  };
};

type Block = Extract<
  AnyRecord,
  { readonly kind: 'pages' | 'copypages' | 'remappages' | 'lazypages' | 'iterpages' | 'iteryoungpages' }
>;

export const blockRule: RecordRuleMaker = (context) => {
  const { report } = context;
  /** Blocks are ascending in what holds them. */
  let holder: AnyRecord | undefined;
  let end = 0n;
  const block = (record: Block) => {
    if (record.parent !== holder) {
      holder = record.parent;
      end = 0n;
    }
    const { start, end: blockEnd } = record.fields;
    if (start > blockEnd) {
      const message = `a page block from ${hex(start)} to ${hex(blockEnd)}: the kernel crashes on it`;
      report('page-block-reversed', message, fieldPlace(record, 'end'));
      return;
    }
    checkBounds(context, record);
    const isAligned =
      start % pageBytes === 0n && (blockEnd % pageBytes === 0n || record.parent?.kind === 'inode');
    if (start < end || start === blockEnd || !isAligned) {
      const why = start < end ? `after one that ends at ${hex(end)}` : 'is empty or not aligned to pages';
      report(
        'page-block-order',
        `a page block from ${hex(start)} to ${hex(blockEnd)} ${why}`,
        fieldPlace(record, 'start'),
      );
    }
    end = blockEnd;
  };
  const external = (record: Block) => {
    block(record);
    report('external-pages', `${record.kind}: the pages are not in the file`, headerPlace(record));
  };
  return {
    on: {
      pages: (record) => {
        block(record);
        checkContent(context, record);
      },
      copypages: (record) => {
        block(record);
        if (record.parent?.kind === 'vma' && record.parent.fields.anonvma !== 1) {
          const message = `copied pages in an area without shared pages (${recordPath(record.parent)}): EINVAL`;
          report('copy-without-source', message, fieldPlace(record.parent, 'anonvma'));
        }
      },
      remappages: block,
      lazypages: external,
      iterpages: external,
      iteryoungpages: external,
    },
  };
};

function checkBounds({ report }: RecordRuleContext, record: Block): void {
  const { parent } = record;
  const { start, end } = record.fields;
  if (parent?.kind === 'vma' && (start < parent.fields.start || end > parent.fields.end)) {
    const { start: from, end: to } = parent.fields;
    const message = `a page block from ${hex(start)} to ${hex(end)} in an area from ${hex(from)} to ${hex(to)}`;
    report('page-block-outside', message, fieldPlace(record, start < from ? 'start' : 'end'));
  } else if (parent?.kind === 'inode') {
    // 2.6.32 writes whole pages, so that the last one may reach beyond the size.
    const size = (parent.fields.size + pageBytes - 1n) & ~(pageBytes - 1n);
    if (end <= size) return;
    const message = `a page block from ${hex(start)} to ${hex(end)} in a file of ${parent.fields.size} bytes`;
    report('page-block-outside', message, fieldPlace(record, 'end'));
  }
}

function checkContent({ report }: RecordRuleContext, record: ObjectRecord<'pages'>): void {
  if (record.content === contentType.data || record.content === contentType.void) return;
  if (record.content === contentType.pram) {
    report('external-pages', 'the pages were kept in memory over a reboot', headPlace(record, 'content'));
    return;
  }
  const message = `a page block with content code ${record.content}; a restore knows 0, 2 and 12 (EINVAL)`;
  report('page-content', message, headPlace(record, 'content'));
}

/** AT_VECTOR_SIZE of 2.6.32 on x86, less the final pair. */
const auxWordsMax = 42;

/** struct aio_ring and struct io_event, fs/aio.c. */
const ringHeadBytes = 32;
const eventBytes = 32;
const ringPageBytes = 4096;

export const kernelTableRule: RecordRuleMaker = ({ report }) => ({
  on: {
    mm_auxv: (record) => {
      const words = record.payload.length / 8;
      if (words <= auxWordsMax) return;
      const message = `an auxiliary vector of ${words} words; 2.6.32 keeps ${auxWordsMax} (E2BIG)`;
      report('auxv-length', message, headPlace(record, 'next'));
    },
    aio_context: (record) => {
      const { maxReqs, ringPages, nr, tail, mmapBase } = record.fields;
      // aio_setup_ring adds two for the overlap of head and tail.
      const pages = Math.ceil((ringHeadBytes + eventBytes * (maxReqs + 2)) / ringPageBytes);
      const events = Math.floor((pages * ringPageBytes - ringHeadBytes) / eventBytes);
      if (ringPages === pages && nr === events && tail < nr && mmapBase % pageBytes === 0n) return;
      const message = `a ring of ${ringPages} pages and ${nr} events for ${maxReqs} requests; the kernel computes ${pages} and ${events} (EINVAL)`;
      report('aio-ring', message, fieldPlace(record, 'ringPages'));
    },
  },
});
