// Made by "npm run generate" from formats/cpt/*.ksy. Do not edit.
import type { EnumValue, Layout } from '../cpt/layout.ts';

export const cptLayouts: Readonly<Record<string, Layout>> = {
 "bits": {
  "fields": [
   {
    "name": "size",
    "kernelName": "cpt_size",
    "type": "u4",
    "optional": true
   },
   {
    "name": "pad1",
    "kernelName": "__cpt_pad1",
    "type": "u4",
    "optional": true,
    "isPad": true
   }
  ]
 },
 "ref": {
  "fields": [
   {
    "name": "pos",
    "kernelName": "cpt_pos",
    "positionOf": "tty",
    "type": "u8"
   }
  ]
 },
 "name": {
  "fields": [
   {
    "name": "len",
    "kernelName": "cpt_len",
    "type": "u4",
    "optional": true
   },
   {
    "name": "pad",
    "kernelName": "cpt_pad",
    "type": "u4",
    "optional": true,
    "isPad": true
   }
  ]
 },
 "veinfo": {
  "fields": [
   {
    "name": "shmCtlMax",
    "kernelName": "shm_ctl_max",
    "type": "u4"
   },
   {
    "name": "shmCtlAll",
    "kernelName": "shm_ctl_all",
    "type": "u4"
   },
   {
    "name": "shmCtlMni",
    "kernelName": "shm_ctl_mni",
    "type": "u4"
   },
   {
    "name": "msgCtlMax",
    "kernelName": "msg_ctl_max",
    "type": "u4"
   },
   {
    "name": "msgCtlMni",
    "kernelName": "msg_ctl_mni",
    "type": "u4"
   },
   {
    "name": "msgCtlMnb",
    "kernelName": "msg_ctl_mnb",
    "type": "u4"
   },
   {
    "name": "semCtlArr",
    "kernelName": "sem_ctl_arr",
    "repeat": 4,
    "type": "u4"
   },
   {
    "name": "startTimespecDelta",
    "kernelName": "start_timespec_delta",
    "unit": "timespec",
    "type": "u8"
   },
   {
    "name": "startJiffiesDelta",
    "kernelName": "start_jiffies_delta",
    "unit": "jiffies",
    "type": "u8"
   },
   {
    "name": "lastPid",
    "kernelName": "last_pid",
    "type": "u4",
    "optional": true
   },
   {
    "name": "rndVaSpace",
    "kernelName": "rnd_va_space",
    "type": "u4",
    "optional": true
   },
   {
    "name": "vpidMax",
    "kernelName": "vpid_max",
    "type": "u4",
    "optional": true
   },
   {
    "name": "pad1",
    "kernelName": "__cpt_pad1",
    "type": "u4",
    "optional": true,
    "isPad": true
   },
   {
    "name": "realStartTimespecDelta",
    "kernelName": "real_start_timespec_delta",
    "unit": "timespec",
    "type": "u8",
    "optional": true
   },
   {
    "name": "reserved",
    "kernelName": "reserved",
    "repeat": 6,
    "type": "u8",
    "optional": true
   },
   {
    "name": "aioMaxNr",
    "kernelName": "aio_max_nr",
    "type": "u8",
    "optional": true
   },
   {
    "name": "veBcap",
    "kernelName": "cpt_ve_bcap",
    "type": "u8",
    "optional": true
   }
  ]
 },
 "ubparm": {
  "fields": [
   {
    "name": "barrier",
    "kernelName": "barrier",
    "type": "u8"
   },
   {
    "name": "limit",
    "kernelName": "limit",
    "type": "u8"
   },
   {
    "name": "held",
    "kernelName": "held",
    "type": "u8"
   },
   {
    "name": "maxheld",
    "kernelName": "maxheld",
    "type": "u8"
   },
   {
    "name": "minheld",
    "kernelName": "minheld",
    "type": "u8"
   },
   {
    "name": "failcnt",
    "kernelName": "failcnt",
    "type": "u8"
   }
  ]
 },
 "ubc": {
  "fields": [
   {
    "name": "parent",
    "kernelName": "cpt_parent",
    "positionOf": "ubc",
    "type": "u8"
   },
   {
    "name": "id",
    "kernelName": "cpt_id",
    "type": "u4"
   },
   {
    "name": "ubResources",
    "kernelName": "cpt_ub_resources",
    "type": "u2"
   },
   {
    "name": "ubFlags",
    "kernelName": "cpt_ub_flags",
    "flagsName": "ub_flag",
    "type": "u2"
   },
   {
    "name": "parms",
    "kernelName": "cpt_parms",
    "repeat": 64,
    "type": {
     "struct": "ubparm"
    }
   }
  ]
 },
 "cgroup": {
  "fields": [
   {
    "name": "index",
    "kernelName": "cpt_index",
    "type": "u4"
   },
   {
    "name": "parent",
    "kernelName": "cpt_parent",
    "type": "s4"
   },
   {
    "name": "flags",
    "kernelName": "cpt_flags",
    "flagsName": "cgroup_flag",
    "type": "u4"
   },
   {
    "name": "padAt28",
    "type": {
     "bytes": 4
    },
    "optional": true,
    "isPad": true
   }
  ]
 },
 "slm_sgreg": {
  "fields": [
   {
    "name": "size",
    "kernelName": "cpt_size",
    "type": "u4"
   },
   {
    "name": "pad1",
    "kernelName": "__cpt_pad1",
    "type": "u4",
    "isPad": true
   },
   {
    "name": "id",
    "kernelName": "cpt_id",
    "type": "u4"
   },
   {
    "name": "resource",
    "kernelName": "cpt_resource",
    "type": "u2"
   },
   {
    "name": "regname",
    "kernelName": "cpt_regname",
    "type": {
     "bytes": 32
    },
    "isText": true
   },
   {
    "name": "pad2",
    "kernelName": "__cpt_pad2",
    "type": {
     "bytes": 2
    },
    "isPad": true
   }
  ]
 },
 "slm_regobj": {
  "fields": [
   {
    "name": "size",
    "kernelName": "cpt_size",
    "type": "u4"
   },
   {
    "name": "pad1",
    "kernelName": "__cpt_pad1",
    "type": "u4",
    "isPad": true
   }
  ]
 },
 "file": {
  "fields": [
   {
    "name": "flags",
    "kernelName": "cpt_flags",
    "type": "u4"
   },
   {
    "name": "mode",
    "kernelName": "cpt_mode",
    "type": "u4"
   },
   {
    "name": "pos",
    "kernelName": "cpt_pos",
    "type": "u8"
   },
   {
    "name": "uid",
    "kernelName": "cpt_uid",
    "type": "u4"
   },
   {
    "name": "gid",
    "kernelName": "cpt_gid",
    "type": "u4"
   },
   {
    "name": "iMode",
    "kernelName": "cpt_i_mode",
    "type": "u4"
   },
   {
    "name": "lflags",
    "kernelName": "cpt_lflags",
    "flagsName": "dentry_flag",
    "type": "u4"
   },
   {
    "name": "inode",
    "kernelName": "cpt_inode",
    "positionOf": "inode",
    "type": "u8"
   },
   {
    "name": "priv",
    "kernelName": "cpt_priv",
    "positionOf": "tty",
    "type": "u8"
   },
   {
    "name": "fownFd",
    "kernelName": "cpt_fown_fd",
    "type": "u4"
   },
   {
    "name": "fownPid",
    "kernelName": "cpt_fown_pid",
    "type": "u4"
   },
   {
    "name": "fownUid",
    "kernelName": "cpt_fown_uid",
    "type": "u4"
   },
   {
    "name": "fownEuid",
    "kernelName": "cpt_fown_euid",
    "type": "u4"
   },
   {
    "name": "fownSigno",
    "kernelName": "cpt_fown_signo",
    "type": "u4"
   },
   {
    "name": "pad1",
    "kernelName": "__cpt_pad1",
    "type": "u4",
    "isPad": true
   },
   {
    "name": "vfsmount",
    "kernelName": "cpt_vfsmount",
    "positionOf": "vfsmount",
    "type": "u8",
    "optional": true
   }
  ]
 },
 "filedesc": {
  "fields": [
   {
    "name": "fd",
    "kernelName": "cpt_fd",
    "type": "u4"
   },
   {
    "name": "flags",
    "kernelName": "cpt_flags",
    "flagsName": "fd_flag",
    "type": "u4"
   },
   {
    "name": "file",
    "kernelName": "cpt_file",
    "positionOf": "file",
    "type": "u8"
   }
  ]
 },
 "files": {
  "fields": [
   {
    "name": "index",
    "kernelName": "cpt_index",
    "type": "u4"
   },
   {
    "name": "maxFds",
    "kernelName": "cpt_max_fds",
    "type": "u4"
   },
   {
    "name": "nextFd",
    "kernelName": "cpt_next_fd",
    "type": "u4"
   },
   {
    "name": "pad1",
    "kernelName": "__cpt_pad1",
    "type": "u4",
    "isPad": true
   }
  ]
 },
 "fs": {
  "fields": [
   {
    "name": "umask",
    "kernelName": "cpt_umask",
    "type": "u4"
   },
   {
    "name": "pad1",
    "kernelName": "__cpt_pad1",
    "type": "u4",
    "isPad": true
   }
  ]
 },
 "inode": {
  "fields": [
   {
    "name": "dev",
    "kernelName": "cpt_dev",
    "type": "u8"
   },
   {
    "name": "ino",
    "kernelName": "cpt_ino",
    "type": "u8"
   },
   {
    "name": "mode",
    "kernelName": "cpt_mode",
    "type": "u4"
   },
   {
    "name": "nlink",
    "kernelName": "cpt_nlink",
    "type": "u4"
   },
   {
    "name": "uid",
    "kernelName": "cpt_uid",
    "type": "u4"
   },
   {
    "name": "gid",
    "kernelName": "cpt_gid",
    "type": "u4"
   },
   {
    "name": "rdev",
    "kernelName": "cpt_rdev",
    "type": "u8"
   },
   {
    "name": "size",
    "kernelName": "cpt_size",
    "type": "u8"
   },
   {
    "name": "blksize",
    "kernelName": "cpt_blksize",
    "type": "u8"
   },
   {
    "name": "atime",
    "kernelName": "cpt_atime",
    "unit": "timespec",
    "type": "u8"
   },
   {
    "name": "mtime",
    "kernelName": "cpt_mtime",
    "unit": "timespec",
    "type": "u8"
   },
   {
    "name": "ctime",
    "kernelName": "cpt_ctime",
    "unit": "timespec",
    "type": "u8"
   },
   {
    "name": "blocks",
    "kernelName": "cpt_blocks",
    "type": "u8"
   },
   {
    "name": "sb",
    "kernelName": "cpt_sb",
    "type": "u4"
   },
   {
    "name": "pad1",
    "kernelName": "__cpt_pad1",
    "type": "u4",
    "isPad": true
   },
   {
    "name": "vfsmount",
    "kernelName": "cpt_vfsmount",
    "positionOf": "vfsmount",
    "type": "u8",
    "optional": true
   }
  ]
 },
 "vfsmount": {
  "fields": [
   {
    "name": "mntflags",
    "kernelName": "cpt_mntflags",
    "flagsName": "mount_flag",
    "type": "u4"
   },
   {
    "name": "flags",
    "kernelName": "cpt_flags",
    "type": "u4"
   },
   {
    "name": "mntBind",
    "kernelName": "cpt_mnt_bind",
    "positionOf": "vfsmount",
    "type": "u8",
    "optional": true
   },
   {
    "name": "mntParent",
    "kernelName": "cpt_mnt_parent",
    "positionOf": "vfsmount",
    "type": "u8",
    "optional": true
   },
   {
    "name": "mntShared",
    "kernelName": "cpt_mnt_shared",
    "positionOf": "vfsmount",
    "type": "u8",
    "optional": true
   },
   {
    "name": "mntMaster",
    "kernelName": "cpt_mnt_master",
    "positionOf": "vfsmount",
    "type": "u8",
    "optional": true
   }
  ]
 },
 "flock": {
  "fields": [
   {
    "name": "owner",
    "kernelName": "cpt_owner",
    "type": "u4"
   },
   {
    "name": "pid",
    "kernelName": "cpt_pid",
    "type": "u4"
   },
   {
    "name": "start",
    "kernelName": "cpt_start",
    "type": "u8"
   },
   {
    "name": "end",
    "kernelName": "cpt_end",
    "type": "u8"
   },
   {
    "name": "flags",
    "kernelName": "cpt_flags",
    "flagsName": "flock_flag",
    "type": "u4"
   },
   {
    "name": "type",
    "kernelName": "cpt_type",
    "type": "u4"
   },
   {
    "name": "svid",
    "kernelName": "cpt_svid",
    "type": "u4",
    "optional": true
   },
   {
    "name": "pad1",
    "type": "u4",
    "optional": true,
    "isPad": true
   },
   {
    "name": "lsid",
    "kernelName": "cpt_lsid",
    "type": "u8",
    "optional": true
   },
   {
    "name": "pad2",
    "type": "u4",
    "optional": true,
    "isPad": true
   }
  ]
 },
 "tty": {
  "fields": [
   {
    "name": "flags",
    "kernelName": "cpt_flags",
    "type": "u8"
   },
   {
    "name": "link",
    "kernelName": "cpt_link",
    "type": "u4"
   },
   {
    "name": "index",
    "kernelName": "cpt_index",
    "type": "u4"
   },
   {
    "name": "drvType",
    "kernelName": "cpt_drv_type",
    "type": "u4"
   },
   {
    "name": "drvSubtype",
    "kernelName": "cpt_drv_subtype",
    "type": "u4"
   },
   {
    "name": "drvFlags",
    "kernelName": "cpt_drv_flags",
    "type": "u4"
   },
   {
    "name": "packet",
    "kernelName": "cpt_packet",
    "type": "u1"
   },
   {
    "name": "stopped",
    "kernelName": "cpt_stopped",
    "type": "u1"
   },
   {
    "name": "hwStopped",
    "kernelName": "cpt_hw_stopped",
    "type": "u1"
   },
   {
    "name": "flowStopped",
    "kernelName": "cpt_flow_stopped",
    "type": "u1"
   },
   {
    "name": "canonData",
    "kernelName": "cpt_canon_data",
    "type": "u4"
   },
   {
    "name": "canonHead",
    "kernelName": "cpt_canon_head",
    "type": "u4"
   },
   {
    "name": "canonColumn",
    "kernelName": "cpt_canon_column",
    "type": "u4"
   },
   {
    "name": "column",
    "kernelName": "cpt_column",
    "type": "u4"
   },
   {
    "name": "ctrlStatus",
    "kernelName": "cpt_ctrl_status",
    "type": "u1"
   },
   {
    "name": "erasing",
    "kernelName": "cpt_erasing",
    "type": "u1"
   },
   {
    "name": "lnext",
    "kernelName": "cpt_lnext",
    "type": "u1"
   },
   {
    "name": "icanon",
    "kernelName": "cpt_icanon",
    "type": "u1"
   },
   {
    "name": "raw",
    "kernelName": "cpt_raw",
    "type": "u1"
   },
   {
    "name": "realRaw",
    "kernelName": "cpt_real_raw",
    "type": "u1"
   },
   {
    "name": "closing",
    "kernelName": "cpt_closing",
    "type": "u1"
   },
   {
    "name": "pad1",
    "kernelName": "__cpt_pad1",
    "type": "u1",
    "isPad": true
   },
   {
    "name": "minimumToWake",
    "kernelName": "cpt_minimum_to_wake",
    "type": "u2"
   },
   {
    "name": "pad2",
    "kernelName": "__cpt_pad2",
    "type": "u2",
    "isPad": true
   },
   {
    "name": "pgrp",
    "kernelName": "cpt_pgrp",
    "type": "u4"
   },
   {
    "name": "session",
    "kernelName": "cpt_session",
    "type": "u4"
   },
   {
    "name": "cLine",
    "kernelName": "cpt_c_line",
    "type": "u4"
   },
   {
    "name": "name",
    "kernelName": "cpt_name",
    "type": {
     "bytes": 64
    },
    "isText": true
   },
   {
    "name": "wsRow",
    "kernelName": "cpt_ws_row",
    "type": "u2"
   },
   {
    "name": "wsCol",
    "kernelName": "cpt_ws_col",
    "type": "u2"
   },
   {
    "name": "wsProw",
    "kernelName": "cpt_ws_prow",
    "type": "u2"
   },
   {
    "name": "wsPcol",
    "kernelName": "cpt_ws_pcol",
    "type": "u2"
   },
   {
    "name": "cCc",
    "kernelName": "cpt_c_cc",
    "type": {
     "bytes": 32
    }
   },
   {
    "name": "cIflag",
    "kernelName": "cpt_c_iflag",
    "type": "u4"
   },
   {
    "name": "cOflag",
    "kernelName": "cpt_c_oflag",
    "type": "u4"
   },
   {
    "name": "cCflag",
    "kernelName": "cpt_c_cflag",
    "type": "u4"
   },
   {
    "name": "cLflag",
    "kernelName": "cpt_c_lflag",
    "type": "u4"
   },
   {
    "name": "readFlags",
    "kernelName": "cpt_read_flags",
    "repeat": 128,
    "type": "u4"
   }
  ]
 },
 "epoll": {
  "fields": [
   {
    "name": "file",
    "kernelName": "cpt_file",
    "positionOf": "file",
    "type": "u8"
   }
  ]
 },
 "epoll_file": {
  "fields": [
   {
    "name": "file",
    "kernelName": "cpt_file",
    "positionOf": "file",
    "type": "u8"
   },
   {
    "name": "fd",
    "kernelName": "cpt_fd",
    "type": "u4"
   },
   {
    "name": "events",
    "kernelName": "cpt_events",
    "type": "u4"
   },
   {
    "name": "data",
    "kernelName": "cpt_data",
    "type": "u8"
   },
   {
    "name": "revents",
    "kernelName": "cpt_revents",
    "type": "u4"
   },
   {
    "name": "ready",
    "kernelName": "cpt_ready",
    "type": "u4"
   }
  ]
 },
 "inotify": {
  "fields": [
   {
    "name": "file",
    "kernelName": "cpt_file",
    "positionOf": "file",
    "type": "u8"
   },
   {
    "name": "user",
    "kernelName": "cpt_user",
    "type": "u4"
   },
   {
    "name": "maxEvents",
    "kernelName": "cpt_max_events",
    "type": "u4"
   },
   {
    "name": "lastWd",
    "kernelName": "cpt_last_wd",
    "type": "u4"
   },
   {
    "name": "pad1",
    "kernelName": "__cpt_pad1",
    "type": "u4",
    "isPad": true
   }
  ]
 },
 "inotify_watch": {
  "fields": [
   {
    "name": "wd",
    "kernelName": "cpt_wd",
    "type": "u4"
   },
   {
    "name": "mask",
    "kernelName": "cpt_mask",
    "type": "u4"
   }
  ]
 },
 "inotify_event": {
  "fields": [
   {
    "name": "wd",
    "kernelName": "cpt_wd",
    "type": "u4"
   },
   {
    "name": "mask",
    "kernelName": "cpt_mask",
    "type": "u4"
   },
   {
    "name": "cookie",
    "kernelName": "cpt_cookie",
    "type": "u4"
   },
   {
    "name": "namelen",
    "kernelName": "cpt_namelen",
    "type": "u4"
   }
  ]
 },
 "timerfd": {
  "fields": [
   {
    "name": "itValue",
    "kernelName": "cpt_it_value",
    "unit": "timespec",
    "type": "u8"
   },
   {
    "name": "itInterval",
    "kernelName": "cpt_it_interval",
    "unit": "timespec",
    "type": "u8"
   },
   {
    "name": "ticks",
    "kernelName": "cpt_ticks",
    "type": "u8"
   },
   {
    "name": "expired",
    "kernelName": "cpt_expired",
    "type": "u4"
   },
   {
    "name": "clockid",
    "kernelName": "cpt_clockid",
    "type": "u4"
   }
  ]
 },
 "eventfd": {
  "fields": [
   {
    "name": "count",
    "kernelName": "cpt_count",
    "type": "u8"
   },
   {
    "name": "flags",
    "kernelName": "cpt_flags",
    "type": "u4"
   },
   {
    "name": "padAt28",
    "type": {
     "bytes": 4
    },
    "isPad": true
   }
  ]
 },
 "sysv_shm": {
  "fields": [
   {
    "name": "key",
    "kernelName": "cpt_key",
    "type": "u8"
   },
   {
    "name": "uid",
    "kernelName": "cpt_uid",
    "type": "u8"
   },
   {
    "name": "gid",
    "kernelName": "cpt_gid",
    "type": "u8"
   },
   {
    "name": "cuid",
    "kernelName": "cpt_cuid",
    "type": "u8"
   },
   {
    "name": "cgid",
    "kernelName": "cpt_cgid",
    "type": "u8"
   },
   {
    "name": "mode",
    "kernelName": "cpt_mode",
    "type": "u8"
   },
   {
    "name": "seq",
    "kernelName": "cpt_seq",
    "type": "u8"
   },
   {
    "name": "id",
    "kernelName": "cpt_id",
    "type": "u4"
   },
   {
    "name": "mlockuser",
    "kernelName": "cpt_mlockuser",
    "type": "u4"
   },
   {
    "name": "segsz",
    "kernelName": "cpt_segsz",
    "type": "u8"
   },
   {
    "name": "atime",
    "kernelName": "cpt_atime",
    "unit": "s",
    "type": "u8"
   },
   {
    "name": "ctime",
    "kernelName": "cpt_ctime",
    "unit": "s",
    "type": "u8"
   },
   {
    "name": "dtime",
    "kernelName": "cpt_dtime",
    "unit": "s",
    "type": "u8"
   },
   {
    "name": "creator",
    "kernelName": "cpt_creator",
    "type": "u8"
   },
   {
    "name": "last",
    "kernelName": "cpt_last",
    "type": "u8"
   }
  ]
 },
 "sysv_sem": {
  "fields": [
   {
    "name": "key",
    "kernelName": "cpt_key",
    "type": "u8"
   },
   {
    "name": "uid",
    "kernelName": "cpt_uid",
    "type": "u8"
   },
   {
    "name": "gid",
    "kernelName": "cpt_gid",
    "type": "u8"
   },
   {
    "name": "cuid",
    "kernelName": "cpt_cuid",
    "type": "u8"
   },
   {
    "name": "cgid",
    "kernelName": "cpt_cgid",
    "type": "u8"
   },
   {
    "name": "mode",
    "kernelName": "cpt_mode",
    "type": "u8"
   },
   {
    "name": "seq",
    "kernelName": "cpt_seq",
    "type": "u8"
   },
   {
    "name": "id",
    "kernelName": "cpt_id",
    "type": "u4"
   },
   {
    "name": "pad1",
    "kernelName": "__cpt_pad1",
    "type": "u4",
    "isPad": true
   },
   {
    "name": "otime",
    "kernelName": "cpt_otime",
    "unit": "s",
    "type": "u8"
   },
   {
    "name": "ctime",
    "kernelName": "cpt_ctime",
    "unit": "s",
    "type": "u8"
   }
  ]
 },
 "sysvsem_undo_rec": {
  "fields": [
   {
    "name": "id",
    "kernelName": "cpt_id",
    "type": "u4"
   },
   {
    "name": "nsem",
    "kernelName": "cpt_nsem",
    "type": "u4"
   }
  ]
 },
 "sysvmsg": {
  "fields": [
   {
    "name": "key",
    "kernelName": "cpt_key",
    "type": "u8"
   },
   {
    "name": "uid",
    "kernelName": "cpt_uid",
    "type": "u8"
   },
   {
    "name": "gid",
    "kernelName": "cpt_gid",
    "type": "u8"
   },
   {
    "name": "cuid",
    "kernelName": "cpt_cuid",
    "type": "u8"
   },
   {
    "name": "cgid",
    "kernelName": "cpt_cgid",
    "type": "u8"
   },
   {
    "name": "mode",
    "kernelName": "cpt_mode",
    "type": "u8"
   },
   {
    "name": "seq",
    "kernelName": "cpt_seq",
    "type": "u8"
   },
   {
    "name": "id",
    "kernelName": "cpt_id",
    "type": "u4"
   },
   {
    "name": "pad1",
    "kernelName": "__cpt_pad1",
    "type": "u4",
    "isPad": true
   },
   {
    "name": "stime",
    "kernelName": "cpt_stime",
    "unit": "s",
    "type": "u8"
   },
   {
    "name": "rtime",
    "kernelName": "cpt_rtime",
    "unit": "s",
    "type": "u8"
   },
   {
    "name": "ctime",
    "kernelName": "cpt_ctime",
    "unit": "s",
    "type": "u8"
   },
   {
    "name": "lastSender",
    "kernelName": "cpt_last_sender",
    "type": "u8"
   },
   {
    "name": "lastReceiver",
    "kernelName": "cpt_last_receiver",
    "type": "u8"
   },
   {
    "name": "qbytes",
    "kernelName": "cpt_qbytes",
    "type": "u8"
   }
  ]
 },
 "sysvmsg_msg": {
  "fields": [
   {
    "name": "type",
    "kernelName": "cpt_type",
    "type": "u8"
   },
   {
    "name": "size",
    "kernelName": "cpt_size",
    "type": "u8"
   }
  ]
 },
 "mm": {
  "fields": [
   {
    "name": "startCode",
    "kernelName": "cpt_start_code",
    "type": "u8"
   },
   {
    "name": "endCode",
    "kernelName": "cpt_end_code",
    "type": "u8"
   },
   {
    "name": "startData",
    "kernelName": "cpt_start_data",
    "type": "u8"
   },
   {
    "name": "endData",
    "kernelName": "cpt_end_data",
    "type": "u8"
   },
   {
    "name": "startBrk",
    "kernelName": "cpt_start_brk",
    "type": "u8"
   },
   {
    "name": "brk",
    "kernelName": "cpt_brk",
    "type": "u8"
   },
   {
    "name": "startStack",
    "kernelName": "cpt_start_stack",
    "type": "u8"
   },
   {
    "name": "startArg",
    "kernelName": "cpt_start_arg",
    "type": "u8"
   },
   {
    "name": "endArg",
    "kernelName": "cpt_end_arg",
    "type": "u8"
   },
   {
    "name": "startEnv",
    "kernelName": "cpt_start_env",
    "type": "u8"
   },
   {
    "name": "endEnv",
    "kernelName": "cpt_end_env",
    "type": "u8"
   },
   {
    "name": "defFlags",
    "kernelName": "cpt_def_flags",
    "type": "u8"
   },
   {
    "name": "mmub",
    "kernelName": "cpt_mmub",
    "positionOf": "ubc",
    "type": "u8"
   },
   {
    "name": "dumpable",
    "kernelName": "cpt_dumpable",
    "type": "u1"
   },
   {
    "name": "vpsDumpable",
    "kernelName": "cpt_vps_dumpable",
    "type": "u1"
   },
   {
    "name": "usedHugetlb",
    "kernelName": "cpt_used_hugetlb",
    "type": "u1"
   },
   {
    "name": "pad",
    "kernelName": "__cpt_pad",
    "type": "u1",
    "isPad": true
   },
   {
    "name": "vdso",
    "kernelName": "cpt_vdso",
    "type": "u4"
   },
   {
    "name": "mmFlags",
    "kernelName": "cpt_mm_flags",
    "type": "u8",
    "optional": true
   }
  ]
 },
 "vma": {
  "fields": [
   {
    "name": "file",
    "kernelName": "cpt_file",
    "positionOf": "file",
    "type": "u8"
   },
   {
    "name": "type",
    "kernelName": "cpt_type",
    "enumName": "vma_type",
    "type": "u4"
   },
   {
    "name": "anonvma",
    "kernelName": "cpt_anonvma",
    "type": "u4"
   },
   {
    "name": "anonvmaid",
    "kernelName": "cpt_anonvmaid",
    "type": "u8"
   },
   {
    "name": "start",
    "kernelName": "cpt_start",
    "type": "u8"
   },
   {
    "name": "end",
    "kernelName": "cpt_end",
    "type": "u8"
   },
   {
    "name": "flags",
    "kernelName": "cpt_flags",
    "type": "u8"
   },
   {
    "name": "pgprot",
    "kernelName": "cpt_pgprot",
    "type": "u8"
   },
   {
    "name": "pgoff",
    "kernelName": "cpt_pgoff",
    "type": "u8"
   }
  ]
 },
 "pages": {
  "fields": [
   {
    "name": "start",
    "kernelName": "cpt_start",
    "type": "u8"
   },
   {
    "name": "end",
    "kernelName": "cpt_end",
    "type": "u8"
   }
  ]
 },
 "copypages": {
  "fields": [
   {
    "name": "start",
    "kernelName": "cpt_start",
    "type": "u8"
   },
   {
    "name": "end",
    "kernelName": "cpt_end",
    "type": "u8"
   },
   {
    "name": "source",
    "kernelName": "cpt_source",
    "positionOf": "mm",
    "type": "u8"
   }
  ]
 },
 "remappages": {
  "fields": [
   {
    "name": "start",
    "kernelName": "cpt_start",
    "type": "u8"
   },
   {
    "name": "end",
    "kernelName": "cpt_end",
    "type": "u8"
   },
   {
    "name": "pgoff",
    "kernelName": "cpt_pgoff",
    "type": "u8"
   }
  ]
 },
 "lazypages": {
  "fields": [
   {
    "name": "start",
    "kernelName": "cpt_start",
    "type": "u8"
   },
   {
    "name": "end",
    "kernelName": "cpt_end",
    "type": "u8"
   },
   {
    "name": "index",
    "kernelName": "cpt_index",
    "type": "u8"
   }
  ]
 },
 "iterpages": {
  "fields": [
   {
    "name": "start",
    "kernelName": "cpt_start",
    "type": "u8"
   },
   {
    "name": "end",
    "kernelName": "cpt_end",
    "type": "u8"
   }
  ]
 },
 "aio_context": {
  "fields": [
   {
    "name": "maxReqs",
    "kernelName": "cpt_max_reqs",
    "type": "u4"
   },
   {
    "name": "ringPages",
    "kernelName": "cpt_ring_pages",
    "type": "u4"
   },
   {
    "name": "tail",
    "kernelName": "cpt_tail",
    "type": "u4"
   },
   {
    "name": "nr",
    "kernelName": "cpt_nr",
    "type": "u4"
   },
   {
    "name": "mmapBase",
    "kernelName": "cpt_mmap_base",
    "type": "u8"
   }
  ]
 },
 "socket": {
  "fields": [
   {
    "name": "file",
    "kernelName": "cpt_file",
    "positionOf": "file",
    "type": "u8"
   },
   {
    "name": "parent",
    "kernelName": "cpt_parent",
    "type": "u4"
   },
   {
    "name": "index",
    "kernelName": "cpt_index",
    "type": "u4"
   },
   {
    "name": "ssflags",
    "kernelName": "cpt_ssflags",
    "type": "u8"
   },
   {
    "name": "type",
    "kernelName": "cpt_type",
    "type": "u2"
   },
   {
    "name": "family",
    "kernelName": "cpt_family",
    "type": "u2"
   },
   {
    "name": "sstate",
    "kernelName": "cpt_sstate",
    "type": "u1"
   },
   {
    "name": "passcred",
    "kernelName": "cpt_passcred",
    "type": "u1"
   },
   {
    "name": "state",
    "kernelName": "cpt_state",
    "type": "u1"
   },
   {
    "name": "reuse",
    "kernelName": "cpt_reuse",
    "type": "u1"
   },
   {
    "name": "zapped",
    "kernelName": "cpt_zapped",
    "type": "u1"
   },
   {
    "name": "shutdown",
    "kernelName": "cpt_shutdown",
    "type": "u1"
   },
   {
    "name": "userlocks",
    "kernelName": "cpt_userlocks",
    "type": "u1"
   },
   {
    "name": "noCheck",
    "kernelName": "cpt_no_check",
    "type": "u1"
   },
   {
    "name": "debug",
    "kernelName": "cpt_debug",
    "type": "u1"
   },
   {
    "name": "rcvtstamp",
    "kernelName": "cpt_rcvtstamp",
    "type": "u1"
   },
   {
    "name": "localroute",
    "kernelName": "cpt_localroute",
    "type": "u1"
   },
   {
    "name": "protocol",
    "kernelName": "cpt_protocol",
    "type": "u1"
   },
   {
    "name": "err",
    "kernelName": "cpt_err",
    "type": "u4"
   },
   {
    "name": "errSoft",
    "kernelName": "cpt_err_soft",
    "type": "u4"
   },
   {
    "name": "maxAckBacklog",
    "kernelName": "cpt_max_ack_backlog",
    "type": "u2"
   },
   {
    "name": "pad1",
    "kernelName": "__cpt_pad1",
    "type": "u2",
    "isPad": true
   },
   {
    "name": "priority",
    "kernelName": "cpt_priority",
    "type": "u4"
   },
   {
    "name": "rcvlowat",
    "kernelName": "cpt_rcvlowat",
    "type": "u4"
   },
   {
    "name": "boundDevIf",
    "kernelName": "cpt_bound_dev_if",
    "type": "u4"
   },
   {
    "name": "rcvtimeo",
    "kernelName": "cpt_rcvtimeo",
    "unit": "jiffies",
    "type": "u8"
   },
   {
    "name": "sndtimeo",
    "kernelName": "cpt_sndtimeo",
    "unit": "jiffies",
    "type": "u8"
   },
   {
    "name": "rcvbuf",
    "kernelName": "cpt_rcvbuf",
    "type": "u4"
   },
   {
    "name": "sndbuf",
    "kernelName": "cpt_sndbuf",
    "type": "u4"
   },
   {
    "name": "flags",
    "kernelName": "cpt_flags",
    "type": "u8"
   },
   {
    "name": "lingertime",
    "kernelName": "cpt_lingertime",
    "unit": "jiffies",
    "type": "u8"
   },
   {
    "name": "peerPid",
    "kernelName": "cpt_peer_pid",
    "type": "u4"
   },
   {
    "name": "peerUid",
    "kernelName": "cpt_peer_uid",
    "type": "u4"
   },
   {
    "name": "peerGid",
    "kernelName": "cpt_peer_gid",
    "type": "u4"
   },
   {
    "name": "laddrlen",
    "kernelName": "cpt_laddrlen",
    "type": "u4"
   },
   {
    "name": "laddr",
    "kernelName": "cpt_laddr",
    "repeat": 32,
    "type": "u4"
   },
   {
    "name": "raddrlen",
    "kernelName": "cpt_raddrlen",
    "type": "u4"
   },
   {
    "name": "raddr",
    "kernelName": "cpt_raddr",
    "repeat": 32,
    "type": "u4"
   },
   {
    "name": "peer",
    "kernelName": "cpt_peer",
    "type": "u4"
   },
   {
    "name": "socketpair",
    "kernelName": "cpt_socketpair",
    "type": "u1"
   },
   {
    "name": "sockflags",
    "kernelName": "cpt_sockflags",
    "flagsName": "sock_flag",
    "type": "u1"
   },
   {
    "name": "pad4",
    "kernelName": "__cpt_pad4",
    "type": "u2",
    "isPad": true
   },
   {
    "name": "pad5",
    "kernelName": "__cpt_pad5",
    "type": "u4",
    "isPad": true
   },
   {
    "name": "stamp",
    "kernelName": "cpt_stamp",
    "unit": "timeval",
    "type": "u8"
   },
   {
    "name": "daddr",
    "kernelName": "cpt_daddr",
    "type": "u4"
   },
   {
    "name": "dport",
    "kernelName": "cpt_dport",
    "type": "u2"
   },
   {
    "name": "sport",
    "kernelName": "cpt_sport",
    "type": "u2"
   },
   {
    "name": "saddr",
    "kernelName": "cpt_saddr",
    "type": "u4"
   },
   {
    "name": "rcvSaddr",
    "kernelName": "cpt_rcv_saddr",
    "type": "u4"
   },
   {
    "name": "ucTtl",
    "kernelName": "cpt_uc_ttl",
    "type": "u4"
   },
   {
    "name": "tos",
    "kernelName": "cpt_tos",
    "type": "u4"
   },
   {
    "name": "cmsgFlags",
    "kernelName": "cpt_cmsg_flags",
    "type": "u4"
   },
   {
    "name": "mcIndex",
    "kernelName": "cpt_mc_index",
    "type": "u4"
   },
   {
    "name": "mcAddr",
    "kernelName": "cpt_mc_addr",
    "type": "u4"
   },
   {
    "name": "hdrincl",
    "kernelName": "cpt_hdrincl",
    "type": "u1"
   },
   {
    "name": "mcTtl",
    "kernelName": "cpt_mc_ttl",
    "type": "u1"
   },
   {
    "name": "mcLoop",
    "kernelName": "cpt_mc_loop",
    "type": "u1"
   },
   {
    "name": "pmtudisc",
    "kernelName": "cpt_pmtudisc",
    "type": "u1"
   },
   {
    "name": "recverr",
    "kernelName": "cpt_recverr",
    "type": "u1"
   },
   {
    "name": "freebind",
    "kernelName": "cpt_freebind",
    "type": "u1"
   },
   {
    "name": "idcounter",
    "kernelName": "cpt_idcounter",
    "type": "u2"
   },
   {
    "name": "corkFlags",
    "kernelName": "cpt_cork_flags",
    "type": "u4"
   },
   {
    "name": "corkFragsize",
    "kernelName": "cpt_cork_fragsize",
    "type": "u4"
   },
   {
    "name": "corkLength",
    "kernelName": "cpt_cork_length",
    "type": "u4"
   },
   {
    "name": "corkAddr",
    "kernelName": "cpt_cork_addr",
    "type": "u4"
   },
   {
    "name": "corkSaddr",
    "kernelName": "cpt_cork_saddr",
    "type": "u4"
   },
   {
    "name": "corkDaddr",
    "kernelName": "cpt_cork_daddr",
    "type": "u4"
   },
   {
    "name": "corkOif",
    "kernelName": "cpt_cork_oif",
    "type": "u4"
   },
   {
    "name": "udpPending",
    "kernelName": "cpt_udp_pending",
    "type": "u4"
   },
   {
    "name": "udpCorkflag",
    "kernelName": "cpt_udp_corkflag",
    "type": "u4"
   },
   {
    "name": "udpEncap",
    "kernelName": "cpt_udp_encap",
    "type": "u2"
   },
   {
    "name": "udpLen",
    "kernelName": "cpt_udp_len",
    "type": "u2"
   },
   {
    "name": "pad7",
    "kernelName": "__cpt_pad7",
    "type": "u4",
    "isPad": true
   },
   {
    "name": "saddr6",
    "kernelName": "cpt_saddr6",
    "repeat": 2,
    "type": "u8"
   },
   {
    "name": "rcvSaddr6",
    "kernelName": "cpt_rcv_saddr6",
    "repeat": 2,
    "type": "u8"
   },
   {
    "name": "daddr6",
    "kernelName": "cpt_daddr6",
    "repeat": 2,
    "type": "u8"
   },
   {
    "name": "flowLabel6",
    "kernelName": "cpt_flow_label6",
    "type": "u4"
   },
   {
    "name": "fragSize6",
    "kernelName": "cpt_frag_size6",
    "type": "u4"
   },
   {
    "name": "hopLimit6",
    "kernelName": "cpt_hop_limit6",
    "type": "u4"
   },
   {
    "name": "mcastHops6",
    "kernelName": "cpt_mcast_hops6",
    "type": "u4"
   },
   {
    "name": "mcastOif6",
    "kernelName": "cpt_mcast_oif6",
    "type": "u4"
   },
   {
    "name": "rxopt6",
    "kernelName": "cpt_rxopt6",
    "type": "u1"
   },
   {
    "name": "mcLoop6",
    "kernelName": "cpt_mc_loop6",
    "type": "u1"
   },
   {
    "name": "recverr6",
    "kernelName": "cpt_recverr6",
    "type": "u1"
   },
   {
    "name": "sndflow6",
    "kernelName": "cpt_sndflow6",
    "type": "u1"
   },
   {
    "name": "pmtudisc6",
    "kernelName": "cpt_pmtudisc6",
    "type": "u1"
   },
   {
    "name": "ipv6only6",
    "kernelName": "cpt_ipv6only6",
    "type": "u1"
   },
   {
    "name": "mapped",
    "kernelName": "cpt_mapped",
    "type": "u1"
   },
   {
    "name": "pad8",
    "kernelName": "__cpt_pad8",
    "type": "u1",
    "isPad": true
   },
   {
    "name": "predFlags",
    "kernelName": "cpt_pred_flags",
    "type": "u4"
   },
   {
    "name": "rcvNxt",
    "kernelName": "cpt_rcv_nxt",
    "type": "u4"
   },
   {
    "name": "sndNxt",
    "kernelName": "cpt_snd_nxt",
    "type": "u4"
   },
   {
    "name": "sndUna",
    "kernelName": "cpt_snd_una",
    "type": "u4"
   },
   {
    "name": "sndSml",
    "kernelName": "cpt_snd_sml",
    "type": "u4"
   },
   {
    "name": "rcvTstamp",
    "kernelName": "cpt_rcv_tstamp",
    "unit": "jiffies_delta",
    "type": "u4"
   },
   {
    "name": "lsndtime",
    "kernelName": "cpt_lsndtime",
    "unit": "jiffies_delta",
    "type": "u4"
   },
   {
    "name": "tcpHeaderLen",
    "kernelName": "cpt_tcp_header_len",
    "type": "u1"
   },
   {
    "name": "ackPending",
    "kernelName": "cpt_ack_pending",
    "type": "u1"
   },
   {
    "name": "quick",
    "kernelName": "cpt_quick",
    "type": "u1"
   },
   {
    "name": "pingpong",
    "kernelName": "cpt_pingpong",
    "type": "u1"
   },
   {
    "name": "blocked",
    "kernelName": "cpt_blocked",
    "type": "u1"
   },
   {
    "name": "pad9",
    "kernelName": "__cpt_pad9",
    "type": "u1",
    "isPad": true
   },
   {
    "name": "pad10",
    "kernelName": "__cpt_pad10",
    "type": "u2",
    "isPad": true
   },
   {
    "name": "ato",
    "kernelName": "cpt_ato",
    "unit": "jiffies",
    "type": "u4"
   },
   {
    "name": "ackTimeout",
    "kernelName": "cpt_ack_timeout",
    "unit": "jiffies_delta",
    "type": "u4"
   },
   {
    "name": "lrcvtime",
    "kernelName": "cpt_lrcvtime",
    "unit": "jiffies_delta",
    "type": "u4"
   },
   {
    "name": "lastSegSize",
    "kernelName": "cpt_last_seg_size",
    "type": "u2"
   },
   {
    "name": "rcvMss",
    "kernelName": "cpt_rcv_mss",
    "type": "u2"
   },
   {
    "name": "sndWl1",
    "kernelName": "cpt_snd_wl1",
    "type": "u4"
   },
   {
    "name": "sndWnd",
    "kernelName": "cpt_snd_wnd",
    "type": "u4"
   },
   {
    "name": "maxWindow",
    "kernelName": "cpt_max_window",
    "type": "u4"
   },
   {
    "name": "pmtuCookie",
    "kernelName": "cpt_pmtu_cookie",
    "type": "u4"
   },
   {
    "name": "mssCache",
    "kernelName": "cpt_mss_cache",
    "type": "u4"
   },
   {
    "name": "mssCacheStd",
    "kernelName": "cpt_mss_cache_std",
    "type": "u2"
   },
   {
    "name": "mssClamp",
    "kernelName": "cpt_mss_clamp",
    "type": "u2"
   },
   {
    "name": "extHeaderLen",
    "kernelName": "cpt_ext_header_len",
    "type": "u2"
   },
   {
    "name": "ext2HeaderLen",
    "kernelName": "cpt_ext2_header_len",
    "type": "u2"
   },
   {
    "name": "caState",
    "kernelName": "cpt_ca_state",
    "type": "u1"
   },
   {
    "name": "retransmits",
    "kernelName": "cpt_retransmits",
    "type": "u1"
   },
   {
    "name": "reordering",
    "kernelName": "cpt_reordering",
    "type": "u1"
   },
   {
    "name": "frtoCounter",
    "kernelName": "cpt_frto_counter",
    "type": "u1"
   },
   {
    "name": "frtoHighmark",
    "kernelName": "cpt_frto_highmark",
    "type": "u4"
   },
   {
    "name": "advCong",
    "kernelName": "cpt_adv_cong",
    "type": "u1"
   },
   {
    "name": "deferAccept",
    "kernelName": "cpt_defer_accept",
    "type": "u1"
   },
   {
    "name": "backoff",
    "kernelName": "cpt_backoff",
    "type": "u1"
   },
   {
    "name": "pad11",
    "kernelName": "__cpt_pad11",
    "type": "u1",
    "isPad": true
   },
   {
    "name": "srtt",
    "kernelName": "cpt_srtt",
    "unit": "jiffies",
    "type": "u4"
   },
   {
    "name": "mdev",
    "kernelName": "cpt_mdev",
    "unit": "jiffies",
    "type": "u4"
   },
   {
    "name": "mdevMax",
    "kernelName": "cpt_mdev_max",
    "unit": "jiffies",
    "type": "u4"
   },
   {
    "name": "rttvar",
    "kernelName": "cpt_rttvar",
    "unit": "jiffies",
    "type": "u4"
   },
   {
    "name": "rttSeq",
    "kernelName": "cpt_rtt_seq",
    "type": "u4"
   },
   {
    "name": "rto",
    "kernelName": "cpt_rto",
    "unit": "jiffies",
    "type": "u4"
   },
   {
    "name": "packetsOut",
    "kernelName": "cpt_packets_out",
    "type": "u4"
   },
   {
    "name": "leftOut",
    "kernelName": "cpt_left_out",
    "type": "u4"
   },
   {
    "name": "retransOut",
    "kernelName": "cpt_retrans_out",
    "type": "u4"
   },
   {
    "name": "sndSsthresh",
    "kernelName": "cpt_snd_ssthresh",
    "type": "u4"
   },
   {
    "name": "sndCwnd",
    "kernelName": "cpt_snd_cwnd",
    "type": "u4"
   },
   {
    "name": "sndCwndCnt",
    "kernelName": "cpt_snd_cwnd_cnt",
    "type": "u2"
   },
   {
    "name": "sndCwndClamp",
    "kernelName": "cpt_snd_cwnd_clamp",
    "type": "u2"
   },
   {
    "name": "sndCwndUsed",
    "kernelName": "cpt_snd_cwnd_used",
    "type": "u4"
   },
   {
    "name": "sndCwndStamp",
    "kernelName": "cpt_snd_cwnd_stamp",
    "unit": "jiffies_delta",
    "type": "u4"
   },
   {
    "name": "timeout",
    "kernelName": "cpt_timeout",
    "unit": "jiffies_delta",
    "type": "u4"
   },
   {
    "name": "kaTimeout",
    "kernelName": "cpt_ka_timeout",
    "unit": "jiffies_delta",
    "type": "u4"
   },
   {
    "name": "rcvWnd",
    "kernelName": "cpt_rcv_wnd",
    "type": "u4"
   },
   {
    "name": "rcvWup",
    "kernelName": "cpt_rcv_wup",
    "type": "u4"
   },
   {
    "name": "writeSeq",
    "kernelName": "cpt_write_seq",
    "type": "u4"
   },
   {
    "name": "pushedSeq",
    "kernelName": "cpt_pushed_seq",
    "type": "u4"
   },
   {
    "name": "copiedSeq",
    "kernelName": "cpt_copied_seq",
    "type": "u4"
   },
   {
    "name": "tstampOk",
    "kernelName": "cpt_tstamp_ok",
    "type": "u1"
   },
   {
    "name": "wscaleOk",
    "kernelName": "cpt_wscale_ok",
    "type": "u1"
   },
   {
    "name": "sackOk",
    "kernelName": "cpt_sack_ok",
    "type": "u1"
   },
   {
    "name": "sawTstamp",
    "kernelName": "cpt_saw_tstamp",
    "type": "u1"
   },
   {
    "name": "sndWscale",
    "kernelName": "cpt_snd_wscale",
    "type": "u1"
   },
   {
    "name": "rcvWscale",
    "kernelName": "cpt_rcv_wscale",
    "type": "u1"
   },
   {
    "name": "nonagle",
    "kernelName": "cpt_nonagle",
    "type": "u1"
   },
   {
    "name": "keepaliveProbes",
    "kernelName": "cpt_keepalive_probes",
    "type": "u1"
   },
   {
    "name": "rcvTsval",
    "kernelName": "cpt_rcv_tsval",
    "type": "u4"
   },
   {
    "name": "rcvTsecr",
    "kernelName": "cpt_rcv_tsecr",
    "type": "u4"
   },
   {
    "name": "tsRecent",
    "kernelName": "cpt_ts_recent",
    "type": "u4"
   },
   {
    "name": "tsRecentStamp",
    "kernelName": "cpt_ts_recent_stamp",
    "unit": "s",
    "type": "u8"
   },
   {
    "name": "userMss",
    "kernelName": "cpt_user_mss",
    "type": "u2"
   },
   {
    "name": "dsack",
    "kernelName": "cpt_dsack",
    "type": "u1"
   },
   {
    "name": "unused",
    "kernelName": "unused",
    "type": "u1",
    "isPad": true
   },
   {
    "name": "sackArray",
    "kernelName": "cpt_sack_array",
    "repeat": 10,
    "type": "u4"
   },
   {
    "name": "windowClamp",
    "kernelName": "cpt_window_clamp",
    "type": "u4"
   },
   {
    "name": "rcvSsthresh",
    "kernelName": "cpt_rcv_ssthresh",
    "type": "u4"
   },
   {
    "name": "probesOut",
    "kernelName": "cpt_probes_out",
    "type": "u1"
   },
   {
    "name": "numSacks",
    "kernelName": "cpt_num_sacks",
    "type": "u1"
   },
   {
    "name": "advmss",
    "kernelName": "cpt_advmss",
    "type": "u2"
   },
   {
    "name": "synRetries",
    "kernelName": "cpt_syn_retries",
    "type": "u1"
   },
   {
    "name": "ecnFlags",
    "kernelName": "cpt_ecn_flags",
    "type": "u1"
   },
   {
    "name": "priorSsthresh",
    "kernelName": "cpt_prior_ssthresh",
    "type": "u2"
   },
   {
    "name": "lostOut",
    "kernelName": "cpt_lost_out",
    "type": "u4"
   },
   {
    "name": "sackedOut",
    "kernelName": "cpt_sacked_out",
    "type": "u4"
   },
   {
    "name": "facketsOut",
    "kernelName": "cpt_fackets_out",
    "type": "u4"
   },
   {
    "name": "highSeq",
    "kernelName": "cpt_high_seq",
    "type": "u4"
   },
   {
    "name": "retransStamp",
    "kernelName": "cpt_retrans_stamp",
    "type": "u4"
   },
   {
    "name": "undoMarker",
    "kernelName": "cpt_undo_marker",
    "type": "u4"
   },
   {
    "name": "undoRetrans",
    "kernelName": "cpt_undo_retrans",
    "type": "u4"
   },
   {
    "name": "urgSeq",
    "kernelName": "cpt_urg_seq",
    "type": "u4"
   },
   {
    "name": "urgData",
    "kernelName": "cpt_urg_data",
    "type": "u2"
   },
   {
    "name": "pending",
    "kernelName": "cpt_pending",
    "type": "u1"
   },
   {
    "name": "unused2",
    "kernelName": "unused2",
    "type": "u1",
    "isPad": true
   },
   {
    "name": "sndUp",
    "kernelName": "cpt_snd_up",
    "type": "u4"
   },
   {
    "name": "keepaliveTime",
    "kernelName": "cpt_keepalive_time",
    "unit": "jiffies",
    "type": "u4"
   },
   {
    "name": "keepaliveIntvl",
    "kernelName": "cpt_keepalive_intvl",
    "unit": "jiffies",
    "type": "u4"
   },
   {
    "name": "linger2",
    "kernelName": "cpt_linger2",
    "unit": "jiffies",
    "type": "u4"
   },
   {
    "name": "rcvrttRtt",
    "kernelName": "cpt_rcvrtt_rtt",
    "type": "u4"
   },
   {
    "name": "rcvrttSeq",
    "kernelName": "cpt_rcvrtt_seq",
    "type": "u4"
   },
   {
    "name": "rcvrttTime",
    "kernelName": "cpt_rcvrtt_time",
    "type": "u4"
   },
   {
    "name": "pad12",
    "kernelName": "__cpt_pad12",
    "type": "u4",
    "isPad": true
   },
   {
    "name": "iMode",
    "kernelName": "cpt_i_mode",
    "type": "u2",
    "optional": true
   },
   {
    "name": "pad13",
    "kernelName": "__cpt_pad13",
    "type": "u2",
    "optional": true,
    "isPad": true
   },
   {
    "name": "pad14",
    "kernelName": "__cpt_pad14",
    "type": "u4",
    "optional": true,
    "isPad": true
   },
   {
    "name": "iUid",
    "kernelName": "cpt_i_uid",
    "type": "u4",
    "optional": true
   },
   {
    "name": "iGid",
    "kernelName": "cpt_i_gid",
    "type": "u4",
    "optional": true
   },
   {
    "name": "dAlias",
    "kernelName": "cpt_d_alias",
    "repeat": 27,
    "type": "u4",
    "optional": true
   },
   {
    "name": "dAliaslen",
    "kernelName": "cpt_d_aliaslen",
    "type": "u4",
    "optional": true
   },
   {
    "name": "pad15",
    "kernelName": "__cpt_pad15",
    "type": "u4",
    "optional": true,
    "isPad": true
   },
   {
    "name": "padAt1044",
    "type": {
     "bytes": 4
    },
    "optional": true,
    "isPad": true
   }
  ]
 },
 "sock_mcaddr": {
  "fields": [
   {
    "name": "family",
    "kernelName": "cpt_family",
    "type": "u2"
   },
   {
    "name": "mode",
    "kernelName": "cpt_mode",
    "type": "u2"
   },
   {
    "name": "ifindex",
    "kernelName": "cpt_ifindex",
    "type": "u4"
   },
   {
    "name": "mcaddr",
    "kernelName": "cpt_mcaddr",
    "repeat": 4,
    "type": "u4"
   }
  ]
 },
 "packet_ring": {
  "fields": [
   {
    "name": "tpBlockSize",
    "kernelName": "cpt_tp_block_size",
    "type": "u4"
   },
   {
    "name": "tpBlockNr",
    "kernelName": "cpt_tp_block_nr",
    "type": "u4"
   },
   {
    "name": "tpFrameSize",
    "kernelName": "cpt_tp_frame_size",
    "type": "u4"
   },
   {
    "name": "tpFrameNr",
    "kernelName": "cpt_tp_frame_nr",
    "type": "u4"
   }
  ]
 },
 "sock_packet": {
  "fields": [
   {
    "name": "statsTpPackets",
    "kernelName": "cpt_stats_tp_packets",
    "type": "u4"
   },
   {
    "name": "statsTpDrops",
    "kernelName": "cpt_stats_tp_drops",
    "type": "u4"
   },
   {
    "name": "tpLoss",
    "kernelName": "cpt_tp_loss",
    "type": "u1"
   },
   {
    "name": "auxdata",
    "kernelName": "cpt_auxdata",
    "type": "u1"
   },
   {
    "name": "origdev",
    "kernelName": "cpt_origdev",
    "type": "u1"
   },
   {
    "name": "pad1",
    "kernelName": "cpt_pad1",
    "type": "u1",
    "isPad": true
   },
   {
    "name": "pad2",
    "kernelName": "cpt_pad2",
    "type": "u4",
    "isPad": true
   },
   {
    "name": "copyThresh",
    "kernelName": "cpt_copy_thresh",
    "type": "u4"
   },
   {
    "name": "tpVersion",
    "kernelName": "cpt_tp_version",
    "type": "u4"
   },
   {
    "name": "tpReserve",
    "kernelName": "cpt_tp_reserve",
    "type": "u4"
   },
   {
    "name": "tpTstamp",
    "kernelName": "cpt_tp_tstamp",
    "type": "u4"
   },
   {
    "name": "rxRing",
    "kernelName": "cpt_rx_ring",
    "type": {
     "struct": "packet_ring"
    }
   },
   {
    "name": "txRing",
    "kernelName": "cpt_tx_ring",
    "type": {
     "struct": "packet_ring"
    }
   }
  ]
 },
 "sock_packet_mc": {
  "fields": [
   {
    "name": "ifindex",
    "kernelName": "cpt_ifindex",
    "type": "u4"
   },
   {
    "name": "count",
    "kernelName": "cpt_count",
    "type": "u4"
   },
   {
    "name": "type",
    "kernelName": "cpt_type",
    "type": "u2"
   },
   {
    "name": "alen",
    "kernelName": "cpt_alen",
    "type": "u2"
   },
   {
    "name": "addr",
    "kernelName": "cpt_addr",
    "type": {
     "bytes": 32
    }
   },
   {
    "name": "padAt60",
    "type": {
     "bytes": 4
    },
    "isPad": true
   }
  ]
 },
 "openreq": {
  "fields": [
   {
    "name": "rcvIsn",
    "kernelName": "cpt_rcv_isn",
    "type": "u4"
   },
   {
    "name": "sntIsn",
    "kernelName": "cpt_snt_isn",
    "type": "u4"
   },
   {
    "name": "rmtPort",
    "kernelName": "cpt_rmt_port",
    "type": "u2"
   },
   {
    "name": "mss",
    "kernelName": "cpt_mss",
    "type": "u2"
   },
   {
    "name": "family",
    "kernelName": "cpt_family",
    "type": "u1"
   },
   {
    "name": "retrans",
    "kernelName": "cpt_retrans",
    "type": "u1"
   },
   {
    "name": "sndWscale",
    "kernelName": "cpt_snd_wscale",
    "type": "u1"
   },
   {
    "name": "rcvWscale",
    "kernelName": "cpt_rcv_wscale",
    "type": "u1"
   },
   {
    "name": "tstampOk",
    "kernelName": "cpt_tstamp_ok",
    "type": "u1"
   },
   {
    "name": "sackOk",
    "kernelName": "cpt_sack_ok",
    "type": "u1"
   },
   {
    "name": "wscaleOk",
    "kernelName": "cpt_wscale_ok",
    "type": "u1"
   },
   {
    "name": "ecnOk",
    "kernelName": "cpt_ecn_ok",
    "type": "u1"
   },
   {
    "name": "acked",
    "kernelName": "cpt_acked",
    "type": "u1"
   },
   {
    "name": "pad1",
    "kernelName": "__cpt_pad1",
    "type": "u1",
    "isPad": true
   },
   {
    "name": "pad2",
    "kernelName": "__cpt_pad2",
    "type": "u2",
    "isPad": true
   },
   {
    "name": "windowClamp",
    "kernelName": "cpt_window_clamp",
    "type": "u4"
   },
   {
    "name": "rcvWnd",
    "kernelName": "cpt_rcv_wnd",
    "type": "u4"
   },
   {
    "name": "tsRecent",
    "kernelName": "cpt_ts_recent",
    "type": "u4"
   },
   {
    "name": "iif",
    "kernelName": "cpt_iif",
    "type": "u4"
   },
   {
    "name": "expires",
    "kernelName": "cpt_expires",
    "unit": "jiffies",
    "type": "u8"
   },
   {
    "name": "locAddr",
    "kernelName": "cpt_loc_addr",
    "repeat": 2,
    "type": "u8"
   },
   {
    "name": "rmtAddr",
    "kernelName": "cpt_rmt_addr",
    "repeat": 2,
    "type": "u8"
   }
  ]
 },
 "skb": {
  "fields": [
   {
    "name": "owner",
    "kernelName": "cpt_owner",
    "type": "u4"
   },
   {
    "name": "queue",
    "kernelName": "cpt_queue",
    "enumName": "skb_queue",
    "type": "u4"
   },
   {
    "name": "stamp",
    "kernelName": "cpt_stamp",
    "unit": "timeval",
    "type": "u8"
   },
   {
    "name": "len",
    "kernelName": "cpt_len",
    "type": "u4"
   },
   {
    "name": "hspace",
    "kernelName": "cpt_hspace",
    "type": "u4"
   },
   {
    "name": "tspace",
    "kernelName": "cpt_tspace",
    "type": "u4"
   },
   {
    "name": "h",
    "kernelName": "cpt_h",
    "type": "u4"
   },
   {
    "name": "nh",
    "kernelName": "cpt_nh",
    "type": "u4"
   },
   {
    "name": "mac",
    "kernelName": "cpt_mac",
    "type": "u4"
   },
   {
    "name": "cb",
    "kernelName": "cpt_cb",
    "repeat": 5,
    "type": "u8"
   },
   {
    "name": "macLen",
    "kernelName": "cpt_mac_len",
    "type": "u4"
   },
   {
    "name": "csum",
    "kernelName": "cpt_csum",
    "type": "u4"
   },
   {
    "name": "localDf",
    "kernelName": "cpt_local_df",
    "type": "u1"
   },
   {
    "name": "pktType",
    "kernelName": "cpt_pkt_type",
    "type": "u1"
   },
   {
    "name": "ipSummed",
    "kernelName": "cpt_ip_summed",
    "type": "u1"
   },
   {
    "name": "pad1",
    "kernelName": "__cpt_pad1",
    "type": "u1",
    "isPad": true
   },
   {
    "name": "priority",
    "kernelName": "cpt_priority",
    "type": "u4"
   },
   {
    "name": "protocol",
    "kernelName": "cpt_protocol",
    "type": "u2"
   },
   {
    "name": "security",
    "kernelName": "cpt_security",
    "type": "u2"
   },
   {
    "name": "gsoSegs",
    "kernelName": "cpt_gso_segs",
    "type": "u2"
   },
   {
    "name": "gsoSize",
    "kernelName": "cpt_gso_size",
    "type": "u2"
   },
   {
    "name": "gsoType",
    "kernelName": "cpt_gso_type",
    "type": "u2",
    "optional": true
   },
   {
    "name": "padAt122",
    "type": {
     "bytes": 6
    },
    "optional": true,
    "isPad": true
   }
  ]
 },
 "net_device": {
  "fields": [
   {
    "name": "index",
    "kernelName": "cpt_index",
    "type": "u4"
   },
   {
    "name": "flags",
    "kernelName": "cpt_flags",
    "type": "u4"
   },
   {
    "name": "name",
    "kernelName": "cpt_name",
    "type": {
     "bytes": 16
    },
    "isText": true
   },
   {
    "name": "mtu",
    "kernelName": "cpt_mtu",
    "type": "u4",
    "optional": true
   },
   {
    "name": "pad",
    "kernelName": "cpt_pad",
    "type": "u4",
    "optional": true,
    "isPad": true
   }
  ]
 },
 "net_tuntap": {
  "fields": [
   {
    "name": "owner",
    "kernelName": "cpt_owner",
    "type": "u4"
   },
   {
    "name": "unused",
    "kernelName": "unused",
    "type": "u4",
    "isPad": true
   },
   {
    "name": "flags",
    "kernelName": "cpt_flags",
    "type": "u8"
   },
   {
    "name": "bindfile",
    "kernelName": "cpt_bindfile",
    "positionOf": "file",
    "type": "u8"
   },
   {
    "name": "ifFlags",
    "kernelName": "cpt_if_flags",
    "type": "u8"
   },
   {
    "name": "devAddr",
    "kernelName": "cpt_dev_addr",
    "type": {
     "bytes": 6
    }
   },
   {
    "name": "pad",
    "kernelName": "cpt_pad",
    "type": "u2",
    "isPad": true
   },
   {
    "name": "chrFilter",
    "kernelName": "cpt_chr_filter",
    "repeat": 2,
    "type": "u4"
   },
   {
    "name": "netFilter",
    "kernelName": "cpt_net_filter",
    "repeat": 2,
    "type": "u4"
   }
  ]
 },
 "net_tap_filter": {
  "fields": [
   {
    "name": "count",
    "kernelName": "cpt_count",
    "type": "u4"
   },
   {
    "name": "mask",
    "kernelName": "cpt_mask",
    "repeat": 2,
    "type": "u4"
   },
   {
    "name": "addr",
    "kernelName": "cpt_addr",
    "type": {
     "bytes": 48
    }
   },
   {
    "name": "padAt76",
    "type": {
     "bytes": 4
    },
    "isPad": true
   }
  ]
 },
 "net_veth": {
  "fields": [
   {
    "name": "allowMacChange",
    "kernelName": "cpt_allow_mac_change",
    "type": "u4"
   },
   {
    "name": "pad",
    "kernelName": "__cpt_pad",
    "type": "u4",
    "isPad": true
   }
  ]
 },
 "net_ipip_tunnel": {
  "fields": [
   {
    "name": "tnlFlags",
    "kernelName": "cpt_tnl_flags",
    "flagsName": "tunnel_flag",
    "type": "u4"
   },
   {
    "name": "iFlags",
    "kernelName": "cpt_i_flags",
    "type": "u2"
   },
   {
    "name": "oFlags",
    "kernelName": "cpt_o_flags",
    "type": "u2"
   },
   {
    "name": "iKey",
    "kernelName": "cpt_i_key",
    "type": "u4"
   },
   {
    "name": "oKey",
    "kernelName": "cpt_o_key",
    "type": "u4"
   },
   {
    "name": "iphdr",
    "kernelName": "cpt_iphdr",
    "repeat": 5,
    "type": "u4"
   },
   {
    "name": "iSeqno",
    "kernelName": "cpt_i_seqno",
    "type": "u4"
   },
   {
    "name": "oSeqno",
    "kernelName": "cpt_o_seqno",
    "type": "u4"
   },
   {
    "name": "pad",
    "kernelName": "cpt_pad",
    "type": {
     "bytes": 4
    },
    "isPad": true
   },
   {
    "name": "link",
    "kernelName": "cpt_link",
    "type": "u4",
    "optional": true
   },
   {
    "name": "pad1",
    "kernelName": "cpt_pad1",
    "type": {
     "bytes": 4
    },
    "optional": true,
    "isPad": true
   }
  ]
 },
 "net_br_dev": {
  "fields": [
   {
    "name": "name",
    "kernelName": "name",
    "type": {
     "bytes": 16
    },
    "isText": true
   }
  ]
 },
 "net_br": {
  "fields": [
   {
    "name": "designatedRoot",
    "kernelName": "designated_root",
    "type": "u8"
   },
   {
    "name": "bridgeId",
    "kernelName": "bridge_id",
    "type": "u8"
   },
   {
    "name": "rootPathCost",
    "kernelName": "root_path_cost",
    "type": "u4"
   },
   {
    "name": "maxAge",
    "kernelName": "max_age",
    "type": "u4"
   },
   {
    "name": "helloTime",
    "kernelName": "hello_time",
    "type": "u4"
   },
   {
    "name": "forwardDelay",
    "kernelName": "forward_delay",
    "type": "u4"
   },
   {
    "name": "bridgeMaxAge",
    "kernelName": "bridge_max_age",
    "type": "u4"
   },
   {
    "name": "bridgeHelloTime",
    "kernelName": "bridge_hello_time",
    "type": "u4"
   },
   {
    "name": "bridgeForwardDelay",
    "kernelName": "bridge_forward_delay",
    "type": "u4"
   },
   {
    "name": "ageingTime",
    "kernelName": "ageing_time",
    "type": "u4"
   },
   {
    "name": "rootPort",
    "kernelName": "root_port",
    "type": "u1"
   },
   {
    "name": "stpEnabled",
    "kernelName": "stp_enabled",
    "type": "u1"
   },
   {
    "name": "viaPhysDev",
    "kernelName": "via_phys_dev",
    "type": "u1"
   },
   {
    "name": "pad",
    "kernelName": "pad",
    "type": {
     "bytes": 5
    },
    "isPad": true
   }
  ]
 },
 "net_hwaddr": {
  "fields": [
   {
    "name": "devAddr",
    "kernelName": "cpt_dev_addr",
    "type": {
     "bytes": 32
    }
   }
  ]
 },
 "net_stats": {
  "fields": [
   {
    "name": "rxPackets",
    "kernelName": "cpt_rx_packets",
    "type": "u8"
   },
   {
    "name": "txPackets",
    "kernelName": "cpt_tx_packets",
    "type": "u8"
   },
   {
    "name": "rxBytes",
    "kernelName": "cpt_rx_bytes",
    "type": "u8"
   },
   {
    "name": "txBytes",
    "kernelName": "cpt_tx_bytes",
    "type": "u8"
   },
   {
    "name": "rxErrors",
    "kernelName": "cpt_rx_errors",
    "type": "u8"
   },
   {
    "name": "txErrors",
    "kernelName": "cpt_tx_errors",
    "type": "u8"
   },
   {
    "name": "rxDropped",
    "kernelName": "cpt_rx_dropped",
    "type": "u8"
   },
   {
    "name": "txDropped",
    "kernelName": "cpt_tx_dropped",
    "type": "u8"
   },
   {
    "name": "multicast",
    "kernelName": "cpt_multicast",
    "type": "u8"
   },
   {
    "name": "collisions",
    "kernelName": "cpt_collisions",
    "type": "u8"
   },
   {
    "name": "rxLengthErrors",
    "kernelName": "cpt_rx_length_errors",
    "type": "u8"
   },
   {
    "name": "rxOverErrors",
    "kernelName": "cpt_rx_over_errors",
    "type": "u8"
   },
   {
    "name": "rxCrcErrors",
    "kernelName": "cpt_rx_crc_errors",
    "type": "u8"
   },
   {
    "name": "rxFrameErrors",
    "kernelName": "cpt_rx_frame_errors",
    "type": "u8"
   },
   {
    "name": "rxFifoErrors",
    "kernelName": "cpt_rx_fifo_errors",
    "type": "u8"
   },
   {
    "name": "rxMissedErrors",
    "kernelName": "cpt_rx_missed_errors",
    "type": "u8"
   },
   {
    "name": "txAbortedErrors",
    "kernelName": "cpt_tx_aborted_errors",
    "type": "u8"
   },
   {
    "name": "txCarrierErrors",
    "kernelName": "cpt_tx_carrier_errors",
    "type": "u8"
   },
   {
    "name": "txFifoErrors",
    "kernelName": "cpt_tx_fifo_errors",
    "type": "u8"
   },
   {
    "name": "txHeartbeatErrors",
    "kernelName": "cpt_tx_heartbeat_errors",
    "type": "u8"
   },
   {
    "name": "txWindowErrors",
    "kernelName": "cpt_tx_window_errors",
    "type": "u8"
   },
   {
    "name": "rxCompressed",
    "kernelName": "cpt_rx_compressed",
    "type": "u8"
   },
   {
    "name": "txCompressed",
    "kernelName": "cpt_tx_compressed",
    "type": "u8"
   },
   {
    "name": "pad",
    "kernelName": "pad",
    "repeat": 4,
    "type": "u8",
    "isPad": true
   }
  ]
 },
 "net_idev_cnf": {
  "fields": [
   {
    "name": "data",
    "kernelName": "cpt_data",
    "repeat": 26,
    "type": "u4"
   }
  ]
 },
 "net_ifaddr": {
  "fields": [
   {
    "name": "index",
    "kernelName": "cpt_index",
    "type": "u4"
   },
   {
    "name": "family",
    "kernelName": "cpt_family",
    "type": "u1"
   },
   {
    "name": "masklen",
    "kernelName": "cpt_masklen",
    "type": "u1"
   },
   {
    "name": "flags",
    "kernelName": "cpt_flags",
    "type": "u1"
   },
   {
    "name": "scope",
    "kernelName": "cpt_scope",
    "type": "u1"
   },
   {
    "name": "address",
    "kernelName": "cpt_address",
    "repeat": 4,
    "type": "u4"
   },
   {
    "name": "peer",
    "kernelName": "cpt_peer",
    "repeat": 4,
    "type": "u4"
   },
   {
    "name": "broadcast",
    "kernelName": "cpt_broadcast",
    "repeat": 4,
    "type": "u4"
   },
   {
    "name": "label",
    "kernelName": "cpt_label",
    "type": {
     "bytes": 16
    },
    "isText": true
   },
   {
    "name": "validLft",
    "kernelName": "cpt_valid_lft",
    "type": "u4"
   },
   {
    "name": "preferedLft",
    "kernelName": "cpt_prefered_lft",
    "type": "u4"
   }
  ]
 },
 "nat_manip": {
  "fields": [
   {
    "name": "direction",
    "kernelName": "cpt_direction",
    "type": "u1"
   },
   {
    "name": "hooknum",
    "kernelName": "cpt_hooknum",
    "type": "u1"
   },
   {
    "name": "maniptype",
    "kernelName": "cpt_maniptype",
    "type": "u1"
   },
   {
    "name": "pad1",
    "kernelName": "__cpt_pad1",
    "type": "u1",
    "isPad": true
   },
   {
    "name": "manipAddr",
    "kernelName": "cpt_manip_addr",
    "type": "u4"
   },
   {
    "name": "manipPort",
    "kernelName": "cpt_manip_port",
    "type": "u2"
   },
   {
    "name": "pad2",
    "kernelName": "__cpt_pad2",
    "type": "u2",
    "isPad": true
   },
   {
    "name": "pad3",
    "kernelName": "__cpt_pad3",
    "type": "u4",
    "isPad": true
   }
  ]
 },
 "nat_seq": {
  "fields": [
   {
    "name": "correctionPos",
    "kernelName": "cpt_correction_pos",
    "type": "u4"
   },
   {
    "name": "offsetBefore",
    "kernelName": "cpt_offset_before",
    "type": "u4"
   },
   {
    "name": "offsetAfter",
    "kernelName": "cpt_offset_after",
    "type": "u4"
   },
   {
    "name": "pad1",
    "kernelName": "__cpt_pad1",
    "type": "u4",
    "isPad": true
   }
  ]
 },
 "tuple": {
  "fields": [
   {
    "name": "src",
    "kernelName": "cpt_src",
    "type": "u4"
   },
   {
    "name": "srcport",
    "kernelName": "cpt_srcport",
    "type": "u2"
   },
   {
    "name": "pad1",
    "kernelName": "__cpt_pad1",
    "type": "u2",
    "isPad": true
   },
   {
    "name": "dst",
    "kernelName": "cpt_dst",
    "type": "u4"
   },
   {
    "name": "dstport",
    "kernelName": "cpt_dstport",
    "type": "u2"
   },
   {
    "name": "protonum",
    "kernelName": "cpt_protonum",
    "type": "u1"
   },
   {
    "name": "dir",
    "kernelName": "cpt_dir",
    "type": "u1"
   },
   {
    "name": "l3num",
    "kernelName": "cpt_l3num",
    "type": "u2",
    "optional": true
   },
   {
    "name": "pad2",
    "type": {
     "bytes": 6
    },
    "optional": true,
    "isPad": true
   }
  ]
 },
 "net_conntrack": {
  "fields": [
   {
    "name": "tuples",
    "kernelName": "cpt_tuple",
    "repeat": 2,
    "type": {
     "struct": "tuple"
    }
   },
   {
    "name": "status",
    "kernelName": "cpt_status",
    "type": "u8"
   },
   {
    "name": "timeout",
    "kernelName": "cpt_timeout",
    "unit": "jiffies",
    "type": "u8"
   },
   {
    "name": "index",
    "kernelName": "cpt_index",
    "type": "u4"
   },
   {
    "name": "ctHelper",
    "kernelName": "cpt_ct_helper",
    "type": "u1"
   },
   {
    "name": "natHelper",
    "kernelName": "cpt_nat_helper",
    "type": "u1"
   },
   {
    "name": "pad1",
    "kernelName": "cpt_pad1",
    "type": "u2",
    "isPad": true
   },
   {
    "name": "protoData",
    "kernelName": "cpt_proto_data",
    "repeat": "variable",
    "type": "u4"
   },
   {
    "name": "helpData",
    "kernelName": "cpt_help_data",
    "repeat": "variable",
    "type": "u4"
   },
   {
    "name": "initialized",
    "kernelName": "cpt_initialized",
    "type": "u4",
    "optional": true
   },
   {
    "name": "numManips",
    "kernelName": "cpt_num_manips",
    "type": "u4",
    "optional": true
   },
   {
    "name": "natManips",
    "kernelName": "cpt_nat_manips",
    "repeat": 6,
    "type": {
     "struct": "nat_manip"
    },
    "optional": true
   },
   {
    "name": "natSeq",
    "kernelName": "cpt_nat_seq",
    "repeat": 2,
    "type": {
     "struct": "nat_seq"
    }
   },
   {
    "name": "masqIndex",
    "kernelName": "cpt_masq_index",
    "type": "u4"
   },
   {
    "name": "id",
    "kernelName": "cpt_id",
    "type": "u4",
    "optional": true
   },
   {
    "name": "mark",
    "kernelName": "cpt_mark",
    "type": "u4",
    "optional": true
   },
   {
    "name": "pad2",
    "type": {
     "bytes": 4
    },
    "isPad": true
   }
  ]
 },
 "net_conntrack_expect": {
  "fields": [
   {
    "name": "timeout",
    "kernelName": "cpt_timeout",
    "unit": "jiffies",
    "type": "u8"
   },
   {
    "name": "siblingConntrack",
    "kernelName": "cpt_sibling_conntrack",
    "type": "u4"
   },
   {
    "name": "seqNumber",
    "kernelName": "cpt_seq",
    "type": "u4",
    "optional": true
   },
   {
    "name": "pad1",
    "kernelName": "cpt_pad1",
    "type": "u4",
    "optional": true,
    "isPad": true
   },
   {
    "name": "ctTuple",
    "kernelName": "cpt_ct_tuple",
    "type": {
     "struct": "tuple"
    },
    "optional": true
   },
   {
    "name": "tuple",
    "kernelName": "cpt_tuple",
    "type": {
     "struct": "tuple"
    }
   },
   {
    "name": "mask",
    "kernelName": "cpt_mask",
    "type": {
     "struct": "tuple"
    }
   },
   {
    "name": "help",
    "kernelName": "cpt_help",
    "repeat": 3,
    "type": "u4",
    "optional": true
   },
   {
    "name": "manipProto",
    "kernelName": "cpt_manip_proto",
    "type": "u2",
    "optional": true
   },
   {
    "name": "dir",
    "kernelName": "cpt_dir",
    "type": "u1"
   },
   {
    "name": "flags",
    "kernelName": "cpt_flags",
    "type": "u1"
   },
   {
    "name": "pad2",
    "kernelName": "cpt_pad2",
    "type": {
     "bytes": 6
    },
    "optional": true,
    "isPad": true
   },
   {
    "name": "class",
    "kernelName": "cpt_class",
    "type": "u4",
    "optional": true
   },
   {
    "name": "pad3",
    "kernelName": "cpt_pad3",
    "type": "u4",
    "optional": true,
    "isPad": true
   }
  ]
 },
 "task": {
  "fields": [
   {
    "name": "state",
    "kernelName": "cpt_state",
    "type": "u8"
   },
   {
    "name": "flags",
    "kernelName": "cpt_flags",
    "type": "u8"
   },
   {
    "name": "ptrace",
    "kernelName": "cpt_ptrace",
    "type": "u8"
   },
   {
    "name": "prio",
    "kernelName": "cpt_prio",
    "type": "u4"
   },
   {
    "name": "staticPrio",
    "kernelName": "cpt_static_prio",
    "type": "u4"
   },
   {
    "name": "policy",
    "kernelName": "cpt_policy",
    "type": "u4"
   },
   {
    "name": "rtPriority",
    "kernelName": "cpt_rt_priority",
    "type": "u4"
   },
   {
    "name": "execDomain",
    "kernelName": "cpt_exec_domain",
    "type": "u8"
   },
   {
    "name": "thrflags",
    "kernelName": "cpt_thrflags",
    "type": "u8"
   },
   {
    "name": "thrstatus",
    "kernelName": "cpt_thrstatus",
    "type": "u8"
   },
   {
    "name": "addrLimit",
    "kernelName": "cpt_addr_limit",
    "type": "u8"
   },
   {
    "name": "personality",
    "kernelName": "cpt_personality",
    "type": "u8"
   },
   {
    "name": "mm",
    "kernelName": "cpt_mm",
    "positionOf": "mm",
    "type": "u8"
   },
   {
    "name": "files",
    "kernelName": "cpt_files",
    "positionOf": "files",
    "type": "u8"
   },
   {
    "name": "fs",
    "kernelName": "cpt_fs",
    "positionOf": "fs",
    "type": "u8"
   },
   {
    "name": "signal",
    "kernelName": "cpt_signal",
    "positionOf": "signal_struct",
    "type": "u8"
   },
   {
    "name": "sighand",
    "kernelName": "cpt_sighand",
    "positionOf": "sighand_struct",
    "type": "u8"
   },
   {
    "name": "sigblocked",
    "kernelName": "cpt_sigblocked",
    "type": "u8"
   },
   {
    "name": "sigrblocked",
    "kernelName": "cpt_sigrblocked",
    "type": "u8"
   },
   {
    "name": "sigpending",
    "kernelName": "cpt_sigpending",
    "type": "u8"
   },
   {
    "name": "namespace",
    "kernelName": "cpt_namespace",
    "positionOf": "namespace",
    "type": "u8"
   },
   {
    "name": "sysvsemUndo",
    "kernelName": "cpt_sysvsem_undo",
    "positionOf": "sysvsem_undo",
    "type": "u8"
   },
   {
    "name": "pid",
    "kernelName": "cpt_pid",
    "type": "u4"
   },
   {
    "name": "tgid",
    "kernelName": "cpt_tgid",
    "type": "u4"
   },
   {
    "name": "ppid",
    "kernelName": "cpt_ppid",
    "type": "u4"
   },
   {
    "name": "rppid",
    "kernelName": "cpt_rppid",
    "type": "u4"
   },
   {
    "name": "pgrp",
    "kernelName": "cpt_pgrp",
    "type": "u4"
   },
   {
    "name": "session",
    "kernelName": "cpt_session",
    "type": "u4"
   },
   {
    "name": "oldPgrp",
    "kernelName": "cpt_old_pgrp",
    "type": "u4"
   },
   {
    "name": "pad",
    "kernelName": "__cpt_pad",
    "type": "u4",
    "isPad": true
   },
   {
    "name": "leader",
    "kernelName": "cpt_leader",
    "type": "u4"
   },
   {
    "name": "pnState",
    "kernelName": "cpt_pn_state",
    "type": "u1"
   },
   {
    "name": "stoppedState",
    "kernelName": "cpt_stopped_state",
    "type": "u1"
   },
   {
    "name": "sigsuspendState",
    "kernelName": "cpt_sigsuspend_state",
    "type": "u1"
   },
   {
    "name": "is64bit",
    "kernelName": "cpt_64bit",
    "type": "u1"
   },
   {
    "name": "setTid",
    "kernelName": "cpt_set_tid",
    "type": "u8"
   },
   {
    "name": "clearTid",
    "kernelName": "cpt_clear_tid",
    "type": "u8"
   },
   {
    "name": "exitCode",
    "kernelName": "cpt_exit_code",
    "type": "u4"
   },
   {
    "name": "exitSignal",
    "kernelName": "cpt_exit_signal",
    "type": "u4"
   },
   {
    "name": "pdeathSignal",
    "kernelName": "cpt_pdeath_signal",
    "type": "u4"
   },
   {
    "name": "user",
    "kernelName": "cpt_user",
    "type": "u4"
   },
   {
    "name": "uid",
    "kernelName": "cpt_uid",
    "type": "u4"
   },
   {
    "name": "euid",
    "kernelName": "cpt_euid",
    "type": "u4"
   },
   {
    "name": "suid",
    "kernelName": "cpt_suid",
    "type": "u4"
   },
   {
    "name": "fsuid",
    "kernelName": "cpt_fsuid",
    "type": "u4"
   },
   {
    "name": "gid",
    "kernelName": "cpt_gid",
    "type": "u4"
   },
   {
    "name": "egid",
    "kernelName": "cpt_egid",
    "type": "u4"
   },
   {
    "name": "sgid",
    "kernelName": "cpt_sgid",
    "type": "u4"
   },
   {
    "name": "fsgid",
    "kernelName": "cpt_fsgid",
    "type": "u4"
   },
   {
    "name": "ngids",
    "kernelName": "cpt_ngids",
    "type": "u4"
   },
   {
    "name": "gids",
    "kernelName": "cpt_gids",
    "repeat": 32,
    "type": "u4"
   },
   {
    "name": "prctlUac",
    "kernelName": "cpt_prctl_uac",
    "type": "u1"
   },
   {
    "name": "prctlFpemu",
    "kernelName": "cpt_prctl_fpemu",
    "type": "u1"
   },
   {
    "name": "pad1",
    "kernelName": "__cpt_pad1",
    "type": "u2",
    "isPad": true
   },
   {
    "name": "ecap",
    "kernelName": "cpt_ecap",
    "type": "u8"
   },
   {
    "name": "icap",
    "kernelName": "cpt_icap",
    "type": "u8"
   },
   {
    "name": "pcap",
    "kernelName": "cpt_pcap",
    "type": "u8"
   },
   {
    "name": "comm",
    "kernelName": "cpt_comm",
    "type": {
     "bytes": 16
    },
    "isText": true
   },
   {
    "name": "tls",
    "kernelName": "cpt_tls",
    "repeat": 3,
    "type": "u8"
   },
   {
    "name": "restart",
    "kernelName": "cpt_restart",
    "type": {
     "struct": "restart_block"
    }
   },
   {
    "name": "itRealValue",
    "kernelName": "cpt_it_real_value",
    "unit": "ns",
    "type": "u8"
   },
   {
    "name": "itRealIncr",
    "kernelName": "cpt_it_real_incr",
    "unit": "ns",
    "type": "u8"
   },
   {
    "name": "itProfValue",
    "kernelName": "cpt_it_prof_value",
    "unit": "jiffies",
    "type": "u8"
   },
   {
    "name": "itProfIncr",
    "kernelName": "cpt_it_prof_incr",
    "unit": "jiffies",
    "type": "u8"
   },
   {
    "name": "itVirtValue",
    "kernelName": "cpt_it_virt_value",
    "unit": "jiffies",
    "type": "u8"
   },
   {
    "name": "itVirtIncr",
    "kernelName": "cpt_it_virt_incr",
    "unit": "jiffies",
    "type": "u8"
   },
   {
    "name": "usedMath",
    "kernelName": "cpt_used_math",
    "type": "u2"
   },
   {
    "name": "keepcap",
    "kernelName": "cpt_keepcap",
    "type": "u1"
   },
   {
    "name": "didExec",
    "kernelName": "cpt_did_exec",
    "type": "u1"
   },
   {
    "name": "ptraceMessage",
    "kernelName": "cpt_ptrace_message",
    "type": "u4"
   },
   {
    "name": "utime",
    "kernelName": "cpt_utime",
    "unit": "jiffies",
    "type": "u8"
   },
   {
    "name": "stime",
    "kernelName": "cpt_stime",
    "unit": "jiffies",
    "type": "u8"
   },
   {
    "name": "starttime",
    "kernelName": "cpt_starttime",
    "unit": "timespec",
    "type": "u8"
   },
   {
    "name": "nvcsw",
    "kernelName": "cpt_nvcsw",
    "type": "u8"
   },
   {
    "name": "nivcsw",
    "kernelName": "cpt_nivcsw",
    "type": "u8"
   },
   {
    "name": "minFlt",
    "kernelName": "cpt_min_flt",
    "type": "u8"
   },
   {
    "name": "majFlt",
    "kernelName": "cpt_maj_flt",
    "type": "u8"
   },
   {
    "name": "sigsuspendBlocked",
    "kernelName": "cpt_sigsuspend_blocked",
    "type": "u8"
   },
   {
    "name": "cutime",
    "kernelName": "cpt_cutime",
    "unit": "jiffies",
    "type": "u8"
   },
   {
    "name": "cstime",
    "kernelName": "cpt_cstime",
    "unit": "jiffies",
    "type": "u8"
   },
   {
    "name": "cnvcsw",
    "kernelName": "cpt_cnvcsw",
    "type": "u8"
   },
   {
    "name": "cnivcsw",
    "kernelName": "cpt_cnivcsw",
    "type": "u8"
   },
   {
    "name": "cminFlt",
    "kernelName": "cpt_cmin_flt",
    "type": "u8"
   },
   {
    "name": "cmajFlt",
    "kernelName": "cpt_cmaj_flt",
    "type": "u8"
   },
   {
    "name": "rlimCur",
    "kernelName": "cpt_rlim_cur",
    "repeat": 16,
    "type": "u8"
   },
   {
    "name": "rlimMax",
    "kernelName": "cpt_rlim_max",
    "repeat": 16,
    "type": "u8"
   },
   {
    "name": "taskUb",
    "kernelName": "cpt_task_ub",
    "positionOf": "ubc",
    "type": "u8"
   },
   {
    "name": "execUb",
    "kernelName": "cpt_exec_ub",
    "positionOf": "ubc",
    "type": "u8"
   },
   {
    "name": "mmUb",
    "kernelName": "cpt_mm_ub",
    "positionOf": "ubc",
    "type": "u8"
   },
   {
    "name": "forkSub",
    "kernelName": "cpt_fork_sub",
    "positionOf": "ubc",
    "type": "u8"
   },
   {
    "name": "posixTimers",
    "kernelName": "cpt_posix_timers",
    "positionOf": "posix_timer_list",
    "type": "u8",
    "optional": true
   },
   {
    "name": "bcap",
    "kernelName": "cpt_bcap",
    "type": "u8",
    "optional": true
   }
  ]
 },
 "restart_block": {
  "fields": [
   {
    "name": "fn",
    "kernelName": "fn",
    "enumName": "restart_block_kind",
    "type": "u8"
   },
   {
    "name": "arg0",
    "kernelName": "arg0",
    "type": "u8"
   },
   {
    "name": "arg1",
    "kernelName": "arg1",
    "type": "u8"
   },
   {
    "name": "arg2",
    "kernelName": "arg2",
    "type": "u8"
   },
   {
    "name": "arg3",
    "kernelName": "arg3",
    "type": "u8"
   }
  ]
 },
 "x86_regs": {
  "fields": [
   {
    "name": "debugreg",
    "kernelName": "cpt_debugreg",
    "repeat": 8,
    "type": "u4"
   },
   {
    "name": "fs",
    "kernelName": "cpt_fs",
    "enumName": "segment",
    "type": "u4"
   },
   {
    "name": "gs",
    "kernelName": "cpt_gs",
    "enumName": "segment",
    "type": "u4"
   },
   {
    "name": "ebx",
    "kernelName": "cpt_ebx",
    "type": "u4"
   },
   {
    "name": "ecx",
    "kernelName": "cpt_ecx",
    "type": "u4"
   },
   {
    "name": "edx",
    "kernelName": "cpt_edx",
    "type": "u4"
   },
   {
    "name": "esi",
    "kernelName": "cpt_esi",
    "type": "u4"
   },
   {
    "name": "edi",
    "kernelName": "cpt_edi",
    "type": "u4"
   },
   {
    "name": "ebp",
    "kernelName": "cpt_ebp",
    "type": "u4"
   },
   {
    "name": "eax",
    "kernelName": "cpt_eax",
    "type": "u4"
   },
   {
    "name": "xds",
    "kernelName": "cpt_xds",
    "enumName": "segment",
    "type": "u4"
   },
   {
    "name": "xes",
    "kernelName": "cpt_xes",
    "enumName": "segment",
    "type": "u4"
   },
   {
    "name": "origEax",
    "kernelName": "cpt_orig_eax",
    "type": "u4"
   },
   {
    "name": "eip",
    "kernelName": "cpt_eip",
    "type": "u4"
   },
   {
    "name": "xcs",
    "kernelName": "cpt_xcs",
    "enumName": "segment",
    "type": "u4"
   },
   {
    "name": "eflags",
    "kernelName": "cpt_eflags",
    "type": "u4"
   },
   {
    "name": "esp",
    "kernelName": "cpt_esp",
    "type": "u4"
   },
   {
    "name": "xss",
    "kernelName": "cpt_xss",
    "enumName": "segment",
    "type": "u4"
   },
   {
    "name": "ugs",
    "kernelName": "cpt_ugs",
    "enumName": "segment",
    "type": "u4"
   }
  ]
 },
 "x86_64_regs": {
  "fields": [
   {
    "name": "debugreg",
    "kernelName": "cpt_debugreg",
    "repeat": 8,
    "type": "u8"
   },
   {
    "name": "fsbase",
    "kernelName": "cpt_fsbase",
    "type": "u8"
   },
   {
    "name": "gsbase",
    "kernelName": "cpt_gsbase",
    "type": "u8"
   },
   {
    "name": "fsindex",
    "kernelName": "cpt_fsindex",
    "enumName": "segment",
    "type": "u4"
   },
   {
    "name": "gsindex",
    "kernelName": "cpt_gsindex",
    "enumName": "segment",
    "type": "u4"
   },
   {
    "name": "ds",
    "kernelName": "cpt_ds",
    "enumName": "segment",
    "type": "u4"
   },
   {
    "name": "es",
    "kernelName": "cpt_es",
    "enumName": "segment",
    "type": "u4"
   },
   {
    "name": "r15",
    "kernelName": "cpt_r15",
    "type": "u8"
   },
   {
    "name": "r14",
    "kernelName": "cpt_r14",
    "type": "u8"
   },
   {
    "name": "r13",
    "kernelName": "cpt_r13",
    "type": "u8"
   },
   {
    "name": "r12",
    "kernelName": "cpt_r12",
    "type": "u8"
   },
   {
    "name": "rbp",
    "kernelName": "cpt_rbp",
    "type": "u8"
   },
   {
    "name": "rbx",
    "kernelName": "cpt_rbx",
    "type": "u8"
   },
   {
    "name": "r11",
    "kernelName": "cpt_r11",
    "type": "u8"
   },
   {
    "name": "r10",
    "kernelName": "cpt_r10",
    "type": "u8"
   },
   {
    "name": "r9",
    "kernelName": "cpt_r9",
    "type": "u8"
   },
   {
    "name": "r8",
    "kernelName": "cpt_r8",
    "type": "u8"
   },
   {
    "name": "rax",
    "kernelName": "cpt_rax",
    "type": "u8"
   },
   {
    "name": "rcx",
    "kernelName": "cpt_rcx",
    "type": "u8"
   },
   {
    "name": "rdx",
    "kernelName": "cpt_rdx",
    "type": "u8"
   },
   {
    "name": "rsi",
    "kernelName": "cpt_rsi",
    "type": "u8"
   },
   {
    "name": "rdi",
    "kernelName": "cpt_rdi",
    "type": "u8"
   },
   {
    "name": "origRax",
    "kernelName": "cpt_orig_rax",
    "type": "u8"
   },
   {
    "name": "rip",
    "kernelName": "cpt_rip",
    "type": "u8"
   },
   {
    "name": "cs",
    "kernelName": "cpt_cs",
    "enumName": "segment",
    "type": "u8"
   },
   {
    "name": "eflags",
    "kernelName": "cpt_eflags",
    "type": "u8"
   },
   {
    "name": "rsp",
    "kernelName": "cpt_rsp",
    "type": "u8"
   },
   {
    "name": "ss",
    "kernelName": "cpt_ss",
    "enumName": "segment",
    "type": "u8"
   }
  ]
 },
 "ia64_regs": {
  "fields": [
   {
    "name": "gr",
    "kernelName": "gr",
    "repeat": 128,
    "type": "u8"
   },
   {
    "name": "fr",
    "kernelName": "fr",
    "repeat": 256,
    "type": "u8"
   },
   {
    "name": "br",
    "kernelName": "br",
    "repeat": 8,
    "type": "u8"
   },
   {
    "name": "nat",
    "kernelName": "nat",
    "repeat": 2,
    "type": "u8"
   },
   {
    "name": "arBspstore",
    "kernelName": "ar_bspstore",
    "type": "u8"
   },
   {
    "name": "numRegs",
    "kernelName": "num_regs",
    "type": "u8"
   },
   {
    "name": "loadrs",
    "kernelName": "loadrs",
    "type": "u8"
   },
   {
    "name": "arBsp",
    "kernelName": "ar_bsp",
    "type": "u8"
   },
   {
    "name": "arUnat",
    "kernelName": "ar_unat",
    "type": "u8"
   },
   {
    "name": "arPfs",
    "kernelName": "ar_pfs",
    "type": "u8"
   },
   {
    "name": "arCcv",
    "kernelName": "ar_ccv",
    "type": "u8"
   },
   {
    "name": "arFpsr",
    "kernelName": "ar_fpsr",
    "type": "u8"
   },
   {
    "name": "arCsd",
    "kernelName": "ar_csd",
    "type": "u8"
   },
   {
    "name": "arSsd",
    "kernelName": "ar_ssd",
    "type": "u8"
   },
   {
    "name": "arEc",
    "kernelName": "ar_ec",
    "type": "u8"
   },
   {
    "name": "arLc",
    "kernelName": "ar_lc",
    "type": "u8"
   },
   {
    "name": "arRsc",
    "kernelName": "ar_rsc",
    "type": "u8"
   },
   {
    "name": "arRnat",
    "kernelName": "ar_rnat",
    "type": "u8"
   },
   {
    "name": "crIip",
    "kernelName": "cr_iip",
    "type": "u8"
   },
   {
    "name": "crIpsr",
    "kernelName": "cr_ipsr",
    "type": "u8"
   },
   {
    "name": "cfm",
    "kernelName": "cfm",
    "type": "u8"
   },
   {
    "name": "pr",
    "kernelName": "pr",
    "type": "u8"
   },
   {
    "name": "ibr",
    "kernelName": "ibr",
    "repeat": 8,
    "type": "u8"
   },
   {
    "name": "dbr",
    "kernelName": "dbr",
    "repeat": 8,
    "type": "u8"
   }
  ]
 },
 "sigaltstack": {
  "fields": [
   {
    "name": "stack",
    "kernelName": "cpt_stack",
    "type": "u8"
   },
   {
    "name": "stacksize",
    "kernelName": "cpt_stacksize",
    "type": "u4"
   },
   {
    "name": "pad1",
    "kernelName": "__cpt_pad1",
    "type": "u4",
    "isPad": true
   }
  ]
 },
 "task_aux": {
  "fields": [
   {
    "name": "robustList",
    "kernelName": "cpt_robust_list",
    "type": "u8"
   },
   {
    "name": "future",
    "kernelName": "__cpt_future",
    "repeat": 16,
    "type": "u8"
   }
  ]
 },
 "siginfo": {
  "fields": [
   {
    "name": "qflags",
    "kernelName": "cpt_qflags",
    "type": "u4"
   },
   {
    "name": "signo",
    "kernelName": "cpt_signo",
    "type": "u4"
   },
   {
    "name": "errno",
    "kernelName": "cpt_errno",
    "type": "u4"
   },
   {
    "name": "code",
    "kernelName": "cpt_code",
    "type": "u4"
   },
   {
    "name": "sigval",
    "kernelName": "cpt_sigval",
    "type": "u8"
   },
   {
    "name": "pid",
    "kernelName": "cpt_pid",
    "type": "u4"
   },
   {
    "name": "uid",
    "kernelName": "cpt_uid",
    "type": "u4"
   },
   {
    "name": "utime",
    "kernelName": "cpt_utime",
    "unit": "jiffies",
    "type": "u8"
   },
   {
    "name": "stime",
    "kernelName": "cpt_stime",
    "unit": "jiffies",
    "type": "u8"
   },
   {
    "name": "user",
    "kernelName": "cpt_user",
    "type": "u8"
   },
   {
    "name": "sifields",
    "kernelName": "cpt_sifields",
    "repeat": 28,
    "type": "u4",
    "optional": true
   },
   {
    "name": "sifield28",
    "type": "u4",
    "optional": true
   },
   {
    "name": "pad1",
    "type": "u4",
    "optional": true,
    "isPad": true
   }
  ]
 },
 "signal_struct": {
  "fields": [
   {
    "name": "leader",
    "kernelName": "cpt_leader",
    "type": "u4"
   },
   {
    "name": "pgrpType",
    "kernelName": "cpt_pgrp_type",
    "enumName": "pgrp_type",
    "type": "u1"
   },
   {
    "name": "oldPgrpType",
    "kernelName": "cpt_old_pgrp_type",
    "enumName": "pgrp_type",
    "type": "u1"
   },
   {
    "name": "sessionType",
    "kernelName": "cpt_session_type",
    "enumName": "pgrp_type",
    "type": "u1"
   },
   {
    "name": "pad1",
    "kernelName": "__cpt_pad1",
    "type": "u1",
    "isPad": true
   },
   {
    "name": "pgrp",
    "kernelName": "cpt_pgrp",
    "type": "u8"
   },
   {
    "name": "oldPgrp",
    "kernelName": "cpt_old_pgrp",
    "type": "u8"
   },
   {
    "name": "session",
    "kernelName": "cpt_session",
    "type": "u8"
   },
   {
    "name": "sigpending",
    "kernelName": "cpt_sigpending",
    "type": "u8"
   },
   {
    "name": "ctty",
    "kernelName": "cpt_ctty",
    "positionOf": "tty",
    "type": "u8"
   },
   {
    "name": "currTarget",
    "kernelName": "cpt_curr_target",
    "type": "u4"
   },
   {
    "name": "groupExit",
    "kernelName": "cpt_group_exit",
    "type": "u4"
   },
   {
    "name": "groupExitCode",
    "kernelName": "cpt_group_exit_code",
    "type": "u4"
   },
   {
    "name": "groupExitTask",
    "kernelName": "cpt_group_exit_task",
    "type": "u4"
   },
   {
    "name": "notifyCount",
    "kernelName": "cpt_notify_count",
    "type": "u4"
   },
   {
    "name": "groupStopCount",
    "kernelName": "cpt_group_stop_count",
    "type": "u4"
   },
   {
    "name": "stopState",
    "kernelName": "cpt_stop_state",
    "type": "u4"
   },
   {
    "name": "pad2",
    "kernelName": "__cpt_pad2",
    "type": "u4",
    "isPad": true
   },
   {
    "name": "utime",
    "kernelName": "cpt_utime",
    "unit": "jiffies",
    "type": "u8"
   },
   {
    "name": "stime",
    "kernelName": "cpt_stime",
    "unit": "jiffies",
    "type": "u8"
   },
   {
    "name": "cutime",
    "kernelName": "cpt_cutime",
    "unit": "jiffies",
    "type": "u8"
   },
   {
    "name": "cstime",
    "kernelName": "cpt_cstime",
    "unit": "jiffies",
    "type": "u8"
   },
   {
    "name": "nvcsw",
    "kernelName": "cpt_nvcsw",
    "type": "u8"
   },
   {
    "name": "nivcsw",
    "kernelName": "cpt_nivcsw",
    "type": "u8"
   },
   {
    "name": "cnvcsw",
    "kernelName": "cpt_cnvcsw",
    "type": "u8"
   },
   {
    "name": "cnivcsw",
    "kernelName": "cpt_cnivcsw",
    "type": "u8"
   },
   {
    "name": "minFlt",
    "kernelName": "cpt_min_flt",
    "type": "u8"
   },
   {
    "name": "majFlt",
    "kernelName": "cpt_maj_flt",
    "type": "u8"
   },
   {
    "name": "cminFlt",
    "kernelName": "cpt_cmin_flt",
    "type": "u8"
   },
   {
    "name": "cmajFlt",
    "kernelName": "cpt_cmaj_flt",
    "type": "u8"
   },
   {
    "name": "rlimCur",
    "kernelName": "cpt_rlim_cur",
    "repeat": 16,
    "type": "u8"
   },
   {
    "name": "rlimMax",
    "kernelName": "cpt_rlim_max",
    "repeat": 16,
    "type": "u8"
   },
   {
    "name": "flags",
    "kernelName": "cpt_flags",
    "flagsName": "signal_flag",
    "type": "u8",
    "optional": true
   }
  ]
 },
 "sighandler": {
  "fields": [
   {
    "name": "signo",
    "kernelName": "cpt_signo",
    "type": "u4"
   },
   {
    "name": "pad1",
    "kernelName": "__cpt_pad1",
    "type": "u4",
    "isPad": true
   },
   {
    "name": "handler",
    "kernelName": "cpt_handler",
    "type": "u8"
   },
   {
    "name": "restorer",
    "kernelName": "cpt_restorer",
    "type": "u8"
   },
   {
    "name": "flags",
    "kernelName": "cpt_flags",
    "type": "u8"
   },
   {
    "name": "mask",
    "kernelName": "cpt_mask",
    "type": "u8"
   }
  ]
 },
 "posix_timer": {
  "fields": [
   {
    "name": "timerId",
    "kernelName": "cpt_timer_id",
    "type": "u4"
   },
   {
    "name": "timerClock",
    "kernelName": "cpt_timer_clock",
    "type": "u4"
   },
   {
    "name": "timerOverrun",
    "kernelName": "cpt_timer_overrun",
    "type": "u4"
   },
   {
    "name": "timerOverrunLast",
    "kernelName": "cpt_timer_overrun_last",
    "type": "u4"
   },
   {
    "name": "timerSignalPending",
    "kernelName": "cpt_timer_signal_pending",
    "type": "u4"
   },
   {
    "name": "pad1",
    "kernelName": "__cpt_pad1",
    "type": "u4",
    "optional": true,
    "isPad": true
   },
   {
    "name": "timerInterval",
    "kernelName": "cpt_timer_interval",
    "unit": "timespec",
    "type": "u8"
   },
   {
    "name": "timerValue",
    "kernelName": "cpt_timer_value",
    "unit": "timespec",
    "type": "u8"
   },
   {
    "name": "sigevValue",
    "kernelName": "cpt_sigev_value",
    "type": "u8"
   },
   {
    "name": "sigevSigno",
    "kernelName": "cpt_sigev_signo",
    "type": "u4"
   },
   {
    "name": "sigevNotify",
    "kernelName": "cpt_sigev_notify",
    "type": "u4"
   },
   {
    "name": "sigevNotifyTid",
    "kernelName": "cpt_sigev_notify_tid",
    "type": "u4",
    "optional": true
   },
   {
    "name": "pad2",
    "kernelName": "__cpt_pad2",
    "type": "u4",
    "optional": true,
    "isPad": true
   },
   {
    "name": "dumpTime",
    "kernelName": "cpt_dump_time",
    "unit": "timespec",
    "type": "u8",
    "optional": true
   }
  ]
 },
 "image_header": {
  "fields": [
   {
    "name": "imageVersion",
    "kernelName": "cpt_image_version",
    "enumName": "image_version",
    "doc": "High byte is the kernel line, low nibble the minor version of that line.",
    "type": "u2"
   },
   {
    "name": "osArch",
    "kernelName": "cpt_os_arch",
    "enumName": "os_arch",
    "doc": "Architecture of the kernel that wrote the image.",
    "type": "u2"
   },
   {
    "name": "pad1",
    "kernelName": "__cpt_pad1",
    "type": "u2",
    "isPad": true
   },
   {
    "name": "veFeatures",
    "kernelName": "cpt_ve_features",
    "flagsName": "ve_feature",
    "doc": "Low half of the container's feature mask.",
    "type": "u4"
   },
   {
    "name": "veFeatures2",
    "kernelName": "cpt_ve_features2",
    "doc": "High half of the container's feature mask.",
    "type": "u4"
   },
   {
    "name": "pagesize",
    "kernelName": "cpt_pagesize",
    "unit": "bytes",
    "doc": "Page size of the writing kernel; 4096 on x86. Not checked on restore.",
    "type": "u2"
   },
   {
    "name": "hz",
    "kernelName": "cpt_hz",
    "doc": "Timer ticks per second of the writing kernel. A kernel with another HZ refuses the image.",
    "type": "u2"
   },
   {
    "name": "startJiffies64",
    "kernelName": "cpt_start_jiffies64",
    "unit": "jiffies",
    "doc": "Jiffies counter of the container at the moment of suspension.",
    "type": "u8"
   },
   {
    "name": "startSec",
    "kernelName": "cpt_start_sec",
    "unit": "s",
    "doc": "Wall clock at the moment of suspension, seconds since 1970.",
    "type": "u4"
   },
   {
    "name": "startNsec",
    "kernelName": "cpt_start_nsec",
    "unit": "ns",
    "doc": "Nanoseconds of the same moment; a multiple of 1000.",
    "type": "u4"
   },
   {
    "name": "cpuCaps",
    "kernelName": "cpt_cpu_caps",
    "repeat": 4,
    "doc": "Word 0 holds bits for CPU features and for unsupported features met; never read on restore.",
    "type": "u4"
   },
   {
    "name": "kernelConfig",
    "kernelName": "cpt_kernel_config",
    "repeat": 4,
    "doc": "Word 0 bit 0 says that the writing kernel used 64-bit page table entries.",
    "type": "u4"
   },
   {
    "name": "iptablesMask",
    "kernelName": "cpt_iptables_mask",
    "doc": "Netfilter modules that the container uses, handed to container creation.",
    "type": "u8"
   }
  ]
 },
 "major_tail": {
  "doc": "The last 248 bytes of the file.",
  "fields": [
   {
    "name": "lazypages",
    "kernelName": "cpt_lazypages",
    "unit": "pages",
    "doc": "Number of pages left to a page server; 0 unless the migration was lazy.",
    "type": "u4"
   },
   {
    "name": "num64bit",
    "kernelName": "cpt_64bit",
    "doc": "Number of 64-bit tasks, threads included. Not 0 makes 32-bit kernels refuse the image.",
    "type": "u4"
   },
   {
    "name": "sections",
    "kernelName": "cpt_sections",
    "repeat": 27,
    "positionOf": "section",
    "doc": "Positions of the section headers of types 0 to 26; 2^64-1 where there is none. No kernel reads them.",
    "type": "u8"
   },
   {
    "name": "nsect",
    "kernelName": "cpt_nsect",
    "doc": "Number of entries of the table; must be 27.",
    "type": "u4"
   },
   {
    "name": "signature",
    "kernelName": "cpt_signature",
    "type": {
     "bytes": 4
    }
   }
  ]
 }
};

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
 ]
};
