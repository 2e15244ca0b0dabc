meta:
  id: criu_message
  title: protobuf message as CRIU writes it, wire form
  application: CRIU
  license: CC0-1.0
  ks-version: 0.11
  endian: le
doc: |
  The wire form of one protobuf message: keys and values, without their meaning. protobuf-c writes ascending
  field numbers and lists unpacked; readers must rely on neither. Groups (wire types 3 and 4) do not occur.
doc-ref: https://protobuf.dev/programming-guides/encoding/
seq:
  - id: fields
    type: field
    repeat: eos
types:
  field:
    seq:
      - id: key
        type: varint
      - id: value
        type:
          switch-on: wire_type
          cases:
            'wire_type::varint': varint
            'wire_type::fixed64': fixed64
            'wire_type::bytes': bytes
            'wire_type::fixed32': fixed32
    instances:
      number:
        value: key.low >> 3
      wire_type:
        value: key.low & 7
        enum: wire_type
  varint:
    doc: Groups of seven bits, the lowest first; the top bit says that another follows. At most ten bytes.
    seq:
      - id: groups
        type: u1
        repeat: until
        repeat-until: _ < 0x80
    instances:
      len_groups:
        value: groups.size
      low:
        value: >-
          (groups[0] & 0x7f)
          + (len_groups > 1 ? (groups[1] & 0x7f) << 7 : 0)
          + (len_groups > 2 ? (groups[2] & 0x7f) << 14 : 0)
          + (len_groups > 3 ? (groups[3] & 0x7f) << 21 : 0)
        doc: The low 28 bits, enough for keys and for the lengths in real images.
  bytes:
    seq:
      - id: len_data
        type: varint
      - id: data
        size: len_data.low
  fixed64:
    seq:
      - id: low
        type: u4
      - id: high
        type: u4
  fixed32:
    seq:
      - id: low
        type: u4
enums:
  wire_type:
    0: varint
    1: fixed64
    2: bytes
    5: fixed32
