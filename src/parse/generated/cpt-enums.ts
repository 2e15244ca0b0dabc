// Made by "npm run generate" from formats/cpt/*.ksy. Do not edit.
import type { EnumValue } from '../layout.ts';

export const cptEnums: Readonly<Record<string, readonly EnumValue[]>> = {
 "object_type": [
  {
   "value": 0,
   "id": "task",
   "kernelName": "CPT_OBJ_TASK"
  },
  {
   "value": 1,
   "id": "mm",
   "kernelName": "CPT_OBJ_MM"
  },
  {
   "value": 2,
   "id": "fs",
   "kernelName": "CPT_OBJ_FS"
  },
  {
   "value": 3,
   "id": "files",
   "kernelName": "CPT_OBJ_FILES"
  },
  {
   "value": 4,
   "id": "file",
   "kernelName": "CPT_OBJ_FILE"
  },
  {
   "value": 5,
   "id": "sighand_struct",
   "kernelName": "CPT_OBJ_SIGHAND_STRUCT"
  },
  {
   "value": 6,
   "id": "signal_struct",
   "kernelName": "CPT_OBJ_SIGNAL_STRUCT"
  },
  {
   "value": 7,
   "id": "tty",
   "kernelName": "CPT_OBJ_TTY"
  },
  {
   "value": 8,
   "id": "socket",
   "kernelName": "CPT_OBJ_SOCKET"
  },
  {
   "value": 9,
   "id": "sysvsem_undo",
   "kernelName": "CPT_OBJ_SYSVSEM_UNDO"
  },
  {
   "value": 10,
   "id": "namespace",
   "kernelName": "CPT_OBJ_NAMESPACE"
  },
  {
   "value": 11,
   "id": "sysv_shm",
   "kernelName": "CPT_OBJ_SYSV_SHM"
  },
  {
   "value": 12,
   "id": "inode",
   "kernelName": "CPT_OBJ_INODE"
  },
  {
   "value": 13,
   "id": "ubc",
   "kernelName": "CPT_OBJ_UBC"
  },
  {
   "value": 14,
   "id": "slm_sgreg",
   "kernelName": "CPT_OBJ_SLM_SGREG"
  },
  {
   "value": 15,
   "id": "slm_regobj",
   "kernelName": "CPT_OBJ_SLM_REGOBJ"
  },
  {
   "value": 16,
   "id": "slm_mm",
   "kernelName": "CPT_OBJ_SLM_MM"
  },
  {
   "value": 17,
   "id": "vfsmount_ref",
   "kernelName": "CPT_OBJ_VFSMOUNT_REF"
  },
  {
   "value": 18,
   "id": "cgroup",
   "kernelName": "CPT_OBJ_CGROUP"
  },
  {
   "value": 19,
   "id": "cgroups",
   "kernelName": "CPT_OBJ_CGROUPS"
  },
  {
   "value": 20,
   "id": "posix_timer_list",
   "kernelName": "CPT_OBJ_POSIX_TIMER_LIST"
  },
  {
   "value": 21,
   "id": "vfsmount_missed_ref",
   "kernelName": "CPT_OBJ_VFSMOUNT_MISSED_REF"
  },
  {
   "value": 1024,
   "id": "vma",
   "kernelName": "CPT_OBJ_VMA"
  },
  {
   "value": 1025,
   "id": "filedesc",
   "kernelName": "CPT_OBJ_FILEDESC"
  },
  {
   "value": 1026,
   "id": "sighandler",
   "kernelName": "CPT_OBJ_SIGHANDLER"
  },
  {
   "value": 1027,
   "id": "siginfo",
   "kernelName": "CPT_OBJ_SIGINFO"
  },
  {
   "value": 1028,
   "id": "lastsiginfo",
   "kernelName": "CPT_OBJ_LASTSIGINFO"
  },
  {
   "value": 1029,
   "id": "sysv_sem",
   "kernelName": "CPT_OBJ_SYSV_SEM"
  },
  {
   "value": 1030,
   "id": "skb",
   "kernelName": "CPT_OBJ_SKB"
  },
  {
   "value": 1031,
   "id": "flock",
   "kernelName": "CPT_OBJ_FLOCK"
  },
  {
   "value": 1032,
   "id": "openreq",
   "kernelName": "CPT_OBJ_OPENREQ"
  },
  {
   "value": 1033,
   "id": "vfsmount",
   "kernelName": "CPT_OBJ_VFSMOUNT"
  },
  {
   "value": 1034,
   "id": "trailer",
   "kernelName": "CPT_OBJ_TRAILER"
  },
  {
   "value": 1035,
   "id": "sysvsem_undo_rec",
   "kernelName": "CPT_OBJ_SYSVSEM_UNDO_REC"
  },
  {
   "value": 1036,
   "id": "net_device",
   "kernelName": "CPT_OBJ_NET_DEVICE"
  },
  {
   "value": 1037,
   "id": "net_ifaddr",
   "kernelName": "CPT_OBJ_NET_IFADDR"
  },
  {
   "value": 1038,
   "id": "net_route",
   "kernelName": "CPT_OBJ_NET_ROUTE"
  },
  {
   "value": 1039,
   "id": "net_conntrack",
   "kernelName": "CPT_OBJ_NET_CONNTRACK"
  },
  {
   "value": 1040,
   "id": "net_conntrack_expect",
   "kernelName": "CPT_OBJ_NET_CONNTRACK_EXPECT"
  },
  {
   "value": 1041,
   "id": "aio_context",
   "kernelName": "CPT_OBJ_AIO_CONTEXT"
  },
  {
   "value": 1042,
   "id": "veinfo",
   "kernelName": "CPT_OBJ_VEINFO"
  },
  {
   "value": 1043,
   "id": "epoll",
   "kernelName": "CPT_OBJ_EPOLL"
  },
  {
   "value": 1044,
   "id": "epoll_file",
   "kernelName": "CPT_OBJ_EPOLL_FILE"
  },
  {
   "value": 1045,
   "id": "skfilter",
   "kernelName": "CPT_OBJ_SKFILTER"
  },
  {
   "value": 1046,
   "id": "sigaltstack",
   "kernelName": "CPT_OBJ_SIGALTSTACK"
  },
  {
   "value": 1047,
   "id": "sock_mcaddr",
   "kernelName": "CPT_OBJ_SOCK_MCADDR"
  },
  {
   "value": 1048,
   "id": "bind_mnt",
   "kernelName": "CPT_OBJ_BIND_MNT"
  },
  {
   "value": 1049,
   "id": "sysvmsg",
   "kernelName": "CPT_OBJ_SYSVMSG"
  },
  {
   "value": 1050,
   "id": "sysvmsg_msg",
   "kernelName": "CPT_OBJ_SYSVMSG_MSG"
  },
  {
   "value": 1051,
   "id": "mm_auxv",
   "kernelName": "CPT_OBJ_MM_AUXV"
  },
  {
   "value": 1052,
   "id": "net_idev_cnf",
   "kernelName": "CPT_OBJ_NET_IDEV_CNF"
  },
  {
   "value": 4096,
   "id": "x86_regs",
   "kernelName": "CPT_OBJ_X86_REGS"
  },
  {
   "value": 4097,
   "id": "x86_64_regs",
   "kernelName": "CPT_OBJ_X86_64_REGS"
  },
  {
   "value": 4098,
   "id": "pages",
   "kernelName": "CPT_OBJ_PAGES"
  },
  {
   "value": 4099,
   "id": "copypages",
   "kernelName": "CPT_OBJ_COPYPAGES"
  },
  {
   "value": 4100,
   "id": "remappages",
   "kernelName": "CPT_OBJ_REMAPPAGES"
  },
  {
   "value": 4101,
   "id": "lazypages",
   "kernelName": "CPT_OBJ_LAZYPAGES"
  },
  {
   "value": 4102,
   "id": "name",
   "kernelName": "CPT_OBJ_NAME"
  },
  {
   "value": 4103,
   "id": "bits",
   "kernelName": "CPT_OBJ_BITS"
  },
  {
   "value": 4104,
   "id": "ref",
   "kernelName": "CPT_OBJ_REF"
  },
  {
   "value": 4105,
   "id": "iterpages",
   "kernelName": "CPT_OBJ_ITERPAGES"
  },
  {
   "value": 4106,
   "id": "iteryoungpages",
   "kernelName": "CPT_OBJ_ITERYOUNGPAGES"
  },
  {
   "value": 4107,
   "id": "vsyscall",
   "kernelName": "CPT_OBJ_VSYSCALL"
  },
  {
   "value": 4108,
   "id": "ia64_regs",
   "kernelName": "CPT_OBJ_IA64_REGS"
  },
  {
   "value": 4109,
   "id": "inotify",
   "kernelName": "CPT_OBJ_INOTIFY"
  },
  {
   "value": 4110,
   "id": "inotify_watch",
   "kernelName": "CPT_OBJ_INOTIFY_WATCH"
  },
  {
   "value": 4111,
   "id": "inotify_event",
   "kernelName": "CPT_OBJ_INOTIFY_EVENT"
  },
  {
   "value": 4112,
   "id": "task_aux",
   "kernelName": "CPT_OBJ_TASK_AUX"
  },
  {
   "value": 4113,
   "id": "net_tuntap",
   "kernelName": "CPT_OBJ_NET_TUNTAP"
  },
  {
   "value": 4114,
   "id": "net_hwaddr",
   "kernelName": "CPT_OBJ_NET_HWADDR"
  },
  {
   "value": 4115,
   "id": "net_veth",
   "kernelName": "CPT_OBJ_NET_VETH"
  },
  {
   "value": 4116,
   "id": "net_stats",
   "kernelName": "CPT_OBJ_NET_STATS"
  },
  {
   "value": 4117,
   "id": "net_ipip_tunnel",
   "kernelName": "CPT_OBJ_NET_IPIP_TUNNEL"
  },
  {
   "value": 4118,
   "id": "timerfd",
   "kernelName": "CPT_OBJ_TIMERFD"
  },
  {
   "value": 4119,
   "id": "eventfd",
   "kernelName": "CPT_OBJ_EVENTFD"
  },
  {
   "value": 4120,
   "id": "net_br",
   "kernelName": "CPT_OBJ_NET_BR"
  },
  {
   "value": 4121,
   "id": "net_br_dev",
   "kernelName": "CPT_OBJ_NET_BR_DEV"
  },
  {
   "value": 4122,
   "id": "mount_data",
   "kernelName": "CPT_OBJ_MOUNT_DATA"
  },
  {
   "value": 4123,
   "id": "posix_timer",
   "kernelName": "CPT_OBJ_POSIX_TIMER"
  },
  {
   "value": 4124,
   "id": "sock_packet",
   "kernelName": "CPT_OBJ_SOCK_PACKET"
  },
  {
   "value": 4125,
   "id": "sock_packet_mc",
   "kernelName": "CPT_OBJ_SOCK_PACKET_MC"
  },
  {
   "value": 16777216,
   "id": "net_tap_filter",
   "kernelName": "CPT_OBJ_NET_TAP_FILTER"
  }
 ],
 "section_type": [
  {
   "value": 0,
   "id": "error",
   "kernelName": "CPT_SECT_ERROR"
  },
  {
   "value": 1,
   "id": "veinfo",
   "kernelName": "CPT_SECT_VEINFO"
  },
  {
   "value": 2,
   "id": "files",
   "kernelName": "CPT_SECT_FILES"
  },
  {
   "value": 3,
   "id": "tasks",
   "kernelName": "CPT_SECT_TASKS"
  },
  {
   "value": 4,
   "id": "mm",
   "kernelName": "CPT_SECT_MM"
  },
  {
   "value": 5,
   "id": "files_struct",
   "kernelName": "CPT_SECT_FILES_STRUCT"
  },
  {
   "value": 6,
   "id": "fs",
   "kernelName": "CPT_SECT_FS"
  },
  {
   "value": 7,
   "id": "sighand_struct",
   "kernelName": "CPT_SECT_SIGHAND_STRUCT"
  },
  {
   "value": 8,
   "id": "tty",
   "kernelName": "CPT_SECT_TTY"
  },
  {
   "value": 9,
   "id": "socket",
   "kernelName": "CPT_SECT_SOCKET"
  },
  {
   "value": 10,
   "id": "namespace",
   "kernelName": "CPT_SECT_NAMESPACE"
  },
  {
   "value": 11,
   "id": "sysvsem_undo",
   "kernelName": "CPT_SECT_SYSVSEM_UNDO"
  },
  {
   "value": 12,
   "id": "inode",
   "kernelName": "CPT_SECT_INODE"
  },
  {
   "value": 13,
   "id": "sysv_shm",
   "kernelName": "CPT_SECT_SYSV_SHM"
  },
  {
   "value": 14,
   "id": "sysv_sem",
   "kernelName": "CPT_SECT_SYSV_SEM"
  },
  {
   "value": 15,
   "id": "orphans",
   "kernelName": "CPT_SECT_ORPHANS"
  },
  {
   "value": 16,
   "id": "net_device",
   "kernelName": "CPT_SECT_NET_DEVICE"
  },
  {
   "value": 17,
   "id": "net_ifaddr",
   "kernelName": "CPT_SECT_NET_IFADDR"
  },
  {
   "value": 18,
   "id": "net_route",
   "kernelName": "CPT_SECT_NET_ROUTE"
  },
  {
   "value": 19,
   "id": "net_iptables",
   "kernelName": "CPT_SECT_NET_IPTABLES"
  },
  {
   "value": 20,
   "id": "net_conntrack",
   "kernelName": "CPT_SECT_NET_CONNTRACK"
  },
  {
   "value": 21,
   "id": "net_conntrack_ve0",
   "kernelName": "CPT_SECT_NET_CONNTRACK_VE0"
  },
  {
   "value": 22,
   "id": "utsname",
   "kernelName": "CPT_SECT_UTSNAME"
  },
  {
   "value": 23,
   "id": "trailer",
   "kernelName": "CPT_SECT_TRAILER"
  },
  {
   "value": 24,
   "id": "ubc",
   "kernelName": "CPT_SECT_UBC"
  },
  {
   "value": 25,
   "id": "slm_sgregs",
   "kernelName": "CPT_SECT_SLM_SGREGS"
  },
  {
   "value": 26,
   "id": "slm_regobjs",
   "kernelName": "CPT_SECT_SLM_REGOBJS"
  },
  {
   "value": 27,
   "id": "epoll",
   "kernelName": "CPT_SECT_EPOLL"
  },
  {
   "value": 28,
   "id": "vsyscall",
   "kernelName": "CPT_SECT_VSYSCALL"
  },
  {
   "value": 29,
   "id": "inotify",
   "kernelName": "CPT_SECT_INOTIFY"
  },
  {
   "value": 30,
   "id": "sysv_msg",
   "kernelName": "CPT_SECT_SYSV_MSG"
  },
  {
   "value": 31,
   "id": "snmp_stats",
   "kernelName": "CPT_SECT_SNMP_STATS"
  },
  {
   "value": 32,
   "id": "cgroups",
   "kernelName": "CPT_SECT_CGROUPS"
  },
  {
   "value": 33,
   "id": "posix_timers",
   "kernelName": "CPT_SECT_POSIX_TIMERS"
  },
  {
   "value": 34,
   "id": "net_ip6tables",
   "kernelName": "CPT_SECT_NET_IP6TABLES"
  }
 ],
 "content_type": [
  {
   "value": 0,
   "id": "void",
   "kernelName": "CPT_CONTENT_VOID"
  },
  {
   "value": 1,
   "id": "array",
   "kernelName": "CPT_CONTENT_ARRAY"
  },
  {
   "value": 2,
   "id": "data",
   "kernelName": "CPT_CONTENT_DATA"
  },
  {
   "value": 3,
   "id": "name",
   "kernelName": "CPT_CONTENT_NAME"
  },
  {
   "value": 4,
   "id": "stack",
   "kernelName": "CPT_CONTENT_STACK"
  },
  {
   "value": 5,
   "id": "x86_fpustate_old",
   "kernelName": "CPT_CONTENT_X86_FPUSTATE_OLD"
  },
  {
   "value": 6,
   "id": "x86_fpustate",
   "kernelName": "CPT_CONTENT_X86_FPUSTATE"
  },
  {
   "value": 7,
   "id": "mm_context",
   "kernelName": "CPT_CONTENT_MM_CONTEXT"
  },
  {
   "value": 8,
   "id": "semarray",
   "kernelName": "CPT_CONTENT_SEMARRAY"
  },
  {
   "value": 9,
   "id": "semundo",
   "kernelName": "CPT_CONTENT_SEMUNDO"
  },
  {
   "value": 10,
   "id": "nlmarray",
   "kernelName": "CPT_CONTENT_NLMARRAY"
  },
  {
   "value": 11,
   "id": "x86_xsave",
   "kernelName": "CPT_CONTENT_X86_XSAVE"
  },
  {
   "value": 12,
   "id": "pram",
   "kernelName": "CPT_CONTENT_PRAM"
  }
 ],
 "image_version": [
  {
   "value": 0,
   "id": "v2_6_8",
   "kernelName": "v2_6_CPT_VERSION_8"
  },
  {
   "value": 256,
   "id": "v2_6_9",
   "kernelName": "v2_6_CPT_VERSION_9"
  },
  {
   "value": 257,
   "id": "v2_6_9_1",
   "kernelName": "v2_6_CPT_VERSION_9_1"
  },
  {
   "value": 258,
   "id": "v2_6_9_2",
   "kernelName": "v2_6_CPT_VERSION_9_2"
  },
  {
   "value": 512,
   "id": "v2_6_16",
   "kernelName": "v2_6_CPT_VERSION_16"
  },
  {
   "value": 768,
   "id": "v2_6_18",
   "kernelName": "v2_6_CPT_VERSION_18"
  },
  {
   "value": 769,
   "id": "v2_6_18_1",
   "kernelName": "v2_6_CPT_VERSION_18_1"
  },
  {
   "value": 770,
   "id": "v2_6_18_2",
   "kernelName": "v2_6_CPT_VERSION_18_2"
  },
  {
   "value": 771,
   "id": "v2_6_18_3",
   "kernelName": "v2_6_CPT_VERSION_18_3"
  },
  {
   "value": 772,
   "id": "v2_6_18_4",
   "kernelName": "v2_6_CPT_VERSION_18_4"
  },
  {
   "value": 1024,
   "id": "v2_6_20",
   "kernelName": "v2_6_CPT_VERSION_20"
  },
  {
   "value": 1280,
   "id": "v2_6_24",
   "kernelName": "v2_6_CPT_VERSION_24"
  },
  {
   "value": 1536,
   "id": "v2_6_26",
   "kernelName": "v2_6_CPT_VERSION_26"
  },
  {
   "value": 1792,
   "id": "v2_6_27",
   "kernelName": "v2_6_CPT_VERSION_27"
  },
  {
   "value": 1795,
   "id": "v2_6_27_3",
   "kernelName": "v2_6_CPT_VERSION_27_3"
  },
  {
   "value": 2048,
   "id": "v2_6_32",
   "kernelName": "v2_6_CPT_VERSION_32"
  },
  {
   "value": 2049,
   "id": "v2_6_32_1",
   "kernelName": "v2_6_CPT_VERSION_32_1"
  },
  {
   "value": 2050,
   "id": "v2_6_32_2",
   "kernelName": "v2_6_CPT_VERSION_32_2"
  },
  {
   "value": 2051,
   "id": "v2_6_32_3",
   "kernelName": "v2_6_CPT_VERSION_32_3"
  }
 ],
 "os_arch": [
  {
   "value": 0,
   "id": "i386",
   "kernelName": "CPT_OS_ARCH_I386"
  },
  {
   "value": 1,
   "id": "emt64",
   "kernelName": "CPT_OS_ARCH_EMT64"
  },
  {
   "value": 2,
   "id": "ia64",
   "kernelName": "CPT_OS_ARCH_IA64"
  }
 ],
 "dentry_flag": [
  {
   "value": 1,
   "id": "deleted",
   "kernelName": "CPT_DENTRY_DELETED"
  },
  {
   "value": 2,
   "id": "root",
   "kernelName": "CPT_DENTRY_ROOT"
  },
  {
   "value": 4,
   "id": "cloning",
   "kernelName": "CPT_DENTRY_CLONING"
  },
  {
   "value": 8,
   "id": "proc",
   "kernelName": "CPT_DENTRY_PROC"
  },
  {
   "value": 16,
   "id": "epoll",
   "kernelName": "CPT_DENTRY_EPOLL"
  },
  {
   "value": 32,
   "id": "replaced",
   "kernelName": "CPT_DENTRY_REPLACED"
  },
  {
   "value": 64,
   "id": "inotify",
   "kernelName": "CPT_DENTRY_INOTIFY"
  },
  {
   "value": 128,
   "id": "futex",
   "kernelName": "CPT_DENTRY_FUTEX"
  },
  {
   "value": 256,
   "id": "tuntap",
   "kernelName": "CPT_DENTRY_TUNTAP"
  },
  {
   "value": 512,
   "id": "procpid_dead",
   "kernelName": "CPT_DENTRY_PROCPID_DEAD"
  },
  {
   "value": 1024,
   "id": "hardlinked",
   "kernelName": "CPT_DENTRY_HARDLINKED"
  },
  {
   "value": 2048,
   "id": "signalfd",
   "kernelName": "CPT_DENTRY_SIGNALFD"
  },
  {
   "value": 4096,
   "id": "timerfd",
   "kernelName": "CPT_DENTRY_TIMERFD"
  },
  {
   "value": 8192,
   "id": "eventfd",
   "kernelName": "CPT_DENTRY_EVENTFD"
  },
  {
   "value": 16384,
   "id": "fakefile",
   "kernelName": "CPT_DENTRY_FAKEFILE"
  },
  {
   "value": 131072,
   "id": "sillyrename",
   "kernelName": "CPT_DENTRY_SILLYRENAME"
  }
 ],
 "vma_type": [
  {
   "value": 0,
   "id": "ordinary",
   "kernelName": "CPT_VMA_TYPE_0"
  },
  {
   "value": 1,
   "id": "shm",
   "kernelName": "CPT_VMA_TYPE_SHM"
  },
  {
   "value": 2,
   "id": "vdso",
   "kernelName": "CPT_VMA_VDSO"
  },
  {
   "value": 3,
   "id": "vdso_old",
   "kernelName": "CPT_VMA_VDSO_OLD"
  }
 ],
 "restart_block_kind": [
  {
   "value": 0,
   "id": "none",
   "kernelName": "CPT_RBL_0"
  },
  {
   "value": 1,
   "id": "nanosleep",
   "kernelName": "CPT_RBL_NANOSLEEP"
  },
  {
   "value": 2,
   "id": "compat_nanosleep",
   "kernelName": "CPT_RBL_COMPAT_NANOSLEEP"
  },
  {
   "value": 3,
   "id": "poll",
   "kernelName": "CPT_RBL_POLL"
  },
  {
   "value": 4,
   "id": "futex_wait",
   "kernelName": "CPT_RBL_FUTEX_WAIT"
  },
  {
   "value": 5,
   "id": "posix_cpu_nsleep",
   "kernelName": "CPT_RBL_POSIX_CPU_NSLEEP"
  }
 ],
 "skb_queue": [
  {
   "value": 0,
   "id": "nq",
   "kernelName": "CPT_SKB_NQ"
  },
  {
   "value": 1,
   "id": "rq",
   "kernelName": "CPT_SKB_RQ"
  },
  {
   "value": 2,
   "id": "wq",
   "kernelName": "CPT_SKB_WQ"
  },
  {
   "value": 3,
   "id": "ofoq",
   "kernelName": "CPT_SKB_OFOQ"
  }
 ],
 "pgrp_type": [
  {
   "value": 0,
   "id": "normal",
   "kernelName": "CPT_PGRP_NORMAL"
  },
  {
   "value": 1,
   "id": "orphan",
   "kernelName": "CPT_PGRP_ORPHAN"
  },
  {
   "value": 2,
   "id": "stray",
   "kernelName": "CPT_PGRP_STRAY"
  }
 ],
 "segment": [
  {
   "value": 0,
   "id": "zero",
   "kernelName": "CPT_SEG_ZERO"
  },
  {
   "value": 1,
   "id": "tls1",
   "kernelName": "CPT_SEG_TLS1"
  },
  {
   "value": 2,
   "id": "tls2",
   "kernelName": "CPT_SEG_TLS2"
  },
  {
   "value": 3,
   "id": "tls3",
   "kernelName": "CPT_SEG_TLS3"
  },
  {
   "value": 4,
   "id": "user32_ds",
   "kernelName": "CPT_SEG_USER32_DS"
  },
  {
   "value": 5,
   "id": "user32_cs",
   "kernelName": "CPT_SEG_USER32_CS"
  },
  {
   "value": 6,
   "id": "user64_ds",
   "kernelName": "CPT_SEG_USER64_DS"
  },
  {
   "value": 7,
   "id": "user64_cs",
   "kernelName": "CPT_SEG_USER64_CS"
  },
  {
   "value": 256,
   "id": "ldt",
   "kernelName": "CPT_SEG_LDT"
  }
 ],
 "mount_flag": [
  {
   "value": 1,
   "id": "nosuid",
   "kernelName": "MNT_NOSUID"
  },
  {
   "value": 2,
   "id": "nodev",
   "kernelName": "MNT_NODEV"
  },
  {
   "value": 4,
   "id": "noexec",
   "kernelName": "MNT_NOEXEC"
  },
  {
   "value": 8,
   "id": "noatime",
   "kernelName": "MNT_NOATIME"
  },
  {
   "value": 16,
   "id": "nodiratime",
   "kernelName": "MNT_NODIRATIME"
  },
  {
   "value": 32,
   "id": "relatime",
   "kernelName": "MNT_RELATIME"
  },
  {
   "value": 64,
   "id": "readonly",
   "kernelName": "MNT_READONLY"
  },
  {
   "value": 4096,
   "id": "shared",
   "kernelName": "MNT_SHARED"
  },
  {
   "value": 8192,
   "id": "unbindable",
   "kernelName": "MNT_UNBINDABLE"
  },
  {
   "value": 268435456,
   "id": "ploop",
   "kernelName": "CPT_MNT_PLOOP"
  },
  {
   "value": 536870912,
   "id": "delayfs",
   "kernelName": "CPT_MNT_DELAYFS"
  },
  {
   "value": 1073741824,
   "id": "ext",
   "kernelName": "CPT_MNT_EXT"
  },
  {
   "value": 2147483648,
   "id": "bind",
   "kernelName": "CPT_MNT_BIND"
  }
 ],
 "tunnel_flag": [
  {
   "value": 1,
   "id": "fbdev",
   "kernelName": "CPT_TUNNEL_FBDEV"
  },
  {
   "value": 2,
   "id": "sit",
   "kernelName": "CPT_TUNNEL_SIT"
  },
  {
   "value": 4,
   "id": "gre",
   "kernelName": "CPT_TUNNEL_GRE"
  },
  {
   "value": 8,
   "id": "gre_tap",
   "kernelName": "CPT_TUNNEL_GRE_TAP"
  }
 ],
 "fd_flag": [
  {
   "value": 1,
   "id": "closeexec",
   "kernelName": "CPT_FD_FLAG_CLOSEEXEC"
  }
 ],
 "flock_flag": [
  {
   "value": 1,
   "id": "posix",
   "kernelName": "FL_POSIX"
  },
  {
   "value": 2,
   "id": "flock",
   "kernelName": "FL_FLOCK"
  },
  {
   "value": 8,
   "id": "access",
   "kernelName": "FL_ACCESS"
  },
  {
   "value": 32,
   "id": "lease",
   "kernelName": "FL_LEASE"
  },
  {
   "value": 64,
   "id": "close",
   "kernelName": "FL_CLOSE"
  },
  {
   "value": 128,
   "id": "sleep",
   "kernelName": "FL_SLEEP"
  },
  {
   "value": 65536,
   "id": "delayed",
   "kernelName": "CPT_FLOCK_DELAYED"
  }
 ],
 "sock_flag": [
  {
   "value": 1,
   "id": "deleted",
   "kernelName": "CPT_SOCK_DELETED"
  },
  {
   "value": 2,
   "id": "delayed",
   "kernelName": "CPT_SOCK_DELAYED"
  }
 ],
 "signal_flag": [
  {
   "value": 1,
   "id": "stop_stopped",
   "kernelName": "CPT_SIGNAL_STOP_STOPPED"
  },
  {
   "value": 2,
   "id": "stop_continued",
   "kernelName": "CPT_SIGNAL_STOP_CONTINUED"
  },
  {
   "value": 4,
   "id": "cld_stopped",
   "kernelName": "CPT_SIGNAL_CLD_STOPPED"
  },
  {
   "value": 8,
   "id": "cld_continued",
   "kernelName": "CPT_SIGNAL_CLD_CONTINUED"
  }
 ],
 "cgroup_flag": [
  {
   "value": 1,
   "id": "notify_on_release",
   "kernelName": "CPT_CGRP_NOTIFY_ON_RELEASE"
  },
  {
   "value": 2,
   "id": "self_destruction",
   "kernelName": "CPT_CGRP_SELF_DESTRUCTION"
  }
 ],
 "ub_flag": [
  {
   "value": 1,
   "id": "nostore",
   "kernelName": "CPT_UB_NOSTORE"
  }
 ],
 "ve_feature": [
  {
   "value": 1,
   "id": "sysfs"
  },
  {
   "value": 2,
   "id": "nfs"
  },
  {
   "value": 4,
   "id": "def_perms"
  },
  {
   "value": 8,
   "id": "sit"
  },
  {
   "value": 16,
   "id": "ipip"
  },
  {
   "value": 32,
   "id": "ppp"
  },
  {
   "value": 64,
   "id": "ipgre"
  },
  {
   "value": 128,
   "id": "bridge"
  },
  {
   "value": 256,
   "id": "nfsd"
  }
 ],
 "socket_family": [
  {
   "value": 0,
   "id": "unspec",
   "kernelName": "AF_UNSPEC"
  },
  {
   "value": 1,
   "id": "unix",
   "kernelName": "AF_UNIX"
  },
  {
   "value": 2,
   "id": "inet",
   "kernelName": "AF_INET"
  },
  {
   "value": 10,
   "id": "inet6",
   "kernelName": "AF_INET6"
  },
  {
   "value": 16,
   "id": "netlink",
   "kernelName": "AF_NETLINK"
  },
  {
   "value": 17,
   "id": "packet",
   "kernelName": "AF_PACKET"
  }
 ],
 "socket_type": [
  {
   "value": 1,
   "id": "stream",
   "kernelName": "SOCK_STREAM"
  },
  {
   "value": 2,
   "id": "dgram",
   "kernelName": "SOCK_DGRAM"
  },
  {
   "value": 3,
   "id": "raw",
   "kernelName": "SOCK_RAW"
  },
  {
   "value": 4,
   "id": "rdm",
   "kernelName": "SOCK_RDM"
  },
  {
   "value": 5,
   "id": "seqpacket",
   "kernelName": "SOCK_SEQPACKET"
  },
  {
   "value": 6,
   "id": "dccp",
   "kernelName": "SOCK_DCCP"
  },
  {
   "value": 10,
   "id": "packet",
   "kernelName": "SOCK_PACKET"
  }
 ],
 "socket_state": [
  {
   "value": 0,
   "id": "free",
   "kernelName": "SS_FREE"
  },
  {
   "value": 1,
   "id": "unconnected",
   "kernelName": "SS_UNCONNECTED"
  },
  {
   "value": 2,
   "id": "connecting",
   "kernelName": "SS_CONNECTING"
  },
  {
   "value": 3,
   "id": "connected",
   "kernelName": "SS_CONNECTED"
  },
  {
   "value": 4,
   "id": "disconnecting",
   "kernelName": "SS_DISCONNECTING"
  }
 ],
 "tcp_state": [
  {
   "value": 1,
   "id": "established",
   "kernelName": "TCP_ESTABLISHED"
  },
  {
   "value": 2,
   "id": "syn_sent",
   "kernelName": "TCP_SYN_SENT"
  },
  {
   "value": 3,
   "id": "syn_recv",
   "kernelName": "TCP_SYN_RECV"
  },
  {
   "value": 4,
   "id": "fin_wait1",
   "kernelName": "TCP_FIN_WAIT1"
  },
  {
   "value": 5,
   "id": "fin_wait2",
   "kernelName": "TCP_FIN_WAIT2"
  },
  {
   "value": 6,
   "id": "time_wait",
   "kernelName": "TCP_TIME_WAIT"
  },
  {
   "value": 7,
   "id": "close",
   "kernelName": "TCP_CLOSE"
  },
  {
   "value": 8,
   "id": "close_wait",
   "kernelName": "TCP_CLOSE_WAIT"
  },
  {
   "value": 9,
   "id": "last_ack",
   "kernelName": "TCP_LAST_ACK"
  },
  {
   "value": 10,
   "id": "listen",
   "kernelName": "TCP_LISTEN"
  },
  {
   "value": 11,
   "id": "closing",
   "kernelName": "TCP_CLOSING"
  }
 ],
 "shutdown_flag": [
  {
   "value": 1,
   "id": "rcv",
   "kernelName": "RCV_SHUTDOWN"
  },
  {
   "value": 2,
   "id": "send",
   "kernelName": "SEND_SHUTDOWN"
  }
 ],
 "sock_userlock": [
  {
   "value": 1,
   "id": "sndbuf_lock",
   "kernelName": "SOCK_SNDBUF_LOCK"
  },
  {
   "value": 2,
   "id": "rcvbuf_lock",
   "kernelName": "SOCK_RCVBUF_LOCK"
  },
  {
   "value": 4,
   "id": "bindaddr_lock",
   "kernelName": "SOCK_BINDADDR_LOCK"
  },
  {
   "value": 8,
   "id": "bindport_lock",
   "kernelName": "SOCK_BINDPORT_LOCK"
  }
 ],
 "sk_flag": [
  {
   "value": 1,
   "id": "dead",
   "kernelName": "SOCK_DEAD"
  },
  {
   "value": 2,
   "id": "done",
   "kernelName": "SOCK_DONE"
  },
  {
   "value": 4,
   "id": "urginline",
   "kernelName": "SOCK_URGINLINE"
  },
  {
   "value": 8,
   "id": "keepopen",
   "kernelName": "SOCK_KEEPOPEN"
  },
  {
   "value": 16,
   "id": "linger",
   "kernelName": "SOCK_LINGER"
  },
  {
   "value": 32,
   "id": "destroy",
   "kernelName": "SOCK_DESTROY"
  },
  {
   "value": 64,
   "id": "broadcast",
   "kernelName": "SOCK_BROADCAST"
  },
  {
   "value": 128,
   "id": "timestamp",
   "kernelName": "SOCK_TIMESTAMP"
  },
  {
   "value": 256,
   "id": "zapped",
   "kernelName": "SOCK_ZAPPED"
  },
  {
   "value": 512,
   "id": "use_write_queue",
   "kernelName": "SOCK_USE_WRITE_QUEUE"
  },
  {
   "value": 1024,
   "id": "dbg",
   "kernelName": "SOCK_DBG"
  },
  {
   "value": 2048,
   "id": "rcvtstamp",
   "kernelName": "SOCK_RCVTSTAMP"
  }
 ],
 "tcp_nagle_flag": [
  {
   "value": 1,
   "id": "off",
   "kernelName": "TCP_NAGLE_OFF"
  },
  {
   "value": 2,
   "id": "cork",
   "kernelName": "TCP_NAGLE_CORK"
  },
  {
   "value": 4,
   "id": "push",
   "kernelName": "TCP_NAGLE_PUSH"
  }
 ],
 "multicast_filter_mode": [
  {
   "value": 0,
   "id": "exclude",
   "kernelName": "MCAST_EXCLUDE"
  },
  {
   "value": 1,
   "id": "include",
   "kernelName": "MCAST_INCLUDE"
  }
 ],
 "packet_membership": [
  {
   "value": 0,
   "id": "multicast",
   "kernelName": "PACKET_MR_MULTICAST"
  },
  {
   "value": 1,
   "id": "promisc",
   "kernelName": "PACKET_MR_PROMISC"
  },
  {
   "value": 2,
   "id": "allmulti",
   "kernelName": "PACKET_MR_ALLMULTI"
  },
  {
   "value": 3,
   "id": "unicast",
   "kernelName": "PACKET_MR_UNICAST"
  }
 ],
 "net_device_flag": [
  {
   "value": 1,
   "id": "up",
   "kernelName": "IFF_UP"
  },
  {
   "value": 2,
   "id": "broadcast",
   "kernelName": "IFF_BROADCAST"
  },
  {
   "value": 4,
   "id": "debug",
   "kernelName": "IFF_DEBUG"
  },
  {
   "value": 8,
   "id": "loopback",
   "kernelName": "IFF_LOOPBACK"
  },
  {
   "value": 16,
   "id": "pointopoint",
   "kernelName": "IFF_POINTOPOINT"
  },
  {
   "value": 32,
   "id": "notrailers",
   "kernelName": "IFF_NOTRAILERS"
  },
  {
   "value": 64,
   "id": "running",
   "kernelName": "IFF_RUNNING"
  },
  {
   "value": 128,
   "id": "noarp",
   "kernelName": "IFF_NOARP"
  },
  {
   "value": 256,
   "id": "promisc",
   "kernelName": "IFF_PROMISC"
  },
  {
   "value": 512,
   "id": "allmulti",
   "kernelName": "IFF_ALLMULTI"
  },
  {
   "value": 1024,
   "id": "master",
   "kernelName": "IFF_MASTER"
  },
  {
   "value": 2048,
   "id": "slave",
   "kernelName": "IFF_SLAVE"
  },
  {
   "value": 4096,
   "id": "multicast",
   "kernelName": "IFF_MULTICAST"
  },
  {
   "value": 8192,
   "id": "portsel",
   "kernelName": "IFF_PORTSEL"
  },
  {
   "value": 16384,
   "id": "automedia",
   "kernelName": "IFF_AUTOMEDIA"
  },
  {
   "value": 32768,
   "id": "dynamic",
   "kernelName": "IFF_DYNAMIC"
  },
  {
   "value": 65536,
   "id": "lower_up",
   "kernelName": "IFF_LOWER_UP"
  },
  {
   "value": 131072,
   "id": "dormant",
   "kernelName": "IFF_DORMANT"
  },
  {
   "value": 262144,
   "id": "echo",
   "kernelName": "IFF_ECHO"
  }
 ],
 "task_state": [
  {
   "value": 2,
   "id": "frozen",
   "kernelName": "TASK_UNINTERRUPTIBLE"
  },
  {
   "value": 4,
   "id": "stopped_old",
   "kernelName": "__TASK_STOPPED"
  },
  {
   "value": 8,
   "id": "traced_old",
   "kernelName": "__TASK_TRACED"
  },
  {
   "value": 16,
   "id": "zombie",
   "kernelName": "EXIT_ZOMBIE"
  },
  {
   "value": 32,
   "id": "dead",
   "kernelName": "EXIT_DEAD"
  },
  {
   "value": 132,
   "id": "stopped",
   "kernelName": "TASK_STOPPED"
  },
  {
   "value": 136,
   "id": "traced",
   "kernelName": "TASK_TRACED"
  }
 ],
 "task_flag": [
  {
   "value": 4,
   "id": "exiting",
   "kernelName": "PF_EXITING"
  },
  {
   "value": 64,
   "id": "forknoexec",
   "kernelName": "PF_FORKNOEXEC"
  },
  {
   "value": 256,
   "id": "superpriv",
   "kernelName": "PF_SUPERPRIV"
  },
  {
   "value": 512,
   "id": "dumpcore",
   "kernelName": "PF_DUMPCORE"
  },
  {
   "value": 1024,
   "id": "signaled",
   "kernelName": "PF_SIGNALED"
  }
 ],
 "sched_policy": [
  {
   "value": 0,
   "id": "normal",
   "kernelName": "SCHED_NORMAL"
  },
  {
   "value": 1,
   "id": "fifo",
   "kernelName": "SCHED_FIFO"
  },
  {
   "value": 2,
   "id": "rr",
   "kernelName": "SCHED_RR"
  },
  {
   "value": 3,
   "id": "batch",
   "kernelName": "SCHED_BATCH"
  },
  {
   "value": 5,
   "id": "idle",
   "kernelName": "SCHED_IDLE"
  }
 ],
 "clock_id": [
  {
   "value": 0,
   "id": "realtime",
   "kernelName": "CLOCK_REALTIME"
  },
  {
   "value": 1,
   "id": "monotonic",
   "kernelName": "CLOCK_MONOTONIC"
  },
  {
   "value": 2,
   "id": "process_cputime_id",
   "kernelName": "CLOCK_PROCESS_CPUTIME_ID"
  },
  {
   "value": 3,
   "id": "thread_cputime_id",
   "kernelName": "CLOCK_THREAD_CPUTIME_ID"
  },
  {
   "value": 4,
   "id": "monotonic_raw",
   "kernelName": "CLOCK_MONOTONIC_RAW"
  },
  {
   "value": 5,
   "id": "realtime_coarse",
   "kernelName": "CLOCK_REALTIME_COARSE"
  },
  {
   "value": 6,
   "id": "monotonic_coarse",
   "kernelName": "CLOCK_MONOTONIC_COARSE"
  },
  {
   "value": 7,
   "id": "boottime",
   "kernelName": "CLOCK_BOOTTIME"
  }
 ],
 "sigev_notify": [
  {
   "value": 0,
   "id": "signal",
   "kernelName": "SIGEV_SIGNAL"
  },
  {
   "value": 1,
   "id": "none",
   "kernelName": "SIGEV_NONE"
  },
  {
   "value": 2,
   "id": "thread",
   "kernelName": "SIGEV_THREAD"
  },
  {
   "value": 4,
   "id": "thread_id",
   "kernelName": "SIGEV_THREAD_ID"
  }
 ],
 "sa_flag": [
  {
   "value": 1,
   "id": "nocldstop",
   "kernelName": "SA_NOCLDSTOP"
  },
  {
   "value": 2,
   "id": "nocldwait",
   "kernelName": "SA_NOCLDWAIT"
  },
  {
   "value": 4,
   "id": "siginfo",
   "kernelName": "SA_SIGINFO"
  },
  {
   "value": 67108864,
   "id": "restorer",
   "kernelName": "SA_RESTORER"
  },
  {
   "value": 134217728,
   "id": "onstack",
   "kernelName": "SA_ONSTACK"
  },
  {
   "value": 268435456,
   "id": "restart",
   "kernelName": "SA_RESTART"
  },
  {
   "value": 1073741824,
   "id": "nodefer",
   "kernelName": "SA_NODEFER"
  },
  {
   "value": 2147483648,
   "id": "resethand",
   "kernelName": "SA_RESETHAND"
  }
 ],
 "capability": [
  {
   "value": 0,
   "id": "chown",
   "kernelName": "CAP_CHOWN"
  },
  {
   "value": 1,
   "id": "dac_override",
   "kernelName": "CAP_DAC_OVERRIDE"
  },
  {
   "value": 2,
   "id": "dac_read_search",
   "kernelName": "CAP_DAC_READ_SEARCH"
  },
  {
   "value": 3,
   "id": "fowner",
   "kernelName": "CAP_FOWNER"
  },
  {
   "value": 4,
   "id": "fsetid",
   "kernelName": "CAP_FSETID"
  },
  {
   "value": 5,
   "id": "kill",
   "kernelName": "CAP_KILL"
  },
  {
   "value": 6,
   "id": "setgid",
   "kernelName": "CAP_SETGID"
  },
  {
   "value": 7,
   "id": "setuid",
   "kernelName": "CAP_SETUID"
  },
  {
   "value": 8,
   "id": "setpcap",
   "kernelName": "CAP_SETPCAP"
  },
  {
   "value": 9,
   "id": "linux_immutable",
   "kernelName": "CAP_LINUX_IMMUTABLE"
  },
  {
   "value": 10,
   "id": "net_bind_service",
   "kernelName": "CAP_NET_BIND_SERVICE"
  },
  {
   "value": 11,
   "id": "net_broadcast",
   "kernelName": "CAP_NET_BROADCAST"
  },
  {
   "value": 12,
   "id": "net_admin",
   "kernelName": "CAP_NET_ADMIN"
  },
  {
   "value": 13,
   "id": "net_raw",
   "kernelName": "CAP_NET_RAW"
  },
  {
   "value": 14,
   "id": "ipc_lock",
   "kernelName": "CAP_IPC_LOCK"
  },
  {
   "value": 15,
   "id": "ipc_owner",
   "kernelName": "CAP_IPC_OWNER"
  },
  {
   "value": 16,
   "id": "sys_module",
   "kernelName": "CAP_SYS_MODULE"
  },
  {
   "value": 17,
   "id": "sys_rawio",
   "kernelName": "CAP_SYS_RAWIO"
  },
  {
   "value": 18,
   "id": "sys_chroot",
   "kernelName": "CAP_SYS_CHROOT"
  },
  {
   "value": 19,
   "id": "sys_ptrace",
   "kernelName": "CAP_SYS_PTRACE"
  },
  {
   "value": 20,
   "id": "sys_pacct",
   "kernelName": "CAP_SYS_PACCT"
  },
  {
   "value": 21,
   "id": "sys_admin",
   "kernelName": "CAP_SYS_ADMIN"
  },
  {
   "value": 22,
   "id": "sys_boot",
   "kernelName": "CAP_SYS_BOOT"
  },
  {
   "value": 23,
   "id": "sys_nice",
   "kernelName": "CAP_SYS_NICE"
  },
  {
   "value": 24,
   "id": "sys_resource",
   "kernelName": "CAP_SYS_RESOURCE"
  },
  {
   "value": 25,
   "id": "sys_time",
   "kernelName": "CAP_SYS_TIME"
  },
  {
   "value": 26,
   "id": "sys_tty_config",
   "kernelName": "CAP_SYS_TTY_CONFIG"
  },
  {
   "value": 27,
   "id": "mknod",
   "kernelName": "CAP_MKNOD"
  },
  {
   "value": 28,
   "id": "lease",
   "kernelName": "CAP_LEASE"
  },
  {
   "value": 29,
   "id": "audit_write",
   "kernelName": "CAP_AUDIT_WRITE"
  },
  {
   "value": 30,
   "id": "audit_control",
   "kernelName": "CAP_AUDIT_CONTROL"
  },
  {
   "value": 31,
   "id": "setfcap",
   "kernelName": "CAP_SETFCAP"
  },
  {
   "value": 32,
   "id": "mac_override",
   "kernelName": "CAP_MAC_OVERRIDE"
  },
  {
   "value": 33,
   "id": "mac_admin",
   "kernelName": "CAP_MAC_ADMIN"
  }
 ],
 "vm_flag": [
  {
   "value": 1,
   "id": "read",
   "kernelName": "VM_READ"
  },
  {
   "value": 2,
   "id": "write",
   "kernelName": "VM_WRITE"
  },
  {
   "value": 4,
   "id": "exec",
   "kernelName": "VM_EXEC"
  },
  {
   "value": 8,
   "id": "shared",
   "kernelName": "VM_SHARED"
  },
  {
   "value": 16,
   "id": "mayread",
   "kernelName": "VM_MAYREAD"
  },
  {
   "value": 32,
   "id": "maywrite",
   "kernelName": "VM_MAYWRITE"
  },
  {
   "value": 64,
   "id": "mayexec",
   "kernelName": "VM_MAYEXEC"
  },
  {
   "value": 128,
   "id": "mayshare",
   "kernelName": "VM_MAYSHARE"
  },
  {
   "value": 256,
   "id": "growsdown",
   "kernelName": "VM_GROWSDOWN"
  },
  {
   "value": 512,
   "id": "growsup",
   "kernelName": "VM_GROWSUP"
  },
  {
   "value": 1024,
   "id": "pfnmap",
   "kernelName": "VM_PFNMAP"
  },
  {
   "value": 2048,
   "id": "denywrite",
   "kernelName": "VM_DENYWRITE"
  },
  {
   "value": 4096,
   "id": "executable",
   "kernelName": "VM_EXECUTABLE"
  },
  {
   "value": 8192,
   "id": "locked",
   "kernelName": "VM_LOCKED"
  },
  {
   "value": 16384,
   "id": "io",
   "kernelName": "VM_IO"
  },
  {
   "value": 32768,
   "id": "seq_read",
   "kernelName": "VM_SEQ_READ"
  },
  {
   "value": 65536,
   "id": "rand_read",
   "kernelName": "VM_RAND_READ"
  },
  {
   "value": 131072,
   "id": "dontcopy",
   "kernelName": "VM_DONTCOPY"
  },
  {
   "value": 262144,
   "id": "dontexpand",
   "kernelName": "VM_DONTEXPAND"
  },
  {
   "value": 524288,
   "id": "reserved",
   "kernelName": "VM_RESERVED"
  },
  {
   "value": 1048576,
   "id": "account",
   "kernelName": "VM_ACCOUNT"
  },
  {
   "value": 2097152,
   "id": "noreserve",
   "kernelName": "VM_NORESERVE"
  },
  {
   "value": 4194304,
   "id": "hugetlb",
   "kernelName": "VM_HUGETLB"
  },
  {
   "value": 8388608,
   "id": "nonlinear",
   "kernelName": "VM_NONLINEAR"
  },
  {
   "value": 16777216,
   "id": "mapped_copy",
   "kernelName": "VM_MAPPED_COPY"
  },
  {
   "value": 33554432,
   "id": "insertpage",
   "kernelName": "VM_INSERTPAGE"
  },
  {
   "value": 67108864,
   "id": "alwaysdump",
   "kernelName": "VM_ALWAYSDUMP"
  },
  {
   "value": 134217728,
   "id": "can_nonlinear",
   "kernelName": "VM_CAN_NONLINEAR"
  },
  {
   "value": 268435456,
   "id": "mixedmap",
   "kernelName": "VM_MIXEDMAP"
  }
 ],
 "mm_flag": [
  {
   "value": 1,
   "id": "dumpable",
   "kernelName": "MMF_DUMPABLE"
  },
  {
   "value": 2,
   "id": "dump_securely",
   "kernelName": "MMF_DUMP_SECURELY"
  },
  {
   "value": 4,
   "id": "dump_anon_private",
   "kernelName": "MMF_DUMP_ANON_PRIVATE"
  },
  {
   "value": 8,
   "id": "dump_anon_shared",
   "kernelName": "MMF_DUMP_ANON_SHARED"
  },
  {
   "value": 16,
   "id": "dump_mapped_private",
   "kernelName": "MMF_DUMP_MAPPED_PRIVATE"
  },
  {
   "value": 32,
   "id": "dump_mapped_shared",
   "kernelName": "MMF_DUMP_MAPPED_SHARED"
  },
  {
   "value": 64,
   "id": "dump_elf_headers",
   "kernelName": "MMF_DUMP_ELF_HEADERS"
  },
  {
   "value": 128,
   "id": "dump_hugetlb_private",
   "kernelName": "MMF_DUMP_HUGETLB_PRIVATE"
  },
  {
   "value": 256,
   "id": "dump_hugetlb_shared",
   "kernelName": "MMF_DUMP_HUGETLB_SHARED"
  },
  {
   "value": 65536,
   "id": "vm_mergeable",
   "kernelName": "MMF_VM_MERGEABLE"
  },
  {
   "value": 131072,
   "id": "vm_hugepage",
   "kernelName": "MMF_VM_HUGEPAGE"
  },
  {
   "value": 262144,
   "id": "exe_file_changed",
   "kernelName": "MMF_EXE_FILE_CHANGED"
  }
 ],
 "open_flag": [
  {
   "value": 1,
   "id": "wronly",
   "kernelName": "O_WRONLY"
  },
  {
   "value": 2,
   "id": "rdwr",
   "kernelName": "O_RDWR"
  },
  {
   "value": 32,
   "id": "exec",
   "kernelName": "FMODE_EXEC"
  },
  {
   "value": 64,
   "id": "creat",
   "kernelName": "O_CREAT"
  },
  {
   "value": 128,
   "id": "excl",
   "kernelName": "O_EXCL"
  },
  {
   "value": 256,
   "id": "noctty",
   "kernelName": "O_NOCTTY"
  },
  {
   "value": 512,
   "id": "trunc",
   "kernelName": "O_TRUNC"
  },
  {
   "value": 1024,
   "id": "append",
   "kernelName": "O_APPEND"
  },
  {
   "value": 2048,
   "id": "nonblock",
   "kernelName": "O_NONBLOCK"
  },
  {
   "value": 4096,
   "id": "dsync",
   "kernelName": "O_DSYNC"
  },
  {
   "value": 8192,
   "id": "fasync",
   "kernelName": "FASYNC"
  },
  {
   "value": 16384,
   "id": "direct",
   "kernelName": "O_DIRECT"
  },
  {
   "value": 32768,
   "id": "largefile",
   "kernelName": "O_LARGEFILE"
  },
  {
   "value": 65536,
   "id": "directory",
   "kernelName": "O_DIRECTORY"
  },
  {
   "value": 131072,
   "id": "nofollow",
   "kernelName": "O_NOFOLLOW"
  },
  {
   "value": 262144,
   "id": "noatime",
   "kernelName": "O_NOATIME"
  },
  {
   "value": 524288,
   "id": "cloexec",
   "kernelName": "O_CLOEXEC"
  }
 ],
 "file_mode": [
  {
   "value": 1,
   "id": "read",
   "kernelName": "FMODE_READ"
  },
  {
   "value": 2,
   "id": "write",
   "kernelName": "FMODE_WRITE"
  },
  {
   "value": 4,
   "id": "lseek",
   "kernelName": "FMODE_LSEEK"
  },
  {
   "value": 8,
   "id": "pread",
   "kernelName": "FMODE_PREAD"
  },
  {
   "value": 16,
   "id": "pwrite",
   "kernelName": "FMODE_PWRITE"
  },
  {
   "value": 32,
   "id": "exec",
   "kernelName": "FMODE_EXEC"
  }
 ],
 "super_flag": [
  {
   "value": 1,
   "id": "rdonly",
   "kernelName": "MS_RDONLY"
  },
  {
   "value": 2,
   "id": "nosuid",
   "kernelName": "MS_NOSUID"
  },
  {
   "value": 4,
   "id": "nodev",
   "kernelName": "MS_NODEV"
  },
  {
   "value": 8,
   "id": "noexec",
   "kernelName": "MS_NOEXEC"
  },
  {
   "value": 16,
   "id": "synchronous",
   "kernelName": "MS_SYNCHRONOUS"
  },
  {
   "value": 32,
   "id": "remount",
   "kernelName": "MS_REMOUNT"
  },
  {
   "value": 64,
   "id": "mandlock",
   "kernelName": "MS_MANDLOCK"
  },
  {
   "value": 128,
   "id": "dirsync",
   "kernelName": "MS_DIRSYNC"
  },
  {
   "value": 1024,
   "id": "noatime",
   "kernelName": "MS_NOATIME"
  },
  {
   "value": 2048,
   "id": "nodiratime",
   "kernelName": "MS_NODIRATIME"
  },
  {
   "value": 4096,
   "id": "bind",
   "kernelName": "MS_BIND"
  },
  {
   "value": 65536,
   "id": "posixacl",
   "kernelName": "MS_POSIXACL"
  },
  {
   "value": 2097152,
   "id": "relatime",
   "kernelName": "MS_RELATIME"
  },
  {
   "value": 4194304,
   "id": "kernmount",
   "kernelName": "MS_KERNMOUNT"
  },
  {
   "value": 536870912,
   "id": "born",
   "kernelName": "MS_BORN"
  },
  {
   "value": 1073741824,
   "id": "active",
   "kernelName": "MS_ACTIVE"
  },
  {
   "value": 2147483648,
   "id": "nouser",
   "kernelName": "MS_NOUSER"
  }
 ],
 "flock_type": [
  {
   "value": 0,
   "id": "rdlck",
   "kernelName": "F_RDLCK"
  },
  {
   "value": 1,
   "id": "wrlck",
   "kernelName": "F_WRLCK"
  },
  {
   "value": 2,
   "id": "unlck",
   "kernelName": "F_UNLCK"
  }
 ],
 "tty_driver_type": [
  {
   "value": 1,
   "id": "system",
   "kernelName": "TTY_DRIVER_TYPE_SYSTEM"
  },
  {
   "value": 2,
   "id": "console",
   "kernelName": "TTY_DRIVER_TYPE_CONSOLE"
  },
  {
   "value": 3,
   "id": "serial",
   "kernelName": "TTY_DRIVER_TYPE_SERIAL"
  },
  {
   "value": 4,
   "id": "pty",
   "kernelName": "TTY_DRIVER_TYPE_PTY"
  },
  {
   "value": 5,
   "id": "scc",
   "kernelName": "TTY_DRIVER_TYPE_SCC"
  },
  {
   "value": 6,
   "id": "syscons",
   "kernelName": "TTY_DRIVER_TYPE_SYSCONS"
  }
 ],
 "epoll_event": [
  {
   "value": 1,
   "id": "in",
   "kernelName": "EPOLLIN"
  },
  {
   "value": 2,
   "id": "pri",
   "kernelName": "EPOLLPRI"
  },
  {
   "value": 4,
   "id": "out",
   "kernelName": "EPOLLOUT"
  },
  {
   "value": 8,
   "id": "err",
   "kernelName": "EPOLLERR"
  },
  {
   "value": 16,
   "id": "hup",
   "kernelName": "EPOLLHUP"
  },
  {
   "value": 64,
   "id": "rdnorm",
   "kernelName": "EPOLLRDNORM"
  },
  {
   "value": 128,
   "id": "rdband",
   "kernelName": "EPOLLRDBAND"
  },
  {
   "value": 256,
   "id": "wrnorm",
   "kernelName": "EPOLLWRNORM"
  },
  {
   "value": 512,
   "id": "wrband",
   "kernelName": "EPOLLWRBAND"
  },
  {
   "value": 1024,
   "id": "msg",
   "kernelName": "EPOLLMSG"
  },
  {
   "value": 8192,
   "id": "rdhup",
   "kernelName": "EPOLLRDHUP"
  },
  {
   "value": 1073741824,
   "id": "oneshot",
   "kernelName": "EPOLLONESHOT"
  },
  {
   "value": 2147483648,
   "id": "et",
   "kernelName": "EPOLLET"
  }
 ],
 "inotify_event_bit": [
  {
   "value": 1,
   "id": "access",
   "kernelName": "IN_ACCESS"
  },
  {
   "value": 2,
   "id": "modify",
   "kernelName": "IN_MODIFY"
  },
  {
   "value": 4,
   "id": "attrib",
   "kernelName": "IN_ATTRIB"
  },
  {
   "value": 8,
   "id": "close_write",
   "kernelName": "IN_CLOSE_WRITE"
  },
  {
   "value": 16,
   "id": "close_nowrite",
   "kernelName": "IN_CLOSE_NOWRITE"
  },
  {
   "value": 32,
   "id": "open",
   "kernelName": "IN_OPEN"
  },
  {
   "value": 64,
   "id": "moved_from",
   "kernelName": "IN_MOVED_FROM"
  },
  {
   "value": 128,
   "id": "moved_to",
   "kernelName": "IN_MOVED_TO"
  },
  {
   "value": 256,
   "id": "create",
   "kernelName": "IN_CREATE"
  },
  {
   "value": 512,
   "id": "delete",
   "kernelName": "IN_DELETE"
  },
  {
   "value": 1024,
   "id": "delete_self",
   "kernelName": "IN_DELETE_SELF"
  },
  {
   "value": 2048,
   "id": "move_self",
   "kernelName": "IN_MOVE_SELF"
  },
  {
   "value": 8192,
   "id": "unmount",
   "kernelName": "IN_UNMOUNT"
  },
  {
   "value": 16384,
   "id": "q_overflow",
   "kernelName": "IN_Q_OVERFLOW"
  },
  {
   "value": 32768,
   "id": "ignored",
   "kernelName": "IN_IGNORED"
  },
  {
   "value": 16777216,
   "id": "onlydir",
   "kernelName": "IN_ONLYDIR"
  },
  {
   "value": 33554432,
   "id": "dont_follow",
   "kernelName": "IN_DONT_FOLLOW"
  },
  {
   "value": 134217728,
   "id": "event_on_child",
   "kernelName": "FS_EVENT_ON_CHILD"
  },
  {
   "value": 536870912,
   "id": "mask_add",
   "kernelName": "IN_MASK_ADD"
  },
  {
   "value": 1073741824,
   "id": "isdir",
   "kernelName": "IN_ISDIR"
  },
  {
   "value": 2147483648,
   "id": "oneshot",
   "kernelName": "IN_ONESHOT"
  }
 ],
 "ub_resource": [
  {
   "value": 0,
   "id": "kmemsize",
   "kernelName": "UB_KMEMSIZE"
  },
  {
   "value": 1,
   "id": "lockedpages",
   "kernelName": "UB_LOCKEDPAGES"
  },
  {
   "value": 2,
   "id": "privvmpages",
   "kernelName": "UB_PRIVVMPAGES"
  },
  {
   "value": 3,
   "id": "shmpages",
   "kernelName": "UB_SHMPAGES"
  },
  {
   "value": 4,
   "id": "dummy4",
   "kernelName": "dummy"
  },
  {
   "value": 5,
   "id": "numproc",
   "kernelName": "UB_NUMPROC"
  },
  {
   "value": 6,
   "id": "physpages",
   "kernelName": "UB_PHYSPAGES"
  },
  {
   "value": 7,
   "id": "vmguarpages",
   "kernelName": "UB_VMGUARPAGES"
  },
  {
   "value": 8,
   "id": "oomguarpages",
   "kernelName": "UB_OOMGUARPAGES"
  },
  {
   "value": 9,
   "id": "numtcpsock",
   "kernelName": "UB_NUMTCPSOCK"
  },
  {
   "value": 10,
   "id": "numflock",
   "kernelName": "UB_NUMFLOCK"
  },
  {
   "value": 11,
   "id": "numpty",
   "kernelName": "UB_NUMPTY"
  },
  {
   "value": 12,
   "id": "numsiginfo",
   "kernelName": "UB_NUMSIGINFO"
  },
  {
   "value": 13,
   "id": "tcpsndbuf",
   "kernelName": "UB_TCPSNDBUF"
  },
  {
   "value": 14,
   "id": "tcprcvbuf",
   "kernelName": "UB_TCPRCVBUF"
  },
  {
   "value": 15,
   "id": "othersockbuf",
   "kernelName": "UB_OTHERSOCKBUF"
  },
  {
   "value": 16,
   "id": "dgramrcvbuf",
   "kernelName": "UB_DGRAMRCVBUF"
  },
  {
   "value": 17,
   "id": "numothersock",
   "kernelName": "UB_NUMOTHERSOCK"
  },
  {
   "value": 18,
   "id": "dcachesize",
   "kernelName": "UB_DCACHESIZE"
  },
  {
   "value": 19,
   "id": "numfile",
   "kernelName": "UB_NUMFILE"
  },
  {
   "value": 20,
   "id": "dummy20",
   "kernelName": "dummy"
  },
  {
   "value": 21,
   "id": "dummy21",
   "kernelName": "dummy"
  },
  {
   "value": 22,
   "id": "dummy22",
   "kernelName": "dummy"
  },
  {
   "value": 23,
   "id": "numiptent",
   "kernelName": "UB_IPTENTRIES"
  },
  {
   "value": 24,
   "id": "swappages",
   "kernelName": "UB_SWAPPAGES"
  }
 ],
 "rlimit": [
  {
   "value": 0,
   "id": "cpu",
   "kernelName": "RLIMIT_CPU"
  },
  {
   "value": 1,
   "id": "fsize",
   "kernelName": "RLIMIT_FSIZE"
  },
  {
   "value": 2,
   "id": "data",
   "kernelName": "RLIMIT_DATA"
  },
  {
   "value": 3,
   "id": "stack",
   "kernelName": "RLIMIT_STACK"
  },
  {
   "value": 4,
   "id": "core",
   "kernelName": "RLIMIT_CORE"
  },
  {
   "value": 5,
   "id": "rss",
   "kernelName": "RLIMIT_RSS"
  },
  {
   "value": 6,
   "id": "nproc",
   "kernelName": "RLIMIT_NPROC"
  },
  {
   "value": 7,
   "id": "nofile",
   "kernelName": "RLIMIT_NOFILE"
  },
  {
   "value": 8,
   "id": "memlock",
   "kernelName": "RLIMIT_MEMLOCK"
  },
  {
   "value": 9,
   "id": "as",
   "kernelName": "RLIMIT_AS"
  },
  {
   "value": 10,
   "id": "locks",
   "kernelName": "RLIMIT_LOCKS"
  },
  {
   "value": 11,
   "id": "sigpending",
   "kernelName": "RLIMIT_SIGPENDING"
  },
  {
   "value": 12,
   "id": "msgqueue",
   "kernelName": "RLIMIT_MSGQUEUE"
  },
  {
   "value": 13,
   "id": "nice",
   "kernelName": "RLIMIT_NICE"
  },
  {
   "value": 14,
   "id": "rtprio",
   "kernelName": "RLIMIT_RTPRIO"
  },
  {
   "value": 15,
   "id": "rttime",
   "kernelName": "RLIMIT_RTTIME"
  }
 ]
};
