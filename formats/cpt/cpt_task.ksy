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
    seq:
      - id: state
        -orig-id: cpt_state
        type: u8
      - id: flags
        -orig-id: cpt_flags
        type: u8
      - id: ptrace
        -orig-id: cpt_ptrace
        type: u8
      - id: prio
        -orig-id: cpt_prio
        type: u4
      - id: static_prio
        -orig-id: cpt_static_prio
        type: u4
      - id: policy
        -orig-id: cpt_policy
        type: u4
      - id: rt_priority
        -orig-id: cpt_rt_priority
        type: u4
      - id: exec_domain
        -orig-id: cpt_exec_domain
        type: u8
      - id: thrflags
        -orig-id: cpt_thrflags
        type: u8
      - id: thrstatus
        -orig-id: cpt_thrstatus
        type: u8
      - id: addr_limit
        -orig-id: cpt_addr_limit
        type: u8
      - id: personality
        -orig-id: cpt_personality
        type: u8
      - id: mm
        -orig-id: cpt_mm
        type: u8
        -position-of: mm
      - id: files
        -orig-id: cpt_files
        type: u8
        -position-of: files
      - id: fs
        -orig-id: cpt_fs
        type: u8
        -position-of: fs
      - id: signal
        -orig-id: cpt_signal
        type: u8
        -position-of: signal_struct
      - id: sighand
        -orig-id: cpt_sighand
        type: u8
        -position-of: sighand_struct
      - id: sigblocked
        -orig-id: cpt_sigblocked
        type: u8
      - id: sigrblocked
        -orig-id: cpt_sigrblocked
        type: u8
      - id: sigpending
        -orig-id: cpt_sigpending
        type: u8
      - id: namespace
        -orig-id: cpt_namespace
        type: u8
        -position-of: namespace
      - id: sysvsem_undo
        -orig-id: cpt_sysvsem_undo
        type: u8
        -position-of: sysvsem_undo
      - id: pid
        -orig-id: cpt_pid
        type: u4
      - id: tgid
        -orig-id: cpt_tgid
        type: u4
      - id: ppid
        -orig-id: cpt_ppid
        type: u4
      - id: rppid
        -orig-id: cpt_rppid
        type: u4
      - id: pgrp
        -orig-id: cpt_pgrp
        type: u4
      - id: session
        -orig-id: cpt_session
        type: u4
      - id: old_pgrp
        -orig-id: cpt_old_pgrp
        type: u4
      - id: pad
        -orig-id: __cpt_pad
        type: u4
        -pad: true
      - id: leader
        -orig-id: cpt_leader
        type: u4
      - id: pn_state
        -orig-id: cpt_pn_state
        type: u1
      - id: stopped_state
        -orig-id: cpt_stopped_state
        type: u1
      - id: sigsuspend_state
        -orig-id: cpt_sigsuspend_state
        type: u1
      - id: is_64bit
        -orig-id: cpt_64bit
        type: u1
      - id: set_tid
        -orig-id: cpt_set_tid
        type: u8
      - id: clear_tid
        -orig-id: cpt_clear_tid
        type: u8
      - id: exit_code
        -orig-id: cpt_exit_code
        type: u4
      - id: exit_signal
        -orig-id: cpt_exit_signal
        type: u4
      - id: pdeath_signal
        -orig-id: cpt_pdeath_signal
        type: u4
      - id: user
        -orig-id: cpt_user
        type: u4
      - id: uid
        -orig-id: cpt_uid
        type: u4
      - id: euid
        -orig-id: cpt_euid
        type: u4
      - id: suid
        -orig-id: cpt_suid
        type: u4
      - id: fsuid
        -orig-id: cpt_fsuid
        type: u4
      - id: gid
        -orig-id: cpt_gid
        type: u4
      - id: egid
        -orig-id: cpt_egid
        type: u4
      - id: sgid
        -orig-id: cpt_sgid
        type: u4
      - id: fsgid
        -orig-id: cpt_fsgid
        type: u4
      - id: ngids
        -orig-id: cpt_ngids
        type: u4
      - id: gids
        -orig-id: cpt_gids
        type: u4
        repeat: expr
        repeat-expr: 32
      - id: prctl_uac
        -orig-id: cpt_prctl_uac
        type: u1
      - id: prctl_fpemu
        -orig-id: cpt_prctl_fpemu
        type: u1
      - id: pad1
        -orig-id: __cpt_pad1
        type: u2
        -pad: true
      - id: ecap
        -orig-id: cpt_ecap
        type: u8
      - id: icap
        -orig-id: cpt_icap
        type: u8
      - id: pcap
        -orig-id: cpt_pcap
        type: u8
      - id: comm
        -orig-id: cpt_comm
        size: 16
        -text: true
      - id: tls
        -orig-id: cpt_tls
        type: u8
        repeat: expr
        repeat-expr: 3
      - id: restart
        -orig-id: cpt_restart
        type: restart_block
      - id: it_real_value
        -orig-id: cpt_it_real_value
        type: u8
        -unit: ns
      - id: it_real_incr
        -orig-id: cpt_it_real_incr
        type: u8
        -unit: ns
      - id: it_prof_value
        -orig-id: cpt_it_prof_value
        type: u8
        -unit: jiffies
      - id: it_prof_incr
        -orig-id: cpt_it_prof_incr
        type: u8
        -unit: jiffies
      - id: it_virt_value
        -orig-id: cpt_it_virt_value
        type: u8
        -unit: jiffies
      - id: it_virt_incr
        -orig-id: cpt_it_virt_incr
        type: u8
        -unit: jiffies
      - id: used_math
        -orig-id: cpt_used_math
        type: u2
      - id: keepcap
        -orig-id: cpt_keepcap
        type: u1
      - id: did_exec
        -orig-id: cpt_did_exec
        type: u1
      - id: ptrace_message
        -orig-id: cpt_ptrace_message
        type: u4
      - id: utime
        -orig-id: cpt_utime
        type: u8
        -unit: jiffies
      - id: stime
        -orig-id: cpt_stime
        type: u8
        -unit: jiffies
      - id: starttime
        -orig-id: cpt_starttime
        type: u8
        -unit: timespec
      - id: nvcsw
        -orig-id: cpt_nvcsw
        type: u8
      - id: nivcsw
        -orig-id: cpt_nivcsw
        type: u8
      - id: min_flt
        -orig-id: cpt_min_flt
        type: u8
      - id: maj_flt
        -orig-id: cpt_maj_flt
        type: u8
      - id: sigsuspend_blocked
        -orig-id: cpt_sigsuspend_blocked
        type: u8
      - id: cutime
        -orig-id: cpt_cutime
        type: u8
        -unit: jiffies
      - id: cstime
        -orig-id: cpt_cstime
        type: u8
        -unit: jiffies
      - id: cnvcsw
        -orig-id: cpt_cnvcsw
        type: u8
      - id: cnivcsw
        -orig-id: cpt_cnivcsw
        type: u8
      - id: cmin_flt
        -orig-id: cpt_cmin_flt
        type: u8
      - id: cmaj_flt
        -orig-id: cpt_cmaj_flt
        type: u8
      - id: rlim_cur
        -orig-id: cpt_rlim_cur
        type: u8
        repeat: expr
        repeat-expr: 16
      - id: rlim_max
        -orig-id: cpt_rlim_max
        type: u8
        repeat: expr
        repeat-expr: 16
      - id: task_ub
        -orig-id: cpt_task_ub
        type: u8
        -position-of: ubc
      - id: exec_ub
        -orig-id: cpt_exec_ub
        type: u8
        -position-of: ubc
      - id: mm_ub
        -orig-id: cpt_mm_ub
        type: u8
        -position-of: ubc
      - id: fork_sub
        -orig-id: cpt_fork_sub
        type: u8
        -position-of: ubc
      - id: posix_timers
        -orig-id: cpt_posix_timers
        type: u8
        if: hdrlen >= 984
        -position-of: posix_timer_list
      - id: bcap
        -orig-id: cpt_bcap
        type: u8
        if: hdrlen >= 992
    instances:
      hdrlen:
        value: _io.size + 16
  restart_block:
    seq:
      - id: fn
        -orig-id: fn
        type: u8
        enum: cpt_common::restart_block_kind
      - id: arg0
        -orig-id: arg0
        type: u8
      - id: arg1
        -orig-id: arg1
        type: u8
      - id: arg2
        -orig-id: arg2
        type: u8
      - id: arg3
        -orig-id: arg3
        type: u8
  x86_regs:
    seq:
      - id: debugreg
        -orig-id: cpt_debugreg
        type: u4
        repeat: expr
        repeat-expr: 8
      - id: fs
        -orig-id: cpt_fs
        type: u4
        enum: cpt_common::segment
      - id: gs
        -orig-id: cpt_gs
        type: u4
        enum: cpt_common::segment
      - id: ebx
        -orig-id: cpt_ebx
        type: u4
      - id: ecx
        -orig-id: cpt_ecx
        type: u4
      - id: edx
        -orig-id: cpt_edx
        type: u4
      - id: esi
        -orig-id: cpt_esi
        type: u4
      - id: edi
        -orig-id: cpt_edi
        type: u4
      - id: ebp
        -orig-id: cpt_ebp
        type: u4
      - id: eax
        -orig-id: cpt_eax
        type: u4
      - id: xds
        -orig-id: cpt_xds
        type: u4
        enum: cpt_common::segment
      - id: xes
        -orig-id: cpt_xes
        type: u4
        enum: cpt_common::segment
      - id: orig_eax
        -orig-id: cpt_orig_eax
        type: u4
      - id: eip
        -orig-id: cpt_eip
        type: u4
      - id: xcs
        -orig-id: cpt_xcs
        type: u4
        enum: cpt_common::segment
      - id: eflags
        -orig-id: cpt_eflags
        type: u4
      - id: esp
        -orig-id: cpt_esp
        type: u4
      - id: xss
        -orig-id: cpt_xss
        type: u4
        enum: cpt_common::segment
      - id: ugs
        -orig-id: cpt_ugs
        type: u4
        enum: cpt_common::segment
  x86_64_regs:
    seq:
      - id: debugreg
        -orig-id: cpt_debugreg
        type: u8
        repeat: expr
        repeat-expr: 8
      - id: fsbase
        -orig-id: cpt_fsbase
        type: u8
      - id: gsbase
        -orig-id: cpt_gsbase
        type: u8
      - id: fsindex
        -orig-id: cpt_fsindex
        type: u4
        enum: cpt_common::segment
      - id: gsindex
        -orig-id: cpt_gsindex
        type: u4
        enum: cpt_common::segment
      - id: ds
        -orig-id: cpt_ds
        type: u4
        enum: cpt_common::segment
      - id: es
        -orig-id: cpt_es
        type: u4
        enum: cpt_common::segment
      - id: r15
        -orig-id: cpt_r15
        type: u8
      - id: r14
        -orig-id: cpt_r14
        type: u8
      - id: r13
        -orig-id: cpt_r13
        type: u8
      - id: r12
        -orig-id: cpt_r12
        type: u8
      - id: rbp
        -orig-id: cpt_rbp
        type: u8
      - id: rbx
        -orig-id: cpt_rbx
        type: u8
      - id: r11
        -orig-id: cpt_r11
        type: u8
      - id: r10
        -orig-id: cpt_r10
        type: u8
      - id: r9
        -orig-id: cpt_r9
        type: u8
      - id: r8
        -orig-id: cpt_r8
        type: u8
      - id: rax
        -orig-id: cpt_rax
        type: u8
      - id: rcx
        -orig-id: cpt_rcx
        type: u8
      - id: rdx
        -orig-id: cpt_rdx
        type: u8
      - id: rsi
        -orig-id: cpt_rsi
        type: u8
      - id: rdi
        -orig-id: cpt_rdi
        type: u8
      - id: orig_rax
        -orig-id: cpt_orig_rax
        type: u8
      - id: rip
        -orig-id: cpt_rip
        type: u8
      - id: cs
        -orig-id: cpt_cs
        type: u8
        enum: cpt_common::segment
      - id: eflags
        -orig-id: cpt_eflags
        type: u8
      - id: rsp
        -orig-id: cpt_rsp
        type: u8
      - id: ss
        -orig-id: cpt_ss
        type: u8
        enum: cpt_common::segment
  ia64_regs:
    seq:
      - id: gr
        -orig-id: gr
        type: u8
        repeat: expr
        repeat-expr: 128
      - id: fr
        -orig-id: fr
        type: u8
        repeat: expr
        repeat-expr: 256
      - id: br
        -orig-id: br
        type: u8
        repeat: expr
        repeat-expr: 8
      - id: nat
        -orig-id: nat
        type: u8
        repeat: expr
        repeat-expr: 2
      - id: ar_bspstore
        -orig-id: ar_bspstore
        type: u8
      - id: num_regs
        -orig-id: num_regs
        type: u8
      - id: loadrs
        -orig-id: loadrs
        type: u8
      - id: ar_bsp
        -orig-id: ar_bsp
        type: u8
      - id: ar_unat
        -orig-id: ar_unat
        type: u8
      - id: ar_pfs
        -orig-id: ar_pfs
        type: u8
      - id: ar_ccv
        -orig-id: ar_ccv
        type: u8
      - id: ar_fpsr
        -orig-id: ar_fpsr
        type: u8
      - id: ar_csd
        -orig-id: ar_csd
        type: u8
      - id: ar_ssd
        -orig-id: ar_ssd
        type: u8
      - id: ar_ec
        -orig-id: ar_ec
        type: u8
      - id: ar_lc
        -orig-id: ar_lc
        type: u8
      - id: ar_rsc
        -orig-id: ar_rsc
        type: u8
      - id: ar_rnat
        -orig-id: ar_rnat
        type: u8
      - id: cr_iip
        -orig-id: cr_iip
        type: u8
      - id: cr_ipsr
        -orig-id: cr_ipsr
        type: u8
      - id: cfm
        -orig-id: cfm
        type: u8
      - id: pr
        -orig-id: pr
        type: u8
      - id: ibr
        -orig-id: ibr
        type: u8
        repeat: expr
        repeat-expr: 8
      - id: dbr
        -orig-id: dbr
        type: u8
        repeat: expr
        repeat-expr: 8
  sigaltstack:
    seq:
      - id: stack
        -orig-id: cpt_stack
        type: u8
      - id: stacksize
        -orig-id: cpt_stacksize
        type: u4
      - id: pad1
        -orig-id: __cpt_pad1
        type: u4
        -pad: true
  task_aux:
    seq:
      - id: robust_list
        -orig-id: cpt_robust_list
        type: u8
      - id: future
        -orig-id: __cpt_future
        type: u8
        repeat: expr
        repeat-expr: 16
  siginfo:
    seq:
      - id: qflags
        -orig-id: cpt_qflags
        type: u4
      - id: signo
        -orig-id: cpt_signo
        type: u4
      - id: errno
        -orig-id: cpt_errno
        type: u4
      - id: code
        -orig-id: cpt_code
        type: u4
      - id: sigval
        -orig-id: cpt_sigval
        type: u8
      - id: pid
        -orig-id: cpt_pid
        type: u4
      - id: uid
        -orig-id: cpt_uid
        type: u4
      - id: utime
        -orig-id: cpt_utime
        type: u8
        -unit: jiffies
      - id: stime
        -orig-id: cpt_stime
        type: u8
        -unit: jiffies
      - id: user
        -orig-id: cpt_user
        type: u8
      - id: sifields
        -orig-id: cpt_sifields
        type: u4
        repeat: expr
        repeat-expr: 28
        if: hdrlen >= 184
      - id: sifield28
        type: u4
        if: hdrlen >= 192
      - id: pad1
        type: u4
        if: hdrlen >= 192
        -pad: true
    instances:
      hdrlen:
        value: _io.size + 16
  signal_struct:
    seq:
      - id: leader
        -orig-id: cpt_leader
        type: u4
      - id: pgrp_type
        -orig-id: cpt_pgrp_type
        type: u1
        enum: cpt_common::pgrp_type
      - id: old_pgrp_type
        -orig-id: cpt_old_pgrp_type
        type: u1
        enum: cpt_common::pgrp_type
      - id: session_type
        -orig-id: cpt_session_type
        type: u1
        enum: cpt_common::pgrp_type
      - id: pad1
        -orig-id: __cpt_pad1
        type: u1
        -pad: true
      - id: pgrp
        -orig-id: cpt_pgrp
        type: u8
      - id: old_pgrp
        -orig-id: cpt_old_pgrp
        type: u8
      - id: session
        -orig-id: cpt_session
        type: u8
      - id: sigpending
        -orig-id: cpt_sigpending
        type: u8
      - id: ctty
        -orig-id: cpt_ctty
        type: u8
        -position-of: tty
      - id: curr_target
        -orig-id: cpt_curr_target
        type: u4
      - id: group_exit
        -orig-id: cpt_group_exit
        type: u4
      - id: group_exit_code
        -orig-id: cpt_group_exit_code
        type: u4
      - id: group_exit_task
        -orig-id: cpt_group_exit_task
        type: u4
      - id: notify_count
        -orig-id: cpt_notify_count
        type: u4
      - id: group_stop_count
        -orig-id: cpt_group_stop_count
        type: u4
      - id: stop_state
        -orig-id: cpt_stop_state
        type: u4
      - id: pad2
        -orig-id: __cpt_pad2
        type: u4
        -pad: true
      - id: utime
        -orig-id: cpt_utime
        type: u8
        -unit: jiffies
      - id: stime
        -orig-id: cpt_stime
        type: u8
        -unit: jiffies
      - id: cutime
        -orig-id: cpt_cutime
        type: u8
        -unit: jiffies
      - id: cstime
        -orig-id: cpt_cstime
        type: u8
        -unit: jiffies
      - id: nvcsw
        -orig-id: cpt_nvcsw
        type: u8
      - id: nivcsw
        -orig-id: cpt_nivcsw
        type: u8
      - id: cnvcsw
        -orig-id: cpt_cnvcsw
        type: u8
      - id: cnivcsw
        -orig-id: cpt_cnivcsw
        type: u8
      - id: min_flt
        -orig-id: cpt_min_flt
        type: u8
      - id: maj_flt
        -orig-id: cpt_maj_flt
        type: u8
      - id: cmin_flt
        -orig-id: cpt_cmin_flt
        type: u8
      - id: cmaj_flt
        -orig-id: cpt_cmaj_flt
        type: u8
      - id: rlim_cur
        -orig-id: cpt_rlim_cur
        type: u8
        repeat: expr
        repeat-expr: 16
      - id: rlim_max
        -orig-id: cpt_rlim_max
        type: u8
        repeat: expr
        repeat-expr: 16
      - id: flags
        -orig-id: cpt_flags
        type: u8
        if: hdrlen >= 456
        -flags: cpt_common::signal_flag
    instances:
      hdrlen:
        value: _io.size + 16
  sighandler:
    seq:
      - id: signo
        -orig-id: cpt_signo
        type: u4
      - id: pad1
        -orig-id: __cpt_pad1
        type: u4
        -pad: true
      - id: handler
        -orig-id: cpt_handler
        type: u8
      - id: restorer
        -orig-id: cpt_restorer
        type: u8
      - id: flags
        -orig-id: cpt_flags
        type: u8
      - id: mask
        -orig-id: cpt_mask
        type: u8
  posix_timer:
    params:
      - id: os_arch
        type: u2
    seq:
      - id: timer_id
        -orig-id: cpt_timer_id
        type: u4
      - id: timer_clock
        -orig-id: cpt_timer_clock
        type: u4
      - id: timer_overrun
        -orig-id: cpt_timer_overrun
        type: u4
      - id: timer_overrun_last
        -orig-id: cpt_timer_overrun_last
        type: u4
      - id: timer_signal_pending
        -orig-id: cpt_timer_signal_pending
        type: u4
      - id: pad1
        -orig-id: __cpt_pad1
        type: u4
        if: os_arch != cpt_common::os_arch::i386.to_i or hdrlen >= 88
        -pad: true
      - id: timer_interval
        -orig-id: cpt_timer_interval
        type: u8
        -unit: timespec
      - id: timer_value
        -orig-id: cpt_timer_value
        type: u8
        -unit: timespec
      - id: sigev_value
        -orig-id: cpt_sigev_value
        type: u8
      - id: sigev_signo
        -orig-id: cpt_sigev_signo
        type: u4
      - id: sigev_notify
        -orig-id: cpt_sigev_notify
        type: u4
      - id: sigev_notify_tid
        -orig-id: cpt_sigev_notify_tid
        type: u4
        if: hdrlen >= 88
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
    instances:
      hdrlen:
        value: _io.size + 16
