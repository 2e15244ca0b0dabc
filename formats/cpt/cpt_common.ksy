meta:
  id: cpt_common
  title: OpenVZ CPT, enumerations and objects used everywhere
  license: MIT
  ks-version: "0.10"
  endian: le
doc: |
  Numbers shared by all CPT objects, and the three small objects (BITS, REF, NAME) that occur in many
  sections. Enumerations of kernel values list what all kernels have in common; other values occur.
types:
  bits:
    doc: |
      Raw bytes, an object found in TASK (kernel stack, FPU state), MM (LDT), SKB (packet), TTY (input), INODE
      (pipe content) and SNMP_STATS (u32 counters). The header's content code tells the kind. The object
      SKFILTER inside SOCKET has the same form and holds a classic BPF program.
    seq:
      - id: size
        -orig-id: cpt_size
        type: u4
        if: hdrlen >= 24
        -unit: bytes
        doc: |
          Number of bytes of content in use; padding to a file position that is a multiple of 8 may follow.
          Absent in SNMP_STATS, where the content runs to the end of the object.
      - id: pad1
        -orig-id: __cpt_pad1
        type: u4
        if: hdrlen >= 24
        -pad: true
    instances:
      hdrlen:
        value: _io.size + 16
  ref:
    doc: Reference from the INODE of a terminal device to its TTY object. It has no content.
    seq:
      - id: pos
        -orig-id: cpt_pos
        type: u8
        -position-of: tty
        doc: Position of the TTY object.
  name:
    doc: |
      A text, usually a path. Content: the bytes, ended by a zero byte and padded with zeros to a file
      position that is a multiple of 8. Found in FILE, INODE, VFSMOUNT, CGROUPS, CGROUP, UTSNAME, NET_IPTABLES
      and INOTIFY. With content code DATA (kernels from 042stab054) the content is the tar archive of a tmpfs.
    seq:
      - id: len
        -orig-id: cpt_len
        type: u4
        if: hdrlen >= 24
        -unit: bytes
        doc: Length of the tar archive without padding. Absent (`hdrlen` 16) for texts and older archives.
      - id: pad
        -orig-id: cpt_pad
        type: u4
        if: hdrlen >= 24
        -pad: true
    instances:
      hdrlen:
        value: _io.size + 16
enums:
  object_type:
    0:
      id: task
      -orig-id: CPT_OBJ_TASK
    1:
      id: mm
      -orig-id: CPT_OBJ_MM
    2:
      id: fs
      -orig-id: CPT_OBJ_FS
    3:
      id: files
      -orig-id: CPT_OBJ_FILES
    4:
      id: file
      -orig-id: CPT_OBJ_FILE
    5:
      id: sighand_struct
      -orig-id: CPT_OBJ_SIGHAND_STRUCT
    6:
      id: signal_struct
      -orig-id: CPT_OBJ_SIGNAL_STRUCT
    7:
      id: tty
      -orig-id: CPT_OBJ_TTY
    8:
      id: socket
      -orig-id: CPT_OBJ_SOCKET
    9:
      id: sysvsem_undo
      -orig-id: CPT_OBJ_SYSVSEM_UNDO
    10:
      id: namespace
      -orig-id: CPT_OBJ_NAMESPACE
    11:
      id: sysv_shm
      -orig-id: CPT_OBJ_SYSV_SHM
    12:
      id: inode
      -orig-id: CPT_OBJ_INODE
    13:
      id: ubc
      -orig-id: CPT_OBJ_UBC
    14:
      id: slm_sgreg
      -orig-id: CPT_OBJ_SLM_SGREG
    15:
      id: slm_regobj
      -orig-id: CPT_OBJ_SLM_REGOBJ
    16:
      id: slm_mm
      -orig-id: CPT_OBJ_SLM_MM
    17:
      id: vfsmount_ref
      -orig-id: CPT_OBJ_VFSMOUNT_REF
    18:
      id: cgroup
      -orig-id: CPT_OBJ_CGROUP
    19:
      id: cgroups
      -orig-id: CPT_OBJ_CGROUPS
    20:
      id: posix_timer_list
      -orig-id: CPT_OBJ_POSIX_TIMER_LIST
    21:
      id: vfsmount_missed_ref
      -orig-id: CPT_OBJ_VFSMOUNT_MISSED_REF
    1024:
      id: vma
      -orig-id: CPT_OBJ_VMA
    1025:
      id: filedesc
      -orig-id: CPT_OBJ_FILEDESC
    1026:
      id: sighandler
      -orig-id: CPT_OBJ_SIGHANDLER
    1027:
      id: siginfo
      -orig-id: CPT_OBJ_SIGINFO
    1028:
      id: lastsiginfo
      -orig-id: CPT_OBJ_LASTSIGINFO
    1029:
      id: sysv_sem
      -orig-id: CPT_OBJ_SYSV_SEM
    1030:
      id: skb
      -orig-id: CPT_OBJ_SKB
    1031:
      id: flock
      -orig-id: CPT_OBJ_FLOCK
    1032:
      id: openreq
      -orig-id: CPT_OBJ_OPENREQ
    1033:
      id: vfsmount
      -orig-id: CPT_OBJ_VFSMOUNT
    1034:
      id: trailer
      -orig-id: CPT_OBJ_TRAILER
    1035:
      id: sysvsem_undo_rec
      -orig-id: CPT_OBJ_SYSVSEM_UNDO_REC
    1036:
      id: net_device
      -orig-id: CPT_OBJ_NET_DEVICE
    1037:
      id: net_ifaddr
      -orig-id: CPT_OBJ_NET_IFADDR
    1038:
      id: net_route
      -orig-id: CPT_OBJ_NET_ROUTE
    1039:
      id: net_conntrack
      -orig-id: CPT_OBJ_NET_CONNTRACK
    1040:
      id: net_conntrack_expect
      -orig-id: CPT_OBJ_NET_CONNTRACK_EXPECT
    1041:
      id: aio_context
      -orig-id: CPT_OBJ_AIO_CONTEXT
    1042:
      id: veinfo
      -orig-id: CPT_OBJ_VEINFO
    1043:
      id: epoll
      -orig-id: CPT_OBJ_EPOLL
    1044:
      id: epoll_file
      -orig-id: CPT_OBJ_EPOLL_FILE
    1045:
      id: skfilter
      -orig-id: CPT_OBJ_SKFILTER
    1046:
      id: sigaltstack
      -orig-id: CPT_OBJ_SIGALTSTACK
    1047:
      id: sock_mcaddr
      -orig-id: CPT_OBJ_SOCK_MCADDR
    1048:
      id: bind_mnt
      -orig-id: CPT_OBJ_BIND_MNT
    1049:
      id: sysvmsg
      -orig-id: CPT_OBJ_SYSVMSG
    1050:
      id: sysvmsg_msg
      -orig-id: CPT_OBJ_SYSVMSG_MSG
    1051:
      id: mm_auxv
      -orig-id: CPT_OBJ_MM_AUXV
    1052:
      id: net_idev_cnf
      -orig-id: CPT_OBJ_NET_IDEV_CNF
    4096:
      id: x86_regs
      -orig-id: CPT_OBJ_X86_REGS
    4097:
      id: x86_64_regs
      -orig-id: CPT_OBJ_X86_64_REGS
    4098:
      id: pages
      -orig-id: CPT_OBJ_PAGES
    4099:
      id: copypages
      -orig-id: CPT_OBJ_COPYPAGES
    4100:
      id: remappages
      -orig-id: CPT_OBJ_REMAPPAGES
    4101:
      id: lazypages
      -orig-id: CPT_OBJ_LAZYPAGES
    4102:
      id: name
      -orig-id: CPT_OBJ_NAME
    4103:
      id: bits
      -orig-id: CPT_OBJ_BITS
    4104:
      id: ref
      -orig-id: CPT_OBJ_REF
    4105:
      id: iterpages
      -orig-id: CPT_OBJ_ITERPAGES
    4106:
      id: iteryoungpages
      -orig-id: CPT_OBJ_ITERYOUNGPAGES
    4107:
      id: vsyscall
      -orig-id: CPT_OBJ_VSYSCALL
    4108:
      id: ia64_regs
      -orig-id: CPT_OBJ_IA64_REGS
    4109:
      id: inotify
      -orig-id: CPT_OBJ_INOTIFY
    4110:
      id: inotify_watch
      -orig-id: CPT_OBJ_INOTIFY_WATCH
    4111:
      id: inotify_event
      -orig-id: CPT_OBJ_INOTIFY_EVENT
    4112:
      id: task_aux
      -orig-id: CPT_OBJ_TASK_AUX
    4113:
      id: net_tuntap
      -orig-id: CPT_OBJ_NET_TUNTAP
    4114:
      id: net_hwaddr
      -orig-id: CPT_OBJ_NET_HWADDR
    4115:
      id: net_veth
      -orig-id: CPT_OBJ_NET_VETH
    4116:
      id: net_stats
      -orig-id: CPT_OBJ_NET_STATS
    4117:
      id: net_ipip_tunnel
      -orig-id: CPT_OBJ_NET_IPIP_TUNNEL
    4118:
      id: timerfd
      -orig-id: CPT_OBJ_TIMERFD
    4119:
      id: eventfd
      -orig-id: CPT_OBJ_EVENTFD
    4120:
      id: net_br
      -orig-id: CPT_OBJ_NET_BR
    4121:
      id: net_br_dev
      -orig-id: CPT_OBJ_NET_BR_DEV
    4122:
      id: mount_data
      -orig-id: CPT_OBJ_MOUNT_DATA
    4123:
      id: posix_timer
      -orig-id: CPT_OBJ_POSIX_TIMER
    4124:
      id: sock_packet
      -orig-id: CPT_OBJ_SOCK_PACKET
    4125:
      id: sock_packet_mc
      -orig-id: CPT_OBJ_SOCK_PACKET_MC
    16777216:
      id: net_tap_filter
      -orig-id: CPT_OBJ_NET_TAP_FILTER
  section_type:
    0:
      id: error
      -orig-id: CPT_SECT_ERROR
    1:
      id: veinfo
      -orig-id: CPT_SECT_VEINFO
    2:
      id: files
      -orig-id: CPT_SECT_FILES
    3:
      id: tasks
      -orig-id: CPT_SECT_TASKS
    4:
      id: mm
      -orig-id: CPT_SECT_MM
    5:
      id: files_struct
      -orig-id: CPT_SECT_FILES_STRUCT
    6:
      id: fs
      -orig-id: CPT_SECT_FS
    7:
      id: sighand_struct
      -orig-id: CPT_SECT_SIGHAND_STRUCT
    8:
      id: tty
      -orig-id: CPT_SECT_TTY
    9:
      id: socket
      -orig-id: CPT_SECT_SOCKET
    10:
      id: namespace
      -orig-id: CPT_SECT_NAMESPACE
    11:
      id: sysvsem_undo
      -orig-id: CPT_SECT_SYSVSEM_UNDO
    12:
      id: inode
      -orig-id: CPT_SECT_INODE
    13:
      id: sysv_shm
      -orig-id: CPT_SECT_SYSV_SHM
    14:
      id: sysv_sem
      -orig-id: CPT_SECT_SYSV_SEM
    15:
      id: orphans
      -orig-id: CPT_SECT_ORPHANS
    16:
      id: net_device
      -orig-id: CPT_SECT_NET_DEVICE
    17:
      id: net_ifaddr
      -orig-id: CPT_SECT_NET_IFADDR
    18:
      id: net_route
      -orig-id: CPT_SECT_NET_ROUTE
    19:
      id: net_iptables
      -orig-id: CPT_SECT_NET_IPTABLES
    20:
      id: net_conntrack
      -orig-id: CPT_SECT_NET_CONNTRACK
    21:
      id: net_conntrack_ve0
      -orig-id: CPT_SECT_NET_CONNTRACK_VE0
    22:
      id: utsname
      -orig-id: CPT_SECT_UTSNAME
    23:
      id: trailer
      -orig-id: CPT_SECT_TRAILER
    24:
      id: ubc
      -orig-id: CPT_SECT_UBC
    25:
      id: slm_sgregs
      -orig-id: CPT_SECT_SLM_SGREGS
    26:
      id: slm_regobjs
      -orig-id: CPT_SECT_SLM_REGOBJS
    27:
      id: epoll
      -orig-id: CPT_SECT_EPOLL
    28:
      id: vsyscall
      -orig-id: CPT_SECT_VSYSCALL
    29:
      id: inotify
      -orig-id: CPT_SECT_INOTIFY
    30:
      id: sysv_msg
      -orig-id: CPT_SECT_SYSV_MSG
    31:
      id: snmp_stats
      -orig-id: CPT_SECT_SNMP_STATS
    32:
      id: cgroups
      -orig-id: CPT_SECT_CGROUPS
    33:
      id: posix_timers
      -orig-id: CPT_SECT_POSIX_TIMERS
    34:
      id: net_ip6tables
      -orig-id: CPT_SECT_NET_IP6TABLES
  content_type:
    0:
      id: void
      -orig-id: CPT_CONTENT_VOID
    1:
      id: array
      -orig-id: CPT_CONTENT_ARRAY
    2:
      id: data
      -orig-id: CPT_CONTENT_DATA
    3:
      id: name
      -orig-id: CPT_CONTENT_NAME
    4:
      id: stack
      -orig-id: CPT_CONTENT_STACK
    5:
      id: x86_fpustate_old
      -orig-id: CPT_CONTENT_X86_FPUSTATE_OLD
    6:
      id: x86_fpustate
      -orig-id: CPT_CONTENT_X86_FPUSTATE
    7:
      id: mm_context
      -orig-id: CPT_CONTENT_MM_CONTEXT
    8:
      id: semarray
      -orig-id: CPT_CONTENT_SEMARRAY
    9:
      id: semundo
      -orig-id: CPT_CONTENT_SEMUNDO
    10:
      id: nlmarray
      -orig-id: CPT_CONTENT_NLMARRAY
    11:
      id: x86_xsave
      -orig-id: CPT_CONTENT_X86_XSAVE
    12:
      id: pram
      -orig-id: CPT_CONTENT_PRAM
  image_version:
    0:
      id: v2_6_8
      -orig-id: v2_6_CPT_VERSION_8
    256:
      id: v2_6_9
      -orig-id: v2_6_CPT_VERSION_9
    257:
      id: v2_6_9_1
      -orig-id: v2_6_CPT_VERSION_9_1
    258:
      id: v2_6_9_2
      -orig-id: v2_6_CPT_VERSION_9_2
    512:
      id: v2_6_16
      -orig-id: v2_6_CPT_VERSION_16
    768:
      id: v2_6_18
      -orig-id: v2_6_CPT_VERSION_18
    769:
      id: v2_6_18_1
      -orig-id: v2_6_CPT_VERSION_18_1
    770:
      id: v2_6_18_2
      -orig-id: v2_6_CPT_VERSION_18_2
    771:
      id: v2_6_18_3
      -orig-id: v2_6_CPT_VERSION_18_3
    772:
      id: v2_6_18_4
      -orig-id: v2_6_CPT_VERSION_18_4
    1024:
      id: v2_6_20
      -orig-id: v2_6_CPT_VERSION_20
    1280:
      id: v2_6_24
      -orig-id: v2_6_CPT_VERSION_24
    1536:
      id: v2_6_26
      -orig-id: v2_6_CPT_VERSION_26
    1792:
      id: v2_6_27
      -orig-id: v2_6_CPT_VERSION_27
    1795:
      id: v2_6_27_3
      -orig-id: v2_6_CPT_VERSION_27_3
    2048:
      id: v2_6_32
      -orig-id: v2_6_CPT_VERSION_32
    2049:
      id: v2_6_32_1
      -orig-id: v2_6_CPT_VERSION_32_1
    2050:
      id: v2_6_32_2
      -orig-id: v2_6_CPT_VERSION_32_2
    2051:
      id: v2_6_32_3
      -orig-id: v2_6_CPT_VERSION_32_3
  os_arch:
    0:
      id: i386
      -orig-id: CPT_OS_ARCH_I386
    1:
      id: emt64
      -orig-id: CPT_OS_ARCH_EMT64
    2:
      id: ia64
      -orig-id: CPT_OS_ARCH_IA64
  dentry_flag:
    1:
      id: deleted
      -orig-id: CPT_DENTRY_DELETED
    2:
      id: root
      -orig-id: CPT_DENTRY_ROOT
    4:
      id: cloning
      -orig-id: CPT_DENTRY_CLONING
    8:
      id: proc
      -orig-id: CPT_DENTRY_PROC
    16:
      id: epoll
      -orig-id: CPT_DENTRY_EPOLL
    32:
      id: replaced
      -orig-id: CPT_DENTRY_REPLACED
    64:
      id: inotify
      -orig-id: CPT_DENTRY_INOTIFY
    128:
      id: futex
      -orig-id: CPT_DENTRY_FUTEX
    256:
      id: tuntap
      -orig-id: CPT_DENTRY_TUNTAP
    512:
      id: procpid_dead
      -orig-id: CPT_DENTRY_PROCPID_DEAD
    1024:
      id: hardlinked
      -orig-id: CPT_DENTRY_HARDLINKED
    2048:
      id: signalfd
      -orig-id: CPT_DENTRY_SIGNALFD
    4096:
      id: timerfd
      -orig-id: CPT_DENTRY_TIMERFD
    8192:
      id: eventfd
      -orig-id: CPT_DENTRY_EVENTFD
    16384:
      id: fakefile
      -orig-id: CPT_DENTRY_FAKEFILE
    131072:
      id: sillyrename
      -orig-id: CPT_DENTRY_SILLYRENAME
  vma_type:
    0:
      id: ordinary
      -orig-id: CPT_VMA_TYPE_0
    1:
      id: shm
      -orig-id: CPT_VMA_TYPE_SHM
    2:
      id: vdso
      -orig-id: CPT_VMA_VDSO
    3:
      id: vdso_old
      -orig-id: CPT_VMA_VDSO_OLD
  restart_block_kind:
    0:
      id: none
      -orig-id: CPT_RBL_0
    1:
      id: nanosleep
      -orig-id: CPT_RBL_NANOSLEEP
    2:
      id: compat_nanosleep
      -orig-id: CPT_RBL_COMPAT_NANOSLEEP
    3:
      id: poll
      -orig-id: CPT_RBL_POLL
    4:
      id: futex_wait
      -orig-id: CPT_RBL_FUTEX_WAIT
    5:
      id: posix_cpu_nsleep
      -orig-id: CPT_RBL_POSIX_CPU_NSLEEP
  skb_queue:
    0:
      id: nq
      -orig-id: CPT_SKB_NQ
    1:
      id: rq
      -orig-id: CPT_SKB_RQ
    2:
      id: wq
      -orig-id: CPT_SKB_WQ
    3:
      id: ofoq
      -orig-id: CPT_SKB_OFOQ
  pgrp_type:
    0:
      id: normal
      -orig-id: CPT_PGRP_NORMAL
    1:
      id: orphan
      -orig-id: CPT_PGRP_ORPHAN
    2:
      id: stray
      -orig-id: CPT_PGRP_STRAY
  segment:
    0:
      id: zero
      -orig-id: CPT_SEG_ZERO
    1:
      id: tls1
      -orig-id: CPT_SEG_TLS1
    2:
      id: tls2
      -orig-id: CPT_SEG_TLS2
    3:
      id: tls3
      -orig-id: CPT_SEG_TLS3
    4:
      id: user32_ds
      -orig-id: CPT_SEG_USER32_DS
    5:
      id: user32_cs
      -orig-id: CPT_SEG_USER32_CS
    6:
      id: user64_ds
      -orig-id: CPT_SEG_USER64_DS
    7:
      id: user64_cs
      -orig-id: CPT_SEG_USER64_CS
    256:
      id: ldt
      -orig-id: CPT_SEG_LDT
  mount_flag:
    1:
      id: nosuid
      -orig-id: MNT_NOSUID
    2:
      id: nodev
      -orig-id: MNT_NODEV
    4:
      id: noexec
      -orig-id: MNT_NOEXEC
    8:
      id: noatime
      -orig-id: MNT_NOATIME
    16:
      id: nodiratime
      -orig-id: MNT_NODIRATIME
    32:
      id: relatime
      -orig-id: MNT_RELATIME
    64:
      id: readonly
      -orig-id: MNT_READONLY
    4096:
      id: shared
      -orig-id: MNT_SHARED
    8192:
      id: unbindable
      -orig-id: MNT_UNBINDABLE
    268435456:
      id: ploop
      -orig-id: CPT_MNT_PLOOP
    536870912:
      id: delayfs
      -orig-id: CPT_MNT_DELAYFS
    1073741824:
      id: ext
      -orig-id: CPT_MNT_EXT
    2147483648:
      id: bind
      -orig-id: CPT_MNT_BIND
  tunnel_flag:
    1:
      id: fbdev
      -orig-id: CPT_TUNNEL_FBDEV
    2:
      id: sit
      -orig-id: CPT_TUNNEL_SIT
    4:
      id: gre
      -orig-id: CPT_TUNNEL_GRE
    8:
      id: gre_tap
      -orig-id: CPT_TUNNEL_GRE_TAP
  fd_flag:
    1:
      id: closeexec
      -orig-id: CPT_FD_FLAG_CLOSEEXEC
  flock_flag:
    1:
      id: posix
      -orig-id: FL_POSIX
    2:
      id: flock
      -orig-id: FL_FLOCK
    8:
      id: access
      -orig-id: FL_ACCESS
    32:
      id: lease
      -orig-id: FL_LEASE
    64:
      id: close
      -orig-id: FL_CLOSE
    128:
      id: sleep
      -orig-id: FL_SLEEP
    65536:
      id: delayed
      -orig-id: CPT_FLOCK_DELAYED
  sock_flag:
    1:
      id: deleted
      -orig-id: CPT_SOCK_DELETED
    2:
      id: delayed
      -orig-id: CPT_SOCK_DELAYED
  signal_flag:
    1:
      id: stop_stopped
      -orig-id: CPT_SIGNAL_STOP_STOPPED
    2:
      id: stop_continued
      -orig-id: CPT_SIGNAL_STOP_CONTINUED
    4:
      id: cld_stopped
      -orig-id: CPT_SIGNAL_CLD_STOPPED
    8:
      id: cld_continued
      -orig-id: CPT_SIGNAL_CLD_CONTINUED
  cgroup_flag:
    1:
      id: notify_on_release
      -orig-id: CPT_CGRP_NOTIFY_ON_RELEASE
    2:
      id: self_destruction
      -orig-id: CPT_CGRP_SELF_DESTRUCTION
  ub_flag:
    1:
      id: nostore
      -orig-id: CPT_UB_NOSTORE
  ve_feature:
    1: sysfs
    2: nfs
    4: def_perms
    8: sit
    16: ipip
    32: ppp
    64: ipgre
    128: bridge
    256: nfsd
  # Values of struct socket and struct sock.
  socket_family:
    0:
      id: unspec
      -orig-id: AF_UNSPEC
    1:
      id: unix
      -orig-id: AF_UNIX
    2:
      id: inet
      -orig-id: AF_INET
    10:
      id: inet6
      -orig-id: AF_INET6
    16:
      id: netlink
      -orig-id: AF_NETLINK
    17:
      id: packet
      -orig-id: AF_PACKET
  socket_type:
    1:
      id: stream
      -orig-id: SOCK_STREAM
    2:
      id: dgram
      -orig-id: SOCK_DGRAM
    3:
      id: raw
      -orig-id: SOCK_RAW
    4:
      id: rdm
      -orig-id: SOCK_RDM
    5:
      id: seqpacket
      -orig-id: SOCK_SEQPACKET
    6:
      id: dccp
      -orig-id: SOCK_DCCP
    10:
      id: packet
      -orig-id: SOCK_PACKET
  socket_state:
    0:
      id: free
      -orig-id: SS_FREE
    1:
      id: unconnected
      -orig-id: SS_UNCONNECTED
    2:
      id: connecting
      -orig-id: SS_CONNECTING
    3:
      id: connected
      -orig-id: SS_CONNECTED
    4:
      id: disconnecting
      -orig-id: SS_DISCONNECTING
  tcp_state:
    1:
      id: established
      -orig-id: TCP_ESTABLISHED
    2:
      id: syn_sent
      -orig-id: TCP_SYN_SENT
    3:
      id: syn_recv
      -orig-id: TCP_SYN_RECV
    4:
      id: fin_wait1
      -orig-id: TCP_FIN_WAIT1
    5:
      id: fin_wait2
      -orig-id: TCP_FIN_WAIT2
    6:
      id: time_wait
      -orig-id: TCP_TIME_WAIT
    7:
      id: close
      -orig-id: TCP_CLOSE
    8:
      id: close_wait
      -orig-id: TCP_CLOSE_WAIT
    9:
      id: last_ack
      -orig-id: TCP_LAST_ACK
    10:
      id: listen
      -orig-id: TCP_LISTEN
    11:
      id: closing
      -orig-id: TCP_CLOSING
  shutdown_flag:
    1:
      id: rcv
      -orig-id: RCV_SHUTDOWN
    2:
      id: send
      -orig-id: SEND_SHUTDOWN
  sock_userlock:
    1:
      id: sndbuf_lock
      -orig-id: SOCK_SNDBUF_LOCK
    2:
      id: rcvbuf_lock
      -orig-id: SOCK_RCVBUF_LOCK
    4:
      id: bindaddr_lock
      -orig-id: SOCK_BINDADDR_LOCK
    8:
      id: bindport_lock
      -orig-id: SOCK_BINDPORT_LOCK
  sk_flag:
    1:
      id: dead
      -orig-id: SOCK_DEAD
    2:
      id: done
      -orig-id: SOCK_DONE
    4:
      id: urginline
      -orig-id: SOCK_URGINLINE
    8:
      id: keepopen
      -orig-id: SOCK_KEEPOPEN
    16:
      id: linger
      -orig-id: SOCK_LINGER
    32:
      id: destroy
      -orig-id: SOCK_DESTROY
    64:
      id: broadcast
      -orig-id: SOCK_BROADCAST
    128:
      id: timestamp
      -orig-id: SOCK_TIMESTAMP
    256:
      id: zapped
      -orig-id: SOCK_ZAPPED
    512:
      id: use_write_queue
      -orig-id: SOCK_USE_WRITE_QUEUE
    1024:
      id: dbg
      -orig-id: SOCK_DBG
    2048:
      id: rcvtstamp
      -orig-id: SOCK_RCVTSTAMP
  tcp_nagle_flag:
    1:
      id: off
      -orig-id: TCP_NAGLE_OFF
    2:
      id: cork
      -orig-id: TCP_NAGLE_CORK
    4:
      id: push
      -orig-id: TCP_NAGLE_PUSH
  multicast_filter_mode:
    0:
      id: exclude
      -orig-id: MCAST_EXCLUDE
    1:
      id: include
      -orig-id: MCAST_INCLUDE
  packet_membership:
    0:
      id: multicast
      -orig-id: PACKET_MR_MULTICAST
    1:
      id: promisc
      -orig-id: PACKET_MR_PROMISC
    2:
      id: allmulti
      -orig-id: PACKET_MR_ALLMULTI
    3:
      id: unicast
      -orig-id: PACKET_MR_UNICAST
  net_device_flag:
    1:
      id: up
      -orig-id: IFF_UP
    2:
      id: broadcast
      -orig-id: IFF_BROADCAST
    4:
      id: debug
      -orig-id: IFF_DEBUG
    8:
      id: loopback
      -orig-id: IFF_LOOPBACK
    16:
      id: pointopoint
      -orig-id: IFF_POINTOPOINT
    32:
      id: notrailers
      -orig-id: IFF_NOTRAILERS
    64:
      id: running
      -orig-id: IFF_RUNNING
    128:
      id: noarp
      -orig-id: IFF_NOARP
    256:
      id: promisc
      -orig-id: IFF_PROMISC
    512:
      id: allmulti
      -orig-id: IFF_ALLMULTI
    1024:
      id: master
      -orig-id: IFF_MASTER
    2048:
      id: slave
      -orig-id: IFF_SLAVE
    4096:
      id: multicast
      -orig-id: IFF_MULTICAST
    8192:
      id: portsel
      -orig-id: IFF_PORTSEL
    16384:
      id: automedia
      -orig-id: IFF_AUTOMEDIA
    32768:
      id: dynamic
      -orig-id: IFF_DYNAMIC
    65536:
      id: lower_up
      -orig-id: IFF_LOWER_UP
    131072:
      id: dormant
      -orig-id: IFF_DORMANT
    262144:
      id: echo
      -orig-id: IFF_ECHO
  # Values of struct task_struct. Kernels before 2.6.25 have 4 and 8 where later ones have 132 and 136.
  task_state:
    2:
      id: frozen
      -orig-id: TASK_UNINTERRUPTIBLE
    4:
      id: stopped_old
      -orig-id: __TASK_STOPPED
    8:
      id: traced_old
      -orig-id: __TASK_TRACED
    16:
      id: zombie
      -orig-id: EXIT_ZOMBIE
    32:
      id: dead
      -orig-id: EXIT_DEAD
    132:
      id: stopped
      -orig-id: TASK_STOPPED
    136:
      id: traced
      -orig-id: TASK_TRACED
  task_flag:
    4:
      id: exiting
      -orig-id: PF_EXITING
    64:
      id: forknoexec
      -orig-id: PF_FORKNOEXEC
    256:
      id: superpriv
      -orig-id: PF_SUPERPRIV
    512:
      id: dumpcore
      -orig-id: PF_DUMPCORE
    1024:
      id: signaled
      -orig-id: PF_SIGNALED
  sched_policy:
    0:
      id: normal
      -orig-id: SCHED_NORMAL
    1:
      id: fifo
      -orig-id: SCHED_FIFO
    2:
      id: rr
      -orig-id: SCHED_RR
    3:
      id: batch
      -orig-id: SCHED_BATCH
    5:
      id: idle
      -orig-id: SCHED_IDLE
  clock_id:
    0:
      id: realtime
      -orig-id: CLOCK_REALTIME
    1:
      id: monotonic
      -orig-id: CLOCK_MONOTONIC
    2:
      id: process_cputime_id
      -orig-id: CLOCK_PROCESS_CPUTIME_ID
    3:
      id: thread_cputime_id
      -orig-id: CLOCK_THREAD_CPUTIME_ID
    4:
      id: monotonic_raw
      -orig-id: CLOCK_MONOTONIC_RAW
    5:
      id: realtime_coarse
      -orig-id: CLOCK_REALTIME_COARSE
    6:
      id: monotonic_coarse
      -orig-id: CLOCK_MONOTONIC_COARSE
    7:
      id: boottime
      -orig-id: CLOCK_BOOTTIME
  sigev_notify:
    0:
      id: signal
      -orig-id: SIGEV_SIGNAL
    1:
      id: none
      -orig-id: SIGEV_NONE
    2:
      id: thread
      -orig-id: SIGEV_THREAD
    4:
      id: thread_id
      -orig-id: SIGEV_THREAD_ID
  sa_flag:
    1:
      id: nocldstop
      -orig-id: SA_NOCLDSTOP
    2:
      id: nocldwait
      -orig-id: SA_NOCLDWAIT
    4:
      id: siginfo
      -orig-id: SA_SIGINFO
    67108864:
      id: restorer
      -orig-id: SA_RESTORER
    134217728:
      id: onstack
      -orig-id: SA_ONSTACK
    268435456:
      id: restart
      -orig-id: SA_RESTART
    1073741824:
      id: nodefer
      -orig-id: SA_NODEFER
    2147483648:
      id: resethand
      -orig-id: SA_RESETHAND
  # Bit numbers. OpenVZ kernels use bit 30 also for administration inside a container.
  capability:
    0:
      id: chown
      -orig-id: CAP_CHOWN
    1:
      id: dac_override
      -orig-id: CAP_DAC_OVERRIDE
    2:
      id: dac_read_search
      -orig-id: CAP_DAC_READ_SEARCH
    3:
      id: fowner
      -orig-id: CAP_FOWNER
    4:
      id: fsetid
      -orig-id: CAP_FSETID
    5:
      id: kill
      -orig-id: CAP_KILL
    6:
      id: setgid
      -orig-id: CAP_SETGID
    7:
      id: setuid
      -orig-id: CAP_SETUID
    8:
      id: setpcap
      -orig-id: CAP_SETPCAP
    9:
      id: linux_immutable
      -orig-id: CAP_LINUX_IMMUTABLE
    10:
      id: net_bind_service
      -orig-id: CAP_NET_BIND_SERVICE
    11:
      id: net_broadcast
      -orig-id: CAP_NET_BROADCAST
    12:
      id: net_admin
      -orig-id: CAP_NET_ADMIN
    13:
      id: net_raw
      -orig-id: CAP_NET_RAW
    14:
      id: ipc_lock
      -orig-id: CAP_IPC_LOCK
    15:
      id: ipc_owner
      -orig-id: CAP_IPC_OWNER
    16:
      id: sys_module
      -orig-id: CAP_SYS_MODULE
    17:
      id: sys_rawio
      -orig-id: CAP_SYS_RAWIO
    18:
      id: sys_chroot
      -orig-id: CAP_SYS_CHROOT
    19:
      id: sys_ptrace
      -orig-id: CAP_SYS_PTRACE
    20:
      id: sys_pacct
      -orig-id: CAP_SYS_PACCT
    21:
      id: sys_admin
      -orig-id: CAP_SYS_ADMIN
    22:
      id: sys_boot
      -orig-id: CAP_SYS_BOOT
    23:
      id: sys_nice
      -orig-id: CAP_SYS_NICE
    24:
      id: sys_resource
      -orig-id: CAP_SYS_RESOURCE
    25:
      id: sys_time
      -orig-id: CAP_SYS_TIME
    26:
      id: sys_tty_config
      -orig-id: CAP_SYS_TTY_CONFIG
    27:
      id: mknod
      -orig-id: CAP_MKNOD
    28:
      id: lease
      -orig-id: CAP_LEASE
    29:
      id: audit_write
      -orig-id: CAP_AUDIT_WRITE
    30:
      id: audit_control
      -orig-id: CAP_AUDIT_CONTROL
    31:
      id: setfcap
      -orig-id: CAP_SETFCAP
    32:
      id: mac_override
      -orig-id: CAP_MAC_OVERRIDE
    33:
      id: mac_admin
      -orig-id: CAP_MAC_ADMIN
  # Bits of an area that all kernels from 2.6.18 to 2.6.32 number alike; 0x8000000 is unused in 2.6.18.
  vm_flag:
    1:
      id: read
      -orig-id: VM_READ
    2:
      id: write
      -orig-id: VM_WRITE
    4:
      id: exec
      -orig-id: VM_EXEC
    8:
      id: shared
      -orig-id: VM_SHARED
    16:
      id: mayread
      -orig-id: VM_MAYREAD
    32:
      id: maywrite
      -orig-id: VM_MAYWRITE
    64:
      id: mayexec
      -orig-id: VM_MAYEXEC
    128:
      id: mayshare
      -orig-id: VM_MAYSHARE
    256:
      id: growsdown
      -orig-id: VM_GROWSDOWN
    512:
      id: growsup
      -orig-id: VM_GROWSUP
    1024:
      id: pfnmap
      -orig-id: VM_PFNMAP
    2048:
      id: denywrite
      -orig-id: VM_DENYWRITE
    4096:
      id: executable
      -orig-id: VM_EXECUTABLE
    8192:
      id: locked
      -orig-id: VM_LOCKED
    16384:
      id: io
      -orig-id: VM_IO
    32768:
      id: seq_read
      -orig-id: VM_SEQ_READ
    65536:
      id: rand_read
      -orig-id: VM_RAND_READ
    131072:
      id: dontcopy
      -orig-id: VM_DONTCOPY
    262144:
      id: dontexpand
      -orig-id: VM_DONTEXPAND
    524288:
      id: reserved
      -orig-id: VM_RESERVED
    1048576:
      id: account
      -orig-id: VM_ACCOUNT
    2097152:
      id: noreserve
      -orig-id: VM_NORESERVE
    4194304:
      id: hugetlb
      -orig-id: VM_HUGETLB
    8388608:
      id: nonlinear
      -orig-id: VM_NONLINEAR
    16777216:
      id: mapped_copy
      -orig-id: VM_MAPPED_COPY
    33554432:
      id: insertpage
      -orig-id: VM_INSERTPAGE
    67108864:
      id: alwaysdump
      -orig-id: VM_ALWAYSDUMP
    134217728:
      id: can_nonlinear
      -orig-id: VM_CAN_NONLINEAR
    268435456:
      id: mixedmap
      -orig-id: VM_MIXEDMAP
  mm_flag:
    1:
      id: dumpable
      -orig-id: MMF_DUMPABLE
    2:
      id: dump_securely
      -orig-id: MMF_DUMP_SECURELY
    4:
      id: dump_anon_private
      -orig-id: MMF_DUMP_ANON_PRIVATE
    8:
      id: dump_anon_shared
      -orig-id: MMF_DUMP_ANON_SHARED
    16:
      id: dump_mapped_private
      -orig-id: MMF_DUMP_MAPPED_PRIVATE
    32:
      id: dump_mapped_shared
      -orig-id: MMF_DUMP_MAPPED_SHARED
    64:
      id: dump_elf_headers
      -orig-id: MMF_DUMP_ELF_HEADERS
    128:
      id: dump_hugetlb_private
      -orig-id: MMF_DUMP_HUGETLB_PRIVATE
    256:
      id: dump_hugetlb_shared
      -orig-id: MMF_DUMP_HUGETLB_SHARED
    65536:
      id: vm_mergeable
      -orig-id: MMF_VM_MERGEABLE
    131072:
      id: vm_hugepage
      -orig-id: MMF_VM_HUGEPAGE
    262144:
      id: exe_file_changed
      -orig-id: MMF_EXE_FILE_CHANGED
  # Values of files and file systems. Access is in bits 0 and 1 of open_flag; neither set = read only.
  open_flag:
    1:
      id: wronly
      -orig-id: O_WRONLY
    2:
      id: rdwr
      -orig-id: O_RDWR
    32:
      id: exec
      -orig-id: FMODE_EXEC
    64:
      id: creat
      -orig-id: O_CREAT
    128:
      id: excl
      -orig-id: O_EXCL
    256:
      id: noctty
      -orig-id: O_NOCTTY
    512:
      id: trunc
      -orig-id: O_TRUNC
    1024:
      id: append
      -orig-id: O_APPEND
    2048:
      id: nonblock
      -orig-id: O_NONBLOCK
    4096:
      id: dsync
      -orig-id: O_DSYNC
    8192:
      id: fasync
      -orig-id: FASYNC
    16384:
      id: direct
      -orig-id: O_DIRECT
    32768:
      id: largefile
      -orig-id: O_LARGEFILE
    65536:
      id: directory
      -orig-id: O_DIRECTORY
    131072:
      id: nofollow
      -orig-id: O_NOFOLLOW
    262144:
      id: noatime
      -orig-id: O_NOATIME
    524288:
      id: cloexec
      -orig-id: O_CLOEXEC
  file_mode:
    1:
      id: read
      -orig-id: FMODE_READ
    2:
      id: write
      -orig-id: FMODE_WRITE
    4:
      id: lseek
      -orig-id: FMODE_LSEEK
    8:
      id: pread
      -orig-id: FMODE_PREAD
    16:
      id: pwrite
      -orig-id: FMODE_PWRITE
    32:
      id: exec
      -orig-id: FMODE_EXEC
  super_flag:
    1:
      id: rdonly
      -orig-id: MS_RDONLY
    2:
      id: nosuid
      -orig-id: MS_NOSUID
    4:
      id: nodev
      -orig-id: MS_NODEV
    8:
      id: noexec
      -orig-id: MS_NOEXEC
    16:
      id: synchronous
      -orig-id: MS_SYNCHRONOUS
    32:
      id: remount
      -orig-id: MS_REMOUNT
    64:
      id: mandlock
      -orig-id: MS_MANDLOCK
    128:
      id: dirsync
      -orig-id: MS_DIRSYNC
    1024:
      id: noatime
      -orig-id: MS_NOATIME
    2048:
      id: nodiratime
      -orig-id: MS_NODIRATIME
    4096:
      id: bind
      -orig-id: MS_BIND
    65536:
      id: posixacl
      -orig-id: MS_POSIXACL
    2097152:
      id: relatime
      -orig-id: MS_RELATIME
    4194304:
      id: kernmount
      -orig-id: MS_KERNMOUNT
    536870912:
      id: born
      -orig-id: MS_BORN
    1073741824:
      id: active
      -orig-id: MS_ACTIVE
    2147483648:
      id: nouser
      -orig-id: MS_NOUSER
  flock_type:
    0:
      id: rdlck
      -orig-id: F_RDLCK
    1:
      id: wrlck
      -orig-id: F_WRLCK
    2:
      id: unlck
      -orig-id: F_UNLCK
  tty_driver_type:
    1:
      id: system
      -orig-id: TTY_DRIVER_TYPE_SYSTEM
    2:
      id: console
      -orig-id: TTY_DRIVER_TYPE_CONSOLE
    3:
      id: serial
      -orig-id: TTY_DRIVER_TYPE_SERIAL
    4:
      id: pty
      -orig-id: TTY_DRIVER_TYPE_PTY
    5:
      id: scc
      -orig-id: TTY_DRIVER_TYPE_SCC
    6:
      id: syscons
      -orig-id: TTY_DRIVER_TYPE_SYSCONS
  epoll_event:
    1:
      id: in
      -orig-id: EPOLLIN
    2:
      id: pri
      -orig-id: EPOLLPRI
    4:
      id: out
      -orig-id: EPOLLOUT
    8:
      id: err
      -orig-id: EPOLLERR
    16:
      id: hup
      -orig-id: EPOLLHUP
    64:
      id: rdnorm
      -orig-id: EPOLLRDNORM
    128:
      id: rdband
      -orig-id: EPOLLRDBAND
    256:
      id: wrnorm
      -orig-id: EPOLLWRNORM
    512:
      id: wrband
      -orig-id: EPOLLWRBAND
    1024:
      id: msg
      -orig-id: EPOLLMSG
    8192:
      id: rdhup
      -orig-id: EPOLLRDHUP
    1073741824:
      id: oneshot
      -orig-id: EPOLLONESHOT
    2147483648:
      id: et
      -orig-id: EPOLLET
  inotify_event_bit:
    1:
      id: access
      -orig-id: IN_ACCESS
    2:
      id: modify
      -orig-id: IN_MODIFY
    4:
      id: attrib
      -orig-id: IN_ATTRIB
    8:
      id: close_write
      -orig-id: IN_CLOSE_WRITE
    16:
      id: close_nowrite
      -orig-id: IN_CLOSE_NOWRITE
    32:
      id: open
      -orig-id: IN_OPEN
    64:
      id: moved_from
      -orig-id: IN_MOVED_FROM
    128:
      id: moved_to
      -orig-id: IN_MOVED_TO
    256:
      id: create
      -orig-id: IN_CREATE
    512:
      id: delete
      -orig-id: IN_DELETE
    1024:
      id: delete_self
      -orig-id: IN_DELETE_SELF
    2048:
      id: move_self
      -orig-id: IN_MOVE_SELF
    8192:
      id: unmount
      -orig-id: IN_UNMOUNT
    16384:
      id: q_overflow
      -orig-id: IN_Q_OVERFLOW
    32768:
      id: ignored
      -orig-id: IN_IGNORED
    16777216:
      id: onlydir
      -orig-id: IN_ONLYDIR
    33554432:
      id: dont_follow
      -orig-id: IN_DONT_FOLLOW
    134217728:
      id: event_on_child
      -orig-id: FS_EVENT_ON_CHILD
    536870912:
      id: mask_add
      -orig-id: IN_MASK_ADD
    1073741824:
      id: isdir
      -orig-id: IN_ISDIR
    2147483648:
      id: oneshot
      -orig-id: IN_ONESHOT
  # Reference data: resource number -> name. Resource i has the entries 2i and 2i+1 of ubc.parms.
  ub_resource:
    0:
      id: kmemsize
      -orig-id: UB_KMEMSIZE
    1:
      id: lockedpages
      -orig-id: UB_LOCKEDPAGES
    2:
      id: privvmpages
      -orig-id: UB_PRIVVMPAGES
    3:
      id: shmpages
      -orig-id: UB_SHMPAGES
    4:
      id: dummy4
      -orig-id: dummy
    5:
      id: numproc
      -orig-id: UB_NUMPROC
    6:
      id: physpages
      -orig-id: UB_PHYSPAGES
    7:
      id: vmguarpages
      -orig-id: UB_VMGUARPAGES
    8:
      id: oomguarpages
      -orig-id: UB_OOMGUARPAGES
    9:
      id: numtcpsock
      -orig-id: UB_NUMTCPSOCK
    10:
      id: numflock
      -orig-id: UB_NUMFLOCK
    11:
      id: numpty
      -orig-id: UB_NUMPTY
    12:
      id: numsiginfo
      -orig-id: UB_NUMSIGINFO
    13:
      id: tcpsndbuf
      -orig-id: UB_TCPSNDBUF
    14:
      id: tcprcvbuf
      -orig-id: UB_TCPRCVBUF
    15:
      id: othersockbuf
      -orig-id: UB_OTHERSOCKBUF
    16:
      id: dgramrcvbuf
      -orig-id: UB_DGRAMRCVBUF
    17:
      id: numothersock
      -orig-id: UB_NUMOTHERSOCK
    18:
      id: dcachesize
      -orig-id: UB_DCACHESIZE
    19:
      id: numfile
      -orig-id: UB_NUMFILE
    20:
      id: dummy20
      -orig-id: dummy
    21:
      id: dummy21
      -orig-id: dummy
    22:
      id: dummy22
      -orig-id: dummy
    23:
      id: numiptent
      -orig-id: UB_IPTENTRIES
    24:
      id: swappages
      -orig-id: UB_SWAPPAGES
  # Reference data: index of rlim_cur and rlim_max -> name.
  rlimit:
    0:
      id: cpu
      -orig-id: RLIMIT_CPU
    1:
      id: fsize
      -orig-id: RLIMIT_FSIZE
    2:
      id: data
      -orig-id: RLIMIT_DATA
    3:
      id: stack
      -orig-id: RLIMIT_STACK
    4:
      id: core
      -orig-id: RLIMIT_CORE
    5:
      id: rss
      -orig-id: RLIMIT_RSS
    6:
      id: nproc
      -orig-id: RLIMIT_NPROC
    7:
      id: nofile
      -orig-id: RLIMIT_NOFILE
    8:
      id: memlock
      -orig-id: RLIMIT_MEMLOCK
    9:
      id: as
      -orig-id: RLIMIT_AS
    10:
      id: locks
      -orig-id: RLIMIT_LOCKS
    11:
      id: sigpending
      -orig-id: RLIMIT_SIGPENDING
    12:
      id: msgqueue
      -orig-id: RLIMIT_MSGQUEUE
    13:
      id: nice
      -orig-id: RLIMIT_NICE
    14:
      id: rtprio
      -orig-id: RLIMIT_RTPRIO
    15:
      id: rttime
      -orig-id: RLIMIT_RTTIME
