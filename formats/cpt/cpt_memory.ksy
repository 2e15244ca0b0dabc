meta:
  id: cpt_memory
  title: OpenVZ CPT, memory objects
  license: MIT
  ks-version: "0.10"
  endian: le
  imports:
    - cpt_common
doc: |
  Fixed parts of the objects in the MM section. Each type starts after the 16-byte object header;
  `hdrlen` in conditions is the header length that the writing kernel stored.
types:
  mm:
    seq:
      - id: start_code
        -orig-id: cpt_start_code
        type: u8
      - id: end_code
        -orig-id: cpt_end_code
        type: u8
      - id: start_data
        -orig-id: cpt_start_data
        type: u8
      - id: end_data
        -orig-id: cpt_end_data
        type: u8
      - id: start_brk
        -orig-id: cpt_start_brk
        type: u8
      - id: brk
        -orig-id: cpt_brk
        type: u8
      - id: start_stack
        -orig-id: cpt_start_stack
        type: u8
      - id: start_arg
        -orig-id: cpt_start_arg
        type: u8
      - id: end_arg
        -orig-id: cpt_end_arg
        type: u8
      - id: start_env
        -orig-id: cpt_start_env
        type: u8
      - id: end_env
        -orig-id: cpt_end_env
        type: u8
      - id: def_flags
        -orig-id: cpt_def_flags
        type: u8
      - id: mmub
        -orig-id: cpt_mmub
        type: u8
        -position-of: ubc
      - id: dumpable
        -orig-id: cpt_dumpable
        type: u1
      - id: vps_dumpable
        -orig-id: cpt_vps_dumpable
        type: u1
      - id: used_hugetlb
        -orig-id: cpt_used_hugetlb
        type: u1
      - id: pad
        -orig-id: __cpt_pad
        type: u1
        -pad: true
      - id: vdso
        -orig-id: cpt_vdso
        type: u4
      - id: mm_flags
        -orig-id: cpt_mm_flags
        type: u8
        if: hdrlen >= 136
    instances:
      hdrlen:
        value: _io.size + 16
  vma:
    seq:
      - id: file
        -orig-id: cpt_file
        type: u8
        -position-of: file
      - id: type
        -orig-id: cpt_type
        type: u4
        enum: cpt_common::vma_type
      - id: anonvma
        -orig-id: cpt_anonvma
        type: u4
      - id: anonvmaid
        -orig-id: cpt_anonvmaid
        type: u8
      - id: start
        -orig-id: cpt_start
        type: u8
      - id: end
        -orig-id: cpt_end
        type: u8
      - id: flags
        -orig-id: cpt_flags
        type: u8
      - id: pgprot
        -orig-id: cpt_pgprot
        type: u8
      - id: pgoff
        -orig-id: cpt_pgoff
        type: u8
  pages:
    seq:
      - id: start
        -orig-id: cpt_start
        type: u8
      - id: end
        -orig-id: cpt_end
        type: u8
  copypages:
    seq:
      - id: start
        -orig-id: cpt_start
        type: u8
      - id: end
        -orig-id: cpt_end
        type: u8
      - id: source
        -orig-id: cpt_source
        type: u8
        -position-of: mm
  remappages:
    seq:
      - id: start
        -orig-id: cpt_start
        type: u8
      - id: end
        -orig-id: cpt_end
        type: u8
      - id: pgoff
        -orig-id: cpt_pgoff
        type: u8
  lazypages:
    seq:
      - id: start
        -orig-id: cpt_start
        type: u8
      - id: end
        -orig-id: cpt_end
        type: u8
      - id: index
        -orig-id: cpt_index
        type: u8
  iterpages:
    seq:
      - id: start
        -orig-id: cpt_start
        type: u8
      - id: end
        -orig-id: cpt_end
        type: u8
  aio_context:
    seq:
      - id: max_reqs
        -orig-id: cpt_max_reqs
        type: u4
      - id: ring_pages
        -orig-id: cpt_ring_pages
        type: u4
      - id: tail
        -orig-id: cpt_tail
        type: u4
      - id: nr
        -orig-id: cpt_nr
        type: u4
      - id: mmap_base
        -orig-id: cpt_mmap_base
        type: u8
