/**
 * How many bytes follow a fixed part, against what the record itself promises. Too few are an error, too
 * many a warning: kernels go on by next, so that nothing reads what is left over.
 */
import type { AnyRecord, ObjectRecord } from '../../../parse/cpt/record.ts';
import { contentType } from '../../../parse/generated/cpt-records.ts';
import {
  headPlace,
  type Place,
  payloadPlace,
  type RecordRuleContext,
  type RecordRuleMaker,
} from '../rule.ts';

/** Writers align the file position after some objects; up to 7 bytes. */
const paddingMax = 7;
const auxWordBytes = 8;

export const payloadRule: RecordRuleMaker = (context) => ({
  on: {
    bits: (record) => checkBits(context, record),
    skfilter: (record) => checkBits(context, record),
    pages: (record) => checkPages(context, record),
    vsyscall: (record) => checkPages(context, record),
    sysvsem_undo_rec: (record) => expect(context, record, record.fields.nsem * 2),
    sysvmsg_msg: (record) => expect(context, record, Number(record.fields.size)),
    inotify_event: (record) => expect(context, record, record.fields.namelen),
    iterpages: (record) => expectPageList(context, record),
    iteryoungpages: (record) => expectPageList(context, record),
    mm_auxv: (record) => {
      if (record.payload.length % auxWordBytes !== 0) {
        const message = `an auxiliary vector of ${record.payload.length} bytes is not made of 8-byte words`;
        context.report('auxv-length', message, headPlace(record, 'next'));
      }
    },
  },
  each: (record) => {
    if (isBare(record) && record.payload.length > 0) surplus(context, record, record.payload.length);
  },
});

/** Kinds that end with their fixed part. */
const bareKinds: ReadonlySet<AnyRecord['kind']> = new Set<AnyRecord['kind']>([
  'filedesc',
  'sighandler',
  'siginfo',
  'lastsiginfo',
  'flock',
  'openreq',
  'trailer',
  'net_ifaddr',
  'veinfo',
  'epoll_file',
  'sigaltstack',
  'sock_mcaddr',
  'net_idev_cnf',
  'x86_regs',
  'x86_64_regs',
  'ia64_regs',
  'copypages',
  'remappages',
  'lazypages',
  'ref',
  'task_aux',
  'net_hwaddr',
  'net_veth',
  'net_stats',
  'net_ipip_tunnel',
  'timerfd',
  'eventfd',
  'net_br_dev',
  'posix_timer',
  'sock_packet_mc',
  'sysv_shm',
  'ubc',
  'aio_context',
  'net_conntrack_expect',
]);
const isBare = ({ kind }: AnyRecord) => bareKinds.has(kind);

function checkBits(context: RecordRuleContext, record: ObjectRecord<'bits' | 'skfilter'>): void {
  // Counters of SNMP_STATS have no size: they run to the end.
  if (record.fields.size === undefined) return;
  expect(context, record, record.fields.size);
}

function checkPages(context: RecordRuleContext, record: ObjectRecord<'pages' | 'vsyscall'>): void {
  const { start, end } = record.fields;
  if (end < start) return;
  expect(context, record, record.content === contentType.data ? Number(end - start) : 0);
}

const expectPageList = (context: RecordRuleContext, record: ObjectRecord<'iterpages' | 'iteryoungpages'>) => {
  const { start, end } = record.fields;
  if (end >= start) expect(context, record, Number((end - start) / 4096n) * 8);
};

function expect(context: RecordRuleContext, record: AnyRecord, wanted: number): void {
  const { length } = record.payload;
  if (length < wanted) {
    const message = `${record.kind} promises ${wanted} bytes of content and holds ${length}`;
    context.report('payload-length', message, payloadPlace(record));
  } else if (length > wanted + paddingMax) surplus(context, record, length - wanted);
}

function surplus({ report }: RecordRuleContext, record: AnyRecord, count: number): void {
  const { offset, length, path } = payloadPlace(record);
  const place: Place = {
    offset: offset + length - Math.min(count, length),
    length: Math.min(count, length),
    path,
  };
  report(
    'surplus-bytes',
    `${count} bytes at the end of ${record.kind} that its fields do not explain`,
    place,
  );
}
