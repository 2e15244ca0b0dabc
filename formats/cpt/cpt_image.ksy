meta:
  id: cpt_image
  title: OpenVZ CPT checkpoint image
  application: OpenVZ kernel checkpoint/restart (cpt/rst), kernels 2.6.8 to 2.6.32
  file-extension: cpt
  license: MIT
  ks-version: "0.10"
  endian: le
  imports:
    - cpt_common
    - cpt_container
    - cpt_files
    - cpt_ipc
    - cpt_memory
    - cpt_network
    - cpt_task
doc: |
  A container checkpointed by an OpenVZ kernel: one header, sections back to back, and a trailer section
  whose only object is the 248-byte tail. Sections and objects carry their own length (`next`) and the
  length of their fixed part (`hdrlen`). `hdrlen`, not the image version, tells which fields an object has:
  a field beyond it is absent, not zero.

  All numbers are little-endian. "Position" means an absolute byte offset from the start of the file;
  2^64-1 is no position. Nothing may be assumed about alignment: follow `next`.
seq:
  - id: header
    type: major_header
  - id: sections
    type: section
    repeat: eos
types:
  major_header:
    doc: The first bytes of the file. 80 bytes in every known version.
    seq:
      - id: signature
        -orig-id: cpt_signature
        contents: [0x79, 0x1c, 0x01, 0x63]
      - id: hdrlen
        -orig-id: cpt_hdrlen
        type: u2
        valid:
          min: 80
        doc: Length of this header in bytes; the first section starts here.
      - id: fixed
        size: hdrlen - 6
        type: image_header
  image_header:
    seq:
      - id: image_version
        -orig-id: cpt_image_version
        type: u2
        enum: cpt_common::image_version
        doc: High byte is the kernel line, low nibble the minor version of that line.
      - id: os_arch
        -orig-id: cpt_os_arch
        type: u2
        enum: cpt_common::os_arch
        doc: Architecture of the kernel that wrote the image.
      - id: pad1
        -orig-id: __cpt_pad1
        type: u2
        -pad: true
      - id: ve_features
        -orig-id: cpt_ve_features
        type: u4
        -flags: cpt_common::ve_feature
        doc: Low half of the container's feature mask.
      - id: ve_features2
        -orig-id: cpt_ve_features2
        type: u4
        doc: High half of the container's feature mask.
      - id: pagesize
        -orig-id: cpt_pagesize
        type: u2
        -unit: bytes
        doc: Page size of the writing kernel; 4096 on x86. Not checked on restore.
      - id: hz
        -orig-id: cpt_hz
        type: u2
        doc: Timer ticks per second of the writing kernel. A kernel with another HZ refuses the image.
      - id: start_jiffies64
        -orig-id: cpt_start_jiffies64
        type: u8
        -unit: jiffies
        doc: Jiffies counter of the container at the moment of suspension.
      - id: start_sec
        -orig-id: cpt_start_sec
        type: u4
        -unit: s
        doc: Wall clock at the moment of suspension, seconds since 1970.
      - id: start_nsec
        -orig-id: cpt_start_nsec
        type: u4
        -unit: ns
        valid:
          max: 999999999
        doc: Nanoseconds of the same moment; a multiple of 1000.
      - id: cpu_caps
        -orig-id: cpt_cpu_caps
        type: u4
        repeat: expr
        repeat-expr: 4
        doc: Word 0 holds bits for CPU features and for unsupported features met; never read on restore.
      - id: kernel_config
        -orig-id: cpt_kernel_config
        type: u4
        repeat: expr
        repeat-expr: 4
        doc: Word 0 bit 0 says that the writing kernel used 64-bit page table entries.
      - id: iptables_mask
        -orig-id: cpt_iptables_mask
        type: u8
        doc: Netfilter modules that the container uses, handed to container creation.
  section:
    seq:
      - id: header
        type: section_header
      - id: objects
        size: header.next - header.hdrlen
        type: object_list(0, 0)
  section_header:
    seq:
      - id: next
        -orig-id: cpt_next
        type: u8
        valid:
          min: 16
        doc: Length of the whole section in bytes, this header included.
      - id: section
        -orig-id: cpt_section
        type: u4
        enum: cpt_common::section_type
      - id: hdrlen
        -orig-id: cpt_hdrlen
        type: u2
        valid:
          min: 16
        doc: Length of this header in bytes.
      - id: align
        -orig-id: cpt_align
        type: u2
        doc: Always 0, never read.
      - id: extra
        size: hdrlen - 16
  object_list:
    params:
      - id: parent_object
        type: u4
      - id: parent_hdrlen
        type: u2
    seq:
      - id: entries
        type: any_object(parent_object, parent_hdrlen)
        repeat: eos
  any_object:
    doc: |
      Header, fixed part, then either further objects or opaque content up to `next`.
    params:
      - id: parent_object
        type: u4
      - id: parent_hdrlen
        type: u2
    seq:
      - id: header
        type: object_header
      - id: fixed
        size: header.hdrlen - 16
        type:
          switch-on: kind
          cases:
            'cpt_common::object_type::aio_context': cpt_memory::aio_context
            'cpt_common::object_type::bits': cpt_common::bits
            'cpt_common::object_type::cgroup': cpt_container::cgroup
            'cpt_common::object_type::copypages': cpt_memory::copypages
            'cpt_common::object_type::epoll': cpt_files::epoll
            'cpt_common::object_type::epoll_file': cpt_files::epoll_file
            'cpt_common::object_type::eventfd': cpt_files::eventfd
            'cpt_common::object_type::file': cpt_files::file
            'cpt_common::object_type::filedesc': cpt_files::filedesc
            'cpt_common::object_type::files': cpt_files::files
            'cpt_common::object_type::flock': cpt_files::flock(_root.header.fixed.os_arch.to_i)
            'cpt_common::object_type::fs': cpt_files::fs
            'cpt_common::object_type::ia64_regs': cpt_task::ia64_regs
            'cpt_common::object_type::inode': cpt_files::inode
            'cpt_common::object_type::inotify': cpt_files::inotify
            'cpt_common::object_type::inotify_event': cpt_files::inotify_event
            'cpt_common::object_type::inotify_watch': cpt_files::inotify_watch
            'cpt_common::object_type::iterpages': cpt_memory::iterpages
            'cpt_common::object_type::iteryoungpages': cpt_memory::iterpages
            'cpt_common::object_type::lastsiginfo': cpt_task::siginfo
            'cpt_common::object_type::lazypages': cpt_memory::lazypages
            'cpt_common::object_type::mm': cpt_memory::mm
            'cpt_common::object_type::name': cpt_common::name
            'cpt_common::object_type::net_br': cpt_network::net_br
            'cpt_common::object_type::net_br_dev': cpt_network::net_br_dev
            'cpt_common::object_type::net_conntrack': cpt_network::net_conntrack
            'cpt_common::object_type::net_conntrack_expect': cpt_network::net_conntrack_expect(parent_hdrlen)
            'cpt_common::object_type::net_device': cpt_network::net_device
            'cpt_common::object_type::net_hwaddr': cpt_network::net_hwaddr
            'cpt_common::object_type::net_idev_cnf': cpt_network::net_idev_cnf
            'cpt_common::object_type::net_ifaddr': cpt_network::net_ifaddr
            'cpt_common::object_type::net_ipip_tunnel': cpt_network::net_ipip_tunnel
            'cpt_common::object_type::net_stats': cpt_network::net_stats
            'cpt_common::object_type::net_tap_filter': cpt_network::net_tap_filter
            'cpt_common::object_type::net_tuntap': cpt_network::net_tuntap
            'cpt_common::object_type::net_veth': cpt_network::net_veth
            'cpt_common::object_type::openreq': cpt_network::openreq
            'cpt_common::object_type::pages': cpt_memory::pages
            'cpt_common::object_type::posix_timer': cpt_task::posix_timer(_root.header.fixed.os_arch.to_i)
            'cpt_common::object_type::ref': cpt_common::ref
            'cpt_common::object_type::remappages': cpt_memory::remappages
            'cpt_common::object_type::sigaltstack': cpt_task::sigaltstack
            'cpt_common::object_type::sighandler': cpt_task::sighandler
            'cpt_common::object_type::siginfo': cpt_task::siginfo
            'cpt_common::object_type::signal_struct': cpt_task::signal_struct
            'cpt_common::object_type::skb': cpt_network::skb
            'cpt_common::object_type::skfilter': cpt_common::bits
            'cpt_common::object_type::slm_regobj': cpt_container::slm_regobj
            'cpt_common::object_type::slm_sgreg': cpt_container::slm_sgreg
            'cpt_common::object_type::sock_mcaddr': cpt_network::sock_mcaddr
            'cpt_common::object_type::sock_packet': cpt_network::sock_packet
            'cpt_common::object_type::sock_packet_mc': cpt_network::sock_packet_mc
            'cpt_common::object_type::socket': cpt_network::socket
            'cpt_common::object_type::sysv_sem': cpt_ipc::sysv_sem
            'cpt_common::object_type::sysv_shm': cpt_ipc::sysv_shm
            'cpt_common::object_type::sysvmsg': cpt_ipc::sysvmsg
            'cpt_common::object_type::sysvmsg_msg': cpt_ipc::sysvmsg_msg
            'cpt_common::object_type::sysvsem_undo_rec': cpt_ipc::sysvsem_undo_rec
            'cpt_common::object_type::task': cpt_task::task
            'cpt_common::object_type::task_aux': cpt_task::task_aux
            'cpt_common::object_type::timerfd': cpt_files::timerfd
            'cpt_common::object_type::trailer': major_tail
            'cpt_common::object_type::tty': cpt_files::tty
            'cpt_common::object_type::ubc': cpt_container::ubc
            'cpt_common::object_type::veinfo': cpt_container::veinfo
            'cpt_common::object_type::vfsmount': cpt_files::vfsmount
            'cpt_common::object_type::vma': cpt_memory::vma
            'cpt_common::object_type::vsyscall': cpt_memory::pages
            'cpt_common::object_type::x86_64_regs': cpt_task::x86_64_regs
            'cpt_common::object_type::x86_regs': cpt_task::x86_regs
      - id: content
        doc: |
          Objects of these kinds hold further objects; the content of all others is raw bytes.
        size: header.next - header.hdrlen
        type:
          switch-on: kind
          cases:
            'cpt_common::object_type::cgroup': cgroup_content
            'cpt_common::object_type::cgroups': object_list(header.object.to_i, header.hdrlen)
            'cpt_common::object_type::epoll': object_list(header.object.to_i, header.hdrlen)
            'cpt_common::object_type::file': object_list(header.object.to_i, header.hdrlen)
            'cpt_common::object_type::files': object_list(header.object.to_i, header.hdrlen)
            'cpt_common::object_type::fs': object_list(header.object.to_i, header.hdrlen)
            'cpt_common::object_type::inode': object_list(header.object.to_i, header.hdrlen)
            'cpt_common::object_type::inotify': object_list(header.object.to_i, header.hdrlen)
            'cpt_common::object_type::inotify_watch': object_list(header.object.to_i, header.hdrlen)
            'cpt_common::object_type::mm': object_list(header.object.to_i, header.hdrlen)
            'cpt_common::object_type::namespace': object_list(header.object.to_i, header.hdrlen)
            'cpt_common::object_type::net_br': object_list(header.object.to_i, header.hdrlen)
            'cpt_common::object_type::net_conntrack': object_list(header.object.to_i, header.hdrlen)
            'cpt_common::object_type::net_device': object_list(header.object.to_i, header.hdrlen)
            'cpt_common::object_type::net_tuntap': object_list(header.object.to_i, header.hdrlen)
            'cpt_common::object_type::posix_timer_list': object_list(header.object.to_i, header.hdrlen)
            'cpt_common::object_type::sighand_struct': object_list(header.object.to_i, header.hdrlen)
            'cpt_common::object_type::signal_struct': object_list(header.object.to_i, header.hdrlen)
            'cpt_common::object_type::skb': object_list(header.object.to_i, header.hdrlen)
            'cpt_common::object_type::sock_packet': object_list(header.object.to_i, header.hdrlen)
            'cpt_common::object_type::socket': object_list(header.object.to_i, header.hdrlen)
            'cpt_common::object_type::sysvmsg': object_list(header.object.to_i, header.hdrlen)
            'cpt_common::object_type::sysvsem_undo': object_list(header.object.to_i, header.hdrlen)
            'cpt_common::object_type::task': object_list(header.object.to_i, header.hdrlen)
            'cpt_common::object_type::tty': object_list(header.object.to_i, header.hdrlen)
            'cpt_common::object_type::vfsmount': object_list(header.object.to_i, header.hdrlen)
            'cpt_common::object_type::vma': object_list(header.object.to_i, header.hdrlen)
    instances:
      kind:
        doc: |
          The object number, but for one: kernel 042stab076.8 wrote POSIX timers as 4122, the number that
          became MOUNT_DATA later. Inside a timer list it still means a timer.
        value: |
          header.object == cpt_common::object_type::mount_data
          and parent_object == cpt_common::object_type::posix_timer_list.to_i
          ? cpt_common::object_type::posix_timer : header.object
  object_header:
    seq:
      - id: next
        -orig-id: cpt_next
        type: u8
        valid:
          min: 16
        doc: Length of the whole object in bytes, this header and everything inside it included.
      - id: object
        -orig-id: cpt_object
        type: u4
        enum: cpt_common::object_type
      - id: hdrlen
        -orig-id: cpt_hdrlen
        type: u2
        valid:
          min: 16
        doc: Length of the fixed part in bytes, this header included; the layout key of the object.
      - id: content
        -orig-id: cpt_content
        type: u2
        enum: cpt_common::content_type
        doc: What follows the fixed part; mostly a hint.
  cgroup_content:
    doc: The name of a control group directory, absent for the root, then the pids of its members.
    seq:
      - id: name
        type: any_object(cpt_common::object_type::cgroup.to_i, 0)
        if: starts_with_name
      - id: pids
        type: u4
        repeat: until
        repeat-until: _ == 0 or _io.size - _io.pos < 4
        if: not _io.eof
        doc: Container pids, ended by 0.
    instances:
      starts_with_name:
        value: _io.size >= 16 and first_object == cpt_common::object_type::name.to_i
      first_object:
        pos: 8
        type: u4
        if: _io.size >= 16
  major_tail:
    doc: The last 248 bytes of the file.
    seq:
      - id: lazypages
        -orig-id: cpt_lazypages
        type: u4
        -unit: pages
        doc: Number of pages left to a page server; 0 unless the migration was lazy.
      - id: num_64bit
        -orig-id: cpt_64bit
        type: u4
        doc: Number of 64-bit tasks, threads included. Not 0 makes 32-bit kernels refuse the image.
      - id: sections
        -orig-id: cpt_sections
        type: u8
        repeat: expr
        repeat-expr: 27
        -position-of: section
        doc: Positions of the section headers of types 0 to 26; 2^64-1 where there is none. No kernel reads them.
      - id: nsect
        -orig-id: cpt_nsect
        type: u4
        valid: 27
        doc: Number of entries of the table; must be 27.
      - id: signature
        -orig-id: cpt_signature
        contents: [0x79, 0x1c, 0x01, 0x63]
