/**
 * The fixed part of restore.sh: plain POSIX sh, besides readlink(1) and stat(1), which every Linux has.
 * Nothing of an image is in it.
 */

/** A piece of a script as it is written, but for the dollar before a brace, which would end the text. */
const sh = (strings: TemplateStringsArray): string => String.raw(strings).replaceAll('\\${', '${');

/** Options, and the root without trailing slashes. Command substitution would eat newlines at the end. */
export const scriptArguments = sh`
say() { printf 'restore.sh: %s\n' "$1" >&2; }
problem() { problems=$((problems + 1)); say "$1"; }

problems=0
only_check=
remove_sockets=
bind_root=
detach=
log=
bridge=
while [ $# -gt 0 ]; do
  case $1 in
    -h | --help) usage; exit 0 ;;
    --check) only_check=yes ;;
    --remove-sockets) remove_sockets=yes ;;
    --bind-root) bind_root=yes ;;
    --detach) detach=yes ;;
    --log | --network)
      [ $# -gt 1 ] || { say "$1 needs a value"; exit 2; }
      if [ "$1" = --log ]; then log=$2; else bridge=$2; fi
      shift
      ;;
    --) shift; break ;;
    -*) say "unknown option $1"; usage >&2; exit 2 ;;
    *) break ;;
  esac
  shift
done
case $log in '' | /*) ;; *) log=$PWD/$log ;; esac
if [ -n "$bridge" ] && [ -z "$detach" ]; then
  say '--network needs --detach'
  exit 2
fi
if [ $# -eq 0 ]; then
  say 'the directory with the tree of the container is missing'
  usage >&2
  exit 2
fi
if ! [ -d "$1" ]; then
  say "$1 is no directory"
  exit 1
fi
root=$(CDPATH='' cd -- "$1" && pwd -P && echo .) || exit 1
root=\${root%.}
root=\${root%"$newline"}
shift
if [ "\${1-}" = -- ]; then shift; fi
case $root in
  /) prefix= ;;
  *) prefix=$root ;;
esac
`;

/** Looks things up as the restored container will: links lead to places inside the root. */
export const scriptLookups = sh`
# resolve PATH: sets found, a path without symbolic links; fails on a loop
resolve() {
  rest=$1
  at=
  links=0
  while [ -n "$rest" ]; do
    case $rest in
      */*) name=\${rest%%/*}; rest=\${rest#*/} ;;
      *) name=$rest; rest= ;;
    esac
    case $name in
      '' | .) continue ;;
      ..) at=\${at%/*}; continue ;;
    esac
    if [ -L "$prefix$at/$name" ]; then
      links=$((links + 1))
      [ $links -le 40 ] || return 1
      target=$(readlink -n -- "$prefix$at/$name" && echo .) || return 1
      target=\${target%.}
      case $target in /*) at= ;; esac
      rest=$target/$rest
    else
      at=$at/$name
    fi
  done
  found=$prefix\${at:-/}
}

# kind_of FILE: sets kind
kind_of() {
  if [ -d "$1" ]; then kind=directory
  elif [ -f "$1" ]; then kind=file
  elif [ -p "$1" ]; then kind=FIFO
  elif [ -c "$1" ]; then kind='character device'
  elif [ -b "$1" ]; then kind='block device'
  elif [ -S "$1" ]; then kind=socket
  elif [ -e "$1" ]; then kind=something
  else kind=
  fi
}

# need PATH KIND DEVICE SHOWN WHY: DEVICE is MAJOR:MINOR in hexadecimal, or empty
need() {
  if ! resolve "$1"; then
    problem "$4: too many symbolic links ($5)"
    return
  fi
  kind_of "$found"
  if [ -z "$kind" ]; then
    problem "$4 is missing: $2 ($5)"
  elif [ "$2" != any ] && [ "$kind" != "$2" ]; then
    problem "$4 is a $kind, not a $2 ($5)"
  elif [ -n "$3" ]; then
    number=$(stat -c '%t:%T' -- "$found") || number=unknown
    [ "$number" = "$3" ] || problem "$4 is device $number, not $3 (hexadecimal; $5)"
  fi
}

# unsure SHOWN WHY: the name is not exactly known
unsure() { say "$1 cannot be checked: its name holds bytes that are no UTF-8 ($2)"; }

# absent PATH SHOWN: a socket is bound here again
absent() {
  resolve "$1" || return 0
  kind_of "$found"
  if [ -z "$kind" ]; then
    return 0
  elif [ "$kind" != socket ]; then
    problem "$2 is a $kind; a socket is bound here, nothing may be in its place"
  elif [ -z "$remove_sockets" ]; then
    problem "$2 is a socket left over from before; remove it, or give --remove-sockets"
  fi
}

# remove PATH SHOWN: after absent found nothing but sockets
remove() {
  resolve "$1" || return 0
  [ -S "$found" ] || return 0
  say "removing the left-over socket $2"
  rm -f -- "$found" || problem "$2 could not be removed"
}

# program NAME WHY: CRIU itself knows best whether it can do without
program() { command -v "$1" >/dev/null 2>&1 || say "note: the program $1 is not there ($2)"; }

# is_mounted DIRECTORY: mountinfo writes some characters as a backslash and three octal digits
is_mounted() {
  while IFS=' ' read -r _ _ _ _ point _; do
    case $point in
      *\\*)
        point=$(printf '%b.' "$(printf '%s' "$point" | sed 's/\\\([0-7][0-7][0-7]\)/\\0\1/g')")
        point=\${point%.}
        ;;
    esac
    [ "$point" = "$1" ] && return 0
  done </proc/self/mountinfo
  return 1
}

# unmounted PATH SHOWN: the restore mounts here itself
unmounted() {
  resolve "$1" || return 0
  if is_mounted "$found"; then say "note: something is mounted on $2 already; the restore mounts over it"; fi
}
`;

/** What a venet device did for a container, a pair of veth devices does; needs ip(8) and nsenter(1). */
export const scriptNetwork = sh`
# connect PID BRIDGE NAME ADDRESS...: the device is made in the network of the container
connect() {
  pid=$1
  bridge=$2
  name=$3
  shift 3
  outer=ve$pid$name
  outer=$(printf %.15s "$outer")
  ip link add "$outer" type veth peer name "$name" netns "$pid" &&
    ip link set "$outer" master "$bridge" up &&
    nsenter -t "$pid" -n ip link set "$name" up || { say "$name could not be connected to $bridge"; return; }
  for address in "$@"; do nsenter -t "$pid" -n ip address add "$address" dev "$name"; done
}
`;

/** After all checks; each_socket is made for the image. */
export const scriptEnd = sh`
each_socket absent
if ! [ -w "$root" ]; then say 'note: the root is not writable'; fi
if ! is_mounted "$root" && [ -z "$bind_root" ]; then
  problem 'the root is no mount point; give --bind-root to have it mounted on itself'
fi
if [ $problems -gt 0 ]; then
  say "problems: $problems; nothing was restored"
  exit 1
fi
if [ -n "$only_check" ]; then
  say 'everything that can be checked here is in place'
  exit 0
fi
each_socket remove
[ $problems -eq 0 ] || exit 1
if ! is_mounted "$root"; then
  say 'mounting the root on itself'
  mount --bind -- "$root" "$root" || exit 1
fi
# In front of the options of the user, who has the last word.
if [ -n "$log" ]; then set -- --log-file "$log" -v4 "$@"; fi
if [ -z "$detach" ] && [ -z "$log" ]; then
  exec "\${CRIU:-criu}" restore --images-dir "$images" --root "$root" "$@"
fi
pidfile=
if [ -n "$detach" ]; then
  # CRIU makes a new file, and refuses one that is there.
  pidfile=$(mktemp -d)/pid || exit 1
  set -- --restore-detached --pidfile "$pidfile" "$@"
fi
"\${CRIU:-criu}" restore --images-dir "$images" --root "$root" "$@"
status=$?
pid=
if [ -n "$pidfile" ]; then
  [ -f "$pidfile" ] && pid=$(cat "$pidfile")
  rm -rf -- "\${pidfile%/pid}"
fi
if [ $status -ne 0 ]; then
  [ -z "$log" ] || say "the log is $log; cr-restore-sim explain LOG IMAGES says why"
  exit $status
fi
[ -z "$pid" ] || say "the first process of the container is $pid"
if [ -n "$bridge" ] && [ -n "$pid" ]; then each_device "$pid" "$bridge"; fi
exit $status
`;
