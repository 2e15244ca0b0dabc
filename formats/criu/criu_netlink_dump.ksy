meta:
  id: criu_netlink_dump
  title: Network state in CRIU images, saved by iproute2
  application: CRIU
  license: CC0-1.0
  ks-version: 0.11
  endian: le
doc: |
  ifaddr-N.img, route-N.img, route6-N.img and rule-N.img: what `ip ... save` prints. A magic number of iproute2,
  then netlink messages as the kernel sent them. An empty dump is the magic number alone.
doc-ref: https://www.man7.org/linux/man-pages/man7/netlink.7.html
seq:
  - id: magic
    type: u4
    enum: dump_magic
  - id: messages
    type: message
    repeat: eos
types:
  message:
    seq:
      - id: len_message
        type: u4
        valid:
          min: 16
        doc: With these 16 bytes.
      - id: type
        type: u2
      - id: flags
        type: u2
      - id: sequence
        type: u4
      - id: port
        type: u4
      - id: body
        size: len_message - 16
      - id: padding
        size: (4 - len_message % 4) % 4
enums:
  dump_magic:
    0x45311224: route
    0x47361222: address
    0x71706986: rule
