extension PracticeRecipes {
  /// The recipe for the shell.
  static let shell = Recipe(
    title: "Shell, with curl: sh flow.sh", file: "flow.sh",
    content: #"""
      #!/bin/sh
      set -eu
      folder=$(mktemp -d)
      workbench practice --port 0 --ready-file "$folder/ready" --auto-approve \
        --control --quiet > "$folder/output" &
      server=$!
      trap 'kill "$server"; wait "$server"; rm -rf "$folder"' EXIT
      until [ -s "$folder/ready" ]; do
        kill -0 "$server"
        sleep 0.1
      done

      # Reads a JSON member from standard input: member NAME
      member() { sed -n "s/.*\"$1\": *\"\([^\"]*\)\".*/\1/p"; }
      base=$(member base_url < "$folder/ready")
      token=$(member control_token < "$folder/ready")
      redirect_uri=http://127.0.0.1:8089/callback
      verifier=dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk
      challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM

      control() { # control PATH JSON
        curl -sSf -H "Authorization: Bearer $token" -d "$2" "$base/practice/$1"
      }
      redirect() { # prints the redirect
        curl -sSf -o "$folder/page" -w '%{redirect_url}' -G \
          "$base/oauth2/authorize" -d response_type=code -d client_id=CLI001 \
          --data-urlencode "redirect_uri=$redirect_uri" -d scope=profile \
          -d state=my-own-state -d "code_challenge=$challenge" \
          -d code_challenge_method=S256
      }
      exchange() { # exchange CODE: prints body and status
        curl -sS -w '\n%{http_code}' "$base/oauth2/token" \
          -d grant_type=authorization_code -d client_id=CLI001 -d "code=$1" \
          -d "code_verifier=$verifier" --data-urlencode "redirect_uri=$redirect_uri"
      }
      code() { redirect | sed 's/.*[?&]code=\([^&#]*\).*/\1/'; }
      check() { # check NAME TEXT PATTERN
        case $2 in
          $3) echo "passed: $1" ;;
          *) echo "failed: $1: $2"; exit 1 ;;
        esac
      }

      check "a code is exchanged" "$(exchange "$(code)")" '*"access_token"*200'

      control reset '{}' > "$folder/state"
      late=$(code)
      control clock '{"seconds": 601}' > "$folder/state"
      check "a code expires" "$(exchange "$late")" '*expired*400'

      """#)
}
