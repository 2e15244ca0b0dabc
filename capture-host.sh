#!/bin/sh
# Prints what a restore on this host would find, as one JSON document (formats/host.schema.json): for
# cr-restore-sim --on HOST.json. Plain POSIX sh with awk, as BusyBox has them; reads only, and connects to itself over lo. What cannot be read
# is left out. Run it as whoever would start the restore, in the same sandbox, shell and directory.
LC_ALL=C
export LC_ALL

awk 'BEGIN { exit 0 }' </dev/null 2>/dev/null || {
  echo 'capture-host.sh: awk cannot be run here' >&2
  exit 1
}

# Every helper below prints nothing where it knows nothing.
json_text='
function text(s,   i, c, n, out) {
  out = ""
  n = length(s)
  for (i = 1; i <= n; i++) {
    c = substr(s, i, 1)
    if (c == "\\" || c == "\"") out = out "\\" c
    else if (c in control) out = out control[c]
    else out = out c
  }
  return "\"" out "\""
}
function bare(s) { return s ~ /^-?(0|[1-9][0-9]*)$/ ? s : "0" }
BEGIN { for (code = 1; code < 32; code++) control[sprintf("%c", code)] = sprintf("\\u%04x", code) }
'

# field NAME VALUE: one more member of the document, where the value is not empty
field() { [ -z "$2" ] || printf ',\n "%s": %s' "$1" "$2" >&3; }
have() { command -v "$1" >/dev/null 2>&1; }
value() { [ -r "$1" ] && cat "$1" 2>/dev/null; }
quoted() { printf '%s' "$1" | awk "$json_text"'{ s = NR == 1 ? $0 : s "\n" $0 } END { printf "%s", text(s) }'; }

# object: members of an object, from lines with a name, slashes of which become dots, and a text
object() {
  awk "$json_text"'{ name = $1; gsub("/", ".", name); sub(/^[^ ]+ /, ""); printf "%s%s: %s", n++ ? ", " : "", text(name), text($0) }'
}

# What limits leave, before this takes much of it itself.
# of CONTROLLER: the directory of the own group
of() {
  awk -F: -v want="$1" '{ path = $0; sub(/^[^:]*:[^:]*:/, "", path); n = split($2, c, ","); for (i = 1; i <= n; i++) if (c[i] == want) { print path; exit } }' /proc/self/cgroup
}
# mounted CONTROLLER: which directory of the hierarchy is mounted, and where
mounted() { awk -v want="$1" '{ dash = 7; while ($dash != "-" && dash < NF) dash++; n = split($(dash + 3), o, ","); if (want == "" ? $(dash + 1) == "cgroup2" : $(dash + 1) == "cgroup") for (i = 1; i <= n; i++) if (want == "" || o[i] == want) { print $4, $5; exit } }' /proc/self/mountinfo 2>/dev/null; }
# room DIRECTORY LIMIT USED: sets rest, what the limit of one group leaves, by the shell alone: who it started would be
# counted. No limit is a number of 63 bits, or a word; caches of files are given up.
room() {
  rest=
  { IFS= read -r most <"$1/$2"; } 2>/dev/null || most=
  case $most in '' | *[!0-9]* | ????????????????*) return 0 ;; esac
  { IFS= read -r used <"$1/$3"; } 2>/dev/null || used=0
  cache=0
  case $2 in memory.*)
    while read -r name count; do
      case $name in inactive_file) [ "$cache" != 0 ] || cache=$count ;; total_inactive_file) cache=$count ;; esac
    done <"$1/memory.stat"
    ;;
  esac 2>/dev/null
  rest=$((most - used + cache))
  [ "$rest" -ge 0 ] || rest=0
}
# limited CONTROLLER LIMIT USED FIELD: the same of every group that has such a limit
limited() {
  # shellcheck disable=SC2046
  set -- "$1" "$2" "$3" "$4" $(mounted "$1")
  [ $# -eq 6 ] || return 0
  find "$6" -maxdepth 4 -name "$2" 2>/dev/null | head -n 1000 | xargs grep -HE '^[0-9]{1,15}$' 2>/dev/null | while IFS= read -r line; do
    dir=${line%/*}
    room "$dir" "$2" "$3"
    [ -n "$rest" ] && printf '%s %s %s:%s\n' "$4" "$rest" "$1" "${5%/}${dir#"$6"}"
  done
}
# left CONTROLLER LIMIT USED: sets least, what the own group and those above it leave at least
left() {
  least=
  # shellcheck disable=SC2046
  set -- "$1" "$2" "$3" $(mounted "$1")
  [ $# -eq 5 ] || return 0
  dir=$(of "$1")
  [ "$4" = / ] || dir=${dir#"$4"}
  while :; do
    room "$5$dir" "$2" "$3"
    if [ -n "$rest" ] && { [ -z "$least" ] || [ "$rest" -lt "$least" ]; }; then least=$rest; fi
    [ -n "${dir%/}" ] || break
    dir=${dir%/*}
  done
}
left memory memory.limit_in_bytes memory.usage_in_bytes
[ -n "$least" ] || left '' memory.max memory.current
memory=$least
left pids pids.max pids.current
[ -n "$least" ] || left '' pids.max pids.current
# Without this process, which is gone before any restore.
tasks=${least:+$((least + 1))}
# Where few tasks or little memory are left, what this starts fails or is killed: it tells no more than that.
if [ "${tasks:-99}" -lt 12 ] || [ "${memory:-99999999}" -lt 5000000 ]; then
  printf '{"schemaVersion": 1, "cgroups": {%s' "${memory:+\"memoryBytesLeft\": \"$memory\"}"
  printf '%s%s}}\n' "${memory:+${tasks:+, }}" "${tasks:+\"tasksLeft\": $tasks}"
  exit 0
fi

# What was open before anything is opened here, but for the script itself, which a shell keeps above 9, and the pipe of
# these words.
is_own_proc() { awk '$1 == "NSpid:" && NF > 2 { exit 1 }' /proc/self/status 2>/dev/null; }
descriptors=$(
  # Numbers of another pid namespace are those of others.
  is_own_proc || exit 0
  exec 9>&1
  own=$(readlink /proc/self/fd/9 2>/dev/null)
  for link in /proc/$$/fd/*; do
    name=$(readlink "$link" 2>/dev/null) || continue
    case $name in "$own" | "$0" | */capture-host.sh) continue ;; esac
    printf '%s %s\n' "${link##*/}" "$name"
  done | awk "$json_text"'{
      fd = $1; name = $0; sub(/^[0-9]+ /, "", name)
      if (name ~ /^pipe:/) type = "pipe"
      else if (name ~ /^socket:/) type = "socket"
      else if (name ~ /^(net|pid|mnt|ipc|uts|user|time|cgroup):\[/) type = "namespace"
      else if (name ~ /^\/dev\/(pts\/|tty|console)/) type = "terminal"
      else if (name ~ /^\/dev\//) type = "device"
      else if (name ~ /^\//) type = "file"
      else type = "other"
      printf "%s{\"fd\": %s, \"type\": \"%s\", \"name\": %s}", n++ ? ", " : "", fd, type, text(name)
    }'
)
exec 3>&1
printf '{\n "schemaVersion": 1' >&3

release=$(value /proc/sys/kernel/osrelease || uname -r 2>/dev/null)
machine=$(uname -m 2>/dev/null)
[ -n "$release" ] && field kernel "{\"release\": $(quoted "$release")${machine:+, \"machine\": $(quoted "$machine")}}"

# /proc/sys/kernel under their own names; 64-bit ones as text, since JSON numbers do not hold them.
field limits "{$(for name in pid_max shmmni shmmax shmall msgmni msgmax msgmnb sem; do
  text=$(value /proc/sys/kernel/$name) && printf '%s %s\n' "$name" "$text"
done | awk '
  $1 == "sem" { v = "[" $2 ", " $3 ", " $4 ", " $5 "]" }
  $1 == "shmmax" || $1 == "shmall" { v = "\"" $2 "\"" }
  $1 != "sem" && $1 != "shmmax" && $1 != "shmall" { v = $2 }
  $2 ~ /^[0-9]+$/ { printf "%s\"%s\": %s", n++ ? ", " : "", $1, v }')}"
last=$(value /proc/sys/kernel/ns_last_pid)
case $last in '' | *[!0-9-]*) ;; *) field lastPid "$last" ;; esac

# Processes, without this one and those that it starts: they are gone before any restore.
if [ -d /proc/self ]; then
  field processes "[$({
    for task in /proc/[0-9]*/task/[0-9]*; do echo "T $task"; done
    for stat in /proc/[0-9]*/stat; do
      { IFS= read -r line <"$stat"; } 2>/dev/null && printf 'S %s\n' "$line"
    done
  } | awk -v self=$$ "$json_text"'
    $1 == "T" { split($2, part, "/"); if (part[3] != part[5]) threads[part[3]] = threads[part[3]] (threads[part[3]] == "" ? "" : ", ") part[5]; next }
    {
      line = substr($0, 3)
      pid = line; sub(/ .*/, "", pid)
      comm = line; sub(/^[0-9]+ \(/, "", comm)
      rest = comm; sub(/^.*\) /, "", rest); sub(/\) [^)]*$/, "", comm)
      split(rest, f, " ")
      parent[pid] = f[2]; name[pid] = comm; group[pid] = f[3] < 0 ? 0 : f[3]; session[pid] = f[4] < 0 ? 0 : f[4]
      order[++count] = pid
    }
    function own(pid,   depth) {
      for (depth = 0; depth < 64 && pid > 1; depth++) { if (pid == self) return 1; pid = parent[pid] }
      return 0
    }
    END {
      # Ascending, by insertion into what is nearly in order.
      for (i = 2; i <= count; i++) {
        p = order[i] + 0
        for (j = i - 1; j >= 1 && order[j] + 0 > p; j--) order[j + 1] = order[j]
        order[j + 1] = p
      }
      for (i = 1; i <= count; i++) {
        pid = order[i]
        if (own(pid)) continue
        printf "%s\n  {\"pid\": %d, \"comm\": %s, \"pgid\": %d, \"sid\": %d", shown++ ? "," : "", pid, text(name[pid]), group[pid], session[pid]
        if (threads[pid] != "") printf ", \"threads\": [%s]", threads[pid]
        printf "}"
      }
    }')]"
fi

# System V IPC of the namespace of whoever runs this.
if [ -r /proc/sysvipc/sem ]; then
  ipc() {
    awk -v id="$2" -v more="$3" "$json_text"'
      NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
      NF {
        key = $at["key"]; if (key < 0) key += 4294967296
        printf "%s{\"id\": %d, \"key\": \"0x%s\", \"uid\": %s, \"gid\": %s, \"mode\": \"%04d\"", n++ ? ", " : "", $at[id], hex(key), bare($at["uid"]), bare($at["gid"]), $at["perms"]
        if (more == "nsems") printf ", \"nsems\": %d", $at["nsems"]
        if (more == "size") printf ", \"size\": \"%s\"", $at["size"]
        # Whoever made or used it last, where that process lives.
        user = id == "shmid" ? $at["cpid"] : id == "msqid" ? $at["lspid"] : ""
        if (user != "" && (getline comm < ("/proc/" user "/comm")) > 0) printf ", \"name\": %s", text(comm)
        printf "}"
      }
      function hex(v,   s, d) { s = ""; do { d = v % 16; s = substr("0123456789abcdef", d + 1, 1) s; v = int(v / 16) } while (v >= 1); return s }
    ' "$1"
  }
  field ipc "{\"sem\": [$(ipc /proc/sysvipc/sem semid nsems)], \"msg\": [$(ipc /proc/sysvipc/msg msqid '')], \"shm\": [$(ipc /proc/sysvipc/shm shmid size)]}"
fi

settings='vm/max_map_count vm/overcommit_memory vm/overcommit_ratio vm/unprivileged_userfaultfd fs/nr_open
 kernel/pty/max kernel/pty/nr fs/inotify/max_user_instances fs/inotify/max_user_watches
 net/ipv4/ip_nonlocal_bind net/ipv4/ip_unprivileged_port_start net/ipv4/ping_group_range net/ipv6/ip_nonlocal_bind net/ipv6/conf/all/disable_ipv6
 user/max_user_namespaces user/max_pid_namespaces user/max_net_namespaces user/max_mnt_namespaces
 user/max_ipc_namespaces user/max_uts_namespaces user/max_time_namespaces user/max_cgroup_namespaces'
field sysctls "{$(for name in $settings; do
  text=$(value /proc/sys/$name) && printf '%s %s\n' "$name" "$text"
done | object)}"

# What the kernel was seen to have. Where only its configuration tells and cannot be read, nothing is said.
config=
for file in /proc/config.gz "/boot/config-$release"; do
  [ -z "$config" ] && [ -r "$file" ] && case $file in
    *.gz) config=$(gzip -dc "$file" 2>/dev/null) ;;
    *) config=$(cat "$file") ;;
  esac
done
flags=
flag() { flags="$flags${flags:+, }\"$1\": $2"; }
yes_no() { if "$@" 2>/dev/null; then echo true; else echo false; fi; }
configured() {
  [ -n "$config" ] || return 0
  case "
$config
" in *"
$2=y
"*) flag "$1" true ;; *) flag "$1" false ;; esac
}
flag proc "$(yes_no test -e /proc/self/stat)"
if [ -e /proc/self/stat ]; then
  # Numbers from the pid namespace that /proc is of to the own one.
  flag own-proc "$(yes_no is_own_proc)"
  flag time-namespaces "$(yes_no test -e /proc/self/timens_offsets)"
  flag user-namespaces "$(yes_no test -e /proc/self/ns/user)"
  flag ipv6 "$(yes_no test -d /proc/sys/net/ipv6)"
  flag seccomp-filter "$(yes_no grep -q '^Seccomp_filters:\|^Seccomp:' /proc/self/status)"
fi
configured soft-dirty CONFIG_MEM_SOFT_DIRTY
configured userfaultfd CONFIG_USERFAULTFD
configured ia32 CONFIG_IA32_EMULATION
[ -r /proc/self/maps ] && [ "$machine" = x86_64 ] &&
  flag vsyscall "$(yes_no grep -q '\[vsyscall\]' /proc/self/maps)"
# clone3 with set_tid came with Linux 5.5.
case $release in
  [1-4].* | 5.[0-4].*) flag set-tid false ;;
  [5-9].* | [1-9][0-9].*) flag set-tid true ;;
esac
field features "{$flags}"

if [ -r /proc/meminfo ]; then
  pages=$(for dir in /sys/kernel/mm/hugepages/hugepages-*kB; do
    [ -r "$dir/free_hugepages" ] || continue
    kib=${dir##*hugepages-}
    spare=$(($(value "$dir/nr_overcommit_hugepages" || echo 0) - $(value "$dir/surplus_hugepages" || echo 0)))
    [ "$spare" -gt 0 ] || spare=0
    printf '%s{"pageBytes": "%s", "free": %s, "spare": %s}' "$comma" "$((${kib%kB} * 1024))" "$(cat "$dir/free_hugepages")" "$spare"
    comma=', '
  done)
  field memory "{$(awk '
    # Kilobytes to bytes as text: awk of BusyBox may print large numbers in another form.
    function bytes(kib) { return sprintf("%.0f", kib * 1024) }
    $1 == "MemTotal:" { printf "\"totalBytes\": \"%s\"", bytes($2) }
    $1 == "MemAvailable:" { printf ", \"availableBytes\": \"%s\"", bytes($2) }
    $1 == "SwapTotal:" { printf ", \"swapBytes\": \"%s\"", bytes($2) }' /proc/meminfo), \"hugePages\": [$pages]}"
fi

# Who runs this.
if [ -r /proc/self/status ]; then
  limits=$(awk "$json_text"'
    BEGIN {
      split("cpu time|file size|data size|stack size|core file size|resident set|processes|open files|locked memory|address space|file locks|pending signals|msgqueue size|nice priority|realtime priority|realtime timeout", words, "|")
      split("CPU FSIZE DATA STACK CORE RSS NPROC NOFILE MEMLOCK AS LOCKS SIGPENDING MSGQUEUE NICE RTPRIO RTTIME", names, " ")
    }
    { for (i = 1; i <= 16; i++) if (index($0, "Max " words[i] " ") == 1) {
        rest = substr($0, length(words[i]) + 5); split(rest, f, " ")
        printf "%s\"RLIMIT_%s\": {\"soft\": \"%s\", \"hard\": \"%s\"}", n++ ? ", " : "", names[i], f[1], f[2]
      } }' /proc/self/limits 2>/dev/null)
  terminal=false
  [ -t 0 ] && terminal=true
  niceness=$(nice 2>/dev/null)
  case $niceness in '' | *[!0-9-]*) niceness= ;; esac
  status=$(awk '
    $1 == "Uid:" { printf "\"uid\": %s", $3 }
    $1 == "Gid:" { printf ", \"gid\": %s", $3 }
    $1 == "CapPrm:" { permitted = $2 }
    $1 == "CapEff:" { effective = $2 }
    $1 == "CapBnd:" { bounding = $2 }
    $1 == "NoNewPrivs:" { nnp = $2 }
    $1 == "Seccomp:" { seccomp = $2 }
    END {
      if (effective != "") printf ", \"capabilities\": {\"effective\": \"0x%s\", \"permitted\": \"0x%s\", \"bounding\": \"0x%s\"}", effective, permitted, bounding
      if (nnp != "") printf ", \"noNewPrivileges\": %s", nnp == 1 ? "true" : "false"
      if (seccomp != "") printf ", \"seccomp\": %s", seccomp
    }' /proc/self/status)
  # Which calls a filter refuses does not show: each is tried with arguments that do nothing.
  denied=
  if [ "$machine" = x86_64 ] && have perl && grep -q '^Seccomp:.*2' /proc/self/status; then
    denied=$(perl -MErrno -e '
      my @calls = (["unshare", 272, 0], ["ptrace", 101, 99, -1, 0, 0], ["setns", 308, -1, 0], ["mount", 165, 0, 0, 0, 0, 0],
        ["prlimit64", 302, 0, 7, 0, 0], ["memfd_create", 319, 0, 0], ["move_mount", 429, -1, 0, -1, 0, 0],
        ["prctl", 157, 99999, 0, 0, 0, 0], ["arch_prctl", 158, 0, 0], ["seccomp", 317, 99, 0, 0], ["clone3", 435, 0, 0],
        ["socket", 41, -1, 0, 0], ["chroot", 161, 0], ["capset", 126, 0, 0], ["epoll_ctl", 233, -1, 1, 0, 0]);
      my @denied;
      for (@calls) {
        my ($name, $number, @arguments) = @$_;
        next if syscall($number, @arguments) != -1;
        push @denied, "\"$name\": \"" . ($!{EPERM} ? "EPERM" : "ENOSYS") . "\"" if $!{EPERM} || $!{ENOSYS};
      }
      print "{", join(", ", @denied), "}";' 2>/dev/null)
  fi
  # Those that CRIU opens itself.
  devices=$(for device in /dev/null /dev/net/tun; do if [ -c "$device" ]; then echo "$device"; fi; done | awk '{ printf "%s\"%s\"", n++ ? ", " : "", $1 }')
  map=$(awk '{ printf "%s\"%s %s %s\"", n++ ? ", " : "", $1, $2, $3 }' /proc/self/uid_map 2>/dev/null)
  field restorer "{$status, \"limits\": {$limits}${map:+, \"uidMap\": [$map]}${niceness:+, \"nice\": $niceness}${denied:+, \"deniedCalls\": $denied}, \"isOnTerminal\": $terminal, \"devices\": [$devices], \"descriptors\": [$descriptors]}"
fi

# What CRIU found out about the kernel, and tries no more (criu/kerndat.c).
cached=$(yes_no test -f /run/criu.kdat)
if have criu; then
  version_of() { criu "$@" --version 2>/dev/null | awk '$1 == "Version:" { print $2; exit }'; }
  version=$(version_of)
  # Also for that CRIU reads its configuration.
  refused=
  [ -n "$version" ] || { version=$(version_of --no-default-config) && [ -n "$version" ] && refused=true; }
  plugins=$(for dir in /usr/lib/criu /usr/lib64/criu /usr/local/lib/criu /usr/lib/*/criu; do
    for file in "$dir"/*.so; do [ -e "$file" ] && basename "$file"; done
  done 2>/dev/null | awk "$json_text"'{ printf "%s%s", n++ ? ", " : "", text($0) }')
  field criu "{\"version\": $(quoted "$version"), \"plugins\": [$plugins]${refused:+, \"refusesConfiguration\": true}, \"hasKernelCache\": $cached}"
else
  field criu "{\"hasKernelCache\": $cached}"
fi

# Libraries are looked for where the loader does by itself.
library() { for dir in /lib /usr/lib /lib64 /usr/lib64 /lib/* /usr/lib/*; do [ -e "$dir/$1" ] && echo "$dir/$1" && return; done; }

# Where whoever runs programs finds one: a shell may have those of BusyBox in itself, and names no place.
placed() (
  IFS=:
  set -f
  for dir in $PATH; do [ -f "${dir:-.}/$1" ] && [ -x "${dir:-.}/$1" ] && echo "${dir:-.}/$1" && return; done
)

field programs "{$({
  place=$(library libnftables.so.1)
  printf 'libnftables.so.1%s\n' "${place:+ $place}"
  for name in criu ip sh tar gzip iptables-restore ip6tables-restore nft perl python3 unshare; do
  place=$(placed "$name")
  printf '%s%s\n' "$name" "${place:+ $place}"
done
  # Whichever restores legacy tables: the plain name may be made for nft.
  for name in iptables ip6tables; do
    place=
    for tool in $name-restore $name-legacy-restore; do
      [ -z "$place" ] && have $tool && uses=$($tool -V 2>/dev/null) && case $uses in *nf_tables*) ;; *) place=$(command -v $tool) ;; esac
    done
    printf '%s-legacy-restore%s\n' "$name" "${place:+ $place}"
  done; } | awk "$json_text"'
  NF == 1 { printf "%s%s: null", n++ ? ", " : "", text($1); next }
  { name = $1; sub(/^[^ ]+ /, ""); printf "%s%s: %s", n++ ? ", " : "", text(name), text($0) }')}"

# Mounts, with the room that is left on those that hold files.
if [ -r /proc/self/mountinfo ]; then
  field mounts "[$({
    df -Pk 2>/dev/null | awk 'NR > 1 { point = $6; for (i = 7; i <= NF; i++) point = point " " $i; printf "B %s %s\n", $4, point }'
    df -Pi 2>/dev/null | awk 'NR > 1 && $2 > 0 && $4 ~ /^[0-9]+$/ { point = $6; for (i = 7; i <= NF; i++) point = point " " $i; printf "I %s %s\n", $4, point }'
    sed 's/^/M /' /proc/self/mountinfo
  } | awk "$json_text"'
    $1 == "B" { n = $2; sub(/^. [^ ]+ /, ""); room[$0] = n; next }
    $1 == "I" { n = $2; sub(/^. [^ ]+ /, ""); nodes[$0] = n; next }
    {
      point = plain($6); dash = 8; while ($dash != "-" && dash < NF) dash++
      shared = 0; for (i = 8; i < dash; i++) if ($i ~ /^shared:/) shared = 1
      line[++count] = sprintf("\n  {\"point\": %s, \"type\": %s, \"source\": %s, \"options\": %s, \"superOptions\": %s, \"isShared\": %s", text(point), text($(dash + 1)), text(plain($(dash + 2))), text($7), text($(dash + 3)), shared ? "true" : "false")
      device[count] = $4
      # df names one mount of a file system only; the others, such as binds, have the same room.
      if (point in room) free[$4] = room[point]
      if (point in nodes) inodes[$4] = nodes[point]
    }
    END {
      for (i = 1; i <= count; i++) {
        printf "%s%s", (i > 1 ? "," : ""), line[i]
        if (device[i] in free) printf ", \"freeBytes\": \"%.0f\"", free[device[i]] * 1024
        if (device[i] in inodes) printf ", \"freeInodes\": \"%s\"", inodes[device[i]]
        printf "}"
      }
    }
    # mountinfo writes blanks and backslashes as a backslash and three octal digits.
    function plain(s) { gsub(/\\040/, " ", s); gsub(/\\011/, "\t", s); gsub(/\\012/, "\n", s); gsub(/\\134/, "\\", s); return s }')]"
fi

# The network namespace of whoever runs this.
if [ -r /proc/net/dev ]; then
  # /sys shows the devices of whoever mounted it, which may be another network; /proc/net is always the own one.
  names=$(awk -F: 'NR > 2 { gsub(/ /, "", $1); print $1 }' /proc/net/dev | sort)
  interfaces=$(if [ "$(for dir in /sys/class/net/*; do [ -r "$dir/ifindex" ] && echo "${dir##*/}"; done | sort)" = "$names" ]; then
    for name in $names; do
      up=$(value "/sys/class/net/$name/flags")
      printf '%s %s %s %s %s\n' "$name" "$(cat "/sys/class/net/$name/ifindex")" "$((${up:-0} & 1))" "$(yes_no test -d "/sys/class/net/$name/bridge")" "$(yes_no test -d "/sys/class/net/$name/brport")"
    done
  elif have ip && ip -o link >/dev/null 2>&1; then
    { ip -o link show type bridge 2>/dev/null | sed 's/^/bridge: /'; ip -o link; } | awk -F': ' '
      $1 == "bridge" { sub(/@.*/, "", $3); bridges[$3] = 1; next }
      { sub(/@.*/, "", $2); print $2, $1, ($3 ~ /^<([^>]*,)?UP[,>]/ ? 1 : 0), ($2 in bridges ? "true" : "false") }'
  else
    for name in $names; do echo "$name"; done
  fi | awk "$json_text"'{
    printf "%s{\"name\": %s", n++ ? ", " : "", text($1)
    if (NF >= 3) printf ", \"index\": %s, \"isUp\": %s", $2, $3 == 1 ? "true" : "false"
    if (NF >= 4) printf ", \"isBridge\": %s", $4
    if (NF == 5) printf ", \"isPort\": %s", $5
    printf "}"
  }')
  addresses=$(awk "$json_text"'
    function word(hex, i,   at) { at = i * 4 + 1; return substr(hex, at, 4) }
    FILENAME ~ /fib_trie/ { if ($1 == "|--") last = $2; else if ($2 == "host") seen[$1 == "/32" ? last : last $1] = 1 }
    FILENAME ~ /if_inet6/ { seen[v6($1)] = 1 }
    # The shortest form (RFC 5952): no leading zeros, the longest run of zeros as two colons.
    function v6(hex,   i, n, group, best, bestAt, run, out) {
      for (i = 0; i < 8; i++) { group[i] = tolower(word(hex, i)); sub(/^0+/, "", group[i]); if (group[i] == "") group[i] = "0" }
      best = 1; bestAt = -1; run = 0
      for (i = 0; i <= 8; i++) { if (i < 8 && group[i] == "0") run++; else { if (run > best) { best = run; bestAt = i - run }; run = 0 } }
      out = ""
      for (i = 0; i < 8; i++) {
        if (i == bestAt) { out = out "::"; i += best - 1; continue }
        out = out (out == "" || out ~ /:$/ ? "" : ":") group[i]
      }
      return out
    }
    END { for (a in seen) printf "%s%s", n++ ? ", " : "", text(a) }' $(ls /proc/net/fib_trie /proc/net/if_inet6 2>/dev/null) </dev/null)
  # Sockets that are bound, and neither listen nor are connected, only newer kernels (6.8) and releases of ss tell.
  # Others are all there where every socket that a process has is in some table.
  shows_bound=false
  case $release in [0-5].* | 6.[0-7] | 6.[0-7][!0-9]*) ;; *) have ss && ss -tnHB >/dev/null 2>&1 && shows_bound=true ;; esac
  if [ $shows_bound = false ] && unlisted=$({
    for kind in tcp tcp6 udp udp6 udplite udplite6 raw raw6 icmp icmp6 unix netlink packet; do
      [ -r "/proc/net/$kind" ] && sed "s/^/table $kind /" "/proc/net/$kind"
    done
    ls -l /proc/self/ns/net /proc/[0-9]*/ns/net /proc/[0-9]*/fd 2>/dev/null
  } | awk '
    $1 == "table" { listed[$(2 + ($2 == "unix" ? 7 : $2 == "packet" ? 9 : 10))] = 1; next }
    NF > 2 && $(NF - 1) == "->" && $NF ~ /^net:/ { split($(NF - 2), part, "/"); network[part[3]] = $NF; next }
    /^\/proc\/[0-9]+\/fd:$/ { split($0, part, "/"); pid = part[3]; open[pid] = 1; next }
    NF > 2 && $(NF - 1) == "->" && $NF ~ /^socket:/ { inode = $NF; gsub(/[^0-9]/, "", inode); socket[inode] = pid; next }
    /^l/ && $(NF - 1) != "->" { unknown = 1 }
    END {
      for (inode in socket) if (!(inode in listed) && network[socket[inode]] == network["self"]) unknown = 1
      for (pid in network) if (pid != "self" && !(pid in open)) unknown = 1
      if (!unknown && "self" in network) print "none"
    }') && [ "$unlisted" = none ]; then shows_bound=true; fi
  # Whether a port may be shared with its owner, only the socket itself tells: pidfd_open, pidfd_getfd and getsockopt.
  joinable='
    use Socket;
    my %kind;
    for my $kind (qw(tcp tcp6 udp udp6)) {
      open my $table, "<", "/proc/net/$kind" or next;
      while (<$table>) { my @word = split; $kind{$word[9]} = $kind if $kind =~ /udp/ || $word[3] eq "0A" }
    }
    $kind{$_} = "bound" for @ARGV;
    for my $link (glob "/proc/[0-9]*/fd/*") {
      last unless %kind;
      my ($pid, $fd) = $link =~ m{(\d+)/fd/(\d+)};
      my ($inode) = (readlink $link || "") =~ /^socket:\[(\d+)\]/ or next;
      my $kind = delete $kind{$inode} or next;
      my $process = syscall 434, $pid + 0, 0;
      my $copy = $process < 0 ? -1 : syscall 438, $process, $fd + 0, 0;
      open my $owner, "<&=", $process if $process >= 0;
      next if $copy < 0;
      open my $socket, "+<&=", $copy or next;
      my ($address, $port) = map { unpack "i", getsockopt $socket, SOL_SOCKET, $_ } SO_REUSEADDR, SO_REUSEPORT;
      my $is_shared = ($port && (stat $socket)[4] == $>) || ($kind !~ /tcp/ && $address);
      print "joinable $inode ", $is_shared ? "true" : "false", "\n";
    }'
  # PLACE INODE of those that are bound
  bound=
  [ $shows_bound = true ] && have ss && bound=$(ss -tnHBe 2>/dev/null | awk '{ inode = ""; for (i = 5; i <= NF; i++) if ($i ~ /^ino:/) inode = substr($i, 5); print $3, inode }')
  listening=$({
    # shellcheck disable=SC2046
    have perl && perl -e "$joinable" -- $(echo "$bound" | awk '{ print $2 }') 2>/dev/null
    # Whether IPv6 takes IPv4 as well is shown by ss alone.
    have ss && { ss -tlneH | sed 's/^/ss tcp /'; ss -ulneH | sed 's/^/ss udp /'; } 2>/dev/null
    for kind in tcp tcp6 udp udp6 udplite udplite6; do
      [ -r "/proc/net/$kind" ] && sed "s/^/$kind /" "/proc/net/$kind"
    done
    [ -z "$bound" ] || echo "$bound" | sed 's/^/bound /'
  } | awk "$json_text"'
    function digit(c) { return index("0123456789abcdef", tolower(c)) - 1 }
    function number(hex,   i, v) { v = 0; for (i = 1; i <= length(hex); i++) v = v * 16 + digit(substr(hex, i, 1)); return v }
    function swapped(hex,   i, out) { out = ""; for (i = 7; i >= 1; i -= 2) out = out substr(hex, i, 2); return out }
    function v4(hex,   s) { s = swapped(hex); return number(substr(s, 1, 2)) "." number(substr(s, 3, 2)) "." number(substr(s, 5, 2)) "." number(substr(s, 7, 2)) }
    function v6(hex,   i, all, group, best, bestAt, run, out) {
      all = ""; for (i = 0; i < 4; i++) all = all swapped(substr(hex, i * 8 + 1, 8))
      for (i = 0; i < 8; i++) { group[i] = tolower(substr(all, i * 4 + 1, 4)); sub(/^0+/, "", group[i]); if (group[i] == "") group[i] = "0" }
      best = 1; bestAt = -1; run = 0
      for (i = 0; i <= 8; i++) { if (i < 8 && group[i] == "0") run++; else { if (run > best) { best = run; bestAt = i - run }; run = 0 } }
      out = ""
      for (i = 0; i < 8; i++) {
        if (i == bestAt) { out = out "::"; i += best - 1; continue }
        out = out (out == "" || out ~ /:$/ ? "" : ":") group[i]
      }
      return out
    }
    function show(protocol, address, port, kind, inode,   key) {
      key = protocol " " address " " port " " kind
      if (!(key in seen)) order[++count] = key
      if (inode in joinable) shared[key] = joinable[inode]
      seen[key]++
    }
    # As ss writes them: [::]:80, *:80, 127.0.0.1%lo:53
    function place(shown,   port, address) {
      port = shown; sub(/.*:/, "", port); address = shown; sub(/:[^:]*$/, "", address); sub(/%.*/, "", address)
      gsub(/[][]/, "", address)
      return (address == "*" ? "::" : address) " " port
    }
    $1 == "joinable" { joinable[$2] = $3; next }
    $1 == "bound" { split(place($2), part, " "); if (part[2] + 0 > 0) show("tcp", part[1], part[2], "bound", $3); next }
    $1 == "ss" { if (match($0, /v6only:[01]/)) v6only[$2 " " place($6)] = substr($0, RSTART + 7, 1) == 1 ? "true" : "false"; next }
    $3 ~ /^[0-9A-Fa-f]+:[0-9A-Fa-f]+$/ {
      split($3, local, ":"); port = number(local[2]); if (port == 0) next
      protocol = $1; sub(/6$/, "", protocol)
      address = $1 ~ /6$/ ? v6(local[1]) : v4(local[1])
      # TCP_LISTEN and TCP_TIME_WAIT, linux/tcp_states.h
      show(protocol, address, port, protocol != "tcp" ? "any" : $5 == "0A" ? "listening" : $5 == "06" ? "over" : "connected", $11)
    }
    END {
      for (i = 1; i <= count; i++) {
        split(order[i], part, " "); protocol = part[1]; kind = part[4]
        printf "%s{\"protocol\": \"%s\", \"address\": %s, \"port\": %d", n++ ? ", " : "", protocol, text(part[2]), part[3]
        if (protocol == "tcp") printf ", \"isListening\": %s", kind == "listening" ? "true" : "false"
        if (kind == "over") printf ", \"isOver\": true"
        # Two at one place: they share it. Connections of one server are all there.
        if (seen[order[i]] > 1 && (kind == "listening" || kind == "any")) printf ", \"isShared\": true"
        else if (order[i] in shared) printf ", \"isShared\": %s", shared[order[i]]
        name = protocol " " part[2] " " part[3]
        if (name in v6only) printf ", \"isV6Only\": %s", v6only[name]
        printf "}"
      }
    }')
  sockets=$(awk "$json_text"'NR > 1 && NF >= 8 {
      type = $5 == "0001" ? "stream" : $5 == "0002" ? "datagram" : $5 == "0005" ? "seqpacket" : ""
      name = $0; for (i = 1; i <= 7; i++) sub(/^ *[^ ]+/, "", name); sub(/^ /, "", name)
      if (type != "" && !((name type) in seen)) { seen[name type] = 1; printf "%s{\"name\": %s, \"type\": \"%s\"}", n++ ? ", " : "", text(name), type }
    }' /proc/net/unix 2>/dev/null)
  # What becomes of a connection over lo, whatever filters there are, shows when one is made: nobody else sees it.
  loopback=
  have perl && loopback=$(perl -MSocket -MErrno=EINPROGRESS,ECONNREFUSED -e '
    socket my $server, PF_INET, SOCK_STREAM, 0 or exit;
    bind $server, sockaddr_in(0, INADDR_LOOPBACK) and listen $server, 1 or exit;
    socket my $client, PF_INET, SOCK_STREAM, 0 or exit;
    fcntl $client, 4, 2048;
    my ($done, $error) = (connect($client, getsockname $server), $! + 0);
    if (!$done && $error == EINPROGRESS) {
      vec(my $writable = "", fileno $client, 1) = 1;
      print "silent" and exit unless select undef, $writable, undef, 1;
      $error = unpack "i", getsockopt $client, SOL_SOCKET, SO_ERROR;
      $done = !$error;
    }
    print $done ? "open" : $error == ECONNREFUSED ? "refused" : "";' 2>/dev/null)
  # Asked only where the tables are in use already: asking loads them otherwise. A policy that drops counts where no
  # rule could let packets over lo through; where rules might, nothing is said.
  policy=
  dropping='END { print !drops ? "ACCEPT" : accepts ? "" : "DROP" }'
  if grep -q filter /proc/net/ip_tables_names 2>/dev/null; then
    for tool in iptables-legacy iptables; do
      [ -z "$policy" ] && have $tool &&
        policy=$($tool -S INPUT 2>/dev/null | awk '$1 == "-P" { drops = $3 != "ACCEPT" } $1 == "-A" { accepts = 1; if (/-j (DROP|REJECT)/) drops = 1 } '"$dropping")
    done
  fi
  if [ "${policy:-ACCEPT}" = ACCEPT ]; then
    if have nft; then
      policy=$(nft list ruleset 2>/dev/null | awk '/hook input/ { in_input = 1 } /hook input/ && /policy drop/ { drops = 1 } in_input && /(drop|reject)$/ { drops = 1 } /accept|jump|goto/ && !/policy accept/ { accepts = 1 } '"$dropping")
    elif [ -e /sys/module/nf_tables ] || grep -q '^nf_tables ' /proc/modules 2>/dev/null; then
      policy=
    elif [ -z "$policy" ] && ! grep -q filter /proc/net/ip_tables_names 2>/dev/null; then
      policy=ACCEPT
    fi
  fi
  fields="\"addresses\": [$addresses], \"listening\": [$listening], \"showsBound\": $shows_bound, \"unixSockets\": [$sockets]${policy:+, \"inputPolicy\": \"$policy\"}${loopback:+, \"loopback\": \"$loopback\"}"
  # There is always one.
  [ -z "$interfaces" ] || fields="\"interfaces\": [$interfaces], $fields"
  field network "{$fields}"
fi

if [ -d /dev/pts ] && [ -r /proc/sys/kernel/pty/max ]; then
  numbers=$(for name in /dev/pts/[0-9]*; do [ -e "$name" ] && echo "${name##*/}"; done | sort -n | awk '{ printf "%s%s", n++ ? ", " : "", $1 }')
  count=$(echo "$numbers" | awk -F, '{ print NF }')
  [ -n "$numbers" ] || count=0
  left=$(($(cat /proc/sys/kernel/pty/max) - $(cat /proc/sys/kernel/pty/nr)))
  most=$(awk '$5 == "/dev/pts" { o = $0 } END { if (match(o, /[,]max=[0-9]+/)) print substr(o, RSTART + 5, RLENGTH - 5) }' /proc/self/mountinfo 2>/dev/null)
  if [ -n "$most" ] && [ "$most" -gt 0 ] && [ $((most - count)) -lt "$left" ]; then left=$((most - count)); fi
  [ "$left" -ge 0 ] || left=0
  field terminals "{\"numbers\": [$numbers], \"left\": $left}"
fi

modules=
[ -e /sys/fs/selinux/enforce ] && modules='"selinux"'
if grep -q Y /sys/module/apparmor/parameters/enabled 2>/dev/null; then modules="$modules${modules:+, }\"apparmor\""; fi
profiles=$(awk "$json_text"'{ sub(/ \([a-z]+\)$/, ""); printf "%s%s", n++ ? ", " : "", text($0) }' /sys/kernel/security/apparmor/profiles 2>/dev/null)
if [ -d /sys/kernel ]; then
  field security "{\"modules\": [$modules]${profiles:+, \"profiles\": [$profiles]}}"
fi
words=$(awk -F: '/^(flags|Features)/ { print $2; exit }' /proc/cpuinfo 2>/dev/null | awk "$json_text"'{ for (i = 1; i <= NF; i++) printf "%s%s", n++ ? ", " : "", text($i) }')
[ -n "$words" ] && field cpu "{\"features\": [$words]}"

if [ -r /proc/locks ]; then
  field locks "[$(awk '$2 != "->" && $6 ~ /^[0-9a-f]+:[0-9a-f]+:[0-9]+$/ {
    split($6, part, ":"); printf "%s{\"kind\": \"%s\", \"access\": \"%s\", \"inode\": \"%s\"}", n++ ? ", " : "", $2, $4, part[3] }' /proc/locks)]"
fi

# Which regular files are open or mapped, for leases: only where all processes let themselves be looked at.
have perl && opened=$(perl -e '
  my (%all, %written);
  for my $process (grep { m{^/proc/\d+$} && $_ ne "/proc/$$" } glob "/proc/[0-9]*") {
    opendir my $folder, "$process/fd" or do { exit 1 if -e "$process/stat"; next };
    for my $link (map { "$process/fd/$_" } grep { /^\d/ } readdir $folder) {
      my $access = (lstat $link)[2];
      my @file = stat $link;
      next unless @file && -f _;
      $all{$file[1]} = 1;
      $written{$file[1]} = 1 if $access & 0200;
    }
    open my $maps, "<", "$process/maps" or next;
    while (<$maps>) {
      my (undef, $access, undef, undef, $inode) = split;
      next unless $inode;
      $all{$inode} = 1;
      $written{$inode} = 1 if $access =~ /w.s/;
    }
  }
  exit 1 if keys %all > 50000;
  my $list = sub { join ", ", map { "\"$_\"" } sort { $a <=> $b } @_ };
  print "{\"inodes\": [", $list->(keys %all), "], \"written\": [", $list->(keys %written), "]}"' 2>/dev/null) &&
  field openFiles "$opened"

# Control groups: hierarchies, and what the limits of the own group leave.
if [ -r /proc/self/cgroup ]; then
  hierarchies=$(awk -F: "$json_text"'{
      path = $0; sub(/^[^:]*:[^:]*:/, "", path); n = split($2, c, ","); list = ""
      for (i = 1; i <= n; i++) if (c[i] != "") list = list (list == "" ? "" : ", ") text(c[i])
      printf "%s{\"controllers\": [%s], \"path\": %s}", count++ ? ", " : "", list, text(path)
    }' /proc/self/cgroup)
  # Directories near the top, named by their controllers.
  directories=$(awk -F: '{ path = $0; sub(/^[^:]*:[^:]*:/, "", path); print $2 }' /proc/self/cgroup | while IFS= read -r controllers; do
    one=${controllers%%,*}
    point=$(mounted "$one")
    above=${point%% *}
    point=${point#* }
    [ -n "$point" ] && find "$point" -maxdepth 5 -type d 2>/dev/null | head -n 1000 | while IFS= read -r dir; do
      printf '%s:%s\n' "$controllers" "${above%/}${dir#"$point"}"
    done
  done | awk "$json_text"'{ sub(/:$/, ":/"); printf "%s%s", n++ ? ", " : "", text($0) }')
  groups=$({
    limited memory memory.limit_in_bytes memory.usage_in_bytes memoryBytesLeft
    limited '' memory.max memory.current memoryBytesLeft
    limited pids pids.max pids.current tasksLeft
    limited '' pids.max pids.current tasksLeft
    for controller in freezer ''; do
      # shellcheck disable=SC2046
      set -- $(mounted "$controller")
      [ $# -eq 2 ] || continue
      if [ "$controller" = freezer ]; then
        find "$2" -maxdepth 4 -name freezer.state 2>/dev/null | head -n 1000 | xargs grep -L THAWED 2>/dev/null
      else
        find "$2" -maxdepth 4 -name cgroup.freeze 2>/dev/null | head -n 1000 | xargs grep -l 1 2>/dev/null
      fi | while IFS= read -r file; do
        # With no file at all grep looks at its input.
        case $file in "$2"/*) ;; *) continue ;; esac
        dir=${file%/*}
        printf 'isFrozen true %s:%s\n' "$controller" "${1%/}${dir#"$2"}"
      done
    done
    # shellcheck disable=SC2046
    set -- $(mounted devices)
    [ $# -ne 2 ] || find "$2" -maxdepth 4 -name devices.list 2>/dev/null | head -n 1000 | xargs grep -L '^a' 2>/dev/null | while IFS= read -r file; do
      case $file in "$2"/*) ;; *) continue ;; esac
      dir=${file%/*}
      printf 'devices %s devices:%s\n' "$(awk '{ printf "%s,", $1 ":" $2 ":" $3 }' "$file")," "${1%/}${dir#"$2"}"
    done
    # cpusets of version 1: none is filled by itself, unless the one above it clones
    # shellcheck disable=SC2046
    set -- $(mounted cpuset)
    [ $# -ne 2 ] || {
      find "$2" -maxdepth 4 -name 'cpuset.[cm]*s' \( -name cpuset.cpus -o -name cpuset.mems \) 2>/dev/null | head -n 2000 | xargs grep -L . 2>/dev/null | sed 's/^/isEmptyCpuset true /'
      find "$2" -maxdepth 4 -name cgroup.clone_children 2>/dev/null | head -n 1000 | xargs grep -l 1 2>/dev/null | sed 's/^/clonesChildren true /'
    } | while read -r name flag file; do
      case $file in "$2"/*) ;; *) continue ;; esac
      dir=${file%/*}
      printf '%s %s cpuset:%s\n' "$name" "$flag" "${1%/}${dir#"$2"}"
    done | sort -u
  } | awk "$json_text"'{
    name = $1; rest = $2; sub(/^[^ ]+ [^ ]+ /, ""); sub(/:$/, ":/")
    if (name == "memoryBytesLeft") rest = text(rest)
    if (name == "devices") {
      size = split(rest, one, ","); rest = ""
      for (i = 1; i <= size; i++) if (split(one[i], part, ":") == 4)
        rest = rest (rest == "" ? "" : ", ") text(part[1] " " part[2] ":" part[3] " " part[4])
      rest = "[" rest "]"
    }
    printf "%s{\"directory\": %s, \"%s\": %s}", n++ ? ", " : "", text($0), name, rest
  }')
  field cgroups "{\"hierarchies\": [$hierarchies]${directories:+, \"directories\": [$directories]}${memory:+, \"memoryBytesLeft\": \"$memory\"}${tasks:+, \"tasksLeft\": $tasks}, \"groups\": [$groups]}"
fi

# What Podman has by name, for whoever asks: only where it was used before, since it makes its folders when it is asked.
store=/var/lib/containers/storage
[ "$(id -u)" = 0 ] || store=${XDG_DATA_HOME:-$HOME/.local/share}/containers/storage
if have podman && [ -d "$store" ]; then
  # listed WORD…: lines of podman, within a time, as texts of a list; nothing where it fails
  listed() {
    lines=$(PODMAN_IGNORE_CGROUPSV1_WARNING=1 timeout 20 podman "$@" 2>/dev/null </dev/null) || return
    printf '%s' "$lines" | awk "$json_text"'$0 != "" { printf "%s%s", n++ ? ", " : "", text($0) } END { print "." }'
  }
  podman=
  for kind in images volumes secrets networks; do
    case $kind in
      images) names=$(listed images --format '{{.Repository}}:{{.Tag}}') ;;
      volumes) names=$(listed volume ls --format '{{.Name}}') ;;
      networks) names=$(listed network ls --format '{{.Name}}') ;;
      *) names=$(listed secret ls --format '{{.Name}}') ;;
    esac
    [ -z "$names" ] || podman="$podman${podman:+, }\"$kind\": [${names%.}]"
  done
  containers=$(PODMAN_IGNORE_CGROUPSV1_WARNING=1 timeout 20 podman ps --all --no-trunc --format '{{.ID}} {{.Names}}' 2>/dev/null </dev/null) &&
    podman="$podman${podman:+, }\"containers\": [$(printf '%s' "$containers" | awk "$json_text"'NF > 1 { printf "%s{\"id\": %s, \"name\": %s}", n++ ? ", " : "", text($1), text($2) }')]"
  running=$(PODMAN_IGNORE_CGROUPSV1_WARNING=1 timeout 20 podman ps --quiet 2>/dev/null </dev/null) && {
    # shellcheck disable=SC2086
    names=$([ -z "$running" ] || listed inspect --format '{{range .NetworkSettings.Networks}}{{println .IPAddress}}{{end}}' $running)
    podman="$podman${podman:+, }\"addresses\": [${names%.}]"
  }
  field podman "{$podman}"
fi

printf '\n}\n' >&3
