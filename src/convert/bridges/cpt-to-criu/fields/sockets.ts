/** Sockets and what waits in them. Fields of other families and protocols hold leftovers in every image. */
import { carried, defaulted, derived, type FieldValues, lost, lostByCode } from './fate.ts';

const family = { unix: 1, inet: 2, inet6: 10 } as const;
const type = { stream: 1, datagram: 2, raw: 3 } as const;
const protocol = { tcp: 6 } as const;
const none = 0xffffffff;
const allOnes = 0xffffffff;
/** IP_PMTUDISC_WANT. */
const pathMtuAsNeeded = 1;
/** SK_DELETED of the image: the socket file has no name any more. */
const deletedFlag = 1;

const isIp = ({ family: number }: FieldValues) => number === family.inet || number === family.inet6;
const isIp6 = ({ family: number }: FieldValues) => number === family.inet6;
const isTcp = (record: FieldValues) =>
  isIp(record) && record['type'] === type.stream && record['protocol'] === protocol.tcp;
const isDatagram = (record: FieldValues) =>
  isIp(record) && (record['type'] === type.datagram || record['type'] === type.raw);
const isDatagram6 = (record: FieldValues) => isIp6(record) && isDatagram(record);
const isUdp = (record: FieldValues) => isIp(record) && record['type'] === type.datagram;
const isUnix = ({ family: number }: FieldValues) => number === family.unix;
const isDeletedUnix = (record: FieldValues) =>
  isUnix(record) && (Number(record['sockflags']) & deletedFlag) !== 0 && Number(record['dAliaslen'] ?? 0) > 0;

const common = {
  ...carried({
    type: 'unix_sk_entry.type, inet_sk_entry.type',
    family: 'inet_sk_entry.family',
    state: 'unix_sk_entry.state, inet_sk_entry.state',
    shutdown: 'unix_sk_entry.shutdown, inet_sk_entry.shutdown',
    protocol: 'inet_sk_entry.proto',
    passcred: 'sk_opts_entry.so_passcred',
    reuse: 'sk_opts_entry.reuseaddr',
    userlocks: 'sk_opts_entry.so_buf_lock',
    noCheck: 'sk_opts_entry.so_no_check',
    localroute: 'sk_opts_entry.so_dontroute',
    maxAckBacklog: 'unix_sk_entry.backlog, inet_sk_entry.backlog',
    priority: 'sk_opts_entry.so_priority',
    rcvlowat: 'sk_opts_entry.so_rcvlowat',
    boundDevIf: 'sk_opts_entry.so_bound_dev, lo',
    rcvtimeo: 'sk_opts_entry.so_rcv_tmo_sec, so_rcv_tmo_usec',
    sndtimeo: 'sk_opts_entry.so_snd_tmo_sec, so_snd_tmo_usec',
    rcvbuf: 'sk_opts_entry.so_rcvbuf',
    sndbuf: 'sk_opts_entry.so_sndbuf',
    flags: 'sk_opts_entry.so_broadcast, so_keepalive, so_oobinline, so_linger',
    lingertime: 'sk_opts_entry.so_linger',
    laddr: 'unix_sk_entry.name, inet_sk_entry.src_addr, src_port',
    raddr: 'inet_sk_entry.dst_addr, dst_port',
    ssflags: 'sk_opts_entry.so_passsec, of unix sockets',
  }),
  ...derived('which open file it is; connections that nobody accepted have none', ['file']),
  ...derived('the listener of connections that nobody accepted', ['parent']),
  ...derived('who is whose peer and listener', ['index', 'peer']),
  ...derived('whether there is an address', ['laddrlen', 'raddrlen']),
  ...lost('socket-option', ['zapped', 'rcvtstamp']),
  ...lost('socket-error', ['err', 'errSoft']),
  ...lost('socket-credentials', ['peerPid'], { when: isUnix }),
  ...lost('socket-credentials', ['peerUid', 'peerGid'], { usual: [0, none], when: isUnix }),
  ...defaulted('the time of the last packet', ['stamp']),
  ...defaulted('never written', ['debug', 'rcvrttRtt', 'rcvrttSeq', 'rcvrttTime', 'advCong']),
  ...defaulted('follows from the state and the peer', ['sstate', 'socketpair']),
};

const unix = {
  ...carried({
    iMode: 'unix_sk_entry.file_perms.mode',
    iUid: 'unix_sk_entry.file_perms.uid',
    iGid: 'unix_sk_entry.file_perms.gid',
  }),
  ...derived('unix_sk_entry.deleted', ['sockflags']),
  ...lost('socket-name', ['dAliaslen'], { when: isDeletedUnix }),
  ...defaulted('counts with its length (socket-name)', ['dAlias']),
};

const ip = {
  ...derived('addresses of connections that nobody accepted, which have no name', [
    ...(['daddr', 'dport', 'sport', 'rcvSaddr', 'rcvSaddr6', 'daddr6'] as const),
  ]),
  ...carried({
    ucTtl: 'ip_opts_entry.ttl',
    tos: 'ip_opts_entry.tos',
    cmsgFlags: 'ip_opts_entry.pktinfo; other control messages are lost',
    hdrincl: 'ip_opts_raw_entry.hdrincl',
    freebind: 'ip_opts_entry.freebind',
    ipv6only6: 'inet_sk_entry.v6only',
  }),
  ...lost('socket-option', ['mcIndex', 'mcAddr', 'recverr'], { when: isDatagram }),
  ...lost('socket-option', ['mcTtl', 'mcLoop'], { usual: [1], when: isDatagram }),
  ...lost('socket-option', ['pmtudisc'], { usual: [pathMtuAsNeeded], when: isIp }),
  ...lost('corked-datagram', ['udpPending'], { when: isUdp }),
  ...lost('socket-option', ['udpCorkflag', 'udpEncap'], { when: isUdp }),
  ...lost('socket-option', ['fragSize6', 'rxopt6', 'sndflow6', 'flowLabel6'], { when: isIp6 }),
  ...lost('socket-option', ['mcastOif6', 'recverr6'], { when: isDatagram6 }),
  ...lost('socket-option', ['hopLimit6'], { usual: [allOnes], when: isIp6 }),
  ...lost('socket-option', ['mcastHops6'], { usual: [1, allOnes], when: isDatagram6 }),
  ...lost('socket-option', ['mcLoop6'], { usual: [1], when: isDatagram6 }),
  ...lost('socket-option', ['pmtudisc6'], { usual: [pathMtuAsNeeded], when: isIp6 }),
  ...defaulted('the source address for sending is the bound one', ['saddr', 'saddr6']),
  ...defaulted('counted anew', ['idcounter']),
  ...defaulted('parts of a datagram that is being put together, which is lost as a whole (corked-datagram)', [
    ...(['corkFlags', 'corkFragsize', 'corkLength', 'corkAddr', 'corkSaddr', 'corkDaddr'] as const),
    ...(['corkOif', 'udpLen'] as const),
  ]),
  ...defaulted('follows from the addresses', ['mapped']),
};

const tcp = {
  ...carried({
    rcvNxt: 'tcp_stream_entry.inq_seq',
    sndNxt: 'tcp_stream_entry.unsq_len',
    sndUna: 'tcp_stream_entry.outq_len',
    sndWl1: 'tcp_stream_entry.snd_wl1',
    sndWnd: 'tcp_stream_entry.snd_wnd',
    maxWindow: 'tcp_stream_entry.max_window',
    mssClamp: 'tcp_stream_entry.mss_clamp',
    rcvWnd: 'tcp_stream_entry.rcv_wnd',
    rcvWup: 'tcp_stream_entry.rcv_wup',
    writeSeq: 'tcp_stream_entry.outq_seq',
    copiedSeq: 'tcp_stream_entry.inq_len',
    tstampOk: 'tcp_stream_entry.opt_mask',
    wscaleOk: 'tcp_stream_entry.opt_mask',
    sackOk: 'tcp_stream_entry.opt_mask',
    sndWscale: 'tcp_stream_entry.snd_wscale',
    rcvWscale: 'tcp_stream_entry.rcv_wscale',
    nonagle: 'tcp_opts_entry.cork, nodelay',
    keepaliveProbes: 'tcp_opts_entry.keepcnt',
    keepaliveTime: 'tcp_opts_entry.keepidle',
    keepaliveIntvl: 'tcp_opts_entry.keepintvl',
  }),
  ...lostByCode('tcp-urgent-data', ['urgData']),
  ...lost('socket-option', ['deferAccept', 'userMss', 'synRetries', 'linger2', 'ecnFlags'], { when: isTcp }),
  ...defaulted('where urgent data is; the data itself is lost (tcp-urgent-data)', ['urgSeq', 'sndUp']),
  ...defaulted('blocks that came out of order, which the peer sends again (tcp-out-of-order)', [
    ...(['dsack', 'sackArray', 'numSacks'] as const),
  ]),
  ...defaulted('the restoring kernel measures the path and times its packets anew', [
    ...(['predFlags', 'sndSml', 'rcvTstamp', 'lsndtime', 'tcpHeaderLen', 'ackPending', 'quick'] as const),
    ...(['pingpong', 'blocked', 'ato', 'ackTimeout', 'lrcvtime', 'lastSegSize', 'rcvMss'] as const),
    ...(['pmtuCookie', 'mssCache', 'mssCacheStd', 'extHeaderLen', 'ext2HeaderLen', 'caState'] as const),
    ...(['retransmits', 'reordering', 'frtoCounter', 'frtoHighmark', 'backoff', 'srtt', 'mdev'] as const),
    ...([
      'mdevMax',
      'rttvar',
      'rttSeq',
      'rto',
      'packetsOut',
      'leftOut',
      'retransOut',
      'sndSsthresh',
    ] as const),
    ...(['sndCwnd', 'sndCwndCnt', 'sndCwndClamp', 'sndCwndUsed', 'sndCwndStamp', 'timeout'] as const),
    ...(['kaTimeout', 'pushedSeq', 'sawTstamp', 'rcvTsval', 'rcvTsecr', 'tsRecent'] as const),
    ...(['tsRecentStamp', 'windowClamp', 'rcvSsthresh', 'probesOut', 'advmss', 'priorSsthresh'] as const),
    ...(['lostOut', 'sackedOut', 'facketsOut', 'highSeq', 'retransStamp', 'undoMarker'] as const),
    ...(['undoRetrans', 'pending'] as const),
  ]),
};

export const socketFields = {
  ...common,
  ...unix,
  ...ip,
  ...tcp,
};

export const multicastFields = lostByCode('multicast-membership', ['family', 'mode', 'ifindex', 'mcaddr']);

export const packetRingFields = lostByCode('packet-ring', [
  ...(['tpBlockSize', 'tpBlockNr', 'tpFrameSize', 'tpFrameNr'] as const),
]);

export const packetFields = {
  ...carried({
    tpLoss: 'packet_sock_entry.loss',
    auxdata: 'packet_sock_entry.aux_data',
    origdev: 'packet_sock_entry.orig_dev',
    copyThresh: 'packet_sock_entry.copy_thresh',
    tpVersion: 'packet_sock_entry.version',
    tpReserve: 'packet_sock_entry.reserve',
    tpTstamp: 'packet_sock_entry.timestamp',
  }),
  ...lostByCode('packet-ring', ['rxRing', 'txRing']),
  ...lost('network-counters', ['statsTpPackets', 'statsTpDrops']),
};

export const packetMembershipFields = {
  ...carried({ type: 'packet_mclist.type', addr: 'packet_mclist.addr' }),
  ...derived('packet_mclist.index, of lo; others are lost (multicast-membership)', ['ifindex']),
  ...derived('the length of the address', ['alen']),
  ...lost('multicast-membership', ['count'], { usual: [0, 1] }),
};

export const openRequestFields = lostByCode('connection-request', [
  ...(['rcvIsn', 'sntIsn', 'rmtPort', 'mss', 'family', 'retrans', 'sndWscale', 'rcvWscale'] as const),
  ...(['tstampOk', 'sackOk', 'wscaleOk', 'ecnOk', 'acked', 'windowClamp', 'rcvWnd', 'tsRecent'] as const),
  ...(['iif', 'expires', 'locAddr', 'rmtAddr'] as const),
]);

export const bufferFields = {
  ...derived('in which queue, and from which byte to which', [...(['queue', 'len', 'hspace'] as const)]),
  ...lostByCode('socket-credentials', ['cb']),
  ...lostByCode('socket-sender', ['owner']),
  ...defaulted('of packets in the kernel: the data is sent again by its owner', [
    ...(['stamp', 'tspace', 'h', 'nh', 'mac', 'macLen', 'csum', 'localDf', 'pktType', 'ipSummed'] as const),
    ...(['priority', 'protocol', 'security', 'gsoSegs', 'gsoSize', 'gsoType'] as const),
  ]),
};
