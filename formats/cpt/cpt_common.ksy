meta:
  id: cpt_common
  title: OpenVZ CPT, enumerations and objects used everywhere
  license: MIT
  ks-version: "0.10"
  endian: le
doc: |
  Numbers shared by all CPT objects, and the three small objects (BITS, REF, NAME) that occur in many sections.
types:
  bits:
    seq:
      - id: size
        -orig-id: cpt_size
        type: u4
        if: hdrlen >= 24
      - id: pad1
        -orig-id: __cpt_pad1
        type: u4
        if: hdrlen >= 24
        -pad: true
    instances:
      hdrlen:
        value: _io.size + 16
  ref:
    seq:
      - id: pos
        -orig-id: cpt_pos
        type: u8
        -position-of: tty
  name:
    seq:
      - id: len
        -orig-id: cpt_len
        type: u4
        if: hdrlen >= 24
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
