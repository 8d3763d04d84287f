#!/bin/bash
# Makes a Debian machine (12 or later) into the box behind one LED screen. Run as root; run it again after a
# change or an update: it repairs what differs and keeps what was asked before.
#
#   install.sh [--server 地址] [--ca 证书文件] [--ntp 时间服务器] [--window 宽,高] [--offline]
#
# With DESTDIR set it only lays the files there: for looking at them, for images, for tests.
set -euo pipefail

here="$(cd "$(dirname "$0")" && pwd)"
dest="${DESTDIR:-}"
conf="$dest/etc/pufa-kiosk.conf"
user=pufa-kiosk
home=/var/lib/pufa-kiosk
# cage is built with support for old X programs and ends at once where xwayland is missing.
packages=(chromium cage xwayland fonts-noto-cjk curl jq ca-certificates libnss3-tools chrony unattended-upgrades alsa-utils libgl1-mesa-dri)
server='' ca='' ntp='' window='' offline=''

say() { printf '%s\n' "$*"; }
fail() {
  printf '没有装成：%s\n' "$*" >&2
  exit 1
}

while [ $# -gt 0 ]; do
  case "$1" in
    --offline) offline=1 && shift && continue ;;
    --server | --ca | --ntp | --window) [ $# -ge 2 ] || fail "$1 后面要写内容" ;;
    *) fail "不认识 $1；可以写 --server、--ca、--ntp、--window、--offline" ;;
  esac
  case "$1" in
    --server) server="$2" ;;
    --ca) ca="$2" ;;
    --ntp) ntp="$2" ;;
    --window) window="$2" ;;
  esac
  shift 2
done

# What was asked at an earlier run.
kept() { if [ -f "$conf" ]; then sed -n "s/^$1=//p" "$conf" | tail -n 1; fi; }

ask() {
  local answer=''
  if [ -t 0 ]; then read -r -p "$1" answer; fi
  printf '%s' "$answer"
}

[ -n "$dest" ] || [ "$(id -u)" = 0 ] || fail '请用 root 运行，例如 sudo ./install.sh'
[ -n "$dest" ] || command -v apt-get >/dev/null || fail '这个脚本只用于 Debian'

server="${server:-$(kept PUFA_SERVER)}"
server="${server:-$(ask '服务器地址（例如 https://pufa.example.gov.cn）：')}"
server="${server%/}"
[[ "$server" =~ ^https://[A-Za-z0-9.-]+(:[0-9]+)?$ ]] ||
  fail '服务器地址要以 https:// 开头，后面只有主机名和端口。浏览器只在加密连接里让播放器离线工作'
if [ -z "$ca" ] && [ ! -f "$dest/usr/local/share/ca-certificates/pufa-ca.crt" ]; then
  ca="$(ask '内部证书机构的证书文件（用公开证书的直接按回车）：')"
fi
[ -z "$ca" ] || [ -f "$ca" ] || fail "找不到证书文件 $ca"
[ -z "$ca" ] || openssl x509 -in "$ca" -noout -checkend 0 >/dev/null 2>&1 ||
  fail "$ca 不是 PEM 格式的证书，或者已经过期"
window="${window:-$(kept PUFA_WINDOW)}"
window="${window:-1920,1080}"
[[ "$window" =~ ^[0-9]+,[0-9]+$ ]] || fail '--window 写成 宽,高，例如 1920,1080'

if [ -z "$dest" ]; then
  if [ -z "$offline" ]; then
    say '安装软件包……'
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq
    apt-get install -y -qq --no-install-recommends "${packages[@]}"
  fi
  for program in chromium cage curl jq certutil chronyc; do
    command -v "$program" >/dev/null || fail "缺少 $program，请接上软件源后再运行一次"
  done
  if ! id "$user" >/dev/null 2>&1; then
    # No password and no shell: nobody signs in as it.
    useradd --system --create-home --home-dir "$home" --shell /usr/sbin/nologin "$user"
  fi
  passwd --lock "$user" >/dev/null
  usermod --append --groups video,audio,render "$user"
  install -d -m 0700 -o "$user" -g "$user" "$home"
fi

say '写入文件……'
put() { install -D -m "$1" "$here/$2" "$dest$3"; }
write() {
  local file="$dest$2"
  install -d "$(dirname "$file")"
  cat >"$file.new"
  chmod "$1" "$file.new"
  mv "$file.new" "$file"
}

for script in pufa-kiosk.sh pufa-kiosk-start.sh pufa-box-report.sh; do
  put 0755 "$script" "/usr/local/lib/pufa-kiosk/$script"
done
for unit in pufa-kiosk.service pufa-kiosk-reload.service pufa-kiosk-reload.timer \
  pufa-box-report.service pufa-box-report.timer; do
  put 0644 "$unit" "/etc/systemd/system/$unit"
done
put 0644 pufa-time.conf /etc/systemd/system/systemd-time-wait-sync.service.d/pufa.conf
sed "s|@SERVER@|$server|" "$here/policy.json" | write 0644 /etc/chromium/policies/managed/pufa.json

slot="$(kept PUFA_SLOT)"
write 0644 /etc/pufa-kiosk.conf <<CONF
PUFA_SERVER=$server
PUFA_WINDOW=$window
PUFA_SLOT=${slot:-main}
CONF
[ -f "$dest/etc/pufa-box.conf" ] || write 0600 /etc/pufa-box.conf <<'CONF'
# 在编辑台给这块屏生成盒子口令后填在这里，每五分钟上报温度和硬盘；不填就不上报。
PUFA_BOX_SCREEN=
PUFA_BOX_KEY=
CONF
write 0644 /etc/pam.d/pufa-kiosk <<'CONF'
auth    required pam_deny.so
account required pam_unix.so
session required pam_unix.so
session required pam_systemd.so
CONF
write 0644 /etc/systemd/journald.conf.d/pufa.conf <<'CONF'
[Journal]
Storage=persistent
SystemMaxUse=100M
MaxRetentionSec=3month
CONF
# The hardware's own watchdog restarts a machine whose kernel stands still.
write 0644 /etc/systemd/system.conf.d/pufa.conf <<'CONF'
[Manager]
RuntimeWatchdogSec=60
RebootWatchdogSec=5min
CONF
# What is written reaches the disk within seconds, swapping is a last resort, a crashed kernel starts anew.
write 0644 /etc/sysctl.d/60-pufa.conf <<'CONF'
vm.dirty_writeback_centisecs = 200
vm.dirty_expire_centisecs = 500
vm.swappiness = 10
kernel.panic = 10
kernel.panic_on_oops = 1
CONF
write 0644 /etc/apt/apt.conf.d/60pufa-upgrades <<'CONF'
APT::Periodic::Update-Package-Lists "1";
APT::Periodic::Unattended-Upgrade "1";
Unattended-Upgrade::Automatic-Reboot "true";
Unattended-Upgrade::Automatic-Reboot-Time "03:50";
CONF
if [ -n "$ntp" ]; then
  printf 'server %s iburst\n' "$ntp" | write 0644 /etc/chrony/sources.d/pufa.sources
fi
if [ -n "$ca" ]; then
  openssl x509 -in "$ca" | write 0644 /usr/local/share/ca-certificates/pufa-ca.crt
fi
[ -z "$dest" ] || { say "文件已放在 $dest"; exit 0; }

if [ -f /usr/local/share/ca-certificates/pufa-ca.crt ]; then
  update-ca-certificates >/dev/null
  "$here/trust-ca.sh" /usr/local/share/ca-certificates/pufa-ca.crt "$home" "$user"
fi
sysctl --quiet --system
options="$(findmnt --noheadings --output OPTIONS /)"
case ",$options," in
  *,data=writeback,* | *,nobarrier,* | *,barrier=0,*)
    say "注意：根分区的挂载选项（$options）断电会丢数据，请在 /etc/fstab 里去掉 data=writeback 和 nobarrier" ;;
esac
systemctl daemon-reload
systemctl restart systemd-journald
systemctl enable --quiet chrony.service unattended-upgrades.service pufa-kiosk.service \
  pufa-kiosk-reload.timer pufa-box-report.timer
systemctl restart chrony.service
systemctl set-default --quiet graphical.target
systemctl start pufa-kiosk-reload.timer pufa-box-report.timer
if curl --silent --fail --max-time 10 --output /dev/null "$server/healthz"; then
  say "能连上 $server"
else
  say "注意：现在连不上 $server，请检查网线、地址和证书；播放器会一直重试"
fi
systemctl restart --no-block pufa-kiosk.service
say '装好了。屏幕上出现六位配对码后，请管理员在编辑台的这块屏幕里输入。'
