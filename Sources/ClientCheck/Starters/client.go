// An OAuth 2.0 client with PKCE: signs the user in, keeps the tokens, prints the user's name.
package main

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"strings"
	"time"
	"unicode"
)

// client repeats no request and follows no redirect, which would send the code elsewhere.
var client = http.Client{
	Timeout: 5 * time.Second, Transport: &http.Transport{DisableKeepAlives: true},
	CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
}

type object map[string]any // A JSON object.

func (o object) text(name string) string { text, _ := o[name].(string); return text }
func setting(name string) string         { return os.Getenv("WORKBENCH_" + name) }

// plain removes control characters, which text from outside can contain.
func plain(s string) string { return strings.Join(strings.FieldsFunc(s, unicode.IsControl), " ") }

// send returns the status and the header fields, and adds the JSON of the response to an object.
func send(method, address, body string, header http.Header, to object) (int, http.Header, error) {
	request, err := http.NewRequest(method, address, strings.NewReader(body))
	if err != nil {
		return 0, nil, err
	}
	request.Header = header
	response, err := client.Do(request)
	if err != nil {
		return 0, nil, fmt.Errorf("no response: %w", err)
	}
	defer response.Body.Close()
	const limit = 1_000_000
	content, err := io.ReadAll(io.LimitReader(response.Body, limit+1))
	if err != nil || len(content) > limit {
		return 0, nil, fmt.Errorf("the response of %s broke off or is too large", request.Host)
	}
	_ = json.Unmarshal(content, &to) // The caller checks the members that it needs.
	return response.StatusCode, response.Header, nil
}

// server returns the endpoints: from the environment, or from the issuer's metadata (RFC 8414).
func server() (object, error) {
	found, told := object{}, object{"issuer": setting("ISSUER"),
		"authorization_endpoint": setting("AUTHORIZATION_ENDPOINT"),
		"token_endpoint":         setting("TOKEN_ENDPOINT"),
		"revocation_endpoint":    setting("REVOCATION_ENDPOINT")}
	place, err := url.Parse(setting("ISSUER"))
	if err != nil || told["token_endpoint"] != "" {
		return told, err
	}
	place.Path = "/.well-known/oauth-authorization-server" + strings.TrimRight(place.Path, "/")
	_, _, err = send("GET", place.String(), "", nil, found)
	//> TODO 8 (E1): Reject another issuer, and http endpoints except on this machine.
	if err == nil && found["issuer"] != told["issuer"] {
		err = errors.New("the metadata belongs to another issuer")
	}
	for _, name := range []string{"authorization", "token", "revocation"} {
		endpoint := found.text(name + "_endpoint")
		parts, wrong := url.Parse(endpoint)
		isLocal := wrong == nil && net.ParseIP(parts.Hostname()).IsLoopback()
		if endpoint != "" && !isLocal && !strings.HasPrefix(endpoint, "https://") {
			return nil, fmt.Errorf("the %s endpoint is not secure: %s", name, endpoint)
		}
	}
	//<
	return found, err
}

func challenge(verifier string) string {
	//> TODO 3 (A3): Return base64url(SHA-256(verifier)) without padding (RFC 7636 §4.2).
	//= _ = sha256.Sum256 // Go rejects an unused import.
	//= return verifier
	digest := sha256.Sum256([]byte(verifier))
	return base64.RawURLEncoding.EncodeToString(digest[:])
	//<
}

// redirect opens a URL, and returns the parameters of the first redirect that it accepts.
func redirect(address string, accepts func(url.Values) bool) (url.Values, error) {
	uri, err := url.Parse(setting("REDIRECT_URI"))
	if err != nil {
		return nil, err
	}
	listener, err := net.Listen("tcp", "127.0.0.1:"+uri.Port())
	if err != nil {
		return nil, err
	}
	found := make(chan url.Values, 100)
	handle := func(w http.ResponseWriter, r *http.Request) {
		values, err := url.ParseQuery(r.URL.RawQuery)
		isOurs := r.Method == "GET" && r.Host == uri.Host && r.URL.Path == uri.Path
		if err != nil || !isOurs || !accepts(values) {
			http.Error(w, "Not used.", http.StatusBadRequest)
			return
		}
		found <- values
		fmt.Fprintln(w, "You can close this page.")
	}
	server := http.Server{Handler: http.HandlerFunc(handle), ReadTimeout: time.Second}
	go server.Serve(listener)
	fmt.Println("Open this URL:", address)
	for _, browser := range []string{os.Getenv("BROWSER"), "xdg-open", "open"} {
		if exec.Command(browser, address).Start() == nil {
			break
		}
	}
	select {
	case values := <-found:
		return values, server.Shutdown(context.Background()) // It delivers the response first.
	case <-time.After(2 * time.Minute):
		return nil, errors.New("no redirect arrived within 2 minutes")
	}
}

func signIn(known object) (object, error) {
	//> TODO 2 (A2): Generate a new state of 16 random bytes and a new verifier of 32, in base64url.
	//= _ = rand.Read // Go rejects an unused import.
	//= state, verifier := "state", strings.Repeat("v", 43)
	octets := make([]byte, 48)
	if _, err := rand.Read(octets); err != nil {
		return nil, err
	}
	state := base64.RawURLEncoding.EncodeToString(octets[:16])
	verifier := base64.RawURLEncoding.EncodeToString(octets[16:])
	//<
	query := url.Values{"response_type": {"code"}, "client_id": {setting("CLIENT_ID")},
		"redirect_uri": {setting("REDIRECT_URI")}, "scope": {setting("SCOPE")}, "state": {state},
		"code_challenge": {challenge(verifier)}, "code_challenge_method": {"S256"}}
	endpoint, fixed, _ := strings.Cut(known.text("authorization_endpoint"), "?")
	address := endpoint + "?" + strings.TrimPrefix(fixed+"&"+query.Encode(), "&")
	values, err := redirect(address, func(values url.Values) bool {
		//> TODO 4 (B1): Accept only this state, no repeated parameter, the right iss, code or error.
		//= return true
		for _, all := range values {
			if len(all) > 1 {
				return false
			}
		}
		if values.Get("state") != state {
			return false
		}
		isPromised := known["authorization_response_iss_parameter_supported"] == true
		return values.Get("iss") == known["issuer"] || !isPromised && !values.Has("iss")
		//<
	})
	if err == nil && (values.Has("error") || values.Get("code") == "") {
		err = fmt.Errorf("access not granted: %q %q", values["error"], values["error_description"])
	}
	if err != nil {
		return nil, err
	}
	return tokenRequest(known, url.Values{"grant_type": {"authorization_code"},
		"code": {values.Get("code")}, "code_verifier": {verifier},
		"redirect_uri": {setting("REDIRECT_URI")}})
}

// post sends a form with the client's authentication (RFC 6749 §2.3.1).
func post(endpoint string, form url.Values, to object) (int, http.Header, error) {
	header := http.Header{"Content-Type": {"application/x-www-form-urlencoded"}}
	if secret := setting("CLIENT_SECRET"); secret == "" {
		form.Set("client_id", setting("CLIENT_ID"))
	} else {
		pair := url.QueryEscape(setting("CLIENT_ID")) + ":" + url.QueryEscape(secret)
		header.Set("Authorization", "Basic "+base64.StdEncoding.EncodeToString([]byte(pair)))
	}
	return send("POST", endpoint, form.Encode(), header, to)
}

// tokenRequest sends a token request once, and stores the tokens before anything uses them.
func tokenRequest(known object, form url.Values) (object, error) {
	// A member that the response does not contain keeps its value (RFC 6749 §5.1, §6).
	tokens := object{"refresh_token": form.Get("refresh_token"), "scope": setting("SCOPE")}
	status, header, err := post(known.text("token_endpoint"), form, tokens)
	//> TODO 5 (C2): Report 410, 429, and other errors. Check the token, its type, and the scopes.
	//= if _ = header; err != nil || status != http.StatusOK {
	//= 	return nil, fmt.Errorf("no token: status %d, %v", status, err)
	//= }
	switch {
	case err != nil:
		return nil, err
	case status == http.StatusGone:
		return nil, errors.New("410: the server says that this service no longer exists")
	case status == http.StatusTooManyRequests:
		return nil, fmt.Errorf("429: try again later, Retry-After %q", header.Get("Retry-After"))
	case status != http.StatusOK || tokens.text("access_token") == "":
		reason := tokens.text("error")
		if list, _ := tokens["errors"].([]any); len(list) > 0 { // Fitbit's form.
			first, _ := list[0].(map[string]any)
			reason = object(first).text("errorType")
		}
		if reason == "invalid_grant" {
			_ = os.Remove(setting("TOKEN_FILE")) // The next run authorizes again.
		}
		return nil, fmt.Errorf("no token: status %d, reason %q", status, reason)
	case !strings.EqualFold(tokens.text("token_type"), "bearer"):
		return nil, fmt.Errorf("unknown token type %q", tokens["token_type"])
	}
	for _, scope := range strings.Fields(setting("SCOPE")) {
		if !strings.Contains(" "+tokens.text("scope")+" ", " "+scope+" ") {
			fmt.Println("Not granted:", scope)
		}
	}
	//<
	return tokens, store(tokens)
}

func store(tokens object) error {
	content, _ := json.Marshal(tokens) // They were JSON before.
	//> TODO 6 (C14): Make the file readable by the owner only, and replace it in one step.
	//= return os.WriteFile(setting("TOKEN_FILE"), content, 0o644)
	name := setting("TOKEN_FILE")
	file, err := os.OpenFile(name+".new", os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return err
	}
	defer file.Close()
	if _, err := file.Write(content); err != nil {
		return err
	}
	if err := file.Sync(); err != nil {
		return err
	}
	return os.Rename(name+".new", name)
	//<
}

func load() (tokens object, err error) {
	content, err := os.ReadFile(setting("TOKEN_FILE"))
	if err == nil {
		err = json.Unmarshal(content, &tokens)
	}
	return tokens, err
}

func profile(token string) (int, string, error) {
	header, body := http.Header{}, object{}
	//> TODO 1 (A1): Present the access token in the header field Authorization (RFC 6750 §2.1).
	header.Set("Authorization", "Bearer "+token)
	//<
	status, _, err := send("GET", setting("API"), "", header, body)
	user, _ := body["user"].(map[string]any)
	return status, object(user).text("displayName"), err
}

func revoke(known object) error {
	//> TODO 9 (D9): Revoke the refresh token, repeat once after a 503, delete the file (RFC 7009).
	//= return errors.New("revocation is not written yet")
	tokens, err := load()
	if err != nil {
		return fmt.Errorf("there are no tokens to revoke: %w", err)
	}
	token, hint := tokens.text("refresh_token"), "refresh_token"
	if token == "" {
		token, hint = tokens.text("access_token"), "access_token"
	}
	form := url.Values{"token": {token}, "token_type_hint": {hint}}
	status, header, err := post(known.text("revocation_endpoint"), form, nil)
	if status == http.StatusServiceUnavailable {
		wait, wrong := time.ParseDuration(header.Get("Retry-After") + "s")
		if wrong != nil {
			wait = time.Second
		} else if wait > client.Timeout {
			wait = client.Timeout
		}
		time.Sleep(wait)
		status, _, err = post(known.text("revocation_endpoint"), form, nil)
	}
	if err == nil && status != http.StatusOK {
		err = fmt.Errorf("status %d", status)
	}
	if err != nil {
		fmt.Println("The tokens may still be valid.")
		return fmt.Errorf("the revocation failed: %w", err)
	}
	fmt.Println("The tokens are revoked, and deleted here.")
	return os.Remove(setting("TOKEN_FILE"))
	//<
}

func run() error {
	known, err := server()
	if err == nil && len(os.Args) > 1 && os.Args[1] == "revoke" {
		return revoke(known)
	}
	tokens, missing := load()
	if err == nil && missing != nil {
		tokens, err = signIn(known)
	}
	if err != nil {
		return err
	}
	status, name, err := profile(tokens.text("access_token"))
	//> TODO 7 (D1): After a 401, lock, read again, refresh once, and repeat the API call once.
	if used := tokens.text("refresh_token"); status == http.StatusUnauthorized && used != "" {
		lock := setting("TOKEN_FILE") + ".lock" // Two processes must not send the same token.
		wait := client.Timeout
		for ; os.Mkdir(lock, 0o700) != nil; wait -= 50 * time.Millisecond {
			if old, err := os.Stat(lock); err == nil && time.Since(old.ModTime()) > 20*time.Second {
				os.Remove(lock) // Its process crashed: a refresh takes less time.
			} else if wait < 0 {
				return fmt.Errorf("another process is using the tokens, see %s", lock)
			}
			time.Sleep(50 * time.Millisecond)
		}
		defer os.Remove(lock)
		tokens, err = load()
		if err != nil || tokens.text("refresh_token") == used {
			form := url.Values{"grant_type": {"refresh_token"}, "refresh_token": {used}}
			tokens, err = tokenRequest(known, form)
		}
		if err != nil {
			return err
		}
		status, name, err = profile(tokens.text("access_token"))
	}
	//<
	if err == nil && status != http.StatusOK {
		err = fmt.Errorf("the API returned status %d", status)
	}
	if err == nil {
		fmt.Println("Hello,", plain(name))
	}
	return err
}

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, plain(err.Error()))
		os.Exit(1)
	}
}
