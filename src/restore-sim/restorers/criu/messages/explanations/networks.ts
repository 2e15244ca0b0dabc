/** Networks. */
import { type Explanation, row } from './explanation.ts';

export const networksMessages: readonly Explanation[] = [
  row(
    'external-network',
    /Unable to find an external netns: (?<key>\S+)/,
    'A network namespace comes from outside under a key, and none was given.',
    'give --inherit-fd fd[N]:KEY',
  ),
  row(
    'descriptor-given',
    /Can't setns \d+\/net: Invalid argument/,
    'The descriptor that is given for a network namespace is of something else.',
    'open a network namespace: exec N</run/netns/NAME',
  ),
  row(
    'device-name-free',
    /-17 reported by netlink: File exists|Can't restore link: -17/,
    'A network device of that name or number exists already.',
    'give another name with --external veth[IN]:OUT',
  ),
  row(
    'macvlan-parent',
    /a macvlan parent for (?<interface>\S+) is required/,
    'A macvlan device lies upon a device of the host, which no option names.',
    'criu restore --external macvlan[NAME]:DEVICE',
  ),
  row(
    'device-number-free',
    /-95 reported by netlink: Operation not supported/,
    'A device of the image is made in the network where CRIU starts, and a device of another kind has its number there; or the kernel does not know the kind.',
    'start criu in a network namespace that has no device of that number (ip -o link)',
  ),
  row(
    'named-device',
    /-16 reported by netlink: Device or resource busy/,
    'A macvlan device cannot lie upon a device that is in a bridge, or that another driver has taken.',
    'name another device, or take it out of its bridge (ip link set DEVICE nomaster)',
  ),
  row(
    'interface-there',
    /Can't add interface (?<device>\S+) to bridge (?<interface>\S+): (No such device|Operation not supported)|Can't get index of \S+: No such device/,
    'A device that a new one is put upon is not there, or is no bridge; or the new one is not, since no device of the image has the name in the option.',
    'make it; name a device of the image',
  ),
  row(
    'interface-there',
    /Can't set 1:25 \(len \d+\)|Can't bind packet socket: No such device/,
    'A socket is bound to a network device that is not there, by name or by number.',
    'make it, or give it its name or number',
  ),
  row(
    'network-sysctls',
    /Can't open sysctl (?<sysctl>net\/\S+?): No such file/,
    'A setting of the network is not known to this kernel.',
    'give --weak-sysctls',
  ),
  row(
    'settings-writable',
    /Can't open sysctl (?<sysctl>\S+?): (Read-only|Permission|Operation)/,
    'Settings of namespaces cannot be written: /proc/sys is read-only.',
    'mount /proc/sys to write where CRIU starts',
  ),
  row(
    'about-kernel',
    /Can't open sysctl (?!kernel\/cap_last_cap|vm\/mmap_min_addr)(?<sysctl>\S+?): No such file/,
    'A setting is not known to this kernel, or /proc is not mounted.',
    'restore on a kernel like that of the dump',
    { role: 'follows' },
  ),
  row(
    'ping-group',
    /Can't create inet sock(et)?: Permission denied/,
    'A socket of ping(8) is made by whoever has a group in net.ipv4.ping_group_range.',
    'sysctl -w net.ipv4.ping_group_range="0 2147483647"',
  ),
  row(
    'socket-capability',
    /Can't create (inet|packet) sock(et)?: Operation not permitted/,
    'Raw sockets may not be made.',
    'run CRIU with CAP_NET_RAW',
  ),
  row(
    'tcp-established',
    /Connected TCP socket in image/,
    'TCP connections are in the image, and no option says what becomes of them.',
    'give --tcp-established or --tcp-close',
  ),
  row(
    'unix-name-free',
    /Can't change working dir \S+: (No such file|Not a directory)/,
    'A unix socket was bound by a name relative to a directory that is not there.',
    'make the directory',
    { file: /sk-unix\.c$/ },
  ),
  row(
    'port-capability',
    /Can't bind inet socket.*: Permission denied/,
    'A socket is bound to a low port, and CRIU may not (no CAP_NET_BIND_SERVICE).',
    'run CRIU with it, or lower net.ipv4.ip_unprivileged_port_start',
  ),
  row(
    'unix-name-free',
    /Can't bind id 0x[0-9a-f]+ ino \d+ addr (?<path>\S.*?)?: |Can't bind.*unix/,
    'The name of a unix socket cannot be used.',
    'make its directory; remove what else has the name',
  ),
  row(
    'port-free',
    /Can't bind inet socket.*: Address already in use|Can't bind.*Address already in use/,
    'Somebody has the port of a socket already.',
    'end who has it: ss -ltnup',
  ),
  row(
    'port-free',
    // connect(2) of a socket under repair, seen on Linux 6.x; net/ipv4/inet_hashtables.c, __inet_check_established.
    /Can't connect inet socket back: Cannot assign requested address/,
    'A connection between the same two addresses and ports exists: that of the dump, perhaps still in TIME_WAIT, or another one that has got the port.',
    'end who has it (ss -tnap), wait for TIME_WAIT, or restore in a network namespace',
  ),
  row(
    'address-there',
    /Cannot assign requested address/,
    'A socket is bound to an address that is on no device.',
    'ip address add it before the restore',
  ),
  row(
    'network-reachable',
    /Can't connect inet socket back: Network is unreachable|soccr.*unreachable/,
    'Connections need routes that are not there.',
    'make devices and routes first; leave --empty-ns out',
  ),
  row(
    'about-network',
    /soccr|Can't (set|enable|turn).*repair|tcp_repair/i,
    'A TCP connection cannot be put back.',
    'run CRIU with CAP_NET_ADMIN; see the errno',
  ),
  row(
    'unix-peer',
    /Can't connect \d+ socket: (No such file|Connection refused|Protocol wrong type)/,
    'The unix socket outside that one of the image talks to is not there, is not bound, or is of another type.',
    'start its owner first',
  ),
  row(
    'unix-peer',
    /External socket (found|is used)|External socket/,
    'A unix socket is connected to one outside.',
    'give --ext-unix-sk, and start its owner first',
  ),
];
