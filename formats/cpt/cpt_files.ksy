meta:
  id: cpt_files
  title: OpenVZ CPT, file, mount and terminal objects
  license: MIT
  ks-version: "0.10"
  endian: le
  imports:
    - cpt_common
doc: |
  Fixed parts of the objects in the FILES, FILES_STRUCT, FS, INODE, NAMESPACE, TTY, EPOLL and INOTIFY sections.
types:
  file:
    seq:
      - id: flags
        -orig-id: cpt_flags
        type: u4
      - id: mode
        -orig-id: cpt_mode
        type: u4
      - id: pos
        -orig-id: cpt_pos
        type: u8
      - id: uid
        -orig-id: cpt_uid
        type: u4
      - id: gid
        -orig-id: cpt_gid
        type: u4
      - id: i_mode
        -orig-id: cpt_i_mode
        type: u4
      - id: lflags
        -orig-id: cpt_lflags
        type: u4
        -flags: cpt_common::dentry_flag
      - id: inode
        -orig-id: cpt_inode
        type: u8
        -position-of: inode
      - id: priv
        -orig-id: cpt_priv
        type: u8
        -position-of: tty
      - id: fown_fd
        -orig-id: cpt_fown_fd
        type: u4
      - id: fown_pid
        -orig-id: cpt_fown_pid
        type: u4
      - id: fown_uid
        -orig-id: cpt_fown_uid
        type: u4
      - id: fown_euid
        -orig-id: cpt_fown_euid
        type: u4
      - id: fown_signo
        -orig-id: cpt_fown_signo
        type: u4
      - id: pad1
        -orig-id: __cpt_pad1
        type: u4
        -pad: true
      - id: vfsmount
        -orig-id: cpt_vfsmount
        type: u8
        if: hdrlen >= 96
        -position-of: vfsmount
    instances:
      hdrlen:
        value: _io.size + 16
  filedesc:
    seq:
      - id: fd
        -orig-id: cpt_fd
        type: u4
      - id: flags
        -orig-id: cpt_flags
        type: u4
        -flags: cpt_common::fd_flag
      - id: file
        -orig-id: cpt_file
        type: u8
        -position-of: file
  files:
    seq:
      - id: index
        -orig-id: cpt_index
        type: u4
      - id: max_fds
        -orig-id: cpt_max_fds
        type: u4
      - id: next_fd
        -orig-id: cpt_next_fd
        type: u4
      - id: pad1
        -orig-id: __cpt_pad1
        type: u4
        -pad: true
  fs:
    seq:
      - id: umask
        -orig-id: cpt_umask
        type: u4
      - id: pad1
        -orig-id: __cpt_pad1
        type: u4
        -pad: true
  inode:
    seq:
      - id: dev
        -orig-id: cpt_dev
        type: u8
      - id: ino
        -orig-id: cpt_ino
        type: u8
      - id: mode
        -orig-id: cpt_mode
        type: u4
      - id: nlink
        -orig-id: cpt_nlink
        type: u4
      - id: uid
        -orig-id: cpt_uid
        type: u4
      - id: gid
        -orig-id: cpt_gid
        type: u4
      - id: rdev
        -orig-id: cpt_rdev
        type: u8
      - id: size
        -orig-id: cpt_size
        type: u8
      - id: blksize
        -orig-id: cpt_blksize
        type: u8
      - id: atime
        -orig-id: cpt_atime
        type: u8
        -unit: timespec
      - id: mtime
        -orig-id: cpt_mtime
        type: u8
        -unit: timespec
      - id: ctime
        -orig-id: cpt_ctime
        type: u8
        -unit: timespec
      - id: blocks
        -orig-id: cpt_blocks
        type: u8
      - id: sb
        -orig-id: cpt_sb
        type: u4
      - id: pad1
        -orig-id: __cpt_pad1
        type: u4
        -pad: true
      - id: vfsmount
        -orig-id: cpt_vfsmount
        type: u8
        if: hdrlen >= 120
        -position-of: vfsmount
    instances:
      hdrlen:
        value: _io.size + 16
  vfsmount:
    seq:
      - id: mntflags
        -orig-id: cpt_mntflags
        type: u4
        -flags: cpt_common::mount_flag
      - id: flags
        -orig-id: cpt_flags
        type: u4
      - id: mnt_bind
        -orig-id: cpt_mnt_bind
        type: u8
        if: hdrlen >= 56
        -position-of: vfsmount
      - id: mnt_parent
        -orig-id: cpt_mnt_parent
        type: u8
        if: hdrlen >= 56
        -position-of: vfsmount
      - id: mnt_shared
        -orig-id: cpt_mnt_shared
        type: u8
        if: hdrlen >= 56
        -position-of: vfsmount
      - id: mnt_master
        -orig-id: cpt_mnt_master
        type: u8
        if: hdrlen >= 56
        -position-of: vfsmount
    instances:
      hdrlen:
        value: _io.size + 16
  flock:
    params:
      - id: os_arch
        type: u2
    seq:
      - id: owner
        -orig-id: cpt_owner
        type: u4
      - id: pid
        -orig-id: cpt_pid
        type: u4
      - id: start
        -orig-id: cpt_start
        type: u8
      - id: end
        -orig-id: cpt_end
        type: u8
      - id: flags
        -orig-id: cpt_flags
        type: u4
        -flags: cpt_common::flock_flag
      - id: type
        -orig-id: cpt_type
        type: u4
      - id: svid
        -orig-id: cpt_svid
        type: u4
        if: hdrlen >= 56
      - id: pad1
        type: u4
        if: 'hdrlen >= 56 and (os_arch != cpt_common::os_arch::i386.to_i or hdrlen < 64)'
        -pad: true
      - id: lsid
        -orig-id: cpt_lsid
        type: u8
        if: hdrlen >= 64
      - id: pad2
        type: u4
        if: hdrlen >= 64 and os_arch == cpt_common::os_arch::i386.to_i
        -pad: true
    instances:
      hdrlen:
        value: _io.size + 16
  tty:
    seq:
      - id: flags
        -orig-id: cpt_flags
        type: u8
      - id: link
        -orig-id: cpt_link
        type: u4
      - id: index
        -orig-id: cpt_index
        type: u4
      - id: drv_type
        -orig-id: cpt_drv_type
        type: u4
      - id: drv_subtype
        -orig-id: cpt_drv_subtype
        type: u4
      - id: drv_flags
        -orig-id: cpt_drv_flags
        type: u4
      - id: packet
        -orig-id: cpt_packet
        type: u1
      - id: stopped
        -orig-id: cpt_stopped
        type: u1
      - id: hw_stopped
        -orig-id: cpt_hw_stopped
        type: u1
      - id: flow_stopped
        -orig-id: cpt_flow_stopped
        type: u1
      - id: canon_data
        -orig-id: cpt_canon_data
        type: u4
      - id: canon_head
        -orig-id: cpt_canon_head
        type: u4
      - id: canon_column
        -orig-id: cpt_canon_column
        type: u4
      - id: column
        -orig-id: cpt_column
        type: u4
      - id: ctrl_status
        -orig-id: cpt_ctrl_status
        type: u1
      - id: erasing
        -orig-id: cpt_erasing
        type: u1
      - id: lnext
        -orig-id: cpt_lnext
        type: u1
      - id: icanon
        -orig-id: cpt_icanon
        type: u1
      - id: raw
        -orig-id: cpt_raw
        type: u1
      - id: real_raw
        -orig-id: cpt_real_raw
        type: u1
      - id: closing
        -orig-id: cpt_closing
        type: u1
      - id: pad1
        -orig-id: __cpt_pad1
        type: u1
        -pad: true
      - id: minimum_to_wake
        -orig-id: cpt_minimum_to_wake
        type: u2
      - id: pad2
        -orig-id: __cpt_pad2
        type: u2
        -pad: true
      - id: pgrp
        -orig-id: cpt_pgrp
        type: u4
      - id: session
        -orig-id: cpt_session
        type: u4
      - id: c_line
        -orig-id: cpt_c_line
        type: u4
      - id: name
        -orig-id: cpt_name
        size: 64
        -text: true
      - id: ws_row
        -orig-id: cpt_ws_row
        type: u2
      - id: ws_col
        -orig-id: cpt_ws_col
        type: u2
      - id: ws_prow
        -orig-id: cpt_ws_prow
        type: u2
      - id: ws_pcol
        -orig-id: cpt_ws_pcol
        type: u2
      - id: c_cc
        -orig-id: cpt_c_cc
        size: 32
      - id: c_iflag
        -orig-id: cpt_c_iflag
        type: u4
      - id: c_oflag
        -orig-id: cpt_c_oflag
        type: u4
      - id: c_cflag
        -orig-id: cpt_c_cflag
        type: u4
      - id: c_lflag
        -orig-id: cpt_c_lflag
        type: u4
      - id: read_flags
        -orig-id: cpt_read_flags
        type: u4
        repeat: expr
        repeat-expr: 128
  epoll:
    seq:
      - id: file
        -orig-id: cpt_file
        type: u8
        -position-of: file
  epoll_file:
    seq:
      - id: file
        -orig-id: cpt_file
        type: u8
        -position-of: file
      - id: fd
        -orig-id: cpt_fd
        type: u4
      - id: events
        -orig-id: cpt_events
        type: u4
      - id: data
        -orig-id: cpt_data
        type: u8
      - id: revents
        -orig-id: cpt_revents
        type: u4
      - id: ready
        -orig-id: cpt_ready
        type: u4
  inotify:
    seq:
      - id: file
        -orig-id: cpt_file
        type: u8
        -position-of: file
      - id: user
        -orig-id: cpt_user
        type: u4
      - id: max_events
        -orig-id: cpt_max_events
        type: u4
      - id: last_wd
        -orig-id: cpt_last_wd
        type: u4
      - id: pad1
        -orig-id: __cpt_pad1
        type: u4
        -pad: true
  inotify_watch:
    seq:
      - id: wd
        -orig-id: cpt_wd
        type: u4
      - id: mask
        -orig-id: cpt_mask
        type: u4
  inotify_event:
    seq:
      - id: wd
        -orig-id: cpt_wd
        type: u4
      - id: mask
        -orig-id: cpt_mask
        type: u4
      - id: cookie
        -orig-id: cpt_cookie
        type: u4
      - id: namelen
        -orig-id: cpt_namelen
        type: u4
  timerfd:
    seq:
      - id: it_value
        -orig-id: cpt_it_value
        type: u8
        -unit: timespec
      - id: it_interval
        -orig-id: cpt_it_interval
        type: u8
        -unit: timespec
      - id: ticks
        -orig-id: cpt_ticks
        type: u8
      - id: expired
        -orig-id: cpt_expired
        type: u4
      - id: clockid
        -orig-id: cpt_clockid
        type: u4
  eventfd:
    seq:
      - id: count
        -orig-id: cpt_count
        type: u8
      - id: flags
        -orig-id: cpt_flags
        type: u4
      - id: pad_at_28
        size: 4
        -pad: true
