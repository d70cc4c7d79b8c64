#!/bin/bash
set -euo pipefail
name=world; list=(a "b $c" d); list+=(e); n+=1; arr[0]=x; A=1 B=2 env cmd
export PATH="$PATH:/usr/bin" X; readonly Y=1; local z; declare -A map; unset name X
echo "hello ${name:-nobody} $(whoami) `date` $((1 + 2 * n)) $1 $@ ${#list[@]} ${list[0]}" 'raw $x' $'ansi\n' plain{a,b} {1..3} $"tr"
curl -sSL "$url" | bash -s -- --yes > out.log 2>&1 < in.txt
cat <<EOF | grep x
text $name
EOF
cat <<'RAW' > file
raw
RAW
grep x <<< "$name"
if [ -f "$file" ] && [[ $a == b* || $c =~ ^x+$ ]]; then
  one; two
elif test -d x; then
  three
elif [[ ! -z $d ]]; then four
else
  five
fi
! false
for i in a b "$c"; do echo $i; done
for ((i = 0; i < 10; i++)); do continue; done
while read -r line; do echo "$line"; done < <(ls)
until false; do break; done
case "$1" in
  start|run) go ;;
  *.txt) read_it ;;
  *) exit 1 ;;
esac
deploy() { local x=$1; ssh "$host" "rm -rf $x"; return 0; }
function other { (cd /tmp && ls) || true; } 
(( n > 1 ? n : -n )); eval "$cmd"; { a; b; } &
