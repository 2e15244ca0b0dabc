meta:
  id: linux_cr_records
  title: linux-cr checkpoint stream, records from v14 on
  license: MIT
  ks-version: "0.10"
  endian: le
  imports:
    - linux_cr_common
doc: |
  Bodies of the records behind their header {type, len}, of all layouts that user-cr headers of 2009 to 2012
  describe. `layout` is the day of those headers as a number (20110416); `word` the bytes of an unsigned long.
  Integers are in the byte order of the machine that wrote the image; these specs are for little-endian ones, and
  HEADER_ARCH, THREAD, CPU and MM_CONTEXT for x86.
types:

  constants:
    doc: Sizes that the kernel was built with. A restoring kernel refuses any difference.
    seq:
      - id: task_comm_len
        type: u2
        -unit: bytes
      - id: at_vector_size
        type: u2
        doc: Words of the auxiliary vector.
      - id: signal_nsig
        type: u2
      - id: uts_sysname_len
        type: u2
      - id: uts_nodename_len
        type: u2
      - id: uts_release_len
        type: u2
      - id: uts_version_len
        type: u2
      - id: uts_machine_len
        type: u2
      - id: uts_domainname_len
        type: u2
      - id: rlimit_nlimits
        type: u2
        doc: Number of resource limits.
      - id: n_tty_buf_size
        type: u2
      - id: tty_termios_nccs
        type: u2
  capabilities:
    doc: Capability sets, low and high word each, see capabilities(7).
    seq:
      - id: cap_i_0
        type: u4
      - id: cap_i_1
        type: u4
      - id: cap_p_0
        type: u4
      - id: cap_p_1
        type: u4
      - id: cap_e_0
        type: u4
      - id: cap_e_1
        type: u4
      - id: cap_b_0
        type: u4
      - id: cap_b_1
        type: u4
      - id: securebits
        type: u4
      - id: pad1
        type: u4
        -pad: true
  ipc_perms:
    doc: See sysvipc(7); has a record header of its own inside, which is not used.
    params:
      - id: layout
        type: u4
    seq:
      - id: pad1
        type: u8
        -pad: true
      - id: id
        type: s4
      - id: key
        type: u4
      - id: uid
        type: u4
      - id: gid
        type: u4
      - id: cuid
        type: u4
      - id: cgid
        type: u4
      - id: mode
        type: u4
      - id: pad2
        type: u4
        -pad: true
      - id: seq
        type: u8
      - id: sec_ref
        type: s4
        -objref: security
        if: layout >= 20091111
        doc: 0 is none.
      - id: pad3
        type: u4
        -pad: true
        if: layout >= 20091111
  rlimit:
    doc: See getrlimit(2).
    seq:
      - id: rlim_cur
        type: u8
      - id: rlim_max
        type: u8
  sigaction:
    doc: One signal handler; SIGHAND holds one for each signal from 1 on.
    seq:
      - id: sa_handler
        -orig-id: _sa_handler
        type: u8
      - id: sa_flags
        type: u8
      - id: sa_restorer
        type: u8
      - id: sa_mask
        type: u8
  siginfo:
    doc: One queued signal, see sigaction(2).
    params:
      - id: layout
        type: u4
    seq:
      - id: signo
        -orig-id: csi_signo
        type: u4
      - id: errno
        -orig-id: csi_errno
        type: s4
      - id: code
        -orig-id: csi_code
        type: s4
        doc: SI_* or a code of the signal.
      - id: pid
        -orig-id: csi_pid
        type: u4
      - id: uid
        -orig-id: csi_uid
        type: u4
      - id: fd
        -orig-id: csi_fd
        type: s4
        if: layout >= 20110105
      - id: tid
        -orig-id: csi_tid
        type: u4
        if: layout >= 20110105
      - id: band
        -orig-id: csi_band
        type: u4
        if: layout >= 20110105
      - id: overrun
        -orig-id: csi_overrun
        type: u4
        if: layout >= 20110105
      - id: trapno
        -orig-id: csi_trapno
        type: u4
        if: layout >= 20110105
      - id: status
        -orig-id: csi_status
        type: s4
        if: layout >= 20110105
      - id: sigval_int
        type: u4
      - id: sigval_ptr
        -orig-id: csi_ptr
        type: u8
      - id: utime
        -orig-id: csi_utime
        type: u8
      - id: stime
        -orig-id: csi_stime
        type: u8
      - id: addr
        -orig-id: csi_addr
        type: u8
        if: layout >= 20110105
      - id: sys_private
        -orig-id: csi_sys_private
        type: s4
        if: layout >= 20110105
      - id: pad1
        type: u4
        -pad: true
        if: layout >= 20110105
  epoll_item:
    doc: One watched descriptor, see epoll_ctl(2).
    seq:
      - id: data
        type: u8
      - id: fd
        type: u4
      - id: file_objref
        type: s4
        -objref: file
      - id: events
        type: u4
      - id: pad1
        type: u4
        -pad: true
  tree_entry:
    doc: One task of the tree. From 2011-01-25 on the five ids refer to pid objects, before they are numbers in the pid namespace of the root task; 0 is outside.
    params:
      - id: layout
        type: u4
    seq:
      - id: vpid
        type: s4
      - id: vppid
        type: s4
      - id: vtgid
        type: s4
      - id: vpgid
        type: s4
      - id: vsid
        type: s4
      - id: pad1
        type: u4
        -pad: true
        if: layout < 20100323
      - id: rsid
        type: s4
        if: layout >= 20100323 and layout < 20100330
      - id: depth
        type: s4
        if: layout >= 20100323
      - id: pad2
        type: u4
        -pad: true
        if: layout >= 20100323 and layout < 20100330
  netdev_addr:
    doc: An address of a network device.
    seq:
      - id: type
        type: u2
      - id: pad1
        size: 6
        -pad: true
      - id: inet4_local
        type: u4
      - id: inet4_address
        type: u4
      - id: inet4_mask
        type: u4
      - id: inet4_broadcast
        type: u4
  pid_object:
    doc: "One pid: its number in every pid namespace, the outermost known one first."
    seq:
      - id: depth
        type: u4
        doc: Number of pid namespaces between the root's and the innermost one.
      - id: numbers
        type: s4
        repeat: expr
        repeat-expr: depth + 1
        doc: The first is the number in the pid namespace of the root task.
  sem_value:
    doc: One semaphore.
    seq:
      - id: semval
        type: u4
      - id: sempid
        type: u4
        doc: Pid of the last operation; 0 for none.
  header:
    doc: First record of a stream. Followed by three BUFFER records with release, version and machine of utsname, then HEADER_ARCH.
    seq:
      - id: magic
        type: u8
        doc: 0x00feed0cc0a2d200.
      - id: arch_id
        type: u2
        doc: Architecture; the number of one differs between versions, see `arch_number`.
      - id: major
        type: u2
        doc: First number of the kernel version. A kernel of another version refuses the image.
      - id: minor
        type: u2
      - id: patch
        type: u2
      - id: rev
        type: u2
        doc: "Format version, 3 to 6. Not enough to tell the layout: 6 covers several."
      - id: pad1
        size: 6
        -pad: true
      - id: constants
        type: constants
      - id: time
        type: u8
        -unit: s
        doc: Wall clock at the checkpoint, since 1970.
      - id: uflags
        type: u8
        -flags: linux_cr_common::checkpoint_flag
        doc: CHECKPOINT_* flags of checkpoint(2). Bit 1 said until 2010-03-30 that there are no network namespaces, since then that there are.
  header_arch:
    doc: What the machine needs to know beforehand; on x86 the form of the floating-point state.
    seq:
      - id: has_fxsr
        type: u2
      - id: has_xsave
        type: u2
      - id: xstate_size
        type: u2
        -unit: bytes
        doc: Length of the floating-point state of a task.
      - id: pad1
        type: u2
        -pad: true
  objref:
    doc: "Announces a new shared object: the records that describe it follow at once. May stand before any record that a reader expects."
    seq:
      - id: objtype
        type: u4
        doc: Kind of the object; the number of one differs between versions, see `object_number`.
      - id: objref
        type: s4
        doc: Identity of the object, above 0 and never used twice.
  security:
    doc: A security label, followed by a STRING with its text.
    seq:
      - id: ptrref
        type: s4
        doc: What `*sec_ref` fields refer to.
      - id: sectype
        type: u1
        enum: linux_cr_common::security_type
      - id: pad1
        size: 3
        -pad: true
  pids:
    doc: Number of pid objects; the BUFFER behind it holds them, packed, 8 + 4 * depth bytes each.
    seq:
      - id: nr_pids
        type: u4
      - id: nr_vpids
        type: u4
        doc: Sum of the depths.
      - id: offset
        type: u4
        doc: Identity of the first pid object; the others count on from it.
      - id: pad1
        type: u4
        -pad: true
  tree:
    doc: Number of tasks; the BUFFER behind it holds their entries, depth first from the root.
    seq:
      - id: nr_tasks
        type: s4
      - id: pad1
        type: u4
        -pad: true
  vpids:
    doc: Number of inner pids of nested pid namespaces; a BUFFER of 32-bit numbers follows.
    seq:
      - id: nr_vpids
        type: s4
      - id: pad1
        type: u4
        -pad: true
  task_form1:
    doc: State of one task, followed by a STRING with its name. Of a zombie nothing more follows. As from 2009-10-03 on.
    params:
      - id: layout
        type: u4
      - id: word
        type: u4
    seq:
      - id: state
        type: u4
        doc: State of the task in the writing kernel; DEAD for a zombie.
      - id: exit_state
        type: u4
        doc: Not 0 for a zombie (16).
      - id: exit_code
        type: u4
        doc: Wait status, see wait(2); 0 for living tasks.
      - id: exit_signal
        type: u4
        doc: Signal to the parent at exit; 2^32-1 for threads that are not the leader.
      - id: pdeath_signal
        type: u4
      - id: pad1
        type: u4
        -pad: true
        if: layout >= 20091206 and word == 8
      - id: set_child_tid
        type: u8
        doc: User address.
      - id: clear_child_tid
        type: u8
        doc: User address, see set_tid_address(2).
      - id: compat_robust_futex_head_len
        type: u4
      - id: compat_robust_futex_list
        type: u4
      - id: robust_futex_head_len
        type: u4
      - id: pad2
        type: u4
        -pad: true
        if: layout >= 20091206 and word == 8
      - id: robust_futex_list
        type: u8
        doc: User address, see set_robust_list(2).
  task_form2:
    doc: State of one task, followed by a STRING with its name. Of a zombie nothing more follows. As from 2010-02-22 on.
    params:
      - id: layout
        type: u4
    seq:
      - id: state
        type: u4
        doc: State of the task in the writing kernel; DEAD for a zombie.
      - id: exit_state
        type: u4
        doc: Not 0 for a zombie (16).
      - id: exit_code
        type: u4
        doc: Wait status, see wait(2); 0 for living tasks.
      - id: exit_signal
        type: u4
        doc: Signal to the parent at exit; 2^32-1 for threads that are not the leader.
      - id: pdeath_signal
        type: u4
      - id: compat_robust_futex_head_len
        type: u4
      - id: compat_robust_futex_list
        type: u4
      - id: robust_futex_head_len
        type: u4
      - id: robust_futex_list
        type: u8
        doc: User address, see set_robust_list(2).
      - id: set_child_tid
        type: u8
        doc: User address.
      - id: clear_child_tid
        type: u8
        doc: User address, see set_tid_address(2).
      - id: sas_ss_sp
        type: u8
        if: layout >= 20110105
        doc: "Alternate signal stack: user address, see sigaltstack(2)."
      - id: sas_ss_size
        type: u4
        -unit: bytes
        if: layout >= 20110105
      - id: pad1
        type: u4
        -pad: true
        if: layout >= 20110105
  task_form3:
    doc: State of one task, followed by a STRING with its name. Of a zombie nothing more follows. As from 2011-04-16 on.
    seq:
      - id: flags
        type: u4
        -flags: linux_cr_common::task_flag
        doc: PF_* in numbers of their own.
      - id: state
        type: u4
        doc: State of the task in the writing kernel; DEAD for a zombie.
      - id: exit_state
        type: u4
        doc: Not 0 for a zombie (16).
      - id: exit_code
        type: u4
        doc: Wait status, see wait(2); 0 for living tasks.
      - id: exit_signal
        type: u4
        doc: Signal to the parent at exit; 2^32-1 for threads that are not the leader.
      - id: pdeath_signal
        type: u4
      - id: set_child_tid
        type: u8
        doc: User address.
      - id: clear_child_tid
        type: u8
        doc: User address, see set_tid_address(2).
      - id: sas_ss_sp
        type: u8
        doc: "Alternate signal stack: user address, see sigaltstack(2)."
      - id: sas_ss_size
        type: u4
        -unit: bytes
      - id: compat_robust_futex_head_len
        type: u4
      - id: compat_robust_futex_list
        type: u4
      - id: robust_futex_head_len
        type: u4
      - id: robust_futex_list
        type: u8
        doc: User address, see set_robust_list(2).
  task:
    doc: State of one task, followed by a STRING with its name. Of a zombie nothing more follows.
    params:
      - id: layout
        type: u4
      - id: word
        type: u4
    seq:
      - id: form
        type:
          switch-on: "layout >= 20110416 ? 3 : layout >= 20100222 ? 2 : 1"
          cases:
            1: task_form1(layout, word)
            2: task_form2(layout)
            3: task_form3
  task_ns:
    doc: Refers to the namespaces of a task.
    seq:
      - id: ns_objref
        type: s4
        -objref: ns
      - id: pad1
        type: u4
        -pad: true
  task_objs:
    doc: What a task shares with others. The objects were announced before; but the signal struct, which follows when its id is met first.
    params:
      - id: layout
        type: u4
    seq:
      - id: files_objref
        type: s4
        -objref: file_table
      - id: mm_objref
        type: s4
        -objref: mm
      - id: fs_objref
        type: s4
        -objref: fs
        if: layout >= 20100205
      - id: sem_undo_objref
        type: s4
        -objref: sem_undo
        if: layout >= 20110105
      - id: sighand_objref
        type: s4
        -objref: sighand
      - id: signal_objref
        type: s4
        -objref: signal
        doc: Not announced by an OBJREF record.
      - id: pad1
        type: u4
        -pad: true
        if: layout >= 20100205 and layout < 20110105
  restart_block:
    doc: What an interrupted system call goes on with.
    seq:
      - id: function_type
        type: u8
        enum: linux_cr_common::restart_block_type
      - id: arg_0
        type: u8
      - id: arg_1
        type: u8
      - id: arg_2
        type: u8
      - id: arg_3
        type: u8
      - id: arg_4
        type: u8
        doc: Time left, ns, for calls with a timeout.
  thread:
    doc: Thread information; the TLS segment descriptors follow in the same record.
    params:
      - id: layout
        type: u4
    seq:
      - id: sysenter_return
        type: u8
        if: layout >= 20110105
      - id: thread_info_flags
        type: u4
      - id: gdt_entry_tls_entries
        type: u2
      - id: sizeof_tls_array
        type: u2
        -unit: bytes
      - id: tls
        size-eos: true
        doc: The TLS segment descriptors.
  cpu:
    doc: "Registers of x86. Segment registers are encoded: 0 null, 1 and 2 code and data of 32-bit programs, 3 and 4 of 64-bit ones, 0x4000 + n TLS, 0x8000 + n LDT."
    params:
      - id: layout
        type: u4
    seq:
      - id: r15
        type: u8
      - id: r14
        type: u8
      - id: r13
        type: u8
      - id: r12
        type: u8
      - id: bp
        type: u8
      - id: bx
        type: u8
      - id: r11
        type: u8
      - id: r10
        type: u8
      - id: r9
        type: u8
      - id: r8
        type: u8
      - id: ax
        type: u8
      - id: cx
        type: u8
      - id: dx
        type: u8
      - id: si
        type: u8
      - id: di
        type: u8
      - id: orig_ax
        type: u8
      - id: ip
        type: u8
      - id: sp
        type: u8
      - id: flags
        type: u8
      - id: fs
        type: u8
      - id: gs
        type: u8
      - id: fsindex
        type: u2
      - id: gsindex
        type: u2
      - id: cs
        type: u2
      - id: ss
        type: u2
      - id: ds
        type: u2
      - id: es
        type: u2
      - id: used_math
        type: u4
        doc: "Not 0: CPU_FPU follows."
      - id: debugreg0
        type: u8
        if: layout < 20100205
      - id: debugreg1
        type: u8
        if: layout < 20100205
      - id: debugreg2
        type: u8
        if: layout < 20100205
      - id: debugreg3
        type: u8
        if: layout < 20100205
      - id: debugreg6
        type: u8
        if: layout < 20100205
      - id: debugreg7
        type: u8
        if: layout < 20100205
  ns:
    doc: "Namespaces of a task; 0 is one that was not separate: the restarting one is kept."
    params:
      - id: layout
        type: u4
    seq:
      - id: uts_objref
        type: s4
        -objref: uts_ns
      - id: ipc_objref
        type: u4
        -objref: ipc_ns
      - id: net_objref
        type: s4
        -objref: net_ns
        if: layout >= 20100330
      - id: pad1
        type: u4
        -pad: true
        if: layout >= 20100330
  uts_ns:
    doc: See uname(2); six texts of 65 bytes.
    seq:
      - id: sysname
        size: 65
        -text: true
      - id: nodename
        size: 65
        -text: true
      - id: release
        size: 65
        -text: true
      - id: version
        size: 65
        -text: true
      - id: machine
        size: 65
        -text: true
      - id: domainname
        size: 65
        -text: true
      - id: pad1
        type: u2
        -pad: true
  ipc_ns:
    doc: "Limits of the IPC namespace; then three IPC groups: shared memory, messages, semaphores."
    seq:
      - id: shm_ctlmax
        type: u8
      - id: shm_ctlall
        type: u8
      - id: shm_ctlmni
        type: s4
      - id: msg_ctlmax
        type: s4
      - id: msg_ctlmnb
        type: s4
      - id: msg_ctlmni
        type: s4
      - id: sem_ctl_msl
        type: s4
      - id: sem_ctl_mns
        type: s4
      - id: sem_ctl_opm
        type: s4
      - id: sem_ctl_mni
        type: s4
  user_ns:
    doc: A user namespace.
    seq:
      - id: creator_ref
        type: s4
        -objref: user
      - id: pad1
        type: u4
        -pad: true
  cred:
    doc: Credentials of a task or file, see credentials(7).
    params:
      - id: layout
        type: u4
    seq:
      - id: uid
        type: u4
      - id: suid
        type: u4
      - id: euid
        type: u4
      - id: fsuid
        type: u4
      - id: gid
        type: u4
      - id: sgid
        type: u4
      - id: egid
        type: u4
      - id: fsgid
        type: u4
      - id: user_ref
        type: s4
        -objref: user
      - id: groupinfo_ref
        type: s4
        -objref: groupinfo
      - id: sec_ref
        type: s4
        -objref: security
        if: layout >= 20091111
        doc: 0 is none.
      - id: pad1
        type: u4
        -pad: true
        if: layout >= 20091111
      - id: cap_s
        type: capabilities
  file:
    doc: An open file description. Its type tells which fields follow the common ones, and which records follow this one.
    params:
      - id: layout
        type: u4
    seq:
      - id: f_type
        type: u4
        enum: linux_cr_common::file_type
      - id: f_mode
        type: u4
        doc: FMODE_* of the kernel.
      - id: f_flags
        type: u4
        doc: O_* of the architecture.
      - id: f_credref
        type: s4
        -objref: cred
      - id: f_pos
        type: u8
      - id: f_version
        type: u8
      - id: f_secref
        type: s4
        -objref: security
        if: layout >= 20091111
        doc: 0 is none.
      - id: pad1
        type: u4
        -pad: true
        if: layout >= 20091111
      - id: pipe_objref
        type: s4
        -objref: inode
        if: f_type == linux_cr_common::file_type::pipe or f_type == linux_cr_common::file_type::fifo
        doc: Id of the inode; PIPE_BUF follows where it is met first.
      - id: pad2
        type: u4
        -pad: true
        if: f_type == linux_cr_common::file_type::pipe or f_type == linux_cr_common::file_type::fifo
      - id: sock_objref
        type: s4
        -objref: socket
        if: f_type == linux_cr_common::file_type::socket
      - id: pad3
        type: u4
        -pad: true
        if: f_type == linux_cr_common::file_type::socket
      - id: tty_objref
        type: s4
        -objref: tty
        if: f_type == linux_cr_common::file_type::tty
      - id: pad4
        type: u4
        -pad: true
        if: f_type == linux_cr_common::file_type::tty
      - id: count
        type: u8
        if: f_type == linux_cr_common::file_type::eventfd
      - id: flags
        type: u4
        if: f_type == linux_cr_common::file_type::eventfd
      - id: pad5
        type: u4
        -pad: true
        if: f_type == linux_cr_common::file_type::eventfd
  user:
    doc: A user in a user namespace.
    seq:
      - id: uid
        type: u4
      - id: userns_ref
        type: s4
        -objref: user_ns
  groupinfo:
    doc: Number of supplementary groups; their 32-bit numbers follow in the same record.
    seq:
      - id: ngroups
        type: u4
      - id: groups
        size-eos: true
        doc: The groups, and zeros up to the end.
  task_creds:
    doc: Real and effective credentials of a task.
    seq:
      - id: cred_ref
        type: s4
        -objref: cred
      - id: ecred_ref
        type: s4
        -objref: cred
  file_table:
    doc: A descriptor table; that many times FILE_DESC follows.
    seq:
      - id: fdt_nfds
        type: s4
        doc: Number of open descriptors.
      - id: pad1
        type: u4
        -pad: true
  file_desc:
    doc: One descriptor.
    seq:
      - id: fd_objref
        type: s4
        -objref: file
      - id: fd_descriptor
        type: s4
      - id: fd_close_on_exec
        type: u4
      - id: pad1
        type: u4
        -pad: true
  tty_form1:
    doc: One side of a terminal. As from 2009-10-03 on.
    seq:
      - id: driver_type
        type: u2
      - id: driver_subtype
        type: u2
      - id: link_objref
        type: s4
        -objref: tty
        doc: The other side.
      - id: file_objref
        type: s4
        -objref: file
      - id: pad1
        type: u4
        -pad: true
      - id: index
        type: u4
      - id: ldisc
        type: u4
      - id: flags
        type: u8
      - id: c_iflag
        -orig-id: termios.c_iflag
        type: u2
      - id: c_oflag
        -orig-id: termios.c_oflag
        type: u2
      - id: c_cflag
        -orig-id: termios.c_cflag
        type: u2
      - id: c_lflag
        -orig-id: termios.c_lflag
        type: u2
      - id: c_line
        -orig-id: termios.c_line
        type: u1
      - id: c_cc
        -orig-id: termios.c_cc
        size: 8
      - id: pad2
        size: 7
        -pad: true
      - id: ws_row
        -orig-id: winsize.ws_row
        type: u2
      - id: ws_col
        -orig-id: winsize.ws_col
        type: u2
      - id: ws_xpixel
        -orig-id: winsize.ws_xpixel
        type: u2
      - id: ws_ypixel
        -orig-id: winsize.ws_ypixel
        type: u2
  tty_form2:
    doc: One side of a terminal. As from 2011-01-10 on.
    seq:
      - id: driver_type
        type: u2
      - id: driver_subtype
        type: u2
      - id: link_objref
        type: s4
        -objref: tty
        doc: The other side.
      - id: file_objref
        type: s4
        -objref: file
      - id: pad1
        type: u4
        -pad: true
      - id: index
        type: u4
      - id: ldisc
        type: u4
      - id: flags
        type: u8
      - id: c_iflag
        -orig-id: termios.c_iflag
        type: u4
      - id: c_oflag
        -orig-id: termios.c_oflag
        type: u4
      - id: c_cflag
        -orig-id: termios.c_cflag
        type: u4
      - id: c_lflag
        -orig-id: termios.c_lflag
        type: u4
      - id: c_ispeed
        -orig-id: termios.c_ispeed
        type: u4
      - id: c_ospeed
        -orig-id: termios.c_ospeed
        type: u4
      - id: c_line
        -orig-id: termios.c_line
        type: u1
      - id: c_cc
        -orig-id: termios.c_cc
        size: 19
      - id: pad2
        type: u4
        -pad: true
      - id: ws_row
        -orig-id: winsize.ws_row
        type: u2
      - id: ws_col
        -orig-id: winsize.ws_col
        type: u2
      - id: ws_xpixel
        -orig-id: winsize.ws_xpixel
        type: u2
      - id: ws_ypixel
        -orig-id: winsize.ws_ypixel
        type: u2
  tty:
    doc: One side of a terminal.
    params:
      - id: layout
        type: u4
    seq:
      - id: form
        type:
          switch-on: "layout >= 20110110 ? 2 : 1"
          cases:
            1: tty_form1
            2: tty_form2
  tty_ldisc:
    doc: State of the line discipline N_TTY; a BUFFER with the unread input follows where datalen is not 0.
    seq:
      - id: column
        type: u4
      - id: datalen
        type: u4
      - id: canon_column
        type: u4
      - id: canon_datalen
        type: u4
      - id: canon_data
        type: u4
      - id: minimum_to_wake
        type: u2
      - id: stopped
        type: u1
      - id: hw_stopped
        type: u1
      - id: flow_stopped
        type: u1
      - id: packet
        type: u1
      - id: ctrl_status
        type: u1
      - id: lnext
        type: u1
      - id: erasing
        type: u1
      - id: raw
        type: u1
      - id: real_raw
        type: u1
      - id: icanon
        type: u1
      - id: closing
        type: u1
      - id: pad1
        size: 3
        -pad: true
      - id: read_flags
        size: 512
      - id: pad2
        type: u4
        -pad: true
  epoll_items:
    doc: What an epoll file watches; a BUFFER of items follows.
    seq:
      - id: epfile_objref
        type: s4
        -objref: file
      - id: num_items
        type: u4
  mm:
    doc: An address space; the BUFFER with the auxiliary vector follows, then the areas, then MM_CONTEXT.
    seq:
      - id: map_count
        type: u4
        doc: Number of areas that follow.
      - id: exe_objref
        type: s4
        -objref: file
        doc: The program; 0 is none.
      - id: def_flags
        type: u8
      - id: flags
        type: u8
      - id: start_code
        type: u8
      - id: end_code
        type: u8
      - id: start_data
        type: u8
      - id: end_data
        type: u8
      - id: start_brk
        type: u8
      - id: brk
        type: u8
      - id: start_stack
        type: u8
      - id: arg_start
        type: u8
      - id: arg_end
        type: u8
      - id: env_start
        type: u8
      - id: env_end
        type: u8
  vma:
    doc: One memory area. Pages follow for the types that have contents of their own.
    params:
      - id: layout
        type: u4
    seq:
      - id: vma_type
        type: u4
        enum: linux_cr_common::vma_type
      - id: vma_objref
        type: s4
        -objref: file
        doc: The mapped file; 0 is none.
      - id: ino_objref
        type: s4
        -objref: inode
        doc: Shared memory that several areas may map; of System V memory the segment id.
      - id: pad1
        type: u4
        -pad: true
      - id: ino_size
        type: u8
      - id: vm_start
        type: u8
      - id: vm_end
        type: u8
      - id: vm_page_prot
        type: u8
        doc: Page protection bits of the writing kernel.
      - id: vm_flags
        type: u8
        doc: VM_* of the writing kernel.
      - id: vm_pgoff
        type: u8
        doc: Offset in the mapped file, in pages.
      - id: hugetlb_shift
        type: u2
        if: layout >= 20110416
      - id: pad2
        size: 6
        -pad: true
        if: layout >= 20110416
  pgarr:
    doc: "Number of pages in the BUFFER that follows: first all addresses, then all pages. The last one of an area has none."
    seq:
      - id: nr_pages
        type: u8
  hpage:
    doc: A huge page.
    seq:
      - id: vaddr
        type: u8
      - id: shift
        type: u2
      - id: pad1
        size: 6
        -pad: true
  mm_context:
    doc: Architecture part of an address space; MM_CONTEXT_LDT follows.
    seq:
      - id: vdso
        type: u8
        doc: User address.
      - id: ldt_entry_size
        type: u4
        -unit: bytes
      - id: nldt
        type: u4
  fs:
    doc: Root and current directory follow as two FILE_NAME records.
    params:
      - id: layout
        type: u4
    seq:
      - id: umask
        type: u4
        if: layout >= 20110105
      - id: pad1
        type: u4
        -pad: true
        if: layout >= 20110105
  ipc:
    doc: Head of a group of IPC objects.
    seq:
      - id: ipc_type
        type: u4
        doc: Record number of the objects that follow.
      - id: ipc_count
        type: u4
  ipc_shm:
    doc: A shared memory segment; its pages follow.
    params:
      - id: layout
        type: u4
    seq:
      - id: perms
        type: ipc_perms(layout)
      - id: shm_segsz
        type: u8
        -unit: bytes
      - id: shm_atim
        type: u8
        -unit: s
      - id: shm_dtim
        type: u8
        -unit: s
      - id: shm_ctim
        type: u8
        -unit: s
      - id: shm_cprid
        type: s4
      - id: shm_lprid
        type: s4
      - id: mlock_uid
        type: u4
        doc: 2^32-1 for nobody.
      - id: flags
        type: u4
      - id: objref
        type: u4
        -objref: inode
      - id: shift
        type: u2
        if: layout >= 20110416
      - id: pad1
        type: u2
        -pad: true
        if: layout >= 20110416
      - id: pad2
        type: u4
        -pad: true
        if: layout < 20110416
  ipc_msg:
    doc: A message queue; its messages follow.
    params:
      - id: layout
        type: u4
    seq:
      - id: perms
        type: ipc_perms(layout)
      - id: q_stime
        type: u8
        -unit: s
      - id: q_rtime
        type: u8
        -unit: s
      - id: q_ctime
        type: u8
        -unit: s
      - id: q_cbytes
        type: u8
        -unit: bytes
      - id: q_qnum
        type: u8
      - id: q_qbytes
        type: u8
      - id: q_lspid
        type: s4
      - id: q_lrpid
        type: s4
  ipc_msg_msg_form1:
    doc: One message; its text follows in BUFFER records. As from 2009-10-03 on.
    params:
      - id: layout
        type: u4
    seq:
      - id: m_type
        type: s4
      - id: m_ts
        type: u4
        -unit: bytes
        doc: Length of the text.
      - id: sec_ref
        type: s4
        -objref: security
        if: layout >= 20091111
        doc: 0 is none.
      - id: pad1
        type: u4
        -pad: true
        if: layout >= 20091111
  ipc_msg_msg_form2:
    doc: One message; its text follows in BUFFER records. As from 2010-02-05 on.
    seq:
      - id: m_type
        type: s8
      - id: m_ts
        type: u4
        -unit: bytes
        doc: Length of the text.
      - id: sec_ref
        type: s4
        -objref: security
        doc: 0 is none.
  ipc_msg_msg:
    doc: One message; its text follows in BUFFER records.
    params:
      - id: layout
        type: u4
    seq:
      - id: form
        type:
          switch-on: "layout >= 20100205 ? 2 : 1"
          cases:
            1: ipc_msg_msg_form1(layout)
            2: ipc_msg_msg_form2
  ipc_sem:
    doc: A set of semaphores; a BUFFER of values follows.
    params:
      - id: layout
        type: u4
    seq:
      - id: perms
        type: ipc_perms(layout)
      - id: sem_otime
        type: u8
        -unit: s
      - id: sem_ctime
        type: u8
        -unit: s
      - id: sem_nsems
        type: u4
      - id: pad1
        type: u4
        -pad: true
  task_sem_undo_list:
    doc: Number of undo records of a task.
    seq:
      - id: count
        type: u4
      - id: pad1
        type: u4
        -pad: true
  task_sem_undo:
    doc: Adjustments of one set of semaphores at exit.
    seq:
      - id: semid
        type: u4
      - id: semadj_count
        type: u4
  signal:
    doc: What the threads of a group share besides memory and files; SIGPENDING with the shared queue follows.
    seq:
      - id: rlim
        type: rlimit
        repeat: expr
        repeat-expr: 16
      - id: it_real_value
        type: u8
        -unit: ns
      - id: it_real_incr
        type: u8
        -unit: ns
      - id: it_virt_value
        type: u8
        -unit: ns
      - id: it_virt_incr
        type: u8
        -unit: ns
      - id: it_prof_value
        type: u8
        -unit: ns
      - id: it_prof_incr
        type: u8
        -unit: ns
      - id: tty_objref
        type: s4
        -objref: tty
        doc: Controlling terminal; 0 is none.
      - id: tty_pgrp
        type: s4
      - id: tty_old_pgrp
        type: s4
      - id: pad1
        type: u4
        -pad: true
  signal_task:
    doc: Blocked signals of a task.
    seq:
      - id: blocked
        type: u8
  sigpending:
    doc: Pending signals; one siginfo for each queued one follows in the same record.
    seq:
      - id: nr_pending
        type: u4
      - id: pad1
        type: u4
        -pad: true
      - id: signal
        type: u8
      - id: siginfo
        size-eos: true
        doc: One siginfo for each queued signal.
  socket:
    doc: A socket; SOCKET_UNIX or SOCKET_INET and the queues follow.
    params:
      - id: layout
        type: u4
    seq:
      - id: has_buffers
        type: u1
        if: layout >= 20110105
      - id: pad1
        size: 7
        -pad: true
        if: layout >= 20110105
      - id: socket_flags
        -orig-id: socket.flags
        type: u8
      - id: socket_state
        -orig-id: socket.state
        type: u1
      - id: pad2
        size: 7
        -pad: true
      - id: common_bound_dev_if
        -orig-id: sock_common.bound_dev_if
        type: u4
      - id: common_reuse
        -orig-id: sock_common.reuse
        type: u4
      - id: common_family
        -orig-id: sock_common.family
        type: u2
      - id: common_state
        -orig-id: sock_common.state
        type: u1
      - id: pad3
        size: 5
        -pad: true
      - id: sock_rcvlowat
        -orig-id: sock.rcvlowat
        type: s8
      - id: sock_flags
        -orig-id: sock.flags
        type: u8
      - id: sock_rcvtimeo
        -orig-id: sock.rcvtimeo
        type: s8
      - id: sock_sndtimeo
        -orig-id: sock.sndtimeo
        type: s8
      - id: sock_err
        -orig-id: sock.err
        type: u4
      - id: sock_err_soft
        -orig-id: sock.err_soft
        type: u4
      - id: sock_priority
        -orig-id: sock.priority
        type: u4
      - id: sock_rcvbuf
        -orig-id: sock.rcvbuf
        type: s4
      - id: sock_sndbuf
        -orig-id: sock.sndbuf
        type: s4
      - id: sock_type
        -orig-id: sock.type
        type: u2
      - id: sock_backlog
        -orig-id: sock.backlog
        type: s2
      - id: sock_protocol
        -orig-id: sock.protocol
        type: u1
      - id: sock_state
        -orig-id: sock.state
        type: u1
      - id: sock_shutdown
        -orig-id: sock.shutdown
        type: u1
      - id: sock_userlocks
        -orig-id: sock.userlocks
        type: u1
      - id: sock_no_check
        -orig-id: sock.no_check
        type: u1
      - id: pad4
        size: 3
        -pad: true
      - id: sock_linger_l_onoff
        -orig-id: sock.linger.l_onoff
        type: s4
      - id: sock_linger_l_linger
        -orig-id: sock.linger.l_linger
        type: s4
  socket_queue:
    doc: Head of a queue of socket buffers.
    seq:
      - id: skb_count
        type: u4
      - id: total_bytes
        type: u4
  socket_buffer:
    doc: One socket buffer.
    params:
      - id: layout
        type: u4
    seq:
      - id: transport_header
        type: u4
        if: layout >= 20091201
      - id: network_header
        type: u4
        if: layout >= 20091201
      - id: mac_header
        type: u4
        if: layout >= 20091201
      - id: lin_len
        type: u4
        if: layout >= 20091201
      - id: frg_len
        type: u4
        if: layout >= 20091201
      - id: skb_len
        type: u4
        if: layout >= 20091201
      - id: hdr_len
        type: u4
        if: layout >= 20091201
      - id: mac_len
        type: u4
        if: layout >= 20091201
      - id: data_offset
        type: u4
        if: layout >= 20091201
      - id: sk_objref
        type: s4
        -objref: socket
      - id: pr_objref
        type: s4
        -objref: socket
      - id: protocol
        type: u2
        if: layout >= 20091201
      - id: nr_frags
        type: u2
        if: layout >= 20091201
      - id: cb
        size: 48
        if: layout >= 20091201
  socket_frag:
    doc: A fragment of a socket buffer; its bytes follow in a BUFFER.
    seq:
      - id: size
        type: u4
      - id: offset
        type: u4
  socket_unix:
    doc: AF_UNIX part of a socket.
    params:
      - id: layout
        type: u4
    seq:
      - id: this_ref
        -orig-id: this
        type: s4
        -objref: socket
      - id: peer_ref
        -orig-id: peer
        type: s4
        -objref: socket
        doc: 0 is none.
      - id: peercred
        type: s4
        -objref: cred
        if: layout >= 20110105
      - id: peercred_uid
        type: u4
        if: layout < 20110105
      - id: peercred_gid
        type: u4
        if: layout < 20110105
      - id: flags
        type: u4
      - id: laddr_len
        type: u4
      - id: raddr_len
        type: u4
      - id: laddr_family
        -orig-id: laddr.sun_family
        type: u2
      - id: laddr_path
        -orig-id: laddr.sun_path
        size: 108
        -text: true
      - id: raddr_family
        -orig-id: raddr.sun_family
        type: u2
      - id: raddr_path
        -orig-id: raddr.sun_path
        size: 108
        -text: true
      - id: pad1
        type: u4
        -pad: true
        if: layout >= 20110105
  socket_inet:
    doc: AF_INET and AF_INET6 part of a socket. Addresses and ports are in network byte order.
    params:
      - id: layout
        type: u4
    seq:
      - id: daddr
        type: u4
        if: layout >= 20091201
      - id: rcv_saddr
        type: u4
        if: layout >= 20091201
      - id: saddr
        type: u4
        if: layout >= 20091201
      - id: dport
        type: u2
        if: layout >= 20091201
      - id: num
        type: u2
        if: layout >= 20091201
      - id: sport
        type: u2
        if: layout >= 20091201
      - id: uc_ttl
        type: s2
        if: layout >= 20091201
      - id: cmsg_flags
        type: u2
        if: layout >= 20091201
      - id: pad1
        type: u2
        -pad: true
        if: layout >= 20091201
      - id: ack_timeout
        -orig-id: icsk_ack.timeout
        type: u8
        if: layout >= 20091201
      - id: ack_ato
        -orig-id: icsk_ack.ato
        type: u4
        if: layout >= 20091201
      - id: ack_lrcvtime
        -orig-id: icsk_ack.lrcvtime
        type: u4
        if: layout >= 20091201
      - id: ack_last_seg_size
        -orig-id: icsk_ack.last_seg_size
        type: u2
        if: layout >= 20091201
      - id: ack_rcv_mss
        -orig-id: icsk_ack.rcv_mss
        type: u2
        if: layout >= 20091201
      - id: ack_pending
        -orig-id: icsk_ack.pending
        type: u1
        if: layout >= 20091201
      - id: ack_quick
        -orig-id: icsk_ack.quick
        type: u1
        if: layout >= 20091201
      - id: ack_pingpong
        -orig-id: icsk_ack.pingpong
        type: u1
        if: layout >= 20091201
      - id: ack_blocked
        -orig-id: icsk_ack.blocked
        type: u1
        if: layout >= 20091201
      - id: tcp_rcv_nxt
        -orig-id: tcp.rcv_nxt
        type: u4
        if: layout >= 20091201
      - id: tcp_copied_seq
        -orig-id: tcp.copied_seq
        type: u4
        if: layout >= 20091201
      - id: tcp_rcv_wup
        -orig-id: tcp.rcv_wup
        type: u4
        if: layout >= 20091201
      - id: tcp_snd_nxt
        -orig-id: tcp.snd_nxt
        type: u4
        if: layout >= 20091201
      - id: tcp_snd_una
        -orig-id: tcp.snd_una
        type: u4
        if: layout >= 20091201
      - id: tcp_snd_sml
        -orig-id: tcp.snd_sml
        type: u4
        if: layout >= 20091201
      - id: tcp_rcv_tstamp
        -orig-id: tcp.rcv_tstamp
        type: u4
        if: layout >= 20091201
      - id: tcp_lsndtime
        -orig-id: tcp.lsndtime
        type: u4
        if: layout >= 20091201
      - id: tcp_snd_wl1
        -orig-id: tcp.snd_wl1
        type: u4
        if: layout >= 20091201
      - id: tcp_snd_wnd
        -orig-id: tcp.snd_wnd
        type: u4
        if: layout >= 20091201
      - id: tcp_max_window
        -orig-id: tcp.max_window
        type: u4
        if: layout >= 20091201
      - id: tcp_mss_cache
        -orig-id: tcp.mss_cache
        type: u4
        if: layout >= 20091201
      - id: tcp_window_clamp
        -orig-id: tcp.window_clamp
        type: u4
        if: layout >= 20091201
      - id: tcp_rcv_ssthresh
        -orig-id: tcp.rcv_ssthresh
        type: u4
        if: layout >= 20091201
      - id: tcp_frto_highmark
        -orig-id: tcp.frto_highmark
        type: u4
        if: layout >= 20091201
      - id: tcp_srtt
        -orig-id: tcp.srtt
        type: u4
        if: layout >= 20091201
      - id: tcp_mdev
        -orig-id: tcp.mdev
        type: u4
        if: layout >= 20091201
      - id: tcp_mdev_max
        -orig-id: tcp.mdev_max
        type: u4
        if: layout >= 20091201
      - id: tcp_rttvar
        -orig-id: tcp.rttvar
        type: u4
        if: layout >= 20091201
      - id: tcp_rtt_seq
        -orig-id: tcp.rtt_seq
        type: u4
        if: layout >= 20091201
      - id: tcp_packets_out
        -orig-id: tcp.packets_out
        type: u4
        if: layout >= 20091201
      - id: tcp_retrans_out
        -orig-id: tcp.retrans_out
        type: u4
        if: layout >= 20091201
      - id: tcp_snd_up
        -orig-id: tcp.snd_up
        type: u4
        if: layout >= 20091201
      - id: tcp_rcv_wnd
        -orig-id: tcp.rcv_wnd
        type: u4
        if: layout >= 20091201
      - id: tcp_write_seq
        -orig-id: tcp.write_seq
        type: u4
        if: layout >= 20091201
      - id: tcp_pushed_seq
        -orig-id: tcp.pushed_seq
        type: u4
        if: layout >= 20091201
      - id: tcp_lost_out
        -orig-id: tcp.lost_out
        type: u4
        if: layout >= 20091201
      - id: tcp_sacked_out
        -orig-id: tcp.sacked_out
        type: u4
        if: layout >= 20091201
      - id: tcp_fackets_out
        -orig-id: tcp.fackets_out
        type: u4
        if: layout >= 20091201
      - id: tcp_tso_deferred
        -orig-id: tcp.tso_deferred
        type: u4
        if: layout >= 20091201
      - id: tcp_bytes_acked
        -orig-id: tcp.bytes_acked
        type: u4
        if: layout >= 20091201
      - id: tcp_lost_cnt_hint
        -orig-id: tcp.lost_cnt_hint
        type: s4
        if: layout >= 20091201
      - id: tcp_retransmit_high
        -orig-id: tcp.retransmit_high
        type: u4
        if: layout >= 20091201
      - id: tcp_lost_retrans_low
        -orig-id: tcp.lost_retrans_low
        type: u4
        if: layout >= 20091201
      - id: tcp_prior_ssthresh
        -orig-id: tcp.prior_ssthresh
        type: u4
        if: layout >= 20091201
      - id: tcp_high_seq
        -orig-id: tcp.high_seq
        type: u4
        if: layout >= 20091201
      - id: tcp_retrans_stamp
        -orig-id: tcp.retrans_stamp
        type: u4
        if: layout >= 20091201
      - id: tcp_undo_marker
        -orig-id: tcp.undo_marker
        type: u4
        if: layout >= 20091201
      - id: tcp_undo_retrans
        -orig-id: tcp.undo_retrans
        type: s4
        if: layout >= 20091201
      - id: tcp_total_retrans
        -orig-id: tcp.total_retrans
        type: u4
        if: layout >= 20091201
      - id: tcp_urg_seq
        -orig-id: tcp.urg_seq
        type: u4
        if: layout >= 20091201
      - id: tcp_keepalive_time
        -orig-id: tcp.keepalive_time
        type: u4
        if: layout >= 20091201
      - id: tcp_keepalive_intvl
        -orig-id: tcp.keepalive_intvl
        type: u4
        if: layout >= 20091201
      - id: tcp_urg_data
        -orig-id: tcp.urg_data
        type: u2
        if: layout >= 20091201
      - id: tcp_advmss
        -orig-id: tcp.advmss
        type: u2
        if: layout >= 20091201
      - id: tcp_frto_counter
        -orig-id: tcp.frto_counter
        type: u1
        if: layout >= 20091201
      - id: tcp_nonagle
        -orig-id: tcp.nonagle
        type: u1
        if: layout >= 20091201
      - id: tcp_ecn_flags
        -orig-id: tcp.ecn_flags
        type: u1
        if: layout >= 20091201
      - id: tcp_reordering
        -orig-id: tcp.reordering
        type: u1
        if: layout >= 20091201
      - id: tcp_keepalive_probes
        -orig-id: tcp.keepalive_probes
        type: u1
        if: layout >= 20091201
      - id: pad2
        size: 3
        -pad: true
        if: layout >= 20091201
      - id: inet6_saddr
        -orig-id: inet6.saddr
        size: 16
        if: layout >= 20091201
      - id: inet6_rcv_saddr
        -orig-id: inet6.rcv_saddr
        size: 16
        if: layout >= 20091201
      - id: inet6_daddr
        -orig-id: inet6.daddr
        size: 16
        if: layout >= 20091201
      - id: laddr_len
        type: u4
      - id: raddr_len
        type: u4
      - id: laddr_family
        -orig-id: laddr.sin_family
        type: u2
      - id: laddr_port
        -orig-id: laddr.sin_port
        type: u2
      - id: laddr_addr
        -orig-id: laddr.sin_addr
        type: u4
      - id: laddr_zero
        -orig-id: laddr.sin_zero
        size: 8
      - id: raddr_family
        -orig-id: raddr.sin_family
        type: u2
      - id: raddr_port
        -orig-id: raddr.sin_port
        type: u2
      - id: raddr_addr
        -orig-id: raddr.sin_addr
        type: u4
      - id: raddr_zero
        -orig-id: raddr.sin_zero
        size: 8
  net_ns:
    doc: A network namespace.
    seq:
      - id: this_ref
        type: s4
        -objref: net_ns
      - id: pad1
        type: u4
        -pad: true
  netdev:
    doc: A network device; for a macvlan the first reference holds its mode instead.
    seq:
      - id: netns_ref
        type: s4
        -objref: net_ns
      - id: veth_this_ref
        -orig-id: this_ref
        type: s4
        -objref: netdev
      - id: veth_peer_ref
        -orig-id: peer_ref
        type: s4
        -objref: netdev
      - id: inet_addrs
        type: u4
      - id: type
        type: u2
      - id: flags
        type: u2
      - id: hwaddr
        size: 6
      - id: pad1
        size: 6
        -pad: true
  tail:
    doc: Last record of a complete stream.
    seq:
      - id: magic
        type: u8
        doc: 0x002d2a0cc0deef00.
  sighand:
    doc: Signal handlers.
    seq:
      - id: actions
        size-eos: true
        doc: A sigaction for each signal from 1 on.
