// google-oauth-client: java WithGoogleOAuthClient.java ADDRESS SECRET OTHER
//
// SECRET and OTHER are for other clients. This one exchanges a code with the flow of another transaction.

import com.google.api.client.auth.oauth2.AuthorizationCodeFlow;
import com.google.api.client.auth.oauth2.AuthorizationCodeResponseUrl;
import com.google.api.client.auth.oauth2.BearerToken;
import com.google.api.client.auth.oauth2.ClientParametersAuthentication;
import com.google.api.client.auth.oauth2.Credential;
import com.google.api.client.auth.oauth2.TokenResponseException;
import com.google.api.client.http.GenericUrl;
import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.client.json.GenericJson;
import com.google.api.client.json.JsonObjectParser;
import com.google.api.client.json.gson.GsonFactory;
import java.util.List;
import java.util.Map;
import java.util.UUID;

public class WithGoogleOAuthClient {
  static final String CALLBACK = "http://127.0.0.1:8089/callback";

  /** A flow generates its verifier once, when it is built, so every transaction needs its own flow. */
  static AuthorizationCodeFlow flow(String base) {
    return new AuthorizationCodeFlow.Builder(
            BearerToken.authorizationHeaderAccessMethod(), new NetHttpTransport(), GsonFactory.getDefaultInstance(),
            new GenericUrl(base + "/oauth2/token"),
            // With null as the secret it sends client_id alone, in the body.
            new ClientParametersAuthentication("CLI001", null), "CLI001", base + "/oauth2/authorize")
        .setScopes(List.of("profile"))
        .enablePKCE()
        .build();
  }

  /** Gets a code with curl as the browser. The client compares the state itself. */
  static String code(AuthorizationCodeFlow flow) throws Exception {
    String state = UUID.randomUUID().toString();
    String url = flow.newAuthorizationUrl().setRedirectUri(CALLBACK).setState(state).build();
    Process curl =
        new ProcessBuilder("curl", "--silent", "--max-time", "10", "--output", "/dev/null", "--write-out",
            "%{redirect_url}", url).start();
    AuthorizationCodeResponseUrl redirect =
        new AuthorizationCodeResponseUrl(new String(curl.getInputStream().readAllBytes()));
    if (!state.equals(redirect.getState())) throw new IllegalStateException("another state");
    return redirect.getCode();
  }

  public static void main(String[] arguments) throws Exception {
    String base = arguments[0];
    AuthorizationCodeFlow flow = flow(base);
    Credential credential =
        flow.createAndStoreCredential(
            flow.newTokenRequest(code(flow)).setRedirectUri(CALLBACK).execute(), "user");
    GenericJson profile =
        flow.getTransport().createRequestFactory(credential)
            .buildGetRequest(new GenericUrl(base + "/1/user/-/profile.json"))
            .setParser(new JsonObjectParser(flow.getJsonFactory())).execute().parseAs(GenericJson.class);
    System.out.println("user: " + ((Map<?, ?>) profile.get("user")).get("displayName"));
    String old = credential.getAccessToken();
    credential.refreshToken();
    System.out.println("refresh: " + (old.equals(credential.getAccessToken()) ? "same" : "new"));

    try {
      flow(base).newTokenRequest(code(flow(base))).setRedirectUri(CALLBACK).execute();
      System.out.println("accepted");
    } catch (TokenResponseException error) {
      System.out.println("details: " + error.getDetails());
      System.out.println("refused: " + error.getClass().getSimpleName() + ": " + error.getMessage());
    }
  }
}
