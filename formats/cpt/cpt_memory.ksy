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
    doc: |
      One address space, an object of the MM section. Content: a BITS object with the LDT (only if there is
      one), MM_AUXV (from kernel 042stab076), then the VMA objects in ascending order and the AIO contexts.
      Tasks share an address space when their `mm` fields hold the same position.
    seq:
      - id: start_code
        -orig-id: cpt_start_code
        type: u8
        doc: Address of the first byte of the program code.
      - id: end_code
        -orig-id: cpt_end_code
        type: u8
        doc: Address behind the program code.
      - id: start_data
        -orig-id: cpt_start_data
        type: u8
        doc: Address of the first byte of the initialised data.
      - id: end_data
        -orig-id: cpt_end_data
        type: u8
        doc: Address behind the initialised data.
      - id: start_brk
        -orig-id: cpt_start_brk
        type: u8
        doc: Start address of the heap.
      - id: brk
        -orig-id: cpt_brk
        type: u8
        doc: Current end address of the heap.
      - id: start_stack
        -orig-id: cpt_start_stack
        type: u8
        doc: Stack pointer that the program was started with.
      - id: start_arg
        -orig-id: cpt_start_arg
        type: u8
        doc: Address of the first argument string.
      - id: end_arg
        -orig-id: cpt_end_arg
        type: u8
        doc: Address behind the argument strings.
      - id: start_env
        -orig-id: cpt_start_env
        type: u8
        doc: Address of the first environment string.
      - id: end_env
        -orig-id: cpt_end_env
        type: u8
        doc: Address behind the environment strings.
      - id: def_flags
        -orig-id: cpt_def_flags
        type: u8
        -flags: cpt_common::vm_flag
        doc: Flags that every new mapping gets, for example `locked` after mlockall.
      - id: mmub
        -orig-id: cpt_mmub
        type: u8
        -position-of: ubc
        doc: |
          Position of the beancounter charged for the memory. RHEL6 kernels only look it up and do not use it.
      - id: dumpable
        -orig-id: cpt_dumpable
        type: u1
        doc: |
          Core dump permission. 2.6.18: 0 no, 1 yes, 2 only readable by root. 2.6.26 and vanilla 2.6.32: the
          low byte of the mm flags. RHEL6 kernels leave it stale and use `mm_flags`.
      - id: vps_dumpable
        -orig-id: cpt_vps_dumpable
        type: u1
        doc: |
          The permission to dump or trace the program from inside the container; 1 in all real images. The
          meaning is inferred from the name.
      - id: used_hugetlb
        -orig-id: cpt_used_hugetlb
        type: u1
        doc: Marks use of huge pages (inferred from the name); 0 in all real images, unused by RHEL6 kernels.
      - id: pad
        -orig-id: __cpt_pad
        type: u1
        -pad: true
      - id: vdso
        -orig-id: cpt_vdso
        type: u4
        doc: |
          Low 32 bits of the address of the vdso. 2.6.18-028stab056 leaves it stale and does not read it;
          valid in images of version 0x303 and later (read on restore from 0x100 on).
      - id: mm_flags
        -orig-id: cpt_mm_flags
        type: u8
        if: hdrlen >= 136
        -flags: cpt_common::mm_flag
        doc: |
          Core dump settings of the address space. Bits 0 and 1 are the core dump permission, 0, 1 or 3 for
          what `dumpable` codes as 0, 1 and 2. From kernel 042stab061 (`hdrlen` 136).
    instances:
      hdrlen:
        value: _io.size + 16
  vma:
    doc: |
      One mapped area, an object inside MM. Content: page blocks (PAGES, COPYPAGES, REMAPPAGES, LAZYPAGES,
      ITERPAGES) in ascending order. Addresses that no block covers are filled on demand from the mapped file
      or with zeros.
    seq:
      - id: file
        -orig-id: cpt_file
        type: u8
        -position-of: file
        doc: Position of the mapped FILE, also for a System V segment; 2^64-1 for an anonymous area.
      - id: type
        -orig-id: cpt_type
        type: u4
        enum: cpt_common::vma_type
        doc: Kind of the area. 2.6.18 writes only 0 and 1; 2 comes with 2.6.26, 3 with 042stab061.
      - id: anonvma
        -orig-id: cpt_anonvma
        type: u4
        valid:
          max: 1
        doc: |
          1 when a page of the area is shared with another address space or came from a page copy; then
          `anonvmaid` counts.
      - id: anonvmaid
        -orig-id: cpt_anonvmaid
        type: u8
        doc: |
          Areas with the same number can share pages copy-on-write. It is a kernel address of the source, good
          only for comparing. 2.6.18: one for each anonymous area of a family; RHEL6: one for all relatives by
          fork.
      - id: start
        -orig-id: cpt_start
        type: u8
        doc: Address of the first byte of the area.
      - id: end
        -orig-id: cpt_end
        type: u8
        doc: Address behind the area.
      - id: flags
        -orig-id: cpt_flags
        type: u8
        -flags: cpt_common::vm_flag
        doc: |
          Flags of the area as the writing kernel numbers them. A restoring kernel logs a difference after
          mapping and goes on.
      - id: pgprot
        -orig-id: cpt_pgprot
        type: u8
        doc: |
          Page table protection bits of the writing kernel, bit 63 is no-execute. A difference is only logged
          on restore (inferred).
      - id: pgoff
        -orig-id: cpt_pgoff
        type: u8
        -unit: pages
        doc: |
          Offset in the mapped file, in pages. For an anonymous area the page number of the address at which
          it was created.
  pages:
    doc: |
      A run of pages. In VMA it covers addresses, in INODE of a deleted file or shared memory segment it
      covers byte offsets. Content: end - start bytes of data, or nothing where the header says VOID (zero
      pages). The object VSYSCALL, the only one of its section, has the same form and holds the 32-bit vdso
      page of the source.
    seq:
      - id: start
        -orig-id: cpt_start
        type: u8
        doc: First address, or first byte offset in the file. A kernel address in VSYSCALL.
      - id: end
        -orig-id: cpt_end
        type: u8
        doc: |
          Address or byte offset behind the run. The end of a file need not be a multiple of the page size in
          2.6.18 images; RHEL6 writes whole pages.
  copypages:
    doc: |
      A run of pages shared copy-on-write with another address space, an object inside VMA. It has no content.
    seq:
      - id: start
        -orig-id: cpt_start
        type: u8
        doc: First address.
      - id: end
        -orig-id: cpt_end
        type: u8
        doc: Address behind the run.
      - id: source
        -orig-id: cpt_source
        type: u8
        -position-of: mm
        doc: |
          Position of the MM whose pages at the same addresses are shared. It stands earlier in the MM
          section.
  remappages:
    doc: A run of a non-linear file mapping, an object inside VMA. It has no content.
    seq:
      - id: start
        -orig-id: cpt_start
        type: u8
        doc: First address.
      - id: end
        -orig-id: cpt_end
        type: u8
        doc: Address behind the run.
      - id: pgoff
        -orig-id: cpt_pgoff
        type: u8
        -unit: pages
        doc: Page of the file that is mapped at `start`.
  lazypages:
    doc: |
      A run of pages that stay on the source node and are fetched on demand, an object inside VMA. It has no
      content. An image with such objects is not self-contained; RHEL6 kernels refuse it.
    seq:
      - id: start
        -orig-id: cpt_start
        type: u8
        doc: First address.
      - id: end
        -orig-id: cpt_end
        type: u8
        doc: Address behind the run.
      - id: index
        -orig-id: cpt_index
        type: u8
        doc: Handle of the first page at the page server of the source node.
  iterpages:
    doc: |
      A run of at most 16 pages sent before the freeze, an object inside VMA or (RHEL6) inside INODE of shared
      memory. Content: one u64 per page, the handle of the page in the side stream. The object ITERYOUNGPAGES
      has the same form and marks pages used recently. An image with such objects is not self-contained.
    seq:
      - id: start
        -orig-id: cpt_start
        type: u8
        doc: First address, or first byte offset in the segment.
      - id: end
        -orig-id: cpt_end
        type: u8
        doc: Address or byte offset behind the run.
  aio_context:
    doc: |
      One context for asynchronous input and output, an object inside MM. It has no content; the ring is
      ordinary memory of the process.
    seq:
      - id: max_reqs
        -orig-id: cpt_max_reqs
        type: u4
        doc: Number of requests that io_setup was called for.
      - id: ring_pages
        -orig-id: cpt_ring_pages
        type: u4
        -unit: pages
        doc: Size of the ring; must equal what the restoring kernel computes for `max_reqs`.
      - id: tail
        -orig-id: cpt_tail
        type: u4
        doc: Next entry of the ring that the kernel fills.
      - id: nr
        -orig-id: cpt_nr
        type: u4
        doc: Number of entries of the ring; must equal what the restoring kernel computes.
      - id: mmap_base
        -orig-id: cpt_mmap_base
        type: u8
        doc: Address of the ring, which is also the context handle of the program.
