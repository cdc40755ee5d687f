extension PracticeRecipes {
  /// The recipe for JUnit 5.
  static let junit = Recipe(
    title: "JUnit 5, Java 11 or later: a test class of your build", file: "FlowTest.java",
    content: #"""
      import static org.junit.jupiter.api.Assertions.*;

      import java.net.*;
      import java.net.http.*;
      import java.net.http.HttpRequest.BodyPublishers;
      import java.net.http.HttpResponse.BodyHandlers;
      import java.nio.charset.StandardCharsets;
      import java.nio.file.*;
      import java.util.concurrent.TimeUnit;
      import java.util.regex.*;
      import org.junit.jupiter.api.*;

      class FlowTest {
        static final String REDIRECT =
            URLEncoder.encode(
                "http://127.0.0.1:8089/callback", StandardCharsets.UTF_8);
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
        void codeIsExchanged() throws Exception {
          String redirect = authorize();
          assertEquals("my-own-state", find("[?&]state=([^&#]*)", redirect));
          assertEquals(200, exchange(redirect).statusCode());
        }

        @Test
        void codeExpires() throws Exception {
          String redirect = authorize();
          control("clock", "{\"seconds\": 601}");
          HttpResponse<String> response = exchange(redirect);
          assertEquals(400, response.statusCode());
          assertTrue(response.body().contains("expired"));
        }

        @Test
        void stateDiffersOnce() throws Exception {
          control("faults", "{\"fault\": \"wrong-state\", \"times\": 1}");
          assertFalse(authorize().contains("state=my-own-state"));
          assertTrue(authorize().contains("state=my-own-state"));
        }

        static void control(String path, String body) throws Exception {
          HttpResponse<String> response =
              send(
                  HttpRequest.newBuilder(URI.create(base + "/practice/" + path))
                      .header("Authorization", "Bearer " + token)
                      .POST(BodyPublishers.ofString(body)));
          assertEquals(200, response.statusCode(), response.body());
        }

        static String authorize() throws Exception {
          String query =
              "?response_type=code&client_id=CLI001&scope=profile"
                  + ("&state=my-own-state&code_challenge=" + CHALLENGE)
                  + ("&code_challenge_method=S256&redirect_uri=" + REDIRECT);
          URI url = URI.create(base + "/oauth2/authorize" + query);
          return send(HttpRequest.newBuilder(url))
              .headers().firstValue("Location").orElseThrow();
        }

        static HttpResponse<String> exchange(String redirect) throws Exception {
          String form =
              "grant_type=authorization_code&client_id=CLI001"
                  + ("&code=" + find("[?&]code=([^&#]*)", redirect))
                  + ("&code_verifier=" + VERIFIER + "&redirect_uri=" + REDIRECT);
          return send(
              HttpRequest.newBuilder(URI.create(base + "/oauth2/token"))
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .POST(BodyPublishers.ofString(form)));
        }

        static HttpResponse<String> send(HttpRequest.Builder request)
            throws Exception {
          return client.send(request.build(), BodyHandlers.ofString());
        }

        static String find(String pattern, String text) {
          Matcher matcher = Pattern.compile(pattern).matcher(text);
          assertTrue(matcher.find(), text);
          return matcher.group(1);
        }
      }

      """#)
}
