/** Sockets and networks. */
import { again, type Remedies } from './remedy.ts';

export const network: Remedies = {
  'socket-family': [
    'The kernel that restores was built without this family of sockets.',
    'Load the module of the family, or close the socket before the dump.',
  ],
  'socket-peer': [
    'A connected unix socket has its other end outside of the image.',
    'Dump both ends together, or close the connection before the dump.',
  ],
  'socket-mount': [
    'A bound unix socket lies on a mount that is not in the image.',
    'Dump the container as a whole, with the mount.',
  ],
  'socket-filter': ['The length of a socket filter is zero, or no multiple of an instruction.', again],
  'socket-multicast': [
    'The membership is neither of IPv4 nor of IPv6.',
    'Leave the group before the dump, or remove the record.',
  ],
  'socket-packet': [
    'A queued packet has a length or header that the kernel refuses.',
    'Let the program empty its queue before the dump.',
  ],
  'datagrams-lost': [
    'Datagrams are queued with the checksum state of 2.6.18, which 2.6.32 takes for a wrong checksum.',
    'Let the program read its queue before the dump; programs over UDP have to bear losses.',
  ],
  'tcp-form-mixed': [
    'Control blocks of two kernels are in one image: it was put together.',
    'Convert the images one by one, from what each kernel wrote.',
  ],
  'tcp-control-block': [
    'The control block has the length of another kernel than the version of the image.',
    'Name what it is: `cr-convert --from VARIANT IMAGE NEW`.',
  ],
  'tcp-header-offsets': [
    'The positions of headers inside of a queued segment are larger than the segment.',
    again,
  ],
  'snmp-counters': [
    'The number of counters is that of another kernel.',
    'Convert the image to the kernel that restores it.',
  ],
  'net-stats-size': [
    'The statistics have the length of another kernel line.',
    'Convert the image to the kernel that restores it.',
  ],
  'network-address': [
    'The device of the address is not there, or the address is of an unknown family.',
    '`cr-inspect IMAGE namespaces` shows the devices; make the device first.',
  ],
  'route-message': [
    'The length of a route is smaller than its header, or larger than what is stored.',
    again,
  ],
  'criu-network': [
    'A value for /proc/sys/net or a device is not accepted by the restoring kernel.',
    '`--weak-sysctls` goes on without values; load the module of the device, or leave networks out with `--empty-ns net`.',
  ],
  'criu-network-dump': [
    'CRIU gives the file to ip, iptables-restore or nft, and that program does not take it.',
    'Install the programs in releases like those of the dump; `--empty-ns net` leaves the network to the engine.',
  ],
  'criu-tcp-stream': [
    'Options, window or queues of the connection are not those that the kernel takes in repair mode.',
    'Restore with --tcp-close, which gives the programs a closed connection; copy tcp-stream-N.img again.',
  ],
};
