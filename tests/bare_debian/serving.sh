# What is looked at while the guide's own commands are followed; they stand where the capitals do.
name=2040.example.no
pages='/ /historie?sted=5610 /kommune?sted=0301 /veivalg /embed/pupils/5610 /api/v1/places.json?q=utsi'

told() { echo "== $*"; }
fail() { echo "FAILED: $*"; tail -n 20 /run/rehearsal/*.log; exit 1; }
get() { curl -sk -o /tmp/answer -w '%{http_code}' --max-time 30 "$@"; }

# A reader who never stops asking, until /tmp/reading is gone; what failed is counted.
read_on() {
  : > /tmp/lost; : > /tmp/asked; touch /tmp/reading
  while [ -e /tmp/reading ]; do
    for page in $pages; do
      status=$(get "https://$name$page") || true
      echo "$status" >> /tmp/asked
      [ "$status" = 200 ] || echo "$status $page" >> /tmp/lost
    done
  done
}
had_all() {
  rm /tmp/reading; wait "$reader"
  told "$1: $(wc -l < /tmp/asked) answers, $(wc -l < /tmp/lost) lost"
  [ ! -s /tmp/lost ] || fail "$(sort /tmp/lost | uniq -c)"
}
up() { for port in 8501 8502; do until curl -fsS "localhost:$port/ready" > /dev/null 2>&1; do sleep 1; done; done; }

install -m 755 /rehearsal/systemctl.py /usr/local/sbin/systemctl
grep -q $name /etc/hosts || echo "127.0.0.1 $name" >> /etc/hosts
mkdir -p /tls /run
openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=$name -addext subjectAltName=DNS:$name \
  -keyout /tls/key.pem -out /tls/cert.pem 2> /dev/null
rm -rf /run/rehearsal /run/nginx.pid
cd /srv/framtid

# THE GUIDE INSTALLS

up
told "the guide's commands are done, two processes are ready"
for page in $pages /health; do
  status=$(get "https://$name$page"); [ "$status" = 200 ] || fail "$page: $status"
done
[ "$(get "http://$name/")" = 301 ] || fail 'http does not lead on to https'
get "https://$name/historie?sted=5610" > /dev/null
grep -q "rel=\"canonical\" href=\"https://$name/" /tmp/answer || fail 'the site does not know its name'
style=$(grep -o '/assets/site\.[0-9a-f]*\.css' /tmp/answer | head -1)
curl -skI -o /tmp/heads "https://$name$style"; grep -qi '^last-modified' /tmp/heads || fail "$style is not sent by nginx"
[ "$(get "https://$name/_stcore/metrics")" = 404 ] || fail 'figures of Streamlit are public'
curl -fsS -o /tmp/figures localhost:18501/metrics
grep -q framtid_answers_total /tmp/figures || fail 'no figures for Prometheus'
socket=$(curl -sk --http1.1 --max-time 3 -o /dev/null -w '%{http_code}' -H 'Connection: Upgrade' \
  -H 'Upgrade: websocket' -H 'Sec-WebSocket-Version: 13' -H 'Sec-WebSocket-Key: MDEyMzQ1Njc4OWFiY2RlZg==' \
  -H "Origin: https://$name" "https://$name/_stcore/stream") || true
[ "$socket" = 101 ] || fail "WebSocket: $socket"
told 'pages, frames, answers, files, TLS, WebSocket and figures for Prometheus are there'

read_on & reader=$!
sleep 5; kill -9 "$(cat /run/rehearsal/framtid@8502)"; sleep 10
had_all 'one of two processes is killed'
systemctl restart framtid@8502; up

git clone -q /rehearsal/framtid.git /tmp/newer
(cd /tmp/newer && echo >> README.md && git -c user.name=N -c user.email=n@example.no commit -qam Newer && git push -q)
read_on & reader=$!
# THE GUIDE UPGRADES
had_all 'a newer version is taken into use'
[ "$(git -C /srv/framtid rev-parse HEAD)" = "$(git -C /tmp/newer rev-parse HEAD)" ] || fail 'not the newer version'
get "https://$name/historie?sted=5610" > /dev/null
grep -q "rel=\"canonical\" href=\"https://$name/" /tmp/answer || fail 'the name is lost in the upgrade'

cd /tmp
# THE GUIDE KEEPS
rm -rf /var/lib/framtid
tar -C /var/lib -xzf framtid-*.tar.gz
systemctl restart framtid@8501 framtid@8502; up
told 'what is kept was lost, and is back from the back-up'

sleep 1
if grep -rl '127\.0\.0\.1' /var/log/nginx/framtid*.log; then fail 'a log holds who asked'; fi
if grep '"\(GET\|HEAD\|POST\|WebSocket\) ' /run/rehearsal/framtid@*.log; then fail 'a log of the app holds visits'; fi
told "logs name nobody: $(wc -l < /var/log/nginx/framtid.log) lines of nginx"
for unit in 8501 8502; do
  told "framtid@$unit weighs at its peak $(awk '/VmHWM/ {print int($2 / 1024)}' "/proc/$(cat /run/rehearsal/framtid@$unit)/status") MB"
done
