meta:
  id: criu_payloads
  title: Data after the messages of CRIU images
  application: CRIU
  license: CC0-1.0
  ks-version: 0.11
  endian: le
doc: |
  What follows a message in the files that have payloads. Lengths come from the fields of the message, so each
  type takes them as parameters. Padding is zeros.

  | file | message | payload |
  |---|---|---|
  | pipes-data, fifo-data | pipe_data_entry | plain(bytes) |
  | sk-queues | sk_packet_entry | plain(length) |
  | tcp-stream-X | tcp_stream_entry | tcp_queues(inq_len, outq_len) |
  | ghost-file-X | ghost_file_entry | the rest of the file; with `chunks`: ghost_chunk to the end |
  | ipcns-sem-N | ipc_sem_entry | semaphores(nsems) |
  | ipcns-msg-N | ipc_msg_entry | messages(qnum) |
  | ipcns-shm-N | ipc_shm_entry | segment(size), only without in_pagemaps |
  | bpfmap-data | bpfmap_data_entry | map(keys_bytes, values_bytes) |
seq: []
types:
  plain:
    params:
      - id: len_data
        type: u4
    seq:
      - id: data
        size: len_data
  tcp_queues:
    params:
      - id: len_inq
        type: u4
      - id: len_outq
        type: u4
    seq:
      - id: inq
        size: len_inq
      - id: outq
        size: len_outq
  semaphores:
    params:
      - id: num_values
        type: u4
    seq:
      - id: values
        type: u2
        repeat: expr
        repeat-expr: num_values
      - id: padding
        size: (8 - num_values * 2 % 8) % 8
  messages:
    params:
      - id: num_messages
        type: u4
    seq:
      - id: messages
        type: queued_message
        repeat: expr
        repeat-expr: num_messages
  queued_message:
    seq:
      - id: len_head
        type: u4
      - id: head
        size: len_head
        type: ipc_msg
      - id: data
        size: head.len_data
      - id: padding
        size: (8 - head.len_data % 8) % 8
  ipc_msg:
    doc: |
      The protobuf message ipc_msg, as far as its layout is fixed by how CRIU writes it: mtype (field 1), then
      msize (field 2), both varints.
    seq:
      - id: key_mtype
        contents: [0x08]
      - id: mtype
        type: varint
      - id: key_msize
        contents: [0x10]
      - id: msize
        type: varint
    instances:
      len_data:
        value: msize.low
  segment:
    params:
      - id: len_data
        type: u4
    seq:
      - id: data
        size: len_data
      - id: padding
        size: (4 - len_data % 4) % 4
  map:
    params:
      - id: len_keys
        type: u4
      - id: len_values
        type: u4
    seq:
      - id: keys
        size: len_keys
      - id: values
        size: len_values
  ghost_chunk:
    doc: A ghost_chunk_entry, len (field 1) and off (field 2), and its bytes.
    seq:
      - id: len_head
        type: u4
      - id: head
        size: len_head
        type: ghost_chunk_entry
      - id: data
        size: head.len.low
  ghost_chunk_entry:
    seq:
      - id: key_len
        contents: [0x08]
      - id: len
        type: varint
      - id: key_off
        contents: [0x10]
      - id: off
        type: varint
  varint:
    seq:
      - id: groups
        type: u1
        repeat: until
        repeat-until: _ < 0x80
    instances:
      low:
        value: >-
          (groups[0] & 0x7f)
          + (groups.size > 1 ? (groups[1] & 0x7f) << 7 : 0)
          + (groups.size > 2 ? (groups[2] & 0x7f) << 14 : 0)
          + (groups.size > 3 ? (groups[3] & 0x7f) << 21 : 0)
