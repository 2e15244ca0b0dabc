meta:
  id: cpt_ipc
  title: OpenVZ CPT, System V IPC objects
  license: MIT
  ks-version: "0.10"
  endian: le
  imports:
    - cpt_common
doc: |
  Fixed parts of semaphore sets, undo records, message queues, messages and shared memory segments.
types:
  sysv_shm:
    doc: |
      One System V shared memory segment, the first object inside the INODE that holds its pages. It has no
      content. There is no section of its own; segments that nobody has attached are stored the same way.
    seq:
      - id: key
        -orig-id: cpt_key
        type: u8
        doc: Key of the segment; 0 is private. A removed but attached segment has key 0.
      - id: uid
        -orig-id: cpt_uid
        type: u8
        doc: User id of the owner.
      - id: gid
        -orig-id: cpt_gid
        type: u8
        doc: Group id of the owner.
      - id: cuid
        -orig-id: cpt_cuid
        type: u8
        doc: User id of the creator.
      - id: cgid
        -orig-id: cpt_cgid
        type: u8
        doc: Group id of the creator.
      - id: mode
        -orig-id: cpt_mode
        type: u8
        doc: |
          Permission bits, with 01000 for removed (freed with the last detach) and 02000 for locked in memory.
      - id: seq
        -orig-id: cpt_seq
        type: u8
        doc: Sequence number of the slot, id div 32768. Not read on restore.
      - id: id
        -orig-id: cpt_id
        type: u4
        valid:
          max: 2147483647
        doc: |
          Identifier, 32768 * seq + slot; equals the inode number of its INODE. Restore of 2^32-1 (-1) crashes
          the kernel.
      - id: mlockuser
        -orig-id: cpt_mlockuser
        type: u4
        doc: User id that is charged for a locked segment; 2^32-1 = none.
      - id: segsz
        -orig-id: cpt_segsz
        type: u8
        -unit: bytes
        doc: Size of the segment. 0 and sizes above the container's limit are refused.
      - id: atime
        -orig-id: cpt_atime
        type: u8
        -unit: s
        doc: Time of the last attach since 1970; 0 = never. Changes when tasks attach during the restore.
      - id: ctime
        -orig-id: cpt_ctime
        type: u8
        -unit: s
        doc: Time of creation or of the last change of owner or mode, since 1970.
      - id: dtime
        -orig-id: cpt_dtime
        type: u8
        -unit: s
        doc: Time of the last detach since 1970; 0 = never. Changes during the restore like `atime`.
      - id: creator
        -orig-id: cpt_creator
        type: u8
        doc: Pid of the creator.
      - id: last
        -orig-id: cpt_last
        type: u8
        doc: |
          Pid of the last task that attached or detached; 0 = none. Changes during the restore like `atime`.
  sysv_sem:
    doc: |
      One set of System V semaphores, an object of the SYSV_SEM section. Content: a pair of u32 for each
      semaphore, its value and the pid that changed it last; next - hdrlen must be exactly 8 times their
      number.
    seq:
      - id: key
        -orig-id: cpt_key
        type: u8
        doc: Key of the set; 0 is private.
      - id: uid
        -orig-id: cpt_uid
        type: u8
        doc: User id of the owner.
      - id: gid
        -orig-id: cpt_gid
        type: u8
        doc: Group id of the owner.
      - id: cuid
        -orig-id: cpt_cuid
        type: u8
        doc: User id of the creator.
      - id: cgid
        -orig-id: cpt_cgid
        type: u8
        doc: Group id of the creator.
      - id: mode
        -orig-id: cpt_mode
        type: u8
        doc: Permission bits.
      - id: seq
        -orig-id: cpt_seq
        type: u8
        doc: Sequence number of the slot, id div 32768. 2.6.18 builds the restored id from it.
      - id: id
        -orig-id: cpt_id
        type: u4
        valid:
          max: 2147483647
        doc: Identifier, 32768 * seq + slot. Restore of 2^32-1 (-1) crashes the kernel.
      - id: pad1
        -orig-id: __cpt_pad1
        type: u4
        -pad: true
      - id: otime
        -orig-id: cpt_otime
        type: u8
        -unit: s
        doc: Time of the last operation since 1970; 0 = never.
      - id: ctime
        -orig-id: cpt_ctime
        type: u8
        -unit: s
        doc: Time of creation or of the last change, since 1970.
  sysvsem_undo_rec:
    doc: |
      Adjustments that a task makes to one semaphore set at its exit, an object inside SYSVSEM_UNDO. Content:
      one signed 16-bit adjustment per semaphore, not padded, so that what follows may be at any position.
    seq:
      - id: id
        -orig-id: cpt_id
        type: u4
        valid:
          max: 2147483647
        doc: Identifier of the semaphore set, which must exist.
      - id: nsem
        -orig-id: cpt_nsem
        type: u4
        doc: Number of adjustments; must equal the number of semaphores of the set.
  sysvmsg:
    doc: |
      One System V message queue, an object of the SYSV_MSG section. Content: its messages in order.
    seq:
      - id: key
        -orig-id: cpt_key
        type: u8
        doc: Key of the queue; 0 is private.
      - id: uid
        -orig-id: cpt_uid
        type: u8
        doc: User id of the owner.
      - id: gid
        -orig-id: cpt_gid
        type: u8
        doc: Group id of the owner.
      - id: cuid
        -orig-id: cpt_cuid
        type: u8
        doc: User id of the creator.
      - id: cgid
        -orig-id: cpt_cgid
        type: u8
        doc: Group id of the creator.
      - id: mode
        -orig-id: cpt_mode
        type: u8
        doc: Permission bits.
      - id: seq
        -orig-id: cpt_seq
        type: u8
        doc: Sequence number of the slot, id div 32768. 2.6.18 builds the restored id from it.
      - id: id
        -orig-id: cpt_id
        type: u4
        valid:
          max: 2147483647
        doc: Identifier, 32768 * seq + slot. Restore of 2^32-1 (-1) crashes the kernel.
      - id: pad1
        -orig-id: __cpt_pad1
        type: u4
        -pad: true
      - id: stime
        -orig-id: cpt_stime
        type: u8
        -unit: s
        doc: Time of the last send since 1970; 0 = never.
      - id: rtime
        -orig-id: cpt_rtime
        type: u8
        -unit: s
        doc: Time of the last receive since 1970; 0 = never.
      - id: ctime
        -orig-id: cpt_ctime
        type: u8
        -unit: s
        doc: Time of creation or of the last change, since 1970.
      - id: last_sender
        -orig-id: cpt_last_sender
        type: u8
        doc: Pid of the last sender; 0 = none.
      - id: last_receiver
        -orig-id: cpt_last_receiver
        type: u8
        doc: Pid of the last receiver; 0 = none.
      - id: qbytes
        -orig-id: cpt_qbytes
        type: u8
        -unit: bytes
        doc: Maximum number of bytes that the queue may hold.
  sysvmsg_msg:
    doc: |
      One message, an object inside SYSVMSG. Content: exactly `size` bytes of text, not padded, so that what
      follows may be at any position.
    seq:
      - id: type
        -orig-id: cpt_type
        type: u8
        doc: Type of the message, a positive number chosen by the sender.
      - id: size
        -orig-id: cpt_size
        type: u8
        -unit: bytes
        doc: Length of the text; 0 is possible.
