// golang.org/x/oauth2: with-x-oauth2 ADDRESS SECRET OTHER
//
// OTHER is a verifier that is not the client's own. This version generates no verifier, so the client does.
package main

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"time"

	"golang.org/x/oauth2"
)

func must(err error) {
	if err != nil {
		fmt.Println("wrong:", err)
		os.Exit(1)
	}
}

func random() string {
	octets := make([]byte, 32)
	_, err := rand.Read(octets)
	must(err)
	return base64.RawURLEncoding.EncodeToString(octets)
}

// begin gets a code with curl as the browser. The client compares the state itself.
func begin(config *oauth2.Config) (code, verifier string) {
	verifier = random()
	state := random()
	sum := sha256.Sum256([]byte(verifier))
	address := config.AuthCodeURL(state,
		oauth2.SetAuthURLParam("code_challenge", base64.RawURLEncoding.EncodeToString(sum[:])),
		oauth2.SetAuthURLParam("code_challenge_method", "S256"))
	location, err := exec.Command("curl", "--silent", "--max-time", "10", "--output", "/dev/null",
		"--write-out", "%{redirect_url}", address).Output()
	must(err)
	redirect, err := url.Parse(string(location))
	must(err)
	if redirect.Query().Get("state") != state {
		must(fmt.Errorf("another state"))
	}
	return redirect.Query().Get("code"), verifier
}

func main() {
	base, secret, other := os.Args[1], os.Args[2], os.Args[3]
	config := &oauth2.Config{
		ClientID: "SRV001", ClientSecret: secret,
		RedirectURL: "http://127.0.0.1:8089/callback", Scopes: []string{"profile"},
		// Without AuthStyle the library sends each request twice if the first one is rejected.
		Endpoint: oauth2.Endpoint{
			AuthURL: base + "/oauth2/authorize", TokenURL: base + "/oauth2/token",
			AuthStyle: oauth2.AuthStyleInHeader,
		},
	}
	ctx := context.WithValue(context.Background(), oauth2.HTTPClient, &http.Client{Timeout: 10 * time.Second})

	code, verifier := begin(config)
	old, err := config.Exchange(ctx, code, oauth2.SetAuthURLParam("code_verifier", verifier))
	must(err)
	response, err := config.Client(ctx, old).Get(base + "/1/user/-/profile.json")
	must(err)
	var profile struct {
		User struct{ DisplayName string }
	}
	must(json.NewDecoder(response.Body).Decode(&profile))
	fmt.Println("user:", profile.User.DisplayName)

	// The library refreshes a token that it considers expired before the next call.
	expired := *old
	expired.Expiry = time.Now().Add(-time.Hour)
	renewed, err := config.TokenSource(ctx, &expired).Token()
	must(err)
	if renewed.AccessToken == old.AccessToken {
		fmt.Println("refresh: same")
	} else {
		fmt.Println("refresh: new")
	}

	code, _ = begin(config)
	_, err = config.Exchange(ctx, code, oauth2.SetAuthURLParam("code_verifier", other))
	fmt.Println("refused:", err)
}
