meta:
  id: linux_cr_old
  title: linux-cr checkpoint stream, records of the first framing (v5 to v13)
  license: MIT
  ks-version: "0.10"
  endian: le
  imports:
    - linux_cr_common
doc: |
  Bodies behind the header {type, len, parent}, where len does not count the header. As in the patches v9 to v11 of
  November and December 2008; fields that later records have too are named as there.
types:
  old_header:
    doc: First record; kernel release, version and machine stand in it.
    seq:
      - id: magic
        type: u8
        doc: 0x00feed0cc0a2d200.
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
      - id: time
        type: u8
        -unit: s
        doc: Wall clock at the checkpoint, since 1970.
      - id: uflags
        -orig-id: flags
        type: u8
        -flags: linux_cr_common::checkpoint_flag
        doc: CHECKPOINT_* flags of checkpoint(2). Bit 1 said until 2010-03-30 that there are no network namespaces, since then that there are.
      - id: release
        size: 64
        -text: true
      - id: version
        size: 64
        -text: true
      - id: machine
        size: 64
        -text: true
  old_header_arch:
    doc: Form of the floating-point state (from v9 on).
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
  old_tree:
    doc: Number of tasks. Their entries follow as bare bytes, 16 each.
    seq:
      - id: nr_tasks
        -orig-id: tasks_nr
        type: u4
      - id: pad1
        type: u4
        -pad: true
  old_tree_entry:
    doc: One task of the tree.
    seq:
      - id: vpid
        type: s4
      - id: vtgid
        type: s4
      - id: vppid
        type: s4
      - id: pad1
        type: u4
        -pad: true
  old_task:
    doc: State of one task.
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
      - id: task_comm_len
        type: s4
      - id: pad1
        type: u4
        -pad: true
  old_thread:
    doc: The TLS segment descriptors follow as bare bytes where ntls is not 0.
    seq:
      - id: gdt_entry_tls_entries
        type: s2
      - id: sizeof_tls_array
        type: s2
        -unit: bytes
      - id: ntls
        type: s2
      - id: pad1
        type: u2
        -pad: true
  old_cpu:
    doc: Registers of x86. Floating-point state follows as bare bytes where used_math is not 0 (inferred).
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
      - id: cs
        type: u8
      - id: flags
        type: u8
      - id: sp
        type: u8
      - id: ss
        type: u8
      - id: ds
        type: u8
      - id: es
        type: u8
      - id: fs
        type: u8
      - id: gs
        type: u8
      - id: debugreg0
        type: u8
      - id: debugreg1
        type: u8
      - id: debugreg2
        type: u8
      - id: debugreg3
        type: u8
      - id: debugreg4
        type: u8
      - id: debugreg5
        type: u8
      - id: debugreg6
        type: u8
      - id: debugreg7
        type: u8
      - id: uses_debug
        type: u4
      - id: used_math
        type: u4
        doc: "Not 0: CPU_FPU follows."
  old_mm:
    doc: An address space.
    seq:
      - id: objref
        type: u4
      - id: map_count
        type: u4
        doc: Number of areas that follow.
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
  old_vma:
    doc: One memory area; of type 2 the FNAME of its file follows, then the pages.
    seq:
      - id: vma_type
        type: u4
        enum: linux_cr_common::old_vma_type
      - id: pad1
        type: u4
        -pad: true
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
  old_pgarr:
    doc: Number of pages. Where it is not 0, all addresses and then all pages follow as bare bytes.
    seq:
      - id: nr_pages
        type: u8
  old_mm_context:
    doc: nldt entries follow as bare bytes (inferred).
    seq:
      - id: ldt_entry_size
        type: s2
        -unit: bytes
      - id: nldt
        type: s2
      - id: pad1
        type: u4
        -pad: true
  old_file_table:
    doc: A descriptor table; that many times FD_ENT follows.
    seq:
      - id: objref
        type: u4
      - id: fdt_nfds
        -orig-id: nfds
        type: u4
        doc: Number of open descriptors.
  old_file_desc:
    doc: One descriptor.
    seq:
      - id: fd_objref
        -orig-id: objref
        type: u4
        -objref: file
      - id: fd_descriptor
        -orig-id: fd
        type: s4
      - id: fd_close_on_exec
        -orig-id: close_on_exec
        type: u4
      - id: pad1
        type: u4
        -pad: true
  old_file:
    doc: An open file; FNAME follows.
    seq:
      - id: f_type
        -orig-id: fd_type
        type: u2
        enum: linux_cr_common::old_file_type
      - id: f_mode
        type: u2
        doc: FMODE_* of the kernel.
      - id: f_flags
        type: u4
        doc: O_* of the architecture.
      - id: f_pos
        type: u8
      - id: f_version
        type: u8
  old_tail:
    doc: Last record of a complete stream.
    seq:
      - id: magic
        type: u8
        doc: 0x002d2a0cc0deef00.
