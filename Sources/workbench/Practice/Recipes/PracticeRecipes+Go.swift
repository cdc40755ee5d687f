extension PracticeRecipes {
  /// The recipe for Go.
  static let go = Recipe(
    title: "Go, in a module: go test", file: "flow_test.go",
    content: #"""
      package flow

      import (
          "crypto/sha256"
          "encoding/base64"
          "encoding/json"
          "io"
          "log"
          "net/http"
          "net/url"
          "os"
          "os/exec"
          "path/filepath"
          "strings"
          "syscall"
          "testing"
          "time"
      )

      const redirect = "http://127.0.0.1:8089/callback"

      var ready struct {
          BaseURL      string `json:"base_url"`
          ControlToken string `json:"control_token"`
      }

      // A client that takes a redirect as the answer that it is.
      var client = &http.Client{
          Timeout: 10 * time.Second,
          CheckRedirect: func(*http.Request, []*http.Request) error {
              return http.ErrUseLastResponse
          },
      }

      func TestMain(m *testing.M) {
          folder, err := os.MkdirTemp("", "practice")
          if err != nil {
              log.Fatal(err)
          }
          file := filepath.Join(folder, "ready")
          server := exec.Command("workbench", "practice", "--port", "0",
              "--ready-file", file, "--auto-approve", "--control", "--quiet")
          if err := server.Start(); err != nil {
              log.Fatal(err)
          }
          ended := make(chan error, 1)
          go func() { ended <- server.Wait() }()
          for {
              text, err := os.ReadFile(file)
              if err == nil && json.Unmarshal(text, &ready) == nil {
                  break
              }
              select {
              case err := <-ended:
                  log.Fatal("practice did not start: ", err)
              case <-time.After(50 * time.Millisecond):
              }
          }
          code := m.Run()
          server.Process.Signal(syscall.SIGTERM)
          <-ended
          os.RemoveAll(folder)
          os.Exit(code)
      }

      func control(t *testing.T, path, body string) {
          t.Helper()
          request, _ := http.NewRequest("POST", ready.BaseURL+"/practice/"+path,
              strings.NewReader(body))
          request.Header.Set("Authorization", "Bearer "+ready.ControlToken)
          answer, err := client.Do(request)
          if err != nil {
              t.Fatal(err)
          }
          defer answer.Body.Close()
          if answer.StatusCode != 200 {
              text, _ := io.ReadAll(answer.Body)
              t.Fatalf("%s", text)
          }
      }

      // The parameters with which the server sends the browser back.
      func authorize(t *testing.T, verifier string) url.Values {
          t.Helper()
          digest := sha256.Sum256([]byte(verifier))
          query := url.Values{
              "response_type": {"code"}, "client_id": {"CLI001"},
              "redirect_uri": {redirect}, "scope": {"profile"}, "state": {"my-state"},
              "code_challenge": {
                  base64.RawURLEncoding.EncodeToString(digest[:])},
              "code_challenge_method": {"S256"},
          }
          answer, err := client.Get(
              ready.BaseURL + "/oauth2/authorize?" + query.Encode())
          if err != nil {
              t.Fatal(err)
          }
          answer.Body.Close()
          location, err := answer.Location()
          if err != nil {
              t.Fatal(err)
          }
          return location.Query()
      }

      func exchange(t *testing.T, code, verifier string) int {
          t.Helper()
          answer, err := client.PostForm(ready.BaseURL+"/oauth2/token", url.Values{
              "grant_type": {"authorization_code"}, "client_id": {"CLI001"},
              "code": {code}, "code_verifier": {verifier}, "redirect_uri": {redirect},
          })
          if err != nil {
              t.Fatal(err)
          }
          answer.Body.Close()
          return answer.StatusCode
      }

      const verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"

      func TestACodeGivesTokens(t *testing.T) {
          control(t, "reset", "{}")
          back := authorize(t, verifier)
          if back.Get("state") != "my-state" {
              t.Fatal(back)
          }
          if status := exchange(t, back.Get("code"), verifier); status != 200 {
              t.Fatal(status)
          }
      }

      func TestACodeExpires(t *testing.T) {
          control(t, "reset", "{}")
          code := authorize(t, verifier).Get("code")
          control(t, "clock", `{"seconds": 601}`)
          if status := exchange(t, code, verifier); status != 400 {
              t.Fatal(status)
          }
      }

      func TestTheServerFailsOnce(t *testing.T) {
          control(t, "reset", "{}")
          code := authorize(t, verifier).Get("code")
          control(t, "faults",
              `{"fault": "server-error", "endpoint": "token", "times": 1}`)
          first, second := exchange(t, code, verifier), exchange(t, code, verifier)
          if first != 500 || second != 200 {
              t.Fatal(first, second)
          }
      }

      """#)
}
