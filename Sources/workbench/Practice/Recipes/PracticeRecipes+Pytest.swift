extension PracticeRecipes {
  /// The recipe for pytest.
  static let pytest = Recipe(
    title: "pytest: pytest test_flow.py", file: "test_flow.py",
    content: #"""
      import http.client
      import json
      import subprocess
      import time
      import urllib.parse

      import pytest

      REDIRECT = "http://127.0.0.1:8089/callback"
      VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
      CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"


      class Practice:
          """The practice server."""

          def __init__(self, ready):
              self.base_url = ready["base_url"]
              self.host = urllib.parse.urlsplit(self.base_url).netloc
              self.token = ready["control_token"]

          def request(self, method, path, body=None, fields={}):
              connection = http.client.HTTPConnection(self.host, timeout=10)
              connection.request(method, path, body, fields)
              response = connection.getresponse()
              text = response.read().decode()
              connection.close()
              return response.status, response.headers, text

          def control(self, path, **members):
              status, _, text = self.request(
                  "POST", "/practice/" + path, json.dumps(members),
                  {"Authorization": "Bearer " + self.token})
              assert status == 200, text

          def authorize(self):
              query = urllib.parse.urlencode({
                  "response_type": "code", "client_id": "CLI001",
                  "state": "my-own-state", "redirect_uri": REDIRECT,
                  "scope": "activity profile", "code_challenge": CHALLENGE,
                  "code_challenge_method": "S256"})
              _, fields, _ = self.request("GET", "/oauth2/authorize?" + query)
              location = urllib.parse.urlsplit(fields["Location"])
              return dict(urllib.parse.parse_qsl(location.query))

          def exchange(self, code):
              form = urllib.parse.urlencode({
                  "grant_type": "authorization_code", "client_id": "CLI001",
                  "code": code, "code_verifier": VERIFIER,
                  "redirect_uri": REDIRECT})
              status, _, text = self.request(
                  "POST", "/oauth2/token", form,
                  {"Content-Type": "application/x-www-form-urlencoded"})
              return status, json.loads(text)


      @pytest.fixture(scope="session")
      def server(tmp_path_factory):
          ready = tmp_path_factory.mktemp("practice") / "ready"
          process = subprocess.Popen(
              ["workbench", "practice", "--port", "0", "--ready-file", str(ready),
               "--auto-approve", "--control", "--quiet"],
              stdout=subprocess.DEVNULL)
          while not ready.exists():
              if process.poll() is not None:
                  pytest.fail("practice did not start")
              time.sleep(0.05)
          yield Practice(json.loads(ready.read_text()))
          process.terminate()
          assert process.wait(10) == 0


      @pytest.fixture
      def practice(server):
          server.control("reset")
          return server


      def test_code_is_exchanged(practice):
          response = practice.authorize()
          assert response["state"] == "my-own-state"
          status, tokens = practice.exchange(response["code"])
          assert status == 200 and tokens["user_id"] == "2PRACT"


      def test_code_expires(practice):
          code = practice.authorize()["code"]
          practice.control("clock", seconds=601)
          status, error = practice.exchange(code)
          assert status == 400 and "expired" in error["errors"][0]["message"]


      def test_another_user(practice):
          practice.control(
              "users", users=[{"user_id": "ANNA01", "name": "Anna"}],
              sign_in="ANNA01")
          code = practice.authorize()["code"]
          assert practice.exchange(code)[1]["user_id"] == "ANNA01"


      def test_server_fails_once(practice):
          code = practice.authorize()["code"]
          practice.control("faults", fault="server-error", endpoint="token", times=1)
          assert practice.exchange(code)[0] == 500
          assert practice.exchange(code)[0] == 200


      def test_user_denies(practice):
          practice.control("users", decision="deny")
          assert practice.authorize()["error"] == "access_denied"

      """#)
}
