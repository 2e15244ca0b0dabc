meta:
  id: linux_cr_image
  title: linux-cr checkpoint stream
  application: linux-cr (kernel checkpoint/restart patches of 2008 to 2012, user-cr tools)
  file-extension: ckpt
  license: MIT
  ks-version: "0.10"
  endian: le
  imports:
    - linux_cr_common
    - linux_cr_records
    - linux_cr_old
params:
  - id: layout
    type: u4
    enum: linux_cr_common::layout
    doc: Which headers the writing kernel had; the stream does not say it in one place.
  - id: word
    type: u4
    doc: Bytes of an unsigned long of the writing kernel, 4 or 8.
doc: |
  A process tree checkpointed by a kernel with the linux-cr patches, as a stream of records, back to back and without
  padding between them. `len` counts the whole record; in the first framing (layout 20081113) it does not count
  the header, and bare bytes follow some records.
seq:
  - id: records
    type: record(layout.to_i, word)
    repeat: eos
    if: layout.to_i >= 20090101
  - id: old_records
    type: old_record
    repeat: eos
    if: layout.to_i < 20090101
types:
  record:
    params:
      - id: layout
        type: u4
      - id: word
        type: u4
    seq:
      - id: number
        type: linux_cr_common::record_number(layout)
      - id: len
        type: u4
        valid:
          min: 8
        doc: Bytes of the record, these 8 included.
      - id: body
        size: len - 8
        type:
          switch-on: number.kind
          cases:
            'linux_cr_common::record_kind::header': linux_cr_records::header
            'linux_cr_common::record_kind::header_arch': linux_cr_records::header_arch
            'linux_cr_common::record_kind::objref': linux_cr_records::objref
            'linux_cr_common::record_kind::security': linux_cr_records::security
            'linux_cr_common::record_kind::pids': linux_cr_records::pids
            'linux_cr_common::record_kind::tree': linux_cr_records::tree
            'linux_cr_common::record_kind::task': linux_cr_records::task(layout, word)
            'linux_cr_common::record_kind::task_ns': linux_cr_records::task_ns
            'linux_cr_common::record_kind::task_objs': linux_cr_records::task_objs(layout)
            'linux_cr_common::record_kind::restart_block': linux_cr_records::restart_block
            'linux_cr_common::record_kind::thread': linux_cr_records::thread(layout)
            'linux_cr_common::record_kind::cpu': linux_cr_records::cpu(layout)
            'linux_cr_common::record_kind::ns': linux_cr_records::ns(layout)
            'linux_cr_common::record_kind::uts_ns': linux_cr_records::uts_ns
            'linux_cr_common::record_kind::ipc_ns': linux_cr_records::ipc_ns
            'linux_cr_common::record_kind::user_ns': linux_cr_records::user_ns
            'linux_cr_common::record_kind::cred': linux_cr_records::cred(layout)
            'linux_cr_common::record_kind::user': linux_cr_records::user
            'linux_cr_common::record_kind::groupinfo': linux_cr_records::groupinfo
            'linux_cr_common::record_kind::task_creds': linux_cr_records::task_creds
            'linux_cr_common::record_kind::vpids': linux_cr_records::vpids
            'linux_cr_common::record_kind::file_table': linux_cr_records::file_table
            'linux_cr_common::record_kind::file_desc': linux_cr_records::file_desc
            'linux_cr_common::record_kind::file': linux_cr_records::file(layout)
            'linux_cr_common::record_kind::tty': linux_cr_records::tty(layout)
            'linux_cr_common::record_kind::tty_ldisc': linux_cr_records::tty_ldisc
            'linux_cr_common::record_kind::epoll_items': linux_cr_records::epoll_items
            'linux_cr_common::record_kind::mm': linux_cr_records::mm
            'linux_cr_common::record_kind::vma': linux_cr_records::vma(layout)
            'linux_cr_common::record_kind::pgarr': linux_cr_records::pgarr
            'linux_cr_common::record_kind::mm_context': linux_cr_records::mm_context
            'linux_cr_common::record_kind::hpage': linux_cr_records::hpage
            'linux_cr_common::record_kind::fs': linux_cr_records::fs(layout)
            'linux_cr_common::record_kind::ipc': linux_cr_records::ipc
            'linux_cr_common::record_kind::ipc_shm': linux_cr_records::ipc_shm(layout)
            'linux_cr_common::record_kind::ipc_msg': linux_cr_records::ipc_msg(layout)
            'linux_cr_common::record_kind::ipc_msg_msg': linux_cr_records::ipc_msg_msg(layout)
            'linux_cr_common::record_kind::ipc_sem': linux_cr_records::ipc_sem(layout)
            'linux_cr_common::record_kind::task_sem_undo_list': linux_cr_records::task_sem_undo_list
            'linux_cr_common::record_kind::task_sem_undo': linux_cr_records::task_sem_undo
            'linux_cr_common::record_kind::sighand': linux_cr_records::sighand
            'linux_cr_common::record_kind::signal': linux_cr_records::signal
            'linux_cr_common::record_kind::signal_task': linux_cr_records::signal_task
            'linux_cr_common::record_kind::sigpending': linux_cr_records::sigpending
            'linux_cr_common::record_kind::socket': linux_cr_records::socket(layout)
            'linux_cr_common::record_kind::socket_queue': linux_cr_records::socket_queue
            'linux_cr_common::record_kind::socket_buffer': linux_cr_records::socket_buffer(layout)
            'linux_cr_common::record_kind::socket_frag': linux_cr_records::socket_frag
            'linux_cr_common::record_kind::socket_unix': linux_cr_records::socket_unix(layout)
            'linux_cr_common::record_kind::socket_inet': linux_cr_records::socket_inet(layout)
            'linux_cr_common::record_kind::net_ns': linux_cr_records::net_ns
            'linux_cr_common::record_kind::netdev': linux_cr_records::netdev
            'linux_cr_common::record_kind::tail': linux_cr_records::tail
  old_record:
    seq:
      - id: number
        type: linux_cr_common::old_record_number
      - id: len
        type: s2
        doc: Bytes of the body, without these 8.
      - id: parent
        type: u4
        doc: Pid of the task that the record belongs to; 0 for records that belong to none.
      - id: body
        size: len
        type:
          switch-on: number.kind
          cases:
            'linux_cr_common::record_kind::header': linux_cr_old::old_header
            'linux_cr_common::record_kind::header_arch': linux_cr_old::old_header_arch
            'linux_cr_common::record_kind::tree': linux_cr_old::old_tree
            'linux_cr_common::record_kind::task': linux_cr_old::old_task
            'linux_cr_common::record_kind::thread': linux_cr_old::old_thread
            'linux_cr_common::record_kind::cpu': linux_cr_old::old_cpu
            'linux_cr_common::record_kind::mm': linux_cr_old::old_mm
            'linux_cr_common::record_kind::vma': linux_cr_old::old_vma
            'linux_cr_common::record_kind::pgarr': linux_cr_old::old_pgarr
            'linux_cr_common::record_kind::mm_context': linux_cr_old::old_mm_context
            'linux_cr_common::record_kind::file_table': linux_cr_old::old_file_table
            'linux_cr_common::record_kind::file_desc': linux_cr_old::old_file_desc
            'linux_cr_common::record_kind::file': linux_cr_old::old_file
            'linux_cr_common::record_kind::tail': linux_cr_old::old_tail
      - id: bare
        size: bare_size
        doc: Bytes that belong to no record.
    instances:
      kind:
        value: number.kind
      bare_size:
        value: >-
          kind == linux_cr_common::record_kind::tree ? body.as<linux_cr_old::old_tree>.nr_tasks * 16 :
          kind == linux_cr_common::record_kind::pgarr ? body.as<linux_cr_old::old_pgarr>.nr_pages * 4100 :
          kind == linux_cr_common::record_kind::thread ? (body.as<linux_cr_old::old_thread>.ntls != 0 ? body.as<linux_cr_old::old_thread>.sizeof_tls_array : 0) :
          kind == linux_cr_common::record_kind::cpu ? (body.as<linux_cr_old::old_cpu>.used_math != 0 ? _root.xstate_size : 0) :
          kind == linux_cr_common::record_kind::mm_context ? body.as<linux_cr_old::old_mm_context>.nldt * body.as<linux_cr_old::old_mm_context>.ldt_entry_size :
          0
instances:
  xstate_size:
    doc: From the second record of the first framing.
    value: old_records[1].body.as<linux_cr_old::old_header_arch>.xstate_size
