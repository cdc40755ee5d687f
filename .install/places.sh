# shellcheck shell=bash disable=SC2034
# Sourced by install and uninstall: the installed files and their places.
fail() {
  echo "$1" >&2
  exit 1
}

prefix=${PREFIX:-$HOME/.local}
case $prefix in
  /*) ;;
  *) fail "PREFIX must be an absolute path: $prefix" ;;
esac
prefix=${prefix%/}
bin=$prefix/bin
programs=(workbench-network workbench)
manual=$prefix/share/man/man1/workbench.1

# The file that a shell reads completions from: completions SHELL
completions() {
  case $1 in
    bash) echo "$prefix/share/bash-completion/completions/workbench" ;;
    zsh) echo "$prefix/share/zsh/site-functions/_workbench" ;;
    fish) echo "$prefix/share/fish/vendor_completions.d/workbench.fish" ;;
  esac
}
