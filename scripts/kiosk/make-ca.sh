#!/bin/bash
# Makes an internal certificate authority and a server's certificate with it.
#
#   make-ca.sh 文件夹 主机名或IP [更多主机名或IP……]
#
# The authority is made once and lasts ten years: keep pufa-ca.key offline. Run again with the same folder,
# only the server's certificate is made anew (825 days at most, as browsers demand).
set -euo pipefail

folder="${1:?请写放证书的文件夹}"
shift
[ $# -ge 1 ] || { echo '请写服务器的主机名或 IP' >&2; exit 1; }
umask 077
mkdir -p "$folder"
cd "$folder"

names=''
for name in "$@"; do
  if [[ "$name" =~ ^[0-9.]+$|: ]]; then kind=IP; else kind=DNS; fi
  names="${names:+$names,}$kind:$name"
done

if [ ! -f pufa-ca.key ]; then
  openssl ecparam -name prime256v1 -genkey -noout -out pufa-ca.key
  openssl req -x509 -new -key pufa-ca.key -sha256 -days 3650 -out pufa-ca.crt \
    -subj '/CN=普法屏幕内部证书机构' -utf8 \
    -addext 'basicConstraints=critical,CA:TRUE,pathlen:0' \
    -addext 'keyUsage=critical,keyCertSign,cRLSign'
fi

openssl ecparam -name prime256v1 -genkey -noout -out server.key
openssl req -new -key server.key -sha256 -subj "/CN=$1" -out server.csr
printf '%s\n' \
  'basicConstraints=critical,CA:FALSE' \
  'keyUsage=critical,digitalSignature' \
  'extendedKeyUsage=serverAuth' \
  "subjectAltName=$names" >server.ext
openssl x509 -req -in server.csr -CA pufa-ca.crt -CAkey pufa-ca.key -CAcreateserial \
  -sha256 -days 800 -extfile server.ext -out server.crt 2>/dev/null
rm -f server.csr server.ext
chmod 644 pufa-ca.crt server.crt
openssl verify -CAfile pufa-ca.crt server.crt >/dev/null
printf '%s\n' "证书机构：$folder/pufa-ca.crt（装到每台播放盒；pufa-ca.key 请离线保管）" \
  "服务器证书：PUFA_TLS_CERT=$folder/server.crt  PUFA_TLS_KEY=$folder/server.key"
