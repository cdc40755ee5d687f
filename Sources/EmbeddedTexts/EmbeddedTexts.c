#include "EmbeddedTexts.h"

// A resource bundle stays behind when the binary is moved, and a Swift array literal of these texts
// takes the compiler 25 seconds. C23's #embed takes it a moment, and the build notices an edited file.

// The recordings, in the order of the flows.
static const unsigned char pkce_granted_2_request[] = {
#embed "../Recordings/Messages/pkce-granted-2-request.http"
};
static const unsigned char pkce_granted_3_response[] = {
#embed "../Recordings/Messages/pkce-granted-3-response.http"
};
static const unsigned char pkce_granted_4_request[] = {
#embed "../Recordings/Messages/pkce-granted-4-request.http"
};
static const unsigned char pkce_granted_public_4_request[] = {
#embed "../Recordings/Messages/pkce-granted-public-4-request.http"
};
static const unsigned char pkce_granted_5_response[] = {
#embed "../Recordings/Messages/pkce-granted-5-response.http"
};
static const unsigned char pkce_partial_scopes_5_response[] = {
#embed "../Recordings/Messages/pkce-partial-scopes-5-response.http"
};
static const unsigned char pkce_denied_3_response[] = {
#embed "../Recordings/Messages/pkce-denied-3-response.http"
};
static const unsigned char pkce_state_tampered_3_response[] = {
#embed "../Recordings/Messages/pkce-state-tampered-3-response.http"
};
static const unsigned char pkce_code_expired_5_response[] = {
#embed "../Recordings/Messages/pkce-code-expired-5-response.http"
};
static const unsigned char pkce_code_reused_5_response[] = {
#embed "../Recordings/Messages/pkce-code-reused-5-response.http"
};
static const unsigned char pkce_wrong_verifier_4_request[] = {
#embed "../Recordings/Messages/pkce-wrong-verifier-4-request.http"
};
static const unsigned char pkce_wrong_verifier_public_4_request[] = {
#embed "../Recordings/Messages/pkce-wrong-verifier-public-4-request.http"
};
static const unsigned char pkce_wrong_verifier_5_response[] = {
#embed "../Recordings/Messages/pkce-wrong-verifier-5-response.http"
};
static const unsigned char pkce_wrong_secret_4_request[] = {
#embed "../Recordings/Messages/pkce-wrong-secret-4-request.http"
};
static const unsigned char pkce_wrong_secret_5_response[] = {
#embed "../Recordings/Messages/pkce-wrong-secret-5-response.http"
};
static const unsigned char pkce_redirect_mismatch_4_request[] = {
#embed "../Recordings/Messages/pkce-redirect-mismatch-4-request.http"
};
static const unsigned char pkce_redirect_mismatch_public_4_request[] = {
#embed "../Recordings/Messages/pkce-redirect-mismatch-public-4-request.http"
};
static const unsigned char pkce_redirect_mismatch_5_response[] = {
#embed "../Recordings/Messages/pkce-redirect-mismatch-5-response.http"
};
static const unsigned char pkce_rate_limited_5_response[] = {
#embed "../Recordings/Messages/pkce-rate-limited-5-response.http"
};
static const unsigned char pkce_gone_5_response[] = {
#embed "../Recordings/Messages/pkce-gone-5-response.http"
};
static const unsigned char pkce_not_json_5_response[] = {
#embed "../Recordings/Messages/pkce-not-json-5-response.http"
};
static const unsigned char code_granted_2_request[] = {
#embed "../Recordings/Messages/code-granted-2-request.http"
};
static const unsigned char code_granted_3_response[] = {
#embed "../Recordings/Messages/code-granted-3-response.http"
};
static const unsigned char code_granted_4_request[] = {
#embed "../Recordings/Messages/code-granted-4-request.http"
};
static const unsigned char code_granted_5_response[] = {
#embed "../Recordings/Messages/code-granted-5-response.http"
};
static const unsigned char code_denied_3_response[] = {
#embed "../Recordings/Messages/code-denied-3-response.http"
};
static const unsigned char code_state_tampered_3_response[] = {
#embed "../Recordings/Messages/code-state-tampered-3-response.http"
};
static const unsigned char code_code_expired_5_response[] = {
#embed "../Recordings/Messages/code-code-expired-5-response.http"
};
static const unsigned char code_code_reused_5_response[] = {
#embed "../Recordings/Messages/code-code-reused-5-response.http"
};
static const unsigned char code_wrong_secret_4_request[] = {
#embed "../Recordings/Messages/code-wrong-secret-4-request.http"
};
static const unsigned char code_wrong_secret_5_response[] = {
#embed "../Recordings/Messages/code-wrong-secret-5-response.http"
};
static const unsigned char code_redirect_mismatch_4_request[] = {
#embed "../Recordings/Messages/code-redirect-mismatch-4-request.http"
};
static const unsigned char code_redirect_mismatch_5_response[] = {
#embed "../Recordings/Messages/code-redirect-mismatch-5-response.http"
};
static const unsigned char implicit_granted_2_request[] = {
#embed "../Recordings/Messages/implicit-granted-2-request.http"
};
static const unsigned char implicit_granted_3_response[] = {
#embed "../Recordings/Messages/implicit-granted-3-response.http"
};
static const unsigned char implicit_partial_scopes_3_response[] = {
#embed "../Recordings/Messages/implicit-partial-scopes-3-response.http"
};
static const unsigned char implicit_denied_3_response[] = {
#embed "../Recordings/Messages/implicit-denied-3-response.http"
};
static const unsigned char implicit_state_tampered_3_response[] = {
#embed "../Recordings/Messages/implicit-state-tampered-3-response.http"
};
static const unsigned char client_credentials_granted_4_request[] = {
#embed "../Recordings/Messages/client-credentials-granted-4-request.http"
};
static const unsigned char client_credentials_granted_5_response[] = {
#embed "../Recordings/Messages/client-credentials-granted-5-response.http"
};
static const unsigned char client_credentials_wrong_secret_4_request[] = {
#embed "../Recordings/Messages/client-credentials-wrong-secret-4-request.http"
};
static const unsigned char client_credentials_wrong_secret_5_response[] = {
#embed "../Recordings/Messages/client-credentials-wrong-secret-5-response.http"
};
static const unsigned char client_credentials_not_authorized_5_response[] = {
#embed "../Recordings/Messages/client-credentials-not-authorized-5-response.http"
};

// The course, in the order of the path.
static const unsigned char lesson_0_before_you_start[] = {
#embed "../../Lessons/0-before-you-start.md"
};
static const unsigned char lesson_1_code_verifier[] = {
#embed "../../Lessons/1-code-verifier.md"
};
static const unsigned char lesson_2_authorization_request[] = {
#embed "../../Lessons/2-authorization-request.md"
};
static const unsigned char lesson_3_authorization_response[] = {
#embed "../../Lessons/3-authorization-response.md"
};
static const unsigned char lesson_4_token_request[] = {
#embed "../../Lessons/4-token-request.md"
};
static const unsigned char lesson_5_token_response[] = {
#embed "../../Lessons/5-token-response.md"
};
static const unsigned char lesson_6_use_refresh_revoke[] = {
#embed "../../Lessons/6-use-refresh-revoke.md"
};
static const unsigned char lesson_7_compare_the_flows[] = {
#embed "../../Lessons/7-compare-the-flows.md"
};
static const unsigned char lesson_8_code_without_pkce[] = {
#embed "../../Lessons/8-code-without-pkce.md"
};
static const unsigned char lesson_9_implicit[] = {
#embed "../../Lessons/9-implicit.md"
};
static const unsigned char lesson_10_client_credentials[] = {
#embed "../../Lessons/10-client-credentials.md"
};
static const unsigned char lesson_11_attacks_and_defenses[] = {
#embed "../../Lessons/11-attacks-and-defenses.md"
};
static const unsigned char lesson_12_when_it_goes_wrong[] = {
#embed "../../Lessons/12-when-it-goes-wrong.md"
};
static const unsigned char lesson_13_go_live[] = {
#embed "../../Lessons/13-go-live.md"
};
static const unsigned char lesson_14_from_fitbit_to_google_health[] = {
#embed "../../Lessons/14-from-fitbit-to-google-health.md"
};
static const unsigned char lesson_15_your_own_client[] = {
#embed "../../Lessons/15-your-own-client.md"
};
static const unsigned char lesson_glossary[] = {
#embed "../../Lessons/glossary.md"
};
static const unsigned char lesson_workshop[] = {
#embed "../../Lessons/workshop.md"
};
static const unsigned char lesson_handout[] = {
#embed "../../Lessons/handout.md"
};

#define TEXT(name, bytes) {name, bytes, sizeof bytes}
#define TABLE(texts) {texts, sizeof texts / sizeof texts[0]}

static const EmbeddedText recordings[] = {
  TEXT("pkce-granted-2-request.http", pkce_granted_2_request),
  TEXT("pkce-granted-3-response.http", pkce_granted_3_response),
  TEXT("pkce-granted-4-request.http", pkce_granted_4_request),
  TEXT("pkce-granted-public-4-request.http", pkce_granted_public_4_request),
  TEXT("pkce-granted-5-response.http", pkce_granted_5_response),
  TEXT("pkce-partial-scopes-5-response.http", pkce_partial_scopes_5_response),
  TEXT("pkce-denied-3-response.http", pkce_denied_3_response),
  TEXT("pkce-state-tampered-3-response.http", pkce_state_tampered_3_response),
  TEXT("pkce-code-expired-5-response.http", pkce_code_expired_5_response),
  TEXT("pkce-code-reused-5-response.http", pkce_code_reused_5_response),
  TEXT("pkce-wrong-verifier-4-request.http", pkce_wrong_verifier_4_request),
  TEXT("pkce-wrong-verifier-public-4-request.http", pkce_wrong_verifier_public_4_request),
  TEXT("pkce-wrong-verifier-5-response.http", pkce_wrong_verifier_5_response),
  TEXT("pkce-wrong-secret-4-request.http", pkce_wrong_secret_4_request),
  TEXT("pkce-wrong-secret-5-response.http", pkce_wrong_secret_5_response),
  TEXT("pkce-redirect-mismatch-4-request.http", pkce_redirect_mismatch_4_request),
  TEXT("pkce-redirect-mismatch-public-4-request.http", pkce_redirect_mismatch_public_4_request),
  TEXT("pkce-redirect-mismatch-5-response.http", pkce_redirect_mismatch_5_response),
  TEXT("pkce-rate-limited-5-response.http", pkce_rate_limited_5_response),
  TEXT("pkce-gone-5-response.http", pkce_gone_5_response),
  TEXT("pkce-not-json-5-response.http", pkce_not_json_5_response),
  TEXT("code-granted-2-request.http", code_granted_2_request),
  TEXT("code-granted-3-response.http", code_granted_3_response),
  TEXT("code-granted-4-request.http", code_granted_4_request),
  TEXT("code-granted-5-response.http", code_granted_5_response),
  TEXT("code-denied-3-response.http", code_denied_3_response),
  TEXT("code-state-tampered-3-response.http", code_state_tampered_3_response),
  TEXT("code-code-expired-5-response.http", code_code_expired_5_response),
  TEXT("code-code-reused-5-response.http", code_code_reused_5_response),
  TEXT("code-wrong-secret-4-request.http", code_wrong_secret_4_request),
  TEXT("code-wrong-secret-5-response.http", code_wrong_secret_5_response),
  TEXT("code-redirect-mismatch-4-request.http", code_redirect_mismatch_4_request),
  TEXT("code-redirect-mismatch-5-response.http", code_redirect_mismatch_5_response),
  TEXT("implicit-granted-2-request.http", implicit_granted_2_request),
  TEXT("implicit-granted-3-response.http", implicit_granted_3_response),
  TEXT("implicit-partial-scopes-3-response.http", implicit_partial_scopes_3_response),
  TEXT("implicit-denied-3-response.http", implicit_denied_3_response),
  TEXT("implicit-state-tampered-3-response.http", implicit_state_tampered_3_response),
  TEXT("client-credentials-granted-4-request.http", client_credentials_granted_4_request),
  TEXT("client-credentials-granted-5-response.http", client_credentials_granted_5_response),
  TEXT("client-credentials-wrong-secret-4-request.http", client_credentials_wrong_secret_4_request),
  TEXT("client-credentials-wrong-secret-5-response.http", client_credentials_wrong_secret_5_response),
  TEXT("client-credentials-not-authorized-5-response.http", client_credentials_not_authorized_5_response),
};

EmbeddedTextTable embeddedRecordings(void) { return (EmbeddedTextTable)TABLE(recordings); }

static const unsigned char starter_python[] = {
#embed "../ClientCheck/Starters/client.py"
};

static const unsigned char starter_javascript[] = {
#embed "../ClientCheck/Starters/client.js"
};

static const unsigned char starter_go[] = {
#embed "../ClientCheck/Starters/client.go"
};

static const EmbeddedText starters[] = {
  TEXT("client.py", starter_python),
  TEXT("client.js", starter_javascript),
  TEXT("client.go", starter_go),
};

EmbeddedTextTable embeddedStarters(void) { return (EmbeddedTextTable)TABLE(starters); }

static const EmbeddedText lessons[] = {
  TEXT("0-before-you-start.md", lesson_0_before_you_start),
  TEXT("1-code-verifier.md", lesson_1_code_verifier),
  TEXT("2-authorization-request.md", lesson_2_authorization_request),
  TEXT("3-authorization-response.md", lesson_3_authorization_response),
  TEXT("4-token-request.md", lesson_4_token_request),
  TEXT("5-token-response.md", lesson_5_token_response),
  TEXT("6-use-refresh-revoke.md", lesson_6_use_refresh_revoke),
  TEXT("7-compare-the-flows.md", lesson_7_compare_the_flows),
  TEXT("8-code-without-pkce.md", lesson_8_code_without_pkce),
  TEXT("9-implicit.md", lesson_9_implicit),
  TEXT("10-client-credentials.md", lesson_10_client_credentials),
  TEXT("11-attacks-and-defenses.md", lesson_11_attacks_and_defenses),
  TEXT("12-when-it-goes-wrong.md", lesson_12_when_it_goes_wrong),
  TEXT("13-go-live.md", lesson_13_go_live),
  TEXT("14-from-fitbit-to-google-health.md", lesson_14_from_fitbit_to_google_health),
  TEXT("15-your-own-client.md", lesson_15_your_own_client),
  TEXT("glossary.md", lesson_glossary),
  TEXT("workshop.md", lesson_workshop),
  TEXT("handout.md", lesson_handout),
};

EmbeddedTextTable embeddedLessons(void) { return (EmbeddedTextTable)TABLE(lessons); }
