#!/bin/sh
# A tour of a running simulator with nothing but curl: send, look, break, reset.
# Usage: control.sh http://127.0.0.1:8025 key-simulator
set -eu
url=$1
key=$2

get() { curl -sS --fail --max-time 20 "$url/_simulator/$1"; }
post() { curl -sS --fail --max-time 20 -X POST -H 'Content-Type: application/json' -d "$2" "$url/_simulator/$1"; }
must() { case $1 in *"$2"*) echo "ok: $2" ;; *) echo "missing: $2 in $1" >&2; exit 1 ;; esac; }

must "$(get health)" '"status":"ok"'
post seed '{"domains": [{"name": "curl.example"}]}' > /dev/null

sent=$(curl -sS --fail --max-time 20 -u "api:$key" "$url/v3/curl.example/messages" \
    -F from='Us <us@curl.example>' -F to='ada@example.org' -F subject='Hello %recipient_email%' -F text='Hi' -F o:tag=tour)
must "$sent" 'Queued. Thank you.'
messages=$(get 'messages?recipient=ada@example.org')
must "$messages" '"subject":"Hello ada@example.org"'
must "$messages" '"tags":["tour"]'

stored=$(printf '%s' "$messages" | sed 's/.*"key":"\([^"]*\)".*/\1/')
post "messages/$stored/events" '{"event": "failed", "code": 550, "text": "No such mailbox"}' > /dev/null
must "$(curl -sS --fail --max-time 20 -u "api:$key" "$url/v3/curl.example/bounces")" 'ada@example.org'

post faults '{"operation": "GET /v1/keys", "status": 503, "times": 1}' > /dev/null
must "$(curl -sS --max-time 20 -o /dev/null -w '%{http_code}' -u "api:$key" "$url/v1/keys")" 503
must "$(curl -sS --max-time 20 -o /dev/null -w '%{http_code}' -u "api:$key" "$url/v1/keys")" 200
must "$(get 'requests?limit=2')" 'GET /v1/keys'

# Half of everything fails from now on, and the other half takes its time: faults on any operation.
post faults '{"status": 500, "probability": 0.5}' > /dev/null
post faults '{"delay_ms": 50}' > /dev/null
must "$(get faults)" '"probability":0.5'
curl -sS --fail --max-time 20 -X DELETE "$url/_simulator/faults" > /dev/null
must "$(get faults)" '"items":[]'

# Mail comes in, and a route posts it to an application: here nobody listens, so that it is tried again.
curl -sS --fail --max-time 20 -u "api:$key" "$url/v3/routes" -F expression='match_recipient("orders@.*")' \
    -F action='forward("http://127.0.0.1:19/mail")' > /dev/null
must "$(post incoming '{"sender": "ada@example.org", "recipient": "orders@curl.example", "text": "Ten"}')" '"accepted":true'
must "$(post incoming '{"sender": "ada@example.org", "recipient": "nobody@curl.example"}')" '"accepted":false'
must "$(get 'deliveries?type=forward')" '"url":"http://127.0.0.1:19/mail"'
must "$(post deliveries/1/redeliver '')" '"id":1'

post clock/advance '{"seconds": 3600}' > /dev/null
post reset '' > /dev/null
must "$(get messages)" '"items":[]'
must "$(get deliveries)" '"items":[]'
