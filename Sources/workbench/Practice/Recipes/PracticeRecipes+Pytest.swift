extension PracticeRecipes {
  /// The recipe for pytest.
  static let pytest = Recipe(
    title: "pytest: pytest test_flow.py", file: "test_flow.py",
    content: #"""
      import base64
      import hashlib
      import http.client
      import json
      import secrets
      import subprocess
      import time
      import urllib.parse

      import pytest

      REDIRECT = "http://127.0.0.1:8089/callback"


      class Practice:
          """The practice server, as a test talks to it."""

          def __init__(self, ready):
              self.base_url = ready["base_url"]
              self.place = urllib.parse.urlsplit(self.base_url).netloc
              self.token = ready["control_token"]

          def request(self, method, path, body=None, fields={}):
              connection = http.client.HTTPConnection(self.place, timeout=10)
              connection.request(method, path, body, fields)
              answer = connection.getresponse()
              text = answer.read().decode()
              connection.close()
              return answer.status, answer.headers, text

          def control(self, path, **members):
              fields = {"Authorization": "Bearer " + self.token}
              status, _, text = self.request(
                  "POST", "/practice/" + path, json.dumps(members), fields)
              assert status == 200, text
              return json.loads(text)

          def authorize(self, challenge, state):
              query = urllib.parse.urlencode({
                  "response_type": "code", "client_id": "CLI001", "state": state,
                  "redirect_uri": REDIRECT, "scope": "activity profile",
                  "code_challenge": challenge, "code_challenge_method": "S256"})
              _, fields, _ = self.request("GET", "/oauth2/authorize?" + query)
              location = urllib.parse.urlsplit(fields["Location"])
              return dict(urllib.parse.parse_qsl(location.query))

          def exchange(self, code, verifier):
              form = urllib.parse.urlencode({
                  "grant_type": "authorization_code", "client_id": "CLI001",
                  "code": code, "code_verifier": verifier,
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
              assert process.poll() is None, "practice did not start"
              time.sleep(0.05)
          yield Practice(json.loads(ready.read_text()))
          process.terminate()
          assert process.wait(10) == 0


      @pytest.fixture
      def practice(server):
          server.control("reset")
          return server


      @pytest.fixture
      def pair():
          verifier = secrets.token_urlsafe(32)
          digest = hashlib.sha256(verifier.encode()).digest()
          challenge = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
          return verifier, challenge


      def test_a_code_gives_tokens(practice, pair):
          verifier, challenge = pair
          redirect = practice.authorize(challenge, "my-own-state")
          assert redirect["state"] == "my-own-state"
          status, tokens = practice.exchange(redirect["code"], verifier)
          assert status == 200 and tokens["user_id"] == "2PRACT"


      def test_a_code_expires(practice, pair):
          verifier, challenge = pair
          code = practice.authorize(challenge, "s")["code"]
          practice.control("clock", seconds=601)
          status, error = practice.exchange(code, verifier)
          assert status == 400 and "expired" in error["errors"][0]["message"]


      def test_another_user(practice, pair):
          verifier, challenge = pair
          practice.control(
              "users", users=[{"user_id": "ANNA01", "name": "Anna"}],
              sign_in="ANNA01")
          code = practice.authorize(challenge, "s")["code"]
          assert practice.exchange(code, verifier)[1]["user_id"] == "ANNA01"


      def test_the_server_fails_once(practice, pair):
          verifier, challenge = pair
          code = practice.authorize(challenge, "s")["code"]
          practice.control("faults", fault="server-error", endpoint="token", times=1)
          assert practice.exchange(code, verifier)[0] == 500
          assert practice.exchange(code, verifier)[0] == 200


      def test_the_user_says_no(practice, pair):
          practice.control("users", decision="deny")
          assert practice.authorize(pair[1], "s")["error"] == "access_denied"

      """#)
}
