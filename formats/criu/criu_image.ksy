meta:
  id: criu_image
  title: CRIU image file, framing
  application: CRIU
  file-extension: img
  license: CC0-1.0
  ks-version: 0.11
  endian: le
doc: |
  The frame of a CRIU image file that has records and no payloads between them: one or two magic numbers,
  then size-prefixed protobuf messages to the end of the file. Files with payloads are read record by record
  with `record`, then the payload by criu_payloads.

  Integers have the byte order of the machine that dumped: little-endian on all architectures but s390.
  Raw images (pages, iptables, netlink dumps, tar) have no frame at all and are known by their names.
doc-ref: https://criu.org/Images
seq:
  - id: head
    type: magics
  - id: records
    type: record
    repeat: eos
types:
  magics:
    seq:
      - id: first
        type: u4
        doc: The type, up to CRIU 1.5 and in inventory.img; else which kind of file this is.
      - id: second
        type: u4
        if: has_head
        doc: The type.
    instances:
      has_head:
        value: first == 0x54564319 or first == 0x55105940
      type_magic:
        value: 'has_head ? second : first'
      len_magics:
        value: 'has_head ? 8 : 4'
  record:
    seq:
      - id: len_message
        type: u4
        valid:
          max: 0x4000000
        doc: Zero is legal, a message with no field set.
      - id: message
        size: len_message
        doc: A proto2 message; proto/*.proto says which fields. See criu_message for its wire form.
enums:
  head_magic:
    0x54564319: common
    0x55105940: service
