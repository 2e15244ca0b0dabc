meta:
  id: cpt_container
  title: OpenVZ CPT, container and accounting objects
  license: MIT
  ks-version: "0.10"
  endian: le
  imports:
    - cpt_common
doc: |
  Fixed parts of the container record, beancounters, control groups and the resource manager objects.
types:
  veinfo:
    doc: |
      Limits and clocks of the container, the only object of the VEINFO section. It has no content. Restore
      fails without it.
    seq:
      - id: shm_ctl_max
        -orig-id: shm_ctl_max
        type: u4
        -unit: bytes
        doc: |
          Largest shared memory segment allowed (SHMMAX). 0 stands for 2^32-1, and 2^32-1 for anything above.
          2.6.18-028stab056 leaves it stale unless the limit is above 2^32-1, yet installs it on restore.
      - id: shm_ctl_all
        -orig-id: shm_ctl_all
        type: u4
        -unit: pages
        doc: |
          Shared memory allowed in total (SHMALL). 0 stands for 2^32-1. Left stale by 2.6.18-028stab056 like
          `shm_ctl_max`.
      - id: shm_ctl_mni
        -orig-id: shm_ctl_mni
        type: u4
        doc: Number of shared memory segments allowed (SHMMNI).
      - id: msg_ctl_max
        -orig-id: msg_ctl_max
        type: u4
        -unit: bytes
        doc: Size of a message allowed (MSGMAX).
      - id: msg_ctl_mni
        -orig-id: msg_ctl_mni
        type: u4
        doc: Number of message queues allowed (MSGMNI).
      - id: msg_ctl_mnb
        -orig-id: msg_ctl_mnb
        type: u4
        -unit: bytes
        doc: Default size of a message queue (MSGMNB).
      - id: sem_ctl_arr
        -orig-id: sem_ctl_arr
        type: u4
        repeat: expr
        repeat-expr: 4
        doc: |
          Semaphore limits in this order; semaphores per set (SEMMSL), semaphores in total (SEMMNS),
          operations per call (SEMOPM), sets in total (SEMMNI).
      - id: start_timespec_delta
        -orig-id: start_timespec_delta
        type: u8
        -unit: timespec
        doc: |
          Age of the container on the monotonic clock at the dump. Restore sets the start of the container
          this far before the moment of its creation.
      - id: start_jiffies_delta
        -orig-id: start_jiffies_delta
        type: u8
        -unit: jiffies
        doc: The same age in jiffies of the writing kernel.
      - id: last_pid
        -orig-id: last_pid
        type: u4
        if: hdrlen >= 144
        doc: |
          Pid given out last; new pids are searched from here. 0 = lowest free pid. From 2.6.26 (`hdrlen`
          144).
      - id: rnd_va_space
        -orig-id: rnd_va_space
        type: u4
        if: hdrlen >= 144
        doc: |
          Setting of address randomisation plus 1; 0 = keep the default of the kernel. Written by 2.6.32,
          stale or zero before.
      - id: vpid_max
        -orig-id: vpid_max
        type: u4
        if: hdrlen >= 144
        doc: |
          Limit for pids in the container; used when it is not 0 and below the limit of the kernel. Written
          from kernel 042stab061, 0 before.
      - id: pad1
        -orig-id: __cpt_pad1
        type: u4
        if: hdrlen >= 144
        -pad: true
      - id: real_start_timespec_delta
        -orig-id: real_start_timespec_delta
        type: u8
        if: hdrlen >= 144
        -unit: timespec
        doc: |
          Age of the container on the boot time clock, which counts suspended time. 0 = absent,
          `start_timespec_delta` counts. Written from kernel 042stab061.
      - id: reserved
        -orig-id: reserved
        type: u8
        repeat: expr
        repeat-expr: 6
        if: hdrlen >= 144
        doc: Zero, for later use.
      - id: aio_max_nr
        -orig-id: aio_max_nr
        type: u8
        if: hdrlen >= 152
        doc: Limit for asynchronous requests in the container. From kernel 042stab108 (`hdrlen` 152 or more).
      - id: ve_bcap
        -orig-id: cpt_ve_bcap
        type: u8
        if: hdrlen >= 160
        -bits: cpt_common::capability
        doc: |
          Capabilities that tasks of the container can have at all. From kernel 042stab108 (`hdrlen` 160);
          without it the effective capabilities of the init task are the bound.
    instances:
      hdrlen:
        value: _io.size + 16
  ubparm:
    doc: |
      Limits and counters of one resource in a beancounter. Resources named *pages count pages, *size and *buf
      count bytes, num* count objects. 2^64-1 = no limit.
    seq:
      - id: barrier
        -orig-id: barrier
        type: u8
        doc: Soft limit, or guarantee for the *guarpages resources.
      - id: limit
        -orig-id: limit
        type: u8
        doc: Hard limit.
      - id: held
        -orig-id: held
        type: u8
        doc: Amount in use; 2^64-1 in the current copy, where use starts anew with the restored objects.
      - id: maxheld
        -orig-id: maxheld
        type: u8
        doc: Highest amount in use so far.
      - id: minheld
        -orig-id: minheld
        type: u8
        doc: Lowest amount in use so far.
      - id: failcnt
        -orig-id: failcnt
        type: u8
        doc: Number of refused charges.
  ubc:
    doc: |
      One beancounter, the account of a container's resources; an object of the UBC section. It has no
      content. Parents stand before their children. The header's content code ARRAY says that `ub_resources`
      and `ub_flags` are valid; with VOID (2.6.18, 2.6.26) they are stale and 24 resources are stored. Images
      of versions 0x000, 0x100 and 0x200 have values that restore ignores.
    seq:
      - id: parent
        -orig-id: cpt_parent
        type: u8
        -position-of: ubc
        doc: Position of the parent beancounter; 2^64-1 for the top one. A beancounter must not name itself.
      - id: id
        -orig-id: cpt_id
        type: u4
        doc: Number of the beancounter inside its parent; 0 for the top one.
      - id: ub_resources
        -orig-id: cpt_ub_resources
        type: u2
        doc: |
          Number of resources stored; 24, or 25 from RHEL6 kernels. Stale in 2.6.18 and 2.6.26 images. A
          kernel that knows less refuses the image.
      - id: ub_flags
        -orig-id: cpt_ub_flags
        type: u2
        -flags: cpt_common::ub_flag
        doc: Bit 0 says that no stored copies are there. Stale in 2.6.18 and 2.6.26 images.
      - id: parms
        -orig-id: cpt_parms
        type: ubparm
        repeat: expr
        repeat-expr: 64
        doc: |
          Entry 2i is the current state and entry 2i+1 the stored copy of resource i, as numbered by the
          enumeration `ub_resource`. Entries of unused numbers and missing stored copies are stale. 2.6.18
          only counts physpages, so a limit of 0 there means nothing; RHEL6 enforces it.
  cgroup:
    doc: |
      One control group directory, an object inside CGROUPS. Content: NAME with the directory name (absent for
      the root), then the u32 pids of the members, ended by 0 and not padded. From kernel 042stab061.
    seq:
      - id: index
        -orig-id: cpt_index
        type: u4
        doc: Running number of the control group in the image.
      - id: parent
        -orig-id: cpt_parent
        type: s4
        valid:
          min: -1
        doc: |
          `index` of the parent, which stands earlier; -1 for the root of a hierarchy.
      - id: flags
        -orig-id: cpt_flags
        type: u4
        -flags: cpt_common::cgroup_flag
        doc: Set bits are added to uncleared memory, so other bits are stale.
      - id: pad_at_28
        size: 4
        if: hdrlen >= 32
        -pad: true
    instances:
      hdrlen:
        value: _io.size + 16
  slm_sgreg:
    doc: |
      A group of a closed resource manager, an object of the SLM_SGREGS section. No public kernel writes or
      reads it; the meaning of the fields is inferred from their names.
    seq:
      - id: size
        -orig-id: cpt_size
        type: u4
        -unit: bytes
        doc: Length of the data of the manager.
      - id: pad1
        -orig-id: __cpt_pad1
        type: u4
        -pad: true
      - id: id
        -orig-id: cpt_id
        type: u4
        doc: Number of the group.
      - id: resource
        -orig-id: cpt_resource
        type: u2
        doc: Number of the resource.
      - id: regname
        -orig-id: cpt_regname
        size: 32
        -text: true
        doc: Name of the group, ended by a zero byte.
      - id: pad2
        -orig-id: __cpt_pad2
        size: 2
        -pad: true
  slm_regobj:
    doc: |
      A member of a group of a closed resource manager, an object of the SLM_REGOBJS section. No public kernel
      writes or reads it; the meaning is inferred.
    seq:
      - id: size
        -orig-id: cpt_size
        type: u4
        -unit: bytes
        doc: Length of the data of the manager.
      - id: pad1
        -orig-id: __cpt_pad1
        type: u4
        -pad: true
