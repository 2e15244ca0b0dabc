meta:
  id: cpt_task
  title: OpenVZ CPT, task and signal objects
  license: MIT
  ks-version: "0.10"
  endian: le
  imports:
    - cpt_common
doc: |
  Fixed parts of the objects in the TASKS, SIGHAND_STRUCT and POSIX_TIMERS sections.
types:
  task:
    doc: |
      One thread, an object of the TASKS section. The order is depth first: a thread group leader, its other
      threads, then each child with its subtree; the first one must be pid 1. Content: BITS with the kernel
      stack (useless), registers, BITS with the FPU state, LASTSIGINFO, SIGALTSTACK, TASK_AUX, SIGINFO
      objects, and SIGNAL_STRUCT inside the last thread of the group. All pids are those that the container
      sees.
    seq:
      - id: state
        -orig-id: cpt_state
        type: u8
        enum: cpt_common::task_state
        doc: |
          State of the frozen task, or its exit state. A kernel leaves a task with any other value asleep for
          ever. 2.6.18 writes 4 and 8, kernels from 2.6.25 on write 132 and 136.
      - id: flags
        -orig-id: cpt_flags
        type: u8
        -flags: cpt_common::task_flag
        doc: |
          Task flags. 2.6.18 writes all bits but two, later kernels only those named here; RHEL6 masks the
          others on restore.
      - id: ptrace
        -orig-id: cpt_ptrace
        type: u8
        doc: Bits of the ptrace relation (PT_*); 0 = not traced. RHEL6 restores the relation when it is not 0.
      - id: prio
        -orig-id: cpt_prio
        type: u4
        doc: Dynamic priority at the dump, a signed 32-bit number. Not read on restore.
      - id: static_prio
        -orig-id: cpt_static_prio
        type: u4
        valid:
          min: 100
          max: 139
        doc: Nice value plus 120.
      - id: policy
        -orig-id: cpt_policy
        type: u4
        enum: cpt_common::sched_policy
        doc: Scheduling policy. 2.6.18 stores only 0 and does not restore it; RHEL6 stores 0, 3 and 5.
      - id: rt_priority
        -orig-id: cpt_rt_priority
        type: u4
        doc: Real-time priority. Not read on restore; 0 because real-time tasks are refused at the dump.
      - id: exec_domain
        -orig-id: cpt_exec_domain
        type: u8
        doc: 2^64-1 in all real images. Not read on restore.
      - id: thrflags
        -orig-id: cpt_thrflags
        type: u8
        doc: |
          Thread flags of the writing kernel (TIF_*). The numbers differ between kernels and architectures;
          only bits 0 to 8 are the same. RHEL6 adds them to the new task.
      - id: thrstatus
        -orig-id: cpt_thrstatus
        type: u8
        doc: Thread status bits of the writing kernel (TS_*), for example 2 in a 32-bit task on x86_64.
      - id: addr_limit
        -orig-id: cpt_addr_limit
        type: u8
        doc: 2^64-1 in all real images. Not read on restore.
      - id: personality
        -orig-id: cpt_personality
        type: u8
        doc: Execution domain in the low byte and flags of personality(2).
      - id: mm
        -orig-id: cpt_mm
        type: u8
        -position-of: mm
        doc: |
          Position of the address space; 2^64-1 for a zombie. A zombie leader with live threads names that of
          a thread.
      - id: files
        -orig-id: cpt_files
        type: u8
        -position-of: files
        doc: Position of the descriptor table; 2^64-1 = none. See `mm` for zombie leaders.
      - id: fs
        -orig-id: cpt_fs
        type: u8
        -position-of: fs
        doc: Position of root and current directory; 2^64-1 = none. See `mm` for zombie leaders.
      - id: signal
        -orig-id: cpt_signal
        type: u8
        -position-of: signal_struct
        doc: |
          Position of the SIGNAL_STRUCT of the thread group, inside the TASK of its last thread, so a forward
          reference for the others. Must not be 2^64-1.
      - id: sighand
        -orig-id: cpt_sighand
        type: u8
        -position-of: sighand_struct
        doc: Position of the signal handlers. Must not be 2^64-1.
      - id: sigblocked
        -orig-id: cpt_sigblocked
        type: u8
        doc: Blocked signals; bit n-1 is signal n.
      - id: sigrblocked
        -orig-id: cpt_sigrblocked
        type: u8
        doc: Signals that are blocked while sigtimedwait waits; bit n-1 is signal n.
      - id: sigpending
        -orig-id: cpt_sigpending
        type: u8
        doc: Pending signals of this thread; bit n-1 is signal n.
      - id: namespace
        -orig-id: cpt_namespace
        type: u8
        -position-of: namespace
        doc: |
          Position of the mount namespace; 2^64-1 for a zombie. 2.6.18 does not read it, RHEL6 refuses an
          unknown one.
      - id: sysvsem_undo
        -orig-id: cpt_sysvsem_undo
        type: u8
        -position-of: sysvsem_undo
        doc: |
          Position of the list of semaphore adjustments; 2^64-1 = none. Sharing between threads is lost on
          restore.
      - id: pid
        -orig-id: cpt_pid
        type: u4
        doc: Thread id. 2.6.18 accepts only 1 and numbers with bit 10 (1024) set.
      - id: tgid
        -orig-id: cpt_tgid
        type: u4
        doc: Thread group id, the pid of the leader.
      - id: ppid
        -orig-id: cpt_ppid
        type: u4
        doc: Pid of the parent, or of the tracer of a traced task; 0 = outside the container.
      - id: rppid
        -orig-id: cpt_rppid
        type: u4
        doc: Pid of the real parent. Restore builds the tree from it; threads have the parent of their leader.
      - id: pgrp
        -orig-id: cpt_pgrp
        type: u4
        doc: Process group. RHEL6 restores it from here, 2.6.18 from SIGNAL_STRUCT.
      - id: session
        -orig-id: cpt_session
        type: u4
        doc: Session. RHEL6 restores it from here, 2.6.18 from SIGNAL_STRUCT.
      - id: old_pgrp
        -orig-id: cpt_old_pgrp
        type: u4
        doc: Foreground process group of the terminal that the session leader gave up; 0 = none.
      - id: pad
        -orig-id: __cpt_pad
        type: u4
        -pad: true
      - id: leader
        -orig-id: cpt_leader
        type: u4
        doc: Pid of the thread group leader; threads are created by it.
      - id: pn_state
        -orig-id: cpt_pn_state
        type: u1
        doc: |
          State of a ptrace stop in images before version 0x800, 1 to 9 by event, 0 = none. RHEL6 leaves it
          stale.
      - id: stopped_state
        -orig-id: cpt_stopped_state
        type: u1
        doc: 1 when the task is stopped, or about to stop, by a signal (inferred).
      - id: sigsuspend_state
        -orig-id: cpt_sigsuspend_state
        type: u1
        doc: |
          Not 0 when the task sleeps in sigsuspend, kernels before 2.6.16 only. 0 in 2.6.18 images; RHEL6
          leaves it stale and does not read it.
      - id: is_64bit
        -orig-id: cpt_64bit
        type: u1
        valid:
          max: 1
        doc: 1 for a 64-bit program.
      - id: set_tid
        -orig-id: cpt_set_tid
        type: u8
        doc: User address at which the thread id is stored when the new thread starts; 0 = none.
      - id: clear_tid
        -orig-id: cpt_clear_tid
        type: u8
        doc: User address that is cleared and woken when the thread ends; 0 = none.
      - id: exit_code
        -orig-id: cpt_exit_code
        type: u4
        doc: Status of a zombie as wait4 reports it; the stop signal of a stopped task.
      - id: exit_signal
        -orig-id: cpt_exit_signal
        type: u4
        doc: Signal that the parent gets at the exit; 2^32-1 (-1) for a thread that is no leader.
      - id: pdeath_signal
        -orig-id: cpt_pdeath_signal
        type: u4
        valid:
          max: 64
        doc: Signal that the task gets when its parent ends; 0 = none.
      - id: user
        -orig-id: cpt_user
        type: u4
        doc: User id whose account the task is charged to.
      - id: uid
        -orig-id: cpt_uid
        type: u4
        doc: Real user id.
      - id: euid
        -orig-id: cpt_euid
        type: u4
        doc: Effective user id.
      - id: suid
        -orig-id: cpt_suid
        type: u4
        doc: Saved user id.
      - id: fsuid
        -orig-id: cpt_fsuid
        type: u4
        doc: User id for file access.
      - id: gid
        -orig-id: cpt_gid
        type: u4
        doc: Real group id.
      - id: egid
        -orig-id: cpt_egid
        type: u4
        doc: Effective group id.
      - id: sgid
        -orig-id: cpt_sgid
        type: u4
        doc: Saved group id.
      - id: fsgid
        -orig-id: cpt_fsgid
        type: u4
        doc: Group id for file access.
      - id: ngids
        -orig-id: cpt_ngids
        type: u4
        valid:
          max: 32
        doc: Number of supplementary groups. A task with more is refused at the dump.
      - id: gids
        -orig-id: cpt_gids
        type: u4
        repeat: expr
        repeat-expr: 32
        doc: Supplementary groups; entries from `ngids` on are stale.
      - id: prctl_uac
        -orig-id: cpt_prctl_uac
        type: u1
        doc: Treatment of unaligned accesses (ia64); 0 elsewhere.
      - id: prctl_fpemu
        -orig-id: cpt_prctl_fpemu
        type: u1
        doc: Treatment of emulated floating point operations (ia64); 0 elsewhere.
      - id: pad1
        -orig-id: __cpt_pad1
        type: u2
        -pad: true
      - id: ecap
        -orig-id: cpt_ecap
        type: u8
        -bits: cpt_common::capability
        doc: |
          Effective capabilities. Only the low 32 bits count in images of 2.6.18 and older; there the high
          half repeats the inheritable set.
      - id: icap
        -orig-id: cpt_icap
        type: u8
        -bits: cpt_common::capability
        doc: |
          Inheritable capabilities. Only the low 32 bits count in images of 2.6.18 and older; there the high
          half repeats the permitted set.
      - id: pcap
        -orig-id: cpt_pcap
        type: u8
        -bits: cpt_common::capability
        doc: |
          Permitted capabilities. Only the low 32 bits count in images of 2.6.18 and older; there the high
          half holds other bits of the kernel.
      - id: comm
        -orig-id: cpt_comm
        size: 16
        -text: true
        doc: Name of the task, ended by a zero byte; bytes behind it are stale.
      - id: tls
        -orig-id: cpt_tls
        type: u8
        repeat: expr
        repeat-expr: 3
        doc: |
          Thread local storage descriptors of the x86 GDT, raw; 0 = unused. Slots 1 to 3 of the abstract
          segment codes.
      - id: restart
        -orig-id: cpt_restart
        type: restart_block
        doc: Interrupted system call that goes on after the restore.
      - id: it_real_value
        -orig-id: cpt_it_real_value
        type: u8
        -unit: ns
        doc: |
          Time left on ITIMER_REAL; 0 = not armed. Version 0x000: jiffies. 2.6.18 subtracts the time between
          dump and restore, RHEL6 does not. Leaders only.
      - id: it_real_incr
        -orig-id: cpt_it_real_incr
        type: u8
        -unit: ns
        doc: |
          Period of ITIMER_REAL; 0 = once. Version 0x000: jiffies.
      - id: it_prof_value
        -orig-id: cpt_it_prof_value
        type: u8
        -unit: jiffies
        doc: |
          Expiry of ITIMER_PROF, a point of the CPU time (user and kernel) that the thread group has used;
          0 = not armed. Leaders only.
      - id: it_prof_incr
        -orig-id: cpt_it_prof_incr
        type: u8
        -unit: jiffies
        doc: Period of ITIMER_PROF; 0 = once.
      - id: it_virt_value
        -orig-id: cpt_it_virt_value
        type: u8
        -unit: jiffies
        doc: |
          Expiry of ITIMER_VIRTUAL, a point of the user time that the thread group has used; 0 = not armed.
          Leaders only.
      - id: it_virt_incr
        -orig-id: cpt_it_virt_incr
        type: u8
        -unit: jiffies
        doc: Period of ITIMER_VIRTUAL; 0 = once.
      - id: used_math
        -orig-id: cpt_used_math
        type: u2
        doc: Not 0 when the task has an FPU state, stored in BITS.
      - id: keepcap
        -orig-id: cpt_keepcap
        type: u1
        doc: |
          1 to keep capabilities when the user id changes. From version 0x600 on the low 8 bits of the
          securebits, where 0x10 has that meaning.
      - id: did_exec
        -orig-id: cpt_did_exec
        type: u1
        doc: 1 when the task has called execve since it was created.
      - id: ptrace_message
        -orig-id: cpt_ptrace_message
        type: u4
        doc: Value that PTRACE_GETEVENTMSG hands to the tracer.
      - id: utime
        -orig-id: cpt_utime
        type: u8
        -unit: jiffies
        doc: CPU time in user mode, of this thread.
      - id: stime
        -orig-id: cpt_stime
        type: u8
        -unit: jiffies
        doc: CPU time in kernel mode, of this thread.
      - id: starttime
        -orig-id: cpt_starttime
        type: u8
        -unit: timespec
        doc: |
          Start of the thread after the start of the container, monotonic clock. Version 0x000: plain jiffies.
      - id: nvcsw
        -orig-id: cpt_nvcsw
        type: u8
        doc: Voluntary context switches of this thread.
      - id: nivcsw
        -orig-id: cpt_nivcsw
        type: u8
        doc: Involuntary context switches of this thread.
      - id: min_flt
        -orig-id: cpt_min_flt
        type: u8
        doc: Page faults of this thread without input or output.
      - id: maj_flt
        -orig-id: cpt_maj_flt
        type: u8
        doc: Page faults of this thread with input or output.
      - id: sigsuspend_blocked
        -orig-id: cpt_sigsuspend_blocked
        type: u8
        doc: |
          Signal mask to be set again when the interrupted call ends; counts when `sigsuspend_state` or the
          thread flag for it is set.
      - id: cutime
        -orig-id: cpt_cutime
        type: u8
        -unit: jiffies
        doc: User time of children that were waited for; a copy of the one in SIGNAL_STRUCT.
      - id: cstime
        -orig-id: cpt_cstime
        type: u8
        -unit: jiffies
        doc: Kernel time of children that were waited for; a copy of the one in SIGNAL_STRUCT.
      - id: cnvcsw
        -orig-id: cpt_cnvcsw
        type: u8
        doc: Voluntary context switches of children that were waited for; a copy of the one in SIGNAL_STRUCT.
      - id: cnivcsw
        -orig-id: cpt_cnivcsw
        type: u8
        doc: |
          Involuntary context switches of children that were waited for; a copy of the one in SIGNAL_STRUCT.
      - id: cmin_flt
        -orig-id: cpt_cmin_flt
        type: u8
        doc: Minor page faults of children that were waited for; a copy of the one in SIGNAL_STRUCT.
      - id: cmaj_flt
        -orig-id: cpt_cmaj_flt
        type: u8
        doc: Major page faults of children that were waited for; a copy of the one in SIGNAL_STRUCT.
      - id: rlim_cur
        -orig-id: cpt_rlim_cur
        type: u8
        repeat: expr
        repeat-expr: 16
        doc: |
          Soft resource limits in the order of the enumeration `rlimit`; a copy of those in SIGNAL_STRUCT.
          Infinity is 2^64-1 for 64-bit and 2^32-1 for 32-bit kernels. Entries that the kernel does not know
          are 2^64-1.
      - id: rlim_max
        -orig-id: cpt_rlim_max
        type: u8
        repeat: expr
        repeat-expr: 16
        doc: Hard resource limits, coded like `rlim_cur`.
      - id: task_ub
        -orig-id: cpt_task_ub
        type: u8
        -position-of: ubc
        doc: Position of the beancounter charged for the task. RHEL6 only looks it up.
      - id: exec_ub
        -orig-id: cpt_exec_ub
        type: u8
        -position-of: ubc
        doc: Position of the beancounter charged for what the task does. RHEL6 only looks it up.
      - id: mm_ub
        -orig-id: cpt_mm_ub
        type: u8
        -position-of: ubc
        doc: |
          Position of the beancounter charged for the memory; 2^64-1 without an address space. RHEL6 only
          looks it up.
      - id: fork_sub
        -orig-id: cpt_fork_sub
        type: u8
        -position-of: ubc
        doc: Position of the beancounter for children. From version 0x801 on a copy of `exec_ub`.
      - id: posix_timers
        -orig-id: cpt_posix_timers
        type: u8
        if: hdrlen >= 984
        -position-of: posix_timer_list
        doc: |
          Position of the POSIX_TIMER_LIST of the thread group, in its leader; 2^64-1 = none. From kernel
          042stab076 (`hdrlen` 984).
      - id: bcap
        -orig-id: cpt_bcap
        type: u8
        if: hdrlen >= 992
        -bits: cpt_common::capability
        doc: |
          Bounding set of capabilities, taken as it is. From kernel 042stab108 (`hdrlen` 992); without it the
          bound of the container counts.
    instances:
      hdrlen:
        value: _io.size + 16
  restart_block:
    doc: |
      System call to be restarted, part of TASK. The order of the arguments depends on the version; a wrong
      order makes RHEL6 kernels panic at resume.
    seq:
      - id: fn
        -orig-id: fn
        type: u8
        enum: cpt_common::restart_block_kind
        doc: |
          Kind of the call. With 0 the arguments are stale. Unknown kinds are logged, and the call ends with
          EINTR.
      - id: arg0
        -orig-id: arg0
        type: u8
        doc: |
          Sleep: ns left (versions 0x100 to 0x3ff), number of the clock (0x400 and later), jiffies left
          (0x000). Poll: user address of the descriptors. Futex: user address.
      - id: arg1
        -orig-id: arg1
        type: u8
        doc: |
          Sleep: 0 (0x100 to 0x3ff), else the user address for the remaining time. Poll: number of
          descriptors, for RHEL6 plus 2^32 with a timeout. Futex: expected value.
      - id: arg2
        -orig-id: arg2
        type: u8
        doc: |
          Sleep: user address for the remaining time (0x100 to 0x3ff), ns left (0x400 to 0x800 of vanilla
          kernels), 32-bit user address (RHEL6). Poll: ns left (vanilla), ns of the deadline on the source's
          monotonic clock (RHEL6). Futex: ns left.
      - id: arg3
        -orig-id: arg3
        type: u8
        doc: |
          Sleep: number of the clock (0x100 to 0x3ff), 0 (vanilla 0x400 to 0x800), ns left (RHEL6). Futex:
          flags.
  x86_regs:
    doc: |
      Registers of a 32-bit task, an object inside TASK. It has no content. Segment registers hold abstract
      codes.
    seq:
      - id: debugreg
        -orig-id: cpt_debugreg
        type: u4
        repeat: expr
        repeat-expr: 8
        doc: Debug registers DR0 to DR7; DR4 and DR5 do not exist and are stale on i386.
      - id: fs
        -orig-id: cpt_fs
        type: u4
        enum: cpt_common::segment
        doc: Segment FS.
      - id: gs
        -orig-id: cpt_gs
        type: u4
        enum: cpt_common::segment
        doc: |
          Segment GS of the program before version 0x800; from then on that of the kernel (i386) or 0
          (x86_64).
      - id: ebx
        -orig-id: cpt_ebx
        type: u4
        doc: Register EBX; first argument of a system call.
      - id: ecx
        -orig-id: cpt_ecx
        type: u4
        doc: Register ECX; second argument of a system call.
      - id: edx
        -orig-id: cpt_edx
        type: u4
        doc: Register EDX; third argument of a system call.
      - id: esi
        -orig-id: cpt_esi
        type: u4
        doc: Register ESI; fourth argument of a system call.
      - id: edi
        -orig-id: cpt_edi
        type: u4
        doc: Register EDI; fifth argument of a system call.
      - id: ebp
        -orig-id: cpt_ebp
        type: u4
        doc: Register EBP; sixth argument of a system call.
      - id: eax
        -orig-id: cpt_eax
        type: u4
        doc: Register EAX; result of a system call, negative numbers above 0xfffffe00 ask for a restart.
      - id: xds
        -orig-id: cpt_xds
        type: u4
        enum: cpt_common::segment
        doc: Segment DS.
      - id: xes
        -orig-id: cpt_xes
        type: u4
        enum: cpt_common::segment
        doc: Segment ES.
      - id: orig_eax
        -orig-id: cpt_orig_eax
        type: u4
        doc: Number of the interrupted system call; 2^32-1 (-1) = none.
      - id: eip
        -orig-id: cpt_eip
        type: u4
        doc: Instruction pointer.
      - id: xcs
        -orig-id: cpt_xcs
        type: u4
        enum: cpt_common::segment
        doc: Segment CS.
      - id: eflags
        -orig-id: cpt_eflags
        type: u4
        doc: Register EFLAGS.
      - id: esp
        -orig-id: cpt_esp
        type: u4
        doc: Stack pointer.
      - id: xss
        -orig-id: cpt_xss
        type: u4
        enum: cpt_common::segment
        doc: Segment SS.
      - id: ugs
        -orig-id: cpt_ugs
        type: u4
        enum: cpt_common::segment
        doc: Segment GS of the program from version 0x800 on; stale padding before.
  x86_64_regs:
    doc: |
      Registers of a 64-bit task, an object inside TASK. It has no content. Segment registers hold abstract
      codes.
    seq:
      - id: debugreg
        -orig-id: cpt_debugreg
        type: u8
        repeat: expr
        repeat-expr: 8
        doc: Debug registers DR0 to DR7; DR4 and DR5 do not exist.
      - id: fsbase
        -orig-id: cpt_fsbase
        type: u8
        doc: Base address of FS, set by arch_prctl; 0 when a descriptor of `tls` gives it.
      - id: gsbase
        -orig-id: cpt_gsbase
        type: u8
        doc: Base address of GS of the program.
      - id: fsindex
        -orig-id: cpt_fsindex
        type: u4
        enum: cpt_common::segment
        doc: Segment FS.
      - id: gsindex
        -orig-id: cpt_gsindex
        type: u4
        enum: cpt_common::segment
        doc: Segment GS.
      - id: ds
        -orig-id: cpt_ds
        type: u4
        enum: cpt_common::segment
        doc: Segment DS.
      - id: es
        -orig-id: cpt_es
        type: u4
        enum: cpt_common::segment
        doc: Segment ES.
      - id: r15
        -orig-id: cpt_r15
        type: u8
        doc: Register R15.
      - id: r14
        -orig-id: cpt_r14
        type: u8
        doc: Register R14.
      - id: r13
        -orig-id: cpt_r13
        type: u8
        doc: Register R13.
      - id: r12
        -orig-id: cpt_r12
        type: u8
        doc: Register R12.
      - id: rbp
        -orig-id: cpt_rbp
        type: u8
        doc: Register RBP.
      - id: rbx
        -orig-id: cpt_rbx
        type: u8
        doc: Register RBX.
      - id: r11
        -orig-id: cpt_r11
        type: u8
        doc: Register R11; the flags at a system call.
      - id: r10
        -orig-id: cpt_r10
        type: u8
        doc: Register R10; fourth argument of a system call.
      - id: r9
        -orig-id: cpt_r9
        type: u8
        doc: Register R9; sixth argument of a system call.
      - id: r8
        -orig-id: cpt_r8
        type: u8
        doc: Register R8; fifth argument of a system call.
      - id: rax
        -orig-id: cpt_rax
        type: u8
        doc: Register RAX; result of a system call, -512 to -516 ask for a restart.
      - id: rcx
        -orig-id: cpt_rcx
        type: u8
        doc: Register RCX; the return address at a system call.
      - id: rdx
        -orig-id: cpt_rdx
        type: u8
        doc: Register RDX; third argument of a system call.
      - id: rsi
        -orig-id: cpt_rsi
        type: u8
        doc: Register RSI; second argument of a system call.
      - id: rdi
        -orig-id: cpt_rdi
        type: u8
        doc: Register RDI; first argument of a system call.
      - id: orig_rax
        -orig-id: cpt_orig_rax
        type: u8
        doc: Number of the interrupted system call; 2^64-1 (-1) = none.
      - id: rip
        -orig-id: cpt_rip
        type: u8
        doc: Instruction pointer.
      - id: cs
        -orig-id: cpt_cs
        type: u8
        enum: cpt_common::segment
        doc: Segment CS.
      - id: eflags
        -orig-id: cpt_eflags
        type: u8
        doc: Register RFLAGS.
      - id: rsp
        -orig-id: cpt_rsp
        type: u8
        doc: Stack pointer.
      - id: ss
        -orig-id: cpt_ss
        type: u8
        enum: cpt_common::segment
        doc: Segment SS.
  ia64_regs:
    doc: |
      Registers of an ia64 task, an object inside TASK. It has no content. Restored only by ia64 kernels. No
      real image was seen; the meaning follows the names of the architecture.
    seq:
      - id: gr
        -orig-id: gr
        type: u8
        repeat: expr
        repeat-expr: 128
        doc: General registers r0 to r127, the stacked ones included.
      - id: fr
        -orig-id: fr
        type: u8
        repeat: expr
        repeat-expr: 256
        doc: Floating point registers f0 to f127, two words each.
      - id: br
        -orig-id: br
        type: u8
        repeat: expr
        repeat-expr: 8
        doc: Branch registers b0 to b7.
      - id: nat
        -orig-id: nat
        type: u8
        repeat: expr
        repeat-expr: 2
        doc: NaT bits of the general registers.
      - id: ar_bspstore
        -orig-id: ar_bspstore
        type: u8
        doc: Application register BSPSTORE.
      - id: num_regs
        -orig-id: num_regs
        type: u8
        doc: Number of stacked registers in the register backing store (inferred).
      - id: loadrs
        -orig-id: loadrs
        type: u8
        doc: Size of the dirty part of the register stack, in the form of RSC.loadrs (inferred).
      - id: ar_bsp
        -orig-id: ar_bsp
        type: u8
        doc: Application register BSP.
      - id: ar_unat
        -orig-id: ar_unat
        type: u8
        doc: Application register UNAT.
      - id: ar_pfs
        -orig-id: ar_pfs
        type: u8
        doc: Application register PFS.
      - id: ar_ccv
        -orig-id: ar_ccv
        type: u8
        doc: Application register CCV.
      - id: ar_fpsr
        -orig-id: ar_fpsr
        type: u8
        doc: Application register FPSR.
      - id: ar_csd
        -orig-id: ar_csd
        type: u8
        doc: Application register CSD.
      - id: ar_ssd
        -orig-id: ar_ssd
        type: u8
        doc: Application register SSD.
      - id: ar_ec
        -orig-id: ar_ec
        type: u8
        doc: Application register EC.
      - id: ar_lc
        -orig-id: ar_lc
        type: u8
        doc: Application register LC.
      - id: ar_rsc
        -orig-id: ar_rsc
        type: u8
        doc: Application register RSC.
      - id: ar_rnat
        -orig-id: ar_rnat
        type: u8
        doc: Application register RNAT.
      - id: cr_iip
        -orig-id: cr_iip
        type: u8
        doc: Instruction pointer (control register IIP).
      - id: cr_ipsr
        -orig-id: cr_ipsr
        type: u8
        doc: Processor status (control register IPSR).
      - id: cfm
        -orig-id: cfm
        type: u8
        doc: Current frame marker.
      - id: pr
        -orig-id: pr
        type: u8
        doc: Predicate registers, one bit each.
      - id: ibr
        -orig-id: ibr
        type: u8
        repeat: expr
        repeat-expr: 8
        doc: Instruction breakpoint registers.
      - id: dbr
        -orig-id: dbr
        type: u8
        repeat: expr
        repeat-expr: 8
        doc: Data breakpoint registers.
  sigaltstack:
    doc: Alternate signal stack, an object inside TASK, present only if one is set. It has no content.
    seq:
      - id: stack
        -orig-id: cpt_stack
        type: u8
        doc: User address of the stack.
      - id: stacksize
        -orig-id: cpt_stacksize
        type: u4
        -unit: bytes
        doc: Size of the stack.
      - id: pad1
        -orig-id: __cpt_pad1
        type: u4
        -pad: true
  task_aux:
    doc: |
      Further state of a task, an object inside TASK, present only if it has a robust list. It has no content.
    seq:
      - id: robust_list
        -orig-id: cpt_robust_list
        type: u8
        doc: User address of the list of robust futexes.
      - id: future
        -orig-id: __cpt_future
        type: u8
        repeat: expr
        repeat-expr: 16
        doc: For later use; stale.
  siginfo:
    doc: |
      One queued signal, an object inside TASK (signals of the thread) or inside SIGNAL_STRUCT (signals of the
      group), in queue order. The object LASTSIGINFO inside TASK has the same form and holds the signal of a
      ptrace stop. Inside TASK nothing else may follow the first SIGINFO but SIGNAL_STRUCT. Kernels from
      042stab076 do not store signals of POSIX timers.
    seq:
      - id: qflags
        -orig-id: cpt_qflags
        type: u4
        doc: Flags of the queue entry (SIGQUEUE_*); stale in LASTSIGINFO.
      - id: signo
        -orig-id: cpt_signo
        type: u4
        valid:
          max: 64
        doc: Number of the signal.
      - id: errno
        -orig-id: cpt_errno
        type: u4
        doc: Error number given with the signal (si_errno).
      - id: code
        -orig-id: cpt_code
        type: u4
        doc: |
          Source of the signal (si_code), a signed 32-bit number; for example 0 kill, -1 sigqueue, -6 tkill.
      - id: sigval
        -orig-id: cpt_sigval
        type: u8
        doc: |
          Value given with the signal. 8 bytes are stored; the upper half of an int is whatever the sender
          left there.
      - id: pid
        -orig-id: cpt_pid
        type: u4
        doc: Pid of the sender.
      - id: uid
        -orig-id: cpt_uid
        type: u4
        doc: User id of the sender.
      - id: utime
        -orig-id: cpt_utime
        type: u8
        -unit: jiffies
        doc: User time of the child, SIGCHLD only; stale in others.
      - id: stime
        -orig-id: cpt_stime
        type: u8
        -unit: jiffies
        doc: Kernel time of the child, SIGCHLD only; stale in others.
      - id: user
        -orig-id: cpt_user
        type: u8
        doc: User id that is charged for the queue entry; stale in LASTSIGINFO.
      - id: sifields
        -orig-id: cpt_sifields
        type: u4
        repeat: expr
        repeat-expr: 28
        if: hdrlen >= 184
        doc: |
          Raw words of the siginfo union behind si_code; when present they win over the fields above. From
          kernel 042stab108 (`hdrlen` 184, on i386 192).
      - id: sifield28
        type: u4
        if: hdrlen >= 192
        doc: Word 28 of the union, which only i386 kernels have.
      - id: pad1
        type: u4
        if: hdrlen >= 192
        -pad: true
    instances:
      hdrlen:
        value: _io.size + 16
  signal_struct:
    doc: |
      State shared by a thread group, an object inside the TASK of its last thread. Content: SIGINFO objects
      that are pending for the group.
    seq:
      - id: leader
        -orig-id: cpt_leader
        type: u4
        doc: 1 for a session leader.
      - id: pgrp_type
        -orig-id: cpt_pgrp_type
        type: u1
        enum: cpt_common::pgrp_type
        doc: What `pgrp` stands for. RHEL6 writes 0 and does not read it.
      - id: old_pgrp_type
        -orig-id: cpt_old_pgrp_type
        type: u1
        enum: cpt_common::pgrp_type
        doc: What `old_pgrp` stands for. Left stale when `old_pgrp` is 0.
      - id: session_type
        -orig-id: cpt_session_type
        type: u1
        enum: cpt_common::pgrp_type
        doc: What `session` stands for. RHEL6 writes 0 and does not read it.
      - id: pad1
        -orig-id: __cpt_pad1
        type: u1
        -pad: true
      - id: pgrp
        -orig-id: cpt_pgrp
        type: u8
        doc: Process group. RHEL6 writes 0 and uses the one of TASK; 2.6.18 demands a positive number.
      - id: old_pgrp
        -orig-id: cpt_old_pgrp
        type: u8
        doc: |
          Foreground process group of a terminal that the session leader gave up; 0 = none, -1 = unknown
          group.
      - id: session
        -orig-id: cpt_session
        type: u8
        doc: Session. RHEL6 writes 0 and uses the one of TASK; 2.6.18 demands a positive number.
      - id: sigpending
        -orig-id: cpt_sigpending
        type: u8
        doc: Pending signals of the group; bit n-1 is signal n.
      - id: ctty
        -orig-id: cpt_ctty
        type: u8
        -position-of: tty
        doc: Position of the controlling TTY; 2^64-1 = none.
      - id: curr_target
        -orig-id: cpt_curr_target
        type: u4
        doc: Pid of the thread that got the last signal of the group; 0 = none.
      - id: group_exit
        -orig-id: cpt_group_exit
        type: u4
        doc: 1 when the whole group is ending.
      - id: group_exit_code
        -orig-id: cpt_group_exit_code
        type: u4
        doc: Exit status of an ending group; the stop signal of a stopped group.
      - id: group_exit_task
        -orig-id: cpt_group_exit_task
        type: u4
        doc: Pid of the thread that waits for the others to end; 0 = none, another number must exist.
      - id: notify_count
        -orig-id: cpt_notify_count
        type: u4
        doc: Number of threads left at which `group_exit_task` is woken.
      - id: group_stop_count
        -orig-id: cpt_group_stop_count
        type: u4
        doc: Number of threads that have yet to stop.
      - id: stop_state
        -orig-id: cpt_stop_state
        type: u4
        doc: Written by old kernels only; stale in 2.6.18 and 2.6.32 images.
      - id: pad2
        -orig-id: __cpt_pad2
        type: u4
        -pad: true
      - id: utime
        -orig-id: cpt_utime
        type: u8
        -unit: jiffies
        doc: User time of threads of the group that have ended.
      - id: stime
        -orig-id: cpt_stime
        type: u8
        -unit: jiffies
        doc: Kernel time of threads of the group that have ended.
      - id: cutime
        -orig-id: cpt_cutime
        type: u8
        -unit: jiffies
        doc: User time of children that were waited for.
      - id: cstime
        -orig-id: cpt_cstime
        type: u8
        -unit: jiffies
        doc: Kernel time of children that were waited for.
      - id: nvcsw
        -orig-id: cpt_nvcsw
        type: u8
        doc: Voluntary context switches of threads that have ended.
      - id: nivcsw
        -orig-id: cpt_nivcsw
        type: u8
        doc: Involuntary context switches of threads that have ended.
      - id: cnvcsw
        -orig-id: cpt_cnvcsw
        type: u8
        doc: Voluntary context switches of children that were waited for.
      - id: cnivcsw
        -orig-id: cpt_cnivcsw
        type: u8
        doc: Involuntary context switches of children that were waited for.
      - id: min_flt
        -orig-id: cpt_min_flt
        type: u8
        doc: Minor page faults of threads that have ended.
      - id: maj_flt
        -orig-id: cpt_maj_flt
        type: u8
        doc: Major page faults of threads that have ended.
      - id: cmin_flt
        -orig-id: cpt_cmin_flt
        type: u8
        doc: Minor page faults of children that were waited for.
      - id: cmaj_flt
        -orig-id: cpt_cmaj_flt
        type: u8
        doc: Major page faults of children that were waited for.
      - id: rlim_cur
        -orig-id: cpt_rlim_cur
        type: u8
        repeat: expr
        repeat-expr: 16
        doc: |
          Soft resource limits in the order of the enumeration `rlimit`. Infinity is 2^64-1 for 64-bit and
          2^32-1 for 32-bit kernels. Entries that the kernel does not know are 2^64-1.
      - id: rlim_max
        -orig-id: cpt_rlim_max
        type: u8
        repeat: expr
        repeat-expr: 16
        doc: Hard resource limits, coded like `rlim_cur`.
      - id: flags
        -orig-id: cpt_flags
        type: u8
        if: hdrlen >= 456
        -flags: cpt_common::signal_flag
        doc: |
          Stop and continue state of the group. From kernel 042stab108 (`hdrlen` 456); without it no state is
          restored.
    instances:
      hdrlen:
        value: _io.size + 16
  sighandler:
    doc: |
      Action for one signal, an object inside SIGHAND_STRUCT. It has no content. Signals with the default
      action have none.
    seq:
      - id: signo
        -orig-id: cpt_signo
        type: u4
        valid:
          max: 63
        doc: Number of the signal minus 1. Used as an array index without a check.
      - id: pad1
        -orig-id: __cpt_pad1
        type: u4
        -pad: true
      - id: handler
        -orig-id: cpt_handler
        type: u8
        doc: User address of the handler; 0 = default, 1 = ignore.
      - id: restorer
        -orig-id: cpt_restorer
        type: u8
        doc: User address that the handler returns to; 0 = none.
      - id: flags
        -orig-id: cpt_flags
        type: u8
        -flags: cpt_common::sa_flag
        doc: Flags of sigaction.
      - id: mask
        -orig-id: cpt_mask
        type: u8
        doc: Signals that are blocked while the handler runs; bit n-1 is signal n.
  posix_timer:
    doc: |
      One timer made by timer_create, an object inside POSIX_TIMER_LIST. It has no content. From kernel
      042stab076, which writes 72 bytes and no thread id and dump time.
    params:
      - id: os_arch
        type: u2
    seq:
      - id: timer_id
        -orig-id: cpt_timer_id
        type: u4
        doc: Number of the timer in its process; restored as it is.
      - id: timer_clock
        -orig-id: cpt_timer_clock
        type: u4
        enum: cpt_common::clock_id
        doc: Clock of the timer; negative numbers are CPU time clocks of a process or thread.
      - id: timer_overrun
        -orig-id: cpt_timer_overrun
        type: u4
        doc: Expirations since the signal was queued, a signed 32-bit number; -1 = none.
      - id: timer_overrun_last
        -orig-id: cpt_timer_overrun_last
        type: u4
        doc: Overrun count that timer_getoverrun reports.
      - id: timer_signal_pending
        -orig-id: cpt_timer_signal_pending
        type: u4
        doc: Not 0 when the signal of the timer is queued.
      - id: pad1
        -orig-id: __cpt_pad1
        type: u4
        if: os_arch != cpt_common::os_arch::i386.to_i or hdrlen >= 88
        -pad: true
      - id: timer_interval
        -orig-id: cpt_timer_interval
        type: u8
        -unit: timespec
        doc: Period; 0 = once.
      - id: timer_value
        -orig-id: cpt_timer_value
        type: u8
        -unit: timespec
        doc: Time left at the dump; 0 = not armed.
      - id: sigev_value
        -orig-id: cpt_sigev_value
        type: u8
        doc: Value that is given with the signal.
      - id: sigev_signo
        -orig-id: cpt_sigev_signo
        type: u4
        doc: Number of the signal.
      - id: sigev_notify
        -orig-id: cpt_sigev_notify
        type: u4
        enum: cpt_common::sigev_notify
        doc: How an expiration is told.
      - id: sigev_notify_tid
        -orig-id: cpt_sigev_notify_tid
        type: u4
        if: hdrlen >= 88
        doc: Pid of the thread or process that gets the signal. From kernel 042stab088 (`hdrlen` 88).
      - id: pad2
        -orig-id: __cpt_pad2
        type: u4
        if: hdrlen >= 88
        -pad: true
      - id: dump_time
        -orig-id: cpt_dump_time
        type: u8
        if: hdrlen >= 88
        -unit: timespec
        doc: |
          Wall clock when the timer was stored; without it the time of the image header counts. From kernel
          042stab088 (`hdrlen` 88).
      - id: pad_end
        type: u4
        if: hdrlen < 88 and os_arch == cpt_common::os_arch::i386.to_i
        -pad: true
    instances:
      hdrlen:
        value: _io.size + 16
