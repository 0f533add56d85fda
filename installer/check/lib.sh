# Sourced by the checks: a new user, and the messages of the checks.

user=kelvin-check

# Sets `fresh`: the empty home folder of a new user, in a path with a space and umlauts.
make_user() {
  fresh="/var/tmp/kelvin check/Käthe Übung"
  rm -rf "/var/tmp/kelvin check"
  mkdir -p "$fresh"
  id "$user" > /dev/null 2>&1 || useradd --no-create-home --home-dir "$fresh" --shell /bin/sh "$user"
  chown "$user" "$fresh"
}

remove_user() {
  userdel "$user" 2> /dev/null || true
  rm -rf "/var/tmp/kelvin check"
}

# Runs a command as that user with a clean environment, in its home.
as_user() {
  (cd "$fresh" && setpriv --reuid "$user" --regid "$(id -g "$user")" --clear-groups \
    env -i HOME="$fresh" PATH=/usr/local/bin:/usr/bin:/bin LANG=C.UTF-8 "$@")
}

# Limits this shell and its children to $1 of memory; the kernel ends a program that uses more.
limit_memory() {
  local group=/sys/fs/cgroup/memory/kelvin-check limit=memory.limit_in_bytes
  [ -d /sys/fs/cgroup/memory ] || group=/sys/fs/cgroup/kelvin-check limit=memory.max
  mkdir -p "$group" && echo "$1" > "$group/$limit" && echo $$ > "$group/cgroup.procs" ||
    failed "memory cannot be limited to $1 here"
}

passed() { printf 'ok: %s\n' "$1"; }

failed() {
  printf 'FAILED: %s\n' "$1" >&2
  exit 1
}

# Repeats the command $2 ... until it succeeds, for at most a minute; $1 names what is expected.
await() {
  local what=$1 end=$((SECONDS + 60))
  shift
  until "$@"; do
    ((SECONDS < end)) || failed "timed out waiting for $what"
    sleep 0.2
  done
}

# $1 names the check; the rest must exit with code 3 and print one line that contains $2.
expect_sentence() {
  what=$1 part=$2
  shift 2
  code=0
  said=$("$@" 2>&1 > /dev/null) || code=$?
  [ "$code" = 3 ] || failed "$what: ended with $code: $said"
  [ "$(printf '%s\n' "$said" | wc -l)" = 1 ] || failed "$what: more than one line: $said"
  case $said in *"$part"*) passed "$what: $said" ;; *) failed "$what: $said" ;; esac
}
