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
    seq:
      - id: shm_ctl_max
        -orig-id: shm_ctl_max
        type: u4
      - id: shm_ctl_all
        -orig-id: shm_ctl_all
        type: u4
      - id: shm_ctl_mni
        -orig-id: shm_ctl_mni
        type: u4
      - id: msg_ctl_max
        -orig-id: msg_ctl_max
        type: u4
      - id: msg_ctl_mni
        -orig-id: msg_ctl_mni
        type: u4
      - id: msg_ctl_mnb
        -orig-id: msg_ctl_mnb
        type: u4
      - id: sem_ctl_arr
        -orig-id: sem_ctl_arr
        type: u4
        repeat: expr
        repeat-expr: 4
      - id: start_timespec_delta
        -orig-id: start_timespec_delta
        type: u8
        -unit: timespec
      - id: start_jiffies_delta
        -orig-id: start_jiffies_delta
        type: u8
        -unit: jiffies
      - id: last_pid
        -orig-id: last_pid
        type: u4
        if: hdrlen >= 144
      - id: rnd_va_space
        -orig-id: rnd_va_space
        type: u4
        if: hdrlen >= 144
      - id: vpid_max
        -orig-id: vpid_max
        type: u4
        if: hdrlen >= 144
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
      - id: reserved
        -orig-id: reserved
        type: u8
        repeat: expr
        repeat-expr: 6
        if: hdrlen >= 144
      - id: aio_max_nr
        -orig-id: aio_max_nr
        type: u8
        if: hdrlen >= 152
      - id: ve_bcap
        -orig-id: cpt_ve_bcap
        type: u8
        if: hdrlen >= 160
    instances:
      hdrlen:
        value: _io.size + 16
  ubparm:
    seq:
      - id: barrier
        -orig-id: barrier
        type: u8
      - id: limit
        -orig-id: limit
        type: u8
      - id: held
        -orig-id: held
        type: u8
      - id: maxheld
        -orig-id: maxheld
        type: u8
      - id: minheld
        -orig-id: minheld
        type: u8
      - id: failcnt
        -orig-id: failcnt
        type: u8
  ubc:
    seq:
      - id: parent
        -orig-id: cpt_parent
        type: u8
        -position-of: ubc
      - id: id
        -orig-id: cpt_id
        type: u4
      - id: ub_resources
        -orig-id: cpt_ub_resources
        type: u2
      - id: ub_flags
        -orig-id: cpt_ub_flags
        type: u2
        -flags: cpt_common::ub_flag
      - id: parms
        -orig-id: cpt_parms
        type: ubparm
        repeat: expr
        repeat-expr: 64
  cgroup:
    seq:
      - id: index
        -orig-id: cpt_index
        type: u4
      - id: parent
        -orig-id: cpt_parent
        type: s4
      - id: flags
        -orig-id: cpt_flags
        type: u4
        -flags: cpt_common::cgroup_flag
      - id: pad_at_28
        size: 4
        if: hdrlen >= 32
        -pad: true
    instances:
      hdrlen:
        value: _io.size + 16
  slm_sgreg:
    seq:
      - id: size
        -orig-id: cpt_size
        type: u4
      - id: pad1
        -orig-id: __cpt_pad1
        type: u4
        -pad: true
      - id: id
        -orig-id: cpt_id
        type: u4
      - id: resource
        -orig-id: cpt_resource
        type: u2
      - id: regname
        -orig-id: cpt_regname
        size: 32
        -text: true
      - id: pad2
        -orig-id: __cpt_pad2
        size: 2
        -pad: true
  slm_regobj:
    seq:
      - id: size
        -orig-id: cpt_size
        type: u4
      - id: pad1
        -orig-id: __cpt_pad1
        type: u4
        -pad: true
