/** Which fields of a SOCKET belong to which part of the model. Each name appears once. */
import type { SocketFields } from '../../parse/generated/cpt-records.ts';

type Name = keyof SocketFields;

export const optionNames = [
  ...(['passcred', 'reuse', 'zapped', 'userlocks', 'noCheck', 'debug', 'rcvtstamp', 'localroute'] as const),
  ...(['err', 'errSoft', 'maxAckBacklog', 'priority', 'rcvlowat', 'boundDevIf'] as const),
] satisfies Name[];

export const ipNames = [
  ...([
    'daddr',
    'dport',
    'sport',
    'saddr',
    'rcvSaddr',
    'ucTtl',
    'tos',
    'cmsgFlags',
    'mcIndex',
    'mcAddr',
  ] as const),
  ...(['hdrincl', 'mcTtl', 'mcLoop', 'pmtudisc', 'recverr', 'freebind', 'idcounter', 'corkFlags'] as const),
  ...(['corkFragsize', 'corkLength', 'corkAddr', 'corkSaddr', 'corkDaddr', 'corkOif'] as const),
] satisfies Name[];

export const udpNames = ['udpPending', 'udpCorkflag', 'udpEncap', 'udpLen'] as const satisfies Name[];

/** The three IPv6 addresses are apart: see ip6AddressNames. */
export const ip6Names = [
  ...(['flowLabel6', 'fragSize6', 'hopLimit6', 'mcastHops6', 'mcastOif6', 'rxopt6', 'mcLoop6'] as const),
  ...(['recverr6', 'sndflow6', 'pmtudisc6', 'ipv6only6', 'mapped'] as const),
] satisfies Name[];

export const ip6AddressNames = ['saddr6', 'rcvSaddr6', 'daddr6'] as const satisfies Name[];

export const tcpNames = [
  ...([
    'predFlags',
    'rcvNxt',
    'sndNxt',
    'sndUna',
    'sndSml',
    'rcvTstamp',
    'lsndtime',
    'tcpHeaderLen',
  ] as const),
  ...([
    'ackPending',
    'quick',
    'pingpong',
    'blocked',
    'ato',
    'ackTimeout',
    'lrcvtime',
    'lastSegSize',
  ] as const),
  ...([
    'rcvMss',
    'sndWl1',
    'sndWnd',
    'maxWindow',
    'pmtuCookie',
    'mssCache',
    'mssCacheStd',
    'mssClamp',
  ] as const),
  ...(['extHeaderLen', 'ext2HeaderLen', 'caState', 'retransmits', 'reordering', 'frtoCounter'] as const),
  ...(['frtoHighmark', 'advCong', 'deferAccept', 'backoff', 'srtt', 'mdev', 'mdevMax', 'rttvar'] as const),
  ...([
    'rttSeq',
    'rto',
    'packetsOut',
    'leftOut',
    'retransOut',
    'sndSsthresh',
    'sndCwnd',
    'sndCwndCnt',
  ] as const),
  ...(['sndCwndClamp', 'sndCwndUsed', 'sndCwndStamp', 'timeout', 'kaTimeout', 'rcvWnd', 'rcvWup'] as const),
  ...(['writeSeq', 'pushedSeq', 'copiedSeq', 'tstampOk', 'wscaleOk', 'sackOk', 'sawTstamp'] as const),
  ...(['sndWscale', 'rcvWscale', 'nonagle', 'keepaliveProbes', 'rcvTsval', 'rcvTsecr', 'tsRecent'] as const),
  ...(['tsRecentStamp', 'userMss', 'dsack', 'sackArray', 'windowClamp', 'rcvSsthresh', 'probesOut'] as const),
  ...(['numSacks', 'advmss', 'synRetries', 'ecnFlags', 'priorSsthresh', 'lostOut', 'sackedOut'] as const),
  ...(['facketsOut', 'highSeq', 'retransStamp', 'undoMarker', 'undoRetrans', 'urgSeq', 'urgData'] as const),
  ...(['pending', 'sndUp', 'keepaliveTime', 'keepaliveIntvl', 'linger2', 'rcvrttRtt', 'rcvrttSeq'] as const),
  'rcvrttTime' as const,
] satisfies Name[];

/** Fields that have a place of their own in the model; sockets.ts decodes them. */
export const placedNames = [
  ...([
    'file',
    'parent',
    'index',
    'ssflags',
    'type',
    'family',
    'sstate',
    'state',
    'shutdown',
    'protocol',
  ] as const),
  ...([
    'rcvtimeo',
    'sndtimeo',
    'rcvbuf',
    'sndbuf',
    'flags',
    'lingertime',
    'peerPid',
    'peerUid',
    'peerGid',
  ] as const),
  ...(['laddrlen', 'laddr', 'raddrlen', 'raddr', 'peer', 'socketpair', 'sockflags', 'stamp'] as const),
  ...(['iMode', 'iUid', 'iGid', 'dAlias', 'dAliaslen'] as const),
] satisfies Name[];

/** Padding, and places that no kernel uses. */
export const unusedNames = [
  ...(['pad1', 'pad4', 'pad5', 'pad7', 'pad8', 'pad9', 'pad10', 'pad11', 'pad12', 'pad13', 'pad14'] as const),
  ...(['pad15', 'padAt1044', 'unused', 'unused2'] as const),
] satisfies Name[];

type Listed =
  | (typeof optionNames)[number]
  | (typeof ipNames)[number]
  | (typeof udpNames)[number]
  | (typeof ip6Names)[number]
  | (typeof ip6AddressNames)[number]
  | (typeof tcpNames)[number]
  | (typeof placedNames)[number]
  | (typeof unusedNames)[number];

/** A field that is in no list does not compile. */
export type ForgottenSocketField = Exclude<Name, Listed>;
export const noSocketFieldIsForgotten: [ForgottenSocketField] extends [never] ? true : ForgottenSocketField =
  true;
