#!/bin/bash
# Puts a certificate authority into the store that Chromium of one user goes by.
#
#   trust-ca.sh 证书.crt 用户的家目录 [用户]
#
# The system's own store (update-ca-certificates) serves curl; Chromium reads an NSS database instead.
set -euo pipefail

certificate="${1:?请写证书文件}"
home="${2:?请写用户的家目录}"
owner="${3:-}"
store="$home/.pki/nssdb"

mkdir -p "$store"
[ -f "$store/cert9.db" ] || certutil -d "sql:$store" -N --empty-password
# A renewed authority has the same name; the old one goes first.
while certutil -d "sql:$store" -D -n pufa-ca 2>/dev/null; do :; done
# C: it may vouch for servers, and for nothing else.
certutil -d "sql:$store" -A -t 'C,,' -n pufa-ca -i "$certificate"
if [ -n "$owner" ]; then chown -R "$owner:" "$home/.pki"; fi
