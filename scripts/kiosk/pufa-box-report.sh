#!/bin/bash
# Tells the server how this box is: temperature, free disk, time since it was switched on.
#
# Nothing is sent before an operator has given the box its own key (PUFA_BOX_SCREEN, PUFA_BOX_KEY). The key
# goes in by standard input, since other users of the machine may read command lines.
set -u

: "${PUFA_HOME:=/var/lib/pufa-kiosk}"
: "${PUFA_THERMAL:=/sys/class/thermal}"
: "${PUFA_UPTIME:=/proc/uptime}"
if [ -z "${PUFA_BOX_KEY:-}" ] || [ -z "${PUFA_BOX_SCREEN:-}" ]; then
  exit 0
fi
: "${PUFA_SERVER:?请在 /etc/pufa-kiosk.conf 里写服务器地址}"

# The hottest place, in degrees with one decimal; null where the box has no sensor.
temperature() {
  cat "$PUFA_THERMAL"/thermal_zone*/temp 2>/dev/null |
    awk 'BEGIN { hottest = "" }
         /^-?[0-9]+$/ && (hottest == "" || $1 > hottest) { hottest = $1 }
         END { if (hottest == "") print "null"; else printf "%.1f\n", hottest / 1000 }'
}

free_bytes() {
  df --output=avail --block-size=1 "$PUFA_HOME" | tail -n 1 | tr -d ' '
}

read -r up _ <"$PUFA_UPTIME"
body="{\"temperatureC\":$(temperature),\"uptimeSeconds\":${up%.*},\"diskFreeBytes\":$(free_bytes)}"

printf 'header = "Authorization: Bearer %s"\n' "$PUFA_BOX_KEY" |
  curl --config - --silent --show-error --fail --max-time 20 \
    --header 'Content-Type: application/json' \
    --data "$body" \
    --output /dev/null \
    "$PUFA_SERVER/api/signage/box/$PUFA_BOX_SCREEN"
