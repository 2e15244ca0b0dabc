meta:
  id: linux_cr_common
  title: linux-cr checkpoint stream, numbers
  license: MIT
  ks-version: "0.10"
  endian: le
doc: |
  What numbers mean. Record and object numbers differ between layouts; those here are of 2010-02-05 to 2011-01-10
  (and 100, 409 for what came later). `record_number`, `object_number` and `arch_number` map the stored ones to them.
  `-since` and `-before` say in which layouts there is one.
types:
  record_number:
    doc: The number of a record in its header.
    params:
      - id: layout
        type: u4
    seq:
      - id: number
        type: u4
    instances:
      kind:
        enum: record_kind
        value: >-
          number == 100 or number == 409 ? 0 :
          layout >= 20110125 and number == 101 ? 100 :
          layout >= 20110125 and number >= 102 and number <= 118 ? number - 1 :
          layout >= 20110416 and number == 404 ? 409 :
          layout >= 20110416 and number == 405 ? 404 :
          layout < 20100205 and number >= 111 and number <= 116 ? number + 1 :
          layout < 20091201 and number >= 704 and number <= 705 ? number + 1 :
          number
  old_record_number:
    doc: The number of a record in a header of the first framing.
    seq:
      - id: number
        type: u2
    instances:
      kind:
        enum: record_kind
        value: >-
          number == 3 ? 4 : number == 4 ? 5 : number == 5 ? 303 : number == 103 ? 106 : number == 104 ? 107 :
          number >= 201 and number <= 204 ? number + 200 : number == 303 ? 304 : number == 5001 ? 9001 :
          number == 1 or number == 2 or number == 101 or number == 102 or number == 301 or number == 302 ? number : 0
  object_number:
    doc: The number of a kind of shared objects in an OBJREF record.
    params:
      - id: layout
        type: u4
    seq:
      - id: number
        type: u4
    instances:
      kind:
        enum: object_kind
        value: >-
          layout >= 20110125 and number == 1 ? 100 :
          layout >= 20110125 and number > 1 ? number - 1 :
          layout < 20100205 and number >= 10 ? number + 2 :
          layout < 20100205 and number >= 5 ? number + 1 :
          number
  arch_number:
    doc: The number of an architecture in the header.
    params:
      - id: layout
        type: u4
    seq:
      - id: number
        type: u2
    instances:
      kind:
        enum: arch
        value: >-
          layout >= 20120317 and number == 4 ? 6 :
          layout >= 20110110 and layout < 20120317 and number == 4 ? 6 :
          layout >= 20100205 ? number :
          layout >= 20091206 and number == 5 ? 2 :
          number >= 2 ? number + 1 :
          number
enums:
  record_kind:
    1:
      id: header
      -orig-id: CKPT_HDR_HEADER
    2:
      id: header_arch
      -orig-id: CKPT_HDR_HEADER_ARCH
    3:
      id: container
      -orig-id: CKPT_HDR_CONTAINER
      doc: The container begins; a header alone.
    4:
      id: buffer
      -orig-id: CKPT_HDR_BUFFER
      doc: Bytes whose meaning depends on what stands before.
    5:
      id: string
      -orig-id: CKPT_HDR_STRING
      doc: A text with its final zero.
    6:
      id: objref
      -orig-id: CKPT_HDR_OBJREF
    7:
      id: lsm_info
      -orig-id: CKPT_HDR_LSM_INFO
      -since: 20091111
      doc: State of the security module, up to 192 bytes; the BUFFER before names the module.
    8:
      id: security
      -orig-id: CKPT_HDR_SECURITY
      -since: 20091111
    100:
      id: pids
      -orig-id: CKPT_HDR_PIDS
      -since: 20110125
    101:
      id: tree
      -orig-id: CKPT_HDR_TREE
    102:
      id: task
      -orig-id: CKPT_HDR_TASK
    103:
      id: task_ns
      -orig-id: CKPT_HDR_TASK_NS
    104:
      id: task_objs
      -orig-id: CKPT_HDR_TASK_OBJS
    105:
      id: restart_block
      -orig-id: CKPT_HDR_RESTART_BLOCK
    106:
      id: thread
      -orig-id: CKPT_HDR_THREAD
    107:
      id: cpu
      -orig-id: CKPT_HDR_CPU
    108:
      id: ns
      -orig-id: CKPT_HDR_NS
    109:
      id: uts_ns
      -orig-id: CKPT_HDR_UTS_NS
    110:
      id: ipc_ns
      -orig-id: CKPT_HDR_IPC_NS
    111:
      id: mnt_ns
      -orig-id: CKPT_HDR_MNT_NS
      -since: 20100205
      doc: A mount namespace; a header alone.
    112:
      id: capabilities
      -orig-id: CKPT_HDR_CAPABILITIES
      doc: Not seen as a record of its own.
    113:
      id: user_ns
      -orig-id: CKPT_HDR_USER_NS
    114:
      id: cred
      -orig-id: CKPT_HDR_CRED
    115:
      id: user
      -orig-id: CKPT_HDR_USER
    116:
      id: groupinfo
      -orig-id: CKPT_HDR_GROUPINFO
    117:
      id: task_creds
      -orig-id: CKPT_HDR_TASK_CREDS
    118:
      id: vpids
      -orig-id: CKPT_HDR_VPIDS
      -since: 20100323
      -before: 20100425
    201:
      id: cpu_fpu
      -orig-id: CKPT_HDR_CPU_FPU
      doc: Floating-point state, as the processor stores it.
    202:
      id: mm_context_ldt
      -orig-id: CKPT_HDR_MM_CONTEXT_LDT
      doc: Entries of the local descriptor table.
    301:
      id: file_table
      -orig-id: CKPT_HDR_FILE_TABLE
    302:
      id: file_desc
      -orig-id: CKPT_HDR_FILE_DESC
    303:
      id: file_name
      -orig-id: CKPT_HDR_FILE_NAME
      doc: A path with its final zero.
    304:
      id: file
      -orig-id: CKPT_HDR_FILE
    305:
      id: pipe_buf
      -orig-id: CKPT_HDR_PIPE_BUF
      doc: Unread bytes of a pipe.
    306:
      id: tty
      -orig-id: CKPT_HDR_TTY
    307:
      id: tty_ldisc
      -orig-id: CKPT_HDR_TTY_LDISC
    308:
      id: epoll_items
      -orig-id: CKPT_HDR_EPOLL_ITEMS
      -since: 20091104
    401:
      id: mm
      -orig-id: CKPT_HDR_MM
    402:
      id: vma
      -orig-id: CKPT_HDR_VMA
    403:
      id: pgarr
      -orig-id: CKPT_HDR_PGARR
    404:
      id: mm_context
      -orig-id: CKPT_HDR_MM_CONTEXT
    409:
      id: hpage
      -orig-id: CKPT_HDR_HPAGE
      -since: 20110416
    451:
      id: fs
      -orig-id: CKPT_HDR_FS
      -since: 20100205
    501:
      id: ipc
      -orig-id: CKPT_HDR_IPC
    502:
      id: ipc_shm
      -orig-id: CKPT_HDR_IPC_SHM
    503:
      id: ipc_msg
      -orig-id: CKPT_HDR_IPC_MSG
    504:
      id: ipc_msg_msg
      -orig-id: CKPT_HDR_IPC_MSG_MSG
    505:
      id: ipc_sem
      -orig-id: CKPT_HDR_IPC_SEM
    506:
      id: task_sem_undo_list
      -orig-id: CKPT_HDR_TASK_SEM_UNDO_LIST
      -since: 20110105
    507:
      id: task_sem_undo
      -orig-id: CKPT_HDR_TASK_SEM_UNDO
      -since: 20110105
    601:
      id: sighand
      -orig-id: CKPT_HDR_SIGHAND
    602:
      id: signal
      -orig-id: CKPT_HDR_SIGNAL
    603:
      id: signal_task
      -orig-id: CKPT_HDR_SIGNAL_TASK
    604:
      id: sigpending
      -orig-id: CKPT_HDR_SIGPENDING
    701:
      id: socket
      -orig-id: CKPT_HDR_SOCKET
    702:
      id: socket_queue
      -orig-id: CKPT_HDR_SOCKET_QUEUE
    703:
      id: socket_buffer
      -orig-id: CKPT_HDR_SOCKET_BUFFER
    704:
      id: socket_frag
      -orig-id: CKPT_HDR_SOCKET_FRAG
      -since: 20091201
    705:
      id: socket_unix
      -orig-id: CKPT_HDR_SOCKET_UNIX
    706:
      id: socket_inet
      -orig-id: CKPT_HDR_SOCKET_INET
    707:
      id: net_ns
      -orig-id: CKPT_HDR_NET_NS
      -since: 20100330
    708:
      id: netdev
      -orig-id: CKPT_HDR_NETDEV
      -since: 20100330
    709:
      id: netdev_addr
      -orig-id: CKPT_HDR_NETDEV_ADDR
      -since: 20100330
      doc: Form not known.
    9001:
      id: tail
      -orig-id: CKPT_HDR_TAIL
    9999:
      id: error
      -orig-id: CKPT_HDR_ERROR
      doc: The checkpoint failed; a STRING whose first byte is zero says why.
  object_kind:
    0:
      id: ignore
      -orig-id: CKPT_OBJ_IGNORE
    100:
      id: pid
      -orig-id: CKPT_OBJ_PID
      -since: 20110125
    1:
      id: inode
      -orig-id: CKPT_OBJ_INODE
    2:
      id: file_table
      -orig-id: CKPT_OBJ_FILE_TABLE
    3:
      id: file
      -orig-id: CKPT_OBJ_FILE
    4:
      id: mm
      -orig-id: CKPT_OBJ_MM
    5:
      id: fs
      -orig-id: CKPT_OBJ_FS
      -since: 20100205
    6:
      id: sighand
      -orig-id: CKPT_OBJ_SIGHAND
    7:
      id: signal
      -orig-id: CKPT_OBJ_SIGNAL
    8:
      id: ns
      -orig-id: CKPT_OBJ_NS
    9:
      id: uts_ns
      -orig-id: CKPT_OBJ_UTS_NS
    10:
      id: ipc_ns
      -orig-id: CKPT_OBJ_IPC_NS
    11:
      id: mnt_ns
      -orig-id: CKPT_OBJ_MNT_NS
      -since: 20100205
    12:
      id: user_ns
      -orig-id: CKPT_OBJ_USER_NS
    13:
      id: cred
      -orig-id: CKPT_OBJ_CRED
    14:
      id: user
      -orig-id: CKPT_OBJ_USER
    15:
      id: groupinfo
      -orig-id: CKPT_OBJ_GROUPINFO
    16:
      id: socket
      -orig-id: CKPT_OBJ_SOCK
    17:
      id: tty
      -orig-id: CKPT_OBJ_TTY
    18:
      id: security_ptr
      -orig-id: CKPT_OBJ_SECURITY_PTR
      -since: 20091111
    19:
      id: security
      -orig-id: CKPT_OBJ_SECURITY
      -since: 20091111
    20:
      id: net_ns
      -orig-id: CKPT_OBJ_NET_NS
      -since: 20100330
    21:
      id: netdev
      -orig-id: CKPT_OBJ_NETDEV
      -since: 20100330
    22:
      id: sem_undo
      -orig-id: CKPT_OBJ_SEM_UNDO
      -since: 20110105
  arch:
    1:
      id: x86_32
      -orig-id: CKPT_ARCH_X86_32
    2:
      id: x86_64
      -orig-id: CKPT_ARCH_X86_64
      -since: 20091206
    3:
      id: s390x
      -orig-id: CKPT_ARCH_S390X
    4:
      id: ppc32
      -orig-id: CKPT_ARCH_PPC32
      -before: 20110110
    5:
      id: ppc64
      -orig-id: CKPT_ARCH_PPC64
      -before: 20110110
    6:
      id: arm
      -orig-id: CKPT_ARCH_ARM
      -since: 20100425
  file_type:
    0:
      id: ignore
      -orig-id: CKPT_FILE_IGNORE
    1:
      id: generic
      -orig-id: CKPT_FILE_GENERIC
    2:
      id: pipe
      -orig-id: CKPT_FILE_PIPE
    3:
      id: fifo
      -orig-id: CKPT_FILE_FIFO
    4:
      id: socket
      -orig-id: CKPT_FILE_SOCKET
    5:
      id: tty
      -orig-id: CKPT_FILE_TTY
    6:
      id: epoll
      -orig-id: CKPT_FILE_EPOLL
    7:
      id: eventfd
      -orig-id: CKPT_FILE_EVENTFD
  vma_type:
    0:
      id: ignore
      -orig-id: CKPT_VMA_IGNORE
    1:
      id: vdso
      -orig-id: CKPT_VMA_VDSO
    2:
      id: anon
      -orig-id: CKPT_VMA_ANON
    3:
      id: file
      -orig-id: CKPT_VMA_FILE
    4:
      id: shm_anon
      -orig-id: CKPT_VMA_SHM_ANON
    5:
      id: shm_anon_skip
      -orig-id: CKPT_VMA_SHM_ANON_SKIP
    6:
      id: shm_file
      -orig-id: CKPT_VMA_SHM_FILE
    7:
      id: shm_ipc
      -orig-id: CKPT_VMA_SHM_IPC
    8:
      id: shm_ipc_skip
      -orig-id: CKPT_VMA_SHM_IPC_SKIP
    9:
      id: hugetlb
      -orig-id: CKPT_VMA_HUGETLB
    10:
      id: hugetlb_skip
      -orig-id: CKPT_VMA_HUGETLB_SKIP
  restart_block_type:
    1:
      id: none
      -orig-id: CKPT_RESTART_BLOCK_NONE
    2:
      id: hrtimer_nanosleep
      -orig-id: CKPT_RESTART_BLOCK_HRTIMER_NANOSLEEP
    3:
      id: posix_cpu_nanosleep
      -orig-id: CKPT_RESTART_BLOCK_POSIX_CPU_NANOSLEEP
    4:
      id: compat_nanosleep
      -orig-id: CKPT_RESTART_BLOCK_COMPAT_NANOSLEEP
    5:
      id: compat_clock_nanosleep
      -orig-id: CKPT_RESTART_BLOCK_COMPAT_CLOCK_NANOSLEEP
    6:
      id: poll
      -orig-id: CKPT_RESTART_BLOCK_POLL
    7:
      id: futex
      -orig-id: CKPT_RESTART_BLOCK_FUTEX
  security_type:
    1:
      id: msg
    2:
      id: ipc
    3:
      id: file
    4:
      id: cred
  checkpoint_flag:
    1:
      id: subtree
      -orig-id: CHECKPOINT_SUBTREE
    2:
      id: netns
      -orig-id: CHECKPOINT_NETNS
  task_flag:
    1:
      id: forknoexec
      -orig-id: CKPT_PF_FORKNOEXEC
    2:
      id: superpriv
      -orig-id: CKPT_PF_SUPERPRIV
  netdev_type:
    0:
      id: lo
    1:
      id: veth
    2:
      id: sit
    3:
      id: macvlan
  old_vma_type:
    1:
      id: anon
      -orig-id: CR_VMA_ANON
    2:
      id: file
      -orig-id: CR_VMA_FILE
  old_file_type:
    1:
      id: file
      -orig-id: CR_FD_FILE
    2:
      id: dir
      -orig-id: CR_FD_DIR
  layout:
    20081113:
      id: v9
      doc: Patches v9 to v13 with the first framing.
    20091003:
      id: r3_2009_10
      doc: v18.
    20091104:
      id: r3_2009_11
      doc: v19-rc1, epoll and eventfd.
    20091111:
      id: r4_2009_11
      doc: Security labels.
    20091201:
      id: r4_2009_12
      doc: v19-rc2, longer socket buffers.
    20091206:
      id: r4_x86_64
      doc: The first with x86-64.
    20100205:
      id: r5_rc3
      doc: v19-rc3, root and current directory, mount namespaces.
    20100222:
      id: r5_v19
      doc: v19.
    20100323:
      id: r6_nested
      doc: v20, nested pid namespaces.
    20100330:
      id: r6_netns
      doc: v20, network namespaces.
    20100425:
      id: r6_v21
      doc: v21.
    20110105:
      id: r6_v23_rc1
      doc: v23-rc1, semaphore adjustments, signal stacks.
    20110110:
      id: r6_tty
      doc: v23-rc1, longer terminals.
    20110125:
      id: r6_pids
      doc: Pid objects.
    20110416:
      id: r6_v23_rc2
      doc: v23-rc2, huge pages.
    20120317:
      id: r6_linux_3_0
      doc: On Linux 3.0.
