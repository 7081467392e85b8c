#!/usr/bin/env bash
# Makes a folder to be used as the whole PATH of a machine that has Python, make, git and the usual small tools,
# and no compiler: bare_path.sh FOLDER [PYTHON]
set -euo pipefail
folder=$1
python=${2:-python3}
mkdir -p "$folder"
for tool in awk basename bash cat chmod cmp cp cut date diff dirname env expr false find git grep gzip head id install \
    ln ls make mkdir mktemp mv nproc od ps pwd readlink realpath rm rmdir sed seq sh sleep sort stat tail tar tee test \
    touch tr true uname uniq wc which xargs; do
    found=$(type -P "$tool") && ln -sf "$found" "$folder/$tool"
done
# By its real place and not by a link, so that environments made from it find its library.
interpreter=$("$python" -c 'import os, sys; print(os.path.realpath(sys._base_executable))')
printf '#!/bin/sh\nexec "%s" "$@"\n' "$interpreter" >"$folder/python3"
chmod +x "$folder/python3"
for compiler in cc gcc g++ c++ clang clang++ pkg-config; do
    if PATH=$folder type -P "$compiler" >/dev/null; then
        echo "$folder holds $compiler" >&2
        exit 1
    fi
done
