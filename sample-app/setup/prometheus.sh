#!/usr/bin/env bash
# Starts the Prometheus of this machine for the sample application: setup/prometheus.sh
# [address of the shop] [address to listen on]. PROMETHEUS names another binary. Its data
# is deleted when it ends.
set -uo pipefail
shop=${1:-localhost:8080}
listen=${2:-localhost:9090}
cd "$(dirname "${BASH_SOURCE[0]}")" || exit 1

data=$(mktemp -d) || exit 1
trap 'rm -rf "$data"' EXIT
mkdir "$data/setup" "$data/autometrics"
sed "s/host\.docker\.internal:8080/$shop/" prometheus.yml > "$data/setup/prometheus.yml"
cp ../autometrics/rules.yml "$data/autometrics" || exit 1

"${PROMETHEUS:-prometheus}" --config.file="$data/setup/prometheus.yml" \
  --storage.tsdb.path="$data/tsdb" --web.listen-address="$listen" &
prometheus=$!
trap 'kill $prometheus 2>/dev/null' INT TERM
echo "Alerts: http://$listen/alerts"

# A signal ends the first wait only.
wait $prometheus
status=$?
while kill -0 $prometheus 2>/dev/null; do
  wait $prometheus
done
exit $status
