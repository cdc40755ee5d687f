// iddawc: with-iddawc ADDRESS SECRET OTHER
//
// OTHER is a verifier that is not the client's own. The library generates the verifier and the state, and compares the state.
#include <iddawc.h>
#include <stdio.h>
#include <string.h>

static char base[200], redirect[2000];

static const char *at(const char *path) {
  static char url[300];
  snprintf(url, sizeof url, "%s%s", base, path);
  return url;
}

// Gets a code, with curl as the browser.
static int begin(struct _i_session *session) {
  i_init_session(session);
  i_set_response_type(session, I_RESPONSE_TYPE_CODE);
  i_set_str_parameter(session, I_OPT_CLIENT_ID, "CLI001");
  i_set_str_parameter(session, I_OPT_REDIRECT_URI, "http://127.0.0.1:8089/callback");
  i_set_str_parameter(session, I_OPT_SCOPE, "profile");
  i_set_str_parameter(session, I_OPT_AUTH_ENDPOINT, at("/oauth2/authorize"));
  i_set_str_parameter(session, I_OPT_TOKEN_ENDPOINT, at("/oauth2/token"));
  i_set_str_parameter(session, I_OPT_USERINFO_ENDPOINT, at("/1/user/-/profile.json"));
  // RFC 9207: the library rejects a redirect with iss unless it knows the issuer.
  i_set_str_parameter(session, I_OPT_ISSUER, base);
  i_set_int_parameter(session, I_OPT_STATE_GENERATE, 32);
  i_set_int_parameter(session, I_OPT_PKCE_CODE_VERIFIER_GENERATE, 43);
  i_set_int_parameter(session, I_OPT_PKCE_METHOD, I_PKCE_METHOD_S256);
  // A client without a secret: the default is Basic with an empty one.
  i_set_int_parameter(session, I_OPT_TOKEN_METHOD, I_TOKEN_AUTH_METHOD_NONE);
  if (i_build_auth_url_get(session) != I_OK) return 1;
  char command[3000];
  snprintf(command, sizeof command,
      "curl --silent --max-time 10 --output /dev/null --write-out '%%{redirect_url}' '%s'",
      i_get_str_parameter(session, I_OPT_REDIRECT_TO));
  FILE *curl = popen(command, "r");
  if (!curl || !fgets(redirect, sizeof redirect, curl)) return 1;
  pclose(curl);
  i_set_str_parameter(session, I_OPT_REDIRECT_TO, redirect);
  return i_parse_redirect_to(session) != I_OK;
}

int main(int count, char **arguments) {
  if (count != 4 || i_global_init() != I_OK) return 1;
  snprintf(base, sizeof base, "%s", arguments[1]);
  struct _i_session session;
  if (begin(&session) || i_run_token_request(&session) != I_OK) return 1;
  char old[400];
  snprintf(old, sizeof old, "%s", i_get_str_parameter(&session, I_OPT_ACCESS_TOKEN));
  i_get_userinfo(&session, 0);
  const char *user = i_get_str_parameter(&session, I_OPT_USERINFO);
  const char *name = user ? strstr(user, "\"displayName\"") : NULL;
  char text[100] = "none";
  if (name) sscanf(name, "\"displayName\" : \"%99[^\"]", text) || sscanf(name, "\"displayName\": \"%99[^\"]", text);
  printf("user: %s\n", text);
  i_set_response_type(&session, I_RESPONSE_TYPE_REFRESH_TOKEN);
  if (i_run_token_request(&session) != I_OK) return 1;
  printf("refresh: %s\n", strcmp(old, i_get_str_parameter(&session, I_OPT_ACCESS_TOKEN)) ? "new" : "same");
  i_clean_session(&session);

  if (begin(&session)) return 1;
  i_set_str_parameter(&session, I_OPT_PKCE_CODE_VERIFIER, arguments[3]);
  int result = i_run_token_request(&session);
  const char *error = i_get_str_parameter(&session, I_OPT_ERROR);
  const char *description = i_get_str_parameter(&session, I_OPT_ERROR_DESCRIPTION);
  printf("refused: %s, %s: %s\n",
      result == I_ERROR_UNAUTHORIZED ? "I_ERROR_UNAUTHORIZED" : result == I_ERROR_PARAM ? "I_ERROR_PARAM"
          : result == I_ERROR ? "I_ERROR" : "another result",
      error ? error : "no error", description ? description : "no description");
  i_clean_session(&session);
  i_global_close();
  return 0;
}
