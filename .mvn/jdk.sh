# Sourced by ./kelvin and ./verify: what they share. POSIX sh; no process is started on the way that
# every start takes.

jdk_least=25

# Prints one line in the style of the program and ends with its code for "cannot be used".
fail() {
  printf 'kelvin: %s\n' "$1" >&2
  exit 3
}

# Whether $1 is a JDK, not only a runtime, that is new enough. Sets `jdk` and `jdk_version`.
is_jdk() {
  [ -n "$1" ] && [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
  while IFS='=' read -r key value; do
    if [ "$key" = JAVA_VERSION ]; then
      value=${value#\"}
      value=${value%%\"*}
      major=${value%%[!0-9]*}
      [ -n "$major" ] && [ "$major" -ge "$jdk_least" ] || return 1
      jdk=$1
      jdk_version=$value
      return 0
    fi
  done < "$1/release"
  return 1
}

# Sets `jdk`: JAVA_HOME, then the PATH, then the usual places.
find_jdk() {
  is_jdk "${JAVA_HOME:-}" && return
  if java=$(command -v java); then
    while [ -L "$java" ]; do
      link=$(readlink "$java")
      case $link in
        /*) java=$link ;;
        *) java=${java%/*}/$link ;;
      esac
    done
    is_jdk "${java%/bin/java}" && return
  fi
  for candidate in \
    /usr/lib/jvm/* \
    /usr/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "${HOME:-}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    "${HOME:-}"/.sdkman/candidates/java/* \
    "${HOME:-}"/.jdks/* \
    /opt/*
  do
    is_jdk "$candidate" && return
  done
  fail "Kelvin needs a JDK $jdk_least or newer and none was found: install one, for example Eclipse Temurin $jdk_least from adoptium.net, or set JAVA_HOME to it."
}

# Sets `maven`. Any 3.8.7 or newer does.
find_maven() {
  install="install Apache Maven 3.8.7 or newer, for example with the package maven of your system or from maven.apache.org."
  maven=$(command -v mvn) || fail "Building Kelvin needs Maven and none was found: $install"
  maven_version=$("$maven" -v 2>/dev/null | sed -n 's/.*Apache Maven \([0-9][0-9.]*\).*/\1/p')
  printf '%s\n' "$maven_version" | awk -F. '
    { exit !($1 > 3 || ($1 == 3 && ($2 > 8 || ($2 == 8 && $3 >= 7)))) }' ||
    fail "Building Kelvin needs a newer Maven than ${maven_version:-this one} ($maven): $install"
}

# Maven in the project, with the JDK found. Maven's own libraries make the JDK warn.
run_maven() {
  JAVA_HOME=$jdk \
  MAVEN_OPTS="--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow ${MAVEN_OPTS:-}" \
    "$maven" -f "$home/pom.xml" -B "$@"
}
