#!/usr/bin/env bash
# Clones HEAD into a new folder and runs the README's two commands there as on a new machine: an empty HOME, an empty
# pip cache, no compiler on PATH. Prints the times. What the machine says about its package index stays in force.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT

"$root/scripts/bare_path.sh" "$place/bin"
mkdir "$place/home"
git clone --quiet --no-hardlinks "$root" "$place/clone"

# An empty HOME must not lose the index that pip was told of there.
settings=${PIP_CONFIG_FILE:-}
for candidate in "${XDG_CONFIG_HOME:-$HOME/.config}/pip/pip.conf" "$HOME/.pip/pip.conf" \
    "$HOME/Library/Application Support/pip/pip.conf"; do
    if [ -z "$settings" ] && [ -f "$candidate" ]; then
        cp "$candidate" "$place/pip.conf"
        settings=$place/pip.conf
    fi
done

fresh() {
    env -u CC -u CXX -u MAKEFLAGS -u MAKELEVEL -u MFLAGS -u PRE_COMMIT_HOME -u PYTHONHOME -u PYTHONPATH -u VIRTUAL_ENV \
        -u XDG_CACHE_HOME -u XDG_CONFIG_HOME -u XDG_DATA_HOME \
        HOME="$place/home" PATH="$place/bin" PIP_CACHE_DIR="$place/cache" PIP_CONFIG_FILE="$settings" \
        make -C "$place/clone" --no-print-directory "$@"
}

times=()
for target in corpus test; do
    start=$SECONDS
    fresh "$target"
    times+=("make $target: $((SECONDS - start)) s")
done

if ! grep -rqE '(1918|१९१८)[-–](20|२०)' "$place/clone/build/corpus"; then
    echo "build/corpus does not hold 1918-20" >&2
    exit 1
fi
echo "Fresh clone of $(git -C "$place/clone" rev-parse --short HEAD), no compiler, empty HOME and cache:"
printf '  %s\n' "${times[@]}"
