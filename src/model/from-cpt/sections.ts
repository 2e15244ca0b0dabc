/** Which section the objects of a kind lie in. Restorers look there and nowhere else. */
import { type CptKind, sectionType } from '../../parse/generated/cpt-records.ts';

const homes: { readonly [K in CptKind]?: readonly number[] } = {
  task: [sectionType.tasks],
  mm: [sectionType.mm],
  fs: [sectionType.fs],
  files: [sectionType.files_struct],
  file: [sectionType.files],
  sighand_struct: [sectionType.sighand_struct],
  tty: [sectionType.tty],
  socket: [sectionType.socket, sectionType.orphans],
  sysvsem_undo: [sectionType.sysvsem_undo],
  namespace: [sectionType.namespace],
  inode: [sectionType.inode],
  ubc: [sectionType.ubc],
  cgroups: [sectionType.cgroups],
  posix_timer_list: [sectionType.posix_timers],
  sysv_sem: [sectionType.sysv_sem],
  sysvmsg: [sectionType.sysv_msg],
  net_device: [sectionType.net_device],
  net_ifaddr: [sectionType.net_ifaddr],
  net_route: [sectionType.net_route],
  net_conntrack: [sectionType.net_conntrack],
  veinfo: [sectionType.veinfo],
  epoll: [sectionType.epoll],
  inotify: [sectionType.inotify],
  vsyscall: [sectionType.vsyscall],
};

export const isHome = (kind: CptKind, section: number): boolean => homes[kind]?.includes(section) ?? false;

/** Sections that hold nothing for the model: the number 0, numbers without a meaning, and opaque ones. */
const readSections: ReadonlySet<number> = new Set([
  ...Object.values(homes).flat(),
  sectionType.net_iptables,
  sectionType.snmp_stats,
  sectionType.utsname,
  sectionType.trailer,
  sectionType.slm_sgregs,
  sectionType.slm_regobjs,
]);

export const isRead = (section: number): boolean => readSections.has(section);
