# Sourced by the checks: a fresh user, and what is said about each line.

user=kelvin-check

# Sets `fresh`: the home folder of a user who has nothing, in a place with a space and umlauts.
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

# Runs a command as that user, with an environment of its own, in its home.
as_user() {
  (cd "$fresh" && setpriv --reuid "$user" --regid "$(id -g "$user")" --clear-groups \
    env -i HOME="$fresh" PATH=/usr/local/bin:/usr/bin:/bin LANG=C.UTF-8 "$@")
}

# Holds this shell and what it starts to $1 of memory; the kernel ends a program that wants more.
limit_memory() {
  local group=/sys/fs/cgroup/memory/kelvin-check limit=memory.limit_in_bytes
  [ -d /sys/fs/cgroup/memory ] || group=/sys/fs/cgroup/kelvin-check limit=memory.max
  mkdir -p "$group" && echo "$1" > "$group/$limit" && echo $$ > "$group/cgroup.procs" ||
    failed "no group of processes can be held to $1 of memory here"
}

passed() { printf 'ok: %s\n' "$1"; }

failed() {
  printf 'FAILED: %s\n' "$1" >&2
  exit 1
}

# Looks again and again until the command $2 ... succeeds, a minute long; $1 says what for.
await() {
  local what=$1 end=$((SECONDS + 60))
  shift
  until "$@"; do
    ((SECONDS < end)) || failed "waited in vain for $what"
    sleep 0.2
  done
}

# $1 says what is checked; the rest must end with code 3 and one line that contains $2.
expect_sentence() {
  what=$1 part=$2
  shift 2
  code=0
  said=$("$@" 2>&1 > /dev/null) || code=$?
  [ "$code" = 3 ] || failed "$what: ended with $code: $said"
  [ "$(printf '%s\n' "$said" | wc -l)" = 1 ] || failed "$what: more than one line: $said"
  case $said in *"$part"*) passed "$what: $said" ;; *) failed "$what: $said" ;; esac
}
