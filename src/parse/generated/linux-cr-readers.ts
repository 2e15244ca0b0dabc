// Made by "npm run generate" from formats/linux-cr/*.ksy with kaitai-struct-compiler. Do not edit.
// @ts-nocheck
import KaitaiStream from 'kaitai-struct/KaitaiStream.js';

const modules = {};
const require = (name) => (name === 'kaitai-struct/KaitaiStream' ? KaitaiStream : modules[name.replace('./', '')]);
const define = undefined;
const load = (name, run) => {
  modules[name] = {};
  run(modules[name]);
};

load('LinuxCrCommon', function (exports) {
// This is a generated file! Please edit source .ksy file and use kaitai-struct-compiler to rebuild

(function (root, factory) {
  if (typeof define === 'function' && define.amd) {
    define(['exports', 'kaitai-struct/KaitaiStream'], factory);
  } else if (typeof exports === 'object' && exports !== null && typeof exports.nodeType !== 'number') {
    factory(exports, require('kaitai-struct/KaitaiStream'));
  } else {
    factory(root.LinuxCrCommon || (root.LinuxCrCommon = {}), root.KaitaiStream);
  }
})(typeof self !== 'undefined' ? self : this, function (LinuxCrCommon_, KaitaiStream) {
var LinuxCrCommon = (function() {
  LinuxCrCommon.Arch = Object.freeze({
    X86_32: 1,
    X86_64: 2,
    S390X: 3,
    PPC32: 4,
    PPC64: 5,
    ARM: 6,

    1: "X86_32",
    2: "X86_64",
    3: "S390X",
    4: "PPC32",
    5: "PPC64",
    6: "ARM",
  });

  LinuxCrCommon.CheckpointFlag = Object.freeze({
    SUBTREE: 1,
    NETNS: 2,

    1: "SUBTREE",
    2: "NETNS",
  });

  LinuxCrCommon.FileType = Object.freeze({
    IGNORE: 0,
    GENERIC: 1,
    PIPE: 2,
    FIFO: 3,
    SOCKET: 4,
    TTY: 5,
    EPOLL: 6,
    EVENTFD: 7,

    0: "IGNORE",
    1: "GENERIC",
    2: "PIPE",
    3: "FIFO",
    4: "SOCKET",
    5: "TTY",
    6: "EPOLL",
    7: "EVENTFD",
  });

  LinuxCrCommon.Layout = Object.freeze({
    V9: 20081113,
    R3_2009_10: 20091003,
    R3_2009_11: 20091104,
    R4_2009_11: 20091111,
    R4_2009_12: 20091201,
    R4_X86_64: 20091206,
    R5_RC3: 20100205,
    R5_V19: 20100222,
    R6_NESTED: 20100323,
    R6_NETNS: 20100330,
    R6_V21: 20100425,
    R6_V23_RC1: 20110105,
    R6_TTY: 20110110,
    R6_PIDS: 20110125,
    R6_V23_RC2: 20110416,
    R6_LINUX_3_0: 20120317,

    20081113: "V9",
    20091003: "R3_2009_10",
    20091104: "R3_2009_11",
    20091111: "R4_2009_11",
    20091201: "R4_2009_12",
    20091206: "R4_X86_64",
    20100205: "R5_RC3",
    20100222: "R5_V19",
    20100323: "R6_NESTED",
    20100330: "R6_NETNS",
    20100425: "R6_V21",
    20110105: "R6_V23_RC1",
    20110110: "R6_TTY",
    20110125: "R6_PIDS",
    20110416: "R6_V23_RC2",
    20120317: "R6_LINUX_3_0",
  });

  LinuxCrCommon.NetdevType = Object.freeze({
    LO: 0,
    VETH: 1,
    SIT: 2,
    MACVLAN: 3,

    0: "LO",
    1: "VETH",
    2: "SIT",
    3: "MACVLAN",
  });

  LinuxCrCommon.ObjectKind = Object.freeze({
    IGNORE: 0,
    INODE: 1,
    FILE_TABLE: 2,
    FILE: 3,
    MM: 4,
    FS: 5,
    SIGHAND: 6,
    SIGNAL: 7,
    NS: 8,
    UTS_NS: 9,
    IPC_NS: 10,
    MNT_NS: 11,
    USER_NS: 12,
    CRED: 13,
    USER: 14,
    GROUPINFO: 15,
    SOCKET: 16,
    TTY: 17,
    SECURITY_PTR: 18,
    SECURITY: 19,
    NET_NS: 20,
    NETDEV: 21,
    SEM_UNDO: 22,
    PID: 100,

    0: "IGNORE",
    1: "INODE",
    2: "FILE_TABLE",
    3: "FILE",
    4: "MM",
    5: "FS",
    6: "SIGHAND",
    7: "SIGNAL",
    8: "NS",
    9: "UTS_NS",
    10: "IPC_NS",
    11: "MNT_NS",
    12: "USER_NS",
    13: "CRED",
    14: "USER",
    15: "GROUPINFO",
    16: "SOCKET",
    17: "TTY",
    18: "SECURITY_PTR",
    19: "SECURITY",
    20: "NET_NS",
    21: "NETDEV",
    22: "SEM_UNDO",
    100: "PID",
  });

  LinuxCrCommon.OldFileType = Object.freeze({
    FILE: 1,
    DIR: 2,

    1: "FILE",
    2: "DIR",
  });

  LinuxCrCommon.OldVmaType = Object.freeze({
    ANON: 1,
    FILE: 2,

    1: "ANON",
    2: "FILE",
  });

  LinuxCrCommon.RecordKind = Object.freeze({
    HEADER: 1,
    HEADER_ARCH: 2,
    CONTAINER: 3,
    BUFFER: 4,
    STRING: 5,
    OBJREF: 6,
    LSM_INFO: 7,
    SECURITY: 8,
    PIDS: 100,
    TREE: 101,
    TASK: 102,
    TASK_NS: 103,
    TASK_OBJS: 104,
    RESTART_BLOCK: 105,
    THREAD: 106,
    CPU: 107,
    NS: 108,
    UTS_NS: 109,
    IPC_NS: 110,
    MNT_NS: 111,
    CAPABILITIES: 112,
    USER_NS: 113,
    CRED: 114,
    USER: 115,
    GROUPINFO: 116,
    TASK_CREDS: 117,
    VPIDS: 118,
    CPU_FPU: 201,
    MM_CONTEXT_LDT: 202,
    FILE_TABLE: 301,
    FILE_DESC: 302,
    FILE_NAME: 303,
    FILE: 304,
    PIPE_BUF: 305,
    TTY: 306,
    TTY_LDISC: 307,
    EPOLL_ITEMS: 308,
    MM: 401,
    VMA: 402,
    PGARR: 403,
    MM_CONTEXT: 404,
    HPAGE: 409,
    FS: 451,
    IPC: 501,
    IPC_SHM: 502,
    IPC_MSG: 503,
    IPC_MSG_MSG: 504,
    IPC_SEM: 505,
    TASK_SEM_UNDO_LIST: 506,
    TASK_SEM_UNDO: 507,
    SIGHAND: 601,
    SIGNAL: 602,
    SIGNAL_TASK: 603,
    SIGPENDING: 604,
    SOCKET: 701,
    SOCKET_QUEUE: 702,
    SOCKET_BUFFER: 703,
    SOCKET_FRAG: 704,
    SOCKET_UNIX: 705,
    SOCKET_INET: 706,
    NET_NS: 707,
    NETDEV: 708,
    NETDEV_ADDR: 709,
    TAIL: 9001,
    ERROR: 9999,

    1: "HEADER",
    2: "HEADER_ARCH",
    3: "CONTAINER",
    4: "BUFFER",
    5: "STRING",
    6: "OBJREF",
    7: "LSM_INFO",
    8: "SECURITY",
    100: "PIDS",
    101: "TREE",
    102: "TASK",
    103: "TASK_NS",
    104: "TASK_OBJS",
    105: "RESTART_BLOCK",
    106: "THREAD",
    107: "CPU",
    108: "NS",
    109: "UTS_NS",
    110: "IPC_NS",
    111: "MNT_NS",
    112: "CAPABILITIES",
    113: "USER_NS",
    114: "CRED",
    115: "USER",
    116: "GROUPINFO",
    117: "TASK_CREDS",
    118: "VPIDS",
    201: "CPU_FPU",
    202: "MM_CONTEXT_LDT",
    301: "FILE_TABLE",
    302: "FILE_DESC",
    303: "FILE_NAME",
    304: "FILE",
    305: "PIPE_BUF",
    306: "TTY",
    307: "TTY_LDISC",
    308: "EPOLL_ITEMS",
    401: "MM",
    402: "VMA",
    403: "PGARR",
    404: "MM_CONTEXT",
    409: "HPAGE",
    451: "FS",
    501: "IPC",
    502: "IPC_SHM",
    503: "IPC_MSG",
    504: "IPC_MSG_MSG",
    505: "IPC_SEM",
    506: "TASK_SEM_UNDO_LIST",
    507: "TASK_SEM_UNDO",
    601: "SIGHAND",
    602: "SIGNAL",
    603: "SIGNAL_TASK",
    604: "SIGPENDING",
    701: "SOCKET",
    702: "SOCKET_QUEUE",
    703: "SOCKET_BUFFER",
    704: "SOCKET_FRAG",
    705: "SOCKET_UNIX",
    706: "SOCKET_INET",
    707: "NET_NS",
    708: "NETDEV",
    709: "NETDEV_ADDR",
    9001: "TAIL",
    9999: "ERROR",
  });

  LinuxCrCommon.RestartBlockType = Object.freeze({
    NONE: 1,
    HRTIMER_NANOSLEEP: 2,
    POSIX_CPU_NANOSLEEP: 3,
    COMPAT_NANOSLEEP: 4,
    COMPAT_CLOCK_NANOSLEEP: 5,
    POLL: 6,
    FUTEX: 7,

    1: "NONE",
    2: "HRTIMER_NANOSLEEP",
    3: "POSIX_CPU_NANOSLEEP",
    4: "COMPAT_NANOSLEEP",
    5: "COMPAT_CLOCK_NANOSLEEP",
    6: "POLL",
    7: "FUTEX",
  });

  LinuxCrCommon.SecurityType = Object.freeze({
    MSG: 1,
    IPC: 2,
    FILE: 3,
    CRED: 4,

    1: "MSG",
    2: "IPC",
    3: "FILE",
    4: "CRED",
  });

  LinuxCrCommon.TaskFlag = Object.freeze({
    FORKNOEXEC: 1,
    SUPERPRIV: 2,

    1: "FORKNOEXEC",
    2: "SUPERPRIV",
  });

  LinuxCrCommon.VmaType = Object.freeze({
    IGNORE: 0,
    VDSO: 1,
    ANON: 2,
    FILE: 3,
    SHM_ANON: 4,
    SHM_ANON_SKIP: 5,
    SHM_FILE: 6,
    SHM_IPC: 7,
    SHM_IPC_SKIP: 8,
    HUGETLB: 9,
    HUGETLB_SKIP: 10,

    0: "IGNORE",
    1: "VDSO",
    2: "ANON",
    3: "FILE",
    4: "SHM_ANON",
    5: "SHM_ANON_SKIP",
    6: "SHM_FILE",
    7: "SHM_IPC",
    8: "SHM_IPC_SKIP",
    9: "HUGETLB",
    10: "HUGETLB_SKIP",
  });

  function LinuxCrCommon(_io, _parent, _root) {
    this._io = _io;
    this._parent = _parent;
    this._root = _root || this;

    this._read();
  }
  LinuxCrCommon.prototype._read = function() {
  }

  var ArchNumber = LinuxCrCommon.ArchNumber = (function() {
    function ArchNumber(_io, _parent, _root, layout) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this.layout = layout;

      this.number = undefined;
      this._read();
    }
    ArchNumber.prototype._read = function() {
      this.number = this._io.readU2le();
    }
    Object.defineProperty(ArchNumber.prototype, 'kind', {
      get: function() {
        if (this._m_kind !== undefined)
          return this._m_kind;
        this._m_kind = ( ((this.layout >= 20120317) && (this.number == 4))  ? 6 : ( ((this.layout >= 20110110) && (this.layout < 20120317) && (this.number == 4))  ? 6 : (this.layout >= 20100205 ? this.number : ( ((this.layout >= 20091206) && (this.number == 5))  ? 2 : (this.number >= 2 ? this.number + 1 : this.number)))));
        return this._m_kind;
      }
    });

    return ArchNumber;
  })();

  var ObjectNumber = LinuxCrCommon.ObjectNumber = (function() {
    function ObjectNumber(_io, _parent, _root, layout) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this.layout = layout;

      this.number = undefined;
      this._read();
    }
    ObjectNumber.prototype._read = function() {
      this.number = this._io.readU4le();
    }
    Object.defineProperty(ObjectNumber.prototype, 'kind', {
      get: function() {
        if (this._m_kind !== undefined)
          return this._m_kind;
        this._m_kind = ( ((this.layout >= 20110125) && (this.number == 1))  ? 100 : ( ((this.layout >= 20110125) && (this.number > 1))  ? this.number - 1 : ( ((this.layout < 20100205) && (this.number >= 10))  ? this.number + 2 : ( ((this.layout < 20100205) && (this.number >= 5))  ? this.number + 1 : this.number))));
        return this._m_kind;
      }
    });

    return ObjectNumber;
  })();

  var OldRecordNumber = LinuxCrCommon.OldRecordNumber = (function() {
    function OldRecordNumber(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.number = undefined;
      this._read();
    }
    OldRecordNumber.prototype._read = function() {
      this.number = this._io.readU2le();
    }
    Object.defineProperty(OldRecordNumber.prototype, 'kind', {
      get: function() {
        if (this._m_kind !== undefined)
          return this._m_kind;
        this._m_kind = (this.number == 3 ? 4 : (this.number == 4 ? 5 : (this.number == 5 ? 303 : (this.number == 103 ? 106 : (this.number == 104 ? 107 : ( ((this.number >= 201) && (this.number <= 204))  ? this.number + 200 : (this.number == 303 ? 304 : (this.number == 5001 ? 9001 : ( ((this.number == 1) || (this.number == 2) || (this.number == 101) || (this.number == 102) || (this.number == 301) || (this.number == 302))  ? this.number : 0)))))))));
        return this._m_kind;
      }
    });

    return OldRecordNumber;
  })();

  var RecordNumber = LinuxCrCommon.RecordNumber = (function() {
    function RecordNumber(_io, _parent, _root, layout) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this.layout = layout;

      this.number = undefined;
      this._read();
    }
    RecordNumber.prototype._read = function() {
      this.number = this._io.readU4le();
    }
    Object.defineProperty(RecordNumber.prototype, 'kind', {
      get: function() {
        if (this._m_kind !== undefined)
          return this._m_kind;
        this._m_kind = ( ((this.number == 100) || (this.number == 409))  ? 0 : ( ((this.layout >= 20110125) && (this.number == 101))  ? 100 : ( ((this.layout >= 20110125) && (this.number >= 102) && (this.number <= 118))  ? this.number - 1 : ( ((this.layout >= 20110416) && (this.number == 404))  ? 409 : ( ((this.layout >= 20110416) && (this.number == 405))  ? 404 : ( ((this.layout < 20100205) && (this.number >= 111) && (this.number <= 116))  ? this.number + 1 : ( ((this.layout < 20091201) && (this.number >= 704) && (this.number <= 705))  ? this.number + 1 : this.number)))))));
        return this._m_kind;
      }
    });

    return RecordNumber;
  })();

  return LinuxCrCommon;
})();
LinuxCrCommon_.LinuxCrCommon = LinuxCrCommon;
});
});

load('LinuxCrRecords', function (exports) {
// This is a generated file! Please edit source .ksy file and use kaitai-struct-compiler to rebuild

(function (root, factory) {
  if (typeof define === 'function' && define.amd) {
    define(['exports', 'kaitai-struct/KaitaiStream', './LinuxCrCommon'], factory);
  } else if (typeof exports === 'object' && exports !== null && typeof exports.nodeType !== 'number') {
    factory(exports, require('kaitai-struct/KaitaiStream'), require('./LinuxCrCommon'));
  } else {
    factory(root.LinuxCrRecords || (root.LinuxCrRecords = {}), root.KaitaiStream, root.LinuxCrCommon || (root.LinuxCrCommon = {}));
  }
})(typeof self !== 'undefined' ? self : this, function (LinuxCrRecords_, KaitaiStream, LinuxCrCommon_) {
var LinuxCrRecords = (function() {
  function LinuxCrRecords(_io, _parent, _root) {
    this._io = _io;
    this._parent = _parent;
    this._root = _root || this;

    this._read();
  }
  LinuxCrRecords.prototype._read = function() {
  }

  var Capabilities = LinuxCrRecords.Capabilities = (function() {
    function Capabilities(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.capI0 = this.capI1 = this.capP0 = this.capP1 = this.capE0 = this.capE1 = this.capB0 = this.capB1 = this.securebits = this.pad1 = undefined;
      this._read();
    }
    Capabilities.prototype._read = function() {
      this.capI0 = this._io.readU4le();
      this.capI1 = this._io.readU4le();
      this.capP0 = this._io.readU4le();
      this.capP1 = this._io.readU4le();
      this.capE0 = this._io.readU4le();
      this.capE1 = this._io.readU4le();
      this.capB0 = this._io.readU4le();
      this.capB1 = this._io.readU4le();
      this.securebits = this._io.readU4le();
      this.pad1 = this._io.readU4le();
    }

    return Capabilities;
  })();

  var Constants = LinuxCrRecords.Constants = (function() {
    function Constants(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.taskCommLen = this.atVectorSize = this.signalNsig = this.utsSysnameLen = this.utsNodenameLen = this.utsReleaseLen = this.utsVersionLen = this.utsMachineLen = this.utsDomainnameLen = this.rlimitNlimits = this.nTtyBufSize = this.ttyTermiosNccs = undefined;
      this._read();
    }
    Constants.prototype._read = function() {
      this.taskCommLen = this._io.readU2le();
      this.atVectorSize = this._io.readU2le();
      this.signalNsig = this._io.readU2le();
      this.utsSysnameLen = this._io.readU2le();
      this.utsNodenameLen = this._io.readU2le();
      this.utsReleaseLen = this._io.readU2le();
      this.utsVersionLen = this._io.readU2le();
      this.utsMachineLen = this._io.readU2le();
      this.utsDomainnameLen = this._io.readU2le();
      this.rlimitNlimits = this._io.readU2le();
      this.nTtyBufSize = this._io.readU2le();
      this.ttyTermiosNccs = this._io.readU2le();
    }

    return Constants;
  })();

  var Cpu = LinuxCrRecords.Cpu = (function() {
    function Cpu(_io, _parent, _root, layout) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this.layout = layout;

      this.r15 = this.r14 = this.r13 = this.r12 = this.bp = this.bx = this.r11 = this.r10 = this.r9 = this.r8 = this.ax = this.cx = this.dx = this.si = this.di = this.origAx = this.ip = this.sp = this.flags = this.fs = this.gs = this.fsindex = this.gsindex = this.cs = this.ss = this.ds = this.es = this.usedMath = this.debugreg0 = this.debugreg1 = this.debugreg2 = this.debugreg3 = this.debugreg6 = this.debugreg7 = undefined;
      this._read();
    }
    Cpu.prototype._read = function() {
      this.r15 = this._io.readU8le();
      this.r14 = this._io.readU8le();
      this.r13 = this._io.readU8le();
      this.r12 = this._io.readU8le();
      this.bp = this._io.readU8le();
      this.bx = this._io.readU8le();
      this.r11 = this._io.readU8le();
      this.r10 = this._io.readU8le();
      this.r9 = this._io.readU8le();
      this.r8 = this._io.readU8le();
      this.ax = this._io.readU8le();
      this.cx = this._io.readU8le();
      this.dx = this._io.readU8le();
      this.si = this._io.readU8le();
      this.di = this._io.readU8le();
      this.origAx = this._io.readU8le();
      this.ip = this._io.readU8le();
      this.sp = this._io.readU8le();
      this.flags = this._io.readU8le();
      this.fs = this._io.readU8le();
      this.gs = this._io.readU8le();
      this.fsindex = this._io.readU2le();
      this.gsindex = this._io.readU2le();
      this.cs = this._io.readU2le();
      this.ss = this._io.readU2le();
      this.ds = this._io.readU2le();
      this.es = this._io.readU2le();
      this.usedMath = this._io.readU4le();
      if (this.layout < 20100205) {
        this.debugreg0 = this._io.readU8le();
      }
      if (this.layout < 20100205) {
        this.debugreg1 = this._io.readU8le();
      }
      if (this.layout < 20100205) {
        this.debugreg2 = this._io.readU8le();
      }
      if (this.layout < 20100205) {
        this.debugreg3 = this._io.readU8le();
      }
      if (this.layout < 20100205) {
        this.debugreg6 = this._io.readU8le();
      }
      if (this.layout < 20100205) {
        this.debugreg7 = this._io.readU8le();
      }
    }

    return Cpu;
  })();

  var Cred = LinuxCrRecords.Cred = (function() {
    function Cred(_io, _parent, _root, layout) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this.layout = layout;

      this.uid = this.suid = this.euid = this.fsuid = this.gid = this.sgid = this.egid = this.fsgid = this.userRef = this.groupinfoRef = this.secRef = this.pad1 = this.capS = undefined;
      this._read();
    }
    Cred.prototype._read = function() {
      this.uid = this._io.readU4le();
      this.suid = this._io.readU4le();
      this.euid = this._io.readU4le();
      this.fsuid = this._io.readU4le();
      this.gid = this._io.readU4le();
      this.sgid = this._io.readU4le();
      this.egid = this._io.readU4le();
      this.fsgid = this._io.readU4le();
      this.userRef = this._io.readS4le();
      this.groupinfoRef = this._io.readS4le();
      if (this.layout >= 20091111) {
        this.secRef = this._io.readS4le();
      }
      if (this.layout >= 20091111) {
        this.pad1 = this._io.readU4le();
      }
      this.capS = new Capabilities(this._io, this, this._root);
    }

    return Cred;
  })();

  var EpollItem = LinuxCrRecords.EpollItem = (function() {
    function EpollItem(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.data = this.fd = this.fileObjref = this.events = this.pad1 = undefined;
      this._read();
    }
    EpollItem.prototype._read = function() {
      this.data = this._io.readU8le();
      this.fd = this._io.readU4le();
      this.fileObjref = this._io.readS4le();
      this.events = this._io.readU4le();
      this.pad1 = this._io.readU4le();
    }

    return EpollItem;
  })();

  var EpollItems = LinuxCrRecords.EpollItems = (function() {
    function EpollItems(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.epfileObjref = this.numItems = undefined;
      this._read();
    }
    EpollItems.prototype._read = function() {
      this.epfileObjref = this._io.readS4le();
      this.numItems = this._io.readU4le();
    }

    return EpollItems;
  })();

  var File = LinuxCrRecords.File = (function() {
    function File(_io, _parent, _root, layout) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this.layout = layout;

      this.fType = this.fMode = this.fFlags = this.fCredref = this.fPos = this.fVersion = this.fSecref = this.pad1 = this.pipeObjref = this.pad2 = this.sockObjref = this.pad3 = this.ttyObjref = this.pad4 = this.count = this.flags = this.pad5 = undefined;
      this._read();
    }
    File.prototype._read = function() {
      this.fType = this._io.readU4le();
      this.fMode = this._io.readU4le();
      this.fFlags = this._io.readU4le();
      this.fCredref = this._io.readS4le();
      this.fPos = this._io.readU8le();
      this.fVersion = this._io.readU8le();
      if (this.layout >= 20091111) {
        this.fSecref = this._io.readS4le();
      }
      if (this.layout >= 20091111) {
        this.pad1 = this._io.readU4le();
      }
      if ( ((this.fType == LinuxCrCommon_.LinuxCrCommon.FileType.PIPE) || (this.fType == LinuxCrCommon_.LinuxCrCommon.FileType.FIFO)) ) {
        this.pipeObjref = this._io.readS4le();
      }
      if ( ((this.fType == LinuxCrCommon_.LinuxCrCommon.FileType.PIPE) || (this.fType == LinuxCrCommon_.LinuxCrCommon.FileType.FIFO)) ) {
        this.pad2 = this._io.readU4le();
      }
      if (this.fType == LinuxCrCommon_.LinuxCrCommon.FileType.SOCKET) {
        this.sockObjref = this._io.readS4le();
      }
      if (this.fType == LinuxCrCommon_.LinuxCrCommon.FileType.SOCKET) {
        this.pad3 = this._io.readU4le();
      }
      if (this.fType == LinuxCrCommon_.LinuxCrCommon.FileType.TTY) {
        this.ttyObjref = this._io.readS4le();
      }
      if (this.fType == LinuxCrCommon_.LinuxCrCommon.FileType.TTY) {
        this.pad4 = this._io.readU4le();
      }
      if (this.fType == LinuxCrCommon_.LinuxCrCommon.FileType.EVENTFD) {
        this.count = this._io.readU8le();
      }
      if (this.fType == LinuxCrCommon_.LinuxCrCommon.FileType.EVENTFD) {
        this.flags = this._io.readU4le();
      }
      if (this.fType == LinuxCrCommon_.LinuxCrCommon.FileType.EVENTFD) {
        this.pad5 = this._io.readU4le();
      }
    }

    return File;
  })();

  var FileDesc = LinuxCrRecords.FileDesc = (function() {
    function FileDesc(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.fdObjref = this.fdDescriptor = this.fdCloseOnExec = this.pad1 = undefined;
      this._read();
    }
    FileDesc.prototype._read = function() {
      this.fdObjref = this._io.readS4le();
      this.fdDescriptor = this._io.readS4le();
      this.fdCloseOnExec = this._io.readU4le();
      this.pad1 = this._io.readU4le();
    }

    return FileDesc;
  })();

  var FileTable = LinuxCrRecords.FileTable = (function() {
    function FileTable(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.fdtNfds = this.pad1 = undefined;
      this._read();
    }
    FileTable.prototype._read = function() {
      this.fdtNfds = this._io.readS4le();
      this.pad1 = this._io.readU4le();
    }

    return FileTable;
  })();

  var Fs = LinuxCrRecords.Fs = (function() {
    function Fs(_io, _parent, _root, layout) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this.layout = layout;

      this.umask = this.pad1 = undefined;
      this._read();
    }
    Fs.prototype._read = function() {
      if (this.layout >= 20110105) {
        this.umask = this._io.readU4le();
      }
      if (this.layout >= 20110105) {
        this.pad1 = this._io.readU4le();
      }
    }

    return Fs;
  })();

  var Groupinfo = LinuxCrRecords.Groupinfo = (function() {
    function Groupinfo(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.ngroups = undefined;
      this._read();
    }
    Groupinfo.prototype._read = function() {
      this.ngroups = this._io.readU4le();
    }

    return Groupinfo;
  })();

  var Header = LinuxCrRecords.Header = (function() {
    function Header(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.magic = this.archId = this.major = this.minor = this.patch = this.rev = this.pad1 = this.constants = this.time = this.uflags = undefined;
      this._read();
    }
    Header.prototype._read = function() {
      this.magic = this._io.readU8le();
      this.archId = this._io.readU2le();
      this.major = this._io.readU2le();
      this.minor = this._io.readU2le();
      this.patch = this._io.readU2le();
      this.rev = this._io.readU2le();
      this.pad1 = this._io.readBytes(6);
      this.constants = new Constants(this._io, this, this._root);
      this.time = this._io.readU8le();
      this.uflags = this._io.readU8le();
    }

    return Header;
  })();

  var HeaderArch = LinuxCrRecords.HeaderArch = (function() {
    function HeaderArch(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.hasFxsr = this.hasXsave = this.xstateSize = this.pad1 = undefined;
      this._read();
    }
    HeaderArch.prototype._read = function() {
      this.hasFxsr = this._io.readU2le();
      this.hasXsave = this._io.readU2le();
      this.xstateSize = this._io.readU2le();
      this.pad1 = this._io.readU2le();
    }

    return HeaderArch;
  })();

  var Hpage = LinuxCrRecords.Hpage = (function() {
    function Hpage(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.vaddr = this.shift = this.pad1 = undefined;
      this._read();
    }
    Hpage.prototype._read = function() {
      this.vaddr = this._io.readU8le();
      this.shift = this._io.readU2le();
      this.pad1 = this._io.readBytes(6);
    }

    return Hpage;
  })();

  var Ipc = LinuxCrRecords.Ipc = (function() {
    function Ipc(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.ipcType = this.ipcCount = undefined;
      this._read();
    }
    Ipc.prototype._read = function() {
      this.ipcType = this._io.readU4le();
      this.ipcCount = this._io.readU4le();
    }

    return Ipc;
  })();

  var IpcMsg = LinuxCrRecords.IpcMsg = (function() {
    function IpcMsg(_io, _parent, _root, layout) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this.layout = layout;

      this.perms = this.qStime = this.qRtime = this.qCtime = this.qCbytes = this.qQnum = this.qQbytes = this.qLspid = this.qLrpid = undefined;
      this._read();
    }
    IpcMsg.prototype._read = function() {
      this.perms = new IpcPerms(this._io, this, this._root, this.layout);
      this.qStime = this._io.readU8le();
      this.qRtime = this._io.readU8le();
      this.qCtime = this._io.readU8le();
      this.qCbytes = this._io.readU8le();
      this.qQnum = this._io.readU8le();
      this.qQbytes = this._io.readU8le();
      this.qLspid = this._io.readS4le();
      this.qLrpid = this._io.readS4le();
    }

    return IpcMsg;
  })();

  var IpcMsgMsg = LinuxCrRecords.IpcMsgMsg = (function() {
    function IpcMsgMsg(_io, _parent, _root, layout) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this.layout = layout;

      this.form = undefined;
      this._read();
    }
    IpcMsgMsg.prototype._read = function() {
      switch ((this.layout >= 20100205 ? 2 : 1)) {
      case 1:
        this.form = new IpcMsgMsgForm1(this._io, this, this._root, this.layout);
        break;
      case 2:
        this.form = new IpcMsgMsgForm2(this._io, this, this._root);
        break;
      }
    }

    return IpcMsgMsg;
  })();

  var IpcMsgMsgForm1 = LinuxCrRecords.IpcMsgMsgForm1 = (function() {
    function IpcMsgMsgForm1(_io, _parent, _root, layout) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this.layout = layout;

      this.mType = this.mTs = this.secRef = this.pad1 = undefined;
      this._read();
    }
    IpcMsgMsgForm1.prototype._read = function() {
      this.mType = this._io.readS4le();
      this.mTs = this._io.readU4le();
      if (this.layout >= 20091111) {
        this.secRef = this._io.readS4le();
      }
      if (this.layout >= 20091111) {
        this.pad1 = this._io.readU4le();
      }
    }

    return IpcMsgMsgForm1;
  })();

  var IpcMsgMsgForm2 = LinuxCrRecords.IpcMsgMsgForm2 = (function() {
    function IpcMsgMsgForm2(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.mType = this.mTs = this.secRef = undefined;
      this._read();
    }
    IpcMsgMsgForm2.prototype._read = function() {
      this.mType = this._io.readS8le();
      this.mTs = this._io.readU4le();
      this.secRef = this._io.readS4le();
    }

    return IpcMsgMsgForm2;
  })();

  var IpcNs = LinuxCrRecords.IpcNs = (function() {
    function IpcNs(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.shmCtlmax = this.shmCtlall = this.shmCtlmni = this.msgCtlmax = this.msgCtlmnb = this.msgCtlmni = this.semCtlMsl = this.semCtlMns = this.semCtlOpm = this.semCtlMni = undefined;
      this._read();
    }
    IpcNs.prototype._read = function() {
      this.shmCtlmax = this._io.readU8le();
      this.shmCtlall = this._io.readU8le();
      this.shmCtlmni = this._io.readS4le();
      this.msgCtlmax = this._io.readS4le();
      this.msgCtlmnb = this._io.readS4le();
      this.msgCtlmni = this._io.readS4le();
      this.semCtlMsl = this._io.readS4le();
      this.semCtlMns = this._io.readS4le();
      this.semCtlOpm = this._io.readS4le();
      this.semCtlMni = this._io.readS4le();
    }

    return IpcNs;
  })();

  var IpcPerms = LinuxCrRecords.IpcPerms = (function() {
    function IpcPerms(_io, _parent, _root, layout) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this.layout = layout;

      this.pad1 = this.id = this.key = this.uid = this.gid = this.cuid = this.cgid = this.mode = this.pad2 = this.seq = this.secRef = this.pad3 = undefined;
      this._read();
    }
    IpcPerms.prototype._read = function() {
      this.pad1 = this._io.readU8le();
      this.id = this._io.readS4le();
      this.key = this._io.readU4le();
      this.uid = this._io.readU4le();
      this.gid = this._io.readU4le();
      this.cuid = this._io.readU4le();
      this.cgid = this._io.readU4le();
      this.mode = this._io.readU4le();
      this.pad2 = this._io.readU4le();
      this.seq = this._io.readU8le();
      if (this.layout >= 20091111) {
        this.secRef = this._io.readS4le();
      }
      if (this.layout >= 20091111) {
        this.pad3 = this._io.readU4le();
      }
    }

    return IpcPerms;
  })();

  var IpcSem = LinuxCrRecords.IpcSem = (function() {
    function IpcSem(_io, _parent, _root, layout) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this.layout = layout;

      this.perms = this.semOtime = this.semCtime = this.semNsems = this.pad1 = undefined;
      this._read();
    }
    IpcSem.prototype._read = function() {
      this.perms = new IpcPerms(this._io, this, this._root, this.layout);
      this.semOtime = this._io.readU8le();
      this.semCtime = this._io.readU8le();
      this.semNsems = this._io.readU4le();
      this.pad1 = this._io.readU4le();
    }

    return IpcSem;
  })();

  var IpcShm = LinuxCrRecords.IpcShm = (function() {
    function IpcShm(_io, _parent, _root, layout) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this.layout = layout;

      this.perms = this.shmSegsz = this.shmAtim = this.shmDtim = this.shmCtim = this.shmCprid = this.shmLprid = this.mlockUid = this.flags = this.objref = this.shift = this.pad1 = this.pad2 = undefined;
      this._read();
    }
    IpcShm.prototype._read = function() {
      this.perms = new IpcPerms(this._io, this, this._root, this.layout);
      this.shmSegsz = this._io.readU8le();
      this.shmAtim = this._io.readU8le();
      this.shmDtim = this._io.readU8le();
      this.shmCtim = this._io.readU8le();
      this.shmCprid = this._io.readS4le();
      this.shmLprid = this._io.readS4le();
      this.mlockUid = this._io.readU4le();
      this.flags = this._io.readU4le();
      this.objref = this._io.readU4le();
      if (this.layout >= 20110416) {
        this.shift = this._io.readU2le();
      }
      if (this.layout >= 20110416) {
        this.pad1 = this._io.readU2le();
      }
      if (this.layout < 20110416) {
        this.pad2 = this._io.readU4le();
      }
    }

    return IpcShm;
  })();

  var Mm = LinuxCrRecords.Mm = (function() {
    function Mm(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.mapCount = this.exeObjref = this.defFlags = this.flags = this.startCode = this.endCode = this.startData = this.endData = this.startBrk = this.brk = this.startStack = this.argStart = this.argEnd = this.envStart = this.envEnd = undefined;
      this._read();
    }
    Mm.prototype._read = function() {
      this.mapCount = this._io.readU4le();
      this.exeObjref = this._io.readS4le();
      this.defFlags = this._io.readU8le();
      this.flags = this._io.readU8le();
      this.startCode = this._io.readU8le();
      this.endCode = this._io.readU8le();
      this.startData = this._io.readU8le();
      this.endData = this._io.readU8le();
      this.startBrk = this._io.readU8le();
      this.brk = this._io.readU8le();
      this.startStack = this._io.readU8le();
      this.argStart = this._io.readU8le();
      this.argEnd = this._io.readU8le();
      this.envStart = this._io.readU8le();
      this.envEnd = this._io.readU8le();
    }

    return Mm;
  })();

  var MmContext = LinuxCrRecords.MmContext = (function() {
    function MmContext(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.vdso = this.ldtEntrySize = this.nldt = undefined;
      this._read();
    }
    MmContext.prototype._read = function() {
      this.vdso = this._io.readU8le();
      this.ldtEntrySize = this._io.readU4le();
      this.nldt = this._io.readU4le();
    }

    return MmContext;
  })();

  var NetNs = LinuxCrRecords.NetNs = (function() {
    function NetNs(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.thisRef = this.pad1 = undefined;
      this._read();
    }
    NetNs.prototype._read = function() {
      this.thisRef = this._io.readS4le();
      this.pad1 = this._io.readU4le();
    }

    return NetNs;
  })();

  var Netdev = LinuxCrRecords.Netdev = (function() {
    function Netdev(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.netnsRef = this.vethThisRef = this.vethPeerRef = this.inetAddrs = this.type = this.flags = this.hwaddr = this.pad1 = undefined;
      this._read();
    }
    Netdev.prototype._read = function() {
      this.netnsRef = this._io.readS4le();
      this.vethThisRef = this._io.readS4le();
      this.vethPeerRef = this._io.readS4le();
      this.inetAddrs = this._io.readU4le();
      this.type = this._io.readU2le();
      this.flags = this._io.readU2le();
      this.hwaddr = this._io.readBytes(6);
      this.pad1 = this._io.readBytes(6);
    }

    return Netdev;
  })();

  var NetdevAddr = LinuxCrRecords.NetdevAddr = (function() {
    function NetdevAddr(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.type = this.pad1 = this.inet4Local = this.inet4Address = this.inet4Mask = this.inet4Broadcast = undefined;
      this._read();
    }
    NetdevAddr.prototype._read = function() {
      this.type = this._io.readU2le();
      this.pad1 = this._io.readBytes(6);
      this.inet4Local = this._io.readU4le();
      this.inet4Address = this._io.readU4le();
      this.inet4Mask = this._io.readU4le();
      this.inet4Broadcast = this._io.readU4le();
    }

    return NetdevAddr;
  })();

  var Ns = LinuxCrRecords.Ns = (function() {
    function Ns(_io, _parent, _root, layout) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this.layout = layout;

      this.utsObjref = this.ipcObjref = this.netObjref = this.pad1 = undefined;
      this._read();
    }
    Ns.prototype._read = function() {
      this.utsObjref = this._io.readS4le();
      this.ipcObjref = this._io.readU4le();
      if (this.layout >= 20100330) {
        this.netObjref = this._io.readS4le();
      }
      if (this.layout >= 20100330) {
        this.pad1 = this._io.readU4le();
      }
    }

    return Ns;
  })();

  var Objref = LinuxCrRecords.Objref = (function() {
    function Objref(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.objtype = this.objref = undefined;
      this._read();
    }
    Objref.prototype._read = function() {
      this.objtype = this._io.readU4le();
      this.objref = this._io.readS4le();
    }

    return Objref;
  })();

  var Pgarr = LinuxCrRecords.Pgarr = (function() {
    function Pgarr(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.nrPages = undefined;
      this._read();
    }
    Pgarr.prototype._read = function() {
      this.nrPages = this._io.readU8le();
    }

    return Pgarr;
  })();

  var PidObject = LinuxCrRecords.PidObject = (function() {
    function PidObject(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.depth = this.numbers = undefined;
      this._read();
    }
    PidObject.prototype._read = function() {
      this.depth = this._io.readU4le();
      this.numbers = [];
      for (var i = 0; i < this.depth + 1; i++) {
        this.numbers.push(this._io.readS4le());
      }
    }

    return PidObject;
  })();

  var Pids = LinuxCrRecords.Pids = (function() {
    function Pids(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.nrPids = this.nrVpids = this.offset = this.pad1 = undefined;
      this._read();
    }
    Pids.prototype._read = function() {
      this.nrPids = this._io.readU4le();
      this.nrVpids = this._io.readU4le();
      this.offset = this._io.readU4le();
      this.pad1 = this._io.readU4le();
    }

    return Pids;
  })();

  var RestartBlock = LinuxCrRecords.RestartBlock = (function() {
    function RestartBlock(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.functionType = this.arg0 = this.arg1 = this.arg2 = this.arg3 = this.arg4 = undefined;
      this._read();
    }
    RestartBlock.prototype._read = function() {
      this.functionType = this._io.readU8le();
      this.arg0 = this._io.readU8le();
      this.arg1 = this._io.readU8le();
      this.arg2 = this._io.readU8le();
      this.arg3 = this._io.readU8le();
      this.arg4 = this._io.readU8le();
    }

    return RestartBlock;
  })();

  var Rlimit = LinuxCrRecords.Rlimit = (function() {
    function Rlimit(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.rlimCur = this.rlimMax = undefined;
      this._read();
    }
    Rlimit.prototype._read = function() {
      this.rlimCur = this._io.readU8le();
      this.rlimMax = this._io.readU8le();
    }

    return Rlimit;
  })();

  var Security = LinuxCrRecords.Security = (function() {
    function Security(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.ptrref = this.sectype = this.pad1 = undefined;
      this._read();
    }
    Security.prototype._read = function() {
      this.ptrref = this._io.readS4le();
      this.sectype = this._io.readU1();
      this.pad1 = this._io.readBytes(3);
    }

    return Security;
  })();

  var SemValue = LinuxCrRecords.SemValue = (function() {
    function SemValue(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.semval = this.sempid = undefined;
      this._read();
    }
    SemValue.prototype._read = function() {
      this.semval = this._io.readU4le();
      this.sempid = this._io.readU4le();
    }

    return SemValue;
  })();

  var Sigaction = LinuxCrRecords.Sigaction = (function() {
    function Sigaction(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.saHandler = this.saFlags = this.saRestorer = this.saMask = undefined;
      this._read();
    }
    Sigaction.prototype._read = function() {
      this.saHandler = this._io.readU8le();
      this.saFlags = this._io.readU8le();
      this.saRestorer = this._io.readU8le();
      this.saMask = this._io.readU8le();
    }

    return Sigaction;
  })();

  var Sighand = LinuxCrRecords.Sighand = (function() {
    function Sighand(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this._read();
    }
    Sighand.prototype._read = function() {
    }

    return Sighand;
  })();

  var Siginfo = LinuxCrRecords.Siginfo = (function() {
    function Siginfo(_io, _parent, _root, layout) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this.layout = layout;

      this.signo = this.errno = this.code = this.pid = this.uid = this.fd = this.tid = this.band = this.overrun = this.trapno = this.status = this.sigvalInt = this.sigvalPtr = this.utime = this.stime = this.addr = this.sysPrivate = this.pad1 = undefined;
      this._read();
    }
    Siginfo.prototype._read = function() {
      this.signo = this._io.readU4le();
      this.errno = this._io.readS4le();
      this.code = this._io.readS4le();
      this.pid = this._io.readU4le();
      this.uid = this._io.readU4le();
      if (this.layout >= 20110105) {
        this.fd = this._io.readS4le();
      }
      if (this.layout >= 20110105) {
        this.tid = this._io.readU4le();
      }
      if (this.layout >= 20110105) {
        this.band = this._io.readU4le();
      }
      if (this.layout >= 20110105) {
        this.overrun = this._io.readU4le();
      }
      if (this.layout >= 20110105) {
        this.trapno = this._io.readU4le();
      }
      if (this.layout >= 20110105) {
        this.status = this._io.readS4le();
      }
      this.sigvalInt = this._io.readU4le();
      this.sigvalPtr = this._io.readU8le();
      this.utime = this._io.readU8le();
      this.stime = this._io.readU8le();
      if (this.layout >= 20110105) {
        this.addr = this._io.readU8le();
      }
      if (this.layout >= 20110105) {
        this.sysPrivate = this._io.readS4le();
      }
      if (this.layout >= 20110105) {
        this.pad1 = this._io.readU4le();
      }
    }

    return Siginfo;
  })();

  var Signal = LinuxCrRecords.Signal = (function() {
    function Signal(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.rlim = this.itRealValue = this.itRealIncr = this.itVirtValue = this.itVirtIncr = this.itProfValue = this.itProfIncr = this.ttyObjref = this.ttyPgrp = this.ttyOldPgrp = this.pad1 = undefined;
      this._read();
    }
    Signal.prototype._read = function() {
      this.rlim = [];
      for (var i = 0; i < 16; i++) {
        this.rlim.push(new Rlimit(this._io, this, this._root));
      }
      this.itRealValue = this._io.readU8le();
      this.itRealIncr = this._io.readU8le();
      this.itVirtValue = this._io.readU8le();
      this.itVirtIncr = this._io.readU8le();
      this.itProfValue = this._io.readU8le();
      this.itProfIncr = this._io.readU8le();
      this.ttyObjref = this._io.readS4le();
      this.ttyPgrp = this._io.readS4le();
      this.ttyOldPgrp = this._io.readS4le();
      this.pad1 = this._io.readU4le();
    }

    return Signal;
  })();

  var SignalTask = LinuxCrRecords.SignalTask = (function() {
    function SignalTask(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.blocked = undefined;
      this._read();
    }
    SignalTask.prototype._read = function() {
      this.blocked = this._io.readU8le();
    }

    return SignalTask;
  })();

  var Sigpending = LinuxCrRecords.Sigpending = (function() {
    function Sigpending(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.nrPending = this.pad1 = this.signal = undefined;
      this._read();
    }
    Sigpending.prototype._read = function() {
      this.nrPending = this._io.readU4le();
      this.pad1 = this._io.readU4le();
      this.signal = this._io.readU8le();
    }

    return Sigpending;
  })();

  var Socket = LinuxCrRecords.Socket = (function() {
    function Socket(_io, _parent, _root, layout) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this.layout = layout;

      this.hasBuffers = this.pad1 = this.socketFlags = this.socketState = this.pad2 = this.commonBoundDevIf = this.commonReuse = this.commonFamily = this.commonState = this.pad3 = this.sockRcvlowat = this.sockFlags = this.sockRcvtimeo = this.sockSndtimeo = this.sockErr = this.sockErrSoft = this.sockPriority = this.sockRcvbuf = this.sockSndbuf = this.sockType = this.sockBacklog = this.sockProtocol = this.sockState = this.sockShutdown = this.sockUserlocks = this.sockNoCheck = this.pad4 = this.sockLingerLOnoff = this.sockLingerLLinger = undefined;
      this._read();
    }
    Socket.prototype._read = function() {
      if (this.layout >= 20110105) {
        this.hasBuffers = this._io.readU1();
      }
      if (this.layout >= 20110105) {
        this.pad1 = this._io.readBytes(7);
      }
      this.socketFlags = this._io.readU8le();
      this.socketState = this._io.readU1();
      this.pad2 = this._io.readBytes(7);
      this.commonBoundDevIf = this._io.readU4le();
      this.commonReuse = this._io.readU4le();
      this.commonFamily = this._io.readU2le();
      this.commonState = this._io.readU1();
      this.pad3 = this._io.readBytes(5);
      this.sockRcvlowat = this._io.readS8le();
      this.sockFlags = this._io.readU8le();
      this.sockRcvtimeo = this._io.readS8le();
      this.sockSndtimeo = this._io.readS8le();
      this.sockErr = this._io.readU4le();
      this.sockErrSoft = this._io.readU4le();
      this.sockPriority = this._io.readU4le();
      this.sockRcvbuf = this._io.readS4le();
      this.sockSndbuf = this._io.readS4le();
      this.sockType = this._io.readU2le();
      this.sockBacklog = this._io.readS2le();
      this.sockProtocol = this._io.readU1();
      this.sockState = this._io.readU1();
      this.sockShutdown = this._io.readU1();
      this.sockUserlocks = this._io.readU1();
      this.sockNoCheck = this._io.readU1();
      this.pad4 = this._io.readBytes(3);
      this.sockLingerLOnoff = this._io.readS4le();
      this.sockLingerLLinger = this._io.readS4le();
    }

    return Socket;
  })();

  var SocketBuffer = LinuxCrRecords.SocketBuffer = (function() {
    function SocketBuffer(_io, _parent, _root, layout) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this.layout = layout;

      this.transportHeader = this.networkHeader = this.macHeader = this.linLen = this.frgLen = this.skbLen = this.hdrLen = this.macLen = this.dataOffset = this.skObjref = this.prObjref = this.protocol = this.nrFrags = this.cb = undefined;
      this._read();
    }
    SocketBuffer.prototype._read = function() {
      if (this.layout >= 20091201) {
        this.transportHeader = this._io.readU4le();
      }
      if (this.layout >= 20091201) {
        this.networkHeader = this._io.readU4le();
      }
      if (this.layout >= 20091201) {
        this.macHeader = this._io.readU4le();
      }
      if (this.layout >= 20091201) {
        this.linLen = this._io.readU4le();
      }
      if (this.layout >= 20091201) {
        this.frgLen = this._io.readU4le();
      }
      if (this.layout >= 20091201) {
        this.skbLen = this._io.readU4le();
      }
      if (this.layout >= 20091201) {
        this.hdrLen = this._io.readU4le();
      }
      if (this.layout >= 20091201) {
        this.macLen = this._io.readU4le();
      }
      if (this.layout >= 20091201) {
        this.dataOffset = this._io.readU4le();
      }
      this.skObjref = this._io.readS4le();
      this.prObjref = this._io.readS4le();
      if (this.layout >= 20091201) {
        this.protocol = this._io.readU2le();
      }
      if (this.layout >= 20091201) {
        this.nrFrags = this._io.readU2le();
      }
      if (this.layout >= 20091201) {
        this.cb = this._io.readBytes(48);
      }
    }

    return SocketBuffer;
  })();

  var SocketFrag = LinuxCrRecords.SocketFrag = (function() {
    function SocketFrag(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.size = this.offset = undefined;
      this._read();
    }
    SocketFrag.prototype._read = function() {
      this.size = this._io.readU4le();
      this.offset = this._io.readU4le();
    }

    return SocketFrag;
  })();

  var SocketInet = LinuxCrRecords.SocketInet = (function() {
    function SocketInet(_io, _parent, _root, layout) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this.layout = layout;

      this.daddr = this.rcvSaddr = this.saddr = this.dport = this.num = this.sport = this.ucTtl = this.cmsgFlags = this.pad1 = this.ackTimeout = this.ackAto = this.ackLrcvtime = this.ackLastSegSize = this.ackRcvMss = this.ackPending = this.ackQuick = this.ackPingpong = this.ackBlocked = this.tcpRcvNxt = this.tcpCopiedSeq = this.tcpRcvWup = this.tcpSndNxt = this.tcpSndUna = this.tcpSndSml = this.tcpRcvTstamp = this.tcpLsndtime = this.tcpSndWl1 = this.tcpSndWnd = this.tcpMaxWindow = this.tcpMssCache = this.tcpWindowClamp = this.tcpRcvSsthresh = this.tcpFrtoHighmark = this.tcpSrtt = this.tcpMdev = this.tcpMdevMax = this.tcpRttvar = this.tcpRttSeq = this.tcpPacketsOut = this.tcpRetransOut = this.tcpSndUp = this.tcpRcvWnd = this.tcpWriteSeq = this.tcpPushedSeq = this.tcpLostOut = this.tcpSackedOut = this.tcpFacketsOut = this.tcpTsoDeferred = this.tcpBytesAcked = this.tcpLostCntHint = this.tcpRetransmitHigh = this.tcpLostRetransLow = this.tcpPriorSsthresh = this.tcpHighSeq = this.tcpRetransStamp = this.tcpUndoMarker = this.tcpUndoRetrans = this.tcpTotalRetrans = this.tcpUrgSeq = this.tcpKeepaliveTime = this.tcpKeepaliveIntvl = this.tcpUrgData = this.tcpAdvmss = this.tcpFrtoCounter = this.tcpNonagle = this.tcpEcnFlags = this.tcpReordering = this.tcpKeepaliveProbes = this.pad2 = this.inet6Saddr = this.inet6RcvSaddr = this.inet6Daddr = this.laddrLen = this.raddrLen = this.laddrFamily = this.laddrPort = this.laddrAddr = this.laddrZero = this.raddrFamily = this.raddrPort = this.raddrAddr = this.raddrZero = undefined;
      this._read();
    }
    SocketInet.prototype._read = function() {
      if (this.layout >= 20091201) {
        this.daddr = this._io.readU4le();
      }
      if (this.layout >= 20091201) {
        this.rcvSaddr = this._io.readU4le();
      }
      if (this.layout >= 20091201) {
        this.saddr = this._io.readU4le();
      }
      if (this.layout >= 20091201) {
        this.dport = this._io.readU2le();
      }
      if (this.layout >= 20091201) {
        this.num = this._io.readU2le();
      }
      if (this.layout >= 20091201) {
        this.sport = this._io.readU2le();
      }
      if (this.layout >= 20091201) {
        this.ucTtl = this._io.readS2le();
      }
      if (this.layout >= 20091201) {
        this.cmsgFlags = this._io.readU2le();
      }
      if (this.layout >= 20091201) {
        this.pad1 = this._io.readU2le();
      }
      if (this.layout >= 20091201) {
        this.ackTimeout = this._io.readU8le();
      }
      if (this.layout >= 20091201) {
        this.ackAto = this._io.readU4le();
      }
      if (this.layout >= 20091201) {
        this.ackLrcvtime = this._io.readU4le();
      }
      if (this.layout >= 20091201) {
        this.ackLastSegSize = this._io.readU2le();
      }
      if (this.layout >= 20091201) {
        this.ackRcvMss = this._io.readU2le();
      }
      if (this.layout >= 20091201) {
        this.ackPending = this._io.readU1();
      }
      if (this.layout >= 20091201) {
        this.ackQuick = this._io.readU1();
      }
      if (this.layout >= 20091201) {
        this.ackPingpong = this._io.readU1();
      }
      if (this.layout >= 20091201) {
        this.ackBlocked = this._io.readU1();
      }
      if (this.layout >= 20091201) {
        this.tcpRcvNxt = this._io.readU4le();
      }
      if (this.layout >= 20091201) {
        this.tcpCopiedSeq = this._io.readU4le();
      }
      if (this.layout >= 20091201) {
        this.tcpRcvWup = this._io.readU4le();
      }
      if (this.layout >= 20091201) {
        this.tcpSndNxt = this._io.readU4le();
      }
      if (this.layout >= 20091201) {
        this.tcpSndUna = this._io.readU4le();
      }
      if (this.layout >= 20091201) {
        this.tcpSndSml = this._io.readU4le();
      }
      if (this.layout >= 20091201) {
        this.tcpRcvTstamp = this._io.readU4le();
      }
      if (this.layout >= 20091201) {
        this.tcpLsndtime = this._io.readU4le();
      }
      if (this.layout >= 20091201) {
        this.tcpSndWl1 = this._io.readU4le();
      }
      if (this.layout >= 20091201) {
        this.tcpSndWnd = this._io.readU4le();
      }
      if (this.layout >= 20091201) {
        this.tcpMaxWindow = this._io.readU4le();
      }
      if (this.layout >= 20091201) {
        this.tcpMssCache = this._io.readU4le();
      }
      if (this.layout >= 20091201) {
        this.tcpWindowClamp = this._io.readU4le();
      }
      if (this.layout >= 20091201) {
        this.tcpRcvSsthresh = this._io.readU4le();
      }
      if (this.layout >= 20091201) {
        this.tcpFrtoHighmark = this._io.readU4le();
      }
      if (this.layout >= 20091201) {
        this.tcpSrtt = this._io.readU4le();
      }
      if (this.layout >= 20091201) {
        this.tcpMdev = this._io.readU4le();
      }
      if (this.layout >= 20091201) {
        this.tcpMdevMax = this._io.readU4le();
      }
      if (this.layout >= 20091201) {
        this.tcpRttvar = this._io.readU4le();
      }
      if (this.layout >= 20091201) {
        this.tcpRttSeq = this._io.readU4le();
      }
      if (this.layout >= 20091201) {
        this.tcpPacketsOut = this._io.readU4le();
      }
      if (this.layout >= 20091201) {
        this.tcpRetransOut = this._io.readU4le();
      }
      if (this.layout >= 20091201) {
        this.tcpSndUp = this._io.readU4le();
      }
      if (this.layout >= 20091201) {
        this.tcpRcvWnd = this._io.readU4le();
      }
      if (this.layout >= 20091201) {
        this.tcpWriteSeq = this._io.readU4le();
      }
      if (this.layout >= 20091201) {
        this.tcpPushedSeq = this._io.readU4le();
      }
      if (this.layout >= 20091201) {
        this.tcpLostOut = this._io.readU4le();
      }
      if (this.layout >= 20091201) {
        this.tcpSackedOut = this._io.readU4le();
      }
      if (this.layout >= 20091201) {
        this.tcpFacketsOut = this._io.readU4le();
      }
      if (this.layout >= 20091201) {
        this.tcpTsoDeferred = this._io.readU4le();
      }
      if (this.layout >= 20091201) {
        this.tcpBytesAcked = this._io.readU4le();
      }
      if (this.layout >= 20091201) {
        this.tcpLostCntHint = this._io.readS4le();
      }
      if (this.layout >= 20091201) {
        this.tcpRetransmitHigh = this._io.readU4le();
      }
      if (this.layout >= 20091201) {
        this.tcpLostRetransLow = this._io.readU4le();
      }
      if (this.layout >= 20091201) {
        this.tcpPriorSsthresh = this._io.readU4le();
      }
      if (this.layout >= 20091201) {
        this.tcpHighSeq = this._io.readU4le();
      }
      if (this.layout >= 20091201) {
        this.tcpRetransStamp = this._io.readU4le();
      }
      if (this.layout >= 20091201) {
        this.tcpUndoMarker = this._io.readU4le();
      }
      if (this.layout >= 20091201) {
        this.tcpUndoRetrans = this._io.readS4le();
      }
      if (this.layout >= 20091201) {
        this.tcpTotalRetrans = this._io.readU4le();
      }
      if (this.layout >= 20091201) {
        this.tcpUrgSeq = this._io.readU4le();
      }
      if (this.layout >= 20091201) {
        this.tcpKeepaliveTime = this._io.readU4le();
      }
      if (this.layout >= 20091201) {
        this.tcpKeepaliveIntvl = this._io.readU4le();
      }
      if (this.layout >= 20091201) {
        this.tcpUrgData = this._io.readU2le();
      }
      if (this.layout >= 20091201) {
        this.tcpAdvmss = this._io.readU2le();
      }
      if (this.layout >= 20091201) {
        this.tcpFrtoCounter = this._io.readU1();
      }
      if (this.layout >= 20091201) {
        this.tcpNonagle = this._io.readU1();
      }
      if (this.layout >= 20091201) {
        this.tcpEcnFlags = this._io.readU1();
      }
      if (this.layout >= 20091201) {
        this.tcpReordering = this._io.readU1();
      }
      if (this.layout >= 20091201) {
        this.tcpKeepaliveProbes = this._io.readU1();
      }
      if (this.layout >= 20091201) {
        this.pad2 = this._io.readBytes(3);
      }
      if (this.layout >= 20091201) {
        this.inet6Saddr = this._io.readBytes(16);
      }
      if (this.layout >= 20091201) {
        this.inet6RcvSaddr = this._io.readBytes(16);
      }
      if (this.layout >= 20091201) {
        this.inet6Daddr = this._io.readBytes(16);
      }
      this.laddrLen = this._io.readU4le();
      this.raddrLen = this._io.readU4le();
      this.laddrFamily = this._io.readU2le();
      this.laddrPort = this._io.readU2le();
      this.laddrAddr = this._io.readU4le();
      this.laddrZero = this._io.readBytes(8);
      this.raddrFamily = this._io.readU2le();
      this.raddrPort = this._io.readU2le();
      this.raddrAddr = this._io.readU4le();
      this.raddrZero = this._io.readBytes(8);
    }

    return SocketInet;
  })();

  var SocketQueue = LinuxCrRecords.SocketQueue = (function() {
    function SocketQueue(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.skbCount = this.totalBytes = undefined;
      this._read();
    }
    SocketQueue.prototype._read = function() {
      this.skbCount = this._io.readU4le();
      this.totalBytes = this._io.readU4le();
    }

    return SocketQueue;
  })();

  var SocketUnix = LinuxCrRecords.SocketUnix = (function() {
    function SocketUnix(_io, _parent, _root, layout) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this.layout = layout;

      this.thisRef = this.peerRef = this.peercred = this.peercredUid = this.peercredGid = this.flags = this.laddrLen = this.raddrLen = this.laddrFamily = this.laddrPath = this.raddrFamily = this.raddrPath = this.pad1 = undefined;
      this._read();
    }
    SocketUnix.prototype._read = function() {
      this.thisRef = this._io.readS4le();
      this.peerRef = this._io.readS4le();
      if (this.layout >= 20110105) {
        this.peercred = this._io.readS4le();
      }
      if (this.layout < 20110105) {
        this.peercredUid = this._io.readU4le();
      }
      if (this.layout < 20110105) {
        this.peercredGid = this._io.readU4le();
      }
      this.flags = this._io.readU4le();
      this.laddrLen = this._io.readU4le();
      this.raddrLen = this._io.readU4le();
      this.laddrFamily = this._io.readU2le();
      this.laddrPath = this._io.readBytes(108);
      this.raddrFamily = this._io.readU2le();
      this.raddrPath = this._io.readBytes(108);
      if (this.layout >= 20110105) {
        this.pad1 = this._io.readU4le();
      }
    }

    return SocketUnix;
  })();

  var Tail = LinuxCrRecords.Tail = (function() {
    function Tail(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.magic = undefined;
      this._read();
    }
    Tail.prototype._read = function() {
      this.magic = this._io.readU8le();
    }

    return Tail;
  })();

  var Task = LinuxCrRecords.Task = (function() {
    function Task(_io, _parent, _root, layout, word) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this.layout = layout;
      this.word = word;

      this.form = undefined;
      this._read();
    }
    Task.prototype._read = function() {
      switch ((this.layout >= 20110416 ? 3 : (this.layout >= 20100222 ? 2 : 1))) {
      case 1:
        this.form = new TaskForm1(this._io, this, this._root, this.layout, this.word);
        break;
      case 2:
        this.form = new TaskForm2(this._io, this, this._root, this.layout);
        break;
      case 3:
        this.form = new TaskForm3(this._io, this, this._root);
        break;
      }
    }

    return Task;
  })();

  var TaskCreds = LinuxCrRecords.TaskCreds = (function() {
    function TaskCreds(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.credRef = this.ecredRef = undefined;
      this._read();
    }
    TaskCreds.prototype._read = function() {
      this.credRef = this._io.readS4le();
      this.ecredRef = this._io.readS4le();
    }

    return TaskCreds;
  })();

  var TaskForm1 = LinuxCrRecords.TaskForm1 = (function() {
    function TaskForm1(_io, _parent, _root, layout, word) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this.layout = layout;
      this.word = word;

      this.state = this.exitState = this.exitCode = this.exitSignal = this.pdeathSignal = this.pad1 = this.setChildTid = this.clearChildTid = this.compatRobustFutexHeadLen = this.compatRobustFutexList = this.robustFutexHeadLen = this.pad2 = this.robustFutexList = undefined;
      this._read();
    }
    TaskForm1.prototype._read = function() {
      this.state = this._io.readU4le();
      this.exitState = this._io.readU4le();
      this.exitCode = this._io.readU4le();
      this.exitSignal = this._io.readU4le();
      this.pdeathSignal = this._io.readU4le();
      if ( ((this.layout >= 20091206) && (this.word == 8)) ) {
        this.pad1 = this._io.readU4le();
      }
      this.setChildTid = this._io.readU8le();
      this.clearChildTid = this._io.readU8le();
      this.compatRobustFutexHeadLen = this._io.readU4le();
      this.compatRobustFutexList = this._io.readU4le();
      this.robustFutexHeadLen = this._io.readU4le();
      if ( ((this.layout >= 20091206) && (this.word == 8)) ) {
        this.pad2 = this._io.readU4le();
      }
      this.robustFutexList = this._io.readU8le();
    }

    return TaskForm1;
  })();

  var TaskForm2 = LinuxCrRecords.TaskForm2 = (function() {
    function TaskForm2(_io, _parent, _root, layout) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this.layout = layout;

      this.state = this.exitState = this.exitCode = this.exitSignal = this.pdeathSignal = this.compatRobustFutexHeadLen = this.compatRobustFutexList = this.robustFutexHeadLen = this.robustFutexList = this.setChildTid = this.clearChildTid = this.sasSsSp = this.sasSsSize = this.pad1 = undefined;
      this._read();
    }
    TaskForm2.prototype._read = function() {
      this.state = this._io.readU4le();
      this.exitState = this._io.readU4le();
      this.exitCode = this._io.readU4le();
      this.exitSignal = this._io.readU4le();
      this.pdeathSignal = this._io.readU4le();
      this.compatRobustFutexHeadLen = this._io.readU4le();
      this.compatRobustFutexList = this._io.readU4le();
      this.robustFutexHeadLen = this._io.readU4le();
      this.robustFutexList = this._io.readU8le();
      this.setChildTid = this._io.readU8le();
      this.clearChildTid = this._io.readU8le();
      if (this.layout >= 20110105) {
        this.sasSsSp = this._io.readU8le();
      }
      if (this.layout >= 20110105) {
        this.sasSsSize = this._io.readU4le();
      }
      if (this.layout >= 20110105) {
        this.pad1 = this._io.readU4le();
      }
    }

    return TaskForm2;
  })();

  var TaskForm3 = LinuxCrRecords.TaskForm3 = (function() {
    function TaskForm3(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.flags = this.state = this.exitState = this.exitCode = this.exitSignal = this.pdeathSignal = this.setChildTid = this.clearChildTid = this.sasSsSp = this.sasSsSize = this.compatRobustFutexHeadLen = this.compatRobustFutexList = this.robustFutexHeadLen = this.robustFutexList = undefined;
      this._read();
    }
    TaskForm3.prototype._read = function() {
      this.flags = this._io.readU4le();
      this.state = this._io.readU4le();
      this.exitState = this._io.readU4le();
      this.exitCode = this._io.readU4le();
      this.exitSignal = this._io.readU4le();
      this.pdeathSignal = this._io.readU4le();
      this.setChildTid = this._io.readU8le();
      this.clearChildTid = this._io.readU8le();
      this.sasSsSp = this._io.readU8le();
      this.sasSsSize = this._io.readU4le();
      this.compatRobustFutexHeadLen = this._io.readU4le();
      this.compatRobustFutexList = this._io.readU4le();
      this.robustFutexHeadLen = this._io.readU4le();
      this.robustFutexList = this._io.readU8le();
    }

    return TaskForm3;
  })();

  var TaskNs = LinuxCrRecords.TaskNs = (function() {
    function TaskNs(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.nsObjref = this.pad1 = undefined;
      this._read();
    }
    TaskNs.prototype._read = function() {
      this.nsObjref = this._io.readS4le();
      this.pad1 = this._io.readU4le();
    }

    return TaskNs;
  })();

  var TaskObjs = LinuxCrRecords.TaskObjs = (function() {
    function TaskObjs(_io, _parent, _root, layout) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this.layout = layout;

      this.filesObjref = this.mmObjref = this.fsObjref = this.semUndoObjref = this.sighandObjref = this.signalObjref = this.pad1 = undefined;
      this._read();
    }
    TaskObjs.prototype._read = function() {
      this.filesObjref = this._io.readS4le();
      this.mmObjref = this._io.readS4le();
      if (this.layout >= 20100205) {
        this.fsObjref = this._io.readS4le();
      }
      if (this.layout >= 20110105) {
        this.semUndoObjref = this._io.readS4le();
      }
      this.sighandObjref = this._io.readS4le();
      this.signalObjref = this._io.readS4le();
      if ( ((this.layout >= 20100205) && (this.layout < 20110105)) ) {
        this.pad1 = this._io.readU4le();
      }
    }

    return TaskObjs;
  })();

  var TaskSemUndo = LinuxCrRecords.TaskSemUndo = (function() {
    function TaskSemUndo(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.semid = this.semadjCount = undefined;
      this._read();
    }
    TaskSemUndo.prototype._read = function() {
      this.semid = this._io.readU4le();
      this.semadjCount = this._io.readU4le();
    }

    return TaskSemUndo;
  })();

  var TaskSemUndoList = LinuxCrRecords.TaskSemUndoList = (function() {
    function TaskSemUndoList(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.count = this.pad1 = undefined;
      this._read();
    }
    TaskSemUndoList.prototype._read = function() {
      this.count = this._io.readU4le();
      this.pad1 = this._io.readU4le();
    }

    return TaskSemUndoList;
  })();

  var Thread = LinuxCrRecords.Thread = (function() {
    function Thread(_io, _parent, _root, layout) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this.layout = layout;

      this.sysenterReturn = this.threadInfoFlags = this.gdtEntryTlsEntries = this.sizeofTlsArray = undefined;
      this._read();
    }
    Thread.prototype._read = function() {
      if (this.layout >= 20110105) {
        this.sysenterReturn = this._io.readU8le();
      }
      this.threadInfoFlags = this._io.readU4le();
      this.gdtEntryTlsEntries = this._io.readU2le();
      this.sizeofTlsArray = this._io.readU2le();
    }

    return Thread;
  })();

  var Tree = LinuxCrRecords.Tree = (function() {
    function Tree(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.nrTasks = this.pad1 = undefined;
      this._read();
    }
    Tree.prototype._read = function() {
      this.nrTasks = this._io.readS4le();
      this.pad1 = this._io.readU4le();
    }

    return Tree;
  })();

  var TreeEntry = LinuxCrRecords.TreeEntry = (function() {
    function TreeEntry(_io, _parent, _root, layout) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this.layout = layout;

      this.vpid = this.vppid = this.vtgid = this.vpgid = this.vsid = this.pad1 = this.rsid = this.depth = this.pad2 = undefined;
      this._read();
    }
    TreeEntry.prototype._read = function() {
      this.vpid = this._io.readS4le();
      this.vppid = this._io.readS4le();
      this.vtgid = this._io.readS4le();
      this.vpgid = this._io.readS4le();
      this.vsid = this._io.readS4le();
      if (this.layout < 20100323) {
        this.pad1 = this._io.readU4le();
      }
      if ( ((this.layout >= 20100323) && (this.layout < 20100330)) ) {
        this.rsid = this._io.readS4le();
      }
      if (this.layout >= 20100323) {
        this.depth = this._io.readS4le();
      }
      if ( ((this.layout >= 20100323) && (this.layout < 20100330)) ) {
        this.pad2 = this._io.readU4le();
      }
    }

    return TreeEntry;
  })();

  var Tty = LinuxCrRecords.Tty = (function() {
    function Tty(_io, _parent, _root, layout) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this.layout = layout;

      this.form = undefined;
      this._read();
    }
    Tty.prototype._read = function() {
      switch ((this.layout >= 20110110 ? 2 : 1)) {
      case 1:
        this.form = new TtyForm1(this._io, this, this._root);
        break;
      case 2:
        this.form = new TtyForm2(this._io, this, this._root);
        break;
      }
    }

    return Tty;
  })();

  var TtyForm1 = LinuxCrRecords.TtyForm1 = (function() {
    function TtyForm1(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.driverType = this.driverSubtype = this.linkObjref = this.fileObjref = this.pad1 = this.index = this.ldisc = this.flags = this.cIflag = this.cOflag = this.cCflag = this.cLflag = this.cLine = this.cCc = this.pad2 = this.wsRow = this.wsCol = this.wsXpixel = this.wsYpixel = undefined;
      this._read();
    }
    TtyForm1.prototype._read = function() {
      this.driverType = this._io.readU2le();
      this.driverSubtype = this._io.readU2le();
      this.linkObjref = this._io.readS4le();
      this.fileObjref = this._io.readS4le();
      this.pad1 = this._io.readU4le();
      this.index = this._io.readU4le();
      this.ldisc = this._io.readU4le();
      this.flags = this._io.readU8le();
      this.cIflag = this._io.readU2le();
      this.cOflag = this._io.readU2le();
      this.cCflag = this._io.readU2le();
      this.cLflag = this._io.readU2le();
      this.cLine = this._io.readU1();
      this.cCc = this._io.readBytes(8);
      this.pad2 = this._io.readBytes(7);
      this.wsRow = this._io.readU2le();
      this.wsCol = this._io.readU2le();
      this.wsXpixel = this._io.readU2le();
      this.wsYpixel = this._io.readU2le();
    }

    return TtyForm1;
  })();

  var TtyForm2 = LinuxCrRecords.TtyForm2 = (function() {
    function TtyForm2(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.driverType = this.driverSubtype = this.linkObjref = this.fileObjref = this.pad1 = this.index = this.ldisc = this.flags = this.cIflag = this.cOflag = this.cCflag = this.cLflag = this.cIspeed = this.cOspeed = this.cLine = this.cCc = this.pad2 = this.wsRow = this.wsCol = this.wsXpixel = this.wsYpixel = undefined;
      this._read();
    }
    TtyForm2.prototype._read = function() {
      this.driverType = this._io.readU2le();
      this.driverSubtype = this._io.readU2le();
      this.linkObjref = this._io.readS4le();
      this.fileObjref = this._io.readS4le();
      this.pad1 = this._io.readU4le();
      this.index = this._io.readU4le();
      this.ldisc = this._io.readU4le();
      this.flags = this._io.readU8le();
      this.cIflag = this._io.readU4le();
      this.cOflag = this._io.readU4le();
      this.cCflag = this._io.readU4le();
      this.cLflag = this._io.readU4le();
      this.cIspeed = this._io.readU4le();
      this.cOspeed = this._io.readU4le();
      this.cLine = this._io.readU1();
      this.cCc = this._io.readBytes(19);
      this.pad2 = this._io.readU4le();
      this.wsRow = this._io.readU2le();
      this.wsCol = this._io.readU2le();
      this.wsXpixel = this._io.readU2le();
      this.wsYpixel = this._io.readU2le();
    }

    return TtyForm2;
  })();

  var TtyLdisc = LinuxCrRecords.TtyLdisc = (function() {
    function TtyLdisc(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.column = this.datalen = this.canonColumn = this.canonDatalen = this.canonData = this.minimumToWake = this.stopped = this.hwStopped = this.flowStopped = this.packet = this.ctrlStatus = this.lnext = this.erasing = this.raw = this.realRaw = this.icanon = this.closing = this.pad1 = this.readFlags = this.pad2 = undefined;
      this._read();
    }
    TtyLdisc.prototype._read = function() {
      this.column = this._io.readU4le();
      this.datalen = this._io.readU4le();
      this.canonColumn = this._io.readU4le();
      this.canonDatalen = this._io.readU4le();
      this.canonData = this._io.readU4le();
      this.minimumToWake = this._io.readU2le();
      this.stopped = this._io.readU1();
      this.hwStopped = this._io.readU1();
      this.flowStopped = this._io.readU1();
      this.packet = this._io.readU1();
      this.ctrlStatus = this._io.readU1();
      this.lnext = this._io.readU1();
      this.erasing = this._io.readU1();
      this.raw = this._io.readU1();
      this.realRaw = this._io.readU1();
      this.icanon = this._io.readU1();
      this.closing = this._io.readU1();
      this.pad1 = this._io.readBytes(3);
      this.readFlags = this._io.readBytes(512);
      this.pad2 = this._io.readU4le();
    }

    return TtyLdisc;
  })();

  var User = LinuxCrRecords.User = (function() {
    function User(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.uid = this.usernsRef = undefined;
      this._read();
    }
    User.prototype._read = function() {
      this.uid = this._io.readU4le();
      this.usernsRef = this._io.readS4le();
    }

    return User;
  })();

  var UserNs = LinuxCrRecords.UserNs = (function() {
    function UserNs(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.creatorRef = this.pad1 = undefined;
      this._read();
    }
    UserNs.prototype._read = function() {
      this.creatorRef = this._io.readS4le();
      this.pad1 = this._io.readU4le();
    }

    return UserNs;
  })();

  var UtsNs = LinuxCrRecords.UtsNs = (function() {
    function UtsNs(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.sysname = this.nodename = this.release = this.version = this.machine = this.domainname = this.pad1 = undefined;
      this._read();
    }
    UtsNs.prototype._read = function() {
      this.sysname = this._io.readBytes(65);
      this.nodename = this._io.readBytes(65);
      this.release = this._io.readBytes(65);
      this.version = this._io.readBytes(65);
      this.machine = this._io.readBytes(65);
      this.domainname = this._io.readBytes(65);
      this.pad1 = this._io.readU2le();
    }

    return UtsNs;
  })();

  var Vma = LinuxCrRecords.Vma = (function() {
    function Vma(_io, _parent, _root, layout) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this.layout = layout;

      this.vmaType = this.vmaObjref = this.inoObjref = this.pad1 = this.inoSize = this.vmStart = this.vmEnd = this.vmPageProt = this.vmFlags = this.vmPgoff = this.hugetlbShift = this.pad2 = undefined;
      this._read();
    }
    Vma.prototype._read = function() {
      this.vmaType = this._io.readU4le();
      this.vmaObjref = this._io.readS4le();
      this.inoObjref = this._io.readS4le();
      this.pad1 = this._io.readU4le();
      this.inoSize = this._io.readU8le();
      this.vmStart = this._io.readU8le();
      this.vmEnd = this._io.readU8le();
      this.vmPageProt = this._io.readU8le();
      this.vmFlags = this._io.readU8le();
      this.vmPgoff = this._io.readU8le();
      if (this.layout >= 20110416) {
        this.hugetlbShift = this._io.readU2le();
      }
      if (this.layout >= 20110416) {
        this.pad2 = this._io.readBytes(6);
      }
    }

    return Vma;
  })();

  var Vpids = LinuxCrRecords.Vpids = (function() {
    function Vpids(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.nrVpids = this.pad1 = undefined;
      this._read();
    }
    Vpids.prototype._read = function() {
      this.nrVpids = this._io.readS4le();
      this.pad1 = this._io.readU4le();
    }

    return Vpids;
  })();

  return LinuxCrRecords;
})();
LinuxCrRecords_.LinuxCrRecords = LinuxCrRecords;
});
});

load('LinuxCrOld', function (exports) {
// This is a generated file! Please edit source .ksy file and use kaitai-struct-compiler to rebuild

(function (root, factory) {
  if (typeof define === 'function' && define.amd) {
    define(['exports', 'kaitai-struct/KaitaiStream', './LinuxCrCommon'], factory);
  } else if (typeof exports === 'object' && exports !== null && typeof exports.nodeType !== 'number') {
    factory(exports, require('kaitai-struct/KaitaiStream'), require('./LinuxCrCommon'));
  } else {
    factory(root.LinuxCrOld || (root.LinuxCrOld = {}), root.KaitaiStream, root.LinuxCrCommon || (root.LinuxCrCommon = {}));
  }
})(typeof self !== 'undefined' ? self : this, function (LinuxCrOld_, KaitaiStream, LinuxCrCommon_) {
var LinuxCrOld = (function() {
  function LinuxCrOld(_io, _parent, _root) {
    this._io = _io;
    this._parent = _parent;
    this._root = _root || this;

    this._read();
  }
  LinuxCrOld.prototype._read = function() {
  }

  var OldCpu = LinuxCrOld.OldCpu = (function() {
    function OldCpu(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.r15 = this.r14 = this.r13 = this.r12 = this.bp = this.bx = this.r11 = this.r10 = this.r9 = this.r8 = this.ax = this.cx = this.dx = this.si = this.di = this.origAx = this.ip = this.cs = this.flags = this.sp = this.ss = this.ds = this.es = this.fs = this.gs = this.debugreg0 = this.debugreg1 = this.debugreg2 = this.debugreg3 = this.debugreg4 = this.debugreg5 = this.debugreg6 = this.debugreg7 = this.usesDebug = this.usedMath = undefined;
      this._read();
    }
    OldCpu.prototype._read = function() {
      this.r15 = this._io.readU8le();
      this.r14 = this._io.readU8le();
      this.r13 = this._io.readU8le();
      this.r12 = this._io.readU8le();
      this.bp = this._io.readU8le();
      this.bx = this._io.readU8le();
      this.r11 = this._io.readU8le();
      this.r10 = this._io.readU8le();
      this.r9 = this._io.readU8le();
      this.r8 = this._io.readU8le();
      this.ax = this._io.readU8le();
      this.cx = this._io.readU8le();
      this.dx = this._io.readU8le();
      this.si = this._io.readU8le();
      this.di = this._io.readU8le();
      this.origAx = this._io.readU8le();
      this.ip = this._io.readU8le();
      this.cs = this._io.readU8le();
      this.flags = this._io.readU8le();
      this.sp = this._io.readU8le();
      this.ss = this._io.readU8le();
      this.ds = this._io.readU8le();
      this.es = this._io.readU8le();
      this.fs = this._io.readU8le();
      this.gs = this._io.readU8le();
      this.debugreg0 = this._io.readU8le();
      this.debugreg1 = this._io.readU8le();
      this.debugreg2 = this._io.readU8le();
      this.debugreg3 = this._io.readU8le();
      this.debugreg4 = this._io.readU8le();
      this.debugreg5 = this._io.readU8le();
      this.debugreg6 = this._io.readU8le();
      this.debugreg7 = this._io.readU8le();
      this.usesDebug = this._io.readU4le();
      this.usedMath = this._io.readU4le();
    }

    return OldCpu;
  })();

  var OldFile = LinuxCrOld.OldFile = (function() {
    function OldFile(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.fType = this.fMode = this.fFlags = this.fPos = this.fVersion = undefined;
      this._read();
    }
    OldFile.prototype._read = function() {
      this.fType = this._io.readU2le();
      this.fMode = this._io.readU2le();
      this.fFlags = this._io.readU4le();
      this.fPos = this._io.readU8le();
      this.fVersion = this._io.readU8le();
    }

    return OldFile;
  })();

  var OldFileDesc = LinuxCrOld.OldFileDesc = (function() {
    function OldFileDesc(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.fdObjref = this.fdDescriptor = this.fdCloseOnExec = this.pad1 = undefined;
      this._read();
    }
    OldFileDesc.prototype._read = function() {
      this.fdObjref = this._io.readU4le();
      this.fdDescriptor = this._io.readS4le();
      this.fdCloseOnExec = this._io.readU4le();
      this.pad1 = this._io.readU4le();
    }

    return OldFileDesc;
  })();

  var OldFileTable = LinuxCrOld.OldFileTable = (function() {
    function OldFileTable(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.objref = this.fdtNfds = undefined;
      this._read();
    }
    OldFileTable.prototype._read = function() {
      this.objref = this._io.readU4le();
      this.fdtNfds = this._io.readU4le();
    }

    return OldFileTable;
  })();

  var OldHeader = LinuxCrOld.OldHeader = (function() {
    function OldHeader(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.magic = this.major = this.minor = this.patch = this.rev = this.time = this.uflags = this.release = this.version = this.machine = undefined;
      this._read();
    }
    OldHeader.prototype._read = function() {
      this.magic = this._io.readU8le();
      this.major = this._io.readU2le();
      this.minor = this._io.readU2le();
      this.patch = this._io.readU2le();
      this.rev = this._io.readU2le();
      this.time = this._io.readU8le();
      this.uflags = this._io.readU8le();
      this.release = this._io.readBytes(64);
      this.version = this._io.readBytes(64);
      this.machine = this._io.readBytes(64);
    }

    return OldHeader;
  })();

  var OldHeaderArch = LinuxCrOld.OldHeaderArch = (function() {
    function OldHeaderArch(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.hasFxsr = this.hasXsave = this.xstateSize = this.pad1 = undefined;
      this._read();
    }
    OldHeaderArch.prototype._read = function() {
      this.hasFxsr = this._io.readU2le();
      this.hasXsave = this._io.readU2le();
      this.xstateSize = this._io.readU2le();
      this.pad1 = this._io.readU2le();
    }

    return OldHeaderArch;
  })();

  var OldMm = LinuxCrOld.OldMm = (function() {
    function OldMm(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.objref = this.mapCount = this.startCode = this.endCode = this.startData = this.endData = this.startBrk = this.brk = this.startStack = this.argStart = this.argEnd = this.envStart = this.envEnd = undefined;
      this._read();
    }
    OldMm.prototype._read = function() {
      this.objref = this._io.readU4le();
      this.mapCount = this._io.readU4le();
      this.startCode = this._io.readU8le();
      this.endCode = this._io.readU8le();
      this.startData = this._io.readU8le();
      this.endData = this._io.readU8le();
      this.startBrk = this._io.readU8le();
      this.brk = this._io.readU8le();
      this.startStack = this._io.readU8le();
      this.argStart = this._io.readU8le();
      this.argEnd = this._io.readU8le();
      this.envStart = this._io.readU8le();
      this.envEnd = this._io.readU8le();
    }

    return OldMm;
  })();

  var OldMmContext = LinuxCrOld.OldMmContext = (function() {
    function OldMmContext(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.ldtEntrySize = this.nldt = this.pad1 = undefined;
      this._read();
    }
    OldMmContext.prototype._read = function() {
      this.ldtEntrySize = this._io.readS2le();
      this.nldt = this._io.readS2le();
      this.pad1 = this._io.readU4le();
    }

    return OldMmContext;
  })();

  var OldPgarr = LinuxCrOld.OldPgarr = (function() {
    function OldPgarr(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.nrPages = undefined;
      this._read();
    }
    OldPgarr.prototype._read = function() {
      this.nrPages = this._io.readU8le();
    }

    return OldPgarr;
  })();

  var OldTail = LinuxCrOld.OldTail = (function() {
    function OldTail(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.magic = undefined;
      this._read();
    }
    OldTail.prototype._read = function() {
      this.magic = this._io.readU8le();
    }

    return OldTail;
  })();

  var OldTask = LinuxCrOld.OldTask = (function() {
    function OldTask(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.state = this.exitState = this.exitCode = this.exitSignal = this.taskCommLen = this.pad1 = undefined;
      this._read();
    }
    OldTask.prototype._read = function() {
      this.state = this._io.readU4le();
      this.exitState = this._io.readU4le();
      this.exitCode = this._io.readU4le();
      this.exitSignal = this._io.readU4le();
      this.taskCommLen = this._io.readS4le();
      this.pad1 = this._io.readU4le();
    }

    return OldTask;
  })();

  var OldThread = LinuxCrOld.OldThread = (function() {
    function OldThread(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.gdtEntryTlsEntries = this.sizeofTlsArray = this.ntls = this.pad1 = undefined;
      this._read();
    }
    OldThread.prototype._read = function() {
      this.gdtEntryTlsEntries = this._io.readS2le();
      this.sizeofTlsArray = this._io.readS2le();
      this.ntls = this._io.readS2le();
      this.pad1 = this._io.readU2le();
    }

    return OldThread;
  })();

  var OldTree = LinuxCrOld.OldTree = (function() {
    function OldTree(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.nrTasks = this.pad1 = undefined;
      this._read();
    }
    OldTree.prototype._read = function() {
      this.nrTasks = this._io.readU4le();
      this.pad1 = this._io.readU4le();
    }

    return OldTree;
  })();

  var OldTreeEntry = LinuxCrOld.OldTreeEntry = (function() {
    function OldTreeEntry(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.vpid = this.vtgid = this.vppid = this.pad1 = undefined;
      this._read();
    }
    OldTreeEntry.prototype._read = function() {
      this.vpid = this._io.readS4le();
      this.vtgid = this._io.readS4le();
      this.vppid = this._io.readS4le();
      this.pad1 = this._io.readU4le();
    }

    return OldTreeEntry;
  })();

  var OldVma = LinuxCrOld.OldVma = (function() {
    function OldVma(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this.vmaType = this.pad1 = this.vmStart = this.vmEnd = this.vmPageProt = this.vmFlags = this.vmPgoff = undefined;
      this._read();
    }
    OldVma.prototype._read = function() {
      this.vmaType = this._io.readU4le();
      this.pad1 = this._io.readU4le();
      this.vmStart = this._io.readU8le();
      this.vmEnd = this._io.readU8le();
      this.vmPageProt = this._io.readU8le();
      this.vmFlags = this._io.readU8le();
      this.vmPgoff = this._io.readU8le();
    }

    return OldVma;
  })();

  return LinuxCrOld;
})();
LinuxCrOld_.LinuxCrOld = LinuxCrOld;
});
});

export const LinuxCrCommon: any = modules.LinuxCrCommon.LinuxCrCommon;
export const LinuxCrRecords: any = modules.LinuxCrRecords.LinuxCrRecords;
export const LinuxCrOld: any = modules.LinuxCrOld.LinuxCrOld;
