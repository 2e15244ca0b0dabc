// Made by npm run generate from formats/criu/proto/*.proto. Do not edit.

/** Label, type, name and number; the type is a scalar, `enum NAME` or `message NAME`. */
export type CriuFieldRow = readonly ['required' | 'optional' | 'repeated', string, string, number];

export const criuFields: Readonly<Record<string, readonly CriuFieldRow[]>> = {
  fown_entry: [
    ['required', 'uint32', 'uid', 1],
    ['required', 'uint32', 'euid', 2],
    ['required', 'uint32', 'signum', 3],
    ['required', 'uint32', 'pid_type', 4],
    ['required', 'uint32', 'pid', 5],
  ],
  winsize_entry: [
    ['required', 'uint32', 'ws_row', 1],
    ['required', 'uint32', 'ws_col', 2],
    ['required', 'uint32', 'ws_xpixel', 3],
    ['required', 'uint32', 'ws_ypixel', 4],
  ],
  termios_entry: [
    ['required', 'uint32', 'c_iflag', 1],
    ['required', 'uint32', 'c_oflag', 2],
    ['required', 'uint32', 'c_cflag', 3],
    ['required', 'uint32', 'c_lflag', 4],
    ['required', 'uint32', 'c_line', 5],
    ['required', 'uint32', 'c_ispeed', 6],
    ['required', 'uint32', 'c_ospeed', 7],
    ['repeated', 'uint32', 'c_cc', 8],
  ],
  tty_pty_entry: [
    ['required', 'uint32', 'index', 1],
  ],
  tty_data_entry: [
    ['required', 'uint32', 'tty_id', 1],
    ['required', 'bytes', 'data', 2],
  ],
  tty_info_entry: [
    ['required', 'uint32', 'id', 1],
    ['required', 'enum TtyType', 'type', 2],
    ['required', 'bool', 'locked', 3],
    ['required', 'bool', 'exclusive', 4],
    ['required', 'bool', 'packet_mode', 5],
    ['required', 'uint32', 'sid', 6],
    ['required', 'uint32', 'pgrp', 7],
    ['required', 'uint32', 'rdev', 8],
    ['optional', 'message termios_entry', 'termios', 9],
    ['optional', 'message termios_entry', 'termios_locked', 10],
    ['optional', 'message winsize_entry', 'winsize', 11],
    ['optional', 'message tty_pty_entry', 'pty', 12],
    ['optional', 'uint32', 'dev', 13],
    ['optional', 'uint32', 'uid', 14],
    ['optional', 'uint32', 'gid', 15],
  ],
  tty_file_entry: [
    ['required', 'uint32', 'id', 1],
    ['required', 'uint32', 'tty_info_id', 2],
    ['required', 'uint32', 'flags', 3],
    ['required', 'message fown_entry', 'fown', 4],
    ['optional', 'uint32', 'regf_id', 6],
  ],
  tunfile_entry: [
    ['required', 'uint32', 'id', 1],
    ['optional', 'string', 'netdev', 2],
    ['optional', 'bool', 'detached', 3],
    ['optional', 'uint32', 'ns_id', 4],
  ],
  tun_link_entry: [
    ['required', 'uint32', 'flags', 1],
    ['required', 'int32', 'owner', 2],
    ['required', 'int32', 'group', 3],
    ['required', 'uint32', 'vnethdr', 4],
    ['required', 'uint32', 'sndbuf', 5],
  ],
  bpfmap_file_entry: [
    ['required', 'uint32', 'id', 1],
    ['required', 'uint32', 'flags', 2],
    ['required', 'uint64', 'pos', 3],
    ['required', 'message fown_entry', 'fown', 4],
    ['required', 'uint32', 'map_type', 5],
    ['required', 'uint32', 'key_size', 6],
    ['required', 'uint32', 'value_size', 7],
    ['required', 'uint32', 'map_id', 8],
    ['required', 'uint32', 'max_entries', 9],
    ['required', 'uint32', 'map_flags', 10],
    ['required', 'uint64', 'memlock', 11],
    ['required', 'bool', 'frozen', 12],
    ['required', 'string', 'map_name', 13],
    ['required', 'uint32', 'ifindex', 14],
    ['optional', 'sint32', 'mnt_id', 15],
    ['optional', 'uint64', 'map_extra', 16],
  ],
  bpfmap_data_entry: [
    ['required', 'uint32', 'map_id', 1],
    ['required', 'uint32', 'keys_bytes', 2],
    ['required', 'uint32', 'values_bytes', 3],
    ['required', 'uint32', 'count', 4],
  ],
  eventfd_file_entry: [
    ['required', 'uint32', 'id', 1],
    ['required', 'uint32', 'flags', 2],
    ['required', 'message fown_entry', 'fown', 3],
    ['required', 'uint64', 'counter', 4],
  ],
  eventpoll_tfd_entry: [
    ['required', 'uint32', 'id', 1],
    ['required', 'uint32', 'tfd', 2],
    ['required', 'uint32', 'events', 3],
    ['required', 'uint64', 'data', 4],
    ['optional', 'uint32', 'dev', 5],
    ['optional', 'uint64', 'inode', 6],
    ['optional', 'uint64', 'pos', 7],
  ],
  eventpoll_file_entry: [
    ['required', 'uint32', 'id', 1],
    ['required', 'uint32', 'flags', 2],
    ['required', 'message fown_entry', 'fown', 3],
    ['repeated', 'message eventpoll_tfd_entry', 'tfd', 4],
  ],
  signalfd_entry: [
    ['required', 'uint32', 'id', 1],
    ['required', 'uint32', 'flags', 2],
    ['required', 'message fown_entry', 'fown', 3],
    ['required', 'uint64', 'sigmask', 4],
  ],
  timerfd_entry: [
    ['required', 'uint32', 'id', 1],
    ['required', 'uint32', 'flags', 2],
    ['required', 'message fown_entry', 'fown', 3],
    ['required', 'uint32', 'clockid', 4],
    ['required', 'uint64', 'ticks', 5],
    ['required', 'uint32', 'settime_flags', 6],
    ['required', 'uint64', 'vsec', 7],
    ['required', 'uint64', 'vnsec', 8],
    ['required', 'uint64', 'isec', 9],
    ['required', 'uint64', 'insec', 10],
  ],
  fh_entry: [
    ['required', 'uint32', 'bytes', 1],
    ['required', 'uint32', 'type', 2],
    ['repeated', 'uint64', 'handle', 3],
    ['optional', 'string', 'path', 4],
    ['optional', 'uint32', 'mnt_id', 5],
  ],
  irmap_cache_entry: [
    ['required', 'uint32', 'dev', 1],
    ['required', 'uint64', 'inode', 2],
    ['required', 'string', 'path', 3],
  ],
  inotify_wd_entry: [
    ['required', 'uint32', 'id', 1],
    ['required', 'uint64', 'i_ino', 2],
    ['required', 'uint32', 'mask', 3],
    ['required', 'uint32', 'ignored_mask', 4],
    ['required', 'uint32', 's_dev', 5],
    ['required', 'uint32', 'wd', 6],
    ['required', 'message fh_entry', 'f_handle', 7],
  ],
  inotify_file_entry: [
    ['required', 'uint32', 'id', 1],
    ['required', 'uint32', 'flags', 2],
    ['required', 'message fown_entry', 'fown', 4],
    ['repeated', 'message inotify_wd_entry', 'wd', 5],
  ],
  fanotify_inode_mark_entry: [
    ['required', 'uint64', 'i_ino', 1],
    ['required', 'message fh_entry', 'f_handle', 2],
  ],
  fanotify_mount_mark_entry: [
    ['required', 'uint32', 'mnt_id', 1],
    ['optional', 'string', 'path', 2],
  ],
  fanotify_mark_entry: [
    ['required', 'uint32', 'id', 1],
    ['required', 'enum mark_type', 'type', 2],
    ['required', 'uint32', 'mflags', 3],
    ['required', 'uint32', 'mask', 4],
    ['required', 'uint32', 'ignored_mask', 5],
    ['required', 'uint32', 's_dev', 6],
    ['optional', 'message fanotify_inode_mark_entry', 'ie', 7],
    ['optional', 'message fanotify_mount_mark_entry', 'me', 8],
  ],
  fanotify_file_entry: [
    ['required', 'uint32', 'id', 1],
    ['required', 'uint32', 'flags', 2],
    ['required', 'message fown_entry', 'fown', 3],
    ['required', 'uint32', 'faflags', 4],
    ['required', 'uint32', 'evflags', 5],
    ['repeated', 'message fanotify_mark_entry', 'mark', 6],
  ],
  sa_entry: [
    ['required', 'uint64', 'sigaction', 1],
    ['required', 'uint64', 'flags', 2],
    ['required', 'uint64', 'restorer', 3],
    ['required', 'uint64', 'mask', 4],
    ['optional', 'bool', 'compat_sigaction', 5],
    ['optional', 'uint64', 'mask_extended', 6],
  ],
  siginfo_entry: [
    ['required', 'bytes', 'siginfo', 1],
  ],
  signal_queue_entry: [
    ['repeated', 'message siginfo_entry', 'signals', 1],
  ],
  itimer_entry: [
    ['required', 'uint64', 'isec', 1],
    ['required', 'uint64', 'iusec', 2],
    ['required', 'uint64', 'vsec', 3],
    ['required', 'uint64', 'vusec', 4],
  ],
  posix_timer_entry: [
    ['required', 'uint32', 'it_id', 1],
    ['required', 'uint32', 'clock_id', 2],
    ['required', 'uint32', 'si_signo', 3],
    ['required', 'uint32', 'it_sigev_notify', 4],
    ['required', 'uint64', 'sival_ptr', 5],
    ['required', 'uint32', 'overrun', 6],
    ['required', 'uint64', 'isec', 7],
    ['required', 'uint64', 'insec', 8],
    ['required', 'uint64', 'vsec', 9],
    ['required', 'uint64', 'vnsec', 10],
    ['optional', 'int32', 'notify_thread_id', 11],
  ],
  task_timers_entry: [
    ['required', 'message itimer_entry', 'real', 1],
    ['required', 'message itimer_entry', 'virt', 2],
    ['required', 'message itimer_entry', 'prof', 3],
    ['repeated', 'message posix_timer_entry', 'posix', 4],
  ],
  timeval: [
    ['required', 'uint64', 'tv_sec', 1],
    ['required', 'uint64', 'tv_usec', 2],
  ],
  timespec: [
    ['required', 'uint64', 'tv_sec', 1],
    ['required', 'uint64', 'tv_nsec', 2],
  ],
  timens_entry: [
    ['required', 'message timespec', 'monotonic', 1],
    ['required', 'message timespec', 'boottime', 2],
  ],
  reg_file_entry: [
    ['required', 'uint32', 'id', 1],
    ['required', 'uint32', 'flags', 2],
    ['required', 'uint64', 'pos', 3],
    ['required', 'message fown_entry', 'fown', 5],
    ['required', 'string', 'name', 6],
    ['optional', 'sint32', 'mnt_id', 7],
    ['optional', 'uint64', 'size', 8],
    ['optional', 'bool', 'ext', 9],
    ['optional', 'uint32', 'mode', 10],
    ['repeated', 'uint32', 'build_id', 11],
    ['optional', 'uint32', 'checksum', 12],
    ['optional', 'uint32', 'checksum_config', 13],
    ['optional', 'uint32', 'checksum_parameter', 14],
  ],
  remap_file_path_entry: [
    ['required', 'uint32', 'orig_id', 1],
    ['required', 'uint32', 'remap_id', 2],
    ['optional', 'enum remap_type', 'remap_type', 3],
  ],
  ghost_file_entry: [
    ['required', 'uint32', 'uid', 1],
    ['required', 'uint32', 'gid', 2],
    ['required', 'uint32', 'mode', 3],
    ['optional', 'uint32', 'dev', 4],
    ['optional', 'uint64', 'ino', 5],
    ['optional', 'uint32', 'rdev', 6],
    ['optional', 'message timeval', 'atim', 7],
    ['optional', 'message timeval', 'mtim', 8],
    ['optional', 'bool', 'chunks', 9],
    ['optional', 'uint64', 'size', 10],
    ['optional', 'string', 'symlnk_target', 11],
  ],
  ghost_chunk_entry: [
    ['required', 'uint64', 'len', 1],
    ['required', 'uint64', 'off', 2],
  ],
  ext_file_entry: [
    ['required', 'uint32', 'id', 1],
    ['required', 'message fown_entry', 'fown', 5],
  ],
  ns_file_entry: [
    ['required', 'uint32', 'id', 1],
    ['required', 'uint32', 'ns_id', 2],
    ['required', 'uint32', 'ns_cflag', 3],
    ['required', 'uint32', 'flags', 4],
  ],
  file_lock_entry: [
    ['required', 'uint32', 'flag', 1],
    ['required', 'uint32', 'type', 2],
    ['required', 'int32', 'pid', 3],
    ['required', 'int32', 'fd', 4],
    ['required', 'int64', 'start', 5],
    ['required', 'int64', 'len', 6],
  ],
  pipe_entry: [
    ['required', 'uint32', 'id', 1],
    ['required', 'uint32', 'pipe_id', 2],
    ['required', 'uint32', 'flags', 3],
    ['required', 'message fown_entry', 'fown', 4],
    ['optional', 'uint32', 'uid', 5],
    ['optional', 'uint32', 'gid', 6],
  ],
  pipe_data_entry: [
    ['required', 'uint32', 'pipe_id', 1],
    ['required', 'uint32', 'bytes', 2],
    ['optional', 'uint32', 'size', 3],
  ],
  fifo_entry: [
    ['required', 'uint32', 'id', 1],
    ['required', 'uint32', 'pipe_id', 2],
    ['optional', 'uint32', 'regf_id', 3],
  ],
  pidfd_entry: [
    ['required', 'uint32', 'id', 1],
    ['required', 'uint32', 'ino', 2],
    ['required', 'uint32', 'flags', 3],
    ['required', 'int32', 'nspid', 4],
    ['required', 'message fown_entry', 'fown', 5],
  ],
  aio_ring_entry: [
    ['required', 'uint64', 'id', 1],
    ['required', 'uint32', 'nr_req', 2],
    ['required', 'uint32', 'ring_len', 3],
  ],
  mm_entry: [
    ['required', 'uint64', 'mm_start_code', 1],
    ['required', 'uint64', 'mm_end_code', 2],
    ['required', 'uint64', 'mm_start_data', 3],
    ['required', 'uint64', 'mm_end_data', 4],
    ['required', 'uint64', 'mm_start_stack', 5],
    ['required', 'uint64', 'mm_start_brk', 6],
    ['required', 'uint64', 'mm_brk', 7],
    ['required', 'uint64', 'mm_arg_start', 8],
    ['required', 'uint64', 'mm_arg_end', 9],
    ['required', 'uint64', 'mm_env_start', 10],
    ['required', 'uint64', 'mm_env_end', 11],
    ['required', 'uint32', 'exe_file_id', 12],
    ['repeated', 'uint64', 'mm_saved_auxv', 13],
    ['repeated', 'message vma_entry', 'vmas', 14],
    ['optional', 'int32', 'dumpable', 15],
    ['repeated', 'message aio_ring_entry', 'aios', 16],
    ['optional', 'bool', 'thp_disabled', 17],
  ],
  vma_entry: [
    ['required', 'uint64', 'start', 1],
    ['required', 'uint64', 'end', 2],
    ['required', 'uint64', 'pgoff', 3],
    ['required', 'uint64', 'shmid', 4],
    ['required', 'uint32', 'prot', 5],
    ['required', 'uint32', 'flags', 6],
    ['required', 'uint32', 'status', 7],
    ['required', 'sint64', 'fd', 8],
    ['optional', 'uint64', 'madv', 9],
    ['optional', 'uint32', 'fdflags', 10],
  ],
  pagemap_head: [
    ['required', 'uint32', 'pages_id', 1],
  ],
  pagemap_entry: [
    ['required', 'uint64', 'vaddr', 1],
    ['required', 'uint32', 'compat_nr_pages', 2],
    ['optional', 'bool', 'in_parent', 3],
    ['optional', 'uint32', 'flags', 4],
    ['optional', 'uint64', 'nr_pages', 5],
    ['optional', 'message pagemap_blocks', 'blocks', 6],
    ['repeated', 'uint32', 'compressed_size', 6],
    ['optional', 'uint64', 'total_compressed_size', 7],
    ['optional', 'uint32', 'region_pages', 8],
  ],
  pagemap_blocks: [
    ['repeated', 'uint32', 'block_sizes', 1],
    ['required', 'uint64', 'total_payload_size', 2],
    ['required', 'uint32', 'pages_per_block', 3],
  ],
  memfd_file_entry: [
    ['required', 'uint32', 'id', 1],
    ['required', 'uint32', 'flags', 2],
    ['required', 'uint64', 'pos', 3],
    ['required', 'message fown_entry', 'fown', 4],
    ['required', 'uint32', 'inode_id', 5],
  ],
  memfd_inode_entry: [
    ['required', 'string', 'name', 1],
    ['required', 'uint32', 'uid', 2],
    ['required', 'uint32', 'gid', 3],
    ['required', 'uint64', 'size', 4],
    ['required', 'uint32', 'shmid', 5],
    ['required', 'uint32', 'seals', 6],
    ['required', 'uint64', 'inode_id', 7],
    ['optional', 'uint32', 'hugetlb_flag', 8],
    ['optional', 'uint32', 'mode', 9],
  ],
  sk_opts_entry: [
    ['required', 'uint32', 'so_sndbuf', 1],
    ['required', 'uint32', 'so_rcvbuf', 2],
    ['required', 'uint64', 'so_snd_tmo_sec', 3],
    ['required', 'uint64', 'so_snd_tmo_usec', 4],
    ['required', 'uint64', 'so_rcv_tmo_sec', 5],
    ['required', 'uint64', 'so_rcv_tmo_usec', 6],
    ['optional', 'bool', 'reuseaddr', 7],
    ['optional', 'uint32', 'so_priority', 8],
    ['optional', 'uint32', 'so_rcvlowat', 9],
    ['optional', 'uint32', 'so_mark', 10],
    ['optional', 'bool', 'so_passcred', 11],
    ['optional', 'bool', 'so_passsec', 12],
    ['optional', 'bool', 'so_dontroute', 13],
    ['optional', 'bool', 'so_no_check', 14],
    ['optional', 'string', 'so_bound_dev', 15],
    ['repeated', 'fixed64', 'so_filter', 16],
    ['optional', 'bool', 'so_reuseport', 17],
    ['optional', 'bool', 'so_broadcast', 18],
    ['optional', 'bool', 'so_keepalive', 19],
    ['optional', 'uint32', 'tcp_keepcnt', 20],
    ['optional', 'uint32', 'tcp_keepidle', 21],
    ['optional', 'uint32', 'tcp_keepintvl', 22],
    ['optional', 'uint32', 'so_oobinline', 23],
    ['optional', 'uint32', 'so_linger', 24],
    ['optional', 'uint32', 'so_buf_lock', 25],
  ],
  ip_opts_raw_entry: [
    ['optional', 'bool', 'hdrincl', 1],
    ['optional', 'bool', 'nodefrag', 2],
    ['optional', 'bool', 'checksum', 3],
    ['repeated', 'uint32', 'icmpv_filter', 4],
  ],
  ip_opts_entry: [
    ['optional', 'bool', 'freebind', 1],
    ['optional', 'message ip_opts_raw_entry', 'raw', 4],
    ['optional', 'bool', 'pktinfo', 5],
    ['optional', 'uint32', 'tos', 6],
    ['optional', 'uint32', 'ttl', 7],
  ],
  inet_sk_entry: [
    ['required', 'uint32', 'id', 1],
    ['required', 'uint32', 'ino', 2],
    ['required', 'uint32', 'family', 3],
    ['required', 'uint32', 'type', 4],
    ['required', 'uint32', 'proto', 5],
    ['required', 'uint32', 'state', 6],
    ['required', 'uint32', 'src_port', 7],
    ['required', 'uint32', 'dst_port', 8],
    ['required', 'uint32', 'flags', 9],
    ['required', 'uint32', 'backlog', 10],
    ['repeated', 'uint32', 'src_addr', 11],
    ['repeated', 'uint32', 'dst_addr', 12],
    ['required', 'message fown_entry', 'fown', 13],
    ['required', 'message sk_opts_entry', 'opts', 14],
    ['optional', 'bool', 'v6only', 15],
    ['optional', 'message ip_opts_entry', 'ip_opts', 16],
    ['optional', 'string', 'ifname', 17],
    ['optional', 'uint32', 'ns_id', 18],
    ['optional', 'enum sk_shutdown', 'shutdown', 19],
    ['optional', 'message tcp_opts_entry', 'tcp_opts', 20],
  ],
  file_perms_entry: [
    ['required', 'uint32', 'mode', 1],
    ['required', 'uint32', 'uid', 2],
    ['required', 'uint32', 'gid', 3],
  ],
  unix_sk_entry: [
    ['required', 'uint32', 'id', 1],
    ['required', 'uint32', 'ino', 2],
    ['required', 'uint32', 'type', 3],
    ['required', 'uint32', 'state', 4],
    ['required', 'uint32', 'flags', 5],
    ['required', 'uint32', 'uflags', 6],
    ['required', 'uint32', 'backlog', 7],
    ['required', 'uint32', 'peer', 8],
    ['required', 'message fown_entry', 'fown', 9],
    ['required', 'message sk_opts_entry', 'opts', 10],
    ['required', 'bytes', 'name', 11],
    ['optional', 'enum sk_shutdown', 'shutdown', 12],
    ['optional', 'message file_perms_entry', 'file_perms', 13],
    ['optional', 'string', 'name_dir', 14],
    ['optional', 'bool', 'deleted', 15],
    ['optional', 'uint32', 'ns_id', 16],
    ['optional', 'sint32', 'mnt_id', 17],
  ],
  netlink_sk_entry: [
    ['required', 'uint32', 'id', 1],
    ['required', 'uint32', 'ino', 2],
    ['required', 'uint32', 'protocol', 3],
    ['required', 'uint32', 'state', 4],
    ['required', 'uint32', 'flags', 6],
    ['required', 'uint32', 'portid', 7],
    ['repeated', 'uint32', 'groups', 8],
    ['required', 'uint32', 'dst_portid', 9],
    ['required', 'uint32', 'dst_group', 10],
    ['required', 'message fown_entry', 'fown', 11],
    ['required', 'message sk_opts_entry', 'opts', 12],
    ['optional', 'uint32', 'ns_id', 13],
  ],
  scm_entry: [
    ['required', 'uint32', 'type', 1],
    ['repeated', 'uint32', 'rights', 2],
  ],
  sk_ucred_entry: [
    ['required', 'uint32', 'uid', 1],
    ['required', 'uint32', 'gid', 2],
    ['required', 'uint32', 'pid', 3],
  ],
  sk_packet_entry: [
    ['required', 'uint32', 'id_for', 1],
    ['required', 'uint32', 'length', 2],
    ['repeated', 'message scm_entry', 'scm', 4],
    ['optional', 'message sk_ucred_entry', 'ucred', 128],
  ],
  packet_mclist: [
    ['required', 'uint32', 'index', 1],
    ['required', 'uint32', 'type', 2],
    ['required', 'bytes', 'addr', 3],
  ],
  packet_ring: [
    ['required', 'uint32', 'block_size', 1],
    ['required', 'uint32', 'block_nr', 2],
    ['required', 'uint32', 'frame_size', 3],
    ['required', 'uint32', 'frame_nr', 4],
    ['required', 'uint32', 'retire_tmo', 5],
    ['required', 'uint32', 'sizeof_priv', 6],
    ['required', 'uint32', 'features', 7],
  ],
  packet_sock_entry: [
    ['required', 'uint32', 'id', 1],
    ['required', 'uint32', 'type', 2],
    ['required', 'uint32', 'protocol', 3],
    ['required', 'uint32', 'flags', 4],
    ['required', 'uint32', 'ifindex', 5],
    ['required', 'message fown_entry', 'fown', 6],
    ['required', 'message sk_opts_entry', 'opts', 7],
    ['required', 'uint32', 'version', 8],
    ['required', 'uint32', 'reserve', 9],
    ['required', 'bool', 'aux_data', 10],
    ['required', 'bool', 'orig_dev', 11],
    ['required', 'bool', 'vnet_hdr', 12],
    ['required', 'bool', 'loss', 13],
    ['required', 'uint32', 'timestamp', 14],
    ['required', 'uint32', 'copy_thresh', 15],
    ['repeated', 'message packet_mclist', 'mclist', 16],
    ['optional', 'uint32', 'fanout', 17],
    ['optional', 'message packet_ring', 'rx_ring', 18],
    ['optional', 'message packet_ring', 'tx_ring', 19],
    ['optional', 'uint32', 'ns_id', 20],
  ],
  tcp_opts_entry: [
    ['optional', 'bool', 'cork', 1],
    ['optional', 'bool', 'nodelay', 2],
    ['optional', 'uint32', 'keepcnt', 3],
    ['optional', 'uint32', 'keepidle', 4],
    ['optional', 'uint32', 'keepintvl', 5],
  ],
  tcp_stream_entry: [
    ['required', 'uint32', 'inq_len', 1],
    ['required', 'uint32', 'inq_seq', 2],
    ['required', 'uint32', 'outq_len', 3],
    ['required', 'uint32', 'outq_seq', 4],
    ['required', 'uint32', 'opt_mask', 5],
    ['required', 'uint32', 'snd_wscale', 6],
    ['required', 'uint32', 'mss_clamp', 7],
    ['optional', 'uint32', 'rcv_wscale', 8],
    ['optional', 'uint32', 'timestamp', 9],
    ['optional', 'bool', 'cork', 10],
    ['optional', 'bool', 'nodelay', 11],
    ['optional', 'uint32', 'unsq_len', 12],
    ['optional', 'uint32', 'snd_wl1', 13],
    ['optional', 'uint32', 'snd_wnd', 14],
    ['optional', 'uint32', 'max_window', 15],
    ['optional', 'uint32', 'rcv_wnd', 16],
    ['optional', 'uint32', 'rcv_wup', 17],
  ],
  fdinfo_entry: [
    ['required', 'uint32', 'id', 1],
    ['required', 'uint32', 'flags', 2],
    ['required', 'enum fd_types', 'type', 3],
    ['required', 'uint32', 'fd', 4],
    ['optional', 'string', 'xattr_security_selinux', 5],
  ],
  file_entry: [
    ['required', 'enum fd_types', 'type', 1],
    ['required', 'uint32', 'id', 2],
    ['optional', 'message reg_file_entry', 'reg', 3],
    ['optional', 'message inet_sk_entry', 'isk', 4],
    ['optional', 'message ns_file_entry', 'nsf', 5],
    ['optional', 'message packet_sock_entry', 'psk', 6],
    ['optional', 'message netlink_sk_entry', 'nlsk', 7],
    ['optional', 'message eventfd_file_entry', 'efd', 8],
    ['optional', 'message eventpoll_file_entry', 'epfd', 9],
    ['optional', 'message signalfd_entry', 'sgfd', 10],
    ['optional', 'message tunfile_entry', 'tunf', 11],
    ['optional', 'message timerfd_entry', 'tfd', 12],
    ['optional', 'message inotify_file_entry', 'ify', 13],
    ['optional', 'message fanotify_file_entry', 'ffy', 14],
    ['optional', 'message ext_file_entry', 'ext', 15],
    ['optional', 'message unix_sk_entry', 'usk', 16],
    ['optional', 'message fifo_entry', 'fifo', 17],
    ['optional', 'message pipe_entry', 'pipe', 18],
    ['optional', 'message tty_file_entry', 'tty', 19],
    ['optional', 'message memfd_file_entry', 'memfd', 20],
    ['optional', 'message bpfmap_file_entry', 'bpf', 21],
    ['optional', 'message pidfd_entry', 'pidfd', 22],
  ],
  user_arm_regs_entry: [
    ['required', 'uint32', 'r0', 1],
    ['required', 'uint32', 'r1', 2],
    ['required', 'uint32', 'r2', 3],
    ['required', 'uint32', 'r3', 4],
    ['required', 'uint32', 'r4', 5],
    ['required', 'uint32', 'r5', 6],
    ['required', 'uint32', 'r6', 7],
    ['required', 'uint32', 'r7', 8],
    ['required', 'uint32', 'r8', 9],
    ['required', 'uint32', 'r9', 10],
    ['required', 'uint32', 'r10', 11],
    ['required', 'uint32', 'fp', 12],
    ['required', 'uint32', 'ip', 13],
    ['required', 'uint32', 'sp', 14],
    ['required', 'uint32', 'lr', 15],
    ['required', 'uint32', 'pc', 16],
    ['required', 'uint32', 'cpsr', 17],
    ['required', 'uint32', 'orig_r0', 18],
  ],
  user_arm_vfpstate_entry: [
    ['repeated', 'uint64', 'vfp_regs', 1],
    ['required', 'uint32', 'fpscr', 2],
    ['required', 'uint32', 'fpexc', 3],
    ['required', 'uint32', 'fpinst', 4],
    ['required', 'uint32', 'fpinst2', 5],
  ],
  thread_info_arm: [
    ['required', 'uint64', 'clear_tid_addr', 1],
    ['required', 'uint32', 'tls', 2],
    ['required', 'message user_arm_regs_entry', 'gpregs', 3],
    ['required', 'message user_arm_vfpstate_entry', 'fpstate', 4],
  ],
  user_aarch64_regs_entry: [
    ['repeated', 'uint64', 'regs', 1],
    ['required', 'uint64', 'sp', 2],
    ['required', 'uint64', 'pc', 3],
    ['required', 'uint64', 'pstate', 4],
  ],
  user_aarch64_fpsimd_context_entry: [
    ['repeated', 'uint64', 'vregs', 1],
    ['required', 'uint32', 'fpsr', 2],
    ['required', 'uint32', 'fpcr', 3],
  ],
  pac_address_keys: [
    ['required', 'uint64', 'apiakey_lo', 1],
    ['required', 'uint64', 'apiakey_hi', 2],
    ['required', 'uint64', 'apibkey_lo', 3],
    ['required', 'uint64', 'apibkey_hi', 4],
    ['required', 'uint64', 'apdakey_lo', 5],
    ['required', 'uint64', 'apdakey_hi', 6],
    ['required', 'uint64', 'apdbkey_lo', 7],
    ['required', 'uint64', 'apdbkey_hi', 8],
    ['required', 'uint64', 'pac_enabled_key', 9],
  ],
  pac_generic_keys: [
    ['required', 'uint64', 'apgakey_lo', 1],
    ['required', 'uint64', 'apgakey_hi', 2],
  ],
  pac_keys: [
    ['optional', 'message pac_address_keys', 'pac_address_keys', 6],
    ['optional', 'message pac_generic_keys', 'pac_generic_keys', 7],
  ],
  user_aarch64_gcs_entry: [
    ['required', 'uint64', 'gcspr_el0', 1],
    ['required', 'uint64', 'features_enabled', 2],
  ],
  thread_info_aarch64: [
    ['required', 'uint64', 'clear_tid_addr', 1],
    ['required', 'uint64', 'tls', 2],
    ['required', 'message user_aarch64_regs_entry', 'gpregs', 3],
    ['required', 'message user_aarch64_fpsimd_context_entry', 'fpsimd', 4],
    ['optional', 'message pac_keys', 'pac_keys', 5],
    ['optional', 'message user_aarch64_gcs_entry', 'gcs', 6],
  ],
  user_mips_regs_entry: [
    ['required', 'uint64', 'r0', 1],
    ['required', 'uint64', 'r1', 2],
    ['required', 'uint64', 'r2', 3],
    ['required', 'uint64', 'r3', 4],
    ['required', 'uint64', 'r4', 5],
    ['required', 'uint64', 'r5', 6],
    ['required', 'uint64', 'r6', 7],
    ['required', 'uint64', 'r7', 8],
    ['required', 'uint64', 'r8', 9],
    ['required', 'uint64', 'r9', 10],
    ['required', 'uint64', 'r10', 11],
    ['required', 'uint64', 'r11', 12],
    ['required', 'uint64', 'r12', 13],
    ['required', 'uint64', 'r13', 14],
    ['required', 'uint64', 'r14', 15],
    ['required', 'uint64', 'r15', 16],
    ['required', 'uint64', 'r16', 17],
    ['required', 'uint64', 'r17', 18],
    ['required', 'uint64', 'r18', 19],
    ['required', 'uint64', 'r19', 20],
    ['required', 'uint64', 'r20', 21],
    ['required', 'uint64', 'r21', 22],
    ['required', 'uint64', 'r22', 23],
    ['required', 'uint64', 'r23', 24],
    ['required', 'uint64', 'r24', 25],
    ['required', 'uint64', 'r25', 26],
    ['required', 'uint64', 'r26', 27],
    ['required', 'uint64', 'r27', 28],
    ['required', 'uint64', 'r28', 29],
    ['required', 'uint64', 'r29', 30],
    ['required', 'uint64', 'r30', 31],
    ['required', 'uint64', 'r31', 32],
    ['required', 'uint64', 'lo', 33],
    ['required', 'uint64', 'hi', 34],
    ['required', 'uint64', 'cp0_epc', 35],
    ['required', 'uint64', 'cp0_badvaddr', 36],
    ['required', 'uint64', 'cp0_status', 37],
    ['required', 'uint64', 'cp0_cause', 38],
  ],
  user_mips_fpregs_entry: [
    ['required', 'uint64', 'r0', 1],
    ['required', 'uint64', 'r1', 2],
    ['required', 'uint64', 'r2', 3],
    ['required', 'uint64', 'r3', 4],
    ['required', 'uint64', 'r4', 5],
    ['required', 'uint64', 'r5', 6],
    ['required', 'uint64', 'r6', 7],
    ['required', 'uint64', 'r7', 8],
    ['required', 'uint64', 'r8', 9],
    ['required', 'uint64', 'r9', 10],
    ['required', 'uint64', 'r10', 11],
    ['required', 'uint64', 'r11', 12],
    ['required', 'uint64', 'r12', 13],
    ['required', 'uint64', 'r13', 14],
    ['required', 'uint64', 'r14', 15],
    ['required', 'uint64', 'r15', 16],
    ['required', 'uint64', 'r16', 17],
    ['required', 'uint64', 'r17', 18],
    ['required', 'uint64', 'r18', 19],
    ['required', 'uint64', 'r19', 20],
    ['required', 'uint64', 'r20', 21],
    ['required', 'uint64', 'r21', 22],
    ['required', 'uint64', 'r22', 23],
    ['required', 'uint64', 'r23', 24],
    ['required', 'uint64', 'r24', 25],
    ['required', 'uint64', 'r25', 26],
    ['required', 'uint64', 'r26', 27],
    ['required', 'uint64', 'r27', 28],
    ['required', 'uint64', 'r28', 29],
    ['required', 'uint64', 'r29', 30],
    ['required', 'uint64', 'r30', 31],
    ['required', 'uint64', 'r31', 32],
    ['required', 'uint64', 'lo', 33],
    ['required', 'uint64', 'hi', 34],
    ['required', 'uint32', 'fpu_fcr31', 35],
    ['required', 'uint32', 'fpu_id', 36],
  ],
  thread_info_mips: [
    ['required', 'uint64', 'clear_tid_addr', 1],
    ['required', 'uint64', 'tls', 2],
    ['required', 'message user_mips_regs_entry', 'gpregs', 3],
    ['required', 'message user_mips_fpregs_entry', 'fpregs', 4],
  ],
  user_loongarch64_gpregs_entry: [
    ['repeated', 'uint64', 'regs', 1],
    ['required', 'uint64', 'pc', 2],
  ],
  user_loongarch64_fpregs_entry: [
    ['repeated', 'uint64', 'regs', 1],
    ['required', 'uint64', 'fcc', 2],
    ['required', 'uint32', 'fcsr', 3],
  ],
  thread_info_loongarch64: [
    ['required', 'uint64', 'clear_tid_addr', 1],
    ['required', 'uint64', 'tls', 2],
    ['required', 'message user_loongarch64_gpregs_entry', 'gpregs', 3],
    ['required', 'message user_loongarch64_fpregs_entry', 'fpregs', 4],
  ],
  user_ppc64_regs_entry: [
    ['repeated', 'uint64', 'gpr', 1],
    ['required', 'uint64', 'nip', 2],
    ['required', 'uint64', 'msr', 3],
    ['required', 'uint64', 'orig_gpr3', 4],
    ['required', 'uint64', 'ctr', 5],
    ['required', 'uint64', 'link', 6],
    ['required', 'uint64', 'xer', 7],
    ['required', 'uint64', 'ccr', 8],
    ['required', 'uint64', 'trap', 9],
    ['optional', 'uint64', 'texasr', 10],
    ['optional', 'uint64', 'tfhar', 11],
    ['optional', 'uint64', 'tfiar', 12],
  ],
  user_ppc64_fpstate_entry: [
    ['repeated', 'uint64', 'fpregs', 1],
  ],
  user_ppc64_vrstate_entry: [
    ['repeated', 'uint64', 'vrregs', 1],
    ['required', 'uint32', 'vrsave', 2],
  ],
  user_ppc64_vsxstate_entry: [
    ['repeated', 'uint64', 'vsxregs', 1],
  ],
  user_ppc64_tm_regs_entry: [
    ['required', 'message user_ppc64_regs_entry', 'gpregs', 1],
    ['optional', 'message user_ppc64_fpstate_entry', 'fpstate', 2],
    ['optional', 'message user_ppc64_vrstate_entry', 'vrstate', 3],
    ['optional', 'message user_ppc64_vsxstate_entry', 'vsxstate', 4],
  ],
  thread_info_ppc64: [
    ['required', 'uint64', 'clear_tid_addr', 1],
    ['required', 'message user_ppc64_regs_entry', 'gpregs', 2],
    ['optional', 'message user_ppc64_fpstate_entry', 'fpstate', 3],
    ['optional', 'message user_ppc64_vrstate_entry', 'vrstate', 4],
    ['optional', 'message user_ppc64_vsxstate_entry', 'vsxstate', 5],
    ['optional', 'message user_ppc64_tm_regs_entry', 'tmstate', 6],
  ],
  user_riscv64_regs_entry: [
    ['required', 'uint64', 'pc', 1],
    ['required', 'uint64', 'ra', 2],
    ['required', 'uint64', 'sp', 3],
    ['required', 'uint64', 'gp', 4],
    ['required', 'uint64', 'tp', 5],
    ['required', 'uint64', 't0', 6],
    ['required', 'uint64', 't1', 7],
    ['required', 'uint64', 't2', 8],
    ['required', 'uint64', 's0', 9],
    ['required', 'uint64', 's1', 10],
    ['required', 'uint64', 'a0', 11],
    ['required', 'uint64', 'a1', 12],
    ['required', 'uint64', 'a2', 13],
    ['required', 'uint64', 'a3', 14],
    ['required', 'uint64', 'a4', 15],
    ['required', 'uint64', 'a5', 16],
    ['required', 'uint64', 'a6', 17],
    ['required', 'uint64', 'a7', 18],
    ['required', 'uint64', 's2', 19],
    ['required', 'uint64', 's3', 20],
    ['required', 'uint64', 's4', 21],
    ['required', 'uint64', 's5', 22],
    ['required', 'uint64', 's6', 23],
    ['required', 'uint64', 's7', 24],
    ['required', 'uint64', 's8', 25],
    ['required', 'uint64', 's9', 26],
    ['required', 'uint64', 's10', 27],
    ['required', 'uint64', 's11', 28],
    ['required', 'uint64', 't3', 29],
    ['required', 'uint64', 't4', 30],
    ['required', 'uint64', 't5', 31],
    ['required', 'uint64', 't6', 32],
  ],
  user_riscv64_d_ext_entry: [
    ['repeated', 'uint64', 'f', 1],
    ['required', 'uint32', 'fcsr', 2],
  ],
  thread_info_riscv64: [
    ['required', 'uint64', 'clear_tid_addr', 1],
    ['required', 'uint64', 'tls', 2],
    ['required', 'message user_riscv64_regs_entry', 'gpregs', 3],
    ['required', 'message user_riscv64_d_ext_entry', 'fpsimd', 4],
  ],
  user_s390_regs_entry: [
    ['required', 'uint64', 'psw_mask', 1],
    ['required', 'uint64', 'psw_addr', 2],
    ['repeated', 'uint64', 'gprs', 3],
    ['repeated', 'uint32', 'acrs', 4],
    ['required', 'uint64', 'orig_gpr2', 5],
    ['required', 'uint32', 'system_call', 6],
  ],
  user_s390_vxrs_low_entry: [
    ['repeated', 'uint64', 'regs', 1],
  ],
  user_s390_vxrs_high_entry: [
    ['repeated', 'uint64', 'regs', 1],
  ],
  user_s390_fpregs_entry: [
    ['required', 'uint32', 'fpc', 1],
    ['repeated', 'uint64', 'fprs', 2],
  ],
  user_s390_gs_cb_entry: [
    ['repeated', 'uint64', 'regs', 1],
  ],
  user_s390_ri_entry: [
    ['required', 'uint32', 'ri_on', 1],
    ['repeated', 'uint64', 'regs', 2],
  ],
  thread_info_s390: [
    ['required', 'uint64', 'clear_tid_addr', 1],
    ['required', 'message user_s390_regs_entry', 'gpregs', 2],
    ['required', 'message user_s390_fpregs_entry', 'fpregs', 3],
    ['optional', 'message user_s390_vxrs_low_entry', 'vxrs_low', 4],
    ['optional', 'message user_s390_vxrs_high_entry', 'vxrs_high', 5],
    ['optional', 'message user_s390_gs_cb_entry', 'gs_cb', 6],
    ['optional', 'message user_s390_gs_cb_entry', 'gs_bc', 7],
    ['optional', 'message user_s390_ri_entry', 'ri_cb', 8],
  ],
  user_x86_regs_entry: [
    ['required', 'uint64', 'r15', 1],
    ['required', 'uint64', 'r14', 2],
    ['required', 'uint64', 'r13', 3],
    ['required', 'uint64', 'r12', 4],
    ['required', 'uint64', 'bp', 5],
    ['required', 'uint64', 'bx', 6],
    ['required', 'uint64', 'r11', 7],
    ['required', 'uint64', 'r10', 8],
    ['required', 'uint64', 'r9', 9],
    ['required', 'uint64', 'r8', 10],
    ['required', 'uint64', 'ax', 11],
    ['required', 'uint64', 'cx', 12],
    ['required', 'uint64', 'dx', 13],
    ['required', 'uint64', 'si', 14],
    ['required', 'uint64', 'di', 15],
    ['required', 'uint64', 'orig_ax', 16],
    ['required', 'uint64', 'ip', 17],
    ['required', 'uint64', 'cs', 18],
    ['required', 'uint64', 'flags', 19],
    ['required', 'uint64', 'sp', 20],
    ['required', 'uint64', 'ss', 21],
    ['required', 'uint64', 'fs_base', 22],
    ['required', 'uint64', 'gs_base', 23],
    ['required', 'uint64', 'ds', 24],
    ['required', 'uint64', 'es', 25],
    ['required', 'uint64', 'fs', 26],
    ['required', 'uint64', 'gs', 27],
    ['optional', 'enum user_x86_regs_mode', 'mode', 28],
  ],
  user_x86_cet_entry: [
    ['required', 'uint64', 'cet', 1],
    ['required', 'uint64', 'ssp', 2],
  ],
  user_x86_xsave_entry: [
    ['required', 'uint64', 'xstate_bv', 1],
    ['repeated', 'uint32', 'ymmh_space', 2],
    ['repeated', 'uint64', 'bndreg_state', 3],
    ['repeated', 'uint64', 'bndcsr_state', 4],
    ['repeated', 'uint64', 'opmask_reg', 5],
    ['repeated', 'uint64', 'zmm_upper', 6],
    ['repeated', 'uint64', 'hi16_zmm', 7],
    ['repeated', 'uint32', 'pkru', 8],
    ['optional', 'message user_x86_cet_entry', 'cet', 9],
  ],
  user_x86_fpregs_entry: [
    ['required', 'uint32', 'cwd', 1],
    ['required', 'uint32', 'swd', 2],
    ['required', 'uint32', 'twd', 3],
    ['required', 'uint32', 'fop', 4],
    ['required', 'uint64', 'rip', 5],
    ['required', 'uint64', 'rdp', 6],
    ['required', 'uint32', 'mxcsr', 7],
    ['required', 'uint32', 'mxcsr_mask', 8],
    ['repeated', 'uint32', 'st_space', 9],
    ['repeated', 'uint32', 'xmm_space', 10],
    ['repeated', 'uint32', 'padding', 11],
    ['optional', 'message user_x86_xsave_entry', 'xsave', 13],
  ],
  user_desc_t: [
    ['required', 'uint32', 'entry_number', 1],
    ['required', 'uint32', 'base_addr', 2],
    ['required', 'uint32', 'limit', 3],
    ['required', 'bool', 'seg_32bit', 4],
    ['required', 'bool', 'contents_h', 5],
    ['required', 'bool', 'contents_l', 6],
    ['required', 'bool', 'read_exec_only', 7],
    ['required', 'bool', 'limit_in_pages', 8],
    ['required', 'bool', 'seg_not_present', 9],
    ['required', 'bool', 'usable', 10],
  ],
  thread_info_x86: [
    ['required', 'uint64', 'clear_tid_addr', 1],
    ['required', 'message user_x86_regs_entry', 'gpregs', 2],
    ['required', 'message user_x86_fpregs_entry', 'fpregs', 3],
    ['repeated', 'message user_desc_t', 'tls', 4],
  ],
  task_core_entry: [
    ['required', 'uint32', 'task_state', 1],
    ['required', 'uint32', 'exit_code', 2],
    ['required', 'uint32', 'personality', 3],
    ['required', 'uint32', 'flags', 4],
    ['required', 'uint64', 'blk_sigset', 5],
    ['required', 'string', 'comm', 6],
    ['optional', 'message task_timers_entry', 'timers', 7],
    ['optional', 'message task_rlimits_entry', 'rlimits', 8],
    ['optional', 'uint32', 'cg_set', 9],
    ['optional', 'message signal_queue_entry', 'signals_s', 10],
    ['optional', 'enum seccomp_mode', 'old_seccomp_mode', 11],
    ['optional', 'uint32', 'old_seccomp_filter', 12],
    ['optional', 'uint32', 'loginuid', 13],
    ['optional', 'int32', 'oom_score_adj', 14],
    ['repeated', 'message sa_entry', 'sigactions', 15],
    ['optional', 'bool', 'child_subreaper', 18],
    ['optional', 'uint64', 'blk_sigset_extended', 20],
    ['optional', 'uint32', 'stop_signo', 21],
    ['optional', 'uint32', 'membarrier_registration_mask', 22],
  ],
  task_kobj_ids_entry: [
    ['required', 'uint32', 'vm_id', 1],
    ['required', 'uint32', 'files_id', 2],
    ['required', 'uint32', 'fs_id', 3],
    ['required', 'uint32', 'sighand_id', 4],
    ['optional', 'uint32', 'pid_ns_id', 5],
    ['optional', 'uint32', 'net_ns_id', 6],
    ['optional', 'uint32', 'ipc_ns_id', 7],
    ['optional', 'uint32', 'uts_ns_id', 8],
    ['optional', 'uint32', 'mnt_ns_id', 9],
    ['optional', 'uint32', 'user_ns_id', 10],
    ['optional', 'uint32', 'cgroup_ns_id', 11],
    ['optional', 'uint32', 'time_ns_id', 12],
  ],
  thread_sas_entry: [
    ['required', 'uint64', 'ss_sp', 1],
    ['required', 'uint64', 'ss_size', 2],
    ['required', 'uint32', 'ss_flags', 3],
  ],
  thread_core_entry: [
    ['required', 'uint64', 'futex_rla', 1],
    ['required', 'uint32', 'futex_rla_len', 2],
    ['optional', 'sint32', 'sched_nice', 3],
    ['optional', 'uint32', 'sched_policy', 4],
    ['optional', 'uint32', 'sched_prio', 5],
    ['optional', 'uint64', 'blk_sigset', 6],
    ['optional', 'message thread_sas_entry', 'sas', 7],
    ['optional', 'uint32', 'pdeath_sig', 8],
    ['optional', 'message signal_queue_entry', 'signals_p', 9],
    ['optional', 'message creds_entry', 'creds', 10],
    ['optional', 'enum seccomp_mode', 'seccomp_mode', 11],
    ['optional', 'uint32', 'seccomp_filter', 12],
    ['optional', 'string', 'comm', 13],
    ['optional', 'uint64', 'blk_sigset_extended', 14],
    ['optional', 'message rseq_entry', 'rseq_entry', 15],
    ['optional', 'uint32', 'cg_set', 16],
    ['optional', 'uint64', 'timerslack_ns', 17],
  ],
  task_rlimits_entry: [
    ['repeated', 'message rlimit_entry', 'rlimits', 1],
  ],
  core_entry: [
    ['required', 'enum core_entry.march', 'mtype', 1],
    ['optional', 'message thread_info_x86', 'thread_info', 2],
    ['optional', 'message thread_info_arm', 'ti_arm', 6],
    ['optional', 'message thread_info_aarch64', 'ti_aarch64', 8],
    ['optional', 'message thread_info_ppc64', 'ti_ppc64', 9],
    ['optional', 'message thread_info_s390', 'ti_s390', 10],
    ['optional', 'message thread_info_mips', 'ti_mips', 11],
    ['optional', 'message thread_info_loongarch64', 'ti_loongarch64', 12],
    ['optional', 'message thread_info_riscv64', 'ti_riscv64', 13],
    ['optional', 'message task_core_entry', 'tc', 3],
    ['optional', 'message task_kobj_ids_entry', 'ids', 4],
    ['optional', 'message thread_core_entry', 'thread_core', 5],
  ],
  creds_entry: [
    ['required', 'uint32', 'uid', 1],
    ['required', 'uint32', 'gid', 2],
    ['required', 'uint32', 'euid', 3],
    ['required', 'uint32', 'egid', 4],
    ['required', 'uint32', 'suid', 5],
    ['required', 'uint32', 'sgid', 6],
    ['required', 'uint32', 'fsuid', 7],
    ['required', 'uint32', 'fsgid', 8],
    ['repeated', 'uint32', 'cap_inh', 9],
    ['repeated', 'uint32', 'cap_prm', 10],
    ['repeated', 'uint32', 'cap_eff', 11],
    ['repeated', 'uint32', 'cap_bnd', 12],
    ['required', 'uint32', 'secbits', 13],
    ['repeated', 'uint32', 'groups', 14],
    ['optional', 'string', 'lsm_profile', 15],
    ['optional', 'string', 'lsm_sockcreate', 16],
    ['optional', 'bytes', 'apparmor_data', 17],
    ['optional', 'uint32', 'no_new_privs', 18],
    ['repeated', 'uint32', 'cap_amb', 19],
  ],
  rseq_entry: [
    ['required', 'uint64', 'rseq_abi_pointer', 1],
    ['required', 'uint32', 'rseq_abi_size', 2],
    ['required', 'uint32', 'signature', 3],
    ['optional', 'uint64', 'rseq_cs_pointer', 4],
  ],
  rlimit_entry: [
    ['required', 'uint64', 'cur', 1],
    ['required', 'uint64', 'max', 2],
  ],
  fs_entry: [
    ['required', 'uint32', 'cwd_id', 1],
    ['required', 'uint32', 'root_id', 2],
    ['optional', 'uint32', 'umask', 3],
  ],
  seccomp_filter: [
    ['required', 'bytes', 'filter', 1],
    ['optional', 'uint32', 'prev', 2],
    ['optional', 'uint32', 'flags', 3],
  ],
  seccomp_entry: [
    ['repeated', 'message seccomp_filter', 'seccomp_filters', 1],
  ],
  plugins_entry: [
    ['repeated', 'string', 'plugins', 12],
  ],
  inventory_entry: [
    ['required', 'uint32', 'img_version', 1],
    ['optional', 'bool', 'fdinfo_per_id', 2],
    ['optional', 'message task_kobj_ids_entry', 'root_ids', 3],
    ['optional', 'bool', 'ns_per_id', 4],
    ['optional', 'uint32', 'root_cg_set', 5],
    ['optional', 'enum lsmtype', 'lsmtype', 6],
    ['optional', 'uint64', 'dump_uptime', 8],
    ['optional', 'uint32', 'pre_dump_mode', 9],
    ['optional', 'bool', 'tcp_close', 10],
    ['optional', 'uint32', 'network_lock_method', 11],
    ['optional', 'message plugins_entry', 'plugins_entry', 12],
    ['optional', 'string', 'dump_criu_run_id', 13],
    ['optional', 'bool', 'allow_uprobes', 14],
    ['optional', 'uint32', 'compress', 15],
    ['optional', 'uint32', 'compress_block_size', 16],
  ],
  pstree_entry: [
    ['required', 'uint32', 'pid', 1],
    ['required', 'uint32', 'ppid', 2],
    ['required', 'uint32', 'pgid', 3],
    ['required', 'uint32', 'sid', 4],
    ['repeated', 'uint32', 'threads', 5],
  ],
  cpuinfo_x86_entry: [
    ['required', 'enum cpuinfo_x86_entry.vendor', 'vendor_id', 1],
    ['required', 'uint32', 'cpu_family', 2],
    ['required', 'uint32', 'model', 3],
    ['required', 'uint32', 'stepping', 4],
    ['required', 'uint32', 'capability_ver', 5],
    ['repeated', 'uint32', 'capability', 6],
    ['optional', 'string', 'model_id', 7],
    ['optional', 'uint64', 'xfeatures_mask', 8],
    ['optional', 'uint32', 'xsave_size', 9],
    ['optional', 'uint32', 'xsave_size_max', 10],
  ],
  cpuinfo_ppc64_entry: [
    ['required', 'enum cpuinfo_ppc64_entry.endianness', 'endian', 1],
    ['repeated', 'uint64', 'hwcap', 2],
  ],
  cpuinfo_s390_entry: [
    ['repeated', 'uint64', 'hwcap', 2],
  ],
  cpuinfo_entry: [
    ['repeated', 'message cpuinfo_x86_entry', 'x86_entry', 1],
    ['repeated', 'message cpuinfo_ppc64_entry', 'ppc64_entry', 2],
    ['repeated', 'message cpuinfo_s390_entry', 's390_entry', 3],
  ],
  dump_stats_entry: [
    ['required', 'uint32', 'freezing_time', 1],
    ['required', 'uint32', 'frozen_time', 2],
    ['required', 'uint32', 'memdump_time', 3],
    ['required', 'uint32', 'memwrite_time', 4],
    ['required', 'uint64', 'pages_scanned', 5],
    ['required', 'uint64', 'pages_skipped_parent', 6],
    ['required', 'uint64', 'pages_written', 7],
    ['optional', 'uint32', 'irmap_resolve', 8],
    ['required', 'uint64', 'pages_lazy', 9],
    ['optional', 'uint64', 'page_pipes', 10],
    ['optional', 'uint64', 'page_pipe_bufs', 11],
    ['optional', 'uint64', 'shpages_scanned', 12],
    ['optional', 'uint64', 'shpages_skipped_parent', 13],
    ['optional', 'uint64', 'shpages_written', 14],
  ],
  restore_stats_entry: [
    ['required', 'uint64', 'pages_compared', 1],
    ['required', 'uint64', 'pages_skipped_cow', 2],
    ['required', 'uint32', 'forking_time', 3],
    ['required', 'uint32', 'restore_time', 4],
    ['optional', 'uint64', 'pages_restored', 5],
  ],
  stats_entry: [
    ['optional', 'message dump_stats_entry', 'dump', 1],
    ['optional', 'message restore_stats_entry', 'restore', 2],
  ],
  ipc_desc_entry: [
    ['required', 'uint32', 'key', 1],
    ['required', 'uint32', 'uid', 2],
    ['required', 'uint32', 'gid', 3],
    ['required', 'uint32', 'cuid', 4],
    ['required', 'uint32', 'cgid', 5],
    ['required', 'uint32', 'mode', 6],
    ['required', 'uint32', 'id', 7],
  ],
  ipc_sem_entry: [
    ['required', 'message ipc_desc_entry', 'desc', 1],
    ['required', 'uint32', 'nsems', 2],
  ],
  ipc_msg: [
    ['required', 'uint64', 'mtype', 1],
    ['required', 'uint32', 'msize', 2],
  ],
  ipc_msg_entry: [
    ['required', 'message ipc_desc_entry', 'desc', 1],
    ['required', 'uint32', 'qbytes', 2],
    ['required', 'uint32', 'qnum', 3],
  ],
  ipc_shm_entry: [
    ['required', 'message ipc_desc_entry', 'desc', 1],
    ['required', 'uint64', 'size', 2],
    ['optional', 'bool', 'in_pagemaps', 3],
    ['optional', 'uint32', 'hugetlb_flag', 4],
  ],
  ipc_var_entry: [
    ['repeated', 'uint32', 'sem_ctls', 1],
    ['required', 'uint32', 'msg_ctlmax', 2],
    ['required', 'uint32', 'msg_ctlmnb', 3],
    ['required', 'uint32', 'msg_ctlmni', 4],
    ['required', 'uint32', 'auto_msgmni', 5],
    ['required', 'uint64', 'shm_ctlmax', 6],
    ['required', 'uint64', 'shm_ctlall', 7],
    ['required', 'uint32', 'shm_ctlmni', 8],
    ['required', 'uint32', 'shm_rmid_forced', 9],
    ['required', 'uint32', 'mq_queues_max', 10],
    ['required', 'uint32', 'mq_msg_max', 11],
    ['required', 'uint32', 'mq_msgsize_max', 12],
    ['optional', 'uint32', 'mq_msg_default', 13],
    ['optional', 'uint32', 'mq_msgsize_default', 14],
    ['optional', 'uint32', 'msg_next_id', 15],
    ['optional', 'uint32', 'sem_next_id', 16],
    ['optional', 'uint32', 'shm_next_id', 17],
  ],
  utsns_entry: [
    ['required', 'string', 'nodename', 1],
    ['required', 'string', 'domainname', 2],
  ],
  uid_gid_extent: [
    ['required', 'uint32', 'first', 1],
    ['required', 'uint32', 'lower_first', 2],
    ['required', 'uint32', 'count', 3],
  ],
  userns_entry: [
    ['repeated', 'message uid_gid_extent', 'uid_map', 1],
    ['repeated', 'message uid_gid_extent', 'gid_map', 2],
    ['repeated', 'message binfmt_misc_entry', 'binfmt_misc', 3],
  ],
  pidns_entry: [
    ['optional', 'string', 'ext_key', 1],
  ],
  mnt_entry: [
    ['required', 'uint32', 'fstype', 1],
    ['required', 'uint32', 'mnt_id', 2],
    ['required', 'uint32', 'root_dev', 3],
    ['required', 'uint32', 'parent_mnt_id', 4],
    ['required', 'uint32', 'flags', 5],
    ['required', 'string', 'root', 6],
    ['required', 'string', 'mountpoint', 7],
    ['required', 'string', 'source', 8],
    ['required', 'string', 'options', 9],
    ['optional', 'uint32', 'shared_id', 10],
    ['optional', 'uint32', 'master_id', 11],
    ['optional', 'bool', 'with_plugin', 12],
    ['optional', 'bool', 'ext_mount', 13],
    ['optional', 'string', 'fsname', 14],
    ['optional', 'bool', 'internal_sharing', 15],
    ['optional', 'bool', 'deleted', 16],
    ['optional', 'uint32', 'sb_flags', 17],
    ['optional', 'string', 'ext_key', 18],
  ],
  autofs_entry: [
    ['required', 'int32', 'fd', 1],
    ['required', 'int32', 'pgrp', 2],
    ['required', 'int32', 'timeout', 3],
    ['required', 'int32', 'minproto', 4],
    ['required', 'int32', 'maxproto', 5],
    ['required', 'int32', 'mode', 6],
    ['optional', 'int32', 'uid', 7],
    ['optional', 'int32', 'gid', 8],
    ['optional', 'int32', 'read_fd', 9],
  ],
  binfmt_misc_entry: [
    ['required', 'string', 'name', 1],
    ['required', 'bool', 'enabled', 2],
    ['required', 'string', 'interpreter', 3],
    ['optional', 'string', 'flags', 4],
    ['optional', 'string', 'extension', 5],
    ['optional', 'string', 'magic', 6],
    ['optional', 'string', 'mask', 7],
    ['optional', 'int32', 'offset', 8],
  ],
  cgroup_perms: [
    ['required', 'uint32', 'mode', 1],
    ['required', 'uint32', 'uid', 2],
    ['required', 'uint32', 'gid', 3],
  ],
  cgroup_prop_entry: [
    ['required', 'string', 'name', 1],
    ['required', 'string', 'value', 2],
    ['optional', 'message cgroup_perms', 'perms', 3],
  ],
  cgroup_dir_entry: [
    ['required', 'string', 'dir_name', 1],
    ['repeated', 'message cgroup_dir_entry', 'children', 2],
    ['repeated', 'message cgroup_prop_entry', 'properties', 3],
    ['optional', 'message cgroup_perms', 'dir_perms', 4],
  ],
  cg_controller_entry: [
    ['repeated', 'string', 'cnames', 1],
    ['repeated', 'message cgroup_dir_entry', 'dirs', 2],
    ['optional', 'bool', 'is_threaded', 3],
  ],
  cg_member_entry: [
    ['required', 'string', 'name', 1],
    ['required', 'string', 'path', 2],
    ['optional', 'uint32', 'cgns_prefix', 3],
  ],
  cg_set_entry: [
    ['required', 'uint32', 'id', 1],
    ['repeated', 'message cg_member_entry', 'ctls', 2],
  ],
  cgroup_entry: [
    ['repeated', 'message cg_set_entry', 'sets', 1],
    ['repeated', 'message cg_controller_entry', 'controllers', 2],
  ],
  aa_policy: [
    ['required', 'string', 'name', 1],
    ['required', 'bytes', 'blob', 2],
  ],
  aa_namespace: [
    ['required', 'string', 'name', 1],
    ['repeated', 'message aa_policy', 'policies', 2],
    ['repeated', 'message aa_namespace', 'namespaces', 3],
  ],
  apparmor_entry: [
    ['repeated', 'message aa_namespace', 'namespaces', 1],
  ],
  net_device_entry: [
    ['required', 'enum nd_type', 'type', 1],
    ['required', 'uint32', 'ifindex', 2],
    ['required', 'uint32', 'mtu', 3],
    ['required', 'uint32', 'flags', 4],
    ['required', 'string', 'name', 5],
    ['optional', 'message tun_link_entry', 'tun', 6],
    ['optional', 'bytes', 'address', 7],
    ['repeated', 'int32', 'conf', 8],
    ['repeated', 'message sysctl_entry', 'conf4', 9],
    ['repeated', 'message sysctl_entry', 'conf6', 10],
    ['optional', 'message macvlan_link_entry', 'macvlan', 11],
    ['optional', 'uint32', 'peer_ifindex', 12],
    ['optional', 'uint32', 'peer_nsid', 13],
    ['optional', 'uint32', 'master', 14],
    ['optional', 'message sit_entry', 'sit', 15],
  ],
  netns_id: [
    ['required', 'uint32', 'target_ns_id', 1],
    ['required', 'int32', 'netnsid_value', 2],
  ],
  netns_entry: [
    ['repeated', 'int32', 'def_conf', 1],
    ['repeated', 'int32', 'all_conf', 2],
    ['repeated', 'message sysctl_entry', 'def_conf4', 3],
    ['repeated', 'message sysctl_entry', 'all_conf4', 4],
    ['repeated', 'message sysctl_entry', 'def_conf6', 5],
    ['repeated', 'message sysctl_entry', 'all_conf6', 6],
    ['repeated', 'message netns_id', 'nsids', 7],
    ['optional', 'string', 'ext_key', 8],
    ['repeated', 'message sysctl_entry', 'unix_conf', 9],
    ['repeated', 'message sysctl_entry', 'ipv4_sysctl', 10],
  ],
  macvlan_link_entry: [
    ['required', 'uint32', 'mode', 1],
    ['optional', 'uint32', 'flags', 2],
  ],
  sit_entry: [
    ['optional', 'uint32', 'link', 1],
    ['repeated', 'uint32', 'local', 2],
    ['repeated', 'uint32', 'remote', 3],
    ['optional', 'uint32', 'ttl', 4],
    ['optional', 'uint32', 'tos', 5],
    ['optional', 'bool', 'pmtudisc', 6],
    ['optional', 'uint32', 'proto', 7],
    ['optional', 'uint32', 'flags', 8],
    ['optional', 'uint32', 'encap_type', 9],
    ['optional', 'uint32', 'encap_flags', 10],
    ['optional', 'uint32', 'encap_sport', 11],
    ['optional', 'uint32', 'encap_dport', 12],
    ['optional', 'uint32', 'rd_prefixlen', 13],
    ['repeated', 'uint32', 'rd_prefix', 14],
    ['optional', 'uint32', 'relay_prefixlen', 15],
    ['repeated', 'uint32', 'relay_prefix', 16],
  ],
  sysctl_entry: [
    ['required', 'enum SysctlType', 'type', 1],
    ['optional', 'int32', 'iarg', 2],
    ['optional', 'string', 'sarg', 3],
  ],
};

/** Names of the values of each enum. */
export const criuEnums: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'TtyType': { UNKNOWN: 0, PTY: 1, CONSOLE: 2, VT: 3, CTTY: 4, EXT_TTY: 5, SERIAL: 6 },
  'fh_entry_sizes': { min_entries: 16 },
  'mark_type': { INODE: 1, MOUNT: 2 },
  'remap_type': { LINKED: 0, GHOST: 1, PROCFS: 2 },
  'vma_status_bit': { REGULAR: 0, STACK: 1, VSYSCALL: 2, VDSO: 3, FORCE_READ: 4, HEAP: 5, FILE_PRIVATE: 6, FILE_SHARED: 7, ANON_SHARED: 8, ANON_PRIVATE: 9, SYSVIPC: 10, SOCKET: 11, VVAR: 12, AIORING: 13, MEMFD: 14, SHSTK: 15, GUARD: 16, UPROBES: 17, EXT_PLUGIN: 27, CLOSE: 28, NO_PROT_WRITE: 29, PREMMAPED: 30, UNSUPP: 31 },
  'sk_shutdown': { NONE: 0, READ: 1, WRITE: 2, BOTH: 3 },
  'fd_types': { UND: 0, REG: 1, PIPE: 2, FIFO: 3, INETSK: 4, UNIXSK: 5, EVENTFD: 6, EVENTPOLL: 7, INOTIFY: 8, SIGNALFD: 9, PACKETSK: 10, TTY: 11, FANOTIFY: 12, NETLINKSK: 13, NS: 14, TUNF: 15, EXT: 16, TIMERFD: 17, MEMFD: 18, BPFMAP: 19, PIDFD: 20, CTL_TTY: 65534, AUTOFS_PIPE: 65535 },
  'user_x86_regs_mode': { NATIVE: 1, COMPAT: 2 },
  'seccomp_mode': { disabled: 0, strict: 1, filter: 2 },
  'core_entry.march': { UNKNOWN: 0, X86_64: 1, ARM: 2, AARCH64: 3, PPC64: 4, S390: 5, MIPS: 6, LOONGARCH64: 7, RISCV64: 8 },
  'lsmtype': { NO_LSM: 0, SELINUX: 1, APPARMOR: 2 },
  'cpuinfo_x86_entry.vendor': { UNKNOWN: 0, INTEL: 1, AMD: 2 },
  'cpuinfo_ppc64_entry.endianness': { BIGENDIAN: 0, LITTLEENDIAN: 1 },
  'fstype': { UNSUPPORTED: 0, PROC: 1, SYSFS: 2, DEVTMPFS: 3, BINFMT_MISC: 4, TMPFS: 5, DEVPTS: 6, SIMFS: 7, PSTORE: 8, SECURITYFS: 9, FUSECTL: 10, DEBUGFS: 11, CGROUP: 12, AUFS: 13, MQUEUE: 14, FUSE: 15, AUTO: 16, OVERLAYFS: 17, AUTOFS: 18, TRACEFS: 19, CGROUP2: 23 },
  'nd_type': { LOOPBACK: 1, VETH: 2, TUN: 3, EXTLINK: 4, VENET: 5, BRIDGE: 6, MACVLAN: 7, SIT: 8 },
  'SysctlType': { CTL_STR: 5, CTL_32: 6 },
};

/** The first release that knows a value, for enums that grew since 1.4: by name of the enum and number. */
export const criuValuesSince: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  'TtyType': { 3: '1.5', 4: '1.6', 5: '2.0', 6: '2.2' },
  'vma_status_bit': { 13: '1.5', 14: '3.14', 15: '4.0', 16: '4.2', 17: '4.2', 27: '3.17', 28: '3.2', 29: '3.2', 30: '3.2' },
  'fd_types': { 18: '3.14', 19: '3.15', 20: '4.1' },
  'user_x86_regs_mode': { 1: '3.0', 2: '3.0' },
  'seccomp_mode': { 0: '1.7', 1: '1.7', 2: '1.7' },
  'core_entry.march': { 4: '1.6', 5: '3.4', 6: '3.15', 7: '3.19', 8: '4.1' },
  'lsmtype': { 0: '1.6', 1: '1.6', 2: '1.6' },
  'fstype': { 15: '1.6', 16: '1.6', 17: '1.7', 18: '2.4', 19: '2.3', 23: '3.14' },
  'nd_type': { 5: '1.7.2', 6: '1.8', 7: '2.8', 8: '3.6' },
  'SysctlType': { 5: '2.3', 6: '2.3' },
};

/** Marks on fields, as `message.field`; messages carry only `since`. */
export const criuNotes: Readonly<Record<string, CriuNote>> = {
  winsize_entry: { since: '1.4' },
  termios_entry: { since: '1.4' },
  tty_pty_entry: { since: '1.4' },
  tty_data_entry: { since: '2.3' },
  tty_info_entry: { since: '1.4' },
  'tty_info_entry.dev': { since: '2.0' },
  'tty_info_entry.uid': { since: '2.6' },
  'tty_info_entry.gid': { since: '2.6' },
  tty_file_entry: { since: '1.4' },
  'tty_file_entry.flags': { hex: true },
  'tty_file_entry.regf_id': { since: '3.6' },
  tunfile_entry: { since: '1.4' },
  'tunfile_entry.ns_id': { since: '3.9' },
  tun_link_entry: { since: '1.4' },
  'tun_link_entry.flags': { hex: true },
  bpfmap_file_entry: { since: '3.15' },
  'bpfmap_file_entry.flags': { flags: 'rfile.flags' },
  'bpfmap_file_entry.map_extra': { since: '3.17' },
  bpfmap_data_entry: { since: '3.15' },
  'eventpoll_tfd_entry.dev': { since: '3.11' },
  'eventpoll_tfd_entry.inode': { since: '3.11' },
  'eventpoll_tfd_entry.pos': { since: '3.11' },
  'eventpoll_file_entry.tfd': { since: '1.4' },
  signalfd_entry: { since: '1.4' },
  'signalfd_entry.flags': { hex: true },
  'signalfd_entry.sigmask': { hex: true },
  timerfd_entry: { since: '1.4' },
  'timerfd_entry.flags': { hex: true },
  'timerfd_entry.settime_flags': { hex: true },
  'fh_entry.path': { since: '1.4' },
  'fh_entry.mnt_id': { since: '1.7.1' },
  irmap_cache_entry: { since: '1.4' },
  'irmap_cache_entry.dev': { dev: true, odev: true },
  'inotify_wd_entry.mask': { hex: true },
  'inotify_wd_entry.ignored_mask': { hex: true },
  'inotify_wd_entry.s_dev': { dev: true },
  'inotify_file_entry.flags': { hex: true },
  'inotify_file_entry.wd': { since: '1.4' },
  fanotify_inode_mark_entry: { since: '1.4' },
  fanotify_mount_mark_entry: { since: '1.4' },
  'fanotify_mount_mark_entry.path': { since: '3.1' },
  fanotify_mark_entry: { since: '1.4' },
  'fanotify_mark_entry.mflags': { hex: true },
  'fanotify_mark_entry.mask': { hex: true },
  'fanotify_mark_entry.ignored_mask': { hex: true },
  'fanotify_mark_entry.s_dev': { dev: true },
  fanotify_file_entry: { since: '1.4' },
  'fanotify_file_entry.flags': { hex: true },
  'fanotify_file_entry.faflags': { hex: true },
  'fanotify_file_entry.evflags': { hex: true },
  'sa_entry.sigaction': { hex: true },
  'sa_entry.flags': { hex: true },
  'sa_entry.restorer': { hex: true },
  'sa_entry.mask': { hex: true },
  'sa_entry.compat_sigaction': { since: '3.0' },
  'sa_entry.mask_extended': { hex: true, since: '3.15' },
  siginfo_entry: { since: '1.4' },
  signal_queue_entry: { since: '1.4' },
  posix_timer_entry: { since: '1.4' },
  'posix_timer_entry.notify_thread_id': { since: '3.16' },
  task_timers_entry: { since: '1.4' },
  timeval: { since: '2.0' },
  timespec: { since: '3.14' },
  timens_entry: { since: '3.14' },
  'reg_file_entry.flags': { flags: 'rfile.flags' },
  'reg_file_entry.mnt_id': { since: '1.4' },
  'reg_file_entry.size': { since: '1.4' },
  'reg_file_entry.ext': { since: '2.0' },
  'reg_file_entry.mode': { since: '2.4' },
  'reg_file_entry.build_id': { since: '3.15' },
  'reg_file_entry.checksum': { since: '3.15' },
  'reg_file_entry.checksum_config': { since: '3.15' },
  'reg_file_entry.checksum_parameter': { since: '3.15' },
  'remap_file_path_entry.remap_type': { since: '1.4' },
  'ghost_file_entry.dev': { dev: true, since: '1.4' },
  'ghost_file_entry.ino': { since: '1.4' },
  'ghost_file_entry.rdev': { dev: true, odev: true, since: '1.4' },
  'ghost_file_entry.atim': { since: '2.0' },
  'ghost_file_entry.mtim': { since: '2.0' },
  'ghost_file_entry.chunks': { since: '3.3' },
  'ghost_file_entry.size': { since: '3.3' },
  'ghost_file_entry.symlnk_target': { since: '3.14' },
  ghost_chunk_entry: { since: '3.3' },
  ext_file_entry: { since: '1.4' },
  ns_file_entry: { since: '1.4' },
  file_lock_entry: { since: '1.4' },
  'pipe_entry.flags': { hex: true },
  'pipe_entry.uid': { since: 'dev' },
  'pipe_entry.gid': { since: 'dev' },
  'pipe_data_entry.size': { since: '1.4' },
  'fifo_entry.regf_id': { since: '3.6' },
  pidfd_entry: { since: '4.1' },
  aio_ring_entry: { since: '1.5' },
  'mm_entry.mm_start_code': { hex: true },
  'mm_entry.mm_end_code': { hex: true },
  'mm_entry.mm_start_data': { hex: true },
  'mm_entry.mm_end_data': { hex: true },
  'mm_entry.mm_start_stack': { hex: true },
  'mm_entry.mm_start_brk': { hex: true },
  'mm_entry.mm_brk': { hex: true },
  'mm_entry.mm_arg_start': { hex: true },
  'mm_entry.mm_arg_end': { hex: true },
  'mm_entry.mm_env_start': { hex: true },
  'mm_entry.mm_env_end': { hex: true },
  'mm_entry.vmas': { since: '1.4' },
  'mm_entry.dumpable': { since: '1.4' },
  'mm_entry.aios': { since: '1.5' },
  'mm_entry.thp_disabled': { since: '3.5' },
  'vma_entry.start': { hex: true },
  'vma_entry.end': { hex: true },
  'vma_entry.prot': { flags: 'mmap.prot' },
  'vma_entry.flags': { flags: 'mmap.flags' },
  'vma_entry.status': { flags: 'mmap.status', bits: 'vma_status_bit' },
  'vma_entry.madv': { hex: true, since: '1.4' },
  'vma_entry.fdflags': { hex: true, since: '1.4' },
  pagemap_head: { since: '1.4' },
  pagemap_entry: { since: '1.4' },
  'pagemap_entry.vaddr': { hex: true },
  'pagemap_entry.compat_nr_pages': { formerName: 'nr_pages' },
  'pagemap_entry.flags': { flags: 'pmap.flags', since: '3.5' },
  'pagemap_entry.nr_pages': { since: '4.2' },
  'pagemap_entry.blocks': { since: 'dev' },
  'pagemap_entry.compressed_size': { since: 'dev', packed: true },
  'pagemap_entry.total_compressed_size': { since: 'dev' },
  'pagemap_entry.region_pages': { since: 'dev' },
  pagemap_blocks: { since: 'dev' },
  'pagemap_blocks.block_sizes': { packed: true },
  memfd_file_entry: { since: '3.14' },
  'memfd_file_entry.flags': { flags: 'rfile.flags' },
  memfd_inode_entry: { since: '3.14' },
  'memfd_inode_entry.seals': { flags: 'seals.flags' },
  'memfd_inode_entry.hugetlb_flag': { since: '3.17' },
  'memfd_inode_entry.mode': { since: '3.19' },
  'sk_opts_entry.reuseaddr': { since: '1.4' },
  'sk_opts_entry.so_priority': { since: '1.4' },
  'sk_opts_entry.so_rcvlowat': { since: '1.4' },
  'sk_opts_entry.so_mark': { since: '1.4' },
  'sk_opts_entry.so_passcred': { since: '1.4' },
  'sk_opts_entry.so_passsec': { since: '1.4' },
  'sk_opts_entry.so_dontroute': { since: '1.4' },
  'sk_opts_entry.so_no_check': { since: '1.4' },
  'sk_opts_entry.so_bound_dev': { since: '1.4' },
  'sk_opts_entry.so_filter': { since: '1.4' },
  'sk_opts_entry.so_reuseport': { since: '3.7' },
  'sk_opts_entry.so_broadcast': { since: '3.13' },
  'sk_opts_entry.so_keepalive': { since: '3.14' },
  'sk_opts_entry.tcp_keepcnt': { since: '3.14' },
  'sk_opts_entry.tcp_keepidle': { since: '3.14' },
  'sk_opts_entry.tcp_keepintvl': { since: '3.14' },
  'sk_opts_entry.so_oobinline': { since: '3.15' },
  'sk_opts_entry.so_linger': { since: '3.15' },
  'sk_opts_entry.so_buf_lock': { since: '3.17' },
  ip_opts_raw_entry: { since: '3.12' },
  ip_opts_entry: { since: '1.8' },
  'ip_opts_entry.raw': { since: '3.12' },
  'ip_opts_entry.pktinfo': { since: '3.18' },
  'ip_opts_entry.tos': { since: '3.19' },
  'ip_opts_entry.ttl': { since: '4.0' },
  'inet_sk_entry.family': { dict: 'sk' },
  'inet_sk_entry.type': { dict: 'sk' },
  'inet_sk_entry.proto': { dict: 'sk' },
  'inet_sk_entry.state': { dict: 'sk' },
  'inet_sk_entry.flags': { hex: true },
  'inet_sk_entry.src_addr': { ipadd: true },
  'inet_sk_entry.dst_addr': { ipadd: true },
  'inet_sk_entry.v6only': { since: '1.4' },
  'inet_sk_entry.ip_opts': { since: '1.8' },
  'inet_sk_entry.ifname': { since: '1.8' },
  'inet_sk_entry.ns_id': { since: '3.8' },
  'inet_sk_entry.shutdown': { since: '3.0' },
  'inet_sk_entry.tcp_opts': { since: '4.0' },
  file_perms_entry: { since: '1.4' },
  'unix_sk_entry.type': { dict: 'sk' },
  'unix_sk_entry.state': { dict: 'sk' },
  'unix_sk_entry.flags': { hex: true },
  'unix_sk_entry.uflags': { hex: true },
  'unix_sk_entry.name': { conv: 'unix_name' },
  'unix_sk_entry.shutdown': { since: '1.4' },
  'unix_sk_entry.file_perms': { since: '1.4' },
  'unix_sk_entry.name_dir': { since: '1.6.1' },
  'unix_sk_entry.deleted': { since: '2.5' },
  'unix_sk_entry.ns_id': { since: '3.8' },
  'unix_sk_entry.mnt_id': { since: '3.9' },
  netlink_sk_entry: { since: '1.4' },
  'netlink_sk_entry.flags': { hex: true },
  'netlink_sk_entry.ns_id': { since: '3.8' },
  scm_entry: { since: '3.6' },
  sk_ucred_entry: { since: 'dev' },
  'sk_packet_entry.scm': { since: '3.6' },
  'sk_packet_entry.ucred': { since: 'dev' },
  packet_mclist: { since: '1.4' },
  packet_ring: { since: '1.4' },
  packet_sock_entry: { since: '1.4' },
  'packet_sock_entry.flags': { hex: true },
  'packet_sock_entry.ns_id': { since: '3.8' },
  tcp_opts_entry: { since: '4.0' },
  'tcp_stream_entry.opt_mask': { hex: true },
  'tcp_stream_entry.rcv_wscale': { since: '1.4' },
  'tcp_stream_entry.timestamp': { since: '1.4' },
  'tcp_stream_entry.cork': { since: '1.4' },
  'tcp_stream_entry.nodelay': { since: '1.4' },
  'tcp_stream_entry.unsq_len': { since: '1.4' },
  'tcp_stream_entry.snd_wl1': { since: '2.5' },
  'tcp_stream_entry.snd_wnd': { since: '2.5' },
  'tcp_stream_entry.max_window': { since: '2.5' },
  'tcp_stream_entry.rcv_wnd': { since: '2.5' },
  'tcp_stream_entry.rcv_wup': { since: '2.5' },
  'fdinfo_entry.xattr_security_selinux': { since: '3.13' },
  file_entry: { since: '3.4' },
  'file_entry.memfd': { since: '3.14' },
  'file_entry.bpf': { since: '3.15' },
  'file_entry.pidfd': { since: '4.1' },
  user_arm_regs_entry: { since: '1.4' },
  user_arm_vfpstate_entry: { since: '1.4' },
  thread_info_arm: { since: '1.4' },
  'thread_info_arm.clear_tid_addr': { hex: true },
  'thread_info_arm.gpregs': { hex: true },
  user_aarch64_regs_entry: { since: '1.4' },
  user_aarch64_fpsimd_context_entry: { since: '1.4' },
  pac_address_keys: { since: '4.1' },
  pac_generic_keys: { since: '4.1' },
  pac_keys: { since: '4.1' },
  user_aarch64_gcs_entry: { since: 'dev' },
  'user_aarch64_gcs_entry.gcspr_el0': { hex: true },
  'user_aarch64_gcs_entry.features_enabled': { hex: true },
  thread_info_aarch64: { since: '1.4' },
  'thread_info_aarch64.clear_tid_addr': { hex: true },
  'thread_info_aarch64.gpregs': { hex: true },
  'thread_info_aarch64.pac_keys': { since: '4.1' },
  'thread_info_aarch64.gcs': { since: 'dev' },
  user_mips_regs_entry: { since: '3.15' },
  user_mips_fpregs_entry: { since: '3.15' },
  thread_info_mips: { since: '3.15' },
  'thread_info_mips.clear_tid_addr': { hex: true },
  'thread_info_mips.gpregs': { hex: true },
  'thread_info_mips.fpregs': { hex: true },
  user_loongarch64_gpregs_entry: { since: '3.19' },
  user_loongarch64_fpregs_entry: { since: '3.19' },
  thread_info_loongarch64: { since: '3.19' },
  'thread_info_loongarch64.clear_tid_addr': { hex: true },
  'thread_info_loongarch64.gpregs': { hex: true },
  'thread_info_loongarch64.fpregs': { hex: true },
  user_ppc64_regs_entry: { since: '1.6' },
  'user_ppc64_regs_entry.texasr': { since: '2.6' },
  'user_ppc64_regs_entry.tfhar': { since: '2.6' },
  'user_ppc64_regs_entry.tfiar': { since: '2.6' },
  user_ppc64_fpstate_entry: { since: '1.6' },
  user_ppc64_vrstate_entry: { since: '1.7' },
  user_ppc64_vsxstate_entry: { since: '1.7' },
  user_ppc64_tm_regs_entry: { since: '2.6' },
  thread_info_ppc64: { since: '1.6' },
  'thread_info_ppc64.clear_tid_addr': { hex: true },
  'thread_info_ppc64.gpregs': { hex: true },
  'thread_info_ppc64.vrstate': { since: '1.7' },
  'thread_info_ppc64.vsxstate': { since: '1.7' },
  'thread_info_ppc64.tmstate': { since: '2.6' },
  user_riscv64_regs_entry: { since: '4.1' },
  user_riscv64_d_ext_entry: { since: '4.1' },
  thread_info_riscv64: { since: '4.1' },
  'thread_info_riscv64.clear_tid_addr': { hex: true },
  'thread_info_riscv64.gpregs': { hex: true },
  user_s390_regs_entry: { since: '3.4' },
  user_s390_vxrs_low_entry: { since: '3.4' },
  user_s390_vxrs_high_entry: { since: '3.4' },
  user_s390_fpregs_entry: { since: '3.4' },
  user_s390_gs_cb_entry: { since: '3.6' },
  user_s390_ri_entry: { since: '3.6' },
  thread_info_s390: { since: '3.4' },
  'thread_info_s390.clear_tid_addr': { hex: true },
  'thread_info_s390.gpregs': { hex: true },
  'thread_info_s390.fpregs': { hex: true },
  'thread_info_s390.vxrs_low': { hex: true },
  'thread_info_s390.vxrs_high': { hex: true },
  'thread_info_s390.gs_cb': { hex: true, since: '3.6' },
  'thread_info_s390.gs_bc': { hex: true, since: '3.6' },
  'thread_info_s390.ri_cb': { hex: true, since: '3.6' },
  'user_x86_regs_entry.mode': { since: '3.0' },
  user_x86_cet_entry: { since: '4.0' },
  'user_x86_cet_entry.cet': { hex: true },
  'user_x86_cet_entry.ssp': { hex: true },
  user_x86_xsave_entry: { since: '1.4' },
  'user_x86_xsave_entry.bndreg_state': { since: '3.11' },
  'user_x86_xsave_entry.bndcsr_state': { since: '3.11' },
  'user_x86_xsave_entry.opmask_reg': { since: '3.11' },
  'user_x86_xsave_entry.zmm_upper': { since: '3.11' },
  'user_x86_xsave_entry.hi16_zmm': { since: '3.11' },
  'user_x86_xsave_entry.pkru': { since: '3.11' },
  'user_x86_xsave_entry.cet': { since: '4.0' },
  'user_x86_fpregs_entry.xsave': { since: '1.4' },
  user_desc_t: { since: '3.0' },
  'user_desc_t.usable': { formerName: 'useable' },
  'thread_info_x86.clear_tid_addr': { hex: true },
  'thread_info_x86.gpregs': { hex: true },
  'thread_info_x86.tls': { since: '3.0' },
  'task_core_entry.task_state': { dict: 'gen' },
  'task_core_entry.blk_sigset': { hex: true },
  'task_core_entry.timers': { since: '1.4' },
  'task_core_entry.rlimits': { since: '1.4' },
  'task_core_entry.cg_set': { since: '1.4' },
  'task_core_entry.signals_s': { since: '1.4' },
  'task_core_entry.old_seccomp_mode': { since: '1.7', formerName: 'seccomp_mode' },
  'task_core_entry.old_seccomp_filter': { since: '1.8', formerName: 'seccomp_filter' },
  'task_core_entry.loginuid': { since: '2.0' },
  'task_core_entry.oom_score_adj': { since: '2.0' },
  'task_core_entry.sigactions': { since: '3.1' },
  'task_core_entry.child_subreaper': { since: '3.13' },
  'task_core_entry.blk_sigset_extended': { hex: true, since: '3.15' },
  'task_core_entry.stop_signo': { since: '3.18' },
  'task_core_entry.membarrier_registration_mask': { hex: true, since: '3.19' },
  'task_kobj_ids_entry.pid_ns_id': { since: '1.4' },
  'task_kobj_ids_entry.net_ns_id': { since: '1.4' },
  'task_kobj_ids_entry.ipc_ns_id': { since: '1.4' },
  'task_kobj_ids_entry.uts_ns_id': { since: '1.4' },
  'task_kobj_ids_entry.mnt_ns_id': { since: '1.4' },
  'task_kobj_ids_entry.user_ns_id': { since: '1.4' },
  'task_kobj_ids_entry.cgroup_ns_id': { since: '2.0' },
  'task_kobj_ids_entry.time_ns_id': { since: '3.14' },
  thread_sas_entry: { since: '1.4' },
  thread_core_entry: { since: '1.4' },
  'thread_core_entry.creds': { since: '2.0' },
  'thread_core_entry.seccomp_mode': { since: '3.10' },
  'thread_core_entry.seccomp_filter': { since: '3.10' },
  'thread_core_entry.comm': { since: '3.11' },
  'thread_core_entry.blk_sigset_extended': { since: '3.15' },
  'thread_core_entry.rseq_entry': { since: '3.17' },
  'thread_core_entry.cg_set': { since: '3.18' },
  'thread_core_entry.timerslack_ns': { since: 'dev' },
  task_rlimits_entry: { since: '1.4' },
  'core_entry.ti_arm': { since: '1.4' },
  'core_entry.ti_aarch64': { since: '1.4' },
  'core_entry.ti_ppc64': { since: '1.6' },
  'core_entry.ti_s390': { since: '3.4' },
  'core_entry.ti_mips': { since: '3.15' },
  'core_entry.ti_loongarch64': { since: '3.19' },
  'core_entry.ti_riscv64': { since: '4.1' },
  'core_entry.thread_core': { since: '1.4' },
  'creds_entry.groups': { since: '1.4' },
  'creds_entry.lsm_profile': { since: '1.6' },
  'creds_entry.lsm_sockcreate': { since: '3.13' },
  'creds_entry.apparmor_data': { since: '3.16' },
  'creds_entry.no_new_privs': { since: '3.19' },
  'creds_entry.cap_amb': { since: '4.1' },
  rseq_entry: { since: '3.17' },
  rlimit_entry: { since: '1.4' },
  'fs_entry.umask': { since: '1.4' },
  seccomp_filter: { since: '1.8' },
  'seccomp_filter.flags': { since: '3.10' },
  seccomp_entry: { since: '1.8' },
  plugins_entry: { since: '4.1' },
  'inventory_entry.fdinfo_per_id': { since: '1.4' },
  'inventory_entry.root_ids': { since: '1.4' },
  'inventory_entry.ns_per_id': { since: '1.4' },
  'inventory_entry.root_cg_set': { since: '1.4' },
  'inventory_entry.lsmtype': { since: '1.6' },
  'inventory_entry.dump_uptime': { since: '3.10' },
  'inventory_entry.pre_dump_mode': { since: '3.14' },
  'inventory_entry.tcp_close': { since: '3.15' },
  'inventory_entry.network_lock_method': { since: '3.16' },
  'inventory_entry.plugins_entry': { since: '4.1' },
  'inventory_entry.dump_criu_run_id': { since: '4.1' },
  'inventory_entry.allow_uprobes': { since: '4.2' },
  'inventory_entry.compress': { since: 'dev' },
  'inventory_entry.compress_block_size': { since: 'dev' },
  cpuinfo_x86_entry: { since: '1.4' },
  'cpuinfo_x86_entry.xfeatures_mask': { since: '3.11' },
  'cpuinfo_x86_entry.xsave_size': { since: '3.11' },
  'cpuinfo_x86_entry.xsave_size_max': { since: '3.11' },
  cpuinfo_ppc64_entry: { since: '2.0' },
  cpuinfo_s390_entry: { since: '3.4' },
  cpuinfo_entry: { since: '1.4' },
  'cpuinfo_entry.ppc64_entry': { since: '2.0' },
  'cpuinfo_entry.s390_entry': { since: '3.4' },
  dump_stats_entry: { since: '1.4' },
  'dump_stats_entry.pages_lazy': { since: '3.5' },
  'dump_stats_entry.page_pipes': { since: '3.7' },
  'dump_stats_entry.page_pipe_bufs': { since: '3.7' },
  'dump_stats_entry.shpages_scanned': { since: '3.13' },
  'dump_stats_entry.shpages_skipped_parent': { since: '3.13' },
  'dump_stats_entry.shpages_written': { since: '3.13' },
  restore_stats_entry: { since: '1.4' },
  stats_entry: { since: '1.4' },
  'ipc_shm_entry.in_pagemaps': { since: '3.0' },
  'ipc_shm_entry.hugetlb_flag': { since: '3.17' },
  'ipc_var_entry.mq_msg_default': { since: '2.5' },
  'ipc_var_entry.mq_msgsize_default': { since: '2.5' },
  'ipc_var_entry.msg_next_id': { since: '2.6' },
  'ipc_var_entry.sem_next_id': { since: '2.6' },
  'ipc_var_entry.shm_next_id': { since: '2.6' },
  uid_gid_extent: { since: '1.4' },
  userns_entry: { since: '1.4' },
  'userns_entry.binfmt_misc': { since: 'dev' },
  pidns_entry: { since: '3.15' },
  'mnt_entry.root_dev': { dev: true },
  'mnt_entry.flags': { hex: true },
  'mnt_entry.shared_id': { since: '1.4' },
  'mnt_entry.master_id': { since: '1.4' },
  'mnt_entry.with_plugin': { since: '1.4' },
  'mnt_entry.ext_mount': { since: '1.4' },
  'mnt_entry.fsname': { since: '1.6' },
  'mnt_entry.internal_sharing': { since: '1.6' },
  'mnt_entry.deleted': { since: '1.7' },
  'mnt_entry.sb_flags': { hex: true, since: '1.8' },
  'mnt_entry.ext_key': { since: '3.0' },
  autofs_entry: { since: '2.4' },
  binfmt_misc_entry: { since: '2.0' },
  cgroup_perms: { since: '2.0' },
  cgroup_prop_entry: { since: '1.4' },
  'cgroup_prop_entry.perms': { since: '2.0' },
  cgroup_dir_entry: { since: '1.4' },
  'cgroup_dir_entry.dir_perms': { since: '2.0' },
  cg_controller_entry: { since: '1.4' },
  'cg_controller_entry.is_threaded': { since: '3.18' },
  cg_member_entry: { since: '1.4' },
  'cg_member_entry.cgns_prefix': { since: '2.0' },
  cg_set_entry: { since: '1.4' },
  cgroup_entry: { since: '1.4' },
  aa_policy: { since: '3.16' },
  aa_namespace: { since: '3.16' },
  apparmor_entry: { since: '3.16' },
  net_device_entry: { since: '1.4' },
  'net_device_entry.flags': { hex: true },
  'net_device_entry.conf': { since: '1.6' },
  'net_device_entry.conf4': { since: '2.3' },
  'net_device_entry.conf6': { since: '2.3' },
  'net_device_entry.macvlan': { since: '2.8' },
  'net_device_entry.peer_ifindex': { since: '3.8' },
  'net_device_entry.peer_nsid': { since: '3.8' },
  'net_device_entry.master': { since: '3.8' },
  'net_device_entry.sit': { since: '3.6' },
  netns_id: { since: '3.8' },
  netns_entry: { since: '1.6' },
  'netns_entry.def_conf4': { since: '2.3' },
  'netns_entry.all_conf4': { since: '2.3' },
  'netns_entry.def_conf6': { since: '2.3' },
  'netns_entry.all_conf6': { since: '2.3' },
  'netns_entry.nsids': { since: '3.8' },
  'netns_entry.ext_key': { since: '3.11' },
  'netns_entry.unix_conf': { since: '3.14' },
  'netns_entry.ipv4_sysctl': { since: '4.1' },
  macvlan_link_entry: { since: '2.8' },
  sit_entry: { since: '3.6' },
  'sit_entry.local': { ipadd: true },
  'sit_entry.remote': { ipadd: true },
  'sit_entry.rd_prefix': { ipadd: true },
  'sit_entry.relay_prefix': { ipadd: true },
  sysctl_entry: { since: '2.3' },
};

export interface CriuNote {
  readonly hex?: true;
  readonly ipadd?: true;
  readonly flags?: string;
  readonly dev?: true;
  readonly odev?: true;
  readonly dict?: string;
  readonly conv?: string;
  readonly since?: string;
  readonly formerName?: string;
  /** Enum that numbers the bits of the field. */
  readonly bits?: string;
  /** A list that is written as one piece. */
  readonly packed?: true;
}

/** A field that the descriptors do not know: `bytes` are what followed its tag. */
export interface CriuUnknownField {
  readonly number: number;
  readonly wireType: number;
  readonly bytes: Uint8Array;
}

export interface FownEntry {
  readonly uid?: number;
  readonly euid?: number;
  readonly signum?: number;
  readonly pid_type?: number;
  readonly pid?: number;
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface WinsizeEntry {
  readonly ws_row?: number;
  readonly ws_col?: number;
  readonly ws_xpixel?: number;
  readonly ws_ypixel?: number;
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface TermiosEntry {
  readonly c_iflag?: number;
  readonly c_oflag?: number;
  readonly c_cflag?: number;
  readonly c_lflag?: number;
  readonly c_line?: number;
  readonly c_ispeed?: number;
  readonly c_ospeed?: number;
  readonly c_cc?: readonly number[];
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface TtyPtyEntry {
  readonly index?: number;
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface TtyDataEntry {
  readonly tty_id?: number;
  readonly data?: Uint8Array;
  readonly $unknown?: readonly CriuUnknownField[];
}

/** A terminal, apart from the files opened on it. */
export interface TtyInfoEntry {
  readonly id?: number;
  readonly type?: number;
  readonly locked?: boolean;
  readonly exclusive?: boolean;
  readonly packet_mode?: boolean;
  readonly sid?: number;
  readonly pgrp?: number;
  readonly rdev?: number;
  readonly termios?: TermiosEntry;
  readonly termios_locked?: TermiosEntry;
  readonly winsize?: WinsizeEntry;
  readonly pty?: TtyPtyEntry;
  readonly dev?: number;
  readonly uid?: number;
  readonly gid?: number;
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface TtyFileEntry {
  readonly id?: number;
  readonly tty_info_id?: number;
  readonly flags?: number;
  readonly fown?: FownEntry;
  readonly regf_id?: number;
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface TunfileEntry {
  readonly id?: number;
  readonly netdev?: string | Uint8Array;
  readonly detached?: boolean;
  readonly ns_id?: number;
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface TunLinkEntry {
  readonly flags?: number;
  readonly owner?: number;
  readonly group?: number;
  readonly vnethdr?: number;
  readonly sndbuf?: number;
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface BpfmapFileEntry {
  readonly id?: number;
  readonly flags?: number;
  readonly pos?: bigint;
  readonly fown?: FownEntry;
  readonly map_type?: number;
  readonly key_size?: number;
  readonly value_size?: number;
  readonly map_id?: number;
  readonly max_entries?: number;
  readonly map_flags?: number;
  readonly memlock?: bigint;
  readonly frozen?: boolean;
  readonly map_name?: string | Uint8Array;
  readonly ifindex?: number;
  readonly mnt_id?: number;
  readonly map_extra?: bigint;
  readonly $unknown?: readonly CriuUnknownField[];
}

/** Content of a BPF map: keys, then values, follow the message. */
export interface BpfmapDataEntry {
  readonly map_id?: number;
  readonly keys_bytes?: number;
  readonly values_bytes?: number;
  readonly count?: number;
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface EventfdFileEntry {
  readonly id?: number;
  readonly flags?: number;
  readonly fown?: FownEntry;
  readonly counter?: bigint;
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface EventpollTfdEntry {
  readonly id?: number;
  readonly tfd?: number;
  readonly events?: number;
  readonly data?: bigint;
  readonly dev?: number;
  readonly inode?: bigint;
  readonly pos?: bigint;
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface EventpollFileEntry {
  readonly id?: number;
  readonly flags?: number;
  readonly fown?: FownEntry;
  /** Since 1.4; before that a file of its own. */
  readonly tfd?: readonly EventpollTfdEntry[];
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface SignalfdEntry {
  readonly id?: number;
  readonly flags?: number;
  readonly fown?: FownEntry;
  readonly sigmask?: bigint;
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface TimerfdEntry {
  readonly id?: number;
  readonly flags?: number;
  readonly fown?: FownEntry;
  readonly clockid?: number;
  readonly ticks?: bigint;
  readonly settime_flags?: number;
  /** Remaining time at the dump. */
  readonly vsec?: bigint;
  readonly vnsec?: bigint;
  readonly isec?: bigint;
  readonly insec?: bigint;
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface FhEntry {
  readonly bytes?: number;
  readonly type?: number;
  readonly handle?: readonly bigint[];
  readonly path?: string | Uint8Array;
  readonly mnt_id?: number;
  readonly $unknown?: readonly CriuUnknownField[];
}

/** Where an inode was found by name. */
export interface IrmapCacheEntry {
  readonly dev?: number;
  readonly inode?: bigint;
  readonly path?: string | Uint8Array;
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface InotifyWdEntry {
  readonly id?: number;
  readonly i_ino?: bigint;
  readonly mask?: number;
  readonly ignored_mask?: number;
  readonly s_dev?: number;
  readonly wd?: number;
  readonly f_handle?: FhEntry;
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface InotifyFileEntry {
  readonly id?: number;
  readonly flags?: number;
  readonly fown?: FownEntry;
  readonly wd?: readonly InotifyWdEntry[];
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface FanotifyInodeMarkEntry {
  readonly i_ino?: bigint;
  readonly f_handle?: FhEntry;
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface FanotifyMountMarkEntry {
  readonly mnt_id?: number;
  readonly path?: string | Uint8Array;
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface FanotifyMarkEntry {
  readonly id?: number;
  readonly type?: number;
  readonly mflags?: number;
  readonly mask?: number;
  readonly ignored_mask?: number;
  readonly s_dev?: number;
  readonly ie?: FanotifyInodeMarkEntry;
  readonly me?: FanotifyMountMarkEntry;
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface FanotifyFileEntry {
  readonly id?: number;
  readonly flags?: number;
  readonly fown?: FownEntry;
  readonly faflags?: number;
  readonly evflags?: number;
  readonly mark?: readonly FanotifyMarkEntry[];
  readonly $unknown?: readonly CriuUnknownField[];
}

/** One signal action. */
export interface SaEntry {
  readonly sigaction?: bigint;
  readonly flags?: bigint;
  readonly restorer?: bigint;
  readonly mask?: bigint;
  readonly compat_sigaction?: boolean;
  readonly mask_extended?: bigint;
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface SiginfoEntry {
  /** The 128 bytes that the kernel calls siginfo_t. */
  readonly siginfo?: Uint8Array;
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface SignalQueueEntry {
  readonly signals?: readonly SiginfoEntry[];
  readonly $unknown?: readonly CriuUnknownField[];
}

/** Interval and remaining time, seconds and microseconds. */
export interface ItimerEntry {
  readonly isec?: bigint;
  readonly iusec?: bigint;
  readonly vsec?: bigint;
  readonly vusec?: bigint;
  readonly $unknown?: readonly CriuUnknownField[];
}

/** One timer_create() timer. */
export interface PosixTimerEntry {
  readonly it_id?: number;
  readonly clock_id?: number;
  readonly si_signo?: number;
  readonly it_sigev_notify?: number;
  readonly sival_ptr?: bigint;
  readonly overrun?: number;
  readonly isec?: bigint;
  readonly insec?: bigint;
  readonly vsec?: bigint;
  readonly vnsec?: bigint;
  readonly notify_thread_id?: number;
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface TaskTimersEntry {
  readonly real?: ItimerEntry;
  readonly virt?: ItimerEntry;
  readonly prof?: ItimerEntry;
  readonly posix?: readonly PosixTimerEntry[];
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface Timeval {
  readonly tv_sec?: bigint;
  readonly tv_usec?: bigint;
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface Timespec {
  readonly tv_sec?: bigint;
  readonly tv_nsec?: bigint;
  readonly $unknown?: readonly CriuUnknownField[];
}

/** Clocks as read at the dump; a restore makes a time namespace of the difference. */
export interface TimensEntry {
  readonly monotonic?: Timespec;
  readonly boottime?: Timespec;
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface RegFileEntry {
  readonly id?: number;
  readonly flags?: number;
  readonly pos?: bigint;
  readonly fown?: FownEntry;
  /** Relative to the root of the task, without a host prefix. */
  readonly name?: string | Uint8Array;
  readonly mnt_id?: number;
  readonly size?: bigint;
  /** True: not in the image, supplied by who restores. */
  readonly ext?: boolean;
  /** If present, a restore insists that the file found has it. */
  readonly mode?: number;
  readonly build_id?: readonly number[];
  readonly checksum?: number;
  readonly checksum_config?: number;
  readonly checksum_parameter?: number;
  readonly $unknown?: readonly CriuUnknownField[];
}

/** A file whose name is gone at the dump. */
export interface RemapFilePathEntry {
  readonly orig_id?: number;
  /** By remap_type: a ghost file, a regular file, or a pid. Without remap_type the top bit says ghost. */
  readonly remap_id?: number;
  readonly remap_type?: number;
  readonly $unknown?: readonly CriuUnknownField[];
}

/** A deleted file that somebody holds open; its content follows the message. */
export interface GhostFileEntry {
  readonly uid?: number;
  readonly gid?: number;
  readonly mode?: number;
  readonly dev?: number;
  readonly ino?: bigint;
  readonly rdev?: number;
  readonly atim?: Timeval;
  readonly mtim?: Timeval;
  /** True: the content follows as ghost_chunk_entry messages, each with its bytes. */
  readonly chunks?: boolean;
  readonly size?: bigint;
  readonly symlnk_target?: string | Uint8Array;
  readonly $unknown?: readonly CriuUnknownField[];
}

/** One extent of a ghost file, followed by its bytes. */
export interface GhostChunkEntry {
  readonly len?: bigint;
  readonly off?: bigint;
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface ExtFileEntry {
  readonly id?: number;
  readonly fown?: FownEntry;
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface NsFileEntry {
  readonly id?: number;
  readonly ns_id?: number;
  readonly ns_cflag?: number;
  readonly flags?: number;
  readonly $unknown?: readonly CriuUnknownField[];
}

/** One lock; pid and fd say who holds it. */
export interface FileLockEntry {
  readonly flag?: number;
  readonly type?: number;
  readonly pid?: number;
  readonly fd?: number;
  readonly start?: bigint;
  readonly len?: bigint;
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface PipeEntry {
  readonly id?: number;
  /** Ends with the same number are one pipe. */
  readonly pipe_id?: number;
  readonly flags?: number;
  readonly fown?: FownEntry;
  /** Owner of the inode. */
  readonly uid?: number;
  readonly gid?: number;
  readonly $unknown?: readonly CriuUnknownField[];
}

/** Bytes in flight in a pipe; they follow the message. */
export interface PipeDataEntry {
  readonly pipe_id?: number;
  /** How many bytes follow. */
  readonly bytes?: number;
  /** Capacity of the pipe. */
  readonly size?: number;
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface FifoEntry {
  readonly id?: number;
  readonly pipe_id?: number;
  readonly regf_id?: number;
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface PidfdEntry {
  readonly id?: number;
  readonly ino?: number;
  readonly flags?: number;
  readonly nspid?: number;
  readonly fown?: FownEntry;
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface AioRingEntry {
  readonly id?: bigint;
  readonly nr_req?: number;
  readonly ring_len?: number;
  readonly $unknown?: readonly CriuUnknownField[];
}

/** One address space. */
export interface MmEntry {
  readonly mm_start_code?: bigint;
  readonly mm_end_code?: bigint;
  readonly mm_start_data?: bigint;
  readonly mm_end_data?: bigint;
  readonly mm_start_stack?: bigint;
  readonly mm_start_brk?: bigint;
  readonly mm_brk?: bigint;
  readonly mm_arg_start?: bigint;
  readonly mm_arg_end?: bigint;
  readonly mm_env_start?: bigint;
  readonly mm_env_end?: bigint;
  /** Id of a regular file. */
  readonly exe_file_id?: number;
  readonly mm_saved_auxv?: readonly bigint[];
  /** Since 1.4; before that a vmas file. */
  readonly vmas?: readonly VmaEntry[];
  readonly dumpable?: number;
  readonly aios?: readonly AioRingEntry[];
  readonly thp_disabled?: boolean;
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface VmaEntry {
  readonly start?: bigint;
  readonly end?: bigint;
  readonly pgoff?: bigint;
  /** File mappings: id of a regular file. Shared memory: id of the object; of System V segments, the IPC id. */
  readonly shmid?: bigint;
  readonly prot?: number;
  readonly flags?: number;
  /** What kind of area this is, as bits; bits 27 and up never belong in an image. */
  readonly status?: number;
  readonly fd?: bigint;
  readonly madv?: bigint;
  readonly fdflags?: number;
  readonly $unknown?: readonly CriuUnknownField[];
}

/** The first message of a pagemap file. */
export interface PagemapHead {
  /** The N of pages-N.img. */
  readonly pages_id?: number;
  readonly $unknown?: readonly CriuUnknownField[];
}

/** A run of pages, ascending by address. In a shmem pagemap the address is an offset into the segment. */
export interface PagemapEntry {
  readonly vaddr?: bigint;
  /** The count before 4.2; 4.2 writes 0 here and the count into nr_pages. */
  readonly compat_nr_pages?: number;
  /** Before 3.5, instead of the parent flag. */
  readonly in_parent?: boolean;
  /** Parent 1: look in the parent directory. Lazy 2. Present 4: the data is in the pages file. */
  readonly flags?: number;
  readonly nr_pages?: bigint;
  /** Of August 2026: how the pages are stored, if any block is not plain. */
  readonly blocks?: PagemapBlocks;
  /** Of July 2026, under the same number: stored bytes of each block, 0 for zeros. */
  readonly compressed_size?: readonly number[];
  /** Sum of compressed_size. */
  readonly total_compressed_size?: bigint;
  /** Pages of a block; absent or 0 means 1. */
  readonly region_pages?: number;
  readonly $unknown?: readonly CriuUnknownField[];
}

/** Blocks of pages, each stored by itself: as LZ4, plain (its whole size), or not at all (zeros). */
export interface PagemapBlocks {
  readonly block_sizes?: readonly number[];
  /** Sum of block_sizes. */
  readonly total_payload_size?: bigint;
  /** At least 1; the last block of an entry may be shorter. */
  readonly pages_per_block?: number;
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface MemfdFileEntry {
  readonly id?: number;
  readonly flags?: number;
  readonly pos?: bigint;
  readonly fown?: FownEntry;
  readonly inode_id?: number;
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface MemfdInodeEntry {
  readonly name?: string | Uint8Array;
  readonly uid?: number;
  readonly gid?: number;
  readonly size?: bigint;
  /** The N of pagemap-shmem-N.img. */
  readonly shmid?: number;
  readonly seals?: number;
  readonly inode_id?: bigint;
  readonly hugetlb_flag?: number;
  readonly mode?: number;
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface SkOptsEntry {
  readonly so_sndbuf?: number;
  readonly so_rcvbuf?: number;
  readonly so_snd_tmo_sec?: bigint;
  readonly so_snd_tmo_usec?: bigint;
  readonly so_rcv_tmo_sec?: bigint;
  readonly so_rcv_tmo_usec?: bigint;
  readonly reuseaddr?: boolean;
  readonly so_priority?: number;
  readonly so_rcvlowat?: number;
  readonly so_mark?: number;
  readonly so_passcred?: boolean;
  readonly so_passsec?: boolean;
  readonly so_dontroute?: boolean;
  readonly so_no_check?: boolean;
  readonly so_bound_dev?: string | Uint8Array;
  readonly so_filter?: readonly bigint[];
  readonly so_reuseport?: boolean;
  readonly so_broadcast?: boolean;
  readonly so_keepalive?: boolean;
  readonly tcp_keepcnt?: number;
  readonly tcp_keepidle?: number;
  readonly tcp_keepintvl?: number;
  readonly so_oobinline?: number;
  readonly so_linger?: number;
  readonly so_buf_lock?: number;
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface IpOptsRawEntry {
  readonly hdrincl?: boolean;
  readonly nodefrag?: boolean;
  readonly checksum?: boolean;
  readonly icmpv_filter?: readonly number[];
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface IpOptsEntry {
  readonly freebind?: boolean;
  readonly raw?: IpOptsRawEntry;
  readonly pktinfo?: boolean;
  readonly tos?: number;
  readonly ttl?: number;
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface InetSkEntry {
  readonly id?: number;
  readonly ino?: number;
  readonly family?: number;
  readonly type?: number;
  readonly proto?: number;
  readonly state?: number;
  readonly src_port?: number;
  readonly dst_port?: number;
  readonly flags?: number;
  readonly backlog?: number;
  readonly src_addr?: readonly number[];
  readonly dst_addr?: readonly number[];
  readonly fown?: FownEntry;
  readonly opts?: SkOptsEntry;
  readonly v6only?: boolean;
  readonly ip_opts?: IpOptsEntry;
  readonly ifname?: string | Uint8Array;
  readonly ns_id?: number;
  readonly shutdown?: number;
  readonly tcp_opts?: TcpOptsEntry;
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface FilePermsEntry {
  readonly mode?: number;
  readonly uid?: number;
  readonly gid?: number;
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface UnixSkEntry {
  readonly id?: number;
  readonly ino?: number;
  readonly type?: number;
  readonly state?: number;
  readonly flags?: number;
  readonly uflags?: number;
  readonly backlog?: number;
  /** Socket inode of the other end. */
  readonly peer?: number;
  readonly fown?: FownEntry;
  readonly opts?: SkOptsEntry;
  readonly name?: Uint8Array;
  readonly shutdown?: number;
  readonly file_perms?: FilePermsEntry;
  readonly name_dir?: string | Uint8Array;
  readonly deleted?: boolean;
  readonly ns_id?: number;
  readonly mnt_id?: number;
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface NetlinkSkEntry {
  readonly id?: number;
  readonly ino?: number;
  readonly protocol?: number;
  readonly state?: number;
  readonly flags?: number;
  readonly portid?: number;
  readonly groups?: readonly number[];
  readonly dst_portid?: number;
  readonly dst_group?: number;
  readonly fown?: FownEntry;
  readonly opts?: SkOptsEntry;
  readonly ns_id?: number;
  readonly $unknown?: readonly CriuUnknownField[];
}

/** What a control message carries; type 1 are passed descriptors. */
export interface ScmEntry {
  readonly type?: number;
  readonly rights?: readonly number[];
  readonly $unknown?: readonly CriuUnknownField[];
}

/** One packet in the queue of a socket; its bytes follow the message. SCM_CREDENTIALS of a queued packet. */
export interface SkUcredEntry {
  readonly uid?: number;
  readonly gid?: number;
  readonly pid?: number;
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface SkPacketEntry {
  /** File id of the receiving socket. */
  readonly id_for?: number;
  readonly length?: number;
  readonly scm?: readonly ScmEntry[];
  readonly ucred?: SkUcredEntry;
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface PacketMclist {
  readonly index?: number;
  readonly type?: number;
  readonly addr?: Uint8Array;
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface PacketRing {
  readonly block_size?: number;
  readonly block_nr?: number;
  readonly frame_size?: number;
  readonly frame_nr?: number;
  readonly retire_tmo?: number;
  readonly sizeof_priv?: number;
  readonly features?: number;
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface PacketSockEntry {
  readonly id?: number;
  readonly type?: number;
  readonly protocol?: number;
  readonly flags?: number;
  readonly ifindex?: number;
  readonly fown?: FownEntry;
  readonly opts?: SkOptsEntry;
  readonly version?: number;
  readonly reserve?: number;
  readonly aux_data?: boolean;
  readonly orig_dev?: boolean;
  readonly vnet_hdr?: boolean;
  readonly loss?: boolean;
  readonly timestamp?: number;
  readonly copy_thresh?: number;
  readonly mclist?: readonly PacketMclist[];
  readonly fanout?: number;
  readonly rx_ring?: PacketRing;
  readonly tx_ring?: PacketRing;
  readonly ns_id?: number;
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface TcpOptsEntry {
  readonly cork?: boolean;
  readonly nodelay?: boolean;
  readonly keepcnt?: number;
  readonly keepidle?: number;
  readonly keepintvl?: number;
  readonly $unknown?: readonly CriuUnknownField[];
}

/** State of a TCP connection; the receive queue, then the send queue follow the message. */
export interface TcpStreamEntry {
  /** Bytes of the receive queue. */
  readonly inq_len?: number;
  readonly inq_seq?: number;
  /** Bytes of the send queue. */
  readonly outq_len?: number;
  readonly outq_seq?: number;
  readonly opt_mask?: number;
  readonly snd_wscale?: number;
  readonly mss_clamp?: number;
  readonly rcv_wscale?: number;
  readonly timestamp?: number;
  readonly cork?: boolean;
  readonly nodelay?: boolean;
  readonly unsq_len?: number;
  readonly snd_wl1?: number;
  readonly snd_wnd?: number;
  readonly max_window?: number;
  readonly rcv_wnd?: number;
  readonly rcv_wup?: number;
  readonly $unknown?: readonly CriuUnknownField[];
}

/** One descriptor of a table: (type, id) names the open file. */
export interface FdinfoEntry {
  readonly id?: number;
  /** FD_CLOEXEC. */
  readonly flags?: number;
  readonly type?: number;
  readonly fd?: number;
  readonly xattr_security_selinux?: string | Uint8Array;
  readonly $unknown?: readonly CriuUnknownField[];
}

/** One open file since 3.4, with exactly one of the messages below; before that each kind had a file of its own. */
export interface FileEntry {
  readonly type?: number;
  readonly id?: number;
  readonly reg?: RegFileEntry;
  readonly isk?: InetSkEntry;
  readonly nsf?: NsFileEntry;
  readonly psk?: PacketSockEntry;
  readonly nlsk?: NetlinkSkEntry;
  readonly efd?: EventfdFileEntry;
  readonly epfd?: EventpollFileEntry;
  readonly sgfd?: SignalfdEntry;
  readonly tunf?: TunfileEntry;
  readonly tfd?: TimerfdEntry;
  readonly ify?: InotifyFileEntry;
  readonly ffy?: FanotifyFileEntry;
  readonly ext?: ExtFileEntry;
  readonly usk?: UnixSkEntry;
  readonly fifo?: FifoEntry;
  readonly pipe?: PipeEntry;
  readonly tty?: TtyFileEntry;
  readonly memfd?: MemfdFileEntry;
  readonly bpf?: BpfmapFileEntry;
  readonly pidfd?: PidfdEntry;
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface UserArmRegsEntry {
  readonly r0?: number;
  readonly r1?: number;
  readonly r2?: number;
  readonly r3?: number;
  readonly r4?: number;
  readonly r5?: number;
  readonly r6?: number;
  readonly r7?: number;
  readonly r8?: number;
  readonly r9?: number;
  readonly r10?: number;
  readonly fp?: number;
  readonly ip?: number;
  readonly sp?: number;
  readonly lr?: number;
  readonly pc?: number;
  readonly cpsr?: number;
  readonly orig_r0?: number;
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface UserArmVfpstateEntry {
  readonly vfp_regs?: readonly bigint[];
  readonly fpscr?: number;
  readonly fpexc?: number;
  readonly fpinst?: number;
  readonly fpinst2?: number;
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface ThreadInfoArm {
  readonly clear_tid_addr?: bigint;
  readonly tls?: number;
  readonly gpregs?: UserArmRegsEntry;
  readonly fpstate?: UserArmVfpstateEntry;
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface UserAarch64RegsEntry {
  readonly regs?: readonly bigint[];
  readonly sp?: bigint;
  readonly pc?: bigint;
  readonly pstate?: bigint;
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface UserAarch64FpsimdContextEntry {
  readonly vregs?: readonly bigint[];
  readonly fpsr?: number;
  readonly fpcr?: number;
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface PacAddressKeys {
  readonly apiakey_lo?: bigint;
  readonly apiakey_hi?: bigint;
  readonly apibkey_lo?: bigint;
  readonly apibkey_hi?: bigint;
  readonly apdakey_lo?: bigint;
  readonly apdakey_hi?: bigint;
  readonly apdbkey_lo?: bigint;
  readonly apdbkey_hi?: bigint;
  readonly pac_enabled_key?: bigint;
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface PacGenericKeys {
  readonly apgakey_lo?: bigint;
  readonly apgakey_hi?: bigint;
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface PacKeys {
  readonly pac_address_keys?: PacAddressKeys;
  readonly pac_generic_keys?: PacGenericKeys;
  readonly $unknown?: readonly CriuUnknownField[];
}

/** Guarded Control Stack. */
export interface UserAarch64GcsEntry {
  readonly gcspr_el0?: bigint;
  readonly features_enabled?: bigint;
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface ThreadInfoAarch64 {
  readonly clear_tid_addr?: bigint;
  readonly tls?: bigint;
  readonly gpregs?: UserAarch64RegsEntry;
  readonly fpsimd?: UserAarch64FpsimdContextEntry;
  readonly pac_keys?: PacKeys;
  readonly gcs?: UserAarch64GcsEntry;
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface UserMipsRegsEntry {
  readonly r0?: bigint;
  readonly r1?: bigint;
  readonly r2?: bigint;
  readonly r3?: bigint;
  readonly r4?: bigint;
  readonly r5?: bigint;
  readonly r6?: bigint;
  readonly r7?: bigint;
  readonly r8?: bigint;
  readonly r9?: bigint;
  readonly r10?: bigint;
  readonly r11?: bigint;
  readonly r12?: bigint;
  readonly r13?: bigint;
  readonly r14?: bigint;
  readonly r15?: bigint;
  readonly r16?: bigint;
  readonly r17?: bigint;
  readonly r18?: bigint;
  readonly r19?: bigint;
  readonly r20?: bigint;
  readonly r21?: bigint;
  readonly r22?: bigint;
  readonly r23?: bigint;
  readonly r24?: bigint;
  readonly r25?: bigint;
  readonly r26?: bigint;
  readonly r27?: bigint;
  readonly r28?: bigint;
  readonly r29?: bigint;
  readonly r30?: bigint;
  readonly r31?: bigint;
  readonly lo?: bigint;
  readonly hi?: bigint;
  readonly cp0_epc?: bigint;
  readonly cp0_badvaddr?: bigint;
  readonly cp0_status?: bigint;
  readonly cp0_cause?: bigint;
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface UserMipsFpregsEntry {
  readonly r0?: bigint;
  readonly r1?: bigint;
  readonly r2?: bigint;
  readonly r3?: bigint;
  readonly r4?: bigint;
  readonly r5?: bigint;
  readonly r6?: bigint;
  readonly r7?: bigint;
  readonly r8?: bigint;
  readonly r9?: bigint;
  readonly r10?: bigint;
  readonly r11?: bigint;
  readonly r12?: bigint;
  readonly r13?: bigint;
  readonly r14?: bigint;
  readonly r15?: bigint;
  readonly r16?: bigint;
  readonly r17?: bigint;
  readonly r18?: bigint;
  readonly r19?: bigint;
  readonly r20?: bigint;
  readonly r21?: bigint;
  readonly r22?: bigint;
  readonly r23?: bigint;
  readonly r24?: bigint;
  readonly r25?: bigint;
  readonly r26?: bigint;
  readonly r27?: bigint;
  readonly r28?: bigint;
  readonly r29?: bigint;
  readonly r30?: bigint;
  readonly r31?: bigint;
  readonly lo?: bigint;
  readonly hi?: bigint;
  readonly fpu_fcr31?: number;
  readonly fpu_id?: number;
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface ThreadInfoMips {
  readonly clear_tid_addr?: bigint;
  readonly tls?: bigint;
  readonly gpregs?: UserMipsRegsEntry;
  readonly fpregs?: UserMipsFpregsEntry;
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface UserLoongarch64GpregsEntry {
  readonly regs?: readonly bigint[];
  readonly pc?: bigint;
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface UserLoongarch64FpregsEntry {
  readonly regs?: readonly bigint[];
  readonly fcc?: bigint;
  readonly fcsr?: number;
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface ThreadInfoLoongarch64 {
  readonly clear_tid_addr?: bigint;
  readonly tls?: bigint;
  readonly gpregs?: UserLoongarch64GpregsEntry;
  readonly fpregs?: UserLoongarch64FpregsEntry;
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface UserPpc64RegsEntry {
  readonly gpr?: readonly bigint[];
  readonly nip?: bigint;
  readonly msr?: bigint;
  readonly orig_gpr3?: bigint;
  readonly ctr?: bigint;
  readonly link?: bigint;
  readonly xer?: bigint;
  readonly ccr?: bigint;
  readonly trap?: bigint;
  readonly texasr?: bigint;
  readonly tfhar?: bigint;
  readonly tfiar?: bigint;
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface UserPpc64FpstateEntry {
  readonly fpregs?: readonly bigint[];
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface UserPpc64VrstateEntry {
  readonly vrregs?: readonly bigint[];
  readonly vrsave?: number;
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface UserPpc64VsxstateEntry {
  readonly vsxregs?: readonly bigint[];
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface UserPpc64TmRegsEntry {
  readonly gpregs?: UserPpc64RegsEntry;
  readonly fpstate?: UserPpc64FpstateEntry;
  readonly vrstate?: UserPpc64VrstateEntry;
  readonly vsxstate?: UserPpc64VsxstateEntry;
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface ThreadInfoPpc64 {
  readonly clear_tid_addr?: bigint;
  readonly gpregs?: UserPpc64RegsEntry;
  readonly fpstate?: UserPpc64FpstateEntry;
  readonly vrstate?: UserPpc64VrstateEntry;
  readonly vsxstate?: UserPpc64VsxstateEntry;
  readonly tmstate?: UserPpc64TmRegsEntry;
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface UserRiscv64RegsEntry {
  readonly pc?: bigint;
  readonly ra?: bigint;
  readonly sp?: bigint;
  readonly gp?: bigint;
  readonly tp?: bigint;
  readonly t0?: bigint;
  readonly t1?: bigint;
  readonly t2?: bigint;
  readonly s0?: bigint;
  readonly s1?: bigint;
  readonly a0?: bigint;
  readonly a1?: bigint;
  readonly a2?: bigint;
  readonly a3?: bigint;
  readonly a4?: bigint;
  readonly a5?: bigint;
  readonly a6?: bigint;
  readonly a7?: bigint;
  readonly s2?: bigint;
  readonly s3?: bigint;
  readonly s4?: bigint;
  readonly s5?: bigint;
  readonly s6?: bigint;
  readonly s7?: bigint;
  readonly s8?: bigint;
  readonly s9?: bigint;
  readonly s10?: bigint;
  readonly s11?: bigint;
  readonly t3?: bigint;
  readonly t4?: bigint;
  readonly t5?: bigint;
  readonly t6?: bigint;
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface UserRiscv64DExtEntry {
  readonly f?: readonly bigint[];
  readonly fcsr?: number;
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface ThreadInfoRiscv64 {
  readonly clear_tid_addr?: bigint;
  readonly tls?: bigint;
  readonly gpregs?: UserRiscv64RegsEntry;
  readonly fpsimd?: UserRiscv64DExtEntry;
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface UserS390RegsEntry {
  readonly psw_mask?: bigint;
  readonly psw_addr?: bigint;
  readonly gprs?: readonly bigint[];
  readonly acrs?: readonly number[];
  readonly orig_gpr2?: bigint;
  readonly system_call?: number;
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface UserS390VxrsLowEntry {
  readonly regs?: readonly bigint[];
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface UserS390VxrsHighEntry {
  readonly regs?: readonly bigint[];
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface UserS390FpregsEntry {
  readonly fpc?: number;
  readonly fprs?: readonly bigint[];
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface UserS390GsCbEntry {
  readonly regs?: readonly bigint[];
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface UserS390RiEntry {
  readonly ri_on?: number;
  readonly regs?: readonly bigint[];
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface ThreadInfoS390 {
  readonly clear_tid_addr?: bigint;
  readonly gpregs?: UserS390RegsEntry;
  readonly fpregs?: UserS390FpregsEntry;
  readonly vxrs_low?: UserS390VxrsLowEntry;
  readonly vxrs_high?: UserS390VxrsHighEntry;
  readonly gs_cb?: UserS390GsCbEntry;
  readonly gs_bc?: UserS390GsCbEntry;
  readonly ri_cb?: UserS390RiEntry;
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface UserX86RegsEntry {
  readonly r15?: bigint;
  readonly r14?: bigint;
  readonly r13?: bigint;
  readonly r12?: bigint;
  readonly bp?: bigint;
  readonly bx?: bigint;
  readonly r11?: bigint;
  readonly r10?: bigint;
  readonly r9?: bigint;
  readonly r8?: bigint;
  readonly ax?: bigint;
  readonly cx?: bigint;
  readonly dx?: bigint;
  readonly si?: bigint;
  readonly di?: bigint;
  readonly orig_ax?: bigint;
  readonly ip?: bigint;
  readonly cs?: bigint;
  readonly flags?: bigint;
  readonly sp?: bigint;
  readonly ss?: bigint;
  readonly fs_base?: bigint;
  readonly gs_base?: bigint;
  readonly ds?: bigint;
  readonly es?: bigint;
  readonly fs?: bigint;
  readonly gs?: bigint;
  /** Absent means 64 bits. */
  readonly mode?: number;
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface UserX86CetEntry {
  readonly cet?: bigint;
  readonly ssp?: bigint;
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface UserX86XsaveEntry {
  readonly xstate_bv?: bigint;
  readonly ymmh_space?: readonly number[];
  readonly bndreg_state?: readonly bigint[];
  readonly bndcsr_state?: readonly bigint[];
  readonly opmask_reg?: readonly bigint[];
  readonly zmm_upper?: readonly bigint[];
  readonly hi16_zmm?: readonly bigint[];
  readonly pkru?: readonly number[];
  readonly cet?: UserX86CetEntry;
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface UserX86FpregsEntry {
  readonly cwd?: number;
  readonly swd?: number;
  readonly twd?: number;
  readonly fop?: number;
  readonly rip?: bigint;
  readonly rdp?: bigint;
  readonly mxcsr?: number;
  readonly mxcsr_mask?: number;
  readonly st_space?: readonly number[];
  readonly xmm_space?: readonly number[];
  readonly padding?: readonly number[];
  readonly xsave?: UserX86XsaveEntry;
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface UserDescT {
  readonly entry_number?: number;
  readonly base_addr?: number;
  readonly limit?: number;
  readonly seg_32bit?: boolean;
  readonly contents_h?: boolean;
  readonly contents_l?: boolean;
  readonly read_exec_only?: boolean;
  readonly limit_in_pages?: boolean;
  readonly seg_not_present?: boolean;
  readonly usable?: boolean;
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface ThreadInfoX86 {
  readonly clear_tid_addr?: bigint;
  readonly gpregs?: UserX86RegsEntry;
  readonly fpregs?: UserX86FpregsEntry;
  /** Three slots, of 32-bit tasks. */
  readonly tls?: readonly UserDescT[];
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface TaskCoreEntry {
  /** 1 alive, 2 dead (a zombie), 3 stopped; other values never reach an image. */
  readonly task_state?: number;
  /** The wait status word: exit(42) is 0x2a00, a kill by signal 9 is 9. */
  readonly exit_code?: number;
  readonly personality?: number;
  readonly flags?: number;
  /** Bit signo - 1. */
  readonly blk_sigset?: bigint;
  readonly comm?: string | Uint8Array;
  readonly timers?: TaskTimersEntry;
  readonly rlimits?: TaskRlimitsEntry;
  /** Of the leader in older images; since 3.18 each thread has its own. */
  readonly cg_set?: number;
  readonly signals_s?: SignalQueueEntry;
  readonly old_seccomp_mode?: number;
  readonly old_seccomp_filter?: number;
  readonly loginuid?: number;
  readonly oom_score_adj?: number;
  /** 62 of them, signals 1 to 64 without SIGKILL and SIGSTOP. Older images have a sigacts file. */
  readonly sigactions?: readonly SaEntry[];
  readonly child_subreaper?: boolean;
  readonly blk_sigset_extended?: bigint;
  /** Of a stopped task: the signal that stops it again. */
  readonly stop_signo?: number;
  readonly membarrier_registration_mask?: number;
  readonly $unknown?: readonly CriuUnknownField[];
}

/** Small ids of kernel objects: equal numbers mean a shared object. */
export interface TaskKobjIdsEntry {
  readonly vm_id?: number;
  readonly files_id?: number;
  readonly fs_id?: number;
  readonly sighand_id?: number;
  readonly pid_ns_id?: number;
  readonly net_ns_id?: number;
  readonly ipc_ns_id?: number;
  readonly uts_ns_id?: number;
  readonly mnt_ns_id?: number;
  readonly user_ns_id?: number;
  readonly cgroup_ns_id?: number;
  readonly time_ns_id?: number;
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface ThreadSasEntry {
  readonly ss_sp?: bigint;
  readonly ss_size?: bigint;
  readonly ss_flags?: number;
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface ThreadCoreEntry {
  readonly futex_rla?: bigint;
  readonly futex_rla_len?: number;
  readonly sched_nice?: number;
  readonly sched_policy?: number;
  readonly sched_prio?: number;
  readonly blk_sigset?: bigint;
  readonly sas?: ThreadSasEntry;
  readonly pdeath_sig?: number;
  readonly signals_p?: SignalQueueEntry;
  /** Since 2.0 per thread; before that one creds file per task. */
  readonly creds?: CredsEntry;
  readonly seccomp_mode?: number;
  /** Index into the filters of the seccomp file. */
  readonly seccomp_filter?: number;
  /** Since 3.11; older images give every thread the name of the leader. */
  readonly comm?: string | Uint8Array;
  readonly blk_sigset_extended?: bigint;
  readonly rseq_entry?: RseqEntry;
  readonly cg_set?: number;
  readonly timerslack_ns?: bigint;
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface TaskRlimitsEntry {
  readonly rlimits?: readonly RlimitEntry[];
  readonly $unknown?: readonly CriuUnknownField[];
}

/** The root of a core file: one per task and one per further thread. */
export interface CoreEntry {
  /** Which of the register messages below is filled. */
  readonly mtype?: number;
  readonly thread_info?: ThreadInfoX86;
  readonly ti_arm?: ThreadInfoArm;
  readonly ti_aarch64?: ThreadInfoAarch64;
  readonly ti_ppc64?: ThreadInfoPpc64;
  readonly ti_s390?: ThreadInfoS390;
  readonly ti_mips?: ThreadInfoMips;
  readonly ti_loongarch64?: ThreadInfoLoongarch64;
  readonly ti_riscv64?: ThreadInfoRiscv64;
  /** Of group leaders only. */
  readonly tc?: TaskCoreEntry;
  /** Where no ids file exists. */
  readonly ids?: TaskKobjIdsEntry;
  readonly thread_core?: ThreadCoreEntry;
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface CredsEntry {
  readonly uid?: number;
  readonly gid?: number;
  readonly euid?: number;
  readonly egid?: number;
  readonly suid?: number;
  readonly sgid?: number;
  readonly fsuid?: number;
  readonly fsgid?: number;
  /** Capability sets are two words of 32 bits, the low one first. */
  readonly cap_inh?: readonly number[];
  readonly cap_prm?: readonly number[];
  readonly cap_eff?: readonly number[];
  readonly cap_bnd?: readonly number[];
  readonly secbits?: number;
  readonly groups?: readonly number[];
  readonly lsm_profile?: string | Uint8Array;
  readonly lsm_sockcreate?: string | Uint8Array;
  readonly apparmor_data?: Uint8Array;
  readonly no_new_privs?: number;
  readonly cap_amb?: readonly number[];
  readonly $unknown?: readonly CriuUnknownField[];
}

/** Restartable sequences registration of a thread. */
export interface RseqEntry {
  readonly rseq_abi_pointer?: bigint;
  readonly rseq_abi_size?: number;
  readonly signature?: number;
  readonly rseq_cs_pointer?: bigint;
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface RlimitEntry {
  readonly cur?: bigint;
  readonly max?: bigint;
  readonly $unknown?: readonly CriuUnknownField[];
}

/** Working and root directory as ids of regular files. */
export interface FsEntry {
  readonly cwd_id?: number;
  readonly root_id?: number;
  readonly umask?: number;
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface SeccompFilter {
  readonly filter?: Uint8Array;
  /** Index of the filter that this one was stacked on. */
  readonly prev?: number;
  readonly flags?: number;
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface SeccompEntry {
  readonly seccomp_filters?: readonly SeccompFilter[];
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface PluginsEntry {
  readonly plugins?: readonly (string | Uint8Array)[];
  readonly $unknown?: readonly CriuUnknownField[];
}

/** The first file a restore reads: what kind of directory this is. */
export interface InventoryEntry {
  /** 1: one magic per file (up to CRIU 1.5). 2: a head magic before it (from 1.6). 3: pages may be compressed, here or in an older image (development branch). 0: a pre-dump, not restorable. */
  readonly img_version?: number;
  /** True: fdinfo files are named by files_id, not by pid. Present restorers insist on it. */
  readonly fdinfo_per_id?: boolean;
  /** The kernel object ids of criu itself; a namespace id of the root task equal to one here was not dumped. */
  readonly root_ids?: TaskKobjIdsEntry;
  /** True: namespace files are named by namespace id, not by pid. */
  readonly ns_per_id?: boolean;
  /** The cgroup set of criu itself; tasks in it need no move. */
  readonly root_cg_set?: number;
  readonly lsmtype?: number;
  /** Microseconds since boot, only when memory changes are tracked. */
  readonly dump_uptime?: bigint;
  readonly pre_dump_mode?: number;
  readonly tcp_close?: boolean;
  /** Absent means iptables. */
  readonly network_lock_method?: number;
  readonly plugins_entry?: PluginsEntry;
  readonly dump_criu_run_id?: string | Uint8Array;
  readonly allow_uprobes?: boolean;
  /** How pages are stored: 0 plain, 1 compressed, 2 compressed in regions (July 2026). */
  readonly compress?: number;
  /** Bytes of a block; July 2026 called it compress_region_size. */
  readonly compress_block_size?: number;
  readonly $unknown?: readonly CriuUnknownField[];
}

/** One task: parents come before their children, the root has ppid 0. */
export interface PstreeEntry {
  readonly pid?: number;
  readonly ppid?: number;
  readonly pgid?: number;
  readonly sid?: number;
  /** Thread ids; the first is the leader and repeats pid. */
  readonly threads?: readonly number[];
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface CpuinfoX86Entry {
  readonly vendor_id?: number;
  readonly cpu_family?: number;
  readonly model?: number;
  readonly stepping?: number;
  readonly capability_ver?: number;
  readonly capability?: readonly number[];
  readonly model_id?: string | Uint8Array;
  readonly xfeatures_mask?: bigint;
  readonly xsave_size?: number;
  readonly xsave_size_max?: number;
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface CpuinfoPpc64Entry {
  readonly endian?: number;
  readonly hwcap?: readonly bigint[];
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface CpuinfoS390Entry {
  readonly hwcap?: readonly bigint[];
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface CpuinfoEntry {
  readonly x86_entry?: readonly CpuinfoX86Entry[];
  readonly ppc64_entry?: readonly CpuinfoPpc64Entry[];
  readonly s390_entry?: readonly CpuinfoS390Entry[];
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface DumpStatsEntry {
  readonly freezing_time?: number;
  readonly frozen_time?: number;
  readonly memdump_time?: number;
  readonly memwrite_time?: number;
  readonly pages_scanned?: bigint;
  readonly pages_skipped_parent?: bigint;
  readonly pages_written?: bigint;
  readonly irmap_resolve?: number;
  /** Required since 3.5, so older files lack a required field. */
  readonly pages_lazy?: bigint;
  readonly page_pipes?: bigint;
  readonly page_pipe_bufs?: bigint;
  readonly shpages_scanned?: bigint;
  readonly shpages_skipped_parent?: bigint;
  readonly shpages_written?: bigint;
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface RestoreStatsEntry {
  readonly pages_compared?: bigint;
  readonly pages_skipped_cow?: bigint;
  readonly forking_time?: number;
  readonly restore_time?: number;
  readonly pages_restored?: bigint;
  readonly $unknown?: readonly CriuUnknownField[];
}

/** Counters of one run of criu. */
export interface StatsEntry {
  readonly dump?: DumpStatsEntry;
  readonly restore?: RestoreStatsEntry;
  readonly $unknown?: readonly CriuUnknownField[];
}

/** What all System V objects share. Times and creator are not restored. */
export interface IpcDescEntry {
  readonly key?: number;
  readonly uid?: number;
  readonly gid?: number;
  readonly cuid?: number;
  readonly cgid?: number;
  readonly mode?: number;
  readonly id?: number;
  readonly $unknown?: readonly CriuUnknownField[];
}

/** A semaphore set; nsems values of 16 bits follow, padded to 8 bytes. */
export interface IpcSemEntry {
  readonly desc?: IpcDescEntry;
  readonly nsems?: number;
  readonly $unknown?: readonly CriuUnknownField[];
}

/** Head of one message in a queue. */
export interface IpcMsg {
  /** The kernel's signed long in an unsigned field. */
  readonly mtype?: bigint;
  readonly msize?: number;
  readonly $unknown?: readonly CriuUnknownField[];
}

/** A message queue; qnum messages follow, each an ipc_msg and its bytes padded to 8. */
export interface IpcMsgEntry {
  readonly desc?: IpcDescEntry;
  readonly qbytes?: number;
  readonly qnum?: number;
  readonly $unknown?: readonly CriuUnknownField[];
}

/** A shared memory segment. */
export interface IpcShmEntry {
  readonly desc?: IpcDescEntry;
  readonly size?: bigint;
  /** True: content is in pagemap-shmem-ID. Else size bytes follow, padded to 4. */
  readonly in_pagemaps?: boolean;
  readonly hugetlb_flag?: number;
  readonly $unknown?: readonly CriuUnknownField[];
}

/** The sysctls of an IPC namespace. */
export interface IpcVarEntry {
  /** SEMMSL, SEMMNS, SEMOPM, SEMMNI. */
  readonly sem_ctls?: readonly number[];
  readonly msg_ctlmax?: number;
  readonly msg_ctlmnb?: number;
  readonly msg_ctlmni?: number;
  readonly auto_msgmni?: number;
  readonly shm_ctlmax?: bigint;
  readonly shm_ctlall?: bigint;
  readonly shm_ctlmni?: number;
  readonly shm_rmid_forced?: number;
  readonly mq_queues_max?: number;
  readonly mq_msg_max?: number;
  readonly mq_msgsize_max?: number;
  readonly mq_msg_default?: number;
  readonly mq_msgsize_default?: number;
  readonly msg_next_id?: number;
  readonly sem_next_id?: number;
  readonly shm_next_id?: number;
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface UtsnsEntry {
  readonly nodename?: string | Uint8Array;
  readonly domainname?: string | Uint8Array;
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface UidGidExtent {
  readonly first?: number;
  readonly lower_first?: number;
  readonly count?: number;
  readonly $unknown?: readonly CriuUnknownField[];
}

/** Id maps of a user namespace. */
export interface UsernsEntry {
  readonly uid_map?: readonly UidGidExtent[];
  readonly gid_map?: readonly UidGidExtent[];
  /** Formats of each user namespace; a file of their own before. */
  readonly binfmt_misc?: readonly BinfmtMiscEntry[];
  readonly $unknown?: readonly CriuUnknownField[];
}

/** Only of a pid namespace that is not created at restore. */
export interface PidnsEntry {
  readonly ext_key?: string | Uint8Array;
  readonly $unknown?: readonly CriuUnknownField[];
}

/** One mount of /proc/PID/mountinfo. */
export interface MntEntry {
  readonly fstype?: number;
  readonly mnt_id?: number;
  readonly root_dev?: number;
  readonly parent_mnt_id?: number;
  readonly flags?: number;
  readonly root?: string | Uint8Array;
  readonly mountpoint?: string | Uint8Array;
  readonly source?: string | Uint8Array;
  readonly options?: string | Uint8Array;
  readonly shared_id?: number;
  readonly master_id?: number;
  readonly with_plugin?: boolean;
  readonly ext_mount?: boolean;
  readonly fsname?: string | Uint8Array;
  readonly internal_sharing?: boolean;
  readonly deleted?: boolean;
  readonly sb_flags?: number;
  readonly ext_key?: string | Uint8Array;
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface AutofsEntry {
  readonly fd?: number;
  readonly pgrp?: number;
  readonly timeout?: number;
  readonly minproto?: number;
  readonly maxproto?: number;
  readonly mode?: number;
  readonly uid?: number;
  readonly gid?: number;
  readonly read_fd?: number;
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface BinfmtMiscEntry {
  readonly name?: string | Uint8Array;
  readonly enabled?: boolean;
  readonly interpreter?: string | Uint8Array;
  readonly flags?: string | Uint8Array;
  readonly extension?: string | Uint8Array;
  readonly magic?: string | Uint8Array;
  readonly mask?: string | Uint8Array;
  readonly offset?: number;
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface CgroupPerms {
  readonly mode?: number;
  readonly uid?: number;
  readonly gid?: number;
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface CgroupPropEntry {
  readonly name?: string | Uint8Array;
  readonly value?: string | Uint8Array;
  readonly perms?: CgroupPerms;
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface CgroupDirEntry {
  readonly dir_name?: string | Uint8Array;
  readonly children?: readonly CgroupDirEntry[];
  readonly properties?: readonly CgroupPropEntry[];
  readonly dir_perms?: CgroupPerms;
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface CgControllerEntry {
  readonly cnames?: readonly (string | Uint8Array)[];
  readonly dirs?: readonly CgroupDirEntry[];
  readonly is_threaded?: boolean;
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface CgMemberEntry {
  readonly name?: string | Uint8Array;
  readonly path?: string | Uint8Array;
  readonly cgns_prefix?: number;
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface CgSetEntry {
  readonly id?: number;
  readonly ctls?: readonly CgMemberEntry[];
  readonly $unknown?: readonly CriuUnknownField[];
}

/** Sets that tasks refer to, and the trees of the controllers. */
export interface CgroupEntry {
  readonly sets?: readonly CgSetEntry[];
  readonly controllers?: readonly CgControllerEntry[];
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface AaPolicy {
  readonly name?: string | Uint8Array;
  readonly blob?: Uint8Array;
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface AaNamespace {
  readonly name?: string | Uint8Array;
  readonly policies?: readonly AaPolicy[];
  readonly namespaces?: readonly AaNamespace[];
  readonly $unknown?: readonly CriuUnknownField[];
}

/** AppArmor namespaces with their policies. */
export interface ApparmorEntry {
  readonly namespaces?: readonly AaNamespace[];
  readonly $unknown?: readonly CriuUnknownField[];
}

/** One network device. */
export interface NetDeviceEntry {
  readonly type?: number;
  readonly ifindex?: number;
  readonly mtu?: number;
  readonly flags?: number;
  readonly name?: string | Uint8Array;
  readonly tun?: TunLinkEntry;
  readonly address?: Uint8Array;
  readonly conf?: readonly number[];
  readonly conf4?: readonly SysctlEntry[];
  readonly conf6?: readonly SysctlEntry[];
  readonly macvlan?: MacvlanLinkEntry;
  readonly peer_ifindex?: number;
  readonly peer_nsid?: number;
  readonly master?: number;
  readonly sit?: SitEntry;
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface NetnsId {
  readonly target_ns_id?: number;
  readonly netnsid_value?: number;
  readonly $unknown?: readonly CriuUnknownField[];
}

/** Sysctls of a network namespace, by position. */
export interface NetnsEntry {
  readonly def_conf?: readonly number[];
  readonly all_conf?: readonly number[];
  readonly def_conf4?: readonly SysctlEntry[];
  readonly all_conf4?: readonly SysctlEntry[];
  readonly def_conf6?: readonly SysctlEntry[];
  readonly all_conf6?: readonly SysctlEntry[];
  readonly nsids?: readonly NetnsId[];
  readonly ext_key?: string | Uint8Array;
  readonly unix_conf?: readonly SysctlEntry[];
  readonly ipv4_sysctl?: readonly SysctlEntry[];
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface MacvlanLinkEntry {
  readonly mode?: number;
  readonly flags?: number;
  readonly $unknown?: readonly CriuUnknownField[];
}

export interface SitEntry {
  readonly link?: number;
  readonly local?: readonly number[];
  readonly remote?: readonly number[];
  readonly ttl?: number;
  readonly tos?: number;
  readonly pmtudisc?: boolean;
  readonly proto?: number;
  readonly flags?: number;
  readonly encap_type?: number;
  readonly encap_flags?: number;
  readonly encap_sport?: number;
  readonly encap_dport?: number;
  readonly rd_prefixlen?: number;
  readonly rd_prefix?: readonly number[];
  readonly relay_prefixlen?: number;
  readonly relay_prefix?: readonly number[];
  readonly $unknown?: readonly CriuUnknownField[];
}

/** One value of a list whose positions have fixed meanings. */
export interface SysctlEntry {
  readonly type?: number;
  readonly iarg?: number;
  readonly sarg?: string | Uint8Array;
  readonly $unknown?: readonly CriuUnknownField[];
}

/** Every message by its protocol name. */
export interface CriuMessages {
  readonly fown_entry: FownEntry;
  readonly winsize_entry: WinsizeEntry;
  readonly termios_entry: TermiosEntry;
  readonly tty_pty_entry: TtyPtyEntry;
  readonly tty_data_entry: TtyDataEntry;
  readonly tty_info_entry: TtyInfoEntry;
  readonly tty_file_entry: TtyFileEntry;
  readonly tunfile_entry: TunfileEntry;
  readonly tun_link_entry: TunLinkEntry;
  readonly bpfmap_file_entry: BpfmapFileEntry;
  readonly bpfmap_data_entry: BpfmapDataEntry;
  readonly eventfd_file_entry: EventfdFileEntry;
  readonly eventpoll_tfd_entry: EventpollTfdEntry;
  readonly eventpoll_file_entry: EventpollFileEntry;
  readonly signalfd_entry: SignalfdEntry;
  readonly timerfd_entry: TimerfdEntry;
  readonly fh_entry: FhEntry;
  readonly irmap_cache_entry: IrmapCacheEntry;
  readonly inotify_wd_entry: InotifyWdEntry;
  readonly inotify_file_entry: InotifyFileEntry;
  readonly fanotify_inode_mark_entry: FanotifyInodeMarkEntry;
  readonly fanotify_mount_mark_entry: FanotifyMountMarkEntry;
  readonly fanotify_mark_entry: FanotifyMarkEntry;
  readonly fanotify_file_entry: FanotifyFileEntry;
  readonly sa_entry: SaEntry;
  readonly siginfo_entry: SiginfoEntry;
  readonly signal_queue_entry: SignalQueueEntry;
  readonly itimer_entry: ItimerEntry;
  readonly posix_timer_entry: PosixTimerEntry;
  readonly task_timers_entry: TaskTimersEntry;
  readonly timeval: Timeval;
  readonly timespec: Timespec;
  readonly timens_entry: TimensEntry;
  readonly reg_file_entry: RegFileEntry;
  readonly remap_file_path_entry: RemapFilePathEntry;
  readonly ghost_file_entry: GhostFileEntry;
  readonly ghost_chunk_entry: GhostChunkEntry;
  readonly ext_file_entry: ExtFileEntry;
  readonly ns_file_entry: NsFileEntry;
  readonly file_lock_entry: FileLockEntry;
  readonly pipe_entry: PipeEntry;
  readonly pipe_data_entry: PipeDataEntry;
  readonly fifo_entry: FifoEntry;
  readonly pidfd_entry: PidfdEntry;
  readonly aio_ring_entry: AioRingEntry;
  readonly mm_entry: MmEntry;
  readonly vma_entry: VmaEntry;
  readonly pagemap_head: PagemapHead;
  readonly pagemap_entry: PagemapEntry;
  readonly pagemap_blocks: PagemapBlocks;
  readonly memfd_file_entry: MemfdFileEntry;
  readonly memfd_inode_entry: MemfdInodeEntry;
  readonly sk_opts_entry: SkOptsEntry;
  readonly ip_opts_raw_entry: IpOptsRawEntry;
  readonly ip_opts_entry: IpOptsEntry;
  readonly inet_sk_entry: InetSkEntry;
  readonly file_perms_entry: FilePermsEntry;
  readonly unix_sk_entry: UnixSkEntry;
  readonly netlink_sk_entry: NetlinkSkEntry;
  readonly scm_entry: ScmEntry;
  readonly sk_ucred_entry: SkUcredEntry;
  readonly sk_packet_entry: SkPacketEntry;
  readonly packet_mclist: PacketMclist;
  readonly packet_ring: PacketRing;
  readonly packet_sock_entry: PacketSockEntry;
  readonly tcp_opts_entry: TcpOptsEntry;
  readonly tcp_stream_entry: TcpStreamEntry;
  readonly fdinfo_entry: FdinfoEntry;
  readonly file_entry: FileEntry;
  readonly user_arm_regs_entry: UserArmRegsEntry;
  readonly user_arm_vfpstate_entry: UserArmVfpstateEntry;
  readonly thread_info_arm: ThreadInfoArm;
  readonly user_aarch64_regs_entry: UserAarch64RegsEntry;
  readonly user_aarch64_fpsimd_context_entry: UserAarch64FpsimdContextEntry;
  readonly pac_address_keys: PacAddressKeys;
  readonly pac_generic_keys: PacGenericKeys;
  readonly pac_keys: PacKeys;
  readonly user_aarch64_gcs_entry: UserAarch64GcsEntry;
  readonly thread_info_aarch64: ThreadInfoAarch64;
  readonly user_mips_regs_entry: UserMipsRegsEntry;
  readonly user_mips_fpregs_entry: UserMipsFpregsEntry;
  readonly thread_info_mips: ThreadInfoMips;
  readonly user_loongarch64_gpregs_entry: UserLoongarch64GpregsEntry;
  readonly user_loongarch64_fpregs_entry: UserLoongarch64FpregsEntry;
  readonly thread_info_loongarch64: ThreadInfoLoongarch64;
  readonly user_ppc64_regs_entry: UserPpc64RegsEntry;
  readonly user_ppc64_fpstate_entry: UserPpc64FpstateEntry;
  readonly user_ppc64_vrstate_entry: UserPpc64VrstateEntry;
  readonly user_ppc64_vsxstate_entry: UserPpc64VsxstateEntry;
  readonly user_ppc64_tm_regs_entry: UserPpc64TmRegsEntry;
  readonly thread_info_ppc64: ThreadInfoPpc64;
  readonly user_riscv64_regs_entry: UserRiscv64RegsEntry;
  readonly user_riscv64_d_ext_entry: UserRiscv64DExtEntry;
  readonly thread_info_riscv64: ThreadInfoRiscv64;
  readonly user_s390_regs_entry: UserS390RegsEntry;
  readonly user_s390_vxrs_low_entry: UserS390VxrsLowEntry;
  readonly user_s390_vxrs_high_entry: UserS390VxrsHighEntry;
  readonly user_s390_fpregs_entry: UserS390FpregsEntry;
  readonly user_s390_gs_cb_entry: UserS390GsCbEntry;
  readonly user_s390_ri_entry: UserS390RiEntry;
  readonly thread_info_s390: ThreadInfoS390;
  readonly user_x86_regs_entry: UserX86RegsEntry;
  readonly user_x86_cet_entry: UserX86CetEntry;
  readonly user_x86_xsave_entry: UserX86XsaveEntry;
  readonly user_x86_fpregs_entry: UserX86FpregsEntry;
  readonly user_desc_t: UserDescT;
  readonly thread_info_x86: ThreadInfoX86;
  readonly task_core_entry: TaskCoreEntry;
  readonly task_kobj_ids_entry: TaskKobjIdsEntry;
  readonly thread_sas_entry: ThreadSasEntry;
  readonly thread_core_entry: ThreadCoreEntry;
  readonly task_rlimits_entry: TaskRlimitsEntry;
  readonly core_entry: CoreEntry;
  readonly creds_entry: CredsEntry;
  readonly rseq_entry: RseqEntry;
  readonly rlimit_entry: RlimitEntry;
  readonly fs_entry: FsEntry;
  readonly seccomp_filter: SeccompFilter;
  readonly seccomp_entry: SeccompEntry;
  readonly plugins_entry: PluginsEntry;
  readonly inventory_entry: InventoryEntry;
  readonly pstree_entry: PstreeEntry;
  readonly cpuinfo_x86_entry: CpuinfoX86Entry;
  readonly cpuinfo_ppc64_entry: CpuinfoPpc64Entry;
  readonly cpuinfo_s390_entry: CpuinfoS390Entry;
  readonly cpuinfo_entry: CpuinfoEntry;
  readonly dump_stats_entry: DumpStatsEntry;
  readonly restore_stats_entry: RestoreStatsEntry;
  readonly stats_entry: StatsEntry;
  readonly ipc_desc_entry: IpcDescEntry;
  readonly ipc_sem_entry: IpcSemEntry;
  readonly ipc_msg: IpcMsg;
  readonly ipc_msg_entry: IpcMsgEntry;
  readonly ipc_shm_entry: IpcShmEntry;
  readonly ipc_var_entry: IpcVarEntry;
  readonly utsns_entry: UtsnsEntry;
  readonly uid_gid_extent: UidGidExtent;
  readonly userns_entry: UsernsEntry;
  readonly pidns_entry: PidnsEntry;
  readonly mnt_entry: MntEntry;
  readonly autofs_entry: AutofsEntry;
  readonly binfmt_misc_entry: BinfmtMiscEntry;
  readonly cgroup_perms: CgroupPerms;
  readonly cgroup_prop_entry: CgroupPropEntry;
  readonly cgroup_dir_entry: CgroupDirEntry;
  readonly cg_controller_entry: CgControllerEntry;
  readonly cg_member_entry: CgMemberEntry;
  readonly cg_set_entry: CgSetEntry;
  readonly cgroup_entry: CgroupEntry;
  readonly aa_policy: AaPolicy;
  readonly aa_namespace: AaNamespace;
  readonly apparmor_entry: ApparmorEntry;
  readonly net_device_entry: NetDeviceEntry;
  readonly netns_id: NetnsId;
  readonly netns_entry: NetnsEntry;
  readonly macvlan_link_entry: MacvlanLinkEntry;
  readonly sit_entry: SitEntry;
  readonly sysctl_entry: SysctlEntry;
}
