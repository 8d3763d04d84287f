#!/bin/bash
# Starts the browser on the whole screen and watches that the player in it lives.
#
# The page writes `pufa <state> <seconds>` into its title every few seconds. While the seconds grow, systemd
# is told so; when they stand still, the page is gone or the browser does not answer, it is told nothing, and
# kills and restarts all of this after WatchdogSec. When the browser ends, so does this.
set -u

: "${PUFA_SERVER:?请在 /etc/pufa-kiosk.conf 里写服务器地址，例如 PUFA_SERVER=https://pufa.example.gov.cn}"
: "${PUFA_HOME:=/var/lib/pufa-kiosk}"
: "${PUFA_DEVTOOLS_PORT:=9222}"
: "${PUFA_LOOK_EVERY:=5}"
: "${PUFA_WINDOW:=1920,1080}"
: "${PUFA_SLOT:=main}"
profile="$PUFA_HOME/profile"
compositor=''

# A power cut leaves a mark for which the browser would offer to restore its pages.
forget_crash() {
  local preferences="$profile/Default/Preferences"
  [ -f "$preferences" ] || return 0
  sed -i 's/"exit_type":"[^"]*"/"exit_type":"Normal"/; s/"exited_cleanly":false/"exited_cleanly":true/' \
    "$preferences"
}

# Locks of a browser that was killed, perhaps under another name of this machine.
forget_locks() {
  rm -f "$profile/SingletonLock" "$profile/SingletonCookie" "$profile/SingletonSocket"
}

start_browser() {
  local flags=(
    --kiosk
    --ozone-platform=wayland
    --user-data-dir="$profile"
    "--window-position=0,0"
    "--window-size=$PUFA_WINDOW"
    # One LED for one pixel: nothing may be scaled.
    --force-device-scale-factor=1
    --no-first-run
    --no-default-browser-check
    --noerrdialogs
    --hide-crash-restore-bubble
    --disable-session-crashed-bubble
    --disable-infobars
    --disable-pinch
    --overscroll-history-navigation=0
    # Sound and films begin without a touch; whether anything is heard is the player's affair.
    --autoplay-policy=no-user-gesture-required
    # A screen is always looked at, whatever the browser thinks of its window.
    --disable-background-timer-throttling
    --disable-backgrounding-occluded-windows
    --disable-renderer-backgrounding
    "--disable-features=Translate,CalculateNativeWinOcclusion,MediaRouter,OptimizationHints"
    # Nothing leaves for anybody but our server.
    --disable-background-networking
    --disable-component-update
    --disable-domain-reliability
    --disable-sync
    --disable-breakpad
    --no-pings
    --password-store=basic
    # The player keeps what it needs itself; this is only the browser's own share of the disk.
    --disk-cache-size=104857600
    --remote-debugging-address=127.0.0.1
    --remote-debugging-port="$PUFA_DEVTOOLS_PORT"
  )
  cage -d -- chromium "${flags[@]}" "$PUFA_SERVER/player/?slot=$PUFA_SLOT" &
  compositor=$!
}

# Prints `<state> <seconds>` of the player's page, or nothing.
page_title() {
  curl --silent --fail --max-time 3 "http://127.0.0.1:$PUFA_DEVTOOLS_PORT/json/list" 2>/dev/null |
    jq -r '[.[] | select(.type == "page") | .title | select(test("^pufa [a-z-]+ [0-9]+$"))][0] // empty' \
      2>/dev/null |
    cut -d ' ' -f 2-
}

# shellcheck disable=SC2317 # called by the trap
stop() {
  [ -n "$compositor" ] && kill "$compositor" 2>/dev/null
  wait "$compositor" 2>/dev/null
  exit 0
}

watch_page() {
  local state seconds last='' told=''
  while kill -0 "$compositor" 2>/dev/null; do
    read -r state seconds < <(page_title) || { state=''; seconds=''; }
    # After a reload they begin anew: the first reading says nothing yet.
    if [ -n "$seconds" ] && [ -n "$last" ] && [ "$seconds" -gt "$last" ]; then
      systemd-notify WATCHDOG=1 "STATUS=播放器：$state"
    fi
    last="$seconds"
    # One line for each change, so that the journal stays small.
    if [ "${state:-没有回应}" != "$told" ]; then
      told="${state:-没有回应}"
      echo "播放器状态：$told"
    fi
    # In the background and waited for, so that an order to stop is followed at once.
    sleep "$PUFA_LOOK_EVERY" &
    wait $!
  done
  echo '浏览器已退出' >&2
}

trap stop TERM INT
mkdir -p "$profile"
forget_crash
forget_locks
start_browser
systemd-notify --ready "STATUS=浏览器已启动"
watch_page
exit 1
