meta:
  id: cpt_files
  title: OpenVZ CPT, file, mount and terminal objects
  license: MIT
  ks-version: "0.10"
  endian: le
  imports:
    - cpt_common
doc: |
  Fixed parts of the objects in the FILES, FILES_STRUCT, FS, INODE, NAMESPACE, TTY, EPOLL and INOTIFY
  sections.
types:
  file:
    doc: |
      One open file (struct file), an object of the FILES section; also inside FS (root, current and
      alternative root directory) and inside INOTIFY_WATCH (the watched path). Content: NAME with the path
      (absent for sockets), then TIMERFD or EVENTFD, then FLOCK objects. Each object here must be used by some
      reference, else restore takes it for a shared memory segment.
    seq:
      - id: flags
        -orig-id: cpt_flags
        type: u4
        -flags: cpt_common::open_flag
        doc: Flags of open and fcntl.
      - id: mode
        -orig-id: cpt_mode
        type: u4
        -flags: cpt_common::file_mode
        doc: Access mode of the open file. Bits above 0x20 are private to the writing kernel.
      - id: pos
        -orig-id: cpt_pos
        type: u8
        -unit: bytes
        doc: Current offset in the file; a negative number in two's complement is not refused.
      - id: uid
        -orig-id: cpt_uid
        type: u4
        doc: User id of the opener.
      - id: gid
        -orig-id: cpt_gid
        type: u4
        doc: Group id of the opener.
      - id: i_mode
        -orig-id: cpt_i_mode
        type: u4
        doc: File type and permission bits of the inode (st_mode).
      - id: lflags
        -orig-id: cpt_lflags
        type: u4
        -flags: cpt_common::dentry_flag
        doc: What the path stands for and how it is restored.
      - id: inode
        -orig-id: cpt_inode
        type: u8
        -position-of: inode
        doc: |
          Position of the INODE for deleted files and for all but regular files and directories; 2^64-1 =
          reopen by path.
      - id: priv
        -orig-id: cpt_priv
        type: u8
        -position-of: tty
        doc: |
          Depends on the file. Terminal: position of the TTY. Socket: `index` of the SOCKET. Signalfd: the
          signal mask. Epoll and inotify: an inode number, not read on restore. Others: 2^64-1.
      - id: fown_fd
        -orig-id: cpt_fown_fd
        type: u4
        doc: Descriptor number registered for asynchronous notice (FASYNC); 2^32-1 = none.
      - id: fown_pid
        -orig-id: cpt_fown_pid
        type: u4
        doc: |
          Pid that gets signals of this file; 0 = nobody or a task outside. 2.6.18 stores what its pid mapping
          gives.
      - id: fown_uid
        -orig-id: cpt_fown_uid
        type: u4
        doc: User id of the task that set the owner.
      - id: fown_euid
        -orig-id: cpt_fown_euid
        type: u4
        doc: Effective user id of the task that set the owner.
      - id: fown_signo
        -orig-id: cpt_fown_signo
        type: u4
        doc: Signal sent instead of SIGIO; 0 = SIGIO.
      - id: pad1
        -orig-id: __cpt_pad1
        type: u4
        -pad: true
      - id: vfsmount
        -orig-id: cpt_vfsmount
        type: u8
        if: hdrlen >= 96
        -position-of: vfsmount
        doc: |
          Position of the VFSMOUNT in which the path is looked up; 2^64-1 = from the root directory, never
          write 0. From kernel 042stab061 (`hdrlen` 96).
    instances:
      hdrlen:
        value: _io.size + 16
  filedesc:
    doc: |
      One entry of a descriptor table, an object inside FILES; inside SKB a file that travels with a packet.
      It has no content.
    seq:
      - id: fd
        -orig-id: cpt_fd
        type: u4
        doc: |
          Descriptor number, must be below `max_fds` of the table (a larger one crashes the kernel). In SKB
          the running number of the passed file.
      - id: flags
        -orig-id: cpt_flags
        type: u4
        -flags: cpt_common::fd_flag
        doc: Bit 0 = close on exec. 0 in SKB.
      - id: file
        -orig-id: cpt_file
        type: u8
        -position-of: file
        doc: Position of the FILE.
  files:
    doc: |
      One descriptor table, an object of the FILES_STRUCT section. Content: its FILEDESC objects. Tasks share
      a table when their `files` fields hold the same position.
    seq:
      - id: index
        -orig-id: cpt_index
        type: u4
        doc: Running number of the table; `owner` of POSIX locks refers to it.
      - id: max_fds
        -orig-id: cpt_max_fds
        type: u4
        doc: Size of the table; the restored table is grown to it.
      - id: next_fd
        -orig-id: cpt_next_fd
        type: u4
        doc: Lowest descriptor number that may be free.
      - id: pad1
        -orig-id: __cpt_pad1
        type: u4
        -pad: true
  fs:
    doc: |
      Root and current directory of tasks, an object of the FS section. Content: FILE of the root directory,
      FILE of the current directory and, up to 2.6.18, FILE of an alternative root. Tasks share it like a
      descriptor table.
    seq:
      - id: umask
        -orig-id: cpt_umask
        type: u4
        doc: Permission bits that new files do not get.
      - id: pad1
        -orig-id: __cpt_pad1
        type: u4
        -pad: true
  inode:
    doc: |
      State of an inode that cannot be found again by path alone, an object of the INODE section. Content:
      NAME with another path of a deleted file; else SYSV_SHM for a segment, then PAGES (RHEL6 also
      ITERPAGES); BITS for bytes in a pipe; REF for a terminal. The content of ordinary files is not in the
      image.
    seq:
      - id: dev
        -orig-id: cpt_dev
        type: u8
        doc: Number of the file system's device, kernel coding (major * 2^20 + minor).
      - id: ino
        -orig-id: cpt_ino
        type: u8
        doc: Inode number; the segment id for System V shared memory.
      - id: mode
        -orig-id: cpt_mode
        type: u4
        doc: File type and permission bits (st_mode).
      - id: nlink
        -orig-id: cpt_nlink
        type: u4
        doc: Number of names; 0 for a deleted file without another name.
      - id: uid
        -orig-id: cpt_uid
        type: u4
        doc: User id of the owner.
      - id: gid
        -orig-id: cpt_gid
        type: u4
        doc: Group id of the owner.
      - id: rdev
        -orig-id: cpt_rdev
        type: u8
        doc: Device number of a device file, kernel coding.
      - id: size
        -orig-id: cpt_size
        type: u8
        -unit: bytes
        doc: Size of the file; holes and the end behind the last page follow from it.
      - id: blksize
        -orig-id: cpt_blksize
        type: u8
        -unit: bytes
        doc: Preferred block size (st_blksize).
      - id: atime
        -orig-id: cpt_atime
        type: u8
        -unit: timespec
        doc: Time of the last access, wall clock since 1970.
      - id: mtime
        -orig-id: cpt_mtime
        type: u8
        -unit: timespec
        doc: Time of the last change of content, wall clock since 1970.
      - id: ctime
        -orig-id: cpt_ctime
        type: u8
        -unit: timespec
        doc: Time of the last change of the inode, wall clock since 1970.
      - id: blocks
        -orig-id: cpt_blocks
        type: u8
        doc: Disk space in use, in units of 512 bytes (st_blocks).
      - id: sb
        -orig-id: cpt_sb
        type: u4
        doc: Magic number of the file system type, as statfs reports it.
      - id: pad1
        -orig-id: __cpt_pad1
        type: u4
        -pad: true
      - id: vfsmount
        -orig-id: cpt_vfsmount
        type: u8
        if: hdrlen >= 120
        -position-of: vfsmount
        doc: |
          Position of the VFSMOUNT that holds the inode; 2^64-1 = none, never write 0. From kernel 042stab061
          (`hdrlen` 120).
    instances:
      hdrlen:
        value: _io.size + 16
  vfsmount:
    doc: |
      One mount, an object inside NAMESPACE; parents, peers and masters first. Content: NAME objects with
      device, mount point and file system type; with the flag `bind` NAME with the source; the tar archive of
      a tmpfs; with `delayfs` the mount data.
    seq:
      - id: mntflags
        -orig-id: cpt_mntflags
        type: u4
        -flags: cpt_common::mount_flag
        doc: Kernel flags of the mount in the low half, marks of the image in the high half.
      - id: flags
        -orig-id: cpt_flags
        type: u4
        -flags: cpt_common::super_flag
        doc: Flags of the file system as the writing kernel has them; the low bits are those of mount(2).
      - id: mnt_bind
        -orig-id: cpt_mnt_bind
        type: u8
        if: hdrlen >= 56
        -position-of: vfsmount
        doc: |
          Position of the mount that a bind mount takes its files from; 2^64-1 = none. For a cgroup file
          system it is the `index` of a CGROUP instead of a position. From kernel 042stab061 (`hdrlen` 56).
      - id: mnt_parent
        -orig-id: cpt_mnt_parent
        type: u8
        if: hdrlen >= 56
        -position-of: vfsmount
        doc: Position of the mount that this one is mounted in; 2^64-1 for the root. From kernel 042stab061.
      - id: mnt_shared
        -orig-id: cpt_mnt_shared
        type: u8
        if: hdrlen >= 56
        -position-of: vfsmount
        doc: Position of a mount of the same peer group; 2^64-1 = none. From kernel 042stab061.
      - id: mnt_master
        -orig-id: cpt_mnt_master
        type: u8
        if: hdrlen >= 56
        -position-of: vfsmount
        doc: Position of the master of a slave mount; 2^64-1 = none. From kernel 042stab061.
    instances:
      hdrlen:
        value: _io.size + 16
  flock:
    doc: One file lock, an object inside FILE. It has no content.
    params:
      - id: os_arch
        type: u2
    seq:
      - id: owner
        -orig-id: cpt_owner
        type: u4
        doc: |
          `index` of the descriptor table that owns a POSIX lock; 2^32-1 for a lock of flock(2).
      - id: pid
        -orig-id: cpt_pid
        type: u4
        doc: |
          Pid of the task that set the lock; 0 for a lock of flock(2) whose setter is outside the container.
      - id: start
        -orig-id: cpt_start
        type: u8
        -unit: bytes
        doc: First byte of the range.
      - id: end
        -orig-id: cpt_end
        type: u8
        -unit: bytes
        doc: Last byte of the range, included; 2^63-1 = to the end of the file.
      - id: flags
        -orig-id: cpt_flags
        type: u4
        -flags: cpt_common::flock_flag
        doc: Kernel flags of the lock, and marks of the image from bit 16 on.
      - id: type
        -orig-id: cpt_type
        type: u4
        enum: cpt_common::flock_type
        doc: Kind of the lock.
      - id: svid
        -orig-id: cpt_svid
        type: u4
        if: hdrlen >= 56
        doc: |
          Number of the lock owner towards the NFS server (inferred); 2^32-1 = none. From kernel 042stab061
          (`hdrlen` 56).
      - id: pad1
        type: u4
        if: 'hdrlen >= 56 and (os_arch != cpt_common::os_arch::i386.to_i or hdrlen < 64)'
        -pad: true
      - id: lsid
        -orig-id: cpt_lsid
        type: u8
        if: hdrlen >= 64
        doc: |
          Number of the lock state towards the NFS server (inferred). Left stale unless the lock is marked
          `delayed`. From kernel 042stab109 (`hdrlen` 64).
      - id: pad2
        type: u4
        if: hdrlen >= 64 and os_arch == cpt_common::os_arch::i386.to_i
        -pad: true
    instances:
      hdrlen:
        value: _io.size + 16
  tty:
    doc: |
      One end of a terminal, an object of the TTY section. Content: BITS with unread input (absent when there
      is none). Both ends of a pseudo terminal pair are objects. RHEL6 kernels (042stab088 and later) also
      store virtual consoles, which restore reopens by path without their state.
    seq:
      - id: flags
        -orig-id: cpt_flags
        type: u8
        doc: |
          State bits of the writing kernel (TTY_*). 2.6.18 restores all but three of them, RHEL6 only
          exclusive use, hardware cooking and the lock of the pair.
      - id: link
        -orig-id: cpt_link
        type: u4
        doc: |
          `index` of the other end of the pair; 2^32-1 = none.
      - id: index
        -orig-id: cpt_index
        type: u4
        doc: Number of the terminal, 0 for /dev/pts/0. Both ends have the same number.
      - id: drv_type
        -orig-id: cpt_drv_type
        type: u4
        enum: cpt_common::tty_driver_type
        doc: Kind of the driver; 4 for pseudo terminals.
      - id: drv_subtype
        -orig-id: cpt_drv_subtype
        type: u4
        doc: Kind within the driver; for pseudo terminals 1 is the master and 2 the slave.
      - id: drv_flags
        -orig-id: cpt_drv_flags
        type: u4
        doc: |
          Flags of the driver (TTY_DRIVER_*). The bit for devpts makes restore open the pair by way of
          /dev/ptmx.
      - id: packet
        -orig-id: cpt_packet
        type: u1
        doc: 1 when the master is in packet mode.
      - id: stopped
        -orig-id: cpt_stopped
        type: u1
        doc: 1 when output is stopped.
      - id: hw_stopped
        -orig-id: cpt_hw_stopped
        type: u1
        doc: 1 when output is stopped by a modem line.
      - id: flow_stopped
        -orig-id: cpt_flow_stopped
        type: u1
        doc: 1 when flow control has stopped the output.
      - id: canon_data
        -orig-id: cpt_canon_data
        type: u4
        doc: Number of complete lines in the input.
      - id: canon_head
        -orig-id: cpt_canon_head
        type: u4
        doc: End of the last complete line as a distance from the first unread byte; a signed 32-bit number.
      - id: canon_column
        -orig-id: cpt_canon_column
        type: u4
        doc: Column in which the current input line began.
      - id: column
        -orig-id: cpt_column
        type: u4
        doc: Current column of the cursor.
      - id: ctrl_status
        -orig-id: cpt_ctrl_status
        type: u1
        doc: Pending status bits of packet mode (TIOCPKT_*).
      - id: erasing
        -orig-id: cpt_erasing
        type: u1
        doc: 1 while erased characters are being echoed.
      - id: lnext
        -orig-id: cpt_lnext
        type: u1
        doc: 1 when the next input character is taken literally.
      - id: icanon
        -orig-id: cpt_icanon
        type: u1
        doc: 1 when input is handed out in lines.
      - id: raw
        -orig-id: cpt_raw
        type: u1
        doc: 1 when input is passed on unprocessed.
      - id: real_raw
        -orig-id: cpt_real_raw
        type: u1
        doc: 1 when the driver passes on input unprocessed, too.
      - id: closing
        -orig-id: cpt_closing
        type: u1
        doc: 1 while the terminal is being closed.
      - id: pad1
        -orig-id: __cpt_pad1
        type: u1
        -pad: true
      - id: minimum_to_wake
        -orig-id: cpt_minimum_to_wake
        type: u2
        doc: Number of characters that wake a reader.
      - id: pad2
        -orig-id: __cpt_pad2
        type: u2
        -pad: true
      - id: pgrp
        -orig-id: cpt_pgrp
        type: u4
        doc: |
          Foreground process group; 0 = none, 2^32-1 = unknown. RHEL6 keeps the number of a group without a
          process, 2.6.18 drops it.
      - id: session
        -orig-id: cpt_session
        type: u4
        doc: Session that the terminal controls; 0 = none.
      - id: c_line
        -orig-id: cpt_c_line
        type: u4
        doc: Line discipline; 0 is the normal one.
      - id: name
        -orig-id: cpt_name
        size: 64
        -text: true
        doc: Name of the terminal in the kernel, for example pts0.
      - id: ws_row
        -orig-id: cpt_ws_row
        type: u2
        doc: Height of the window in characters.
      - id: ws_col
        -orig-id: cpt_ws_col
        type: u2
        doc: Width of the window in characters.
      - id: ws_prow
        -orig-id: cpt_ws_prow
        type: u2
        doc: Height of the window in pixels.
      - id: ws_pcol
        -orig-id: cpt_ws_pcol
        type: u2
        doc: Width of the window in pixels.
      - id: c_cc
        -orig-id: cpt_c_cc
        size: 32
        doc: Control characters (termios c_cc); only the first 19 are used.
      - id: c_iflag
        -orig-id: cpt_c_iflag
        type: u4
        doc: Input modes (termios c_iflag).
      - id: c_oflag
        -orig-id: cpt_c_oflag
        type: u4
        doc: Output modes (termios c_oflag).
      - id: c_cflag
        -orig-id: cpt_c_cflag
        type: u4
        doc: Control modes (termios c_cflag).
      - id: c_lflag
        -orig-id: cpt_c_lflag
        type: u4
        doc: Local modes (termios c_lflag).
      - id: read_flags
        -orig-id: cpt_read_flags
        type: u4
        repeat: expr
        repeat-expr: 128
        doc: Bit n of this bit field is set when byte n of the input buffer ends a line.
  epoll:
    doc: |
      One epoll instance, an object of the EPOLL section, which is written only when there is one. Content:
      EPOLL_FILE objects.
    seq:
      - id: file
        -orig-id: cpt_file
        type: u8
        -position-of: file
        doc: Position of the FILE of the instance.
  epoll_file:
    doc: One watched file of an epoll instance, an object inside EPOLL. It has no content.
    seq:
      - id: file
        -orig-id: cpt_file
        type: u8
        -position-of: file
        doc: Position of the watched FILE.
      - id: fd
        -orig-id: cpt_fd
        type: u4
        doc: Descriptor number under which the file was added.
      - id: events
        -orig-id: cpt_events
        type: u4
        -flags: cpt_common::epoll_event
        doc: Events that are watched for.
      - id: data
        -orig-id: cpt_data
        type: u8
        doc: Value that epoll_wait hands to the program.
      - id: revents
        -orig-id: cpt_revents
        type: u4
        -flags: cpt_common::epoll_event
        doc: Events that were found last; 0 in all real images.
      - id: ready
        -orig-id: cpt_ready
        type: u4
        doc: 1 when the file is in the list of ready files.
  inotify:
    doc: |
      One inotify instance, an object of the INOTIFY section, which is written only when there is one.
      Content: INOTIFY_WATCH objects, then (2.6.18) INOTIFY_EVENT objects.
    seq:
      - id: file
        -orig-id: cpt_file
        type: u8
        -position-of: file
        doc: Position of the FILE of the instance.
      - id: user
        -orig-id: cpt_user
        type: u4
        doc: User id that is charged for the instance.
      - id: max_events
        -orig-id: cpt_max_events
        type: u4
        doc: Number of events that the queue may hold.
      - id: last_wd
        -orig-id: cpt_last_wd
        type: u4
        doc: Number of the watch made last. RHEL6 kernels write `max_events` here by mistake.
      - id: pad1
        -orig-id: __cpt_pad1
        type: u4
        -pad: true
  inotify_watch:
    doc: |
      One watch of an inotify instance, an object inside INOTIFY. Content: FILE with the watched path.
    seq:
      - id: wd
        -orig-id: cpt_wd
        type: u4
        doc: Number of the watch in its instance.
      - id: mask
        -orig-id: cpt_mask
        type: u4
        -flags: cpt_common::inotify_event_bit
        doc: Events that are watched for. 2.6.32 kernels store their own mask, which has further bits set.
  inotify_event:
    doc: |
      One event that was not read yet, an object inside INOTIFY. Content: the name of the file in the watched
      directory. Only 2.6.18 kernels write it; RHEL6 kernels skip it.
    seq:
      - id: wd
        -orig-id: cpt_wd
        type: u4
        doc: Number of the watch that the event belongs to.
      - id: mask
        -orig-id: cpt_mask
        type: u4
        -flags: cpt_common::inotify_event_bit
        doc: What has happened.
      - id: cookie
        -orig-id: cpt_cookie
        type: u4
        doc: Joins the two events of a rename; 0 for other events.
      - id: namelen
        -orig-id: cpt_namelen
        type: u4
        -unit: bytes
        doc: Length of the name, padding included; 0 = no name.
  timerfd:
    doc: State of a timerfd, an object inside FILE. It has no content. From kernel 042stab061.
    seq:
      - id: it_value
        -orig-id: cpt_it_value
        type: u8
        -unit: timespec
        doc: Time left until the timer expires; 0 = not armed.
      - id: it_interval
        -orig-id: cpt_it_interval
        type: u8
        -unit: timespec
        doc: Period; 0 = once.
      - id: ticks
        -orig-id: cpt_ticks
        type: u8
        doc: Number of expirations that were not read yet.
      - id: expired
        -orig-id: cpt_expired
        type: u4
        doc: 1 when the timer has expired and is not armed again.
      - id: clockid
        -orig-id: cpt_clockid
        type: u4
        enum: cpt_common::clock_id
        doc: Clock of the timer.
  eventfd:
    doc: State of an eventfd, an object inside FILE. It has no content. From kernel 042stab061.
    seq:
      - id: count
        -orig-id: cpt_count
        type: u8
        doc: Current value of the counter.
      - id: flags
        -orig-id: cpt_flags
        type: u4
        doc: Flags of eventfd2, as open flags; bit 0 = semaphore mode.
      - id: pad_at_28
        size: 4
        -pad: true
