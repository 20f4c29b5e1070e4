#!/bin/sh
# Throw-away keys and certificates, made for the tests with OpenSSL 3.0 and used by nothing else.
# They are kept so that the tests need no openssl; the passphrase of nearly all is "secret".
set -e
cd "$(dirname "$0")"
export LC_ALL=C.UTF-8
days="-days 36500"
openssl req -x509 -newkey rsa:2048 -nodes -keyout ca.key -out ca.crt $days -subj "/CN=Test CA" 2>/dev/null
openssl req -newkey rsa:2048 -nodes -keyout leaf.key -out leaf.csr -subj "/O=Contoso, Ltd./CN=Orders größe" -utf8 2>/dev/null
openssl x509 -req -in leaf.csr -CA ca.crt -CAkey ca.key -set_serial 7 $days -out leaf.crt 2>/dev/null
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout ec.key -out ec.crt $days -subj "/CN=EC" 2>/dev/null
openssl req -x509 -newkey rsa:1024 -nodes -keyout small.key -out small.crt $days -subj "/CN=Small" 2>/dev/null
mkdir -p db && : > db/index.txt && echo 01 > db/serial
cat > ca.cnf <<C
[ca]
default_ca=d
[d]
dir=db
database=db/index.txt
new_certs_dir=db
serial=db/serial
default_md=sha256
policy=p
[p]
commonName=optional
organizationName=optional
C
openssl ca -batch -config ca.cnf -selfsign -keyfile leaf.key -in leaf.csr -startdate 20200101000000Z -enddate 20210101000000Z -out expired.full -notext 2>/dev/null
cp expired.full expired.crt
P="openssl pkcs12 -export -inkey leaf.key -in leaf.crt"
$P -passout pass:secret -out default.pfx
$P -passout pass:secret -certfile ca.crt -out chain.pfx
$P -passout pass:secret -legacy -out legacy.pfx
$P -passout pass:secret -keypbe PBE-SHA1-3DES -certpbe PBE-SHA1-3DES -macalg sha1 -out tripleDes.pfx
$P -passout pass:secret -keypbe PBE-SHA1-2DES -certpbe PBE-SHA1-2DES -macalg sha1 -out twoKeyDes.pfx
$P -passout pass:secret -keypbe AES-128-CBC -certpbe NONE -macalg sha512 -out plainCertificate.pfx
$P -passout pass:secret -keypbe NONE -certpbe AES-192-CBC -out plainKey.pfx
$P -passout pass: -out emptyPassphrase.pfx
$P -passout pass: -keypbe PBE-SHA1-3DES -certpbe PBE-SHA1-3DES -macalg sha1 -out emptyTripleDes.pfx
$P -passout "pass:Schlüssel 🔑" -out otherLetters.pfx
$P -passout "pass:Schlüssel 🔑" -keypbe PBE-SHA1-3DES -certpbe PBE-SHA1-3DES -macalg sha1 -out otherLettersTripleDes.pfx
$P -passout pass:secret -nomac -out withoutMac.pfx
$P -passout pass:secret -noiter -nomaciter -out oneIteration.pfx
openssl pkcs12 -export -nokeys -in leaf.crt -passout pass:secret -out withoutKey.pfx
openssl pkcs12 -export -nocerts -inkey leaf.key -passout pass:secret -out withoutCertificate.pfx
openssl pkcs12 -export -inkey ec.key -in ec.crt -passout pass:secret -out ec.pfx
openssl pkcs8 -topk8 -in leaf.key -scrypt -passout pass:secret -out scrypt.pem
rm -rf db ca.cnf ca.key leaf.csr expired.full
