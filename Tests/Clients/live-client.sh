#!/usr/bin/env bash
# The workbench's own client in live mode, as a client for `workbench check`.
#   workbench check -- bash Tests/Clients/live-client.sh PATH/TO/workbench
set -euo pipefail
workbench=$1
if [ -z "${WORKBENCH_TOKEN_ENDPOINT:-}" ]; then
  server=(--discover "$WORKBENCH_ISSUER")
else
  server=(--server server.json)
  cat > server.json << END
{
  "name": "Checked server",
  "issuer": "$WORKBENCH_ISSUER",
  "authorization_endpoint": "$WORKBENCH_AUTHORIZATION_ENDPOINT",
  "token_endpoint": "$WORKBENCH_TOKEN_ENDPOINT",
  "revocation_endpoint": "$WORKBENCH_REVOCATION_ENDPOINT",
  "profile_endpoint": "$WORKBENCH_API"
}
END
fi
type=client
[ -z "${WORKBENCH_CLIENT_SECRET:-}" ] || type=server
# The session is in this folder, so that a second run uses its tokens.
if ! [ -d .workbench ]; then
  "$workbench" walk --mode live "${server[@]}" --no-pause --app-type "$type" \
    --client-id "$WORKBENCH_CLIENT_ID" --redirect-uri "$WORKBENCH_REDIRECT_URI" --scope "$WORKBENCH_SCOPE"
fi
code=0
output=$("$workbench" profile 2>&1) || code=$?
echo "$output"
# It refreshes only if the program says so.
case $code$output in
  0*) ;;
  *"$workbench refresh"*) "$workbench" refresh && "$workbench" profile ;;
  *) exit "$code" ;;
esac
