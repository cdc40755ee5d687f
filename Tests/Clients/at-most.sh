#!/usr/bin/env bash
# Runs a command with a time limit, after which the command and everything it started are ended. The exit code
# is then 124, or 137 if it had to be killed. macOS has no `timeout`, so perl does the same there.
#   bash Tests/Clients/at-most.sh SECONDS COMMAND…
# This is a program, not a function, so that a script that starts it with `&` knows its process ID.
set -euo pipefail
command -v timeout > /dev/null && exec timeout -k 10 "$@"
exec perl -e '
use strict;
use POSIX ":sys_wait_h";
# The number of times per second to check if the command has ended.
my $parts = 20;
my $left = $parts * shift;
# The command and the processes it starts share the process group of this program, so one signal reaches them all.
setpgrp(0, 0);
my ($signal, $limited) = ("TERM", 1);
for my $name (qw(HUP INT QUIT TERM)) {
  $SIG{$name} = sub { ($signal, $limited, $left) = ($name, 0, 0) };
}
my $child = fork();
die "fork: $!\n" unless defined $child;
if (!$child) {
  exec { $ARGV[0] } @ARGV;
  my $code = $!{ENOENT} ? 127 : 126;
  print STDERR "$ARGV[0]: $!\n";
  POSIX::_exit($code);
}
$SIG{TTIN} = $SIG{TTOU} = "IGNORE";
sub ended {
  for (; $left > 0; $left--) {
    return 1 if waitpid($child, WNOHANG) != 0;
    select(undef, undef, undef, 1 / $parts);
  }
  return waitpid($child, WNOHANG) != 0;
}
if (!ended()) {
  $SIG{$_} = "IGNORE" for qw(HUP INT QUIT TERM);
  kill($signal, 0);
  kill("CONT", 0);
  $left = 10 * $parts;
  # The signal also reaches this program, whose exit code is then 137.
  kill("KILL", 0) unless ended();
  exit(124) if $limited;
}
exit(WIFSIGNALED($?) ? 128 + WTERMSIG($?) : WEXITSTATUS($?));
' "$@"
