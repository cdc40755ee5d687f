extension PracticeRecipes {
  /// The recipe for JUnit 5.
  static let junit = Recipe(
    title: "JUnit 5, with Java 11 or newer: as a test class of your build", file: "FlowTest.java",
    content: #"""
      import static org.junit.jupiter.api.Assertions.*;

      import java.io.IOException;
      import java.net.URI;
      import java.net.URLEncoder;
      import java.net.http.HttpClient;
      import java.net.http.HttpRequest;
      import java.net.http.HttpRequest.BodyPublishers;
      import java.net.http.HttpResponse;
      import java.net.http.HttpResponse.BodyHandlers;
      import java.nio.charset.StandardCharsets;
      import java.nio.file.Files;
      import java.nio.file.Path;
      import java.util.concurrent.TimeUnit;
      import java.util.regex.Matcher;
      import java.util.regex.Pattern;
      import org.junit.jupiter.api.AfterAll;
      import org.junit.jupiter.api.BeforeAll;
      import org.junit.jupiter.api.BeforeEach;
      import org.junit.jupiter.api.Test;

      class FlowTest {
        static final String REDIRECT = "http://127.0.0.1:8089/callback";
        static final String VERIFIER =
            "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
        static final String CHALLENGE =
            "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
        static final HttpClient client = HttpClient.newHttpClient();
        static Process server;
        static String base, token;

        @BeforeAll
        static void start() throws Exception {
          Path ready = Files.createTempDirectory("practice").resolve("ready");
          server =
              new ProcessBuilder(
                      "workbench", "practice", "--port", "0", "--ready-file",
                      ready.toString(), "--auto-approve", "--control", "--quiet")
                  .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                  .redirectError(ProcessBuilder.Redirect.INHERIT)
                  .start();
          while (!Files.exists(ready)) {
            assertTrue(server.isAlive(), "practice did not start");
            Thread.sleep(50);
          }
          String text = Files.readString(ready);
          base = find("\"base_url\": *\"([^\"]*)\"", text);
          token = find("\"control_token\": *\"([^\"]*)\"", text);
        }

        @AfterAll
        static void stop() throws Exception {
          server.destroy();
          assertTrue(server.waitFor(10, TimeUnit.SECONDS));
        }

        @BeforeEach
        void reset() throws Exception {
          control("reset", "{}");
        }

        @Test
        void aCodeGivesTokens() throws Exception {
          String back = authorize();
          assertEquals("my-own-state", find("[?&]state=([^&#]*)", back));
          assertEquals(200, exchange(find("[?&]code=([^&#]*)", back)).statusCode());
        }

        @Test
        void aCodeExpires() throws Exception {
          String code = find("[?&]code=([^&#]*)", authorize());
          control("clock", "{\"seconds\": 601}");
          HttpResponse<String> answer = exchange(code);
          assertEquals(400, answer.statusCode());
          assertTrue(answer.body().contains("expired"));
        }

        @Test
        void theRedirectHasAnotherState() throws Exception {
          control("faults", "{\"fault\": \"wrong-state\", \"times\": 1}");
          assertFalse(authorize().contains("state=my-own-state"));
          assertTrue(authorize().contains("state=my-own-state"));
        }

        static void control(String path, String body) throws Exception {
          HttpResponse<String> answer =
              send(
                  HttpRequest.newBuilder(URI.create(base + "/practice/" + path))
                      .header("Authorization", "Bearer " + token)
                      .POST(BodyPublishers.ofString(body)));
          assertEquals(200, answer.statusCode(), answer.body());
        }

        /** Returns the address to which the server sends the browser. */
        static String authorize() throws Exception {
          String query =
              "?response_type=code&client_id=CLI001&scope=profile"
                  + ("&state=my-own-state&code_challenge=" + CHALLENGE)
                  + ("&code_challenge_method=S256&redirect_uri=" + encode(REDIRECT));
          HttpResponse<String> answer =
              send(
                  HttpRequest.newBuilder(
                      URI.create(base + "/oauth2/authorize" + query)));
          return answer.headers().firstValue("Location").orElseThrow();
        }

        static HttpResponse<String> exchange(String code) throws Exception {
          String form =
              "grant_type=authorization_code&client_id=CLI001&code=" + encode(code)
                  + ("&code_verifier=" + VERIFIER)
                  + ("&redirect_uri=" + encode(REDIRECT));
          return send(
              HttpRequest.newBuilder(URI.create(base + "/oauth2/token"))
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .POST(BodyPublishers.ofString(form)));
        }

        static HttpResponse<String> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
          return client.send(request.build(), BodyHandlers.ofString());
        }

        static String encode(String text) {
          return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }

        static String find(String pattern, String text) {
          Matcher matcher = Pattern.compile(pattern).matcher(text);
          assertTrue(matcher.find(), text);
          return matcher.group(1);
        }
      }

      """#)
}
