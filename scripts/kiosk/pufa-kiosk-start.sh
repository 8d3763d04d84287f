#!/bin/bash
# Run as root before each start of the browser: counts the starts, and when restarting alone does not help,
# restarts the machine.
#
# Five starts within ten minutes are too many. The machine must have been up for an hour, so it restarts once
# an hour at most and never in a circle. Both are counted by the machine's own up-time, which no wrong clock
# can confuse, and the list lies in memory, so that a restart begins a new one.
set -eu

: "${PUFA_RUN:=/run/pufa-kiosk}"
: "${PUFA_UPTIME:=/proc/uptime}"
starts_max=5
window_seconds=600
up_seconds_min=3600

mkdir -p "$PUFA_RUN"
list="$PUFA_RUN/starts"
read -r up _ <"$PUFA_UPTIME"
up="${up%.*}"

recent=()
if [ -f "$list" ]; then
  while read -r start; do
    if [ $((up - start)) -lt "$window_seconds" ]; then recent+=("$start"); fi
  done <"$list"
fi
recent+=("$up")
printf '%s\n' "${recent[@]}" >"$list"

if [ "${#recent[@]}" -ge "$starts_max" ] && [ "$up" -ge "$up_seconds_min" ]; then
  echo "十分钟内启动了 ${#recent[@]} 次，重启机器" >&2
  systemctl --no-block reboot
fi
