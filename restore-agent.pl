# Carries steps out in throw-away namespaces of the running kernel, and says what came of them. Reads lines on
# standard input: number, who acts, what, arguments, separated by tabs. Everything is below one process that is the
# first of a pid namespace and dies with whoever started this: nothing can stay behind.
use strict;
use warnings;
use POSIX ();
use Fcntl qw(O_RDWR);
use Errno ();

my %calls = (
    x86_64  => { unshare => 272, mount => 165, prctl => 157, shmat => 30, setresuid => 117, setresgid => 119 },
    aarch64 => { unshare => 97,  mount => 40,  prctl => 167, shmat => 196, setresuid => 147, setresgid => 149 },
);
my $machine = (POSIX::uname())[4];
my $nr = $calls{$machine} or die "no system call numbers for $machine\n";
my $clone3 = 435;
my ($new_ns, $new_ipc, $new_pid) = (0x20000, 0x8000000, 0x20000000);
my ($set_deathsig, $set_name) = (1, 15);

# Strings are passed by their place, and literals may not be written to: all are copied.
sub call { my ($number, @arguments) = @_; return syscall($number, @arguments) }
sub error_name { my $number = $! + 0; for (keys %!) { return $_ if Errno->can($_) && Errno->can($_)->() == $number } return "E$number" }

# The outer process waits, and takes the inner one with it.
call($nr->{prctl}, $set_deathsig, 9, 0, 0, 0);
call($nr->{unshare}, $new_ns | $new_ipc | $new_pid) == 0 or die "unshare: $!\n";
my $first = fork() // die "fork: $!\n";
if ($first) {
    for my $signal (qw(TERM INT HUP)) { $SIG{$signal} = sub { kill 9, $first; exit 130 } }
    waitpid $first, 0;
    exit($? >> 8);
}
call($nr->{prctl}, $set_deathsig, 9, 0, 0, 0);
sub mount_it {
    my ($source, $target, $type, $flags, $data) = @_;
    my $done = call($nr->{mount}, $source, $target, $type, $flags, $data // "");
    die "mount $target: $!\n" if $done != 0;
}
mount_it("none", "/", "none", 0x44000);    # MS_REC | MS_PRIVATE
mount_it("proc", "/proc", "proc", 0);
mount_it("tmpfs", "/tmp", "tmpfs", 0, "mode=0777");
my $dir = "/tmp";
mkdir "$dir/pts";
my $has_terminals = call($nr->{mount}, "devpts", "$dir/pts", "devpts", 0, "newinstance,ptmxmode=0666") == 0;
umask 0;

# A channel for each who acts, and one for all answers.
my ($answers, $mine);
POSIX::mkfifo("$dir/answers", 0666);
sysopen($answers, "$dir/answers", O_RDWR) or die "fifo: $!\n";
my (%channels, %children, @terminals);

sub say_line { my ($handle, $line) = @_; syswrite($handle, "$line\n") }
sub next_line {
    my ($handle) = @_;
    my $line = '';
    while (sysread($handle, my $byte, 1)) { last if $byte eq "\n"; $line .= $byte }
    return $line;
}

sub become {
    my ($actor, $name) = @_;
    %children = ();
    @terminals = ();
    my $short = substr($name, 0, 15) . "\0";
    call($nr->{prctl}, $set_name, $short, 0, 0, 0) if $name ne '';
    sysopen($mine, "$dir/c.$actor", O_RDWR) or POSIX::_exit(1);
    # Some have ended by the time that their channel says so.
    while (1) {
        my ($number, $op, @arguments) = split /\t/, next_line($mine), -1;
        my $answer = perform($op, @arguments);
        say_line($answers, "$number\t$answer");
        last_words($op, @arguments);
    }
}

# What is done after the answer, since nothing answers afterwards.
sub last_words {
    my ($op, @arguments) = @_;
    kill 'STOP', $$ if $op eq 'stop';
    return if $op ne 'exit';
    my ($status) = @arguments;
    my $signal = $status & 0x7f;
    if ($signal) { $SIG{__DIE__} = undef; POSIX::sigaction($signal, POSIX::SigAction->new('DEFAULT')); kill $signal, $$ }
    POSIX::_exit(($status >> 8) & 0xff);
}

sub failed { return "fail\t" . error_name() . "\t$!" }
sub done { return "ok\t" . ($_[0] // '') }

sub perform {
    my ($op, @a) = @_;
    if ($op eq 'fork') {
        my ($child, $name, $flags, $numbers) = @a;
        my @tids = split /,/, $numbers;
        my $list = pack 'l*', @tids;
        my $pointer = @tids ? unpack('Q', pack('p', $list)) : 0;
        my $request = pack 'Q11', $flags, 0, 0, 0, 17, 0, 0, 0, $pointer, scalar(@tids), 0;
        my $pid = call($clone3, $request, 88);
        if ($pid == -1 && !@tids && $!{ENOSYS}) { $pid = fork() // -1 }
        return failed() if $pid == -1;
        if ($pid == 0) { become($child, $name); POSIX::_exit(0) }
        $children{$child} = $pid;
        return done($pid);
    }
    if ($op eq 'write') {
        open(my $file, '>', "/proc/sys/kernel/$a[0]") or return failed();
        return defined(syswrite($file, $a[1])) ? done() : failed();
    }
    if ($op eq 'setsid') { return POSIX::setsid() == -1 && $! ? failed() : done() }
    if ($op eq 'setpgid') { return POSIX::setpgid(0, $a[0]) ? done() : failed() }
    if ($op eq 'credentials') {
        return failed() if call($nr->{setresgid}, $a[1] + 0, $a[1] + 0, $a[1] + 0) != 0;
        return call($nr->{setresuid}, $a[0] + 0, $a[0] + 0, $a[0] + 0) == 0 ? done() : failed();
    }
    if ($op eq 'get') {
        my ($kind, $key, $mode, $size) = @a;
        $key -= 4294967296 if $key > 2147483647;
        my $flags = $mode | 03000;    # IPC_CREAT | IPC_EXCL
        my $id = $kind eq 'sem' ? semget($key, $size, $flags) : $kind eq 'msg' ? msgget($key, $flags) : shmget($key, $size, $flags);
        return defined $id ? done($id + 0) : failed();
    }
    if ($op eq 'set') {
        my ($kind, $id, $uid, $gid, $mode, $limit) = @a;
        my $buffer = "\0" x 256;
        my $control = $kind eq 'sem' ? sub { semctl($id, 0, $_[0], $buffer) } : $kind eq 'msg' ? sub { msgctl($id, $_[0], $buffer) } : sub { shmctl($id, $_[0], $buffer) };
        return failed() unless $control->(2);    # IPC_STAT
        substr($buffer, 4, 8) = pack 'L2', $uid, $gid;
        my $old = unpack 'L', substr($buffer, 20, 4);
        substr($buffer, 20, 4) = pack 'L', ($old & ~0777) | ($mode & 0777);
        substr($buffer, 88, 8) = pack 'Q', $limit if $kind eq 'msg' && $limit ne '';
        return $control->(1) ? done() : failed();    # IPC_SET
    }
    if ($op eq 'setall') { return semctl($a[0], 0, 17, pack('S*', split(/,/, $a[1]))) ? done() : failed() }
    if ($op eq 'send') {
        my $message = pack('q', $a[1]) . ("\0" x $a[2]);
        return msgsnd($a[0], $message, 04000) ? done() : failed();    # IPC_NOWAIT
    }
    if ($op eq 'semop') {
        my $operations = pack 's*', map { split /:/ } split /,/, $a[1];
        return semop($a[0], $operations) ? done() : failed();
    }
    if ($op eq 'attach') {
        for (1 .. $a[1]) { return failed() if call($nr->{shmat}, $a[0] + 0, 0, 0) == -1 }
        return done();
    }
    if ($op eq 'remove') { return shmctl($a[0], 0, 0) ? done() : failed() }
    if ($op eq 'terminal') {
        return "skip\tdevpts cannot be mounted" unless $has_terminals;
        my @spare;
        while (@spare < 4096) {
            sysopen(my $pair, "$dir/pts/ptmx", O_RDWR) or return failed();
            my $index = pack 'I', 0;
            ioctl($pair, 0x80045430, $index) or return failed();    # TIOCGPTN
            $index = unpack 'I', $index;
            if ($index == $a[0]) { push @terminals, $pair; return done($index) }
            return "fail\tEEXIST\tpair $index came, beyond the wanted one" if $index > $a[0];
            push @spare, $pair;
        }
        return "fail\tENOSPC\tno pair of that number";
    }
    if ($op eq 'wait') { return waitpid($children{$a[0]} // -1, 0) > 0 ? done() : failed() }
    if ($op eq 'ipc') {
        my $out = '';
        for my $kind (qw(sem msg shm)) {
            open(my $table, '<', "/proc/sysvipc/$kind") or next;
            my $heading = <$table>;
            my @names = split ' ', $heading;
            while (my $row = <$table>) {
                my %cell; @cell{@names} = split ' ', $row;
                my $key = $cell{key}; $key += 4294967296 if $key < 0;
                my $size = $kind eq 'sem' ? $cell{nsems} : $kind eq 'msg' ? $cell{qnum} : $cell{size};
                my $id = $cell{$kind eq 'msg' ? 'msqid' : "${kind}id"};
                $out .= "\t$kind $id $key $cell{perms} $cell{uid} $cell{gid} $size";
            }
        }
        return "ok$out";
    }
    return done() if $op eq 'stop' || $op eq 'exit';
    return "skip\tnot from a script: $op";
}

# The channel is there before the child is.
sub ask {
    my ($number, $by, $op, @arguments) = @_;
    if ($op eq 'fork') { POSIX::mkfifo("$dir/c.$arguments[0]", 0666); sysopen($channels{$arguments[0]}, "$dir/c.$arguments[0]", O_RDWR) }
    return perform($op, @arguments) if $by eq '0';
    return "skip\tnobody is there to do it" unless $channels{$by};
    say_line($channels{$by}, join("\t", $number, $op, @arguments));
    my $answer = eval {
        local $SIG{ALRM} = sub { die "late\n" };
        alarm 10;
        my $line = next_line($answers);
        alarm 0;
        $line;
    };
    return "fail\tETIMEDOUT\tno answer" unless defined $answer;
    $answer =~ s/^[^\t]*\t//;
    return $answer;
}

$| = 1;
my %absent;
my %done;
my $ipc_actor = '0';
while (my $line = <STDIN>) {
    chomp $line;
    next if $line eq '' || $line =~ /^#/;
    my ($number, $by, $op, @arguments) = split /\t/, $line, -1;
    if ($op eq 'ipc-of') { $ipc_actor = $by; next }
    my $answer = $absent{$by} ? "skip\tnobody is there to do it" : ask($number, $by, $op, @arguments);
    $absent{$arguments[0]} = 1 if $op eq 'fork' && $answer !~ /^ok/;
    $done{$op}++ if $answer =~ /^ok/;
    print "step\t$number\t$answer\n";
}

sub state_of {
    my ($file) = @_;
    open(my $status, '<', $file) or return '?';
    while (my $row = <$status>) { return $1 if $row =~ /^State:\s*(\S)/ }
    return '?';
}

# Who ends or stops does so after the answer: a moment later, on a busy machine several.
for (1 .. 500) {
    my %count;
    $count{state_of($_)}++ for grep { !m{/proc/$$/} } glob '/proc/[0-9]*/status';
    my $ended = ($done{exit} // 0) - ($done{wait} // 0);
    last if !$count{R} && ($count{Z} // 0) >= $ended && ($count{T} // 0) >= ($done{stop} // 0);
    select undef, undef, undef, 0.02;
}
for my $file (glob '/proc/[0-9]*/status') {
    my ($pid) = $file =~ m{/proc/(\d+)/};
    next if $pid == 1;
    open(my $status, '<', $file) or next;
    my %field;
    while (my $row = <$status>) { chomp $row; my ($name, $value) = split /:\s*/, $row, 2; $field{$name} = $value }
    my ($state) = ($field{State} // '?') =~ /^(.)/;
    my $name = $field{Name} // '';
    my @uid = split ' ', $field{Uid} // '';
    my @gid = split ' ', $field{Gid} // '';
    print join("\t", 'process', map({ s/\s+/,/gr } $field{NSpid} // $pid, $field{NSpgid} // '', $field{NSsid} // ''), $field{PPid} // 0, $state, $uid[0] // 0, $gid[0] // 0, $name), "\n";
}
print "ipc\t", ask('ipc', $ipc_actor, 'ipc') =~ s/^ok\t?//r, "\n";
print "terminals\t", join(',', map { m{/(\d+)$} } glob "$dir/pts/[0-9]*"), "\n" if $has_terminals;
print "end\n";
exit 0;
