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
    seq:
      - id: file
        -orig-id: cpt_file
        type: u8
        -position-of: file
      - id: parent
        -orig-id: cpt_parent
        type: u4
      - id: index
        -orig-id: cpt_index
        type: u4
      - id: ssflags
        -orig-id: cpt_ssflags
        type: u8
      - id: type
        -orig-id: cpt_type
        type: u2
      - id: family
        -orig-id: cpt_family
        type: u2
      - id: sstate
        -orig-id: cpt_sstate
        type: u1
      - id: passcred
        -orig-id: cpt_passcred
        type: u1
      - id: state
        -orig-id: cpt_state
        type: u1
      - id: reuse
        -orig-id: cpt_reuse
        type: u1
      - id: zapped
        -orig-id: cpt_zapped
        type: u1
      - id: shutdown
        -orig-id: cpt_shutdown
        type: u1
      - id: userlocks
        -orig-id: cpt_userlocks
        type: u1
      - id: no_check
        -orig-id: cpt_no_check
        type: u1
      - id: debug
        -orig-id: cpt_debug
        type: u1
      - id: rcvtstamp
        -orig-id: cpt_rcvtstamp
        type: u1
      - id: localroute
        -orig-id: cpt_localroute
        type: u1
      - id: protocol
        -orig-id: cpt_protocol
        type: u1
      - id: err
        -orig-id: cpt_err
        type: u4
      - id: err_soft
        -orig-id: cpt_err_soft
        type: u4
      - id: max_ack_backlog
        -orig-id: cpt_max_ack_backlog
        type: u2
      - id: pad1
        -orig-id: __cpt_pad1
        type: u2
        -pad: true
      - id: priority
        -orig-id: cpt_priority
        type: u4
      - id: rcvlowat
        -orig-id: cpt_rcvlowat
        type: u4
      - id: bound_dev_if
        -orig-id: cpt_bound_dev_if
        type: u4
      - id: rcvtimeo
        -orig-id: cpt_rcvtimeo
        type: u8
        -unit: jiffies
      - id: sndtimeo
        -orig-id: cpt_sndtimeo
        type: u8
        -unit: jiffies
      - id: rcvbuf
        -orig-id: cpt_rcvbuf
        type: u4
      - id: sndbuf
        -orig-id: cpt_sndbuf
        type: u4
      - id: flags
        -orig-id: cpt_flags
        type: u8
      - id: lingertime
        -orig-id: cpt_lingertime
        type: u8
        -unit: jiffies
      - id: peer_pid
        -orig-id: cpt_peer_pid
        type: u4
      - id: peer_uid
        -orig-id: cpt_peer_uid
        type: u4
      - id: peer_gid
        -orig-id: cpt_peer_gid
        type: u4
      - id: laddrlen
        -orig-id: cpt_laddrlen
        type: u4
      - id: laddr
        -orig-id: cpt_laddr
        type: u4
        repeat: expr
        repeat-expr: 32
      - id: raddrlen
        -orig-id: cpt_raddrlen
        type: u4
      - id: raddr
        -orig-id: cpt_raddr
        type: u4
        repeat: expr
        repeat-expr: 32
      - id: peer
        -orig-id: cpt_peer
        type: u4
      - id: socketpair
        -orig-id: cpt_socketpair
        type: u1
      - id: sockflags
        -orig-id: cpt_sockflags
        type: u1
        -flags: cpt_common::sock_flag
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
      - id: daddr
        -orig-id: cpt_daddr
        type: u4
      - id: dport
        -orig-id: cpt_dport
        type: u2
      - id: sport
        -orig-id: cpt_sport
        type: u2
      - id: saddr
        -orig-id: cpt_saddr
        type: u4
      - id: rcv_saddr
        -orig-id: cpt_rcv_saddr
        type: u4
      - id: uc_ttl
        -orig-id: cpt_uc_ttl
        type: u4
      - id: tos
        -orig-id: cpt_tos
        type: u4
      - id: cmsg_flags
        -orig-id: cpt_cmsg_flags
        type: u4
      - id: mc_index
        -orig-id: cpt_mc_index
        type: u4
      - id: mc_addr
        -orig-id: cpt_mc_addr
        type: u4
      - id: hdrincl
        -orig-id: cpt_hdrincl
        type: u1
      - id: mc_ttl
        -orig-id: cpt_mc_ttl
        type: u1
      - id: mc_loop
        -orig-id: cpt_mc_loop
        type: u1
      - id: pmtudisc
        -orig-id: cpt_pmtudisc
        type: u1
      - id: recverr
        -orig-id: cpt_recverr
        type: u1
      - id: freebind
        -orig-id: cpt_freebind
        type: u1
      - id: idcounter
        -orig-id: cpt_idcounter
        type: u2
      - id: cork_flags
        -orig-id: cpt_cork_flags
        type: u4
      - id: cork_fragsize
        -orig-id: cpt_cork_fragsize
        type: u4
      - id: cork_length
        -orig-id: cpt_cork_length
        type: u4
      - id: cork_addr
        -orig-id: cpt_cork_addr
        type: u4
      - id: cork_saddr
        -orig-id: cpt_cork_saddr
        type: u4
      - id: cork_daddr
        -orig-id: cpt_cork_daddr
        type: u4
      - id: cork_oif
        -orig-id: cpt_cork_oif
        type: u4
      - id: udp_pending
        -orig-id: cpt_udp_pending
        type: u4
      - id: udp_corkflag
        -orig-id: cpt_udp_corkflag
        type: u4
      - id: udp_encap
        -orig-id: cpt_udp_encap
        type: u2
      - id: udp_len
        -orig-id: cpt_udp_len
        type: u2
      - id: pad7
        -orig-id: __cpt_pad7
        type: u4
        -pad: true
      - id: saddr6
        -orig-id: cpt_saddr6
        type: u8
        repeat: expr
        repeat-expr: 2
      - id: rcv_saddr6
        -orig-id: cpt_rcv_saddr6
        type: u8
        repeat: expr
        repeat-expr: 2
      - id: daddr6
        -orig-id: cpt_daddr6
        type: u8
        repeat: expr
        repeat-expr: 2
      - id: flow_label6
        -orig-id: cpt_flow_label6
        type: u4
      - id: frag_size6
        -orig-id: cpt_frag_size6
        type: u4
      - id: hop_limit6
        -orig-id: cpt_hop_limit6
        type: u4
      - id: mcast_hops6
        -orig-id: cpt_mcast_hops6
        type: u4
      - id: mcast_oif6
        -orig-id: cpt_mcast_oif6
        type: u4
      - id: rxopt6
        -orig-id: cpt_rxopt6
        type: u1
      - id: mc_loop6
        -orig-id: cpt_mc_loop6
        type: u1
      - id: recverr6
        -orig-id: cpt_recverr6
        type: u1
      - id: sndflow6
        -orig-id: cpt_sndflow6
        type: u1
      - id: pmtudisc6
        -orig-id: cpt_pmtudisc6
        type: u1
      - id: ipv6only6
        -orig-id: cpt_ipv6only6
        type: u1
      - id: mapped
        -orig-id: cpt_mapped
        type: u1
      - id: pad8
        -orig-id: __cpt_pad8
        type: u1
        -pad: true
      - id: pred_flags
        -orig-id: cpt_pred_flags
        type: u4
      - id: rcv_nxt
        -orig-id: cpt_rcv_nxt
        type: u4
      - id: snd_nxt
        -orig-id: cpt_snd_nxt
        type: u4
      - id: snd_una
        -orig-id: cpt_snd_una
        type: u4
      - id: snd_sml
        -orig-id: cpt_snd_sml
        type: u4
      - id: rcv_tstamp
        -orig-id: cpt_rcv_tstamp
        type: u4
        -unit: jiffies_delta
      - id: lsndtime
        -orig-id: cpt_lsndtime
        type: u4
        -unit: jiffies_delta
      - id: tcp_header_len
        -orig-id: cpt_tcp_header_len
        type: u1
      - id: ack_pending
        -orig-id: cpt_ack_pending
        type: u1
      - id: quick
        -orig-id: cpt_quick
        type: u1
      - id: pingpong
        -orig-id: cpt_pingpong
        type: u1
      - id: blocked
        -orig-id: cpt_blocked
        type: u1
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
      - id: ack_timeout
        -orig-id: cpt_ack_timeout
        type: u4
        -unit: jiffies_delta
      - id: lrcvtime
        -orig-id: cpt_lrcvtime
        type: u4
        -unit: jiffies_delta
      - id: last_seg_size
        -orig-id: cpt_last_seg_size
        type: u2
      - id: rcv_mss
        -orig-id: cpt_rcv_mss
        type: u2
      - id: snd_wl1
        -orig-id: cpt_snd_wl1
        type: u4
      - id: snd_wnd
        -orig-id: cpt_snd_wnd
        type: u4
      - id: max_window
        -orig-id: cpt_max_window
        type: u4
      - id: pmtu_cookie
        -orig-id: cpt_pmtu_cookie
        type: u4
      - id: mss_cache
        -orig-id: cpt_mss_cache
        type: u4
      - id: mss_cache_std
        -orig-id: cpt_mss_cache_std
        type: u2
      - id: mss_clamp
        -orig-id: cpt_mss_clamp
        type: u2
      - id: ext_header_len
        -orig-id: cpt_ext_header_len
        type: u2
      - id: ext2_header_len
        -orig-id: cpt_ext2_header_len
        type: u2
      - id: ca_state
        -orig-id: cpt_ca_state
        type: u1
      - id: retransmits
        -orig-id: cpt_retransmits
        type: u1
      - id: reordering
        -orig-id: cpt_reordering
        type: u1
      - id: frto_counter
        -orig-id: cpt_frto_counter
        type: u1
      - id: frto_highmark
        -orig-id: cpt_frto_highmark
        type: u4
      - id: adv_cong
        -orig-id: cpt_adv_cong
        type: u1
      - id: defer_accept
        -orig-id: cpt_defer_accept
        type: u1
      - id: backoff
        -orig-id: cpt_backoff
        type: u1
      - id: pad11
        -orig-id: __cpt_pad11
        type: u1
        -pad: true
      - id: srtt
        -orig-id: cpt_srtt
        type: u4
        -unit: jiffies
      - id: mdev
        -orig-id: cpt_mdev
        type: u4
        -unit: jiffies
      - id: mdev_max
        -orig-id: cpt_mdev_max
        type: u4
        -unit: jiffies
      - id: rttvar
        -orig-id: cpt_rttvar
        type: u4
        -unit: jiffies
      - id: rtt_seq
        -orig-id: cpt_rtt_seq
        type: u4
      - id: rto
        -orig-id: cpt_rto
        type: u4
        -unit: jiffies
      - id: packets_out
        -orig-id: cpt_packets_out
        type: u4
      - id: left_out
        -orig-id: cpt_left_out
        type: u4
      - id: retrans_out
        -orig-id: cpt_retrans_out
        type: u4
      - id: snd_ssthresh
        -orig-id: cpt_snd_ssthresh
        type: u4
      - id: snd_cwnd
        -orig-id: cpt_snd_cwnd
        type: u4
      - id: snd_cwnd_cnt
        -orig-id: cpt_snd_cwnd_cnt
        type: u2
      - id: snd_cwnd_clamp
        -orig-id: cpt_snd_cwnd_clamp
        type: u2
      - id: snd_cwnd_used
        -orig-id: cpt_snd_cwnd_used
        type: u4
      - id: snd_cwnd_stamp
        -orig-id: cpt_snd_cwnd_stamp
        type: u4
        -unit: jiffies_delta
      - id: timeout
        -orig-id: cpt_timeout
        type: u4
        -unit: jiffies_delta
      - id: ka_timeout
        -orig-id: cpt_ka_timeout
        type: u4
        -unit: jiffies_delta
      - id: rcv_wnd
        -orig-id: cpt_rcv_wnd
        type: u4
      - id: rcv_wup
        -orig-id: cpt_rcv_wup
        type: u4
      - id: write_seq
        -orig-id: cpt_write_seq
        type: u4
      - id: pushed_seq
        -orig-id: cpt_pushed_seq
        type: u4
      - id: copied_seq
        -orig-id: cpt_copied_seq
        type: u4
      - id: tstamp_ok
        -orig-id: cpt_tstamp_ok
        type: u1
      - id: wscale_ok
        -orig-id: cpt_wscale_ok
        type: u1
      - id: sack_ok
        -orig-id: cpt_sack_ok
        type: u1
      - id: saw_tstamp
        -orig-id: cpt_saw_tstamp
        type: u1
      - id: snd_wscale
        -orig-id: cpt_snd_wscale
        type: u1
      - id: rcv_wscale
        -orig-id: cpt_rcv_wscale
        type: u1
      - id: nonagle
        -orig-id: cpt_nonagle
        type: u1
      - id: keepalive_probes
        -orig-id: cpt_keepalive_probes
        type: u1
      - id: rcv_tsval
        -orig-id: cpt_rcv_tsval
        type: u4
      - id: rcv_tsecr
        -orig-id: cpt_rcv_tsecr
        type: u4
      - id: ts_recent
        -orig-id: cpt_ts_recent
        type: u4
      - id: ts_recent_stamp
        -orig-id: cpt_ts_recent_stamp
        type: u8
        -unit: s
      - id: user_mss
        -orig-id: cpt_user_mss
        type: u2
      - id: dsack
        -orig-id: cpt_dsack
        type: u1
      - id: unused
        -orig-id: unused
        type: u1
        -pad: true
      - id: sack_array
        -orig-id: cpt_sack_array
        type: u4
        repeat: expr
        repeat-expr: 10
      - id: window_clamp
        -orig-id: cpt_window_clamp
        type: u4
      - id: rcv_ssthresh
        -orig-id: cpt_rcv_ssthresh
        type: u4
      - id: probes_out
        -orig-id: cpt_probes_out
        type: u1
      - id: num_sacks
        -orig-id: cpt_num_sacks
        type: u1
      - id: advmss
        -orig-id: cpt_advmss
        type: u2
      - id: syn_retries
        -orig-id: cpt_syn_retries
        type: u1
      - id: ecn_flags
        -orig-id: cpt_ecn_flags
        type: u1
      - id: prior_ssthresh
        -orig-id: cpt_prior_ssthresh
        type: u2
      - id: lost_out
        -orig-id: cpt_lost_out
        type: u4
      - id: sacked_out
        -orig-id: cpt_sacked_out
        type: u4
      - id: fackets_out
        -orig-id: cpt_fackets_out
        type: u4
      - id: high_seq
        -orig-id: cpt_high_seq
        type: u4
      - id: retrans_stamp
        -orig-id: cpt_retrans_stamp
        type: u4
      - id: undo_marker
        -orig-id: cpt_undo_marker
        type: u4
      - id: undo_retrans
        -orig-id: cpt_undo_retrans
        type: u4
      - id: urg_seq
        -orig-id: cpt_urg_seq
        type: u4
      - id: urg_data
        -orig-id: cpt_urg_data
        type: u2
      - id: pending
        -orig-id: cpt_pending
        type: u1
      - id: unused2
        -orig-id: unused2
        type: u1
        -pad: true
      - id: snd_up
        -orig-id: cpt_snd_up
        type: u4
      - id: keepalive_time
        -orig-id: cpt_keepalive_time
        type: u4
        -unit: jiffies
      - id: keepalive_intvl
        -orig-id: cpt_keepalive_intvl
        type: u4
        -unit: jiffies
      - id: linger2
        -orig-id: cpt_linger2
        type: u4
        -unit: jiffies
      - id: rcvrtt_rtt
        -orig-id: cpt_rcvrtt_rtt
        type: u4
      - id: rcvrtt_seq
        -orig-id: cpt_rcvrtt_seq
        type: u4
      - id: rcvrtt_time
        -orig-id: cpt_rcvrtt_time
        type: u4
      - id: pad12
        -orig-id: __cpt_pad12
        type: u4
        -pad: true
      - id: i_mode
        -orig-id: cpt_i_mode
        type: u2
        if: hdrlen >= 920
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
      - id: i_gid
        -orig-id: cpt_i_gid
        type: u4
        if: hdrlen >= 928
      - id: d_alias
        -orig-id: cpt_d_alias
        type: u4
        repeat: expr
        repeat-expr: 27
        if: hdrlen >= 1048
      - id: d_aliaslen
        -orig-id: cpt_d_aliaslen
        type: u4
        if: hdrlen >= 1048
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
    seq:
      - id: family
        -orig-id: cpt_family
        type: u2
      - id: mode
        -orig-id: cpt_mode
        type: u2
      - id: ifindex
        -orig-id: cpt_ifindex
        type: u4
      - id: mcaddr
        -orig-id: cpt_mcaddr
        type: u4
        repeat: expr
        repeat-expr: 4
  packet_ring:
    seq:
      - id: tp_block_size
        -orig-id: cpt_tp_block_size
        type: u4
      - id: tp_block_nr
        -orig-id: cpt_tp_block_nr
        type: u4
      - id: tp_frame_size
        -orig-id: cpt_tp_frame_size
        type: u4
      - id: tp_frame_nr
        -orig-id: cpt_tp_frame_nr
        type: u4
  sock_packet:
    seq:
      - id: stats_tp_packets
        -orig-id: cpt_stats_tp_packets
        type: u4
      - id: stats_tp_drops
        -orig-id: cpt_stats_tp_drops
        type: u4
      - id: tp_loss
        -orig-id: cpt_tp_loss
        type: u1
      - id: auxdata
        -orig-id: cpt_auxdata
        type: u1
      - id: origdev
        -orig-id: cpt_origdev
        type: u1
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
      - id: tp_version
        -orig-id: cpt_tp_version
        type: u4
      - id: tp_reserve
        -orig-id: cpt_tp_reserve
        type: u4
      - id: tp_tstamp
        -orig-id: cpt_tp_tstamp
        type: u4
      - id: rx_ring
        -orig-id: cpt_rx_ring
        type: packet_ring
      - id: tx_ring
        -orig-id: cpt_tx_ring
        type: packet_ring
  sock_packet_mc:
    seq:
      - id: ifindex
        -orig-id: cpt_ifindex
        type: u4
      - id: count
        -orig-id: cpt_count
        type: u4
      - id: type
        -orig-id: cpt_type
        type: u2
      - id: alen
        -orig-id: cpt_alen
        type: u2
      - id: addr
        -orig-id: cpt_addr
        size: 32
      - id: pad_at_60
        size: 4
        -pad: true
  openreq:
    seq:
      - id: rcv_isn
        -orig-id: cpt_rcv_isn
        type: u4
      - id: snt_isn
        -orig-id: cpt_snt_isn
        type: u4
      - id: rmt_port
        -orig-id: cpt_rmt_port
        type: u2
      - id: mss
        -orig-id: cpt_mss
        type: u2
      - id: family
        -orig-id: cpt_family
        type: u1
      - id: retrans
        -orig-id: cpt_retrans
        type: u1
      - id: snd_wscale
        -orig-id: cpt_snd_wscale
        type: u1
      - id: rcv_wscale
        -orig-id: cpt_rcv_wscale
        type: u1
      - id: tstamp_ok
        -orig-id: cpt_tstamp_ok
        type: u1
      - id: sack_ok
        -orig-id: cpt_sack_ok
        type: u1
      - id: wscale_ok
        -orig-id: cpt_wscale_ok
        type: u1
      - id: ecn_ok
        -orig-id: cpt_ecn_ok
        type: u1
      - id: acked
        -orig-id: cpt_acked
        type: u1
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
      - id: rcv_wnd
        -orig-id: cpt_rcv_wnd
        type: u4
      - id: ts_recent
        -orig-id: cpt_ts_recent
        type: u4
      - id: iif
        -orig-id: cpt_iif
        type: u4
      - id: expires
        -orig-id: cpt_expires
        type: u8
        -unit: jiffies
      - id: loc_addr
        -orig-id: cpt_loc_addr
        type: u8
        repeat: expr
        repeat-expr: 2
      - id: rmt_addr
        -orig-id: cpt_rmt_addr
        type: u8
        repeat: expr
        repeat-expr: 2
  skb:
    seq:
      - id: owner
        -orig-id: cpt_owner
        type: u4
      - id: queue
        -orig-id: cpt_queue
        type: u4
        enum: cpt_common::skb_queue
      - id: stamp
        -orig-id: cpt_stamp
        type: u8
        -unit: timeval
      - id: len
        -orig-id: cpt_len
        type: u4
      - id: hspace
        -orig-id: cpt_hspace
        type: u4
      - id: tspace
        -orig-id: cpt_tspace
        type: u4
      - id: h
        -orig-id: cpt_h
        type: u4
      - id: nh
        -orig-id: cpt_nh
        type: u4
      - id: mac
        -orig-id: cpt_mac
        type: u4
      - id: cb
        -orig-id: cpt_cb
        type: u8
        repeat: expr
        repeat-expr: 5
      - id: mac_len
        -orig-id: cpt_mac_len
        type: u4
      - id: csum
        -orig-id: cpt_csum
        type: u4
      - id: local_df
        -orig-id: cpt_local_df
        type: u1
      - id: pkt_type
        -orig-id: cpt_pkt_type
        type: u1
      - id: ip_summed
        -orig-id: cpt_ip_summed
        type: u1
      - id: pad1
        -orig-id: __cpt_pad1
        type: u1
        -pad: true
      - id: priority
        -orig-id: cpt_priority
        type: u4
      - id: protocol
        -orig-id: cpt_protocol
        type: u2
      - id: security
        -orig-id: cpt_security
        type: u2
      - id: gso_segs
        -orig-id: cpt_gso_segs
        type: u2
      - id: gso_size
        -orig-id: cpt_gso_size
        type: u2
      - id: gso_type
        -orig-id: cpt_gso_type
        type: u2
        if: hdrlen >= 128
      - id: pad_at_122
        size: 6
        if: hdrlen >= 128
        -pad: true
    instances:
      hdrlen:
        value: _io.size + 16
  net_device:
    seq:
      - id: index
        -orig-id: cpt_index
        type: u4
      - id: flags
        -orig-id: cpt_flags
        type: u4
      - id: name
        -orig-id: cpt_name
        size: 16
        -text: true
      - id: mtu
        -orig-id: cpt_mtu
        type: u4
        if: hdrlen >= 48
      - id: pad
        -orig-id: cpt_pad
        type: u4
        if: hdrlen >= 48
        -pad: true
    instances:
      hdrlen:
        value: _io.size + 16
  net_tuntap:
    seq:
      - id: owner
        -orig-id: cpt_owner
        type: u4
      - id: unused
        -orig-id: unused
        type: u4
        -pad: true
      - id: flags
        -orig-id: cpt_flags
        type: u8
      - id: bindfile
        -orig-id: cpt_bindfile
        type: u8
        -position-of: file
      - id: if_flags
        -orig-id: cpt_if_flags
        type: u8
      - id: dev_addr
        -orig-id: cpt_dev_addr
        size: 6
      - id: pad
        -orig-id: cpt_pad
        type: u2
        -pad: true
      - id: chr_filter
        -orig-id: cpt_chr_filter
        type: u4
        repeat: expr
        repeat-expr: 2
      - id: net_filter
        -orig-id: cpt_net_filter
        type: u4
        repeat: expr
        repeat-expr: 2
  net_tap_filter:
    seq:
      - id: count
        -orig-id: cpt_count
        type: u4
      - id: mask
        -orig-id: cpt_mask
        type: u4
        repeat: expr
        repeat-expr: 2
      - id: addr
        -orig-id: cpt_addr
        size: 48
      - id: pad_at_76
        size: 4
        -pad: true
  net_veth:
    seq:
      - id: allow_mac_change
        -orig-id: cpt_allow_mac_change
        type: u4
      - id: pad
        -orig-id: __cpt_pad
        type: u4
        -pad: true
  net_ipip_tunnel:
    seq:
      - id: tnl_flags
        -orig-id: cpt_tnl_flags
        type: u4
        -flags: cpt_common::tunnel_flag
      - id: i_flags
        -orig-id: cpt_i_flags
        type: u2
      - id: o_flags
        -orig-id: cpt_o_flags
        type: u2
      - id: i_key
        -orig-id: cpt_i_key
        type: u4
      - id: o_key
        -orig-id: cpt_o_key
        type: u4
      - id: iphdr
        -orig-id: cpt_iphdr
        type: u4
        repeat: expr
        repeat-expr: 5
      - id: i_seqno
        -orig-id: cpt_i_seqno
        type: u4
      - id: o_seqno
        -orig-id: cpt_o_seqno
        type: u4
      - id: pad
        -orig-id: cpt_pad
        size: 4
        -pad: true
      - id: link
        -orig-id: cpt_link
        type: u4
        if: hdrlen >= 72
      - id: pad1
        -orig-id: cpt_pad1
        size: 4
        if: hdrlen >= 72
        -pad: true
    instances:
      hdrlen:
        value: _io.size + 16
  net_br_dev:
    seq:
      - id: name
        -orig-id: name
        size: 16
        -text: true
  net_br:
    seq:
      - id: designated_root
        -orig-id: designated_root
        type: u8
      - id: bridge_id
        -orig-id: bridge_id
        type: u8
      - id: root_path_cost
        -orig-id: root_path_cost
        type: u4
      - id: max_age
        -orig-id: max_age
        type: u4
      - id: hello_time
        -orig-id: hello_time
        type: u4
      - id: forward_delay
        -orig-id: forward_delay
        type: u4
      - id: bridge_max_age
        -orig-id: bridge_max_age
        type: u4
      - id: bridge_hello_time
        -orig-id: bridge_hello_time
        type: u4
      - id: bridge_forward_delay
        -orig-id: bridge_forward_delay
        type: u4
      - id: ageing_time
        -orig-id: ageing_time
        type: u4
      - id: root_port
        -orig-id: root_port
        type: u1
      - id: stp_enabled
        -orig-id: stp_enabled
        type: u1
      - id: via_phys_dev
        -orig-id: via_phys_dev
        type: u1
      - id: pad
        -orig-id: pad
        size: 5
        -pad: true
  net_hwaddr:
    seq:
      - id: dev_addr
        -orig-id: cpt_dev_addr
        size: 32
  net_stats:
    seq:
      - id: rx_packets
        -orig-id: cpt_rx_packets
        type: u8
      - id: tx_packets
        -orig-id: cpt_tx_packets
        type: u8
      - id: rx_bytes
        -orig-id: cpt_rx_bytes
        type: u8
      - id: tx_bytes
        -orig-id: cpt_tx_bytes
        type: u8
      - id: rx_errors
        -orig-id: cpt_rx_errors
        type: u8
      - id: tx_errors
        -orig-id: cpt_tx_errors
        type: u8
      - id: rx_dropped
        -orig-id: cpt_rx_dropped
        type: u8
      - id: tx_dropped
        -orig-id: cpt_tx_dropped
        type: u8
      - id: multicast
        -orig-id: cpt_multicast
        type: u8
      - id: collisions
        -orig-id: cpt_collisions
        type: u8
      - id: rx_length_errors
        -orig-id: cpt_rx_length_errors
        type: u8
      - id: rx_over_errors
        -orig-id: cpt_rx_over_errors
        type: u8
      - id: rx_crc_errors
        -orig-id: cpt_rx_crc_errors
        type: u8
      - id: rx_frame_errors
        -orig-id: cpt_rx_frame_errors
        type: u8
      - id: rx_fifo_errors
        -orig-id: cpt_rx_fifo_errors
        type: u8
      - id: rx_missed_errors
        -orig-id: cpt_rx_missed_errors
        type: u8
      - id: tx_aborted_errors
        -orig-id: cpt_tx_aborted_errors
        type: u8
      - id: tx_carrier_errors
        -orig-id: cpt_tx_carrier_errors
        type: u8
      - id: tx_fifo_errors
        -orig-id: cpt_tx_fifo_errors
        type: u8
      - id: tx_heartbeat_errors
        -orig-id: cpt_tx_heartbeat_errors
        type: u8
      - id: tx_window_errors
        -orig-id: cpt_tx_window_errors
        type: u8
      - id: rx_compressed
        -orig-id: cpt_rx_compressed
        type: u8
      - id: tx_compressed
        -orig-id: cpt_tx_compressed
        type: u8
      - id: pad
        -orig-id: pad
        type: u8
        repeat: expr
        repeat-expr: 4
        -pad: true
  net_idev_cnf:
    seq:
      - id: data
        -orig-id: cpt_data
        type: u4
        repeat: expr
        repeat-expr: 26
  net_ifaddr:
    seq:
      - id: index
        -orig-id: cpt_index
        type: u4
      - id: family
        -orig-id: cpt_family
        type: u1
      - id: masklen
        -orig-id: cpt_masklen
        type: u1
      - id: flags
        -orig-id: cpt_flags
        type: u1
      - id: scope
        -orig-id: cpt_scope
        type: u1
      - id: address
        -orig-id: cpt_address
        type: u4
        repeat: expr
        repeat-expr: 4
      - id: peer
        -orig-id: cpt_peer
        type: u4
        repeat: expr
        repeat-expr: 4
      - id: broadcast
        -orig-id: cpt_broadcast
        type: u4
        repeat: expr
        repeat-expr: 4
      - id: label
        -orig-id: cpt_label
        size: 16
        -text: true
      - id: valid_lft
        -orig-id: cpt_valid_lft
        type: u4
      - id: prefered_lft
        -orig-id: cpt_prefered_lft
        type: u4
  nat_manip:
    seq:
      - id: direction
        -orig-id: cpt_direction
        type: u1
      - id: hooknum
        -orig-id: cpt_hooknum
        type: u1
      - id: maniptype
        -orig-id: cpt_maniptype
        type: u1
      - id: pad1
        -orig-id: __cpt_pad1
        type: u1
        -pad: true
      - id: manip_addr
        -orig-id: cpt_manip_addr
        type: u4
      - id: manip_port
        -orig-id: cpt_manip_port
        type: u2
      - id: pad2
        -orig-id: __cpt_pad2
        type: u2
        -pad: true
      - id: pad3
        -orig-id: __cpt_pad3
        type: u4
        -pad: true
  nat_seq:
    seq:
      - id: correction_pos
        -orig-id: cpt_correction_pos
        type: u4
      - id: offset_before
        -orig-id: cpt_offset_before
        type: u4
      - id: offset_after
        -orig-id: cpt_offset_after
        type: u4
      - id: pad1
        -orig-id: __cpt_pad1
        type: u4
        -pad: true
  tuple:
    params:
      - id: has_l3num
        type: bool
    seq:
      - id: src
        -orig-id: cpt_src
        type: u4
      - id: srcport
        -orig-id: cpt_srcport
        type: u2
      - id: pad1
        -orig-id: __cpt_pad1
        type: u2
        -pad: true
      - id: dst
        -orig-id: cpt_dst
        type: u4
      - id: dstport
        -orig-id: cpt_dstport
        type: u2
      - id: protonum
        -orig-id: cpt_protonum
        type: u1
      - id: dir
        -orig-id: cpt_dir
        type: u1
      - id: l3num
        -orig-id: cpt_l3num
        type: u2
        if: has_l3num
      - id: pad2
        size: 6
        if: has_l3num
        -pad: true
  net_conntrack:
    seq:
      - id: tuples
        -orig-id: cpt_tuple
        type: tuple(hdrlen == 232)
        repeat: expr
        repeat-expr: 2
      - id: status
        -orig-id: cpt_status
        type: u8
      - id: timeout
        -orig-id: cpt_timeout
        type: u8
        -unit: jiffies
      - id: index
        -orig-id: cpt_index
        type: u4
      - id: ct_helper
        -orig-id: cpt_ct_helper
        type: u1
      - id: nat_helper
        -orig-id: cpt_nat_helper
        type: u1
      - id: pad1
        -orig-id: cpt_pad1
        type: u2
        -pad: true
      - id: proto_data
        -orig-id: cpt_proto_data
        type: u4
        repeat: expr
        repeat-expr: 'hdrlen == 232 ? 16 : 12'
      - id: help_data
        -orig-id: cpt_help_data
        type: u4
        repeat: expr
        repeat-expr: 'hdrlen == 232 ? 8 : (hdrlen == 280 ? 4 : 6)'
      - id: initialized
        -orig-id: cpt_initialized
        type: u4
        if: hdrlen != 232
      - id: num_manips
        -orig-id: cpt_num_manips
        type: u4
        if: hdrlen != 232
      - id: nat_manips
        -orig-id: cpt_nat_manips
        type: nat_manip
        repeat: expr
        repeat-expr: 6
        if: hdrlen != 232
      - id: nat_seq
        -orig-id: cpt_nat_seq
        type: nat_seq
        repeat: expr
        repeat-expr: 2
      - id: masq_index
        -orig-id: cpt_masq_index
        type: u4
      - id: id
        -orig-id: cpt_id
        type: u4
        if: hdrlen != 280
      - id: mark
        -orig-id: cpt_mark
        type: u4
        if: hdrlen != 280
      - id: pad2
        size: 4
        -pad: true
    instances:
      hdrlen:
        value: _io.size + 16
  net_conntrack_expect:
    params:
      - id: conntrack_hdrlen
        type: u2
    seq:
      - id: timeout
        -orig-id: cpt_timeout
        type: u8
        -unit: jiffies
      - id: sibling_conntrack
        -orig-id: cpt_sibling_conntrack
        type: u4
      - id: seq_number
        -orig-id: cpt_seq
        type: u4
        if: is_old
      - id: pad1
        -orig-id: cpt_pad1
        type: u4
        if: not is_old
        -pad: true
      - id: ct_tuple
        -orig-id: cpt_ct_tuple
        type: tuple(false)
        if: is_old
      - id: tuple
        -orig-id: cpt_tuple
        type: tuple(not is_old)
      - id: mask
        -orig-id: cpt_mask
        type: tuple(not is_old)
      - id: help
        -orig-id: cpt_help
        type: u4
        repeat: expr
        repeat-expr: 3
        if: is_old
      - id: manip_proto
        -orig-id: cpt_manip_proto
        type: u2
        if: is_old
      - id: dir
        -orig-id: cpt_dir
        type: u1
      - id: flags
        -orig-id: cpt_flags
        type: u1
      - id: pad2
        -orig-id: cpt_pad2
        size: 6
        if: not is_old
        -pad: true
      - id: class
        -orig-id: cpt_class
        type: u4
        if: not is_old and hdrlen >= 96
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
