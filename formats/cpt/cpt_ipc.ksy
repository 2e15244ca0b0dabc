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
    seq:
      - id: key
        -orig-id: cpt_key
        type: u8
      - id: uid
        -orig-id: cpt_uid
        type: u8
      - id: gid
        -orig-id: cpt_gid
        type: u8
      - id: cuid
        -orig-id: cpt_cuid
        type: u8
      - id: cgid
        -orig-id: cpt_cgid
        type: u8
      - id: mode
        -orig-id: cpt_mode
        type: u8
      - id: seq
        -orig-id: cpt_seq
        type: u8
      - id: id
        -orig-id: cpt_id
        type: u4
      - id: mlockuser
        -orig-id: cpt_mlockuser
        type: u4
      - id: segsz
        -orig-id: cpt_segsz
        type: u8
      - id: atime
        -orig-id: cpt_atime
        type: u8
        -unit: s
      - id: ctime
        -orig-id: cpt_ctime
        type: u8
        -unit: s
      - id: dtime
        -orig-id: cpt_dtime
        type: u8
        -unit: s
      - id: creator
        -orig-id: cpt_creator
        type: u8
      - id: last
        -orig-id: cpt_last
        type: u8
  sysv_sem:
    seq:
      - id: key
        -orig-id: cpt_key
        type: u8
      - id: uid
        -orig-id: cpt_uid
        type: u8
      - id: gid
        -orig-id: cpt_gid
        type: u8
      - id: cuid
        -orig-id: cpt_cuid
        type: u8
      - id: cgid
        -orig-id: cpt_cgid
        type: u8
      - id: mode
        -orig-id: cpt_mode
        type: u8
      - id: seq
        -orig-id: cpt_seq
        type: u8
      - id: id
        -orig-id: cpt_id
        type: u4
      - id: pad1
        -orig-id: __cpt_pad1
        type: u4
        -pad: true
      - id: otime
        -orig-id: cpt_otime
        type: u8
        -unit: s
      - id: ctime
        -orig-id: cpt_ctime
        type: u8
        -unit: s
  sysvsem_undo_rec:
    seq:
      - id: id
        -orig-id: cpt_id
        type: u4
      - id: nsem
        -orig-id: cpt_nsem
        type: u4
  sysvmsg:
    seq:
      - id: key
        -orig-id: cpt_key
        type: u8
      - id: uid
        -orig-id: cpt_uid
        type: u8
      - id: gid
        -orig-id: cpt_gid
        type: u8
      - id: cuid
        -orig-id: cpt_cuid
        type: u8
      - id: cgid
        -orig-id: cpt_cgid
        type: u8
      - id: mode
        -orig-id: cpt_mode
        type: u8
      - id: seq
        -orig-id: cpt_seq
        type: u8
      - id: id
        -orig-id: cpt_id
        type: u4
      - id: pad1
        -orig-id: __cpt_pad1
        type: u4
        -pad: true
      - id: stime
        -orig-id: cpt_stime
        type: u8
        -unit: s
      - id: rtime
        -orig-id: cpt_rtime
        type: u8
        -unit: s
      - id: ctime
        -orig-id: cpt_ctime
        type: u8
        -unit: s
      - id: last_sender
        -orig-id: cpt_last_sender
        type: u8
      - id: last_receiver
        -orig-id: cpt_last_receiver
        type: u8
      - id: qbytes
        -orig-id: cpt_qbytes
        type: u8
  sysvmsg_msg:
    seq:
      - id: type
        -orig-id: cpt_type
        type: u8
      - id: size
        -orig-id: cpt_size
        type: u8
