extension PracticeRecipes {
  /// The recipe for Go.
  static let go = Recipe(
    title: "Go, in a module: go test", file: "flow_test.go",
    content: #"""
      package flow

      import (
          "encoding/json"
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
      const verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
      const challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"

      var ready struct {
          BaseURL      string `json:"base_url"`
          ControlToken string `json:"control_token"`
      }

      // Does not follow redirects.
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
              text, _ := os.ReadFile(file)
              if json.Unmarshal(text, &ready) == nil {
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
          request, _ := http.NewRequest("POST", ready.BaseURL+"/practice/"+path,
              strings.NewReader(body))
          request.Header.Set("Authorization", "Bearer "+ready.ControlToken)
          response, err := client.Do(request)
          if err != nil {
              t.Fatal(err)
          }
          response.Body.Close()
          if response.StatusCode != 200 {
              t.Fatal(path, response.Status)
          }
      }

      // Returns the parameters of the authorization response.
      func authorize(t *testing.T) url.Values {
          query := url.Values{
              "response_type": {"code"}, "client_id": {"CLI001"},
              "redirect_uri": {redirect}, "scope": {"profile"}, "state": {"my-state"},
              "code_challenge": {challenge}, "code_challenge_method": {"S256"},
          }
          response, err := client.Get(
              ready.BaseURL + "/oauth2/authorize?" + query.Encode())
          if err != nil {
              t.Fatal(err)
          }
          response.Body.Close()
          location, err := response.Location()
          if err != nil {
              t.Fatal(err)
          }
          return location.Query()
      }

      func exchange(t *testing.T, code string) int {
          response, err := client.PostForm(ready.BaseURL+"/oauth2/token", url.Values{
              "grant_type": {"authorization_code"}, "client_id": {"CLI001"},
              "code": {code}, "code_verifier": {verifier}, "redirect_uri": {redirect},
          })
          if err != nil {
              t.Fatal(err)
          }
          response.Body.Close()
          return response.StatusCode
      }

      // A code expires after 600 seconds.
      func TestCode(t *testing.T) {
          for seconds, expected := range map[string]int{"599": 200, "601": 400} {
              control(t, "reset", "{}")
              parameters := authorize(t)
              if parameters.Get("state") != "my-state" {
                  t.Fatal(parameters)
              }
              control(t, "clock", `{"seconds": `+seconds+`}`)
              status := exchange(t, parameters.Get("code"))
              if status != expected {
                  t.Fatal(seconds, status)
              }
          }
      }

      """#)
}
