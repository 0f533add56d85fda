# Sourced by ./linux and ./macos: their common build. POSIX sh; run in the project's folder.

home=$(pwd)
. ./.mvn/jdk.sh
find_jdk
find_maven

# All files get one date, by default that of the commit, so that the same commit gives the same
# packages.
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || date +%s)}
export SOURCE_DATE_EPOCH

# Maven's plugin names the last commit that is not a merge; the packages name the built commit.
commit=$(git rev-parse --short=12 HEAD 2>/dev/null || echo unknown)

# The modules that call native code: Kelvin and some libraries.
native_modules=javafx.graphics,com.microsoft.onnxruntime,ai.djl.tokenizers,com.sun.jna,kelvin

say() { printf 'installer: %s\n' "$1"; }

# Maven, then target/image: runtime, content. Sets `version`.
build_image() {
  say "building the program ..."
  # A jar of another version would be a second module with the same name.
  # The unpacking plugin would trust its old markers.
  rm -rf target/modules target/natives target/sbom target/dependency-maven-plugin-markers
  run_maven -q -P installer package -Dmaven.test.skip=true -Dspotless.check.skip=true \
    -DbuildNumber="$commit" -Dproject.build.outputTimestamp="$SOURCE_DATE_EPOCH"
  version=$(sed -n 's/^version=//p' target/classes/kelvin/cli/build.properties)
  say "linking the runtime ..."
  "$jdk/bin/java" -cp "target/modules/*" installer/image/Image.java
}

# Loads and links the classes of a typical start ahead of time. $1 is the file to write; the rest starts
# the program with an additional JVM option in KELVIN_JAVA_OPTIONS.
train() {
  cache=$1
  shift
  say "training the cache of linked classes ..."
  scratch=$(mktemp -d)
  (
    export HOME="$scratch" XDG_CACHE_HOME="$scratch" XDG_CONFIG_HOME="$scratch" XDG_STATE_HOME="$scratch"
    # Options are split at spaces, which the path of the project may contain.
    export KELVIN_JAVA_OPTIONS="-XX:AOTCacheOutput=$scratch/kelvin.aot"
    "$@" --rehearse
  ) > target/training.log 2>&1 || {
    cat target/training.log >&2
    fail "The training run failed; its output is above."
  }
  [ -s "$scratch/kelvin.aot" ] || fail "The training run wrote no cache: see target/training.log."
  mv "$scratch/kelvin.aot" "$cache"
  chmod 644 "$cache"
  rm -rf "$scratch"
  touch -d "@$SOURCE_DATE_EPOCH" "$cache" 2>/dev/null || true
}
