meta:
  id: cpt_network
  title: OpenVZ CPT, network objects
  license: MIT
  ks-version: "0.10"
  endian: le
  imports:
    - cpt_common
doc: |
  Fixed parts of sockets, socket buffers, devices, addresses and connection tracking entries.
types:
  socket:
    doc: |
      One socket, an object of the SOCKET section, or of ORPHANS for TCP connections that no file holds.
      Content: SKFILTER, SOCK_MCADDR, SOCK_PACKET, then SKB objects (queues) and OPENREQ objects (half-open
      connections). The fields of other protocols are stale. IPv4 fields, from `daddr` to `cork_oif`, count
      for family 2 and 10, UDP fields for UDP, fields ending in 6 for family 10, and those from `pred_flags`
      to `rcvrtt_time` for TCP. Addresses and ports are in network byte order.
    seq:
      - id: file
        -orig-id: cpt_file
        type: u8
        -position-of: file
        doc: Position of the FILE of the socket; 2^64-1 for connections not accepted yet and for orphans.
      - id: parent
        -orig-id: cpt_parent
        type: u4
        doc: |
          `index` of the listening socket that a not accepted or accepted connection belongs to; 2^32-1 =
          none.
      - id: index
        -orig-id: cpt_index
        type: u4
        doc: |
          Running number of the socket, used by other objects; 2^32-1 for connections without one and for
          orphans.
      - id: ssflags
        -orig-id: cpt_ssflags
        type: u8
        doc: State bits of the socket (SOCK_* of struct socket) as the writing kernel numbers them.
      - id: type
        -orig-id: cpt_type
        type: u2
        enum: cpt_common::socket_type
        doc: Type of the socket.
      - id: family
        -orig-id: cpt_family
        type: u2
        enum: cpt_common::socket_family
        doc: Address family.
      - id: sstate
        -orig-id: cpt_sstate
        type: u1
        enum: cpt_common::socket_state
        doc: State of the socket; 0 for a socket without a file.
      - id: passcred
        -orig-id: cpt_passcred
        type: u1
        doc: 1 when credentials are passed with each packet.
      - id: state
        -orig-id: cpt_state
        type: u1
        enum: cpt_common::tcp_state
        doc: State of the protocol; all families use the TCP numbers. Listening sockets are restored first.
      - id: reuse
        -orig-id: cpt_reuse
        type: u1
        doc: 1 when the local address may be used again (SO_REUSEADDR).
      - id: zapped
        -orig-id: cpt_zapped
        type: u1
        doc: The SO_DEBUG bit; the writers overwrite the value that the name stands for.
      - id: shutdown
        -orig-id: cpt_shutdown
        type: u1
        -flags: cpt_common::shutdown_flag
        doc: Closed directions.
      - id: userlocks
        -orig-id: cpt_userlocks
        type: u1
        -flags: cpt_common::sock_userlock
        doc: What the program has set by itself.
      - id: no_check
        -orig-id: cpt_no_check
        type: u1
        doc: Checksum setting (SO_NO_CHECK).
      - id: debug
        -orig-id: cpt_debug
        type: u1
        doc: Never written, stale; the debug bit is in `zapped`.
      - id: rcvtstamp
        -orig-id: cpt_rcvtstamp
        type: u1
        doc: 1 when receive times are reported (SO_TIMESTAMP).
      - id: localroute
        -orig-id: cpt_localroute
        type: u1
        doc: 1 when packets do not pass gateways (SO_DONTROUTE).
      - id: protocol
        -orig-id: cpt_protocol
        type: u1
        doc: Protocol number within the family; 6 TCP and 17 UDP for families 2 and 10.
      - id: err
        -orig-id: cpt_err
        type: u4
        doc: Pending error (SO_ERROR).
      - id: err_soft
        -orig-id: cpt_err_soft
        type: u4
        doc: Error that is reported only when the connection times out.
      - id: max_ack_backlog
        -orig-id: cpt_max_ack_backlog
        type: u2
        doc: Length of the queue of connections that wait for accept.
      - id: pad1
        -orig-id: __cpt_pad1
        type: u2
        -pad: true
      - id: priority
        -orig-id: cpt_priority
        type: u4
        doc: Priority of packets (SO_PRIORITY).
      - id: rcvlowat
        -orig-id: cpt_rcvlowat
        type: u4
        -unit: bytes
        doc: Amount of data that wakes a reader (SO_RCVLOWAT).
      - id: bound_dev_if
        -orig-id: cpt_bound_dev_if
        type: u4
        doc: Index of the device that the socket is bound to; 0 = none.
      - id: rcvtimeo
        -orig-id: cpt_rcvtimeo
        type: u8
        -unit: jiffies
        doc: Receive timeout; 2^64-1 = wait for ever. RHEL6 stores at most 2^31-1.
      - id: sndtimeo
        -orig-id: cpt_sndtimeo
        type: u8
        -unit: jiffies
        doc: Send timeout; 2^64-1 = wait for ever. RHEL6 stores at most 2^31-1.
      - id: rcvbuf
        -orig-id: cpt_rcvbuf
        type: u4
        -unit: bytes
        doc: Size of the receive buffer as the kernel counts it.
      - id: sndbuf
        -orig-id: cpt_sndbuf
        type: u4
        -unit: bytes
        doc: Size of the send buffer as the kernel counts it.
      - id: flags
        -orig-id: cpt_flags
        type: u8
        -flags: cpt_common::sk_flag
        doc: State bits of struct sock. Bits above 11 differ between kernels.
      - id: lingertime
        -orig-id: cpt_lingertime
        type: u8
        -unit: jiffies
        doc: |
          Time that close waits for unsent data (SO_LINGER); 2^64-1 = no limit. RHEL6 stores at most 2^31-1.
      - id: peer_pid
        -orig-id: cpt_peer_pid
        type: u4
        doc: Pid of the peer of a local connection (SO_PEERCRED); 0 = none.
      - id: peer_uid
        -orig-id: cpt_peer_uid
        type: u4
        doc: User id of the peer; 2^32-1 = none.
      - id: peer_gid
        -orig-id: cpt_peer_gid
        type: u4
        doc: Group id of the peer; 2^32-1 = none.
      - id: laddrlen
        -orig-id: cpt_laddrlen
        type: u4
        valid:
          max: 128
        -unit: bytes
        doc: Length of `laddr`. 0 = none; an AF_UNIX socket with 2 is not bound.
      - id: laddr
        -orig-id: cpt_laddr
        type: u4
        repeat: expr
        repeat-expr: 32
        doc: Local address (struct sockaddr); bytes behind `laddrlen` are stale.
      - id: raddrlen
        -orig-id: cpt_raddrlen
        type: u4
        valid:
          max: 128
        -unit: bytes
        doc: Length of `raddr`; 0 = not connected.
      - id: raddr
        -orig-id: cpt_raddr
        type: u4
        repeat: expr
        repeat-expr: 32
        doc: Address of the peer (struct sockaddr); bytes behind `raddrlen` are stale.
      - id: peer
        -orig-id: cpt_peer
        type: u4
        doc: |
          `index` of the peer of an AF_UNIX socket; 2^32-1 = none.
      - id: socketpair
        -orig-id: cpt_socketpair
        type: u1
        doc: 1 when two AF_UNIX sockets are connected with each other.
      - id: sockflags
        -orig-id: cpt_sockflags
        type: u1
        -flags: cpt_common::sock_flag
        doc: |
          State of the path of an AF_UNIX socket. 2.6.18: 0 or 1, the socket file is deleted.
      - id: pad4
        -orig-id: __cpt_pad4
        type: u2
        -pad: true
      - id: pad5
        -orig-id: __cpt_pad5
        type: u4
        -pad: true
      - id: stamp
        -orig-id: cpt_stamp
        type: u8
        -unit: timeval
        doc: Time of the last received packet, wall clock; seconds of 2^32-1 = none.
      - id: daddr
        -orig-id: cpt_daddr
        type: u4
        doc: Remote IPv4 address.
      - id: dport
        -orig-id: cpt_dport
        type: u2
        doc: Remote port.
      - id: sport
        -orig-id: cpt_sport
        type: u2
        doc: Local port.
      - id: saddr
        -orig-id: cpt_saddr
        type: u4
        doc: |
          Local IPv4 address for sending. In AF_UNIX sockets of version 0x304 and later the 8 bytes of this
          field and `rcv_saddr` are the position of a VFSMOUNT, 2^64-1 = none.
      - id: rcv_saddr
        -orig-id: cpt_rcv_saddr
        type: u4
        doc: Local IPv4 address the socket is bound to. See `saddr` for AF_UNIX.
      - id: uc_ttl
        -orig-id: cpt_uc_ttl
        type: u4
        doc: Time to live of packets; 2^32-1 (-1) = default.
      - id: tos
        -orig-id: cpt_tos
        type: u4
        doc: Type of service.
      - id: cmsg_flags
        -orig-id: cpt_cmsg_flags
        type: u4
        doc: Control messages asked for (IP_CMSG_*).
      - id: mc_index
        -orig-id: cpt_mc_index
        type: u4
        doc: Device index for multicast packets; 0 = default.
      - id: mc_addr
        -orig-id: cpt_mc_addr
        type: u4
        doc: Source address for multicast packets.
      - id: hdrincl
        -orig-id: cpt_hdrincl
        type: u1
        doc: 1 when the program makes the IP header (raw sockets).
      - id: mc_ttl
        -orig-id: cpt_mc_ttl
        type: u1
        doc: Time to live of multicast packets.
      - id: mc_loop
        -orig-id: cpt_mc_loop
        type: u1
        doc: 1 when own multicast packets are received.
      - id: pmtudisc
        -orig-id: cpt_pmtudisc
        type: u1
        doc: Path MTU discovery (IP_PMTUDISC_*); 0 never, 1 as needed, 2 always, 3 probe.
      - id: recverr
        -orig-id: cpt_recverr
        type: u1
        doc: 1 when errors are queued (IP_RECVERR).
      - id: freebind
        -orig-id: cpt_freebind
        type: u1
        doc: 1 when an address that does not exist may be bound (IP_FREEBIND).
      - id: idcounter
        -orig-id: cpt_idcounter
        type: u2
        doc: Next number for the identification field of the IP header.
      - id: cork_flags
        -orig-id: cpt_cork_flags
        type: u4
        doc: Flags of the packet being built (IPCORK_*).
      - id: cork_fragsize
        -orig-id: cpt_cork_fragsize
        type: u4
        -unit: bytes
        doc: Fragment size of the packet being built; 0 = none.
      - id: cork_length
        -orig-id: cpt_cork_length
        type: u4
        -unit: bytes
        doc: Length of the packet being built.
      - id: cork_addr
        -orig-id: cpt_cork_addr
        type: u4
        doc: Destination address of the packet being built.
      - id: cork_saddr
        -orig-id: cpt_cork_saddr
        type: u4
        doc: Source address of the route of the packet being built.
      - id: cork_daddr
        -orig-id: cpt_cork_daddr
        type: u4
        doc: Destination address of the route of the packet being built.
      - id: cork_oif
        -orig-id: cpt_cork_oif
        type: u4
        doc: Device index of the route of the packet being built.
      - id: udp_pending
        -orig-id: cpt_udp_pending
        type: u4
        doc: Family of a packet being built; 0 = none.
      - id: udp_corkflag
        -orig-id: cpt_udp_corkflag
        type: u4
        doc: 1 when UDP_CORK is set.
      - id: udp_encap
        -orig-id: cpt_udp_encap
        type: u2
        doc: Encapsulation type (UDP_ENCAP_*); 0 = none.
      - id: udp_len
        -orig-id: cpt_udp_len
        type: u2
        -unit: bytes
        doc: Length of the packet being built.
      - id: pad7
        -orig-id: __cpt_pad7
        type: u4
        -pad: true
      - id: saddr6
        -orig-id: cpt_saddr6
        type: u8
        repeat: expr
        repeat-expr: 2
        doc: Local IPv6 address for sending.
      - id: rcv_saddr6
        -orig-id: cpt_rcv_saddr6
        type: u8
        repeat: expr
        repeat-expr: 2
        doc: Local IPv6 address the socket is bound to.
      - id: daddr6
        -orig-id: cpt_daddr6
        type: u8
        repeat: expr
        repeat-expr: 2
        doc: Remote IPv6 address.
      - id: flow_label6
        -orig-id: cpt_flow_label6
        type: u4
        doc: Flow label.
      - id: frag_size6
        -orig-id: cpt_frag_size6
        type: u4
        -unit: bytes
        doc: Fragment size; 0 = default.
      - id: hop_limit6
        -orig-id: cpt_hop_limit6
        type: u4
        doc: Hop limit; -1 = default.
      - id: mcast_hops6
        -orig-id: cpt_mcast_hops6
        type: u4
        doc: Hop limit of multicast packets; -1 = default.
      - id: mcast_oif6
        -orig-id: cpt_mcast_oif6
        type: u4
        doc: Device index for multicast packets; 0 = default.
      - id: rxopt6
        -orig-id: cpt_rxopt6
        type: u1
        doc: Control messages asked for, a bit field of the writing kernel.
      - id: mc_loop6
        -orig-id: cpt_mc_loop6
        type: u1
        doc: 1 when own multicast packets are received.
      - id: recverr6
        -orig-id: cpt_recverr6
        type: u1
        doc: 1 when errors are queued (IPV6_RECVERR).
      - id: sndflow6
        -orig-id: cpt_sndflow6
        type: u1
        doc: 1 when the flow label is sent (IPV6_FLOWINFO_SEND).
      - id: pmtudisc6
        -orig-id: cpt_pmtudisc6
        type: u1
        doc: Path MTU discovery, numbered like `pmtudisc`.
      - id: ipv6only6
        -orig-id: cpt_ipv6only6
        type: u1
        doc: 1 when IPv4 is excluded (IPV6_V6ONLY).
      - id: mapped
        -orig-id: cpt_mapped
        type: u1
        doc: 1 for an IPv6 TCP socket that carries an IPv4 connection.
      - id: pad8
        -orig-id: __cpt_pad8
        type: u1
        -pad: true
      - id: pred_flags
        -orig-id: cpt_pred_flags
        type: u4
        doc: Header word expected next, for fast processing.
      - id: rcv_nxt
        -orig-id: cpt_rcv_nxt
        type: u4
        doc: Sequence number expected next.
      - id: snd_nxt
        -orig-id: cpt_snd_nxt
        type: u4
        doc: Next sequence number to send.
      - id: snd_una
        -orig-id: cpt_snd_una
        type: u4
        doc: First sequence number not acknowledged.
      - id: snd_sml
        -orig-id: cpt_snd_sml
        type: u4
        doc: End of the small packet sent last.
      - id: rcv_tstamp
        -orig-id: cpt_rcv_tstamp
        type: u4
        -unit: jiffies_delta
        doc: Time of the last acknowledgement received.
      - id: lsndtime
        -orig-id: cpt_lsndtime
        type: u4
        -unit: jiffies_delta
        doc: Time of the last data sent.
      - id: tcp_header_len
        -orig-id: cpt_tcp_header_len
        type: u1
        -unit: bytes
        doc: Length of the TCP header of sent packets.
      - id: ack_pending
        -orig-id: cpt_ack_pending
        type: u1
        doc: Bits of the delayed acknowledgement (ICSK_ACK_*).
      - id: quick
        -orig-id: cpt_quick
        type: u1
        doc: Number of acknowledgements still to be sent at once.
      - id: pingpong
        -orig-id: cpt_pingpong
        type: u1
        doc: Not 0 when the connection is interactive and acknowledgements are delayed.
      - id: blocked
        -orig-id: cpt_blocked
        type: u1
        doc: 1 when an acknowledgement was held up because the socket was locked.
      - id: pad9
        -orig-id: __cpt_pad9
        type: u1
        -pad: true
      - id: pad10
        -orig-id: __cpt_pad10
        type: u2
        -pad: true
      - id: ato
        -orig-id: cpt_ato
        type: u4
        -unit: jiffies
        doc: Estimated delay for acknowledgements.
      - id: ack_timeout
        -orig-id: cpt_ack_timeout
        type: u4
        -unit: jiffies_delta
        doc: When the delayed acknowledgement is due.
      - id: lrcvtime
        -orig-id: cpt_lrcvtime
        type: u4
        -unit: jiffies_delta
        doc: Time of the last data received.
      - id: last_seg_size
        -orig-id: cpt_last_seg_size
        type: u2
        -unit: bytes
        doc: Length of the last segment received.
      - id: rcv_mss
        -orig-id: cpt_rcv_mss
        type: u2
        -unit: bytes
        doc: Estimated segment size of the peer.
      - id: snd_wl1
        -orig-id: cpt_snd_wl1
        type: u4
        doc: Sequence number of the last window update.
      - id: snd_wnd
        -orig-id: cpt_snd_wnd
        type: u4
        -unit: bytes
        doc: Window offered by the peer.
      - id: max_window
        -orig-id: cpt_max_window
        type: u4
        -unit: bytes
        doc: Largest window that the peer ever offered.
      - id: pmtu_cookie
        -orig-id: cpt_pmtu_cookie
        type: u4
        -unit: bytes
        doc: Path MTU for which the segment size was computed.
      - id: mss_cache
        -orig-id: cpt_mss_cache
        type: u4
        -unit: bytes
        doc: Segment size for sending.
      - id: mss_cache_std
        -orig-id: cpt_mss_cache_std
        type: u2
        -unit: bytes
        doc: Segment size without segmentation offload; RHEL6 repeats `mss_cache`.
      - id: mss_clamp
        -orig-id: cpt_mss_clamp
        type: u2
        -unit: bytes
        doc: Largest segment size that the peer accepts.
      - id: ext_header_len
        -orig-id: cpt_ext_header_len
        type: u2
        -unit: bytes
        doc: Length of IP options.
      - id: ext2_header_len
        -orig-id: cpt_ext2_header_len
        type: u2
        -unit: bytes
        doc: Length of IPv6 extension headers; RHEL6 writes 0.
      - id: ca_state
        -orig-id: cpt_ca_state
        type: u1
        doc: State of congestion control; 0 open, 1 disorder, 2 window reduced, 3 recovery, 4 loss.
      - id: retransmits
        -orig-id: cpt_retransmits
        type: u1
        doc: Number of timeouts without an answer.
      - id: reordering
        -orig-id: cpt_reordering
        type: u1
        doc: Number of packets by which the net may reorder.
      - id: frto_counter
        -orig-id: cpt_frto_counter
        type: u1
        doc: State of the test for needless retransmission; 0 = not active.
      - id: frto_highmark
        -orig-id: cpt_frto_highmark
        type: u4
        doc: Value of `snd_nxt` when that test began.
      - id: adv_cong
        -orig-id: cpt_adv_cong
        type: u1
        doc: Congestion control of old kernels; stale in 2.6.18 and 2.6.32 images.
      - id: defer_accept
        -orig-id: cpt_defer_accept
        type: u1
        doc: Setting of TCP_DEFER_ACCEPT as the kernel counts it; 0 = off.
      - id: backoff
        -orig-id: cpt_backoff
        type: u1
        doc: Number of doublings of the timeout.
      - id: pad11
        -orig-id: __cpt_pad11
        type: u1
        -pad: true
      - id: srtt
        -orig-id: cpt_srtt
        type: u4
        -unit: jiffies
        doc: Smoothed round trip time, multiplied by 8.
      - id: mdev
        -orig-id: cpt_mdev
        type: u4
        -unit: jiffies
        doc: Mean deviation of the round trip time, multiplied by 4.
      - id: mdev_max
        -orig-id: cpt_mdev_max
        type: u4
        -unit: jiffies
        doc: Largest mean deviation of the last round trip.
      - id: rttvar
        -orig-id: cpt_rttvar
        type: u4
        -unit: jiffies
        doc: Smoothed largest mean deviation.
      - id: rtt_seq
        -orig-id: cpt_rtt_seq
        type: u4
        doc: Sequence number at which `rttvar` is computed again.
      - id: rto
        -orig-id: cpt_rto
        type: u4
        -unit: jiffies
        doc: Retransmission timeout.
      - id: packets_out
        -orig-id: cpt_packets_out
        type: u4
        doc: Number of packets on their way.
      - id: left_out
        -orig-id: cpt_left_out
        type: u4
        doc: Packets that have left the net, selectively acknowledged or lost. RHEL6 does not read it.
      - id: retrans_out
        -orig-id: cpt_retrans_out
        type: u4
        doc: Number of retransmitted packets on their way.
      - id: snd_ssthresh
        -orig-id: cpt_snd_ssthresh
        type: u4
        doc: Slow start threshold in packets.
      - id: snd_cwnd
        -orig-id: cpt_snd_cwnd
        type: u4
        doc: Congestion window in packets.
      - id: snd_cwnd_cnt
        -orig-id: cpt_snd_cwnd_cnt
        type: u2
        doc: Acknowledgements counted towards the next growth of the window.
      - id: snd_cwnd_clamp
        -orig-id: cpt_snd_cwnd_clamp
        type: u2
        doc: Largest congestion window allowed.
      - id: snd_cwnd_used
        -orig-id: cpt_snd_cwnd_used
        type: u4
        doc: Part of the congestion window in use.
      - id: snd_cwnd_stamp
        -orig-id: cpt_snd_cwnd_stamp
        type: u4
        -unit: jiffies_delta
        doc: When the use of the congestion window was checked last.
      - id: timeout
        -orig-id: cpt_timeout
        type: u4
        -unit: jiffies_delta
        doc: When the retransmission timer is due.
      - id: ka_timeout
        -orig-id: cpt_ka_timeout
        type: u4
        -unit: jiffies_delta
        doc: When the keepalive timer is due; 0 = not set.
      - id: rcv_wnd
        -orig-id: cpt_rcv_wnd
        type: u4
        -unit: bytes
        doc: Window offered to the peer.
      - id: rcv_wup
        -orig-id: cpt_rcv_wup
        type: u4
        doc: Value of `rcv_nxt` at the last window update sent.
      - id: write_seq
        -orig-id: cpt_write_seq
        type: u4
        doc: Sequence number behind the data that the program has written.
      - id: pushed_seq
        -orig-id: cpt_pushed_seq
        type: u4
        doc: Sequence number behind the data marked for pushing.
      - id: copied_seq
        -orig-id: cpt_copied_seq
        type: u4
        doc: First sequence number that the program has not read.
      - id: tstamp_ok
        -orig-id: cpt_tstamp_ok
        type: u1
        doc: 1 when time stamps were agreed on.
      - id: wscale_ok
        -orig-id: cpt_wscale_ok
        type: u1
        doc: 1 when window scaling was agreed on.
      - id: sack_ok
        -orig-id: cpt_sack_ok
        type: u1
        doc: Not 0 when selective acknowledgement was agreed on; bit 1 and bit 2 are details of the kernel.
      - id: saw_tstamp
        -orig-id: cpt_saw_tstamp
        type: u1
        doc: 1 when the last packet had a time stamp.
      - id: snd_wscale
        -orig-id: cpt_snd_wscale
        type: u1
        doc: Scale of the window offered by the peer.
      - id: rcv_wscale
        -orig-id: cpt_rcv_wscale
        type: u1
        doc: Scale of the window offered to the peer.
      - id: nonagle
        -orig-id: cpt_nonagle
        type: u1
        -flags: cpt_common::tcp_nagle_flag
        doc: Setting of TCP_NODELAY and TCP_CORK.
      - id: keepalive_probes
        -orig-id: cpt_keepalive_probes
        type: u1
        doc: Number of keepalive probes (TCP_KEEPCNT); 0 = default.
      - id: rcv_tsval
        -orig-id: cpt_rcv_tsval
        type: u4
        doc: Time stamp of the last packet, raw value of the peer.
      - id: rcv_tsecr
        -orig-id: cpt_rcv_tsecr
        type: u4
        doc: Time stamp that the last packet sent back, raw jiffies of the writing kernel.
      - id: ts_recent
        -orig-id: cpt_ts_recent
        type: u4
        doc: Time stamp to be sent back, raw value of the peer.
      - id: ts_recent_stamp
        -orig-id: cpt_ts_recent_stamp
        type: u8
        -unit: s
        doc: When `ts_recent` was stored, wall clock since 1970; 0 = none.
      - id: user_mss
        -orig-id: cpt_user_mss
        type: u2
        -unit: bytes
        doc: Segment size set by the program (TCP_MAXSEG); 0 = none.
      - id: dsack
        -orig-id: cpt_dsack
        type: u1
        doc: 1 when a duplicate is to be reported.
      - id: unused
        -orig-id: unused
        type: u1
        -pad: true
      - id: sack_array
        -orig-id: cpt_sack_array
        type: u4
        repeat: expr
        repeat-expr: 10
        doc: |
          Five pairs of first and last sequence number; the duplicate to be reported, then four received
          blocks.
      - id: window_clamp
        -orig-id: cpt_window_clamp
        type: u4
        -unit: bytes
        doc: Largest window to offer.
      - id: rcv_ssthresh
        -orig-id: cpt_rcv_ssthresh
        type: u4
        -unit: bytes
        doc: Current limit for the window to offer.
      - id: probes_out
        -orig-id: cpt_probes_out
        type: u1
        doc: Number of window or keepalive probes without an answer.
      - id: num_sacks
        -orig-id: cpt_num_sacks
        type: u1
        doc: Number of received blocks in `sack_array`.
      - id: advmss
        -orig-id: cpt_advmss
        type: u2
        -unit: bytes
        doc: Segment size told to the peer.
      - id: syn_retries
        -orig-id: cpt_syn_retries
        type: u1
        doc: Number of attempts to connect (TCP_SYNCNT); 0 = default.
      - id: ecn_flags
        -orig-id: cpt_ecn_flags
        type: u1
        doc: State of congestion notification (TCP_ECN_*).
      - id: prior_ssthresh
        -orig-id: cpt_prior_ssthresh
        type: u2
        doc: Slow start threshold before the window was reduced, in packets.
      - id: lost_out
        -orig-id: cpt_lost_out
        type: u4
        doc: Number of lost packets.
      - id: sacked_out
        -orig-id: cpt_sacked_out
        type: u4
        doc: Number of selectively acknowledged packets.
      - id: fackets_out
        -orig-id: cpt_fackets_out
        type: u4
        doc: Number of packets up to the highest acknowledged one.
      - id: high_seq
        -orig-id: cpt_high_seq
        type: u4
        doc: Value of `snd_nxt` when congestion was found.
      - id: retrans_stamp
        -orig-id: cpt_retrans_stamp
        type: u4
        doc: Time stamp of the first retransmission, raw jiffies of the writing kernel; 0 = none.
      - id: undo_marker
        -orig-id: cpt_undo_marker
        type: u4
        doc: Value of `snd_una` from which retransmissions can be undone; 0 = none.
      - id: undo_retrans
        -orig-id: cpt_undo_retrans
        type: u4
        doc: Number of retransmissions that can be undone.
      - id: urg_seq
        -orig-id: cpt_urg_seq
        type: u4
        doc: Sequence number of urgent data.
      - id: urg_data
        -orig-id: cpt_urg_data
        type: u2
        doc: Byte of urgent data in the low byte, and state bits (TCP_URG_*).
      - id: pending
        -orig-id: cpt_pending
        type: u1
        doc: Timer that is running; 0 none, 1 retransmission, 2 delayed acknowledgement, 3 window probe.
      - id: unused2
        -orig-id: unused2
        type: u1
        -pad: true
      - id: snd_up
        -orig-id: cpt_snd_up
        type: u4
        doc: Sequence number of urgent data to send.
      - id: keepalive_time
        -orig-id: cpt_keepalive_time
        type: u4
        -unit: jiffies
        doc: Idle time before keepalive probes (TCP_KEEPIDLE); 0 = default.
      - id: keepalive_intvl
        -orig-id: cpt_keepalive_intvl
        type: u4
        -unit: jiffies
        doc: Time between keepalive probes (TCP_KEEPINTVL); 0 = default.
      - id: linger2
        -orig-id: cpt_linger2
        type: u4
        -unit: jiffies
        doc: Life of an orphan in FIN_WAIT2 (TCP_LINGER2); 0 = default, negative = none.
      - id: rcvrtt_rtt
        -orig-id: cpt_rcvrtt_rtt
        type: u4
        doc: Round trip time seen by the receiver; never written by 2.6.18 and 2.6.32, stale.
      - id: rcvrtt_seq
        -orig-id: cpt_rcvrtt_seq
        type: u4
        doc: Never written by 2.6.18 and 2.6.32, stale.
      - id: rcvrtt_time
        -orig-id: cpt_rcvrtt_time
        type: u4
        doc: Never written by 2.6.18 and 2.6.32, stale.
      - id: pad12
        -orig-id: __cpt_pad12
        type: u4
        -pad: true
      - id: i_mode
        -orig-id: cpt_i_mode
        type: u2
        if: hdrlen >= 920
        doc: |
          Permission bits of the socket file of an AF_UNIX socket; stale in sockets without one. From kernel
          042stab061 (`hdrlen` 920).
      - id: pad13
        -orig-id: __cpt_pad13
        type: u2
        if: hdrlen >= 920
        -pad: true
      - id: pad14
        -orig-id: __cpt_pad14
        type: u4
        if: hdrlen >= 920
        -pad: true
      - id: i_uid
        -orig-id: cpt_i_uid
        type: u4
        if: hdrlen >= 928
        doc: |
          User id of the owner of the socket file; 2^32-1 = none, stale outside AF_UNIX. From kernel
          042stab108 (`hdrlen` 928).
      - id: i_gid
        -orig-id: cpt_i_gid
        type: u4
        if: hdrlen >= 928
        doc: |
          Group id of the owner of the socket file; 2^32-1 = none, stale outside AF_UNIX. From kernel
          042stab108 (`hdrlen` 928).
      - id: d_alias
        -orig-id: cpt_d_alias
        type: u4
        repeat: expr
        repeat-expr: 27
        if: hdrlen >= 1048
        doc: |
          Another path of a deleted socket file; stale unless the socket is marked `deleted`. From kernel
          042stab113 (`hdrlen` 1048).
      - id: d_aliaslen
        -orig-id: cpt_d_aliaslen
        type: u4
        if: hdrlen >= 1048
        -unit: bytes
        doc: |
          Length of `d_alias`, 0 = none; stale unless the socket is marked `deleted`. From kernel 042stab113
          (`hdrlen` 1048).
      - id: pad15
        -orig-id: __cpt_pad15
        type: u4
        if: hdrlen >= 1048
        -pad: true
      - id: pad_at_1044
        size: 4
        if: hdrlen >= 1048
        -pad: true
    instances:
      hdrlen:
        value: _io.size + 16
  sock_mcaddr:
    doc: |
      One multicast group that a socket has joined, an object inside SOCKET. Content: the addresses of the
      source filter, 16 bytes each.
    seq:
      - id: family
        -orig-id: cpt_family
        type: u2
        enum: cpt_common::socket_family
        doc: 2 or 10; others are refused.
      - id: mode
        -orig-id: cpt_mode
        type: u2
        enum: cpt_common::multicast_filter_mode
        doc: Meaning of the source filter.
      - id: ifindex
        -orig-id: cpt_ifindex
        type: u4
        doc: Index of the device.
      - id: mcaddr
        -orig-id: cpt_mcaddr
        type: u4
        repeat: expr
        repeat-expr: 4
        doc: Address of the group; an IPv4 address is in the first word, the others are 0.
  packet_ring:
    doc: Ring buffer of a packet socket, part of SOCK_PACKET. All 0 = no ring.
    seq:
      - id: tp_block_size
        -orig-id: cpt_tp_block_size
        type: u4
        -unit: bytes
        doc: Size of a block.
      - id: tp_block_nr
        -orig-id: cpt_tp_block_nr
        type: u4
        doc: Number of blocks.
      - id: tp_frame_size
        -orig-id: cpt_tp_frame_size
        type: u4
        -unit: bytes
        doc: Size of a frame.
      - id: tp_frame_nr
        -orig-id: cpt_tp_frame_nr
        type: u4
        doc: Number of frames.
  sock_packet:
    doc: |
      State of a packet socket, an object inside SOCKET. Content: SOCK_PACKET_MC objects. From kernel
      042stab092, the memberships from 042stab108.
    seq:
      - id: stats_tp_packets
        -orig-id: cpt_stats_tp_packets
        type: u4
        doc: Packets received since the statistics were read.
      - id: stats_tp_drops
        -orig-id: cpt_stats_tp_drops
        type: u4
        doc: Packets dropped since the statistics were read.
      - id: tp_loss
        -orig-id: cpt_tp_loss
        type: u1
        doc: 1 when malformed frames are skipped (PACKET_LOSS).
      - id: auxdata
        -orig-id: cpt_auxdata
        type: u1
        doc: 1 when details come with each packet (PACKET_AUXDATA).
      - id: origdev
        -orig-id: cpt_origdev
        type: u1
        doc: 1 when the original device is reported (PACKET_ORIGDEV).
      - id: pad1
        -orig-id: cpt_pad1
        type: u1
        -pad: true
      - id: pad2
        -orig-id: cpt_pad2
        type: u4
        -pad: true
      - id: copy_thresh
        -orig-id: cpt_copy_thresh
        type: u4
        -unit: bytes
        doc: Length above which packets are also queued as a whole (PACKET_COPY_THRESH).
      - id: tp_version
        -orig-id: cpt_tp_version
        type: u4
        doc: Version of the ring format; 0 is version 1, 1 is version 2.
      - id: tp_reserve
        -orig-id: cpt_tp_reserve
        type: u4
        -unit: bytes
        doc: Space before each packet in the ring (PACKET_RESERVE).
      - id: tp_tstamp
        -orig-id: cpt_tp_tstamp
        type: u4
        doc: Source of time stamps (PACKET_TIMESTAMP).
      - id: rx_ring
        -orig-id: cpt_rx_ring
        type: packet_ring
        doc: Ring for received packets.
      - id: tx_ring
        -orig-id: cpt_tx_ring
        type: packet_ring
        doc: Ring for packets to send.
  sock_packet_mc:
    doc: |
      One membership of a packet socket, an object inside SOCK_PACKET. It has no content. From kernel
      042stab108.
    seq:
      - id: ifindex
        -orig-id: cpt_ifindex
        type: u4
        doc: Index of the device.
      - id: count
        -orig-id: cpt_count
        type: u4
        doc: How many times it was added.
      - id: type
        -orig-id: cpt_type
        type: u2
        enum: cpt_common::packet_membership
        doc: Kind of the membership.
      - id: alen
        -orig-id: cpt_alen
        type: u2
        valid:
          max: 32
        -unit: bytes
        doc: Length of the address.
      - id: addr
        -orig-id: cpt_addr
        size: 32
        doc: Link layer address; bytes behind `alen` do not count.
      - id: pad_at_60
        size: 4
        -pad: true
  openreq:
    doc: |
      One half-open incoming connection, an object inside a listening SOCKET. It has no content. 2.6.18 does
      not restore it because of an error in its list reader. Addresses and ports are in network byte order.
    seq:
      - id: rcv_isn
        -orig-id: cpt_rcv_isn
        type: u4
        doc: First sequence number of the peer.
      - id: snt_isn
        -orig-id: cpt_snt_isn
        type: u4
        doc: First sequence number sent to the peer.
      - id: rmt_port
        -orig-id: cpt_rmt_port
        type: u2
        doc: Port of the peer.
      - id: mss
        -orig-id: cpt_mss
        type: u2
        -unit: bytes
        doc: Segment size told by the peer.
      - id: family
        -orig-id: cpt_family
        type: u1
        enum: cpt_common::socket_family
        doc: 2 or 10. 2.6.18 may leave it stale.
      - id: retrans
        -orig-id: cpt_retrans
        type: u1
        doc: Number of answers sent again.
      - id: snd_wscale
        -orig-id: cpt_snd_wscale
        type: u1
        valid:
          max: 15
        doc: Scale of the window offered by the peer.
      - id: rcv_wscale
        -orig-id: cpt_rcv_wscale
        type: u1
        valid:
          max: 15
        doc: Scale of the window offered to the peer.
      - id: tstamp_ok
        -orig-id: cpt_tstamp_ok
        type: u1
        doc: 1 when the peer sends time stamps.
      - id: sack_ok
        -orig-id: cpt_sack_ok
        type: u1
        doc: 1 when the peer allows selective acknowledgement.
      - id: wscale_ok
        -orig-id: cpt_wscale_ok
        type: u1
        doc: 1 when the peer allows window scaling.
      - id: ecn_ok
        -orig-id: cpt_ecn_ok
        type: u1
        doc: 1 when the peer allows congestion notification.
      - id: acked
        -orig-id: cpt_acked
        type: u1
        doc: 1 when the connection is complete but waits for data (TCP_DEFER_ACCEPT).
      - id: pad1
        -orig-id: __cpt_pad1
        type: u1
        -pad: true
      - id: pad2
        -orig-id: __cpt_pad2
        type: u2
        -pad: true
      - id: window_clamp
        -orig-id: cpt_window_clamp
        type: u4
        -unit: bytes
        doc: Largest window to offer.
      - id: rcv_wnd
        -orig-id: cpt_rcv_wnd
        type: u4
        -unit: bytes
        doc: Window offered to the peer.
      - id: ts_recent
        -orig-id: cpt_ts_recent
        type: u4
        doc: Time stamp of the peer, raw value.
      - id: iif
        -orig-id: cpt_iif
        type: u4
        doc: Index of the device of a link-local IPv6 connection; stale for IPv4.
      - id: expires
        -orig-id: cpt_expires
        type: u8
        -unit: jiffies
        doc: Jiffies left until the answer is sent again, stored as a 32-bit difference.
      - id: loc_addr
        -orig-id: cpt_loc_addr
        type: u8
        repeat: expr
        repeat-expr: 2
        doc: Local address; an IPv4 address is in the first 4 bytes, the others are stale.
      - id: rmt_addr
        -orig-id: cpt_rmt_addr
        type: u8
        repeat: expr
        repeat-expr: 2
        doc: Address of the peer, stored like `loc_addr`.
  skb:
    doc: |
      One packet in a queue, an object inside SOCKET. Content: BITS with the bytes (hspace + len of them),
      then FILEDESC objects for passed files.
    seq:
      - id: owner
        -orig-id: cpt_owner
        type: u4
        doc: |
          `index` of the sending socket (AF_UNIX) or of the socket itself; 2^32-1 = none.
      - id: queue
        -orig-id: cpt_queue
        type: u4
        enum: cpt_common::skb_queue
        doc: Queue that the packet is in.
      - id: stamp
        -orig-id: cpt_stamp
        type: u8
        -unit: timeval
        doc: Time of arrival, wall clock; 0 = not taken.
      - id: len
        -orig-id: cpt_len
        type: u4
        -unit: bytes
        doc: Length of the data.
      - id: hspace
        -orig-id: cpt_hspace
        type: u4
        -unit: bytes
        doc: Bytes of header room before the data, stored too.
      - id: tspace
        -orig-id: cpt_tspace
        type: u4
        -unit: bytes
        doc: Bytes of room behind the data, not stored.
      - id: h
        -orig-id: cpt_h
        type: u4
        -unit: bytes
        doc: |
          Start of the transport header as a distance from the start of the buffer. In TCP data that 2.6.18
          has not sent yet this is a meaningless number near 2^32; RHEL6 then crashes.
      - id: nh
        -orig-id: cpt_nh
        type: u4
        -unit: bytes
        doc: Start of the network header, stored like `h`.
      - id: mac
        -orig-id: cpt_mac
        type: u4
        -unit: bytes
        doc: Start of the link header, stored like `h`; 2^32-1 = none.
      - id: cb
        -orig-id: cpt_cb
        type: u8
        repeat: expr
        repeat-expr: 5
        doc: |
          Control block of the protocol, raw. AF_UNIX: u32 pid, uid (2^32-1 = none) and gid of the sender.
          TCP: sequence numbers behind 16 (IPv4 form, older images) or 24 bytes (IPv6 form, version 0x302 and
          later).
      - id: mac_len
        -orig-id: cpt_mac_len
        type: u4
        -unit: bytes
        doc: Length of the link header.
      - id: csum
        -orig-id: cpt_csum
        type: u4
        doc: Checksum, or where to put it, depending on `ip_summed`.
      - id: local_df
        -orig-id: cpt_local_df
        type: u1
        doc: 1 when the packet may be fragmented in spite of the don't-fragment bit.
      - id: pkt_type
        -orig-id: cpt_pkt_type
        type: u1
        doc: For whom the packet was; 0 this host, 1 broadcast, 2 multicast, 3 other host, 4 outgoing.
      - id: ip_summed
        -orig-id: cpt_ip_summed
        type: u1
        doc: |
          State of the checksum. The numbers depend on the kernel line. 2.6.18 has 0 none, 1 computed by
          hardware, 2 not needed; 2.6.32 has 0 none, 1 not needed, 2 complete, 3 partial.
      - id: pad1
        -orig-id: __cpt_pad1
        type: u1
        -pad: true
      - id: priority
        -orig-id: cpt_priority
        type: u4
        doc: Priority of the packet.
      - id: protocol
        -orig-id: cpt_protocol
        type: u2
        doc: Link layer protocol in network byte order, for example 0x0008 for IPv4.
      - id: security
        -orig-id: cpt_security
        type: u2
        doc: Security level of old kernels; 0 in all real images.
      - id: gso_segs
        -orig-id: cpt_gso_segs
        type: u2
        doc: Number of segments that the packet is to be cut into. Meaningless in version 0x000.
      - id: gso_size
        -orig-id: cpt_gso_size
        type: u2
        -unit: bytes
        doc: Size of a segment; 0 = not to be cut. Meaningless in version 0x000.
      - id: gso_type
        -orig-id: cpt_gso_type
        type: u2
        if: hdrlen >= 128
        doc: |
          Kind of the segmentation, for example 1 TCP over IPv4, 16 TCP over IPv6. From kernel 042stab088
          (`hdrlen` 128).
      - id: pad_at_122
        size: 6
        if: hdrlen >= 128
        -pad: true
    instances:
      hdrlen:
        value: _io.size + 16
  net_device:
    doc: |
      One network device, an object of the NET_DEVICE section. Content: an object of the driver (NET_TUNTAP,
      NET_VETH, NET_IPIP_TUNNEL, NET_BR) unless it is the loopback or venet device, then NET_HWADDR, NET_STATS
      and NET_IDEV_CNF.
    seq:
      - id: index
        -orig-id: cpt_index
        type: u4
        doc: Index of the device. Devices are found by name and get this index.
      - id: flags
        -orig-id: cpt_flags
        type: u4
        -flags: cpt_common::net_device_flag
        doc: Flags of the device.
      - id: name
        -orig-id: cpt_name
        size: 16
        -text: true
        doc: Name of the device, ended by a zero byte.
      - id: mtu
        -orig-id: cpt_mtu
        type: u4
        if: hdrlen >= 48
        -unit: bytes
        doc: Largest packet. From kernel 042stab076 (`hdrlen` 48).
      - id: pad
        -orig-id: cpt_pad
        type: u4
        if: hdrlen >= 48
        -pad: true
    instances:
      hdrlen:
        value: _io.size + 16
  net_tuntap:
    doc: |
      State of a tun or tap device, an object inside NET_DEVICE. Content: NET_TAP_FILTER (2.6.32).
    seq:
      - id: owner
        -orig-id: cpt_owner
        type: u4
        doc: User id that may attach; 2^32-1 = any.
      - id: unused
        -orig-id: unused
        type: u4
        -pad: true
      - id: flags
        -orig-id: cpt_flags
        type: u8
        doc: Flags of the driver (TUN_*); bit 0 tun, bit 1 tap, 0x40 no packet information, 0x100 persistent.
      - id: bindfile
        -orig-id: cpt_bindfile
        type: u8
        -position-of: file
        doc: Position of the FILE that is attached; 0 = none.
      - id: if_flags
        -orig-id: cpt_if_flags
        type: u8
        doc: Interface flags that the driver keeps; used by 2.6.18.
      - id: dev_addr
        -orig-id: cpt_dev_addr
        size: 6
        doc: Link layer address that the driver keeps; used by 2.6.18.
      - id: pad
        -orig-id: cpt_pad
        type: u2
        -pad: true
      - id: chr_filter
        -orig-id: cpt_chr_filter
        type: u4
        repeat: expr
        repeat-expr: 2
        doc: Hash filter for multicast addresses on the side of the file; used by 2.6.18.
      - id: net_filter
        -orig-id: cpt_net_filter
        type: u4
        repeat: expr
        repeat-expr: 2
        doc: Hash filter for multicast addresses on the side of the net; used by 2.6.18.
  net_tap_filter:
    doc: Address filter of a tap device, an object inside NET_TUNTAP. It has no content. From 2.6.32.
    seq:
      - id: count
        -orig-id: cpt_count
        type: u4
        valid:
          max: 8
        doc: Number of exact addresses; 0 = filter off.
      - id: mask
        -orig-id: cpt_mask
        type: u4
        repeat: expr
        repeat-expr: 2
        doc: Hash filter for further multicast addresses.
      - id: addr
        -orig-id: cpt_addr
        size: 48
        doc: Eight addresses of 6 bytes; those from `count` on do not count.
      - id: pad_at_76
        size: 4
        -pad: true
  net_veth:
    doc: |
      State of a virtual Ethernet device, an object inside NET_DEVICE. It has no content. The other end of the
      pair is outside the container.
    seq:
      - id: allow_mac_change
        -orig-id: cpt_allow_mac_change
        type: u4
        doc: 1 when the container may change the link layer address.
      - id: pad
        -orig-id: __cpt_pad
        type: u4
        -pad: true
  net_ipip_tunnel:
    doc: |
      State of a tunnel device, an object inside NET_DEVICE. It has no content. From 2.6.32. Keys, addresses
      and the flags of GRE are in network byte order.
    seq:
      - id: tnl_flags
        -orig-id: cpt_tnl_flags
        type: u4
        -flags: cpt_common::tunnel_flag
        doc: Kind of the tunnel; no kind bit = IP over IP.
      - id: i_flags
        -orig-id: cpt_i_flags
        type: u2
        doc: GRE flags of received packets.
      - id: o_flags
        -orig-id: cpt_o_flags
        type: u2
        doc: GRE flags of sent packets.
      - id: i_key
        -orig-id: cpt_i_key
        type: u4
        doc: GRE key of received packets.
      - id: o_key
        -orig-id: cpt_o_key
        type: u4
        doc: GRE key of sent packets.
      - id: iphdr
        -orig-id: cpt_iphdr
        type: u4
        repeat: expr
        repeat-expr: 5
        doc: IPv4 header that packets get, 20 bytes.
      - id: i_seqno
        -orig-id: cpt_i_seqno
        type: u4
        doc: Last sequence number received.
      - id: o_seqno
        -orig-id: cpt_o_seqno
        type: u4
        doc: Last sequence number sent.
      - id: pad
        -orig-id: cpt_pad
        size: 4
        -pad: true
      - id: link
        -orig-id: cpt_link
        type: u4
        if: hdrlen >= 72
        doc: Index of the device that carries the tunnel; 0 = none. From kernel 042stab088 (`hdrlen` 72).
      - id: pad1
        -orig-id: cpt_pad1
        size: 4
        if: hdrlen >= 72
        -pad: true
    instances:
      hdrlen:
        value: _io.size + 16
  net_br_dev:
    doc: One port of a bridge, an object inside NET_BR. It has no content. From kernel 042stab061.
    seq:
      - id: name
        -orig-id: name
        size: 16
        -text: true
        doc: Name of the device, ended by a zero byte.
  net_br:
    doc: |
      State of a bridge, an object inside NET_DEVICE. Content: NET_BR_DEV objects. From kernel 042stab061. No
      real image was seen; the fields have the names and, it is inferred, the meaning of the bridge control
      interface, with times in hundredths of a second.
    seq:
      - id: designated_root
        -orig-id: designated_root
        type: u8
        doc: Identifier of the root of the spanning tree; priority, then link layer address.
      - id: bridge_id
        -orig-id: bridge_id
        type: u8
        doc: Identifier of the bridge.
      - id: root_path_cost
        -orig-id: root_path_cost
        type: u4
        doc: Cost of the path to the root.
      - id: max_age
        -orig-id: max_age
        type: u4
        doc: Age at which received information is dropped, as the root says.
      - id: hello_time
        -orig-id: hello_time
        type: u4
        doc: Time between messages, as the root says.
      - id: forward_delay
        -orig-id: forward_delay
        type: u4
        doc: Time before a port forwards, as the root says.
      - id: bridge_max_age
        -orig-id: bridge_max_age
        type: u4
        doc: Age at which received information is dropped, as set here.
      - id: bridge_hello_time
        -orig-id: bridge_hello_time
        type: u4
        doc: Time between messages, as set here.
      - id: bridge_forward_delay
        -orig-id: bridge_forward_delay
        type: u4
        doc: Time before a port forwards, as set here.
      - id: ageing_time
        -orig-id: ageing_time
        type: u4
        doc: Time after which a learned address is forgotten.
      - id: root_port
        -orig-id: root_port
        type: u1
        doc: Number of the port towards the root; 0 = this bridge is the root.
      - id: stp_enabled
        -orig-id: stp_enabled
        type: u1
        doc: 1 when the spanning tree protocol runs.
      - id: via_phys_dev
        -orig-id: via_phys_dev
        type: u1
        doc: 1 when packets go by way of the physical device (OpenVZ setting).
      - id: pad
        -orig-id: pad
        size: 5
        -pad: true
  net_hwaddr:
    doc: Link layer address of a device, an object inside NET_DEVICE. It has no content.
    seq:
      - id: dev_addr
        -orig-id: cpt_dev_addr
        size: 32
        doc: The address, 6 bytes for Ethernet; the rest is 0.
  net_stats:
    doc: |
      Counters of a device, an object inside NET_DEVICE. It has no content. Its `hdrlen` must be exactly 232,
      else the restoring kernel crashes.
    seq:
      - id: rx_packets
        -orig-id: cpt_rx_packets
        type: u8
        doc: Packets received.
      - id: tx_packets
        -orig-id: cpt_tx_packets
        type: u8
        doc: Packets sent.
      - id: rx_bytes
        -orig-id: cpt_rx_bytes
        type: u8
        -unit: bytes
        doc: Data received.
      - id: tx_bytes
        -orig-id: cpt_tx_bytes
        type: u8
        -unit: bytes
        doc: Data sent.
      - id: rx_errors
        -orig-id: cpt_rx_errors
        type: u8
        doc: Bad packets received.
      - id: tx_errors
        -orig-id: cpt_tx_errors
        type: u8
        doc: Errors in sending.
      - id: rx_dropped
        -orig-id: cpt_rx_dropped
        type: u8
        doc: Received packets dropped for lack of room.
      - id: tx_dropped
        -orig-id: cpt_tx_dropped
        type: u8
        doc: Packets to send dropped for lack of room.
      - id: multicast
        -orig-id: cpt_multicast
        type: u8
        doc: Multicast packets received.
      - id: collisions
        -orig-id: cpt_collisions
        type: u8
        doc: Collisions.
      - id: rx_length_errors
        -orig-id: cpt_rx_length_errors
        type: u8
        doc: Received packets with a wrong length.
      - id: rx_over_errors
        -orig-id: cpt_rx_over_errors
        type: u8
        doc: Overflows of the ring of the device.
      - id: rx_crc_errors
        -orig-id: cpt_rx_crc_errors
        type: u8
        doc: Received packets with a wrong checksum.
      - id: rx_frame_errors
        -orig-id: cpt_rx_frame_errors
        type: u8
        doc: Received packets with a framing error.
      - id: rx_fifo_errors
        -orig-id: cpt_rx_fifo_errors
        type: u8
        doc: Overflows of the receive buffer of the device.
      - id: rx_missed_errors
        -orig-id: cpt_rx_missed_errors
        type: u8
        doc: Packets that the receiver missed.
      - id: tx_aborted_errors
        -orig-id: cpt_tx_aborted_errors
        type: u8
        doc: Aborted transmissions.
      - id: tx_carrier_errors
        -orig-id: cpt_tx_carrier_errors
        type: u8
        doc: Losses of the carrier.
      - id: tx_fifo_errors
        -orig-id: cpt_tx_fifo_errors
        type: u8
        doc: Underruns of the send buffer of the device.
      - id: tx_heartbeat_errors
        -orig-id: cpt_tx_heartbeat_errors
        type: u8
        doc: Heartbeat errors.
      - id: tx_window_errors
        -orig-id: cpt_tx_window_errors
        type: u8
        doc: Late collisions.
      - id: rx_compressed
        -orig-id: cpt_rx_compressed
        type: u8
        doc: Compressed packets received.
      - id: tx_compressed
        -orig-id: cpt_tx_compressed
        type: u8
        doc: Compressed packets sent.
      - id: pad
        -orig-id: pad
        type: u8
        repeat: expr
        repeat-expr: 4
        -pad: true
  net_idev_cnf:
    doc: IPv4 settings of a device, an object inside NET_DEVICE. It has no content. From kernel 042stab108.
    seq:
      - id: data
        -orig-id: cpt_data
        type: u4
        repeat: expr
        repeat-expr: 26
        doc: Values below net.ipv4.conf in the order of the writing kernel (forwarding is the first).
  net_ifaddr:
    doc: |
      One address of a device, an object of the NET_IFADDR section. It has no content. Addresses are in
      network byte order; IPv4 uses the first word and the others are 0.
    seq:
      - id: index
        -orig-id: cpt_index
        type: u4
        doc: |
          `index` of the device.
      - id: family
        -orig-id: cpt_family
        type: u1
        enum: cpt_common::socket_family
        doc: 2 or 10; others are refused.
      - id: masklen
        -orig-id: cpt_masklen
        type: u1
        valid:
          max: 128
        doc: Length of the prefix in bits.
      - id: flags
        -orig-id: cpt_flags
        type: u1
        doc: Flags of the address (IFA_F_*).
      - id: scope
        -orig-id: cpt_scope
        type: u1
        doc: |
          Scope of the address (RT_SCOPE_*), for example 0 global, 254 host. 2.6.18 may leave it stale for
          IPv4.
      - id: address
        -orig-id: cpt_address
        type: u4
        repeat: expr
        repeat-expr: 4
        doc: The local address.
      - id: peer
        -orig-id: cpt_peer
        type: u4
        repeat: expr
        repeat-expr: 4
        doc: Address of the other end of a point-to-point link, else equal to `address`.
      - id: broadcast
        -orig-id: cpt_broadcast
        type: u4
        repeat: expr
        repeat-expr: 4
        doc: Broadcast address; 0 = none.
      - id: label
        -orig-id: cpt_label
        size: 16
        -text: true
        doc: Name of the address, usually the name of the device.
      - id: valid_lft
        -orig-id: cpt_valid_lft
        type: u4
        -unit: s
        doc: Time that the address stays valid, 2^32-1 = for ever. Stale for IPv4.
      - id: prefered_lft
        -orig-id: cpt_prefered_lft
        type: u4
        -unit: s
        doc: Time that the address is preferred, 2^32-1 = for ever. Stale for IPv4.
  nat_manip:
    doc: |
      One address translation of a connection, part of NET_CONNTRACK in images before 2.6.32. Not read on
      restore.
    seq:
      - id: direction
        -orig-id: cpt_direction
        type: u1
        doc: Direction of the packets; 0 original, 1 reply.
      - id: hooknum
        -orig-id: cpt_hooknum
        type: u1
        doc: Netfilter hook at which it is done.
      - id: maniptype
        -orig-id: cpt_maniptype
        type: u1
        doc: What is changed; 0 source, 1 destination.
      - id: pad1
        -orig-id: __cpt_pad1
        type: u1
        -pad: true
      - id: manip_addr
        -orig-id: cpt_manip_addr
        type: u4
        doc: New address.
      - id: manip_port
        -orig-id: cpt_manip_port
        type: u2
        doc: New port.
      - id: pad2
        -orig-id: __cpt_pad2
        type: u2
        -pad: true
      - id: pad3
        -orig-id: __cpt_pad3
        type: u4
        -pad: true
  nat_seq:
    doc: |
      Correction of TCP sequence numbers by address translation, part of NET_CONNTRACK. Stale when no
      translation is set up.
    seq:
      - id: correction_pos
        -orig-id: cpt_correction_pos
        type: u4
        doc: Sequence number of the last correction.
      - id: offset_before
        -orig-id: cpt_offset_before
        type: u4
        doc: Difference before that position, a signed 32-bit number.
      - id: offset_after
        -orig-id: cpt_offset_after
        type: u4
        doc: Difference from that position on, a signed 32-bit number.
      - id: pad1
        -orig-id: __cpt_pad1
        type: u4
        -pad: true
  tuple:
    doc: |
      Addresses of one direction of a tracked connection, part of NET_CONNTRACK and NET_CONNTRACK_EXPECT.
      Addresses and ports are in network byte order. RHEL6 has 24 bytes, other kernels have 16.
    params:
      - id: has_l3num
        type: bool
    seq:
      - id: src
        -orig-id: cpt_src
        type: u4
        doc: Source IPv4 address.
      - id: srcport
        -orig-id: cpt_srcport
        type: u2
        doc: Source port, or ICMP identifier, or GRE key.
      - id: pad1
        -orig-id: __cpt_pad1
        type: u2
        -pad: true
      - id: dst
        -orig-id: cpt_dst
        type: u4
        doc: Destination IPv4 address.
      - id: dstport
        -orig-id: cpt_dstport
        type: u2
        doc: Destination port, or ICMP type and code, or GRE key.
      - id: protonum
        -orig-id: cpt_protonum
        type: u1
        doc: IP protocol. Kernels before 2.6.16 store a 16-bit number here and in `dir`, at most 255.
      - id: dir
        -orig-id: cpt_dir
        type: u1
        doc: Direction; 0 original, 1 reply. Implied by the place before 2.6.16.
      - id: l3num
        -orig-id: cpt_l3num
        type: u2
        enum: cpt_common::socket_family
        if: has_l3num
        doc: Address family; 2 IPv4. RHEL6 only; connections of other families are not restored.
      - id: pad2
        size: 6
        if: has_l3num
        -pad: true
  net_conntrack:
    doc: |
      One tracked connection, an object of the NET_CONNTRACK section. Content: NET_CONNTRACK_EXPECT objects.
      232 bytes are the RHEL6 form, 296 that of 2.6.16 to vanilla 2.6.32 and 280 that of older kernels.
    seq:
      - id: tuples
        -orig-id: cpt_tuple
        type: tuple(hdrlen == 232)
        repeat: expr
        repeat-expr: 2
        doc: The two directions, original and reply.
      - id: status
        -orig-id: cpt_status
        type: u8
        doc: State bits of the connection (IPS_*).
      - id: timeout
        -orig-id: cpt_timeout
        type: u8
        -unit: jiffies
        doc: Jiffies left until the entry is dropped.
      - id: index
        -orig-id: cpt_index
        type: u4
        doc: Running number that expectations refer to, from 1 on.
      - id: ct_helper
        -orig-id: cpt_ct_helper
        type: u1
        doc: 1 when a helper module follows the connection.
      - id: nat_helper
        -orig-id: cpt_nat_helper
        type: u1
        doc: 1 when a helper module translates the connection.
      - id: pad1
        -orig-id: cpt_pad1
        type: u2
        -pad: true
      - id: proto_data
        -orig-id: cpt_proto_data
        type: u4
        repeat: expr
        repeat-expr: 'hdrlen == 232 ? 16 : 12'
        doc: State of the protocol, a raw kernel structure; differs between 2.6.18 and RHEL6.
      - id: help_data
        -orig-id: cpt_help_data
        type: u4
        repeat: expr
        repeat-expr: 'hdrlen == 232 ? 8 : (hdrlen == 280 ? 4 : 6)'
        doc: State of the helper, a raw kernel structure; stale without a helper.
      - id: initialized
        -orig-id: cpt_initialized
        type: u4
        if: hdrlen != 232
        doc: Not 0 when a translation is set up; then `nat_seq` counts (not RHEL6).
      - id: num_manips
        -orig-id: cpt_num_manips
        type: u4
        if: hdrlen != 232
        doc: Number of entries of `nat_manips` in use (not RHEL6).
      - id: nat_manips
        -orig-id: cpt_nat_manips
        type: nat_manip
        repeat: expr
        repeat-expr: 6
        if: hdrlen != 232
        doc: Address translations (not RHEL6).
      - id: nat_seq
        -orig-id: cpt_nat_seq
        type: nat_seq
        repeat: expr
        repeat-expr: 2
        doc: Sequence number corrections, for the original and the reply direction.
      - id: masq_index
        -orig-id: cpt_masq_index
        type: u4
        doc: Index of the device whose address masquerading uses; 0 = none.
      - id: id
        -orig-id: cpt_id
        type: u4
        if: hdrlen != 280
        doc: Number of the connection. From 2.6.16; RHEL6 leaves it stale.
      - id: mark
        -orig-id: cpt_mark
        type: u4
        if: hdrlen != 280
        doc: Mark set by netfilter rules. From 2.6.16.
      - id: pad2
        size: 4
        -pad: true
    instances:
      hdrlen:
        value: _io.size + 16
  net_conntrack_expect:
    doc: |
      One connection that a tracked connection is expected to open, an object inside NET_CONNTRACK. It has no
      content. 96 bytes are the old form and that of kernels from 042stab076 on, 88 that of 042stab061.
    params:
      - id: conntrack_hdrlen
        type: u2
    seq:
      - id: timeout
        -orig-id: cpt_timeout
        type: u8
        -unit: jiffies
        doc: Jiffies left until the expectation is dropped; 0 = no timer.
      - id: sibling_conntrack
        -orig-id: cpt_sibling_conntrack
        type: u4
        doc: |
          `index` of the connection that was opened; 0 = none.
      - id: seq_number
        -orig-id: cpt_seq
        type: u4
        if: is_old
        doc: Sequence number in the helper's protocol. Old form only.
      - id: pad1
        -orig-id: cpt_pad1
        type: u4
        if: not is_old
        -pad: true
      - id: ct_tuple
        -orig-id: cpt_ct_tuple
        type: tuple(false)
        if: is_old
        doc: Direction of the expected connection. Old form only, not used.
      - id: tuple
        -orig-id: cpt_tuple
        type: tuple(not is_old)
        doc: Addresses that are expected.
      - id: mask
        -orig-id: cpt_mask
        type: tuple(not is_old)
        doc: Bits of `tuple` that must match.
      - id: help
        -orig-id: cpt_help
        type: u4
        repeat: expr
        repeat-expr: 3
        if: is_old
        doc: State of the helper, raw. Old form only, not used.
      - id: manip_proto
        -orig-id: cpt_manip_proto
        type: u2
        if: is_old
        doc: Port before translation, network byte order. Old form only.
      - id: dir
        -orig-id: cpt_dir
        type: u1
        doc: Direction of the expecting connection.
      - id: flags
        -orig-id: cpt_flags
        type: u1
        doc: Flags of the expectation (NF_CT_EXPECT_*).
      - id: pad2
        -orig-id: cpt_pad2
        size: 6
        if: not is_old
        -pad: true
      - id: class
        -orig-id: cpt_class
        type: u4
        if: not is_old and hdrlen >= 96
        doc: Class of the expectation in its helper. From kernel 042stab076; 0 before.
      - id: pad3
        -orig-id: cpt_pad3
        type: u4
        if: not is_old and hdrlen >= 96
        -pad: true
    instances:
      hdrlen:
        value: _io.size + 16
      is_old:
        value: conntrack_hdrlen != 232
        doc: |
          The old and the newest form are both 96 bytes long; the connection tracking entry that holds
          the expectation tells them apart.
