/** What records become while the records inside them still come, by record kind. */
import type {
  CgroupHierarchy,
  ConnTrack,
  DeviceDriver,
  Epoll,
  FdTable,
  FilePath,
  FsStruct,
  Inode,
  Inotify,
  InotifyWatch,
  MemoryMap,
  MessageQueue,
  Mount,
  MountNamespace,
  NetDevice,
  OpenFile,
  PacketSocket,
  PosixTimerList,
  SignalHandlers,
  SignalStruct,
  Socket,
  SocketBuffer,
  Tty,
  UndoList,
} from '../checkpoint.ts';
import type { Mutable } from '../checkpoint-draft.ts';
import type { RowSlice } from '../rows.ts';
import type { CptTask } from './task.ts';

/** An open file of its own, or the name of a root, working directory or watched file. */
export type FileDraft = { readonly opened: Mutable<OpenFile> } | { readonly named: Mutable<FilePath> };

export interface Drafts {
  readonly task: CptTask;
  readonly signal_struct: Mutable<SignalStruct>;
  readonly sighand_struct: Mutable<SignalHandlers>;
  readonly posix_timer_list: Mutable<PosixTimerList>;
  readonly mm: MemoryDraft;
  readonly vma: MemoryDraft;
  readonly file: FileDraft;
  readonly files: FdTable;
  readonly fs: { readonly fs: Mutable<FsStruct>; directories: number };
  readonly inode: Mutable<Inode>;
  readonly tty: Mutable<Tty>;
  readonly epoll: Mutable<Epoll>;
  readonly inotify: Mutable<Inotify>;
  readonly inotify_watch: Mutable<InotifyWatch>;
  readonly namespace: Mutable<MountNamespace>;
  readonly vfsmount: { readonly mount: Mutable<Mount>; names: number };
  readonly socket: Mutable<Socket>;
  readonly skb: Mutable<SocketBuffer>;
  readonly sock_packet: Mutable<PacketSocket>;
  readonly sysvmsg: Mutable<MessageQueue>;
  readonly sysvsem_undo: Mutable<UndoList>;
  readonly net_device: Mutable<NetDevice>;
  readonly net_tuntap: Mutable<Extract<DeviceDriver, { kind: 'tun' }>>;
  readonly net_br: { readonly ports: string[] };
  readonly net_conntrack: Mutable<ConnTrack>;
  readonly cgroups: Mutable<CgroupHierarchy>;
  readonly cgroup: Mutable<CgroupHierarchy['groups'][number]>;
}

export interface MemoryDraft {
  readonly memory: Mutable<MemoryMap>;
  readonly areas: RowSlice<unknown>;
}
