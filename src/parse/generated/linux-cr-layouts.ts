// Made by "npm run generate" from formats/linux-cr/*.ksy. Do not edit.
import type { EnumValue, Layout } from '../layout.ts';

export const linuxCrLayouts: Readonly<Record<string, Layout>> = {
 "constants": {
  "doc": "Sizes that the kernel was built with. A restoring kernel refuses any difference.",
  "fields": [
   {
    "name": "taskCommLen",
    "unit": "bytes",
    "type": "u2"
   },
   {
    "name": "atVectorSize",
    "doc": "Words of the auxiliary vector.",
    "type": "u2"
   },
   {
    "name": "signalNsig",
    "type": "u2"
   },
   {
    "name": "utsSysnameLen",
    "type": "u2"
   },
   {
    "name": "utsNodenameLen",
    "type": "u2"
   },
   {
    "name": "utsReleaseLen",
    "type": "u2"
   },
   {
    "name": "utsVersionLen",
    "type": "u2"
   },
   {
    "name": "utsMachineLen",
    "type": "u2"
   },
   {
    "name": "utsDomainnameLen",
    "type": "u2"
   },
   {
    "name": "rlimitNlimits",
    "doc": "Number of resource limits.",
    "type": "u2"
   },
   {
    "name": "nTtyBufSize",
    "type": "u2"
   },
   {
    "name": "ttyTermiosNccs",
    "type": "u2"
   }
  ]
 },
 "capabilities": {
  "doc": "Capability sets, low and high word each, see capabilities(7).",
  "fields": [
   {
    "name": "capI0",
    "type": "u4"
   },
   {
    "name": "capI1",
    "type": "u4"
   },
   {
    "name": "capP0",
    "type": "u4"
   },
   {
    "name": "capP1",
    "type": "u4"
   },
   {
    "name": "capE0",
    "type": "u4"
   },
   {
    "name": "capE1",
    "type": "u4"
   },
   {
    "name": "capB0",
    "type": "u4"
   },
   {
    "name": "capB1",
    "type": "u4"
   },
   {
    "name": "securebits",
    "type": "u4"
   },
   {
    "name": "pad1",
    "type": "u4",
    "isPad": true
   }
  ]
 },
 "ipc_perms": {
  "doc": "See sysvipc(7); has a record header of its own inside, which is not used.",
  "fields": [
   {
    "name": "pad1",
    "type": "u8",
    "isPad": true
   },
   {
    "name": "id",
    "type": "s4"
   },
   {
    "name": "key",
    "type": "u4"
   },
   {
    "name": "uid",
    "type": "u4"
   },
   {
    "name": "gid",
    "type": "u4"
   },
   {
    "name": "cuid",
    "type": "u4"
   },
   {
    "name": "cgid",
    "type": "u4"
   },
   {
    "name": "mode",
    "type": "u4"
   },
   {
    "name": "pad2",
    "type": "u4",
    "isPad": true
   },
   {
    "name": "seq",
    "type": "u8"
   },
   {
    "name": "secRef",
    "objref": "security",
    "doc": "0 is none.",
    "type": "s4",
    "optional": true,
    "when": {
     "since": 20091111
    }
   },
   {
    "name": "pad3",
    "type": "u4",
    "optional": true,
    "isPad": true,
    "when": {
     "since": 20091111
    }
   }
  ]
 },
 "rlimit": {
  "doc": "See getrlimit(2).",
  "fields": [
   {
    "name": "rlimCur",
    "type": "u8"
   },
   {
    "name": "rlimMax",
    "type": "u8"
   }
  ]
 },
 "sigaction": {
  "doc": "One signal handler; SIGHAND holds one for each signal from 1 on.",
  "fields": [
   {
    "name": "saHandler",
    "kernelName": "_sa_handler",
    "type": "u8"
   },
   {
    "name": "saFlags",
    "type": "u8"
   },
   {
    "name": "saRestorer",
    "type": "u8"
   },
   {
    "name": "saMask",
    "type": "u8"
   }
  ]
 },
 "siginfo": {
  "doc": "One queued signal, see sigaction(2).",
  "fields": [
   {
    "name": "signo",
    "kernelName": "csi_signo",
    "type": "u4"
   },
   {
    "name": "errno",
    "kernelName": "csi_errno",
    "type": "s4"
   },
   {
    "name": "code",
    "kernelName": "csi_code",
    "doc": "SI_* or a code of the signal.",
    "type": "s4"
   },
   {
    "name": "pid",
    "kernelName": "csi_pid",
    "type": "u4"
   },
   {
    "name": "uid",
    "kernelName": "csi_uid",
    "type": "u4"
   },
   {
    "name": "fd",
    "kernelName": "csi_fd",
    "type": "s4",
    "optional": true,
    "when": {
     "since": 20110105
    }
   },
   {
    "name": "tid",
    "kernelName": "csi_tid",
    "type": "u4",
    "optional": true,
    "when": {
     "since": 20110105
    }
   },
   {
    "name": "band",
    "kernelName": "csi_band",
    "type": "u4",
    "optional": true,
    "when": {
     "since": 20110105
    }
   },
   {
    "name": "overrun",
    "kernelName": "csi_overrun",
    "type": "u4",
    "optional": true,
    "when": {
     "since": 20110105
    }
   },
   {
    "name": "trapno",
    "kernelName": "csi_trapno",
    "type": "u4",
    "optional": true,
    "when": {
     "since": 20110105
    }
   },
   {
    "name": "status",
    "kernelName": "csi_status",
    "type": "s4",
    "optional": true,
    "when": {
     "since": 20110105
    }
   },
   {
    "name": "sigvalInt",
    "type": "u4"
   },
   {
    "name": "sigvalPtr",
    "kernelName": "csi_ptr",
    "type": "u8"
   },
   {
    "name": "utime",
    "kernelName": "csi_utime",
    "type": "u8"
   },
   {
    "name": "stime",
    "kernelName": "csi_stime",
    "type": "u8"
   },
   {
    "name": "addr",
    "kernelName": "csi_addr",
    "type": "u8",
    "optional": true,
    "when": {
     "since": 20110105
    }
   },
   {
    "name": "sysPrivate",
    "kernelName": "csi_sys_private",
    "type": "s4",
    "optional": true,
    "when": {
     "since": 20110105
    }
   },
   {
    "name": "pad1",
    "type": "u4",
    "optional": true,
    "isPad": true,
    "when": {
     "since": 20110105
    }
   }
  ]
 },
 "epoll_item": {
  "doc": "One watched descriptor, see epoll_ctl(2).",
  "fields": [
   {
    "name": "data",
    "type": "u8"
   },
   {
    "name": "fd",
    "type": "u4"
   },
   {
    "name": "fileObjref",
    "objref": "file",
    "type": "s4"
   },
   {
    "name": "events",
    "type": "u4"
   },
   {
    "name": "pad1",
    "type": "u4",
    "isPad": true
   }
  ]
 },
 "tree_entry": {
  "doc": "One task of the tree. From 2011-01-25 on the five ids refer to pid objects, before they are numbers in the pid namespace of the root task; 0 is outside.",
  "fields": [
   {
    "name": "vpid",
    "type": "s4"
   },
   {
    "name": "vppid",
    "type": "s4"
   },
   {
    "name": "vtgid",
    "type": "s4"
   },
   {
    "name": "vpgid",
    "type": "s4"
   },
   {
    "name": "vsid",
    "type": "s4"
   },
   {
    "name": "pad1",
    "type": "u4",
    "optional": true,
    "isPad": true,
    "when": {
     "before": 20100323
    }
   },
   {
    "name": "rsid",
    "type": "s4",
    "optional": true,
    "when": {
     "since": 20100323,
     "before": 20100330
    }
   },
   {
    "name": "depth",
    "type": "s4",
    "optional": true,
    "when": {
     "since": 20100323
    }
   },
   {
    "name": "pad2",
    "type": "u4",
    "optional": true,
    "isPad": true,
    "when": {
     "since": 20100323,
     "before": 20100330
    }
   }
  ]
 },
 "netdev_addr": {
  "doc": "An address of a network device.",
  "fields": [
   {
    "name": "type",
    "type": "u2"
   },
   {
    "name": "pad1",
    "type": {
     "bytes": 6
    },
    "isPad": true
   },
   {
    "name": "inet4Local",
    "type": "u4"
   },
   {
    "name": "inet4Address",
    "type": "u4"
   },
   {
    "name": "inet4Mask",
    "type": "u4"
   },
   {
    "name": "inet4Broadcast",
    "type": "u4"
   }
  ]
 },
 "pid_object": {
  "doc": "One pid: its number in every pid namespace, the outermost known one first.",
  "fields": [
   {
    "name": "depth",
    "doc": "Number of pid namespaces between the root's and the innermost one.",
    "type": "u4"
   },
   {
    "name": "numbers",
    "repeat": "variable",
    "doc": "The first is the number in the pid namespace of the root task.",
    "type": "s4"
   }
  ]
 },
 "sem_value": {
  "doc": "One semaphore.",
  "fields": [
   {
    "name": "semval",
    "type": "u4"
   },
   {
    "name": "sempid",
    "doc": "Pid of the last operation; 0 for none.",
    "type": "u4"
   }
  ]
 },
 "header": {
  "doc": "First record of a stream. Followed by three BUFFER records with release, version and machine of utsname, then HEADER_ARCH.",
  "fields": [
   {
    "name": "magic",
    "doc": "0x00feed0cc0a2d200.",
    "type": "u8"
   },
   {
    "name": "archId",
    "doc": "Architecture; the number of one differs between versions, see `arch_number`.",
    "type": "u2"
   },
   {
    "name": "major",
    "doc": "First number of the kernel version. A kernel of another version refuses the image.",
    "type": "u2"
   },
   {
    "name": "minor",
    "type": "u2"
   },
   {
    "name": "patch",
    "type": "u2"
   },
   {
    "name": "rev",
    "doc": "Format version, 3 to 6. Not enough to tell the layout: 6 covers several.",
    "type": "u2"
   },
   {
    "name": "pad1",
    "type": {
     "bytes": 6
    },
    "isPad": true
   },
   {
    "name": "constants",
    "type": {
     "struct": "constants"
    }
   },
   {
    "name": "time",
    "unit": "s",
    "doc": "Wall clock at the checkpoint, since 1970.",
    "type": "u8"
   },
   {
    "name": "uflags",
    "flagsName": "checkpoint_flag",
    "doc": "CHECKPOINT_* flags of checkpoint(2). Bit 1 said until 2010-03-30 that there are no network namespaces, since then that there are.",
    "type": "u8"
   }
  ]
 },
 "header_arch": {
  "doc": "What the machine needs to know beforehand; on x86 the form of the floating-point state.",
  "fields": [
   {
    "name": "hasFxsr",
    "type": "u2"
   },
   {
    "name": "hasXsave",
    "type": "u2"
   },
   {
    "name": "xstateSize",
    "unit": "bytes",
    "doc": "Length of the floating-point state of a task.",
    "type": "u2"
   },
   {
    "name": "pad1",
    "type": "u2",
    "isPad": true
   }
  ]
 },
 "objref": {
  "doc": "Announces a new shared object: the records that describe it follow at once. May stand before any record that a reader expects.",
  "fields": [
   {
    "name": "objtype",
    "doc": "Kind of the object; the number of one differs between versions, see `object_number`.",
    "type": "u4"
   },
   {
    "name": "objref",
    "doc": "Identity of the object, above 0 and never used twice.",
    "type": "s4"
   }
  ]
 },
 "security": {
  "doc": "A security label, followed by a STRING with its text.",
  "fields": [
   {
    "name": "ptrref",
    "doc": "What `*sec_ref` fields refer to.",
    "type": "s4"
   },
   {
    "name": "sectype",
    "enumName": "security_type",
    "type": "u1"
   },
   {
    "name": "pad1",
    "type": {
     "bytes": 3
    },
    "isPad": true
   }
  ]
 },
 "pids": {
  "doc": "Number of pid objects; the BUFFER behind it holds them, packed, 8 + 4 * depth bytes each.",
  "fields": [
   {
    "name": "nrPids",
    "type": "u4"
   },
   {
    "name": "nrVpids",
    "doc": "Sum of the depths.",
    "type": "u4"
   },
   {
    "name": "offset",
    "doc": "Identity of the first pid object; the others count on from it.",
    "type": "u4"
   },
   {
    "name": "pad1",
    "type": "u4",
    "isPad": true
   }
  ]
 },
 "tree": {
  "doc": "Number of tasks; the BUFFER behind it holds their entries, depth first from the root.",
  "fields": [
   {
    "name": "nrTasks",
    "type": "s4"
   },
   {
    "name": "pad1",
    "type": "u4",
    "isPad": true
   }
  ]
 },
 "vpids": {
  "doc": "Number of inner pids of nested pid namespaces; a BUFFER of 32-bit numbers follows.",
  "fields": [
   {
    "name": "nrVpids",
    "type": "s4"
   },
   {
    "name": "pad1",
    "type": "u4",
    "isPad": true
   }
  ]
 },
 "task_form1": {
  "doc": "State of one task, followed by a STRING with its name. Of a zombie nothing more follows. As from 2009-10-03 on.",
  "fields": [
   {
    "name": "state",
    "doc": "State of the task in the writing kernel; DEAD for a zombie.",
    "type": "u4"
   },
   {
    "name": "exitState",
    "doc": "Not 0 for a zombie (16).",
    "type": "u4"
   },
   {
    "name": "exitCode",
    "doc": "Wait status, see wait(2); 0 for living tasks.",
    "type": "u4"
   },
   {
    "name": "exitSignal",
    "doc": "Signal to the parent at exit; 2^32-1 for threads that are not the leader.",
    "type": "u4"
   },
   {
    "name": "pdeathSignal",
    "type": "u4"
   },
   {
    "name": "pad1",
    "type": "u4",
    "optional": true,
    "isPad": true,
    "when": {
     "since": 20091206,
     "word": 8
    }
   },
   {
    "name": "setChildTid",
    "doc": "User address.",
    "type": "u8"
   },
   {
    "name": "clearChildTid",
    "doc": "User address, see set_tid_address(2).",
    "type": "u8"
   },
   {
    "name": "compatRobustFutexHeadLen",
    "type": "u4"
   },
   {
    "name": "compatRobustFutexList",
    "type": "u4"
   },
   {
    "name": "robustFutexHeadLen",
    "type": "u4"
   },
   {
    "name": "pad2",
    "type": "u4",
    "optional": true,
    "isPad": true,
    "when": {
     "since": 20091206,
     "word": 8
    }
   },
   {
    "name": "robustFutexList",
    "doc": "User address, see set_robust_list(2).",
    "type": "u8"
   }
  ]
 },
 "task_form2": {
  "doc": "State of one task, followed by a STRING with its name. Of a zombie nothing more follows. As from 2010-02-22 on.",
  "fields": [
   {
    "name": "state",
    "doc": "State of the task in the writing kernel; DEAD for a zombie.",
    "type": "u4"
   },
   {
    "name": "exitState",
    "doc": "Not 0 for a zombie (16).",
    "type": "u4"
   },
   {
    "name": "exitCode",
    "doc": "Wait status, see wait(2); 0 for living tasks.",
    "type": "u4"
   },
   {
    "name": "exitSignal",
    "doc": "Signal to the parent at exit; 2^32-1 for threads that are not the leader.",
    "type": "u4"
   },
   {
    "name": "pdeathSignal",
    "type": "u4"
   },
   {
    "name": "compatRobustFutexHeadLen",
    "type": "u4"
   },
   {
    "name": "compatRobustFutexList",
    "type": "u4"
   },
   {
    "name": "robustFutexHeadLen",
    "type": "u4"
   },
   {
    "name": "robustFutexList",
    "doc": "User address, see set_robust_list(2).",
    "type": "u8"
   },
   {
    "name": "setChildTid",
    "doc": "User address.",
    "type": "u8"
   },
   {
    "name": "clearChildTid",
    "doc": "User address, see set_tid_address(2).",
    "type": "u8"
   },
   {
    "name": "sasSsSp",
    "doc": "Alternate signal stack: user address, see sigaltstack(2).",
    "type": "u8",
    "optional": true,
    "when": {
     "since": 20110105
    }
   },
   {
    "name": "sasSsSize",
    "unit": "bytes",
    "type": "u4",
    "optional": true,
    "when": {
     "since": 20110105
    }
   },
   {
    "name": "pad1",
    "type": "u4",
    "optional": true,
    "isPad": true,
    "when": {
     "since": 20110105
    }
   }
  ]
 },
 "task_form3": {
  "doc": "State of one task, followed by a STRING with its name. Of a zombie nothing more follows. As from 2011-04-16 on.",
  "fields": [
   {
    "name": "flags",
    "flagsName": "task_flag",
    "doc": "PF_* in numbers of their own.",
    "type": "u4"
   },
   {
    "name": "state",
    "doc": "State of the task in the writing kernel; DEAD for a zombie.",
    "type": "u4"
   },
   {
    "name": "exitState",
    "doc": "Not 0 for a zombie (16).",
    "type": "u4"
   },
   {
    "name": "exitCode",
    "doc": "Wait status, see wait(2); 0 for living tasks.",
    "type": "u4"
   },
   {
    "name": "exitSignal",
    "doc": "Signal to the parent at exit; 2^32-1 for threads that are not the leader.",
    "type": "u4"
   },
   {
    "name": "pdeathSignal",
    "type": "u4"
   },
   {
    "name": "setChildTid",
    "doc": "User address.",
    "type": "u8"
   },
   {
    "name": "clearChildTid",
    "doc": "User address, see set_tid_address(2).",
    "type": "u8"
   },
   {
    "name": "sasSsSp",
    "doc": "Alternate signal stack: user address, see sigaltstack(2).",
    "type": "u8"
   },
   {
    "name": "sasSsSize",
    "unit": "bytes",
    "type": "u4"
   },
   {
    "name": "compatRobustFutexHeadLen",
    "type": "u4"
   },
   {
    "name": "compatRobustFutexList",
    "type": "u4"
   },
   {
    "name": "robustFutexHeadLen",
    "type": "u4"
   },
   {
    "name": "robustFutexList",
    "doc": "User address, see set_robust_list(2).",
    "type": "u8"
   }
  ]
 },
 "task_ns": {
  "doc": "Refers to the namespaces of a task.",
  "fields": [
   {
    "name": "nsObjref",
    "objref": "ns",
    "type": "s4"
   },
   {
    "name": "pad1",
    "type": "u4",
    "isPad": true
   }
  ]
 },
 "task_objs": {
  "doc": "What a task shares with others. The objects were announced before; but the signal struct, which follows when its id is met first.",
  "fields": [
   {
    "name": "filesObjref",
    "objref": "file_table",
    "type": "s4"
   },
   {
    "name": "mmObjref",
    "objref": "mm",
    "type": "s4"
   },
   {
    "name": "fsObjref",
    "objref": "fs",
    "type": "s4",
    "optional": true,
    "when": {
     "since": 20100205
    }
   },
   {
    "name": "semUndoObjref",
    "objref": "sem_undo",
    "type": "s4",
    "optional": true,
    "when": {
     "since": 20110105
    }
   },
   {
    "name": "sighandObjref",
    "objref": "sighand",
    "type": "s4"
   },
   {
    "name": "signalObjref",
    "objref": "signal",
    "doc": "Not announced by an OBJREF record.",
    "type": "s4"
   },
   {
    "name": "pad1",
    "type": "u4",
    "optional": true,
    "isPad": true,
    "when": {
     "since": 20100205,
     "before": 20110105
    }
   }
  ]
 },
 "restart_block": {
  "doc": "What an interrupted system call goes on with.",
  "fields": [
   {
    "name": "functionType",
    "enumName": "restart_block_type",
    "type": "u8"
   },
   {
    "name": "arg0",
    "type": "u8"
   },
   {
    "name": "arg1",
    "type": "u8"
   },
   {
    "name": "arg2",
    "type": "u8"
   },
   {
    "name": "arg3",
    "type": "u8"
   },
   {
    "name": "arg4",
    "doc": "Time left, ns, for calls with a timeout.",
    "type": "u8"
   }
  ]
 },
 "thread": {
  "doc": "Thread information; the TLS segment descriptors follow in the same record.",
  "fields": [
   {
    "name": "sysenterReturn",
    "type": "u8",
    "optional": true,
    "when": {
     "since": 20110105
    }
   },
   {
    "name": "threadInfoFlags",
    "type": "u4"
   },
   {
    "name": "gdtEntryTlsEntries",
    "type": "u2"
   },
   {
    "name": "sizeofTlsArray",
    "unit": "bytes",
    "type": "u2"
   }
  ]
 },
 "cpu": {
  "doc": "Registers of x86. Segment registers are encoded: 0 null, 1 and 2 code and data of 32-bit programs, 3 and 4 of 64-bit ones, 0x4000 + n TLS, 0x8000 + n LDT.",
  "fields": [
   {
    "name": "r15",
    "type": "u8"
   },
   {
    "name": "r14",
    "type": "u8"
   },
   {
    "name": "r13",
    "type": "u8"
   },
   {
    "name": "r12",
    "type": "u8"
   },
   {
    "name": "bp",
    "type": "u8"
   },
   {
    "name": "bx",
    "type": "u8"
   },
   {
    "name": "r11",
    "type": "u8"
   },
   {
    "name": "r10",
    "type": "u8"
   },
   {
    "name": "r9",
    "type": "u8"
   },
   {
    "name": "r8",
    "type": "u8"
   },
   {
    "name": "ax",
    "type": "u8"
   },
   {
    "name": "cx",
    "type": "u8"
   },
   {
    "name": "dx",
    "type": "u8"
   },
   {
    "name": "si",
    "type": "u8"
   },
   {
    "name": "di",
    "type": "u8"
   },
   {
    "name": "origAx",
    "type": "u8"
   },
   {
    "name": "ip",
    "type": "u8"
   },
   {
    "name": "sp",
    "type": "u8"
   },
   {
    "name": "flags",
    "type": "u8"
   },
   {
    "name": "fs",
    "type": "u8"
   },
   {
    "name": "gs",
    "type": "u8"
   },
   {
    "name": "fsindex",
    "type": "u2"
   },
   {
    "name": "gsindex",
    "type": "u2"
   },
   {
    "name": "cs",
    "type": "u2"
   },
   {
    "name": "ss",
    "type": "u2"
   },
   {
    "name": "ds",
    "type": "u2"
   },
   {
    "name": "es",
    "type": "u2"
   },
   {
    "name": "usedMath",
    "doc": "Not 0: CPU_FPU follows.",
    "type": "u4"
   },
   {
    "name": "debugreg0",
    "type": "u8",
    "optional": true,
    "when": {
     "before": 20100205
    }
   },
   {
    "name": "debugreg1",
    "type": "u8",
    "optional": true,
    "when": {
     "before": 20100205
    }
   },
   {
    "name": "debugreg2",
    "type": "u8",
    "optional": true,
    "when": {
     "before": 20100205
    }
   },
   {
    "name": "debugreg3",
    "type": "u8",
    "optional": true,
    "when": {
     "before": 20100205
    }
   },
   {
    "name": "debugreg6",
    "type": "u8",
    "optional": true,
    "when": {
     "before": 20100205
    }
   },
   {
    "name": "debugreg7",
    "type": "u8",
    "optional": true,
    "when": {
     "before": 20100205
    }
   }
  ]
 },
 "ns": {
  "doc": "Namespaces of a task; 0 is one that was not separate: the restarting one is kept.",
  "fields": [
   {
    "name": "utsObjref",
    "objref": "uts_ns",
    "type": "s4"
   },
   {
    "name": "ipcObjref",
    "objref": "ipc_ns",
    "type": "u4"
   },
   {
    "name": "netObjref",
    "objref": "net_ns",
    "type": "s4",
    "optional": true,
    "when": {
     "since": 20100330
    }
   },
   {
    "name": "pad1",
    "type": "u4",
    "optional": true,
    "isPad": true,
    "when": {
     "since": 20100330
    }
   }
  ]
 },
 "uts_ns": {
  "doc": "See uname(2); six texts of 65 bytes.",
  "fields": [
   {
    "name": "sysname",
    "type": {
     "bytes": 65
    },
    "isText": true
   },
   {
    "name": "nodename",
    "type": {
     "bytes": 65
    },
    "isText": true
   },
   {
    "name": "release",
    "type": {
     "bytes": 65
    },
    "isText": true
   },
   {
    "name": "version",
    "type": {
     "bytes": 65
    },
    "isText": true
   },
   {
    "name": "machine",
    "type": {
     "bytes": 65
    },
    "isText": true
   },
   {
    "name": "domainname",
    "type": {
     "bytes": 65
    },
    "isText": true
   },
   {
    "name": "pad1",
    "type": "u2",
    "isPad": true
   }
  ]
 },
 "ipc_ns": {
  "doc": "Limits of the IPC namespace; then three IPC groups: shared memory, messages, semaphores.",
  "fields": [
   {
    "name": "shmCtlmax",
    "type": "u8"
   },
   {
    "name": "shmCtlall",
    "type": "u8"
   },
   {
    "name": "shmCtlmni",
    "type": "s4"
   },
   {
    "name": "msgCtlmax",
    "type": "s4"
   },
   {
    "name": "msgCtlmnb",
    "type": "s4"
   },
   {
    "name": "msgCtlmni",
    "type": "s4"
   },
   {
    "name": "semCtlMsl",
    "type": "s4"
   },
   {
    "name": "semCtlMns",
    "type": "s4"
   },
   {
    "name": "semCtlOpm",
    "type": "s4"
   },
   {
    "name": "semCtlMni",
    "type": "s4"
   }
  ]
 },
 "user_ns": {
  "doc": "A user namespace.",
  "fields": [
   {
    "name": "creatorRef",
    "objref": "user",
    "type": "s4"
   },
   {
    "name": "pad1",
    "type": "u4",
    "isPad": true
   }
  ]
 },
 "cred": {
  "doc": "Credentials of a task or file, see credentials(7).",
  "fields": [
   {
    "name": "uid",
    "type": "u4"
   },
   {
    "name": "suid",
    "type": "u4"
   },
   {
    "name": "euid",
    "type": "u4"
   },
   {
    "name": "fsuid",
    "type": "u4"
   },
   {
    "name": "gid",
    "type": "u4"
   },
   {
    "name": "sgid",
    "type": "u4"
   },
   {
    "name": "egid",
    "type": "u4"
   },
   {
    "name": "fsgid",
    "type": "u4"
   },
   {
    "name": "userRef",
    "objref": "user",
    "type": "s4"
   },
   {
    "name": "groupinfoRef",
    "objref": "groupinfo",
    "type": "s4"
   },
   {
    "name": "secRef",
    "objref": "security",
    "doc": "0 is none.",
    "type": "s4",
    "optional": true,
    "when": {
     "since": 20091111
    }
   },
   {
    "name": "pad1",
    "type": "u4",
    "optional": true,
    "isPad": true,
    "when": {
     "since": 20091111
    }
   },
   {
    "name": "capS",
    "type": {
     "struct": "capabilities"
    }
   }
  ]
 },
 "file": {
  "doc": "An open file description. Its type tells which fields follow the common ones, and which records follow this one.",
  "fields": [
   {
    "name": "fType",
    "enumName": "file_type",
    "type": "u4"
   },
   {
    "name": "fMode",
    "doc": "FMODE_* of the kernel.",
    "type": "u4"
   },
   {
    "name": "fFlags",
    "doc": "O_* of the architecture.",
    "type": "u4"
   },
   {
    "name": "fCredref",
    "objref": "cred",
    "type": "s4"
   },
   {
    "name": "fPos",
    "type": "u8"
   },
   {
    "name": "fVersion",
    "type": "u8"
   },
   {
    "name": "fSecref",
    "objref": "security",
    "doc": "0 is none.",
    "type": "s4",
    "optional": true,
    "when": {
     "since": 20091111
    }
   },
   {
    "name": "pad1",
    "type": "u4",
    "optional": true,
    "isPad": true,
    "when": {
     "since": 20091111
    }
   },
   {
    "name": "pipeObjref",
    "objref": "inode",
    "doc": "Id of the inode; PIPE_BUF follows where it is met first.",
    "type": "s4",
    "optional": true,
    "when": {
     "field": "fType",
     "values": [
      2,
      3
     ]
    }
   },
   {
    "name": "pad2",
    "type": "u4",
    "optional": true,
    "isPad": true,
    "when": {
     "field": "fType",
     "values": [
      2,
      3
     ]
    }
   },
   {
    "name": "sockObjref",
    "objref": "socket",
    "type": "s4",
    "optional": true,
    "when": {
     "field": "fType",
     "values": [
      4
     ]
    }
   },
   {
    "name": "pad3",
    "type": "u4",
    "optional": true,
    "isPad": true,
    "when": {
     "field": "fType",
     "values": [
      4
     ]
    }
   },
   {
    "name": "ttyObjref",
    "objref": "tty",
    "type": "s4",
    "optional": true,
    "when": {
     "field": "fType",
     "values": [
      5
     ]
    }
   },
   {
    "name": "pad4",
    "type": "u4",
    "optional": true,
    "isPad": true,
    "when": {
     "field": "fType",
     "values": [
      5
     ]
    }
   },
   {
    "name": "count",
    "type": "u8",
    "optional": true,
    "when": {
     "field": "fType",
     "values": [
      7
     ]
    }
   },
   {
    "name": "flags",
    "type": "u4",
    "optional": true,
    "when": {
     "field": "fType",
     "values": [
      7
     ]
    }
   },
   {
    "name": "pad5",
    "type": "u4",
    "optional": true,
    "isPad": true,
    "when": {
     "field": "fType",
     "values": [
      7
     ]
    }
   }
  ]
 },
 "user": {
  "doc": "A user in a user namespace.",
  "fields": [
   {
    "name": "uid",
    "type": "u4"
   },
   {
    "name": "usernsRef",
    "objref": "user_ns",
    "type": "s4"
   }
  ]
 },
 "groupinfo": {
  "doc": "Number of supplementary groups; their 32-bit numbers follow in the same record.",
  "fields": [
   {
    "name": "ngroups",
    "type": "u4"
   }
  ]
 },
 "task_creds": {
  "doc": "Real and effective credentials of a task.",
  "fields": [
   {
    "name": "credRef",
    "objref": "cred",
    "type": "s4"
   },
   {
    "name": "ecredRef",
    "objref": "cred",
    "type": "s4"
   }
  ]
 },
 "file_table": {
  "doc": "A descriptor table; that many times FILE_DESC follows.",
  "fields": [
   {
    "name": "fdtNfds",
    "doc": "Number of open descriptors.",
    "type": "s4"
   },
   {
    "name": "pad1",
    "type": "u4",
    "isPad": true
   }
  ]
 },
 "file_desc": {
  "doc": "One descriptor.",
  "fields": [
   {
    "name": "fdObjref",
    "objref": "file",
    "type": "s4"
   },
   {
    "name": "fdDescriptor",
    "type": "s4"
   },
   {
    "name": "fdCloseOnExec",
    "type": "u4"
   },
   {
    "name": "pad1",
    "type": "u4",
    "isPad": true
   }
  ]
 },
 "tty_form1": {
  "doc": "One side of a terminal. As from 2009-10-03 on.",
  "fields": [
   {
    "name": "driverType",
    "type": "u2"
   },
   {
    "name": "driverSubtype",
    "type": "u2"
   },
   {
    "name": "linkObjref",
    "objref": "tty",
    "doc": "The other side.",
    "type": "s4"
   },
   {
    "name": "fileObjref",
    "objref": "file",
    "type": "s4"
   },
   {
    "name": "pad1",
    "type": "u4",
    "isPad": true
   },
   {
    "name": "index",
    "type": "u4"
   },
   {
    "name": "ldisc",
    "type": "u4"
   },
   {
    "name": "flags",
    "type": "u8"
   },
   {
    "name": "cIflag",
    "kernelName": "termios.c_iflag",
    "type": "u2"
   },
   {
    "name": "cOflag",
    "kernelName": "termios.c_oflag",
    "type": "u2"
   },
   {
    "name": "cCflag",
    "kernelName": "termios.c_cflag",
    "type": "u2"
   },
   {
    "name": "cLflag",
    "kernelName": "termios.c_lflag",
    "type": "u2"
   },
   {
    "name": "cLine",
    "kernelName": "termios.c_line",
    "type": "u1"
   },
   {
    "name": "cCc",
    "kernelName": "termios.c_cc",
    "type": {
     "bytes": 8
    }
   },
   {
    "name": "pad2",
    "type": {
     "bytes": 7
    },
    "isPad": true
   },
   {
    "name": "wsRow",
    "kernelName": "winsize.ws_row",
    "type": "u2"
   },
   {
    "name": "wsCol",
    "kernelName": "winsize.ws_col",
    "type": "u2"
   },
   {
    "name": "wsXpixel",
    "kernelName": "winsize.ws_xpixel",
    "type": "u2"
   },
   {
    "name": "wsYpixel",
    "kernelName": "winsize.ws_ypixel",
    "type": "u2"
   }
  ]
 },
 "tty_form2": {
  "doc": "One side of a terminal. As from 2011-01-10 on.",
  "fields": [
   {
    "name": "driverType",
    "type": "u2"
   },
   {
    "name": "driverSubtype",
    "type": "u2"
   },
   {
    "name": "linkObjref",
    "objref": "tty",
    "doc": "The other side.",
    "type": "s4"
   },
   {
    "name": "fileObjref",
    "objref": "file",
    "type": "s4"
   },
   {
    "name": "pad1",
    "type": "u4",
    "isPad": true
   },
   {
    "name": "index",
    "type": "u4"
   },
   {
    "name": "ldisc",
    "type": "u4"
   },
   {
    "name": "flags",
    "type": "u8"
   },
   {
    "name": "cIflag",
    "kernelName": "termios.c_iflag",
    "type": "u4"
   },
   {
    "name": "cOflag",
    "kernelName": "termios.c_oflag",
    "type": "u4"
   },
   {
    "name": "cCflag",
    "kernelName": "termios.c_cflag",
    "type": "u4"
   },
   {
    "name": "cLflag",
    "kernelName": "termios.c_lflag",
    "type": "u4"
   },
   {
    "name": "cIspeed",
    "kernelName": "termios.c_ispeed",
    "type": "u4"
   },
   {
    "name": "cOspeed",
    "kernelName": "termios.c_ospeed",
    "type": "u4"
   },
   {
    "name": "cLine",
    "kernelName": "termios.c_line",
    "type": "u1"
   },
   {
    "name": "cCc",
    "kernelName": "termios.c_cc",
    "type": {
     "bytes": 19
    }
   },
   {
    "name": "pad2",
    "type": "u4",
    "isPad": true
   },
   {
    "name": "wsRow",
    "kernelName": "winsize.ws_row",
    "type": "u2"
   },
   {
    "name": "wsCol",
    "kernelName": "winsize.ws_col",
    "type": "u2"
   },
   {
    "name": "wsXpixel",
    "kernelName": "winsize.ws_xpixel",
    "type": "u2"
   },
   {
    "name": "wsYpixel",
    "kernelName": "winsize.ws_ypixel",
    "type": "u2"
   }
  ]
 },
 "tty_ldisc": {
  "doc": "State of the line discipline N_TTY; a BUFFER with the unread input follows where datalen is not 0.",
  "fields": [
   {
    "name": "column",
    "type": "u4"
   },
   {
    "name": "datalen",
    "type": "u4"
   },
   {
    "name": "canonColumn",
    "type": "u4"
   },
   {
    "name": "canonDatalen",
    "type": "u4"
   },
   {
    "name": "canonData",
    "type": "u4"
   },
   {
    "name": "minimumToWake",
    "type": "u2"
   },
   {
    "name": "stopped",
    "type": "u1"
   },
   {
    "name": "hwStopped",
    "type": "u1"
   },
   {
    "name": "flowStopped",
    "type": "u1"
   },
   {
    "name": "packet",
    "type": "u1"
   },
   {
    "name": "ctrlStatus",
    "type": "u1"
   },
   {
    "name": "lnext",
    "type": "u1"
   },
   {
    "name": "erasing",
    "type": "u1"
   },
   {
    "name": "raw",
    "type": "u1"
   },
   {
    "name": "realRaw",
    "type": "u1"
   },
   {
    "name": "icanon",
    "type": "u1"
   },
   {
    "name": "closing",
    "type": "u1"
   },
   {
    "name": "pad1",
    "type": {
     "bytes": 3
    },
    "isPad": true
   },
   {
    "name": "readFlags",
    "type": {
     "bytes": 512
    }
   },
   {
    "name": "pad2",
    "type": "u4",
    "isPad": true
   }
  ]
 },
 "epoll_items": {
  "doc": "What an epoll file watches; a BUFFER of items follows.",
  "fields": [
   {
    "name": "epfileObjref",
    "objref": "file",
    "type": "s4"
   },
   {
    "name": "numItems",
    "type": "u4"
   }
  ]
 },
 "mm": {
  "doc": "An address space; the BUFFER with the auxiliary vector follows, then the areas, then MM_CONTEXT.",
  "fields": [
   {
    "name": "mapCount",
    "doc": "Number of areas that follow.",
    "type": "u4"
   },
   {
    "name": "exeObjref",
    "objref": "file",
    "doc": "The program; 0 is none.",
    "type": "s4"
   },
   {
    "name": "defFlags",
    "type": "u8"
   },
   {
    "name": "flags",
    "type": "u8"
   },
   {
    "name": "startCode",
    "type": "u8"
   },
   {
    "name": "endCode",
    "type": "u8"
   },
   {
    "name": "startData",
    "type": "u8"
   },
   {
    "name": "endData",
    "type": "u8"
   },
   {
    "name": "startBrk",
    "type": "u8"
   },
   {
    "name": "brk",
    "type": "u8"
   },
   {
    "name": "startStack",
    "type": "u8"
   },
   {
    "name": "argStart",
    "type": "u8"
   },
   {
    "name": "argEnd",
    "type": "u8"
   },
   {
    "name": "envStart",
    "type": "u8"
   },
   {
    "name": "envEnd",
    "type": "u8"
   }
  ]
 },
 "vma": {
  "doc": "One memory area. Pages follow for the types that have contents of their own.",
  "fields": [
   {
    "name": "vmaType",
    "enumName": "vma_type",
    "type": "u4"
   },
   {
    "name": "vmaObjref",
    "objref": "file",
    "doc": "The mapped file; 0 is none.",
    "type": "s4"
   },
   {
    "name": "inoObjref",
    "objref": "inode",
    "doc": "Shared memory that several areas may map; of System V memory the segment id.",
    "type": "s4"
   },
   {
    "name": "pad1",
    "type": "u4",
    "isPad": true
   },
   {
    "name": "inoSize",
    "type": "u8"
   },
   {
    "name": "vmStart",
    "type": "u8"
   },
   {
    "name": "vmEnd",
    "type": "u8"
   },
   {
    "name": "vmPageProt",
    "doc": "Page protection bits of the writing kernel.",
    "type": "u8"
   },
   {
    "name": "vmFlags",
    "doc": "VM_* of the writing kernel.",
    "type": "u8"
   },
   {
    "name": "vmPgoff",
    "doc": "Offset in the mapped file, in pages.",
    "type": "u8"
   },
   {
    "name": "hugetlbShift",
    "type": "u2",
    "optional": true,
    "when": {
     "since": 20110416
    }
   },
   {
    "name": "pad2",
    "type": {
     "bytes": 6
    },
    "optional": true,
    "isPad": true,
    "when": {
     "since": 20110416
    }
   }
  ]
 },
 "pgarr": {
  "doc": "Number of pages in the BUFFER that follows: first all addresses, then all pages. The last one of an area has none.",
  "fields": [
   {
    "name": "nrPages",
    "type": "u8"
   }
  ]
 },
 "hpage": {
  "doc": "A huge page.",
  "fields": [
   {
    "name": "vaddr",
    "type": "u8"
   },
   {
    "name": "shift",
    "type": "u2"
   },
   {
    "name": "pad1",
    "type": {
     "bytes": 6
    },
    "isPad": true
   }
  ]
 },
 "mm_context": {
  "doc": "Architecture part of an address space; MM_CONTEXT_LDT follows.",
  "fields": [
   {
    "name": "vdso",
    "doc": "User address.",
    "type": "u8"
   },
   {
    "name": "ldtEntrySize",
    "unit": "bytes",
    "type": "u4"
   },
   {
    "name": "nldt",
    "type": "u4"
   }
  ]
 },
 "fs": {
  "doc": "Root and current directory follow as two FILE_NAME records.",
  "fields": [
   {
    "name": "umask",
    "type": "u4",
    "optional": true,
    "when": {
     "since": 20110105
    }
   },
   {
    "name": "pad1",
    "type": "u4",
    "optional": true,
    "isPad": true,
    "when": {
     "since": 20110105
    }
   }
  ]
 },
 "ipc": {
  "doc": "Head of a group of IPC objects.",
  "fields": [
   {
    "name": "ipcType",
    "doc": "Record number of the objects that follow.",
    "type": "u4"
   },
   {
    "name": "ipcCount",
    "type": "u4"
   }
  ]
 },
 "ipc_shm": {
  "doc": "A shared memory segment; its pages follow.",
  "fields": [
   {
    "name": "perms",
    "type": {
     "struct": "ipc_perms"
    }
   },
   {
    "name": "shmSegsz",
    "unit": "bytes",
    "type": "u8"
   },
   {
    "name": "shmAtim",
    "unit": "s",
    "type": "u8"
   },
   {
    "name": "shmDtim",
    "unit": "s",
    "type": "u8"
   },
   {
    "name": "shmCtim",
    "unit": "s",
    "type": "u8"
   },
   {
    "name": "shmCprid",
    "type": "s4"
   },
   {
    "name": "shmLprid",
    "type": "s4"
   },
   {
    "name": "mlockUid",
    "doc": "2^32-1 for nobody.",
    "type": "u4"
   },
   {
    "name": "flags",
    "type": "u4"
   },
   {
    "name": "objref",
    "objref": "inode",
    "type": "u4"
   },
   {
    "name": "shift",
    "type": "u2",
    "optional": true,
    "when": {
     "since": 20110416
    }
   },
   {
    "name": "pad1",
    "type": "u2",
    "optional": true,
    "isPad": true,
    "when": {
     "since": 20110416
    }
   },
   {
    "name": "pad2",
    "type": "u4",
    "optional": true,
    "isPad": true,
    "when": {
     "before": 20110416
    }
   }
  ]
 },
 "ipc_msg": {
  "doc": "A message queue; its messages follow.",
  "fields": [
   {
    "name": "perms",
    "type": {
     "struct": "ipc_perms"
    }
   },
   {
    "name": "qStime",
    "unit": "s",
    "type": "u8"
   },
   {
    "name": "qRtime",
    "unit": "s",
    "type": "u8"
   },
   {
    "name": "qCtime",
    "unit": "s",
    "type": "u8"
   },
   {
    "name": "qCbytes",
    "unit": "bytes",
    "type": "u8"
   },
   {
    "name": "qQnum",
    "type": "u8"
   },
   {
    "name": "qQbytes",
    "type": "u8"
   },
   {
    "name": "qLspid",
    "type": "s4"
   },
   {
    "name": "qLrpid",
    "type": "s4"
   }
  ]
 },
 "ipc_msg_msg_form1": {
  "doc": "One message; its text follows in BUFFER records. As from 2009-10-03 on.",
  "fields": [
   {
    "name": "mType",
    "type": "s4"
   },
   {
    "name": "mTs",
    "unit": "bytes",
    "doc": "Length of the text.",
    "type": "u4"
   },
   {
    "name": "secRef",
    "objref": "security",
    "doc": "0 is none.",
    "type": "s4",
    "optional": true,
    "when": {
     "since": 20091111
    }
   },
   {
    "name": "pad1",
    "type": "u4",
    "optional": true,
    "isPad": true,
    "when": {
     "since": 20091111
    }
   }
  ]
 },
 "ipc_msg_msg_form2": {
  "doc": "One message; its text follows in BUFFER records. As from 2010-02-05 on.",
  "fields": [
   {
    "name": "mType",
    "type": "s8"
   },
   {
    "name": "mTs",
    "unit": "bytes",
    "doc": "Length of the text.",
    "type": "u4"
   },
   {
    "name": "secRef",
    "objref": "security",
    "doc": "0 is none.",
    "type": "s4"
   }
  ]
 },
 "ipc_sem": {
  "doc": "A set of semaphores; a BUFFER of values follows.",
  "fields": [
   {
    "name": "perms",
    "type": {
     "struct": "ipc_perms"
    }
   },
   {
    "name": "semOtime",
    "unit": "s",
    "type": "u8"
   },
   {
    "name": "semCtime",
    "unit": "s",
    "type": "u8"
   },
   {
    "name": "semNsems",
    "type": "u4"
   },
   {
    "name": "pad1",
    "type": "u4",
    "isPad": true
   }
  ]
 },
 "task_sem_undo_list": {
  "doc": "Number of undo records of a task.",
  "fields": [
   {
    "name": "count",
    "type": "u4"
   },
   {
    "name": "pad1",
    "type": "u4",
    "isPad": true
   }
  ]
 },
 "task_sem_undo": {
  "doc": "Adjustments of one set of semaphores at exit.",
  "fields": [
   {
    "name": "semid",
    "type": "u4"
   },
   {
    "name": "semadjCount",
    "type": "u4"
   }
  ]
 },
 "signal": {
  "doc": "What the threads of a group share besides memory and files; SIGPENDING with the shared queue follows.",
  "fields": [
   {
    "name": "rlim",
    "repeat": 16,
    "type": {
     "struct": "rlimit"
    }
   },
   {
    "name": "itRealValue",
    "unit": "ns",
    "type": "u8"
   },
   {
    "name": "itRealIncr",
    "unit": "ns",
    "type": "u8"
   },
   {
    "name": "itVirtValue",
    "unit": "ns",
    "type": "u8"
   },
   {
    "name": "itVirtIncr",
    "unit": "ns",
    "type": "u8"
   },
   {
    "name": "itProfValue",
    "unit": "ns",
    "type": "u8"
   },
   {
    "name": "itProfIncr",
    "unit": "ns",
    "type": "u8"
   },
   {
    "name": "ttyObjref",
    "objref": "tty",
    "doc": "Controlling terminal; 0 is none.",
    "type": "s4"
   },
   {
    "name": "ttyPgrp",
    "type": "s4"
   },
   {
    "name": "ttyOldPgrp",
    "type": "s4"
   },
   {
    "name": "pad1",
    "type": "u4",
    "isPad": true
   }
  ]
 },
 "signal_task": {
  "doc": "Blocked signals of a task.",
  "fields": [
   {
    "name": "blocked",
    "type": "u8"
   }
  ]
 },
 "sigpending": {
  "doc": "Pending signals; one siginfo for each queued one follows in the same record.",
  "fields": [
   {
    "name": "nrPending",
    "type": "u4"
   },
   {
    "name": "pad1",
    "type": "u4",
    "isPad": true
   },
   {
    "name": "signal",
    "type": "u8"
   }
  ]
 },
 "socket": {
  "doc": "A socket; SOCKET_UNIX or SOCKET_INET and the queues follow.",
  "fields": [
   {
    "name": "hasBuffers",
    "type": "u1",
    "optional": true,
    "when": {
     "since": 20110105
    }
   },
   {
    "name": "pad1",
    "type": {
     "bytes": 7
    },
    "optional": true,
    "isPad": true,
    "when": {
     "since": 20110105
    }
   },
   {
    "name": "socketFlags",
    "kernelName": "socket.flags",
    "type": "u8"
   },
   {
    "name": "socketState",
    "kernelName": "socket.state",
    "type": "u1"
   },
   {
    "name": "pad2",
    "type": {
     "bytes": 7
    },
    "isPad": true
   },
   {
    "name": "commonBoundDevIf",
    "kernelName": "sock_common.bound_dev_if",
    "type": "u4"
   },
   {
    "name": "commonReuse",
    "kernelName": "sock_common.reuse",
    "type": "u4"
   },
   {
    "name": "commonFamily",
    "kernelName": "sock_common.family",
    "type": "u2"
   },
   {
    "name": "commonState",
    "kernelName": "sock_common.state",
    "type": "u1"
   },
   {
    "name": "pad3",
    "type": {
     "bytes": 5
    },
    "isPad": true
   },
   {
    "name": "sockRcvlowat",
    "kernelName": "sock.rcvlowat",
    "type": "s8"
   },
   {
    "name": "sockFlags",
    "kernelName": "sock.flags",
    "type": "u8"
   },
   {
    "name": "sockRcvtimeo",
    "kernelName": "sock.rcvtimeo",
    "type": "s8"
   },
   {
    "name": "sockSndtimeo",
    "kernelName": "sock.sndtimeo",
    "type": "s8"
   },
   {
    "name": "sockErr",
    "kernelName": "sock.err",
    "type": "u4"
   },
   {
    "name": "sockErrSoft",
    "kernelName": "sock.err_soft",
    "type": "u4"
   },
   {
    "name": "sockPriority",
    "kernelName": "sock.priority",
    "type": "u4"
   },
   {
    "name": "sockRcvbuf",
    "kernelName": "sock.rcvbuf",
    "type": "s4"
   },
   {
    "name": "sockSndbuf",
    "kernelName": "sock.sndbuf",
    "type": "s4"
   },
   {
    "name": "sockType",
    "kernelName": "sock.type",
    "type": "u2"
   },
   {
    "name": "sockBacklog",
    "kernelName": "sock.backlog",
    "type": "s2"
   },
   {
    "name": "sockProtocol",
    "kernelName": "sock.protocol",
    "type": "u1"
   },
   {
    "name": "sockState",
    "kernelName": "sock.state",
    "type": "u1"
   },
   {
    "name": "sockShutdown",
    "kernelName": "sock.shutdown",
    "type": "u1"
   },
   {
    "name": "sockUserlocks",
    "kernelName": "sock.userlocks",
    "type": "u1"
   },
   {
    "name": "sockNoCheck",
    "kernelName": "sock.no_check",
    "type": "u1"
   },
   {
    "name": "pad4",
    "type": {
     "bytes": 3
    },
    "isPad": true
   },
   {
    "name": "sockLingerLOnoff",
    "kernelName": "sock.linger.l_onoff",
    "type": "s4"
   },
   {
    "name": "sockLingerLLinger",
    "kernelName": "sock.linger.l_linger",
    "type": "s4"
   }
  ]
 },
 "socket_queue": {
  "doc": "Head of a queue of socket buffers.",
  "fields": [
   {
    "name": "skbCount",
    "type": "u4"
   },
   {
    "name": "totalBytes",
    "type": "u4"
   }
  ]
 },
 "socket_buffer": {
  "doc": "One socket buffer.",
  "fields": [
   {
    "name": "transportHeader",
    "type": "u4",
    "optional": true,
    "when": {
     "since": 20091201
    }
   },
   {
    "name": "networkHeader",
    "type": "u4",
    "optional": true,
    "when": {
     "since": 20091201
    }
   },
   {
    "name": "macHeader",
    "type": "u4",
    "optional": true,
    "when": {
     "since": 20091201
    }
   },
   {
    "name": "linLen",
    "type": "u4",
    "optional": true,
    "when": {
     "since": 20091201
    }
   },
   {
    "name": "frgLen",
    "type": "u4",
    "optional": true,
    "when": {
     "since": 20091201
    }
   },
   {
    "name": "skbLen",
    "type": "u4",
    "optional": true,
    "when": {
     "since": 20091201
    }
   },
   {
    "name": "hdrLen",
    "type": "u4",
    "optional": true,
    "when": {
     "since": 20091201
    }
   },
   {
    "name": "macLen",
    "type": "u4",
    "optional": true,
    "when": {
     "since": 20091201
    }
   },
   {
    "name": "dataOffset",
    "type": "u4",
    "optional": true,
    "when": {
     "since": 20091201
    }
   },
   {
    "name": "skObjref",
    "objref": "socket",
    "type": "s4"
   },
   {
    "name": "prObjref",
    "objref": "socket",
    "type": "s4"
   },
   {
    "name": "protocol",
    "type": "u2",
    "optional": true,
    "when": {
     "since": 20091201
    }
   },
   {
    "name": "nrFrags",
    "type": "u2",
    "optional": true,
    "when": {
     "since": 20091201
    }
   },
   {
    "name": "cb",
    "type": {
     "bytes": 48
    },
    "optional": true,
    "when": {
     "since": 20091201
    }
   }
  ]
 },
 "socket_frag": {
  "doc": "A fragment of a socket buffer; its bytes follow in a BUFFER.",
  "fields": [
   {
    "name": "size",
    "type": "u4"
   },
   {
    "name": "offset",
    "type": "u4"
   }
  ]
 },
 "socket_unix": {
  "doc": "AF_UNIX part of a socket.",
  "fields": [
   {
    "name": "thisRef",
    "kernelName": "this",
    "objref": "socket",
    "type": "s4"
   },
   {
    "name": "peerRef",
    "kernelName": "peer",
    "objref": "socket",
    "doc": "0 is none.",
    "type": "s4"
   },
   {
    "name": "peercred",
    "objref": "cred",
    "type": "s4",
    "optional": true,
    "when": {
     "since": 20110105
    }
   },
   {
    "name": "peercredUid",
    "type": "u4",
    "optional": true,
    "when": {
     "before": 20110105
    }
   },
   {
    "name": "peercredGid",
    "type": "u4",
    "optional": true,
    "when": {
     "before": 20110105
    }
   },
   {
    "name": "flags",
    "type": "u4"
   },
   {
    "name": "laddrLen",
    "type": "u4"
   },
   {
    "name": "raddrLen",
    "type": "u4"
   },
   {
    "name": "laddrFamily",
    "kernelName": "laddr.sun_family",
    "type": "u2"
   },
   {
    "name": "laddrPath",
    "kernelName": "laddr.sun_path",
    "type": {
     "bytes": 108
    },
    "isText": true
   },
   {
    "name": "raddrFamily",
    "kernelName": "raddr.sun_family",
    "type": "u2"
   },
   {
    "name": "raddrPath",
    "kernelName": "raddr.sun_path",
    "type": {
     "bytes": 108
    },
    "isText": true
   },
   {
    "name": "pad1",
    "type": "u4",
    "optional": true,
    "isPad": true,
    "when": {
     "since": 20110105
    }
   }
  ]
 },
 "socket_inet": {
  "doc": "AF_INET and AF_INET6 part of a socket. Addresses and ports are in network byte order.",
  "fields": [
   {
    "name": "daddr",
    "type": "u4",
    "optional": true,
    "when": {
     "since": 20091201
    }
   },
   {
    "name": "rcvSaddr",
    "type": "u4",
    "optional": true,
    "when": {
     "since": 20091201
    }
   },
   {
    "name": "saddr",
    "type": "u4",
    "optional": true,
    "when": {
     "since": 20091201
    }
   },
   {
    "name": "dport",
    "type": "u2",
    "optional": true,
    "when": {
     "since": 20091201
    }
   },
   {
    "name": "num",
    "type": "u2",
    "optional": true,
    "when": {
     "since": 20091201
    }
   },
   {
    "name": "sport",
    "type": "u2",
    "optional": true,
    "when": {
     "since": 20091201
    }
   },
   {
    "name": "ucTtl",
    "type": "s2",
    "optional": true,
    "when": {
     "since": 20091201
    }
   },
   {
    "name": "cmsgFlags",
    "type": "u2",
    "optional": true,
    "when": {
     "since": 20091201
    }
   },
   {
    "name": "pad1",
    "type": "u2",
    "optional": true,
    "isPad": true,
    "when": {
     "since": 20091201
    }
   },
   {
    "name": "ackTimeout",
    "kernelName": "icsk_ack.timeout",
    "type": "u8",
    "optional": true,
    "when": {
     "since": 20091201
    }
   },
   {
    "name": "ackAto",
    "kernelName": "icsk_ack.ato",
    "type": "u4",
    "optional": true,
    "when": {
     "since": 20091201
    }
   },
   {
    "name": "ackLrcvtime",
    "kernelName": "icsk_ack.lrcvtime",
    "type": "u4",
    "optional": true,
    "when": {
     "since": 20091201
    }
   },
   {
    "name": "ackLastSegSize",
    "kernelName": "icsk_ack.last_seg_size",
    "type": "u2",
    "optional": true,
    "when": {
     "since": 20091201
    }
   },
   {
    "name": "ackRcvMss",
    "kernelName": "icsk_ack.rcv_mss",
    "type": "u2",
    "optional": true,
    "when": {
     "since": 20091201
    }
   },
   {
    "name": "ackPending",
    "kernelName": "icsk_ack.pending",
    "type": "u1",
    "optional": true,
    "when": {
     "since": 20091201
    }
   },
   {
    "name": "ackQuick",
    "kernelName": "icsk_ack.quick",
    "type": "u1",
    "optional": true,
    "when": {
     "since": 20091201
    }
   },
   {
    "name": "ackPingpong",
    "kernelName": "icsk_ack.pingpong",
    "type": "u1",
    "optional": true,
    "when": {
     "since": 20091201
    }
   },
   {
    "name": "ackBlocked",
    "kernelName": "icsk_ack.blocked",
    "type": "u1",
    "optional": true,
    "when": {
     "since": 20091201
    }
   },
   {
    "name": "tcpRcvNxt",
    "kernelName": "tcp.rcv_nxt",
    "type": "u4",
    "optional": true,
    "when": {
     "since": 20091201
    }
   },
   {
    "name": "tcpCopiedSeq",
    "kernelName": "tcp.copied_seq",
    "type": "u4",
    "optional": true,
    "when": {
     "since": 20091201
    }
   },
   {
    "name": "tcpRcvWup",
    "kernelName": "tcp.rcv_wup",
    "type": "u4",
    "optional": true,
    "when": {
     "since": 20091201
    }
   },
   {
    "name": "tcpSndNxt",
    "kernelName": "tcp.snd_nxt",
    "type": "u4",
    "optional": true,
    "when": {
     "since": 20091201
    }
   },
   {
    "name": "tcpSndUna",
    "kernelName": "tcp.snd_una",
    "type": "u4",
    "optional": true,
    "when": {
     "since": 20091201
    }
   },
   {
    "name": "tcpSndSml",
    "kernelName": "tcp.snd_sml",
    "type": "u4",
    "optional": true,
    "when": {
     "since": 20091201
    }
   },
   {
    "name": "tcpRcvTstamp",
    "kernelName": "tcp.rcv_tstamp",
    "type": "u4",
    "optional": true,
    "when": {
     "since": 20091201
    }
   },
   {
    "name": "tcpLsndtime",
    "kernelName": "tcp.lsndtime",
    "type": "u4",
    "optional": true,
    "when": {
     "since": 20091201
    }
   },
   {
    "name": "tcpSndWl1",
    "kernelName": "tcp.snd_wl1",
    "type": "u4",
    "optional": true,
    "when": {
     "since": 20091201
    }
   },
   {
    "name": "tcpSndWnd",
    "kernelName": "tcp.snd_wnd",
    "type": "u4",
    "optional": true,
    "when": {
     "since": 20091201
    }
   },
   {
    "name": "tcpMaxWindow",
    "kernelName": "tcp.max_window",
    "type": "u4",
    "optional": true,
    "when": {
     "since": 20091201
    }
   },
   {
    "name": "tcpMssCache",
    "kernelName": "tcp.mss_cache",
    "type": "u4",
    "optional": true,
    "when": {
     "since": 20091201
    }
   },
   {
    "name": "tcpWindowClamp",
    "kernelName": "tcp.window_clamp",
    "type": "u4",
    "optional": true,
    "when": {
     "since": 20091201
    }
   },
   {
    "name": "tcpRcvSsthresh",
    "kernelName": "tcp.rcv_ssthresh",
    "type": "u4",
    "optional": true,
    "when": {
     "since": 20091201
    }
   },
   {
    "name": "tcpFrtoHighmark",
    "kernelName": "tcp.frto_highmark",
    "type": "u4",
    "optional": true,
    "when": {
     "since": 20091201
    }
   },
   {
    "name": "tcpSrtt",
    "kernelName": "tcp.srtt",
    "type": "u4",
    "optional": true,
    "when": {
     "since": 20091201
    }
   },
   {
    "name": "tcpMdev",
    "kernelName": "tcp.mdev",
    "type": "u4",
    "optional": true,
    "when": {
     "since": 20091201
    }
   },
   {
    "name": "tcpMdevMax",
    "kernelName": "tcp.mdev_max",
    "type": "u4",
    "optional": true,
    "when": {
     "since": 20091201
    }
   },
   {
    "name": "tcpRttvar",
    "kernelName": "tcp.rttvar",
    "type": "u4",
    "optional": true,
    "when": {
     "since": 20091201
    }
   },
   {
    "name": "tcpRttSeq",
    "kernelName": "tcp.rtt_seq",
    "type": "u4",
    "optional": true,
    "when": {
     "since": 20091201
    }
   },
   {
    "name": "tcpPacketsOut",
    "kernelName": "tcp.packets_out",
    "type": "u4",
    "optional": true,
    "when": {
     "since": 20091201
    }
   },
   {
    "name": "tcpRetransOut",
    "kernelName": "tcp.retrans_out",
    "type": "u4",
    "optional": true,
    "when": {
     "since": 20091201
    }
   },
   {
    "name": "tcpSndUp",
    "kernelName": "tcp.snd_up",
    "type": "u4",
    "optional": true,
    "when": {
     "since": 20091201
    }
   },
   {
    "name": "tcpRcvWnd",
    "kernelName": "tcp.rcv_wnd",
    "type": "u4",
    "optional": true,
    "when": {
     "since": 20091201
    }
   },
   {
    "name": "tcpWriteSeq",
    "kernelName": "tcp.write_seq",
    "type": "u4",
    "optional": true,
    "when": {
     "since": 20091201
    }
   },
   {
    "name": "tcpPushedSeq",
    "kernelName": "tcp.pushed_seq",
    "type": "u4",
    "optional": true,
    "when": {
     "since": 20091201
    }
   },
   {
    "name": "tcpLostOut",
    "kernelName": "tcp.lost_out",
    "type": "u4",
    "optional": true,
    "when": {
     "since": 20091201
    }
   },
   {
    "name": "tcpSackedOut",
    "kernelName": "tcp.sacked_out",
    "type": "u4",
    "optional": true,
    "when": {
     "since": 20091201
    }
   },
   {
    "name": "tcpFacketsOut",
    "kernelName": "tcp.fackets_out",
    "type": "u4",
    "optional": true,
    "when": {
     "since": 20091201
    }
   },
   {
    "name": "tcpTsoDeferred",
    "kernelName": "tcp.tso_deferred",
    "type": "u4",
    "optional": true,
    "when": {
     "since": 20091201
    }
   },
   {
    "name": "tcpBytesAcked",
    "kernelName": "tcp.bytes_acked",
    "type": "u4",
    "optional": true,
    "when": {
     "since": 20091201
    }
   },
   {
    "name": "tcpLostCntHint",
    "kernelName": "tcp.lost_cnt_hint",
    "type": "s4",
    "optional": true,
    "when": {
     "since": 20091201
    }
   },
   {
    "name": "tcpRetransmitHigh",
    "kernelName": "tcp.retransmit_high",
    "type": "u4",
    "optional": true,
    "when": {
     "since": 20091201
    }
   },
   {
    "name": "tcpLostRetransLow",
    "kernelName": "tcp.lost_retrans_low",
    "type": "u4",
    "optional": true,
    "when": {
     "since": 20091201
    }
   },
   {
    "name": "tcpPriorSsthresh",
    "kernelName": "tcp.prior_ssthresh",
    "type": "u4",
    "optional": true,
    "when": {
     "since": 20091201
    }
   },
   {
    "name": "tcpHighSeq",
    "kernelName": "tcp.high_seq",
    "type": "u4",
    "optional": true,
    "when": {
     "since": 20091201
    }
   },
   {
    "name": "tcpRetransStamp",
    "kernelName": "tcp.retrans_stamp",
    "type": "u4",
    "optional": true,
    "when": {
     "since": 20091201
    }
   },
   {
    "name": "tcpUndoMarker",
    "kernelName": "tcp.undo_marker",
    "type": "u4",
    "optional": true,
    "when": {
     "since": 20091201
    }
   },
   {
    "name": "tcpUndoRetrans",
    "kernelName": "tcp.undo_retrans",
    "type": "s4",
    "optional": true,
    "when": {
     "since": 20091201
    }
   },
   {
    "name": "tcpTotalRetrans",
    "kernelName": "tcp.total_retrans",
    "type": "u4",
    "optional": true,
    "when": {
     "since": 20091201
    }
   },
   {
    "name": "tcpUrgSeq",
    "kernelName": "tcp.urg_seq",
    "type": "u4",
    "optional": true,
    "when": {
     "since": 20091201
    }
   },
   {
    "name": "tcpKeepaliveTime",
    "kernelName": "tcp.keepalive_time",
    "type": "u4",
    "optional": true,
    "when": {
     "since": 20091201
    }
   },
   {
    "name": "tcpKeepaliveIntvl",
    "kernelName": "tcp.keepalive_intvl",
    "type": "u4",
    "optional": true,
    "when": {
     "since": 20091201
    }
   },
   {
    "name": "tcpUrgData",
    "kernelName": "tcp.urg_data",
    "type": "u2",
    "optional": true,
    "when": {
     "since": 20091201
    }
   },
   {
    "name": "tcpAdvmss",
    "kernelName": "tcp.advmss",
    "type": "u2",
    "optional": true,
    "when": {
     "since": 20091201
    }
   },
   {
    "name": "tcpFrtoCounter",
    "kernelName": "tcp.frto_counter",
    "type": "u1",
    "optional": true,
    "when": {
     "since": 20091201
    }
   },
   {
    "name": "tcpNonagle",
    "kernelName": "tcp.nonagle",
    "type": "u1",
    "optional": true,
    "when": {
     "since": 20091201
    }
   },
   {
    "name": "tcpEcnFlags",
    "kernelName": "tcp.ecn_flags",
    "type": "u1",
    "optional": true,
    "when": {
     "since": 20091201
    }
   },
   {
    "name": "tcpReordering",
    "kernelName": "tcp.reordering",
    "type": "u1",
    "optional": true,
    "when": {
     "since": 20091201
    }
   },
   {
    "name": "tcpKeepaliveProbes",
    "kernelName": "tcp.keepalive_probes",
    "type": "u1",
    "optional": true,
    "when": {
     "since": 20091201
    }
   },
   {
    "name": "pad2",
    "type": {
     "bytes": 3
    },
    "optional": true,
    "isPad": true,
    "when": {
     "since": 20091201
    }
   },
   {
    "name": "inet6Saddr",
    "kernelName": "inet6.saddr",
    "type": {
     "bytes": 16
    },
    "optional": true,
    "when": {
     "since": 20091201
    }
   },
   {
    "name": "inet6RcvSaddr",
    "kernelName": "inet6.rcv_saddr",
    "type": {
     "bytes": 16
    },
    "optional": true,
    "when": {
     "since": 20091201
    }
   },
   {
    "name": "inet6Daddr",
    "kernelName": "inet6.daddr",
    "type": {
     "bytes": 16
    },
    "optional": true,
    "when": {
     "since": 20091201
    }
   },
   {
    "name": "laddrLen",
    "type": "u4"
   },
   {
    "name": "raddrLen",
    "type": "u4"
   },
   {
    "name": "laddrFamily",
    "kernelName": "laddr.sin_family",
    "type": "u2"
   },
   {
    "name": "laddrPort",
    "kernelName": "laddr.sin_port",
    "type": "u2"
   },
   {
    "name": "laddrAddr",
    "kernelName": "laddr.sin_addr",
    "type": "u4"
   },
   {
    "name": "laddrZero",
    "kernelName": "laddr.sin_zero",
    "type": {
     "bytes": 8
    }
   },
   {
    "name": "raddrFamily",
    "kernelName": "raddr.sin_family",
    "type": "u2"
   },
   {
    "name": "raddrPort",
    "kernelName": "raddr.sin_port",
    "type": "u2"
   },
   {
    "name": "raddrAddr",
    "kernelName": "raddr.sin_addr",
    "type": "u4"
   },
   {
    "name": "raddrZero",
    "kernelName": "raddr.sin_zero",
    "type": {
     "bytes": 8
    }
   }
  ]
 },
 "net_ns": {
  "doc": "A network namespace.",
  "fields": [
   {
    "name": "thisRef",
    "objref": "net_ns",
    "type": "s4"
   },
   {
    "name": "pad1",
    "type": "u4",
    "isPad": true
   }
  ]
 },
 "netdev": {
  "doc": "A network device; for a macvlan the first reference holds its mode instead.",
  "fields": [
   {
    "name": "netnsRef",
    "objref": "net_ns",
    "type": "s4"
   },
   {
    "name": "vethThisRef",
    "kernelName": "this_ref",
    "objref": "netdev",
    "type": "s4"
   },
   {
    "name": "vethPeerRef",
    "kernelName": "peer_ref",
    "objref": "netdev",
    "type": "s4"
   },
   {
    "name": "inetAddrs",
    "type": "u4"
   },
   {
    "name": "type",
    "type": "u2"
   },
   {
    "name": "flags",
    "type": "u2"
   },
   {
    "name": "hwaddr",
    "type": {
     "bytes": 6
    }
   },
   {
    "name": "pad1",
    "type": {
     "bytes": 6
    },
    "isPad": true
   }
  ]
 },
 "tail": {
  "doc": "Last record of a complete stream.",
  "fields": [
   {
    "name": "magic",
    "doc": "0x002d2a0cc0deef00.",
    "type": "u8"
   }
  ]
 },
 "sighand": {
  "doc": "Signal handlers.",
  "fields": []
 },
 "old_header": {
  "doc": "First record; kernel release, version and machine stand in it.",
  "fields": [
   {
    "name": "magic",
    "doc": "0x00feed0cc0a2d200.",
    "type": "u8"
   },
   {
    "name": "major",
    "doc": "First number of the kernel version. A kernel of another version refuses the image.",
    "type": "u2"
   },
   {
    "name": "minor",
    "type": "u2"
   },
   {
    "name": "patch",
    "type": "u2"
   },
   {
    "name": "rev",
    "doc": "Format version, 3 to 6. Not enough to tell the layout: 6 covers several.",
    "type": "u2"
   },
   {
    "name": "time",
    "unit": "s",
    "doc": "Wall clock at the checkpoint, since 1970.",
    "type": "u8"
   },
   {
    "name": "uflags",
    "kernelName": "flags",
    "flagsName": "checkpoint_flag",
    "doc": "CHECKPOINT_* flags of checkpoint(2). Bit 1 said until 2010-03-30 that there are no network namespaces, since then that there are.",
    "type": "u8"
   },
   {
    "name": "release",
    "type": {
     "bytes": 64
    },
    "isText": true
   },
   {
    "name": "version",
    "type": {
     "bytes": 64
    },
    "isText": true
   },
   {
    "name": "machine",
    "type": {
     "bytes": 64
    },
    "isText": true
   }
  ]
 },
 "old_header_arch": {
  "doc": "Form of the floating-point state (from v9 on).",
  "fields": [
   {
    "name": "hasFxsr",
    "type": "u2"
   },
   {
    "name": "hasXsave",
    "type": "u2"
   },
   {
    "name": "xstateSize",
    "unit": "bytes",
    "doc": "Length of the floating-point state of a task.",
    "type": "u2"
   },
   {
    "name": "pad1",
    "type": "u2",
    "isPad": true
   }
  ]
 },
 "old_tree": {
  "doc": "Number of tasks. Their entries follow as bare bytes, 16 each.",
  "fields": [
   {
    "name": "nrTasks",
    "kernelName": "tasks_nr",
    "type": "u4"
   },
   {
    "name": "pad1",
    "type": "u4",
    "isPad": true
   }
  ]
 },
 "old_tree_entry": {
  "doc": "One task of the tree.",
  "fields": [
   {
    "name": "vpid",
    "type": "s4"
   },
   {
    "name": "vtgid",
    "type": "s4"
   },
   {
    "name": "vppid",
    "type": "s4"
   },
   {
    "name": "pad1",
    "type": "u4",
    "isPad": true
   }
  ]
 },
 "old_task": {
  "doc": "State of one task.",
  "fields": [
   {
    "name": "state",
    "doc": "State of the task in the writing kernel; DEAD for a zombie.",
    "type": "u4"
   },
   {
    "name": "exitState",
    "doc": "Not 0 for a zombie (16).",
    "type": "u4"
   },
   {
    "name": "exitCode",
    "doc": "Wait status, see wait(2); 0 for living tasks.",
    "type": "u4"
   },
   {
    "name": "exitSignal",
    "doc": "Signal to the parent at exit; 2^32-1 for threads that are not the leader.",
    "type": "u4"
   },
   {
    "name": "taskCommLen",
    "type": "s4"
   },
   {
    "name": "pad1",
    "type": "u4",
    "isPad": true
   }
  ]
 },
 "old_thread": {
  "doc": "The TLS segment descriptors follow as bare bytes where ntls is not 0.",
  "fields": [
   {
    "name": "gdtEntryTlsEntries",
    "type": "s2"
   },
   {
    "name": "sizeofTlsArray",
    "unit": "bytes",
    "type": "s2"
   },
   {
    "name": "ntls",
    "type": "s2"
   },
   {
    "name": "pad1",
    "type": "u2",
    "isPad": true
   }
  ]
 },
 "old_cpu": {
  "doc": "Registers of x86. Floating-point state follows as bare bytes where used_math is not 0 (inferred).",
  "fields": [
   {
    "name": "r15",
    "type": "u8"
   },
   {
    "name": "r14",
    "type": "u8"
   },
   {
    "name": "r13",
    "type": "u8"
   },
   {
    "name": "r12",
    "type": "u8"
   },
   {
    "name": "bp",
    "type": "u8"
   },
   {
    "name": "bx",
    "type": "u8"
   },
   {
    "name": "r11",
    "type": "u8"
   },
   {
    "name": "r10",
    "type": "u8"
   },
   {
    "name": "r9",
    "type": "u8"
   },
   {
    "name": "r8",
    "type": "u8"
   },
   {
    "name": "ax",
    "type": "u8"
   },
   {
    "name": "cx",
    "type": "u8"
   },
   {
    "name": "dx",
    "type": "u8"
   },
   {
    "name": "si",
    "type": "u8"
   },
   {
    "name": "di",
    "type": "u8"
   },
   {
    "name": "origAx",
    "type": "u8"
   },
   {
    "name": "ip",
    "type": "u8"
   },
   {
    "name": "cs",
    "type": "u8"
   },
   {
    "name": "flags",
    "type": "u8"
   },
   {
    "name": "sp",
    "type": "u8"
   },
   {
    "name": "ss",
    "type": "u8"
   },
   {
    "name": "ds",
    "type": "u8"
   },
   {
    "name": "es",
    "type": "u8"
   },
   {
    "name": "fs",
    "type": "u8"
   },
   {
    "name": "gs",
    "type": "u8"
   },
   {
    "name": "debugreg0",
    "type": "u8"
   },
   {
    "name": "debugreg1",
    "type": "u8"
   },
   {
    "name": "debugreg2",
    "type": "u8"
   },
   {
    "name": "debugreg3",
    "type": "u8"
   },
   {
    "name": "debugreg4",
    "type": "u8"
   },
   {
    "name": "debugreg5",
    "type": "u8"
   },
   {
    "name": "debugreg6",
    "type": "u8"
   },
   {
    "name": "debugreg7",
    "type": "u8"
   },
   {
    "name": "usesDebug",
    "type": "u4"
   },
   {
    "name": "usedMath",
    "doc": "Not 0: CPU_FPU follows.",
    "type": "u4"
   }
  ]
 },
 "old_mm": {
  "doc": "An address space.",
  "fields": [
   {
    "name": "objref",
    "type": "u4"
   },
   {
    "name": "mapCount",
    "doc": "Number of areas that follow.",
    "type": "u4"
   },
   {
    "name": "startCode",
    "type": "u8"
   },
   {
    "name": "endCode",
    "type": "u8"
   },
   {
    "name": "startData",
    "type": "u8"
   },
   {
    "name": "endData",
    "type": "u8"
   },
   {
    "name": "startBrk",
    "type": "u8"
   },
   {
    "name": "brk",
    "type": "u8"
   },
   {
    "name": "startStack",
    "type": "u8"
   },
   {
    "name": "argStart",
    "type": "u8"
   },
   {
    "name": "argEnd",
    "type": "u8"
   },
   {
    "name": "envStart",
    "type": "u8"
   },
   {
    "name": "envEnd",
    "type": "u8"
   }
  ]
 },
 "old_vma": {
  "doc": "One memory area; of type 2 the FNAME of its file follows, then the pages.",
  "fields": [
   {
    "name": "vmaType",
    "enumName": "old_vma_type",
    "type": "u4"
   },
   {
    "name": "pad1",
    "type": "u4",
    "isPad": true
   },
   {
    "name": "vmStart",
    "type": "u8"
   },
   {
    "name": "vmEnd",
    "type": "u8"
   },
   {
    "name": "vmPageProt",
    "doc": "Page protection bits of the writing kernel.",
    "type": "u8"
   },
   {
    "name": "vmFlags",
    "doc": "VM_* of the writing kernel.",
    "type": "u8"
   },
   {
    "name": "vmPgoff",
    "doc": "Offset in the mapped file, in pages.",
    "type": "u8"
   }
  ]
 },
 "old_pgarr": {
  "doc": "Number of pages. Where it is not 0, all addresses and then all pages follow as bare bytes.",
  "fields": [
   {
    "name": "nrPages",
    "type": "u8"
   }
  ]
 },
 "old_mm_context": {
  "doc": "nldt entries follow as bare bytes (inferred).",
  "fields": [
   {
    "name": "ldtEntrySize",
    "unit": "bytes",
    "type": "s2"
   },
   {
    "name": "nldt",
    "type": "s2"
   },
   {
    "name": "pad1",
    "type": "u4",
    "isPad": true
   }
  ]
 },
 "old_file_table": {
  "doc": "A descriptor table; that many times FD_ENT follows.",
  "fields": [
   {
    "name": "objref",
    "type": "u4"
   },
   {
    "name": "fdtNfds",
    "kernelName": "nfds",
    "doc": "Number of open descriptors.",
    "type": "u4"
   }
  ]
 },
 "old_file_desc": {
  "doc": "One descriptor.",
  "fields": [
   {
    "name": "fdObjref",
    "kernelName": "objref",
    "objref": "file",
    "type": "u4"
   },
   {
    "name": "fdDescriptor",
    "kernelName": "fd",
    "type": "s4"
   },
   {
    "name": "fdCloseOnExec",
    "kernelName": "close_on_exec",
    "type": "u4"
   },
   {
    "name": "pad1",
    "type": "u4",
    "isPad": true
   }
  ]
 },
 "old_file": {
  "doc": "An open file; FNAME follows.",
  "fields": [
   {
    "name": "fType",
    "kernelName": "fd_type",
    "enumName": "old_file_type",
    "type": "u2"
   },
   {
    "name": "fMode",
    "doc": "FMODE_* of the kernel.",
    "type": "u2"
   },
   {
    "name": "fFlags",
    "doc": "O_* of the architecture.",
    "type": "u4"
   },
   {
    "name": "fPos",
    "type": "u8"
   },
   {
    "name": "fVersion",
    "type": "u8"
   }
  ]
 },
 "old_tail": {
  "doc": "Last record of a complete stream.",
  "fields": [
   {
    "name": "magic",
    "doc": "0x002d2a0cc0deef00.",
    "type": "u8"
   }
  ]
 }
};

export const linuxCrEnums: Readonly<Record<string, readonly EnumValue[]>> = {
 "record_kind": [
  {
   "value": 1,
   "id": "header",
   "kernelName": "CKPT_HDR_HEADER"
  },
  {
   "value": 2,
   "id": "header_arch",
   "kernelName": "CKPT_HDR_HEADER_ARCH"
  },
  {
   "value": 3,
   "id": "container",
   "kernelName": "CKPT_HDR_CONTAINER",
   "doc": "The container begins; a header alone."
  },
  {
   "value": 4,
   "id": "buffer",
   "kernelName": "CKPT_HDR_BUFFER",
   "doc": "Bytes whose meaning depends on what stands before."
  },
  {
   "value": 5,
   "id": "string",
   "kernelName": "CKPT_HDR_STRING",
   "doc": "A text with its final zero."
  },
  {
   "value": 6,
   "id": "objref",
   "kernelName": "CKPT_HDR_OBJREF"
  },
  {
   "value": 7,
   "id": "lsm_info",
   "kernelName": "CKPT_HDR_LSM_INFO",
   "since": 20091111,
   "doc": "State of the security module, up to 192 bytes; the BUFFER before names the module."
  },
  {
   "value": 8,
   "id": "security",
   "kernelName": "CKPT_HDR_SECURITY",
   "since": 20091111
  },
  {
   "value": 100,
   "id": "pids",
   "kernelName": "CKPT_HDR_PIDS",
   "since": 20110125
  },
  {
   "value": 101,
   "id": "tree",
   "kernelName": "CKPT_HDR_TREE"
  },
  {
   "value": 102,
   "id": "task",
   "kernelName": "CKPT_HDR_TASK"
  },
  {
   "value": 103,
   "id": "task_ns",
   "kernelName": "CKPT_HDR_TASK_NS"
  },
  {
   "value": 104,
   "id": "task_objs",
   "kernelName": "CKPT_HDR_TASK_OBJS"
  },
  {
   "value": 105,
   "id": "restart_block",
   "kernelName": "CKPT_HDR_RESTART_BLOCK"
  },
  {
   "value": 106,
   "id": "thread",
   "kernelName": "CKPT_HDR_THREAD"
  },
  {
   "value": 107,
   "id": "cpu",
   "kernelName": "CKPT_HDR_CPU"
  },
  {
   "value": 108,
   "id": "ns",
   "kernelName": "CKPT_HDR_NS"
  },
  {
   "value": 109,
   "id": "uts_ns",
   "kernelName": "CKPT_HDR_UTS_NS"
  },
  {
   "value": 110,
   "id": "ipc_ns",
   "kernelName": "CKPT_HDR_IPC_NS"
  },
  {
   "value": 111,
   "id": "mnt_ns",
   "kernelName": "CKPT_HDR_MNT_NS",
   "since": 20100205,
   "doc": "A mount namespace; a header alone."
  },
  {
   "value": 112,
   "id": "capabilities",
   "kernelName": "CKPT_HDR_CAPABILITIES",
   "doc": "Not seen as a record of its own."
  },
  {
   "value": 113,
   "id": "user_ns",
   "kernelName": "CKPT_HDR_USER_NS"
  },
  {
   "value": 114,
   "id": "cred",
   "kernelName": "CKPT_HDR_CRED"
  },
  {
   "value": 115,
   "id": "user",
   "kernelName": "CKPT_HDR_USER"
  },
  {
   "value": 116,
   "id": "groupinfo",
   "kernelName": "CKPT_HDR_GROUPINFO"
  },
  {
   "value": 117,
   "id": "task_creds",
   "kernelName": "CKPT_HDR_TASK_CREDS"
  },
  {
   "value": 118,
   "id": "vpids",
   "kernelName": "CKPT_HDR_VPIDS",
   "since": 20100323,
   "before": 20100425
  },
  {
   "value": 201,
   "id": "cpu_fpu",
   "kernelName": "CKPT_HDR_CPU_FPU",
   "doc": "Floating-point state, as the processor stores it."
  },
  {
   "value": 202,
   "id": "mm_context_ldt",
   "kernelName": "CKPT_HDR_MM_CONTEXT_LDT",
   "doc": "Entries of the local descriptor table."
  },
  {
   "value": 301,
   "id": "file_table",
   "kernelName": "CKPT_HDR_FILE_TABLE"
  },
  {
   "value": 302,
   "id": "file_desc",
   "kernelName": "CKPT_HDR_FILE_DESC"
  },
  {
   "value": 303,
   "id": "file_name",
   "kernelName": "CKPT_HDR_FILE_NAME",
   "doc": "A path with its final zero."
  },
  {
   "value": 304,
   "id": "file",
   "kernelName": "CKPT_HDR_FILE"
  },
  {
   "value": 305,
   "id": "pipe_buf",
   "kernelName": "CKPT_HDR_PIPE_BUF",
   "doc": "Unread bytes of a pipe."
  },
  {
   "value": 306,
   "id": "tty",
   "kernelName": "CKPT_HDR_TTY"
  },
  {
   "value": 307,
   "id": "tty_ldisc",
   "kernelName": "CKPT_HDR_TTY_LDISC"
  },
  {
   "value": 308,
   "id": "epoll_items",
   "kernelName": "CKPT_HDR_EPOLL_ITEMS",
   "since": 20091104
  },
  {
   "value": 401,
   "id": "mm",
   "kernelName": "CKPT_HDR_MM"
  },
  {
   "value": 402,
   "id": "vma",
   "kernelName": "CKPT_HDR_VMA"
  },
  {
   "value": 403,
   "id": "pgarr",
   "kernelName": "CKPT_HDR_PGARR"
  },
  {
   "value": 404,
   "id": "mm_context",
   "kernelName": "CKPT_HDR_MM_CONTEXT"
  },
  {
   "value": 409,
   "id": "hpage",
   "kernelName": "CKPT_HDR_HPAGE",
   "since": 20110416
  },
  {
   "value": 451,
   "id": "fs",
   "kernelName": "CKPT_HDR_FS",
   "since": 20100205
  },
  {
   "value": 501,
   "id": "ipc",
   "kernelName": "CKPT_HDR_IPC"
  },
  {
   "value": 502,
   "id": "ipc_shm",
   "kernelName": "CKPT_HDR_IPC_SHM"
  },
  {
   "value": 503,
   "id": "ipc_msg",
   "kernelName": "CKPT_HDR_IPC_MSG"
  },
  {
   "value": 504,
   "id": "ipc_msg_msg",
   "kernelName": "CKPT_HDR_IPC_MSG_MSG"
  },
  {
   "value": 505,
   "id": "ipc_sem",
   "kernelName": "CKPT_HDR_IPC_SEM"
  },
  {
   "value": 506,
   "id": "task_sem_undo_list",
   "kernelName": "CKPT_HDR_TASK_SEM_UNDO_LIST",
   "since": 20110105
  },
  {
   "value": 507,
   "id": "task_sem_undo",
   "kernelName": "CKPT_HDR_TASK_SEM_UNDO",
   "since": 20110105
  },
  {
   "value": 601,
   "id": "sighand",
   "kernelName": "CKPT_HDR_SIGHAND"
  },
  {
   "value": 602,
   "id": "signal",
   "kernelName": "CKPT_HDR_SIGNAL"
  },
  {
   "value": 603,
   "id": "signal_task",
   "kernelName": "CKPT_HDR_SIGNAL_TASK"
  },
  {
   "value": 604,
   "id": "sigpending",
   "kernelName": "CKPT_HDR_SIGPENDING"
  },
  {
   "value": 701,
   "id": "socket",
   "kernelName": "CKPT_HDR_SOCKET"
  },
  {
   "value": 702,
   "id": "socket_queue",
   "kernelName": "CKPT_HDR_SOCKET_QUEUE"
  },
  {
   "value": 703,
   "id": "socket_buffer",
   "kernelName": "CKPT_HDR_SOCKET_BUFFER"
  },
  {
   "value": 704,
   "id": "socket_frag",
   "kernelName": "CKPT_HDR_SOCKET_FRAG",
   "since": 20091201
  },
  {
   "value": 705,
   "id": "socket_unix",
   "kernelName": "CKPT_HDR_SOCKET_UNIX"
  },
  {
   "value": 706,
   "id": "socket_inet",
   "kernelName": "CKPT_HDR_SOCKET_INET"
  },
  {
   "value": 707,
   "id": "net_ns",
   "kernelName": "CKPT_HDR_NET_NS",
   "since": 20100330
  },
  {
   "value": 708,
   "id": "netdev",
   "kernelName": "CKPT_HDR_NETDEV",
   "since": 20100330
  },
  {
   "value": 709,
   "id": "netdev_addr",
   "kernelName": "CKPT_HDR_NETDEV_ADDR",
   "since": 20100330,
   "doc": "Form not known."
  },
  {
   "value": 9001,
   "id": "tail",
   "kernelName": "CKPT_HDR_TAIL"
  },
  {
   "value": 9999,
   "id": "error",
   "kernelName": "CKPT_HDR_ERROR",
   "doc": "The checkpoint failed; a STRING whose first byte is zero says why."
  }
 ],
 "object_kind": [
  {
   "value": 0,
   "id": "ignore",
   "kernelName": "CKPT_OBJ_IGNORE"
  },
  {
   "value": 1,
   "id": "inode",
   "kernelName": "CKPT_OBJ_INODE"
  },
  {
   "value": 2,
   "id": "file_table",
   "kernelName": "CKPT_OBJ_FILE_TABLE"
  },
  {
   "value": 3,
   "id": "file",
   "kernelName": "CKPT_OBJ_FILE"
  },
  {
   "value": 4,
   "id": "mm",
   "kernelName": "CKPT_OBJ_MM"
  },
  {
   "value": 5,
   "id": "fs",
   "kernelName": "CKPT_OBJ_FS",
   "since": 20100205
  },
  {
   "value": 6,
   "id": "sighand",
   "kernelName": "CKPT_OBJ_SIGHAND"
  },
  {
   "value": 7,
   "id": "signal",
   "kernelName": "CKPT_OBJ_SIGNAL"
  },
  {
   "value": 8,
   "id": "ns",
   "kernelName": "CKPT_OBJ_NS"
  },
  {
   "value": 9,
   "id": "uts_ns",
   "kernelName": "CKPT_OBJ_UTS_NS"
  },
  {
   "value": 10,
   "id": "ipc_ns",
   "kernelName": "CKPT_OBJ_IPC_NS"
  },
  {
   "value": 11,
   "id": "mnt_ns",
   "kernelName": "CKPT_OBJ_MNT_NS",
   "since": 20100205
  },
  {
   "value": 12,
   "id": "user_ns",
   "kernelName": "CKPT_OBJ_USER_NS"
  },
  {
   "value": 13,
   "id": "cred",
   "kernelName": "CKPT_OBJ_CRED"
  },
  {
   "value": 14,
   "id": "user",
   "kernelName": "CKPT_OBJ_USER"
  },
  {
   "value": 15,
   "id": "groupinfo",
   "kernelName": "CKPT_OBJ_GROUPINFO"
  },
  {
   "value": 16,
   "id": "socket",
   "kernelName": "CKPT_OBJ_SOCK"
  },
  {
   "value": 17,
   "id": "tty",
   "kernelName": "CKPT_OBJ_TTY"
  },
  {
   "value": 18,
   "id": "security_ptr",
   "kernelName": "CKPT_OBJ_SECURITY_PTR",
   "since": 20091111
  },
  {
   "value": 19,
   "id": "security",
   "kernelName": "CKPT_OBJ_SECURITY",
   "since": 20091111
  },
  {
   "value": 20,
   "id": "net_ns",
   "kernelName": "CKPT_OBJ_NET_NS",
   "since": 20100330
  },
  {
   "value": 21,
   "id": "netdev",
   "kernelName": "CKPT_OBJ_NETDEV",
   "since": 20100330
  },
  {
   "value": 22,
   "id": "sem_undo",
   "kernelName": "CKPT_OBJ_SEM_UNDO",
   "since": 20110105
  },
  {
   "value": 100,
   "id": "pid",
   "kernelName": "CKPT_OBJ_PID",
   "since": 20110125
  }
 ],
 "arch": [
  {
   "value": 1,
   "id": "x86_32",
   "kernelName": "CKPT_ARCH_X86_32"
  },
  {
   "value": 2,
   "id": "x86_64",
   "kernelName": "CKPT_ARCH_X86_64",
   "since": 20091206
  },
  {
   "value": 3,
   "id": "s390x",
   "kernelName": "CKPT_ARCH_S390X"
  },
  {
   "value": 4,
   "id": "ppc32",
   "kernelName": "CKPT_ARCH_PPC32",
   "before": 20110110
  },
  {
   "value": 5,
   "id": "ppc64",
   "kernelName": "CKPT_ARCH_PPC64",
   "before": 20110110
  },
  {
   "value": 6,
   "id": "arm",
   "kernelName": "CKPT_ARCH_ARM",
   "since": 20100425
  }
 ],
 "file_type": [
  {
   "value": 0,
   "id": "ignore",
   "kernelName": "CKPT_FILE_IGNORE"
  },
  {
   "value": 1,
   "id": "generic",
   "kernelName": "CKPT_FILE_GENERIC"
  },
  {
   "value": 2,
   "id": "pipe",
   "kernelName": "CKPT_FILE_PIPE"
  },
  {
   "value": 3,
   "id": "fifo",
   "kernelName": "CKPT_FILE_FIFO"
  },
  {
   "value": 4,
   "id": "socket",
   "kernelName": "CKPT_FILE_SOCKET"
  },
  {
   "value": 5,
   "id": "tty",
   "kernelName": "CKPT_FILE_TTY"
  },
  {
   "value": 6,
   "id": "epoll",
   "kernelName": "CKPT_FILE_EPOLL"
  },
  {
   "value": 7,
   "id": "eventfd",
   "kernelName": "CKPT_FILE_EVENTFD"
  }
 ],
 "vma_type": [
  {
   "value": 0,
   "id": "ignore",
   "kernelName": "CKPT_VMA_IGNORE"
  },
  {
   "value": 1,
   "id": "vdso",
   "kernelName": "CKPT_VMA_VDSO"
  },
  {
   "value": 2,
   "id": "anon",
   "kernelName": "CKPT_VMA_ANON"
  },
  {
   "value": 3,
   "id": "file",
   "kernelName": "CKPT_VMA_FILE"
  },
  {
   "value": 4,
   "id": "shm_anon",
   "kernelName": "CKPT_VMA_SHM_ANON"
  },
  {
   "value": 5,
   "id": "shm_anon_skip",
   "kernelName": "CKPT_VMA_SHM_ANON_SKIP"
  },
  {
   "value": 6,
   "id": "shm_file",
   "kernelName": "CKPT_VMA_SHM_FILE"
  },
  {
   "value": 7,
   "id": "shm_ipc",
   "kernelName": "CKPT_VMA_SHM_IPC"
  },
  {
   "value": 8,
   "id": "shm_ipc_skip",
   "kernelName": "CKPT_VMA_SHM_IPC_SKIP"
  },
  {
   "value": 9,
   "id": "hugetlb",
   "kernelName": "CKPT_VMA_HUGETLB"
  },
  {
   "value": 10,
   "id": "hugetlb_skip",
   "kernelName": "CKPT_VMA_HUGETLB_SKIP"
  }
 ],
 "restart_block_type": [
  {
   "value": 1,
   "id": "none",
   "kernelName": "CKPT_RESTART_BLOCK_NONE"
  },
  {
   "value": 2,
   "id": "hrtimer_nanosleep",
   "kernelName": "CKPT_RESTART_BLOCK_HRTIMER_NANOSLEEP"
  },
  {
   "value": 3,
   "id": "posix_cpu_nanosleep",
   "kernelName": "CKPT_RESTART_BLOCK_POSIX_CPU_NANOSLEEP"
  },
  {
   "value": 4,
   "id": "compat_nanosleep",
   "kernelName": "CKPT_RESTART_BLOCK_COMPAT_NANOSLEEP"
  },
  {
   "value": 5,
   "id": "compat_clock_nanosleep",
   "kernelName": "CKPT_RESTART_BLOCK_COMPAT_CLOCK_NANOSLEEP"
  },
  {
   "value": 6,
   "id": "poll",
   "kernelName": "CKPT_RESTART_BLOCK_POLL"
  },
  {
   "value": 7,
   "id": "futex",
   "kernelName": "CKPT_RESTART_BLOCK_FUTEX"
  }
 ],
 "security_type": [
  {
   "value": 1,
   "id": "msg"
  },
  {
   "value": 2,
   "id": "ipc"
  },
  {
   "value": 3,
   "id": "file"
  },
  {
   "value": 4,
   "id": "cred"
  }
 ],
 "checkpoint_flag": [
  {
   "value": 1,
   "id": "subtree",
   "kernelName": "CHECKPOINT_SUBTREE"
  },
  {
   "value": 2,
   "id": "netns",
   "kernelName": "CHECKPOINT_NETNS"
  }
 ],
 "task_flag": [
  {
   "value": 1,
   "id": "forknoexec",
   "kernelName": "CKPT_PF_FORKNOEXEC"
  },
  {
   "value": 2,
   "id": "superpriv",
   "kernelName": "CKPT_PF_SUPERPRIV"
  }
 ],
 "netdev_type": [
  {
   "value": 0,
   "id": "lo"
  },
  {
   "value": 1,
   "id": "veth"
  },
  {
   "value": 2,
   "id": "sit"
  },
  {
   "value": 3,
   "id": "macvlan"
  }
 ],
 "old_vma_type": [
  {
   "value": 1,
   "id": "anon",
   "kernelName": "CR_VMA_ANON"
  },
  {
   "value": 2,
   "id": "file",
   "kernelName": "CR_VMA_FILE"
  }
 ],
 "old_file_type": [
  {
   "value": 1,
   "id": "file",
   "kernelName": "CR_FD_FILE"
  },
  {
   "value": 2,
   "id": "dir",
   "kernelName": "CR_FD_DIR"
  }
 ],
 "layout": [
  {
   "value": 20081113,
   "id": "v9",
   "doc": "Patches v9 to v13 with the first framing."
  },
  {
   "value": 20091003,
   "id": "r3_2009_10",
   "doc": "v18."
  },
  {
   "value": 20091104,
   "id": "r3_2009_11",
   "doc": "v19-rc1, epoll and eventfd."
  },
  {
   "value": 20091111,
   "id": "r4_2009_11",
   "doc": "Security labels."
  },
  {
   "value": 20091201,
   "id": "r4_2009_12",
   "doc": "v19-rc2, longer socket buffers."
  },
  {
   "value": 20091206,
   "id": "r4_x86_64",
   "doc": "The first with x86-64."
  },
  {
   "value": 20100205,
   "id": "r5_rc3",
   "doc": "v19-rc3, root and current directory, mount namespaces."
  },
  {
   "value": 20100222,
   "id": "r5_v19",
   "doc": "v19."
  },
  {
   "value": 20100323,
   "id": "r6_nested",
   "doc": "v20, nested pid namespaces."
  },
  {
   "value": 20100330,
   "id": "r6_netns",
   "doc": "v20, network namespaces."
  },
  {
   "value": 20100425,
   "id": "r6_v21",
   "doc": "v21."
  },
  {
   "value": 20110105,
   "id": "r6_v23_rc1",
   "doc": "v23-rc1, semaphore adjustments, signal stacks."
  },
  {
   "value": 20110110,
   "id": "r6_tty",
   "doc": "v23-rc1, longer terminals."
  },
  {
   "value": 20110125,
   "id": "r6_pids",
   "doc": "Pid objects."
  },
  {
   "value": 20110416,
   "id": "r6_v23_rc2",
   "doc": "v23-rc2, huge pages."
  },
  {
   "value": 20120317,
   "id": "r6_linux_3_0",
   "doc": "On Linux 3.0."
  }
 ]
};
