/** Sockets and terminals that are not dumped as they are. */
import type { Explanation } from '../explanation.ts';
import { askFor, refused } from './row.ts';

export const socketsOfDumps: readonly Explanation[] = [
  refused(
    /Connected TCP socket, consider using/,
    'A TCP connection is open.',
    'criu dump --tcp-established (the restore needs it, too), or --tcp-close where it may be lost',
  ),
  refused(
    /In-flight connection \(l\) for/,
    'Somebody is just connecting to a listening socket.',
    'criu dump --skip-in-flight: the client has to try again',
  ),
  refused(
    /In-flight connection on/,
    'A connection of a unix socket was not accepted yet.',
    'accept it, or dump a moment later',
  ),
  refused(
    /Non-empty write queue on an in-flight socket|Dangling connection \d+/,
    'A client of a unix socket sent something, or went away, before it was accepted.',
    'let the server accept it, and dump a moment later',
  ),
  refused(
    /External socket is used\./,
    'A unix socket is connected to a process outside of the tree.',
    askFor('--ext-unix-sk'),
  ),
  refused(
    /Can't dump half of stream unix connection\. name: (?<path>.*?); peer name:/,
    'The other end of a stream of a unix socket is outside of the tree: it cannot be connected again.',
    'close the connection, dump the other end with it, or pass it in: criu dump --external unix[INODE]',
  ),
  refused(
    /with unreachable peer|Can't dump name-less external socket/,
    'The other end of a unix socket is outside of the tree, and has no name to connect to.',
    'close the connection, or dump a tree that holds both ends',
  ),
  refused(
    /Unsupported proto 262 for socket|multipathtcp=0/,
    'A socket is one of multipath TCP (Go asks for it).',
    'start the program with GODEBUG=multipathtcp=0',
  ),
  refused(
    /Unsupported (proto|socket type|socket family)|Can't dump \d+ inet socket/,
    'CRIU cannot dump sockets of that protocol.',
    'close it before the dump',
  ),
  refused(
    /BUG! Unknown socket collected|Unknown pair family|Sockets \(family .* are not collected/,
    'CRIU cannot dump sockets of that family, or the kernel cannot list them.',
    'close it before the dump, or load the module for it: unix_diag, inet_diag, tcp_diag, udp_diag, netlink_diag, af_packet_diag',
  ),
  refused(
    /Can't dump corked dgram socket/,
    'A datagram is being put together (UDP_CORK).',
    'dump a moment later, when the program has sent it',
  ),
  refused(
    /has more than 32 groups|is bound to groups but not to portid/,
    'A netlink socket listens to groups that CRIU cannot write down.',
    'close it before the dump',
  ),
  refused(
    /The socket has data to read/,
    'Messages of the kernel wait in a netlink socket.',
    'dump a moment later, when the program has read them',
  ),
  refused(
    /Diag module missing/,
    'The kernel cannot list sockets.',
    'modprobe unix_diag inet_diag tcp_diag udp_diag',
  ),
  refused(
    /Locking network failed/,
    'The packets of the connections could not be kept away.',
    'install iptables, or criu dump --network-lock nftables (or skip)',
  ),
  refused(
    /Found dangling tty|Don't have tty to inherit/,
    'A terminal comes from outside of the tree, as in every program that is started in a shell.',
    askFor('--shell-job'),
  ),
  // criu/tty.c, tty_verify_ctty: of the descriptors of its terminal the first one has to be its own.
  refused(
    /ctty inheritance detected/,
    'A task has /dev/tty open, and its terminal is open in a task before it in the tree, or in none.',
    'close /dev/tty before the dump, or start the program where nothing else of the tree holds its side of the terminal, as script and screen do: no option helps',
  ),
  refused(
    /The root process \d+ is not a session leader/,
    'The tree is a job of a shell: its session began outside of it.',
    `${askFor('--shell-job')}, or start it with setsid`,
  ),
  refused(
    /No CTL for TTY dump, likely SCM case/,
    'A terminal is on its way through a unix socket.',
    'dump a moment later, when the program has received it',
  ),
  refused(
    /Unable to find a tty driver/,
    'A terminal is of a kind that CRIU does not know.',
    'close it before the dump, or declare it: criu dump --external tty[RDEV:DEV]',
  ),
  refused(
    /Found slave peer index \d+ without/,
    'The other side of a terminal is outside of the tree.',
    'criu dump --shell-job where it is that of the user; an engine asks for orphan_pts_master instead, which is no option of the command',
  ),
  refused(
    /A session leader of .* is outside of its pid namespace/,
    'The session of a task began outside of its pid namespace, as after nsenter or an exec into a container.',
    'end what was brought in from outside, and dump again',
  ),
];
