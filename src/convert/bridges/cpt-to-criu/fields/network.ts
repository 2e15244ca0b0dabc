/** Network devices, addresses and connection tracking. */
import { carried, defaulted, derived, type FieldValues, lost, lostByCode } from './fate.ts';

const loopbackIndex = 1;
const isLoopback = ({ index }: FieldValues) => index === loopbackIndex;

export const deviceFields = {
  ...carried({ flags: 'net_device_entry.flags, of lo', mtu: 'net_device_entry.mtu, of lo' }),
  ...derived('which device is lo; others are lost (network-device)', ['name']),
  ...defaulted('lo has the number 1', ['index']),
};

const otherDevice = <Name extends string>(names: readonly Name[]) => lostByCode('network-device', names);

export const tunFields = otherDevice([
  ...(['owner', 'flags', 'bindfile', 'ifFlags', 'devAddr', 'chrFilter', 'netFilter'] as const),
]);
export const tapFilterFields = otherDevice(['count', 'mask', 'addr']);
export const vethFields = otherDevice(['allowMacChange']);
export const tunnelFields = otherDevice([
  ...(['tnlFlags', 'iFlags', 'oFlags', 'iKey', 'oKey', 'iphdr', 'iSeqno', 'oSeqno', 'link'] as const),
]);
export const bridgePortFields = otherDevice(['name']);
export const bridgeFields = otherDevice([
  ...(['designatedRoot', 'bridgeId', 'rootPathCost', 'maxAge', 'helloTime', 'forwardDelay'] as const),
  ...(['bridgeMaxAge', 'bridgeHelloTime', 'bridgeForwardDelay', 'ageingTime', 'rootPort'] as const),
  ...(['stpEnabled', 'viaPhysDev'] as const),
]);

/** Nobody gives lo an address; other devices are lost as a whole. */
export const hwaddrFields = defaulted('lo has none, other devices are lost as a whole', ['devAddr']);

export const statsFields = lost('network-counters', [
  ...([
    'rxPackets',
    'txPackets',
    'rxBytes',
    'txBytes',
    'rxErrors',
    'txErrors',
    'rxDropped',
    'txDropped',
  ] as const),
  ...(['multicast', 'collisions', 'rxLengthErrors', 'rxOverErrors', 'rxCrcErrors', 'rxFrameErrors'] as const),
  ...(['rxFifoErrors', 'rxMissedErrors', 'txAbortedErrors', 'txCarrierErrors', 'txFifoErrors'] as const),
  ...(['txHeartbeatErrors', 'txWindowErrors', 'rxCompressed', 'txCompressed'] as const),
]);

export const settingsFields = lost('network-settings', ['data']);

export const addressFields = {
  ...carried({
    family: 'ifaddrmsg.ifa_family',
    masklen: 'ifaddrmsg.ifa_prefixlen',
    scope: 'ifaddrmsg.ifa_scope',
    address: 'IFA_ADDRESS, IFA_LOCAL',
  }),
  ...derived('whether it is of lo; addresses of others are put on lo (network-address)', ['index']),
  ...lost('network-address', ['broadcast'], { when: isLoopback }),
  ...defaulted('an address of lo is permanent, has no peer and the name of the device', [
    ...(['flags', 'peer', 'label', 'validLft', 'preferedLft'] as const),
  ]),
};

const tracked = <Name extends string>(names: readonly Name[]) => lostByCode('connection-tracking', names);

export const natManipFields = tracked(['direction', 'hooknum', 'maniptype', 'manipAddr', 'manipPort']);
export const natSeqFields = tracked(['correctionPos', 'offsetBefore', 'offsetAfter']);
export const tupleFields = tracked(['src', 'srcport', 'dst', 'dstport', 'protonum', 'dir', 'l3num']);
export const conntrackFields = tracked([
  ...(['tuples', 'status', 'timeout', 'index', 'ctHelper', 'natHelper', 'protoData', 'helpData'] as const),
  ...(['initialized', 'numManips', 'natManips', 'natSeq', 'masqIndex', 'id', 'mark'] as const),
]);
export const expectationFields = tracked([
  ...(['timeout', 'siblingConntrack', 'seqNumber', 'ctTuple', 'tuple', 'mask', 'help'] as const),
  ...(['manipProto', 'dir', 'flags', 'class'] as const),
]);
