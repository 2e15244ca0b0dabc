// Made by "npm run generate" from formats/cpt/*.ksy with kaitai-struct-compiler. Do not edit.
// @ts-nocheck
import KaitaiStream from 'kaitai-struct/KaitaiStream.js';

const modules = {};
const require = (name) => (name === 'kaitai-struct/KaitaiStream' ? KaitaiStream : modules[name.replace('./', '')]);
const define = undefined;
const load = (name, run) => {
  modules[name] = {};
  run(modules[name]);
};

load('CptCommon', function (exports) {
// This is a generated file! Please edit source .ksy file and use kaitai-struct-compiler to rebuild

(function (root, factory) {
  if (typeof define === 'function' && define.amd) {
    define(['exports', 'kaitai-struct/KaitaiStream'], factory);
  } else if (typeof exports === 'object' && exports !== null && typeof exports.nodeType !== 'number') {
    factory(exports, require('kaitai-struct/KaitaiStream'));
  } else {
    factory(root.CptCommon || (root.CptCommon = {}), root.KaitaiStream);
  }
})(typeof self !== 'undefined' ? self : this, function (CptCommon_, KaitaiStream) {
/**
 * Numbers shared by all CPT objects, and the three small objects (BITS, REF, NAME) that occur in many sections.
 */

var CptCommon = (function() {
  CptCommon.CgroupFlag = Object.freeze({
    NOTIFY_ON_RELEASE: 1,
    SELF_DESTRUCTION: 2,

    1: "NOTIFY_ON_RELEASE",
    2: "SELF_DESTRUCTION",
  });

  CptCommon.ContentType = Object.freeze({
    VOID: 0,
    ARRAY: 1,
    DATA: 2,
    NAME: 3,
    STACK: 4,
    X86_FPUSTATE_OLD: 5,
    X86_FPUSTATE: 6,
    MM_CONTEXT: 7,
    SEMARRAY: 8,
    SEMUNDO: 9,
    NLMARRAY: 10,
    X86_XSAVE: 11,
    PRAM: 12,

    0: "VOID",
    1: "ARRAY",
    2: "DATA",
    3: "NAME",
    4: "STACK",
    5: "X86_FPUSTATE_OLD",
    6: "X86_FPUSTATE",
    7: "MM_CONTEXT",
    8: "SEMARRAY",
    9: "SEMUNDO",
    10: "NLMARRAY",
    11: "X86_XSAVE",
    12: "PRAM",
  });

  CptCommon.DentryFlag = Object.freeze({
    DELETED: 1,
    ROOT: 2,
    CLONING: 4,
    PROC: 8,
    EPOLL: 16,
    REPLACED: 32,
    INOTIFY: 64,
    FUTEX: 128,
    TUNTAP: 256,
    PROCPID_DEAD: 512,
    HARDLINKED: 1024,
    SIGNALFD: 2048,
    TIMERFD: 4096,
    EVENTFD: 8192,
    FAKEFILE: 16384,
    SILLYRENAME: 131072,

    1: "DELETED",
    2: "ROOT",
    4: "CLONING",
    8: "PROC",
    16: "EPOLL",
    32: "REPLACED",
    64: "INOTIFY",
    128: "FUTEX",
    256: "TUNTAP",
    512: "PROCPID_DEAD",
    1024: "HARDLINKED",
    2048: "SIGNALFD",
    4096: "TIMERFD",
    8192: "EVENTFD",
    16384: "FAKEFILE",
    131072: "SILLYRENAME",
  });

  CptCommon.FdFlag = Object.freeze({
    CLOSEEXEC: 1,

    1: "CLOSEEXEC",
  });

  CptCommon.FlockFlag = Object.freeze({
    DELAYED: 65536,

    65536: "DELAYED",
  });

  CptCommon.ImageVersion = Object.freeze({
    V2_6_8: 0,
    V2_6_9: 256,
    V2_6_9_1: 257,
    V2_6_9_2: 258,
    V2_6_16: 512,
    V2_6_18: 768,
    V2_6_18_1: 769,
    V2_6_18_2: 770,
    V2_6_18_3: 771,
    V2_6_18_4: 772,
    V2_6_20: 1024,
    V2_6_24: 1280,
    V2_6_26: 1536,
    V2_6_27: 1792,
    V2_6_27_3: 1795,
    V2_6_32: 2048,
    V2_6_32_1: 2049,
    V2_6_32_2: 2050,
    V2_6_32_3: 2051,

    0: "V2_6_8",
    256: "V2_6_9",
    257: "V2_6_9_1",
    258: "V2_6_9_2",
    512: "V2_6_16",
    768: "V2_6_18",
    769: "V2_6_18_1",
    770: "V2_6_18_2",
    771: "V2_6_18_3",
    772: "V2_6_18_4",
    1024: "V2_6_20",
    1280: "V2_6_24",
    1536: "V2_6_26",
    1792: "V2_6_27",
    1795: "V2_6_27_3",
    2048: "V2_6_32",
    2049: "V2_6_32_1",
    2050: "V2_6_32_2",
    2051: "V2_6_32_3",
  });

  CptCommon.MountFlag = Object.freeze({
    PLOOP: 268435456,
    DELAYFS: 536870912,
    EXT: 1073741824,
    BIND: 2147483648,

    268435456: "PLOOP",
    536870912: "DELAYFS",
    1073741824: "EXT",
    2147483648: "BIND",
  });

  CptCommon.ObjectType = Object.freeze({
    TASK: 0,
    MM: 1,
    FS: 2,
    FILES: 3,
    FILE: 4,
    SIGHAND_STRUCT: 5,
    SIGNAL_STRUCT: 6,
    TTY: 7,
    SOCKET: 8,
    SYSVSEM_UNDO: 9,
    NAMESPACE: 10,
    SYSV_SHM: 11,
    INODE: 12,
    UBC: 13,
    SLM_SGREG: 14,
    SLM_REGOBJ: 15,
    SLM_MM: 16,
    VFSMOUNT_REF: 17,
    CGROUP: 18,
    CGROUPS: 19,
    POSIX_TIMER_LIST: 20,
    VFSMOUNT_MISSED_REF: 21,
    VMA: 1024,
    FILEDESC: 1025,
    SIGHANDLER: 1026,
    SIGINFO: 1027,
    LASTSIGINFO: 1028,
    SYSV_SEM: 1029,
    SKB: 1030,
    FLOCK: 1031,
    OPENREQ: 1032,
    VFSMOUNT: 1033,
    TRAILER: 1034,
    SYSVSEM_UNDO_REC: 1035,
    NET_DEVICE: 1036,
    NET_IFADDR: 1037,
    NET_ROUTE: 1038,
    NET_CONNTRACK: 1039,
    NET_CONNTRACK_EXPECT: 1040,
    AIO_CONTEXT: 1041,
    VEINFO: 1042,
    EPOLL: 1043,
    EPOLL_FILE: 1044,
    SKFILTER: 1045,
    SIGALTSTACK: 1046,
    SOCK_MCADDR: 1047,
    BIND_MNT: 1048,
    SYSVMSG: 1049,
    SYSVMSG_MSG: 1050,
    MM_AUXV: 1051,
    NET_IDEV_CNF: 1052,
    X86_REGS: 4096,
    X86_64_REGS: 4097,
    PAGES: 4098,
    COPYPAGES: 4099,
    REMAPPAGES: 4100,
    LAZYPAGES: 4101,
    NAME: 4102,
    BITS: 4103,
    REF: 4104,
    ITERPAGES: 4105,
    ITERYOUNGPAGES: 4106,
    VSYSCALL: 4107,
    IA64_REGS: 4108,
    INOTIFY: 4109,
    INOTIFY_WATCH: 4110,
    INOTIFY_EVENT: 4111,
    TASK_AUX: 4112,
    NET_TUNTAP: 4113,
    NET_HWADDR: 4114,
    NET_VETH: 4115,
    NET_STATS: 4116,
    NET_IPIP_TUNNEL: 4117,
    TIMERFD: 4118,
    EVENTFD: 4119,
    NET_BR: 4120,
    NET_BR_DEV: 4121,
    MOUNT_DATA: 4122,
    POSIX_TIMER: 4123,
    SOCK_PACKET: 4124,
    SOCK_PACKET_MC: 4125,
    NET_TAP_FILTER: 16777216,

    0: "TASK",
    1: "MM",
    2: "FS",
    3: "FILES",
    4: "FILE",
    5: "SIGHAND_STRUCT",
    6: "SIGNAL_STRUCT",
    7: "TTY",
    8: "SOCKET",
    9: "SYSVSEM_UNDO",
    10: "NAMESPACE",
    11: "SYSV_SHM",
    12: "INODE",
    13: "UBC",
    14: "SLM_SGREG",
    15: "SLM_REGOBJ",
    16: "SLM_MM",
    17: "VFSMOUNT_REF",
    18: "CGROUP",
    19: "CGROUPS",
    20: "POSIX_TIMER_LIST",
    21: "VFSMOUNT_MISSED_REF",
    1024: "VMA",
    1025: "FILEDESC",
    1026: "SIGHANDLER",
    1027: "SIGINFO",
    1028: "LASTSIGINFO",
    1029: "SYSV_SEM",
    1030: "SKB",
    1031: "FLOCK",
    1032: "OPENREQ",
    1033: "VFSMOUNT",
    1034: "TRAILER",
    1035: "SYSVSEM_UNDO_REC",
    1036: "NET_DEVICE",
    1037: "NET_IFADDR",
    1038: "NET_ROUTE",
    1039: "NET_CONNTRACK",
    1040: "NET_CONNTRACK_EXPECT",
    1041: "AIO_CONTEXT",
    1042: "VEINFO",
    1043: "EPOLL",
    1044: "EPOLL_FILE",
    1045: "SKFILTER",
    1046: "SIGALTSTACK",
    1047: "SOCK_MCADDR",
    1048: "BIND_MNT",
    1049: "SYSVMSG",
    1050: "SYSVMSG_MSG",
    1051: "MM_AUXV",
    1052: "NET_IDEV_CNF",
    4096: "X86_REGS",
    4097: "X86_64_REGS",
    4098: "PAGES",
    4099: "COPYPAGES",
    4100: "REMAPPAGES",
    4101: "LAZYPAGES",
    4102: "NAME",
    4103: "BITS",
    4104: "REF",
    4105: "ITERPAGES",
    4106: "ITERYOUNGPAGES",
    4107: "VSYSCALL",
    4108: "IA64_REGS",
    4109: "INOTIFY",
    4110: "INOTIFY_WATCH",
    4111: "INOTIFY_EVENT",
    4112: "TASK_AUX",
    4113: "NET_TUNTAP",
    4114: "NET_HWADDR",
    4115: "NET_VETH",
    4116: "NET_STATS",
    4117: "NET_IPIP_TUNNEL",
    4118: "TIMERFD",
    4119: "EVENTFD",
    4120: "NET_BR",
    4121: "NET_BR_DEV",
    4122: "MOUNT_DATA",
    4123: "POSIX_TIMER",
    4124: "SOCK_PACKET",
    4125: "SOCK_PACKET_MC",
    16777216: "NET_TAP_FILTER",
  });

  CptCommon.OsArch = Object.freeze({
    I386: 0,
    EMT64: 1,
    IA64: 2,

    0: "I386",
    1: "EMT64",
    2: "IA64",
  });

  CptCommon.PgrpType = Object.freeze({
    NORMAL: 0,
    ORPHAN: 1,
    STRAY: 2,

    0: "NORMAL",
    1: "ORPHAN",
    2: "STRAY",
  });

  CptCommon.RestartBlockKind = Object.freeze({
    NONE: 0,
    NANOSLEEP: 1,
    COMPAT_NANOSLEEP: 2,
    POLL: 3,
    FUTEX_WAIT: 4,
    POSIX_CPU_NSLEEP: 5,

    0: "NONE",
    1: "NANOSLEEP",
    2: "COMPAT_NANOSLEEP",
    3: "POLL",
    4: "FUTEX_WAIT",
    5: "POSIX_CPU_NSLEEP",
  });

  CptCommon.SectionType = Object.freeze({
    ERROR: 0,
    VEINFO: 1,
    FILES: 2,
    TASKS: 3,
    MM: 4,
    FILES_STRUCT: 5,
    FS: 6,
    SIGHAND_STRUCT: 7,
    TTY: 8,
    SOCKET: 9,
    NAMESPACE: 10,
    SYSVSEM_UNDO: 11,
    INODE: 12,
    SYSV_SHM: 13,
    SYSV_SEM: 14,
    ORPHANS: 15,
    NET_DEVICE: 16,
    NET_IFADDR: 17,
    NET_ROUTE: 18,
    NET_IPTABLES: 19,
    NET_CONNTRACK: 20,
    NET_CONNTRACK_VE0: 21,
    UTSNAME: 22,
    TRAILER: 23,
    UBC: 24,
    SLM_SGREGS: 25,
    SLM_REGOBJS: 26,
    EPOLL: 27,
    VSYSCALL: 28,
    INOTIFY: 29,
    SYSV_MSG: 30,
    SNMP_STATS: 31,
    CGROUPS: 32,
    POSIX_TIMERS: 33,
    NET_IP6TABLES: 34,

    0: "ERROR",
    1: "VEINFO",
    2: "FILES",
    3: "TASKS",
    4: "MM",
    5: "FILES_STRUCT",
    6: "FS",
    7: "SIGHAND_STRUCT",
    8: "TTY",
    9: "SOCKET",
    10: "NAMESPACE",
    11: "SYSVSEM_UNDO",
    12: "INODE",
    13: "SYSV_SHM",
    14: "SYSV_SEM",
    15: "ORPHANS",
    16: "NET_DEVICE",
    17: "NET_IFADDR",
    18: "NET_ROUTE",
    19: "NET_IPTABLES",
    20: "NET_CONNTRACK",
    21: "NET_CONNTRACK_VE0",
    22: "UTSNAME",
    23: "TRAILER",
    24: "UBC",
    25: "SLM_SGREGS",
    26: "SLM_REGOBJS",
    27: "EPOLL",
    28: "VSYSCALL",
    29: "INOTIFY",
    30: "SYSV_MSG",
    31: "SNMP_STATS",
    32: "CGROUPS",
    33: "POSIX_TIMERS",
    34: "NET_IP6TABLES",
  });

  CptCommon.Segment = Object.freeze({
    ZERO: 0,
    TLS1: 1,
    TLS2: 2,
    TLS3: 3,
    USER32_DS: 4,
    USER32_CS: 5,
    USER64_DS: 6,
    USER64_CS: 7,
    LDT: 256,

    0: "ZERO",
    1: "TLS1",
    2: "TLS2",
    3: "TLS3",
    4: "USER32_DS",
    5: "USER32_CS",
    6: "USER64_DS",
    7: "USER64_CS",
    256: "LDT",
  });

  CptCommon.SignalFlag = Object.freeze({
    STOP_STOPPED: 1,
    STOP_CONTINUED: 2,
    CLD_STOPPED: 4,
    CLD_CONTINUED: 8,

    1: "STOP_STOPPED",
    2: "STOP_CONTINUED",
    4: "CLD_STOPPED",
    8: "CLD_CONTINUED",
  });

  CptCommon.SkbQueue = Object.freeze({
    NQ: 0,
    RQ: 1,
    WQ: 2,
    OFOQ: 3,

    0: "NQ",
    1: "RQ",
    2: "WQ",
    3: "OFOQ",
  });

  CptCommon.SockFlag = Object.freeze({
    DELETED: 1,
    DELAYED: 2,

    1: "DELETED",
    2: "DELAYED",
  });

  CptCommon.TunnelFlag = Object.freeze({
    FBDEV: 1,
    SIT: 2,
    GRE: 4,
    GRE_TAP: 8,

    1: "FBDEV",
    2: "SIT",
    4: "GRE",
    8: "GRE_TAP",
  });

  CptCommon.UbFlag = Object.freeze({
    NOSTORE: 1,

    1: "NOSTORE",
  });

  CptCommon.VeFeature = Object.freeze({
    SYSFS: 1,
    NFS: 2,
    DEF_PERMS: 4,
    SIT: 8,
    IPIP: 16,
    PPP: 32,
    IPGRE: 64,
    BRIDGE: 128,
    NFSD: 256,

    1: "SYSFS",
    2: "NFS",
    4: "DEF_PERMS",
    8: "SIT",
    16: "IPIP",
    32: "PPP",
    64: "IPGRE",
    128: "BRIDGE",
    256: "NFSD",
  });

  CptCommon.VmaType = Object.freeze({
    ORDINARY: 0,
    SHM: 1,
    VDSO: 2,
    VDSO_OLD: 3,

    0: "ORDINARY",
    1: "SHM",
    2: "VDSO",
    3: "VDSO_OLD",
  });

  function CptCommon(_io, _parent, _root) {
    this._io = _io;
    this._parent = _parent;
    this._root = _root || this;

    this._read();
  }
  CptCommon.prototype._read = function() {
  }

  var Bits = CptCommon.Bits = (function() {
    function Bits(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this._read();
    }
    Bits.prototype._read = function() {
      if (this.hdrlen >= 24) {
        this.size = this._io.readU4le();
      }
      if (this.hdrlen >= 24) {
        this.pad1 = this._io.readU4le();
      }
    }
    Object.defineProperty(Bits.prototype, 'hdrlen', {
      get: function() {
        if (this._m_hdrlen !== undefined)
          return this._m_hdrlen;
        this._m_hdrlen = this._io.size + 16;
        return this._m_hdrlen;
      }
    });

    return Bits;
  })();

  var Name = CptCommon.Name = (function() {
    function Name(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this._read();
    }
    Name.prototype._read = function() {
      if (this.hdrlen >= 24) {
        this.len = this._io.readU4le();
      }
      if (this.hdrlen >= 24) {
        this.pad = this._io.readU4le();
      }
    }
    Object.defineProperty(Name.prototype, 'hdrlen', {
      get: function() {
        if (this._m_hdrlen !== undefined)
          return this._m_hdrlen;
        this._m_hdrlen = this._io.size + 16;
        return this._m_hdrlen;
      }
    });

    return Name;
  })();

  var Ref = CptCommon.Ref = (function() {
    function Ref(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this._read();
    }
    Ref.prototype._read = function() {
      this.pos = this._io.readU8le();
    }

    return Ref;
  })();

  return CptCommon;
})();
CptCommon_.CptCommon = CptCommon;
});
});

load('CptContainer', function (exports) {
// This is a generated file! Please edit source .ksy file and use kaitai-struct-compiler to rebuild

(function (root, factory) {
  if (typeof define === 'function' && define.amd) {
    define(['exports', 'kaitai-struct/KaitaiStream'], factory);
  } else if (typeof exports === 'object' && exports !== null && typeof exports.nodeType !== 'number') {
    factory(exports, require('kaitai-struct/KaitaiStream'));
  } else {
    factory(root.CptContainer || (root.CptContainer = {}), root.KaitaiStream);
  }
})(typeof self !== 'undefined' ? self : this, function (CptContainer_, KaitaiStream) {
/**
 * Fixed parts of the container record, beancounters, control groups and the resource manager objects.
 */

var CptContainer = (function() {
  function CptContainer(_io, _parent, _root) {
    this._io = _io;
    this._parent = _parent;
    this._root = _root || this;

    this._read();
  }
  CptContainer.prototype._read = function() {
  }

  var Cgroup = CptContainer.Cgroup = (function() {
    function Cgroup(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this._read();
    }
    Cgroup.prototype._read = function() {
      this.index = this._io.readU4le();
      this.parent = this._io.readS4le();
      this.flags = this._io.readU4le();
      if (this.hdrlen >= 32) {
        this.padAt28 = this._io.readBytes(4);
      }
    }
    Object.defineProperty(Cgroup.prototype, 'hdrlen', {
      get: function() {
        if (this._m_hdrlen !== undefined)
          return this._m_hdrlen;
        this._m_hdrlen = this._io.size + 16;
        return this._m_hdrlen;
      }
    });

    return Cgroup;
  })();

  var SlmRegobj = CptContainer.SlmRegobj = (function() {
    function SlmRegobj(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this._read();
    }
    SlmRegobj.prototype._read = function() {
      this.size = this._io.readU4le();
      this.pad1 = this._io.readU4le();
    }

    return SlmRegobj;
  })();

  var SlmSgreg = CptContainer.SlmSgreg = (function() {
    function SlmSgreg(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this._read();
    }
    SlmSgreg.prototype._read = function() {
      this.size = this._io.readU4le();
      this.pad1 = this._io.readU4le();
      this.id = this._io.readU4le();
      this.resource = this._io.readU2le();
      this.regname = this._io.readBytes(32);
      this.pad2 = this._io.readBytes(2);
    }

    return SlmSgreg;
  })();

  var Ubc = CptContainer.Ubc = (function() {
    function Ubc(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this._read();
    }
    Ubc.prototype._read = function() {
      this.parent = this._io.readU8le();
      this.id = this._io.readU4le();
      this.ubResources = this._io.readU2le();
      this.ubFlags = this._io.readU2le();
      this.parms = [];
      for (var i = 0; i < 64; i++) {
        this.parms.push(new Ubparm(this._io, this, this._root));
      }
    }

    return Ubc;
  })();

  var Ubparm = CptContainer.Ubparm = (function() {
    function Ubparm(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this._read();
    }
    Ubparm.prototype._read = function() {
      this.barrier = this._io.readU8le();
      this.limit = this._io.readU8le();
      this.held = this._io.readU8le();
      this.maxheld = this._io.readU8le();
      this.minheld = this._io.readU8le();
      this.failcnt = this._io.readU8le();
    }

    return Ubparm;
  })();

  var Veinfo = CptContainer.Veinfo = (function() {
    function Veinfo(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this._read();
    }
    Veinfo.prototype._read = function() {
      this.shmCtlMax = this._io.readU4le();
      this.shmCtlAll = this._io.readU4le();
      this.shmCtlMni = this._io.readU4le();
      this.msgCtlMax = this._io.readU4le();
      this.msgCtlMni = this._io.readU4le();
      this.msgCtlMnb = this._io.readU4le();
      this.semCtlArr = [];
      for (var i = 0; i < 4; i++) {
        this.semCtlArr.push(this._io.readU4le());
      }
      this.startTimespecDelta = this._io.readU8le();
      this.startJiffiesDelta = this._io.readU8le();
      if (this.hdrlen >= 144) {
        this.lastPid = this._io.readU4le();
      }
      if (this.hdrlen >= 144) {
        this.rndVaSpace = this._io.readU4le();
      }
      if (this.hdrlen >= 144) {
        this.vpidMax = this._io.readU4le();
      }
      if (this.hdrlen >= 144) {
        this.pad1 = this._io.readU4le();
      }
      if (this.hdrlen >= 144) {
        this.realStartTimespecDelta = this._io.readU8le();
      }
      if (this.hdrlen >= 144) {
        this.reserved = [];
        for (var i = 0; i < 6; i++) {
          this.reserved.push(this._io.readU8le());
        }
      }
      if (this.hdrlen >= 152) {
        this.aioMaxNr = this._io.readU8le();
      }
      if (this.hdrlen >= 160) {
        this.veBcap = this._io.readU8le();
      }
    }
    Object.defineProperty(Veinfo.prototype, 'hdrlen', {
      get: function() {
        if (this._m_hdrlen !== undefined)
          return this._m_hdrlen;
        this._m_hdrlen = this._io.size + 16;
        return this._m_hdrlen;
      }
    });

    return Veinfo;
  })();

  return CptContainer;
})();
CptContainer_.CptContainer = CptContainer;
});
});

load('CptFiles', function (exports) {
// This is a generated file! Please edit source .ksy file and use kaitai-struct-compiler to rebuild

(function (root, factory) {
  if (typeof define === 'function' && define.amd) {
    define(['exports', 'kaitai-struct/KaitaiStream', './CptCommon'], factory);
  } else if (typeof exports === 'object' && exports !== null && typeof exports.nodeType !== 'number') {
    factory(exports, require('kaitai-struct/KaitaiStream'), require('./CptCommon'));
  } else {
    factory(root.CptFiles || (root.CptFiles = {}), root.KaitaiStream, root.CptCommon || (root.CptCommon = {}));
  }
})(typeof self !== 'undefined' ? self : this, function (CptFiles_, KaitaiStream, CptCommon_) {
/**
 * Fixed parts of the objects in the FILES, FILES_STRUCT, FS, INODE, NAMESPACE, TTY, EPOLL and INOTIFY sections.
 */

var CptFiles = (function() {
  function CptFiles(_io, _parent, _root) {
    this._io = _io;
    this._parent = _parent;
    this._root = _root || this;

    this._read();
  }
  CptFiles.prototype._read = function() {
  }

  var Epoll = CptFiles.Epoll = (function() {
    function Epoll(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this._read();
    }
    Epoll.prototype._read = function() {
      this.file = this._io.readU8le();
    }

    return Epoll;
  })();

  var EpollFile = CptFiles.EpollFile = (function() {
    function EpollFile(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this._read();
    }
    EpollFile.prototype._read = function() {
      this.file = this._io.readU8le();
      this.fd = this._io.readU4le();
      this.events = this._io.readU4le();
      this.data = this._io.readU8le();
      this.revents = this._io.readU4le();
      this.ready = this._io.readU4le();
    }

    return EpollFile;
  })();

  var Eventfd = CptFiles.Eventfd = (function() {
    function Eventfd(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this._read();
    }
    Eventfd.prototype._read = function() {
      this.count = this._io.readU8le();
      this.flags = this._io.readU4le();
      this.padAt28 = this._io.readBytes(4);
    }

    return Eventfd;
  })();

  var File = CptFiles.File = (function() {
    function File(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this._read();
    }
    File.prototype._read = function() {
      this.flags = this._io.readU4le();
      this.mode = this._io.readU4le();
      this.pos = this._io.readU8le();
      this.uid = this._io.readU4le();
      this.gid = this._io.readU4le();
      this.iMode = this._io.readU4le();
      this.lflags = this._io.readU4le();
      this.inode = this._io.readU8le();
      this.priv = this._io.readU8le();
      this.fownFd = this._io.readU4le();
      this.fownPid = this._io.readU4le();
      this.fownUid = this._io.readU4le();
      this.fownEuid = this._io.readU4le();
      this.fownSigno = this._io.readU4le();
      this.pad1 = this._io.readU4le();
      if (this.hdrlen >= 96) {
        this.vfsmount = this._io.readU8le();
      }
    }
    Object.defineProperty(File.prototype, 'hdrlen', {
      get: function() {
        if (this._m_hdrlen !== undefined)
          return this._m_hdrlen;
        this._m_hdrlen = this._io.size + 16;
        return this._m_hdrlen;
      }
    });

    return File;
  })();

  var Filedesc = CptFiles.Filedesc = (function() {
    function Filedesc(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this._read();
    }
    Filedesc.prototype._read = function() {
      this.fd = this._io.readU4le();
      this.flags = this._io.readU4le();
      this.file = this._io.readU8le();
    }

    return Filedesc;
  })();

  var Files = CptFiles.Files = (function() {
    function Files(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this._read();
    }
    Files.prototype._read = function() {
      this.index = this._io.readU4le();
      this.maxFds = this._io.readU4le();
      this.nextFd = this._io.readU4le();
      this.pad1 = this._io.readU4le();
    }

    return Files;
  })();

  var Flock = CptFiles.Flock = (function() {
    function Flock(_io, _parent, _root, osArch) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this.osArch = osArch;

      this._read();
    }
    Flock.prototype._read = function() {
      this.owner = this._io.readU4le();
      this.pid = this._io.readU4le();
      this.start = this._io.readU8le();
      this.end = this._io.readU8le();
      this.flags = this._io.readU4le();
      this.type = this._io.readU4le();
      if (this.hdrlen >= 56) {
        this.svid = this._io.readU4le();
      }
      if ( ((this.hdrlen >= 56) && ( ((this.osArch != CptCommon_.CptCommon.OsArch.I386) || (this.hdrlen < 64)) )) ) {
        this.pad1 = this._io.readU4le();
      }
      if (this.hdrlen >= 64) {
        this.lsid = this._io.readU8le();
      }
      if ( ((this.hdrlen >= 64) && (this.osArch == CptCommon_.CptCommon.OsArch.I386)) ) {
        this.pad2 = this._io.readU4le();
      }
    }
    Object.defineProperty(Flock.prototype, 'hdrlen', {
      get: function() {
        if (this._m_hdrlen !== undefined)
          return this._m_hdrlen;
        this._m_hdrlen = this._io.size + 16;
        return this._m_hdrlen;
      }
    });

    return Flock;
  })();

  var Fs = CptFiles.Fs = (function() {
    function Fs(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this._read();
    }
    Fs.prototype._read = function() {
      this.umask = this._io.readU4le();
      this.pad1 = this._io.readU4le();
    }

    return Fs;
  })();

  var Inode = CptFiles.Inode = (function() {
    function Inode(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this._read();
    }
    Inode.prototype._read = function() {
      this.dev = this._io.readU8le();
      this.ino = this._io.readU8le();
      this.mode = this._io.readU4le();
      this.nlink = this._io.readU4le();
      this.uid = this._io.readU4le();
      this.gid = this._io.readU4le();
      this.rdev = this._io.readU8le();
      this.size = this._io.readU8le();
      this.blksize = this._io.readU8le();
      this.atime = this._io.readU8le();
      this.mtime = this._io.readU8le();
      this.ctime = this._io.readU8le();
      this.blocks = this._io.readU8le();
      this.sb = this._io.readU4le();
      this.pad1 = this._io.readU4le();
      if (this.hdrlen >= 120) {
        this.vfsmount = this._io.readU8le();
      }
    }
    Object.defineProperty(Inode.prototype, 'hdrlen', {
      get: function() {
        if (this._m_hdrlen !== undefined)
          return this._m_hdrlen;
        this._m_hdrlen = this._io.size + 16;
        return this._m_hdrlen;
      }
    });

    return Inode;
  })();

  var Inotify = CptFiles.Inotify = (function() {
    function Inotify(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this._read();
    }
    Inotify.prototype._read = function() {
      this.file = this._io.readU8le();
      this.user = this._io.readU4le();
      this.maxEvents = this._io.readU4le();
      this.lastWd = this._io.readU4le();
      this.pad1 = this._io.readU4le();
    }

    return Inotify;
  })();

  var InotifyEvent = CptFiles.InotifyEvent = (function() {
    function InotifyEvent(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this._read();
    }
    InotifyEvent.prototype._read = function() {
      this.wd = this._io.readU4le();
      this.mask = this._io.readU4le();
      this.cookie = this._io.readU4le();
      this.namelen = this._io.readU4le();
    }

    return InotifyEvent;
  })();

  var InotifyWatch = CptFiles.InotifyWatch = (function() {
    function InotifyWatch(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this._read();
    }
    InotifyWatch.prototype._read = function() {
      this.wd = this._io.readU4le();
      this.mask = this._io.readU4le();
    }

    return InotifyWatch;
  })();

  var Timerfd = CptFiles.Timerfd = (function() {
    function Timerfd(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this._read();
    }
    Timerfd.prototype._read = function() {
      this.itValue = this._io.readU8le();
      this.itInterval = this._io.readU8le();
      this.ticks = this._io.readU8le();
      this.expired = this._io.readU4le();
      this.clockid = this._io.readU4le();
    }

    return Timerfd;
  })();

  var Tty = CptFiles.Tty = (function() {
    function Tty(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this._read();
    }
    Tty.prototype._read = function() {
      this.flags = this._io.readU8le();
      this.link = this._io.readU4le();
      this.index = this._io.readU4le();
      this.drvType = this._io.readU4le();
      this.drvSubtype = this._io.readU4le();
      this.drvFlags = this._io.readU4le();
      this.packet = this._io.readU1();
      this.stopped = this._io.readU1();
      this.hwStopped = this._io.readU1();
      this.flowStopped = this._io.readU1();
      this.canonData = this._io.readU4le();
      this.canonHead = this._io.readU4le();
      this.canonColumn = this._io.readU4le();
      this.column = this._io.readU4le();
      this.ctrlStatus = this._io.readU1();
      this.erasing = this._io.readU1();
      this.lnext = this._io.readU1();
      this.icanon = this._io.readU1();
      this.raw = this._io.readU1();
      this.realRaw = this._io.readU1();
      this.closing = this._io.readU1();
      this.pad1 = this._io.readU1();
      this.minimumToWake = this._io.readU2le();
      this.pad2 = this._io.readU2le();
      this.pgrp = this._io.readU4le();
      this.session = this._io.readU4le();
      this.cLine = this._io.readU4le();
      this.name = this._io.readBytes(64);
      this.wsRow = this._io.readU2le();
      this.wsCol = this._io.readU2le();
      this.wsProw = this._io.readU2le();
      this.wsPcol = this._io.readU2le();
      this.cCc = this._io.readBytes(32);
      this.cIflag = this._io.readU4le();
      this.cOflag = this._io.readU4le();
      this.cCflag = this._io.readU4le();
      this.cLflag = this._io.readU4le();
      this.readFlags = [];
      for (var i = 0; i < 128; i++) {
        this.readFlags.push(this._io.readU4le());
      }
    }

    return Tty;
  })();

  var Vfsmount = CptFiles.Vfsmount = (function() {
    function Vfsmount(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this._read();
    }
    Vfsmount.prototype._read = function() {
      this.mntflags = this._io.readU4le();
      this.flags = this._io.readU4le();
      if (this.hdrlen >= 56) {
        this.mntBind = this._io.readU8le();
      }
      if (this.hdrlen >= 56) {
        this.mntParent = this._io.readU8le();
      }
      if (this.hdrlen >= 56) {
        this.mntShared = this._io.readU8le();
      }
      if (this.hdrlen >= 56) {
        this.mntMaster = this._io.readU8le();
      }
    }
    Object.defineProperty(Vfsmount.prototype, 'hdrlen', {
      get: function() {
        if (this._m_hdrlen !== undefined)
          return this._m_hdrlen;
        this._m_hdrlen = this._io.size + 16;
        return this._m_hdrlen;
      }
    });

    return Vfsmount;
  })();

  return CptFiles;
})();
CptFiles_.CptFiles = CptFiles;
});
});

load('CptIpc', function (exports) {
// This is a generated file! Please edit source .ksy file and use kaitai-struct-compiler to rebuild

(function (root, factory) {
  if (typeof define === 'function' && define.amd) {
    define(['exports', 'kaitai-struct/KaitaiStream'], factory);
  } else if (typeof exports === 'object' && exports !== null && typeof exports.nodeType !== 'number') {
    factory(exports, require('kaitai-struct/KaitaiStream'));
  } else {
    factory(root.CptIpc || (root.CptIpc = {}), root.KaitaiStream);
  }
})(typeof self !== 'undefined' ? self : this, function (CptIpc_, KaitaiStream) {
/**
 * Fixed parts of semaphore sets, undo records, message queues, messages and shared memory segments.
 */

var CptIpc = (function() {
  function CptIpc(_io, _parent, _root) {
    this._io = _io;
    this._parent = _parent;
    this._root = _root || this;

    this._read();
  }
  CptIpc.prototype._read = function() {
  }

  var SysvSem = CptIpc.SysvSem = (function() {
    function SysvSem(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this._read();
    }
    SysvSem.prototype._read = function() {
      this.key = this._io.readU8le();
      this.uid = this._io.readU8le();
      this.gid = this._io.readU8le();
      this.cuid = this._io.readU8le();
      this.cgid = this._io.readU8le();
      this.mode = this._io.readU8le();
      this.seq = this._io.readU8le();
      this.id = this._io.readU4le();
      this.pad1 = this._io.readU4le();
      this.otime = this._io.readU8le();
      this.ctime = this._io.readU8le();
    }

    return SysvSem;
  })();

  var SysvShm = CptIpc.SysvShm = (function() {
    function SysvShm(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this._read();
    }
    SysvShm.prototype._read = function() {
      this.key = this._io.readU8le();
      this.uid = this._io.readU8le();
      this.gid = this._io.readU8le();
      this.cuid = this._io.readU8le();
      this.cgid = this._io.readU8le();
      this.mode = this._io.readU8le();
      this.seq = this._io.readU8le();
      this.id = this._io.readU4le();
      this.mlockuser = this._io.readU4le();
      this.segsz = this._io.readU8le();
      this.atime = this._io.readU8le();
      this.ctime = this._io.readU8le();
      this.dtime = this._io.readU8le();
      this.creator = this._io.readU8le();
      this.last = this._io.readU8le();
    }

    return SysvShm;
  })();

  var Sysvmsg = CptIpc.Sysvmsg = (function() {
    function Sysvmsg(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this._read();
    }
    Sysvmsg.prototype._read = function() {
      this.key = this._io.readU8le();
      this.uid = this._io.readU8le();
      this.gid = this._io.readU8le();
      this.cuid = this._io.readU8le();
      this.cgid = this._io.readU8le();
      this.mode = this._io.readU8le();
      this.seq = this._io.readU8le();
      this.id = this._io.readU4le();
      this.pad1 = this._io.readU4le();
      this.stime = this._io.readU8le();
      this.rtime = this._io.readU8le();
      this.ctime = this._io.readU8le();
      this.lastSender = this._io.readU8le();
      this.lastReceiver = this._io.readU8le();
      this.qbytes = this._io.readU8le();
    }

    return Sysvmsg;
  })();

  var SysvmsgMsg = CptIpc.SysvmsgMsg = (function() {
    function SysvmsgMsg(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this._read();
    }
    SysvmsgMsg.prototype._read = function() {
      this.type = this._io.readU8le();
      this.size = this._io.readU8le();
    }

    return SysvmsgMsg;
  })();

  var SysvsemUndoRec = CptIpc.SysvsemUndoRec = (function() {
    function SysvsemUndoRec(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this._read();
    }
    SysvsemUndoRec.prototype._read = function() {
      this.id = this._io.readU4le();
      this.nsem = this._io.readU4le();
    }

    return SysvsemUndoRec;
  })();

  return CptIpc;
})();
CptIpc_.CptIpc = CptIpc;
});
});

load('CptMemory', function (exports) {
// This is a generated file! Please edit source .ksy file and use kaitai-struct-compiler to rebuild

(function (root, factory) {
  if (typeof define === 'function' && define.amd) {
    define(['exports', 'kaitai-struct/KaitaiStream', './CptCommon'], factory);
  } else if (typeof exports === 'object' && exports !== null && typeof exports.nodeType !== 'number') {
    factory(exports, require('kaitai-struct/KaitaiStream'), require('./CptCommon'));
  } else {
    factory(root.CptMemory || (root.CptMemory = {}), root.KaitaiStream, root.CptCommon || (root.CptCommon = {}));
  }
})(typeof self !== 'undefined' ? self : this, function (CptMemory_, KaitaiStream, CptCommon_) {
/**
 * Fixed parts of the objects in the MM section. Each type starts after the 16-byte object header;
 * `hdrlen` in conditions is the header length that the writing kernel stored.
 */

var CptMemory = (function() {
  function CptMemory(_io, _parent, _root) {
    this._io = _io;
    this._parent = _parent;
    this._root = _root || this;

    this._read();
  }
  CptMemory.prototype._read = function() {
  }

  var AioContext = CptMemory.AioContext = (function() {
    function AioContext(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this._read();
    }
    AioContext.prototype._read = function() {
      this.maxReqs = this._io.readU4le();
      this.ringPages = this._io.readU4le();
      this.tail = this._io.readU4le();
      this.nr = this._io.readU4le();
      this.mmapBase = this._io.readU8le();
    }

    return AioContext;
  })();

  var Copypages = CptMemory.Copypages = (function() {
    function Copypages(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this._read();
    }
    Copypages.prototype._read = function() {
      this.start = this._io.readU8le();
      this.end = this._io.readU8le();
      this.source = this._io.readU8le();
    }

    return Copypages;
  })();

  var Iterpages = CptMemory.Iterpages = (function() {
    function Iterpages(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this._read();
    }
    Iterpages.prototype._read = function() {
      this.start = this._io.readU8le();
      this.end = this._io.readU8le();
    }

    return Iterpages;
  })();

  var Lazypages = CptMemory.Lazypages = (function() {
    function Lazypages(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this._read();
    }
    Lazypages.prototype._read = function() {
      this.start = this._io.readU8le();
      this.end = this._io.readU8le();
      this.index = this._io.readU8le();
    }

    return Lazypages;
  })();

  var Mm = CptMemory.Mm = (function() {
    function Mm(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this._read();
    }
    Mm.prototype._read = function() {
      this.startCode = this._io.readU8le();
      this.endCode = this._io.readU8le();
      this.startData = this._io.readU8le();
      this.endData = this._io.readU8le();
      this.startBrk = this._io.readU8le();
      this.brk = this._io.readU8le();
      this.startStack = this._io.readU8le();
      this.startArg = this._io.readU8le();
      this.endArg = this._io.readU8le();
      this.startEnv = this._io.readU8le();
      this.endEnv = this._io.readU8le();
      this.defFlags = this._io.readU8le();
      this.mmub = this._io.readU8le();
      this.dumpable = this._io.readU1();
      this.vpsDumpable = this._io.readU1();
      this.usedHugetlb = this._io.readU1();
      this.pad = this._io.readU1();
      this.vdso = this._io.readU4le();
      if (this.hdrlen >= 136) {
        this.mmFlags = this._io.readU8le();
      }
    }
    Object.defineProperty(Mm.prototype, 'hdrlen', {
      get: function() {
        if (this._m_hdrlen !== undefined)
          return this._m_hdrlen;
        this._m_hdrlen = this._io.size + 16;
        return this._m_hdrlen;
      }
    });

    return Mm;
  })();

  var Pages = CptMemory.Pages = (function() {
    function Pages(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this._read();
    }
    Pages.prototype._read = function() {
      this.start = this._io.readU8le();
      this.end = this._io.readU8le();
    }

    return Pages;
  })();

  var Remappages = CptMemory.Remappages = (function() {
    function Remappages(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this._read();
    }
    Remappages.prototype._read = function() {
      this.start = this._io.readU8le();
      this.end = this._io.readU8le();
      this.pgoff = this._io.readU8le();
    }

    return Remappages;
  })();

  var Vma = CptMemory.Vma = (function() {
    function Vma(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this._read();
    }
    Vma.prototype._read = function() {
      this.file = this._io.readU8le();
      this.type = this._io.readU4le();
      this.anonvma = this._io.readU4le();
      this.anonvmaid = this._io.readU8le();
      this.start = this._io.readU8le();
      this.end = this._io.readU8le();
      this.flags = this._io.readU8le();
      this.pgprot = this._io.readU8le();
      this.pgoff = this._io.readU8le();
    }

    return Vma;
  })();

  return CptMemory;
})();
CptMemory_.CptMemory = CptMemory;
});
});

load('CptNetwork', function (exports) {
// This is a generated file! Please edit source .ksy file and use kaitai-struct-compiler to rebuild

(function (root, factory) {
  if (typeof define === 'function' && define.amd) {
    define(['exports', 'kaitai-struct/KaitaiStream', './CptCommon'], factory);
  } else if (typeof exports === 'object' && exports !== null && typeof exports.nodeType !== 'number') {
    factory(exports, require('kaitai-struct/KaitaiStream'), require('./CptCommon'));
  } else {
    factory(root.CptNetwork || (root.CptNetwork = {}), root.KaitaiStream, root.CptCommon || (root.CptCommon = {}));
  }
})(typeof self !== 'undefined' ? self : this, function (CptNetwork_, KaitaiStream, CptCommon_) {
/**
 * Fixed parts of sockets, socket buffers, devices, addresses and connection tracking entries.
 */

var CptNetwork = (function() {
  function CptNetwork(_io, _parent, _root) {
    this._io = _io;
    this._parent = _parent;
    this._root = _root || this;

    this._read();
  }
  CptNetwork.prototype._read = function() {
  }

  var NatManip = CptNetwork.NatManip = (function() {
    function NatManip(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this._read();
    }
    NatManip.prototype._read = function() {
      this.direction = this._io.readU1();
      this.hooknum = this._io.readU1();
      this.maniptype = this._io.readU1();
      this.pad1 = this._io.readU1();
      this.manipAddr = this._io.readU4le();
      this.manipPort = this._io.readU2le();
      this.pad2 = this._io.readU2le();
      this.pad3 = this._io.readU4le();
    }

    return NatManip;
  })();

  var NatSeq = CptNetwork.NatSeq = (function() {
    function NatSeq(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this._read();
    }
    NatSeq.prototype._read = function() {
      this.correctionPos = this._io.readU4le();
      this.offsetBefore = this._io.readU4le();
      this.offsetAfter = this._io.readU4le();
      this.pad1 = this._io.readU4le();
    }

    return NatSeq;
  })();

  var NetBr = CptNetwork.NetBr = (function() {
    function NetBr(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this._read();
    }
    NetBr.prototype._read = function() {
      this.designatedRoot = this._io.readU8le();
      this.bridgeId = this._io.readU8le();
      this.rootPathCost = this._io.readU4le();
      this.maxAge = this._io.readU4le();
      this.helloTime = this._io.readU4le();
      this.forwardDelay = this._io.readU4le();
      this.bridgeMaxAge = this._io.readU4le();
      this.bridgeHelloTime = this._io.readU4le();
      this.bridgeForwardDelay = this._io.readU4le();
      this.ageingTime = this._io.readU4le();
      this.rootPort = this._io.readU1();
      this.stpEnabled = this._io.readU1();
      this.viaPhysDev = this._io.readU1();
      this.pad = this._io.readBytes(5);
    }

    return NetBr;
  })();

  var NetBrDev = CptNetwork.NetBrDev = (function() {
    function NetBrDev(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this._read();
    }
    NetBrDev.prototype._read = function() {
      this.name = this._io.readBytes(16);
    }

    return NetBrDev;
  })();

  var NetConntrack = CptNetwork.NetConntrack = (function() {
    function NetConntrack(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this._read();
    }
    NetConntrack.prototype._read = function() {
      this.tuples = [];
      for (var i = 0; i < 2; i++) {
        this.tuples.push(new Tuple(this._io, this, this._root, this.hdrlen == 232));
      }
      this.status = this._io.readU8le();
      this.timeout = this._io.readU8le();
      this.index = this._io.readU4le();
      this.ctHelper = this._io.readU1();
      this.natHelper = this._io.readU1();
      this.pad1 = this._io.readU2le();
      this.protoData = [];
      for (var i = 0; i < (this.hdrlen == 232 ? 16 : 12); i++) {
        this.protoData.push(this._io.readU4le());
      }
      this.helpData = [];
      for (var i = 0; i < (this.hdrlen == 232 ? 8 : (this.hdrlen == 280 ? 4 : 6)); i++) {
        this.helpData.push(this._io.readU4le());
      }
      if (this.hdrlen != 232) {
        this.initialized = this._io.readU4le();
      }
      if (this.hdrlen != 232) {
        this.numManips = this._io.readU4le();
      }
      if (this.hdrlen != 232) {
        this.natManips = [];
        for (var i = 0; i < 6; i++) {
          this.natManips.push(new NatManip(this._io, this, this._root));
        }
      }
      this.natSeq = [];
      for (var i = 0; i < 2; i++) {
        this.natSeq.push(new NatSeq(this._io, this, this._root));
      }
      this.masqIndex = this._io.readU4le();
      if (this.hdrlen != 280) {
        this.id = this._io.readU4le();
      }
      if (this.hdrlen != 280) {
        this.mark = this._io.readU4le();
      }
      this.pad2 = this._io.readBytes(4);
    }
    Object.defineProperty(NetConntrack.prototype, 'hdrlen', {
      get: function() {
        if (this._m_hdrlen !== undefined)
          return this._m_hdrlen;
        this._m_hdrlen = this._io.size + 16;
        return this._m_hdrlen;
      }
    });

    return NetConntrack;
  })();

  var NetConntrackExpect = CptNetwork.NetConntrackExpect = (function() {
    function NetConntrackExpect(_io, _parent, _root, conntrackHdrlen) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this.conntrackHdrlen = conntrackHdrlen;

      this._read();
    }
    NetConntrackExpect.prototype._read = function() {
      this.timeout = this._io.readU8le();
      this.siblingConntrack = this._io.readU4le();
      if (this.isOld) {
        this.seqNumber = this._io.readU4le();
      }
      if (!(this.isOld)) {
        this.pad1 = this._io.readU4le();
      }
      if (this.isOld) {
        this.ctTuple = new Tuple(this._io, this, this._root, false);
      }
      this.tuple = new Tuple(this._io, this, this._root, !(this.isOld));
      this.mask = new Tuple(this._io, this, this._root, !(this.isOld));
      if (this.isOld) {
        this.help = [];
        for (var i = 0; i < 3; i++) {
          this.help.push(this._io.readU4le());
        }
      }
      if (this.isOld) {
        this.manipProto = this._io.readU2le();
      }
      this.dir = this._io.readU1();
      this.flags = this._io.readU1();
      if (!(this.isOld)) {
        this.pad2 = this._io.readBytes(6);
      }
      if ( ((!(this.isOld)) && (this.hdrlen >= 96)) ) {
        this.class = this._io.readU4le();
      }
      if ( ((!(this.isOld)) && (this.hdrlen >= 96)) ) {
        this.pad3 = this._io.readU4le();
      }
    }
    Object.defineProperty(NetConntrackExpect.prototype, 'hdrlen', {
      get: function() {
        if (this._m_hdrlen !== undefined)
          return this._m_hdrlen;
        this._m_hdrlen = this._io.size + 16;
        return this._m_hdrlen;
      }
    });

    /**
     * The old and the newest form are both 96 bytes long; the connection tracking entry that holds
     * the expectation tells them apart.
     */
    Object.defineProperty(NetConntrackExpect.prototype, 'isOld', {
      get: function() {
        if (this._m_isOld !== undefined)
          return this._m_isOld;
        this._m_isOld = this.conntrackHdrlen != 232;
        return this._m_isOld;
      }
    });

    return NetConntrackExpect;
  })();

  var NetDevice = CptNetwork.NetDevice = (function() {
    function NetDevice(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this._read();
    }
    NetDevice.prototype._read = function() {
      this.index = this._io.readU4le();
      this.flags = this._io.readU4le();
      this.name = this._io.readBytes(16);
      if (this.hdrlen >= 48) {
        this.mtu = this._io.readU4le();
      }
      if (this.hdrlen >= 48) {
        this.pad = this._io.readU4le();
      }
    }
    Object.defineProperty(NetDevice.prototype, 'hdrlen', {
      get: function() {
        if (this._m_hdrlen !== undefined)
          return this._m_hdrlen;
        this._m_hdrlen = this._io.size + 16;
        return this._m_hdrlen;
      }
    });

    return NetDevice;
  })();

  var NetHwaddr = CptNetwork.NetHwaddr = (function() {
    function NetHwaddr(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this._read();
    }
    NetHwaddr.prototype._read = function() {
      this.devAddr = this._io.readBytes(32);
    }

    return NetHwaddr;
  })();

  var NetIdevCnf = CptNetwork.NetIdevCnf = (function() {
    function NetIdevCnf(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this._read();
    }
    NetIdevCnf.prototype._read = function() {
      this.data = [];
      for (var i = 0; i < 26; i++) {
        this.data.push(this._io.readU4le());
      }
    }

    return NetIdevCnf;
  })();

  var NetIfaddr = CptNetwork.NetIfaddr = (function() {
    function NetIfaddr(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this._read();
    }
    NetIfaddr.prototype._read = function() {
      this.index = this._io.readU4le();
      this.family = this._io.readU1();
      this.masklen = this._io.readU1();
      this.flags = this._io.readU1();
      this.scope = this._io.readU1();
      this.address = [];
      for (var i = 0; i < 4; i++) {
        this.address.push(this._io.readU4le());
      }
      this.peer = [];
      for (var i = 0; i < 4; i++) {
        this.peer.push(this._io.readU4le());
      }
      this.broadcast = [];
      for (var i = 0; i < 4; i++) {
        this.broadcast.push(this._io.readU4le());
      }
      this.label = this._io.readBytes(16);
      this.validLft = this._io.readU4le();
      this.preferedLft = this._io.readU4le();
    }

    return NetIfaddr;
  })();

  var NetIpipTunnel = CptNetwork.NetIpipTunnel = (function() {
    function NetIpipTunnel(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this._read();
    }
    NetIpipTunnel.prototype._read = function() {
      this.tnlFlags = this._io.readU4le();
      this.iFlags = this._io.readU2le();
      this.oFlags = this._io.readU2le();
      this.iKey = this._io.readU4le();
      this.oKey = this._io.readU4le();
      this.iphdr = [];
      for (var i = 0; i < 5; i++) {
        this.iphdr.push(this._io.readU4le());
      }
      this.iSeqno = this._io.readU4le();
      this.oSeqno = this._io.readU4le();
      this.pad = this._io.readBytes(4);
      if (this.hdrlen >= 72) {
        this.link = this._io.readU4le();
      }
      if (this.hdrlen >= 72) {
        this.pad1 = this._io.readBytes(4);
      }
    }
    Object.defineProperty(NetIpipTunnel.prototype, 'hdrlen', {
      get: function() {
        if (this._m_hdrlen !== undefined)
          return this._m_hdrlen;
        this._m_hdrlen = this._io.size + 16;
        return this._m_hdrlen;
      }
    });

    return NetIpipTunnel;
  })();

  var NetStats = CptNetwork.NetStats = (function() {
    function NetStats(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this._read();
    }
    NetStats.prototype._read = function() {
      this.rxPackets = this._io.readU8le();
      this.txPackets = this._io.readU8le();
      this.rxBytes = this._io.readU8le();
      this.txBytes = this._io.readU8le();
      this.rxErrors = this._io.readU8le();
      this.txErrors = this._io.readU8le();
      this.rxDropped = this._io.readU8le();
      this.txDropped = this._io.readU8le();
      this.multicast = this._io.readU8le();
      this.collisions = this._io.readU8le();
      this.rxLengthErrors = this._io.readU8le();
      this.rxOverErrors = this._io.readU8le();
      this.rxCrcErrors = this._io.readU8le();
      this.rxFrameErrors = this._io.readU8le();
      this.rxFifoErrors = this._io.readU8le();
      this.rxMissedErrors = this._io.readU8le();
      this.txAbortedErrors = this._io.readU8le();
      this.txCarrierErrors = this._io.readU8le();
      this.txFifoErrors = this._io.readU8le();
      this.txHeartbeatErrors = this._io.readU8le();
      this.txWindowErrors = this._io.readU8le();
      this.rxCompressed = this._io.readU8le();
      this.txCompressed = this._io.readU8le();
      this.pad = [];
      for (var i = 0; i < 4; i++) {
        this.pad.push(this._io.readU8le());
      }
    }

    return NetStats;
  })();

  var NetTapFilter = CptNetwork.NetTapFilter = (function() {
    function NetTapFilter(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this._read();
    }
    NetTapFilter.prototype._read = function() {
      this.count = this._io.readU4le();
      this.mask = [];
      for (var i = 0; i < 2; i++) {
        this.mask.push(this._io.readU4le());
      }
      this.addr = this._io.readBytes(48);
      this.padAt76 = this._io.readBytes(4);
    }

    return NetTapFilter;
  })();

  var NetTuntap = CptNetwork.NetTuntap = (function() {
    function NetTuntap(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this._read();
    }
    NetTuntap.prototype._read = function() {
      this.owner = this._io.readU4le();
      this.unused = this._io.readU4le();
      this.flags = this._io.readU8le();
      this.bindfile = this._io.readU8le();
      this.ifFlags = this._io.readU8le();
      this.devAddr = this._io.readBytes(6);
      this.pad = this._io.readU2le();
      this.chrFilter = [];
      for (var i = 0; i < 2; i++) {
        this.chrFilter.push(this._io.readU4le());
      }
      this.netFilter = [];
      for (var i = 0; i < 2; i++) {
        this.netFilter.push(this._io.readU4le());
      }
    }

    return NetTuntap;
  })();

  var NetVeth = CptNetwork.NetVeth = (function() {
    function NetVeth(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this._read();
    }
    NetVeth.prototype._read = function() {
      this.allowMacChange = this._io.readU4le();
      this.pad = this._io.readU4le();
    }

    return NetVeth;
  })();

  var Openreq = CptNetwork.Openreq = (function() {
    function Openreq(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this._read();
    }
    Openreq.prototype._read = function() {
      this.rcvIsn = this._io.readU4le();
      this.sntIsn = this._io.readU4le();
      this.rmtPort = this._io.readU2le();
      this.mss = this._io.readU2le();
      this.family = this._io.readU1();
      this.retrans = this._io.readU1();
      this.sndWscale = this._io.readU1();
      this.rcvWscale = this._io.readU1();
      this.tstampOk = this._io.readU1();
      this.sackOk = this._io.readU1();
      this.wscaleOk = this._io.readU1();
      this.ecnOk = this._io.readU1();
      this.acked = this._io.readU1();
      this.pad1 = this._io.readU1();
      this.pad2 = this._io.readU2le();
      this.windowClamp = this._io.readU4le();
      this.rcvWnd = this._io.readU4le();
      this.tsRecent = this._io.readU4le();
      this.iif = this._io.readU4le();
      this.expires = this._io.readU8le();
      this.locAddr = [];
      for (var i = 0; i < 2; i++) {
        this.locAddr.push(this._io.readU8le());
      }
      this.rmtAddr = [];
      for (var i = 0; i < 2; i++) {
        this.rmtAddr.push(this._io.readU8le());
      }
    }

    return Openreq;
  })();

  var PacketRing = CptNetwork.PacketRing = (function() {
    function PacketRing(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this._read();
    }
    PacketRing.prototype._read = function() {
      this.tpBlockSize = this._io.readU4le();
      this.tpBlockNr = this._io.readU4le();
      this.tpFrameSize = this._io.readU4le();
      this.tpFrameNr = this._io.readU4le();
    }

    return PacketRing;
  })();

  var Skb = CptNetwork.Skb = (function() {
    function Skb(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this._read();
    }
    Skb.prototype._read = function() {
      this.owner = this._io.readU4le();
      this.queue = this._io.readU4le();
      this.stamp = this._io.readU8le();
      this.len = this._io.readU4le();
      this.hspace = this._io.readU4le();
      this.tspace = this._io.readU4le();
      this.h = this._io.readU4le();
      this.nh = this._io.readU4le();
      this.mac = this._io.readU4le();
      this.cb = [];
      for (var i = 0; i < 5; i++) {
        this.cb.push(this._io.readU8le());
      }
      this.macLen = this._io.readU4le();
      this.csum = this._io.readU4le();
      this.localDf = this._io.readU1();
      this.pktType = this._io.readU1();
      this.ipSummed = this._io.readU1();
      this.pad1 = this._io.readU1();
      this.priority = this._io.readU4le();
      this.protocol = this._io.readU2le();
      this.security = this._io.readU2le();
      this.gsoSegs = this._io.readU2le();
      this.gsoSize = this._io.readU2le();
      if (this.hdrlen >= 128) {
        this.gsoType = this._io.readU2le();
      }
      if (this.hdrlen >= 128) {
        this.padAt122 = this._io.readBytes(6);
      }
    }
    Object.defineProperty(Skb.prototype, 'hdrlen', {
      get: function() {
        if (this._m_hdrlen !== undefined)
          return this._m_hdrlen;
        this._m_hdrlen = this._io.size + 16;
        return this._m_hdrlen;
      }
    });

    return Skb;
  })();

  var SockMcaddr = CptNetwork.SockMcaddr = (function() {
    function SockMcaddr(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this._read();
    }
    SockMcaddr.prototype._read = function() {
      this.family = this._io.readU2le();
      this.mode = this._io.readU2le();
      this.ifindex = this._io.readU4le();
      this.mcaddr = [];
      for (var i = 0; i < 4; i++) {
        this.mcaddr.push(this._io.readU4le());
      }
    }

    return SockMcaddr;
  })();

  var SockPacket = CptNetwork.SockPacket = (function() {
    function SockPacket(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this._read();
    }
    SockPacket.prototype._read = function() {
      this.statsTpPackets = this._io.readU4le();
      this.statsTpDrops = this._io.readU4le();
      this.tpLoss = this._io.readU1();
      this.auxdata = this._io.readU1();
      this.origdev = this._io.readU1();
      this.pad1 = this._io.readU1();
      this.pad2 = this._io.readU4le();
      this.copyThresh = this._io.readU4le();
      this.tpVersion = this._io.readU4le();
      this.tpReserve = this._io.readU4le();
      this.tpTstamp = this._io.readU4le();
      this.rxRing = new PacketRing(this._io, this, this._root);
      this.txRing = new PacketRing(this._io, this, this._root);
    }

    return SockPacket;
  })();

  var SockPacketMc = CptNetwork.SockPacketMc = (function() {
    function SockPacketMc(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this._read();
    }
    SockPacketMc.prototype._read = function() {
      this.ifindex = this._io.readU4le();
      this.count = this._io.readU4le();
      this.type = this._io.readU2le();
      this.alen = this._io.readU2le();
      this.addr = this._io.readBytes(32);
      this.padAt60 = this._io.readBytes(4);
    }

    return SockPacketMc;
  })();

  var Socket = CptNetwork.Socket = (function() {
    function Socket(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this._read();
    }
    Socket.prototype._read = function() {
      this.file = this._io.readU8le();
      this.parent = this._io.readU4le();
      this.index = this._io.readU4le();
      this.ssflags = this._io.readU8le();
      this.type = this._io.readU2le();
      this.family = this._io.readU2le();
      this.sstate = this._io.readU1();
      this.passcred = this._io.readU1();
      this.state = this._io.readU1();
      this.reuse = this._io.readU1();
      this.zapped = this._io.readU1();
      this.shutdown = this._io.readU1();
      this.userlocks = this._io.readU1();
      this.noCheck = this._io.readU1();
      this.debug = this._io.readU1();
      this.rcvtstamp = this._io.readU1();
      this.localroute = this._io.readU1();
      this.protocol = this._io.readU1();
      this.err = this._io.readU4le();
      this.errSoft = this._io.readU4le();
      this.maxAckBacklog = this._io.readU2le();
      this.pad1 = this._io.readU2le();
      this.priority = this._io.readU4le();
      this.rcvlowat = this._io.readU4le();
      this.boundDevIf = this._io.readU4le();
      this.rcvtimeo = this._io.readU8le();
      this.sndtimeo = this._io.readU8le();
      this.rcvbuf = this._io.readU4le();
      this.sndbuf = this._io.readU4le();
      this.flags = this._io.readU8le();
      this.lingertime = this._io.readU8le();
      this.peerPid = this._io.readU4le();
      this.peerUid = this._io.readU4le();
      this.peerGid = this._io.readU4le();
      this.laddrlen = this._io.readU4le();
      this.laddr = [];
      for (var i = 0; i < 32; i++) {
        this.laddr.push(this._io.readU4le());
      }
      this.raddrlen = this._io.readU4le();
      this.raddr = [];
      for (var i = 0; i < 32; i++) {
        this.raddr.push(this._io.readU4le());
      }
      this.peer = this._io.readU4le();
      this.socketpair = this._io.readU1();
      this.sockflags = this._io.readU1();
      this.pad4 = this._io.readU2le();
      this.pad5 = this._io.readU4le();
      this.stamp = this._io.readU8le();
      this.daddr = this._io.readU4le();
      this.dport = this._io.readU2le();
      this.sport = this._io.readU2le();
      this.saddr = this._io.readU4le();
      this.rcvSaddr = this._io.readU4le();
      this.ucTtl = this._io.readU4le();
      this.tos = this._io.readU4le();
      this.cmsgFlags = this._io.readU4le();
      this.mcIndex = this._io.readU4le();
      this.mcAddr = this._io.readU4le();
      this.hdrincl = this._io.readU1();
      this.mcTtl = this._io.readU1();
      this.mcLoop = this._io.readU1();
      this.pmtudisc = this._io.readU1();
      this.recverr = this._io.readU1();
      this.freebind = this._io.readU1();
      this.idcounter = this._io.readU2le();
      this.corkFlags = this._io.readU4le();
      this.corkFragsize = this._io.readU4le();
      this.corkLength = this._io.readU4le();
      this.corkAddr = this._io.readU4le();
      this.corkSaddr = this._io.readU4le();
      this.corkDaddr = this._io.readU4le();
      this.corkOif = this._io.readU4le();
      this.udpPending = this._io.readU4le();
      this.udpCorkflag = this._io.readU4le();
      this.udpEncap = this._io.readU2le();
      this.udpLen = this._io.readU2le();
      this.pad7 = this._io.readU4le();
      this.saddr6 = [];
      for (var i = 0; i < 2; i++) {
        this.saddr6.push(this._io.readU8le());
      }
      this.rcvSaddr6 = [];
      for (var i = 0; i < 2; i++) {
        this.rcvSaddr6.push(this._io.readU8le());
      }
      this.daddr6 = [];
      for (var i = 0; i < 2; i++) {
        this.daddr6.push(this._io.readU8le());
      }
      this.flowLabel6 = this._io.readU4le();
      this.fragSize6 = this._io.readU4le();
      this.hopLimit6 = this._io.readU4le();
      this.mcastHops6 = this._io.readU4le();
      this.mcastOif6 = this._io.readU4le();
      this.rxopt6 = this._io.readU1();
      this.mcLoop6 = this._io.readU1();
      this.recverr6 = this._io.readU1();
      this.sndflow6 = this._io.readU1();
      this.pmtudisc6 = this._io.readU1();
      this.ipv6only6 = this._io.readU1();
      this.mapped = this._io.readU1();
      this.pad8 = this._io.readU1();
      this.predFlags = this._io.readU4le();
      this.rcvNxt = this._io.readU4le();
      this.sndNxt = this._io.readU4le();
      this.sndUna = this._io.readU4le();
      this.sndSml = this._io.readU4le();
      this.rcvTstamp = this._io.readU4le();
      this.lsndtime = this._io.readU4le();
      this.tcpHeaderLen = this._io.readU1();
      this.ackPending = this._io.readU1();
      this.quick = this._io.readU1();
      this.pingpong = this._io.readU1();
      this.blocked = this._io.readU1();
      this.pad9 = this._io.readU1();
      this.pad10 = this._io.readU2le();
      this.ato = this._io.readU4le();
      this.ackTimeout = this._io.readU4le();
      this.lrcvtime = this._io.readU4le();
      this.lastSegSize = this._io.readU2le();
      this.rcvMss = this._io.readU2le();
      this.sndWl1 = this._io.readU4le();
      this.sndWnd = this._io.readU4le();
      this.maxWindow = this._io.readU4le();
      this.pmtuCookie = this._io.readU4le();
      this.mssCache = this._io.readU4le();
      this.mssCacheStd = this._io.readU2le();
      this.mssClamp = this._io.readU2le();
      this.extHeaderLen = this._io.readU2le();
      this.ext2HeaderLen = this._io.readU2le();
      this.caState = this._io.readU1();
      this.retransmits = this._io.readU1();
      this.reordering = this._io.readU1();
      this.frtoCounter = this._io.readU1();
      this.frtoHighmark = this._io.readU4le();
      this.advCong = this._io.readU1();
      this.deferAccept = this._io.readU1();
      this.backoff = this._io.readU1();
      this.pad11 = this._io.readU1();
      this.srtt = this._io.readU4le();
      this.mdev = this._io.readU4le();
      this.mdevMax = this._io.readU4le();
      this.rttvar = this._io.readU4le();
      this.rttSeq = this._io.readU4le();
      this.rto = this._io.readU4le();
      this.packetsOut = this._io.readU4le();
      this.leftOut = this._io.readU4le();
      this.retransOut = this._io.readU4le();
      this.sndSsthresh = this._io.readU4le();
      this.sndCwnd = this._io.readU4le();
      this.sndCwndCnt = this._io.readU2le();
      this.sndCwndClamp = this._io.readU2le();
      this.sndCwndUsed = this._io.readU4le();
      this.sndCwndStamp = this._io.readU4le();
      this.timeout = this._io.readU4le();
      this.kaTimeout = this._io.readU4le();
      this.rcvWnd = this._io.readU4le();
      this.rcvWup = this._io.readU4le();
      this.writeSeq = this._io.readU4le();
      this.pushedSeq = this._io.readU4le();
      this.copiedSeq = this._io.readU4le();
      this.tstampOk = this._io.readU1();
      this.wscaleOk = this._io.readU1();
      this.sackOk = this._io.readU1();
      this.sawTstamp = this._io.readU1();
      this.sndWscale = this._io.readU1();
      this.rcvWscale = this._io.readU1();
      this.nonagle = this._io.readU1();
      this.keepaliveProbes = this._io.readU1();
      this.rcvTsval = this._io.readU4le();
      this.rcvTsecr = this._io.readU4le();
      this.tsRecent = this._io.readU4le();
      this.tsRecentStamp = this._io.readU8le();
      this.userMss = this._io.readU2le();
      this.dsack = this._io.readU1();
      this.unused = this._io.readU1();
      this.sackArray = [];
      for (var i = 0; i < 10; i++) {
        this.sackArray.push(this._io.readU4le());
      }
      this.windowClamp = this._io.readU4le();
      this.rcvSsthresh = this._io.readU4le();
      this.probesOut = this._io.readU1();
      this.numSacks = this._io.readU1();
      this.advmss = this._io.readU2le();
      this.synRetries = this._io.readU1();
      this.ecnFlags = this._io.readU1();
      this.priorSsthresh = this._io.readU2le();
      this.lostOut = this._io.readU4le();
      this.sackedOut = this._io.readU4le();
      this.facketsOut = this._io.readU4le();
      this.highSeq = this._io.readU4le();
      this.retransStamp = this._io.readU4le();
      this.undoMarker = this._io.readU4le();
      this.undoRetrans = this._io.readU4le();
      this.urgSeq = this._io.readU4le();
      this.urgData = this._io.readU2le();
      this.pending = this._io.readU1();
      this.unused2 = this._io.readU1();
      this.sndUp = this._io.readU4le();
      this.keepaliveTime = this._io.readU4le();
      this.keepaliveIntvl = this._io.readU4le();
      this.linger2 = this._io.readU4le();
      this.rcvrttRtt = this._io.readU4le();
      this.rcvrttSeq = this._io.readU4le();
      this.rcvrttTime = this._io.readU4le();
      this.pad12 = this._io.readU4le();
      if (this.hdrlen >= 920) {
        this.iMode = this._io.readU2le();
      }
      if (this.hdrlen >= 920) {
        this.pad13 = this._io.readU2le();
      }
      if (this.hdrlen >= 920) {
        this.pad14 = this._io.readU4le();
      }
      if (this.hdrlen >= 928) {
        this.iUid = this._io.readU4le();
      }
      if (this.hdrlen >= 928) {
        this.iGid = this._io.readU4le();
      }
      if (this.hdrlen >= 1048) {
        this.dAlias = [];
        for (var i = 0; i < 27; i++) {
          this.dAlias.push(this._io.readU4le());
        }
      }
      if (this.hdrlen >= 1048) {
        this.dAliaslen = this._io.readU4le();
      }
      if (this.hdrlen >= 1048) {
        this.pad15 = this._io.readU4le();
      }
      if (this.hdrlen >= 1048) {
        this.padAt1044 = this._io.readBytes(4);
      }
    }
    Object.defineProperty(Socket.prototype, 'hdrlen', {
      get: function() {
        if (this._m_hdrlen !== undefined)
          return this._m_hdrlen;
        this._m_hdrlen = this._io.size + 16;
        return this._m_hdrlen;
      }
    });

    return Socket;
  })();

  var Tuple = CptNetwork.Tuple = (function() {
    function Tuple(_io, _parent, _root, hasL3num) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this.hasL3num = hasL3num;

      this._read();
    }
    Tuple.prototype._read = function() {
      this.src = this._io.readU4le();
      this.srcport = this._io.readU2le();
      this.pad1 = this._io.readU2le();
      this.dst = this._io.readU4le();
      this.dstport = this._io.readU2le();
      this.protonum = this._io.readU1();
      this.dir = this._io.readU1();
      if (this.hasL3num) {
        this.l3num = this._io.readU2le();
      }
      if (this.hasL3num) {
        this.pad2 = this._io.readBytes(6);
      }
    }

    return Tuple;
  })();

  return CptNetwork;
})();
CptNetwork_.CptNetwork = CptNetwork;
});
});

load('CptTask', function (exports) {
// This is a generated file! Please edit source .ksy file and use kaitai-struct-compiler to rebuild

(function (root, factory) {
  if (typeof define === 'function' && define.amd) {
    define(['exports', 'kaitai-struct/KaitaiStream', './CptCommon'], factory);
  } else if (typeof exports === 'object' && exports !== null && typeof exports.nodeType !== 'number') {
    factory(exports, require('kaitai-struct/KaitaiStream'), require('./CptCommon'));
  } else {
    factory(root.CptTask || (root.CptTask = {}), root.KaitaiStream, root.CptCommon || (root.CptCommon = {}));
  }
})(typeof self !== 'undefined' ? self : this, function (CptTask_, KaitaiStream, CptCommon_) {
/**
 * Fixed parts of the objects in the TASKS, SIGHAND_STRUCT and POSIX_TIMERS sections.
 */

var CptTask = (function() {
  function CptTask(_io, _parent, _root) {
    this._io = _io;
    this._parent = _parent;
    this._root = _root || this;

    this._read();
  }
  CptTask.prototype._read = function() {
  }

  var Ia64Regs = CptTask.Ia64Regs = (function() {
    function Ia64Regs(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this._read();
    }
    Ia64Regs.prototype._read = function() {
      this.gr = [];
      for (var i = 0; i < 128; i++) {
        this.gr.push(this._io.readU8le());
      }
      this.fr = [];
      for (var i = 0; i < 256; i++) {
        this.fr.push(this._io.readU8le());
      }
      this.br = [];
      for (var i = 0; i < 8; i++) {
        this.br.push(this._io.readU8le());
      }
      this.nat = [];
      for (var i = 0; i < 2; i++) {
        this.nat.push(this._io.readU8le());
      }
      this.arBspstore = this._io.readU8le();
      this.numRegs = this._io.readU8le();
      this.loadrs = this._io.readU8le();
      this.arBsp = this._io.readU8le();
      this.arUnat = this._io.readU8le();
      this.arPfs = this._io.readU8le();
      this.arCcv = this._io.readU8le();
      this.arFpsr = this._io.readU8le();
      this.arCsd = this._io.readU8le();
      this.arSsd = this._io.readU8le();
      this.arEc = this._io.readU8le();
      this.arLc = this._io.readU8le();
      this.arRsc = this._io.readU8le();
      this.arRnat = this._io.readU8le();
      this.crIip = this._io.readU8le();
      this.crIpsr = this._io.readU8le();
      this.cfm = this._io.readU8le();
      this.pr = this._io.readU8le();
      this.ibr = [];
      for (var i = 0; i < 8; i++) {
        this.ibr.push(this._io.readU8le());
      }
      this.dbr = [];
      for (var i = 0; i < 8; i++) {
        this.dbr.push(this._io.readU8le());
      }
    }

    return Ia64Regs;
  })();

  var PosixTimer = CptTask.PosixTimer = (function() {
    function PosixTimer(_io, _parent, _root, osArch) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this.osArch = osArch;

      this._read();
    }
    PosixTimer.prototype._read = function() {
      this.timerId = this._io.readU4le();
      this.timerClock = this._io.readU4le();
      this.timerOverrun = this._io.readU4le();
      this.timerOverrunLast = this._io.readU4le();
      this.timerSignalPending = this._io.readU4le();
      if ( ((this.osArch != CptCommon_.CptCommon.OsArch.I386) || (this.hdrlen >= 88)) ) {
        this.pad1 = this._io.readU4le();
      }
      this.timerInterval = this._io.readU8le();
      this.timerValue = this._io.readU8le();
      this.sigevValue = this._io.readU8le();
      this.sigevSigno = this._io.readU4le();
      this.sigevNotify = this._io.readU4le();
      if (this.hdrlen >= 88) {
        this.sigevNotifyTid = this._io.readU4le();
      }
      if (this.hdrlen >= 88) {
        this.pad2 = this._io.readU4le();
      }
      if (this.hdrlen >= 88) {
        this.dumpTime = this._io.readU8le();
      }
    }
    Object.defineProperty(PosixTimer.prototype, 'hdrlen', {
      get: function() {
        if (this._m_hdrlen !== undefined)
          return this._m_hdrlen;
        this._m_hdrlen = this._io.size + 16;
        return this._m_hdrlen;
      }
    });

    return PosixTimer;
  })();

  var RestartBlock = CptTask.RestartBlock = (function() {
    function RestartBlock(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this._read();
    }
    RestartBlock.prototype._read = function() {
      this.fn = this._io.readU8le();
      this.arg0 = this._io.readU8le();
      this.arg1 = this._io.readU8le();
      this.arg2 = this._io.readU8le();
      this.arg3 = this._io.readU8le();
    }

    return RestartBlock;
  })();

  var Sigaltstack = CptTask.Sigaltstack = (function() {
    function Sigaltstack(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this._read();
    }
    Sigaltstack.prototype._read = function() {
      this.stack = this._io.readU8le();
      this.stacksize = this._io.readU4le();
      this.pad1 = this._io.readU4le();
    }

    return Sigaltstack;
  })();

  var Sighandler = CptTask.Sighandler = (function() {
    function Sighandler(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this._read();
    }
    Sighandler.prototype._read = function() {
      this.signo = this._io.readU4le();
      this.pad1 = this._io.readU4le();
      this.handler = this._io.readU8le();
      this.restorer = this._io.readU8le();
      this.flags = this._io.readU8le();
      this.mask = this._io.readU8le();
    }

    return Sighandler;
  })();

  var Siginfo = CptTask.Siginfo = (function() {
    function Siginfo(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this._read();
    }
    Siginfo.prototype._read = function() {
      this.qflags = this._io.readU4le();
      this.signo = this._io.readU4le();
      this.errno = this._io.readU4le();
      this.code = this._io.readU4le();
      this.sigval = this._io.readU8le();
      this.pid = this._io.readU4le();
      this.uid = this._io.readU4le();
      this.utime = this._io.readU8le();
      this.stime = this._io.readU8le();
      this.user = this._io.readU8le();
      if (this.hdrlen >= 184) {
        this.sifields = [];
        for (var i = 0; i < 28; i++) {
          this.sifields.push(this._io.readU4le());
        }
      }
      if (this.hdrlen >= 192) {
        this.sifield28 = this._io.readU4le();
      }
      if (this.hdrlen >= 192) {
        this.pad1 = this._io.readU4le();
      }
    }
    Object.defineProperty(Siginfo.prototype, 'hdrlen', {
      get: function() {
        if (this._m_hdrlen !== undefined)
          return this._m_hdrlen;
        this._m_hdrlen = this._io.size + 16;
        return this._m_hdrlen;
      }
    });

    return Siginfo;
  })();

  var SignalStruct = CptTask.SignalStruct = (function() {
    function SignalStruct(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this._read();
    }
    SignalStruct.prototype._read = function() {
      this.leader = this._io.readU4le();
      this.pgrpType = this._io.readU1();
      this.oldPgrpType = this._io.readU1();
      this.sessionType = this._io.readU1();
      this.pad1 = this._io.readU1();
      this.pgrp = this._io.readU8le();
      this.oldPgrp = this._io.readU8le();
      this.session = this._io.readU8le();
      this.sigpending = this._io.readU8le();
      this.ctty = this._io.readU8le();
      this.currTarget = this._io.readU4le();
      this.groupExit = this._io.readU4le();
      this.groupExitCode = this._io.readU4le();
      this.groupExitTask = this._io.readU4le();
      this.notifyCount = this._io.readU4le();
      this.groupStopCount = this._io.readU4le();
      this.stopState = this._io.readU4le();
      this.pad2 = this._io.readU4le();
      this.utime = this._io.readU8le();
      this.stime = this._io.readU8le();
      this.cutime = this._io.readU8le();
      this.cstime = this._io.readU8le();
      this.nvcsw = this._io.readU8le();
      this.nivcsw = this._io.readU8le();
      this.cnvcsw = this._io.readU8le();
      this.cnivcsw = this._io.readU8le();
      this.minFlt = this._io.readU8le();
      this.majFlt = this._io.readU8le();
      this.cminFlt = this._io.readU8le();
      this.cmajFlt = this._io.readU8le();
      this.rlimCur = [];
      for (var i = 0; i < 16; i++) {
        this.rlimCur.push(this._io.readU8le());
      }
      this.rlimMax = [];
      for (var i = 0; i < 16; i++) {
        this.rlimMax.push(this._io.readU8le());
      }
      if (this.hdrlen >= 456) {
        this.flags = this._io.readU8le();
      }
    }
    Object.defineProperty(SignalStruct.prototype, 'hdrlen', {
      get: function() {
        if (this._m_hdrlen !== undefined)
          return this._m_hdrlen;
        this._m_hdrlen = this._io.size + 16;
        return this._m_hdrlen;
      }
    });

    return SignalStruct;
  })();

  var Task = CptTask.Task = (function() {
    function Task(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this._read();
    }
    Task.prototype._read = function() {
      this.state = this._io.readU8le();
      this.flags = this._io.readU8le();
      this.ptrace = this._io.readU8le();
      this.prio = this._io.readU4le();
      this.staticPrio = this._io.readU4le();
      this.policy = this._io.readU4le();
      this.rtPriority = this._io.readU4le();
      this.execDomain = this._io.readU8le();
      this.thrflags = this._io.readU8le();
      this.thrstatus = this._io.readU8le();
      this.addrLimit = this._io.readU8le();
      this.personality = this._io.readU8le();
      this.mm = this._io.readU8le();
      this.files = this._io.readU8le();
      this.fs = this._io.readU8le();
      this.signal = this._io.readU8le();
      this.sighand = this._io.readU8le();
      this.sigblocked = this._io.readU8le();
      this.sigrblocked = this._io.readU8le();
      this.sigpending = this._io.readU8le();
      this.namespace = this._io.readU8le();
      this.sysvsemUndo = this._io.readU8le();
      this.pid = this._io.readU4le();
      this.tgid = this._io.readU4le();
      this.ppid = this._io.readU4le();
      this.rppid = this._io.readU4le();
      this.pgrp = this._io.readU4le();
      this.session = this._io.readU4le();
      this.oldPgrp = this._io.readU4le();
      this.pad = this._io.readU4le();
      this.leader = this._io.readU4le();
      this.pnState = this._io.readU1();
      this.stoppedState = this._io.readU1();
      this.sigsuspendState = this._io.readU1();
      this.is64bit = this._io.readU1();
      this.setTid = this._io.readU8le();
      this.clearTid = this._io.readU8le();
      this.exitCode = this._io.readU4le();
      this.exitSignal = this._io.readU4le();
      this.pdeathSignal = this._io.readU4le();
      this.user = this._io.readU4le();
      this.uid = this._io.readU4le();
      this.euid = this._io.readU4le();
      this.suid = this._io.readU4le();
      this.fsuid = this._io.readU4le();
      this.gid = this._io.readU4le();
      this.egid = this._io.readU4le();
      this.sgid = this._io.readU4le();
      this.fsgid = this._io.readU4le();
      this.ngids = this._io.readU4le();
      this.gids = [];
      for (var i = 0; i < 32; i++) {
        this.gids.push(this._io.readU4le());
      }
      this.prctlUac = this._io.readU1();
      this.prctlFpemu = this._io.readU1();
      this.pad1 = this._io.readU2le();
      this.ecap = this._io.readU8le();
      this.icap = this._io.readU8le();
      this.pcap = this._io.readU8le();
      this.comm = this._io.readBytes(16);
      this.tls = [];
      for (var i = 0; i < 3; i++) {
        this.tls.push(this._io.readU8le());
      }
      this.restart = new RestartBlock(this._io, this, this._root);
      this.itRealValue = this._io.readU8le();
      this.itRealIncr = this._io.readU8le();
      this.itProfValue = this._io.readU8le();
      this.itProfIncr = this._io.readU8le();
      this.itVirtValue = this._io.readU8le();
      this.itVirtIncr = this._io.readU8le();
      this.usedMath = this._io.readU2le();
      this.keepcap = this._io.readU1();
      this.didExec = this._io.readU1();
      this.ptraceMessage = this._io.readU4le();
      this.utime = this._io.readU8le();
      this.stime = this._io.readU8le();
      this.starttime = this._io.readU8le();
      this.nvcsw = this._io.readU8le();
      this.nivcsw = this._io.readU8le();
      this.minFlt = this._io.readU8le();
      this.majFlt = this._io.readU8le();
      this.sigsuspendBlocked = this._io.readU8le();
      this.cutime = this._io.readU8le();
      this.cstime = this._io.readU8le();
      this.cnvcsw = this._io.readU8le();
      this.cnivcsw = this._io.readU8le();
      this.cminFlt = this._io.readU8le();
      this.cmajFlt = this._io.readU8le();
      this.rlimCur = [];
      for (var i = 0; i < 16; i++) {
        this.rlimCur.push(this._io.readU8le());
      }
      this.rlimMax = [];
      for (var i = 0; i < 16; i++) {
        this.rlimMax.push(this._io.readU8le());
      }
      this.taskUb = this._io.readU8le();
      this.execUb = this._io.readU8le();
      this.mmUb = this._io.readU8le();
      this.forkSub = this._io.readU8le();
      if (this.hdrlen >= 984) {
        this.posixTimers = this._io.readU8le();
      }
      if (this.hdrlen >= 992) {
        this.bcap = this._io.readU8le();
      }
    }
    Object.defineProperty(Task.prototype, 'hdrlen', {
      get: function() {
        if (this._m_hdrlen !== undefined)
          return this._m_hdrlen;
        this._m_hdrlen = this._io.size + 16;
        return this._m_hdrlen;
      }
    });

    return Task;
  })();

  var TaskAux = CptTask.TaskAux = (function() {
    function TaskAux(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this._read();
    }
    TaskAux.prototype._read = function() {
      this.robustList = this._io.readU8le();
      this.future = [];
      for (var i = 0; i < 16; i++) {
        this.future.push(this._io.readU8le());
      }
    }

    return TaskAux;
  })();

  var X8664Regs = CptTask.X8664Regs = (function() {
    function X8664Regs(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this._read();
    }
    X8664Regs.prototype._read = function() {
      this.debugreg = [];
      for (var i = 0; i < 8; i++) {
        this.debugreg.push(this._io.readU8le());
      }
      this.fsbase = this._io.readU8le();
      this.gsbase = this._io.readU8le();
      this.fsindex = this._io.readU4le();
      this.gsindex = this._io.readU4le();
      this.ds = this._io.readU4le();
      this.es = this._io.readU4le();
      this.r15 = this._io.readU8le();
      this.r14 = this._io.readU8le();
      this.r13 = this._io.readU8le();
      this.r12 = this._io.readU8le();
      this.rbp = this._io.readU8le();
      this.rbx = this._io.readU8le();
      this.r11 = this._io.readU8le();
      this.r10 = this._io.readU8le();
      this.r9 = this._io.readU8le();
      this.r8 = this._io.readU8le();
      this.rax = this._io.readU8le();
      this.rcx = this._io.readU8le();
      this.rdx = this._io.readU8le();
      this.rsi = this._io.readU8le();
      this.rdi = this._io.readU8le();
      this.origRax = this._io.readU8le();
      this.rip = this._io.readU8le();
      this.cs = this._io.readU8le();
      this.eflags = this._io.readU8le();
      this.rsp = this._io.readU8le();
      this.ss = this._io.readU8le();
    }

    return X8664Regs;
  })();

  var X86Regs = CptTask.X86Regs = (function() {
    function X86Regs(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this._read();
    }
    X86Regs.prototype._read = function() {
      this.debugreg = [];
      for (var i = 0; i < 8; i++) {
        this.debugreg.push(this._io.readU4le());
      }
      this.fs = this._io.readU4le();
      this.gs = this._io.readU4le();
      this.ebx = this._io.readU4le();
      this.ecx = this._io.readU4le();
      this.edx = this._io.readU4le();
      this.esi = this._io.readU4le();
      this.edi = this._io.readU4le();
      this.ebp = this._io.readU4le();
      this.eax = this._io.readU4le();
      this.xds = this._io.readU4le();
      this.xes = this._io.readU4le();
      this.origEax = this._io.readU4le();
      this.eip = this._io.readU4le();
      this.xcs = this._io.readU4le();
      this.eflags = this._io.readU4le();
      this.esp = this._io.readU4le();
      this.xss = this._io.readU4le();
      this.ugs = this._io.readU4le();
    }

    return X86Regs;
  })();

  return CptTask;
})();
CptTask_.CptTask = CptTask;
});
});

load('CptImage', function (exports) {
// This is a generated file! Please edit source .ksy file and use kaitai-struct-compiler to rebuild

(function (root, factory) {
  if (typeof define === 'function' && define.amd) {
    define(['exports', 'kaitai-struct/KaitaiStream', './CptIpc', './CptNetwork', './CptCommon', './CptFiles', './CptMemory', './CptTask', './CptContainer'], factory);
  } else if (typeof exports === 'object' && exports !== null && typeof exports.nodeType !== 'number') {
    factory(exports, require('kaitai-struct/KaitaiStream'), require('./CptIpc'), require('./CptNetwork'), require('./CptCommon'), require('./CptFiles'), require('./CptMemory'), require('./CptTask'), require('./CptContainer'));
  } else {
    factory(root.CptImage || (root.CptImage = {}), root.KaitaiStream, root.CptIpc || (root.CptIpc = {}), root.CptNetwork || (root.CptNetwork = {}), root.CptCommon || (root.CptCommon = {}), root.CptFiles || (root.CptFiles = {}), root.CptMemory || (root.CptMemory = {}), root.CptTask || (root.CptTask = {}), root.CptContainer || (root.CptContainer = {}));
  }
})(typeof self !== 'undefined' ? self : this, function (CptImage_, KaitaiStream, CptIpc_, CptNetwork_, CptCommon_, CptFiles_, CptMemory_, CptTask_, CptContainer_) {
/**
 * A container checkpointed by an OpenVZ kernel: one header, sections back to back, and a trailer section
 * whose only object is the 248-byte tail. Sections and objects carry their own length (`next`) and the
 * length of their fixed part (`hdrlen`). `hdrlen`, not the image version, tells which fields an object has:
 * a field beyond it is absent, not zero.
 * 
 * All numbers are little-endian. "Position" means an absolute byte offset from the start of the file;
 * 2^64-1 is no position. Nothing may be assumed about alignment: follow `next`.
 */

var CptImage = (function() {
  function CptImage(_io, _parent, _root) {
    this._io = _io;
    this._parent = _parent;
    this._root = _root || this;

    this._read();
  }
  CptImage.prototype._read = function() {
    this.header = new MajorHeader(this._io, this, this._root);
    this.sections = [];
    var i = 0;
    while (!this._io.isEof()) {
      this.sections.push(new Section(this._io, this, this._root));
      i++;
    }
  }

  /**
   * Header, fixed part, then either further objects or opaque content up to `next`.
   */

  var AnyObject = CptImage.AnyObject = (function() {
    function AnyObject(_io, _parent, _root, parentObject, parentHdrlen) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this.parentObject = parentObject;
      this.parentHdrlen = parentHdrlen;

      this._read();
    }
    AnyObject.prototype._read = function() {
      this.header = new ObjectHeader(this._io, this, this._root);
      switch (this.kind) {
      case CptCommon_.CptCommon.ObjectType.AIO_CONTEXT:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptMemory_.CptMemory.AioContext(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.BITS:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptCommon_.CptCommon.Bits(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.CGROUP:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptContainer_.CptContainer.Cgroup(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.COPYPAGES:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptMemory_.CptMemory.Copypages(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.EPOLL:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptFiles_.CptFiles.Epoll(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.EPOLL_FILE:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptFiles_.CptFiles.EpollFile(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.EVENTFD:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptFiles_.CptFiles.Eventfd(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.FILE:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptFiles_.CptFiles.File(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.FILEDESC:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptFiles_.CptFiles.Filedesc(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.FILES:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptFiles_.CptFiles.Files(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.FLOCK:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptFiles_.CptFiles.Flock(_io__raw_fixed, null, null, this._root.header.fixed.osArch);
        break;
      case CptCommon_.CptCommon.ObjectType.FS:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptFiles_.CptFiles.Fs(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.IA64_REGS:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptTask_.CptTask.Ia64Regs(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.INODE:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptFiles_.CptFiles.Inode(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.INOTIFY:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptFiles_.CptFiles.Inotify(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.INOTIFY_EVENT:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptFiles_.CptFiles.InotifyEvent(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.INOTIFY_WATCH:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptFiles_.CptFiles.InotifyWatch(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.ITERPAGES:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptMemory_.CptMemory.Iterpages(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.ITERYOUNGPAGES:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptMemory_.CptMemory.Iterpages(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.LASTSIGINFO:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptTask_.CptTask.Siginfo(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.LAZYPAGES:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptMemory_.CptMemory.Lazypages(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.MM:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptMemory_.CptMemory.Mm(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.NAME:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptCommon_.CptCommon.Name(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.NET_BR:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptNetwork_.CptNetwork.NetBr(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.NET_BR_DEV:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptNetwork_.CptNetwork.NetBrDev(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.NET_CONNTRACK:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptNetwork_.CptNetwork.NetConntrack(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.NET_CONNTRACK_EXPECT:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptNetwork_.CptNetwork.NetConntrackExpect(_io__raw_fixed, null, null, this.parentHdrlen);
        break;
      case CptCommon_.CptCommon.ObjectType.NET_DEVICE:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptNetwork_.CptNetwork.NetDevice(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.NET_HWADDR:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptNetwork_.CptNetwork.NetHwaddr(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.NET_IDEV_CNF:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptNetwork_.CptNetwork.NetIdevCnf(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.NET_IFADDR:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptNetwork_.CptNetwork.NetIfaddr(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.NET_IPIP_TUNNEL:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptNetwork_.CptNetwork.NetIpipTunnel(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.NET_STATS:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptNetwork_.CptNetwork.NetStats(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.NET_TAP_FILTER:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptNetwork_.CptNetwork.NetTapFilter(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.NET_TUNTAP:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptNetwork_.CptNetwork.NetTuntap(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.NET_VETH:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptNetwork_.CptNetwork.NetVeth(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.OPENREQ:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptNetwork_.CptNetwork.Openreq(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.PAGES:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptMemory_.CptMemory.Pages(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.POSIX_TIMER:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptTask_.CptTask.PosixTimer(_io__raw_fixed, null, null, this._root.header.fixed.osArch);
        break;
      case CptCommon_.CptCommon.ObjectType.REF:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptCommon_.CptCommon.Ref(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.REMAPPAGES:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptMemory_.CptMemory.Remappages(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.SIGALTSTACK:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptTask_.CptTask.Sigaltstack(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.SIGHANDLER:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptTask_.CptTask.Sighandler(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.SIGINFO:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptTask_.CptTask.Siginfo(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.SIGNAL_STRUCT:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptTask_.CptTask.SignalStruct(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.SKB:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptNetwork_.CptNetwork.Skb(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.SKFILTER:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptCommon_.CptCommon.Bits(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.SLM_REGOBJ:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptContainer_.CptContainer.SlmRegobj(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.SLM_SGREG:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptContainer_.CptContainer.SlmSgreg(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.SOCK_MCADDR:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptNetwork_.CptNetwork.SockMcaddr(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.SOCK_PACKET:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptNetwork_.CptNetwork.SockPacket(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.SOCK_PACKET_MC:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptNetwork_.CptNetwork.SockPacketMc(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.SOCKET:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptNetwork_.CptNetwork.Socket(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.SYSV_SEM:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptIpc_.CptIpc.SysvSem(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.SYSV_SHM:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptIpc_.CptIpc.SysvShm(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.SYSVMSG:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptIpc_.CptIpc.Sysvmsg(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.SYSVMSG_MSG:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptIpc_.CptIpc.SysvmsgMsg(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.SYSVSEM_UNDO_REC:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptIpc_.CptIpc.SysvsemUndoRec(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.TASK:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptTask_.CptTask.Task(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.TASK_AUX:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptTask_.CptTask.TaskAux(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.TIMERFD:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptFiles_.CptFiles.Timerfd(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.TRAILER:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new MajorTail(_io__raw_fixed, this, this._root);
        break;
      case CptCommon_.CptCommon.ObjectType.TTY:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptFiles_.CptFiles.Tty(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.UBC:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptContainer_.CptContainer.Ubc(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.VEINFO:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptContainer_.CptContainer.Veinfo(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.VFSMOUNT:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptFiles_.CptFiles.Vfsmount(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.VMA:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptMemory_.CptMemory.Vma(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.VSYSCALL:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptMemory_.CptMemory.Pages(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.X86_64_REGS:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptTask_.CptTask.X8664Regs(_io__raw_fixed, null, null);
        break;
      case CptCommon_.CptCommon.ObjectType.X86_REGS:
        this._raw_fixed = this._io.readBytes(this.header.hdrlen - 16);
        var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
        this.fixed = new CptTask_.CptTask.X86Regs(_io__raw_fixed, null, null);
        break;
      default:
        this.fixed = this._io.readBytes(this.header.hdrlen - 16);
        break;
      }
      switch (this.kind) {
      case CptCommon_.CptCommon.ObjectType.CGROUP:
        this._raw_content = this._io.readBytes(this.header.next - this.header.hdrlen);
        var _io__raw_content = new KaitaiStream(this._raw_content);
        this.content = new CgroupContent(_io__raw_content, this, this._root);
        break;
      case CptCommon_.CptCommon.ObjectType.CGROUPS:
        this._raw_content = this._io.readBytes(this.header.next - this.header.hdrlen);
        var _io__raw_content = new KaitaiStream(this._raw_content);
        this.content = new ObjectList(_io__raw_content, this, this._root, this.header.object, this.header.hdrlen);
        break;
      case CptCommon_.CptCommon.ObjectType.EPOLL:
        this._raw_content = this._io.readBytes(this.header.next - this.header.hdrlen);
        var _io__raw_content = new KaitaiStream(this._raw_content);
        this.content = new ObjectList(_io__raw_content, this, this._root, this.header.object, this.header.hdrlen);
        break;
      case CptCommon_.CptCommon.ObjectType.FILE:
        this._raw_content = this._io.readBytes(this.header.next - this.header.hdrlen);
        var _io__raw_content = new KaitaiStream(this._raw_content);
        this.content = new ObjectList(_io__raw_content, this, this._root, this.header.object, this.header.hdrlen);
        break;
      case CptCommon_.CptCommon.ObjectType.FILES:
        this._raw_content = this._io.readBytes(this.header.next - this.header.hdrlen);
        var _io__raw_content = new KaitaiStream(this._raw_content);
        this.content = new ObjectList(_io__raw_content, this, this._root, this.header.object, this.header.hdrlen);
        break;
      case CptCommon_.CptCommon.ObjectType.FS:
        this._raw_content = this._io.readBytes(this.header.next - this.header.hdrlen);
        var _io__raw_content = new KaitaiStream(this._raw_content);
        this.content = new ObjectList(_io__raw_content, this, this._root, this.header.object, this.header.hdrlen);
        break;
      case CptCommon_.CptCommon.ObjectType.INODE:
        this._raw_content = this._io.readBytes(this.header.next - this.header.hdrlen);
        var _io__raw_content = new KaitaiStream(this._raw_content);
        this.content = new ObjectList(_io__raw_content, this, this._root, this.header.object, this.header.hdrlen);
        break;
      case CptCommon_.CptCommon.ObjectType.INOTIFY:
        this._raw_content = this._io.readBytes(this.header.next - this.header.hdrlen);
        var _io__raw_content = new KaitaiStream(this._raw_content);
        this.content = new ObjectList(_io__raw_content, this, this._root, this.header.object, this.header.hdrlen);
        break;
      case CptCommon_.CptCommon.ObjectType.INOTIFY_WATCH:
        this._raw_content = this._io.readBytes(this.header.next - this.header.hdrlen);
        var _io__raw_content = new KaitaiStream(this._raw_content);
        this.content = new ObjectList(_io__raw_content, this, this._root, this.header.object, this.header.hdrlen);
        break;
      case CptCommon_.CptCommon.ObjectType.MM:
        this._raw_content = this._io.readBytes(this.header.next - this.header.hdrlen);
        var _io__raw_content = new KaitaiStream(this._raw_content);
        this.content = new ObjectList(_io__raw_content, this, this._root, this.header.object, this.header.hdrlen);
        break;
      case CptCommon_.CptCommon.ObjectType.NAMESPACE:
        this._raw_content = this._io.readBytes(this.header.next - this.header.hdrlen);
        var _io__raw_content = new KaitaiStream(this._raw_content);
        this.content = new ObjectList(_io__raw_content, this, this._root, this.header.object, this.header.hdrlen);
        break;
      case CptCommon_.CptCommon.ObjectType.NET_BR:
        this._raw_content = this._io.readBytes(this.header.next - this.header.hdrlen);
        var _io__raw_content = new KaitaiStream(this._raw_content);
        this.content = new ObjectList(_io__raw_content, this, this._root, this.header.object, this.header.hdrlen);
        break;
      case CptCommon_.CptCommon.ObjectType.NET_CONNTRACK:
        this._raw_content = this._io.readBytes(this.header.next - this.header.hdrlen);
        var _io__raw_content = new KaitaiStream(this._raw_content);
        this.content = new ObjectList(_io__raw_content, this, this._root, this.header.object, this.header.hdrlen);
        break;
      case CptCommon_.CptCommon.ObjectType.NET_DEVICE:
        this._raw_content = this._io.readBytes(this.header.next - this.header.hdrlen);
        var _io__raw_content = new KaitaiStream(this._raw_content);
        this.content = new ObjectList(_io__raw_content, this, this._root, this.header.object, this.header.hdrlen);
        break;
      case CptCommon_.CptCommon.ObjectType.NET_TUNTAP:
        this._raw_content = this._io.readBytes(this.header.next - this.header.hdrlen);
        var _io__raw_content = new KaitaiStream(this._raw_content);
        this.content = new ObjectList(_io__raw_content, this, this._root, this.header.object, this.header.hdrlen);
        break;
      case CptCommon_.CptCommon.ObjectType.POSIX_TIMER_LIST:
        this._raw_content = this._io.readBytes(this.header.next - this.header.hdrlen);
        var _io__raw_content = new KaitaiStream(this._raw_content);
        this.content = new ObjectList(_io__raw_content, this, this._root, this.header.object, this.header.hdrlen);
        break;
      case CptCommon_.CptCommon.ObjectType.SIGHAND_STRUCT:
        this._raw_content = this._io.readBytes(this.header.next - this.header.hdrlen);
        var _io__raw_content = new KaitaiStream(this._raw_content);
        this.content = new ObjectList(_io__raw_content, this, this._root, this.header.object, this.header.hdrlen);
        break;
      case CptCommon_.CptCommon.ObjectType.SIGNAL_STRUCT:
        this._raw_content = this._io.readBytes(this.header.next - this.header.hdrlen);
        var _io__raw_content = new KaitaiStream(this._raw_content);
        this.content = new ObjectList(_io__raw_content, this, this._root, this.header.object, this.header.hdrlen);
        break;
      case CptCommon_.CptCommon.ObjectType.SKB:
        this._raw_content = this._io.readBytes(this.header.next - this.header.hdrlen);
        var _io__raw_content = new KaitaiStream(this._raw_content);
        this.content = new ObjectList(_io__raw_content, this, this._root, this.header.object, this.header.hdrlen);
        break;
      case CptCommon_.CptCommon.ObjectType.SOCK_PACKET:
        this._raw_content = this._io.readBytes(this.header.next - this.header.hdrlen);
        var _io__raw_content = new KaitaiStream(this._raw_content);
        this.content = new ObjectList(_io__raw_content, this, this._root, this.header.object, this.header.hdrlen);
        break;
      case CptCommon_.CptCommon.ObjectType.SOCKET:
        this._raw_content = this._io.readBytes(this.header.next - this.header.hdrlen);
        var _io__raw_content = new KaitaiStream(this._raw_content);
        this.content = new ObjectList(_io__raw_content, this, this._root, this.header.object, this.header.hdrlen);
        break;
      case CptCommon_.CptCommon.ObjectType.SYSVMSG:
        this._raw_content = this._io.readBytes(this.header.next - this.header.hdrlen);
        var _io__raw_content = new KaitaiStream(this._raw_content);
        this.content = new ObjectList(_io__raw_content, this, this._root, this.header.object, this.header.hdrlen);
        break;
      case CptCommon_.CptCommon.ObjectType.SYSVSEM_UNDO:
        this._raw_content = this._io.readBytes(this.header.next - this.header.hdrlen);
        var _io__raw_content = new KaitaiStream(this._raw_content);
        this.content = new ObjectList(_io__raw_content, this, this._root, this.header.object, this.header.hdrlen);
        break;
      case CptCommon_.CptCommon.ObjectType.TASK:
        this._raw_content = this._io.readBytes(this.header.next - this.header.hdrlen);
        var _io__raw_content = new KaitaiStream(this._raw_content);
        this.content = new ObjectList(_io__raw_content, this, this._root, this.header.object, this.header.hdrlen);
        break;
      case CptCommon_.CptCommon.ObjectType.TTY:
        this._raw_content = this._io.readBytes(this.header.next - this.header.hdrlen);
        var _io__raw_content = new KaitaiStream(this._raw_content);
        this.content = new ObjectList(_io__raw_content, this, this._root, this.header.object, this.header.hdrlen);
        break;
      case CptCommon_.CptCommon.ObjectType.VFSMOUNT:
        this._raw_content = this._io.readBytes(this.header.next - this.header.hdrlen);
        var _io__raw_content = new KaitaiStream(this._raw_content);
        this.content = new ObjectList(_io__raw_content, this, this._root, this.header.object, this.header.hdrlen);
        break;
      case CptCommon_.CptCommon.ObjectType.VMA:
        this._raw_content = this._io.readBytes(this.header.next - this.header.hdrlen);
        var _io__raw_content = new KaitaiStream(this._raw_content);
        this.content = new ObjectList(_io__raw_content, this, this._root, this.header.object, this.header.hdrlen);
        break;
      default:
        this.content = this._io.readBytes(this.header.next - this.header.hdrlen);
        break;
      }
    }

    /**
     * The object number, but for one: kernel 042stab076.8 wrote POSIX timers as 4122, the number that
     * became MOUNT_DATA later. Inside a timer list it still means a timer.
     */
    Object.defineProperty(AnyObject.prototype, 'kind', {
      get: function() {
        if (this._m_kind !== undefined)
          return this._m_kind;
        this._m_kind = ( ((this.header.object == CptCommon_.CptCommon.ObjectType.MOUNT_DATA) && (this.parentObject == CptCommon_.CptCommon.ObjectType.POSIX_TIMER_LIST))  ? CptCommon_.CptCommon.ObjectType.POSIX_TIMER : this.header.object);
        return this._m_kind;
      }
    });

    /**
     * Objects of these kinds hold further objects; the content of all others is raw bytes.
     */

    return AnyObject;
  })();

  /**
   * The name of a control group directory, absent for the root, then the pids of its members.
   */

  var CgroupContent = CptImage.CgroupContent = (function() {
    function CgroupContent(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this._read();
    }
    CgroupContent.prototype._read = function() {
      if (this.startsWithName) {
        this.name = new AnyObject(this._io, this, this._root, CptCommon_.CptCommon.ObjectType.CGROUP, 0);
      }
      if (!(this._io.isEof())) {
        this.pids = [];
        var i = 0;
        do {
          var _ = this._io.readU4le();
          this.pids.push(_);
          i++;
        } while (!( ((_ == 0) || (this._io.size - this._io.pos < 4)) ));
      }
    }
    Object.defineProperty(CgroupContent.prototype, 'firstObject', {
      get: function() {
        if (this._m_firstObject !== undefined)
          return this._m_firstObject;
        if (this._io.size >= 16) {
          var _pos = this._io.pos;
          this._io.seek(8);
          this._m_firstObject = this._io.readU4le();
          this._io.seek(_pos);
        }
        return this._m_firstObject;
      }
    });
    Object.defineProperty(CgroupContent.prototype, 'startsWithName', {
      get: function() {
        if (this._m_startsWithName !== undefined)
          return this._m_startsWithName;
        this._m_startsWithName =  ((this._io.size >= 16) && (this.firstObject == CptCommon_.CptCommon.ObjectType.NAME)) ;
        return this._m_startsWithName;
      }
    });

    /**
     * Container pids, ended by 0.
     */

    return CgroupContent;
  })();

  var ImageHeader = CptImage.ImageHeader = (function() {
    function ImageHeader(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this._read();
    }
    ImageHeader.prototype._read = function() {
      this.imageVersion = this._io.readU2le();
      this.osArch = this._io.readU2le();
      this.pad1 = this._io.readU2le();
      this.veFeatures = this._io.readU4le();
      this.veFeatures2 = this._io.readU4le();
      this.pagesize = this._io.readU2le();
      this.hz = this._io.readU2le();
      this.startJiffies64 = this._io.readU8le();
      this.startSec = this._io.readU4le();
      this.startNsec = this._io.readU4le();
      this.cpuCaps = [];
      for (var i = 0; i < 4; i++) {
        this.cpuCaps.push(this._io.readU4le());
      }
      this.kernelConfig = [];
      for (var i = 0; i < 4; i++) {
        this.kernelConfig.push(this._io.readU4le());
      }
      this.iptablesMask = this._io.readU8le();
    }

    /**
     * High byte is the kernel line, low nibble the minor version of that line.
     */

    /**
     * Architecture of the kernel that wrote the image.
     */

    /**
     * Low half of the container's feature mask.
     */

    /**
     * High half of the container's feature mask.
     */

    /**
     * Page size of the writing kernel; 4096 on x86. Not checked on restore.
     */

    /**
     * Timer ticks per second of the writing kernel. A kernel with another HZ refuses the image.
     */

    /**
     * Jiffies counter of the container at the moment of suspension.
     */

    /**
     * Wall clock at the moment of suspension, seconds since 1970.
     */

    /**
     * Nanoseconds of the same moment; a multiple of 1000.
     */

    /**
     * Word 0 holds bits for CPU features and for unsupported features met; never read on restore.
     */

    /**
     * Word 0 bit 0 says that the writing kernel used 64-bit page table entries.
     */

    /**
     * Netfilter modules that the container uses, handed to container creation.
     */

    return ImageHeader;
  })();

  /**
   * The first bytes of the file. 80 bytes in every known version.
   */

  var MajorHeader = CptImage.MajorHeader = (function() {
    function MajorHeader(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this._read();
    }
    MajorHeader.prototype._read = function() {
      this.signature = this._io.readBytes(4);
      if (!((KaitaiStream.byteArrayCompare(this.signature, new Uint8Array([121, 28, 1, 99])) == 0))) {
        throw new KaitaiStream.ValidationNotEqualError(new Uint8Array([121, 28, 1, 99]), this.signature, this._io, "/types/major_header/seq/0");
      }
      this.hdrlen = this._io.readU2le();
      this._raw_fixed = this._io.readBytes(this.hdrlen - 6);
      var _io__raw_fixed = new KaitaiStream(this._raw_fixed);
      this.fixed = new ImageHeader(_io__raw_fixed, this, this._root);
    }

    /**
     * Length of this header in bytes; the first section starts here.
     */

    return MajorHeader;
  })();

  /**
   * The last 248 bytes of the file.
   */

  var MajorTail = CptImage.MajorTail = (function() {
    function MajorTail(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this._read();
    }
    MajorTail.prototype._read = function() {
      this.lazypages = this._io.readU4le();
      this.num64bit = this._io.readU4le();
      this.sections = [];
      for (var i = 0; i < 27; i++) {
        this.sections.push(this._io.readU8le());
      }
      this.nsect = this._io.readU4le();
      this.signature = this._io.readBytes(4);
      if (!((KaitaiStream.byteArrayCompare(this.signature, new Uint8Array([121, 28, 1, 99])) == 0))) {
        throw new KaitaiStream.ValidationNotEqualError(new Uint8Array([121, 28, 1, 99]), this.signature, this._io, "/types/major_tail/seq/4");
      }
    }

    /**
     * Number of pages left to a page server; 0 unless the migration was lazy.
     */

    /**
     * Number of 64-bit tasks, threads included. Not 0 makes 32-bit kernels refuse the image.
     */

    /**
     * Positions of the section headers of types 0 to 26; 2^64-1 where there is none. No kernel reads them.
     */

    /**
     * Number of entries of the table; must be 27.
     */

    return MajorTail;
  })();

  var ObjectHeader = CptImage.ObjectHeader = (function() {
    function ObjectHeader(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this._read();
    }
    ObjectHeader.prototype._read = function() {
      this.next = this._io.readU8le();
      this.object = this._io.readU4le();
      this.hdrlen = this._io.readU2le();
      this.content = this._io.readU2le();
    }

    /**
     * Length of the whole object in bytes, this header and everything inside it included.
     */

    /**
     * Length of the fixed part in bytes, this header included; the layout key of the object.
     */

    /**
     * What follows the fixed part; mostly a hint.
     */

    return ObjectHeader;
  })();

  var ObjectList = CptImage.ObjectList = (function() {
    function ObjectList(_io, _parent, _root, parentObject, parentHdrlen) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this.parentObject = parentObject;
      this.parentHdrlen = parentHdrlen;

      this._read();
    }
    ObjectList.prototype._read = function() {
      this.entries = [];
      var i = 0;
      while (!this._io.isEof()) {
        this.entries.push(new AnyObject(this._io, this, this._root, this.parentObject, this.parentHdrlen));
        i++;
      }
    }

    return ObjectList;
  })();

  var Section = CptImage.Section = (function() {
    function Section(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this._read();
    }
    Section.prototype._read = function() {
      this.header = new SectionHeader(this._io, this, this._root);
      this._raw_objects = this._io.readBytes(this.header.next - this.header.hdrlen);
      var _io__raw_objects = new KaitaiStream(this._raw_objects);
      this.objects = new ObjectList(_io__raw_objects, this, this._root, 0, 0);
    }

    return Section;
  })();

  var SectionHeader = CptImage.SectionHeader = (function() {
    function SectionHeader(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;

      this._read();
    }
    SectionHeader.prototype._read = function() {
      this.next = this._io.readU8le();
      this.section = this._io.readU4le();
      this.hdrlen = this._io.readU2le();
      this.align = this._io.readU2le();
      this.extra = this._io.readBytes(this.hdrlen - 16);
    }

    /**
     * Length of the whole section in bytes, this header included.
     */

    /**
     * Length of this header in bytes.
     */

    /**
     * Always 0, never read.
     */

    return SectionHeader;
  })();

  return CptImage;
})();
CptImage_.CptImage = CptImage;
});
});

export const CptCommon: any = modules.CptCommon.CptCommon;
export const CptContainer: any = modules.CptContainer.CptContainer;
export const CptFiles: any = modules.CptFiles.CptFiles;
export const CptIpc: any = modules.CptIpc.CptIpc;
export const CptMemory: any = modules.CptMemory.CptMemory;
export const CptNetwork: any = modules.CptNetwork.CptNetwork;
export const CptTask: any = modules.CptTask.CptTask;
export const CptImage: any = modules.CptImage.CptImage;
